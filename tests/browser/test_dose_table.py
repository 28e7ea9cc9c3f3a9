"""The script narrows a table that is whole without it; it reads the address, keeps Back, and says what it
shows.
"""

import re

import pytest
import tree_sitter_javascript
from playwright.sync_api import expect
from tree_sitter import Language, Parser

from tests.browser.visits import settled
from tests.conftest import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "javascripts"
ROWS = "tr[data-in=dose-table]:visible"


@pytest.fixture
def open_narrowed(open_page):
    """Opens a page and waits until its script has narrowed the table, which it shows its form after."""

    def open_narrowed(path):
        page = open_page(path)
        page.locator("form.narrow").wait_for()
        return page

    return open_narrowed


def choose(page, name: str) -> None:
    """Makes a choice, and waits until the script has heard of the address that it wrote."""
    page.evaluate(
        "void (window.heard = new Promise((done) => addEventListener('hashchange', () => done(true))))"
    )
    page.get_by_label(name, exact=True).check()
    assert settled(page, "heard")


def said(page) -> str:
    return page.locator("form.narrow [role=status]").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def test_nothing_is_chosen_beforehand(open_narrowed):
    page = open_narrowed("us/taking/")
    assert page.locator("form.narrow input:checked").count() == 0
    assert page.locator(ROWS).count() == 11 and said(page) == "All rows are shown."


def test_a_choice_narrows_and_is_said_and_keeps_the_focus(open_narrowed):
    page = open_narrowed("us/taking/")
    page.get_by_label("Adults", exact=True).check()
    assert (page.locator(ROWS).count(), said(page)) == (5, "Showing 5 of 11 rows: Adults.")
    page.get_by_label("Tablets", exact=True).check()
    assert (page.locator(ROWS).count(), said(page)) == (1, "Showing 1 of 11 rows: Adults, Tablets.")
    assert page.evaluate("document.activeElement.value") == "tablets-us"
    assert page.evaluate("location.hash") == "#dose-table?who=adults&form=tablets-us"


def test_a_form_keeps_the_rows_that_hold_for_any_form(open_narrowed):
    page = open_narrowed("us/taking/")
    fitting = page.locator("tr[data-in=dose-table]:is([data-form=any], [data-form=tablets-us])").all()
    page.get_by_label("Tablets", exact=True).check()
    assert page.locator(ROWS).count() == len(fitting) > 1 and all(row.is_visible() for row in fitting)


def test_back_goes_back_and_show_all_shows_all(open_narrowed):
    page = open_narrowed("uk/taking/")
    page.get_by_label("Children under 8", exact=True).check()
    page.get_by_label("Older people", exact=True).check()
    page.go_back()
    page.wait_for_url("**children-under-8")
    assert said(page).endswith("Children under 8.")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("form.narrow input:checked")).to_have_count(0)
    assert said(page) == "All rows are shown."


def test_a_link_elsewhere_keeps_the_choice_and_one_to_a_hidden_row_shows_it(open_narrowed):
    page = open_narrowed("us/taking/")
    page.get_by_label("Adults", exact=True).check()
    page.locator(".head-menu").click()
    page.wait_for_url("**#menu")
    assert (
        page.locator(ROWS).count() == 5
        and page.locator("#menu").evaluate("menu => menu.getBoundingClientRect().top") < 568
    )
    hidden = page.locator('[data-in="dose-table"][hidden]').first
    page.evaluate("id => { location.hash = id; }", hidden.locator("[id]").first.get_attribute("id"))
    expect(page.locator(ROWS)).to_have_count(11)


def test_a_clinic_can_link_to_a_choice(open_narrowed):
    page = open_narrowed("us/taking/#dose-table?who=adults&form=liquid-2-us")
    assert page.locator(ROWS).count() == 1 and "10 mg in 5 mL" in said(page)
    assert page.locator("form.narrow").evaluate("form => form.getBoundingClientRect().top") < 568


def test_the_first_choice_holds_in_browsers_that_cannot_count_what_was_asked(open_page):
    page = open_page("us/driving/", fresh=True)
    page.add_init_script("delete URLSearchParams.prototype.size")  # Chrome before 113, Safari before 17
    page.goto(page.url.replace("driving", "taking"))
    choose(page, "Adults")
    assert page.locator(ROWS).count() == 5 and page.url.endswith("#dose-table?who=adults")


HOSTILE = [
    "#dose-table?who=<img src=x onerror=alert(1)>",
    "#dose-table?%E0%A4%A",
    "#dose-table?who=nobody&form=",
    "#dose-table?who=adults%00",
    "#dose-table?__proto__=x&constructor=y",
    "#somewhere-else?who=adults",
    "#dose-table?" + "who=adults&" * 2000 + "who=x",
    "#\u202edose-table?who=adults",
]


@pytest.mark.parametrize("fragment", HOSTILE, ids=range(len(HOSTILE)))
def test_a_strange_address_shows_everything(open_narrowed, fragment):
    page = open_narrowed("us/taking/" + fragment)
    expected = 5 if fragment.startswith("#dose-table?who=adults&") else 11
    assert page.locator(ROWS).count() == expected and not page.errors
    assert page.locator("img[src=x]").count() == 0


def test_an_empty_choice_says_what_to_do(open_narrowed):
    page = open_narrowed("us/taking/")
    page.evaluate(
        "document.querySelectorAll('tr[data-who=adults]').forEach(row => { row.dataset.form = 'none' })"
    )
    page.get_by_label("Adults", exact=True).check()
    page.get_by_label("Tablets", exact=True).check()
    assert page.locator(ROWS).count() == 0 and "call the pharmacist before a dose. Touch Show all" in said(
        page
    )


