"""A patient page is a few screens of a phone, with its foot and the list of all pages."""

import pytest

from monograph.checks.budgets import REFERENCE
from tests.browser.conftest import slugs

SCREEN = 740  # px of height, at 360 px of width
MOST = {"missed": 6, "stopping": 6, "withdrawal": 6, "help": 6, "key-facts": 4, "index": 6}
MORE = {"questions": 14, "liquids": 12, "pump": 10, "children": 10}
OTHERS = 8
# Not there yet, in the longer of the two editions; none of them may grow.
STILL = {
    "missed": 7.1,
    "stopping": 7.2,
    "withdrawal": 6.4,
    "help": 6.8,
    "key-facts": 4.4,
    "side-effects": 10,
    "taking": 10.3,
    "tablets": 8.3,
    "mixing": 8.9,
}
PATIENT = [path for path in slugs() if path and (path.strip("/").split("/") + [""])[1] not in REFERENCE]


@pytest.mark.parametrize("region", ["us", "uk"])
def test_a_patient_page_is_a_few_screens_of_a_phone(open_page, address, region):
    page, longer = open_page(f"{region}/", width=360, height=SCREEN), {}
    mine = [path for path in PATIENT if path.startswith(region) and "/claims-" not in path]
    for path in mine:
        page.goto(address + path)
        screens = page.evaluate("document.documentElement.scrollHeight") / SCREEN
        slug = path.removeprefix(f"{region}/").strip("/") or "index"
        if screens > {**MOST, **MORE, **STILL}.get(slug, OTHERS):
            longer[path] = round(screens, 1)
    assert not longer and len(mine) > 15
