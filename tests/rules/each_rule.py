"""Every rule of the catalogue, one at a time, and the words that none may say."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from diary.rules import catalog
from diary.rules.catalog import RULES

FOLDER = Path(catalog.__file__).parent
FILES = {path.stem: path for path in FOLDER.glob("*.py") if path.stem != "__init__"}
EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
EACH_FILE = pytest.mark.parametrize("name", sorted(FILES))


def module_of(rule):
    """Return the module that declares a rule."""
    (name,) = (name for name in FILES if name.startswith(f"{rule.id.lower()}_"))
    return import_module(f"diary.rules.catalog.{name}")


def every_minimum(rule):
    """Return every minimum of a rule."""
    needs = [minimum for need in rule.also_needs for minimum in need.minimums]
    return (*rule.minimums, *(rule.minimums_with_spread or ()), *needs)


FORBIDDEN = re.compile(
    r"\b(risks?|risky|warn\w*|danger\w*|abnormal\w*|normal\w*|safe\w*|fine|detect\w*|suspect\w*|"
    r"recurren\w*|metasta\w*|tumou?rs?|probab\w*|(un)?likely|percent chance|% chance|"
    r"no sign of cancer|no cause for concern|all[ -]clear|hormone\w*)\b",
    re.IGNORECASE,
)
CANCER = re.compile(r"cancer", re.IGNORECASE)
ALLOWED = re.compile(
    r"not an all-clear|cancer team|cancer line|people who have had cancer", re.IGNORECASE
)
ADVICE = re.compile(
    r"\b(take|stop|start|change|increase|reduce)\b[^.]*\b(medicine|painkiller|tablet|dose)",
    re.IGNORECASE,
)
