"""The code keeps to the rules that pyproject.toml names, every line of it."""

import subprocess
import sys

from tests.conftest import ROOT


def test_the_linter_finds_nothing():
    found = subprocess.run([sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise", "."], cwd=ROOT, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr
