from __future__ import annotations

import dataclasses
import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from diary.domain.care import Profile
from diary.rules.model import NotEnoughDays, RuleFailure, State, Tier
from diary.ui.facts import AlertsNow, Failed
from diary.ui.noticed.small_chart import SmallChart
from tests.ui.fakes import TODAY
from tests.ui.hands import press, words_of
from tests.ui.noticed.samples import CLIMB, ENDED, WEAKNESS, report, talk

EMPTY = (
    "No rule matched your entries. This is not an all-clear. If you are worried, call your team."
)
WAIT = "Working out what your entries say."
NOTICED, WORKED = CLIMB.wording.noticed, CLIMB.wording.worked_out


def test_it_asks_for_every_alert_when_the_diary_is_open_and_when_something_changed(page, bridge):
    assert len(bridge.asked_for("alerts")) == 1
    bridge.alerts_changed.emit(AlertsNow(standing=report()))
    assert len(bridge.asked_for("alerts")) == 1
    page.hide()
    bridge.alerts_changed.emit(AlertsNow(standing=report()))
    assert bridge.asked_for("alerts") == []
    page.show()
    assert len(bridge.asked_for("alerts")) == 1


def test_a_long_silence_is_said(page, bridge):
    last = TODAY - dt.timedelta(days=8)
    bridge.history_loaded.emit(dataclasses.replace(report(), last_entry=last))
    assert page.as_of.text().startswith("No entries since 12 March 2026 (8 days). ")
    bridge.history_loaded.emit(dataclasses.replace(report(), last_entry=TODAY))
    assert page.as_of.text().startswith("Worked out from ")


def test_each_standing_card_says_a_long_silence_under_what_was_noticed(page, bridge):
    silent = dataclasses.replace(report(WEAKNESS, CLIMB), last_entry=TODAY - dt.timedelta(days=90))
    bridge.history_loaded.emit(silent)
    for card in page.standing.widgets:
        labels = {label.text(): label for label in card.findChildren(QLabel)}
        said = next(text for text in labels if text.startswith("No entries since 20 December 2025"))
        assert "(90 days)" in said
        assert labels[said].isVisible()
        heights = [labels[text].mapTo(card, QPoint(0, 0)).y() for text in (NOTICED, said, WORKED)]
        assert heights == sorted(heights)
    assert page.as_of.text().startswith("Worked out from ")  # not said once more at the foot
    cards = page.standing.widgets
    bridge.history_loaded.emit(report(WEAKNESS, CLIMB))
    assert page.standing.widgets == cards
    assert not any("No entries" in text for card in cards for text in words_of(card))


def test_an_empty_diary_is_not_said_to_match_nothing(page, bridge):
    bridge.tell_opened(first_day=None, last_day=None)
    bridge.history_loaded.emit(report())
    words = " ".join(words_of(page))
    assert "No day is recorded yet" in words
    assert "Worked out from" not in words
    assert "not an all-clear" in words
    assert "No rule matched" not in words


def test_with_the_rules_switched_off_it_says_so_and_how_to_switch_them_on(page, bridge, qtbot):
    bridge.tell_opened(is_judging=False)
    bridge.history_loaded.emit(report())
    words = " ".join(words_of(page))
    assert "The rules are switched off in Settings" in words
    assert "not an all-clear" in words
    assert "Worked out from" not in words
    with qtbot.waitSignal(page.page_requested) as told:
        press(qtbot, page.switch_on)
    assert told.args == ["settings"]
    bridge.tell_opened()
    bridge.history_loaded.emit(report())
    assert not page.switch_on.isVisible()


def test_before_the_answer_it_claims_nothing(page):
    assert words_of(page.widget()) == ["Noticed", WAIT]


def test_that_nothing_matched_is_said_no_more_once_that_may_be_over(page, bridge):
    bridge.history_loaded.emit(report())
    page.hide()
    bridge.alerts_changed.emit(AlertsNow(standing=report()))
    page.show()
    assert EMPTY not in words_of(page)
    assert WAIT in words_of(page)
    assert not page.as_of.isVisible()  # that was worked out before
    bridge.history_loaded.emit(report(CLIMB))
    assert page.as_of.isVisible()
    assert WAIT not in words_of(page)
    bridge.alerts_changed.emit(AlertsNow(standing=report()))
    assert WAIT not in words_of(page)  # what is noticed stands there


def test_what_could_not_be_worked_out_is_no_all_clear(page, bridge):
    bridge.failed.emit(Failed("alerts", "Not now."))
    (said,) = words_of(page.widget())[1:]
    assert said.startswith("What your entries say could not be worked out. This is not an all-clea")
    bridge.history_loaded.emit(report())
    bridge.failed.emit(Failed("alerts", "Not now."))  # another request
    assert EMPTY in words_of(page)


def test_when_nothing_matched_it_says_that_this_is_no_all_clear(page, bridge):
    bridge.history_loaded.emit(report())
    assert EMPTY in words_of(page)
    assert page.as_of.text() == (
        "Worked out from your entries up to 20 March 2026, with rule book 2026.2."
    )


