"""Qt without what PySide knows of itself: nothing of it is missing when it is asked for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

LIGHT = "from diary.ui.loading_qt import load_qt; load_qt()\n"
WHOLE = "import PySide6.QtCore\n"

QUIET = """
import builtins, linecache, sys
own, ways = builtins.__import__, list(sys.meta_path)
from diary.ui.loading_qt import load_qt
load_qt()
assert builtins.__import__ is own
import fractions
from PySide6.QtWidgets import QApplication, QWidget
assert fractions.__file__ not in linecache.cache
application = QApplication([])
QWidget().show()
application.processEvents()
assert "shibokensupport.signature.loader" not in sys.modules
assert sys.meta_path == ways
"""

# What is printed must not depend on how Qt was loaded.
WRONG_CALL = """
from PySide6.QtCore import QRect
for wrong in (lambda: QRect("a"), lambda: QRect(1, 2, 3, 4).moveTo("here"), lambda: QRect(no=1)):
    try:
        wrong()
    except Exception as trouble:
        print(type(trouble), trouble)
"""
HELP = """
from PySide6.QtCore import QCoreApplication, QObject, QRect, qVersion
class Ours(QObject):
    pass
print(QRect.moveTo.__doc__, QRect.__doc__, QRect.__new__.__doc__, QRect().moveTo.__doc__)
print(qVersion.__doc__, QCoreApplication.instance.__doc__, Ours().setObjectName.__doc__)
"""
HELP_OF_OTHERS = """
import math, sys
print(object.__new__.__doc__, len.__doc__, "".join.__doc__, math.sin.__doc__, str.join.__doc__)
"""
NOTHING_LEFT = """
import sys
ways = list(sys.meta_path)
from PySide6.QtCore import QRect
for _ in range(3):
    try:
        QRect("a")
    except TypeError:
        pass
assert "shibokensupport.signature.loader" in sys.modules
assert sys.meta_path == ways
"""
UNKNOWN = """
import sys
from diary.ui import loading_qt
loading_qt._KNOWN = frozenset()
loading_qt.load_qt()
assert "shibokensupport.signature.loader" in sys.modules
"""


def ran(code: str) -> str:
    """Return what a new process prints that runs this."""
    answer = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    return answer.stdout


def test_a_window_needs_no_signature_and_python_imports_its_own_way():
    assert ran(QUIET) == ""


@pytest.mark.parametrize("asked", [WRONG_CALL, HELP, WRONG_CALL + HELP, HELP + WRONG_CALL])
def test_what_pyside_says_of_itself_is_the_same(asked):
    assert ran(LIGHT + asked) == ran(WHOLE + asked) != ""


def test_what_others_say_of_themselves_needs_no_signature():
    still_none = "assert 'shibokensupport.signature.loader' not in sys.modules"
    assert ran(LIGHT + HELP_OF_OTHERS + still_none) == ran(WHOLE + HELP_OF_OTHERS) != ""


def test_what_found_the_signatures_does_not_stay():
    assert ran(LIGHT + NOTHING_LEFT) == ""


def test_a_pyside_that_nobody_tried_loads_all():
    assert ran(UNKNOWN) == ""
