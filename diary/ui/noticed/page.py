"""The Noticed page: what the rules noticed, newest first, how, and what could not be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from diary.i18n import format_day, mark, translate
from diary.report.spells import named_before
from diary.rules.wording import NOTHING_MATCHED, silence_in_words
from diary.ui.noticed.alert_list import AlertList
from diary.ui.noticed.earlier_row import EarlierRow
from diary.ui.noticed.noticed_card import Act, NoticedCard
from diary.ui.noticed.small_chart import SmallChart, chart_of
from diary.ui.noticed.words import fault_in_words, unjudged_lines
from diary.ui.widgets.buttons import Button
from diary.ui.widgets.card import Card
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.tab_order import chain
from diary.ui.widgets.text import Hint, PageTitle, SectionTitle, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from diary.domain.care import Contact
    from diary.rules.model import Alert, AlertReport
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE = mark("Noticed")
_EARLIER = mark("Earlier")
_MORE = mark("Show more of the earlier ones")
_NOT_ENOUGH = mark("Not enough days to tell")
_NOT_ENOUGH_MEANS = mark("Some rules need more recorded days before they can say anything.")
_NOTHING_RECORDED = mark(
    "No day is recorded yet, so there is nothing to judge. This is not an all-clear. "
    "If you are worried, call your team."
)
_SWITCHED_OFF = mark(
    "The rules are switched off in Settings, so none of your entries is judged. "
    "This is not an all-clear. If you are worried, call your team."
)
_WAIT = mark("Working out what your entries say.")
_UNKNOWN = mark(
    "What your entries say could not be worked out. This is not an all-clear. "
    "If you are worried, call your team."
)
_SETTINGS = mark("Open Settings")
_AS_OF = mark("Worked out from your entries up to {day}, with rule book {book}.")
# Years of ended alerts would make the page slow; they come in portions.
_PORTION = 8


class NoticedPage(ScrollColumn):
    """Alerts, standing and earlier.

    Args:
        bridge: loads the alerts and keeps what she did.
        theme: the colours and sizes.
        parent: the owner.
    """

    page_requested = Signal(str)  # another page of the rail
    day_requested = Signal(object)  # a day
    sheet_requested = Signal(object)  # an emergency

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        theme.dress(self)
        self.setAccessibleName(translate(_TITLE))
        self._bridge = bridge
        self._contacts: tuple[Contact, ...] = ()
        self._earlier_alerts: tuple[Alert, ...] = ()
        self._portions = 1
        self._outdated = False
        self._is_empty = False
        self._is_judging = True
        self._is_waiting = False
        self.nothing = Card(parent=self)
        self._nothing_words = Words("", self.nothing)
        self.switch_on = Button(translate(_SETTINGS), parent=self.nothing)
        self.standing = AlertList(self._make_card, _renew_card, self)
        self.not_enough = Card(translate(_NOT_ENOUGH), parent=self)
        self._lines: list[QWidget] = []
        self.earlier_title = SectionTitle(translate(_EARLIER), self)
        self.earlier = AlertList(self._make_row, _renew_row, self)
        self.more = Button(translate(_MORE), parent=self)
        self.as_of = Hint("", self)
        self._build()
        self._wire()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what changed while another page was shown."""
        super().showEvent(event)
        if self._outdated:
            self._load()

    def _build(self) -> None:
        self.nothing.body.addWidget(self._nothing_words)
        self.nothing.body.addWidget(self.switch_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.not_enough.body.addWidget(Hint(translate(_NOT_ENOUGH_MEANS), self.not_enough))
        self.body.addWidget(PageTitle(translate(_TITLE), self))
        for widget in (
            self.nothing,
            self.standing,
            self.not_enough,
            self.earlier_title,
            self.earlier,
            self.more,
            self.as_of,
        ):
            self.body.addWidget(widget)
            widget.hide()
        self.body.setAlignment(self.more, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _wire(self) -> None:
        self.more.clicked.connect(self._on_more)
        self.switch_on.clicked.connect(self._on_switch_on)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.alerts_changed.connect(self._mark_outdated)
        self._bridge.history_loaded.connect(self._on_history_loaded)
        self._bridge.rule_loaded.connect(self._on_rule_loaded)
        self._bridge.failed.connect(self._on_failed)

    def _load(self) -> None:
        """Ask for the alerts; that none stands is not said while that may be over."""
        self._outdated = False
        if self._is_judging and not self.standing.widgets:
            self._is_waiting = True
            self._tell_instead(_WAIT)
            self.as_of.hide()
        self._bridge.load_history()

    def _tell_instead(self, words: str, *, offers_settings: bool = False) -> None:
        """Say something where no alert stands."""
        self._nothing_words.setText(translate(words))
        self.switch_on.setVisible(offers_settings)
        self.nothing.show()

    def _make_card(self, alert: Alert, parent: QWidget) -> NoticedCard:
        today = self._bridge.clock.today()
        card = NoticedCard(alert, self._contacts, self._theme, today, parent)
        wanted = chart_of(alert, today)
        if wanted is not None:
            names = len(named_before(alert))
            card.add_workings(SmallChart(wanted, self._bridge, self._theme, card, names=names))
        card.rule_wanted.connect(self._on_rule_wanted)
        card.acted.connect(self._on_acted)
        card.filled.connect(self._put_in_tab_order)
        card.sheet_wanted.connect(self.sheet_requested)
        card.day_wanted.connect(self.day_requested)
        return card

    def _make_row(self, alert: Alert, parent: QWidget) -> EarlierRow:
        row = EarlierRow(alert, self._make_card, parent)
        row.card_made.connect(self._put_in_tab_order)
        return row

    @Slot()
    def _put_in_tab_order(self) -> None:
        """Let Tab go down the page: cards are made whenever something changes, in any order."""
        cards = [cast("NoticedCard | EarlierRow", card) for card in self._shown]
        chain([*(stop for card in cards for stop in card.tab_stops), self.more])

    @property
    def _shown(self) -> list[QWidget]:
        return [*self.standing.widgets, *self.earlier.widgets]

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        self._is_empty = fact.first_day is None
        self._is_judging = fact.is_judging
        changed = fact.profile.contacts != self._contacts
        self._contacts = fact.profile.contacts
        if changed:
            self.standing.show_alerts(self._standing_alerts, anew=True)
            self._put_in_tab_order()
        self._mark_outdated()

    @Slot()
    def _mark_outdated(self) -> None:
        self._outdated = True
        if self.isVisible():
            self._load()

    @property
    def _standing_alerts(self) -> tuple[Alert, ...]:
        return tuple(cast("NoticedCard", card).alert for card in self.standing.widgets)

    @Slot(object)
    def _on_history_loaded(self, report: AlertReport) -> None:
        standing = tuple(alert for alert in report.alerts if alert.stands)
        self._earlier_alerts = tuple(alert for alert in report.alerts if not alert.stands)
        nothing = _NOTHING_RECORDED if self._is_empty else NOTHING_MATCHED
        self._is_waiting = False
        self._tell_instead(
            nothing if self._is_judging else _SWITCHED_OFF, offers_settings=not self._is_judging
        )
        self.nothing.setVisible(not standing)
        self.standing.setVisible(bool(standing))
        self.standing.show_alerts(standing)
        silence = silence_in_words(report)
        for card in self.standing.widgets:
            cast("NoticedCard", card).set_silence(silence)
        self._show_not_enough(report)
        self._show_earlier()
        words = translate(_AS_OF).format(day=format_day(report.as_of), book=report.rule_book)
        # Each standing card says it already.
        self.as_of.setText(words if standing else f"{silence} {words}".strip())
        self.as_of.setVisible(self._is_judging and not self._is_empty)

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        """Wait no longer; the window says what happened."""
        if fact.what == "alerts" and self._is_waiting:
            self._is_waiting = False
            self._tell_instead(_UNKNOWN)

    def _show_not_enough(self, report: AlertReport) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        texts = [line.text for line in unjudged_lines(report.not_enough_days)]
        texts += [fault_in_words(failure.rule) for failure in report.failures]
        self._lines = [Words(text, self.not_enough) for text in texts]
        for line in self._lines:
            self.not_enough.body.addWidget(line)
        self.not_enough.setVisible(bool(texts))

    def _show_earlier(self) -> None:
        shown = self._earlier_alerts[: self._portions * _PORTION]
        self.earlier.show_alerts(shown)
        self.earlier_title.setVisible(bool(shown))
        self.earlier.setVisible(bool(shown))
        self.more.setVisible(len(shown) < len(self._earlier_alerts))
        self._put_in_tab_order()

    @Slot()
    def _on_switch_on(self) -> None:
        self.page_requested.emit("settings")

    @Slot()
    def _on_more(self) -> None:
        self._portions += 1
        first_new = len(self.earlier.widgets)
        self._show_earlier()
        row = cast("EarlierRow", self.earlier.widgets[first_new])
        row.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_rule_wanted(self, rule: str) -> None:
        self._bridge.load_rule(rule)

    @Slot(object)
    def _on_rule_loaded(self, fact: facts.RuleLoaded) -> None:
        for card in self.findChildren(NoticedCard):
            if card.alert.spoken_by == fact.rule and card.shows_why:
                card.show_rule(fact.data)

    @Slot(object)
    def _on_acted(self, act: Act) -> None:
        self._bridge.act(act.alert, act.action, act.with_, act.note, act.on)


def _renew_card(old: QWidget, new: QWidget) -> None:
    """Keep the workings open and the focus on the alert after she acted on it."""
    before, after = cast("NoticedCard", old), cast("NoticedCard", new)
    if before.shows_why:
        after.toggle_why()
    if _has_focus(before):
        after.why.setFocus(Qt.FocusReason.OtherFocusReason)


def _renew_row(old: QWidget, new: QWidget) -> None:
    before, after = cast("EarlierRow", old), cast("EarlierRow", new)
    if before.is_open:
        after.toggle()
    if _has_focus(before):
        after.button.setFocus(Qt.FocusReason.OtherFocusReason)


def _has_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
