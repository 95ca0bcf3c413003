"""What is not saved is kept in the file, and a deleted day comes back: over a real file."""

from __future__ import annotations

import datetime as dt
import functools

import pytest
from PySide6.QtCore import Qt

from diary.domain.entry import DayEntry, Pain
from diary.errors import FileProblem
from diary.services.archive import Archive
from diary.services.journal import Journal
from diary.services.open import open_services
from diary.ui.bridge import Bridge
from diary.ui.clock import Clock
from diary.ui.tasks import Tasks
from diary.ui.today.draft import Draft
from diary.ui.today.draft_body import body_of
from diary.ui.today.page import TodayPage
from tests.ui.fakes import NOON, TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)
CLICK = Qt.MouseButton.LeftButton
HELD = DayEntry(date=TODAY, pains=(Pain(region="hip", worst=3),), note="held")


@pytest.fixture
def kept(paths):
    """Tell which days have a draft in the file, or write drafts with a note into it."""

    def kept(**notes):
        services = open_services(paths)
        for day, note in notes.items():
            date = {"today": TODAY, "yesterday": YESTERDAY}.get(day, dt.date(2026, 3, 1))
            services.drafts.keep(date, body_of(Draft(date, note=note)), NOON)
        found = services.drafts.days()
        services.close()
        return found

    return kept


@pytest.fixture
def start_closed(paths, theme, shown, qtbot):
    """Show the page before the file is open; the second thing returned opens it."""
    bridge = Bridge(Tasks(), functools.partial(open_services, paths), Clock(TODAY, NOON))

    def start():
        page = shown(TodayPage(bridge, theme), 1000, 760)

        def open_it():
            with qtbot.waitSignal(bridge.day_loaded):
                bridge.open_diary()

        return page, open_it

    yield start
    bridge.close()


def idle(qtbot, page):
    qtbot.waitUntil(lambda: not page._bridge.busy)


def type_note(page, text):
    page.extras.note.field.setPlainText(text)


class TestDrafts:
    def test_an_answer_is_in_the_file_from_the_first_touch(self, start, kept, qtbot):
        page = start()
        page.pain.no_pain.click()
        idle(qtbot, page)
        assert kept() == (TODAY,)

    def test_it_is_on_the_page_again_at_the_next_start(self, start, in_file, qtbot):
        in_file(HELD)
        first = start()
        type_note(first, "held and more")
        first.extras.weight.line.field.setText("7oo")
        idle(qtbot, first)
        again = start()
        qtbot.waitUntil(lambda: again.extras.note.text == "held and more")
        assert again.extras.weight.line.field.text() == "7oo"
        assert again.draft.pain.pains == HELD.pains
        assert again.unsaved_days() == (TODAY,)
        assert not again.unsaved.isVisible()

    def test_what_is_taken_back_leaves_no_draft(self, start, kept, qtbot):
        page = start()
        type_note(page, "a")
        type_note(page, "")
        idle(qtbot, page)
        assert kept() == ()

    def test_a_save_leaves_no_draft(self, start, kept, qtbot):
        page = start()
        type_note(page, "a")
        with qtbot.waitSignal(page._bridge.alerts_changed):
            page.save()
        idle(qtbot, page)
        assert kept() == ()
        assert not page.draft.is_changed

    def test_what_is_typed_during_a_save_is_kept(self, start, kept, qtbot):
        page = start()
        type_note(page, "a")
        page.save()
        type_note(page, "a b")
        idle(qtbot, page)
        assert kept() == (TODAY,)
        assert page.unsaved_days() == (TODAY,)

    def test_a_save_that_fails_keeps_the_last_letter(self, start, paths, qtbot, monkeypatch):
        def save(*_arguments):
            raise FileProblem("The disk is full.")

        monkeypatch.setattr(Journal, "save", save)
        page = start()
        type_note(page, "a")
        type_note(page, "ab")
        with qtbot.waitSignal(page._bridge.failed):
            page.save()
        idle(qtbot, page)
        services = open_services(paths)
        assert '"note": "ab"' in services.drafts.body(TODAY)
        services.close()

    def test_what_is_typed_before_the_file_opens_joins_what_was_left(
        self, kept, qtbot, start_closed
    ):
        kept(today="left")
        page, open_it = start_closed()
        page.pain.no_pain.click()
        open_it()
        qtbot.waitUntil(lambda: page.extras.note.text == "left")
        assert page.pain.no_pain.isChecked()

    def test_a_draft_that_says_what_the_file_says_by_now_is_let_go(
        self, start, in_file, kept, qtbot
    ):
        in_file(DayEntry(date=TODAY, note="held"))
        kept(today="held")
        page = start()
        idle(qtbot, page)
        assert not page.draft.is_changed
        assert kept() == ()


