"""The parts of the form as plain data."""

from __future__ import annotations

import pytest
from hypothesis import given

from diary.domain.entry import Medicine, SymptomReport
from diary.ui.today.states import (
    MedicineAnswer,
    MedicineLine,
    MedicineState,
    SymptomAnswer,
    SymptomState,
    medicine_line,
    medicine_state,
    symptom_state,
)
from tests.strategies import medicines

COUGH = SymptomReport(symptom="cough")


@pytest.mark.parametrize(
    ("chosen", "answer"),
    [
        (None, None),
        (SymptomAnswer.NONE, ()),
        (SymptomAnswer.USUAL, (COUGH,)),
        (SymptomAnswer.SOME, (COUGH,)),
    ],
)
def test_the_answers_about_symptoms(chosen, answer):
    assert SymptomState(chosen, (COUGH,)).answer == answer


@pytest.mark.parametrize("answer", [None, (), (COUGH,)])
def test_symptoms_of_the_file_are_the_same_answer(answer):
    assert symptom_state(answer).answer == answer


@pytest.mark.parametrize("answer", [None, (), (Medicine(name=" x ", doses=0),)])
def test_medicines_of_the_file_are_the_same_answer(answer):
    assert medicine_state(answer).answer == answer


@given(medicines)
def test_any_medicine_of_the_file_is_said_again(medicine):
    line = medicine_line(medicine)
    assert not line.is_empty
    assert line.medicine == medicine
    assert MedicineState(MedicineAnswer.NONE, (line,)).answer == ()
    assert MedicineState(None, (line,)).answer is None


def test_a_typed_name_loses_the_spaces_around_it():
    assert MedicineLine(name=" ibuprofen ").medicine == Medicine(name="ibuprofen")


@pytest.mark.parametrize(
    ("line", "is_empty", "lacks_name"),
    [
        (MedicineLine(), True, False),
        (MedicineLine(name="  "), True, False),
        (MedicineLine(doses="2"), False, True),
        (MedicineLine(name=" ", kind="opioid"), False, True),
        (MedicineLine(name="x"), False, False),
    ],
)
def test_a_line_without_a_name_is_empty_or_lacks_it(line, is_empty, lacks_name):
    assert (line.is_empty, line.lacks_name) == (is_empty, lacks_name)


@pytest.mark.parametrize("line", [MedicineLine(), MedicineLine("x" * 201), MedicineLine("x\x07")])
def test_a_line_that_cannot_be_read_says_nothing(line):
    assert line.medicine is None
    assert MedicineState(MedicineAnswer.SOME, (line,)).answer is None


def test_a_number_of_doses_that_cannot_be_read_is_told():
    line = MedicineLine(name="x", doses="two")
    assert line.medicine is None
    assert line.doses_problem == "Write a whole number, for example 2."
