"""The core set in a second engine: Firefox, where it is installed."""

import shutil

import pytest

from tests.browser.engines import geckodriver
from tests.browser.test_accessibility import AXE, EVERY_RULE
from tests.browser.test_frame import TOO_WIDE

FIREFOX = shutil.which("firefox") or shutil.which("firefox-esr")
pytestmark = pytest.mark.needs("firefox")
PAGES = ["", "us/", "us/taking/", "uk/liquids/", "uk/help/", "us/claims/"]


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    from selenium.webdriver import Firefox, FirefoxOptions
    from selenium.webdriver.firefox.service import Service

    options = FirefoxOptions()
    options.binary_location = FIREFOX
    options.add_argument("-headless")
    driver = Firefox(options=options, service=Service(geckodriver(tmp_path_factory.mktemp("driver"))))
    driver.set_window_size(500, 800)  # Firefox keeps no narrower window
    yield driver
    driver.quit()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_firefox(firefox, address, path):
    firefox.get(address + path)
    firefox.execute_script(AXE)
    result = firefox.execute_async_script(f"const done = arguments[0]; axe.run(document, {EVERY_RULE}).then(done)")
    assert [f"{item['id']}: {item['nodes'][0]['html'][:120]}" for item in result["violations"]] == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_in_firefox(firefox, address, path):
    firefox.get(address + path)
    assert not firefox.execute_script(f"return {TOO_WIDE}")


def test_the_dose_table_narrows_in_firefox(firefox, address):
    firefox.get(address + "us/driving/")
    firefox.get(address + "us/taking/#dose-table?who=adults&form=tablets-us")
    shown = "return [...document.querySelectorAll('tr[data-in=dose-table]')].filter((row) => row.checkVisibility()).length"
    assert firefox.execute_script(shown) == 1
    firefox.execute_script("document.querySelector('form.narrow button[type=reset]').click()")
    assert firefox.execute_async_script("setTimeout(arguments[0], 200)") is None and firefox.execute_script(shown) == 11


def test_the_menu_is_below_the_text_in_firefox(firefox, address):
    from selenium.webdriver import Keys
    from selenium.webdriver.common.by import By

    firefox.get(address + "us/taking/")
    top = "return document.getElementById('menu').getBoundingClientRect().top"
    assert firefox.execute_script(top) > 5000
    firefox.find_element(By.CLASS_NAME, "head-menu").send_keys(Keys.ENTER)
    assert firefox.execute_script(top) < 100


def test_the_search_answers_in_firefox(firefox, address):
    firefox.get(address + "us/search/?q=ran+out")
    firefox.execute_async_script("const done = arguments[0]; const wait = () => document.querySelector('ol.found a') ? done() : setTimeout(wait, 50); wait()")
    assert "Stopping" in firefox.execute_script("return document.querySelector('ol.found').textContent")
