"""Many diaries at once: ``evaluate``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from diary.cli.output import say
from diary.cli.spoken import Command
from diary.errors import RequestError
from diary.evaluation.run import evaluate_lines, is_error, lines_of
from diary.i18n import mark, plural, translate
from diary.paths import name_of
from diary.services.outputs import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.cli.world import World

NO_COHORT: Final = mark("{file} cannot be read; give a file with one diary a line.")
SAME_FILE: Final = mark("{file} is the cohort itself; choose another name for the result.")


@click.command(cls=Command)
@click.argument("cohort", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_obj
def evaluate(world: World, cohort: Path, out: Path) -> None:
    """Judge many diaries, one a line."""
    total = _count(cohort)
    if out.exists() and out.samefile(cohort):
        raise RequestError(translate(SAME_FILE).format(file=name_of(out)))
    unread = 0
    with (
        written_whole(out, world.paths.diary) as aside,
        cohort.open("rb") as lines,
        aside.open("w", encoding="utf-8", newline="\n") as result,
    ):
        for history in _watched(evaluate_lines(lines_of(lines), world.today()), total):
            unread += is_error(history)
            result.write(history + "\n")
    told = plural("{n} diary was judged.", "{n} diaries were judged.", total - unread)
    if unread:
        told += " " + plural(
            "{n} line could not be read; its error stands in its place.",
            "{n} lines could not be read; their errors stand in their places.",
            unread,
        )
    say(told)


def _count(cohort: Path) -> int:
    """Return how many diaries the file holds.

    Raises:
        RequestError: there is no such file, or it cannot be read.
    """
    try:
        with cohort.open("rb") as lines:
            return sum(1 for _line in lines_of(lines))
    except OSError as error:
        sentence = translate(NO_COHORT).format(file=cohort.name)
        raise RequestError(sentence, detail=os.strerror(error.errno or 0)) from error


def _watched(histories: Iterable[str], total: int) -> Iterator[str]:
    """Show how far it is, on a terminal only."""
    with click.progressbar(
        histories, length=total, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        yield from bar
