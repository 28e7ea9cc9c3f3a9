"""The core of the guide in the oldest browsers that it is held to, and in the engines of Safari and Firefox:
on a small phone, at the first touch.
"""

import pytest

from tests.browser import axe, engines
from tests.browser.visits import TOO_WIDE

SEEN = """(selector) => {
  const all = [...document.querySelectorAll(selector)].map((node) => [node, node.getBoundingClientRect()]);
  return all.some(([node, box]) => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight
    && node.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)));
}"""
# What lies over the page but for the bar at its foot, at points all over the screen.
COVER = """[0.1, 0.3, 0.5, 0.7, 0.9].flatMap((down) => [0.1, 0.5, 0.9]
  .map((right) => document.elementFromPoint(right * innerWidth, down * innerHeight)))
  .map((node) => { while (node && getComputedStyle(node).position !== "fixed") node = node.parentElement;
    return node?.className; }).find((name) => name && name !== "bar") ?? null"""
ROWS = (
    "[...document.querySelectorAll('[data-in=\"' + document.querySelector('form.narrow').dataset.narrows "
    "+ '\"]')].filter((row) => row.getClientRects().length).length"
)
LIGHT = """(() => {
  const paper = [document.body, document.documentElement]
    .map((node) => getComputedStyle(node).backgroundColor)
    .find((colour) => !/^transparent|, 0\\)$/.test(colour));
  const parts = (paper ?? "rgb(255, 255, 255)").match(/\\d+/g).slice(0, 3).map(Number);
  return parts.reduce((sum, part) => sum + part) / 765;
})()"""


def warned(engine):
    """The whole section of the warning with its heading is in the first screen, on the page of help the
    heading of whom to call, and nothing lies over it.
    """
    whole = f"({SEEN})('section.warning') && ({SEEN})('section.warning h2')"
    if not engine.run(f"{whole} || ({SEEN})('article .card.is-now > h2')"):
        yield "the warning is not in the first screen, or something lies over it"


def asks_where_and_warns(engine):
    """The door has a number to press in the first screen, and the warning below it."""
    if not engine.run(f"({SEEN})('.lands a.call')"):
        yield "no number is in the first screen, or something lies over it"
    if not engine.run("!!document.querySelector('section.warning#stop > h2')"):
        yield "there is no warning"


def open_to_view(engine):
    """Nothing lies over the page."""
    if cover := engine.run(COVER):
        yield f"the page is covered by {cover}"


def fits(engine):
    """Nothing scrolls sideways."""
    if engine.run(TOO_WIDE):
        yield "the page scrolls sideways"


def has_a_menu(engine):
    """The menu leads to the list of pages, Back leads back to the text, and a page of the list opens."""
    engine.run("scrollTo(0, 0)")
    before = engine.run("location.hash")
    engine.click(".bar a[href='#menu']")
    if not engine.until(f"({SEEN})('.menu a')"):
        yield "the menu shows no list of pages"
        return
    yield from open_to_view(engine)
    engine.run("history.back()")
    if not engine.until(f"location.hash === {before!r} && scrollY === 0"):
        yield "Back does not lead back from the menu"
    yield from warned(engine)
    engine.click(".bar a[href='#menu']")
    engine.click(".menu a[href$='driving/']")
    if not engine.until(
        "location.pathname.endsWith('/driving/') && document.querySelector('section.warning h2')"
    ):
        yield "a page of the menu does not open"


def narrows(engine):
    """The first touch narrows, stays, and is in the address."""
    if not engine.until("!!document.querySelector('form.narrow:not([hidden])')"):
        yield "nothing to narrow with is shown"
        return
    before = engine.run(ROWS)
    engine.click("form.narrow button:not([aria-pressed=true])")
    engine.until("location.hash.includes('=')")
    if not engine.run("!!document.querySelector('form.narrow button[aria-pressed=true]:not([value=all])')"):
        yield "the first choice is thrown away"
    if not engine.run(ROWS) < before:
        yield f"the first choice narrows nothing: {before} before and after"
    if not engine.run("location.hash.includes('=')"):
        yield "the address does not hold the choice"


