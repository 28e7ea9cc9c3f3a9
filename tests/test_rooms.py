"""Numbers and names live in data/ alone; the words around facts know no medicine."""

import shutil

import pytest

from monograph.checks.forbidden import pages_forbid_it_too
from monograph.checks.library import load
from monograph.checks.templates import (
    lines_of,
    links_in_pages_lead_on,
    name_lives_in_data,
    numbers_live_once,
    pages_hold_no_markup,
)
from tests.conftest import ROOT


def test_numbers_live_once(contents):
    assert len(list(lines_of(ROOT))) > 1000
    assert list(numbers_live_once(ROOT, contents)) == []


def test_name_lives_in_data(contents):
    assert list(name_lives_in_data(ROOT, contents)) == []


@pytest.fixture
def rooms(tmp_path):
    for room in ("docs", "macros", "overrides", "data/phrases"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "figure",
    [
        "5 mg",
        "80mg",
        "two weeks",
        "3 times",
        "63 %",
        "10 in 100",
        "fifteen mg",
        "twice a",
        "twenty-one days",
        "call 112",
        "911",
        "1-800-222-1222",
        "two hundred mg",
        "a quarter of a tablet",
        "half a tablet",
        "a third of a tablet",
        "2 pills",
        "2 capsules",
        "2 sachets",
        "two packets",
        "3x",
        "8h",
        "ii tablets",
        "a dozen pills",
        "a couple of tablets",
        "several pills",
        "two spoons",
        "spoonful",
        "10 drops",
        "80 milligrammes",
    ],
)
@pytest.mark.parametrize(
    "room", ["docs/en/taking.md", "macros/dosing.html.j2", "data/phrases/en.yml", "mkdocs.yml"]
)
def test_a_planted_figure_is_found(rooms, contents, room, figure):
    with open(rooms / room, "a", encoding="utf-8") as file:
        file.write(f"\nTake {figure} now.\n")
    (problem,) = numbers_live_once(rooms, contents)
    assert problem.place.file == room and figure.rstrip("%").strip() in problem.wrong


def test_a_planted_name_is_found(rooms, contents):
    with open(rooms / "docs/en/taking.md", "a", encoding="utf-8") as file:
        file.write("\nBaclofen and Lyvispah.\n")
    (problem,) = name_lives_in_data(rooms, contents)
    assert "Baclofen" in problem.wrong


def test_words_know_no_medicine(contents):
    names = [contents.medicine.name, *(brand.name for brand in contents.medicine.brands)]
    said = " ".join(contents.phrases.values()).lower()
    assert not [name for name in names if name.lower() in said]


def test_a_page_is_called_by_its_heading(damaged, tmp_path):
    (tmp_path / "docs").unlink()
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    page = tmp_path / "docs" / "en" / "about.md"
    page.write_text(
        page.read_text("utf-8").replace("# About {{ name }}", "Hello\n\n# All of {{ name }} { #top }")
    )
    assert load(damaged.folder).phrases["page-about"] == "All of {name}"
    page.write_text("Hello")
    assert damaged.problems() == [
        'docs/en/about.md:1: this page has no heading; begin it with "# " and the name of the page'
    ]


def test_a_page_is_not_named_a_second_time(damaged):
    damaged.replace("phrases/en.yml", "either:", "page-taking: Taking\neither:")
    line = damaged.line("phrases/en.yml", "page-taking")
    (problem,) = damaged.problems()
    assert problem.startswith(f'data/phrases/en.yml:{line}: "page-taking" names a page; delete it')


