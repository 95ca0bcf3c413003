"""Rows are drawn from the models: every field has its row or column, and none has two."""

from __future__ import annotations

import pytest

from diary.domain import choices
from diary.domain.entry import DayEntry, Medicine, Pain
from diary.exchange.items import BY_ITEM, BY_NOTHING, DAY, QUESTIONS, SINGLE, kinds


def test_every_field_of_an_entry_has_its_row():
    questions = [question.field for question in QUESTIONS]
    assert sorted([DAY, *questions, *SINGLE]) == sorted(DayEntry.model_fields)


def test_every_list_of_an_entry_is_a_question():
    lists = [name for name, kind in kinds(DayEntry).items() if kind == "list"]
    assert lists == [question.field for question in QUESTIONS]


def test_rows_have_different_names():
    names = [*BY_ITEM, *BY_NOTHING, *SINGLE]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.item)
def test_every_field_of_an_item_has_its_column(question):
    columns = [question.place, question.value, *question.details]
    columns += ["side"] if question.has_side else []
    assert sorted(columns) == sorted(question.model.model_fields)
    assert set(question.key) <= set(question.model.model_fields)


def test_fields_of_the_catalogues_are_details_of_a_pain():
    pain = BY_ITEM["pain"]
    assert {*choices.PAIN_ONE, *choices.PAIN_MANY} <= set(pain.details)
    assert {name for name, kind in kinds(Pain).items() if kind == "list"} == set(choices.PAIN_MANY)


def test_only_questions_about_the_body_have_a_side():
    assert [question.item for question in QUESTIONS if question.has_side] == ["pain", "sign"]


def test_kinds_are_those_of_the_schema():
    assert kinds(Pain)["worst"] == "integer"
    assert kinds(Pain)["started_on"] == "date"
    assert kinds(Pain)["region"] == "word"
    assert kinds(DayEntry)["weight_kg"] == "number"
    assert kinds(DayEntry)["entered_at"] == "word"
    assert kinds(DayEntry)["note"] == "text"
    assert kinds(Medicine)["name"] == "text"
