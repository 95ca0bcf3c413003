"""The public ids are listed once, in ``diary/domain``; rules name those they watch.

Three ids of a kind in one literal are a list. Two may be a case that code treats on its own.
"""

from __future__ import annotations

import ast

import pytest

from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import SYMPTOMS
from tests.meta.source import Module, called, found_by

KINDS = {"regions": frozenset(PLACES), "signs": frozenset(SIGNS), "symptoms": frozenset(SYMPTOMS)}
MOST = 2
# Where ids belong: the catalogues, and the rules, which name what they watch.
HOMES = ("diary/domain/", "diary/rules/")


def words_of(node):
    """Return the texts that a literal lists; nothing for any other node."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        items = node.elts
    elif isinstance(node, ast.Dict):
        return texts(node.keys) or texts(node.values)
    elif isinstance(node, ast.MatchOr):
        items = [pattern.value for pattern in node.patterns if isinstance(pattern, ast.MatchValue)]
    elif isinstance(node, ast.Match):
        patterns = [case.pattern for case in node.cases]
        items = [pattern.value for pattern in patterns if isinstance(pattern, ast.MatchValue)]
    elif isinstance(node, ast.Call) and called(node) == "split":
        return [
            word for text in texts([getattr(node.func, "value", None)]) for word in text.split()
        ]
    else:
        items = []
    return texts(items)


def texts(nodes):
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def lists_of_ids(module):
    """Return where a module lists ids, and of which kind."""
    return sorted(
        f"{module.at(node)} lists {kind}"
        for node in ast.walk(module.tree)
        if len(words := set(words_of(node))) > MOST
        for kind, ids in KINDS.items()
        if len(ids & words) > MOST
    )


def test_no_second_list_of_ids():
    found = found_by(lists_of_ids)
    assert [one for one in found if not one.startswith(HOMES)] == []
    assert found, "the lists in their homes were not found either"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x = ('neck', 'hip', 'thigh')", ["regions"]),
        ("x = ['neck', 'hip', other, 'thigh', 'more']", ["regions"]),
        ("x = frozenset({'neck', 'hip', 'ribs'})", ["regions"]),
        ("x = {'neck': 1, 'hip': 2, 'ribs': 3}", ["regions"]),
        ("x = {1: 'neck', 2: 'hip', 3: 'ribs'}", ["regions"]),
        ("x = 'heavy_legs leg_weakness arm_weakness'.split()", ["signs"]),
        ("x: Literal['fever', 'lump', 'cough']", ["symptoms"]),
        ("match x:\n case 'fever' | 'lump' | 'cough': pass", ["symptoms"]),
        ("match x:\n case 'fever': pass\n case 'lump': pass\n case 'cough': pass", ["symptoms"]),
        ("x = ('neck', 'hip')", []),
        ("x = ('neck', 'neck', 'hip')", []),
        ("x = ('neck', 'heavy_legs', 'cough')", []),
        ("x = 'pain in the neck, hip and ribs'", []),
        ("x = words.split()", []),
    ],
)
def test_the_check_finds(text, found):
    assert [line.split()[-1] for line in lists_of_ids(Module.of(text))] == found
