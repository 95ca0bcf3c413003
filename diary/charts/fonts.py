"""The bundled font for matplotlib, named text by text; matplotlib's settings stay untouched."""

from __future__ import annotations

from functools import cache

from matplotlib import font_manager
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.textpath import TextPath

from diary.resources import resource

FAMILY = "Atkinson Hyperlegible"
# Shipped with matplotlib; only for characters that ours does not have.
FALLBACK = "DejaVu Sans"
_FILES = ("Regular", "Bold", "Italic", "BoldItalic")
_POINTS_PER_INCH = 72
# Pixels round the widths of letters; what is measured leaves room for that.
_ROUNDING = 1.03


@cache
def _register() -> None:
    for file in _files():
        font_manager.fontManager.addfont(file)


def _files() -> list[str]:
    return [str(resource(f"fonts/AtkinsonHyperlegible-{style}.ttf")) for style in _FILES]


@cache
def characters() -> frozenset[str]:
    """Return the characters that the bundled font has in all its styles."""
    styles = [set(FT2Font(file).get_charmap()) for file in _files()]
    return frozenset(map(chr, set.intersection(*styles)))


def font(size: float, *, bold: bool = False) -> FontProperties:
    """Return the bundled font in ``size`` points."""
    _register()
    return FontProperties(family=[FAMILY, FALLBACK], weight="bold" if bold else "normal", size=size)


@cache
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in inches of one line of text in ``size`` points."""
    if not text.strip():
        return 0.0
    path = TextPath((0, 0), text, prop=font(size, bold=bold))
    return float(path.get_extents().width) / _POINTS_PER_INCH * _ROUNDING
