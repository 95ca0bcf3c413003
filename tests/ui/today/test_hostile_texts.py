"""Hostile texts pasted into the fields of a day: saved as they stand there, or refused in words."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.services.open import open_services
from diary.ui.today.problems import problems_of
from diary.ui.today.states import MedicineAnswer, SymptomAnswer
from tests import hostile
from tests.ui.fakes import TODAY
from tests.ui.today.person import Person

# All of ours, and of the public list each twenty-fourth: a window is no place for hundreds.
TEXTS = (*hostile.OWN, *hostile.TEXTS[len(hostile.OWN) :: 24])


@pytest.fixture
def page(start):
    return start()


def paste(field, text):
    """Put a text into a field as a paste does."""
    getattr(field, "insertPlainText", getattr(field, "insert", None))(text)


def fill(page, text):
    """Paste a text into all fields of a day, and return those that hold it."""
    person = Person(page, (), ())
    for section in (page.extras.note, page.extras.could_do):
        section.open_button.click()
        paste(section.field, text)
    person.answers_medicines(MedicineAnswer.SOME)
    page.extras.medicines.another.click()
    paste(page.extras.medicines.cards[-1].name.field, text[:100])
    person.answers_symptoms(SymptomAnswer.SOME)
    paste(page.symptoms.finder.search.field, text[:100])
    page.symptoms.finder.add_button.click()


def test_a_pasted_text_is_saved_as_it_stands_there_or_refused(page, paths, qtbot):
    days = {TODAY - dt.timedelta(days=number): text for number, text in enumerate(TEXTS)}
    stood = {}
    for day, text in days.items():
        with qtbot.waitSignal(page._bridge.day_loaded):
            page.show_day(day)
        fill(page, text)
        if problems := problems_of(page.draft):
            assert all(one.words.endswith(".") for one in problems), text
            page.save()
            continue
        if page.draft.is_blank:
            continue
        stood[day] = what_stands(page)
        with qtbot.waitSignal(page._bridge.alerts_changed):
            page.save()
    services = open_services(paths)
    kept = {day: services.journal.day(day) for day in days}
    services.close()
    assert {day for day, entry in kept.items() if entry is not None} == set(stood)
    assert len(stood) > len(days) * 0.6
    for day, (note, could_do, medicine, symptoms) in stood.items():
        entry = kept[day]
        assert (entry.note or "", entry.could_do or "") == (note, could_do)
        assert [one.name for one in entry.medicines or ()] == medicine
        assert [one.symptom for one in entry.symptoms or ()] == symptoms


def what_stands(page):
    extras = page.extras
    return (
        extras.note.field.toPlainText(),
        extras.could_do.field.toPlainText(),
        # Blanks around a name are not kept, and one of blanks alone is no medicine.
        [name for card in extras.medicines.cards if (name := card.name.field.text().strip())],
        [card.report.symptom for card in page.symptoms.cards],
    )
