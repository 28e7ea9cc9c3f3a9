"""An edition to take along: all its pages in one file that needs nothing else, and a zip that opens from a memory stick."""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import urljoin

from markupsafe import Markup

from monograph.edition import Edition
from monograph.model.contents import Contents
from monograph.render import environment
from monograph.styles import GUIDE, joined
from monograph.views.copies import copy_name
from monograph.words import Words

ARTICLE = re.compile(r'<article class="prose">(.*?)</article>', re.DOTALL)
MENU = re.compile(r'<nav class="menu".*?</nav>', re.DOTALL)
ENTRY = re.compile(r'<a href="([^"]+)"[^>]*>([^<]+)</a>')
NOT_ALONE = re.compile(r"<(form|script)\b.*?</\1>\s*|<link\b[^>]*>\s*", re.DOTALL)  # works with other files alone
TAG = re.compile(r"<[a-z][^>]*>")
NAMED = re.compile(r'\s(id|href|for|aria-labelledby)="([^"]*)"')
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
SCHEME = re.compile(r"[a-z]+:")
MODULE = re.compile(r'<script type="module"[^>]*></script>\n?|<link rel="manifest"[^>]*>\n?')
TO_ITSELF = re.compile(r'<li><a href="[^"]+\.zip">[^<]*</a></li>\n')
HREF = re.compile(r'(<a\b[^>]*?\shref=")([^"#]+)')
ALWAYS = (1980, 1, 1, 0, 0, 0)  # the earliest day a zip can say: the day of the build would make every build another


@dataclass(frozen=True)
class Part:
    slug: str
    title: Markup
    content: Markup


@dataclass(frozen=True)
class SingleView:
    """`address` is where the edition is published, or "" where nobody said."""

    locale: str
    title: str
    says: str
    address: str
    style: Markup
    parts: tuple[Part, ...]


def write_single(contents: Contents, folder: Path, address: str) -> None:
    """All pages of each edition as one page in its folder, in the order of its menu; `address` is where the whole site is published, or ""."""
    for region in contents.regions:
        edition, published = Edition(contents, region), f"{address}/{region}/" if address else ""
        words = Words(edition)
        entries = ENTRY.findall(MENU.search((folder / region / "index.html").read_text("utf-8"))[0])
        pages = {normpath(href).strip("."): Markup(title) for href, title in entries}
        parts = tuple(part(folder / region, slug, title, pages.keys(), published) for slug, title in pages.items())
        says = words.say("single-says", date=words.day(contents.review.last_checked))
        view = SingleView(edition.place.locale, words.say("single-title", place=edition.place.name), says, published, Markup(joined(GUIDE)), parts)
        page = environment().get_template("single.html.j2").make_module({"say": words.say}).single(view)
        (folder / region / f"{copy_name(edition)}.html").write_text(str(page).strip() + "\n", "utf-8")


def part(edition: Path, slug: str, title: Markup, pages: set[str], address: str) -> Part:
    """A page as a part of the file: its anchors begin with its own name, and links between pages stay within the file."""

    def led(found: re.Match) -> str:
        attribute, value = found.groups()
        if attribute != "href":
            value = " ".join(f"{anchor(slug)}--{item}" for item in value.split())
        elif not SCHEME.match(value):
            value = within(value)
        return f' {attribute}="{value}"'

    def within(value: str) -> str:
        to, mark, spot = value.partition("#")
        page = normpath(join(slug, to)) if to else slug or "."
        if (own := "" if page == "." else page) in pages:
            return f"#{anchor(own)}--{spot}" if mark else f"#{anchor(own)}"
        return urljoin(address, f"{page}{'/' * to.endswith('/')}{mark}{spot}")

    html = NOT_ALONE.sub("", ARTICLE.search((edition / slug / "index.html").read_text("utf-8"))[1])
    return Part(anchor(slug), title, Markup(TAG.sub(lambda tag: NAMED.sub(led, tag[0]), html)))


def anchor(slug: str) -> str:
    return slug or "start"


def write_zips(contents: Contents, folder: Path, address: str) -> None:
    """Each edition as a zip in its own folder, its links led to files: no server looks for index.html on a memory stick."""
    for region in contents.regions:
        edition, copy = folder / region, copy_name(Edition(contents, region))
        paths = [path for path in sorted(edition.rglob("*")) if path.is_file() and path.name != "404.html"]
        with zipfile.ZipFile(edition / f"{copy}.zip", "w") as packed:
            for path in paths:
                place = path.relative_to(edition).as_posix()
                content = path.read_bytes()
                packed.writestr(entry(f"{copy}/{place}"), on_a_stick(content.decode(), place, f"{address}/{region}") if path.suffix == ".html" else content)


def entry(inside: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(inside, ALWAYS)
    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return info


def on_a_stick(html: str, place: str, address: str) -> str:
    """A page that opens by file://, where neither modules nor the site's own policy hold; what is not on the stick is led to its `address`."""

    def led(found: re.Match) -> str:
        before, to = found.groups()
        if SCHEME.match(to):
            return found[0]
        page = normpath(f"{dirname(place)}/{to}")
        if page.startswith("../") and address.startswith("http"):
            return f"{before}{urljoin(f'{address}/{place}', to)}"
        file = to.endswith(("/", "..")) or to == "."
        return f"{before}{to.rstrip('/')}/index.html" if file else found[0]

    return HREF.sub(led, TO_ITSELF.sub("", MODULE.sub("", POLICY.sub("", html))))
