"""What an import makes of a diary: days replaced or answers joined, and nothing removed."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from diary.domain.care import (
    AlertAction,
    Contact,
    Event,
    Profile,
    QuietPeriod,
    Treatment,
    UsualLevel,
)
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.exchange import diary_csv
from diary.exchange.merge import DayAnswers, merge_answers, merge_diary
from tests.strategies import LAST_DAY, diaries

DAY = dt.date(2026, 3, 1)
FEW_DAYS = st.dates(DAY, DAY + dt.timedelta(days=2))
EVENING = dt.datetime(2026, 3, 1, 20, 4, tzinfo=dt.UTC)


def day_of(**answers):
    return DayEntry(date=DAY, **answers)


def diary_of(**answers):
    return Diary(entries=(day_of(**answers),))


def merged(before, single=None, **lists):
    after = merge_answers(before, (DayAnswers(DAY, single or {}, lists),))
    return after.entries[0]


@settings(deadline=None)
@given(diaries())
def test_into_an_empty_diary_comes_an_equal_one(diary):
    assert merge_diary(Diary(), diary) == diary


@settings(deadline=None)
@given(diaries(FEW_DAYS), diaries(FEW_DAYS))
def test_importing_json_again_changes_nothing(current, incoming):
    once = merge_diary(current, incoming)
    assert merge_diary(once, incoming) == once


@settings(deadline=None)
@given(diaries(FEW_DAYS), diaries(FEW_DAYS))
def test_importing_csv_again_changes_nothing(current, incoming):
    answers = diary_csv.read(diary_csv.write(incoming).encode(), LAST_DAY)
    once = merge_answers(current, answers)
    assert merge_answers(once, answers) == once


@settings(deadline=None)
@given(diaries(FEW_DAYS), diaries(FEW_DAYS))
def test_nothing_around_the_days_is_removed(current, incoming):
    after = merge_diary(current, incoming)
    for field in ("treatments", "events", "quiet_periods", "alert_actions"):
        kept = getattr(after, field)
        assert kept[: len(getattr(current, field))] == getattr(current, field)
        for item in getattr(incoming, field):
            assert kept.count(item) >= getattr(incoming, field).count(item)


def test_day_of_json_replaces_that_day_and_no_other():
    other = DayEntry(date=DAY - dt.timedelta(days=1), note="stays")
    before = Diary(entries=(other, day_of(note="goes", sleep=2)))
    assert merge_diary(before, diary_of(sleep=1)).entries == (other, day_of(sleep=1))


def test_days_stay_in_order():
    early = DayEntry(date=DAY - dt.timedelta(days=9))
    assert merge_diary(diary_of(), Diary(entries=(early,))).entries == (early, day_of())
    answers = DayAnswers(early.date, {}, {})
    assert merge_answers(diary_of(), (answers,)).entries == (early, day_of())


def test_profile_keeps_what_the_file_does_not_answer():
    before = Diary(profile=Profile(name="A", birth_year=1968, osteoporosis=True))
    after = merge_diary(before, Diary(profile=Profile(name="B", osteoporosis=False)))
    assert after.profile == Profile(name="B", birth_year=1968, osteoporosis=False)


def test_usual_level_replaces_the_one_of_the_same_day():
    old = UsualLevel(of="lower_back", level=2, since=DAY)
    knee = UsualLevel(of="knee", level=1)
    new = UsualLevel(of="lower_back", level=3, since=DAY)
    later = UsualLevel(of="lower_back", level=4, since=DAY + dt.timedelta(days=1))
    before = Diary(profile=Profile(usual=(old, knee)))
    after = merge_diary(before, Diary(profile=Profile(usual=(later, new))))
    assert after.profile.usual == (new, knee, later)


def test_lists_gain_what_they_lack_by_count():
    infusion = Treatment(kind="chemotherapy", start=DAY, end=DAY)
    before = Diary(
        profile=Profile(contacts=(Contact(name="Nurse"),)),
        treatments=(infusion,),
        events=(Event(date=DAY, kind="scan"),),
        quiet_periods=(QuietPeriod(start=DAY, end=DAY),),
        alert_actions=(AlertAction(rule="W1", raised_on=DAY, action="seen", on=DAY),),
    )
    incoming = Diary(
        profile=Profile(contacts=(Contact(name="Line"), Contact(name="Nurse"))),
        treatments=(infusion, infusion),
    )
    after = merge_diary(before, incoming)
    assert after.profile.contacts == (Contact(name="Nurse"), Contact(name="Line"))
    assert after.treatments == (infusion, infusion)
    assert (after.events, after.quiet_periods) == (before.events, before.quiet_periods)
    assert after.alert_actions == before.alert_actions


def test_answers_of_csv_replace_and_the_others_stay():
    before = diary_of(entered_at=EVENING, sleep=2, note="stays", pains=())
    after = merged(before, {"sleep": 1})
    assert after == day_of(entered_at=EVENING, sleep=1, note="stays", pains=())


def test_time_of_entry_is_replaced_only_if_given():
    later = EVENING + dt.timedelta(days=5)
    assert merged(diary_of(entered_at=EVENING), {"entered_at": later}).entered_at == later
    assert merged(diary_of(entered_at=EVENING)).entered_at == EVENING


def test_pain_joins_by_place_and_side():
    hip = Pain(region="hip", side="left", worst=3, night="woke_me")
    before = diary_of(pains=(Pain(region="knee", worst=1), hip))
    right = Pain(region="hip", side="right", worst=2)
    left = Pain(region="hip", side="left", worst=5)
    after = merged(before, pains=(right, left))
    kept = Pain(region="hip", side="left", worst=5, night="woke_me")
    assert after.pains == (Pain(region="knee", worst=1), kept, right)


def test_a_score_leaves_the_night_and_the_details_as_they_were():
    told = Pain(
        region="hip", side="left", worst=3, night="woke_me", timing=("night",), relief="little"
    )
    given = Pain(region="hip", worst=6, relief="good")
    (after,) = merged(diary_of(pains=(told,)), pains=(given,)).pains
    assert after == told.model_copy(update={"worst": 6, "relief": "good"})


def test_time_of_the_first_save_outlives_a_file_without_one():
    late = EVENING + dt.timedelta(days=9)
    before = diary_of(entered_at=late, sleep=1)
    assert merge_diary(before, diary_of(sleep=2)).entries == (day_of(entered_at=late, sleep=2),)
    given = diary_of(entered_at=EVENING, sleep=2)
    assert merge_diary(before, given).entries == given.entries


def test_first_pain_of_an_unanswered_question_makes_a_list():
    knee = Pain(region="knee", worst=1)
    assert merged(diary_of(note="x"), pains=(knee,)).pains == (knee,)
    assert merged(diary_of(pains=()), pains=(knee,)).pains == (knee,)
    assert merged(Diary(), pains=(knee,)).pains == (knee,)


def test_explicit_nothing_replaces_what_was_listed():
    assert merged(diary_of(pains=(Pain(region="knee", worst=1),)), pains=()).pains == ()
    assert merged(diary_of(), pains=()).pains == ()


def test_other_items_join_by_their_own_keys():
    before = diary_of(
        signs=(SignReport(sign="heavy_legs", side="left", grade=1),),
        symptoms=(SymptomReport(symptom="swelling", where="armpit", grade=1),),
        medicines=(Medicine(name="ibuprofen", doses=1),),
    )
    after = merged(
        before,
        signs=(
            SignReport(sign="heavy_legs", side="left", grade=2),
            SignReport(sign="heavy_legs", side="right", grade=1),
        ),
        symptoms=(SymptomReport(symptom="swelling", where="knee", grade=1),),
        medicines=(Medicine(name="ibuprofen", doses=2),),
    )
    assert [sign.grade for sign in after.signs] == [2, 1]
    assert [symptom.where for symptom in after.symptoms] == ["armpit", "knee"]
    assert [medicine.doses for medicine in after.medicines] == [2]


def test_file_gives_all_items_of_a_key_it_mentions():
    twice = (Pain(region="knee", worst=1), Pain(region="knee", worst=2))
    once = (Pain(region="knee", worst=3),)
    assert merged(diary_of(pains=twice), pains=once).pains == once
    assert merged(diary_of(pains=once), pains=twice).pains == twice
