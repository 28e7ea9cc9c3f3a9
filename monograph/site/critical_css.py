"""The first screen of a page waits for nothing: its style stands in the page, the rest of the style is asked for below it."""

import re
from pathlib import Path

from monograph.site.styles import GUIDE, joined

FIRST = re.compile(r'<link rel="stylesheet" href="[^"]*/first\.css">')
REST = re.compile(r'<link rel="stylesheet" href="[^"]*/rest\.css">')
WARNING, IN_SHORT = (re.compile(rf'<section class="{name}\b.*?</section>\n', re.DOTALL) for name in ("warning", "in-short"))
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def first_screens(folder: Path) -> None:
    """Writes the style of the first screen into every page of the site in `folder` that links to it, and moves its other style sheet.

    A browser shows what stands before a style sheet in the body while it waits for that one (HTML, "body-ok").
    """
    style = f"<style>{COMMENT.sub('', joined(GUIDE.with_name('first.css')))}</style>"
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text("utf-8")
        if rest := REST.search(html):
            last = IN_SHORT.search(html) or WARNING.search(html)
            below = last.end() if last else html.index("</article>")
            html = f"{html[:below]}{rest[0]}\n{html[below:]}".replace(rest[0], "", 1)
            path.write_text(FIRST.sub(lambda _: style, html), "utf-8")
