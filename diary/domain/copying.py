"""What "about the same as that day" takes over from an earlier day, and what it never does.

Taken over are the pains, the signs and the symptoms, as they were answered. Never whether a sign
or symptom is new: that is about the fortnight before its own day. Weight, temperature, medicines,
sleep, walking, tasks and the note belong to their day and stay there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from diary.domain.entry import Pain, SignReport, SymptomReport

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable

    from diary.domain.care import Profile
    from diary.domain.entry import DayEntry, Report

    Answer = tuple[Pain, ...] | tuple[SignReport, ...] | tuple[SymptomReport, ...] | None

R = TypeVar("R", SignReport, SymptomReport)


@dataclass(frozen=True, slots=True)
class Copied:
    """The answers taken over from a day; None: that question was not answered there.

    Attributes:
        day: the day they come from.
    """

    day: dt.date
    pains: tuple[Pain, ...] | None
    signs: tuple[SignReport, ...] | None
    symptoms: tuple[SymptomReport, ...] | None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take over."""
        return self.pains is None and self.signs is None and self.symptoms is None


def copied(source: DayEntry) -> Copied:
    """Return what is taken over from a day."""
    return Copied(
        source.date,
        source.pains,
        None if source.signs is None else tuple(_without_new(sign) for sign in source.signs),
        None if source.symptoms is None else tuple(_without_new(item) for item in source.symptoms),
    )


def holds_of(entry: DayEntry, source: Copied) -> bool:
    """Whether a day still says something that was taken over: the same nothing, or a same item.

    A score that was changed since is still an answer about a pain taken over.
    """
    answers: tuple[tuple[Answer, Answer], ...] = (
        (entry.pains, source.pains),
        (entry.signs, source.signs),
        (entry.symptoms, source.symptoms),
    )
    return any(_holds_of(now, then) for now, then in answers)


def asks_new_again(report: Report, profile: Profile, day: dt.date) -> bool:
    """Whether a sign or symptom is above what is usual for her, so that its age matters.

    One without a grade may be above it.

    Args:
        report: what she says of it on the day.
        profile: where what is usual stands.
        day: the day.
    """
    of = report.sign if isinstance(report, SignReport) else report.symptom
    usual = profile.usual_on(of, day)
    return usual is None or report.grade is None or report.grade > usual.level


def _without_new(report: R) -> R:
    return report.model_copy(update={"new": None})


def _holds_of(now: Answer, then: Answer) -> bool:
    if now is None or then is None:
        return False
    if not then:
        return not now
    return bool({_key(item) for item in now} & {_key(item) for item in then})


def _key(item: Pain | Report) -> Hashable:
    if isinstance(item, Pain):
        return item.region, item.side
    if isinstance(item, SignReport):
        return item.sign, item.side
    return item.symptom, item.where
