"""Comparing a picture with its stored one; ``pytest --accept-baseline`` stores new ones."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
STORED = ROOT / "tests/data/baseline"
# Kept for looking at after a failure; the folder is not under version control.
KEPT = ROOT / "build/differences"


@dataclass(frozen=True)
class Baseline:
    """The stored pictures of a folder.

    Attributes:
        folder: its name.
        tolerance: how far a picture may be from its stored one: the root mean square over all
            pixels, of 255.
        accept: whether pictures are stored, not compared.
    """

    folder: str
    tolerance: float
    accept: bool

    def compare(self, png: bytes, name: str) -> None:
        """Compare a picture with the stored one of a name."""
        stored = STORED / self.folder / f"{name}.png"
        if self.accept:
            stored.write_bytes(png)
            return
        assert stored.exists(), f"no picture {name}: look at it, then pytest --accept-baseline"
        expected, drawn = _pixels(stored.read_bytes()), _pixels(png)
        assert drawn.shape == expected.shape
        apart = np.abs(drawn - expected)
        distance = float(np.sqrt(np.mean(apart**2)))
        if distance > self.tolerance:
            kept = KEPT / self.folder
            kept.mkdir(parents=True, exist_ok=True)
            (kept / f"{name}-actual.png").write_bytes(png)
            Image.fromarray(255 - apart.astype(np.uint8)).save(kept / f"{name}-difference.png")
        assert distance <= self.tolerance, f"{name} differs by {distance:.1f}; see {KEPT}"


def _pixels(png: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(png)) as picture:
        return np.asarray(picture.convert("RGB"), dtype=float)
