"""The three first screens. Whatever is answered is told at once; nothing is asked twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.care import Contact
from diary.domain.places import PLACES
from diary.i18n import mark, translate
from diary.ui.first_run.sample import open_sample
from diary.ui.help.words import WHAT_IT_CANNOT_TELL, WHAT_IT_IS, WHAT_IT_IS_NOT
from diary.ui.settings.fields import LineField
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.many_of import ManyRow
from diary.ui.widgets.steps import Steps
from diary.ui.widgets.text import Hint, PageTitle, Words, breakable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.services.care import CareNow
    from diary.ui.theme import Theme

_WELCOME, _CALL, _FOLLOW = (
    mark("Welcome to Daymark"),
    mark("Whom to call"),
    mark("Places to follow"),
)
_WHERE = mark("Where your diary is")
_ONE_FILE = mark("Your diary is one file on this computer, and nowhere else:")
_SAMPLE = mark("Try it with a sample diary")
_SAMPLE_ABOUT = mark(
    "It opens in a window of its own. Everything in it is made up, nothing of it is kept, and it "
    "never mixes with your diary."
)
_SAMPLE_OPENED = mark("The sample diary opens in a moment, in a window of its own.")
_SAMPLE_FAILED = mark("The sample diary could not be opened. In a terminal, type: daymark --demo")
_CALL_ABOUT = mark(
    "When something should not wait, Daymark shows these numbers, large. You can add them now or "
    "later, under Settings, My care. They are kept as you type."
)
_FOLLOW_ABOUT = mark(
    "These are offered first when you record a day. All other places stay there too. You can "
    "change this under Settings, What I follow."
)
_SCREENS_TEAM = (
    ("team", mark("My cancer team"), mark("For example: breast care nurse")),
    (
        "emergency",
        mark("Out of hours or in an emergency"),
        mark("For example: 24-hour cancer line"),
    ),
)


class Screen(QWidget):
    """One of the screens.

    Args:
        title: its title.
        parent: the owner.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self.step = Hint("", self)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(PageTitle(title, self))
        head.addWidget(self.step)
        self.body.addLayout(head)
        self.setAccessibleName(title)

    def set_care(self, now: CareNow) -> None:
        """Show what is in the diary already."""


class WelcomeScreen(Screen):
    """What this is and is not, where the file lives, and the sample.

    Args:
        theme: tints the icon.
        parent: the owner.
        open_it: opens the sample; returns whether it could be started.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        open_it: Callable[[], bool] = open_sample,
    ) -> None:
        super().__init__(translate(_WELCOME), parent)
        self._open_it = open_it
        # What fits on one screen; all of it stands under Help.
        for title, lines in (
            (WHAT_IT_IS.title, WHAT_IT_IS.lines[:1]),
            (WHAT_IT_IS_NOT.title, (*WHAT_IT_IS_NOT.lines, WHAT_IT_CANNOT_TELL.lines[1])),
        ):
            card = Card(translate(title), parent=self)
            for line in lines:
                card.body.addWidget(Words(translate(line), card))
            self.body.addWidget(card)
        where = Card(translate(_WHERE), parent=self)
        self.path = Words("", where)
        where.body.addWidget(Words(translate(_ONE_FILE), where))
        where.body.addWidget(self.path)
        self.body.addWidget(where)
        self.sample = Button(translate(_SAMPLE), theme, "external-link", self)
        self.said = Words("", self)
        self.said.hide()
        self.body.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Hint(translate(_SAMPLE_ABOUT), self))
        self.body.addWidget(self.said)
        self.sample.clicked.connect(self._on_sample)

    @Slot(object)
    def set_file(self, path: Path) -> None:
        """Show where the diary is."""
        self.path.setText(breakable(str(path)))
        self.path.setAccessibleName(str(path))

    @Slot()
    def _on_sample(self) -> None:
        words = translate(_SAMPLE_OPENED if self._open_it() else _SAMPLE_FAILED)
        self.said.setText(words)
        self.said.show()
        announce(self.said, words)


class CallScreen(Screen):
    """Whom to call: the team, and out of hours."""

    changed = Signal(object)  # all her contacts, after each letter

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate(_CALL), parent)
        self.body.addWidget(Words(translate(_CALL_ABOUT), self))
        self._contacts: tuple[Contact, ...] = ()
        self.fields: dict[str, dict[str, LineField]] = {}
        for use, title, example in _SCREENS_TEAM:
            card = Card(translate(title), parent=self)
            fields = {
                "name": LineField(
                    translate(mark("Who is it?")),
                    theme,
                    card,
                    hint=translate(example),
                    keeps=True,
                ),
                "phone": LineField(translate(mark("Telephone number")), theme, card, keeps=True),
            }
            for field in fields.values():
                field.line.field.setAccessibleName(f"{translate(title)}: {field.question}")
                field.changed.connect(self._on_changed)
                card.body.addWidget(field)
            self.fields[use] = fields
            self.body.addWidget(card)

    def set_care(self, now: CareNow) -> None:
        """Show the numbers that are there, unless she is just typing one."""
        if now.profile.contacts == self._contacts:
            return
        self._contacts = now.profile.contacts
        for use, fields in self.fields.items():
            known = self._known(use)
            for key, field in fields.items():
                field.set_value(None if known is None else getattr(known, key))

    def _known(self, use: str) -> Contact | None:
        return next((contact for contact in self._contacts if contact.for_ == use), None)

    @Slot()
    def _on_changed(self) -> None:
        for use, fields in self.fields.items():
            self._take_over(use, {key: field.kept for key, field in fields.items()})
        self.changed.emit(self._contacts)

    def _take_over(self, use: str, said: dict[str, Any]) -> None:
        known = self._known(use)
        kept = (Contact(for_=use) if known is None else known).model_copy(update=said)
        items = list(self._contacts)
        if known is None:
            items.append(kept)
        else:
            items[items.index(known)] = kept
        empty = Contact(for_=use)
        self._contacts = tuple(item for item in items if item != empty)


class FollowScreen(Screen):
    """Places to follow, and the size of the text."""

    text_size_chosen = Signal(object)
    changed = Signal(object)  # the ids of the places

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate(_FOLLOW), parent)
        self._theme = theme
        size = Card(translate(mark("Text size")), parent=self)
        self.steps = Steps(translate(mark("Text size")), theme, size)
        size.body.addWidget(self.steps)
        question = translate(mark("Which places do you want to follow?"))
        follow = Card(question, parent=self)
        places = [(place.id, translate(place.label)) for place in PLACES.offered()]
        self.places = ManyRow(question, places, follow)
        follow.body.addWidget(Hint(translate(_FOLLOW_ABOUT), follow))
        follow.body.addWidget(self.places)
        self.body.addWidget(size)
        self.body.addWidget(follow)
        self.steps.chosen.connect(self.text_size_chosen)
        self.places.chosen.connect(self.changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_care(self, now: CareNow) -> None:
        """Show the places she follows."""
        self.places.set_values(now.preferences.followed_places)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.steps.set_value(self._theme.text_size)
