from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QInputDevice, QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from diary.ui.today.body_map import BodyMap
from tests.ui.today.bodies import spot_of

WIDTH, HEIGHT = 640, 757
PAINS = {
    ("lower_back", None): 6,
    ("knee", "left"): 3,
    ("hand_wrist_fingers", "both"): 2,
    ("thigh", "right"): None,
}


@pytest.fixture
def body_map(theme, shown):
    widget = shown(BodyMap(theme), WIDTH, HEIGHT)
    widget.load()
    return widget


@pytest.fixture
def toggled(body_map):
    found = []
    body_map.place_toggled.connect(lambda region, side: found.append((region, side)))
    return found


def middle(body_map, region, side=None, view=None):
    return body_map.picture.middle_of(spot_of(body_map, region, side, view).place)


def click(qtbot, body_map, at):
    qtbot.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=QPointF(at).toPoint())


def hover(body_map, at):
    """Move the mouse; sent, because where the real one stands depends on what ran before."""
    none = Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    place = at, body_map.mapToGlobal(at)
    QApplication.sendEvent(body_map, QMouseEvent(QEvent.Type.MouseMove, *place, *none))


def tap(body_map, at):
    """Touch with a finger, as a touch screen's tap arrives at a widget without gestures."""
    screen = QPointingDevice(
        "screen",
        1,
        QInputDevice.DeviceType.TouchScreen,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    for kind, take, held in (
        (QEvent.Type.MouseButtonPress, body_map.mousePressEvent, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, body_map.mouseReleaseEvent, Qt.MouseButton.NoButton),
    ):
        place = at, body_map.mapToGlobal(at)
        none = Qt.KeyboardModifier.NoModifier
        take(QMouseEvent(kind, *place, Qt.MouseButton.LeftButton, held, none, screen))


def focused(body_map):
    return body_map.window().focusWidget().place.key


def test_the_drawing_is_read_after_the_first_paint(theme, shown, qtbot):
    body_map = BodyMap(theme)
    body_map.set_pains(PAINS)
    assert body_map.spots == []
    shown(body_map, WIDTH, HEIGHT)
    qtbot.waitUntil(lambda: bool(body_map.spots))
    assert spot_of(body_map, "lower_back", None).isChecked()


def test_reading_twice_does_no_harm(body_map):
    spots = list(body_map.spots)
    body_map.load()
    assert body_map.spots == spots


def test_a_click_tells_the_place_and_its_side(body_map, toggled, qtbot):
    for region, side, view in (
        ("knee", "left", "front"),
        ("knee", "right", "back"),
        ("lower_back", None, "back"),
        ("abdomen_upper_right", None, "front"),
    ):
        click(qtbot, body_map, middle(body_map, region, side, view))
    assert toggled == [
        ("knee", "left"),
        ("knee", "right"),
        ("lower_back", None),
        ("abdomen_upper_right", None),
    ]


def test_a_click_on_nothing_and_another_button_tell_nothing(body_map, toggled, qtbot):
    click(qtbot, body_map, QPoint(4, 90))
    at = middle(body_map, "knee", "left").toPoint()
    qtbot.mouseClick(body_map, Qt.MouseButton.RightButton, pos=at)
    assert toggled == []
    assert body_map.picture.meant_at(QPointF(-9, 90), finger=True) == ()


def test_letting_go_elsewhere_takes_a_click_back(body_map, toggled, qtbot):
    knee, hip = (middle(body_map, region, "left").toPoint() for region in ("knee", "hip"))
    qtbot.mousePress(body_map, Qt.MouseButton.LeftButton, pos=knee)
    qtbot.mouseRelease(body_map, Qt.MouseButton.LeftButton, pos=hip)
    assert toggled == []


def test_two_quick_clicks_are_two_clicks(body_map, toggled, qtbot):
    knee = middle(body_map, "knee", "left").toPoint()
    qtbot.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=knee)
    qtbot.mouseDClick(body_map, Qt.MouseButton.LeftButton, pos=knee)  # the second press alone
    qtbot.mouseRelease(body_map, Qt.MouseButton.LeftButton, pos=knee)
    assert len(toggled) == 2


def test_a_click_keeps_no_answer(body_map, qtbot):
    click(qtbot, body_map, middle(body_map, "knee", "left"))
    assert not spot_of(body_map, "knee", "left").isChecked()


