"""Answers and days, and what the bridge tells the Today page about them."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt

from diary.domain.entry import DayEntry, Pain
from diary.ui.facts import DayLoaded, DaySaved
from tests.ui.fakes import TODAY

TOMORROW = TODAY + dt.timedelta(days=1)
YESTERDAY = TODAY - dt.timedelta(days=1)
EVENING = dt.datetime(2026, 3, 20, 20, 41).astimezone()
ENTRY = DayEntry(
    date=TODAY,
    entered_at=EVENING,
    pains=(Pain(region="lower_back", worst=6, average=3, timing=("night",)),),
    signs=(),
    weight_kg=67.5,
)
# Every question about a pain, answered.
FULL = Pain(
    region="hip",
    side="left",
    worst=6,
    average=3,
    night="felt",
    pattern="constant",
    timing=("night", "all_day"),
    worse_with=("lifting",),
    better_with=("rest",),
    quality=("dull",),
    spreads_to=("one_leg",),
    trigger="fall",
    onset="sudden",
    started_on=dt.date(2024, 5, 1),
    relief="little",
)


def load(bridge, entry, day=TODAY, **more):
    bridge.day_loaded.emit(DayLoaded(day=day, entry=entry, **more))


def saved(bridge, entry, at=EVENING):
    entry = entry.model_copy(update={"entered_at": at})
    bridge.saved.emit(DaySaved(day=entry.date, entry=entry, saved_at=at))


def ctrl_enter(press, page):
    press(page, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
