"""What is for the page stands on it, what is for the evidence behind it, and nothing to do is lost between
the two.
"""

import pytest

from monograph.checks import budgets
from monograph.checks.library import load
from monograph.checks.pages import parts_hold_something
from monograph.model.edition import Edition
from monograph.site.exports import evidence_pages
from monograph.views.pages import all_docs_pages, docs_pages
from tests.conftest import ROOT, page_of

FACT = "  - id: food-toast\n    region: all\n    layer: page\n    text: Take it with toast."
BEHIND = FACT.replace("layer: page", "layer: evidence")
TOLD = BEHIND.replace("layer: evidence", "layer: evidence\n    told-by: {}")


def one(damaged, new: str) -> str:
    damaged.replace("taking.yml", FACT, new)
    (problem,) = damaged.problems()
    return problem


def test_a_fact_without_a_layer_is_told_with_its_line(damaged):
    assert '"layer" is missing; add it, with page or evidence after it' in one(
        damaged, FACT.replace("    layer: page\n", "")
    )


@pytest.mark.parametrize("urgency", ["now", "urgent"])
def test_what_is_urgent_is_not_for_evidence_alone(damaged, urgency):
    do = "Call {emergency} now." if urgency == "now" else "Call {advice} today."
    problem = one(damaged, f"{BEHIND}\n    do: {do}\n    urgency: {urgency}")
    assert 'write "layer: page", or name under "told-by"' in problem and f'"{urgency}"' in problem


def test_what_is_not_known_and_changes_what_to_do_is_not_for_evidence_alone(damaged):
    unknown = "not-known: No label says it.\n    do: Ask your nurse."
    unknown = BEHIND.replace("text: Take it with toast.", unknown)
    assert 'write "layer: page"' in one(damaged, unknown)


@pytest.mark.parametrize(
    "teller, wrong",
    [
        ("tablets-how-northern", 'no fact "tablets-how-northern"'),
        ("tablets-how-north", 'is for "north" alone'),
    ],
)
def test_a_fact_is_told_by_one_that_its_readers_see(damaged, teller, wrong):
    assert wrong in one(damaged, TOLD.format(teller))


def test_a_fact_is_told_by_one_that_is_as_urgent(damaged):
    told = TOLD.format("effect-timing")
    assert 'is less urgent than "now"' in one(
        damaged, f"{told}\n    do: Call {{emergency}} now.\n    urgency: now"
    )


def test_a_fact_of_the_page_is_told_by_no_other(damaged):
    told = FACT.replace("layer: page", "layer: page\n    told-by: tablets-how-north")
    assert 'delete "told-by"' in one(damaged, told)


@pytest.fixture
def moved(damaged):
    """The fiction with a fact for the evidence alone, beside one for the page."""
    whole = f"{FACT}\n    sources: [{{id: NO-LABEL, where: With food}}]\n    evidence: [label-life-01]\n"
    more = whole.replace("layer: page", "layer: evidence").replace("food-toast", "food-crumbs")
    damaged.replace("taking.yml", whole, f"{more.replace('with toast', 'with all the crumbs')}{whole}")
    return load(damaged.folder)


def test_it_stands_whole_on_the_page_of_evidence_and_its_address_leads_there(moved):
    docs = {page.slug: page for page in docs_pages(moved, "north", ROOT / "docs" / "en")}
    page = docs["taking"]
    assert "food-crumbs" in page.behind and "crumbs" not in page.document.said.replace("food-crumbs", "")
    (behind,) = evidence_pages([page], moved, "")
    assert (
        "Take it with all the crumbs." in behind.document.text and behind.document.anchors["food-crumbs"] == 1
    )
    assert 'id="food-crumbs"' in page.html and 'href="evidence/#food-crumbs"' in page.html


def of(words: int, text: str = "word ") -> str:
    return f'<p id="long">{text * words}</p>'


def test_a_page_above_its_budget_says_what_to_cut(fiction):
    edition = Edition(fiction, "north")
    page = page_of(of(701))
    (problem,) = budgets.pages_keep_to_their_budget(page, edition)
    assert (
        "has 701 words of its own, keep it to 700" in problem.wrong and "layer: evidence" in problem.instead
    )
    assert not list(budgets.pages_keep_to_their_budget(page_of(of(700)), edition))


def test_a_page_says_a_few_times_at_most_that_something_is_not_known(fiction):
    edition = Edition(fiction, "north")
    (problem,) = budgets.few_things_are_not_known(page_of(of(4, "Not known. ")), edition)
    assert "4 times" in problem.wrong and "long" in problem.wrong
    assert not list(budgets.few_things_are_not_known(page_of(of(3, "Not known. ")), edition))


def test_nothing_of_a_fact_is_lost_between_a_page_and_its_evidence(contents):
    """Each fact of a topic stands on a page or behind it, and its anchor is on the page."""
    pages = all_docs_pages(contents, ROOT)
    for region in contents.regions:
        own = [page for page in pages if page.region == region]
        anchors = {anchor for page in own for anchor in page.document.anchors}
        behind = {name for page in own for name in page.behind}
        for facts in contents.topics.values():
            for fact in Edition(contents, region).pick(facts):
                assert fact.id in anchors, fact.id
                assert (fact.id in behind) == (fact.layer == "evidence"), fact.id


def test_something_stands_below_every_heading(fiction):
    edition = Edition(fiction, "north")
    full = page_of("<h2>Food</h2><h3>Toast</h3><p>Take it with toast.</p><h2>Sleep</h2><p>Sleep well.</p>")
    assert not list(parts_hold_something(full, edition))
    (problem,) = parts_hold_something(page_of("<h2>Food</h2><h2>Sleep</h2><p>Sleep well.</p>"), edition)
    assert 'nothing stands below "Food"' in problem.wrong
    assert list(parts_hold_something(page_of("<p>Well.</p><h2>Food</h2>"), edition))