def test_pains_are_shown_on_both_views_and_the_sides_they_were_given_for(body_map):
    body_map.set_pains(PAINS)
    checked = {(spot.place.view, *spot.place.key) for spot in body_map.spots if spot.isChecked()}
    assert checked == {
        ("back", "lower_back", None),
        *((view, "knee", "left") for view in ("front", "back")),
        *((view, "thigh", "right") for view in ("front", "back")),
        *(
            (view, "hand_wrist_fingers", side)
            for view in ("front", "back")
            for side in ("left", "right")
        ),
    }
    body_map.set_pains({})
    assert not any(spot.isChecked() for spot in body_map.spots)


def test_a_score_changes_what_is_painted(body_map):
    place = spot_of(body_map, "lower_back", None).place
    area = body_map.picture.area_of(place)
    none = body_map.grab(area).toImage()
    body_map.set_pains({("lower_back", None): 6})
    six = body_map.grab(area).toImage()
    body_map.set_pains({("lower_back", None): None})
    chosen = body_map.grab(area).toImage()
    assert none != six != chosen != none


def test_the_picture_follows_theme_and_text_size(body_map, theme):
    body_map.set_pains(PAINS)
    light = body_map.grab().toImage()
    theme.set_choice("dark")
    dark = body_map.grab().toImage()
    theme.set_text_size(200)
    large = body_map.grab().toImage()
    assert light != dark != large
    assert body_map.sizeHint().width() == 2 * 640


def test_the_words_below_name_what_the_pointer_is_on(body_map):
    body_map.set_pains(PAINS)
    body_map.window().focusWidget().clearFocus()
    hover(body_map, middle(body_map, "knee", "left"))
    assert body_map.words == "Knee (left): pain 3"
    assert body_map.cursor().shape() == Qt.CursorShape.PointingHandCursor
    hover(body_map, middle(body_map, "sternum"))
    assert body_map.words == "Breastbone"
    body_map.leaveEvent(QEvent(QEvent.Type.Leave))
    assert body_map.words == "Choose where it hurts"
    assert body_map.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_words_below_name_what_has_the_focus(body_map):
    body_map.set_pains(PAINS)
    spot_of(body_map, "thigh", "right").setFocus()
    assert body_map.words == "Thigh (right): chosen, how bad is not answered"


