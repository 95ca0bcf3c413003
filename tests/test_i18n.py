"""Texts, plurals, dates and numbers: the same everywhere, and British in English."""

from __future__ import annotations

import datetime as dt
import gettext
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from diary import i18n
from diary.i18n import (
    SAME,
    format_count,
    format_day,
    format_fixed,
    format_number,
    join_words,
    known_language,
    language,
    language_in_words,
    language_name,
    languages,
    locale_name,
    mark,
    mark_plural,
    plural,
    sentence_case,
    speak,
    speaking,
    system_language,
    translate,
)

DAY = dt.date(2026, 3, 14)


class Shouting(gettext.NullTranslations):
    def gettext(self, message):
        return message.upper()

    def ngettext(self, msgid1, msgid2, n):
        return super().ngettext(msgid1, msgid2, n).upper().replace("{N}", "{n}")


@pytest.fixture
def shouting(monkeypatch):
    monkeypatch.setattr(i18n, "_own", i18n.Voice("xx", "en_GB", Shouting()))


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
    monkeypatch.setattr(i18n, "_own", i18n.Voice("xx", "en_GB", Shouting()))
    monkeypatch.setattr(Shouting, "gettext", lambda *_: "Project-Id-Version: 1")
    assert translate("") == ""


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (-1, "-1 days")]
)
def test_plural(count, expected):
    assert plural("{n} day", "{n} days", count) == expected
    assert plural(*mark_plural("{n} day", "{n} days"), count) == expected


def test_a_plural_is_filled_in():
    assert plural("{n} day from {first}", "{n} days from {first}", 2, first="a") == "2 days from a"


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
    monkeypatch.setattr(i18n, "_own", i18n.Voice("de", "de", gettext.NullTranslations()))
    assert format_day(DAY) == "14. März 2026"
    assert format_number(67.5) == "67,5"
    assert format_fixed(67.5) == "67,5"
    assert format_count(10_000) == "10.000"
    assert join_words(["a", "b", "c"]) == "a, b und c"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("d MMM", "14 mar"),
        ("d MMMM", "14 de marzo"),
        ("d MMM y", "14 mar 2026"),
        ("EEE d MMM", "sáb, 14 mar"),
        ("EEE d MMM y", "sáb, 14 mar 2026"),
        ("EEEE d MMMM y", "sábado, 14 de marzo de 2026"),
        ("LLLL y", "marzo de 2026"),
        ("long", "14 de marzo de 2026"),
        ("LLLL", "marzo"),
    ],
)
def test_another_language_has_its_own_order_of_the_parts_of_a_date(style, expected):
    with speaking("es"):
        assert format_day(DAY, style) == expected


class TestLanguages:
    def test_a_language_is_there_by_its_folder(self):
        assert languages()[0] == "en"
        assert "es" in languages()

    @pytest.mark.parametrize(
        ("wanted", "known"),
        [
            ("es", "es"),
            ("es_MX", "es"),
            ("es-419", "es"),
            ("es_ES.UTF-8", "es"),
            ("en_US", "en"),
            ("tlh", "en"),
            ("C", "en"),
            ("C.UTF-8", "en"),
            ("POSIX", "en"),
            ("", "en"),
        ],
    )
    def test_a_language_is_known_by_its_code_with_or_without_a_country(self, wanted, known):
        assert known_language(wanted) == known

    def test_each_says_its_own_name(self):
        assert [language_name(code) for code in ("en", "es")] == ["English", "Español"]

    def test_in_a_sentence_each_has_the_name_that_the_language_of_the_sentence_gives_it(self):
        assert [language_in_words(code) for code in ("en", "es")] == ["English", "Spanish"]
        with speaking("es"):
            assert [language_in_words(code) for code in ("en", "es")] == ["inglés", "español"]

    def test_one_that_has_no_name_there_is_called_by_its_code(self):
        assert language_in_words("no-such-one") == "no-such-one"

    def test_a_line_begins_with_a_capital_letter(self):
        with speaking("es"):
            day = format_day(dt.date(2026, 3, 22), "EEEE d MMMM y")
        assert sentence_case(day) == "Domingo, 22 de marzo de 2026"
        assert sentence_case("") == ""

    @pytest.mark.parametrize(
        ("told", "expected"),
        [
            ({}, "en"),
            ({"LANG": "es_ES.UTF-8"}, "es"),
            ({"LANG": "es_ES.UTF-8", "LC_ALL": "C"}, "en"),
            ({"LANG": "C", "LANGUAGE": "es:en"}, "es"),
            ({"LANG": "ja_JP"}, "en"),
        ],
    )
    def test_the_surroundings_say_which(self, monkeypatch, told, expected):
        for name, value in told.items():
            monkeypatch.setenv(name, value)
        assert system_language() == expected

    def test_the_program_speaks_one(self):
        speak("es")
        assert (language(), locale_name(), format_fixed(1.25)) == ("es", "es", "1,2")
        speak("tlh")
        assert (language(), locale_name()) == ("en", "en_GB")

    def test_another_is_borrowed_for_a_while(self):
        with speaking("es"):
            assert language() == "es"
            with speaking("en"):
                assert language() == "en"
            assert language() == "es"
        assert language() == "en"

    def test_the_same_is_that_of_the_program(self):
        speak("es")
        with speaking("en"), speaking(SAME):
            assert language() == "es"

    def test_a_block_that_fails_gives_it_back(self):
        with pytest.raises(ValueError, match="no"), speaking("es"):
            raise ValueError("no")
        assert language() == "en"

    def test_no_other_thread_hears_it(self):
        with speaking("es"), ThreadPoolExecutor(1) as pool:
            assert pool.submit(language).result() == "en"

    def test_libraries_find_their_words_in_our_catalogue(self):
        speak("es")
        i18n.lend_to_libraries()
        assert gettext.gettext("Español") == "Español"
        assert gettext.gettext("English") == "Español"

    def test_in_english_libraries_keep_to_themselves(self):
        before = gettext.textdomain()
        i18n.lend_to_libraries()
        assert gettext.textdomain() == before


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
