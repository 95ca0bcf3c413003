"""Sets sheets in a process of its own, which gives all its memory back when it is let go.

The typesetter keeps what it has read for as long as its process lives, and the window is open all
day. The process is started when a sheet is about to be made, stays for the next one, and ends when
it is told to rest, or when this process ends, however it ends: then nobody holds its pipe any more.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from diary.logs import line
from diary.report import SET_SHEETS
from diary.report.pages import PagePicture
from diary.report.setting import NotShown, SheetError
from diary.report.talk import receive, send

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

_SECRETS: Final = "DAYMARK_"  # what the variables of ours begin with: some hold a passphrase
_ENDS_WITHIN: Final = 5  # seconds; it has nothing to finish
# Our choice: of each different sheet the typesetter keeps 15 to 45 MB for good, so that it knows
# it at once when it is wanted again. A new process takes 0.3 s longer for its first one.
_MOST_SHEETS: Final = 3


class SetterApart:
    """Sets sheets through a process that it starts when it needs one; for one thread at a time.

    Args:
        command: what starts that process; None for the program itself.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        self._command = _own_command() if command is None else command
        self._process: subprocess.Popen[bytes] | None = None
        self._sheets: set[int] = set()  # what the process has set, each by its hash

    @property
    def process(self) -> int | None:
        """The number of the process; None where there is none."""
        return None if self._process is None else self._process.pid

    def wake(self) -> None:
        """Start the process, without waiting until it can be asked; another if it keeps too much.

        Raises:
            SheetError: the system does not start it.
        """
        if len(self._sheets) >= _MOST_SHEETS:
            self.rest()
        self._awake()

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
        words = {"what": "set", "made_at": made_at, "system_fonts": system_fonts}
        self._sheets.add(hash(data))
        return self._ask(words, data.encode("utf-8"))[1]

    def draw(self, pdf: bytes, dpi: float, number: int = 0) -> PagePicture:
        """Return a page of a PDF as pixels.

        Args:
            pdf: the file.
            dpi: pixels an inch.
            number: which page, the first being 0.

        Raises:
            SheetError: it could not be drawn.
        """
        words, rgbx = self._ask({"what": "draw", "dpi": dpi, "number": number}, pdf)
        return PagePicture(**words["page"], rgbx=rgbx)

    def answers(self) -> bool:
        """Return whether there is a process that answers, or one can be started."""
        try:
            self._ask({"what": "answer"}, b"")
        except SheetError:
            return False
        return True

    def rest(self) -> None:
        """End the process; the next sheet starts another."""
        if self._process is None:
            return
        ended, self._process = self._process, None
        self._sheets.clear()
        for pipe in (ended.stdin, ended.stdout):
            with suppress(OSError):  # what it did not take any more goes with it
                _there(pipe).close()
        try:
            ended.wait(_ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            ended.kill()
            ended.wait()

    def _awake(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self.rest()  # it was ended from outside meanwhile: that need not stop her
        if self._process is None:
            try:
                self._process = _start(self._command)
            except OSError as error:
                raise SheetError("the process did not start") from error
        return self._process

    def _ask(self, words: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        process, answer = self._awake(), None
        with suppress(OSError):  # it is gone: there is no answer
            send(_there(process.stdin), words, body)
            answer = receive(_there(process.stdout))
        if answer is None:
            self.rest()
            raise SheetError("the process ended", exit_status=process.returncode)
        said = answer[0]
        if "not_shown" in said:
            raise NotShown(said["kind"], said["not_shown"])
        if "fault" in said:
            raise SheetError("the process failed", map(line, said["fault"]))
        return answer


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    own_group: dict[str, Any] = {"process_group": 0}
    if sys.platform == "win32":
        own_group = {"creationflags": subprocess.CREATE_NO_WINDOW}
    return subprocess.Popen(  # noqa: S603  the program itself, without a word of hers
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # A library that gives up may quote what it was given.
        stderr=subprocess.DEVNULL,
        env=_environment(),
        **own_group,  # who presses Ctrl-C means the window, and that ends this one
    )


def _own_command() -> list[str]:
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-P", "-m", "diary.report.serving"]
    program = Path(sys.executable)
    if sys.platform == "win32":
        # Of the two programs the one for commands, which has an input and an output.
        program = program.with_name("daymark.exe")
    return [str(program), SET_SHEETS]


def _environment() -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith(_SECRETS)}
    # Found where this program was, whatever folder it was started in.
    home = str(Path(__file__).resolve().parents[2])
    before = kept.get("PYTHONPATH")
    return kept | {"PYTHONPATH": os.pathsep.join((home, before) if before else (home,))}


def _there(pipe: Any) -> BinaryIO:
    """Return a pipe that was asked for: the type of a process cannot say that it is there."""
    stream: BinaryIO = pipe
    return stream
