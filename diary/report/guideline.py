"""The one line for the clinician: which items of the guideline the alerts she brings meet.

Only rules that rest on that guideline have an item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.signs import SIGNS
from diary.i18n import join_words, mark, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.rules.model import Alert, TierStep

ITEMS = {
    "E1": mark("bladder or bowel trouble"),
    "E2": mark("weak limbs or trouble walking"),
    "E3": mark("spinal pain with a nerve sign"),
    "U1": mark("night spinal pain"),
    "U2": mark("severe unremitting spinal pain"),
    "U5": mark("pain in the neck or upper back"),
    "U6": mark("radiating pain"),
    "U7": mark("numbness or tingling"),
    "U16": mark("progressive spinal pain"),
}
_MEETS = mark(
    "For the clinician: meets items of NICE CG75, since replaced by NG234: {items}. "
    "Please consider assessment."
)


def clinician_line(alerts: Iterable[Alert]) -> str:
    """Return the line for these alerts; empty where none rests on the guideline."""
    steps = [step for alert in alerts for step in alert.tiers]
    said = {step.rule for step in steps}
    items = [_item(rule, steps) for rule in ITEMS if rule in said]
    return translate(_MEETS).format(items=join_words(items)) if items else ""


def _item(rule: str, steps: Sequence[TierStep]) -> str:
    """Return an item with the signs that were recorded: an item covers more than one of them."""
    words = translate(ITEMS[rule])
    recorded = {step.place for step in steps if step.rule == rule}
    signs = [translate(sign.label) for id_, sign in SIGNS.items() if id_ in recorded]
    if not signs:
        return words
    return translate("{item} (recorded: {signs})").format(item=words, signs=join_words(signs))
