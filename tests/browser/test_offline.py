"""Kept on the reader's device: all of it or none, the newest first, and never in the way."""

import re
import shutil
import zipfile
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

import browser
from monograph.site.downloads import zips
from monograph.site.files import read, write
from monograph.site.service_worker import WORKER, workers
from monograph.views.page_context import EVIDENCE
from tests.browser.visits import settled

KEPT = "Saved for use without internet."
SAVED = "No internet: this is the copy that was saved on this device."
CHANGED = "This page has changed since it was saved on this device."
OLD, NEW = ">Do not stop baclofen suddenly</", ">Do not stop it suddenly, a new release says</"

# `tried` becomes how the installing of the worker ended, even where that was before anybody could listen.
TRIED = """const given = ServiceWorkerContainer.prototype.register;
window.tried = new Promise((done) => { ServiceWorkerContainer.prototype.register = async function (...all) {
  const found = await given.apply(this, all).catch((error) => { done("redundant"); throw error; });
  const fresh = found.installing ?? found.waiting ?? found.active;
  const ended = () => ["activated", "redundant"].includes(fresh?.state ?? "redundant");
  const look = () => ended() && done(fresh?.state ?? "redundant");
  fresh?.addEventListener("statechange", look);
  look();
  return found; } })"""


@pytest.fixture
def shelf(site, tmp_path):
    """A copy of the site that may be changed, uncompressed."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.br", "*.gz", "*.zip"))
    return folder


@pytest.fixture
def device(chromium):
    """A reader's browser, which keeps what it is given."""
    context = chromium.new_context(viewport={"width": 320, "height": 568})
    yield context
    context.close()


def visit(device, address: str):
    """The first visit, until the edition is kept."""
    page = device.new_page()
    page.goto(f"{address}us/")
    expect(page.locator(".kept")).to_have_text(KEPT, timeout=30_000)
    return page


def release(shelf: Path, contents, old: str = OLD, new: str = NEW) -> list[Path]:
    """Makes every page of the US edition another one, as a new release does; the pages."""
    kept = [path for path in sorted(shelf.glob("us/**/index.html")) if path.parent.name != EVIDENCE]
    pages = [path for path in kept if old in path.read_text("utf-8")]
    for path in pages:
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    write(workers(read(shelf), contents), shelf)
    assert len(pages) > 25
    return pages


def warning(page, address: str, path: str) -> str:
    page.goto(f"{address}us/{path}")
    return page.locator(".warning h2").first.inner_text()


def update(page) -> None:
    """Lets the browser look for a new release, and waits until it has it or has given it up."""
    page.evaluate(
        """async () => { const found = await navigator.serviceWorker.ready;
        await found.update().catch(() => {});
        const fresh = found.installing; if (fresh) await new Promise(done => {
          fresh.onstatechange = () => ["activated", "redundant"].includes(fresh.state) && done(); }) }"""
    )


@pytest.fixture(scope="module")
def away(chromium, site):
    """A device whose network went after the first visit, and what two pages said before."""
    context = chromium.new_context(viewport={"width": 320, "height": 568})
    with browser.served(site) as address:
        page = visit(context, address)
        page.goto(f"{address}us/taking/")
        seen = {
            "stale": page.locator(".stale").inner_text(),
            "role": page.locator(".kept").get_attribute("role"),
        }
        page.close()
    yield SimpleNamespace(context=context, address=address, seen=seen)
    context.close()


@pytest.fixture
def page_away(away):
    page = away.context.new_page()
    yield page
    page.close()


def test_after_one_visit_every_page_and_sheet_opens_without_a_network(page_away, away, site):
    pages = (path.parent.relative_to(site) for path in site.glob("us/**/index.html"))
    paths = sorted(path.as_posix() for path in pages if path.name != EVIDENCE)  # that is read with a network
    assert len(paths) > 60  # with sheets and short addresses
    for path in paths:
        assert page_away.goto(f"{away.address}{path}/").ok, path  # not the page that says what is here
        expect(page_away.locator("h1").first).to_be_visible()
        assert page_away.evaluate(
            "document.styleSheets.length && document.styleSheets[0].cssRules.length > 1"
        ), path


def test_the_reader_is_told_that_the_copy_is_shown(page_away, away):
    assert away.seen["stale"] == ""
    page_away.goto(f"{away.address}us/missed/")
    expect(page_away.locator(".stale")).to_contain_text(SAVED)
    page_away.goto(f"{away.address}us/run-out/")  # a short address, which a server leads on
    page_away.wait_for_url(f"{away.address}us/stopping/#running-out")


def test_that_it_is_kept_is_read_aloud_the_first_time_alone(away):
    assert away.seen["role"] is None


