"""The language of the window: our texts, the words of Qt's own parts, and which side it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from diary.i18n import ENGLISH, SYSTEM, known_language, language, locale_name, speak

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_QTS_OWN = "qtbase"
_SPOKEN = "translator"  # the property of the application that holds the one in use


def choose_language(app: QApplication, wanted: str) -> None:
    """Have the program speak a language, before anything of the window is made.

    Args:
        app: the application.
        wanted: the code of a language, or ``system`` for that of this computer.
    """
    speak(_of_this_computer() if wanted == SYSTEM else wanted)
    app.setLayoutDirection(QLocale(locale_name()).textDirection())
    # Not looked for among the children of the application: its style is one of them, and to learn
    # of styles takes Python a twentieth of the first paint.
    spoken_before = app.property(_SPOKEN)
    if isinstance(spoken_before, QTranslator):
        app.removeTranslator(spoken_before)
        app.setProperty(_SPOKEN, None)
        spoken_before.deleteLater()
    if language() == ENGLISH:  # what Qt speaks without a translator
        return
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(locale_name()), _QTS_OWN, "_", folder):
        translator.setParent(app)
        app.installTranslator(translator)
        app.setProperty(_SPOKEN, translator)


def _of_this_computer() -> str:
    """Return the first language that the person's system is in, as far as there is one."""
    first = next(iter(QLocale.system().uiLanguages()), ENGLISH)
    return known_language(first)
