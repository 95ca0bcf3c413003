"""Sets sheets in a process of their own, and in this one where the system allows none.

A system short of memory or of processes, or one that watches over its programs, may forbid to
start another. She gets her sheet then, too; only its memory is given back when the window ends.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeVar

from diary.logs import line
from diary.report.apart import SetterApart
from diary.report.setting import SheetError

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.report.here import SetterHere
    from diary.report.pages import PagePicture
    from diary.report.setting import Setter

_T = TypeVar("_T")


class SetterAtHand:
    """Sets sheets with what there is; for one thread at a time.

    After a rest it looks again whether there can be a process.

    Args:
        apart: sets them in a process; None for that of the program.
    """

    def __init__(self, apart: SetterApart | None = None) -> None:
        self._apart = SetterApart() if apart is None else apart
        self._here: SetterHere | None = None
        self._is_told = False

    @property
    def process(self) -> int | None:
        """The number of the process; None where there is none."""
        return self._apart.process

    def wake(self) -> None:
        """Get ready, without waiting for it: there will be a sheet to set."""
        if self._here is None:
            try:
                self._apart.wake()
            except SheetError as error:
                self._here = self._stay(error)

    def set_sheet(self, data: str, made_at: int, *, system_fonts: bool) -> bytes:
        """Return a sheet as a PDF file; the same sheet gives the same bytes.

        Args:
            data: the sheet as JSON, see :mod:`diary.report.payload`.
            made_at: the date of the document, in seconds since 1970.
            system_fonts: whether the fonts of the computer fill in for ours.

        Raises:
            NotShown: the typesetter refuses it.
            SheetError: anything else went wrong.
        """
        return self._done(lambda setter: setter.set_sheet(data, made_at, system_fonts=system_fonts))

    def draw(self, pdf: bytes, dpi: float, number: int = 0) -> PagePicture:
        """Return a page of a PDF as pixels.

        Args:
            pdf: the file.
            dpi: pixels an inch.
            number: which page, the first being 0.

        Raises:
            SheetError: it could not be drawn.
        """
        return self._done(lambda setter: setter.draw(pdf, dpi, number))

    def rest(self) -> None:
        """Let go of what makes sheets."""
        self._apart.rest()
        self._here = None

    def _done(self, job: Callable[[Setter], _T]) -> _T:
        if self._here is None:
            try:
                return job(self._apart)
            except SheetError as error:
                # What ends a process that can be had would end this one, too: no second try here.
                if self._apart.answers():
                    raise
                self._here = self._stay(error)
        return job(self._here)

    def _stay(self, error: SheetError) -> SetterHere:
        from diary.report.here import SetterHere  # noqa: PLC0415  typst, and seldom

        if not self._is_told:
            self._is_told = True
            log = logging.getLogger(__name__)
            log.warning(line("no process for sheets: they are set here"), exc_info=error)
        return SetterHere()
