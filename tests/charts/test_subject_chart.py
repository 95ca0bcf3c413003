from __future__ import annotations

import pytest

from diary.charts.look import Look
from diary.charts.picture import subject_picture
from diary.charts.save import save_png
from diary.charts.subject import subject_days
from diary.charts.subject_chart import subject_figure
from diary.charts.theme import DARK, LIGHT
from diary.domain.diary import Diary
from diary.domain.entry import SignReport
from tests.charts.planes import head_words, labels, planes
from tests.report.small import day, entry

WEAK = SignReport(sign="leg_weakness", grade=1, new="yes")
DAYS = tuple(n for n in range(56) if not 20 <= n < 26)
DIARY = Diary(entries=tuple(entry(n, signs=(WEAK,) if n > 48 and n % 2 else ()) for n in DAYS))


def data_of(diary=DIARY):
    return subject_days(diary, "leg_weakness", day(0), day(55))


def words_of(figure):
    inside = [word for plane in planes(figure) for word in labels(plane.words)]
    return {*labels(head_words(figure)), *inside}


def test_it_names_the_sign_the_days_and_its_marks():
    words = words_of(subject_figure(data_of(), LIGHT, (7, 1.1)))
    assert data_of().label in words
    assert {"yes that day", "no", "not answered"} <= words


def test_what_is_not_there_is_not_in_the_legend():
    words = words_of(subject_figure(data_of(Diary()), LIGHT, (7, 1.1)))
    assert "not answered" in words
    assert not {"yes that day", "no"} & words


@pytest.mark.parametrize(("size", "scale"), [((7, 1.1), 1.0), ((4, 3.3), 2.0)])
def test_no_words_leave_the_figure(size, scale):
    figure = subject_figure(data_of(), LIGHT, size, scale)
    save_png(figure, 100)
    edge = figure.bbox
    for plane in planes(figure):
        for text in [*plane.words, *plane.date_labels, *head_words(figure)]:
            box = text.get_window_extent()
            assert edge.x0 - 1 <= box.x0, text.get_text()
            assert box.x1 <= edge.x1 + 1, text.get_text()
            assert edge.y0 - 1 <= box.y0, text.get_text()
            assert box.y1 <= edge.y1 + 1, text.get_text()


def test_it_comes_as_pixels_too():
    picture = subject_picture(data_of(), Look(theme="dark", width=600, height=160))
    assert (picture.width, picture.height) == (600, 160)
    assert "#" + picture.rgba[:3].hex() == DARK.paper


@pytest.mark.baseline
def test_it_looks_as_it_did(same_picture):
    same_picture(subject_figure(data_of(), LIGHT, (7, 1.1)), "sign-light")


@pytest.mark.baseline
def test_it_looks_as_it_did_with_large_text_in_the_dark(same_picture):
    same_picture(subject_figure(data_of(), DARK, (4, 3.3), 2.0), "sign-dark-large-text")
