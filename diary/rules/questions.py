"""Q2: one question after a silence, because silence may itself be the worsening.

What it watches: days without an entry that follow an urgent alert or severe pain.
Why: someone who feels worse may stop writing; a calm question costs little.
When it speaks: once a silence, when the window opens, and never in a quiet period. It is no alert:
it has no tier and stands in no list of alerts.
What it cannot know: why nothing was written.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.care import AlertAction
from diary.i18n import format_day, mark, translate
from diary.rules.evidence import Number, our_choice
from diary.rules.model import Tier
from diary.rules.shared_numbers import PAIN_7

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.domain.diary import Diary
    from diary.rules.model import Alert

QUESTION = "Q2"
SILENT_DAYS = Number(mark("silent days"), 3, "days", our_choice(mark("longer than a busy weekend")))
ALERT_WITHIN = Number(
    mark("days before the silence in which an urgent alert was last true"),
    14,
    "days",
    our_choice(mark("two weeks, as long as an emergency goes on speaking")),
)
LONGEST_SILENCE = Number(
    mark("silent days after which it is a pause"),
    28,
    "days",
    our_choice(mark("old diaries that are brought in do not ask")),
)
NUMBERS = (SILENT_DAYS, PAIN_7, ALERT_WITHIN, LONGEST_SILENCE)
SENTENCE = mark(
    "Asks once how you are when 3 days passed without an entry after an urgent alert or after "
    "pain of 7 or more on your last recorded day. Not in a quiet period."
)
# Where the rule book leaves two readings, this is the one that speaks later.
CHOICES = (
    mark(
        "The three days must have passed whole, and days of a quiet period are not counted. Pain "
        "of 7 or more must stand in the last entry, not in an earlier one."
    ),
)
_ASKS = mark("How are you today?")
_LAST_ENTRY = mark("Your last entry is from {day}.")
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Question:
    """A question to ask once, in finished words.

    Attributes:
        after: the last recorded day, after which there was silence; it names the silence.
        asks: the question.
        about: one calm sentence more.
    """

    after: dt.date
    asks: str
    about: str


def how_are_you(diary: Diary, alerts: Iterable[Alert], today: dt.date) -> Question | None:
    """Return the question to ask today, or None.

    Args:
        diary: the diary; that the question was put away stands in its actions.
        alerts: the alerts that stand.
        today: the present day.
    """
    after = diary.last_day
    if after is None or _is_quiet(diary, today) or _was_put_away(diary, after):
        return None
    if not SILENT_DAYS.value <= _silent_days(diary, after, today) <= LONGEST_SILENCE.value:
        return None
    if not (_was_severe(diary) or any(_was_urgent(alert, after) for alert in alerts)):
        return None
    about = translate(_LAST_ENTRY).format(day=format_day(after, "d MMMM"))
    return Question(after, translate(_ASKS), about)


def put_away(question: Question, today: dt.date) -> AlertAction:
    """Return the action that keeps that a question was asked."""
    return AlertAction(rule=QUESTION, raised_on=question.after, action="seen", on=today)


def _was_put_away(diary: Diary, after: dt.date) -> bool:
    return any(
        action.rule == QUESTION and action.raised_on == after for action in diary.alert_actions
    )


def _silent_days(diary: Diary, after: dt.date, today: dt.date) -> int:
    """How many whole days passed between the last entry and today, quiet ones left out."""
    passed = (after + _ONE_DAY * number for number in range(1, (today - after).days))
    return sum(1 for day in passed if not _is_quiet(diary, day))


def _is_quiet(diary: Diary, day: dt.date) -> bool:
    return any(period.start <= day <= period.end for period in diary.quiet_periods)


def _was_severe(diary: Diary) -> bool:
    pains = diary.entries[-1].pains or ()
    return any(pain.worst is not None and pain.worst >= PAIN_7.value for pain in pains)


def _was_urgent(alert: Alert, after: dt.date) -> bool:
    return (
        alert.stands
        and alert.tier >= Tier.URGENT
        and (after - alert.last_true_on).days <= ALERT_WITHIN.value
    )
