"""Pages are easy to read: each rule finds what is too long, too hard or not yet explained, and leaves alone
what is right.
"""

import subprocess

import pytest

from monograph.checks import spelling
from monograph.checks.library import load
from monograph.checks.pages import check_pages
from monograph.checks.plain_words import plain_words_come_first, wording_is_needed
from monograph.checks.readability import EXCEPTIONS, exceptions, guessed, score, syllables
from monograph.checks.sentences import (
    is_easy_to_read,
    lists_are_short,
    paragraphs_are_short,
    scores,
    sentences_are_short,
)
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.shape import Excuse, hyphenated
from monograph.review.readability_table import COLUMNS, markdown, plain, table
from monograph.review.rulebook import RULEBOOK
from monograph.views.pages import all_docs_pages
from tests.conftest import ROOT, page_of

DOCS = ROOT / "docs" / "en"
LONG = " ".join(["hum"] * 26) + "."
HARD = "Discontinuation necessitates extraordinarily gradual modification of the administered quantity."
BULLETS = "".join(f"<li>sign {number}</li>" for number in range(8))
LINKS = "".join(f'<li><a href="x">page {number}</a></li>' for number in range(8))


def of_its_pages(damaged) -> list:
    contents = load(damaged.folder)
    return list(check_pages(all_docs_pages(contents, ROOT), contents))


@pytest.fixture
def edition(fiction):
    return Edition(fiction, "north")


def found(rule, html: str, edition) -> list[str]:
    return [problem.wrong for problem in rule(page_of(html), edition)]


@pytest.mark.parametrize(
    "rule, wrong, right",
    [
        (sentences_are_short, f"<p>{LONG}</p>", f"<p>{LONG[4:]} {LONG[4:]}</p>"),
        (
            sentences_are_short,
            f"<h2>{LONG}</h2>",
            f'<td><span class="line">{LONG[4:-1]}</span> <span class="line">{LONG[4:]}</span></td>',
        ),
        (
            sentences_are_short,
            f"<figcaption>{LONG[:-1]}</figcaption>",
            f'<ul class="source-cards"><li>{LONG}</li></ul><p><cite>{LONG}</cite></p>',
        ),
        (
            paragraphs_are_short,
            "<p>It hums. It rings. It purrs. It stops.</p>",
            "<p>It hums. It rings. It purrs.</p><p>It stops at 0.5 mg.</p>",
        ),
        (
            paragraphs_are_short,
            "<li>It hums. Why? Ask! It stops.</li>",
            '<p>It hums. It rings. It purrs. <span class="mark">second-hand</span></p>',
        ),
        (
            lists_are_short,
            f"<ul>{BULLETS}</ul>",
            f"<ul>{BULLETS[16:]}</ul><p>And these.</p><ul>{BULLETS[16:]}</ul>",
        ),
        (lists_are_short, f"<section><ol>{BULLETS}</ol></section>", f"<ul>{LINKS}</ul>"),
        (
            plain_words_come_first,
            "<p>Ulnaphonia is rare.</p>",
            "<h2>Humming elbows (ulnaphonia)</h2><p>Ulnaphonia is rare.</p>",
        ),
        (
            plain_words_come_first,
            "<p>Humming elbows, or ulnaphonia.</p>",
            "<dl><dt>ulnaphonia</dt><dd>Humming elbows.</dd></dl>",
        ),
        (
            plain_words_come_first,
            "<p>Humming elbows (a sound) or ulnaphonia.</p>",
            "<p>Humming elbows (a sound, ulnaphonia).</p>",
        ),
        (
            plain_words_come_first,
            "<p>A loud noise (ulnaphonia).</p>",
            "<p>He has <cite>ulnaphonia</cite>.</p>",
        ),
        (is_easy_to_read, f"<p>{HARD}</p>", f"<h2>{HARD}</h2><p>It stops the hum.</p>"),
        (
            is_easy_to_read,
            f"<ul><li>{HARD}</li></ul>",
            f"<table><tr><td>{HARD[:-1]}</td></tr></table><p>It stops.</p><ul "
            f'class="left-out"><li>{HARD}</li></ul>',
        ),
        (
            is_easy_to_read,
            f'<section class="warning"><p>{LONG}</p></section>',
            '<section class="warning"><p>Do not stop it.</p></section>',
        ),
        (
            is_easy_to_read,
            f'<p>Do not stop it.</p><section class="who-to-call"><p>{HARD}</p></section>',
            '<section class="who-to-call"><p>Ask us.</p></section>',
        ),
    ],
)
def test_each_rule_finds_its_mistake_and_leaves_the_right_alone(rule, wrong, right, edition):
    assert found(rule, wrong, edition) and found(rule, right, edition) == []


