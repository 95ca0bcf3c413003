"""How an alert grew, in words: every step with its day, tier, short title and rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import format_day, mark, translate

if TYPE_CHECKING:
    from diary.rules.model import Alert

STEP = mark("{day}: {tier}, {title} ({rule})")


def steps_in_words(alert: Alert) -> tuple[str, ...]:
    """Return each step of an alert in turn; nothing where it is the only one."""
    if len(alert.tiers) == 1:
        return ()
    return tuple(
        translate(STEP).format(
            day=format_day(step.on),
            tier=translate(step.tier.label).lower(),
            title=step.title,
            rule=step.rule,
        )
        for step in alert.tiers
    )