def searches(engine):
    """The search answers."""
    if not engine.until("!!document.querySelector('ol.found a')"):
        yield "the search finds nothing"


def dark(engine):
    """The device's choice holds."""
    if engine.run(LIGHT) > 0.3:
        yield "light, on a device that wants dark pages"


def switches(engine):
    """The reader's choice holds, whatever the device says."""
    for scheme, right in (("light", lambda light: light > 0.8), ("dark", lambda light: light < 0.3)):
        engine.click(f"form.colours label input[value={scheme}]")
        if not right(engine.run(LIGHT)):
            yield f"not {scheme}, though the reader chose it"
    engine.run("localStorage.clear()")


GUIDE = (warned, open_to_view, fits, dark, switches)
PAGES = {
    "": (asks_where_and_warns, open_to_view, fits, dark),
    "us/": (*GUIDE, has_a_menu),
    "us/taking/": (*GUIDE, narrows, has_a_menu),
    "us/help/": (*GUIDE, has_a_menu),
    "us/missed/": (*GUIDE, has_a_menu),
    "us/liquids/": (*GUIDE, narrows, has_a_menu),
    "us/search/?q=ran+out": (open_to_view, fits, dark, searches),  # it shows the answers first
    "us/print/never-stop/": (warned, open_to_view, fits),
    "us/baclofen-us.html": (warned, open_to_view, fits, dark),
    "uk/taking/": (*GUIDE, narrows, has_a_menu),
    "uk/baclofen-uk.html": (warned, open_to_view, fits, dark),
}
ENGINES = {
    "chromium-92": "old-chromium",
    "chromium-109": "old-chromium",
    "firefox": "firefox",
    "webkit": "webkit",
}


AXE = ("", "us/", "us/taking/", "uk/liquids/", "uk/help/", "us/claims/")  # in Firefox


@pytest.fixture(
    scope="session",
    params=[pytest.param(name, marks=pytest.mark.needs(tool)) for name, tool in ENGINES.items()],
)
def found(request, once, address, site, tmp_path_factory):
    """What an engine has against each page: it is started once in a run, by the first worker that asks."""
    name = request.param

    def ask():
        with started(name, request, tmp_path_factory.mktemp(name)) as engine:
            asked = {path: kept(faults, engine, path, address, site) for path in PAGES}
            return asked | {
                f"axe {path}": kept(axe_finds, engine, path, address) for path in AXE if name == "firefox"
            }

    return once(f"engine-{name}", ask)


def started(name: str, request, folder):
    if name == "firefox":
        return engines.firefox(folder)
    if name == "webkit":
        return engines.webkit(folder)
    return engines.old_chromium(request.getfixturevalue("playwright"), name)


def kept(ask, engine, *where) -> list[str]:
    """What is found; that the engine breaks down at a page says nothing of the next one."""
    try:
        return list(ask(engine, *where))
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]


def faults(engine, path, address, site):
    engine.open((site / path).as_uri() if path.endswith(".html") else address + path)
    for promise in PAGES[path]:
        yield from promise(engine)


def axe_finds(firefox, path, address):
    firefox.open(address + path)
    firefox.driver.execute_script(axe.SOURCE)
    firefox.run(axe.MEASURE)
    result = firefox.driver.execute_async_script(
        f"const done = arguments[0]; axe.run(document, {axe.EVERY_RULE}).then(done)"
    )
    return axe.told(result)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_its_promises_in_every_engine(found, path):
    assert found[path] == []


@pytest.mark.parametrize(
    "found", [pytest.param("firefox", marks=pytest.mark.needs("firefox"))], indirect=True
)
@pytest.mark.parametrize("path", AXE)
def test_axe_finds_nothing_in_firefox(found, path):
    assert found[f"axe {path}"] == []
