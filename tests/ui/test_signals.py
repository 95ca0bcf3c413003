from __future__ import annotations

import os
import signal
import threading

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from diary.ui import signals
from diary.ui.signals import SignalQuit


@pytest.fixture
def ender(qapp):
    ender = SignalQuit(qapp)
    yield ender
    ender.stop()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.usefixtures("ender")
def test_a_signal_wakes_the_waiting_loop_and_quits(monkeypatch, number):
    loop, told = QEventLoop(), []

    class App:
        @staticmethod
        def quit():
            told.append(number)
            loop.quit()

    monkeypatch.setattr(signals, "QCoreApplication", App)
    # From another thread: this one is asleep within Qt, as it is while she does nothing.
    sender = threading.Timer(0.05, os.kill, (os.getpid(), number))
    QTimer.singleShot(0, sender.start)
    loop.exec()
    sender.join()
    assert told == [number]


def test_the_signals_are_given_back(qapp):
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    ender = SignalQuit(qapp)
    assert signal.getsignal(signal.SIGINT) is not before[0]
    ender.stop()
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
