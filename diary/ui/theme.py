"""The theme of the window: colours, text size and font, following the system unless told not to.

A :class:`Theme` is made once and handed to whoever paints or tints something; ``changed`` tells
them to do it again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from diary.resources import resource_root
from diary.ui.icons import icon, write_icon
from diary.ui.look import TEXT_LARGEST, TEXT_SMALLEST
from diary.ui.stylesheet import sizes, stylesheet
from diary.ui.theme_colors import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colors

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from diary.ui.look import ThemeChoice

_IMAGES = "images"  # the property of the application that holds them
_FAMILY = "Atkinson Hyperlegible"
_FONTS = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")


class Theme(QObject):
    """The colours and sizes the window uses now.

    Args:
        app: the application; it gets the palette, the font and the style sheet.
        choice: ``system``, ``light``, ``dark`` or ``contrast``: high contrast, dark where the
            system is.
        text_size: 100 to 200 %.
    """

    changed = Signal()

    def __init__(
        self, app: QApplication, choice: ThemeChoice = "system", text_size: int = TEXT_SMALLEST
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._text_size = _within(text_size)
        self._colors = LIGHT
        self._family = _bundled_font()
        self._apply()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def app(self) -> QApplication:
        """The application that has this look."""
        return self._app

    @property
    def colors(self) -> Colors:
        """The colours in use."""
        return self._colors

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    @property
    def text_size(self) -> int:
        """The text size, 100 to 200 %."""
        return self._text_size

    def px(self, pixels: int) -> int:
        """Return a length that grows with the text size."""
        return round(pixels * self._text_size / 100)

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
            getattr(self._colors, color),
            self.px(size),
            None if checked is None else getattr(self._colors, checked),
            gap,
        )

    def set_choice(self, choice: ThemeChoice) -> None:
        """Follow the system, or stay light, dark or in high contrast."""
        if choice != self._choice:
            self._choice = choice
            self._apply()

    def set_text_size(self, text_size: int) -> None:
        """Set the text size; it is kept within 100 to 200 %."""
        if _within(text_size) != self._text_size:
            self._text_size = _within(text_size)
            self._apply()

    @Slot()
    def _on_system_changed(self) -> None:
        if self._choice in {"system", "contrast"}:
            self._apply()

    def _apply(self) -> None:
        self._colors = _colors(self._app, self._choice)
        folder = _Images.of(self._app).folder
        images = {
            "chevron": write_icon("chevron-down", self._colors.ink, folder),
            "tick_image": write_icon("check", self._colors.on_accent, folder),
        }
        _dress(
            self._app,
            self._font(),
            _palette(self._colors),
            stylesheet(self._colors, self._text_size, images),
        )
        self.changed.emit()

    def _font(self) -> QFont:
        font = QFont(self._family) if self._family else QFont(self._app.font())
        font.setPixelSize(sizes(self._text_size)["body"])
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
        sheet: the style sheet.
    """
    if app.font() != font:
        app.setFont(font)
    if app.palette() != palette:
        app.setPalette(palette)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def apply_theme(
    app: QApplication, choice: ThemeChoice = "system", text_size: int = TEXT_SMALLEST
) -> Theme:
    """Give the application its look and return the theme.

    Args:
        app: the application.
        choice: light, dark, high contrast, or as the system has it.
        text_size: in percent, 100 to 200.
    """
    return Theme(app, choice, text_size)


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
    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(resource_root() / "fonts" / name))
    return _FAMILY if _FAMILY in QFontDatabase.families() else None


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
