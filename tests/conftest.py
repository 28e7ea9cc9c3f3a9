"""What the tests share: the real facts, the medicine that does not exist, and copies of it to damage."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings

from monograph.checks.library import load
from monograph.checks.pages import leads_on
from monograph.commands import run
from monograph.model.edition import Edition
from monograph.model.problem import Problems
from monograph.review.rulebook import RULEBOOK
from monograph.views.blocks import Blocks
from monograph.views.page_context import EVIDENCE
from monograph.views.pages import Page
from tests.left_out import pytest_addoption, pytest_runtest_setup, pytest_terminal_summary  # noqa: F401

ROOT = Path(__file__).parent.parent
FICTION = ROOT / "tests" / "fixtures" / "examplazine"
# The usual tests try the same damage every time; neither the clock nor an earlier run has a say.
settings.register_profile("usual", max_examples=60, deadline=None, derandomize=True, database=None)
settings.register_profile("thorough", max_examples=3000, deadline=None, database=None)
GUIDE = ("data", "docs", "macros", "overrides", "mkdocs.yml")  # what a command works on
CODE = ("monograph", "scripts", "requirements.lock")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: much of the time a test waits for a browser."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def contents():
    """The real facts."""
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def fiction():
    """The facts of examplazine, which does not exist."""
    return load(FICTION / "data")


@pytest.fixture
def north(fiction):
    """The blocks of examplazine's northern edition."""
    return Blocks(Edition(fiction, "north"))


@pytest.fixture
def south(fiction):
    return Blocks(Edition(fiction, "south"))


class Damaged:
    """A copy of examplazine's data folder that a test may damage."""

    def __init__(self, folder: Path):
        self.folder = folder
        shutil.copytree(FICTION / "data", folder)
        (folder.parent / "docs").symlink_to(ROOT / "docs")  # pages are called by their headings

    def replace(self, file: str, old: str, new: str) -> None:
        """Changes the first `old` in `file`; fails when there is none, for then the test would test
        nothing.
        """
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} holds no {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")

    def line(self, file: str, text: str) -> int:
        """The line in which `text` first stands."""
        content = (self.folder / file).read_text("utf-8")
        assert text in content
        return content[: content.index(text)].count("\n") + 1

    def beside_readings(self) -> list[str]:
        """The problems but for those of figures that nobody read: most slips of a figure are found by their
        reading too.
        """
        return [problem for problem in self.problems() if "none of its readings holds" not in problem]

    def problems(self) -> list[str]:
        """What loading says, line by line; empty when it is content."""
        try:
            load(self.folder)
        except Problems as problems:
            assert {problem.rule for problem in problems.problems} <= RULEBOOK.keys(), "each has its rule"
            return [str(problem) for problem in problems.problems]
        return []


@pytest.fixture
def damaged(tmp_path):
    return Damaged(tmp_path / "data")


@contextmanager
def alone(lock: Path):
    """What one worker of pytest-xdist at a time may do, while the others wait: a file that SQLite locks, on
    every system, until its process ends.
    """
    connection = sqlite3.connect(lock, timeout=900, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory, worker_id):
    """The folder of this run, which all its workers share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def once(run_folder):
    """What is made once in a run, by the worker that first asks for it, and read by the others:

    `once("name", make)`.
    """

    def once(name: str, make):
        made = run_folder / f"{name}.json"
        with alone(made.with_suffix(".lock")):
            if not made.is_file():
                made.write_text(json.dumps(make()), "utf-8")
        return json.loads(made.read_text("utf-8"))

    return once


@pytest.fixture(scope="session")
def project(run_folder, once):
    """A copy of the project with its environment and its finished site; all workers share it, so no test may
    change it.
    """
    folder = run_folder / "project"
    code, said = once("build", lambda: build_copy(folder))
    assert code == 0, said
    return folder


def build_copy(folder: Path) -> tuple[int, str]:
    """What scripts/build.py ended with and said in a copy of the project."""
    copy_project(folder, *GUIDE, *CODE)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    command = [sys.executable, "scripts/build.py", "--no-prints"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return result.returncode, result.stdout + result.stderr


def copy_project(folder: Path, *names: str) -> Path:
    """A copy of these parts of the project."""
    folder.mkdir(exist_ok=True)
    for name in names:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    return folder


def command(name: str, *argv: str, root: Path = ROOT, typed: str = "") -> tuple[int, str]:
    """What a command ends with and says about the guide in `root`, in this process: with the code and the
    templates of this project, whatever lies beside that guide. `typed` is what somebody answers.
    """
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said), patch("sys.stdin", StringIO(typed)):
        code = run(name, argv, root)
    return code, said.getvalue()


@pytest.fixture(scope="session")
def workshop(project, tmp_path_factory):
    """A copy of the project and its site that this worker's tests may build in; they leave it as it was."""
    return shutil.copytree(project, tmp_path_factory.mktemp("workshop") / "project", symlinks=True)


@pytest.fixture(scope="session")
def site(workshop):
    """The finished site as scripts/build.py leaves it."""
    return workshop / "site"


@pytest.fixture(scope="session")
def pages(site, contents):
    """Every page of every edition: its region, path and HTML; what only leads on is none, and sheets and
    pages of evidence have tests of their own.
    """
    found = [
        (region, path, path.read_text("utf-8"))
        for region in contents.regions
        for path in sorted((site / region).rglob("index.html"))
    ]
    found = [
        page
        for page in found
        if not leads_on(page[2]) and page[1].parent.parent.name != "print" and page[1].parent.name != EVIDENCE
    ]
    assert len(found) > 40
    return found


def page_of(html: str, facts: dict | None = None, region: str = "north") -> Page:
    """A page in docs/ that says this."""
    return Page("docs", region, f"{region}/p/", "p", f"<article>{html}</article>", facts=facts or {})
