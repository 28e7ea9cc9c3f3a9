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
BANDS = "section:visible > table.doses"
CHIPS = ".volume:visible"
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def open_narrowed(open_page):
    """Opens a page and waits until its script has narrowed the table, which it shows its form after."""

    def open_narrowed(path):
        page = open_page(path)
        page.locator("form.narrow").wait_for()
        return page

    return open_narrowed


def button(page, name: str):
    return page.locator("form.narrow").get_by_role("button", name=name, exact=True)


def choose(page, name: str) -> None:
    """Makes a choice, and waits until the script has heard of the address that it wrote."""
    page.evaluate(
        "void (window.heard = new Promise((done) => addEventListener('hashchange', () => done(true))))"
    )
    button(page, name).click()
    assert settled(page, "heard")


def said(page) -> str:
    return page.locator("form.narrow [role=status]").text_content().replace("\N{NO-BREAK SPACE}", " ")


def names(page) -> list[str]:
    return page.locator(BANDS).locator("caption").all_inner_texts()


def pressed(page) -> list[str]:
    return page.locator("form.narrow button[aria-pressed=true]").all_inner_texts()


def test_nothing_is_chosen_beforehand(open_narrowed):
    page = open_narrowed("us/taking/")
    assert pressed(page) == ["Everyone", "Anything"] and said(page) == "Shown: Everyone, Anything."
    assert names(page) == ["Adults"] and page.locator(".no-dose-groups li:visible").count() == 5
    assert page.locator("table.bottles").is_visible() and page.locator("section.avoid").is_visible()
    assert page.locator(CHIPS).count() == 0 and not page.locator(".narrow-none").is_visible()


def test_a_choice_narrows_and_is_said_and_keeps_the_focus(open_narrowed):
    page = open_narrowed("us/taking/")
    choose(page, "Adult")
    assert names(page) == ["Adults"] and not page.locator("section:is(.avoid, .no-dose):visible").count()
    choose(page, "10 mg in 5 mL (2 mg in each mL)")
    assert said(page) == "Shown: Adult, 10 mg in 5 mL (2 mg in each mL)."
    assert page.evaluate("document.activeElement.value") == "liquid-2-us"
    assert page.evaluate("location.hash") == "#dose-table?who=adults&form=liquid-2-us"


def test_a_liquid_puts_its_own_volume_under_each_dose(open_narrowed):
    page = open_narrowed("us/taking/")
    choose(page, "10 mg in 5 mL (2 mg in each mL)")
    told = [text.replace("\N{NO-BREAK SPACE}", " ") for text in page.locator(CHIPS).all_inner_texts()]
    assert [text.split("of ")[0].strip() for text in told] == ["= 2.5 mL", "= 10 mL"]
    assert all("of the liquid with 2 mg in each mL" in text for text in told)
    assert not page.locator("table.bottles").is_visible()


def test_who_has_no_dose_is_asked_for_no_form_and_told_what_to_do(open_narrowed):
    page = open_narrowed("us/taking/")
    choose(page, "Weak kidneys")
    assert not names(page) and page.locator(".no-dose-groups li:visible").count() == 1
    assert page.get_by_text("Your doctor decides.").is_visible()
    assert not page.get_by_text("What do you have?").is_visible()
    choose(page, "Dialysis")
    assert page.locator("section.avoid").is_visible() and not page.locator(".no-dose").is_visible()


