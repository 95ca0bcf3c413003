"""What a day says, line by line in plain words, and in what two versions of it differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diary.domain.choices import (
    GRADES,
    INTERFERENCES,
    MEDICINE_KINDS,
    NEWNESS,
    PAIN_MANY,
    PAIN_ONE,
    RELIEFS,
    SIDES,
)
from diary.domain.entry import Medicine, Pain, SignReport
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import symptom_label
from diary.i18n import format_number, mark, plural, translate
from diary.ui.local import day_in_words, list_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.catalogue import Catalogue, Term
    from diary.domain.entry import DayEntry, SymptomReport

    Item = Pain | SignReport | SymptomReport | Medicine

NOT_ANSWERED = mark("not answered")
_NOT_THERE = mark("not there")
_RECORDED = mark("recorded")
_DIFFERS = mark("{what}. Then: {then}. Now: {now}.")
_LINE = mark("{what}: {answer}")
_WITH_SIDE = mark("{what}, {side}")
_NOTHING: Final = {
    "pains": (mark("Pain"), mark("none")),
    "signs": (mark("Signs"), mark("none of them")),
    "symptoms": (mark("Other symptoms"), mark("none")),
    "medicines": (mark("Medicines"), mark("none taken")),
}
_SCORES: Final = {
    "worst": mark("{n} of 10 at its worst"),
    "average": mark("{n} of 10 on average"),
}
_PAIN_WORDS: Final = {
    "night": mark("last night: {words}"),
    "pattern": mark("{words}"),
    "trigger": mark("what set it off: {words}"),
    "onset": mark("began {words}"),
    "relief": mark("medicine helped: {words}"),
    "timing": mark("when: {words}"),
    "worse_with": mark("worse with {words}"),
    "better_with": mark("better with {words}"),
    "quality": mark("feels {words}"),
    "spreads_to": mark("spreads to {words}"),
}
_STARTED = mark("started on {day}")
_NEW = mark("new or worse: {words}")
_HELPED = mark("helped: {words}")
_HELD_BACK: Final = {
    "sleep": mark("Sleep disturbed"),
    "walking": mark("Walking held back"),
    "daily_tasks": mark("Daily tasks held back"),
}
_TEXTS: Final = {"could_do": mark("What you could do"), "note": mark("Note")}
_HER_WORDS = mark("\u201c{text}\u201d")
_WEIGHT, _KG = mark("Weight"), mark("{n} kg")
_TEMPERATURE, _DEGREES = mark("Temperature"), mark("{n} °C")
_COPIED = mark("Copied from")


@dataclass(frozen=True, slots=True)
class _Answer:
    """One line: what it is about, and what was said."""

    what: str
    said: str


def lines_of(entry: DayEntry) -> list[str]:
    """Return all that a day says, a line for each answer; what was not answered has none."""
    found = []
    for question in _NOTHING:
        items = getattr(entry, question)
        found += list(_items(items).values()) if items else _whole(entry, question)
    found += _single(entry).values()
    return [translate(_LINE).format(what=one.what, answer=one.said) for one in found]


def differences(then: DayEntry, now: DayEntry) -> list[str]:
    """Return a sentence for each answer in which two versions of a day differ."""
    found: list[str] = []
    for question in _NOTHING:
        old, new = getattr(then, question), getattr(now, question)
        if old and new:
            found += _compared(_items(old), _items(new), _NOT_THERE)
        elif old != new:
            found.append(
                _sentence(
                    _NOTHING[question][0], _in_short(then, question), _in_short(now, question)
                )
            )
    return found + _compared(_single(then), _single(now), NOT_ANSWERED)


def _compared(then: dict[str, _Answer], now: dict[str, _Answer], without: str) -> list[str]:
    missing = translate(without)
    found = []
    for key in dict.fromkeys((*then, *now)):
        old, new = then.get(key), now.get(key)
        if old != new:
            what = (old or new or _Answer("", "")).what
            found.append(
                _sentence(what, old.said if old else missing, new.said if new else missing)
            )
    return found


def _sentence(what: str, then: str, now: str) -> str:
    return translate(_DIFFERS).format(what=translate(what), then=then, now=now)


def _whole(entry: DayEntry, question: str) -> list[_Answer]:
    if getattr(entry, question) is None:
        return []
    what, nothing = _NOTHING[question]
    return [_Answer(translate(what), translate(nothing))]


def _in_short(entry: DayEntry, question: str) -> str:
    items = getattr(entry, question)
    if items is None:
        return translate(NOT_ANSWERED)
    if not items:
        return translate(_NOTHING[question][1])
    return " / ".join(
        translate(_LINE).format(what=one.what, answer=one.said) for one in _items(items).values()
    )


def _items(items: Sequence[Item]) -> dict[str, _Answer]:
    """Return the items of a list by what they are about; the second about the same comes after."""
    found: dict[str, _Answer] = {}
    for item in items:
        what = _with_side(_label(item), getattr(item, "side", None) or getattr(item, "where", None))
        key, number = what, 2
        while key in found:
            key, number = f"{what} {number}", number + 1
        found[key] = _Answer(what, "; ".join(_words(item)) or translate(_RECORDED))
    return found


def _label(item: Item) -> str:
    if isinstance(item, Pain):
        return translate(PLACES[item.region].label)
    if isinstance(item, SignReport):
        return translate(SIGNS[item.sign].label)
    return item.name if isinstance(item, Medicine) else symptom_label(item.symptom)


def _with_side(what: str, side: str | None) -> str:
    if side is None:
        return what
    term = SIDES[side] if side in SIDES else PLACES[side]
    return translate(_WITH_SIDE).format(what=what, side=translate(term.label))


def _words(item: Item) -> list[str]:
    if isinstance(item, Pain):
        return _pain_words(item)
    if isinstance(item, Medicine):
        return _medicine_words(item)
    words = [] if item.grade is None else [translate(GRADES[str(item.grade)].label)]
    return words + _answered(_NEW, NEWNESS, item.new)


def _pain_words(pain: Pain) -> list[str]:
    scores = ((words, getattr(pain, name)) for name, words in _SCORES.items())
    found = [translate(words).format(n=score) for words, score in scores if score is not None]
    for name, catalogue in PAIN_ONE.items():
        found += _answered(_PAIN_WORDS[name], catalogue, getattr(pain, name))
    for name, catalogue in PAIN_MANY.items():
        if chosen := getattr(pain, name):
            words = list_in_words([translate(catalogue[id_].label) for id_ in chosen])
            found.append(translate(_PAIN_WORDS[name]).format(words=words))
    if pain.started_on is not None:
        found.append(translate(_STARTED).format(day=day_in_words(pain.started_on)))
    return found


def _medicine_words(medicine: Medicine) -> list[str]:
    found = _answered("{words}", MEDICINE_KINDS, medicine.kind)
    if medicine.doses is not None:
        found.append(plural("{n} dose", "{n} doses", medicine.doses))
    return found + _answered(_HELPED, RELIEFS, medicine.relief)


def _answered(words: str, catalogue: Catalogue[Term], id_: str | None) -> list[str]:
    return [] if id_ is None else [translate(words).format(words=translate(catalogue[id_].label))]


def _single(entry: DayEntry) -> dict[str, _Answer]:
    said: dict[str, tuple[str, str | None]] = {
        "weight_kg": (_WEIGHT, _number(_KG, entry.weight_kg, 3)),
        "temperature_c": (_TEMPERATURE, _number(_DEGREES, entry.temperature_c, 2)),
    }
    for name, what in _HELD_BACK.items():
        level = getattr(entry, name)
        said[name] = what, None if level is None else translate(INTERFERENCES[str(level)].label)
    for name, what in _TEXTS.items():
        text = getattr(entry, name)
        said[name] = what, None if text is None else translate(_HER_WORDS).format(text=text)
    copied = entry.copied_from
    said["copied_from"] = _COPIED, None if copied is None else day_in_words(copied)
    return {
        name: _Answer(translate(what), words)
        for name, (what, words) in said.items()
        if words is not None
    }


def _number(words: str, value: float | None, decimals: int) -> str | None:
    return None if value is None else translate(words).format(n=format_number(value, decimals))
