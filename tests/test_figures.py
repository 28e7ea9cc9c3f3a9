"""A figure is typed once: sentences that repeat it are filled in, follow when it changes, and say where they
come from.
"""

import shutil

import pytest

from monograph.checks.library import load, unjudged
from monograph.model.edition import Edition
from monograph.model.figures import KINDS, figures_of
from monograph.model.wording import Wording
from monograph.prints.sheet import PRINTS, all_sheets
from monograph.review.usage import where
from monograph.views.blocks import Blocks
from monograph.views.pages import docs_pages
from tests.conftest import FICTION, ROOT

SPACE = "\N{NO-BREAK SPACE}"
NORTH, SOUTH = "in-short-taking-north", "in-short-taking-south"


def text_of(contents, id: str) -> str:
    (fact,) = [fact for fact in contents.facts if fact.id == id]
    return fact.text


def printed(contents) -> dict[str, str]:
    """Every page and sheet by its address."""
    pages = [
        page for region in contents.regions for page in docs_pages(contents, region, ROOT / "docs" / "en")
    ]
    return {
        page.address: page.html
        for page in (*pages, *(sheet.page for sheet in all_sheets(contents, ROOT / PRINTS)))
    }


def test_one_line_changes_the_table_the_box_the_key_facts_and_the_sheets(damaged):
    before = printed(load(damaged.folder))
    damaged.replace("dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    contents = load(damaged.folder)
    after = printed(contents)
    assert text_of(contents, NORTH).endswith(
        "The most for adults is 70 mg in total in a day (35 mg, 2 times a day)."
    )
    assert {"north/taking/", "north/key-facts/", "north/print/two-pages/"} <= {
        address for address in before if before[address] != after[address]
    }
    assert f"56{SPACE}mg" in before["north/key-facts/"] and f"56{SPACE}mg" not in after["north/key-facts/"]


def test_a_sentence_that_repeats_a_figure_changes_its_fingerprint_with_it(damaged):
    before = load(damaged.folder).fingerprints
    damaged.replace("dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    after = load(damaged.folder).fingerprints
    assert {id for id in before if before[id] != after[id]} == {"adult-maximum-north", NORTH}


def test_what_is_filled_in_is_worded_as_pages_word_it(fiction):
    phrases, wording = Blocks(Edition(fiction, "north")).page.phrases, Wording(fiction.phrases)
    doses = [dose for group in fiction.dosing.groups.values() for dose in group.doses if dose.times_a_day]
    assert doses
    for dose in doses:
        said = figures_of(dose, wording)
        assert said["total"] == phrases.amount(dose.total).replace(SPACE, " ") and said[
            "times"
        ] == phrases.times(dose.times_a_day)
    assert {kind for fact in fiction.facts for kind in figures_of(fact, wording)} == set(KINDS)


def test_where_names_the_sentences(tmp_path):
    shutil.copytree(FICTION / "data", tmp_path / "data")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    assert any(
        line.startswith(f"  filled into: {NORTH}  data/in-short.yml:")
        for line in where(tmp_path, "adult-maximum-north")
    )


WHOLE = "{total:adult-maximum-north}"


@pytest.mark.parametrize(
    "written, told",
    [
        (
            "{total:adult-maximun-north}",
            '"total" of "adult-maximun-north" stands for nothing; did you mean "adult-maximum-north"?',
        ),
        (
            "{totla:adult-maximum-north}",
            '"totla" of "adult-maximum-north" stands for nothing; did you mean "total"?',
        ),
        (
            "{total:adult-maximum-south}",
            '"total" of "adult-maximum-south" stands for nothing; "adult-maximum-south" is told in '
            "south, and this in north: name a fact of the same region",
        ),
        ("{hours:adult-maximum-north}", '"hours" of "adult-maximum-north" stands for nothing; '),
        ("{total:}", '"total" of "" stands for nothing; '),
        (
            "56 mg",
            f'"{NORTH}" types "56 mg in total in a day" again; write {WHOLE} in place of 56 mg, or excuse it',
        ),
    ],
)
def test_a_figure_that_is_not_filled_in_is_refused_at_its_fact(damaged, written, told):
    damaged.replace("in-short.yml", WHOLE, written)
    (problem,) = damaged.problems()
    assert problem.startswith(f"data/in-short.yml:{damaged.line('in-short.yml', NORTH)}: {told}")


def test_a_figure_typed_again_may_be_excused(damaged):
    damaged.replace("in-short.yml", WHOLE, "56 mg")
    damaged.replace(
        "in-short.yml",
        "    evidence: [label-doses-01]\n  - id: in-short-taking-south",
        '    evidence: [label-doses-01]\n    excused: [{rule: figures-are-filled-in, because: "A '
        'story.", date: 2026-11-28}]\n  - id: in-short-taking-south',
    )
    assert damaged.problems() == []


def test_another_amount_is_no_figure_typed_again(damaged):
    damaged.replace("in-short.yml", WHOLE, "7 to 56 mg")
    damaged.replace(
        "in-short.yml", "({each:adult-maximum-north}, {times:adult-maximum-north})", "(28 mg each)"
    )
    assert damaged.beside_readings() == []


def test_the_first_word_of_a_sentence_has_a_capital(damaged):
    damaged.replace("dosing.yml", "in-a-day: 56 mg", "in-a-day: up to 56 mg")
    damaged.replace(
        "in-short.yml",
        "The most for adults is {total:adult-maximum-north}",
        "{total:adult-maximum-north} is the most, which is {most:adult-maximum-north},",
    )
    assert "Up to 56 mg is the most, which is 56 mg, in total" in text_of(unjudged(damaged.folder), NORTH)


def test_a_figure_of_a_fact_without_its_shape_blames_that_fact_alone(damaged):
    damaged.replace("dosing.yml", "in-a-day: 56 mg", "in-a-day: 56mg")
    assert [problem.partition(": ")[0] for problem in damaged.problems()] == [
        f"data/dosing.yml:{damaged.line('dosing.yml', '56mg')}"
    ]


def test_braces_in_what_is_no_fact_are_refused(damaged):
    damaged.replace("dosing.yml", "name: Adults", 'name: "{total:adult-maximum-north}"')
    assert any("write the words themselves" in problem for problem in damaged.problems())
