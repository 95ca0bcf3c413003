"""A figure as SVG or PNG: the same bytes for the same figure, with no date and no program name."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import matplotlib as mpl

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_NOTHING_ABOUT_US = {"Date": None, "Creator": None, "Format": None, "Type": None}


def save_svg(figure: Figure) -> str:
    """Return the figure as the text of an SVG file."""
    text = io.StringIO()
    # Text becomes outlines, so that a saved chart looks alike where our font is not installed; the
    # salt makes the ids inside the file the same in every run.
    with mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": "daymark"}):
        figure.savefig(
            text, format="svg", facecolor=figure.get_facecolor(), metadata=_NOTHING_ABOUT_US
        )
    return text.getvalue()


def save_png(figure: Figure, dpi: float = 144) -> bytes:
    """Return the figure as a PNG file.

    Args:
        figure: what to draw.
        dpi: pixels an inch.
    """
    image = io.BytesIO()
    figure.savefig(
        image,
        format="png",
        dpi=dpi,
        facecolor=figure.get_facecolor(),
        metadata={"Software": None},
    )
    return image.getvalue()
