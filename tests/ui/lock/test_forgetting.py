"""A locked diary leaves nothing in memory of what was drawn of it."""

from __future__ import annotations

import pytest

from diary.charts import fonts, words


@pytest.mark.usefixtures("protected")
def test_locking_lets_go_of_the_words_on_the_charts(start):
    used = start()
    used.unlock()
    used.window.show_page("charts")
    used.rest()
    kept = (fonts._width, words._stamp)
    assert all(one.cache_info().currsize > 0 for one in kept)
    used.lock()
    assert used.window.cover.is_covering
    assert all(one.cache_info().currsize == 0 for one in kept)
