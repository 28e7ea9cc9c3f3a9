"""Firefox finds no barrier either, where it is installed. What else it is held to is in test_engines.py."""

import pytest

from tests.browser import engines
from tests.browser.test_accessibility import AXE, EVERY_RULE

pytestmark = pytest.mark.needs("firefox")
PAGES = ["", "us/", "us/taking/", "uk/liquids/", "uk/help/", "us/claims/"]


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    with engines.firefox(tmp_path_factory.mktemp("driver")) as engine:
        yield engine.driver


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_firefox(firefox, address, path):
    firefox.get(address + path)
    firefox.execute_script(AXE)
    result = firefox.execute_async_script(f"const done = arguments[0]; axe.run(document, {EVERY_RULE}).then(done)")
    assert [f"{item['id']}: {item['nodes'][0]['html'][:120]}" for item in result["violations"]] == []
