"""What the tests share: the real facts, the medicine that does not exist, and copies of it to damage."""

import shutil
from pathlib import Path

import pytest

from monograph.edition import Edition
from monograph.library import load
from monograph.problem import Problems
from monograph.render import Blocks

ROOT = Path(__file__).parent.parent
FICTION = ROOT / "tests" / "fixtures" / "examplazine"


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

    def replace(self, file: str, old: str, new: str) -> None:
        """Changes the first `old` in `file`; fails when there is none, for then the test would test nothing."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} holds no {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")

    def line(self, file: str, text: str) -> int:
        """The line in which `text` first stands."""
        content = (self.folder / file).read_text("utf-8")
        assert text in content
        return content[: content.index(text)].count("\n") + 1

    def problems(self) -> list[str]:
        """What loading says, line by line; empty when it is content."""
        try:
            load(self.folder)
        except Problems as problems:
            return [str(problem) for problem in problems.problems]
        return []


@pytest.fixture
def damaged(tmp_path):
    return Damaged(tmp_path / "data")
