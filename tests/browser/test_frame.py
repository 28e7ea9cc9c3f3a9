"""Everyone gets everything: by keyboard, by ear, without scripts, at 320 px, at 200 %, and in private."""

import re

import pytest

from tests.browser.visits import HEIGHT, TOO_WIDE, words
from tests.conftest import ROOT

FEW = ["us/", "us/taking/", "uk/missed/", "uk/search/"]
STYLES = ROOT / "overrides" / "assets" / "stylesheets"


FOCUSED = """() => { const at = document.activeElement, box = at.getBoundingClientRect(),
    style = getComputedStyle(at);
  return {tag: at.tagName, place: [...document.querySelectorAll('*')].indexOf(at),
    outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight,
    name: (at.textContent || at.getAttribute('aria-label') || '').trim().slice(0, 40)} }"""


def tabbed(page, times: int):
    """What has the focus after each press of Tab; each press writes down where the one before it led."""
    page.evaluate(
        f"() => {{ window.led = []; addEventListener('keydown', () => led.push(({FOCUSED})()), true) }}"
    )
    for _ in range(times):
        page.keyboard.press("Tab")
    return [*page.evaluate("led.slice(1)"), page.evaluate(FOCUSED)]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", FEW)
def test_the_keyboard_reaches_everything_in_order_and_is_never_trapped(open_page, path, width):
    page = open_page(path, width=width, height=800)
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, [tabindex=\"0\"]')].filter(at => "
        "at.checkVisibility()"
        " && !(at.type === 'radio' && at !== document.querySelector(`input[name=\"${at.name}\"]`))).length"
    )
    visited = []
    for here in tabbed(page, wanted + 10):
        if here["tag"] == "BODY" or (visited and here["place"] == visited[0]):
            break
        assert here["outline"] and here["seen"], here
        visited.append(here["place"])
    assert len(visited) >= wanted - 2, (len(visited), wanted)
    assert visited == sorted(visited)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_menu_is_a_link_to_the_pages_below_the_text(open_page, scripts):
    page = open_page("us/taking/", java_script_enabled=scripts)
    menu, text = page.get_by_role("navigation", name="Menu"), page.get_by_role("main")
    assert menu.bounding_box()["y"] >= text.bounding_box()["y"] + text.bounding_box()["height"]
    page.get_by_role("link", name="Menu", exact=True).click()
    assert menu.bounding_box()["y"] < 100 and page.url.endswith("#menu")
    page.go_back()
    assert page.evaluate("scrollY") == 0
    page.get_by_role("link", name="Menu", exact=True).click()
    menu.get_by_role("link", name="Help now").click()
    assert page.url.endswith("/us/help/")


