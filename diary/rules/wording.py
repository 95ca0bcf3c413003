"""How findings become sentences, and what each tier asks for.

What to do follows the tier of the alert, so that an alert that was once urgent never says
"this week".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import format_day, mark, plural, sentence_case, translate
from diary.rules.life_numbers import LAPSE_DAYS
from diary.rules.model import Tier, Wording

if TYPE_CHECKING:
    from diary.rules.evidence import Finding
    from diary.rules.model import Alert, AlertReport
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
# Said on the phone, and where nobody answers: our own words, in the spirit of the leaflets.
PHONE_FIRST = mark("\u201cI am a patient of the cancer team, and this cannot wait.\u201d")
PHONE_NOTED = mark("\u201cMy symptom diary of {day} says: {noticed}\u201d")
PHONE_LAST = mark("\u201cI was told to call about this at once. What should I do now?\u201d")
NO_ANSWER = mark(
    "Go to the emergency department now, or call the emergency number of your country. "
    "Say there what is written above."
)
NO_ENTRIES = mark("No entries since {day} ({days}). What is said here is what could be said then.")
NOTHING_MATCHED = mark(
    "No rule matched your entries. This is not an all-clear. If you are worried, call your team."
)


def alert_wording(rule: Rule, finding: Finding, tier: Tier) -> Wording:
    """Return the finished sentences of an alert, in the language of the program.

    Args:
        rule: whose words they are.
        finding: what was found, with the values that the words name.
        tier: as high as the alert is now; it decides what to do.
    """
    words = rule.words
    says = finding.says or words

    def say(text: str) -> str:
        return translate(text).format(**finding.words)

    return Wording(
        title=sentence_case(say(says.title)),
        noticed=say(says.noticed),
        worked_out=say(says.worked_out),
        ordinary="" if tier is Tier.EMERGENCY else say(words.ordinary),
        what_to_do=translate(WHAT_TO_DO[tier]),
        cannot_tell=say(words.cannot_tell),
    )


def phone_words(alert: Alert) -> tuple[str, ...]:
    """Return what she can read out on the phone about an emergency."""
    told = translate(PHONE_NOTED).format(
        day=format_day(alert.last_true_on), noticed=alert.wording.noticed
    )
    return translate(PHONE_FIRST), told, translate(PHONE_LAST)


def silence_in_words(report: AlertReport) -> str:
    """Return since when nothing was recorded; empty where that is not long ago.

    Silence ends no alert and clears none, so it is said beside them.
    """
    last = report.last_entry
    if last is None:
        return ""
    days = (report.as_of - last).days
    if days <= LAPSE_DAYS.value:
        return ""
    return translate(NO_ENTRIES).format(
        day=format_day(last), days=plural("{n} day", "{n} days", days)
    )
