"""The project's own source, read once: every module as text and as syntax tree.

A rule is one test over all modules, and what it finds says where: a test for each module and rule
would be some thousands of them, which take longer than all that they look at.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "diary"
BESIDE = ("docs", "installer", "resources", "tests")


@dataclass(frozen=True)
class Module:
    """One file of the project."""

    path: Path
    text: str

    @classmethod
    def of(cls, text, name="diary/made_up.py"):
        """Return a module that is not on the disk, to try a check on."""
        return cls(ROOT / name, text)

    @cached_property
    def tree(self):
        """Its syntax tree."""
        return ast.parse(self.text)

    @cached_property
    def calls(self):
        """Every call in it."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]

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
    return tuple(Module(path, path.read_text("utf-8")) for path in sorted(folder.rglob("*.py")))


def found_by(check, among=None):
    """Return what a check of one module finds in all of the program, or in others."""
    return [finding for module in among or modules() for finding in check(module)]


def called(node):
    """Return the name of the function that a call calls, without the object before it."""
    return getattr(node.func, "id", None) or getattr(node.func, "attr", "")


def calls(module, *names):
    """Return the calls of functions of these names."""
    return (call for call in module.calls if called(call) in names)
