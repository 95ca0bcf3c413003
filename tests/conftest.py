"""What every test gets: no display, no real data folder, a fixed language."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("DAYMARK_TODAY", None)
os.environ.pop("DAYMARK_PASSPHRASE", None)
os.environ.update(LANGUAGE="", LC_ALL="", LC_MESSAGES="", LANG="C.UTF-8")

import faulthandler
import functools
import gc
import gettext
import itertools
import re
import tempfile
import time

import pytest
from hypothesis import is_hypothesis_test, settings

from diary import i18n
from installer.compiling import FOLDER, compile_all

# Examples are drawn anew in each run. How long one takes says something about the machine alone.
settings.register_profile("gate", max_examples=25, deadline=None)
settings.register_profile("thorough", max_examples=1_000, deadline=None)
settings.load_profile("gate")


# A test that hangs is shown with what every thread does. To set this anew for each test, as pytest
# does it by itself, is a new thread for each: that took longer than many a test.
SHOWN_AFTER, SET_AGAIN_AFTER = 90, 30  # seconds


def pytest_configure(config):
    compile_all(FOLDER)
    config.pluginmanager.register(Hanging(os.dup(2)))


class Hanging:
    """Shows what every thread does when no test has begun for a minute or more."""

    def __init__(self, file):
        self._file, self._is_set = file, float("-inf")

    def pytest_runtest_logstart(self):
        now = time.monotonic()
        if now - self._is_set > SET_AGAIN_AFTER:
            self._is_set = now
            faulthandler.dump_traceback_later(SHOWN_AFTER, file=self._file)

    def pytest_sessionfinish(self):
        faulthandler.cancel_dump_traceback_later()


# The packages in which an untested line is not accepted.
FULLY_COVERED = ("domain", "rules", "store", "exchange", "services")
# What stands in a file where some tests draw their own examples, or may.
DRAWS = re.compile(r"\bhypothesis\b|\bpytest\.mark\.drawn\b")


def pytest_ignore_collect(collection_path, config):
    """Leave out what ``-m 'not covering'`` would read only to choose nothing of it."""
    if config.option.markexpr == "not covering" and collection_path.suffix == ".py":
        is_chosen = not _is_inside(collection_path, config.rootpath) or _draws(collection_path)
        return None if is_chosen else True
    return None


@functools.cache
def _is_inside(path, root):
    return any((root / "tests" / name) in path.parents for name in FULLY_COVERED)


@functools.cache
def _draws(path):
    return DRAWS.search(path.read_text(encoding="utf-8")) is not None


@pytest.hookimpl(tryfirst=True)  # before some are chosen by their marks
def pytest_collection_modifyitems(config, items):
    """Mark the tests that show by themselves that nothing in these packages is left untested.

    Those that draw their own examples are not of them: what is covered must not hang on luck.
    """
    for item in items:
        if not _is_inside(item.path, config.rootpath):
            continue
        drawn = is_hypothesis_test(item.obj) or item.get_closest_marker("drawn") is not None
        if not drawn:
            item.add_marker("covering")
        elif not _draws(item.path):
            unknown = f"{item.nodeid} draws, and its file does not say so"
            raise pytest.UsageError(unknown)


def pytest_collection_finish():
    """Leave what is there before the first test out of every later collection of garbage."""
    gc.collect()
    gc.freeze()


def pytest_addoption(parser):
    parser.addoption(
        "--accept-baseline",
        action="store_true",
        help="store the pictures drawn now as those to compare with (look at them first)",
    )


@pytest.fixture(scope="session", autouse=True)
def own_temporary_folder(tmp_path_factory):
    """Send what Qt and the programs that tests kill leave for others into a folder of this run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(tmp_path_factory.mktemp("left")))
        patch.setattr(tempfile, "tempdir", None)  # what was found before
        yield


@pytest.fixture(autouse=True)
def own_language(monkeypatch):
    """Begin in English, and forget the language a test speaks."""
    monkeypatch.setattr(i18n, "_own", i18n._own)
    before = gettext.textdomain()
    monkeypatch.setenv("LANGUAGE", "")  # remembered, so that it is as before afterwards
    yield
    gettext.textdomain(before)


@pytest.fixture(scope="session")
def data_folders(tmp_path_factory):
    """Names of folders that are not there yet.

    Thousands of tests need no such folder: to make one for each took a minute of a run.
    """
    folder = tmp_path_factory.mktemp("data")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_data_folder(data_folders, monkeypatch):
    """Send everything the program writes into a folder of this test."""
    monkeypatch.setenv("DAYMARK_DATA_DIR", str(next(data_folders)))
