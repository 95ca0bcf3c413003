"""What else was recorded: other symptoms with their negatives, function, medicines, weight."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diary.domain import choices
from diary.domain.symptoms import SYMPTOMS, symptom_label
from diary.i18n import format_day, format_number, join_words, plural, translate
from diary.report.model import Fact, Section
from diary.report.words import days, fact, named, of_days, own_words, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.entry import DayEntry, Medicine

_MOST_SYMPTOMS = 5
_MOST_MEDICINES = 3
_HELD_BACK = 2  # "quite a bit" of 0 to 3


def also_recorded(entries: Sequence[DayEntry]) -> Section:
    """Return what else the entries of the period hold."""
    return Section(
        translate("Also recorded"),
        (
            *_symptoms(entries),
            fact(translate("Held back"), _function(entries)),
            fact(translate("Medicines"), _medicines(entries)),
            fact(translate("Weight"), _weight(entries)),
        ),
    )


def _symptoms(entries: Sequence[DayEntry]) -> tuple[Fact, ...]:
    answered = [entry.symptoms for entry in entries if entry.symptoms is not None]
    heading = translate("Other symptoms")
    if not answered:
        return (fact(heading, None),)
    said = [id_ for reports in answered for id_ in {report.symptom for report in reports}]
    labels = {id_: own_words(symptom_label(id_)) for id_ in sorted(set(said))}
    asked = translate("asked on {days}").format(days=days(len(answered)))
    told = tally(said, labels, most=_MOST_SYMPTOMS)
    facts = [Fact(heading, f"{translate('none') if told is None else told}; {asked}")]
    denied = [
        translate(symptom.phrase)
        for symptom in SYMPTOMS.values()
        if symptom.whole_body and symptom.id not in labels
    ]
    if denied:
        facts.append(Fact(translate("Asked, answered no"), join_words(denied)))
    return tuple(facts)


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


def _medicines(entries: Sequence[DayEntry]) -> str | None:
    answered = [entry.medicines for entry in entries if entry.medicines is not None]
    if not answered:
        return None
    taken = [[medicine for medicine in medicines if medicine.doses != 0] for medicines in answered]
    days_of = Counter(name for day in taken for name in {medicine.name for medicine in day})
    ranked = sorted(days_of, key=lambda name: (-days_of[name], name))
    told = [_medicine(name, taken) for name in ranked[:_MOST_MEDICINES]]
    if len(ranked) > len(told):
        told.append(plural("{n} more", "{n} more", len(ranked) - len(told)))
    asked = translate("asked on {days}").format(days=days(len(answered)))
    return f"{'; '.join(told) if told else translate('none taken')}; {asked}"


def _medicine(name: str, taken: Sequence[Sequence[Medicine]]) -> str:
    items = [[medicine for medicine in day if medicine.name == name] for day in taken]
    doses = [medicine.doses for day in items for medicine in day if medicine.doses is not None]
    kinds = [medicine.kind for day in items for medicine in day if medicine.kind is not None]
    details = [days(sum(1 for day in items if day))]
    if doses:
        details.append(plural("{n} dose", "{n} doses", sum(doses)))
    relief = named(
        (medicine.relief for day in items for medicine in day if medicine.relief is not None),
        choices.RELIEFS,
    )
    if relief is not None:
        details.append(translate("relief: {relief}").format(relief=relief))
    kind = translate(choices.MEDICINE_KINDS[kinds[-1]].label) if kinds else ""
    known_by = f" ({kind})" if kind and kind.casefold() != name.casefold() else ""
    return f"{own_words(name)}{known_by} {', '.join(details)}"


def _weight(entries: Sequence[DayEntry]) -> str | None:
    known = [(entry.date, entry.weight_kg) for entry in entries if entry.weight_kg is not None]
    if not known:
        return None
    told = known if len(known) == 1 else [known[0], known[-1]]
    return ", ".join(
        translate("{weight} kg on {day}").format(weight=format_number(weight), day=format_day(day))
        for day, weight in told
    )
