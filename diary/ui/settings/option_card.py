"""A card of options, built from their declarations: a new option needs no line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import (
    ENGLISH,
    known_language,
    language_in_words,
    language_name,
    languages,
    mark,
    translate,
)
from diary.settings import (
    AWAITS_REVIEW,
    CHOICES,
    GROUPS,
    Settings,
)
from diary.ui.local import list_in_words
from diary.ui.widgets.card import Card
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.steps import Steps
from diary.ui.widgets.text import Hint, Question

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from diary.ui.theme import Theme

_ON_OFF = ((True, mark("On")), (False, mark("Off")))
_LANGUAGE = "language"
_LANGUAGES = frozenset({_LANGUAGE, "report_language"})


class OptionCard(Card):
    """The options of one group.

    Args:
        group: an id of ``GROUPS``.
        theme: tints icons.
        parent: the owner.
    """

    option_chosen = Signal(str, object)  # the option and its value; only when the person did it

    def __init__(self, group: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate(GROUPS[group]), parent=parent)
        self.body.setSpacing(16)
        self.controls: dict[str, OneOfRow | Steps] = {}
        self._names: dict[QWidget, str] = {}
        for name, field in Settings.model_fields.items():
            if field.title is not None and _group_of(field) == group:
                self._add(name, field, theme)

    def set_settings(self, settings: Settings) -> None:
        """Show the options without telling anybody."""
        for name in self.controls:
            self.set_option(name, getattr(settings, name))

    def set_option(self, name: str, value: Any) -> None:
        """Show one option without telling anybody."""
        control = self.controls[name]
        if name in _LANGUAGES and value not in CHOICES[name]:
            value = known_language(value)  # one that is gone is as good as English
        if control.value != value:
            control.set_value(value)

    def _add(self, name: str, field: FieldInfo, theme: Theme) -> None:
        title = translate(field.title) if field.title else ""
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Question(title, self))
        if field.description:
            column.addWidget(Hint(translate(field.description), self))
        control: OneOfRow | Steps
        if name in CHOICES:
            control = OneOfRow(title, _options_of(name), self)
        elif field.annotation is bool:
            control = OneOfRow(title, [(on, translate(words)) for on, words in _ON_OFF], self)
        else:
            control = Steps(title, theme, self)
        column.addWidget(control)
        if name == _LANGUAGE:
            self._add_review(column)
        self.body.addLayout(column)
        self.controls[name] = control
        self._names[control] = name
        control.chosen.connect(self._on_chosen)

    def _add_review(self, column: QVBoxLayout) -> None:
        names = [language_in_words(code) for code in languages() if code != ENGLISH]
        if names:
            words = translate(AWAITS_REVIEW).format(language=list_in_words(names))
            column.addWidget(Hint(words, self))

    @Slot(object)
    def _on_chosen(self, value: object) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            self.option_chosen.emit(self._names[sender], value)


def _options_of(name: str) -> list[tuple[str, str]]:
    options = [(value, translate(words)) for value, words in CHOICES[name].items()]
    if name in _LANGUAGES:
        options += [(code, language_name(code)) for code in languages()]
    return options


def _group_of(field: FieldInfo) -> object:
    extra = field.json_schema_extra
    return extra.get("group") if isinstance(extra, dict) else None
