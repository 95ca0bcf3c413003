"""The demonstration with no display: the main job on the sample, without a window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from diary.cli.noticing import check_failures, report_text
from diary.cli.outcome import DONE
from diary.cli.output import say
from diary.i18n import mark, translate

if TYPE_CHECKING:
    from diary.cli.world import World

REPORT_NAME: Final = "daymark-demo-report.pdf"
NO_DISPLAY: Final = mark("There is no display, so the sample diary is shown without a window.")
REPORT_WRITTEN: Final = mark("The report for the doctor was written to {file}")


def show_demo(world: World) -> int:
    """Print the alerts of the sample diary and write its report into the current folder."""
    say(translate(NO_DISPLAY) + "\n")
    with world.services() as services:
        report = services.monitoring.standing(world.today())
        say(report_text(services, report, history=False) + "\n")
        services.reporting.write(Path(REPORT_NAME), today=world.today())
    say(translate(REPORT_WRITTEN).format(file=REPORT_NAME))
    check_failures(report)
    return DONE
