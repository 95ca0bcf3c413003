"""All commands, and how their own kind of mistake is told."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import click

from diary import __version__
from diary.cli.cohort import evaluate
from diary.cli.files import export, import_, schema
from diary.cli.noticing import alerts, rules
from diary.cli.outcome import DONE
from diary.cli.protection import change_passphrase, protect, unprotect
from diary.cli.safety import backup, restore, verify
from diary.cli.sheet import report
from diary.cli.spoken import Group, Option
from diary.errors import FileProblem, RequestError
from diary.i18n import ENGLISH, SYSTEM, lend_to_libraries, mark, speak, translate
from diary.logs import line, start_logging, stop_logging
from diary.settings import look_up_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.cli.world import World

PROGRAM: Final = "daymark"
HELP_HINT: Final = mark("{problem} See `{command} --help`.")
_log = logging.getLogger(__name__)


def _left(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    # What names a folder was read before: to go on would work on another diary than she meant.
    if value is not None:
        raise click.BadParameter(translate("it needs the name of a folder."))


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data-dir",
    metavar="DIR",
    expose_value=False,
    callback=_left,
    help=mark("Keep everything in DIR."),
    cls=Option,
)
@click.option(
    "--demo",
    is_flag=True,
    expose_value=False,
    help=mark("Work on a made-up sample diary."),
    cls=Option,
)
@click.option(
    "--in-tray",
    is_flag=True,
    expose_value=False,
    help=mark("Start without the window."),
    cls=Option,
)
@click.version_option(
    __version__, prog_name="Daymark", cls=Option, help=mark("Show the version and exit.")
)
def commands() -> None:
    """An offline symptom diary that notices trends.

    Without a command the window opens. These options stand before the command.
    """


for _command in (
    *(import_, export, alerts, rules, report, evaluate, schema, backup, restore, verify),
    *(protect, unprotect, change_passphrase),
):
    commands.add_command(_command)


def run(arguments: Sequence[str], world: World) -> int:
    """Run the command that the arguments name, and return the exit status.

    Raises:
        DiaryError: it was wrong, or could not be done.
    """
    handler = start_logging(world.paths.logs)
    # Scripts read what commands say, so these follow no system: she chose another language, or
    # it is English.
    chosen = look_up_settings(world.paths.settings).language
    speak(ENGLISH if chosen == SYSTEM else chosen)
    lend_to_libraries()
    try:
        commands.main(list(arguments), prog_name=PROGRAM, obj=world, standalone_mode=False)
    except click.UsageError as error:
        raise RequestError(_told(error)) from None
    except click.Abort:
        raise KeyboardInterrupt from None
    except FileProblem as error:
        _log.error(line("a command failed"), exc_info=error)
        raise
    finally:
        stop_logging(handler)
    return DONE


def _told(error: click.UsageError) -> str:
    problem = " ".join(error.format_message().split())
    if not problem.endswith((".", "?")):
        problem += "."
    command = PROGRAM if error.ctx is None else error.ctx.command_path
    return translate(HELP_HINT).format(problem=problem, command=command)
