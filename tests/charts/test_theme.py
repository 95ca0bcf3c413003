"""The contrast of what charts and the sheet are drawn with, by WCAG 2.2."""

from __future__ import annotations

import re

import pytest

from diary.charts.pain_ramp import ON_PAPER, contrast, text_on
from diary.charts.theme import PRINT, THEMES
from diary.resources import resource

TEXT, MARK = 4.5, 3.0
GROUNDS = ("paper", "spell", "gap", "usual")
ALL = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
COLOR = re.compile(r'#let (\w+) = rgb\("(#[0-9a-f]{6})"\)')


@ALL
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", ["ink", "muted"])
def test_words_can_be_read_on_every_ground(theme, name, ground):
    assert contrast(getattr(theme, name), getattr(theme, ground)) >= TEXT


@ALL
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", ["accent", "dot", "spell_line"])
def test_marks_can_be_seen_on_every_ground(theme, name, ground):
    assert contrast(getattr(theme, name), getattr(theme, ground)) >= MARK


@pytest.mark.parametrize("name", ["contrast-light", "contrast-dark"])
def test_in_high_contrast_the_band_and_the_grid_can_be_seen_too(name):
    # Elsewhere they are grounds: the level stands in the legend, the grid has its numbers.
    theme = THEMES[name]
    assert contrast(theme.usual, theme.paper) >= MARK
    assert contrast(theme.hairline, theme.paper) >= MARK


def test_the_sheet_can_be_read_on_paper():
    colors = dict(COLOR.findall(resource("report/look.typ").read_text(encoding="utf-8")))
    assert set(colors) == {"ink", "soft", "hair", "accent", "tint"}
    for ground in ("#ffffff", colors["tint"]):
        for name in ("ink", "soft", "accent"):
            assert contrast(colors[name], ground) >= TEXT


def test_the_body_of_the_sheet_can_be_seen_and_its_numbers_read():
    for mark in (PRINT.dot, PRINT.muted, PRINT.ink):  # edges of pains, outline, leaders
        assert contrast(mark, PRINT.gap) >= MARK
    for ground in ON_PAPER:
        assert contrast(text_on(ground), ground) >= TEXT
