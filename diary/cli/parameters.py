"""Kinds of command-line parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from diary.cli.spoken import Option
from diary.exchange.dates import read_day
from diary.i18n import translate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")


def day_option(flag: str, name: str, about: str) -> Callable[[F], F]:
    """Return an option that takes a day, written like 2026-03-01; nothing else is guessed.

    Args:
        flag: as it is typed, with its dashes.
        name: of the argument of the command.
        about: its help.
    """
    return click.option(flag, name, metavar="YYYY-MM-DD", callback=_day, cls=Option, help=about)


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> dt.date | None:
    day = None if value is None else read_day(value)
    if value is not None and day is None:
        raise click.BadParameter(translate("a day is written like 2026-03-01."))
    return day
