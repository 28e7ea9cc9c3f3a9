"""The one policy of the site: what its pages may load and tell, for every server that serves them and in
every page itself.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from monograph.model.problem import Place, Problem, Problems
from monograph.site.files import Site, html_files

INLINE = {  # a script with a type holds data, one with an address is a file of ours
    "script-src": re.compile(r"<script>(.*?)</script>", re.DOTALL),
    "style-src": re.compile(r"<style>(.*?)</style>", re.DOTALL),
}
SCRIPTS = Path(__file__).parent.parent.parent / "overrides" / "assets" / "javascripts"
REMOVE = "find the text that brought it, and delete it there"
CHARSET = '<meta charset="utf-8">\n'
CONTENT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
ONLY_AS_HEADER = ("frame-ancestors",)
NO_USE = (
    "accelerometer, browsing-topics, camera, display-capture, geolocation, gyroscope, hid, magnetometer, "
    "microphone, midi, payment, serial, usb"
)
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in NO_USE.split(", ")),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}
STRICT_TRANSPORT = "max-age=31536000"  # seconds; only where the server speaks TLS
FOR_EVER, ASK_FIRST = "public, max-age=31536000, immutable", "no-cache"


Allowed = dict[str, tuple[str, ...]]


def hashes(pages: list[str]) -> Allowed:
    """What lets the scripts and styles that stand in these pages work, and no other."""
    return {
        name: tuple(sorted({hash_of(text) for html in pages for text in inline.findall(html)}))
        for name, inline in INLINE.items()
    }


def our_scripts() -> set[str]:
    return {path.read_text("utf-8").strip() for path in SCRIPTS.rglob("*.*js")}


def strangers(html: str, ours: set[str]) -> Iterator[str]:
    """Each script in a page that is none of ours, and each style below its head: nothing that came with a
    text may be allowed.
    """
    yield from (text for text in INLINE["script-src"].findall(html) if text.strip() not in ours)
    yield from INLINE["style-src"].findall(html.partition("</head>")[2])


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def content_policy(allowed: Allowed, in_page: bool = False) -> str:
    """The Content-Security-Policy; a page cannot say all of it itself."""
    told = {name: value for name, value in CONTENT.items() if not (in_page and name in ONLY_AS_HEADER)}
    return "; ".join(" ".join((name, value, *allowed.get(name, ()))) for name, value in told.items())


def headers(allowed: Allowed) -> dict[str, str]:
    """Every header that goes with every answer."""
    return {"Content-Security-Policy": content_policy(allowed), **HEADERS}


def lock(site: Site) -> tuple[Site, dict[str, str]]:
    """The site with the policy in every page, for hosts that set no headers; and the headers for those that
    do.

    Raises Problems for a page with a script or style that did not come from our templates.
    """
    pages, ours = dict(html_files(site)), our_scripts()
    found = [(file, text.strip()[:40]) for file, html in pages.items() for text in strangers(html, ours)]
    if wrong := [
        Problem(Place(file), f'"{text}" is a script or a style of no template', REMOVE)
        for file, text in found
    ]:
        raise Problems(wrong)
    return site | {file: locked(file, html).encode() for file, html in pages.items()}, headers(
        hashes(list(pages.values()))
    )


def locked(file: str, html: str) -> str:
    if html.count(CHARSET) != 1:
        raise ValueError(f"{file} has no place for the policy: its head has to begin with {CHARSET.strip()}")
    meta = (
        '<meta http-equiv="Content-Security-Policy" '
        f'content="{content_policy(hashes([html]), in_page=True)}">\n'
    )
    return html.replace(CHARSET, CHARSET + meta)
