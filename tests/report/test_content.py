from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import HealthCheck, given, settings

from diary.domain.diary import Diary
from diary.report.content import build
from diary.report.model import Fact
from diary.rules.engine import history
from diary.rules.model import AlertReport
from tests.report.lively import LAST, START, lively_alerts, lively_diary
from tests.report.small import back, day, entry
from tests.strategies import LAST_DAY, diaries

NO_ALERTS = AlertReport(LAST, (), ())


def sheet(diary=None, alerts=None, start=START, end=LAST, **options):
    return build(
        lively_diary() if diary is None else diary,
        lively_alerts() if alerts is None else alerts,
        start,
        end,
        LAST,
        version="1.2.3",
        **options,
    )


def all_texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from all_texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from all_texts(getattr(value, field.name))


def test_the_sheet_of_the_lively_diary():
    found = sheet()
    assert found.title == "Symptom diary, 26 January to 22 March 2026"
    assert (found.paper, found.language, found.made_on) == ("a4", "en", LAST)
    assert [reason.rule for reason in found.reasons.items] == ["rule U1", "rule W2"]
    assert [fact.label for fact in found.also_noticed.facts] == ["Neck: pain for two weeks"]
    assert found.pain.place == "Lower back"
    assert [fact.label for fact in found.quality.facts][-1] == "Not enough days to tell"
    assert [alert.rule for alert in found.details.alerts] == ["U1", "W2", "W1"]
    assert found.footer == (
        "Recorded by the patient, not a diagnosis, not an all-clear. "
        "Rule book 2026.2, Daymark 1.2.3, 22 March 2026"
    )


def test_the_title_names_no_person():
    assert "Ruth" not in sheet().title


def test_notes_are_left_out_unless_she_includes_them():
    assert sheet().notes is None
    assert not any("lie flat" in text for text in all_texts(sheet()))


def test_notes_come_by_date_with_the_question_they_answer():
    entries = (
        entry(0, note="second", could_do="first"),
        entry(1, note=" \n", could_do=None),
        entry(2, note="third"),
    )
    notes = sheet(Diary(entries=entries), NO_ALERTS, day(0), day(9), include_notes=True).notes
    assert [(note.day, note.label, note.text) for note in notes.items] == [
        ("Sunday, 1 March 2026", "What I could do", "first"),
        ("Sunday, 1 March 2026", "Note", "second"),
        ("Tuesday, 3 March 2026", "Note", "third"),
    ]
    assert notes.nothing == ""
    empty = sheet(Diary(), NO_ALERTS, include_notes=True).notes
    assert (empty.items, empty.nothing) == ((), "No notes in this period.")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), Fact("Pain", "The question about pain was not answered in this period.", known=False)),
        (
            (entry(0, signs=()),),
            Fact("Pain", "The question about pain was not answered in this period.", known=False),
        ),
        (
            (entry(0, pains=()), entry(1, pains=(back(0),))),
            Fact("Pain", "No pain on any of the 2 days answered."),
        ),
    ],
)
def test_no_pain_is_not_the_same_as_not_answered(entries, expected):
    found = sheet(Diary(entries=entries), NO_ALERTS, day(0), day(9))
    assert found.pain is None
    assert found.no_pain == expected


def test_an_empty_diary_claims_nothing():
    texts = list(all_texts(sheet(Diary(), NO_ALERTS)))
    assert "No rule could judge: not enough days. This is not an all-clear." in texts
    assert not any(re.search(r"\bno pain\b|answered no", text, re.IGNORECASE) for text in texts)


def test_pain_on_too_few_days_is_not_called_a_match_of_nothing():
    short = Diary(entries=(entry(0, pains=(back(4),), signs=()),))
    said = sheet(short, history(short, day(0)), day(0), day(9)).reasons.nothing
    assert said.startswith("The rules that compare days could not judge: not enough days.")


def test_numbers_of_days_stand_instead_of_adverbs():
    text = " ".join(all_texts(sheet(include_notes=True)))
    assert not re.search(r"\b(often|usually|sometimes|rarely|frequently|mostly|never)\b", text)


def test_the_last_day_is_not_before_the_first():
    with pytest.raises(ValueError, match="end before start"):
        sheet(start=LAST, end=START)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(diaries())
def test_every_diary_has_a_sheet(diary):
    found = sheet(diary, NO_ALERTS, day(-60), LAST_DAY, include_notes=True)
    assert found.head.period
    assert all(isinstance(text, str) for text in all_texts(found))