@pytest.mark.parametrize(
    "path, answers",
    [
        ("us/taking/", ["Adult", "10 mg in 5 mL (2 mg in each mL)"]),
        ("us/taking/", ["Adult", "Tablets"]),
        ("uk/taking/", ["Adult", "5 mg in 5 mL (1 mg in each mL)"]),
        ("uk/taking/", ["Children under 8"]),
        ("uk/taking/", ["Children of 8 to 17"]),
    ],
)
def test_the_buttons_and_all_rows_of_a_choice_fit_on_a_phone(open_narrowed, path, answers):
    page = open_narrowed(path)
    page.set_viewport_size(PHONE)
    for answer in answers:
        choose(page, answer)
    top = page.locator("form.narrow").bounding_box()["y"]
    last = page.locator(BANDS).last.bounding_box()
    assert page.locator(BANDS).count() == 1 and last["y"] + last["height"] - top <= PHONE["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("path", ["us/taking/", "uk/taking/", "us/liquids/", "uk/liquids/"])
def test_rows_of_figures_run_over_no_edge(open_narrowed, path):
    page = open_narrowed(path)
    for width in (320, 180):  # the second is a phone with text at 200 %
        page.set_viewport_size({"width": width, "height": 740})
        over = page.locator("table.figures:visible").evaluate_all(
            "tables => tables.filter(table => table.getBoundingClientRect().right > innerWidth).length"
        )
        assert not over, width
    basis = page.locator("table.figures:visible td:has-text('mg')").first
    assert re.search("each time|in total|in each", basis.inner_text())


def test_back_goes_back_and_everyone_shows_all(open_narrowed):
    page = open_narrowed("uk/taking/")
    choose(page, "Children under 8")
    choose(page, "Older")
    page.go_back()
    page.wait_for_url("**children-under-8")
    expect(button(page, "Children under 8")).to_have_attribute("aria-pressed", "true")
    assert names(page) == ["Children under 8"]
    choose(page, "Everyone")
    assert len(names(page)) == 3 and page.evaluate("location.hash") == "#dose-table"


def test_a_link_elsewhere_keeps_the_choice_and_one_to_a_hidden_row_shows_it(open_narrowed):
    page = open_narrowed("us/taking/")
    choose(page, "Adult")
    page.evaluate("location.hash = 'menu'")
    page.wait_for_url("**#menu")
    assert pressed(page) == ["Adult", "Anything"]
    hidden = page.locator('section[data-in="dose-table"][hidden]').first
    page.evaluate("id => { location.hash = id; }", hidden.locator("[id]").first.get_attribute("id"))
    expect(button(page, "Everyone")).to_have_attribute("aria-pressed", "true")
    assert hidden.count() == 0


def test_a_clinic_can_link_to_a_choice(open_narrowed):
    page = open_narrowed("us/taking/#dose-table?who=adults&form=liquid-2-us")
    assert names(page) == ["Adults"] and said(page) == "Shown: Adult, 10 mg in 5 mL (2 mg in each mL)."
    assert page.locator("form.narrow").evaluate("form => form.getBoundingClientRect().top") < 568


def test_the_first_choice_holds_in_browsers_that_cannot_count_what_was_asked(open_page):
    page = open_page("us/driving/", fresh=True)
    page.add_init_script("delete URLSearchParams.prototype.size")  # Chrome before 113, Safari before 17
    page.goto(page.url.replace("driving", "taking"))
    choose(page, "Adult")
    assert pressed(page)[0] == "Adult" and page.url.endswith("#dose-table?who=adults")


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
    expected = "Adult" if fragment.startswith("#dose-table?who=adults&") else "Everyone"
    assert pressed(page) == [expected, "Anything"] and not page.errors
    assert page.locator("img[src=x]").count() == 0


def test_whoever_holds_none_of_these_is_given_no_row_and_told_what_to_do(open_narrowed):
    page = open_narrowed("us/taking/")
    choose(page, "None of these")
    assert not names(page) and not page.locator("table.bottles").is_visible()
    assert "call the pharmacist before a dose" in page.locator(".narrow-none").inner_text()


BAND = re.compile(r'<section data-in="dose-table" data-who="all adults".*?</section>', re.DOTALL)


def test_a_large_table_narrows_like_a_small_one(chromium, address, site):
    html = (site / "us" / "taking" / "index.html").read_text("utf-8")
    first = BAND.search(html)[0]
    page = chromium.new_page(service_workers="block")
    page.route(
        "**/us/taking/",
        lambda route: route.fulfill(body=html.replace(first, first * 60), content_type="text/html"),
    )
    page.goto(address + "us/taking/")
    button(page, "Adult").click()
    assert page.locator(BANDS).count() == 60
    button(page, "Older").click()
    assert page.locator(BANDS).count() == 0
    page.close()


def test_a_liquid_is_shown_alone_and_named(open_narrowed):
    page = open_narrowed("us/liquids/")
    assert page.locator("section.liquid:visible").count() == 3
    choose(page, "25 mg in 5 mL (5 mg in each mL)")
    assert page.locator("section.liquid:visible").count() == 1
    assert "This is not the liquid with" in page.locator("section.liquid:visible").inner_text()
    choose(page, "None of these")
    assert page.locator("section.liquid:visible").count() == 0
    assert "Use none of them" in page.locator(".narrow-none").inner_text()


def test_the_choice_is_on_paper_in_words(open_narrowed):
    page = open_narrowed("us/taking/#dose-table?who=adults&form=liquid-2-us")
    page.emulate_media(media="print")
    assert page.locator("form.narrow fieldset:visible").count() == 0
    assert page.locator("form.narrow [role=status]").is_visible()
    basis, head = page.locator(".doses .unseen").first, page.locator(".doses thead th").last
    assert basis.evaluate("part => getComputedStyle(part).position") == "static"
    origin = head.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "United States, last checked" in origin


def test_without_scripts_the_whole_table_is_there(open_page):
    page = open_page("us/taking/", java_script_enabled=False)
    assert names(page) == ["Adults"] and page.locator("table.bottles").is_visible()
    assert page.locator(".no-dose-groups li:visible").count() == 5
    assert page.locator("section.avoid").is_visible()
    assert page.locator(CHIPS).count() == 0 and not page.locator("form.narrow").is_visible()


def test_with_a_blocked_script_the_whole_table_is_there(chromium, address):
    page = chromium.new_page(service_workers="block")
    page.route("**/dose-table.*.mjs", lambda route: route.abort())
    page.goto(address + "us/taking/#dose-table?who=older")
    assert names(page) == ["Adults"] and not page.locator("form.narrow").is_visible()
    page.close()


def test_a_script_that_fails_half_way_leaves_the_whole_table(open_narrowed):
    page = open_narrowed("us/taking/")
    page.evaluate(
        "Object.defineProperty(Element.prototype, 'getAttribute', {value() { throw new Error('broken') }})"
    )
    button(page, "Older").click()
    assert names(page) == ["Adults"] and page.locator(".no-dose-groups li:visible").count() == 5
    assert page.locator(CHIPS).count() == 0


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
    assert open_narrowed("us/taking/").locator("main :is(input, select, textarea)").count() == 0
