"""The kinds of work that give a diary and its backups another passphrase, or none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from diary.services.open import open_services
from diary.store.identity import PassphraseError
from tests.torture.plans import NEW_PASSPHRASE, NOW, PASSPHRASE, TODAY, Says
from tests.torture.work import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Protecting(Kind):
    """A passphrase turned on, with backups and a draft that can be read until then."""

    wipes = True
    passphrase_after: str | None = PASSPHRASE

    def first(self, _plan):
        return None

    def prepare(self, plan):
        super().prepare(plan)
        services = open_services(plan.paths, self.first(plan))
        for _backup in range(2):
            services.safekeeping.backup(NOW)
        services.drafts.keep(plan.entry(self.days).date, self._draft(plan), NOW)
        services.close()

    def work(self, plan):
        # Done once more over what a kill left, it is done already.
        passphrase = self.first(plan)
        try:
            services = open_services(plan.paths, passphrase)
        except PassphraseError:
            passphrase = self.passphrase_after
            services = open_services(plan.paths, passphrase)
        missed: Sequence[Path] = ()
        if passphrase != self.passphrase_after:
            missed = self.protect(services)
        yield " ".join(["passphrase", *(path.name for path in missed)])
        services.journal.save(plan.entry(1, 5), NOW, TODAY)
        yield "saved"
        services.close()

    def protect(self, services):
        return services.protection.turn_on(PASSPHRASE, NOW).missed

    def missed(self, steps):
        return set(steps[0].split(" ")[1:]) if steps else set()

    def states(self, plan):
        says = Says(plan.entries(self.days))
        says = says.with_draft(plan.entry(self.days).date, self._draft(plan))
        return [says, says, says.with_day(plan.entry(1, 5))]

    def passphrases(self, plan, confirmed):
        after = (self.passphrase_after,)
        return after if confirmed else (self.first(plan), *after)

    def _draft(self, plan):
        return json.dumps({"note": plan.entry(self.days).note})


class Changing(Protecting):
    """A passphrase changed."""

    passphrase_after = NEW_PASSPHRASE

    def first(self, _plan):
        return PASSPHRASE

    def protect(self, services):
        return services.protection.change(PASSPHRASE, NEW_PASSPHRASE, NOW).missed


class Unprotecting(Changing):
    """A passphrase turned off."""

    passphrase_after = None

    def protect(self, services):
        return services.protection.turn_off(PASSPHRASE, NOW)
