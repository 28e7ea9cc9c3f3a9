"""What editors are told about the project is what the project does."""

import re

import pytest

from monograph.review.handbook import about, between, data_readme, promises, rules
from tests.conftest import ROOT

STALE = "run: python3 scripts/handbook.py"


def test_the_guide_to_the_data_is_fresh(contents):
    assert (ROOT / "data/README.md").read_text("utf-8") == data_readme(contents, ROOT / "data"), STALE


def test_the_list_of_rules_is_fresh():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert between(text, "rules", rules()) == text, STALE


def test_the_list_of_promises_is_fresh():
    assert (ROOT / "tests/PROMISES.md").read_text("utf-8") == promises(ROOT / "tests"), STALE


def test_every_file_of_tests_says_what_it_is_about_and_every_name_is_read_as_a_sentence():
    lists = promises(ROOT / "tests").split("\n## ")[1:]
    assert len(lists) > 50
    for promised in lists:
        about, *names = promised.split("\n\n", 1)[1].splitlines()
        assert about.endswith("."), promised
        assert names[1:] and all(len(name.split()) > 3 for name in names[1:]), promised


def test_every_data_file_says_what_it_is_about():
    for path in [*(ROOT / "data").glob("*.yml"), *(ROOT / "data/phrases").glob("*.yml")]:
        assert 10 < len(about(path)) < 160, path.name


def test_lost_marks_are_named():
    with pytest.raises(ValueError, match="put them back"):
        between("no marks", "rules", "x")


def test_every_command_that_editors_are_told_of_exists():
    for name in (
        "README.md",
        "CONTRIBUTING.md",
        "data/README.md",
        ".github/pull_request_template.md",
        ".pre-commit-config.yaml",
        ".github/workflows/check.yml",
    ):
        for script in re.findall(r"scripts/\w+\.py", (ROOT / name).read_text("utf-8")):
            assert (ROOT / script).is_file(), f"{name} names {script}"
