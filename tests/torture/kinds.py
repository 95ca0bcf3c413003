"""The kinds of work: how each is prepared, done step by step, and what must be found afterwards."""

from __future__ import annotations

import json
import shutil
from abc import ABC, abstractmethod
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from diary.domain.care import Profile
from diary.exchange import diary_csv, diary_json
from diary.services.open import open_services
from diary.services.safekeeping import Safekeeping
from diary.settings import Settings, load_settings, save_settings
from diary.store import soundness
from diary.store.identity import PassphraseError
from tests.store import by_hand
from tests.torture.plans import NEW_PASSPHRASE, NOW, PASSPHRASE, TODAY, Says, diary_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.services.open import Services
    from tests.torture.plans import Plan

FROZEN = Path(__file__).parents[1] / "data" / "databases"


class Kind(ABC):
    """A kind of work on a diary of some days."""

    days = 40
    rounds = by_hand.QUICK_ROUNDS
    wipes = False  # whether files of an earlier passphrase must not stay

    def first(self, plan: Plan) -> str | None:
        """Return the passphrase of the diary as it is prepared."""
        return plan.passphrase

    def prepare(self, plan: Plan) -> None:
        """Make what the work begins with."""
        plan.aside.mkdir(parents=True)
        services = open_services(plan.paths, self.first(plan))
        write(plan, services, plan.entries(self.days))
        services.close()

    @abstractmethod
    def work(self, plan: Plan) -> Iterator[str]:
        """Do the work; yield a word after each step that the services say is done."""

    @abstractmethod
    def states(self, plan: Plan) -> list[Says | None]:
        """Return what the diary says at first and after each step; None where there is none."""

    def passphrases(self, plan: Plan, _confirmed: int) -> tuple[str | None, ...]:
        """Return those of which one must open the diary."""
        return (plan.passphrase,)

    def more(self, _plan: Plan, _steps: list[str]) -> Iterator[str]:
        """Yield what else is wrong."""
        return iter(())


def write(plan: Plan, services: Services, entries: tuple) -> None:
    """Take days in through a file."""
    file = plan.aside / "prepared.json"
    file.write_text(diary_json.write(diary_of(entries)), encoding="utf-8")
    services.transfer.import_file(file, TODAY, NOW)


class Start(Kind):
    """A first start, and the first words."""

    def prepare(self, plan):
        plan.aside.mkdir(parents=True)

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        yield "made"
        services.care.set_person(Profile(birth_year=1968), TODAY)
        yield "person"
        services.close()
        yield "closed"

    def states(self, _plan):
        return [None, Says(), Says(birth_year=1968), Says(birth_year=1968)]


class Saving(Kind):
    """Days saved and changed, drafts kept, the diary closed and opened in between."""

    steps = 20

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        for step in range(self.steps):
            number = self.days + step // 4
            if step % 4 == 0:
                services.drafts.keep(plan.entry(number).date, f'{{"note": "{step}"}}', NOW)
            elif step % 4 == 1:
                services.journal.save(plan.entry(number), NOW, TODAY)
            elif step % 4 == 2:
                services.journal.save(plan.entry(step, 1), NOW, TODAY)
            else:
                services.care.set_person(Profile(birth_year=1900 + step), TODAY)
                services.close()
                services = open_services(plan.paths, plan.passphrase)
            yield str(step)
        services.close()

    def states(self, plan):
        says = Says(plan.entries(self.days))
        found = [says]
        for step in range(self.steps):
            number = self.days + step // 4
            if step % 4 == 0:
                says = says.with_draft(plan.entry(number).date, f'{{"note": "{step}"}}')
            elif step % 4 == 1:
                says = says.with_day(plan.entry(number))
            elif step % 4 == 2:
                says = says.with_day(plan.entry(step, 1))
            else:
                says = Says(says.entries, says.drafts, says.versions, 1900 + step)
            found.append(says)
        return found


class Importing(Kind):
    """Files taken in, each with new and with changed days, in both formats."""

    files = 4
    each = 30

    def prepare(self, plan):
        super().prepare(plan)
        for number in range(self.files):
            diary = diary_of(self._of_file(plan, number))
            text = diary_csv.write(diary) if number % 2 else diary_json.write(diary)
            self._file(plan, number).write_text(text, encoding="utf-8")

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        for number in range(self.files):
            services.transfer.import_file(self._file(plan, number), TODAY, NOW)
            yield str(number)
        services.close()

    def states(self, plan):
        says = Says(plan.entries(self.days))
        found = [says]
        for number in range(self.files):
            for entry in self._of_file(plan, number):
                says = says.with_day(entry)
            found.append(says)
        return found

    def _file(self, plan, number):
        return plan.aside / f"incoming-{number}"

    def _of_file(self, plan, number):
        start = self.days + number * self.each - 10
        return tuple(plan.entry(day, number) for day in range(start, start + self.each))


class Migrating(Kind):
    """A diary of an earlier version of the program, opened."""

    rounds = by_hand.USUAL_ROUNDS  # the old files were written with them

    def prepare(self, plan):
        plan.aside.mkdir(parents=True)
        plan.paths.create()
        variant = "" if plan.passphrase is None else "-protected"
        shutil.copy(self._oldest(variant), plan.paths.diary)

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        yield "opened"
        services.close()

    def states(self, _plan):
        wanted = diary_json.read(self._oldest("").with_suffix(".json").read_bytes(), TODAY)
        changed = wanted.entries[0].date
        says = Says(wanted.entries, (), ((changed, 2),), wanted.profile.birth_year)
        return [says, says]

    def _oldest(self, variant):
        return FROZEN / f"0001{variant}.daymark"


