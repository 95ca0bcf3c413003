"""Whoever leaves waits for what is being kept, and is asked once about what cannot be kept."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal

from diary.ui.facts import Failed
from diary.ui.leaving import Leaving
from diary.ui.requests.drafts import DraftRequests
from tests.ui.fakes import TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)


class Today(QObject):
    """The page that she writes on, as far as whoever leaves knows it."""

    draft_changed = Signal()

    def __init__(self):
        super().__init__()
        self.unsaved, self.tried = (), 0

    def unsaved_days(self):
        return self.unsaved

    def keep_again(self):
        self.tried += 1


@pytest.fixture
def state(monkeypatch):
    """What the drafts say of themselves."""
    state = {"is_settled": True, "unkept": frozenset(), "is_holding": False}
    for name in ("is_settled", "unkept", "is_holding"):
        monkeypatch.setattr(DraftRequests, name, property(lambda _, name=name: state[name]))
    return state


@pytest.fixture
def today(qapp):  # noqa: ARG001  Qt objects need the application first
    return Today()


@pytest.fixture
def leaving(bridge, state, today):  # noqa: ARG001  the drafts say so from the start
    leaving = Leaving(bridge, bridge)
    leaving.watch(today)
    return leaving


def heard(signal):
    told = []
    signal.connect(lambda *said: told.append(said))
    return told


def tell(bridge):
    bridge.drafts.settled.emit()
    QCoreApplication.processEvents()  # told once all others have heard of it


def test_where_all_is_kept_the_window_may_close(leaving):
    asked = heard(leaving.asked)
    assert leaving.may_close()
    assert asked == []


def test_what_is_being_kept_is_waited_for(leaving, bridge, state):
    wanted = heard(leaving.close_wanted)
    state["is_settled"] = False
    assert not leaving.may_close()
    tell(bridge)
    assert wanted == []
    state["is_settled"] = True
    tell(bridge)
    assert len(wanted) == 1
    assert leaving.may_close()


def test_a_day_that_is_being_loaded_is_waited_for_once_the_diary_is_open(
    leaving, bridge, state, monkeypatch
):
    monkeypatch.setattr(type(bridge), "busy", property(lambda _: True))
    state["is_holding"] = True
    assert leaving.may_close()
    bridge.tell_opened()
    assert not leaving.may_close()


def test_what_cannot_be_kept_is_asked_about_once(leaving, bridge, state, today):
    asked = heard(leaving.asked)
    state["unkept"], today.unsaved = frozenset({TODAY, YESTERDAY}), (TODAY, YESTERDAY)
    bridge.failed.emit(Failed("open", "The disk is full."))
    assert not leaving.may_close()
    ((words,),) = asked
    assert words.startswith(
        "The disk is full. Answers of 2 days could not be kept. Close once more"
    )
    assert leaving.may_close()
    today.draft_changed.emit()
    assert not leaving.may_close()


def test_what_was_saved_meanwhile_needs_no_draft(leaving, state, today):
    state["unkept"], today.unsaved = frozenset({TODAY}), ()
    assert leaving.may_close()


def test_before_there_is_a_page_nothing_can_be_unkept(bridge, state):
    assert state["unkept"] == frozenset()
    leaving = Leaving(bridge, bridge)
    assert leaving.may_close()
    leaving.try_again()
    assert leaving.may_close()


def test_she_can_have_it_tried_again(leaving, bridge, state, today):
    wanted = heard(leaving.close_wanted)
    state["unkept"], today.unsaved = frozenset({TODAY}), (TODAY,)
    assert not leaving.may_close()
    leaving.try_again()
    assert today.tried == 1
    state["unkept"] = frozenset()
    tell(bridge)
    assert len(wanted) == 1


def test_the_diary_is_locked_once_all_is_kept(leaving, bridge, state):
    ready = heard(leaving.lock_ready)
    state["is_settled"] = False
    leaving.lock()
    assert leaving.is_locking
    assert ready == []
    state["is_settled"] = True
    tell(bridge)
    assert ready == [()]
    assert not leaving.is_locking


def test_what_cannot_be_kept_keeps_the_diary_open(leaving, bridge, state, today):
    ready, refused = heard(leaving.lock_ready), heard(leaving.lock_refused)
    state["unkept"], today.unsaved = frozenset({TODAY}), (TODAY,)
    bridge.failed.emit(Failed("alerts", "Something else."))
    bridge.failed.emit(Failed("open", "The disk is full."))
    leaving.lock()
    assert ready == []
    assert refused == [
        ("The disk is full. Some answers could not be kept, so the diary is not locked.",)
    ]
