"""README, its page on files, and the guide tell the truth: commands, examples, names of files."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import click
import pytest

from diary.cli.main import commands
from diary.domain.places import PLACES
from diary.exchange import diary_csv, diary_json
from diary.exchange.items import BY_NOTHING, QUESTIONS, SINGLE
from diary.rules.catalog import RULES
from diary.rules.sources import Basis

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
FILES = (ROOT / "docs/files.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TODAY = dt.date(2026, 3, 22)
CSV_EXAMPLES = re.findall(r"```csv\n(.*?)```", TEXT, re.DOTALL)
# A row of the table of commands: its name, and its arguments and options as far as the backtick.
COMMAND_ROWS = dict(re.findall(r"^\| `daymark ([a-z-]+)([^`]*)`", TEXT, re.MULTILINE))


def test_every_command_is_in_the_table_and_the_other_way_round():
    assert sorted(COMMAND_ROWS) == sorted(commands.commands)


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_option_and_argument_is_in_the_table_and_the_other_way_round(name):
    known = commands.commands[name].params
    options = {flag for each in known if isinstance(each, click.Option) for flag in each.opts}
    arguments = sum(isinstance(each, click.Argument) for each in known)
    row = COMMAND_ROWS[name]
    without_options = re.sub(r"\[--.*?\]", "", row)
    assert set(re.findall(r"--[a-z-]+", row)) == {flag for flag in options if flag[:2] == "--"}
    assert len(without_options.split()) == arguments


def test_choices_are_those_of_the_commands():
    for name, row in COMMAND_ROWS.items():
        for option, choices in re.findall(r"(--[a-z-]+) ([a-z0-9]+(?:\\\|[a-z0-9]+)+)", row):
            known = next(each for each in commands.commands[name].params if option in each.opts)
            assert choices.split("\\|") == list(known.type.choices)


def test_ten_line_example_shows_every_question():
    assert len(CSV_EXAMPLES[0].splitlines()) == 10
    days = diary_csv.read(CSV_EXAMPLES[0].encode(), TODAY)
    answered = {field for answers in days for field in answers.lists}
    assert answered == {"pains", "signs", "symptoms", "medicines"}


@pytest.mark.parametrize("example", CSV_EXAMPLES, ids=range(len(CSV_EXAMPLES)))
def test_every_csv_example_can_be_imported(example):
    days = diary_csv.read(example.encode(), TODAY)
    assert {answers.day for answers in days} == {dt.date(2026, 3, 1), dt.date(2026, 3, 2)}


def test_places_it_names_are_places():
    named = re.search(r"names of this program\n\((.*?) and so on", TEXT, re.DOTALL)
    assert named is not None
    assert set(re.findall(r"`([a-z_]+)`", named[1])) <= set(PLACES)


@pytest.mark.parametrize("text", [TEXT, GUIDE], ids=["README", "CONTRIBUTING"])
def test_files_it_names_are_there(text):
    linked = re.findall(r"\]\(([^)#:]+)\)", text)
    paths = re.findall(r"`((?:diary|docs|installer|resources|tests)/[\w./-]+)`", text)
    assert [name for name in linked + paths if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("text", [TEXT, GUIDE], ids=["README", "CONTRIBUTING"])
def test_targets_it_names_are_in_the_makefile(text):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)(?=`|\s+#)", text)) <= targets


def test_the_json_example_can_be_imported():
    (example,) = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
    diary = diary_json.read(example.encode(), TODAY)
    assert [entry.pains is not None for entry in diary.entries] == [True, True]


def test_every_item_and_detail_of_a_csv_is_in_its_table():
    rows = re.findall(r"^\| (`[a-z_` ]+) \|(.*)\|$", FILES, re.MULTILINE)
    table = {
        item: set(re.findall(r"`([a-z_]+)`", rest))
        for items, rest in rows
        for item in re.findall(r"`([a-z_]+)`", items)
    }
    wanted = {question.item: set(question.details) for question in QUESTIONS}
    wanted |= {name: set() for name in (*BY_NOTHING, *SINGLE)}
    assert table == wanted


def test_what_it_says_of_the_grounds_of_the_rules_is_counted():
    numbers = [number for rule in RULES for number in rule.numbers]
    ours = [number for number in numbers if number.reason.basis is Basis.OUR_CHOICE]
    words = " ".join(TEXT.split())
    assert f"{len(ours)} of the {len(numbers)} numbers" in words
    named = re.search(r"eight of the (\d+) \((.*?)\) rest on our own choice alone", words)
    assert named is not None
    assert int(named[1]) == len(RULES)
    bare = [rule.id for rule in RULES if not rule.sources]
    assert re.findall(r"[UVW]\d+", named[2]) == bare
    assert len(bare) == 8