FOREIGN = [
    "<script>alert(1)</script>",
    '<iframe src="https://example.org"></iframe>',
    "<form action=x>",
    "<style>p{}</style>",
    "<svg onload=alert(1)>",
    "<!-- x -->",
    "![x](x.png)",
    "[x](https://example.org)",
    "[x](//example.org)",
    "[x]( javascript:alert(1))",
    "[x]: https://example.org",
    "<https://example.org>",
    '## Food { #food onclick="alert(1)" }',
    "Food {: style=display:none }",
    "{% raw %}",
    r'{{ "\x3cscript\x3ealert(1)\x3c/script\x3e" }}',
    '{{ "<" }}script>alert(1)',
    '{{ ["<"][0] }}b>',
    r'{% set tag = "\x3cb\x3e" %}{{ tag }}',
    '{% for sign in ["<"] %}{{ sign }}b>{% endfor %}',
    r'{{ statements("\x3cb\x3e") }}',
    "Take it\u2066 now.",
    "Take\ufe0f it.",
]


@pytest.mark.parametrize("line", FOREIGN)
def test_pages_hold_no_markup_and_lead_nowhere_else(rooms, contents, line):
    assert list(pages_hold_no_markup(rooms, contents)) == []
    with open(rooms / "docs/en/taking.md", "a", encoding="utf-8") as page:
        page.write(f"\n{line}\n")
    (problem,) = pages_hold_no_markup(rooms, contents)
    assert problem.place.file == "docs/en/taking.md" and problem.place.line > 1


def test_phrases_hold_no_tags(rooms, contents):
    with open(rooms / "data/phrases/en.yml", "a", encoding="utf-8") as phrases:
        phrases.write('to-top: "Up <script>alert(9)</script>"\n')
    assert [problem.place.file for problem in pages_hold_no_markup(rooms, contents)] == [
        "data/phrases/en.yml"
    ]


@pytest.mark.parametrize(
    "said, wrong",
    [
        ("See [this page][missed].", '"[this" is no link'),
        ("See [[missed]].", '"[[missed]]." is no link'),
        ("See [more](nosuch.md).", '"[more](nosuch.md)" leads to no page'),
        ("See [more](missed.md#nosuch).", '"[more](missed.md#nosuch)" leads to no part of missed.md'),
        ("See [more](#nosuch).", '"[more](#nosuch)" leads to no part of taking.md'),
        ("See [more](missed).", '"[more](missed)." is no link'),
        ("See [more](/us/missed/).", '"[more](/us/missed/)." is no link'),
        ("See [more] (missed.md).", '"[more]" is no link'),
        ("See [more](missed.md", '"[more](missed.md" is no link'),
        ("Call [emergency] now.", '"[emergency]" is no link'),
    ],
)
def test_a_link_that_leads_nowhere_is_found(rooms, contents, said, wrong):
    with open(rooms / "docs/en/taking.md", "a", encoding="utf-8") as file:
        file.write(f"\n{said}\n")
    (problem,) = links_in_pages_lead_on(rooms, contents)
    assert problem.wrong == wrong and problem.place.file == "docs/en/taking.md"


def test_links_may_lead_to_pages_and_their_parts(rooms, contents):
    with open(rooms / "docs/en/taking.md", "a", encoding="utf-8") as file:
        file.write(
            '\n## Here { #here }\n\n[A](missed.md), [b](missed.md#been-sick), [c](#here), {{ f(["d"]) }}\n'
        )
    assert list(links_in_pages_lead_on(rooms, contents)) == []


@pytest.mark.parametrize("line, found", [("Stop it suddenly.", 1), ("Never stop it suddenly.", 0)])
def test_pages_forbid_what_is_forbidden(rooms, contents, line, found):
    with open(rooms / "docs/en/taking.md", "a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    problems = list(pages_forbid_it_too(rooms, contents))
    assert [problem.place.file for problem in problems] == ["docs/en/taking.md"] * found


@pytest.mark.parametrize("letter", ["\u2066", "c\u0430re"], ids=ascii)
def test_a_letter_that_is_not_what_it_seems_is_found_in_pages(rooms, contents, letter):
    with open(rooms / "docs/en/taking.md", "a", encoding="utf-8") as file:
        file.write(f"\nTake {letter} now.\n")
    (problem,) = pages_hold_no_markup(rooms, contents)
    assert problem.instead == "type the line anew"
