"""A chart as a file: a picture for anywhere (PNG), or one that stays sharp at any size (SVG)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.files import ask_for_name, documents_folder
from diary.ui.requests.charts import CHART_FILE
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.text import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.charts.data import ChartData
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.charts.view import ChartView
    from diary.ui.theme import Theme

_TITLE = mark("Save the chart as")
_KINDS = {".png": mark("Picture (*.png)"), ".svg": mark("Drawing (*.svg)")}
_SAVED = mark("Saved to {path}")
_NOT_SAVED = mark("The chart was not saved.")


def ask_for_picture(parent: QWidget, suggested: Path, chosen: Callable[[str], object]) -> None:
    """Ask where to save a chart; ``chosen`` gets the path, nothing happens if she cancels."""
    kind = translate(_KINDS[suggested.suffix])
    ask_for_name(parent, suggested, chosen, title=translate(_TITLE), kind=kind)


class ChartSaving(QWidget):
    """Two buttons, and where the file is.

    Args:
        bridge: writes the file.
        theme: tints the icons.
        ask: asks for its name.
        parent: the owner.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        ask: Callable[[QWidget, Path, Callable[[str], object]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._ask = bridge, ask
        self._folder = documents_folder()
        self._charts: tuple[ChartData, ...] = ()
        self._view: ChartView | None = None
        self.png = QuietButton(translate(mark("Save as a picture (PNG)")), theme, "file-down", self)
        self.svg = QuietButton(translate(mark("Save as a drawing (SVG)")), theme, "file-down", self)
        self.said = Words("", self)
        self.said.hide()
        buttons = FlowLayout()
        buttons.addWidget(self.png)
        buttons.addWidget(self.svg)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addWidget(self.said)
        self.png.clicked.connect(self._on_png)
        self.svg.clicked.connect(self._on_svg)
        bridge.charts.saved.connect(self._on_saved)
        bridge.failed.connect(self._on_failed)

    def set_charts(self, charts: tuple[ChartData, ...], view: ChartView) -> None:
        """Take what is shown, and where: the file looks like it."""
        self._charts, self._view = charts, view
        self.said.hide()

    @Slot()
    def _on_png(self) -> None:
        self._ask_for(".png")

    @Slot()
    def _on_svg(self) -> None:
        self._ask_for(".svg")

    def _ask_for(self, ending: str) -> None:
        if self._charts:
            first = self._charts[0]
            days = f"{first.start.isoformat()} to {first.end.isoformat()}"
            name = f"Daymark {first.place.replace('_', ' ')} {days}{ending}"
            self._ask(self, self._folder / name, self._on_file_chosen)

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        if self._charts and self._view is not None:
            self._folder = Path(path).parent
            self._bridge.charts.save(self._charts, self._view.look, Path(path))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._say(translate(_SAVED).format(path=path))

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        """Say that there is no file; the window says why."""
        if fact.what == CHART_FILE:
            self._say(translate(_NOT_SAVED))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self.said, words)
