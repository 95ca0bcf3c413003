from __future__ import annotations

import pytest

from diary.charts.save import save_png
from tests.baseline import Baseline

DPI = 80
# Other machines round the edges of letters differently.
TOLERANCE = 4.0


@pytest.fixture
def baseline(request):
    return Baseline("charts", TOLERANCE, request.config.getoption("--accept-baseline"))


@pytest.fixture
def same_picture(baseline):
    """Compare a figure with the stored picture of a name."""
    return lambda figure, name: baseline.compare(save_png(figure, DPI), name)
