"""The code keeps to the rules that pyproject.toml names, every line of it, and its types are true."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT


def ask(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize("asked", ["check --output-format=concise", "format --check"])
def test_the_linter_finds_nothing(asked):
    found = ask("ruff", *asked.split(), "--no-cache", ".")
    assert found.returncode == 0, found.stdout + found.stderr


def test_every_type_is_true(cache):
    found = ask("mypy", "--cache-dir", str(cache.mkdir("mypy")))  # what it knows of a file until that changes
    assert found.returncode == 0, found.stdout + found.stderr
