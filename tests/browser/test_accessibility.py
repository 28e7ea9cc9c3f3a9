"""axe-core with all its rules, AAA and best practice too, finds nothing on any page."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import slugs

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
def options(*without: str) -> str:
    """axe's options: every rule it has, experimental ones too, but for those named."""
    off = ", ".join(f"'{rule}': {{enabled: false}}" for rule in without)
    every = "Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, {enabled: true}]))"
    return f"{{resultTypes: ['violations'], rules: {{...{every}, {off}}}}}"


EVERY_RULE = options()
# In forced colours the browser itself picks the pairs: their contrast is the system's, and the slowest thing to measure.
NO_CONTRAST = options("color-contrast", "color-contrast-enhanced")
STATES = {
    "light, 320 px": {"width": 320, "color_scheme": "light"},
    "dark, 1280 px": {"width": 1280, "color_scheme": "dark"},
    "forced colours, 320 px": {"width": 320, "forced_colors": "active"},
}


def findings(page, rules: str = EVERY_RULE) -> list[str]:
    """What axe objects to, with the first place of each objection; evaluated, so that it works under any policy."""
    page.evaluate(AXE)
    result = page.evaluate(f"axe.run(document, {rules})")
    return [f"{item['id']} ({len(item['nodes'])}): {item['nodes'][0]['html'][:120]}" for item in result["violations"]]


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
@pytest.mark.parametrize("path", slugs())
def test_axe_finds_nothing(open_page, path, state):
    rules = NO_CONTRAST if "forced_colors" in state else EVERY_RULE
    assert findings(open_page(path, **state), rules) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_narrowed_table(open_page, scheme):
    page = open_page("us/taking/#dose-table?who=adults&form=liquid-5-us", color_scheme=scheme)
    expect(page.locator("tr[data-in=dose-table]:visible")).to_have_count(1)
    assert findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_answers_and_at_the_menu(open_page, scheme):
    page = open_page("uk/search/?q=kidneys", color_scheme=scheme)
    page.locator("ol.found li").first.wait_for()
    assert findings(page) == []
    page.get_by_role("link", name="Menu", exact=True).click()
    assert findings(page) == []


def test_axe_can_fail(open_page):
    page = open_page("us/help/")
    page.evaluate("document.querySelector('.warning').style.color = '#d99'")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert {finding.split(" ")[0] for finding in findings(page)} >= {"color-contrast", "button-name"}
