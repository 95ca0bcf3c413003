"""Why a sign or symptom counts as NEW, in words: what she answered, and what her entries show.

Only an answer of *yes* makes an alert say "new". Without it the alert says what she did not say
and on what else it goes: the usual level, and the entries before. That something is above what is
usual is said only where a usual level is known: on the first days there is none yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, translate
from diary.rules.context import grade_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.domain.entry import Report
    from diary.rules.context import Context

    Places = frozenset[str | None] | frozenset[str]

HEADING = mark("New: {what}")
NEWLY = mark("new {what}")
MARKED = mark("{what}, new or worse")
SAID = mark("you said that it is new or worse")
ABOVE_USUAL = mark("it is above what is usual for you")
NOT_USUAL = mark("it is not among what is usual for you")
NOT_SAID = mark("{above}, and you did not say that it is not new")
NOT_SURE = mark("You were not sure whether it is new.")
NOWHERE_BEFORE = mark("You did not say whether it is new; it is not in your earlier entries.")
SELDOM_BEFORE = mark(
    "You did not say whether it is new; of your entries two to six weeks earlier, made in time, "
    "fewer than two have it like this."
)


def newness_words(
    context: Context,
    of: str | None,
    what: str,
    days: Sequence[int],
    *,
    least: int = 1,
    where: Places | None = None,
) -> dict[str, str]:
    """Return the words of a finding about a sign or symptom that counts as NEW.

    Args:
        context: the diary.
        of: its id; a region or None has no such answer, and is never called new.
        what: its phrase inside a sentence.
        days: the days that count, in order.
        least: the least grade of a report that counts.
        where: the places at which a symptom counts; None: anywhere.

    Returns:
        ``what``; ``heading``, ``newly`` and ``marked``: the same with "new" where she said yes;
        ``unsaid``: a sentence after a blank where she did not, else empty; ``because``: why one
        entry is enough; ``above``: that it is more than usual.
    """
    above = above_usual_words(context, of, days[-1])
    reports = () if of is None else tuple(_counting(context, of, days, least, where))
    if any(report.new == "yes" for report in reports):
        return {
            "what": what,
            "heading": translate(HEADING).format(what=what),
            "newly": translate(NEWLY).format(what=what),
            "marked": translate(MARKED).format(what=what),
            "unsaid": "",
            "because": translate(SAID),
            "above": above,
        }
    plain = dict.fromkeys(("what", "heading", "newly", "marked"), what)
    if of is None or not reports:
        return {**plain, "unsaid": "", "because": above, "above": above}
    if any(report.new == "not_sure" for report in reports):
        unsaid = NOT_SURE
    elif min(context.reports(of)) < days[0]:
        unsaid = SELDOM_BEFORE
    else:
        unsaid = NOWHERE_BEFORE
    because = translate(NOT_SAID).format(above=above)
    return {**plain, "unsaid": f" {translate(unsaid)}", "because": because, "above": above}


def above_usual_words(context: Context, of: str | None, day: int) -> str:
    """Return that something is more than usual, as what is known of her allows it to be said.

    Args:
        context: the diary.
        of: the id of a sign, symptom or region; None for none.
        day: the day it is said of.
    """
    is_known = of is not None and context.usual(of)[day] > 0
    return translate(ABOVE_USUAL if is_known else NOT_USUAL)


def _counting(
    context: Context, of: str, days: Sequence[int], least: int, where: Places | None
) -> Iterator[Report]:
    told = context.reports(of)
    for day in days:
        for report in told.get(day, ()):
            here = where is None or getattr(report, "where", None) in where
            if here and report.new != "no" and grade_of(report) >= least:
                yield report
