"""What every kind of work has: a diary to begin with, steps, and what it says after each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from diary.exchange import diary_json
from diary.services.open import open_services
from tests.store import by_hand
from tests.torture.plans import NOW, TODAY, Says, diary_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.services.open import Services
    from tests.torture.plans import Plan


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

    def missed(self, _steps: list[str]) -> set[str]:
        """Return the names of the backups of which she was told that they are as they were."""
        return set()


def write(plan: Plan, services: Services, entries: tuple) -> None:
    """Take days in through a file."""
    file = plan.aside / "prepared.json"
    file.write_text(diary_json.write(diary_of(entries)), encoding="utf-8")
    services.transfer.import_file(file, TODAY, NOW)
