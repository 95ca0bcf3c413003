"""The whole sheet from a diary and its alerts; pure, so that it can be tested word by word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.charts.text import period_text
from diary.i18n import ENGLISH, format_day, language, sentence_case, translate
from diary.report.alerts import also_noticed, details, during, reasons
from diary.report.also_recorded import also_recorded
from diary.report.body import body_maps
from diary.report.head import head
from diary.report.judged import how_far
from diary.report.lacking import not_judged, not_judged_in_full
from diary.report.model import Fact, Note, Notes, Paper, Questions, Report, Section
from diary.report.nerve import nerve_box
from diary.report.pain import main_pain
from diary.report.quality import data_quality
from diary.report.tables import tables
from diary.report.weight import weights
from diary.report.words import days

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.domain.diary import Diary
    from diary.domain.entry import DayEntry
    from diary.rules.model import AlertReport


# Where page 1 is full.
_FEW_ALSO = 2


def build(
    diary: Diary,
    alerts: AlertReport,
    start: dt.date,
    end: dt.date,
    as_of: dt.date,
    *,
    version: str,
    paper: Paper = "a4",
    include_notes: bool = False,
    judging: bool = True,
    questions: Sequence[str] = (),
) -> Report:
    """Return the sheet for the days ``start`` to ``end``.

    Args:
        diary: the whole diary; days before ``start`` only say since when something is there.
        alerts: every alert up to ``end``.
        start: the first day.
        end: the last day.
        as_of: the date of the document.
        version: of the program.
        paper: ``a4`` or ``letter``.
        include_notes: whether her notes follow.
        judging: False where she switched the rules off as a whole; ``alerts`` is empty then.
        questions: what she wants to ask, in her own words.

    Raises:
        ValueError: ``end`` is before ``start``.
    """
    if end < start:
        raise ValueError("end before start")
    entries = [entry for entry in diary.entries if start <= entry.date <= end]
    shown = during(alerts, start, end)
    weight = weights(diary, start, end)
    spread = diary.profile.bone_metastases is True
    judged = how_far(alerts, entries, known_spread=spread, judging=judging)
    asked = tuple(text for text in questions if text.strip())
    return Report(
        paper=paper,
        language=language(),
        made_on=as_of,
        title=translate("Symptom diary, {period}").format(period=period_text(start, end)),
        head=head(diary, start, end),
        reasons=reasons(shown, end, judged, asked, weight),
        nerve=nerve_box(diary, start, end),
        pain=main_pain(diary, shown, start, end),
        no_pain=_no_pain(entries),
        maps=body_maps(entries, start, end),
        also_noticed=also_noticed(shown, weight),
        also_noticed_short=also_noticed(shown, weight, most=_FEW_ALSO),
        also_recorded=also_recorded(entries, end),
        quality=_quality(diary, alerts, entries, start, end),
        questions=Questions(
            heading=translate("My questions"),
            items=asked,
            nothing="" if asked else translate("No questions written down."),
        ),
        tables=tables(entries, start, end),
        details=replace(details(shown), not_judged=not_judged_in_full(alerts)),
        notes=_notes(entries) if include_notes else None,
        footer=_footer(alerts, version, as_of),
        page_of=translate("page {page} of {pages}"),
    )


def _footer(alerts: AlertReport, version: str, as_of: dt.date) -> str:
    footer = translate(
        "Recorded by the patient, not a diagnosis, not an all-clear. "
        "Rule book {book}, Daymark {version}, {day}"
    ).format(book=alerts.rule_book, version=version, day=format_day(as_of))
    if language() == ENGLISH:
        return footer
    # Said of a translation on every page, until a clinician has read its words.
    return translate("{footer}. Translated from English, not yet reviewed by a clinician.").format(
        footer=footer
    )


def _quality(
    diary: Diary,
    alerts: AlertReport,
    entries: Sequence[DayEntry],
    start: dt.date,
    end: dt.date,
) -> Section:
    section = data_quality(diary, entries, start, end)
    return replace(section, facts=section.facts + not_judged(alerts))


def _no_pain(entries: Sequence[DayEntry]) -> Fact:
    answered = sum(entry.pains is not None for entry in entries)
    label = translate("Pain")
    if not answered:
        return Fact(
            label,
            translate("The question about pain was not answered in this period."),
            known=False,
        )
    return Fact(
        label, translate("No pain on any of the {days} answered.").format(days=days(answered))
    )


def _notes(entries: Sequence[DayEntry]) -> Notes:
    items = tuple(
        Note(sentence_case(format_day(entry.date, "full")), label, text)
        for entry in entries
        for label, text in (
            (translate("What I could do"), entry.could_do),
            (translate("Note"), entry.note),
        )
        if text is not None and text.strip()
    )
    return Notes(
        heading=translate("My notes"),
        items=items,
        nothing="" if items else translate("No notes in this period."),
    )
