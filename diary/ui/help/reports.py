"""The reports of what did not work: listed, shown as they are, deleted. They are sent nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from diary.i18n import mark, translate
from diary.ui.history.when import moment_in_words
from diary.ui.widgets.buttons import QuietButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.text import Hint, Question, Words

if TYPE_CHECKING:
    from diary.crash_reports import CrashReport
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE = mark("When something did not work")
_ABOUT = mark(
    "Daymark then writes a report on this computer: versions and places in the program, nothing "
    "from your diary. It is sent nowhere. You can read it here, and give it to whoever helps you."
)
_NONE = mark("There is no report.")
_SHOW, _HIDE, _DELETE = mark("Show"), mark("Put away"), mark("Delete")
_SHOW_OF, _DELETE_OF = mark("Show the report of {when}"), mark("Delete the report of {when}")
_TEXT_HEIGHT = 320


class ReportRow(QWidget):
    """One report: when it was written, and what can be done with it.

    Args:
        report: the report.
        theme: tints the icons.
        parent: the owner.
    """

    delete_wanted = Signal(str)  # its name

    def __init__(self, report: CrashReport, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        when = moment_in_words(report.written_at)
        self.when = Question(when, self)
        self.show_button = QuietButton(translate(_SHOW), theme, "eye", self)
        self.delete_button = QuietButton(translate(_DELETE), theme, "trash-2", self)
        self.show_button.setAccessibleName(translate(_SHOW_OF).format(when=when))
        self.delete_button.setAccessibleName(translate(_DELETE_OF).format(when=when))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.when, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.delete_button)
        self.delete_button.clicked.connect(self._on_delete)

    @property
    def name(self) -> str:
        """The name of the report."""
        return self._report.name

    @property
    def text(self) -> str:
        """What the report says."""
        return self._report.text

    def tell_shown(self, *, is_shown: bool) -> None:
        """Say on the button what it does now."""
        self.show_button.setText(translate(_HIDE if is_shown else _SHOW))

    @Slot()
    def _on_delete(self) -> None:
        self.delete_wanted.emit(self.name)


class Reports(Card):
    """The last reports, and the text of the one she wants to read.

    Args:
        bridge: the way to the program.
        theme: tints the icons.
        parent: the owner.
    """

    shown = Signal(object)  # the widget with the text, so that it can be brought into view

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate(_TITLE), parent=parent)
        self._bridge, self._theme = bridge, theme
        self._wanted = ""
        self.rows: list[ReportRow] = []
        self.none = Words(translate(_NONE), self)
        self.none.hide()  # until it is known
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.text.hide()
        self.body.addWidget(Hint(translate(_ABOUT), self))
        self.body.addWidget(self.none)
        self.body.addWidget(self.text)
        bridge.reports.found.connect(self._on_found)
        bridge.reports.load()

    def show_report(self, name: str) -> None:
        """Show a report as soon as it is found."""
        self._wanted = name
        self._bridge.reports.load()

    @Slot(object)
    def _on_found(self, reports: tuple[CrashReport, ...]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        before = self.body.indexOf(self.text)
        self.rows = [ReportRow(report, self._theme, self) for report in reports]
        for place, row in enumerate(self.rows):
            self.body.insertWidget(before + place, row)
            row.show_button.clicked.connect(self._on_show)
            row.delete_wanted.connect(self._bridge.reports.delete)
        self.none.setVisible(not self.rows)
        self._show(self._wanted)

    @Slot()
    def _on_show(self) -> None:
        sender: QObject = self.sender()
        name = next(row.name for row in self.rows if row.show_button is sender)
        self._show("" if name == self._wanted else name)

    def _show(self, name: str) -> None:
        row = next((row for row in self.rows if row.name == name), None)
        self._wanted = "" if row is None else name
        for one in self.rows:
            one.tell_shown(is_shown=one is row)
        self.text.setVisible(row is not None)
        self.text.setPlainText("" if row is None else row.text)
        if row is not None:
            self.text.setAccessibleName(row.show_button.accessibleName())
            self.shown.emit(self.text)
