"""What is logged is a literal declared with ``line``: nothing that was typed can be in it."""

from __future__ import annotations

import ast

from tests.meta.source import Module, calls, found_by

LEVELS = ("debug", "info", "warning", "error", "critical", "exception")


def made_up_lines(module):
    """Return the log lines that are not literals."""
    return [
        module.at(call)
        for call in calls(module, "line", "Line")
        if not (call.args and isinstance(call.args[0], ast.Constant))
    ]


def undeclared(module):
    """Return the calls of a logger that give it a bare text, which the log leaves out."""
    return [
        module.at(call)
        for call in calls(module, *LEVELS)
        if "log" in ast.unparse(call.func).lower().split(".")[0]
        and call.args
        and isinstance(call.args[0], ast.Constant | ast.JoinedStr | ast.BinOp)
    ]


def prints_tracebacks(module):
    return [module.at(call) for call in calls(module, "print_exc", "print_exception", "format_exc")]


def outside_the_log(check):
    """Return what a check finds everywhere but where the log itself is written."""
    return [one for one in found_by(check) if not one.startswith("diary/logs.py:")]


def test_a_log_line_is_a_literal():
    def check(module):
        return made_up_lines(module) if "diary.logs" in module.text else []

    assert outside_the_log(check) == []


def test_only_declared_lines_are_logged():
    assert outside_the_log(undeclared) == []


def test_tracebacks_go_through_the_log_which_leaves_out_values():
    assert outside_the_log(prints_tracebacks) == []


def test_the_checks_find():
    module = Module.of(
        "line(text)\nline(f'{x}')\nline('x')\nLOG.info('x')\nlogging.warning(f'{x}')\n"
        "LOG.info(OPENED, 3)\nself.error('x')\ntraceback.print_exc()"
    )
    assert made_up_lines(module) == ["diary/made_up.py:1", "diary/made_up.py:2"]
    assert undeclared(module) == ["diary/made_up.py:4", "diary/made_up.py:5"]
    assert prints_tracebacks(module) == ["diary/made_up.py:8"]
