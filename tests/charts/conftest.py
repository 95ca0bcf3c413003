"""Comparing a chart with its stored picture; ``pytest --accept-baseline`` stores new ones."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from diary.charts.save import save_png

ROOT = Path(__file__).resolve().parents[2]
STORED = ROOT / "tests/data/baseline/charts"
# Kept for looking at after a failure; the folder is not under version control.
KEPT = ROOT / "build/differences/charts"
DPI = 80
# Root mean square over all pixels, of 255: other machines round the edges of letters differently.
TOLERANCE = 4.0


@pytest.fixture
def same_picture(request):
    """Compare a figure with the stored picture of a name."""
    accept = request.config.getoption("--accept-baseline")

    def compare(figure, name):
        stored, actual = STORED / f"{name}.png", save_png(figure, DPI)
        if accept:
            stored.write_bytes(actual)
            return
        assert stored.exists(), f"no picture {name}: look at it, then pytest --accept-baseline"
        expected, drawn = _pixels(stored.read_bytes()), _pixels(actual)
        assert drawn.shape == expected.shape
        apart = np.abs(drawn - expected)
        distance = float(np.sqrt(np.mean(apart**2)))
        if distance > TOLERANCE:
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"{name}-actual.png").write_bytes(actual)
            Image.fromarray(255 - apart.astype(np.uint8)).save(KEPT / f"{name}-difference.png")
        assert distance <= TOLERANCE, f"{name} differs by {distance:.1f}; see {KEPT}"

    return compare


def _pixels(png):
    with Image.open(io.BytesIO(png)) as picture:
        return np.asarray(picture.convert("RGB"), dtype=float)
