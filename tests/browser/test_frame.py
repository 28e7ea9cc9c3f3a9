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
    menu, text = page.get_by_role("navigation", name="All pages"), page.get_by_role("main")
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


def test_on_a_wide_screen_the_parts_of_the_page_stay_beside_the_text(open_page):
    page = open_page("us/taking/", width=1280, height=800)
    parts, text = page.get_by_role("navigation", name="On this page").locator("div"), page.locator("article")
    for _ in range(2):
        box, column = parts.bounding_box(), text.bounding_box()
        assert box["x"] >= column["x"] + column["width"] and 0 <= box["y"] < 150
        page.evaluate("scrollTo(0, 2000)")


def test_on_a_phone_the_parts_come_before_the_text_in_two_columns(open_page):
    page = open_page("us/taking/", width=360)
    links = page.get_by_role("navigation", name="On this page").get_by_role("link")
    boxes = [link.bounding_box() for link in links.all()]
    assert len({box["x"] for box in boxes}) == 2 and all(box["height"] >= 44 for box in boxes)
    first = page.locator("article header.part").first.bounding_box()
    assert max(box["y"] for box in boxes) < first["y"]


def test_the_parts_are_those_of_the_finished_page(open_page):
    """Also where blocks make the headings; what stands on every page is none."""
    page = open_page("us/questions/")
    listed = page.get_by_role("navigation", name="On this page").get_by_role("link").all_inner_texts()
    shown = page.locator("article h2[id]").all_inner_texts()
    assert len(listed) > 15 and listed == [text for text in shown if text != "Who to call"]


def test_a_short_page_and_the_first_one_list_no_parts(open_page):
    assert open_page("us/").get_by_role("navigation", name="On this page").count() == 0


@pytest.mark.parametrize("height", [640, 360])
def test_the_bar_covers_neither_the_focus_nor_the_end(open_page, height):
    """On a phone it stays at the foot of the screen; where that is short, in the head of the page."""
    page = open_page("us/driving/", width=360, height=height)
    bar = page.get_by_role("navigation", name="Help, menu and search").bounding_box()
    assert (bar["y"] + bar["height"] == height and bar["height"] >= 56) if height > 400 else bar["y"] < 150
    page.evaluate("""() => { window.hidden = []; addEventListener('focusin', ({target}) => {
      const bar = document.querySelector('.bar'), box = target.getBoundingClientRect();
      if (!bar.contains(target) && getComputedStyle(bar).position === 'fixed'
        && box.bottom > bar.getBoundingClientRect().top + 1) hidden.push(target.outerHTML.slice(0, 80))
      }) }""")
    for _ in range(80):
        page.keyboard.press("Tab")
    assert page.evaluate("hidden") == []
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.get_by_role("link", name="Back to the top").bounding_box()
    assert last["y"] + last["height"] <= (bar["y"] if height > 400 else height)


def test_the_name_of_the_edition_leads_to_the_same_page_of_the_other(open_page, address):
    page = open_page("us/taking/")
    page.get_by_role("link", name="US edition").click()
    assert page.url == f"{address}uk/taking/"


@pytest.mark.parametrize("day, late", [("2027-05-23", False), ("2027-05-24", True)])
def test_a_forgotten_copy_says_so(open_page, day, late):
    page = open_page("us/taking/", fresh=True)
    assert page.locator(".due").get_attribute("data-due") == "2027-05-23"
    page.add_init_script(f"Date.prototype.toISOString = () => '{day}T12:00:00Z'")
    page.reload()
    assert ("This copy is old" in page.locator(".unchecked").inner_text()) == late


def test_the_day_of_the_next_check_stands_there_without_scripts(open_page):
    page = open_page("us/taking/", java_script_enabled=False)
    assert "Next check: 23 May 2027." in page.locator(".unchecked").inner_text().replace("\xa0", " ")


@pytest.mark.parametrize("path", ["us/taking/", "uk/taking/"])
def test_the_foot_says_who_to_call_and_who_runs_this_copy(open_page, path):
    page = open_page(path)
    for link in page.locator(".calls a").all():
        assert link.get_attribute("href").startswith("tel:") and link.bounding_box()["height"] >= 44
    said = page.locator(".review").inner_text()
    assert "Nobody has said yet who runs this copy." in said and "No clinician has checked this guide" in said
    page.get_by_role("link", name="Suggest a change", exact=True).click()
    assert page.url.endswith("/about-site/#suggest-a-change")


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
    """The whole line; on the page of help the heading of whom to call, on the door the number of each
    country.
    """
    bottom, says = visit["warning"]
    assert bottom is not None and bottom <= HEIGHT
    assert says in ("Do not stop baclofen suddenly", "Call 911 now if", "Call 999 now if", "United States")


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
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(17, 25, 27)"


@pytest.mark.parametrize(
    "device, choice, paper", [("light", "Dark", "rgb(17, 25, 27)"), ("dark", "Light", "rgb(251, 247, 238)")]
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
        r"--paper: #11191b;.*?\}", (STYLES / "colours.css").read_text("utf-8"), re.DOTALL
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
        page.locator("html").evaluate("html => getComputedStyle(html).backgroundColor") == "rgb(17, 25, 27)"
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
    for phone in page.locator(".caller strong a.phone").all():
        assert phone.bounding_box()["height"] >= 44


@pytest.mark.parametrize(
    "path, scope, expected",
    [
        (
            "us/taking/",
            ".warning",
            [
                'region "Do not stop baclofen suddenly. High fever, confusion, seizures?"',
                'heading "Do not stop baclofen suddenly" [level=2]',
                'link "Call 911"',
            ],
        ),
        (
            "us/help/",
            ".card.is-now >> nth=0",
            ['region "Call 911 now if"', 'heading "Call 911 now if" [level=2]', "list"],
        ),
        (
            "us/taking/",
            "table.doses >> nth=0",
            [
                'table "Adults"',
                'columnheader "Each time"',
                'columnheader "Total in a day"',
                'rowheader "The most"',
            ],
        ),
        (
            "us/taking/",
            "form.narrow",
            ['group "Who is it for?"', 'button "Everyone" [pressed]', "status", 'button "Adult"'],
        ),
    ],
)
def test_a_screen_reader_meets_names_roles_and_headers(open_page, path, scope, expected):
    snapshot = open_page(path, width=1280).locator(scope).aria_snapshot()
    assert [line for line in expected if line not in snapshot] == []


def test_tables_keep_their_headers_when_rows_become_cards(open_page):
    snapshot = open_page("us/key-facts/", width=320).locator(".facts").first.aria_snapshot()
    assert 'rowheader "Adults start with"' in snapshot and "cell" in snapshot


def test_right_to_left_text_and_very_long_words_do_not_break_the_page(open_page):
    page = open_page("us/taking/")
    page.evaluate("document.querySelector('.in-short p').textContent = 'x'.repeat(400)")
    page.evaluate("document.querySelector('.statement p').textContent = 'ماذا'.repeat(60)")
    assert not page.evaluate(TOO_WIDE)
