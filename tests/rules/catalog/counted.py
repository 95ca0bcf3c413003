"""Lines of answers for the rules that count the days with a sign or symptom.

======  ==================================================
``+``   reported; ``L``: reported, and entered late
``.``   answered, not there; ``l``: the same, entered late
``?``   an entry in which it was not answered
``_``   no entry
======  ==================================================
"""

from __future__ import annotations

from diary.domain.record import Record
from diary.domain.signs import SIGNS
from diary.rules.context import Context
from diary.rules.engine import judge
from tests.rules.diaries import Sketch, not_enough_on, number_of, true_days

# Newness, usual level -> whether a report of grade 1 counts.
NEWNESS = [
    ("yes", 0, True),
    ("not_sure", 0, True),
    (None, 0, True),
    ("no", 0, False),
    ("yes", 1, False),
    ("not_sure", 1, False),
    (None, 1, False),
]


def line_of(of, line, sketch=None, **details):
    """Lay a line of answers about a sign or symptom over a sketch."""
    sketch = Sketch() if sketch is None else sketch
    for number, mark in enumerate(line):
        if mark in "+L":
            (sketch.sign if of in SIGNS else sketch.symptom)(number, of, **details)
        elif mark in ".l":
            sketch.no_signs(number) if of in SIGNS else sketch.no_symptoms(number)
        elif mark == "?":
            sketch.entry(number)
        if mark in "Ll":
            sketch.late(number)
    return sketch


def new_on_day_0(of, days, **details):
    """Return a sketch with a daily report, called new on day 0 and not new ever after."""
    sketch = line_of(of, "+", new="yes", **details)
    for number in range(1, days):
        (sketch.sign if of in SIGNS else sketch.symptom)(number, of, new="no", **details)
    return sketch


def last_verdict(sketch, rule, place=None):
    """Return what a rule says on the last day: True, False, or None for too few days."""
    last = number_of(sketch.diary().last_day)
    if last in true_days(sketch, rule, place):
        return True
    return None if last in not_enough_on(sketch, rule, place) else False


def true_days_beside(sketch, rule, *read, place=None):
    """Return the days on which a rule is true that reads the verdicts of others."""
    record = Record(sketch.diary())
    judged, failures = judge(Context(record), [*read, rule])
    assert failures == ()
    return sorted(
        {
            number_of(record.day(index))
            for one in judged
            if one.rule is rule
            for track in one.tracks
            if place is None or track.place == place
            for index in record.judged
            if track.verdicts[index] > 0
        }
    )
