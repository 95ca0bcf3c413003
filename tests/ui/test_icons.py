from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from diary.ui.icons import icon, icon_pixmap, write_icon

pytestmark = pytest.mark.usefixtures("qapp")


def colors_in(image):
    found = set()
    for x in range(image.width()):
        for y in range(image.height()):
            color = image.pixelColor(x, y)
            if color.alpha() == 255:
                found.add(color.name())
    return found


def test_an_icon_is_drawn_in_the_colour_asked_for():
    pixmap = icon_pixmap("check", "#0f5c5c", 24, ratio=2)
    assert pixmap.size() == QSize(48, 48)
    assert colors_in(pixmap.toImage()) == {"#0f5c5c"}


def test_a_checked_button_has_its_own_colour():
    made = icon("check", "#0f5c5c", 24, "#ffffff")
    checked = made.pixmap(QSize(48, 48), QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert QColor("#ffffff").name() in colors_in(checked)


def test_a_gap_is_left_empty_at_the_right():
    image = icon_pixmap("check", "#0f5c5c", 24, gap=0.5).toImage()
    assert image.width() == 36
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(25, 36) for y in range(24))


def test_the_style_sheet_reads_a_tinted_file(tmp_path):
    path = write_icon("check", "#123456", tmp_path)
    assert 'stroke="#123456"' in Path(path).read_text(encoding="utf-8")


def test_an_icon_that_is_not_there_is_an_error():
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", "#000000", 24)