def test_only_the_name_of_a_page_may_begin_with_the_term(fiction):
    name = "Ulnaphonia (humming elbows)"
    assert found(plain_words_come_first, f"<h1>{name}</h1>", Edition(fiction, "north"))
    named = fiction.model_copy(update={"phrases": fiction.phrases | {"page-ulnaphonia": name}})
    for html in (f"<h1>{name}</h1>", f"<p>Read {name}.</p>"):
        assert found(plain_words_come_first, html, Edition(named, "north")) == []
    assert found(plain_words_come_first, "<p>Ulnaphonia is rare.</p>", Edition(named, "north"))


def test_mistakes_are_told_with_their_beginning(edition):
    assert found(sentences_are_short, f"<p>{LONG}</p>", edition) == [
        'a sentence has 26 words: "hum hum hum hum hum hum hum hum"'
    ]
    assert found(plain_words_come_first, "<p>Ulnaphonia is rare.</p>", edition) == [
        '"Ulnaphonia" comes before its plain word in "Ulnaphonia is rare."'
    ]


def test_each_part_of_a_page_is_scored_by_itself(edition):
    grade, smog = found(is_easy_to_read, f"<p>{HARD}</p>", edition)
    assert grade.startswith("this page reads at grade ") and smog.startswith("this page reads at SMOG ")
    (end,) = found(is_easy_to_read, f'<p>Hum.</p><section class="review"><p>{HARD}</p></section>', edition)
    assert end.startswith("the end of every page reads at grade ")


def test_the_words_that_no_rule_guesses_come_with_their_licence():
    text = EXCEPTIONS.read_text("utf-8")
    assert (
        "Carnegie Mellon University. All rights reserved." in text
        and "Redistributions of source code must retain" in text
    )
    assert sum(guessed(word) != count for word, count in exceptions().items()) > 15000


