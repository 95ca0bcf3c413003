from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.care import Profile, UsualLevel
from diary.domain.copying import copied
from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.ui.today.copy_words import copy_title, copy_words
from diary.ui.today.words import DayAsked

DAY = dt.date(2026, 3, 20)
ONE = dt.timedelta(days=1)
TINGLING = SignReport(sign="tingling_hand_foot", grade=1, new="no")
PROFILE = Profile(usual=(UsualLevel(of="tingling_hand_foot", level=1),))


def words(profile=PROFILE, **answers):
    return copy_words(copied(DayEntry(date=DAY - ONE, **answers)), profile, DAY)


@pytest.mark.parametrize(
    ("source", "day", "title"),
    [
        (DAY - ONE, DAY, "About the same as yesterday"),
        (DAY - ONE - ONE, DAY, "About the same as Wednesday 18 March 2026"),
        (DAY - ONE - ONE, DAY - ONE, "About the same as the day before"),
        (None, DAY, "About the same as the day before"),
    ],
)
def test_the_button_names_the_day(source, day, title):
    assert copy_title(source, DayAsked(day, DAY)) == title


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"pains": ()}, "No pain."),
        (
            {"pains": (), "signs": (), "symptoms": ()},
            "No pain; none of the signs; no other symptoms.",
        ),
        (
            {"pains": (Pain(region="lower_back", worst=4, night="none"),)},
            "Lower back 4 (not felt at night).",
        ),
        ({"pains": (Pain(region="hip", side="left", worst=0),)}, "Hip (left) 0."),
        ({"pains": (Pain(region="hip"),)}, "Hip."),
        (
            {"pains": (Pain(region="neck", worst=4, night="felt"), Pain(region="hip", worst=2))},
            "Neck 4 (felt at night); hip 2.",
        ),
        (
            {"pains": (Pain(region="neck", worst=7, night="woke_me", timing=("night",)),)},
            "Neck 7 (woke you, 1 more answer).",
        ),
        (
            {"pains": (Pain(region="neck", night="kept_awake", average=2, onset="sudden"),)},
            "Neck (kept you awake, 2 more answers).",
        ),
        ({"signs": (TINGLING,)}, "Tingling hands or feet as usual."),
        (
            {"signs": (TINGLING.model_copy(update={"grade": 2}),)},
            (
                "Tingling hands or feet moderate. "
                "Whether it is new is asked again: tingling hands or feet."
            ),
        ),
        (
            {"signs": (SignReport(sign="heavy_legs"),)},
            "Heavy legs. Whether it is new is asked again: heavy legs.",
        ),
        ({"symptoms": (SymptomReport(symptom="fatigue", grade=2),)}, "Tiredness moderate."),
    ],
)
def test_all_that_would_be_taken_over_is_said_beforehand(answers, said):
    assert words(**answers) == said


def test_before_it_is_known_what_is_usual_nothing_is_called_so():
    assert words(None, signs=(TINGLING,)).startswith("Tingling hands or feet mild. Whether")