def test_the_keyboard_goes_on_in_the_menu(open_page):
    page = open_page("us/driving/")
    page.get_by_role("link", name="Menu", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.menu')")


def test_on_a_wide_screen_the_menu_stands_beside_the_text(open_page):
    """It still comes after the text for the keyboard, as on phones, which come first; the link "Menu" before
    the text leads to it.
    """
    page = open_page("us/driving/", width=1280)
    menu, text = (
        page.get_by_role("navigation", name="Menu").bounding_box(),
        page.get_by_role("main").bounding_box(),
    )
    assert menu["x"] + menu["width"] <= text["x"] and abs(menu["y"] - text["y"]) < 10


def test_the_current_page_is_said(open_page):
    page = open_page("us/driving/", width=1280)
    assert page.locator("[aria-current=page]").inner_text() == "Driving and work"


def test_no_single_key_acts(open_page):
    page = open_page("us/taking/", width=1280)
    before = page.url
    for key in "nps/f,.":
        page.keyboard.press(key)
    assert page.url == before and page.evaluate("document.activeElement.tagName") == "BODY"


def test_every_page_fits_320_px_whatever_the_text(visit):
    assert visit["too wide"] == []


def test_the_stop_warning_is_on_the_first_screen_of_a_small_phone(visit):
    """The whole section with its heading; on the door alone the choice of an edition goes first, and one line
    leads to the section below it.
    """
    bottom, says = visit["warning"]
    assert bottom is not None and bottom <= HEIGHT
    assert says == "Do not stop baclofen suddenly"


@pytest.mark.parametrize("path", ["us/help/", "uk/stopping/", "us/taking/"])
def test_a_small_phone_shows_every_word_that_a_wide_screen_shows(open_page, path):
    wide, small = (
        open_page(path, width=width).locator("article").inner_text().split() for width in (1280, 320)
    )
    assert small == wide != []


def test_every_page_is_whole_without_scripts(visit):
    """But for forms, and for what stands in place of the search."""
    assert words(visit["with scripts"]) == words(visit["without scripts"]) != ""


def test_only_the_choice_of_colours_is_kept(open_page):
    page = open_page("us/", color_scheme="light")
    page.get_by_label("Dark", exact=True).check()
    assert page.evaluate("JSON.stringify({...localStorage})") == '{"scheme":"dark"}'
    page.goto(page.url + "taking/")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(18, 23, 27)"


@pytest.mark.parametrize(
    "device, choice, paper", [("light", "Dark", "rgb(18, 23, 27)"), ("dark", "Light", "rgb(253, 252, 249)")]
)
def test_a_choice_outweighs_the_device_and_never_reaches_paper(open_page, device, choice, paper):
    page = open_page("us/missed/", fresh=True, color_scheme=device)
    page.get_by_label(choice, exact=True).check()
    colours = (
        "(() => { const style = getComputedStyle(document.documentElement); return "
        "[style.backgroundColor, style.colorScheme] })()"
    )
    assert page.evaluate(colours) == [paper, choice.lower()]
    page.emulate_media(media="print", color_scheme=device)
    assert page.evaluate(colours) == ["rgb(255, 255, 255)", "light"]
    assert page.locator("button:visible, form:visible").count() == 0


def test_dark_is_the_same_whether_chosen_or_the_devices():
    by_device, chosen = re.findall(
        r"--paper: #12171b;.*?\}", (STYLES / "colours.css").read_text("utf-8"), re.DOTALL
    )
    assert by_device == chosen


def test_what_is_copied_or_read_as_plain_text_keeps_doses_whole(open_page):
    page = open_page("us/taking/")
    cell = page.locator("#adult-maximum-us")
    assert re.search(r"[a-z)]\s+\[\d+\]", cell.evaluate("cell => cell.textContent"))
    page.evaluate("getSelection().selectAllChildren(document.getElementById('adult-maximum-us'))")
    assert "[" not in page.evaluate("getSelection().toString()") and "mg" in page.evaluate(
        "getSelection().toString()"
    )


def test_nothing_stands_between_the_danger_and_what_to_do(open_page):
    assert open_page("us/taking/").locator(".warning p").first.locator("a").count() == 0


def test_dark_needs_no_script(open_page):
    page = open_page("us/", color_scheme="dark", java_script_enabled=False)
    assert (
        page.locator("html").evaluate("html => getComputedStyle(html).backgroundColor") == "rgb(18, 23, 27)"
    )


def test_titles_are_unique(pages):
    titles = [re.search(r"<title>([^<]+)</title>", html)[1] for _, _, html in pages]
    assert len(set(titles)) == len(titles)


def test_targets_are_large_enough(open_page):
    page = open_page("us/help/")
    small = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, label')]
          .filter(at => at.checkVisibility()).map(at => {
        const box = at.getBoundingClientRect(), inline = getComputedStyle(at).display === 'inline';
        return {name: at.textContent.trim(), height: box.height, width: box.width, inline} })
          .filter(at => !at.inline && (at.height < 24 || at.width < 24)).map(at => at.name)"""
    )
    assert small == []
    for phone in page.locator(".caller a.phone").all():
        assert phone.bounding_box()["height"] >= 44


@pytest.mark.parametrize(
    "path, scope, expected",
    [
        (
            "us/taking/",
            ".warning",
            [
                'region "Do not stop baclofen suddenly"',
                'heading "Do not stop baclofen suddenly" [level=2]',
                'link "Call 911"',
            ],
        ),
        (
            "us/help/",
            ".card.is-now >> nth=0",
            ['region "Call 911 now if"', 'heading "Call 911 now if" [level=3]', "list"],
        ),
        (
            "us/taking/",
            ".table-region >> nth=0",
            [
                'table "How much, for whom"',
                'columnheader "Who"',
                'columnheader "The most"',
                'rowheader "Adults"',
            ],
        ),
        (
            "us/taking/",
            "form.narrow",
            ['group "Who is it for?"', 'radio "Adults"', "status", 'button "Show all"'],
        ),
    ],
)
def test_a_screen_reader_meets_names_roles_and_headers(open_page, path, scope, expected):
    snapshot = open_page(path, width=1280).locator(scope).aria_snapshot()
    assert [line for line in expected if line not in snapshot] == []


def test_tables_keep_their_headers_when_rows_become_cards(open_page):
    snapshot = open_page("us/taking/", width=320).locator(".table-region").first.aria_snapshot()
    assert 'rowheader "Adults"' in snapshot and "cell" in snapshot


def test_right_to_left_text_and_very_long_words_do_not_break_the_page(open_page):
    page = open_page("us/taking/")
    page.evaluate("document.querySelector('.in-short p').textContent = 'x'.repeat(400)")
    page.evaluate("document.querySelector('.facts th[scope=row]').textContent = 'ماذا'.repeat(60)")
    assert not page.evaluate(TOO_WIDE)
