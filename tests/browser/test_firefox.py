"""Firefox finds no barrier either, where it is installed. What else it is held to is in test_engines.py."""

import pytest

from tests.browser import engines
from tests.browser.axe import EVERY_RULE, SOURCE, told

pytestmark = pytest.mark.needs("firefox")
PAGES = ["", "us/", "us/taking/", "uk/liquids/", "uk/help/", "us/claims/"]


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    with engines.firefox(tmp_path_factory.mktemp("driver")) as engine:
        yield engine.driver


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_firefox(firefox, address, path):
    firefox.get(address + path)
    firefox.execute_script(SOURCE)
    result = firefox.execute_async_script(f"const done = arguments[0]; axe.run(document, {EVERY_RULE}).then(done)")
    assert told(result) == []
