"""What speaks because of a day: being true and being alive are decided elsewhere.

Only an emergency interrupts; urgent alerts always show; of the others at most one *new* card a
day, the highest, and none in a quiet period. What is held back waits in the list. Nothing here
changes an alert. See docs/rule-book.md, *Life of an alert*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.rules.life_numbers import CARDS_A_DAY, RINGS_FOR
from diary.rules.model import Tier

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from diary.domain.care import QuietPeriod
    from diary.rules.model import Alert, AlertReport

    # The rule that opened an alert, and its place.
    Subject = tuple[str, str | None]


def speaking(
    report: AlertReport,
    day: dt.date,
    today: dt.date,
    quiet_periods: Iterable[QuietPeriod],
    shown: Collection[Subject] = (),
) -> tuple[Alert, ...]:
    """Return the alerts that speak because of the entry of ``day``, highest first.

    Args:
        report: the alerts as of ``day``.
        day: the day just recorded.
        today: the present day; an old day fills the list and does not interrupt.
        quiet_periods: days on which only emergencies and urgent alerts speak.
        shown: what the calm cards already shown on the present day are about; they may come
            again, and take the place of others.
    """
    standing = [alert for alert in report.alerts if alert.stands and _has_news(alert, day)]
    standing.sort(key=lambda alert: alert.tier, reverse=True)
    loud = [alert for alert in standing if alert.tier is Tier.EMERGENCY]
    if (today - day).days > RINGS_FOR.value:
        loud = []
    urgent = [alert for alert in standing if alert.tier is Tier.URGENT]
    quiet = any(period.start <= today <= period.end for period in quiet_periods)
    calm = [] if quiet else [alert for alert in standing if alert.tier < Tier.URGENT]
    again = [alert for alert in calm if subject_of(alert) in shown]
    fresh = [alert for alert in calm if subject_of(alert) not in shown]
    return (*loud, *urgent, *again, *fresh[: CARDS_A_DAY.value - len(shown)])


def calm_subjects(spoken: Iterable[Alert]) -> frozenset[Subject]:
    """Return what the calm cards among alerts that speak are about."""
    return frozenset(subject_of(alert) for alert in spoken if alert.tier < Tier.URGENT)


def subject_of(alert: Alert) -> Subject:
    """Return the rule and the place of an alert; a day filled in later may move its first day."""
    return alert.rule, alert.place


def _has_news(alert: Alert, day: dt.date) -> bool:
    """Whether the alert had news on the day, or is an emergency nobody was told of."""
    if day in alert.spoke_on:
        return True
    return alert.tier is Tier.EMERGENCY and not alert.contacted and alert.last_true_on == day
