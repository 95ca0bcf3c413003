"""The end of the window: it is gone at once, and the last backup is made behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.widgets.text import Hint, Words

if TYPE_CHECKING:
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_KEEPING = mark("Keeping a backup of your diary...")
_BY_ITSELF = mark("This closes by itself when it is done.")
_TITLE = "Daymark"
_TOO_LONG_MS = 1000  # our choice: what takes longer is said
_MARGIN, _WIDTH = 32, 420


class Finishing(QObject):
    """Lets the diary go once the window is closed, and ends the program.

    Args:
        bridge: makes the backup and closes the diary.
        theme: the look of what is said.
        window: the window that was closed.
    """

    finished = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._theme = bridge, theme  # not the window, which would keep what keeps it
        self._is_on = self._quits = False
        self._notice: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TOO_LONG_MS)
        self._timer.timeout.connect(self._on_too_long)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._on_about_to_quit)

    @property
    def notice(self) -> QWidget | None:
        """What says that a backup is being kept; None while there is no need to."""
        return self._notice

    @property
    def is_on(self) -> bool:
        """Whether the window is gone and the backup behind it not done yet."""
        return self._is_on

    def begin(self, *, keeps: bool = True) -> None:
        """Make a backup if anything changed, and let the diary go.

        Args:
            keeps: whether to make a backup; not where everything is to be deleted.
        """
        if self._is_on:
            if not _can_wait():
                self._end()
            return
        if keeps:
            self._bridge.finish()
        if not keeps or not _can_wait():
            self._bridge.close()
            self.finished.emit()
            return
        self._is_on = True
        self._quits = QGuiApplication.quitOnLastWindowClosed()
        QGuiApplication.setQuitOnLastWindowClosed(False)
        self._timer.start()

    def call_off(self) -> None:
        """Stay: she came back before the end."""
        if not self._is_on:
            return
        self._stop()
        QGuiApplication.setQuitOnLastWindowClosed(self._quits)
        self._bridge.open_diary()  # behind the backup

    def _end(self) -> None:
        self._stop()
        QGuiApplication.setQuitOnLastWindowClosed(self._quits)
        self._bridge.close()
        self.finished.emit()

    def _stop(self) -> None:
        self._is_on = False
        self._timer.stop()
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    @Slot()
    def _on_about_to_quit(self) -> None:
        """Give the application back as it was where a signal ends it before the backup is done."""
        if self._is_on:
            self._stop()
            QGuiApplication.setQuitOnLastWindowClosed(self._quits)

    @Slot(object)
    def _on_finished(self, _told: object) -> None:
        if self._is_on:
            self._end()
            QCoreApplication.quit()

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        if fact.what == "close":
            self._on_finished(None)

    @Slot()
    def _on_too_long(self) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.CustomizeWindowHint
        window = self.parent()
        notice = QWidget(
            window if isinstance(window, QWidget) else None,
            flags | Qt.WindowType.WindowTitleHint,
        )
        self._theme.dress(notice)
        notice.setWindowTitle(_TITLE)
        notice.setProperty("kind", "page")
        notice.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(notice)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(Words(translate(_KEEPING), notice))
        column.addWidget(Hint(translate(_BY_ITSELF), notice))
        notice.setMinimumWidth(_WIDTH)
        notice.setAccessibleName(translate(_KEEPING))
        self._notice = notice
        notice.show()


def _can_wait() -> bool:
    """Return whether the program goes on after the window is closed.

    It does not where nothing runs its loop, and the system ends a session only once.
    """
    app = QGuiApplication.instance()
    is_ending = isinstance(app, QGuiApplication) and app.isSavingSession()
    return QThread.currentThread().loopLevel() > 0 and not is_ending
