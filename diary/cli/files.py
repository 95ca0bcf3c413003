"""Files in and out: ``import``, ``export``, ``schema``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from diary.cli.output import emit, say
from diary.cli.parameters import day_option
from diary.cli.spoken import Command, Option
from diary.exchange import schema as diary_schema
from diary.i18n import mark, plural, translate
from diary.services.outputs import check_output
from diary.services.transfer import read_file

if TYPE_CHECKING:
    import datetime as dt

    from diary.cli.world import World
    from diary.services.transfer import Format, ImportResult, Incoming

_STANDARD_OUTPUT: Final = Path("-")
# The same in every language, because scripts read it.
COUNTS: Final = "{added} days added, {changed} changed, {unchanged} unchanged"
DRY_RUN: Final = mark("This was a dry run: nothing was written.")


@click.command("import", cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=mark("Only say what would happen."), cls=Option)
@click.pass_obj
def import_(world: World, file: Path, *, dry_run: bool) -> None:
    """Read a diary, JSON or CSV, all of it or nothing."""
    incoming = read_file(file, world.today(), world.paths.diary)
    result = _take_in(world, incoming, dry_run=dry_run)
    say(COUNTS.format(added=result.added, changed=result.changed, unchanged=result.unchanged))
    if incoming.bare_pains:
        say(_told_of_bare_pains(incoming.bare_pains))
    if dry_run:
        say(translate(DRY_RUN))


def _told_of_bare_pains(count: int) -> str:
    return plural(
        "{n} row names a place without a score: it counts as pain, and how much is not known. "
        "Leave such a row out if the day was not filled in.",
        "{n} rows name a place without a score: they count as pain, and how much is not known. "
        "Leave such rows out if the day was not filled in.",
        count,
    )


def _take_in(world: World, incoming: Incoming, *, dry_run: bool) -> ImportResult:
    if not world.paths.diary.exists():
        # Neither a refused file nor a dry run may leave an empty diary behind.
        result = incoming.into_new()
        if dry_run:
            return result
    with world.services() as services:
        return services.transfer.take_in(incoming, world.now(), dry_run=dry_run)


@click.command(cls=Command)
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["json", "csv", "fhir"]),
    help=mark("json unless OUT ends in .csv"),
    cls=Option,
)
@day_option("--from", "start", mark("Only entries from this day on."))
@day_option("--to", "end", mark("Only entries up to this day."))
@click.pass_obj
def export(
    world: World, out: Path, format_: Format | None, start: dt.date | None, end: dt.date | None
) -> None:
    """Write the diary to OUT; - is standard output."""
    if format_ is None:
        format_ = "csv" if out.suffix.lower() == ".csv" else "json"
    if out != _STANDARD_OUTPUT:
        check_output(out, world.paths.diary)
    with world.services_to_look() as services:
        if out == _STANDARD_OUTPUT:
            emit(services.transfer.export(format_, start, end, now=world.now()))
            return
        services.transfer.export_file(out, format_, start, end, now=world.now())
    say(translate("The diary was written to {file}").format(file=out))


@click.command(cls=Command)
def schema() -> None:
    """Print the JSON Schema of a diary file."""
    emit(diary_schema.write())
