"""The pages of a finished PDF as pixels: what is shown and printed is the very file.

The library behind it may run on any one thread, but on one at a time.
"""

from __future__ import annotations

from dataclasses import dataclass

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of a PDF as pixels.

    Attributes:
        pages: how many pages the PDF has.
        width: in pixels.
        height: in pixels.
        rgbx: four bytes a pixel: red, green, blue, and one that means nothing.
    """

    pages: int
    width: int
    height: int
    rgbx: bytes


def page_picture(pdf: bytes, dpi: float, number: int = 0) -> PagePicture:
    """Return a page of a PDF as pixels.

    Args:
        pdf: the file.
        dpi: pixels an inch.
        number: which page, the first being 0.
    """
    # Here, because the window knows these pictures and never draws them.
    import pypdfium2 as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415

    with pdfium.PdfDocument(pdf) as document:
        page = document[number]
        bitmap = page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
        return PagePicture(len(document), bitmap.width, bitmap.height, bytes(bitmap.buffer))
