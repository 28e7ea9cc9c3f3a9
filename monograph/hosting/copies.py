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
from monograph.views.frame import Opening, opening
from monograph.views.lost import OFFLINE
from monograph.views.page import Page
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
LEADS = re.compile(r'(<a\b[^>]*?\shref="|<meta http-equiv="refresh" content="0; url=)([^"#]+)')
ELSEWHERE = re.compile(r'<p><a href="[^"]*" hreflang="[^"]*">[^<]*</a></p>\n?')  # the same page in an edition that is not in the copy
SEARCH = re.compile(r'<form class="search".*?</form>', re.DOTALL)
PICTURE = re.compile(r'<img src="([^":]+\.svg)" alt="([^"]*)"[^>]*>')
FOR_SERVERS = {"404.html", OFFLINE}  # answers, not pages
ALWAYS = (1980, 1, 1, 0, 0, 0)  # the earliest day a zip can say: the day of the build would make every build another


@dataclass(frozen=True)
class Part:
    slug: str
    title: Markup
    content: Markup


@dataclass(frozen=True)
class SingleView:
    """`address` is where the edition is published, or "" where nobody said; `opening` is what stands first on every page of it."""

    locale: str
    title: str
    says: str
    address: str
    style: Markup
    opening: Opening
    parts: tuple[Part, ...]


def write_single(contents: Contents, folder: Path, address: str) -> None:
    """All pages of each edition as one page in its folder, in the order of its menu; `address` is where the whole site is published, or ""."""
    for region in contents.regions:
        edition, published = Edition(contents, region), f"{address}/{region}/" if address else ""
        words = Words(edition)
        entries = ENTRY.findall(MENU.search((folder / region / "index.html").read_text("utf-8"))[0])
        pages = {normpath(href).strip("."): Markup(title) for href, title in entries}
        template = environment().get_template("single.html.j2").make_module({"say": words.say})
        html = {slug: content_of(folder / region / slug, str(template.no_search(published)), published) for slug in pages}
        parts = tuple(part(html[slug], slug, title, pages.keys(), published) for slug, title in pages.items())
        says, title = words.say("single-says", date=words.day(contents.review.last_checked)), words.say("single-title", place=edition.place.name)
        first = opening(Page(edition, words, "index"))
        page = template.single(SingleView(edition.place.locale, title, says, published, Markup(joined(GUIDE)), first, parts))
        (folder / region / f"{copy_name(edition)}.html").write_text(str(page).strip() + "\n", "utf-8")


def content_of(folder: Path, no_search: str, address: str) -> str:
    """What a page says, with its pictures in it, and nothing that works with other files alone."""

    def drawn(found: re.Match) -> str:
        return (folder / found[1]).read_text("utf-8").replace("<svg ", f'<svg role="img" aria-label="{found[2]}" ', 1).strip()

    html = ARTICLE.search((folder / "index.html").read_text("utf-8"))[1]
    return PICTURE.sub(drawn, NOT_ALONE.sub("", without(html, no_search, address)))


def without(html: str, no_search: str, address: str) -> str:
    """A page of a copy: its search says that it does not search, and no link leads out of the copy to nowhere."""
    html = SEARCH.sub(lambda _: no_search, html)
    return html if address else ELSEWHERE.sub("", html)


def part(html: str, slug: str, title: Markup, pages: set[str], address: str) -> Part:
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

    return Part(anchor(slug), title, Markup(TAG.sub(lambda tag: NAMED.sub(led, tag[0]), html)))


def anchor(slug: str) -> str:
    return slug or "start"


def write_zips(contents: Contents, folder: Path, address: str) -> None:
    """Each edition as a zip in its own folder, its links led to files: no server looks for index.html on a memory stick."""
    for region in contents.regions:
        edition, copy = folder / region, copy_name(Edition(contents, region))
        published = f"{address}/{region}/" if address else ""
        template = environment().get_template("single.html.j2").make_module({"say": Words(Edition(contents, region)).say})
        no_search = str(template.no_search(published))
        paths = [path for path in sorted(edition.rglob("*")) if path.is_file() and path.name not in FOR_SERVERS]
        with zipfile.ZipFile(edition / f"{copy}.zip", "w") as packed:
            for path in paths:
                place = path.relative_to(edition).as_posix()
                content = path.read_bytes()
                page = path.suffix == ".html" and on_a_stick(without(content.decode(), no_search, published), place, published)
                packed.writestr(entry(f"{copy}/{place}"), page or content)


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
        if address and normpath(join(dirname(place), to)).startswith(".."):
            return f"{before}{urljoin(f'{address}{place}', to)}"
        file = to.endswith(("/", "..")) or to == "."
        return f"{before}{to.rstrip('/')}/index.html" if file else found[0]

    return LEADS.sub(led, TO_ITSELF.sub("", MODULE.sub("", POLICY.sub("", html))))
