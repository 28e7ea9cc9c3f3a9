"""What is newer than the oldest browsers that README.md names has a plain fallback: styles, scripts and
templates against MDN's compatibility data.
"""

import json
import re
import subprocess

import pytest

import npm
from tests.conftest import ROOT

pytestmark = pytest.mark.needs("engines")
BROWSERS = {
    "Chrome and WebView": ("chrome", "chrome_android", "webview_android"),
    "Firefox": ("firefox", "firefox_android"),
    "Safari": ("safari", "safari_ios"),
}
OLDEST = re.compile(
    r"Chrome and Android WebView (?P<Chrome>[\d.]*\d), Firefox (?P<Firefox>[\d.]*\d), and Safari "
    r"(?P<Safari>[\d.]*\d) on iOS"
)
KINDS = (".css", ".js", ".mjs", ".html", ".css.j2", ".js.j2", ".html.j2")

# What any template may use, for what is done instead does not depend on where it stands.
ANYWHERE = {"html.elements.link.rel.icon"}
# What an old browser does instead. An older value before it in the same rule needs no line here.
FALLBACKS = {
    (
        "print-paged.css",
        "css.types.image.element",
    ): "for the PDF alone: element() takes what running() has set aside, and no browser knows either",
    ("print.css", "css.at-rules.page"): "size and margins of the paper; without it the browser's own",
    ("print-large.css", "css.at-rules.page"): "the same",
    ("print-paged.css", "css.at-rules.page"): "the same",
    ("paper.css", "css.at-rules.page"): "the same",
    ("print.css", "css.properties.break-after.avoid"): "a heading may stand at the foot of a sheet",
    ("paper.css", "css.properties.break-after.avoid"): "the same",
    ("frame.css", "css.properties.accent-color"): "the browser's own colour of a chosen button",
    ("dose.css", "css.at-rules.media.forced-colors"): "no such mode there",
    ("pictures.css", "css.at-rules.media.forced-colors"): "the same",
    ("blocks.css", "css.properties.cursor.pointer"): "a finger has no pointer",
    ("dose.css", "css.properties.cursor.pointer"): "the same",
    ("text.css", "css.properties.cursor.pointer"): "the same",
    (
        "cards.css",
        "css.properties.user-select",
    ): "-webkit-user-select stands beside it; its brackets keep a number apart from a dose besides",
    ("worker.js.j2", "api.FetchEvent.resultingClientId"): "the address of the page stands for it",
    ("text.css", "css.properties.text-wrap"): "the lines of a heading are of any length",
    ("text.css", "css.properties.text-wrap.balance"): "the same",
    ("cards.css", "css.properties.text-wrap"): "it takes back what is not known there either",
    ("cards.css", "css.properties.text-wrap.wrap"): "the same",
    ("text.css", "css.properties.text-size-adjust"): "-webkit-text-size-adjust stands beside it",
    ("text.css", "css.properties.print-color-adjust"): "-webkit-print-color-adjust stands beside it",
    ("text.css", "css.properties.print-color-adjust.exact"): "the same",
    ("colours.css", "css.at-rules.media.prefers-contrast"): "every pair of colours reaches 7 to 1 without it",
    ("blocks.css", "css.at-rules.media.forced-colors"): "no such mode there",
    ("", "html.elements.link.rel.icon"): "the page has another icon, or none",
    (
        "main.html",
        "html.elements.link.rel.manifest",
    ): "cannot be put beside the apps",
    ("frame.mjs", "api.NetworkInformation.saveData"): "the edition is kept as for everybody",
    ("frame.mjs", "api.MIDIPort.connection"): "navigator.connection, looked at only where it is",
    ("search.mjs", "api.CSSNumericValue.to"): "a field of our own: the address that words lead to",
    ("infobutton.mjs", "api.CSSCounterStyleRule.system"): "a field of our own: the system of a code",
    ("minisearch.mjs", "api.LayoutShiftAttribution.node"): "a field of its own: the node of a tree",
    ("minisearch.mjs", "api.SpeechRecognitionPhrase.boost"): "a field of its own: the weight of a word",
}


def oldest() -> dict[str, str]:
    """The oldest version of each browser in the data, as README.md names them."""
    (said,) = OLDEST.finditer(re.sub(r"\s+", " ", (ROOT / "README.md").read_text("utf-8")))
    return {browser: said[name.split()[0]] for name, browsers in BROWSERS.items() for browser in browsers}


def sources() -> dict[str, str]:
    paths = [
        path
        for room in ("overrides", "macros")
        for path in sorted((ROOT / room).rglob("*"))
        if path.name.endswith(KINDS)
    ]
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


def used(files: dict[str, str]) -> list[dict]:
    """What the files use that one of the oldest browsers does not know."""
    command = ["node", str(ROOT / "tests" / "engines" / "compat.mjs"), str(npm.folder("engines"))]
    asked = json.dumps({"oldest": oldest(), "files": files})
    return json.loads(subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout)


@pytest.fixture(scope="module")
def newer():
    return used(sources())


def key(use: dict) -> tuple[str, str]:
    file = "" if use["feature"] in ANYWHERE else use["file"].rpartition("/")[2]
    return file, use["feature"]