def test_a_card_says_its_five_parts_in_order_with_her_number_under_what_to_do(page, bridge):
    bridge.history_loaded.emit(report(CLIMB))
    (card,) = page.standing.widgets
    spoken = [text for text in words_of(card) if text in vars_of(CLIMB.wording)]
    assert spoken == [
        "Pain in your lower back climbs slowly",
        "A climb of about 2 points in 8 weeks.",
        "A line through 40 days rises.",
        "Most pain of this kind has an ordinary cause.",
        "Speak to them this week.",
        "This diary cannot tell the cause.",
    ]
    assert EMPTY not in words_of(page)
    labels = {label.text(): label for label in card.findChildren(QLabel)}
    number, to_do = labels["Cancer line, 0800\u00a0111, 24 h"], labels["Speak to them this week."]
    origin = QPoint(0, 0)
    assert number.mapTo(card, origin).y() > to_do.mapTo(card, origin).y()


def vars_of(wording):
    return dataclasses.asdict(wording).values()


def test_an_emergency_starts_with_the_action_and_her_number_and_is_not_for_the_list(page, bridge):
    bridge.history_loaded.emit(report(WEAKNESS))
    (card,) = page.standing.widgets
    words = words_of(card)
    assert words.index("Call now.") < words.index("A climb of about 2 points in 8 weeks.")
    assert "Cancer line, 0800\u00a0111, 24 h" in words
    assert not card.on_list.isVisible()


def test_an_emergency_without_any_number_says_whom_to_call(page, bridge):
    bridge.history_loaded.emit(report(WEAKNESS, CLIMB))
    bridge.tell_opened(profile=Profile())
    emergency, soon = page.standing.widgets
    assert any(text.startswith("No number is stored yet.") for text in words_of(emergency))
    assert not any(text.startswith("No number is stored yet.") for text in words_of(soon))


def test_newest_come_first_and_ended_ones_stay_below(page, bridge):
    bridge.history_loaded.emit(report(WEAKNESS, CLIMB, ENDED))
    assert [card.alert for card in page.standing.widgets] == [WEAKNESS, CLIMB]
    (row,) = page.earlier.widgets
    assert "Noticed on 1 November 2025. Ended on 1 December 2025." in words_of(row)
    assert row.y() + page.earlier.y() > page.standing.y()


def test_an_earlier_one_opens_in_full_by_keyboard(page, bridge, qtbot):
    bridge.history_loaded.emit(report(ENDED))
    (row,) = page.earlier.widgets
    press(qtbot, row.button)
    assert "A line through 40 days rises." in words_of(row)
    assert row.button.text() == "Hide"
    assert not row.full.on_list.isVisible()
    press(qtbot, row.button)
    assert "A line through 40 days rises." not in words_of(row)
    press(qtbot, row.button)
    assert row.is_open


def test_many_earlier_ones_come_in_portions(page, bridge, qtbot):
    many = [
        dataclasses.replace(ENDED, raised_on=dt.date(2024, 1, 1) + dt.timedelta(days=number))
        for number in range(20)
    ]
    bridge.history_loaded.emit(report(*many))
    assert len(page.earlier.widgets) == 8
    press(qtbot, page.more)
    assert len(page.earlier.widgets) == 16
    assert page.window().focusWidget() is page.earlier.widgets[8].button
    press(qtbot, page.more)
    assert len(page.earlier.widgets) == 20
    assert not page.more.isVisible()


def test_an_alert_that_ended_moves_below(page, bridge):
    bridge.history_loaded.emit(report(CLIMB))
    bridge.history_loaded.emit(report(dataclasses.replace(CLIMB, ended_on=TODAY)))
    assert page.standing.widgets == []
    assert len(page.earlier.widgets) == 1
    assert EMPTY in words_of(page)


def test_it_can_be_put_on_the_visit_list(page, bridge, qtbot):
    bridge.history_loaded.emit(report(CLIMB))
    (card,) = page.standing.widgets
    press(qtbot, card.on_list)
    assert bridge.asked_for("act") == [(CLIMB, "on_visit_list", TODAY, None, None)]
    bridge.history_loaded.emit(report(dataclasses.replace(CLIMB, state=State.ON_VISIT_LIST)))
    (after,) = page.standing.widgets
    assert "On your visit list." in words_of(after)
    assert not after.on_list.isVisible()


def test_what_is_for_the_next_visit_anyway_needs_no_button_for_it(page, bridge):
    bridge.history_loaded.emit(report(dataclasses.replace(CLIMB, tier=Tier.NEXT_VISIT)))
    (card,) = page.standing.widgets
    assert not card.on_list.isVisible()
    assert "Cancer line, 0800\u00a0111, 24 h" not in words_of(card)