@pytest.fixture
def cut_off(theme, shown):
    """A map whose lower half is scrolled out of sight."""
    area = QScrollArea()
    area.map = BodyMap(theme)
    area.map.resize(WIDTH, HEIGHT)
    area.setWidget(area.map)
    area.map.load()
    shown(area, WIDTH + 20, HEIGHT // 2)
    area.map.window().focusWidget().clearFocus()
    return area


def above(body_map, region):
    """Return the picture of the strip above a place."""
    place = body_map.picture.area_of(spot_of(body_map, region, None).place)
    return body_map.grab(place.translated(0, -place.height())).toImage()


@pytest.mark.parametrize("region", ["sternum", "upper_back"])
def test_the_name_stands_at_the_place_while_the_words_below_are_out_of_sight(cut_off, region):
    before = above(cut_off.map, region)
    hover(cut_off.map, middle(cut_off.map, region))
    assert above(cut_off.map, region) != before
    cut_off.map.leaveEvent(QEvent(QEvent.Type.Leave))
    spot_of(cut_off.map, region, None).setFocus(Qt.FocusReason.TabFocusReason)
    assert above(cut_off.map, region) != before


def test_after_a_click_no_name_covers_what_may_be_chosen_next(cut_off, qtbot):
    before = above(cut_off.map, "upper_back")
    click(qtbot, cut_off.map, middle(cut_off.map, "upper_back"))
    cut_off.map.leaveEvent(QEvent(QEvent.Type.Leave))
    after = above(cut_off.map, "upper_back")
    row = after.height() // 2
    assert [after.pixel(x, row) for x in range(after.width())] == [
        before.pixel(x, row) for x in range(before.width())
    ]


def test_the_place_under_the_pointer_is_painted(body_map):
    before = body_map.grab().toImage()
    hover(body_map, middle(body_map, "knee", "left"))
    assert body_map.grab().toImage() != before


def test_the_focus_is_painted(body_map):
    spot = spot_of(body_map, "forearm", "left")
    before = body_map.grab().toImage()
    spot.setFocus()
    assert body_map.grab().toImage() != before


def test_a_tap_among_small_places_asks_which(body_map, toggled, qtbot):
    tap(body_map, middle(body_map, "sternum"))
    assert toggled == []
    names = [action.text() for action in body_map.chooser.actions()]
    assert names[0] == "Breastbone"
    assert 2 <= len(names) <= 5
    assert body_map.chooser.isVisible()
    qtbot.keyClick(body_map.chooser, Qt.Key.Key_Down)
    qtbot.keyClick(body_map.chooser, Qt.Key.Key_Return)
    assert toggled == [("sternum", None)]


def test_what_is_asked_after_a_tap_are_full_targets(body_map):
    tap(body_map, middle(body_map, "sternum"))
    chooser = body_map.chooser
    heights = [chooser.actionGeometry(action).height() for action in chooser.actions()]
    assert min(heights) >= 44
    chooser.close()


def test_a_tap_on_a_large_place_chooses_at_once(body_map, toggled):
    tap(body_map, middle(body_map, "thigh", "left"))
    assert toggled == [("thigh", "left")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_choose_the_place_with_the_focus(body_map, toggled, press, key):
    spot_of(body_map, "hip", "left").setFocus()
    press(body_map, key)
    assert toggled == [("hip", "left")]


def test_a_shortcut_of_the_page_goes_past_the_map(body_map, toggled, press):
    spot_of(body_map, "hip", "left").setFocus()
    press(body_map, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert toggled == []


def test_arrows_go_from_place_to_place(body_map, press):
    spot_of(body_map, "upper_back", None).setFocus()
    press(body_map, Qt.Key.Key_Down)
    assert focused(body_map) == ("lower_back", None)
    press(body_map, Qt.Key.Key_Down)
    assert focused(body_map) == ("sacrum", None)
    press(body_map, Qt.Key.Key_Up)
    assert focused(body_map) == ("lower_back", None)


def test_an_arrow_at_the_edge_stays(body_map, press):
    spot_of(body_map, "skull", None, "front").setFocus()
    press(body_map, Qt.Key.Key_Up)
    assert focused(body_map) == ("skull", None)


@pytest.fixture
def between(theme, shown):
    """A map between two fields."""
    page = QWidget()
    column = QVBoxLayout(page)
    page.first, page.map, page.last = QLineEdit(page), BodyMap(theme, page), QLineEdit(page)
    for widget in (page.first, page.map, page.last):
        column.addWidget(widget)
    page.map.load()
    shown(page)
    page.first.setFocus()
    return page


def test_the_map_is_one_stop_for_tab(between, press):
    press(between, Qt.Key.Key_Tab)
    assert focused(between) == ("lower_back", None)
    press(between, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert between.last.hasFocus()
    press(between, Qt.Key.Key_Backtab)
    assert focused(between) == ("sacrum", None)  # where she was
    press(between, Qt.Key.Key_Backtab)
    assert between.first.hasFocus()


def test_tab_enters_at_a_place_that_was_chosen(between, press):
    between.map.set_pains({("knee", "left"): 3})
    press(between, Qt.Key.Key_Tab)
    assert focused(between) == ("knee", "left")


def test_the_focus_waits_for_the_drawing(theme, shown):
    body_map = shown(BodyMap(theme), WIDTH, HEIGHT)
    body_map.setFocus()
    body_map.load()
    assert focused(body_map) == ("lower_back", None)


def test_a_screen_reader_meets_a_check_box_for_every_place(body_map):
    body_map.set_pains(PAINS)
    interface = QAccessible.queryAccessibleInterface(body_map)
    assert interface.childCount() == len(body_map.spots)
    assert interface.text(QAccessible.Text.Name) == "Body map, front and back"
    names = set()
    for at in range(interface.childCount()):
        child = interface.child(at)
        assert child.role() == QAccessible.Role.CheckBox
        assert child.state().focusable
        names.add(child.text(QAccessible.Text.Name))
    assert len(names) == len(body_map.spots)
    assert {"Knee (left), front", "Knee (left), back", "Lower back, back"} <= names


@pytest.mark.parametrize("action", ["Press", "Toggle"])
def test_a_screen_reader_hears_the_pain_and_can_choose(body_map, toggled, qtbot, action):
    body_map.set_pains(PAINS)
    spot = spot_of(body_map, "knee", "left")
    interface = QAccessible.queryAccessibleInterface(spot)
    assert interface.state().checked
    assert interface.text(QAccessible.Text.Description) == "Knee (left): pain 3"
    interface.actionInterface().doAction(action)
    qtbot.waitUntil(lambda: toggled == [("knee", "left")])
    assert spot.isChecked()  # the answer is kept elsewhere


def test_the_check_boxes_lie_over_their_places(body_map):
    for spot in body_map.spots:
        assert spot.geometry().contains(body_map.picture.middle_of(spot.place).toPoint())


@pytest.mark.parametrize("width", [360, 640, 1200])
def test_the_height_fits_the_width(body_map, width):
    body_map.resize(width, body_map.heightForWidth(width))
    right = max(spot.geometry().right() for spot in body_map.spots)
    bottom = max(spot.geometry().bottom() for spot in body_map.spots)
    assert right <= width
    assert bottom <= body_map.height()
