"""The theme of the window: colours, text size and font, following the system unless told not to.

A :class:`Theme` is handed to whoever paints or tints something; ``changed`` tells them to do it
again. There is one for the application, and one for each page (:mod:`diary.ui.room_theme`).
"""

from __future__ import annotations

import weakref
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from diary.resources import resource_root
from diary.ui.icons import icon, write_icon
from diary.ui.look import TEXT_LARGEST, TEXT_SMALLEST
from diary.ui.stylesheet import sizes, stylesheet
from diary.ui.theme_colors import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colors

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication, QWidget

    from diary.ui.look import ThemeChoice

_IMAGES = "images"  # the property of the application that holds them
_FAMILY = "Atkinson Hyperlegible"
_FONTS = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")


class Worn:
    """The look as it is now: one for all themes of an application.

    Args:
        app: the application.
        choice: what the person chose.
        text_size: 100 to 200 %.

    Attributes:
        colors: the colours in use.
        sheet: the style sheet made of all that.
        is_in_parts: whether the parts of a window wear it, and not the application itself.
    """

    def __init__(self, app: QApplication, choice: ThemeChoice, text_size: int) -> None:
        self.app, self.choice, self.text_size = app, choice, text_size
        self.colors = LIGHT
        self.sheet = ""
        self.is_in_parts = False


