from __future__ import annotations

import sys
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject

from diary.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):  # noqa: ARG001  Qt objects need the application first
    tasks = Tasks()
    yield tasks
    tasks.close()


def unexpected(_):
    raise AssertionError


def test_a_job_runs_elsewhere_and_its_result_comes_home(tasks, qtbot):
    seen = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run(
            threading.get_ident,
            lambda found: seen.append((found, threading.get_ident())),
            unexpected,
        )
        assert tasks.busy
    (worker, home) = seen[0]
    assert worker != home == threading.get_ident()
    assert not tasks.busy


def test_jobs_run_in_the_order_in_which_they_were_asked_for(tasks, qtbot):
    seen = []
    with qtbot.waitSignal(tasks.idle):
        for number in range(5):
            tasks.run(lambda n=number: n, seen.append, unexpected)
    assert seen == [0, 1, 2, 3, 4]


def test_a_failure_is_told_and_the_next_job_runs(tasks, qtbot):
    failures, results = [], []

    def fail():
        raise ValueError("no")

    with qtbot.waitSignal(tasks.idle):
        tasks.run(fail, unexpected, failures.append)
        tasks.run(lambda: 1, results.append, unexpected)
    assert [type(error) for error in failures] == [ValueError]
    assert results == [1]


def test_closing_finishes_what_was_asked_for_and_takes_no_more(qapp):
    tasks = Tasks()
    done, told = [], []
    tasks.run(lambda: done.append(1), told.append, unexpected)
    tasks.close()
    tasks.run(lambda: done.append(2), told.append, unexpected)
    qapp.sendPostedEvents()
    assert done == [1]
    assert told == []


def test_whoever_asked_may_be_gone_before_the_answer(qapp):
    parent = QObject()
    tasks, may_go_on, told = Tasks(parent), threading.Event(), []
    worker = tasks._worker
    tasks.run(may_go_on.wait, told.append, unexpected)
    shiboken6.delete(parent)
    del tasks  # nobody closed it, and the worker ends all the same
    may_go_on.set()
    worker.join(timeout=20)
    assert not worker.is_alive()
    qapp.sendPostedEvents()
    assert told == []


@pytest.mark.usefixtures("qapp")
def test_the_window_gets_its_turn_soon_while_the_worker_reckons():
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)  # Python's own
    try:
        tasks = Tasks()
        assert sys.getswitchinterval() <= 0.001
        tasks.close()
    finally:
        sys.setswitchinterval(before)
