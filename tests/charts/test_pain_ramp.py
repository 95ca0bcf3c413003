from __future__ import annotations

from itertools import pairwise

import pytest

from diary.charts.pain_ramp import ON_DARK, ON_PAPER, contrast, luminance, text_on


@pytest.mark.parametrize("ramp", [ON_PAPER, tuple(reversed(ON_DARK))])
def test_more_pain_is_further_from_the_page_in_grey_too(ramp):
    assert len(ramp) == 11
    assert all(luminance(less) > luminance(more) for less, more in pairwise(ramp))


@pytest.mark.parametrize("ground", ON_PAPER + ON_DARK)
def test_a_number_can_be_read_on_every_tint(ground):
    assert contrast(text_on(ground), ground) >= 4.5
