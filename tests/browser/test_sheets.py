"""Sheets to print and answers to their codes, before they are printed: axe finds nothing, and nothing is lost
on a narrow screen.
"""

import pytest

from monograph.checks.library import load
from tests.browser.axe import findings
from tests.conftest import ROOT

SHEETS = (
    "never-stop",
    "two-pages",
    "starting",
    "my-day",
    "wallet-card",
    "phone-card",
    "hospital",
    "bottle-1-mg-in-each-ml",
)
CODE = load(ROOT / "data").sheet_codes[0].code


@pytest.mark.parametrize("path", [*(f"uk/print/{slug}/" for slug in SHEETS), f"c/{CODE}/"])
def test_axe_finds_nothing_on_a_sheet(open_page, path):
    page = open_page(path, width=320)
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert all(link.bounding_box()["height"] >= 44 for link in page.locator(".on-screen a").all())
    page.emulate_media(media="print")
    assert page.locator(".page-of:visible").count() == 0  # a browser would count "Page 0 of 0"


def test_a_sheet_fits_a_phone_with_text_at_200_percent(open_page):
    for slug in SHEETS:
        page = open_page(f"uk/print/{slug}/", width=360, bypass_csp=True)
        page.add_style_tag(content="html { font-size: 32px !important }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, slug
