"""An edition to take along as one page: all its pages in a file that needs nothing else."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from posixpath import join, normpath
from urllib.parse import urljoin

from markupsafe import Markup

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.site.downloads import SCHEME, alone
from monograph.site.files import Site
from monograph.site.styles import GUIDE, joined
from monograph.views.downloads import download_name
from monograph.views.frame import Opening, opening
from monograph.views.page_context import PageContext
from monograph.views.phrases import Phrases
from monograph.views.render import filled

ARTICLE = re.compile(r'<article class="prose">(.*?)</article>', re.DOTALL)
MENU = re.compile(r'<nav class="menu".*?</nav>', re.DOTALL)
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
ENTRY = re.compile(r'<a href="([^"]+)"[^>]*>([^<]+)</a>')
NOT_ALONE = re.compile(
    r"<(form|script)\b.*?</\1>\s*|<link\b[^>]*>\s*", re.DOTALL
)  # works with other files alone
TAG = re.compile(r"<[a-z][^>]*>")
NAMED = re.compile(r'\s(id|href|for|aria-labelledby)="([^"]*)"')
PICTURE = re.compile(r'<img src="([^":]+\.svg)" alt="([^"]*)"[^>]*>')


@dataclass(frozen=True)
class Part:
    slug: str
    title: Markup
    content: Markup


@dataclass(frozen=True)
class SingleView:
    """`address` is where the edition is published, or ""; `opening` stands first on every page of it."""

    locale: str
    title: str
    says: str
    address: str
    style: Markup
    opening: Opening
    parts: tuple[Part, ...]


def single_files(site: Site, contents: Contents, address: str) -> Site:
    """All pages of each edition as one page in its folder, in the order of its menu; `address` is where the
    whole site is published, or "".
    """
    made = {}
    for region in contents.regions:
        edition, published = Edition(contents, region), f"{address}/{region}/" if address else ""
        phrases = Phrases(edition)
        menu: str = MENU.findall(site[f"{region}/index.html"].decode())[0]
        menu_pages = {normpath(href).strip("."): Markup(title) for href, title in ENTRY.findall(menu)}
        pages = dict(with_parts(menu_pages, site, region))
        parts = tuple(
            part(content_of(site, join(region, slug), published), slug, title, pages.keys(), published)
            for slug, title in pages.items()
        )
        says, title = (
            phrases.say("single-says", date=phrases.day(contents.review.last_checked)),
            phrases.say("single-title", place=edition.region_info.name),
        )
        first = opening(PageContext(edition, phrases, "index"))
        view = SingleView(
            edition.region_info.locale, title, says, published, Markup(joined(GUIDE)), first, parts
        )
        page = filled("single", "single", view, phrases)
        made[f"{region}/{download_name(edition)}.html"] = f"{page.strip()}\n".encode()
    return site | made


def with_parts(menu: dict[str, Markup], site: Site, region: str) -> Iterator[tuple[str, Markup]]:
    """The pages of the menu, each followed by those that it leads to in its stead: "claims-risks"."""
    for slug, title in menu.items():
        yield slug, title
        for file in sorted(site):
            own = file.removeprefix(f"{region}/").removesuffix("/index.html")
            if slug and own.startswith(f"{slug}-") and own not in menu and "/" not in own:
                yield own, Markup(HEADING.findall(site[file].decode())[0])


def content_of(site: Site, folder: str, address: str) -> str:
    """What a page says, with its pictures in it, and nothing that works with other files alone."""

    def drawn(found: re.Match[str]) -> str:
        picture = site[normpath(join(folder, found[1]))].decode()
        return picture.replace("<svg ", f'<svg role="img" aria-label="{found[2]}" ', 1).strip()

    html: str = ARTICLE.findall(site[normpath(join(folder, "index.html"))].decode())[0]
    return PICTURE.sub(drawn, NOT_ALONE.sub("", alone(html, address)))


def part(html: str, slug: str, title: Markup, pages: Container[str], address: str) -> Part:
    """A page as a part of the file: its anchors begin with its own name, and links between pages stay within
    the file.
    """

    def led(found: re.Match[str]) -> str:
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