class BackingUp(Kind):
    """Backups into their own folder, and to a file that she names."""

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        for _number in range(3):
            yield str(services.safekeeping.backup(NOW))
            free = (plan.aside / f"copy-{number}.daymark" for number in count())
            out = next(path for path in free if not path.exists())
            yield str(services.safekeeping.backup(NOW, out))
        services.close()

    def states(self, plan):
        return [Says(plan.entries(self.days))] * 7

    def more(self, plan, steps):
        for name in steps:
            found = soundness.verify(Path(name), plan.passphrase)
            if found.problem is not None or found.days != self.days:
                yield f"a confirmed backup is not whole: {found}"


class Restoring(Kind):
    """Backups put back in turn, with a word saved in between."""

    def prepare(self, plan):
        super().prepare(plan)
        services = open_services(plan.paths, plan.passphrase)
        for number in range(2):
            write(plan, services, plan.entries(self.days + 10 * (number + 1), number))
            services.safekeeping.backup(NOW, self._copy(plan, number))
        services.close()

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        for step in range(4):
            if step % 2:
                services.journal.save(plan.entry(0, 7), NOW, TODAY)
                yield "saved"
            else:
                yield str(services.safekeeping.restore(self._copy(plan, step // 2), NOW))
        services.close()

    def states(self, plan):
        first, second = self._prepared(plan)
        saved = first.with_day(plan.entry(0, 7))
        return [second, first, saved, second, second.with_day(plan.entry(0, 7))]

    def more(self, plan, steps):
        for name in steps[::2]:
            if not soundness.verify(Path(name), plan.passphrase).sound:
                yield "the diary as it was before a restore is not kept"

    def _copy(self, plan, number):
        return plan.aside / f"copy-{number}.daymark"

    def _prepared(self, plan):
        says = Says(plan.entries(self.days))
        found = []
        for number in range(2):
            for entry in plan.entries(self.days + 10 * (number + 1), number):
                says = says.with_day(entry)
            found.append(says)
        return found


class Rescuing(Restoring):
    """A backup put in the place of a diary that cannot be read."""

    def prepare(self, plan):
        super().prepare(plan)
        content = plan.paths.diary.read_bytes()
        half = len(content) // 2
        plan.paths.diary.write_bytes(content[:half] + bytes(reversed(content[half:])))
        (plan.aside / "damaged").write_bytes(plan.paths.diary.read_bytes())

    def work(self, plan):
        keeping = Safekeeping(plan.paths, plan.passphrase)
        yield str(keeping.restore(self._copy(plan, 0), NOW))

    def states(self, plan):
        return [None, self._prepared(plan)[0]]

    def more(self, plan, steps):
        damaged = (plan.aside / "damaged").read_bytes()
        kept = [path for path in plan.paths.backups.glob("*") if path.read_bytes() == damaged]
        if steps and not kept:
            yield "the damaged diary is not kept"
        if not steps and not plan.paths.diary.exists():
            yield "there is no diary any more, so that a new one would be begun"


class Writing(Kind):
    """Exports and settings, each over the one before."""

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        for step in range(6):
            if step % 2:
                text = plan.entry(step).note
                save_settings(Settings(window_geometry=text), plan.paths.settings)
            else:
                services.transfer.export_file(plan.aside / "out", self._format(step), now=NOW)
            yield str(step)
        services.close()

    def states(self, plan):
        return [Says(plan.entries(self.days))] * 7

    def more(self, plan, steps):
        diary = diary_of(plan.entries(self.days))
        texts = {name: whole(diary).encode() for name, whole in self._writers().items()}
        out = plan.aside / "out"
        if out.exists() and out.read_bytes() not in texts.values():
            yield "an export is cut short"
        if steps and not out.exists():
            yield "a confirmed export is not there"
        loaded = load_settings(plan.paths.settings)
        saved = [None] + [plan.entry(step).note for step in (1, 3, 5)]
        confirmed = len(steps) // 2
        if (
            loaded.damaged
            or loaded.settings.window_geometry not in saved[confirmed : confirmed + 2]
        ):
            yield "the confirmed settings are not there"

    def _format(self, step):
        return ("json", "csv")[step // 2 % 2]

    def _writers(self):
        return {"json": diary_json.write, "csv": diary_csv.write}


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
        if passphrase != self.passphrase_after:
            self.protect(services)
        yield "passphrase"
        services.journal.save(plan.entry(1, 5), NOW, TODAY)
        yield "saved"
        services.close()

    def protect(self, services):
        services.protection.turn_on(PASSPHRASE, NOW)

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
        services.protection.change(PASSPHRASE, NEW_PASSPHRASE, NOW)


class Unprotecting(Changing):
    """A passphrase turned off."""

    passphrase_after = None

    def protect(self, services):
        services.protection.turn_off(PASSPHRASE, NOW)


KINDS: dict[str, Kind] = {
    "start": Start(),
    "saving": Saving(),
    "importing": Importing(),
    "migrating": Migrating(),
    "backing up": BackingUp(),
    "restoring": Restoring(),
    "rescuing": Rescuing(),
    "writing": Writing(),
    "protecting": Protecting(),
    "changing": Changing(),
    "unprotecting": Unprotecting(),
}