class TestOffer:
    def test_the_newest_earlier_day_is_offered_first_and_leads_there(self, start, kept, qtbot):
        kept(yesterday="b", earlier="a", today="c")
        page = start()
        qtbot.waitUntil(page.unsaved.isVisible)
        assert "Thursday 19 March 2026" in page.unsaved.words.text()
        qtbot.mouseClick(page.unsaved.go, CLICK)
        idle(qtbot, page)
        assert (page.day, page.extras.note.text) == (YESTERDAY, "b")
        assert "Sunday 1 March 2026" in page.unsaved.words.text()
        page.show_day(dt.date(2026, 3, 1))
        assert not page.unsaved.isVisible()

    def test_discarding_can_be_undone(self, start, kept, qtbot):
        kept(yesterday="b")
        page = start()
        qtbot.waitUntil(page.unsaved.isVisible)
        with qtbot.waitSignal(page._bridge.drafts.discarded):
            qtbot.mouseClick(page.unsaved.discard, CLICK)
        assert page.unsaved.words.text() == "What you had begun for 19 March 2026 is discarded."
        assert not page.unsaved.go.isVisible()
        assert kept() == ()
        qtbot.mouseClick(page.unsaved.undo, CLICK)
        idle(qtbot, page)
        assert kept() == (YESTERDAY,)
        assert page.unsaved.go.isVisible()
        assert not page.unsaved.undo.isVisible()

    def test_what_is_gone_already_needs_no_undo(self, start, kept, qtbot):
        kept(yesterday="b")
        page = start()
        qtbot.waitUntil(page.unsaved.isVisible)
        page._bridge.drafts.discard(YESTERDAY)
        with qtbot.waitSignal(page._bridge.drafts.discarded):
            page._bridge.drafts.discard(YESTERDAY)
        assert not page.unsaved.isVisible()


class TestDeleting:
    @pytest.fixture
    def page(self, start, in_file, qtbot):
        in_file(HELD)
        page = start()
        qtbot.waitUntil(lambda: page.draft.base is not None)
        return page

    def delete(self, page, qtbot):
        with qtbot.waitSignal(page._bridge.archive.deleted):
            page.deletion.button.click()
        idle(qtbot, page)

    def test_only_a_recorded_day_can_be_deleted(self, start):
        assert not start().deletion.button.isVisible()

    def test_a_deleted_day_is_shown_empty_and_can_be_undone_right_there(self, page, in_file, qtbot):
        before = in_file()
        self.delete(page, qtbot)
        assert in_file() is None
        assert page.draft == Draft(TODAY, is_loaded=True)
        assert not page.deletion.button.isVisible()
        assert page.deletion.banner.text == (
            "Friday 20 March 2026 is deleted. It stays in the bin for 30 days."
        )
        qtbot.mouseClick(page.deletion.banner._action, CLICK)
        qtbot.waitUntil(lambda: page.draft.base == before)
        assert in_file() == before
        assert page.extras.note.text == "held"
        assert not page.deletion.banner.isVisible()

    def test_what_was_not_saved_comes_back_with_it(self, page, kept, qtbot):
        type_note(page, "held and more")
        idle(qtbot, page)
        self.delete(page, qtbot)
        assert kept() == ()
        qtbot.mouseClick(page.deletion.banner._action, CLICK)
        qtbot.waitUntil(lambda: page.extras.note.text == "held and more")
        idle(qtbot, page)
        assert kept() == (TODAY,)

    def test_the_message_goes_with_the_day(self, page, qtbot):
        self.delete(page, qtbot)
        page.show_day(YESTERDAY)
        assert not page.deletion.banner.isVisible()

    def test_a_day_saved_again_needs_no_undo(self, page, qtbot):
        self.delete(page, qtbot)
        type_note(page, "anew")
        with qtbot.waitSignal(page._bridge.alerts_changed):
            page.save()
        assert not page.deletion.banner.isVisible()
        assert page.deletion.button.isVisibleTo(page)

    def test_a_version_put_back_elsewhere_is_shown(self, page, qtbot):
        bridge = page._bridge
        type_note(page, "later")
        with qtbot.waitSignal(bridge.alerts_changed):
            page.save()
        with qtbot.waitSignal(bridge.archive.versions_loaded) as told:
            bridge.archive.load_versions(TODAY)
        bridge.archive.restore(TODAY, told.args[0].versions[1].number)
        qtbot.waitUntil(lambda: page.extras.note.text == "held")
        assert not page.draft.is_changed

    def test_a_day_deleted_elsewhere_says_nothing_on_another(self, page, qtbot):
        page.show_day(YESTERDAY)
        idle(qtbot, page)
        with qtbot.waitSignal(page._bridge.archive.deleted):
            page._bridge.archive.delete(TODAY)
        assert not page.deletion.banner.isVisible()
        with qtbot.waitSignal(page._bridge.archive.put_back):
            page._bridge.archive.take_out(TODAY)

    def test_a_deletion_that_fails_keeps_what_was_typed(self, page, kept, qtbot, monkeypatch):
        def delete(*_arguments):
            raise FileProblem("The disk is full.")

        monkeypatch.setattr(Archive, "delete", delete)
        type_note(page, "a")
        with qtbot.waitSignal(page._bridge.failed):
            page.deletion.button.click()
        idle(qtbot, page)
        assert kept() == (TODAY,)
