from __future__ import annotations

import datetime as dt

from diary.domain.care import Profile, UsualLevel
from diary.domain.entry import SignReport, SymptomReport
from diary.ui.today.usual import usual_sentence, usual_signs, usual_symptoms

DAY = dt.date(2026, 3, 20)
AFTER = DAY + dt.timedelta(days=1)
PROFILE = Profile(
    usual=(
        UsualLevel(of="lower_back", level=3),
        UsualLevel(of="tingling_hand_foot", level=1),
        UsualLevel(of="tingling_hand_foot", level=3, since=AFTER),
        UsualLevel(of="heavy_legs", level=0),
        UsualLevel(of="fatigue", level=2, since=DAY),
        UsualLevel(of="custom:Itchy scar", level=1),
    )
)


def test_usual_signs_are_those_in_force_on_the_day_and_not_new():
    tingling = SignReport(sign="tingling_hand_foot", grade=1, new="no")
    assert usual_signs(PROFILE, DAY) == (tingling,)
    assert usual_signs(PROFILE, AFTER) == (tingling.model_copy(update={"grade": 3}),)


def test_usual_symptoms_are_all_that_are_no_sign_and_no_place():
    scar = SymptomReport(symptom="custom:Itchy scar", grade=1, new="no")
    tired = SymptomReport(symptom="fatigue", grade=2, new="no")
    assert usual_symptoms(PROFILE, DAY) == (tired, scar)
    assert usual_symptoms(PROFILE, DAY - dt.timedelta(days=1)) == (scar,)


def test_what_is_usual_is_said_in_a_sentence():
    assert usual_sentence(()) == ""
    reports = (*usual_signs(PROFILE, DAY), SymptomReport(symptom="cough"))
    expected = "Usual for you: tingling in your hands or feet (mild) and a cough."
    assert usual_sentence(reports) == expected
