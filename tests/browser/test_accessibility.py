"""axe-core with all its rules, AAA and best practice too, finds nothing on any page."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings
from tests.browser.cover import fewest, shown_by
from tests.browser.visits import COLOURS


def test_axe_finds_nothing(visit):
    """In light colours, at 320 px."""
    assert visit["axe"] == []


@pytest.mark.parametrize("state", COLOURS)
def test_axe_finds_nothing_in_other_colours(slug, shown, cover, visit, state):
    """Looked for on as few pages as show every element, class, and pair of parent and child; any other page
    shows nothing else.
    """
    if slug in cover:
        assert visit["axe in other colours"][state] == []
    assert shown[slug] <= set().union(*(shown[page] for page in cover))


def test_the_cover_is_small_and_sees_what_is_new():
    pages = {
        "link": "<p class='a b'><a>x</a></p>",
        "none of its own": "<p class='b a'>",
        "list": "<ul><li>x</ul><p class='b a'><br><b>x</b></p>",
    }
    shown = {name: shown_by(html) for name, html in pages.items()}
    assert shown["list"] - shown["link"] == {
        "ul",
        " > ul",
        "li",
        "ul > li",
        "br",
        "p.a.b > br",
        "b",
        "p.a.b > b",
    }
    assert fewest(shown) == ["list", "link"]
    assert fewest(shown | {"elsewhere": shown_by("<div><p class='a b'>")}) == ["list", "elsewhere", "link"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_narrowed_table(open_page, scheme):
    page = open_page("us/taking/#dose-table?who=adults&form=liquid-5-us", color_scheme=scheme)
    expect(page.locator("section[data-in=dose-table]:has(.doses):visible")).to_have_count(1)
    assert findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_answers_and_at_the_menu(open_page, scheme):
    page = open_page("uk/search/?q=kidneys", color_scheme=scheme)
    page.locator("ol.found li").first.wait_for()
    assert findings(page) == []
    page.get_by_role("link", name="Menu", exact=True).click()
    assert findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_page_of_evidence(open_page, scheme):
    page = open_page("us/missed/evidence/", color_scheme=scheme)
    assert page.locator("section.evidence").count() > 10
    assert findings(page) == []


def test_a_number_leads_to_its_evidence_and_back(open_page):
    page = open_page("us/taking/")
    page.locator("#adult-maximum-us .cite a").click()
    page.locator(".source-card p a").click()
    page.wait_for_url("**/us/taking/evidence/#adult-maximum-us")
    told = page.locator("section.evidence:target")
    assert "80\N{NO-BREAK SPACE}mg in total in a day" in told.locator("blockquote").inner_text()
    told.get_by_role("heading", level=2).get_by_role("link").click()
    page.wait_for_url("**/us/taking/#adult-maximum-us")


def test_axe_can_fail(open_page):
    page = open_page("us/help/")
    page.evaluate("document.querySelector('.warning').style.color = '#d99'")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert {finding.split(" ")[0] for finding in findings(page)} >= {"color-contrast", "button-name"}


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_axe_finds_nothing_where_a_number_shows_its_sources(open_page, options):
    page = open_page("us/taking/", **options)
    page.locator("#adult-maximum-us .cite a").click()
    page.locator(".source-card").wait_for()
    assert findings(page) == []