def test_whatever_is_newer_than_the_oldest_browsers_has_a_fallback(newer):
    without = [
        f"{use['file']}, line {use['line']}: {use['feature']} is unknown to {', '.join(use['lacking'])}"
        for use in newer
        if key(use) not in FALLBACKS
    ]
    assert not without, "\n".join(without)


def test_no_fallback_is_declared_that_nothing_needs(newer):
    assert set(FALLBACKS) - {key(use) for use in newer} == set()


def test_readers_are_told_the_same_browsers():
    told = (ROOT / "docs" / "en" / "about-site.md").read_text("utf-8")
    for names, browsers in BROWSERS.items():
        for name in names.split(" and "):
            wanted = f"{name} {oldest()[browsers[0]]}"
            assert re.search(rf"\b{re.escape(wanted)}(?![\d.])", told), (
                f"docs/en/about-site.md names no {wanted}"
            )


FOUND = {
    "popover.html": ('<nav class="menu" id="menu" popover>', "html.global_attributes.popover"),
    "button.html.j2": (
        '<button type="button"{% if a %} class="b"{% endif %} popovertarget="menu">',
        "html.elements.button.popovertarget",
    ),
    "colour.css": (":root { --paper: light-dark(#fff, #000) }", "css.types.color.light-dark"),
    "guarded.css": (
        "@supports (color: light-dark(red, red)) { :root { color: light-dark(red, blue) } }",
        "css.types.color.light-dark",
    ),
    "twice.css": (":root { --paper: #fff; --paper: light-dark(#fff, #000) }", "css.types.color.light-dark"),
    "float.css": (".panel { float: inline-start }", "css.properties.float.inline-start"),
    "order.css": (".panel { float: inline-start; float: left }", "css.properties.float.inline-start"),
    "open.css": (".menu:popover-open { top: 0 }", "css.selectors.popover-open"),
    "has.css": ("form:has(input) { top: 0 }", "css.selectors.has"),
    "nested.css": (".a { & .b { top: 0 } }", "css.selectors.nesting"),
    "range.css": ("@media (width >= 60em) { a { top: 0 } }", "css.at-rules.media.range_syntax"),
    "unit.css": ("a { height: 100dvh }", "css.types.length.viewport_percentage_units_dynamic"),
    "layer.css": ("@layer base { a { top: 0 } }", "css.at-rules.layer"),
    "size.mjs": (
        "const asked = new URLSearchParams(location.hash);\nlocation.hash = asked.size ? 1 : 2;",
        "api.URLSearchParams.size",
    ),
    "taken.mjs": (
        "const { size } = new URLSearchParams(location.hash);\nalert(size);",
        "api.URLSearchParams.size",
    ),
    "worker.js.j2": (
        "const FILES = {{ view.files }};\nasync function tell(event) { await "
        "clients.get(event.resultingClientId); }",
        "api.FetchEvent.resultingClientId",
    ),
    "call.mjs": ("document.querySelector('#menu').showPopover();", "api.HTMLElement.showPopover"),
    "asked.mjs": ("document.querySelector('.menu:popover-open');", "css.selectors.popover-open"),
    "made.mjs": ("const b = structuredClone(document.title);\nalert(b);", "api.structuredClone"),
    "behind.mjs": (
        "const price = /(?<=a)b/;\nalert(price);",
        "javascript.regular_expressions.lookbehind_assertion",
    ),
    "block.mjs": (
        "class A { static { alert(1); } }\nnew A();",
        "javascript.classes.static.initialization_blocks",
    ),
    "told.mjs": (
        "document.body.addEventListener('beforetoggle', alert);",
        "api.HTMLElement.beforetoggle_event",
    ),
    "ordered.mjs": ("alert(['a', 'b'].toSorted());", "javascript.builtins.Array.toSorted"),
}
NOT_FOUND = {
    "plain.css": ".panel { float: left; float: inline-start } :root "
    "{ --paper: #fff; color: var(--paper); margin: "
    "1rem auto; width: min(100%, 20em) }",
    "asks.css": "@supports not selector(:popover-open) { .menu { position: static } }",
    "plain.mjs": "const asked = new URLSearchParams(location.hash);\nlocation.hash = asked.get('who') ?? "
    "String(asked);\nalert(new Map().size, new Set().size);",
    "asks.mjs": "if (!('popover' in HTMLElement.prototype)) location.hash = 'menu';",
    "plain.html": '<ul class="popover"><li data-in="x"><input type="radio" name="who"></li></ul>',
}


@pytest.fixture(scope="module")
def tried():
    found = used({name: text for name, (text, _) in FOUND.items()} | NOT_FOUND)
    return {name: {use["feature"] for use in found if use["file"] == name} for name in (*FOUND, *NOT_FOUND)}


@pytest.mark.parametrize("name", FOUND)
def test_a_newer_feature_is_found(tried, name):
    assert FOUND[name][1] in tried[name]


@pytest.mark.parametrize("name", NOT_FOUND)
def test_what_is_old_enough_is_not_found(tried, name):
    assert tried[name] == set()
