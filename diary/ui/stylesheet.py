"""The look of every control as one Qt style sheet, made from the colours and the text size.

Widgets are told apart by class name or by the dynamic property ``kind``; no widget carries a
style sheet of its own: pages and the parts of the frame all carry this one (``Theme.dress``).
Sizes of text and targets grow with the text size, hairlines do not.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.ui.theme_colors import Colors

TARGET = 44  # the smallest side of anything to press, in pixels at 100 %
_BORDER = 1
_PADDING = 8  # above and below the text of a button

_SHEET = Template("""
QWidget { color: $ink; font-size: ${body}px; outline: none; }
QMainWindow, QDialog, QScrollArea, QWidget[kind="page"] { background: $paper; border: none; }
QWidget[kind="bar"] { background: $paper; border-top: 1px solid $hairline; }
QWidget[kind="rail"] { background: $sunken; border-right: 1px solid $hairline; }
QFrame[kind="card"] { background: $card; border: 1px solid $hairline; border-radius: 10px; }
QFrame[kind="emergency"] {
    background: $emergency_soft; border: 2px solid $emergency; border-radius: 10px; }
QFrame[kind="banner"] {
    background: $accent_soft; border: 1px solid $hairline; border-radius: 10px; }
QFrame[kind="problem"] { background: $card; border: 2px solid $ink_soft; border-radius: 10px; }
QFrame[kind="line"] { background: $hairline; border: none; max-height: 1px; min-height: 1px; }

QGroupBox { background: transparent; border: none; margin: 0px; padding: 0px; }
QLabel { background: transparent; }
PageTitle { font-size: ${title}px; font-weight: 700; }
SectionTitle { font-size: ${section}px; font-weight: 700; }
Question { font-weight: 700; }
Hint { color: $ink_soft; font-size: ${small}px; }
QLabel[kind="figure"] { font-size: ${section}px; font-weight: 700; }
QLabel[kind="number"] { font-size: ${title}px; font-weight: 700; }
QLabel[kind="call"] { color: $emergency; font-size: ${section}px; font-weight: 700; }
QLabel[kind="item"] { font-weight: 700; }
QLabel[kind="tier"] { color: $accent; font-weight: 700; }
QMenu { background: $card; border: 1px solid $border; padding: 4px; }
QMenu::item { min-height: ${target}px; padding: 0px 20px; border: 3px solid transparent; }
QMenu::item:selected { background: $accent_soft; border-color: $accent; color: $ink; }
QToolTip { background: $card; color: $ink; border: 1px solid $border; padding: 4px; }

QPushButton {
    background: $card; color: $ink; border: 1px solid $border; border-radius: 8px;
    padding: ${pad}px ${side}px; min-height: ${inner}px; }
QPushButton:hover { border-color: $accent; background: $accent_soft; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 3px solid $accent; padding: ${pad_focus}px ${side_focus}px; }
QPushButton:disabled { color: $ink_soft; border-color: $hairline; }
PrimaryButton {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 700;
    padding: ${pad}px ${wide}px; }
PrimaryButton:hover, PrimaryButton:pressed {
    background: $accent_deep; border-color: $accent_deep; color: $on_accent; }
PrimaryButton:focus {
    border: 3px solid $ink; padding: ${pad_focus}px ${wide_focus}px; }
PrimaryButton:disabled { background: $sunken; color: $ink_soft; border-color: $hairline; }
QuietButton { background: transparent; border-color: transparent; color: $accent; }
QuietButton:disabled, IconButton:disabled { border-color: transparent; }
QuietButton:hover { background: $accent_soft; border-color: transparent; }
QuietButton[kind="line"] { padding-left: 3px; }
QuietButton:focus { border: 3px solid $accent; }
QuietButton[kind="line"]:focus { padding-left: 1px; }
IconButton {
    background: transparent; border-color: transparent; padding: 0px;
    min-width: ${target_inner}px; max-width: ${target_inner}px;
    min-height: ${target_inner}px; max-height: ${target_inner}px; }
IconButton[kind="outlined"] { background: $card; border-color: $border; }
IconButton[kind="outlined"]:hover { background: $accent_soft; border-color: $accent; }
IconButton[kind="outlined"]:disabled { background: transparent; border-color: $hairline; }
IconButton[kind="outlined"]:focus { border-color: $accent; }
IconButton:focus {
    padding: 0px; min-width: ${target_focus}px; max-width: ${target_focus}px;
    min-height: ${target_focus}px; max-height: ${target_focus}px; }
ChoiceButton:checked, Chip:checked {
    background: $accent; border-color: $accent; color: $on_accent; }
ChoiceButton:checked:hover, Chip:checked:hover { background: $accent_deep; }
ChoiceButton:checked:focus, Chip:checked:focus { border: 3px solid $ink; }
ChoiceButton[kind="score"] {
    padding: ${pad}px 0px; min-width: ${score_inner}px; font-size: ${section}px; }
