"""Light enough for one bar of signal, and nothing of the theme in it: whatever the theme becomes, the pages
stay as they are.
"""

import re
from pathlib import Path

import brotli

from monograph.site.styles import GUIDE, joined
from tests.conftest import ROOT

FIRST_VIEW, REQUESTS, AT_ONCE = (
    40_000,
    7,
    14_000,
)  # bytes as served; files; what a server sends before it first waits for an answer
# The list of every source is for whoever looks one up: it alone may weigh as much as this.
ALL_SOURCES = 50_000
LOADED = re.compile(
    r'<(?:link rel="(?:stylesheet|icon|manifest|preload)"|script type="module")[^>]*(?:href|src)="([^"]+)"'
)


def served(path: Path) -> int:
    packed = Path(f"{path}.br")
    return (packed if packed.is_file() else path).stat().st_size


def bare(css: str) -> str:
    return re.sub(r"/\*.*?\*/|\s+", "", css, flags=re.DOTALL)


def test_the_first_view_of_every_page_is_light(pages):
    for _, path, html in pages:
        files = [(path.parent / name).resolve() for name in LOADED.findall(html)]
        narrow = (
            [*path.parent.parent.glob("assets/javascripts/dose-table.*.mjs")]
            if 'form class="narrow"' in html
            else []
        )
        assert len(files) >= 3 and len(files) + len(narrow) + 1 <= REQUESTS, path
        most = ALL_SOURCES if path.parent.name == "sources" else FIRST_VIEW
        assert served(path) + sum(map(served, {*files, *narrow})) <= most, path


def test_the_warning_and_what_is_in_short_are_in_the_first_bytes(pages):
    for _, path, html in pages:
        box = re.search('<section class="in-short', html) or re.search(
            '<section class="(?:warning|card)', html
        )
        last = html[: html.index("</section>", box.start())]
        assert "<style>" in last and 'rel="stylesheet"' not in last, path
        assert len(brotli.compress(last.encode(), quality=5)) <= AT_ONCE, path


def test_nothing_of_the_theme_is_in_a_page_or_beside_it(site, pages):
    ours = {path.name for path in (ROOT / "overrides" / "assets").rglob("*") if path.is_file()}
    shipped = {
        re.sub(r"\.[0-9a-f]{10}(?=\.)", "", path.name)
        for path in site.glob("*/assets/**/*")
        if path.is_file() and path.suffix not in (".br", ".gz")
    }
    assert shipped and shipped <= ours
    for _, path, html in pages:
        assert not re.search(r'class="[^"]*\bmd-|data-md-', html), path


def test_the_style_in_a_page_and_the_one_beside_it_are_the_whole_style(site, pages):
    (rest,) = site.glob("us/assets/stylesheets/rest.*.css")
    _, style = re.findall(r"<style>(.*?)</style>", pages[0][2], re.DOTALL)
    assert bare(joined(GUIDE)) == bare(style + rest.read_text("utf-8"))
