"""What two programs do at once on one diary: the days, files and folders of it, and who has it.

Everything follows from the seed, as in :mod:`tests.torture.plans`.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from diary.exchange import diary_json
from diary.services.open import open_services
from diary.services.second_folder import second_folder
from diary.store.identity import PassphraseError
from tests.torture.plans import NEW_PASSPHRASE, NOW, PASSPHRASE, diary_of
from tests.torture.work import write

if TYPE_CHECKING:
    from pathlib import Path

    from diary.services.open import Services
    from tests.torture.plans import Plan

DAYS = 20  # of the diary as it is prepared
IN_COPY = 30  # of the copy that is put back
SAVED = 100  # the first day that is saved
STEPS = 4  # of each program, at most
_IMPORTED, _OF_FILE = 500, 10
_KNOWN = (None, PASSPHRASE, NEW_PASSPHRASE)


def prepare(plan: Plan) -> None:
    """Make the diary, a readable copy with more days, files to import, and a second folder."""
    plan.aside.mkdir(parents=True)
    stick(plan).mkdir()
    services = open_services(plan.paths)
    write(plan, services, plan.entries(IN_COPY))
    services.safekeeping.backup(NOW, copy_of(plan))
    services.close()
    plan.paths.diary.unlink()
    services = open_services(plan.paths)
    write(plan, services, plan.entries(DAYS))
    services.choose_second_folder(stick(plan))
    services.keep(NOW)
    if plan.passphrase is not None:
        services.protection.turn_on(PASSPHRASE, NOW)
    services.close()
    for number in range(STEPS):
        diary = diary_of(tuple(plan.entry(day) for day in days_of_file(number)))
        file_of(plan, number).write_text(diary_json.write(diary), encoding="utf-8")


def opened(plan: Plan) -> Services:
    """Open the diary with what opens it now.

    Raises:
        DiaryError: it cannot be opened just now.
    """
    problem: PassphraseError | None = None
    for passphrase in _KNOWN:
        try:
            return open_services(plan.paths, passphrase)
        except PassphraseError as error:
            problem = error
    raise problem or AssertionError("no passphrase was tried")


def bring_back(plan: Plan, name: str) -> None:
    """Have a readable copy in the second folder, as on a stick that was away."""
    place = second_folder(plan.paths)
    target = place.folder / f"diary-of-{place.mark}-{name}.daymark"
    shutil.copy(copy_of(plan), plan.aside / name)
    (plan.aside / name).replace(target)  # at once whole


def stick(plan: Plan) -> Path:
    """Return the second folder for backups."""
    return plan.folder / "stick"


def copy_of(plan: Plan) -> Path:
    """Return the readable copy that is put back."""
    return plan.aside / "copy.daymark"


def file_of(plan: Plan, number: int) -> Path:
    """Return a file to import."""
    return plan.aside / f"incoming-{number}.json"


def days_of_file(number: int) -> range:
    """Return the numbers of its days."""
    return range(_IMPORTED + number * _OF_FILE, _IMPORTED + (number + 1) * _OF_FILE)
