"""The code keeps to the rules that pyproject.toml names, every line of it."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("asked", ["check --output-format=concise", "format --check"])
def test_the_linter_finds_nothing(asked):
    found = subprocess.run(
        [sys.executable, "-m", "ruff", *asked.split(), "--no-cache", "."],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stdout + found.stderr
