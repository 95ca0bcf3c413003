"""Charts over the real services and a real file."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.charts.look import ChartWanted
from diary.charts.text import chart_text
from diary.domain.entry import DayEntry, Pain
from diary.services.open import open_services
from tests.ui.fakes import NOON, TODAY

WANTED = (ChartWanted("lower_back", TODAY - dt.timedelta(days=1), TODAY),)
PAIN = DayEntry(date=TODAY, pains=(Pain(region="lower_back", worst=6),), signs=())


@pytest.fixture
def written(monkeypatch, paths):
    """Let another program write a day as soon as the words of a chart are there."""
    written = []

    def describe(data):
        words = chart_text(data)
        if not written:
            written.append(PAIN)
            other = open_services(paths)
            other.journal.save(PAIN, NOON, TODAY)
            other.close()
        return words

    monkeypatch.setattr("diary.services.reporting.chart_text", describe)
    return written


def test_charts_and_their_words_agree_when_another_program_writes(bridge, written, qtbot):
    for worst in (None, 6):
        with qtbot.waitSignal(bridge.charts.loaded) as answered:
            bridge.charts.load(WANTED)
        (fact,) = answered.args
        assert written == [PAIN]
        assert fact.charts[0].worst == (None, worst)
        assert fact.words == tuple(map(chart_text, fact.charts))
