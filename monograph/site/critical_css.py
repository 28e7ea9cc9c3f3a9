"""The first screen of a page waits for nothing: its style stands in the page, and where its typeface lies;
the rest of the style is asked for below it.
"""

import re

from monograph.site.files import Site, html_files
from monograph.site.styles import GUIDE, joined

FACE = re.compile(r'<link rel="stylesheet" href="([^"]*)stylesheets/face\.css">')
FIRST = re.compile(r'<link rel="stylesheet" href="[^"]*/first\.css">')
REST = re.compile(r'<link rel="stylesheet" href="[^"]*/rest\.css">')
FIRST_BOX, IN_SHORT = (
    re.compile(rf'<section class="{name}\b.*?</section>\n', re.DOTALL)
    for name in ("(?:warning|card)", "in-short")
)
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def first_screens(site: Site) -> Site:
    """The style of the first screen stands in every page that links to it, and its other style sheet below.

    A browser shows what stands before a style sheet in the body while it waits for that one (HTML,
    "body-ok").
    """
    style = f"<style>{first_style()}</style>"
    return site | {file: first_screen(html, style).encode() for file, html in html_files(site)}


def face_style() -> str:
    """The typeface, as its style sheet has it; in a page the way to its files begins at the page."""
    return COMMENT.sub("", joined(GUIDE.with_name("face.css"))).strip()


def first_style() -> str:
    return COMMENT.sub("", joined(GUIDE.with_name("first.css")))


def first_screen(html: str, style: str) -> str:
    html = FACE.sub(
        lambda found: f"<style>{face_style().replace('../fonts/', f'{found[1]}fonts/')}</style>", html
    )
    rest = REST.search(html)
    if not rest:
        return html
    last = IN_SHORT.search(html) or FIRST_BOX.search(html)
    below = last.end() if last else html.index("</article>")
    html = f"{html[:below]}{rest[0]}\n{html[below:]}".replace(rest[0], "", 1)
    return FIRST.sub(lambda _: style, html)
