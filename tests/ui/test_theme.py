from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QPushButton

from diary.resources import resource_root
from diary.ui import theme as theme_module
from diary.ui.stylesheet import TARGET, sizes, stylesheet
from diary.ui.theme import apply_theme
from diary.ui.theme_colors import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT
from diary.ui.widgets.buttons import Chip, IconButton, PrimaryButton, QuietButton


@pytest.fixture
def of_the_system(qapp, monkeypatch):
    """Let a test say which colours the system wants; the offscreen platform has no say."""

    def choose(scheme, contrast=Qt.ContrastPreference.NoPreference):
        monkeypatch.setattr(
            theme_module,
            "_system_wants_contrast",
            lambda _app: contrast == Qt.ContrastPreference.HighContrast,
        )
        monkeypatch.setattr(
            theme_module, "_system_is_dark", lambda _app: scheme == Qt.ColorScheme.Dark
        )
        hints = qapp.styleHints()
        hints.colorSchemeChanged.emit(scheme)
        hints.accessibility().contrastPreferenceChanged.emit(contrast)

    return choose


def test_it_follows_the_system_until_told_otherwise(qapp, of_the_system, qtbot):
    theme = apply_theme(qapp)
    assert theme.choice == "system"
    assert theme.colors is LIGHT
    with qtbot.waitSignal(theme.changed):
        of_the_system(Qt.ColorScheme.Dark)
    assert theme.colors is DARK
    theme.set_choice("light")
    assert theme.colors is LIGHT
    of_the_system(Qt.ColorScheme.Light)
    of_the_system(Qt.ColorScheme.Dark)
    assert theme.colors is LIGHT


def test_high_contrast_follows_the_system_and_can_be_chosen(qapp, of_the_system):
    high = Qt.ContrastPreference.HighContrast
    theme = apply_theme(qapp)
    of_the_system(Qt.ColorScheme.Light, high)
    assert theme.colors is CONTRAST_LIGHT
    of_the_system(Qt.ColorScheme.Dark, high)
    assert theme.colors is CONTRAST_DARK
    theme.set_choice("dark")
    assert theme.colors is DARK
    theme.set_choice("contrast")
    of_the_system(Qt.ColorScheme.Dark)
    assert theme.colors is CONTRAST_DARK
    of_the_system(Qt.ColorScheme.Light)
    assert theme.colors is CONTRAST_LIGHT
    theme.set_choice("light")


def test_the_system_is_asked_for_its_contrast(qapp):
    # The offscreen platform prefers nothing; what it says is what is used.
    assert not theme_module._system_wants_contrast(qapp)


def test_the_palette_carries_the_colours_to_what_the_sheet_does_not_reach(qapp):
    apply_theme(qapp, "dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.paper
    assert qapp.palette().color(QPalette.ColorRole.Highlight).name() == DARK.accent


def test_a_change_is_told_once_and_no_change_is_not_told(qapp):
    theme = apply_theme(qapp, "light", 120)
    told = []
    theme.changed.connect(lambda: told.append(theme.text_size))
    theme.set_choice("light")
    theme.set_text_size(120)
    assert told == []
    theme.set_text_size(150)
    assert told == [150]
    assert theme.px(10) == 15


@pytest.mark.parametrize(("asked", "given"), [(40, 100), (100, 100), (200, 200), (900, 200)])
def test_the_text_size_stays_within_its_limits(qapp, asked, given):
    theme = apply_theme(qapp, "light", asked)
    assert theme.text_size == given


def test_the_bundled_font_is_used(qapp):
    apply_theme(qapp, "light")
    assert QFontInfo(qapp.font()).family() == "Atkinson Hyperlegible"


def test_without_the_bundled_font_the_systems_own_is_used(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(theme_module, "_FAMILY", "No Such Font")
    monkeypatch.setattr(theme_module, "resource_root", lambda: tmp_path)
    theme = apply_theme(qapp, "light")
    assert theme.text_size == 100
    assert QFontInfo(qapp.font()).pixelSize() == 16


@pytest.mark.parametrize("text_size", [100, 130, 200])
def test_everything_to_press_is_large_enough(qapp, qtbot, text_size):
    theme = apply_theme(qapp, "light", text_size)
    buttons = [
        QPushButton("Plain"),
        PrimaryButton("Save", theme, "check"),
        QuietButton("Remove", theme, "x"),
        Chip("Hip"),
        IconButton("Next", theme, "chevron-right"),
    ]
    for button in buttons:
        qtbot.addWidget(button)
        button.ensurePolished()
        assert button.sizeHint().height() >= TARGET
        assert button.sizeHint().width() >= TARGET
    apply_theme(qapp, "light")


def test_text_grows_with_its_size():
    assert sizes(200)["body"] == 2 * sizes(100)["body"]
    assert sizes(100)["target"] == TARGET


@pytest.mark.parametrize("colors", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
def test_the_sheet_has_no_gap_left(colors):
    text = stylesheet(colors, 100, {"chevron": "a.svg", "tick_image": "b.svg"})
    assert "$" not in text
    assert colors.accent in text


def test_every_icon_is_drawn_in_one_colour():
    for path in (resource_root() / "icons").glob("*.svg"):
        assert "currentColor" in path.read_text(encoding="utf-8"), path.name
