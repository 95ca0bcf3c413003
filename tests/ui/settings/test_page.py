from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from diary.domain.care import Contact, Event, QuietPeriod, Treatment, UsualLevel
from diary.i18n import ENGLISH, join_words, language_in_words, language_name, languages
from diary.settings import AWAITS_REVIEW, CHOICES, Settings
from diary.ui.settings.page import SettingsPage
from diary.ui.widgets.text import Hint
from tests.ui.fakes import TODAY

PARTS = ["look", "care", "followed", "notices", "file"]
MOST_TABS = 120
CONTROLS = (QAbstractButton, QLineEdit, QComboBox)
every_part = pytest.mark.parametrize("part", PARTS)


@pytest.fixture
def page(bridge, theme, qtbot):
    page = SettingsPage(bridge, theme)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.fixture
def full(real_bridge):
    """Put one item into each list."""
    care = real_bridge._desk.services.care
    for part, item in (
        ("contacts", Contact(name="Cancer line", phone="0800 111", hours="24 h", for_="team")),
        ("usual", UsualLevel(of="lower_back", level=3)),
        ("treatments", Treatment(kind="aromatase_inhibitor", name="letrozole", start=TODAY)),
        ("events", Event(date=TODAY, kind="appointment", title="Oncology visit")),
        ("quiet_periods", QuietPeriod(start=TODAY, end=TODAY, reason="holiday")),
        ("followed_places", "shoulder_upper_arm"),
        ("followed_symptoms", "breathless_at_rest"),
        ("own_symptoms", "itching feet"),
    ):
        care.replace(part, (item,), TODAY)


def tab_round(page, qtbot):
    """Return what has the focus, from the first control on, as Tab is pressed."""
    first = page.part.button_of(page.part.value)
    first.setFocus()
    found = [first]
    while len(found) < MOST_TABS:
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        now = page.window().focusWidget()
        if now is first:
            return found
        found.append(now)
    pytest.fail("Tab does not come back")


def test_one_part_is_shown_at_a_time(page):
    for part in PARTS:
        page.part.button_of(part).click()
        assert [name for name, box in page._parts.items() if box.isVisible()] == [part]


def test_every_option_with_a_name_has_a_control(page):
    controls = {name: one for card in page.options.values() for name, one in card.controls.items()}
    named = {name for name, field in Settings.model_fields.items() if field.title is not None}
    assert set(controls) == named
    for name, choices in CHOICES.items():
        words = [button.text() for button in controls[name]._group.buttons()]
        assert words[: len(choices)] == list(choices.values())
        if name in {"language", "report_language"}:
            assert words[len(choices) :] == [language_name(code) for code in languages()]


def test_a_translation_says_that_it_awaits_a_review(page):
    page.show_part("look")
    hints = [hint.text() for hint in page.options["paper"].findChildren(Hint)]
    names = [language_in_words(code) for code in languages() if code != ENGLISH]
    assert AWAITS_REVIEW.format(language=join_words(names)) in hints


def test_a_language_that_is_gone_is_shown_as_english(page):
    card = page.options["paper"]
    for name in ("language", "report_language"):
        card.set_option(name, "tlh")
        assert card.controls[name].value == ENGLISH


def test_an_option_is_told_when_it_is_chosen(page):
    told = []
    page.option_changed.connect(lambda *option: told.append(option))
    look, paper = page.options["look"].controls, page.options["paper"].controls
    look["theme"].button_of("dark").click()
    look["text_size"].larger.click()
    paper["paper"].button_of("letter").click()
    assert told == [("theme", "dark"), ("text_size", 110), ("paper", "letter")]


def test_the_text_size_stays_within_its_limits(page, theme):
    told = []
    page.option_changed.connect(lambda *option: told.append(option))
    steps = page.options["look"].controls["text_size"]
    assert not steps.smaller.isEnabled()
    theme.set_text_size(200)
    assert (steps.value, steps.shown.text()) == (200, "200 %")
    assert not steps.larger.isEnabled()
    steps.smaller.click()
    assert told == [("text_size", 190)]


def test_it_shows_what_is_set_and_what_the_window_looks_like(page, bridge, theme):
    theme.set_choice("dark")
    bridge.whole.settings_loaded.emit(Settings(paper="a4", alerts_on=False, theme="light"))
    assert page.options["paper"].controls["paper"].value == "a4"
    assert page.options["noticing"].controls["alerts_on"].value is False
    assert page.options["look"].controls["theme"].value == "dark"


def test_the_rules_are_asked_again_once_they_are_switched_off(page, bridge):
    page.show_part("notices")
    bridge.asked.clear()
    told = []
    page.option_changed.connect(lambda *option: told.append(option))
    page.options["noticing"].controls["alerts_on"].button_of(value=False).click()
    assert told == [("alerts_on", False)]
    assert [what for what, *_ in bridge.asked] == ["open", "alerts"]


def test_it_loads_when_it_is_shown_and_when_the_diary_changed(page, bridge):
    assert {"care", "settings", "folder"} <= {what for what, *_ in bridge.asked}
    bridge.asked.clear()
    bridge.tell_opened()
    assert len(bridge.asked_for("care")) == 1
    page.hide()
    bridge.tell_opened()
    assert bridge.asked_for("care") == []


def test_the_end_of_everything_is_asked_for_by_the_page(page, qtbot):
    with qtbot.waitSignal(page.erase_requested):
        page.end.confirmed.emit()


@every_part
@pytest.mark.usefixtures("full")
def test_tab_goes_down_the_page_and_everything_has_a_name(use, qtbot, part):
    used = use(part)
    if part == "care":
        used.press(used.page.lists["treatments"].rows[0].change)
    found = tab_round(used.page, qtbot)
    assert len(found) > 1
    for widget in found:
        assert widget.accessibleName() or widget.text(), widget
    tops = [widget.mapTo(used.page.widget(), QPoint(0, widget.height() // 2)) for widget in found]
    for (before, above), (after, below) in zip(
        zip(found, tops, strict=True), list(zip(found, tops, strict=True))[1:], strict=False
    ):
        in_line = abs(above.y() - below.y()) < 30
        assert below.y() > above.y() or in_line, (before, after)


@every_part
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.usefixtures("full")
def test_nothing_is_cut_off_in_a_small_window(use, theme, qtbot, part, text_size):
    used = use(part)
    theme.set_text_size(text_size)
    used.page.resize(734, 640)  # what the rail leaves of 1024 x 640 at 200 %
    used.rest()
    qtbot.waitUntil(lambda: used.page.width() == 734)
    QApplication.processEvents()
    column = used.page.widget()
    assert column.width() <= used.page.viewport().width()
    for widget in column.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, *CONTROLS)):
            continue
        right = widget.mapTo(column, QPoint(widget.width(), 0)).x()
        assert right <= column.width(), widget
        assert widget.height() >= widget.minimumSizeHint().height() or isinstance(widget, QLabel)
        if isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
        elif isinstance(widget, CONTROLS) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert min(widget.width(), widget.height()) >= 43, widget
