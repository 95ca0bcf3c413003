"""The sheet for the doctor: ``report``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from diary.cli.output import say
from diary.cli.parameters import day_option
from diary.cli.spoken import Command, Option
from diary.i18n import SAME, SYSTEM, mark, system_language, translate
from diary.report.parts import Parts, SheetWanted
from diary.services.outputs import check_output

if TYPE_CHECKING:
    import datetime as dt

    from diary.cli.world import World
    from diary.settings import Settings


@click.command(cls=Command)
@click.argument("out", metavar="OUT.pdf", type=click.Path(path_type=Path))
@day_option("--from", "start", mark("First day; 56 days before the last if not given."))
@day_option("--to", "end", mark("Last day; the last recorded day if not given."))
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    help=mark("Paper of the sheet; a4 if not given."),
    cls=Option,
)
@click.option("--notes", is_flag=True, help=mark("Include the notes."), cls=Option)
@click.pass_obj
def report(
    world: World,
    out: Path,
    start: dt.date | None,
    end: dt.date | None,
    paper: Literal["a4", "letter"],
    *,
    notes: bool,
) -> None:
    """Write the summary for the doctor to OUT.pdf."""
    check_output(out, world.paths.diary)
    with world.services_to_look() as services:
        wanted = SheetWanted(
            start=start,
            end=end,
            paper=paper,
            parts=Parts(notes=notes),
            language=_language(services.settings()),
        )
        made = services.reporting.write(out, wanted, today=world.today())
    say(translate("The report was written to {file}").format(file=made))


def _language(settings: Settings) -> str:
    """Return the language of the sheet: as the window would make it."""
    chosen = settings.report_language
    if chosen == SAME:
        chosen = settings.language
    return system_language() if chosen == SYSTEM else chosen
