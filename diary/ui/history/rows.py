"""The rows of the panel: a deleted day, a changed day, and each of its earlier versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from diary.i18n import mark, plural, sentence_case, translate
from diary.ui.history.entry_words import differences, lines_of
from diary.ui.history.fold import Fold
from diary.ui.history.when import local_day_in_words, moment_in_words
from diary.ui.local import day_in_full
from diary.ui.widgets.text import Hint, Words

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from diary.domain.entry import DayEntry
    from diary.services.archive import DeletedDay, Version
    from diary.ui.theme import Theme

_DELETED = mark("Deleted on {day}. It stays here until {until}.")
_PUT_BACK = mark("Put it back")
_PUT_VERSION_BACK = mark("Put this version back")
_OPEN_DAY = mark("Open this day")
_EMPTY = mark("Nothing was answered.")
_SAVED_AT = mark("Saved on {moment}")
_SAVED = mark("Saved at a time that is not known")
_WAS_DELETED = mark("The day was deleted after this.")
_SAME = mark("It says the same as the day says now.")
_ALL_OF_IT = mark("All that it says:")


class DeletedRow(Fold):
    """A day in the bin.

    Args:
        deleted: the day.
        theme: tints the icons.
        parent: the owner.
    """

    put_back_requested = Signal(object)  # the day

    def __init__(self, deleted: DeletedDay, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(sentence_case(day_in_full(deleted.day)), theme, parent)
        when = translate(_DELETED).format(
            day=local_day_in_words(deleted.deleted_at),
            until=local_day_in_words(deleted.kept_until),
        )
        self.about.addWidget(Hint(when, self))
        self._deleted = deleted
        self.put_back = self.add_button(translate(_PUT_BACK), "undo-2")
        self.put_back.clicked.connect(self._on_put_back)
        self.opened.connect(self._on_opened)

    @Slot()
    def _on_opened(self) -> None:
        _tell_all(self, self._deleted.entry)

    @Slot()
    def _on_put_back(self) -> None:
        self.put_back_requested.emit(self._deleted.day)


class VersionRow(Fold):
    """What a day once said, told by what is different now.

    Args:
        version: the earlier version.
        now: what the day says now.
        theme: tints the icons.
        parent: the owner.
    """

    put_back_requested = Signal(object)  # the number of the version

    def __init__(
        self, version: Version, now: DayEntry, theme: Theme, parent: QWidget | None = None
    ) -> None:
        saved_at = version.saved_at
        title = (
            translate(_SAVED)
            if saved_at is None
            else translate(_SAVED_AT).format(moment=moment_in_words(saved_at))
        )
        lines = differences(version.entry, now) or [translate(_SAME)]
        if version.was_deleted:
            lines.append(translate(_WAS_DELETED))
        super().__init__(title, theme, parent)
        for line in lines:
            self.about.addWidget(Words(line, self))
        self._version = version
        self.put_back = self.add_button(translate(_PUT_VERSION_BACK), "undo-2")
        self.put_back.clicked.connect(self._on_put_back)
        self.opened.connect(self._on_opened)

    @Slot()
    def _on_opened(self) -> None:
        self.inside.addWidget(Hint(translate(_ALL_OF_IT), self))
        _tell_all(self, self._version.entry)

    @Slot()
    def _on_put_back(self) -> None:
        self.put_back_requested.emit(self._version.number)


class ChangedRow(Fold):
    """A recorded day with earlier versions, which are loaded when they are wanted.

    Args:
        day: the day.
        count: how many there are.
        theme: tints the icons.
        parent: the owner.
    """

    day_requested = Signal(object)
    versions_requested = Signal(object)  # the day
    put_back_requested = Signal(object, object)  # the day, and the number of the version
    versions_shown = Signal()

    def __init__(
        self, day: dt.date, count: int, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(sentence_case(day_in_full(day)), theme, parent)
        versions = plural("{n} earlier version", "{n} earlier versions", count)
        self.about.addWidget(Hint(versions, self))
        self.day = day
        self.versions: list[VersionRow] = []
        self._theme = theme
        self.open_day = self.add_button(translate(_OPEN_DAY), "notebook-pen")
        self.open_day.clicked.connect(self._on_open_day)
        self.opened.connect(self._on_opened)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        return (*super().tab_stops, *(stop for row in self.versions for stop in row.tab_stops))

    def show_versions(self, versions: tuple[Version, ...]) -> None:
        """Show the earlier versions of the day.

        Args:
            versions: the present one first, then back in time.
        """
        if self.versions or not versions:
            return
        present, *earlier = versions
        for version in earlier:
            row = VersionRow(version, present.entry, self._theme, self)
            row.put_back_requested.connect(self._on_put_back)
            self.inside.addWidget(row)
            self.versions.append(row)
        self.versions_shown.emit()

    @Slot()
    def _on_opened(self) -> None:
        self.versions_requested.emit(self.day)

    @Slot()
    def _on_open_day(self) -> None:
        self.day_requested.emit(self.day)

    @Slot(object)
    def _on_put_back(self, number: int) -> None:
        self.put_back_requested.emit(self.day, number)


def _tell_all(row: Fold, entry: DayEntry) -> None:
    for line in lines_of(entry) or [translate(_EMPTY)]:
        row.inside.addWidget(Words(line, row))
