"""One day of the diary as one row of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.choices import GRADES, RELIEFS, SIDES
from diary.domain.entry import SignReport
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import symptom_label
from diary.i18n import format_day, format_number, mark, plural, sentence_case, translate
from diary.report.words import own_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.domain.entry import DayEntry, Medicine, Pain, Report

# Not answered; a "no" is said in words.
UNKNOWN = "\u2013"
# From the best to the worst.
_NIGHTS = {
    "none": mark("not felt"),
    "felt": mark("felt it"),
    "woke_me": mark("woken"),
    "kept_awake": mark("kept awake"),
}
_AREAS = ("sleep", "walking", "daily_tasks")


def day_cells(entry: DayEntry, *, year: bool) -> tuple[str, ...]:
    """Return the cells of a day: date, pain, night, signs, symptoms, medicines, function.

    Args:
        entry: the day.
        year: whether its date names the year.
    """
    return (
        ", ".join((sentence_case(_day(entry, year=year)), *_kept(entry))),
        _pains(entry.pains),
        _night(entry.pains),
        _reports(entry.signs),
        _measured(entry),
        _medicines(entry.medicines),
        *_function(entry),
    )


def _day(entry: DayEntry, *, year: bool) -> str:
    return format_day(entry.date, "EEE d MMM y" if year else "EEE d MMM")


def _pains(pains: Sequence[Pain] | None) -> str:
    if pains is None:
        return UNKNOWN
    return "; ".join(_pain(pain) for pain in pains) or translate("no pain")


def _pain(pain: Pain) -> str:
    label = translate(PLACES[pain.region].label)
    if pain.side in ("left", "right"):
        label = f"{label} {translate(SIDES[pain.side].label)}"
    return f"{label} {'?' if pain.worst is None else pain.worst}"


def _night(pains: Sequence[Pain] | None) -> str:
    """Return the worst of the night over all places."""
    said = {pain.night for pain in pains or () if pain.night is not None}
    told = [words for night, words in _NIGHTS.items() if night in said]
    return translate(told[-1]) if told else UNKNOWN


def _reports(reports: Sequence[Report] | None) -> str:
    if reports is None:
        return UNKNOWN
    return "; ".join(_report(report) for report in reports) or translate("none")


def _report(report: Report) -> str:
    words = (
        translate(SIGNS[report.sign].label)
        if isinstance(report, SignReport)
        else own_words(symptom_label(report.symptom))
    )
    if report.grade is not None:
        words = f"{words}, {translate(GRADES[str(report.grade)].label)}"
    # Translators: said of a sign or symptom: "numbness in the hands (new)".
    new = translate("new")
    return f"{words} ({new})" if report.new == "yes" else words


def _measured(entry: DayEntry) -> str:
    parts = [] if entry.symptoms is None else [_reports(entry.symptoms)]
    if entry.weight_kg is not None:
        parts.append(translate("{weight}\u00a0kg").format(weight=format_number(entry.weight_kg)))
    if entry.temperature_c is not None:
        degrees = format_number(entry.temperature_c)
        parts.append(translate("{degrees}\u00a0°C").format(degrees=degrees))
    return "; ".join(parts) or UNKNOWN


def _medicines(medicines: Sequence[Medicine] | None) -> str:
    if medicines is None:
        return UNKNOWN
    return "; ".join(_medicine(medicine) for medicine in medicines) or translate("none")


def _medicine(medicine: Medicine) -> str:
    words = own_words(medicine.name)
    if medicine.doses is not None:
        doses = plural("{n} dose", "{n} doses", medicine.doses)
        words = translate("{name}, {doses}").format(name=words, doses=doses)
    if medicine.relief is not None:
        words = f"{words} ({translate(RELIEFS[medicine.relief].label)})"
    return words


def _function(entry: DayEntry) -> Iterator[str]:
    for area in _AREAS:
        held_back = getattr(entry, area)
        yield UNKNOWN if held_back is None else str(held_back)


def _kept(entry: DayEntry) -> Iterator[str]:
    if entry.is_late:
        yield translate("late")
    if entry.copied_from is not None:
        yield translate("copied")
