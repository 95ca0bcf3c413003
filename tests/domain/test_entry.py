"""A day: null and [] apart, explicit zeros, repeated places, and when an entry is late."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from diary.domain.entry import LATE_AFTER, DayEntry, Medicine, Pain, SignReport, SymptomReport

DAY = dt.date(2026, 3, 1)
DAY_END = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
CALENDAR_START = dt.datetime.min.replace(tzinfo=dt.UTC)
CALENDAR_END = dt.datetime.max.replace(tzinfo=dt.UTC)
QUESTIONS = ["pains", "signs", "symptoms", "medicines"]
INNER = ["timing", "worse_with", "better_with", "quality", "spreads_to"]


def entry(**answers):
    return DayEntry(date=DAY, **answers)


class TestUnknownIsNotZero:
    def test_an_entry_of_nothing_says_nothing(self):
        answers = entry().model_dump(exclude={"date"})
        assert set(answers.values()) == {None}

    @pytest.mark.parametrize("question", QUESTIONS)
    def test_null_and_an_empty_list_stay_apart(self, question):
        unanswered = DayEntry.model_validate_json(f'{{"date": "2026-03-01", "{question}": null}}')
        nothing = DayEntry.model_validate_json(f'{{"date": "2026-03-01", "{question}": []}}')
        assert getattr(unanswered, question) is None
        assert getattr(nothing, question) == ()
        assert unanswered == entry()
        assert nothing != unanswered
        for one in (unanswered, nothing):
            assert DayEntry.model_validate_json(one.model_dump_json()) == one

    @pytest.mark.parametrize("inner", INNER)
    def test_inner_lists_have_no_null(self, inner):
        absent = Pain.model_validate_json('{"region": "hip"}')
        null = Pain.model_validate_json(f'{{"region": "hip", "{inner}": null}}')
        empty = Pain.model_validate_json(f'{{"region": "hip", "{inner}": []}}')
        assert absent == null == empty
        assert f'"{inner}":[]' in null.model_dump_json()

    @pytest.mark.parametrize("answer", ["sleep", "walking", "daily_tasks"])
    def test_a_zero_survives(self, answer):
        zero = entry(**{answer: 0})
        again = DayEntry.model_validate_json(zero.model_dump_json())
        assert getattr(again, answer) == 0
        assert again != entry()


class TestWorstAt:
    def test_not_answered_is_not_known(self):
        assert entry().worst_at("hip") is None

    def test_no_pain_anywhere_is_an_explicit_zero(self):
        assert entry(pains=()).worst_at("hip") == 0

    def test_a_place_not_in_the_list_is_an_explicit_zero(self):
        pains = (Pain(region="neck", worst=4),)
        assert entry(pains=pains).worst_at("hip") == 0
        assert entry(pains=pains).worst_at("neck") == 4

    def test_present_without_a_number_is_not_known(self):
        assert entry(pains=(Pain(region="hip"),)).worst_at("hip") is None

    @pytest.mark.parametrize(
        ("scores", "expected"),
        [
            ((3, 7), 7),
            ((7, 3), 7),
            ((0, 0), 0),
            ((None, 2), 2),
            ((0, None), 0),
            ((None, None), None),
        ],
    )
    def test_both_sides_and_repeated_places_give_their_maximum(self, scores, expected):
        pains = tuple(
            Pain(region="hip", side=side, worst=worst)
            for side, worst in zip(("left", "right"), scores, strict=True)
        )
        assert entry(pains=pains).worst_at("hip") == expected

    def test_repeated_places_are_kept_as_she_said_them(self):
        twice = entry(pains=(Pain(region="hip", worst=2), Pain(region="hip", worst=2)))
        assert len(twice.pains) == 2
        assert DayEntry.model_validate_json(twice.model_dump_json()) == twice


class TestBadNight:
    @pytest.mark.parametrize(
        ("pains", "bad"),
        [
            (None, None),
            ((), False),
            ((Pain(region="neck", worst=5, night="woke_me"),), False),
            ((Pain(region="hip", worst=5, night="woke_me"),), True),
            ((Pain(region="hip", worst=5, night="kept_awake"),), True),
            ((Pain(region="hip", worst=5, night="felt"),), False),
            ((Pain(region="hip", worst=5, night="none"),), False),
            ((Pain(region="hip", worst=5),), None),
            ((Pain(region="hip", worst=0),), False),
            ((Pain(region="hip", worst=0, night="woke_me"),), False),
            ((Pain(region="hip", night="woke_me"),), True),
            ((Pain(region="hip"),), None),
            # Both sides: one of them hurts, so the place is not at 0.
            (
                (
                    Pain(region="hip", side="left", worst=0, night="woke_me"),
                    Pain(region="hip", side="right", worst=3),
                ),
                True,
            ),
            (
                (
                    Pain(region="hip", side="left", worst=3, night="none"),
                    Pain(region="hip", side="right", worst=3, night="kept_awake"),
                ),
                True,
            ),
            ((Pain(region="hip", worst=3, night="none"), Pain(region="hip", worst=3)), False),
            (
                (
                    Pain(region="hip", worst=3, night="woke_me"),
                    Pain(region="hip", worst=3, night="none"),
                ),
                True,
            ),
        ],
    )
    def test_at_a_place(self, pains, bad):
        assert entry(pains=pains).bad_night_at("hip") is bad


class TestLate:
    def test_the_boundary_is_48_hours_after_the_end_of_the_day_and_not_before(self):
        assert dt.timedelta(hours=48) == LATE_AFTER
        boundary = DAY_END + LATE_AFTER
        assert not entry(entered_at=boundary).is_late
        assert entry(entered_at=boundary + dt.timedelta(microseconds=1)).is_late
        assert not entry(entered_at=boundary - dt.timedelta(microseconds=1)).is_late

    def test_no_time_is_on_time(self):
        assert not entry().is_late

    def test_before_its_day_is_on_time(self):
        assert not entry(entered_at=DAY_END - dt.timedelta(days=400)).is_late

    @pytest.mark.parametrize(("hours", "late"), [(2, False), (-2, True)])
    def test_the_end_of_the_day_is_taken_in_utc(self, hours, late):
        zone = dt.timezone(dt.timedelta(hours=hours))
        moment = dt.datetime(2026, 3, 4, 0, 0, 1, tzinfo=zone)
        assert entry(entered_at=moment).is_late is late

    @pytest.mark.parametrize(
        ("day", "moment", "late"),
        [
            (dt.date.max, CALENDAR_END, False),
            (dt.date.min, CALENDAR_START, False),
            (dt.date.min, CALENDAR_END, True),
            (dt.date.max, CALENDAR_START, False),
        ],
    )
    def test_the_ends_of_the_calendar_do_not_crash(self, day, moment, late):
        found = DayEntry(date=day, entered_at=moment)
        assert found.is_late is late


@pytest.mark.parametrize(
    ("model", "needed"),
    [
        (DayEntry, "date"),
        (Pain, "region"),
        (SignReport, "sign"),
        (SymptomReport, "symptom"),
        (Medicine, "name"),
    ],
)
def test_only_one_thing_must_be_said(model, needed):
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    assert required == [needed]
    with pytest.raises(ValidationError, match="Field required"):
        model.model_validate({})


def test_several_faults_are_told_at_once():
    with pytest.raises(ValidationError) as caught:
        DayEntry.model_validate(
            {
                "date": "yesterday",
                "pains": ({"region": "hip", "worst": 12}, {"region": "knees"}),
                "signs": ({"sign": "heavy_legs", "grade": 9},),
            }
        )
    found = {problem["loc"] for problem in caught.value.errors(include_input=False)}
    assert found == {
        ("date",),
        ("pains", 0, "worst"),
        ("pains", 1, "region"),
        ("signs", 0, "grade"),
    }
