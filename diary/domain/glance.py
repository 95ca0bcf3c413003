"""What a day says at a glance: whether it is recorded, and its worst pain."""

from __future__ import annotations

from pydantic import Field

from diary.domain import choices
from diary.domain import fields as f


class DayGlance(f.Model):
    """One recorded day.

    Attributes:
        date: the day.
        worst: the worst score of the day; 0 on a day said to be without pain; None where there is
            no number: the question was not answered, or a pain was given without a score.
    """

    date: f.Day
    worst: int | None = Field(ge=0, le=choices.PAIN_HIGHEST)


def worst_of_day(*, answered: bool, pains: int, scored: int, highest: int | None) -> int | None:
    """Return the worst score of a day; None where there is no number.

    Args:
        answered: whether the question about pain was answered.
        pains: how many pains were given.
        scored: how many of them have a score.
        highest: the highest of these scores, None without any.
    """
    if not answered:
        return None
    if pains == 0:
        return 0
    # A 0 at one place says nothing about a pain whose amount is not known.
    return None if highest == 0 and scored < pains else highest