@pytest.mark.parametrize(
    "word, count",
    [
        ("tablet", 2),
        ("coming-off", 3),
        ("child's", 1),
        ("0.5", 1),
        ("1,000", 1),
        ("Medicine", 3),
        ("litre", 2),
    ],
)
def test_syllables_are_counted(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize(
    "word, count",
    [
        ("whole", 1),
        ("filled", 1),
        ("wanted", 2),
        ("moves", 1),
        ("edges", 2),
        ("table", 2),
        ("litre", 2),
        ("care", 1),
        ("hm", 1),
        ("ulnaphonia", 4),
    ],
)
def test_words_in_no_dictionary_are_guessed(word, count):
    assert guessed(word) == count


def test_scores_are_those_of_their_makers():
    easy = score(["The cat sat on the mat."])
    assert (easy.words, easy.sentences, easy.syllables, round(easy.grade, 2), round(easy.smog, 2)) == (
        6,
        1,
        6,
        -1.45,
        3.13,
    )
    hard = score(
        ["Medicine", "is", "dangerous"]
    )  # 3 sentences, 2 hard words: 1.043 * sqrt(2 * 30 / 3) + 3.1291
    assert round(hard.smog, 2) == 7.79 and round(hard.grade, 2) == round(0.39 + 11.8 * 7 / 3 - 15.59, 2)
    assert score([]).grade == score([]).smog == 0


def test_names_of_medicines_do_not_count(edition):
    assert {"examplazine", "examplol"} <= set(edition.left_out_words)
    own = scores(page_of("<p>Examplazine hums with examplol's own hum.</p>"), edition)["own"]
    assert (own.words, own.syllables) == (4, 4)


def test_left_out_words_are_published(north, contents):
    block = str(north.left_out_words())
    assert all(word in block for word in north.edition.left_out_words)
    assert "{{ left_out_words() }}" in (DOCS / "about-site.md").read_text("utf-8")
    assert contents.plain_words.left_out


def test_a_listed_word_on_no_page_is_found(fiction):
    pages = [page_of("<p>Humming elbows (ulnaphonia).</p>"), page_of("<p>Examplol.</p>")]
    assert list(wording_is_needed([page.document.said for page in pages], fiction)) == []
    assert [problem.wrong for problem in wording_is_needed([pages[0].document.said], fiction)] == [
        '"examplol" is listed, but stands on no page'
    ]
    assert len(list(wording_is_needed(["Hum."], fiction))) == 3


def test_misspelt_words_are_found_where_they_stand(edition, monkeypatch):
    def ask(dictionary: str, text: str) -> subprocess.CompletedProcess:
        return subprocess.CompletedProcess(
            [], 0, "\n".join({"hmu", "ulnaphonia", "example", "yml"} & set(text.split()))
        )

    monkeypatch.setattr(spelling, "has", lambda dictionary: dictionary == "en_XN")
    monkeypatch.setattr(spelling, "ask", ask)
    page = page_of("<p>hum</p>\n<p>A hmu (ulnaphonia) at example.org, file.yml and <code>hmu</code>.</p>")
    (problem,) = spelling.words_are_spelled_right([page], edition)
    assert problem.wrong == '"hmu" is in no dictionary' and problem.place.line == 2


def test_spelling_without_its_dictionary_is_left_undone_and_said(fiction, edition):
    assert list(spelling.words_are_spelled_right([page_of("<p>xqzzk</p>")], edition)) == []
    assert spelling.unchecked(fiction) == spelling.ABSENT and spelling.ABSENT.endswith(")\n")


@pytest.mark.needs("hunspell")
def test_each_edition_has_its_own_spelling(contents):
    assert spelling.unchecked(contents) == ""
    for region, wrong in (("us", "colour"), ("uk", "color")):
        problems = spelling.words_are_spelled_right(
            [page_of("<p>A color or a colour.</p>")], Edition(contents, region)
        )
        assert [problem.wrong for problem in problems] == [f'"{wrong}" is in no dictionary']


def test_the_pages_of_the_fiction_are_right_with_their_excuse(damaged):
    assert [problem.wrong for problem in of_its_pages(damaged)] == []
    damaged.replace(
        "trials.yml",
        "  excused: [{rule: sentences-are-short, because: The caption names its people by their "
        "dose., date: 2026-11-01}]\n",
        "",
    )
    problems = of_its_pages(damaged)
    assert {problem.rule for problem in problems} == {"sentences_are_short"}
    assert {str(problem.place) for problem in problems} == {
        f"data/trials.yml:{damaged.line('trials.yml', '- id: trial-kidneys-higher-dose')}"
    }


def test_an_excuse_that_no_page_needs_is_found(damaged):
    damaged.replace("trials.yml", "rule: sentences-are-short", "rule: lists-are-short")
    wrong = {problem.wrong for problem in of_its_pages(damaged)}
    assert '"trial-kidneys-higher-dose" is excused from "lists-are-short" but keeps to it' in wrong
    assert len(wrong) == 2  # and the sentence that is no longer excused


def test_an_excuse_needed_in_one_edition_is_needed(fiction):
    (fact,) = [
        fact for fact in fiction.facts if any(excuse.rule == "sentences-are-short" for excuse in fact.excused)
    ]
    pages = [
        page_of(f'<p id="{fact.id}">{said}</p>', {fact.id: fact.place}, region)
        for region, said in (("north", LONG), ("south", "Hum."))
    ]
    assert not [
        problem
        for problem in check_pages(pages, fiction)
        if "excused" in problem.wrong or problem.rule == "sentences_are_short"
    ]


def test_every_rule_that_may_be_broken_is_a_rule():
    names = Excuse.model_fields["rule"].annotation.__args__
    assert names and set(names) <= {hyphenated(name) for name in RULEBOOK}


def test_a_table_tells_the_scores_of_every_page(fiction: Contents):
    lines = list(table(fiction, DOCS))
    assert len(lines) == len(fiction.regions) * len(list(DOCS.glob("*.md")))
    rows = plain(lines).splitlines()
    assert rows[0].split() == list(COLUMNS) and len({len(row) for row in rows}) == 1
    assert (
        markdown(lines).splitlines()[1].startswith("| --- | ---: |")
        and len(markdown(lines).splitlines()) == len(lines) + 2
    )
    about = next(line for line in lines if line.page == "north/about")
    assert about.words > about.sentences > 0 and about.longest <= 25