def test_a_discussed_one_can_be_taken_up_again(page, bridge, qtbot):
    alert = talk(CLIMB, with_=None)
    bridge.history_loaded.emit(report(alert))
    (card,) = page.standing.widgets
    assert "Discussed on 20 March 2026." in words_of(card)
    press(qtbot, card.reopen)
    assert bridge.asked_for("act") == [(alert, "reopened", TODAY, None, None)]


def test_an_open_earlier_one_stays_open_when_she_acted_on_it(page, bridge, qtbot):
    older = dataclasses.replace(ENDED, raised_on=dt.date(2025, 9, 1))
    bridge.history_loaded.emit(report(ENDED, older))
    row = page.earlier.widgets[0]
    press(qtbot, row.button)
    press(qtbot, row.full.told)
    press(qtbot, row.full.form.keep)
    bridge.history_loaded.emit(report(talk(ENDED), older))
    after = page.earlier.widgets[0]
    assert after.is_open
    assert page.window().focusWidget() is after.button


def test_rules_that_could_not_judge_are_told_calmly_and_faults_too(page, bridge):
    silent = NotEnoughDays(rule="W2", place="lower_back", recorded=5, needed=10, window="base28")
    fault = RuleFailure("W1", ValueError("x"))
    bridge.history_loaded.emit(report(not_enough=[silent], failures=[fault]))
    words = words_of(page.not_enough)
    assert words[0] == "Not enough days to tell"
    assert (
        "Your lower back: 5 of the 28 days before the last two weeks recorded, 10 needed. "
        "Not enough to tell."
    ) in words
    assert "Rule W1 did not work because of a fault in the program. It cannot tell." in words
    bridge.history_loaded.emit(report())
    assert not page.not_enough.isVisible()


def tabbed(page, qtbot, times):
    """Return what Tab visits from the first card on."""
    visited = []
    for _ in range(times):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.window().focusWidget())
    return visited


def test_tab_goes_down_the_page_whatever_was_made_when(page, bridge, qtbot):
    bridge.history_loaded.emit(report(WEAKNESS, CLIMB, ENDED))
    bridge.history_loaded.emit(report(talk(WEAKNESS), CLIMB, ENDED))
    first, second = page.standing.widgets
    (row,) = page.earlier.widgets
    press(qtbot, row.button)
    first.why.setFocus()
    down = [first.told, first.reopen, second.why, second.told, second.on_list, row.button]
    assert tabbed(page, qtbot, 8) == [*down, row.full.why, row.full.told]


def test_tab_goes_through_an_open_form(page, bridge, qtbot):
    bridge.history_loaded.emit(report(CLIMB, ENDED))
    (card,) = page.standing.widgets
    press(qtbot, card.told)
    form = card.form
    assert tabbed(page, qtbot, 4) == [
        form.said,
        form.keep,
        form.cancel,
        page.earlier.widgets[0].button,
    ]


def test_buttons_say_which_card_they_belong_to_and_are_large_enough(page, bridge, theme, qtbot):
    bridge.history_loaded.emit(report(CLIMB, ENDED))
    (card,) = page.standing.widgets
    buttons = (card.why, card.told, card.on_list, page.earlier.widgets[0].button)
    for button in buttons:
        assert button.accessibleDescription().endswith("climbs slowly")
    for size in (100, 200):
        theme.set_text_size(size)
        page.resize(724, 640)
        for button in buttons:
            qtbot.waitUntil(lambda button=button: button.height() >= 44)
        assert page.widget().width() <= page.viewport().width()
    theme.set_text_size(100)


def test_a_card_has_a_small_chart_unless_it_is_about_the_whole_diary(page, bridge, qtbot):
    whole = dataclasses.replace(CLIMB, place=None, family="weight")
    bridge.history_loaded.emit(report(CLIMB, WEAKNESS, whole))
    climb, weakness, weight = page.standing.widgets
    for card in (climb, weakness):
        (chart,) = card.findChildren(SmallChart)
        qtbot.waitUntil(chart.isVisible)
    assert weight.findChildren(SmallChart) == []
    places = [asked[1].place for asked in bridge.asked_for("small")]
    assert {"lower_back", "leg_weakness"} <= set(places)


def test_an_emergency_opens_its_sheet_again(page, bridge, qtbot):
    bridge.history_loaded.emit(report(WEAKNESS, CLIMB))
    weakness, climb = page.standing.widgets
    assert climb.what_now.isHidden()
    wanted = []
    page.sheet_requested.connect(wanted.append)
    press(qtbot, weakness.what_now)
    assert wanted == [WEAKNESS]


def test_in_an_emergency_the_way_to_the_sheet_stands_right_under_what_to_do(page, bridge, qtbot):
    bridge.history_loaded.emit(report(WEAKNESS))
    (card,) = page.standing.widgets
    qtbot.waitUntil(card.what_now.isVisible)
    heads = {
        label.text(): label.mapTo(card, label.rect().topLeft()).y()
        for label in card.findChildren(QLabel)
    }
    at = card.what_now.mapTo(card, card.what_now.rect().topLeft()).y()
    assert heads["What to do, and by when"] < at < heads["What was noticed"]
