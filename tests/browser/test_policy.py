"""Private and locked down: under the policy that is served, every page works, and asks nobody else for
anything.
"""

import re

import browser
from monograph.checks.pages import leads_on
from monograph.site.csp import content_policy, hashes
from tests.browser.conftest import slugs
from tests.browser.visits import STORED, until


def others(site) -> list[str]:
    """The pages that are no pages of an edition: sheets, answers to codes, and what stands where no page is;
    of files that are the same in folders side by side, such as the answers to a code in small and in capital
    letters, the first.
    """
    found = {}
    for path in sorted(site.rglob("*.html")):
        html, place = path.read_text("utf-8"), path.relative_to(site).as_posix()
        if not leads_on(html) and place.removesuffix("index.html") not in slugs():
            found.setdefault((html, path.parent.parent, path.name), place)
    return list(found.values())


def test_every_page_works_under_the_policy_and_asks_nobody_else(visit):
    assert visit["policy"].startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert visit["stopped"] == [] and visit["asked"] and all(url.startswith("/") for url in visit["asked"])
    assert visit["stored"] == ["", 0, 0, 0]


def test_what_a_page_kept_is_not_there_for_the_next(all_pages, address):
    """Without this, a test could pass or fail by what another one left in the page or the context that they
    share.
    """
    for _ in range(2):
        page = all_pages.take()
        page.goto(f"{address}us/")
        assert page.evaluate(STORED) == ["", 0, 0] and page.context.cookies() == []
        assert (
            page.viewport_size["width"] == 320
            and page.evaluate("!matchMedia('print').matches && !window.left")
            and page.errors == []
        )
        page.evaluate(
            "document.cookie = localStorage.a = window.left = 'b'; setTimeout(() => { throw new Error('b') })"
        )
        until(page, lambda page=page: page.errors)
        page.set_viewport_size({"width": 900, "height": 900})
        page.emulate_media(media="print")
        assert page.evaluate(STORED) == ["b", 1, 0]
        all_pages.leave(page)


def test_sheets_and_answers_work_under_the_policy(new_page, address, site):
    paths, page = others(site), new_page()
    assert len(paths) > 40
    for path in paths:
        page.goto(address + path)
    page.wait_for_load_state("networkidle")
    assert page.stopped == page.errors == [] and all(url.startswith(address) for url, _ in page.asked)


def test_the_policy_stops_what_it_should(open_page):
    """Without this, the tests above would pass with no policy at all."""
    page = open_page("us/")
    for put in (
        "<img src=https://elsewhere.example/a.png>",
        "<p style='color: red'>",
        "<style>p { color: red }</style>",
    ):
        page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", put)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: "
        "'window.ran = true'}))"
    )
    stopped = {"img-src", "style-src-attr", "style-src-elem", "script-src-elem"}
    until(
        page, lambda: {found.split()[1] for found in page.stopped if found.startswith("policy:")} == stopped
    )
    assert page.evaluate("window.ran") is None


def test_every_page_says_the_policy_itself_too(site):
    for path in sorted(site.rglob("*.html")):
        html = path.read_text("utf-8")
        said = re.search(
            r'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html
        )
        assert said[1] == content_policy(hashes([html]), in_page=True) and "unsafe" not in said[1], path
        assert html.count('<meta name="referrer" content="no-referrer">') == 1, path
        assert not re.search(r'<[^>]+\s(?:style|on[a-z]+)="', html), path


def test_no_page_may_be_shown_within_another(new_page, address, tmp_path):
    """Another site's, which has no policy of its own: a page of this guide would not even ask."""
    (tmp_path / "index.html").write_text(f"<iframe src='{address}us/'></iframe>", "utf-8")
    page = new_page()
    with browser.served(tmp_path) as elsewhere:
        page.goto(elsewhere)
    (frame,) = page.frames[1:]
    assert frame.url != f"{address}us/" and frame.locator(".warning").count() == 0
