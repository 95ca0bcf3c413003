from __future__ import annotations

from itertools import pairwise

import pytest

from diary.charts.pain_ramp import contrast, luminance
from diary.ui.theme_colors import DARK, LIGHT

TEXT, MARK = 4.5, 3.0
GROUNDS = ("paper", "card", "sunken", "accent_soft", "emergency_soft")
BOTH = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == 1
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", ["ink", "ink_soft", "accent", "accent_deep", "emergency"])
def test_text_can_be_read_on_every_ground(colors, name, ground):
    assert contrast(getattr(colors, name), getattr(colors, ground)) >= TEXT


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", ["border", "plum"])
def test_borders_of_controls_and_marks_can_be_seen(colors, name, ground):
    assert contrast(getattr(colors, name), getattr(colors, ground)) >= MARK


@BOTH
def test_text_on_filled_buttons_can_be_read(colors):
    assert contrast(colors.on_accent, colors.accent) >= TEXT
    assert contrast(colors.on_accent, colors.accent_deep) >= TEXT
    assert contrast(colors.on_emergency, colors.emergency) >= TEXT


@BOTH
def test_the_number_on_the_pain_ramp_can_be_read(colors):
    assert len(colors.pain) == 11
    for score, ground in enumerate(colors.pain):
        assert contrast(colors.on_pain(score), ground) >= TEXT


@BOTH
def test_more_pain_is_always_further_from_the_page(colors):
    distances = [contrast(color, colors.paper) for color in colors.pain]
    assert all(less < more for less, more in pairwise(distances))


def test_dark_is_darker_than_light():
    assert luminance(DARK.paper) < luminance(LIGHT.paper)
    assert DARK.dark
    assert not LIGHT.dark
