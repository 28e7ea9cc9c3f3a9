"""What a test needs from the system, `@pytest.mark.needs("zbar")`: without it the test is left out and told
at the end, with CI set it fails. And what `--quick` leaves out.
"""

import os
from collections import Counter
from functools import cache

import pytest

import install
import tools

NOTE, QUICK = "left out", "too long"  # of a report, where the workers of pytest-xdist send it too

SITES = {"project", "fictional_site"}  # the fixtures that build one


@cache
def is_there(name: str) -> bool:
    return tools.TOOLS[name].there()


def pytest_addoption(parser):
    parser.addoption(
        "--quick", action="store_true", help="leave out browsers, PDFs, finished sites, and what is slow"
    )


def too_long(item) -> str:
    """Why --quick leaves a test out; "" where it does not."""
    needed = {name for mark in item.iter_markers("needs") for name in mark.args}
    reasons = {
        "in a browser": item.path.parent.name == "browser",
        "of PDFs": needed.intersection(tools.PDFS),
        "of a finished site": SITES.intersection(item.fixturenames),
        "marked as slow": item.get_closest_marker("slow"),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    if item.config.getoption("quick") and (reason := too_long(item)):
        item.user_properties.append((QUICK, reason))
        pytest.skip(f"--quick leaves out tests {reason}")
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
    noted = Counter(pair for report in reports.values() for pair in getattr(report, "user_properties", []))
    names, reasons = (
        {said: number for (note, said), number in noted.items() if note == kind} for kind in (NOTE, QUICK)
    )
    terminalreporter.section("Left out")
    if reasons:
        told = ", ".join(f"{count(number)} {reason}" for reason, number in reasons.items())
        terminalreporter.write_line(f"For --quick: {told}. Without it they run.")
    terminalreporter.write_line(table(names) if names else "Nothing was left out for want of a tool.")


def count(number: int) -> str:
    return f"{number} test{'s' * (number != 1)}"


def table(names: dict[str, int]) -> str:
    """What was left out, how many tests and why, and the one line that brings it back."""
    lacking = [tools.TOOLS[name] for name in tools.TOOLS if name in names]
    rows = [
        f"{names[tool.name]:>5} {'test ' if names[tool.name] == 1 else 'tests'}  {tool.why:<40} "
        f"{tool.name} is not installed"
        for tool in lacking
    ]
    return "\n".join((*rows, "", install.advice(lacking)))
