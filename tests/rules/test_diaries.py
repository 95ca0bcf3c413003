"""The small language of the tests means what it says."""

from __future__ import annotations

import pytest

from tests.rules.diaries import Sketch, day, days, pain


def test_a_line_is_a_run_of_days():
    marks = days("3x2 _ 10 0")
    assert [mark.what for mark in marks] == ["3", "3", "_", "10", "0"]
    assert [mark.worst for mark in marks] == [3, 3, None, 10, 0]


def test_nights_and_late_days_are_marked_after_the_score():
    woken, slept, late = days("8n 2g 5nl")
    assert (woken.night, slept.night, late.night) == ("woke_me", "none", "woke_me")
    assert (woken.late, late.late) == (False, True)


def test_what_is_no_mark_is_refused():
    with pytest.raises(ValueError, match=r"^8z$"):
        days("3 8z")


def test_silence_no_answer_no_pain_and_no_score_stay_apart():
    entries = pain("_ ? 0 ! 4").entries()
    assert [entry.date for entry in entries] == [day(1), day(2), day(3), day(4)]
    unanswered, denied, no_score, scored = entries
    assert unanswered.pains is None
    assert denied.pains == ()
    assert no_score.pains[0].worst is None
    assert scored.pains[0].worst == 4


def test_lines_for_two_places_share_their_days():
    sketch = pain("3 0 ? _").pain("0 5 6 7", "hip")
    assert [[p.region for p in entry.pains] for entry in sketch.entries()] == [
        ["lower_back"],
        ["hip"],
        ["hip"],
        ["hip"],
    ]


def test_signs_are_asked_apart_from_pain():
    sketch = pain("3x3").sign(1, "heavy_legs", new="yes").no_signs(1, 2).entry(5)
    assert [None if e.signs is None else len(e.signs) for e in sketch.entries()] == [
        None,
        1,
        0,
        None,
    ]
    assert all(e.signs is not None and e.pains is not None for e in sketch.answered().entries())


def test_a_late_mark_is_a_late_entry():
    assert [entry.is_late for entry in pain("3 3l").late(0, hours=48).entries()] == [False, True]
    assert isinstance(Sketch().diary().entries, tuple)