def test_addresses_cut_short_or_too_long_open_without_a_network_and_the_rest_says_what_is_here(
    page_away, away
):
    for cut, whole in {"taking": "taking/", "taking/index.html": "taking/", "index.html": ""}.items():
        page_away.goto(f"{away.address}us/{cut}")
        assert page_away.url == f"{away.address}us/{whole}"
    for unknown in ("print/nothing.pdf", "nothing.html", "nothing/"):
        assert page_away.goto(f"{away.address}us/{unknown}").status == 503
        expect(page_away.locator("h1")).to_have_text("This page was not saved on this device")
        assert page_away.locator(".warning").is_visible() and page_away.url == f"{away.address}us/{unknown}"
        assert not page_away.evaluate(
            "async (url) => !!(await caches.match(url))", page_away.url
        )  # or it would be shown in place of what is there
    page_away.get_by_role("link", name="Help now").click()
    expect(page_away.locator("h1")).to_have_text("Help now")


def test_the_notice_leaves_the_warning_to_be_read_and_can_be_closed(page_away, away):
    page_away.set_viewport_size({"width": 360, "height": 640})
    page_away.goto(f"{away.address}us/withdrawal/")
    expect(page_away.locator(".stale")).to_contain_text(SAVED)
    page_away.evaluate("document.documentElement.style.fontSize = '250%'")
    assert page_away.locator(".stale").bounding_box()["height"] <= 160
    page_away.get_by_role("button", name="Close").click()
    expect(page_away.locator(".stale")).to_be_hidden()


def test_the_search_works_without_a_network(page_away, away):
    page_away.goto(f"{away.address}us/search/?q=alcohol")
    expect(page_away.locator("ol.found li").first).to_be_visible()


def test_the_other_edition_is_not_touched(page_away, away):
    page_away.goto(f"{away.address}us/")
    asked = page_away.evaluate(
        "async () => (await (await caches.open((await caches.keys())[0])).keys()).map(request => new "
        "URL(request.url).pathname)"
    )
    assert len(asked) > 50 and all(path.startswith("/us/") for path in asked)


@pytest.mark.parametrize("status", [500, 503])
def test_a_server_that_fails_is_not_shown_instead_of_the_copy(page_away, away, site, monkeypatch, status):
    monkeypatch.setattr(browser.Host, "send_head", lambda host: host.send_error(status))
    with browser.served(site, port(away.address)):
        assert warning(page_away, away.address, "missed/") == "Do not stop baclofen suddenly"


def test_where_the_worker_is_not_told_which_page_it_answers_the_notice_comes_all_the_same(device, shelf):
    worker = shelf / "us" / WORKER
    worker.write_text(
        worker.read_text("utf-8").replace("event.resultingClientId", "event.notInSafari15"), "utf-8"
    )
    with browser.served(shelf) as address:
        page = visit(device, address)
    page.goto(f"{address}us/missed/")
    expect(page.locator(".stale")).to_contain_text(SAVED)


def test_a_new_release_is_shown_at_once_and_then_kept_wholly(device, shelf, contents):
    with browser.served(shelf) as address:
        page = visit(device, address)
        release(shelf, contents)
        assert "a new release says" in warning(page, address, "taking/")
        update(page)
    for path in ("", "taking/", "missed/"):
        assert "a new release says" in warning(page, address, path)
    assert page.evaluate("async () => (await caches.keys()).length") == 1


@pytest.mark.parametrize(
    "broken", ["one file is gone", "one file is of another release", "the worker is no program"]
)
def test_a_broken_update_keeps_the_last_good_one(device, shelf, contents, broken):
    with browser.served(shelf) as address:
        page = visit(device, address)
        changed = release(shelf, contents)
        if broken == "one file is gone":
            (shelf / "us" / "trials" / "index.html").unlink()
        elif broken == "one file is of another release":
            changed[7].write_text(changed[7].read_text("utf-8").replace(NEW, OLD), "utf-8")
        else:
            (shelf / "us" / WORKER).write_text("<!doctype html><title>Down</title>", "utf-8")
        update(page)
    assert {warning(page, address, path) for path in ("", "taking/", "missed/", "trials/")} == {
        "Do not stop baclofen suddenly"
    }


