"""What a test needs from the system, `@pytest.mark.needs("zbar")`: without it the test is left out and told
at the end, with CI set it fails.
"""

import os
from collections import Counter
from functools import cache

import pytest

import install
import tools

NOTE = "left out"  # of a report, where the workers of pytest-xdist send it too


@cache
def is_there(name: str) -> bool:
    return tools.TOOLS[name].there()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    lacking = [name for mark in item.iter_markers("needs") for name in mark.args if not is_there(name)]
    if lacking:
        item.user_properties.extend((NOTE, name) for name in lacking)
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"not installed: {', '.join(lacking)}")


def pytest_terminal_summary(terminalreporter):
    reports = {
        report.nodeid: report
        for kind in ("skipped", "failed", "error")
        for report in terminalreporter.stats.get(kind, [])
    }
    names = Counter(
        name
        for report in reports.values()
        for note, name in getattr(report, "user_properties", [])
        if note == NOTE
    )
    terminalreporter.section("Left out")
    terminalreporter.write_line(table(names) if names else "Nothing was left out for want of a tool.")


def table(names: dict[str, int]) -> str:
    """What was left out, how many tests and why, and the one line that brings it back."""
    lacking = [tools.TOOLS[name] for name in tools.TOOLS if name in names]
    rows = [
        f"{names[tool.name]:>5} {'test ' if names[tool.name] == 1 else 'tests'}  {tool.why:<40} "
        f"{tool.name} is not installed"
        for tool in lacking
    ]
    return "\n".join((*rows, "", install.advice(lacking)))
