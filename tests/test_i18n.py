"""Texts, plurals, dates and numbers: the same everywhere, and British in English."""

from __future__ import annotations

import datetime as dt
import gettext
import subprocess
import sys

import pytest

from diary import i18n
from diary.i18n import format_day, format_number, join_words, mark, plural, translate

DAY = dt.date(2026, 3, 14)


class Shouting(gettext.NullTranslations):
    def gettext(self, message):
        return message.upper()

    def ngettext(self, msgid1, msgid2, n):
        return super().ngettext(msgid1, msgid2, n).upper().replace("{N}", "{n}")


@pytest.fixture
def shouting(monkeypatch):
    monkeypatch.setattr(i18n, "_texts", Shouting())


def test_mark_changes_nothing():
    assert mark("No pain") == "No pain"


@pytest.mark.parametrize("text", ["No pain", " ", "ä {n} %s"])
def test_english_is_its_own_translation(text):
    assert translate(text) == text


def test_texts_are_looked_up_when_shown(shouting):  # noqa: ARG001  it changes the language
    assert translate("No pain") == "NO PAIN"
    assert plural("{n} day", "{n} days", 2) == "2 DAYS"


def test_no_text_has_no_translation(monkeypatch):
    # gettext gives the head of a catalogue, with names and dates, for an empty text.
    monkeypatch.setattr(i18n, "_texts", Shouting())
    monkeypatch.setattr(Shouting, "gettext", lambda *_: "Project-Id-Version: 1")
    assert translate("") == ""


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (-1, "-1 days")]
)
def test_plural(count, expected):
    assert plural("{n} day", "{n} days", count) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("short", "14/03/2026"),
        ("medium", "14 Mar 2026"),
        ("long", "14 March 2026"),
        ("EEEE d MMMM", "Saturday 14 March"),
        ("EEE d", "Sat 14"),
    ],
)
def test_days_are_written_as_in_britain(style, expected):
    assert format_day(DAY, style) == expected


def test_a_day_is_long_unless_asked():
    assert format_day(DAY) == "14 March 2026"


def test_another_language_writes_its_own_dates(monkeypatch):
    monkeypatch.setattr(i18n, "LANGUAGE", "de")
    assert format_day(DAY) == "14. März 2026"
    assert format_number(67.5) == "67,5"
    assert join_words(["a", "b", "c"]) == "a, b und c"


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (67.5, 1, "67.5"),
        (67.0, 1, "67"),
        (0, 1, "0"),
        (-0.5, 1, "-0.5"),
        (0.46, 1, "0.5"),
        (2.6, 0, "3"),
        (0.833, 2, "0.83"),
    ],
)
def test_numbers(value, decimals, expected):
    assert format_number(value, decimals) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_in_a_sentence(words, expected):
    assert join_words(words) == expected


def test_babel_is_imported_only_when_a_date_is_written():
    code = (
        "import sys, datetime as dt; from diary.i18n import format_day, translate;"
        "translate('x'); print('babel' in sys.modules);"
        "format_day(dt.date(2026, 3, 14)); print('babel' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True"]
