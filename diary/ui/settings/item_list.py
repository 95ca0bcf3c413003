"""A list she can add to, change and take from; what was removed can be had back.

It shows what is in the diary and asks for changes; it keeps nothing itself. A form stays open
with all that was typed until what it asked for is in the diary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.settings.item_form import ItemForm
from diary.ui.settings.item_row import ItemRow
from diary.ui.settings.kinds import Wrong
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.card import Card, Line
from diary.ui.widgets.text import Hint
from diary.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from diary.ui.settings.kinds import ListKind
    from diary.ui.theme import Theme

_ALREADY = mark("This is in the list already.")
_NONE = mark("Nothing here yet.")


class ItemList(Card):
    """One list of the settings as a card.

    Args:
        kind: what it holds.
        theme: colours and sizes.
        today: tells today.
        parent: the owner.
    """

    replaced = Signal(str, object)  # the part of the care service, and all its items
    rebuilt = Signal()  # what Tab visits changed

    def __init__(
        self,
        kind: ListKind,
        theme: Theme,
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translate(kind.title), parent=parent)
        self.kind = kind
        self._theme, self._today = theme, today
        self.items: tuple[Any, ...] = ()
        self.rows: list[ItemRow] = []
        self._lines: list[QWidget] = []
        self._changing: Any = None  # the item in the form, None for a new one
        self._wanted: tuple[Any, ...] | None = None  # what was asked for and is not kept yet
        self._focus_on: Any = None
        self._moved: Any = None  # the item that is to go on up with the next press
        self._removed: tuple[int, Any] | None = None
        self._none = Hint(translate(_NONE), self)
        self._none.hide()  # until it is known what is in the diary
        self._is_known = False
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.undo = UndoLine(theme, self)
        self._made_on, self.form = today(), self._make_form()
        self.add = Button(translate(kind.add), theme, "plus", self)
        self.add.setEnabled(False)  # until it is known what to add it to
        self.body.addWidget(Hint(translate(kind.about), self))
        self.body.addWidget(self._none)
        self.body.addLayout(self._list)
        self._list.addWidget(self.form)
        self.body.addWidget(self.undo)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._on_add)
        self.undo.undone.connect(self._on_undone)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in order."""
        stops: list[QWidget] = []
        for row in self.rows:
            if row.item == self._changing:
                stops += self.form.tab_stops
            stops += row.tab_stops
        if self._changing is None:
            stops += self.form.tab_stops
        return (*stops, self.undo.button, self.add)

    def set_items(self, items: tuple[Any, ...]) -> None:
        """Show what is in the diary."""
        if self._wanted is not None and items == self._wanted:
            self._wanted = None
            self._close_form()
        if not self._is_known or items != self.items or self._is_outdated():
            self._is_known, self.items = True, items
            self.add.setEnabled(True)
            self._rebuild()
        self._give_focus()

    def let_go(self) -> None:
        """Forget what was removed, when the page is left."""
        self._removed = None
        self.undo.hide()

    def _make_form(self) -> ItemForm:
        form = ItemForm(self.kind.fields(self._theme, self._today()), self._theme, self)
        form.hide()
        form.kept.connect(self._on_form_kept)
        form.cancelled.connect(self._on_cancelled)
        return form

    def _renew_form(self) -> None:
        """Ask anew on another day than the form was made on: its days end with today."""
        if self._made_on == self._today():
            return
        self._list.removeWidget(self.form)
        self.form.deleteLater()
        self._made_on, self.form = self._today(), self._make_form()

    def _is_outdated(self) -> bool:
        today = self._today()
        return any(row.words != self.kind.words(row.item, today) for row in self.rows)

    def _rebuild(self) -> None:
        for old in (*self.rows, *self._lines):
            old.hide()
            old.deleteLater()
        self.rows, self._lines = [], []
        for item in self.items:
            row = ItemRow(item, self.kind.words(item, self._today()), self._theme, self)
            row.move_up.setVisible(self.kind.is_ordered and bool(self.rows))
            row.moved_up.connect(self._on_moved_up)
            row.change_wanted.connect(self._on_change_wanted)
            row.removed.connect(self._on_removed)
            row.confirmed.connect(self._on_confirmed)
            line = Line(self)
            for widget in (row, line):
                self._list.addWidget(widget)
                widget.show()  # at once, so that the focus can go there
            self.rows.append(row)
            self._lines.append(line)
        self._none.setVisible(not self.items)
        self.rebuilt.emit()

    def _give_focus(self) -> None:
        wanted, self._focus_on = self._focus_on, None
        moved, self._moved = self._moved, None
        for row in self.rows if wanted is not None else ():
            if row.item == wanted:
                row.take_focus(moved=row.item == moved)
                return

    def _ask_for(self, items: tuple[Any, ...], focus_on: Any = None) -> None:
        self._focus_on = focus_on
        self.replaced.emit(self.kind.part, items)

    def _open_form(self, item: Any) -> None:
        self._changing = item
        self.undo.hide()
        self.add.hide()
        self._renew_form()
        self._list.removeWidget(self.form)
        place = self._list.count()
        for row in self.rows:
            row.setEnabled(False)
            if row.item == item:
                row.hide()
                place = self._list.indexOf(row)
        self._list.insertWidget(place, self.form)
        self.form.show()
        self.form.start({} if item is None else self.kind.answers(item))
        self.rebuilt.emit()

    def _close_form(self) -> None:
        if self.form.isHidden():
            return
        self.form.hide()
        self.add.show()
        for row in self.rows:
            row.setEnabled(True)
            row.show()
        self.rebuilt.emit()

    @Slot()
    def _on_add(self) -> None:
        self._open_form(None)

    @Slot(object)
    def _on_change_wanted(self, item: Any) -> None:
        self._open_form(item)

    @Slot(object)
    def _on_form_kept(self, answers: dict[str, Any]) -> None:
        made = self.kind.item(answers, self._changing, self._today())
        if isinstance(made, Wrong):
            self.form.tell(made.key, made.sentence)
            return
        others = [item for item in self.items if item != self._changing]
        if made in others:
            self.form.tell(None, translate(_ALREADY))
            return
        if made == self._changing:
            self._on_cancelled()
            return
        if self._changing is None:
            wanted = (*self.items, made)
        else:
            wanted = tuple(made if item == self._changing else item for item in self.items)
        self._wanted = wanted
        self._ask_for(wanted, made)

    @Slot()
    def _on_cancelled(self) -> None:
        self._wanted = None
        self._close_form()
        self._focus_on = self._changing
        self._give_focus()
        if self._changing is None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_removed(self, item: Any) -> None:
        place = self.items.index(item)
        self._removed = (place, item)
        self.undo.offer(self.kind.words(item, self._today()).title)
        self.undo.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask_for(self.items[:place] + self.items[place + 1 :])

    @Slot()
    def _on_undone(self) -> None:
        if self._removed is None:
            return
        (place, item), self._removed = self._removed, None
        self._ask_for((*self.items[:place], item, *self.items[place:]), item)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.undo.hide()

    @Slot(object)
    def _on_moved_up(self, item: Any) -> None:
        place = self.items.index(item)
        before = self.items[place - 1]
        self._moved = item
        self._ask_for((*self.items[: place - 1], item, before, *self.items[place + 1 :]), item)

    @Slot(object)
    def _on_confirmed(self, item: Any) -> None:
        said = item.model_copy(update={self.kind.stamp: self._today()})
        self._ask_for(tuple(said if one == item else one for one in self.items), said)
