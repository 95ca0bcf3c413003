"""The contrast of every pair of colours that meets on the screen, by WCAG 2.2."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QPalette

from diary.charts.pain_ramp import contrast, luminance
from diary.ui.calendar import month_strip
from diary.ui.stylesheet import stylesheet
from diary.ui.theme import _palette
from diary.ui.theme_colors import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT

TEXT, MARK, HIGH = 4.5, 3.0, 7.0
PALEST = 1.5
GROUNDS = ("paper", "card", "sunken", "accent_soft", "emergency_soft")
THEMES = {theme.charts: theme for theme in (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)}
ALL = pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)
IN_CONTRAST = pytest.mark.parametrize("colors", [CONTRAST_LIGHT, CONTRAST_DARK])
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == 1
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@ALL
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", ["ink", "ink_soft", "accent", "accent_deep", "emergency"])
def test_text_can_be_read_on_every_ground(colors, name, ground):
    # What is off and what stands in an empty field are written in the soft ink.
    assert contrast(getattr(colors, name), getattr(colors, ground)) >= TEXT


@IN_CONTRAST
@pytest.mark.parametrize("ground", ["paper", "card", "sunken", "accent_soft", "emergency_soft"])
@pytest.mark.parametrize("name", ["ink", "ink_soft", "accent", "border"])
def test_high_contrast_is_higher(colors, name, ground):
    assert contrast(getattr(colors, name), getattr(colors, ground)) >= HIGH


@IN_CONTRAST
def test_in_high_contrast_what_only_parts_can_be_seen_too(colors):
    assert contrast(colors.hairline, colors.paper) >= MARK
    assert contrast(colors.hairline, colors.card) >= MARK


@ALL
@pytest.mark.parametrize("ground", [*GROUNDS, "body"])
@pytest.mark.parametrize("name", ["border", "plum", "accent"])
def test_borders_of_controls_rings_and_marks_can_be_seen(colors, name, ground):
    # Among them: the ring of the focus, the edges of the places of the body, and of its pains.
    assert contrast(getattr(colors, name), getattr(colors, ground)) >= MARK


@ALL
def test_text_on_filled_buttons_can_be_read(colors):
    assert contrast(colors.on_accent, colors.accent) >= TEXT
    assert contrast(colors.on_accent, colors.accent_deep) >= TEXT


@ALL
def test_the_two_rings_of_a_filled_button_can_be_seen(colors):
    # The outer one in ink stands on the page, the inner one on the accent.
    assert contrast(colors.ink, colors.paper) >= MARK
    assert contrast(colors.on_accent, colors.accent) >= MARK


@ALL
def test_the_number_on_the_pain_ramp_can_be_read(colors):
    assert len(colors.pain) == 11
    for score, ground in enumerate(colors.pain):
        assert contrast(colors.on_pain(score), ground) >= TEXT


@ALL
def test_a_place_with_pain_stands_out_by_its_edge_where_its_tint_is_pale(colors):
    for score in range(11):
        assert (
            max(contrast(colors.pain[score], colors.body), contrast(colors.plum, colors.body))
            >= MARK
        )


@ALL
def test_the_lines_of_the_twelve_months_can_be_seen(colors):
    page = colors.paper
    assert contrast(colors.accent, page) >= MARK
    assert contrast(colors.border, page) >= MARK
    # The least pains are told by the height of their lines, and the grid has their numbers.
    told = range(month_strip._PALEST, 11)
    assert all(contrast(colors.pain[score], page) >= PALEST for score in told)


@ALL
def test_more_pain_is_always_further_from_the_page(colors):
    distances = [contrast(color, colors.paper) for color in colors.pain]
    assert all(less < more for less, more in pairwise(distances))


def test_dark_is_darker_than_light():
    for dark, light in ((DARK, LIGHT), (CONTRAST_DARK, CONTRAST_LIGHT)):
        assert luminance(dark.paper) < luminance(light.paper)


@ALL
def test_text_can_be_read_wherever_the_style_sheet_names_it_with_its_ground(colors):
    """Each rule with a text colour and a ground of its own."""
    sheet = stylesheet(colors, 100, {"chevron": "a.svg", "tick_image": "b.svg"})
    pairs = []
    for selector, body in RULE.findall(sheet):
        said = dict(
            (part.strip() for part in line.split(":", 1)) for line in body.split(";") if ":" in line
        )
        for ground, text in (("background", "color"), *SELECTIONS):
            if said.get(ground, "").startswith("#") and text in said:
                pairs.append((selector.strip(), said[text], said[ground]))
    assert len(pairs) > 10
    assert [pair for pair in pairs if contrast(pair[1], pair[2]) < TEXT] == []


SELECTIONS = (
    ("selection-background-color", "selection-color"),
    ("background", "placeholder-text-color"),
)


@ALL
def test_text_can_be_read_where_only_the_palette_says_how_it_looks(colors):
    palette, role = _palette(colors), QPalette.ColorRole
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
        for text, ground in (
            (role.WindowText, role.Window),
            (role.Text, role.Base),
            (role.Text, role.AlternateBase),
            (role.PlaceholderText, role.Base),
            (role.ButtonText, role.Button),
            (role.HighlightedText, role.Highlight),
            (role.Link, role.Window),
            (role.ToolTipText, role.ToolTipBase),
        ):
            shown = [QColor(palette.color(group, one)).name() for one in (text, ground)]
            assert contrast(*shown) >= TEXT, (group, text, ground)
