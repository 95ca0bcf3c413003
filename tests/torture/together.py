"""Two programs at once on one diary, let loose by :func:`run`, and in some runs one is killed.

Each does its steps as a command does, or as a window that stays open. A step is confirmed, or
refused with a plain sentence; whatever else comes of it is a fault.
"""

from __future__ import annotations

import json
import os
import random
import signal
import time
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diary.errors import DiaryError, FileProblem
from diary.services.safekeeping import Safekeeping
from diary.store import connection
from tests.torture.at_once import SAVED, STEPS, bring_back, copy_of, file_of, opened
from tests.torture.plans import NEW_PASSPHRASE, NOW, PASSPHRASE, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.services.open import Services
    from tests.torture.plans import Plan

PAIRS = (
    ("importing", "saving"),
    ("saving", "backing up"),
    ("saving", "protecting"),
    ("importing", "protecting"),
    ("backing up", "protecting"),
    ("backing up", "backing up"),
    ("restoring", "looking"),
    ("restoring", "protecting"),
)
_PATIENCE = 0.3  # seconds that a program waits for the other one; it is 3 for her


@dataclass
class Outcome:
    """What a program said of its steps.

    Attributes:
        work: what it did.
        begun: the step that it was at last.
        done: what each confirmed step gave.
        refused: the sentences of those that were refused.
        bug: what was no plain sentence.
        was_killed: whether it was.
    """

    work: str
    begun: int = -1
    done: list[Any] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    bug: list[str] = field(default_factory=list)
    was_killed: bool = False


class Program:
    """One of the two.

    Args:
        plan: where, and what.
        number: which of the two.
    """

    def __init__(self, plan: Plan, number: int) -> None:
        self.plan = plan
        self.number = number
        self.chance = random.Random(f"{plan.seed} {number}")
        self._open: Services | None = None

    def services(self) -> Services:
        """Return the open diary."""
        if self._open is None:
            self._open = opened(self.plan)
        return self._open

    def close(self) -> None:
        """Let go of it."""
        services, self._open = self._open, None
        if services is not None:
            services.close()

    def maybe_close(self) -> None:
        """Let go of it or stay, by chance."""
        if self.chance.random() < 0.5:
            self.close()

    def saving(self, step: int) -> int:
        """Save a day."""
        self.services().journal.save(self.plan.entry(SAVED + step), NOW, TODAY)
        return SAVED + step

    def importing(self, step: int) -> int:
        """Take a file in."""
        self.services().transfer.import_file(file_of(self.plan, step), TODAY, NOW)
        return step

    def backing_up(self, step: int) -> str:
        """Make a backup: from the open diary, as a command, or at closing, with a stick."""
        way = (step + self.number) % 3
        if way == 0:
            return str(self.services().safekeeping.backup(NOW))
        if way == 1:
            self.close()
            return str(Safekeeping(self.plan.paths, self.passphrase()).backup(NOW))
        bring_back(self.plan, f"2026-03-19T20410{self.number}Z-{step + 2}")
        notes = self.services().keep(NOW, asked=True)
        if notes.failed is not None:
            raise FileProblem(notes.failed)
        return str(self.plan.paths.backups / (notes.newest or ""))

    def protecting(self, _step: int) -> list[str]:
        """Turn the passphrase on, change it, or turn it off; give the copies that it missed."""
        protection, present = self.services().protection, self.services().passphrase
        if present is None:
            missed = protection.turn_on(PASSPHRASE, NOW).missed
        elif present == PASSPHRASE:
            missed = protection.change(PASSPHRASE, NEW_PASSPHRASE, NOW).missed
        else:
            missed = protection.turn_off(NEW_PASSPHRASE, NOW)
        return [str(path) for path in missed]

    def restoring(self, _step: int) -> str:
        """Put a readable copy back, as a command does."""
        self.close()
        kept = Safekeeping(self.plan.paths, self.passphrase()).restore(copy_of(self.plan), NOW)
        return str(kept)

    def looking(self, _step: int) -> int:
        """Open the diary, read it, and close it."""
        days = self.services().journal.diary().entries
        self.close()
        return len(days)

    def passphrase(self) -> str | None:
        """Return what opens the diary now."""
        services = opened(self.plan)
        services.close()
        return services.passphrase


def run(plan: Plan, pair: tuple[str, str], kill_after: float | None) -> tuple[Outcome, ...]:
    """Let the two programs do their steps at once, and return what they said.

    Args:
        plan: where, and what; it is prepared.
        pair: what each of them does.
        kill_after: seconds until the first is killed; None for never.
    """
    connection.WAIT_SECONDS = _PATIENCE
    started = [_start(Program(plan, number), work) for number, work in enumerate(pair)]
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(started[0][0], signal.SIGKILL)
    return tuple(_outcome(work, *one) for work, one in zip(pair, started, strict=True))


def _start(program: Program, work: str) -> tuple[int, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _do(program, work, writing)
    os.close(writing)
    return child, reading


def _do(program: Program, work: str, writing: int) -> None:
    # What is said is one write, so that no line is ever half there.
    def say(word: str, what: Any) -> None:
        os.write(writing, json.dumps([word, what]).encode() + b"\n")

    step_of = getattr(program, work.replace(" ", "_"))
    try:
        for step in range(program.chance.randint(1, STEPS)):
            say("begun", step)
            _try(lambda step=step: say("done", step_of(step)), say)
            _try(program.maybe_close, say)
        _try(program.close, say)
    except BaseException:  # noqa: BLE001  told as what it is
        say("bug", traceback.format_exc()[-3000:])
    finally:
        os._exit(0)


def _try(job: Callable[[], object], say: Callable[[str, Any], None]) -> None:
    try:
        job()
    except DiaryError as error:
        say("refused", error.user_message)


def _outcome(work: str, child: int, reading: int) -> Outcome:
    outcome = Outcome(work)
    with os.fdopen(reading, encoding="utf-8") as lines:
        for word, what in map(json.loads, lines):
            if word == "begun":
                outcome.begun = what
            else:
                getattr(outcome, word).append(what)
    _, status = os.waitpid(child, 0)
    outcome.was_killed = os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    return outcome
