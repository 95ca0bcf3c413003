"""The published schema is that of the models, and says what a reader must know."""

from __future__ import annotations

import json

from diary.domain.diary import Diary
from diary.domain.places import PLACES
from diary.domain.symptoms import SYMPTOMS
from diary.exchange import schema


def test_schema_is_json_text():
    assert json.loads(schema.write()) == schema.diary_schema()
    assert schema.write().endswith("}\n")


def test_format_and_version_are_required_and_fixed():
    found = schema.diary_schema()
    assert found["required"] == ["format", "version"]
    assert found["properties"]["format"]["const"] == "daymark-diary"
    assert found["properties"]["version"]["const"] == 1


def test_every_key_is_there_and_no_other_is_allowed():
    found = schema.diary_schema()
    assert list(found["properties"]) == list(Diary.model_fields)
    objects = [found, *found["$defs"].values()]
    assert all(each["additionalProperties"] is False for each in objects)


def test_ids_are_listed():
    definitions = schema.diary_schema()["$defs"]
    assert definitions["Pain"]["properties"]["region"]["enum"] == list(PLACES)
    symptom = definitions["SymptomReport"]["properties"]["symptom"]
    assert symptom["anyOf"][0]["enum"] == list(SYMPTOMS)
    assert symptom["anyOf"][1]["pattern"].startswith("^custom:")


def test_keys_are_those_of_the_file():
    assert "for" in schema.diary_schema()["$defs"]["Contact"]["properties"]
    assert "with" in schema.diary_schema()["$defs"]["AlertAction"]["properties"]