class Theme(QObject):
    """The colours and sizes that a part of the window uses now.

    Args:
        worn: the look.
        parent: the owner.
    """

    changing = Signal()  # before anything of it is another
    changed = Signal()  # whoever paints or tints does it again
    settled = Signal()  # all have done it again

    def __init__(self, worn: Worn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worn = worn
        self._dressed: list[weakref.ref[QWidget]] = []

    @property
    def app(self) -> QApplication:
        """The application that has this look."""
        return self.worn.app

    @property
    def colors(self) -> Colors:
        """The colours in use."""
        return self.worn.colors

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self.worn.choice

    @property
    def text_size(self) -> int:
        """The text size, 100 to 200 %."""
        return self.worn.text_size

    def px(self, pixels: int) -> int:
        """Return a length that grows with the text size."""
        return round(pixels * self.worn.text_size / 100)

    def icon(
        self,
        name: str,
        color: str = "ink",
        checked: str | None = None,
        size: int = 22,
        gap: float = 0.0,
    ) -> QIcon:
        """Return an icon in colours of the theme, given by their names in :class:`Colors`.

        Args:
            name: the icon.
            color: its colour.
            checked: its colour on a checked button.
            size: its side at 100 %.
            gap: empty room to its right, in parts of its side.
        """
        return icon(
            name,
            getattr(self.colors, color),
            self.px(size),
            None if checked is None else getattr(self.colors, checked),
            gap,
        )

    def dress(self, part: QWidget) -> None:
        """Give a part of the window the style sheet, before anything stands in it.

        It has it for as long as it lives, and whatever stands in it or is opened from it. The
        application has none from then on: to change that one, Qt dresses every widget once for
        itself and once for each that it stands in.
        """
        if not self.worn.is_in_parts:
            self.worn.is_in_parts = True
            self.worn.app.setStyleSheet("")
        self._dressed.append(weakref.ref(part))
        part.setStyleSheet(self.worn.sheet)

    def dress_again(self) -> None:
        """Give all parts the style sheet as it is now, those left that are still there."""
        parts = [part() for part in self._dressed]
        there = [part for part in parts if part is not None and shiboken6.isValid(part)]
        self._dressed = [weakref.ref(part) for part in there]
        for part in there:
            part.setStyleSheet(self.worn.sheet)


class AppTheme(Theme):
    """The look of the application, which can be changed; its parts change at once with it.

    Args:
        app: the application; it gets the palette, the font and, while no part of a window has it,
            the style sheet.
        choice: ``system``, ``light``, ``dark`` or ``contrast``: high contrast, dark where the
            system is.
        text_size: 100 to 200 %.
    """

    def __init__(
        self, app: QApplication, choice: ThemeChoice = "system", text_size: int = TEXT_SMALLEST
    ) -> None:
        super().__init__(Worn(app, choice, _within(text_size)), app)
        self._family = _bundled_font()
        self._apply()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    def set_choice(self, choice: ThemeChoice) -> None:
        """Follow the system, or stay light, dark or in high contrast."""
        if choice != self.worn.choice:
            self.worn.choice = choice
            self._apply()

    def set_text_size(self, text_size: int) -> None:
        """Set the text size; it is kept within 100 to 200 %."""
        if _within(text_size) != self.worn.text_size:
            self.worn.text_size = _within(text_size)
            self._apply()

    @Slot()
    def _on_system_changed(self) -> None:
        if self.worn.choice in {"system", "contrast"}:
            self._apply()

    def _apply(self) -> None:
        self.changing.emit()
        worn = self.worn
        worn.colors = colors = _colors(worn.app, worn.choice)
        folder = _Images.of(worn.app).folder
        images = {
            "chevron": write_icon("chevron-down", colors.ink, folder),
            "tick_image": write_icon("check", colors.on_accent, folder),
        }
        worn.sheet = stylesheet(colors, worn.text_size, images)
        _dress(worn.app, self._font(), _palette(colors), "" if worn.is_in_parts else worn.sheet)
        self.dress_again()
        self.changed.emit()
        self.settled.emit()

    def _font(self) -> QFont:
        font = QFont(self._family) if self._family else QFont(self.app.font())
        font.setPixelSize(sizes(self.text_size)["body"])
        return font


class _Images(QObject):
    """The folder of the pictures that style sheets name, for as long as the application lives."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._made = QTemporaryDir()
        app.setProperty(_IMAGES, self)

    @classmethod
    def of(cls, app: QApplication) -> _Images:
        """Return the one of the application."""
        # Not looked for among the children of the application: its style is one of them, and to
        # learn of styles takes Python a twentieth of the first paint.
        found = app.property(_IMAGES)
        return found if isinstance(found, cls) else cls(app)

    @property
    def folder(self) -> Path:
        """Where they are."""
        return Path(self._made.path())


def _dress(app: QApplication, font: QFont, palette: QPalette, sheet: str) -> None:
    """Give all widgets their look; each of these goes through all there are, so only if it differs.

    Args:
        app: the application.
        font: of all text that has none of its own.
        palette: the colours where the style sheet says none.
        sheet: the style sheet; empty where parts of a window have it.
    """
    if app.font() != font:
        app.setFont(font)
    if app.palette() != palette:
        app.setPalette(palette)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def apply_theme(
    app: QApplication, choice: ThemeChoice = "system", text_size: int = TEXT_SMALLEST
) -> AppTheme:
    """Give the application its look and return the theme.

    Args:
        app: the application.
        choice: light, dark, high contrast, or as the system has it.
        text_size: in percent, 100 to 200.
    """
    return AppTheme(app, choice, text_size)


def _colors(app: QApplication, choice: ThemeChoice) -> Colors:
    if choice == "light":
        return LIGHT
    if choice == "dark":
        return DARK
    dark = _system_is_dark(app)
    if choice == "contrast" or _system_wants_contrast(app):
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT


def _system_wants_contrast(app: QApplication) -> bool:
    hints = app.styleHints()  # without a name it would be gone before what it owns is asked
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _system_is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _within(text_size: int) -> int:
    return min(TEXT_LARGEST, max(TEXT_SMALLEST, text_size))


def _bundled_font() -> str | None:
    """Load the bundled fonts; return the family, or None to stay with the system's font."""
    folder = resource_root() / "fonts"
    loaded = [QFontDatabase.addApplicationFont(str(folder / name)) for name in _FONTS]
    # Not of all families of the system, of which there may be hundreds.
    families = {family for one in loaded for family in QFontDatabase.applicationFontFamilies(one)}
    return _FAMILY if _FAMILY in families else None


def _palette(colors: Colors) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, colors.paper),
        (role.WindowText, colors.ink),
        (role.Base, colors.card),
        (role.AlternateBase, colors.sunken),
        (role.Text, colors.ink),
        (role.PlaceholderText, colors.ink_soft),
        (role.Button, colors.card),
        (role.ButtonText, colors.ink),
        (role.BrightText, colors.emergency),
        (role.Highlight, colors.accent),
        (role.HighlightedText, colors.on_accent),
        (role.Link, colors.accent),
        (role.LinkVisited, colors.accent_deep),
        (role.ToolTipBase, colors.card),
        (role.ToolTipText, colors.ink),
        (role.Light, colors.card),
        (role.Midlight, colors.hairline),
        (role.Mid, colors.hairline),
        (role.Dark, colors.border),
        (role.Shadow, colors.border),
        (role.Accent, colors.accent),
    ):
        palette.setColor(target, QColor(name))
    soft = QColor(colors.ink_soft)
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, soft)
    return palette
