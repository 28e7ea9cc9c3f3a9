"""One visit to a page answers many promises: everything that tests ask of each page is written down while it
is open once.
"""

import re
from time import monotonic

from tests.browser.axe import EVERY_RULE, NO_CONTRAST, findings

WIDTH, HEIGHT = 320, 568
# What axe looks at besides light colours at 320 px: how wide, in what colours, by which rules.
COLOURS = {
    "dark, 1280 px": (1280, {"color_scheme": "dark"}, EVERY_RULE),
    "forced colours, 320 px": (320, {"forced_colors": "active"}, NO_CONTRAST),
}
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important "
    "} p { margin-bottom: 2em !important }"
)
TWICE = "html { font-size: 200% !important }"
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
ADD_STYLE = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet] }"""
LISTEN = (
    "addEventListener('securitypolicyviolation', event => console.error(`policy: "
    "${event.violatedDirective} ${event.blockedURI || event.sample}`))"
)
# How far down the warning goes, where it is shown, and what its heading says. Help begins with whom to call,
# the door with the number of each country.
WARNING = """() => {
  const found = ["section.is-line", "article .card.is-now > h2", ".lands", "section.warning"]
      .map(name => document.querySelector(name)).find(Boolean),
    head = found?.matches("h2") ? found : found?.querySelector("h2, a");
  return [found?.getClientRects().length ? found.getBoundingClientRect().bottom : null,
    head?.innerText ?? null] }"""
STORED = "[document.cookie, localStorage.length, sessionStorage.length]"
# a tab keeps it for the next page
TAKE_STORED = f"(() => {{ const found = {STORED}; sessionStorage.clear(); return found }})()"
# What the page says, and what of it stands there with scripts alone, or without them alone.
WORDS = """apart => { const shown = [...document.querySelectorAll(apart)].filter(at => at.checkVisibility());
  return {words: document.querySelector("main").innerText, apart: shown.map(at => at.innerText)} }"""


def watch(page) -> None:
    """Keeps in `errors` what scripts throw, in `stopped` what the policy stops and what else fails, in
    `asked` each address with its referrer.
    """
    page.errors, page.stopped, page.asked = [], [], []
    page.add_init_script(LISTEN)
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda said: said.type == "error" and page.stopped.append(said.text))
    page.on("request", lambda request: page.asked.append((request.url, request.headers.get("referer", ""))))


def visit(page, path: str, address: str, colours: dict) -> dict:
    """What a page of 320 x 568 px shows and does: looked at first, then judged by axe, in more `colours` too,
    and changed last.
    """
    answer = page.goto(address + path)
    return {
        "policy": answer.headers.get("content-security-policy", ""),
        "warning": page.evaluate(WARNING),
        "with scripts": page.evaluate(WORDS, "form"),
        "axe": findings(page),
        "axe in other colours": {state: in_colours(page, *how) for state, how in colours.items()},
        "too wide": too_wide(page),
        "stored": [*page.evaluate(TAKE_STORED), len(page.context.cookies())],
        "stopped": [*page.stopped, *page.errors],
        "asked": [
            url.replace(address, "/", 1) if url.startswith(address) else url for url, _ in page.asked
        ],  # each worker has an address of its own
    }


def in_colours(page, width: int, media: dict, rules: str) -> list[str]:
    """What axe finds once the device has other colours and another width."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.emulate_media(**media)
    found = findings(page, rules)
    page.emulate_media(color_scheme="light", forced_colors="none")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    return found


def too_wide(page) -> list[str]:
    """When the page scrolls sideways: as it is, with text spaced wider, and with text twice as large, too."""
    found = {"at 320 px": page.evaluate(TOO_WIDE)}
    page.evaluate(ADD_STYLE, SPACING)
    found["with wider text spacing"] = page.evaluate(TOO_WIDE)
    page.evaluate(ADD_STYLE, TWICE)
    for width, height in ((640, HEIGHT), (360, 640)):
        page.set_viewport_size({"width": width, "height": height})
        found[f"with text at 200 % at {width} px"] = page.evaluate(TOO_WIDE)
    return [state for state, wide in found.items() if wide]


def read_without_scripts(page, path: str, address: str) -> dict:
    """What a page says where no script runs."""
    page.goto(address + path)
    return page.evaluate(WORDS, ".search-off, .search-card, form")


def words(said: dict) -> str:
    """The words of a page but for those apart, without any space: lines break elsewhere when something is
    hidden.
    """
    left = re.sub(r"\s+", "", said["words"])
    for text in said["apart"]:
        left = left.replace(re.sub(r"\s+", "", text), "")
    return left


def until(page, holds, patience: float = 10) -> None:
    """Lets the browser work on until something holds; fails where it never does."""
    end = monotonic() + patience
    while not holds():
        assert monotonic() < end, "it never came to hold"
        page.wait_for_timeout(10)


def settled(page, promise: str, patience: float = 10):
    """What a promise of the page comes to; fails where it never does, instead of waiting for ever."""
    late = f"new Promise((_, fail) => setTimeout(() => fail(new Error('it never came')), {1000 * patience}))"
    return page.evaluate(f"Promise.race([{promise}, {late}])")
