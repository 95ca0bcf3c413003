"""What else was recorded: nights, function, medicines, weight, and signs of the whole body."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from diary.charts.text import period_text
from diary.domain import choices
from diary.domain.choices import GRADES
from diary.domain.places import PLACES
from diary.domain.symptoms import SYMPTOMS, symptom_label
from diary.i18n import format_day, format_number, join_words, plural, translate
from diary.report.asked import how_asked
from diary.report.model import Fact, Section
from diary.report.nights import bad_night, bad_places, late_nights, of_nights
from diary.report.words import days, fact, named, of_days, own_words, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.domain.entry import DayEntry, Medicine, SymptomReport

_MOST_SYMPTOMS = 5
_MOST_MEDICINES = 3
_HELD_BACK = 2  # "quite a bit" of 0 to 3
_WEEK = 7
_LATELY = dt.timedelta(days=_WEEK)
_LEAST_LATELY = 3  # of fewer days a share says little
_DIFFERS = 0.25  # share of the days, in the last week and in all: our choice


def also_recorded(entries: Sequence[DayEntry], end: dt.date) -> Section:
    """Return what else the entries of the period hold; ``end`` is its last day."""
    return Section(
        translate("Nights, function, medicines, whole body"),
        (
            fact(translate("Nights"), _nights(entries)),
            fact(translate("Held back"), _function(entries)),
            fact(translate("Medicines"), _medicines(entries, end)),
            fact(translate("Weight"), _weight(entries)),
            *_temperature(entries),
            *_symptoms(entries, end),
        ),
    )


def _nights(entries: Sequence[DayEntry]) -> str | None:
    on_time = [entry for entry in entries if entry.pains is not None and not entry.is_late]
    nights = [bad_night(entry) for entry in on_time]
    if all(bad is None for bad in nights):
        return None
    told = translate("woken or awake by any pain on {nights}").format(nights=of_nights(nights))
    told = f"{told}{_woken_by(entries)}"
    late = sum(bool(bad_night(entry)) for entry in entries if entry.is_late)
    return f"{told}; {late_nights(late)}" if late else told


def _woken_by(entries: Sequence[DayEntry]) -> str:
    """Return which places woke her, worst first; the nights of each where there are several."""
    nights = Counter(place for entry in entries if not entry.is_late for place in bad_places(entry))
    order = list(PLACES)
    ranked = sorted(nights, key=lambda place: (-nights[place], order.index(place)))
    told = [translate(PLACES[place].label) for place in ranked]
    if len(told) > 1:
        told = [f"{label} ({nights[place]})" for label, place in zip(told, ranked, strict=True)]
    return f": {join_words(told)}" if told else ""


def _function(entries: Sequence[DayEntry]) -> str | None:
    parts = []
    for label, values in (
        (translate("sleep"), [entry.sleep for entry in entries]),
        (translate("walking"), [entry.walking for entry in entries]),
        (translate("daily tasks"), [entry.daily_tasks for entry in entries]),
    ):
        known = [value for value in values if value is not None]
        count = sum(1 for value in known if value >= _HELD_BACK)
        said = of_days(count, len(known)) if known else translate("not answered")
        parts.append(f"{label} {said}")
    if all(
        value is None
        for entry in entries
        for value in (entry.sleep, entry.walking, entry.daily_tasks)
    ):
        return None
    return translate("quite a bit or more: {parts}").format(parts=", ".join(parts))


def _medicines(entries: Sequence[DayEntry], end: dt.date) -> str | None:
    known = [(entry.date, entry.medicines) for entry in entries if entry.medicines is not None]
    answered = [medicines for _, medicines in known]
    lately = sum(end - day < _LATELY for day, _ in known)
    if not answered:
        return None
    asked = translate("asked on {days}").format(days=days(len(answered)))
    taken = [[medicine for medicine in medicines if medicine.doses != 0] for medicines in answered]
    days_of = Counter(name for day in taken for name in {medicine.name for medicine in day})
    ranked = sorted(days_of, key=lambda name: (-days_of[name], name))
    if not ranked:
        return f"{translate('none taken')}; {asked}"
    told = [_medicine(name, taken, lately) for name in ranked[:_MOST_MEDICINES]]
    if len(ranked) > len(told):
        told.append(plural("{n} more", "{n} more", len(ranked) - len(told)))
    return "; ".join([*told, _opioid(taken)])


def _medicine(name: str, taken: Sequence[Sequence[Medicine]], lately: int) -> str:
    items = [[medicine for medicine in day if medicine.name == name] for day in taken]
    doses = [medicine.doses for day in items for medicine in day if medicine.doses is not None]
    kinds = [medicine.kind for day in items for medicine in day if medicine.kind is not None]
    with_it = [bool(day) for day in items]
    details = [f"{of_days(sum(with_it), len(taken))}{_recent_use(with_it, lately)}"]
    if doses:
        details.append(
            translate("{doses}, {each} a week").format(
                doses=plural("{n} dose", "{n} doses", sum(doses)),
                each=format_number(sum(doses) * _WEEK / len(taken)),
            )
        )
    reliefs = [{medicine.relief for medicine in day} - {None} for day in items]
    relief = named((said for day in reliefs for said in day if said is not None), choices.RELIEFS)
    if relief is not None:
        details.append(
            translate("relief told on {told} of these {days}: {relief}").format(
                told=sum(map(bool, reliefs)),
                days=days(sum(map(bool, items))),
                relief=relief,
            )
        )
    kind = translate(choices.MEDICINE_KINDS[kinds[-1]].label) if kinds else ""
    known_by = f" ({kind})" if kind and kind.casefold() != name.casefold() else ""
    return f"{own_words(name)}{known_by} {', '.join(details)}"


def _recent_use(with_it: Sequence[bool], lately: int) -> str:
    """Return the use of the last week where it differs: an average hides that it began lately."""
    if not _LEAST_LATELY <= lately < len(with_it):
        return ""
    recent = sum(with_it[-lately:])
    if abs(recent / lately - sum(with_it) / len(with_it)) < _DIFFERS:
        return ""
    return translate(" (in the last week {count})").format(count=of_days(recent, lately))


def _opioid(taken: Iterable[Iterable[Medicine]]) -> str:
    """Say whether one was taken; a medicine whose kind is not known leaves it open."""
    kinds = {medicine.kind for day in taken for medicine in day}
    if "opioid" in kinds:
        return translate("opioid: yes")
    return translate("opioid: not known") if None in kinds else translate("opioid: no")


def _weight(entries: Sequence[DayEntry]) -> str | None:
    known = [(entry.date, entry.weight_kg) for entry in entries if entry.weight_kg is not None]
    if not known:
        return None
    told = known if len(known) == 1 else [known[0], known[-1]]
    words = ", ".join(
        translate("{weight} kg on {day}").format(weight=format_number(weight), day=format_day(day))
        for day, weight in told
    )
    if len(known) == 1:
        return words
    change = round(known[-1][1] - known[0][1], 1)
    sign = "+" if change > 0 else "\u2212" if change < 0 else ""
    return translate("{weights} ({change}\u00a0kg)").format(
        weights=words, change=f"{sign}{format_number(abs(change))}"
    )


def _temperature(entries: Sequence[DayEntry]) -> tuple[Fact, ...]:
    known = [
        (entry.temperature_c, entry.date) for entry in entries if entry.temperature_c is not None
    ]
    if not known:
        return ()
    highest, day = max(known)
    words = translate("highest {degrees} °C on {day}; measured on {days}").format(
        degrees=format_number(highest), day=format_day(day), days=days(len(known))
    )
    return (Fact(translate("Temperature"), words),)


def _symptoms(entries: Sequence[DayEntry], end: dt.date) -> tuple[Fact, ...]:
    asked = [entry for entry in entries if entry.symptoms is not None]
    heading = translate("Whole body")
    if not asked:
        return (fact(heading, None),)
    said: dict[str, list[tuple[DayEntry, SymptomReport]]] = {}
    for entry in asked:
        for report in entry.symptoms or ():
            said.setdefault(report.symptom, []).append((entry, report))
    whole = [id_ for id_, symptom in SYMPTOMS.items() if symptom.whole_body]
    positive = [_positive(id_, said[id_], len(asked)) for id_ in whole if id_ in said]
    facts = []
    if positive:
        facts.append(Fact(heading, "; ".join(positive)))
    denied = [translate(SYMPTOMS[id_].phrase) for id_ in whole if id_ not in said]
    if denied:
        _, often = how_asked([entry.date for entry in asked], len(entries), end)
        words = translate("{symptoms} ({asked})").format(symptoms=join_words(denied), asked=often)
        facts.append(Fact(translate("Asked, answered no"), words))
    if not denied or set(said) - set(whole):
        facts.append(_others(said, whole, len(asked)))
    return tuple(facts)


def _positive(id_: str, reports: Sequence[tuple[DayEntry, SymptomReport]], asked: int) -> str:
    """Return a sign of the whole body in full: its worst grade, its days, whether it is new.

    The days are the first and the last of the period on which it was reported.
    """
    grades = [report.grade for _, report in reports if report.grade is not None]
    recorded = list(dict.fromkeys(entry.date for entry, _ in reports))
    details = [translate(GRADES[str(max(grades))].label)] if grades else []
    details += [
        of_days(len(recorded), asked),
        period_text(recorded[0], recorded[-1]),
    ]
    new = [entry.date for entry, report in reports if report.new == "yes"]
    if new:
        details.append(translate("said new or worse {day}").format(day=format_day(new[-1])))
    return f"{translate(SYMPTOMS[id_].label)} ({', '.join(details)})"


def _others(
    said: dict[str, list[tuple[DayEntry, SymptomReport]]], whole: Sequence[str], asked: int
) -> Fact:
    others = sorted(id_ for id_ in said if id_ not in whole)
    labels = {id_: own_words(symptom_label(id_)) for id_ in others}
    on_days = [id_ for id_ in others for _ in {entry.date for entry, _ in said[id_]}]
    told = tally(on_days, labels, most=_MOST_SYMPTOMS)
    words = translate("{symptoms}; asked on {days}").format(
        symptoms=translate("none") if told is None else told, days=days(asked)
    )
    return Fact(translate("Other symptoms"), words)
