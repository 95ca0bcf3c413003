"""Commands whose help is in the person's language: looked up when it is shown, not at import."""

from __future__ import annotations

import inspect
import sys
from typing import Final

import click

from diary.i18n import mark, mark_plural, translate

# What click itself says to somebody who uses our commands. It asks gettext for these words, and
# gettext finds them in our catalogue (`diary.i18n.speak_everywhere`).
CLICK_SAYS: Final = (
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("default: {default}"),
    mark("Show this message and exit."),
    mark("Missing command."),
    mark("Missing argument"),
    mark("Invalid value: {message}"),
    mark("Invalid value for {param_hint}: {message}"),
    mark("No such option {name!r}."),
    mark("No such command {name!r}."),
    mark("Option {name!r} does not take a value."),
)
CLICK_COUNTS: Final = (
    mark_plural(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."
    ),
    mark_plural(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"
    ),
    mark_plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    mark_plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)


def _help_of(owner: Command | Option) -> str | None:
    words = owner.english_help
    return translate(words) if words else words


def _keep_help(owner: Command | Option, words: str | None) -> None:
    owner.english_help = inspect.cleandoc(words) if words else words


class Command(click.Command):
    """A command; its docstring is its help and stands in the catalogue."""

    english_help: str | None
    help = property(_help_of, _keep_help)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002  click's own signature
        """Return the whole first sentence: click wraps it, and would otherwise cut it to a line."""
        return super().get_short_help_str(sys.maxsize)


class Group(Command, click.Group):
    """Several commands under one name."""


class Option(click.Option):
    """An option; its help is a marked text."""

    english_help: str | None
    help = property(_help_of, _keep_help)
