from __future__ import annotations

import json

import pytest

from diary.domain.care import Profile
from diary.exchange import diary_json
from diary.ui.facts import Failed
from diary.ui.settings.diary_file import CopyCard, EndCard, WhereCard
from diary.ui.widgets.text import breakable
from tests.ui.fakes import TODAY


@pytest.fixture
def shown(qtbot):
    def shown(widget):
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return shown


def test_the_folder_is_shown_and_opened(theme, shown, paths):
    opened = []
    card = shown(WhereCard(theme, show=opened.append))
    assert not card.open.isEnabled()
    card.set_folder(paths.folder)
    assert card.path.text() == breakable(str(paths.folder))
    assert card.path.accessibleName() == str(paths.folder)
    card.open.click()
    assert opened == [paths.folder]


def test_the_page_knows_where_the_diary_is(use, paths):
    assert use("file").page.where.path.accessibleName() == str(paths.folder)


@pytest.fixture
def saved_as(real_bridge, theme, shown, tmp_path):
    """Return a card whose dialog is answered, and the names that were suggested."""
    names = []

    def ask(_parent, suggested, chosen):
        names.append(suggested.name)
        chosen(str(tmp_path / f"copy{suggested.suffix}"))

    return shown(CopyCard(real_bridge, theme, ask=ask)), names


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_a_copy_of_everything_is_saved(saved_as, real_bridge, qtbot, tmp_path, ending):
    real_bridge._desk.services.care.set_person(Profile(name="Ann"), TODAY)
    (card, asked), out = saved_as, tmp_path / f"copy.{ending}"
    with qtbot.waitSignal(real_bridge.whole.exported):
        getattr(card, ending).click()
    assert asked == [f"daymark-2026-03-20.{ending}"]
    assert card.said.accessibleName() == f"Saved to {out}"
    assert card.said.text() == breakable(f"Saved to {out}")
    content = out.read_text("utf-8")
    if ending == "json":
        assert diary_json.read(content.encode(), TODAY).profile.name == "Ann"
        assert json.loads(content)["format"] == "daymark-diary"
    else:
        assert content.startswith("date,item,place,side,value,detail")


def test_a_copy_that_could_not_be_saved_is_told(bridge, theme, shown):
    card = shown(CopyCard(bridge, theme))
    bridge.failed.emit(Failed(what="chart", message="x"))
    assert not card.said.isVisible()
    bridge.failed.emit(Failed(what="export", message="x"))
    assert card.said.text() == "The copy was not saved."


class TestEnd:
    @pytest.fixture
    def card(self, theme, shown):
        return shown(EndCard(theme))

    def test_only_the_word_ends_everything(self, card, qtbot):
        card.start.click()
        assert not card.start.isVisible()
        for typed in ("", "delete", "DELETE x"):
            card.word.line.field.setText(typed)
            with qtbot.assertNotEmitted(card.confirmed):
                card.delete.click()
            assert "Type DELETE in capital letters" in card.word._note.text
        card.word.line.field.setText(" DELETE ")
        with qtbot.waitSignal(card.confirmed):
            card.delete.click()

    def test_it_can_be_left(self, card):
        card.start.click()
        card.word.line.field.setText("DELETE")
        card.leave.click()
        assert card.start.isVisible()
        card.start.click()
        assert card.word.line.field.text() == ""

    def test_leaving_the_page_forgets_the_word(self, use):
        used = use("file")
        used.press(used.page.end.start)
        used.page.end.word.line.field.setText("DELETE")
        used.page.hide()
        used.page.show()
        assert used.page.end.start.isVisible()
