"""Nothing that was kept of a diary outlives it in memory, and whoever keeps something says so."""

from __future__ import annotations

import ast
import gc
from functools import cache

import numpy as np
import pytest
from matplotlib import font_manager
from matplotlib.figure import Figure

from diary import forgetting
from diary.charts import fonts
from diary.charts.words import Screen, Words
from diary.domain import windows
from diary.domain.windows import LAST7, means
from diary.forgetting import at_closing, forget, forgotten
from diary.paths import AppPaths
from diary.services.open import open_services
from tests.meta.source import modules

NAME = "cinilC teertS gnoL"[::-1]  # so that it does not stand in this file
_CACHES = {"cache", "lru_cache"}
FORGOTTEN = {"_counts", "_means", "_stamp", "_sums", "_width"}
# What these keep says nothing about anybody.
HARMLESS = {
    "_ask": "the questions that the store asks, without what is asked for",
    "_day_in_words": "days of the calendar in words, without what was recorded on them",
    "_folded": "single characters, and what they are without accents",
    "_decimal_sign": "how a language writes numbers",
    "_pairs": "the numbers from one to the length of a series",
    "_kept_pairs": "likewise",
    "_paper": "an empty figure",
    "_read_first": "the rules, in the order in which they are asked",
    "_reader": "how a field of a draft is checked",
    "_register": "that the fonts are there",
    "_turned": "the key; the store lets it go itself, when a file is opened, too",
    "_voice_of": "the texts of the program",
    "characters": "which characters the font has",
    "kinds": "what the fields of a form hold",
    "places_of": "the catalogue of places",
}


@pytest.fixture(autouse=True)
def own_list(monkeypatch):
    """Whatever a test has let go is not let go by others."""
    monkeypatch.setattr(forgetting, "_LET_GO", list(forgetting._LET_GO))


def holders(name):
    """Return what in this process holds a text with the name in it."""
    gc.unfreeze()  # or what was made before the first test is not among the objects
    gc.collect()
    # A tuple of nothing but words and numbers is among them only until it was once looked at.
    objects = {id(one): one for one in gc.get_objects()}
    objects |= {id(one): one for one in gc.get_referents(*objects.values())}
    gc.freeze()
    found = []
    for held in objects.values():
        if not isinstance(held, tuple | list | set | frozenset | dict) or held is objects:
            continue
        parts = [*held.keys(), *held.values()] if isinstance(held, dict) else list(held)
        if any(isinstance(part, str) and name in part and part != name for part in parts):
            found.append(held)
    return found


def test_what_was_kept_is_let_go_and_kept_anew():
    asked = []

    @forgotten
    @cache
    def answer(question):
        asked.append(question)
        return question.upper()

    assert [answer("why"), answer("why")] == ["WHY", "WHY"]
    forget()
    answer("why")
    assert asked == ["why", "why"]


def test_whatever_else_has_to_be_done_is_done_each_time():
    done = []
    at_closing(lambda: done.append(True))
    forget()
    forget()
    assert done == [True, True]


@pytest.mark.parametrize("end", ["close", "give_up"])
def test_words_that_were_drawn_go_with_the_diary(tmp_path, end):
    services = open_services(AppPaths(tmp_path / "data"))
    drawn = f"{NAME}, at noon"
    figure = Figure(figsize=(4, 3), dpi=100)
    figure.add_artist(Words(0.5, 0.5, drawn, size=12))
    figure.add_artist(Words(0.5, 0.2, drawn, size=12, bbox={"facecolor": "red"}))
    Screen(400, 300, 100).show(figure)
    del figure
    drawn = None
    assert holders(NAME)
    assert font_manager._get_font.cache_info().currsize > 0
    getattr(services, end)()
    assert holders(NAME) == []
    assert fonts._width.cache_info().currsize == 0
    assert font_manager._get_font.cache_info().currsize == 0


@pytest.mark.parametrize("end", ["close", "give_up"])
def test_the_file_is_let_go_also_where_something_is_kept_by_a_fault(tmp_path, end):
    services = open_services(AppPaths(tmp_path / "data"))
    at_closing(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        getattr(services, end)()
    with pytest.raises(RuntimeError, match="closed"):
        services.journal.last_day()


def test_letters_are_set_again_after_that():
    before = fonts.text_width(NAME, 9)
    forget()
    assert fonts.text_width(NAME, 9) == before


@pytest.mark.parametrize("instead", [None, lambda *_: None])
def test_without_what_matplotlib_does_not_promise_the_rest_is_let_go(monkeypatch, instead):
    fonts.text_width(NAME, 9)
    monkeypatch.setattr(font_manager, "_get_font", instead)
    forget()
    assert fonts._width.cache_info().currsize == 0


def test_what_was_counted_of_her_days_goes_with_the_diary():
    means(np.array([0.0, 7.0, 4.0]), LAST7)
    kept = (windows._counts, windows._sums, windows._means)
    assert all(one.cache_info().currsize for one in kept)
    forget()
    assert not any(one.cache_info().currsize for one in kept)


def named(node):
    """Return the name of a decorator or of a function that is called."""
    call = node.func if isinstance(node, ast.Call) else node
    return call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "")


def caches():
    """Return the functions of the program whose answers are kept, and whether they are let go."""
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef):
                above = {named(one) for one in node.decorator_list}
                if above & _CACHES:
                    yield node.name, "forgotten" in above
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                made = node.value.func  # ``lru_cache(maxsize=8)(function)``
                if isinstance(made, ast.Call) and named(made) in _CACHES:
                    yield node.targets[0].id, False


def test_whatever_is_kept_is_let_go_or_says_nothing_about_anybody():
    kept = {name for name, is_let_go in caches() if not is_let_go}
    assert kept == set(HARMLESS)
    assert {name for name, is_let_go in caches() if is_let_go} == FORGOTTEN
