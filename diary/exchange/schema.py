"""The JSON Schema of the diary, made from the models."""

from __future__ import annotations

import json
from typing import Any

from diary.domain.diary import Diary
from diary.domain.symptoms import CUSTOM_PREFIX, SYMPTOMS


def diary_schema() -> dict[str, Any]:
    """Return the schema as plain data."""
    schema = Diary.model_json_schema(by_alias=True, mode="validation")
    # Without these two a reader cannot know what it reads; the models fill them in themselves.
    schema["required"] = ["format", "version"]
    symptom = schema["$defs"]["SymptomReport"]["properties"]["symptom"]
    symptom["anyOf"] = [{"enum": list(SYMPTOMS)}, {"pattern": rf"^{CUSTOM_PREFIX}[\s\S]*\S"}]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def write() -> str:
    """Return the schema as JSON text."""
    return json.dumps(diary_schema(), ensure_ascii=False, indent=2) + "\n"
