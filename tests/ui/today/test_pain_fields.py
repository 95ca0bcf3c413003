from __future__ import annotations

from diary.domain.entry import Pain
from diary.ui.today.pain_fields import FIELDS, answered, answered_words
from tests.ui.today.telling import FULL


def test_with_the_card_every_field_of_the_contract_is_asked():
    assert set(FIELDS) | {"region", "worst", "night"} == set(Pain.model_fields)
    assert len(FIELDS) == len(set(FIELDS))


def test_how_much_is_said_already():
    assert answered(Pain(region="hip", side="left", worst=3, night="felt")) == 0
    assert answered_words(Pain(region="hip")) == ""
    assert answered_words(Pain(region="hip", average=0)) == "1 answer"
    assert answered(FULL) == len(FIELDS) - 1
    assert answered_words(FULL) == "11 answers"
