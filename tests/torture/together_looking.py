"""Look at a diary that two programs worked on at once: is what each was told true?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diary.errors import DiaryError
from diary.services.second_folder import second_folder
from diary.store import copy_folder, soundness
from diary.store.identity import Kind, kind_of
from tests.torture.at_once import DAYS, IN_COPY, SAVED, days_of_file, opened, stick
from tests.torture.plans import NOW

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from tests.torture.plans import Plan
    from tests.torture.together import Outcome


def faults(plan: Plan, outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    """Yield what is wrong."""
    for outcome in outcomes:
        yield from (f"{outcome.work}: {bug}" for bug in outcome.bug)
        for sentence in outcome.refused:
            if not _is_plain(sentence):
                yield f"{outcome.work} was told: {sentence}"
    if not any(outcome.was_killed for outcome in outcomes):
        left = (path for path in plan.folder.rglob("*") if _is_aside(path))
        yield from (f"{path.name} is left" for path in left)
    yield from _faults_of_diary(plan, outcomes)


def _faults_of_diary(plan: Plan, outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    try:
        services = opened(plan)
    except DiaryError as error:
        yield f"the diary does not open: {error.user_message} ({error.detail})"
        return
    entries = services.journal.diary().entries
    notes = services.keep(NOW, asked=True)  # what came back on a stick is protected then
    services.close()
    if notes.told is not None:
        yield f"afterwards a backup cannot be made: {notes.told}"
    found = soundness.verify(plan.paths.diary, services.passphrase)
    if not found.sound:
        yield f"the diary is not sound: {found.problem}"
    sure, possible = _wanted(plan, outcomes)
    days = {entry.date for entry in entries}
    if lost := sure.keys() - days:
        yield f"{len(lost)} confirmed days are lost"
    if refused := days - possible.keys():
        yield f"{len(refused)} days are there that were refused"
    if any(entry != possible.get(entry.date, entry) for entry in entries):
        yield "a day says something else than what was saved"
    yield from _faults_of_copies(plan, services.passphrase, outcomes)


def _wanted(plan: Plan, outcomes: tuple[Outcome, ...]) -> tuple[dict[dt.date, object], ...]:
    """Return the days that must be there, and those that may, which a killed program was at."""
    sure, possible = set(range(DAYS)), set(range(DAYS))
    for outcome in outcomes:
        last = [outcome.begun] if outcome.was_killed and outcome.begun >= 0 else []
        if outcome.work == "saving":
            sure.update(outcome.done)
            possible.update(SAVED + step for step in last)
        elif outcome.work == "importing":
            sure.update(day for step in outcome.done for day in days_of_file(step))
            possible.update(day for step in last for day in days_of_file(step))
        elif outcome.work == "restoring":
            sure.update(range(IN_COPY if outcome.done else 0))
            possible.update(range(IN_COPY if last else 0))
    return tuple(
        {entry.date: entry for entry in map(plan.entry, days)} for days in (sure, sure | possible)
    )


def _faults_of_copies(
    plan: Plan, passphrase: str | None, outcomes: tuple[Outcome, ...]
) -> Iterator[str]:
    place = second_folder(plan.paths)
    copies = [one.path for one in (*copy_folder.listing(plan.paths.backups), *place.copies())]
    for path in copies:
        try:
            problem = soundness.verify(
                path, passphrase if kind_of(path) is Kind.PROTECTED else None
            ).problem
        except DiaryError as error:
            problem = error.user_message
        if problem is not None and str(path) not in _missed(outcomes):
            yield f"the copy {path.name} is not whole: {problem}"
    for outcome in outcomes:
        if outcome.work in ("backing up", "restoring"):
            yield from (
                f"{name} was confirmed and is not there"
                for name in outcome.done
                if Path(name) not in copies
            )
    if passphrase is not None:
        yield from _readable(plan, _missed(outcomes))


def _missed(outcomes: tuple[Outcome, ...]) -> set[str]:
    """Return the copies of which she was told that they keep the passphrase of before."""
    given = [one for outcome in outcomes if outcome.work == "protecting" for one in outcome.done]
    return {path for missed in given for path in missed}


def _readable(plan: Plan, missed: set[str]) -> Iterator[str]:
    words = f"seed {plan.seed}, day".encode()
    for folder in (plan.paths.folder, stick(plan)):
        for path in folder.rglob("*"):
            if path.is_file() and words in path.read_bytes() and str(path) not in missed:
                yield f"{path.name} can be read without the passphrase"


def _is_plain(sentence: str) -> bool:
    """Return whether it is one sentence or two that are true: nothing here is damaged."""
    wrong = ("\n", "damaged", ".part", ".swap", "The file diary.daymark is not", "only be read")
    return sentence.endswith(".") and not any(words in sentence for words in wrong)


def _is_aside(path: Path) -> bool:
    return path.is_file() and (".part" in path.name or ".swap" in path.name)
