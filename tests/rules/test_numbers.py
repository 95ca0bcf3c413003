"""No number of a rule without a declaration and a reason, and none that is not shown."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

from diary.domain.record import Record
from diary.domain.windows import BASE28, BASE56, LAST7, LAST14, LAST56, PRIOR7, Window
from diary.rules import announce, conditions, context, life_numbers, lifecycle
from diary.rules.catalog import RULES
from diary.rules.context import Context
from diary.rules.evidence import UNITS, Number
from diary.rules.model import Tier
from tests.rules.each_rule import EACH_FILE, EACH_RULE, FILES, every_minimum, module_of
from tests.rules.firing import every_sketch


@EACH_RULE
def test_every_number_has_a_reason_with_a_note(rule):
    assert rule.numbers
    for number in rule.numbers:
        assert number.name
        assert number.unit in UNITS
        assert number.reason.note
        assert (number.unit == "share") is (0 < number.value < 1)
        assert number.reason.note != number.name
    # Two limits of one name cannot be told apart by a reader.
    names = [number.name for number in rule.numbers]
    assert len(set(names)) == len(names)
    assert all(minimum.reason.note for minimum in every_minimum(rule))


def test_every_unit_is_used_and_none_is_unknown():
    assert {number.unit for rule in RULES for number in rule.numbers} == UNITS


# Calls that declare a number, with its reason; the digits of a rounded number limit nothing.
DECLARING = {"Number", "Minimum", "round"}
SHARED = (Path(context.__file__), *sorted(Path(conditions.__file__).parent.glob("*.py")))
LIFE = tuple(Path(module.__file__) for module in (announce, lifecycle))


def bare_numbers(source):
    """Return the numbers of a module that no declaration holds, with their lines.

    0 and 1 belong to arithmetic, and so does what is smaller than 1 in a condition; but 1 as the
    value of a named argument is a limit.
    """
    tree = ast.parse(source)
    declared = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in DECLARING
        for part in ast.walk(node)
    }
    named = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.keyword)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and type(node.value) in {int, float}
        and (node.value not in {0, 1} or (node.value == 1 and id(node) in named))
        and id(node) not in declared
    ]


@EACH_FILE
def test_no_number_of_a_rule_is_left_without_a_declaration(name):
    assert bare_numbers(FILES[name].read_text("utf-8")) == []


@pytest.mark.parametrize("path", [*SHARED, *LIFE], ids=lambda path: path.stem)
def test_no_number_of_a_condition_is_left_without_a_declaration(path):
    bare = bare_numbers(path.read_text("utf-8"))
    assert [(line, value) for line, value in bare if value > 1] == []


@pytest.mark.parametrize(
    "source",
    ["DAYS = 7", "Window('began', 16, 12)", "x < 2.5", "f(lowest=1)", "counts(bad) * 7"],
)
def test_the_search_for_bare_numbers_finds_them(source):
    assert bare_numbers(source)


@pytest.mark.parametrize(
    "source", ["Number('x', 7)", "Minimum(LAST7, 3)", "x[1] > 0", "round(x, 2)"]
)
def test_the_search_for_bare_numbers_finds_nothing_else(source):
    assert not bare_numbers(source)


class Spy:
    """A number or a window of a condition that tells when a rule looks at it."""

    def __init__(self, of, name, seen):
        self._of, self._name, self._seen = of, name, seen

    def __getattr__(self, attribute):
        self._seen.add(self._name)
        return getattr(self._of, attribute)


# Windows of conditions, by the numbers that they are made of.
MADE_OF = {
    "BEGAN": {"BEGAN_FIRST", "BEGAN_LAST"},
    "LONG_BEFORE": {"LONG_FIRST", "LONG_LAST"},
    "LATELY": {"NEW_LATELY"},
    "NOT_BEFORE": {"NOT_BEFORE_DAYS"},
}


@EACH_RULE
def test_it_shows_the_numbers_of_the_conditions_it_looks_at(rule, monkeypatch):
    seen = set()
    numbers = {}
    for path in SHARED:
        name = "context" if path.stem == "context" else f"conditions.{path.stem}"
        module = import_module(f"diary.rules.{name.removesuffix('.__init__')}")
        for key, value in list(vars(module).items()):
            if isinstance(value, Number):
                numbers[key] = value
            if isinstance(value, Number) or (isinstance(value, Window) and key in MADE_OF):
                monkeypatch.setattr(module, key, Spy(value, key, seen))
    assert set().union(*MADE_OF.values()) <= set(numbers)
    for sketch in every_sketch(rule.id):
        running = Context(Record(sketch.diary()))
        for read in RULES:
            if read.id in rule.reads:
                running.hear(read.id, tuple(read.watch(running)))
        # What it reads stands on its own numbers.
        own = Context(running.record)
        own.verdicts, own._true = running.verdicts, running._true
        seen.clear()
        tuple(rule.watch(own))
        used = set().union(*(MADE_OF.get(key, {key}) for key in seen))
        assert {key for key in used if numbers[key] not in rule.numbers} == set()


def test_every_number_of_the_life_of_an_alert_has_a_reason():
    for number in life_numbers.NUMBERS:
        assert number.unit in UNITS
        assert number.reason.note
    declared = [value for value in vars(life_numbers).values() if isinstance(value, Number)]
    assert declared == list(life_numbers.NUMBERS)


@EACH_RULE
def test_every_number_of_the_declaration_is_shown(rule):
    module = module_of(rule)
    declared = [value for value in vars(module).values() if type(value).__name__ == "Number"]
    # A shared number may be shown under a name of the rule.
    shown = {(number.value, number.unit, number.reason) for number in rule.numbers}
    assert {(number.value, number.unit, number.reason) for number in declared} <= shown


# The two weeks before the last two; the days of the last two weights, and of the earlier ones.
OF_SINGLE_RULES = {
    "W15": {Window("before14", 27, 14)},
    "W9": {
        Window("last15", 14, 0),
        Window("days_21_to_60", 60, 21),
        Window("days_60_to_180", 180, 60),
    },
}


@EACH_RULE
def test_the_windows_it_needs_are_named_in_the_rule_book(rule):
    # "The last 3 recorded days within 5 calendar days" of U2.
    named = {LAST7, PRIOR7, LAST14, BASE28, BASE56, LAST56, Window("last5", 4, 0)}
    for minimum in every_minimum(rule):
        assert minimum.window in named | OF_SINGLE_RULES.get(rule.id, set())
        assert 0 < minimum.needed <= minimum.window.length
    assert not (rule.minimums and rule.tier is Tier.EMERGENCY)
