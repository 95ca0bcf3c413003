"""A process that works in the window as she does; prints how long she waited, and ends.

python tests/bench/window_work.py FOLDER saves     saves days, with a chart drawn before
python tests/bench/window_work.py FOLDER looks     switches charts, first and again; makes sheets

The window has a diary of years open. Each piece of work is asked for by what she presses, and is
done when the window shows it. Beside it a heartbeat of the window looks for the longest time in
which the window did nothing: by the clock, and by the processor time used in it. The answer is
JSON: for each kind of work its runs, in milliseconds.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from diaries import TODAY
from family import processor_time
from results import (
    FIRST_ONE_PLACE,
    FIRST_SEVERAL_PLACES,
    ONE_PLACE,
    REPORT,
    SAVE,
    SEVERAL_PLACES,
)

from diary.ui.loading_qt import load_qt

load_qt()

from PySide6.QtCore import QObject, Qt, QTimer, Slot  # noqa: E402  after Qt is loaded our way
from PySide6.QtWidgets import QApplication  # noqa: E402

from diary.paths import AppPaths  # noqa: E402
from diary.ui.charts.ranges import RANGES  # noqa: E402
from diary.ui.start import Session  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from PySide6.QtCore import SignalInstance

    # Its kind, what says that it is done, and what she presses.
    Step = tuple[str, SignalInstance, Callable[[], object]]

# The window is at rest when the worker was idle on so many looks in a row, so many ms apart.
QUIET_LOOKS, LOOK_MS = 4, 50
BEAT_MS = 4
SAVES, REPORTS, PLACES = 24, 5, 4
# A switch to what is kept, and to what is drawn for the first time.
_OF_ONE, _OF_SEVERAL = (ONE_PLACE, FIRST_ONE_PLACE), (SEVERAL_PLACES, FIRST_SEVERAL_PLACES)


@dataclass(frozen=True)
class Waited:
    """One piece of work, in milliseconds: until it was shown, and the longest stop in it."""

    clock: float
    processor: float
    freeze: float
    freeze_processor: float


class Heartbeat(QObject):
    """Looks for the longest time in which the window did nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()
        self.begin()

    def begin(self) -> None:
        """Forget what was."""
        self._last = (time.perf_counter(), time.process_time())
        self.longest, self.longest_processor = 0.0, 0.0

    @Slot()
    def _on_beat(self) -> None:
        now = (time.perf_counter(), time.process_time())
        clock, used = ((new - old) * 1000 for new, old in zip(now, self._last, strict=True))
        self._last = now
        # More processor time than time by the clock is the worker's, beside the window.
        self.longest = max(self.longest, clock - BEAT_MS)
        self.longest_processor = max(self.longest_processor, min(used, clock))


class Worker(QObject):
    """Does one piece of work after another, each when the window is at rest."""

    def __init__(self, session: Session, folder: Path, *, saves: bool) -> None:
        super().__init__()
        self._session, self._folder = session, folder
        self._window, self._bridge = session.window, session.bridge
        self._done: dict[str, list[Waited]] = {}
        self._work = self._saves() if saves else self._looks()
        self._kind: str | None = None
        self._heart = Heartbeat()
        self._quiet = 0
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self._on_look)
        self._watch.start()

    def _looks(self) -> Iterator[Step]:
        """Yield what she looks at."""
        charts, sheets = self._bridge.charts, self._bridge.sheets
        self._window.show_page("charts")
        yield "", charts.drawn, lambda: None
        page = self._window.pages["charts"].choosing
        places = [page.place.itemData(row) for row in range(page.place.count())][: PLACES + 1]
        every = [*product(places, RANGES)]
        several = [*product(places[:1], RANGES)]
        drawn = {(page.place.currentData(), page.range.value)}
        for place, stretch in (*every, *every, *several * 3):

            def choose(place: object = place, stretch: object = stretch) -> None:
                page.place.setCurrentIndex(page.place.findData(place))
                page.range.set_value(stretch)
                page.changed.emit()

            # What was drawn is kept until the diary changes; the first time is as after a save.
            is_first = (place, stretch) not in drawn
            drawn.add((place, stretch))
            kinds = _OF_SEVERAL if place == places[0] else _OF_ONE
            yield kinds[is_first], charts.drawn, choose
        self._window.show_page("visit")
        yield "", sheets.previewed, lambda: None
        visit = self._window.pages["visit"]
        visit._ask = lambda _parent, _path, then: then(str(self._folder / "sheet.pdf"))
        for number in range(REPORTS + 1):
            yield REPORT if number else "", sheets.written, visit.making.save.click

    def _saves(self) -> Iterator[Step]:
        """Yield the days she saves."""
        self._window.show_page("charts")
        yield "", self._bridge.charts.drawn, lambda: None
        self._window.show_page("today")
        today = self._window.today
        for number in range(SAVES + 2):

            def change(number: int = number) -> None:
                today.extras.note.field.setPlainText(f"Written {number} times.")
                today.bar.button.click()

            yield SAVE if number > 1 else "", self._bridge.alerts_changed, change

    @Slot()
    def _on_look(self) -> None:
        is_busy = self._bridge.busy or not self._window.today.is_loaded
        self._quiet = 0 if is_busy else self._quiet + 1
        if self._quiet < QUIET_LOOKS:
            return
        self._quiet = 0
        self._end()
        step = next(self._work, None)
        if step is None:
            told = {kind: [asdict(one) for one in each] for kind, each in self._done.items()}
            sys.stdout.write(json.dumps(told))
            sys.stdout.flush()
            os._exit(0)
        self._kind, ended, press = step
        ended.connect(self._on_shown, Qt.ConnectionType.SingleShotConnection)
        self._heart.begin()
        self._begun = self._shown = (time.perf_counter(), processor_time())
        press()

    @Slot()
    def _on_shown(self) -> None:
        self._shown = (time.perf_counter(), processor_time())

    def _end(self) -> None:
        """Keep what the last piece of work took; the window was at rest since."""
        if self._kind:
            clock, used = (
                (new - old) * 1000 for new, old in zip(self._shown, self._begun, strict=True)
            )
            one = Waited(clock, used, self._heart.longest, self._heart.longest_processor)
            self._done.setdefault(self._kind, []).append(one)
        self._kind = None


def fail(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """End a run in which something did not work."""
    sys.__excepthook__(kind, error, traceback)
    sys.stderr.flush()
    os._exit(1)


if __name__ == "__main__":
    sys.excepthook = fail
    application = QApplication(["daymark", "-style", "fusion"])
    running = Session(application, AppPaths(Path(sys.argv[1])), TODAY)
    running.window.resize(1366, 768)
    running.show()
    worker = Worker(running, Path(sys.argv[1]), saves=sys.argv[2] == "saves")
    application.exec()
