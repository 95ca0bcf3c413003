"""A record keeps unknown, denied and late days apart."""

from __future__ import annotations

import math

import pytest

from diary.domain.choices import BAD_NIGHTS
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SymptomReport
from diary.domain.record import Record
from tests.rules.diaries import START, Sketch, day, pain


def days_of(flags):
    return [index for index, flag in enumerate(flags) if flag]


def plain(values):
    return [None if math.isnan(value) else value for value in values]


def test_a_diary_without_entries_has_no_calendar():
    with pytest.raises(ValueError, match="no entries"):
        Record(Diary())


def test_the_calendar_reaches_from_the_first_to_the_last_entry():
    record = Record(pain("_x3 4 _x5 2 _").diary())
    assert (record.start, record.size) == (day(3), 7)
    assert record.day(6) == day(9)
    assert record.index(day(3)) == 0
    assert record.index(START) == -3
    assert record.judged == [0, 6]
    assert days_of(record.has_entry) == [0, 6]


def test_late_is_more_than_48_hours_after_the_end_of_the_day():
    sketch = pain("3x5").late(1, hours=48).late(2, hours=48.01).late(3, hours=-30)
    assert days_of(Record(sketch.diary()).late) == [2]


def test_each_question_is_answered_by_itself():
    sketch = pain("3 ? 0l _ 2").sign(1, "heavy_legs").no_signs(2, 4)
    record = Record(sketch.diary())
    assert days_of(record.pains_answered) == [0, 2, 4]
    assert days_of(record.pains_recorded) == [0, 4]
    assert days_of(record.signs_answered) == [1, 2, 4]
    assert days_of(record.signs_recorded) == [1, 4]
    assert days_of(record.symptoms_answered) == []


def test_symptoms():
    cough, fever = SymptomReport(symptom="cough"), SymptomReport(symptom="fever")
    diary = Diary(
        entries=(
            DayEntry(date=day(0), symptoms=(cough,)),
            DayEntry(date=day(1)),
            DayEntry(date=day(2), symptoms=()),
            DayEntry(date=day(3), symptoms=(fever, cough)),
        )
    )
    record = Record(diary)
    assert days_of(record.symptoms_answered) == [0, 2, 3]
    assert record.symptom_items == {"cough": {0: [cough], 3: [cough]}, "fever": {3: [fever]}}
    assert record.sign_items == {}
    assert record.pain_items == {}


def test_scores_keep_silence_zero_and_unknown_apart():
    record = Record(pain("3 _ ? 0 ! 7").pain("0x2 5", "hip", 3).diary())
    assert plain(record.scores("lower_back")) == [3, None, None, 0, None, 7]
    assert plain(record.scores("hip")) == [0, None, None, 0, 0, 5]
    assert plain(Record(pain("4 _ 6").diary()).scores("neck")) == [0, None, 0]


def test_both_sides_give_their_maximum_and_an_unknown_side_does_not_hide_it():
    sketch = pain("3 3 !").pain("5 ! !", side="left")
    assert plain(Record(sketch.diary()).scores("lower_back")) == [5, 3, None]


def test_late_days_are_drawn_and_not_counted():
    record = Record(pain("3 4l 0l 5").diary())
    assert plain(record.scores("lower_back")) == [3, 4, 0, 5]
    assert plain(record.scores_on_time("lower_back")) == [3, None, None, 5]


def test_reports_are_found_by_place_and_day():
    sketch = Sketch(
        {0: [Pain(region="hip", worst=2)], 2: [Pain(region="hip"), Pain(region="neck")]}
    )
    record = Record(sketch.sign(2, "heavy_legs", grade=2).diary())
    assert {place: sorted(days) for place, days in record.pain_items.items()} == {
        "hip": [0, 2],
        "neck": [2],
    }
    assert record.sign_items["heavy_legs"][2][0].grade == 2


def test_pains_are_found_by_what_she_said_of_them():
    entries = (
        DayEntry(
            date=day(0),
            pains=(
                Pain(region="hip", quality=("burning", "burning"), spreads_to=("one_leg",)),
                Pain(region="hip", quality=("dull",)),
                Pain(region="knee", quality=("burning",)),
            ),
        ),
        DayEntry(date=day(3), pains=(Pain(region="hip", quality=("burning",)),)),
    )
    record = Record(Diary(entries=entries))
    first, _dull, knee = entries[0].pains
    assert record.pains_with("quality", "burning", "hip") == {0: [first], 3: [entries[1].pains[0]]}
    assert record.pains_with("quality", "burning", "knee") == {0: [knee]}
    assert record.pains_with("spreads_to", "one_leg", "hip") == {0: [first]}
    assert record.pains_with("spreads_to", "one_leg", "knee") == {}
    assert record.pains_with("spreads_to", "ribs", "hip") == {}


def test_days_with_a_value_are_told_by_place_whatever_the_other_reports_of_the_day_say():
    record = Record(
        Diary(
            entries=(
                DayEntry(
                    date=day(0),
                    pains=(
                        Pain(region="hip", side="left", night="none"),
                        Pain(region="hip", side="right", night="woke_me"),
                        Pain(region="knee", night="felt"),
                    ),
                ),
                DayEntry(date=day(2), pains=(Pain(region="hip"),)),
                DayEntry(date=day(3), pains=(Pain(region="hip", night="kept_awake"),)),
            )
        )
    )
    assert days_of(record.with_value("hip", "night", BAD_NIGHTS)) == [0, 3]
    assert days_of(record.with_value("knee", "night", BAD_NIGHTS)) == []
    assert days_of(record.with_value("knee", "night", frozenset({"felt", None}))) == [0]
    assert days_of(record.with_value("neck", "night", frozenset({None}))) == []


def test_answers_of_the_day_keep_zero_and_silence_apart():
    entries = (
        DayEntry(date=day(0), walking=0),
        DayEntry(date=day(2)),
        DayEntry(date=day(3), walking=3),
    )
    answers = Record(Diary(entries=entries)).answers("walking")
    assert plain(answers) == [0, None, None, 3]


def test_an_answer_that_is_missing_or_empty_has_nothing_and_an_empty_one_has_a_number():
    drops = Medicine(name="drops", doses=2)
    record = Record(
        Diary(
            entries=(
                DayEntry(date=day(0), medicines=(drops,)),
                DayEntry(date=day(1), medicines=()),
                DayEntry(date=day(2)),
            )
        )
    )
    asked = []
    assert days_of(record.flags("medicines", "any", lambda taken: asked.append(taken) or True)) == [
        0
    ]
    assert asked == [(drops,)]
    assert plain(record.values("medicines", "number", len)) == [1, 0, None]


def test_what_was_ever_said_of_a_pain():
    hip = Pain(region="hip", quality=("burning",), better_with=("rest",))
    record = Record(Diary(entries=(DayEntry(date=day(0), pains=(hip,)), DayEntry(date=day(1)))))
    assert record.said_of_pains == {("quality", "burning"), ("better_with", "rest")}
    assert Record(pain("3").diary()).said_of_pains == frozenset()


def test_scores_are_computed_once_and_nobody_can_change_them():
    record = Record(pain("3 4l").diary())
    for scores in (record.scores, record.scores_on_time):
        assert scores("lower_back") is scores("lower_back")
        with pytest.raises(ValueError, match="read-only"):
            scores("lower_back")[0] = 9
