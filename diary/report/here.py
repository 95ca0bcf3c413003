"""Sets sheets in this process, by typst, and draws their pages: the only place of both libraries.

The typesetter and what it keeps take 60 MB, and stay as long as the process. That is right for a
command, which makes one sheet and ends. The window has a process for it: :mod:`diary.report.apart`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import typst

from diary.report.setting import NotShown
from diary.resources import resource

if TYPE_CHECKING:
    from diary.report.pages import PagePicture

_NOT_SHOWN = re.compile(r'(?:the text|codepoint) `"((?:[^"\\]|\\.)*)"`')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")
_NAMED_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


class SetterHere:
    """Sets sheets. Keep one: what it has read once makes the next sheet faster."""

    def __init__(self) -> None:
        self._compilers: dict[bool, typst.Compiler] = {}

    def wake(self) -> None:
        """Do nothing: this process is awake."""

    def set_sheet(self, data: str, made_at: int, *, system_fonts: bool) -> bytes:
        """Return a sheet as a PDF file; the same sheet gives the same bytes.

        Args:
            data: the sheet as JSON, see :mod:`diary.report.payload`.
            made_at: the date of the document, in seconds since 1970.
            system_fonts: whether the fonts of the computer fill in for ours.

        Raises:
            NotShown: the typesetter refuses it.
        """
        try:
            pdf = self._compiler(system_fonts=system_fonts).compile(
                format="pdf",
                sys_inputs={"sheet": data},
                pdf_standards=["ua-1", "a-2a"],
                timestamp=made_at,
            )
        except typst.TypstError as error:
            raise NotShown(type(error).__name__, _not_shown(error)) from None
        return cast("bytes", pdf)

    def draw(self, pdf: bytes, dpi: float, number: int = 0) -> PagePicture:
        """Return a page of a PDF as pixels.

        Args:
            pdf: the file.
            dpi: pixels an inch.
            number: which page, the first being 0.
        """
        from diary.report.pages import page_picture  # noqa: PLC0415  draws PDF pages

        return page_picture(pdf, dpi, number)

    def rest(self) -> None:
        """Let go of the compilers."""
        self._compilers.clear()

    def _compiler(self, *, system_fonts: bool) -> typst.Compiler:
        if system_fonts not in self._compilers:
            page = resource("report/summary.typ")
            self._compilers[system_fonts] = typst.Compiler(
                page,
                root=page.parent,
                font_paths=[resource("fonts")],
                ignore_system_fonts=not system_fonts,
            )
        return self._compilers[system_fonts]


def _not_shown(error: typst.TypstError) -> list[str]:
    """Return the pieces of text that no font has, as the typesetter names them."""
    return [_unescape(piece) for piece in _NOT_SHOWN.findall(error.diagnostic)]


def _unescape(piece: str) -> str:
    def char(match: re.Match[str]) -> str:
        code, name = match.groups()
        return chr(int(code, 16)) if code else _NAMED_ESCAPES.get(name, name)

    return _ESCAPE.sub(char, piece)
