"""The nerve-sign box: explicit negatives matter most, and *not asked* is not *no*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.choices import GRADES, SIDES
from diary.domain.signs import SIGNS, SignGroup
from diary.i18n import format_day, join_words, translate
from diary.report.asked import Asked, how_asked
from diary.report.model import Answer, NerveBox, NerveRow
from diary.report.words import of_days

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.domain.care import Profile
    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry, SignReport

_SAYS_LITTLE = frozenset({Answer.RARELY, Answer.NOT_ASKED})


def nerve_box(diary: Diary, start: dt.date, end: dt.date) -> NerveBox:
    """Return the box of the nerve signs; earlier days only say since when.

    Args:
        diary: the diary.
        start: the first day.
        end: the last day, included.
    """
    asked = [entry for entry in diary.entries if entry.signs is not None and entry.date <= end]
    rows = tuple(_row(group, asked, start, end, diary) for group in SignGroup)
    hardly = all(row.answer in _SAYS_LITTLE for row in rows)
    alike = len({(row.word, row.text) for row in rows}) == 1
    return NerveBox(
        heading=translate("Nerve signs"),
        rows=rows,
        not_asked=_hardly_asked(diary, start, end) if hardly and alike else "",
    )


def _hardly_asked(diary: Diary, start: dt.date, end: dt.date) -> str:
    """Say once of all groups how little was asked."""
    recorded = [entry for entry in diary.entries if start <= entry.date <= end]
    asked = [entry.date for entry in recorded if entry.signs is not None]
    if not asked:
        return translate("Nerve signs NOT asked in this period.")
    how, _ = how_asked(asked, len(recorded), end)
    words = (
        translate("Nerve signs NOT asked since {day}; only on {days} recorded, then answered no.")
        if how is not Asked.SELDOM
        else translate("Nerve signs asked only on {days} recorded, last {day}; answered no then.")
    )
    return words.format(day=format_day(asked[-1]), days=of_days(len(asked), len(recorded)))


def _row(
    group: SignGroup, asked: Sequence[DayEntry], start: dt.date, end: dt.date, diary: Diary
) -> NerveRow:
    now = [entry for entry in asked if entry.date >= start]
    label, signs = translate(group.label), _signs_asked(group)
    if any(_reports(entry, group) for entry in now):
        return NerveRow(label, Answer.YES, *_yes(group, asked, now, diary.profile), signs="")
    before = [entry.date for entry in asked if entry.date < start and _reports(entry, group)]
    earlier = (
        translate("Before this period: yes, last on {day}.").format(day=format_day(before[-1]))
        if before
        else ""
    )
    if not now:
        return NerveRow(label, Answer.NOT_ASKED, translate("not asked"), earlier, signs)
    recorded = sum(start <= entry.date <= end for entry in diary.entries)
    answer, word, no = _no(now, recorded, end)
    text = f"{no}. {earlier}" if earlier else no
    return NerveRow(label, answer, word, text, signs)


def _no(now: Sequence[DayEntry], recorded: int, end: dt.date) -> tuple[Answer, str, str]:
    how, words = how_asked([entry.date for entry in now], recorded, end)
    if how is Asked.OFTEN:
        return Answer.NO, translate("answered no"), words
    if how is Asked.NOT_LATELY:
        return Answer.RARELY, translate("answered no"), words
    return Answer.RARELY, translate("answered no, but"), words


def _signs_asked(group: SignGroup) -> str:
    """Name the signs where the label of the group does not: else its "no" says nothing."""
    if group is not SignGroup.OTHER:
        return ""
    return ", ".join(translate(sign.label) for sign in SIGNS.values() if sign.group is group)


def _yes(
    group: SignGroup, asked: Sequence[DayEntry], now: Sequence[DayEntry], profile: Profile
) -> tuple[str, str]:
    """Return the answer and its signs, each with its own first day, the newest first.

    One day for a whole group would date a sign of yesterday to an old one beside it.
    """
    with_it = [entry for entry in now if _reports(entry, group)]
    began = {sign: _first_day(sign, asked) for sign in _signs_of(group, with_it)}
    signs = sorted(began, key=lambda sign: began[sign], reverse=True)
    if len(signs) == 1:
        first = began[signs[0]]
        words = (
            translate("yes, already on the first day this was asked, {day}")
            if first == asked[0].date
            else translate("yes, since {day}")
        )
        word = words.format(day=format_day(first))
        named = [_sign(signs[0], with_it, profile)]
    else:
        word = translate("yes")
        named = [
            _since(began[sign], asked).format(
                sign=_sign(sign, with_it, profile), day=format_day(began[sign])
            )
            for sign in signs
        ]
    counted = translate("on {days} asked, last on {day}").format(
        days=of_days(len(with_it), len(now)), day=format_day(with_it[-1].date)
    )
    denied = [entry.date for entry in now if entry.date > with_it[-1].date]
    since = ""
    if denied:
        since = translate(" Answered no since then, last on {day}.").format(
            day=format_day(denied[-1])
        )
    return word, f"{join_words(named)}: {counted}.{since}"


def _since(first: dt.date, asked: Sequence[DayEntry]) -> str:
    """Return the words for when a sign began; before the first day asked nothing is known."""
    if first == asked[0].date:
        return translate("{sign} already on the first day asked, {day}")
    return translate("{sign} since {day}")


def _first_day(sign: str, asked: Sequence[DayEntry]) -> dt.date:
    return next(entry.date for entry in asked if any(one.sign == sign for one in entry.signs or ()))


def _sign(sign: str, with_it: Sequence[DayEntry], profile: Profile) -> str:
    """Return a sign with its worst grade, its sides, and whether it is new or usual."""
    reported = [
        (entry.date, report)
        for entry in with_it
        for report in entry.signs or ()
        if report.sign == sign
    ]
    reports = [report for _, report in reported]
    details = [*_grade(reports), *_sides(reports)]
    said_new = [day for day, report in reported if report.new == "yes"]
    if said_new:
        details.append(translate("said new or worse {day}").format(day=format_day(said_new[-1])))
    usual = profile.usual_on(sign, with_it[-1].date)
    if usual is not None and usual.level > 0:
        details.append(
            translate("usual level: {grade}").format(
                grade=translate(GRADES[str(usual.level)].label)
            )
        )
    label = translate(SIGNS[sign].label)
    return f"{label} ({', '.join(details)})" if details else label


def _grade(reports: Sequence[SignReport]) -> list[str]:
    grades = [report.grade for report in reports if report.grade is not None]
    return [translate(GRADES[str(max(grades))].label)] if grades else []


def _sides(reports: Sequence[SignReport]) -> list[str]:
    said = {report.side for report in reports}
    return [translate(SIDES[side].label) for side in SIDES if side in said]


def _reports(entry: DayEntry, group: SignGroup) -> bool:
    return any(SIGNS[report.sign].group is group for report in entry.signs or ())


def _signs_of(group: SignGroup, entries: Sequence[DayEntry]) -> list[str]:
    reported = {report.sign for entry in entries for report in entry.signs or ()}
    return [sign for sign in SIGNS if SIGNS[sign].group is group and sign in reported]
