"""The words on the screen: plain, calm, and none that claim more than a diary can know.

Every text that is marked or translated anywhere in the program is read here. Titles of cited
sources are not marked, so they are not held to it.
"""

from __future__ import annotations

import ast
import re
from string import Formatter

import pytest

from tests.meta.source import ROOT, Module, calls, found_by

# Words that never stand on a screen. "Not an all-clear" is how the program says the opposite.
FORBIDDEN = re.compile(
    r"""\b(
        risk(s|y)? | warn(s|ing|ings|ed)? | danger(s|ous)? | (ab)?normal(ly)? | safe(ly|ty)? | fine
      | detect(s|ed|ion)? | suspect(s|ed)? | suspicio(n|us) | recurren(t|ce|ces) | recur(s|red)?
      | metasta\w+ | tumou?rs? | probab\w+ | likely | likelihood | percent\ chance
      | no\ sign\ of\ cancer | no\ cause\ for\ concern | (?<!not\ an\ )all[- ]clear
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
CANCER = re.compile(r"\bcancers?\b", re.IGNORECASE)
CANCER_IS_SAID_IN = re.compile(
    r"\b(cancer teams?|cancer lines?|people who have had cancer)\b", re.IGNORECASE
)
HORMONE = re.compile(r"hormon", re.IGNORECASE)
TRASTUZUMAB = re.compile(r"trastuzumab|pertuzumab", re.IGNORECASE)
# What the person fills in about herself has its own names (the fields of the profile).
PROFILE_NAMES = frozenset({"Cancer", "Bone metastases", "Kind of cancer"})
# What puts a text before the person: widgets, the terminal, errors that are shown.
SHOWN_BY = [
    "setText",
    "setWindowTitle",
    "setToolTip",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setStatusTip",
    "setWhatsThis",
    "setTitle",
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QAction",
    "echo",
    "secho",
    "RequestError",
    "FileProblem",
    "DiaryError",
]
PLACEHOLDER = re.compile(r"{\w+}")


def texts_of(module):
    """Yield every marked text with the call it stands in; None where it is not a literal."""
    for call in calls(module, "mark", "translate"):
        yield call, literal(call.args[0])
    for call in calls(module, "plural"):
        yield from ((call, literal(argument)) for argument in call.args[:2])


def literal(node):
    text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if text else None


def problems(text):
    """Return the words of a text that must not be on the screen."""
    if text in PROFILE_NAMES:
        return []
    text = PLACEHOLDER.sub("", text)
    found = [match.group() for match in FORBIDDEN.finditer(text)]
    found += [match.group() for match in CANCER.finditer(CANCER_IS_SAID_IN.sub("", text))]
    if TRASTUZUMAB.search(text) and HORMONE.search(text):
        found.append("hormone beside trastuzumab")
    return found


def forbidden(module):
    """Return where a text has words that must not be on the screen, and which."""
    return [
        (module.at(call), word) for call, text in texts_of(module) for word in problems(text or "")
    ]


def without_a_translation(module):
    """Return where a text stands that nobody could translate."""
    return [
        module.at(call)
        for call, text in texts_of(module)
        if text is not None and untranslatable(text)
    ]


def made_up_texts(module):
    """Return where something is marked that is not a literal.

    Anything else is in no catalogue and stays English in every language.
    """
    return [module.at(call) for call in calls(module, "mark") if literal(call.args[0]) is None]


def untranslatable(text):
    """Say whether nobody could translate a text: it is empty, or a gap in it has no name."""
    fields = [name for _before, name, _how, _turn in Formatter().parse(text) if name is not None]
    return not text.strip() or not all(name.isidentifier() for name in fields)


def untranslated(module):
    """Return where words are shown that never went through the catalogue."""
    return [
        module.at(call)
        for call in calls(module, *SHOWN_BY)
        for part in (ast.walk(call.args[0]) if is_plain_text(call.args[:1]) else ())
        if any(map(str.isalpha, literal(part) or "")) and not in_a_gap(part, call.args[0])
    ]


def is_plain_text(arguments):
    return any(isinstance(node, ast.Constant | ast.JoinedStr) for node in arguments)


def in_a_gap(part, text):
    gaps = [gap for gap in ast.walk(text) if isinstance(gap, ast.FormattedValue)]
    return any(part is inner for gap in gaps for inner in ast.walk(gap))


def test_no_forbidden_word_is_on_the_screen():
    assert found_by(forbidden) == []


def test_a_text_can_be_translated():
    assert found_by(without_a_translation) == []


def test_a_marked_text_is_a_literal():
    assert found_by(made_up_texts) == []


def test_what_is_shown_is_translated():
    assert found_by(untranslated) == []


@pytest.mark.parametrize("template", sorted(ROOT.glob("resources/**/*.typ")), ids=str)
def test_no_forbidden_word_is_in_a_template(template):
    assert problems(template.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("This is not an all-clear.", []),
        ("All clear.", ["All clear"]),
        ("You are at Risk of warnings", ["Risk", "warnings"]),
        ("a normal day, abnormally safe", ["normal", "abnormally", "safe"]),
        ("Find the safekeeping of the asterisk, define it unlikely", []),
        ("metastatic tumour, bone metastases", ["metastatic", "tumour", "metastases"]),
        ("Call your cancer team or the 24-hour cancer line.", []),
        ("Guidance for people who have had cancer says: call.", []),
        ("You have cancer", ["cancer"]),
        ("Cancer", []),
        ("{cancer}, diagnosed {day}", []),
        ("Trastuzumab is a hormone therapy", ["hormone beside trastuzumab"]),
        ("no cause for concern", ["no cause for concern"]),
    ],
)
def test_the_check_finds(text, found):
    assert problems(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("", True), (" ", True), ("{} days", True), ("{0} days", True), ("{n} days", False)],
)
def test_a_gap_needs_a_name(text, found):
    assert untranslatable(text) is found


def test_texts_are_found_wherever_they_are_marked():
    module = Module.of(
        "a = mark('one ' 'text')\nb = i18n.translate('two')\nc = plural('{n} day', '{n} days', 2)\n"
        "d = translate(a)\ne = mark(f'{a}')"
    )
    found = [text for _call, text in texts_of(module) if text is not None]
    assert sorted(found) == ["one text", "two", "{n} day", "{n} days"]
    assert len(list(texts_of(module))) == len(found) + 2


def test_words_that_are_not_translated_are_found():
    lines = (
        "QLabel('Pain')",
        "label.setText(f'{n} days')",
        "label.setText(f'{translate(TITLE)}: 1')",
        "label.setText(f'{words[\"title\"]}')",
        "QLabel('·')",
        "label.setText(words)",
        "RequestError(translate('No.'))",
        "QLabel()",
    )
    module = Module.of("\n".join(lines))
    assert untranslated(module) == ["diary/made_up.py:1", "diary/made_up.py:2"]
