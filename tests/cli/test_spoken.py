"""Commands speak English unless another language was chosen; what scripts read stays."""

from __future__ import annotations

import ast
from pathlib import Path

import click
import pytest

from diary.cli.main import commands
from diary.cli.spoken import CLICK_COUNTS, CLICK_SAYS
from diary.i18n import translate
from diary.settings import Settings, save_settings
from tests.report.printed import words

RULES_HELP = "Show every rule, its numbers, why, and its sources."


@pytest.fixture
def choose(paths):
    """Return a function that chooses options in the settings."""

    def choose(**options):
        save_settings(Settings(**options), paths.settings)

    return choose


@pytest.fixture
def told(request, monkeypatch, tmp_path):
    """What the settings and the system say, and where the sheet goes."""
    monkeypatch.setenv("LANG", request.param[1])
    return request.param, tmp_path / "sheet.pdf"


def text_of(path):
    return words(path.read_bytes())


def words_of(text):
    """Return a text on one line, however wide the terminal was that broke it."""
    return " ".join(text.split())


def test_help_is_in_the_language_chosen(daymark, choose):
    assert RULES_HELP in words_of(daymark("--help").out)
    choose(language="es")
    said = words_of(daymark("rules", "--help").out)
    assert "Uso: daymark rules" in said
    assert RULES_HELP not in said
    said = daymark("--help").out
    assert "Muestra" in said or "Mostrar" in said


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("columns", [20, 60, 80, 200])
def test_the_list_of_commands_holds_every_first_sentence_whole(
    daymark, choose, monkeypatch, columns, language
):
    choose(language=language)
    monkeypatch.setenv("COLUMNS", str(columns))
    said = words_of(daymark("--help").out)
    for name, command in commands.commands.items():
        first = command.help.partition("\n\n")[0].split(". ")[0].removesuffix(".")
        assert f" {name} {words_of(first)}." in said


def test_what_click_says_is_in_the_language_chosen(daymark, choose):
    choose(language="es")
    ran = daymark("report")
    assert ran.status == 2
    assert "Missing" not in ran.err
    assert "OUT.pdf" in ran.err


def test_a_system_in_another_language_changes_no_command(daymark, monkeypatch):
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    assert daymark("schema", "--help").out.startswith("Usage: ")


def test_alerts_are_in_the_language_chosen_and_keep_their_ids(daymark, choose, climbing):
    daymark("import", climbing)
    english = daymark("alerts", "--json").data["alerts"]
    choose(language="es")
    spanish = daymark("alerts", "--json").data["alerts"]
    assert [one["rule"] for one in spanish] == [one["rule"] for one in english] != []
    assert spanish[0]["place"] == "lower_back"
    assert spanish[0]["evidence"] == english[0]["evidence"]
    assert spanish[0]["noticed"] != english[0]["noticed"]


def test_the_line_that_scripts_read_is_the_same_in_every_language(daymark, choose, climbing):
    choose(language="es")
    assert daymark("import", climbing).out == "60 days added, 0 changed, 0 unchanged\n"


@pytest.mark.parametrize(
    "told",
    [
        ({}, "C", False),
        ({}, "es_ES.UTF-8", True),
        ({"language": "es"}, "C", True),
        ({"language": "es", "report_language": "en"}, "C", False),
        ({"language": "en", "report_language": "es"}, "C", True),
    ],
    indirect=True,
)
def test_the_sheet_has_a_language_of_its_own(daymark, choose, climbing, told):
    (options, _system, is_spanish), out = told
    daymark("import", climbing)
    choose(**options)
    said = daymark("report", out).out
    assert ("The report was written" in said) == (options.get("language") != "es")
    assert ("My questions" in text_of(out)) == (not is_spanish)


@pytest.mark.parametrize("words", CLICK_SAYS)
def test_click_still_says_what_is_translated(words):
    assert words in words_of_click()


@pytest.mark.parametrize("words", CLICK_COUNTS)
def test_click_still_counts_what_is_translated(words):
    assert set(words) <= words_of_click()


def words_of_click():
    """Return every text that click's own code holds."""

    return {
        node.value
        for path in Path(click.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_english_is_translated_into_itself():
    assert [translate(words) for words in CLICK_SAYS] == list(CLICK_SAYS)
