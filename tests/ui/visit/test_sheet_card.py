"""What is chosen for the sheet: its parts, its paper and its language."""

from __future__ import annotations

from PySide6.QtCore import Qt

from diary.i18n import language_in_words, language_name, languages
from diary.ui.paper import usual_paper


def test_the_paper_of_the_settings_is_offered_and_her_choice_here_stays(page, bridge):
    bridge.tell_opened(paper="letter")
    assert page.sheet.paper.value == "letter"
    page.sheet.paper.button_of("a4").click()
    bridge.tell_opened(paper="letter")
    assert page.sheet.paper.value == "a4"
    bridge.tell_opened(paper="system")
    assert page.sheet.paper.value == usual_paper()


class TestLanguage:
    """The sheet's own, apart from that of the window."""

    def test_every_language_can_be_chosen(self, page):
        box = page.sheet.language
        assert [box.itemText(row) for row in range(box.count())] == [
            language_name(code) for code in languages()
        ]
        assert page.sheet.language_chosen == "en"

    def test_it_is_that_of_the_settings_until_she_chooses(self, page):
        page.sheet.set_language("es")
        assert page._sheet_wanted.language == "es"
        page.sheet._show_language("en")
        page.sheet.set_language("es")  # told again after a save: her choice stays
        assert page._sheet_wanted.language == "en"

    def test_the_same_as_the_window_is_the_language_of_the_window(self, page):
        page.sheet.set_language("es")
        page.sheet.set_language("same")
        assert page._sheet_wanted.language == "en"

    def test_choosing_one_draws_the_page_anew_and_says_that_it_awaits_a_review(self, page, qtbot):
        sheet = page.sheet
        assert sheet.review.isHidden()
        with qtbot.waitSignal(sheet.changed):
            sheet.language.setFocus()
            qtbot.keyClick(sheet.language, Qt.Key.Key_End)
        assert sheet.language_chosen == languages()[-1] != "en"
        assert not sheet.review.isHidden()
        assert language_in_words(sheet.language_chosen) in sheet.review.text()
