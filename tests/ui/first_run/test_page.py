"""The first screens over a real file: every answer is kept as it is given."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from diary.domain.care import Contact
from diary.ui.first_run.page import FirstRunPage
from diary.ui.first_run.sample import sample_command
from diary.ui.first_run.screens import WelcomeScreen
from tests.ui.fakes import TODAY

ODD = Contact(name="B", phone="2", for_="questions")


@pytest.fixture
def rest(real_bridge, qtbot):
    return lambda: qtbot.waitUntil(lambda: not real_bridge.busy)


@pytest.fixture
def care(real_bridge):
    return real_bridge._desk.services.care


@pytest.fixture
def page(real_bridge, theme, qtbot, rest):
    page = FirstRunPage(real_bridge, theme)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    rest()
    return page


def shown(page):
    return [screen for screen in page.screens if screen.isVisible()]


def test_it_says_what_it_is_and_is_not_and_where_the_file_lives(page, paths):
    words = " ".join(label.text() for label in page.welcome.findChildren(QLabel))
    assert "not a diagnosis" in words
    assert "this is not an all-clear" in words
    assert page.welcome.path.accessibleName() == str(paths.diary)


def test_the_screens_follow_one_another_and_can_be_gone_back(page, qtbot):
    assert shown(page) == [page.welcome]
    assert page.next.text() == "Next"
    qtbot.keyClick(page.next, Qt.Key.Key_Space)
    assert shown(page) == [page.call]
    assert page.call.step.text() == "Step 2 of 3"
    assert page.call.fields["team"]["name"].line.field.hasFocus()
    page.next.click()
    assert shown(page) == [page.follow]
    assert (page.next.text(), page.skip.isVisible()) == ("Begin", False)
    page.back.click()
    assert shown(page) == [page.call]


@pytest.mark.parametrize("presses", [0, 1, 2])
def test_each_can_be_skipped(page, qtbot, care, rest, presses):
    for _ in range(presses):
        page.next.click()
    with qtbot.waitSignal(page.finished):
        (page.next if presses == 2 else page.skip).click()
    rest()
    assert care.is_first_run_done()


def test_numbers_are_kept_as_they_are_typed(page, qtbot, care, rest):
    page.next.click()
    team, emergency = page.call.fields["team"], page.call.fields["emergency"]
    qtbot.keyClicks(team["name"].line.field, "Ann")
    qtbot.keyClicks(emergency["phone"].line.field, "0800 111")
    rest()
    assert care.now().profile.contacts == (
        Contact(name="Ann", for_="team"),
        Contact(phone="0800 111", for_="emergency"),
    )
    team["name"].line.field.clear()
    rest()
    assert care.now().profile.contacts == (Contact(phone="0800 111", for_="emergency"),)
    assert emergency["phone"].line.field.text() == "0800 111"


def test_numbers_that_are_there_are_shown_and_the_others_stay(real_bridge, page, care, rest):
    care.replace("contacts", (ODD, Contact(phone="1", hours="24 h", for_="team")), TODAY)
    real_bridge.care.load()
    rest()
    phone = page.call.fields["team"]["phone"].line.field
    assert phone.text() == "1"
    phone.setText("12")
    rest()
    assert care.now().profile.contacts == (ODD, Contact(phone="12", hours="24 h", for_="team"))


def test_a_number_that_cannot_be_kept_is_told_and_stays(page, care, rest):
    page.next.click()
    phone = page.call.fields["team"]["phone"]
    phone.line.field.setText("1" * 201)
    phone.line.tell_problem()
    rest()
    assert phone.line.note.text.startswith("This is 201 characters long.")
    assert len(phone.line.field.text()) == 201
    assert care.now().profile.contacts == ()


def test_a_number_in_the_file_stays_while_the_new_one_cannot_be_kept(page, care, rest):
    page.next.click()
    phone = page.call.fields["team"]["phone"]
    phone.line.field.setText("01632 960 011")
    phone.line.field.setText("1" * 201)
    phone.line.tell_problem()
    rest()
    assert phone.line.note.text.endswith("Until then, 01632 960 011 stays.")
    assert care.now().profile.contacts == (Contact(phone="01632 960 011", for_="team"),)


def test_places_and_text_size_are_kept_at_once(page, care, rest):
    told = []
    page.option_changed.connect(lambda *option: told.append(option))
    page.next.click()
    page.next.click()
    page.follow.places.chips["lower_back"].click()
    page.follow.places.chips["hip"].click()
    page.follow.steps.larger.click()
    rest()
    assert care.now().preferences.followed_places == ("lower_back", "hip")
    assert told == [("text_size", 110)]


def test_the_sample_opens_in_a_program_of_its_own(theme, qtbot):
    opened = []
    screen = WelcomeScreen(theme, open_it=lambda: opened.append(True) or True)
    qtbot.addWidget(screen)
    screen.sample.click()
    assert opened == [True]
    assert "in a window of its own" in screen.said.text()
    failing = WelcomeScreen(theme, open_it=lambda: False)
    qtbot.addWidget(failing)
    failing.sample.click()
    assert "daymark --demo" in failing.said.text()


def test_the_sample_is_started_as_this_program_was(monkeypatch):
    monkeypatch.setattr("sys.argv", ["/opt/daymark/main.py", "--data-dir", "/private"])
    command = sample_command()
    assert command[-2:] == ("/opt/daymark/main.py", "--demo")
    assert "/private" not in command


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("presses", [0, 1, 2])
def test_nothing_is_cut_off_in_a_small_window(page, theme, rest, text_size, presses):
    for _ in range(presses):
        page.next.click()
    theme.set_text_size(text_size)
    page.resize(734, 640)
    rest()
    QApplication.processEvents()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
            right = widget.mapTo(page, QPoint(widget.width(), 0)).x()
            assert right <= page.width(), widget
            if isinstance(widget, QLabel) and widget.wordWrap():
                assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
