from __future__ import annotations

from diary.charts.subject import subject_days, subject_text
from diary.domain.diary import Diary
from diary.domain.entry import SignReport, SymptomReport
from tests.report.small import day, entry

WEAK = SignReport(sign="leg_weakness", grade=1, new="yes")
COUGH = SymptomReport(symptom="custom:dry cough", grade=2, new="no")
DIARY = Diary(
    entries=(
        entry(0, signs=(WEAK,), symptoms=(COUGH,)),
        entry(1, signs=(), symptoms=None),
        entry(3, signs=None, symptoms=()),
    )
)


def test_a_day_is_yes_no_or_not_answered():
    assert subject_days(DIARY, "leg_weakness", day(0), day(3)).days == (True, False, None, None)
    assert subject_days(DIARY, "custom:dry cough", day(0), day(3)).days == (True, None, None, False)


def test_runs_of_unanswered_days_are_gaps():
    data = subject_days(DIARY, "leg_weakness", day(0), day(3))
    assert data.gaps(at_least=2) == ((2, 3),)
    assert data.gaps(at_least=3) == ()


def test_it_is_told_in_words_with_its_days():
    data = subject_days(DIARY, "leg_weakness", day(0), day(3))
    assert subject_text(data).endswith(": recorded on 1 of 2 days with an answer.")
    assert data.label in subject_text(data)
