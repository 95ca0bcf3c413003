"""The window speaks the language chosen, and so do Qt's own parts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt

from diary.i18n import language, translate
from diary.ui import language as of_window
from diary.ui.language import choose_language


@pytest.fixture
def app(qapp):
    yield qapp
    choose_language(qapp, "en")


def qt_says(word):
    return QCoreApplication.translate("QPlatformTheme", word)


def test_english_needs_no_translator(app):
    choose_language(app, "en")
    assert (language(), qt_says("Cancel")) == ("en", "Cancel")
    assert app.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_another_language_is_spoken_by_qt_too(app):
    choose_language(app, "es")
    assert (language(), qt_says("Cancel")) == ("es", "Cancelar")
    assert translate("English") == "Español"


def test_going_back_lets_the_translator_go(app):
    choose_language(app, "es")
    choose_language(app, "en")
    assert qt_says("Cancel") == "Cancel"


def test_one_that_is_not_there_is_english(app):
    choose_language(app, "tlh")
    assert language() == "en"


def test_the_system_chooses_unless_she_does(app, monkeypatch):
    monkeypatch.setattr(of_window, "QLocale", SpanishSystem)
    choose_language(app, "system")
    assert language() == "es"


class SpanishSystem(QLocale):
    """A computer in Spanish, as it is in Mexico."""

    @staticmethod
    def system():
        return QLocale("es_MX")


def test_a_language_from_right_to_left_begins_on_the_right(app, monkeypatch):
    monkeypatch.setattr(of_window, "locale_name", lambda: "ar")
    choose_language(app, "en")
    assert app.layoutDirection() == Qt.LayoutDirection.RightToLeft
    monkeypatch.undo()
    choose_language(app, "en")
    assert app.layoutDirection() == Qt.LayoutDirection.LeftToRight
