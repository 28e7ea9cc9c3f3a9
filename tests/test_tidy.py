"""What has one right answer is found, mended, and nothing else is touched."""

import pytest

from monograph.checks.autofix import canonical, is_tidy, mend


def said(damaged) -> list[str]:
    return [f"{problem.place}: {problem.wrong}" for problem in is_tidy(damaged.folder)]


@pytest.mark.parametrize("written", ["7MG", "7mg", "7  mg", "７ mg", "7\u00a0mg", " 7 Mg "])
def test_a_unit_out_of_order_is_found_and_mended(damaged, written):
    before = {path: path.read_bytes() for path in damaged.folder.rglob("*.yml")}
    damaged.replace("dosing.yml", "each-time: 7 mg", f'each-time: "{written}"')
    assert said(damaged) == [f'data/dosing.yml:13: "{written}" should be "7 mg"']
    assert mend(damaged.folder) == ["data/dosing.yml"] and mend(damaged.folder) == []
    assert {path: path.read_bytes() for path in damaged.folder.rglob("*.yml")} == before


@pytest.mark.parametrize(
    "written",
    ["7² mg", "7⁰ mg", "7₀ mg", "²7 mg", "⑦ mg", "7① mg", "½ mg", "7 to 1⁴ mg", "7 ㎎", "⒎5 mg", "٧ mg"],
)
def test_a_footnote_or_a_fraction_is_never_mended_into_a_digit(damaged, written):
    damaged.replace("dosing.yml", "each-time: 7 mg", f'each-time: "{written}"')
    before = (damaged.folder / "dosing.yml").read_bytes()
    assert mend(damaged.folder) == [] and (damaged.folder / "dosing.yml").read_bytes() == before
    assert ["only looks right" in problem for problem in damaged.problems()] == [True]


def test_spaces_at_the_end_of_a_line_and_a_lost_line_end_are_mended(damaged):
    good = (damaged.folder / "taking.yml").read_text("utf-8")
    damaged.replace("taking.yml", "Take it with toast.", "Take it with toast.  ")
    path = damaged.folder / "taking.yml"
    path.write_text(path.read_text("utf-8").rstrip("\n"), "utf-8")
    assert [message.partition(": ")[2] for message in said(damaged)] == [
        "spaces end this line",
        "the last line has no end",
    ]
    assert mend(damaged.folder) == ["data/taking.yml"] and path.read_text("utf-8") == good


@pytest.mark.parametrize(
    "text", ["Take 7mg", "7", "mg", "7 grams", "7 to mg", "1.2.3 mg", ".5 mg", "0,5 mg", "", "up to 7"]
)
def test_what_has_no_one_right_answer_is_left_alone(damaged, text):
    assert canonical(text) in (None, text)
    damaged.replace("dosing.yml", "each-time: 7 mg", f'each-time: "{text}"')
    assert mend(damaged.folder) == []


def test_the_data_are_tidy(contents, fiction, damaged):
    from tests.conftest import ROOT

    assert list(is_tidy(ROOT / "data")) == [] == list(is_tidy(damaged.folder))