def test_a_server_killed_in_mid_update_loses_nothing_and_the_next_one_ends_it(
    device, shelf, contents, monkeypatch
):
    with browser.served(shelf) as address:
        page = visit(device, address)
        release(shelf, contents)
    seen = []

    def dies(host):
        seen.append(host.path)
        if len(seen) > 12:
            raise ConnectionAbortedError
        return given(host)

    given = browser.Host.send_head
    with monkeypatch.context() as patch, browser.served(shelf, port(address)):
        patch.setattr(browser.Host, "send_head", dies)
        patch.setattr("socketserver.BaseServer.handle_error", lambda *_: None)
        update(page)
        assert len(seen) > 12
    assert {warning(page, address, path) for path in ("", "taking/", "missed/")} == {
        "Do not stop baclofen suddenly"
    }
    with browser.served(shelf, port(address)):
        page.goto(f"{address}us/")
        update(page)
    assert {warning(page, address, path) for path in ("", "taking/", "missed/")} == {
        "Do not stop it suddenly, a new release says"
    }


def port(address: str) -> int:
    return int(re.search(r":(\d+)/", address)[1])


def test_a_slow_network_shows_the_copy_and_then_says_what_it_brought(device, shelf, contents, monkeypatch):
    with browser.served(shelf) as address:
        page = visit(device, address)
        release(shelf, contents)
        given, held = browser.Host.send_head, Event()

        def slowly(host):
            assert host.path != "/us/missed/" or held.wait(60)
            return given(host)

        monkeypatch.setattr(browser.Host, "send_head", slowly)
        assert warning(page, address, "missed/") == "Do not stop baclofen suddenly"
        held.set()
        expect(page.locator(".stale")).to_contain_text(CHANGED, timeout=10_000)
        page.get_by_role("button", name="Show the new page").click()
        expect(page.locator(".warning h2").first).to_have_text("Do not stop it suddenly, a new release says")


def test_storage_refused_changes_nothing(chromium, shelf):
    with browser.served(shelf) as address:
        context = chromium.new_context()
        page = context.new_page()
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script(TRIED)
        context.new_cdp_session(page).send(
            "Storage.overrideQuotaForOrigin", {"origin": address.rstrip("/"), "quotaSize": 20_000}
        )
        page.goto(f"{address}us/taking/")
        assert settled(page, "tried", 30) == "redundant"
        assert page.locator(".kept").inner_text() == "" and errors == []
        page.get_by_role("button", name="Adult", exact=True).click()
        expect(page.locator(".narrow-result")).to_contain_text("Shown: Adult")
        context.close()


def test_all_pages_in_one_file_need_no_script_and_no_network(chromium, site, tmp_path):
    shutil.copy(site / "us" / "baclofen-us.html", tmp_path)
    context = chromium.new_context(viewport={"width": 320, "height": 568}, java_script_enabled=False)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "baclofen-us.html").as_uri())
    html = page.content()
    assert len(asked) == 1 and "<script" not in html
    anchors = re.findall(r'\sid="([^"]+)"', html)
    assert len(anchors) == len(set(anchors)) > 500
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(anchors)
    assert (
        page.locator(".warning").first.bounding_box()["y"] < 300
        and page.locator(".unchecked").first.bounding_box()["y"] < 568
    )
    assert "<img" not in html
    assert page.locator("article").count() == page.locator("nav[aria-labelledby=contents] a").count() > 25
    page.get_by_role("link", name="Help now").first.click()
    expect(page.get_by_role("heading", name="Help now")).to_be_in_viewport()
    context.close()


def test_the_zip_opens_from_a_memory_stick(chromium, site, tmp_path):
    with zipfile.ZipFile(site / "us" / "baclofen-us.zip") as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path)
    context = chromium.new_context(viewport={"width": 320, "height": 568})
    page = context.new_page()
    failed, errors = [], []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("console", lambda said: said.type == "error" and errors.append(said.text))
    page.goto((tmp_path / "baclofen-us" / "index.html").as_uri())
    page.get_by_role("link", name="Menu", exact=True).click()
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Help now").click()
    assert page.locator("h1").inner_text() == "Help now"
    assert page.url.startswith("file:") and page.evaluate(
        "[...document.styleSheets].filter(sheet => sheet.href).map(sheet => sheet.href.slice(0, 5))"
    ) == ["file:"]
    pages = sorted((tmp_path / "baclofen-us").rglob("index.html"))
    for path in pages:
        for to in re.findall(r'(?:href="|src="|content="0; url=)([^"#:]+)["#]', path.read_text("utf-8")):
            assert (path.parent / to).is_file(), (path, to)
    assert "This copy has no search of its own" in (
        tmp_path / "baclofen-us" / "search" / "index.html"
    ).read_text("utf-8")
    assert len(pages) > 60 and failed == [] and errors == []
    context.close()


def test_two_zips_of_the_same_pages_are_the_same(shelf, contents):
    first, second = (zips(read(shelf), contents, "")["us/baclofen-us.zip"] for _ in range(2))
    assert first == second
