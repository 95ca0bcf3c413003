"""The pages that cover the window, at their hardest size: nothing cut, covered or out of reach."""

from __future__ import annotations

import pytest

from diary.ui.facts import CodeTold
from diary.ui.lock.code_page import CodePage
from diary.ui.lock.unlock_page import UnlockPage
from diary.ui.rescue.page import RescuePage
from tests.ui import accessible_walk, layout_walk

CODE = CodeTold(code="ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567", is_new=True, is_another=True)
MAKERS = {
    "unlock": lambda _bridge, theme: UnlockPage(theme),
    "code": lambda bridge, theme: CodePage(bridge, theme, CODE),
    "rescue": lambda bridge, theme: RescuePage(bridge, theme, "Your diary could not be read."),
}


@pytest.mark.parametrize("name", MAKERS)
def test_nothing_is_cut_covered_out_of_reach_or_silent(bridge, theme, qtbot, name):
    theme.set_text_size(200)
    page = MAKERS[name](bridge, theme)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    found = [*layout_walk.findings(page), *accessible_walk.misread(page)]
    stops = accessible_walk.tab_round(page)
    assert found + accessible_walk.not_reached(page, stops) == []
    theme.set_text_size(100)
