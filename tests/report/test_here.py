"""The typesetter in this process: what it cannot show, and what it keeps."""

from __future__ import annotations

import json

import pytest
import typst

from diary.report.here import SetterHere
from diary.report.payload import payload
from diary.report.setting import NotShown
from tests.report.printed import OURS, sheet

REPORT = sheet()
DATA = json.dumps(payload(REPORT, OURS._pictures(REPORT)))
NOT_SHOWN = 'error: the text `"\\u{8170}\\n\\"x"` could not be displayed with font `"Our Font"`'


class Unfit:
    """A typesetter that never succeeds."""

    def __init__(self, diagnostic):
        self.diagnostic = diagnostic

    def compile(self, **_options):
        error = typst.TypstError("a word of hers")
        error.diagnostic = self.diagnostic
        raise error


@pytest.mark.parametrize(
    ("diagnostic", "pieces"), [(NOT_SHOWN, {'\u8170\n"x'}), ("error: a word of hers", set())]
)
def test_a_refusal_names_what_cannot_be_shown_and_quotes_nothing(diagnostic, pieces):
    setter = SetterHere()
    setter._compilers[False] = Unfit(diagnostic)
    with pytest.raises(NotShown) as refused:
        setter.set_sheet(DATA, 0, system_fonts=False)
    assert refused.value.pieces == pieces
    assert str(refused.value) == refused.value.kind == "TypstError"


def test_it_keeps_its_compilers_until_it_rests():
    setter = SetterHere()
    setter.wake()
    pdf = setter.set_sheet(DATA, 0, system_fonts=False)
    kept = setter._compilers[False]
    assert setter.set_sheet(DATA, 0, system_fonts=False) == pdf
    assert setter._compilers == {False: kept}
    setter.rest()
    assert setter._compilers == {}
    assert setter.set_sheet(DATA, 0, system_fonts=False) == pdf