ROW = re.compile(r'<tr data-in="dose-table".*?</tr>', re.DOTALL)


@pytest.mark.parametrize("rows", [1, 60])
def test_small_and_large_tables_narrow_alike(chromium, address, site, rows):
    html = (site / "us" / "taking" / "index.html").read_text("utf-8")
    first, *others = ROW.findall(html)
    for other in others:
        html = html.replace(other, "")
    page = chromium.new_page(service_workers="block")
    page.route(
        "**/us/taking/",
        lambda route: route.fulfill(body=html.replace(first, first * rows), content_type="text/html"),
    )
    page.goto(address + "us/taking/")
    page.get_by_label("Adults", exact=True).check()
    assert (page.locator(ROWS).count(), said(page)) == (rows, f"Showing {rows} of {rows} rows: Adults.")
    page.get_by_label("Older people", exact=True).check()
    assert page.locator(ROWS).count() == 0 and said(page).startswith("No row fits Older people")
    page.close()


def test_a_liquid_is_shown_alone_and_named(open_narrowed):
    page = open_narrowed("us/liquids/")
    assert page.locator("section.liquid:visible").count() == 3
    page.get_by_label("25 mg in 5 mL").check()
    assert page.locator("section.liquid:visible").count() == 1
    assert "This is not the liquid with" in page.locator("section.liquid:visible").inner_text()
    assert "Check it against your bottle" in said(page)


def test_the_choice_is_on_paper_in_words(open_narrowed):
    page = open_narrowed("us/taking/#dose-table?who=adults&form=tablets-us")
    page.emulate_media(media="print")
    assert page.locator("form.narrow fieldset:visible").count() == 0
    assert page.locator("form.narrow [role=status]").is_visible() and page.locator(ROWS).count() == 1
    assert page.locator(".narrow-buttons").is_hidden()
    origin = page.locator(".doses thead th").first.evaluate(
        "cell => getComputedStyle(cell, '::before').content"
    )
    assert "United States, last checked" in origin


def test_without_scripts_the_whole_table_is_there(open_page):
    page = open_page("us/taking/", java_script_enabled=False)
    assert page.locator(ROWS).count() == 11 and not page.locator("form.narrow").is_visible()


def test_with_a_blocked_script_the_whole_table_is_there(chromium, address):
    page = chromium.new_page(service_workers="block")
    page.route("**/dose-table.*.mjs", lambda route: route.abort())
    page.goto(address + "us/taking/#dose-table?who=adults")
    assert page.locator(ROWS).count() == 11 and not page.locator("form.narrow").is_visible()
    page.close()


def test_a_script_that_fails_half_way_leaves_the_whole_table(open_narrowed):
    page = open_narrowed("us/taking/")
    page.evaluate(
        "document.querySelector('form.narrow [role=status]').remove(); "
        "Object.defineProperty(HTMLInputElement.prototype, 'labels', {get() { throw new "
        "Error('broken') }})"
    )
    choose(page, "Adults")
    assert page.locator(ROWS).count() == 11


FORBIDDEN_NODES = {
    "binary_expression": {"+", "-", "*", "/", "%", "**", "<<", ">>"},
    "update_expression": None,
    "augmented_assignment_expression": None,
}
FORBIDDEN_NAMES = {
    "localStorage", "sessionStorage", "indexedDB", "cookie", "caches", "fetch", "XMLHttpRequest",
  "sendBeacon", "WebSocket", "EventSource",
    "innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln", "eval", "Function", "Math",
  "parseInt", "parseFloat", "Number", "import",
}  # fmt: skip


def objections(source: str) -> list[str]:
    """Arithmetic, storage, network and HTML injection in a script's syntax tree."""
    tree = Parser(Language(tree_sitter_javascript.language())).parse(source.encode())
    found, waiting = [], [tree.root_node]
    assert not tree.root_node.has_error
    while waiting:
        node = waiting.pop()
        waiting.extend(node.children)
        if node.type in FORBIDDEN_NODES:
            signs = FORBIDDEN_NODES[node.type]
            if signs is None or signs & {child.type for child in node.children}:
                found.append(node.text.decode())
        named = (
            node.type in ("identifier", "property_identifier", "import")
            and node.text.decode() in FORBIDDEN_NAMES
        )
        if named and (
            node.text != b"write" or node.parent.type == "member_expression"
        ):  # the script's own `write` puts the choice into the address
            found.append(node.text.decode())
    return found


def test_the_script_never_calculates_stores_fetches_or_injects():
    assert objections((SCRIPTS / "dose-table.mjs").read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "const a = b * 2;",
        "a += 1;",
        "i++;",
        "localStorage.x = 1;",
        "fetch('/');",
        "p.innerHTML = q;",
        "document.write(x);",
        "Number(x);",
        "import('x');",
    ],
)
def test_whatever_calculates_stores_fetches_or_injects_is_found_in_a_script(line):
    assert objections(line)


def test_the_script_is_small_and_has_no_field_to_type_in(open_narrowed):
    assert (SCRIPTS / "dose-table.mjs").stat().st_size < 4096
    kinds = (
        open_narrowed("us/taking/")
        .locator("main input")
        .evaluate_all("inputs => [...new Set(inputs.map(input => input.type))]")
    )
    assert kinds == ["radio"]
