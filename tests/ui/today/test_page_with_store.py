"""The Today page over a real file: what is pressed is what is in it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt

from diary.domain.choices import SIDES
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from tests.ui.fakes import NOON, TODAY

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
FULL = DayEntry(
    date=TODAY,
    pains=(
        Pain(region="lower_back", worst=6, average=4, timing=("night",), spreads_to=("one_leg",)),
        Pain(region="knee", side=next(iter(SIDES)), worst=2, night="none"),
    ),
    signs=(SignReport(sign="tingling_hand_foot", side="both", grade=1, new="no"),),
    symptoms=(SymptomReport(symptom="fatigue", grade=2),),
    medicines=(Medicine(name="ibuprofen", doses=2),),
    weight_kg=67.5,
    temperature_c=36.8,
    sleep=0,
    could_do="walked",
    note="first\r\nsecond\u00a0line",
    copied_from=dt.date(2026, 3, 1),
)


def save(qtbot, press, page):
    with qtbot.waitSignal(page._bridge.alerts_changed):
        press(page, Qt.Key.Key_Return, modifier=CTRL)


def test_a_day_recorded_by_keys_alone(start, in_file, press, qtbot):
    page = start()
    page.setFocus()
    press(page, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space, "lower back", Qt.Key.Key_Return)
    page.pain.cards[0].score.focus_row()
    press(page, "1", "0", Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_End)
    page.signs.answer_row.focus_row()
    press(page, Qt.Key.Key_Space)
    page.extras.note.open_button.setFocus()
    press(page, Qt.Key.Key_Space, "a bad night")
    save(qtbot, press, page)
    assert in_file() == DayEntry(
        date=TODAY,
        entered_at=NOON,
        pains=(Pain(region="lower_back", worst=10, night="kept_awake"),),
        signs=(),
        note="a bad night",
    )
    assert page.bar.words.text().startswith("Saved at ")
    assert not page.draft.is_changed


def test_nothing_is_saved_for_what_was_not_said(start, in_file, press, qtbot):
    page = start()
    page.pain.no_pain.setFocus()
    press(page, Qt.Key.Key_Space)
    save(qtbot, press, page)
    assert in_file() == DayEntry(date=TODAY, entered_at=NOON, pains=())


def test_one_changed_answer_changes_nothing_else(start, in_file, press, qtbot):
    before = in_file(FULL)
    page = start()
    assert not page.draft.is_changed
    page.pain.cards[0].score.focus_row()
    press(page, "3")
    save(qtbot, press, page)
    pains = (before.pains[0].model_copy(update={"worst": 3}), before.pains[1])
    assert in_file() == before.model_copy(update={"pains": pains})


def test_an_emergency_is_told_before_and_after_the_save(start, press, qtbot):
    page = start()
    page.signs.answer_row.focus_row()
    press(page, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.signs.call_shown):
        press(page, Qt.Key.Key_Space)
    assert page.signs.call_note.isVisible()
    save(qtbot, press, page)
    assert [card.alert.tier.id for card in page.results.cards] == ["emergency"]


def test_an_earlier_day_is_recorded_as_that_day(start, in_file, press, qtbot):
    page = start()
    with qtbot.waitSignal(page._bridge.day_loaded):
        press(page, Qt.Key.Key_Left, modifier=ALT)
    page.pain.no_pain.setFocus()
    press(page, Qt.Key.Key_Space)
    save(qtbot, press, page)
    yesterday = TODAY - dt.timedelta(days=1)
    assert in_file(day=yesterday).pains == ()
    assert in_file() is None
