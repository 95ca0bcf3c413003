"""Who sets a sheet and draws its pages: what the printer of sheets asks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.logs import Line
    from diary.report.pages import PagePicture


class SheetError(RuntimeError):
    """The sheet could not be set; a fault of ours. It holds no diary text.

    Args:
        told: what happened, in words of the program.

    Attributes:
        told_apart: what another process of ours told of its own fault: lines of the program.
        exit_status: how that process ended, where it ended; 0 where it did not.
    """

    def __init__(self, told: str, told_apart: Iterable[Line] = (), exit_status: int = 0) -> None:
        super().__init__(told)
        self.told_apart = tuple(told_apart)
        self.exit_status = exit_status


class RefusedSheetError(SheetError):
    """The typesetter refuses the sheet, whatever is boxed in it: a font may be unfit."""


class NotShown(Exception):  # noqa: N818  a turn of the talk: the sheet is asked for once more
    """The typesetter refuses the sheet.

    Args:
        kind: the type of what it raised.
        pieces: the pieces of text that no font has; none where it is not for their sake.
    """

    def __init__(self, kind: str, pieces: Iterable[str]) -> None:
        super().__init__(kind)  # never the pieces: they are of the diary
        self.kind = kind
        self.pieces = frozenset(pieces)


class Setter(Protocol):
    """Sets sheets and draws the pages of finished ones, in this process or in another."""

    def wake(self) -> None:
        """Get ready, without waiting for it: there will be a sheet to set."""

    def set_sheet(self, data: str, made_at: int, *, system_fonts: bool) -> bytes:
        """Return a sheet as a PDF file.

        Args:
            data: the sheet as JSON, see :mod:`diary.report.payload`.
            made_at: the date of the document, in seconds since 1970.
            system_fonts: whether the fonts of the computer fill in for ours.

        Raises:
            NotShown: the typesetter refuses it.
            SheetError: anything else went wrong.
        """

    def draw(self, pdf: bytes, dpi: float, number: int = 0) -> PagePicture:
        """Return a page of a PDF as pixels.

        Args:
            pdf: the file.
            dpi: pixels an inch.
            number: which page, the first being 0.

        Raises:
            SheetError: it could not be drawn.
        """

    def rest(self) -> None:
        """Let go of what setting sheets keeps in memory; the next sheet takes longer."""