ChoiceButton[kind="score"]:focus { padding: ${pad_focus}px 0px; min-width: ${score_focus}px; }
LargeButton { padding: 0px; }
LargeButton:checked { background: $accent; border: 1px solid $accent; }
LargeButton:checked:hover { background: $accent_deep; }
LargeButton:focus { border: 3px solid $accent; padding: 0px; }
LargeButton:checked:focus { border: 3px solid $ink; padding: 0px; }
Question[chosen="true"], Hint[chosen="true"] { color: $on_accent; }
RailButton, Button[kind="rail"] {
    text-align: left; background: transparent; border: 1px solid transparent;
    border-radius: 8px; padding: ${pad}px 12px; }
RailButton:hover, Button[kind="rail"]:hover { background: $accent_soft; border-color: transparent; }
RailButton:checked { background: $card; border: 1px solid $border; color: $accent; }
RailButton:focus, Button[kind="rail"]:focus {
    border: 3px solid $accent; padding: ${pad_focus}px 10px; }

QLineEdit, QPlainTextEdit, QComboBox {
    background: $card; color: $ink; border: 1px solid $border; border-radius: 8px;
    padding: ${pad}px 12px; min-height: ${inner}px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $ink_soft; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {
    border: 3px solid $accent; padding: ${pad_focus}px 10px; }
QComboBox::drop-down { border: none; width: ${target}px; }
QComboBox::down-arrow {
    image: url("$chevron"); width: ${icon}px; height: ${icon}px; }
QComboBox QAbstractItemView {
    background: $card; color: $ink; border: 1px solid $border; outline: none; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: ${target}px; padding: 0px 8px; }

QCalendarWidget { background: $card; border: 1px solid $border; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $card; }
QCalendarWidget QToolButton {
    background: transparent; color: $ink; border: 1px solid transparent; border-radius: 8px;
    min-width: ${target}px; min-height: ${target}px; font-weight: 700; }
QCalendarWidget QToolButton:hover { background: $accent_soft; }
QCalendarWidget QToolButton:focus { border: 3px solid $accent; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView {
    background: $card; color: $ink; border: none;
    selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $border; }
QCheckBox, QRadioButton { spacing: 10px; min-height: ${target}px; border-radius: 8px;
    border: 3px solid transparent; padding: 0px 6px; background: transparent; }
QCheckBox:hover, QRadioButton:hover { background: $accent_soft; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator {
    width: ${tick}px; height: ${tick}px; background: $card; border: 2px solid $border; }
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator { border-radius: ${tick_half}px; }
QCheckBox:disabled, QComboBox:disabled { color: $ink_soft; }
QComboBox:disabled { background: $sunken; border-color: $hairline; }
QCheckBox::indicator:disabled { background: $sunken; border-color: $hairline; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked {
    background: $accent; border-color: $accent; image: url("$tick_image"); }

DaysTable {
    background: $card; alternate-background-color: $paper; border: 3px solid $card;
    border-radius: 8px; selection-background-color: $accent_soft; selection-color: $ink; }
DaysTable:focus { border-color: $accent; }
NoteHits { background: $card; border: 1px solid $border; border-radius: 8px; }
DaysTable::item { padding: 0px 12px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $sunken; color: $ink_soft; border: none;
    border-bottom: 1px solid $hairline; padding: 8px 15px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QFrame[kind="code"] { background: $sunken; border: none; border-radius: 10px; }
Words[kind="code"] { font-size: ${title}px; font-weight: 700; }
QProgressBar { background: $sunken; border: none; border-radius: 4px;
    min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0px; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: ${target}px; }
QScrollBar::handle:horizontal { min-width: ${target}px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: none; width: 0px; height: 0px; }
""")


def sizes(text_size: int) -> dict[str, int]:
    """Return the sizes of the style sheet in pixels for a text size of 100 to 200 %."""
    scale = text_size / 100
    body = round(16 * scale)
    target = max(TARGET, round(TARGET * (0.4 + 0.6 * scale)))
    inner = target - 2 * (_PADDING + _BORDER)
    score = max(TARGET, round(46 * scale))
    return {
        "body": body,
        "small": round(14.5 * scale),
        "section": round(19 * scale),
        "title": round(27 * scale),
        "target": target,
        "inner": inner,
        "target_inner": target - 2 * _BORDER,
        "target_focus": target - 6,
        "score_inner": score - 2 * _BORDER,
        "score_focus": score - 6,
        "pad": _PADDING,
        "pad_focus": _PADDING - 2,
        "side": 16,
        "side_focus": 14,
        "wide": 28,
        "wide_focus": 26,
        "tick": round(22 * scale),
        "tick_half": round(13 * scale),
        "icon": round(20 * scale),
    }


def stylesheet(colors: Colors, text_size: int, images: dict[str, str]) -> str:
    """Return the style sheet.

    Args:
        colors: the theme.
        text_size: 100 to 200 %.
        images: the paths of the pictures ``chevron`` and ``tick_image``, tinted for the theme.
    """
    words = {name: getattr(colors, name) for name in _COLOR_NAMES}
    return _SHEET.substitute(words, **sizes(text_size), **images)


_COLOR_NAMES = (
    "paper",
    "card",
    "sunken",
    "ink",
    "ink_soft",
    "hairline",
    "border",
    "accent",
    "accent_deep",
    "on_accent",
    "accent_soft",
    "emergency",
    "emergency_soft",
)
