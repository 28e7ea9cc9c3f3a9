"""The one policy of the site: what its pages may load and tell, for every server that serves them and in
every page itself.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from monograph.model.problem import Place, Problem, Problems
from monograph.site.critical_css import face_style, first_style
from monograph.site.files import Site, html_files
from monograph.site.styles import GUIDE, joined

INLINE = {  # a script with a type holds data, one with an address is a file of ours
    "script-src": re.compile(r"<script>(.*?)</script>", re.DOTALL),
    "style-src": re.compile(r"<style>(.*?)</style>", re.DOTALL),
}
ACTIVE = re.compile(r"<(script|style)\b([^>]*)>(.*?)(?:</\1|$)", re.DOTALL | re.IGNORECASE)
HARMLESS = re.compile(  # data that nobody runs, and a file of the site
    r' type="application/json" id="[a-z-]+"| type="module" src="/?(?:\.\./)*[a-z][a-z0-9./-]*\.mjs"'
)
TAG = re.compile(r"""<[a-z](?:[^"'<>]|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
FONT = re.compile(
    r'url\("(?:\.\./)*assets/fonts/([a-z0-9-]+)\.[0-9a-f]{10}(?=\.woff2")'
)  # as a page asks for it
HANDLER = re.compile(r"[\s\"'/](on[a-z]+)\s*=", re.IGNORECASE)
VALUE = re.compile(r""""[^"]*"|'[^']*'""")
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
    """What lets the scripts and styles of ours that stand in these pages work, and no other."""
    return {
        name: tuple(
            sorted({hash_of(text) for html in pages for text in inline.findall(html) if is_ours(text)})
        )
        for name, inline in INLINE.items()
    }


@cache
def ours() -> frozenset[str]:
    """The scripts and styles that a page of ours may hold: what lies in a file that the project ships."""
    scripts = (path.read_text("utf-8") for path in SCRIPTS.rglob("*.*js"))
    return frozenset(text.strip() for text in (*scripts, face_style(), first_style(), joined(GUIDE)))


def is_ours(text: str) -> bool:
    return FONT.sub(r'url("../fonts/\1', text.strip()) in ours()


def strangers(html: str) -> Iterator[str]:
    """Each script and style in a page that is none of ours: nothing that came with a text may be allowed."""
    for _, attributes, text in ACTIVE.findall(html):
        if not (is_ours(text) if not attributes else HARMLESS.fullmatch(attributes)):
            yield text.strip() or attributes.strip()
    if HANDLER.search(html):  # perhaps in a text or a value, where it is nothing
        yield from (name for tag in TAG.findall(html) for name in HANDLER.findall(VALUE.sub('""', tag)))


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
    pages = dict(html_files(site))
    found = [(file, text[:40]) for file, html in pages.items() for text in strangers(html)]
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
