"""Profile, usual levels, treatments, events, quiet periods and what she did about an alert."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from diary.domain.care import (
    AlertAction,
    Contact,
    Event,
    Profile,
    QuietPeriod,
    Treatment,
    UsualLevel,
    highest_level,
)
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import SYMPTOMS

EARLY, LATE = dt.date(2026, 1, 2), dt.date(2026, 1, 9)


def reason(caught):
    (problem,) = caught.value.errors(include_input=False)
    return problem["msg"]


class TestUsualLevel:
    @pytest.mark.parametrize("of", PLACES)
    def test_a_place_goes_to_10(self, of):
        assert highest_level(of) == 10
        assert UsualLevel(of=of, level=10).level == 10

    @pytest.mark.parametrize("of", [*SIGNS, *SYMPTOMS, "custom:Itchy scar"])
    def test_a_sign_or_symptom_goes_to_3(self, of):
        assert highest_level(of) == 3
        assert UsualLevel(of=of, level=3).level == 3
        with pytest.raises(ValidationError) as caught:
            UsualLevel(of=of, level=4)
        assert reason(caught) == "has a level above 3"

    @pytest.mark.parametrize("of", ["back", "custom:", "custom: \t", "Custom:x", " neck"])
    def test_nothing_else_has_a_level(self, of):
        assert highest_level(of) is None
        with pytest.raises(ValidationError) as caught:
            UsualLevel(of=of, level=0)
        assert reason(caught) == "is not about a known place, sign or symptom"

    @pytest.mark.parametrize("level", [-1, 11, None, 2.0, "2", True])
    def test_a_level_is_a_whole_number_of_the_scale(self, level):
        with pytest.raises(ValidationError):
            UsualLevel.model_validate({"of": "neck", "level": level})

    def test_usual_can_mean_none(self):
        level = UsualLevel(of="neck", level=0)
        assert (level.level, level.since, level.confirmed_on) == (0, None, None)

    @pytest.mark.parametrize(
        ("of", "days"),
        [
            ("neck", 90),
            ("cough", 90),
            ("custom:x", 90),
            ("tingling_hand_foot", 90),
            ("leg_weakness", 30),
            ("bladder_leak", 30),
            ("electric_shocks", 30),
        ],
    )
    def test_a_sign_of_an_emergency_is_asked_again_sooner(self, of, days):
        assert UsualLevel(of=of, level=1).ask_again_after == dt.timedelta(days=days)


class TestInOrder:
    @pytest.mark.parametrize(
        ("start", "end"),
        [(EARLY, LATE), (EARLY, EARLY), (EARLY, None), (None, LATE), (None, None)],
    )
    def test_a_treatment_may_be_one_day_or_open(self, start, end):
        found = Treatment(kind="surgery", start=start, end=end)
        assert (found.start, found.end) == (start, end)

    @pytest.mark.parametrize(("start", "end"), [(EARLY, LATE), (EARLY, EARLY)])
    def test_a_quiet_period_has_two_ends(self, start, end):
        assert QuietPeriod(start=start, end=end).end == end

    @pytest.mark.parametrize(
        ("model", "others"), [(Treatment, {"kind": "surgery"}), (QuietPeriod, {})]
    )
    def test_nothing_ends_before_it_starts(self, model, others):
        with pytest.raises(ValidationError) as caught:
            model.model_validate({**others, "start": LATE, "end": EARLY})
        assert reason(caught) == "ends before it starts"

    @pytest.mark.parametrize("missing", ["start", "end"])
    def test_a_quiet_period_is_never_open(self, missing):
        span = {"start": EARLY, "end": LATE}
        for without in ({**span, missing: None}, {k: v for k, v in span.items() if k != missing}):
            with pytest.raises(ValidationError):
                QuietPeriod.model_validate(without)


class TestProfile:
    def test_nothing_said_is_not_no(self):
        profile = Profile()
        assert profile.bone_metastases is None
        assert profile.osteoporosis is None
        assert profile.immunosuppressed is None

    @pytest.mark.parametrize("name", ["usual", "contacts"])
    def test_lists_have_no_null(self, name):
        absent, null, empty = (
            Profile.model_validate_json(text)
            for text in ("{}", f'{{"{name}": null}}', f'{{"{name}": []}}')
        )
        assert absent == null == empty

    def test_the_latest_usual_level_is_in_force_from_its_day_on(self):
        always, early, late = (
            UsualLevel(of="neck", level=2),
            UsualLevel(of="neck", level=5, since=EARLY),
            UsualLevel(of="neck", level=0, since=LATE),
        )
        profile = Profile(usual=(late, UsualLevel(of="hip", level=7), always, early))
        one_day = dt.timedelta(days=1)
        days = (EARLY - one_day, EARLY, LATE - one_day, LATE)
        found = [profile.usual_on("neck", day) for day in days]
        assert found == [always, early, early, late]
        assert profile.usual_on("knee", LATE) is None

    @pytest.mark.parametrize("since", [None, EARLY])
    def test_of_two_usual_levels_of_one_day_the_last_said_counts(self, since):
        levels = tuple(UsualLevel(of="neck", level=level, since=since) for level in (4, 1, 3))
        assert Profile(usual=levels).usual_on("neck", LATE) == levels[-1]

    def test_a_usual_level_that_begins_later_is_not_in_force(self):
        profile = Profile(usual=(UsualLevel(of="neck", level=4, since=LATE),))
        assert profile.usual_on("neck", EARLY) is None

    def test_a_usual_level_said_again_replaces_only_the_one_of_the_same_start(self):
        old = tuple(UsualLevel(of="neck", level=2, since=since) for since in (None, EARLY, LATE))
        hip = UsualLevel(of="hip", level=7)
        new = (
            UsualLevel(of="neck", level=4, since=EARLY, confirmed_on=LATE),
            UsualLevel(of="knee", level=3),
            UsualLevel(of="knee", level=5),
        )
        profile = Profile(name="x", usual=(*old, hip)).with_usual(new)
        assert profile == Profile(name="x", usual=(old[0], old[2], hip, new[0], new[2]))

    def test_no_usual_level_changes_nothing(self):
        profile = Profile(usual=(UsualLevel(of="neck", level=2),) * 2)
        assert profile.with_usual(()) == profile


def test_what_python_may_not_name_for_and_with():
    contact = Contact(name="Cancer line", for_="emergency")
    assert contact == Contact.model_validate({"name": "Cancer line", "for": "emergency"})
    assert '"for":"emergency"' in contact.model_dump_json()
    action = AlertAction(rule="W1", raised_on=EARLY, action="discussed", on=LATE, with_="nurse")
    assert '"with":"nurse"' in action.model_dump_json()
    assert AlertAction.model_validate_json(action.model_dump_json()) == action


@pytest.mark.parametrize(
    ("model", "needed"),
    [
        (UsualLevel, ["of", "level"]),
        (Contact, []),
        (Profile, []),
        (Treatment, ["kind"]),
        (Event, ["date", "kind"]),
        (QuietPeriod, ["start", "end"]),
        (AlertAction, ["rule", "raised_on", "action", "on"]),
    ],
)
def test_what_must_be_said(model, needed):
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    assert required == needed


@pytest.mark.parametrize(
    "one",
    [
        UsualLevel(of="neck", level=2),
        Contact(),
        Profile(),
        Treatment(kind="surgery"),
        Event(date=EARLY, kind="fall"),
        QuietPeriod(start=EARLY, end=LATE),
        AlertAction(rule="W1", raised_on=EARLY, action="seen", on=LATE),
    ],
    ids=lambda one: type(one).__name__,
)
def test_frozen_and_closed(one):
    model = type(one)
    for field in model.model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(one, field, None)
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        model.model_validate({**one.model_dump(), "more": 1})


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        (None, None),
        ("112", "112"),
        ("01632 960 001", "01632_960_001"),
        ("+44 1632 960 001", "+44_1632_960_001"),
        ("(01632) 960-001", "(01632)_960-001"),
        ("01632 960 001 or 01632 960 002", "01632_960_001 or 01632_960_002"),
        ("ask for ward 7", "ask for ward 7"),
        # Longer than the largest text has room for: rather over two lines than cut.
        ("+44 (0) 1632 960 001 22", "+44 (0) 1632 960 001 22"),
    ],
)
def test_a_line_does_not_end_in_the_middle_of_a_number(phone, shown):
    contact = Contact(phone=phone)
    assert contact.shown_phone == (None if shown is None else shown.replace("_", "\u00a0"))
    assert contact.phone == phone


def test_a_contact_reads_as_one_line_of_what_is_known():
    line = Contact(name="Cancer line", phone="0800 111", hours="24 h")
    assert line.in_one_line == "Cancer line, 0800\u00a0111, 24 h"
    assert Contact(name="Anna").in_one_line == "Anna"
    assert Contact().in_one_line == ""
