"""One family of fonts for window, charts and paper: all three programs must read it alike."""

from __future__ import annotations

import pytest
import typst
from fontTools.ttLib import TTFont
from matplotlib import font_manager
from PySide6.QtGui import QFontDatabase

from diary.resources import resource

FAMILY = "Atkinson Hyperlegible"
STYLES = {
    "Regular": ("Regular", 400, "normal"),
    "Bold": ("Bold", 700, "normal"),
    "Italic": ("Italic", 400, "italic"),
    "BoldItalic": ("Bold Italic", 700, "italic"),
}

every_style = pytest.mark.parametrize("style", STYLES)


def file_of(style):
    return resource(f"fonts/AtkinsonHyperlegible-{style}.ttf")


def test_there_are_four_styles_and_a_licence():
    assert sorted(path.name for path in resource("fonts").glob("*.ttf")) == sorted(
        file_of(style).name for style in STYLES
    )
    assert "SIL OPEN FONT LICENSE Version 1.1" in resource("fonts/OFL.txt").read_text()


@every_style
def test_the_names_inside_agree(style):
    name, weight, _ = STYLES[style]
    with TTFont(file_of(style)) as font:
        names = font["name"]
        assert (names.getDebugName(1), names.getDebugName(2)) == (FAMILY, name)
        assert names.getDebugName(4) == f"{FAMILY} {name}"
        assert font["OS/2"].usWeightClass == weight
        assert font["OS/2"].fsType == 0  # may be embedded


@every_style
def test_it_has_the_letters_of_the_latin_languages(style):
    with TTFont(file_of(style)) as font:
        covered = set(font.getBestCmap())
    assert {ord(char) for char in "azAZ09äßéøłžőșğñ€£–—…“”‘’·×°½"} <= covered  # noqa: RUF001


@every_style
@pytest.mark.usefixtures("qapp")
def test_qt_reads_it(style):
    number = QFontDatabase.addApplicationFont(str(file_of(style)))
    assert QFontDatabase.applicationFontFamilies(number) == [FAMILY]
    assert STYLES[style][0] in QFontDatabase.styles(FAMILY)


@every_style
def test_matplotlib_reads_it(style):
    found = font_manager.ttfFontProperty(font_manager.get_font(str(file_of(style))))
    assert (found.name, found.weight, found.style) == (FAMILY, *STYLES[style][1:])


def test_typst_reads_them():
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[resource("fonts")])
    ours = {(font.weight, font.style) for font in fonts.fonts() if font.family == FAMILY}
    assert ours == {style[1:] for style in STYLES.values()}
