"""How findings become sentences, and what each tier asks for. Rule book, section 5.

What to do follows the tier of the alert, so that an alert that was once urgent never says
"this week".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, translate
from diary.rules.model import Tier, Wording

if TYPE_CHECKING:
    from diary.rules.evidence import Finding
    from diary.rules.rule import Rule

WHAT_TO_DO: dict[Tier, str] = {
    Tier.EMERGENCY: mark(
        "Call your hospital team now. National guidance for people who have had cancer says so. "
        "No answer at once? Go to the emergency department or call the emergency number. "
        "Do not wait for your next visit."
    ),
    Tier.URGENT: mark("Contact your cancer team or GP today or tomorrow, weekends included."),
    Tier.SOON: mark("Your team would still like to hear about it: speak to them this week."),
    Tier.NEXT_VISIT: mark("This is on the list for your next visit."),
}
NOTHING_MATCHED = mark(
    "No rule matched your entries. This is not an all-clear. If you are worried, call your team."
)


def alert_wording(rule: Rule, finding: Finding, tier: Tier) -> Wording:
    """Return the finished sentences of an alert of a tier."""
    words = rule.words

    def say(text: str) -> str:
        return translate(text).format(**finding.words)

    return Wording(
        title=_sentence_case(say(words.title)),
        noticed=say(words.noticed),
        worked_out=say(words.worked_out),
        ordinary="" if tier is Tier.EMERGENCY else say(words.ordinary),
        what_to_do=translate(WHAT_TO_DO[tier]),
        cannot_tell=say(words.cannot_tell),
    )


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
