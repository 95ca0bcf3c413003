"""The process that sets sheets for the window: asked through one pipe, answers through another.

It ends when nobody holds the other end any more, however the window ended.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from diary.report.here import SetterHere
from diary.report.setting import NotShown
from diary.report.talk import receive, send

if TYPE_CHECKING:
    from typing import BinaryIO


def main() -> int:
    """Serve the process that started this one; return the exit status."""
    asked = os.fdopen(0, "rb", closefd=False)
    # What a library prints must not come between the answers.
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with suppress(OSError):  # who asked is gone
        serve(asked, told)
    return 0


def serve(asked: BinaryIO, told: BinaryIO) -> None:
    """Answer until nobody asks any more.

    Raises:
        OSError: nobody is there to hear an answer.
    """
    setter = SetterHere()
    while (question := receive(asked)) is not None:
        send(told, *_answer(setter, *question))


def _answer(setter: SetterHere, words: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        if words["what"] == "answer":
            return {}, b""
        if words["what"] == "draw":
            page = setter.draw(body, words["dpi"], words["number"])
            picture = asdict(page)
            return {"page": picture}, picture.pop("rgbx")
        made_at, system_fonts = words["made_at"], words["system_fonts"]
        pdf = setter.set_sheet(body.decode("utf-8"), made_at, system_fonts=system_fonts)
    except NotShown as refused:
        return {"not_shown": sorted(refused.pieces), "kind": refused.kind}, b""
    except BaseException as fault:  # noqa: BLE001  a panic of a library is no Exception
        from diary.logs import describe  # noqa: PLC0415  seldom needed

        return {"fault": list(describe(fault))}, b""
    return {}, pdf


if __name__ == "__main__":
    sys.exit(main())
