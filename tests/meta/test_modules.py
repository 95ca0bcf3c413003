"""Every module keeps the house rules: said what for, short, finished, nothing from the network.

Who may import whom is the import-linter's to say (``lint-imports``, a step of ``make test``).
"""

from __future__ import annotations

import ast
import re

import pytest

from tests.meta.source import ROOT, Module, beside, called, found_by, modules

MOST_LINES = 400
MANY_ARGUMENTS, MANY_OF_WIDGETS = 3, 4  # fewer may be plain from the first sentence
COMMANDS = ("command", "option", "argument")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
NETWORK = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "nntplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib",
    "urllib3",
    "webbrowser",
    "websocket",
    "websockets",
    "xmlrpc",
}
QT_NETWORK = {"QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebSockets", "QtHttpServer"}


def imported(tree):
    """Yield the dotted name of everything imported, also by a call with a literal name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and called(node) in {"import_module", "__import__"}:
            yield from (arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant))


def from_the_network(tree):
    return sorted(
        name
        for name in imported(tree)
        if name.split(".")[0] in NETWORK or QT_NETWORK & set(name.split("."))
    )


def without_docstring(module):
    """Return public classes and functions that say nothing about themselves."""
    return [
        f"{module.at(node)} {node.name}"
        for node in public(module.tree)
        if not ast.get_docstring(node) and not is_more_of_another(node)
    ]


def without_arguments(module):
    """Return public functions and classes with many arguments that do not say what each is.

    What a command takes is said by its options.
    """
    many = MANY_OF_WIDGETS if module.name.startswith("diary/ui/") else MANY_ARGUMENTS
    return [
        f"{module.at(node)} {node.name}: {name}"
        for node in public(module.tree)
        if not is_more_of_another(node, *COMMANDS)
        for name in undescribed(node, many)
    ]


def undescribed(node, least):
    function = constructor(node) if isinstance(node, ast.ClassDef) else node
    if function is None:
        return []
    every = function.args
    names = [one.arg for one in (*every.posonlyargs, *every.args, *every.kwonlyargs)]
    names = [name for name in names if name not in {"self", "cls"}]
    _, _, said = (ast.get_docstring(node) or "").partition("Args:")
    many = bool(said) or len(names) >= least
    return [name for name in names if many and f"{name}:" not in said]


def constructor(node):
    inside = (one for one in node.body if isinstance(one, ast.FunctionDef))
    return next((one for one in inside if one.name == "__init__"), None)


def unfinished_comments(module):
    """Return the comments that leave something for later."""
    return [
        f"{module.name}:{number} {comment}"
        for number, line in enumerate(module.text.splitlines(), 1)
        if UNFINISHED.search(comment := line.partition("#")[2])
    ]


def public(parent):
    for node in parent.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            if node.name.startswith("_"):
                continue
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def is_more_of_another(function, *also):
    """Say whether this continues a function that is described elsewhere."""
    words = {word for decorator in function.decorator_list for word in names_in(decorator)}
    return bool(words & {"overload", "override", "setter", *also})


def names_in(node):
    yield from (part.id for part in ast.walk(node) if isinstance(part, ast.Name))
    yield from (part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute))


def test_there_are_modules():
    assert {"diary/__init__.py", "diary/domain/entry.py"} <= {module.name for module in modules()}


def test_a_module_says_what_it_is_for():
    assert [module.name for module in modules() if not ast.get_docstring(module.tree)] == []


def test_a_module_is_short():
    everything = (*modules(), *beside())
    assert [one.name for one in everything if len(one.text.splitlines()) > MOST_LINES] == []


def test_so_is_each_part_of_the_page_that_is_set():
    pages = list((ROOT / "resources/report").glob("*.typ"))
    assert pages
    assert [
        one.name for one in pages if len(one.read_text("utf-8").splitlines()) > MOST_LINES
    ] == []


def test_a_module_is_finished():
    assert [module.name for module in modules() if UNFINISHED.search(module.text)] == []


def test_nothing_beside_the_program_is_unfinished_either():
    assert found_by(unfinished_comments, beside()) == []


def test_public_classes_and_functions_say_what_they_do():
    assert found_by(without_docstring) == []


def test_public_functions_say_what_their_arguments_are():
    assert found_by(without_arguments) == []


def test_nothing_talks_to_the_network():
    spoken = {module.name: from_the_network(module.tree) for module in modules()}
    assert {name: found for name, found in spoken.items() if found} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import socket", ["socket"]),
        ("import os, urllib.request as r", ["urllib.request"]),
        ("def f():\n    from http import client", ["http.client"]),
        ("from PySide6 import QtNetwork", ["PySide6.QtNetwork"]),
        ("from PySide6.QtNetwork import QTcpSocket", ["PySide6.QtNetwork.QTcpSocket"]),
        ("import importlib\nimportlib.import_module('ssl')", ["ssl"]),
        ("__import__('requests')", ["requests"]),
        ("import socketlike\nfrom diary.http import x", []),
    ],
)
def test_the_network_check_finds(text, found):
    assert from_the_network(ast.parse(text)) == found


def test_the_check_of_comments_finds():
    # Put together here, or this very file would be found.
    later = "TO" + "DO"
    module = Module.of(f"x = '{later}'\n# {later}: later\n", "tests/made_up.py")
    assert unfinished_comments(module) == [f"tests/made_up.py:2  {later}: later"]


def test_the_docstring_check_finds():
    text = '''
class Known:
    """Known."""
    def told(self):
        """Told."""
    def silent(self): ...
    def _own(self): ...
    @property
    def size(self): ...
    @size.setter
    def size(self, value): ...
    @override
    def paintEvent(self): ...
class _Own:
    def anything(self): ...
def silent_too(): ...
'''
    found = without_docstring(Module.of(text))
    assert [line.split()[1] for line in found] == ["silent", "size", "silent_too"]


def test_the_check_of_arguments_finds():
    text = '''
class Told:
    """Told.

    Args:
        first: one.
        second: two.
    """
    def __init__(self, first, second, third): ...
    def few(self, a, b):
        """Few."""
    def many(self, a, b, *, c):
        """Many."""
    def _own(self, a, b, c, d): ...
@click.option("--a")
def command(a, b, c, d):
    """A command."""
'''
    found = without_arguments(Module.of(text))
    assert [line.split(maxsplit=1)[1] for line in found] == [
        "Told: third",
        *(f"many: {name}" for name in "abc"),
    ]
