"""The project's own source, read once: every module as text and as syntax tree."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "diary"
BESIDE = ("docs", "installer", "resources", "tests")


@dataclass(frozen=True)
class Module:
    """One file of the project."""

    path: Path
    text: str
    tree: ast.Module

    @classmethod
    def of(cls, text, name="diary/made_up.py"):
        """Return a module that is not on the disk, to try a check on."""
        return cls(ROOT / name, text, ast.parse(text))

    @property
    def name(self):
        """The path within the project."""
        return self.path.relative_to(ROOT).as_posix()

    def at(self, node):
        """Return where a node stands, as an editor understands it."""
        return f"{self.name}:{node.lineno}"


@cache
def modules():
    """Return every module of the program, in order."""
    return _read(PACKAGE)


@cache
def beside():
    """Return every module that is not of the program itself: tests, and what builds and draws."""
    return tuple(module for name in BESIDE for module in _read(ROOT / name))


def _read(folder):
    found = []
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text("utf-8")
        found.append(Module(path, text, ast.parse(text)))
    return tuple(found)


def called(node):
    """Return the name of the function that a call calls, without the object before it."""
    return getattr(node.func, "id", None) or getattr(node.func, "attr", "")


def calls(module, *names):
    """Yield the calls of functions of these names."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and called(node) in names:
            yield node
