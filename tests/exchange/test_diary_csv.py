"""The entries as CSV: equal after the way there and back, and every wrong row told."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from hypothesis import given, settings

from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.domain.places import PLACES
from diary.errors import RequestError
from diary.exchange import diary_csv
from diary.exchange.dates import not_iso
from diary.exchange.merge import merge_answers
from tests.refusals import refused
from tests.strategies import HOSTILE_TEXTS, LAST_DAY, diaries

TODAY = LAST_DAY
HEADER = "date,item,place,side,value,detail\n"
DAY = dt.date(2026, 3, 1)


def answers(*lines, header=HEADER):
    return diary_csv.read((header + "".join(f"{line}\n" for line in lines)).encode(), TODAY)


def entry(*lines):
    return merge_answers(Diary(), answers(*lines)).entries[0]


def problems(*lines, header=HEADER):
    with pytest.raises(RequestError) as caught:
        answers(*lines, header=header)
    return list(caught.value.problems)


def there_and_back(diary):
    text = diary_csv.write(diary)
    return merge_answers(Diary(), diary_csv.read(text.encode(), TODAY))


@settings(deadline=None)
@given(diaries())
def test_entries_come_back_equal(diary):
    assert there_and_back(diary).entries == diary.entries


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_survives_in_every_text(text):
    day = DayEntry(
        date=DAY,
        note=text,
        could_do=text,
        symptoms=(SymptomReport(symptom=f"custom:{text}x", grade=1),),
        medicines=(Medicine(name=f"{text}x"),),
    )
    assert there_and_back(Diary(entries=(day,))).entries == (day,)


def test_rows_of_a_day():
    day = DayEntry(
        date=DAY,
        entered_at=dt.datetime(2026, 3, 1, 20, 4, tzinfo=dt.UTC),
        pains=(
            Pain(
                region="lower_back",
                worst=6,
                average=4,
                night="woke_me",
                timing=("night", "early_morning"),
                started_on=dt.date(2026, 2, 1),
            ),
            Pain(region="knee", side="right"),
        ),
        signs=(SignReport(sign="leg_weakness", side="both", grade=2, new="yes"),),
        symptoms=(SymptomReport(symptom="swelling", grade=1, where="armpit"),),
        weight_kg=67.5,
        sleep=0,
        medicines=(Medicine(name="=cmd", kind="opioid", doses=2, relief="none"),),
        note="one\ntwo, three",
        copied_from=dt.date(2026, 2, 28),
    )
    assert diary_csv.write(Diary(entries=(day,))) == HEADER + (
        "2026-03-01,entered_at,,,2026-03-01T20:04:00Z,\n"
        "2026-03-01,pain,lower_back,,6,"
        "average=4;night=woke_me;timing=night+early_morning;started_on=2026-02-01\n"
        "2026-03-01,pain,knee,right,,\n"
        "2026-03-01,sign,leg_weakness,both,2,new=yes\n"
        "2026-03-01,symptom,swelling,,1,where=armpit\n"
        "2026-03-01,weight_kg,,,67.5,\n"
        "2026-03-01,sleep,,,0,\n"
        "2026-03-01,medicine,'=cmd,,2,kind=opioid;relief=none\n"
        '2026-03-01,note,,,"one\ntwo, three",\n'
        "2026-03-01,copied_from,,,2026-02-28,\n"
    )


def test_explicit_nothing_has_its_rows():
    day = DayEntry(date=DAY, pains=(), signs=(), symptoms=(), medicines=())
    assert diary_csv.write(Diary(entries=(day,))) == HEADER + (
        "2026-03-01,no_pain,,,,\n"
        "2026-03-01,no_signs,,,,\n"
        "2026-03-01,no_symptoms,,,,\n"
        "2026-03-01,no_medicines,,,,\n"
    )


def test_day_without_any_answer_survives():
    day = DayEntry(date=DAY)
    assert diary_csv.write(Diary(entries=(day,))) == HEADER + "2026-03-01,entered_at,,,,\n"
    assert there_and_back(Diary(entries=(day,))).entries == (day,)


def test_diary_without_days_is_a_header():
    assert diary_csv.write(Diary()) == HEADER
    assert diary_csv.read(HEADER.encode(), TODAY) == ()


def test_same_place_twice_stays_twice():
    day = DayEntry(date=DAY, pains=(Pain(region="knee", worst=2), Pain(region="knee", worst=5)))
    assert there_and_back(Diary(entries=(day,))).entries == (day,)


def test_empty_note_is_not_an_unanswered_one():
    assert entry("2026-03-01,note,,,,").note == ""
    assert entry("2026-03-01,could_do,,,x,").note is None


def test_other_questions_stay_unanswered():
    day = entry("2026-03-01,pain,knee,,0,")
    assert day.pains == (Pain(region="knee", worst=0),)
    assert (day.signs, day.symptoms, day.medicines, day.weight_kg) == (None, None, None, None)


def test_rows_of_a_day_need_not_stand_together():
    found = answers("2026-03-01,pain,knee,,1,", "2026-03-02,no_pain,,,,", "2026-03-01,pain,hip,,2,")
    assert [(day.day.day, len(day.lists["pains"])) for day in found] == [(1, 2), (2, 0)]


def test_hand_made_file_may_have_blanks():
    text = (
        "Date; Item; Place; Side; Value; Detail\r\n"
        " 2026-03-01 ; pain ; knee ; left ; 6 ; night = woke_me ; timing = night + evening ;"
        " relief = ;\r\n"
    )
    day = merge_answers(Diary(), diary_csv.read(text.encode(), TODAY)).entries[0]
    expected = Pain(
        region="knee", side="left", worst=6, night="woke_me", timing=("night", "evening")
    )
    assert day.pains == (expected,)
    assert entry("2026-03-01,symptom, fatigue ,,2,").symptoms[0].symptom == "fatigue"


def test_date_place_and_score_are_enough():
    found = answers("2026-03-01,lower_back,6", header="date,place,value\n")
    assert found[0].lists["pains"] == (Pain(region="lower_back", worst=6),)


def test_file_from_a_spreadsheet_with_a_byte_order_mark():
    data = "\ufeffdate;item;value\r\n2026-03-01;note;Müde, müde\r\n".encode()
    assert diary_csv.read(data, TODAY)[0].single == {"note": "Müde, müde"}


def test_formula_in_a_note_is_text_for_every_spreadsheet():
    text = diary_csv.write(Diary(entries=(DayEntry(date=DAY, note='=HYPERLINK("x")'),)))
    assert list(csv.reader(io.StringIO(text)))[1][4] == '\'=HYPERLINK("x")'
    assert entry("2026-03-01,note,,,'=1+1,").note == "=1+1"


def test_first_and_last_possible_day_are_read():
    found = answers("1900-01-01,sleep,,,1,", "2026-03-20,sleep,,,1,")
    assert len(found) == 2


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "14/03/2026,no_pain,,,,",
            "row 2, date: is day/month/year with slashes; dates are written like 2026-03-01",
        ),
        ("1899-12-31,no_pain,,,,", "row 2, date: is before 1900-01-01"),
        ("2026-03-21,no_pain,,,,", "row 2, date: is after today"),
        (",no_pain,,,,", "row 2, date: is empty; dates are written like 2026-03-01"),
        ("2026-03-01,temprature,,,38,", "row 2, item: temprature is not an item this program"),
        ("2026-03-01,,,,38,", "row 2, item: is empty or not an item this program knows"),
        ("2026-03-01,my own words,,,1,", "row 2, item: is empty or not an item this program"),
        ("2026-03-01,pain,knee,,6.5,", "row 2, value: is not a whole number"),
        ("2026-03-01,pain,knee,,six,", "row 2, value: is not a whole number"),
        ("2026-03-01,pain,knee,,11,", "row 2, value: is above 10"),
        ("2026-03-01,pain,knee,,-1,", "row 2, value: is below 0"),
        ("2026-03-01,pain,knee,,1_0,", "row 2, value: is not a whole number"),
        ("2026-03-01,pain,back,,1,", "row 2, place: back is not known here; give one of neck, "),
        ("2026-03-01,pain,,,1,", "row 2, place: is not a known id"),
        ("2026-03-01,pain,my back,,1,", "row 2, place: is not a known id"),
        ("2026-03-01,sign,weak,,1,", "row 2, place: weak is not known here; give one of leg_weak"),
        ("2026-03-01,pain,knee,up,1,", "row 2, side: is not one of left, right, both or centre"),
        ("2026-03-01,pain,knee,,1,loud", "row 2, detail: is not written like key=value;key=value"),
        ("2026-03-01,pain,knee,,1,nihgt=none", "row 2, detail nihgt: is not a key this item"),
        ("2026-03-01,pain,knee,,1,my words=1", "row 2, detail: is not a key this item knows"),
        ("2026-03-01,pain,knee,,1,worst=1", "row 2, detail worst: is not a key this item"),
        (
            "2026-03-01,pain,knee,,1,night=none;night=none",
            "row 2, detail night: stands there twice",
        ),
        ("2026-03-01,pain,knee,,1,night=loud", "row 2, detail night: is not one of none, felt"),
        ("2026-03-01,pain,knee,,1,timing=night+x", "row 2, detail timing: is not one of night"),
        ("2026-03-01,pain,knee,,1,average=5.5", "row 2, detail average: is not a whole number"),
        (
            "2026-03-01,pain,knee,,1,started_on=1.2.26",
            "row 2, detail started_on: is a date with a two-digit year with dots; dates",
        ),
        ("2026-03-01,sign,leg_weakness,,4,", "row 2, value: is above 3"),
        (
            "2026-03-01,symptom,tired,,1,",
            "row 2, place: tired is not known here; give one of",
        ),
        ("2026-03-01,symptom,fatigue,left,1,", "row 2, side: is not used by this item and must"),
        ("2026-03-01,medicine,,,1,", "row 2, place: is empty"),
        ("2026-03-01,no_pain,,,yes,", "row 2, value: is not used by this item and must be empty"),
        ("2026-03-01,no_pain,knee,,,", "row 2, place: is not used by this item"),
        ("2026-03-01,note,knee,,a,", "row 2, place: is not used by this item"),
        ("2026-03-01,entered_at,knee,,,", "row 2, place: is not used by this item"),
        (
            "2026-03-01,entered_at,,,2026-03-01 20:04,",
            "row 2, value: is not a time with its zone, written like 2026-03-01T20:04:00Z",
        ),
        ("2026-03-01,weight_kg,,,,", "row 2, value: is empty"),
        ('2026-03-01,weight_kg,,,"67,5",', "row 2, value: is not a number, written like 67.5"),
        ("2026-03-01,weight_kg,,,675,", "row 2, value: is above 400"),
        ("2026-03-01,sleep,,,4,", "row 2, value: is above 3"),
        ("2026-03-01,copied_from,,,1/3/2026,", "row 2, value: is day/month/year or month/day"),
    ],
)
def test_wrong_row_is_told_with_its_row_and_column(line, problem):
    found = problems(line)
    assert len(found) == 1
    assert found[0].startswith(problem)


def test_every_problem_of_every_row_is_listed():
    assert problems(
        "1.3.2026,pain,back,,11,night=loud",
        "2026-03-01,no_pain,,,,",
        "2026-03-02,mood,,,3,",
    ) == [
        f"row 2, date: {not_iso('1.3.2026')}",
        f"row 2, place: back is not known here; give one of {', '.join(PLACES)}",
        "row 2, value: is above 10",
        "row 2, detail night: is not one of none, felt, woke_me or kept_awake",
        "row 4, item: mood is not an item this program knows",
    ]


def test_problems_are_counted_in_the_sentence():
    with refused(RequestError, "The file has 2 problems, so nothing was imported."):
        answers("2026-03-01,mood,,,3,", "1.1.26,no_pain,,,,")


def test_nothing_and_something_on_the_same_day_contradict_each_other():
    assert problems("2026-03-01,no_pain,,,,", "2026-03-01,pain,knee,,1,") == [
        "row 3, item: pain cannot be true together with no_pain in row 2"
    ]
    assert problems("2026-03-01,medicine,ibuprofen,,1,", "2026-03-01,no_medicines,,,,") == [
        "row 3, item: no_medicines cannot be true together with medicine in row 2"
    ]


def test_nothing_said_twice_is_nothing():
    assert entry("2026-03-01,no_pain,,,,", "2026-03-01,no_pain,,,,").pains == ()


def test_two_answers_to_one_question_differ():
    assert problems("2026-03-01,sleep,,,1,", "2026-03-02,sleep,,,2,", "2026-03-01,sleep,,,3,") == [
        "row 4, value: differs from what row 2 says for the same day"
    ]
    assert entry("2026-03-01,sleep,,,1,", "2026-03-01,sleep,,,1,").sleep == 1


def test_no_value_is_ever_repeated():
    secret = "Anna's secret"
    found = problems(
        f"{secret},{secret},{secret},{secret},{secret},{secret}",
        f"2026-03-01,pain,{secret},{secret},{secret},{secret}={secret}",
        f"2026-03-01,pain,knee,,1,night={secret}",
        f"2026-03-01,symptom,{secret},,{secret},",
        f"2026-03-01,weight_kg,{secret},{secret},{secret},{secret}",
    )
    assert len(found) > 10
    assert secret not in "\n".join(found)


@pytest.mark.parametrize("length", range(len(HEADER) + 1, len(HEADER) + 36))
def test_file_cut_short_is_never_read_as_another_answer(length):
    text = HEADER + '2026-03-01,note,,,"one, two",\n2026-03-02,pain,knee,left,10,\n'
    whole = answers('2026-03-01,note,,,"one, two",')
    try:
        found = diary_csv.read(text[:length].encode(), TODAY)
    except RequestError:
        return
    assert found == whole


def test_file_of_nul_bytes_is_refused():
    with pytest.raises(RequestError):
        diary_csv.read(b"\x00" * 4096, TODAY)
