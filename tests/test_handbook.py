"""What editors are told about the project is what the project does."""

import re

import pytest

from monograph.model.problem import Unknown
from monograph.review.handbook import about, between, contributing, data_readme, promises
from tests.conftest import ROOT

STALE = "run: python3 scripts/handbook.py"


def test_the_guide_to_the_data_is_fresh(contents):
    assert (ROOT / "data/README.md").read_text("utf-8") == data_readme(contents, ROOT / "data"), STALE


def test_what_editors_read_of_facts_blocks_and_rules_is_fresh():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert contributing(text, ROOT) == text, STALE


def test_the_recipe_for_a_new_fact_works(damaged):
    """A card, a row and a fact, as CONTRIBUTING.md writes them."""
    card, row = re.findall(r"`- (\{id: .*\})`", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    for file, line in (("sources.yml", card.replace("...", "Nobody")), ("evidence.yml", row)):
        with open(damaged.folder / file, "a", encoding="utf-8") as data:
            data.write(f"- {line.replace(': uk', ': north').replace('[uk]', '[north]')}\n")
    row_unused, card_unused = damaged.problems()
    assert 'no fact uses "leaflet-taste-01"' in row_unused and 'no fact cites "UK-' in card_unused
    fact = (
        "  - id: salt\n    region: all\n    layer: page\n    text: They taste of salt.\n"
        "    evidence: [leaflet-taste-01]\n"
    )
    damaged.replace("taking.yml", "tablets:\n", f"tablets:\n{fact}")
    assert damaged.problems() == []


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


def test_a_data_file_that_says_nothing_of_itself_is_named(tmp_path):
    (tmp_path / "extra.yml").write_text("topic: []\n", "utf-8")
    with pytest.raises(Unknown, match=r"extra\.yml does not say what it is about"):
        about(tmp_path / "extra.yml")


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
