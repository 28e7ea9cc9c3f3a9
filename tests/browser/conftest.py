"""A real Chromium and the finished site, served on this machine alone; each page is visited once in a run."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import browser
from tests.browser import visits
from tests.browser.cover import fewest, shown_by
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


class Contexts:
    """Contexts of the browser, one for each set of options: what was fetched stays, what a page kept is thrown away."""

    def __init__(self, chromium, address: str):
        self.chromium, self.address, self.found = chromium, address, {}

    def page(self, width: int, height: int, options: dict):
        """A new page in the context of these options."""
        named = repr((width, height, sorted(options.items())))
        if named not in self.found:
            self.found[named] = self.chromium.new_context(viewport={"width": width, "height": height}, service_workers="block", **options)
        return self.found[named].new_page()

    def leave(self, page) -> None:
        """Closes a page, and throws away what it may have kept: whatever it is doing, with scripts or without."""
        kept = {"origin": self.address, "storageTypes": "cookies,local_storage"}
        page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", kept)
        page.close()

    def close(self) -> None:
        for context in self.found.values():
            context.close()


@pytest.fixture(scope="session")
def contexts(chromium, address):
    contexts = Contexts(chromium, address)
    yield contexts
    contexts.close()


@pytest.fixture
def new_page(contexts):
    """An empty page that keeps its errors: `new_page(width=320, color_scheme="dark")`."""
    opened = []

    def new_page(width=visits.WIDTH, height=visits.HEIGHT, **options):
        page = contexts.page(width, height, options)
        opened.append(page)
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        return page

    yield new_page
    for page in opened:
        contexts.leave(page)


@pytest.fixture
def open_page(new_page, address):
    """Opens a page of the site: `open_page("us/taking/", width=320, color_scheme="dark")`."""

    def open_page(path, **options):
        page = new_page(**options)
        page.goto(address + path)
        return page

    return open_page


@pytest.fixture(scope="session", params=slugs(), ids=lambda slug: slug or "door")
def slug(request):
    """Each page in turn: pytest puts the tests of a page next to each other."""
    return request.param


@pytest.fixture(scope="session")
def visit(slug, once, contexts, address):
    """What the page shows and does, written down by the first worker that asks."""

    def seen(look, **options):
        page = contexts.page(visits.WIDTH, visits.HEIGHT, options)
        found = look(page, slug, address)
        contexts.leave(page)
        return found

    name = f"visit-{slug.replace('/', '-')}"
    return once(name, lambda: seen(visits.visit, color_scheme="light") | {"without scripts": seen(visits.read_without_scripts, java_script_enabled=False)})


@pytest.fixture(scope="session")
def shown(site, once):
    """What each page shows, by path."""
    found = once("shown", lambda: {path: sorted(shown_by((site / path / "index.html").read_text("utf-8"))) for path in slugs()})
    return {path: set(parts) for path, parts in found.items()}


@pytest.fixture(scope="session")
def cover(shown):
    """The fewest pages that show all there is to see."""
    return fewest(shown)
