"""The commands as a whole: help, usage, exit statuses, the log."""

from __future__ import annotations

import re

import click
import pytest

from diary import __version__
from diary.cli.main import commands
from diary.errors import FileProblem, RequestError
from diary.services.transfer import Transfer

NO_FOLDER = "Invalid value for '--data-dir': it needs the name of a folder. See `daymark --help`."
BAD_FORMAT = (
    "Invalid value for '--format': 'xml' is not one of 'json', 'csv', 'fhir'. "
    "See `daymark export --help`."
)
NAMES = (
    *("alerts", "backup", "change-passphrase", "evaluate", "export", "import", "protect"),
    *("report", "restore", "rules", "schema", "unprotect", "verify"),
)


def test_commands_of_the_contract_are_there():
    assert tuple(sorted(commands.commands)) == NAMES


@pytest.mark.parametrize("arguments", [("--help",), ("-h",)])
def test_help_names_every_command_on_a_line_of_its_own(daymark, arguments):
    ran = daymark(*arguments)
    assert (ran.status, ran.err) == (0, "")
    for name in NAMES:
        assert re.search(rf"^ +{name} ", ran.out, re.MULTILINE)
    assert "..." not in ran.out.split("Commands:")[1]
    assert "--data-dir DIR" in ran.out
    assert "--demo" in ran.out


@pytest.mark.parametrize("name", NAMES)
def test_every_command_and_option_has_help(daymark, name):
    ran = daymark(name, "--help")
    assert ran.status == 0
    assert commands.commands[name].help
    for option in commands.commands[name].params:
        if isinstance(option, click.Option):
            assert option.help or option.type.name == "choice"


def test_version(daymark):
    assert daymark("--version").out == f"Daymark, version {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("foo",), "No such command 'foo'. See `daymark --help`."),
        (("--foo", "alerts"), "No such option '--foo'. See `daymark --help`."),
        (("--data-dir",), "Option '--data-dir' requires an argument. See `daymark --help`."),
        (("--data-dir", "", "alerts"), NO_FOLDER),
        (("--data-dir=", "alerts"), NO_FOLDER),
        (("import",), "Missing argument 'FILE'. See `daymark import --help`."),
        (("schema", "x"), "Got unexpected extra argument (x). See `daymark schema --help`."),
        (
            ("export", "-", "--format", "xml"),
            BAD_FORMAT,
        ),
    ],
)
def test_usage_error_is_one_plain_sentence_and_status_2(daymark, arguments, sentence):
    ran = daymark(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == sentence + "\n"


@pytest.mark.parametrize(
    ("error", "status"), [(FileProblem("No room.", "code 13"), 1), (RequestError("No."), 2)]
)
def test_trouble_of_the_disk_is_logged_and_a_wrong_request_is_not(
    daymark, monkeypatch, paths, error, status
):
    def fail(*_arguments, **_options):
        raise error

    monkeypatch.setattr(Transfer, "export", fail)
    ran = daymark("export", "-")
    assert (ran.status, ran.err) == (status, error.user_message + "\n")
    log = paths.logs / "daymark.log"
    assert log.exists() == (status == 1)
    if status == 1:
        assert "a command failed" in log.read_text(encoding="utf-8")


def test_interrupted_prompt_stops_calmly(daymark, monkeypatch):
    def interrupt(*_arguments, **_options):
        raise click.Abort

    monkeypatch.setattr(Transfer, "export", interrupt)
    ran = daymark("export", "-")
    assert (ran.status, ran.err) == (1, "Stopped.\n")
