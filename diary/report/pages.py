"""The pages of a finished PDF as pixels: what is shown and printed is the very file.

The library behind it may run on any one thread, but on one at a time.
"""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as pixels: four bytes each, red, green, blue and one that means nothing."""

    width: int
    height: int
    rgbx: bytes


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of a PDF as pixels, and how many it has; ``pictures`` may be the first few."""

    count: int
    pictures: tuple[PagePicture, ...]


def page_pictures(pdf: bytes, dpi: float, *, only_first: bool = False) -> Pages:
    """Return the pages of a PDF as pixels.

    Args:
        pdf: the file.
        dpi: pixels an inch.
        only_first: leave all but the first out.
    """
    with pdfium.PdfDocument(pdf) as document:
        count = len(document)
        wanted = range(1 if only_first else count)
        return Pages(count, tuple(_picture(document[number], dpi) for number in wanted))


def _picture(page: pdfium.PdfPage, dpi: float) -> PagePicture:
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
    return PagePicture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
