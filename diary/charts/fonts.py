"""The bundled font for matplotlib, named text by text; matplotlib's settings stay untouched."""

from __future__ import annotations

from functools import cache

from matplotlib import font_manager
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.path import Path
from matplotlib.textpath import text_to_path

from diary.forgetting import at_closing, forgotten
from diary.resources import resource

FAMILY = "Atkinson Hyperlegible"
# Shipped with matplotlib; only for characters that ours does not have.
FALLBACK = "DejaVu Sans"
_FILES = ("Regular", "Bold", "Italic", "BoldItalic")
_POINTS_PER_INCH = 72
# Points: text in any other size is as much wider or narrower.
_MEASURED_AT = text_to_path.FONT_SCALE
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


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in inches of one line of text.

    Args:
        text: the words.
        size: of the letters, in points.
        bold: whether they are bold.
    """
    return _width(text, bold=bold) * size / _MEASURED_AT / _POINTS_PER_INCH * _ROUNDING


@forgotten
@cache
def _width(text: str, *, bold: bool) -> float:
    """Return the width in points of the ink of one line of text."""
    outlines, codes = text_to_path.get_text_path(font(_MEASURED_AT, bold=bold), text)
    # The points that bend an outline lie hardly further out than the outline itself: looking for
    # where each curve turns takes ten times as long, and makes a thousandth of the width.
    x = [x for (x, _), code in zip(outlines, codes, strict=True) if code != Path.CLOSEPOLY]
    return float(max(x) - min(x)) if x else 0.0


@at_closing
def _let_letters_go() -> None:
    """Let go of the open fonts: each holds the letters that were set with it last."""
    # No part of what matplotlib promises: where it is gone one day, so are the letters.
    clear = getattr(getattr(font_manager, "_get_font", None), "cache_clear", None)
    if clear is not None:
        clear()
