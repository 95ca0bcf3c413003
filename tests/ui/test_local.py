from __future__ import annotations

import datetime as dt
import gettext

import pytest

from diary import i18n
from diary.ui.local import day_in_full, day_in_words, list_in_words

DAY = dt.date(2026, 3, 22)


def test_a_day_in_words():
    assert day_in_full(DAY) == "Sunday 22 March 2026"
    assert day_in_words(DAY) == "22 March 2026"


def test_another_language_has_its_own_order(monkeypatch):
    monkeypatch.setattr(i18n, "_own", i18n.Voice("de", "de", gettext.NullTranslations()))
    assert day_in_full(DAY) == "Sonntag, 22. März 2026"
    assert day_in_words(DAY) == "22. März 2026"


def test_spanish_has_words_between_the_parts():
    with i18n.speaking("es"):
        assert day_in_full(DAY) == i18n.format_day(DAY, "full") == "domingo, 22 de marzo de 2026"
        assert day_in_words(DAY) == i18n.format_day(DAY) == "22 de marzo de 2026"


@pytest.mark.parametrize("words", [[], ["a"], ["a", "b"], ["a", "b", "c"]])
def test_qt_and_babel_say_the_same(words):
    assert list_in_words(words) == i18n.join_words(words)
    assert day_in_words(DAY) == i18n.format_day(DAY)
