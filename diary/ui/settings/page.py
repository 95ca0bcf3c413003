"""The page *Settings*, in five parts of which one is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.backups.card import BackupsCard
from diary.ui.backups.check_card import CheckCard
from diary.ui.lock.card import PassphraseCard
from diary.ui.reminder.card import ReminderCard
from diary.ui.settings.care_lists import CARE_LISTS
from diary.ui.settings.diary_file import CopyCard, EndCard, WhereCard
from diary.ui.settings.followed_lists import FOLLOWED_LISTS
from diary.ui.settings.item_list import ItemList
from diary.ui.settings.option_card import OptionCard
from diary.ui.settings.person_card import PersonCard
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import PageTitle

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from diary.domain.care import Profile
    from diary.services.care import CareNow, Part
    from diary.settings import Settings
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE = mark("Settings")
_PARTS = {
    "look": mark("Text and language"),
    "care": mark("My care"),
    "followed": mark("What I follow"),
    "notices": mark("Notices and reminder"),
    "file": mark("My diary file"),
}
_JUDGING = "alerts_on"


class SettingsPage(ScrollColumn):
    """All that can be set.

    Args:
        bridge: loads and keeps what is in the diary.
        theme: colours and sizes.
        parent: the owner.
    """

    option_changed = Signal(str, object)  # an option of the settings, and its new value
    erase_requested = Signal()  # she confirmed that everything is to be deleted
    lock_requested = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        theme.dress(self)
        self.setAccessibleName(translate(_TITLE))
        self._bridge, self._theme = bridge, theme
        clock = bridge.clock
        names = [(name, translate(words)) for name, words in _PARTS.items()]
        self.part = OneOfRow(translate(mark("Part of the settings")), names, self)
        self.options = {
            name: OptionCard(name, theme, self) for name in ("look", "paper", "noticing")
        }
        self.person = PersonCard(theme, clock.today(), self)
        kinds = (*CARE_LISTS, *FOLLOWED_LISTS)
        self.lists = {kind.part: ItemList(kind, theme, clock.today, self) for kind in kinds}
        self.reminder = ReminderCard(bridge, theme, self)
        self.passphrase = PassphraseCard(bridge, theme, self)
        self.where = WhereCard(theme, self)
        self.backups = BackupsCard(bridge, theme, self)
        self.check = CheckCard(bridge, theme, self)
        self.copy = CopyCard(bridge, theme, self)
        self.end = EndCard(theme, self)
        self._parts: dict[str, QWidget] = {}
        self._build()
        self._put_in_tab_order()
        self._wire()
        self.begin_with(self.part.button_of("look"))
        self._on_part_chosen("look")
        self._on_look_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what another page may have changed."""
        super().showEvent(event)
        self.person.set_today(self._bridge.clock.today())
        self._load()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was removed and what was about to be deleted."""
        super().hideEvent(event)
        self.end.let_go()
        for one in self.lists.values():
            one.let_go()

    def show_part(self, part: str) -> None:
        """Show one of the parts."""
        self.part.set_value(part)
        self._on_part_chosen(part)

    @Slot()
    def show_passphrase(self) -> None:
        """Show the card of the passphrase, and bring her to it."""
        self.show_part("file")
        self.passphrase.ask()
        self.bring_into_view(self.passphrase)

    @Slot()
    def show_backups(self) -> None:
        """Show the card of the backups, and bring her to it."""
        self.show_part("file")
        self.backups.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        cards: dict[str, tuple[QWidget, ...]] = {
            "look": (self.options["look"], self.options["paper"]),
            "care": (self.person, *(self.lists[kind.part] for kind in CARE_LISTS)),
            "followed": tuple(self.lists[kind.part] for kind in FOLLOWED_LISTS),
            "notices": (self.options["noticing"], self.reminder),
            "file": (self.where, self.passphrase, self.backups, self.check, self.copy, self.end),
        }
        self.body.addWidget(PageTitle(translate(_TITLE), self))
        self.body.addWidget(self.part)
        for name, widgets in cards.items():
            box = QWidget(self)
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
            for widget in widgets:
                column.addWidget(widget)
            self.body.addWidget(box)
            self._parts[name] = box
        self.body.addStretch(1)

    def _wire(self) -> None:
        self.part.chosen.connect(self._on_part_chosen)
        for card in self.options.values():
            card.option_chosen.connect(self._on_option_chosen)
        self.reminder.option_changed.connect(self.option_changed)
        self.passphrase.option_changed.connect(self.option_changed)
        self.passphrase.lock_requested.connect(self.lock_requested)
        self.person.changed.connect(self._on_person_changed)
        for one in self.lists.values():
            one.replaced.connect(self._on_replaced)
            one.rebuilt.connect(self._put_in_tab_order)
        self.backups.rebuilt.connect(self._put_in_tab_order)
        self.end.confirmed.connect(self.erase_requested)
        bridge = self._bridge
        self._theme.changed.connect(self._on_look_changed)
        bridge.care.care_changed.connect(self._on_care_changed)
        bridge.whole.settings_loaded.connect(self._on_settings_loaded)
        bridge.whole.folder_found.connect(self.where.set_folder)
        bridge.opened.connect(self._on_opened)
        bridge.failed.connect(self._on_failed)

    def _load(self) -> None:
        self._bridge.care.load()
        self._bridge.whole.load_settings()
        self._bridge.whole.find_folder()

    @Slot()
    def _put_in_tab_order(self) -> None:
        """Let Tab go down the page: rows are made whenever something changes, in any order."""
        lists = (stop for one in self.lists.values() for stop in one.tab_stops)
        files = (self.where, self.passphrase, self.backups, self.check, self.copy, self.end)
        stops = (stop for card in files for stop in card.tab_stops)
        chain([*self.person.tab_stops, *lists, *stops])

    @Slot(object)
    def _on_part_chosen(self, part: object) -> None:
        for name, box in self._parts.items():
            box.setVisible(name == part)
        self.to_top()

    @Slot(str, object)
    def _on_option_chosen(self, name: str, value: Any) -> None:
        self.option_changed.emit(name, value)
        if name == _JUDGING:  # asked for behind the option, which is being written
            self._bridge.open_diary()
            self._bridge.load_alerts()

    @Slot(object)
    def _on_person_changed(self, person: Profile) -> None:
        self._bridge.care.set_person(person)

    @Slot(str, object)
    def _on_replaced(self, part: Part, items: tuple[Any, ...]) -> None:
        self._bridge.care.replace(part, items)

    @Slot(object)
    def _on_opened(self, _fact: facts.DiaryOpened) -> None:
        if self.isVisible():
            self._load()

    @Slot(object)
    def _on_care_changed(self, now: CareNow) -> None:
        self.person.set_person(now.profile)
        for part, one in self.lists.items():
            one.set_items(now.part(part))

    @Slot(object)
    def _on_settings_loaded(self, settings: Settings) -> None:
        for card in self.options.values():
            card.set_settings(settings)
        self._on_look_changed()

    # No slot of the column made anew: Qt would still call that one after the page is deleted.
    @Slot()
    def _on_look_changed(self) -> None:
        """Show how the window looks, whatever changed it."""
        look = self.options["look"]
        look.set_option("theme", self._theme.choice)
        look.set_option("text_size", self._theme.text_size)

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        """Show again what is in the diary; the window says what did not work."""
        if fact.what == "care":
            for one in self.lists.values():
                one.let_go()
            self._bridge.care.load()
