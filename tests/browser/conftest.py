"""A real Chromium and the finished site, served on this machine alone."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import browser
from tests.conftest import ROOT


def slugs() -> list[str]:
    """Every page of every edition, and the door."""
    pages = sorted(path.stem for path in (ROOT / "docs" / "en").glob("*.md"))
    paths = ["" if slug == "index" else f"{slug}/" for slug in pages]
    return ["", *(f"{region}/{path}" for region in ("us", "uk") for path in paths)]


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright):
    found = browser.launch(playwright)
    yield found
    found.close()


@pytest.fixture(scope="session")
def address(site: Path):
    with browser.served(site) as address:
        yield address


@pytest.fixture
def open_page(chromium, address):
    """Opens a page in a context of its own: `open_page("us/taking/", width=320, color_scheme="dark")`."""
    contexts = []

    def open_page(path, width=320, height=568, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, service_workers="block", **options)
        contexts.append(context)
        page = context.new_page()
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
