"""How two processes of ours talk: a few words as JSON and a body of bytes, each with its length.

Only through pipes, so that nothing of a protected diary stands in a file or on a command line.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import BinaryIO

_LENGTHS = struct.Struct(">QQ")


def send(stream: BinaryIO, words: dict[str, Any], body: bytes = b"") -> None:
    """Send a turn of the talk.

    Args:
        stream: the pipe to the other.
        words: what can stand in JSON.
        body: what cannot.

    Raises:
        OSError: nobody is there to hear it.
    """
    told = json.dumps(words).encode("ascii")
    stream.write(_LENGTHS.pack(len(told), len(body)))
    stream.write(told)
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """Wait for a turn of the talk; None where the other has gone, be it in the middle of one."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    of_words, of_body = _LENGTHS.unpack(lengths)
    words, body = stream.read(of_words), stream.read(of_body)
    if len(words) < of_words or len(body) < of_body:
        return None
    return json.loads(words), body
