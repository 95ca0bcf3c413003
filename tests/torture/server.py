"""A warm program that forks others: one to work and be killed, one to look at what is left.

Started once, because the libraries take longer to import than the work takes. Its orders are
lines of JSON on standard input; each answer is a line of JSON on standard output.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
KILLED_ITSELF = -signal.SIGKILL
REFUSED = "refused: "  # how work that ends with a plain sentence begins to tell it


class Server:
    """The warm program, as its caller sees it."""

    def __init__(self) -> None:
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.server"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, **order: Any) -> Any:
        """Have an order carried out and return its answer.

        Raises:
            RuntimeError: the order ended with an exception, which is told.
        """
        self._program.stdin.write(json.dumps(order) + "\n")
        self._program.stdin.flush()
        answer = json.loads(self._program.stdout.readline())
        if "trouble" in answer:
            raise RuntimeError(answer["trouble"])
        return answer

    def close(self) -> None:
        """End the program."""
        self._program.stdin.close()
        self._program.wait()
        self._program.stdout.close()


def run_under(watcher: list[str], plan: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    """Do the work of a plan in a program of its own, under one that watches its calls.

    Each confirmed step is a line of its output: ``step`` and a word.
    """
    work = [sys.executable, "-m", "tests.torture.orders", "work"]
    return subprocess.run(
        [*watcher, *work, plan["kind"], plan["folder"], str(plan["seed"])],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def serve() -> None:
    """Carry out one order after another."""
    from tests.torture import orders  # noqa: PLC0415  not for the caller

    for line in sys.stdin:
        sys.stdout.write(json.dumps(_carry_out(orders.ORDERS, json.loads(line))) + "\n")
        sys.stdout.flush()


def _carry_out(known: dict[str, Any], order: dict[str, Any]) -> dict[str, Any]:
    after = order.pop("kill_after", None)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(known, order, writing)
    os.close(writing)
    lines = _listen(reading, child, after)
    _, status = os.waitpid(child, 0)
    return _answer(lines, os.waitstatus_to_exitcode(status))


def _work(known: dict[str, Any], order: dict[str, Any], writing: int) -> None:
    # What a child says is one write, so that no line is ever half there.
    def say(**words: Any) -> None:
        os.write(writing, json.dumps(words).encode() + b"\n")

    try:
        known[order.pop("do")](say, **order)
    except BaseException:  # noqa: BLE001  the caller raises it again
        say(trouble=traceback.format_exc())
    finally:
        os._exit(0)


def _listen(reading: int, child: int, after: float | None) -> bytes:
    """Return what the child says, and kill it when its time is over."""
    said = bytearray()
    end = None
    while True:
        wait = None if end is None else max(0.0, end - time.monotonic())
        if not select.select([reading], [], [], wait)[0]:
            os.kill(child, signal.SIGKILL)
            end = None
            continue
        part = os.read(reading, 65536)
        if not part:
            os.close(reading)
            return bytes(said)
        if after is not None and end is None and not said:
            end = time.monotonic() + after  # its first word is that it begins
        said += part


def _answer(lines: bytes, code: int) -> dict[str, Any]:
    words = [json.loads(line) for line in lines.splitlines()]
    answer: dict[str, Any] = {"killed": code == KILLED_ITSELF, "steps": []}
    for word in words:
        if "step" in word:
            answer["steps"].append(word["step"])
        else:
            answer.update(word)
    return answer


if __name__ == "__main__":
    serve()
