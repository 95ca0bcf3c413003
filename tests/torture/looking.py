"""Look at what a killed program left: is every confirmed change there, and nothing half done?"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from diary.errors import DiaryError
from diary.services.open import open_services
from diary.services.safekeeping import Safekeeping
from diary.store import soundness
from diary.store.identity import PassphraseError
from tests.torture.kinds import KINDS
from tests.torture.plans import NOW, Says

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diary.services.open import Services
    from tests.torture.plans import Plan
    from tests.torture.work import Kind

_TWO_DAYS = 2 * 24 * 60 * 60


def faults(plan: Plan, steps: list[str]) -> list[str]:
    """Return what is wrong with what is there after these confirmed steps."""
    kind = KINDS[plan.kind]
    confirmed = len(steps)
    missed = kind.missed(steps)
    return [
        *_faults_of_copies(kind, plan, confirmed, missed),
        *kind.more(plan, steps),  # before the diary is opened
        *_faults_of_diary(kind, plan, confirmed, missed),
    ]


def leftovers(plan: Plan) -> list[str]:
    """Return the files written aside that are still there after the same work and a backup.

    Whoever writes one may still be at it, so they are first made two days old.
    """
    for path in plan.folder.rglob("*.part*"):
        old = path.stat().st_mtime - _TWO_DAYS
        os.utime(path, (old, old))
    kind = KINDS[plan.kind]
    for _step in kind.work(plan):
        pass
    Safekeeping(plan.paths, kind.passphrases(plan, len(kind.states(plan)))[-1]).backup(NOW)
    return [path.name for path in plan.folder.rglob("*.part*")]


def _faults_of_copies(kind: Kind, plan: Plan, confirmed: int, missed: set[str]) -> Iterator[str]:
    for path in _copies(plan, missed):
        problems = []
        for passphrase in kind.passphrases(plan, confirmed):
            try:
                problems.append(soundness.verify(path, passphrase).problem)
            except PassphraseError as error:
                problems.append(error.user_message)
        if None not in problems:
            yield f"the backup {path.name} is not whole: {problems}"


def _copies(plan: Plan, missed: set[str]) -> list[Path]:
    return [path for path in plan.paths.backups.glob("*.daymark") if path.name not in missed]


def _faults_of_diary(kind: Kind, plan: Plan, confirmed: int, missed: set[str]) -> Iterator[str]:
    states = kind.states(plan)
    wanted = states[confirmed : confirmed + 2]
    try:
        found, passphrase = _opened(kind, plan, confirmed)
    except DiaryError as error:
        if wanted[0] is not None:
            yield f"the diary does not open: {error.user_message} ({error.detail})"
        return
    if found not in wanted and not (wanted[0] is None and found == Says()):
        yield f"the diary says {_short(found)}, not one of {[_short(one) for one in wanted]}"
    if kind.wipes:
        yield from _remains(plan, passphrase, missed)


def _remains(plan: Plan, passphrase: str | None, missed: set[str]) -> Iterator[str]:
    """Yield what can still be opened or read with an earlier passphrase, or without one."""
    for path in _copies(plan, missed):
        try:
            problem = soundness.verify(path, passphrase).problem
        except PassphraseError as error:
            problem = error.user_message
        if problem is not None:
            yield f"once opened, the backup {path.name} has another passphrase: {problem}"
    words = f"seed {plan.seed}, day".encode()
    for path in plan.paths.folder.rglob("*"):
        if path.name in missed or not path.is_file() or passphrase is None:
            continue
        if words in path.read_bytes():
            yield f"{path.name} can be read without the passphrase"


def _opened(kind: Kind, plan: Plan, confirmed: int) -> tuple[Says, str | None]:
    problem: DiaryError | None = None
    for passphrase in kind.passphrases(plan, confirmed):
        try:
            if plan.paths.diary.exists():
                check = Safekeeping(plan.paths, passphrase).verify()  # before anything is folded in
                if check.problem is not None:
                    raise DiaryError(check.problem)
            services = open_services(plan.paths, passphrase)
        except PassphraseError as error:
            problem = error
            continue
        try:
            check = services.safekeeping.verify()
            if check.problem is not None:
                raise DiaryError(check.problem)
            said = _said(services)
        finally:
            services.close()
        return said, passphrase
    raise problem or AssertionError("no passphrase was tried")


def _said(services: Services) -> Says:
    diary, drafts = services.journal.diary(), services.drafts
    return Says(
        diary.entries,
        tuple((day, drafts.body(day) or "") for day in drafts.days()),
        tuple(sorted(services.archive.changed_days())),
        diary.profile.birth_year,
    )


def _short(says: Says | None) -> str:
    if says is None:
        return "nothing"
    return f"{len(says.entries)} days, {says.drafts}, {says.versions}, {says.birth_year}"
