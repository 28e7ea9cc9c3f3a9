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


class Pages:
    """Open pages, which tests use one after the other: a new one starts a process, which costs more than what
    most tests do with it.
    """

    def __init__(self, chromium, address: str):
        self.chromium, self.address, self.contexts, self.free = chromium, address, {}, {}

    def take(self, width: int = visits.WIDTH, height: int = visits.HEIGHT, fresh: bool = False, **options):
        """An empty page of a context with these options; a fresh one for whoever leaves what no other test
        may meet, such as a script.
        """
        named = repr((width, height, sorted(options.items())))
        if named not in self.contexts:
            self.contexts[named] = self.chromium.new_context(
                viewport={"width": width, "height": height}, service_workers="block", **options
            )
        free = self.free.setdefault(named, [])
        page = self.made(self.contexts[named], None if fresh else free) if fresh or not free else free.pop()
        self.begin(page, width, height)
        return page

    @staticmethod
    def begin(page, width: int = visits.WIDTH, height: int = visits.HEIGHT) -> None:
        page.set_viewport_size({"width": width, "height": height})
        page.errors, page.stopped, page.asked = [], [], []

    def forget(self, page) -> None:
        """Throws away what a page kept."""
        page.session.send(
            "Storage.clearDataForOrigin", {"origin": self.address, "storageTypes": "cookies,local_storage"}
        )

    @staticmethod
    def made(context, home):
        page = context.new_page()
        page.session, page.home = context.new_cdp_session(page), home
        visits.watch(page)
        return page

    def leave(self, page) -> None:
        """Throws away what a page kept, whatever it is doing, with scripts or without;
        then it is free again.
        """
        self.forget(page)
        if page.home is None:
            return page.close()
        page.unroute_all()
        page.emulate_media(media="null")
        page.goto("about:blank")
        page.home.append(page)

    def close(self) -> None:
        for context in self.contexts.values():
            context.close()


@pytest.fixture(scope="session")
def all_pages(chromium, address):
    found = Pages(chromium, address)
    yield found
    found.close()


@pytest.fixture
def new_page(all_pages):
    """An empty page, which keeps its errors and what it asks for:

    `new_page(width=320, color_scheme="dark")`.
    """
    taken = []

    def new_page(**options):
        taken.append(all_pages.take(**options))
        return taken[-1]

    yield new_page
    for page in taken:
        all_pages.leave(page)


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
def visitors(all_pages):
    """Two pages that go from page to page, one with scripts and one without: to begin each time from an empty
    one would take twice as long.
    """
    found = {
        "with": all_pages.take(color_scheme="light"),
        "without": all_pages.take(java_script_enabled=False),
    }
    yield found
    for page in found.values():
        all_pages.leave(page)


@pytest.fixture(scope="session")
def visit(slug, cover, once, all_pages, visitors, address):
    """What the page shows and does, written down by the first worker that asks."""

    def seen(look, page, *more):
        all_pages.begin(page)
        try:
            return look(page, slug, address, *more)
        finally:
            all_pages.forget(page)

    def both():
        plain = seen(visits.read_without_scripts, visitors["without"])
        colours = visits.COLOURS if slug in cover else {}
        return seen(visits.visit, visitors["with"], colours) | {"without scripts": plain}

    return once(f"visit-{slug.replace('/', '-')}", both)


@pytest.fixture(scope="session")
def shown(site, once):
    """What each page shows, by path."""
    found = once(
        "shown",
        lambda: {path: sorted(shown_by((site / path / "index.html").read_text("utf-8"))) for path in slugs()},
    )
    return {path: set(parts) for path, parts in found.items()}


@pytest.fixture(scope="session")
def cover(shown):
    """The fewest pages that show all there is to see."""
    return fewest(shown)
