"""What is made from the facts besides the pages of the editions: the door in front of them, and addresses
that lead to them.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.views.evidence import evidence
from monograph.views.infobutton import infobutton
from monograph.views.not_found import OFFLINE, not_found, not_found_in
from monograph.views.page_context import EVIDENCE
from monograph.views.pages import Block, Page
from monograph.views.phrases import Phrases
from monograph.views.redirects import redirect_view, redirects
from monograph.views.region_chooser import region_chooser
from monograph.views.render import filled
from monograph.views.type_code import type_code


def exports(contents: Contents, address: str = "") -> tuple[Page, ...]:
    """All of them; `address` is where the whole site is published, or "" where nobody said."""
    first = Edition(contents, next(iter(contents.regions)))  # its words serve where nobody has chosen yet
    views: dict[str, tuple[str, Telling]] = {
        "": ("region_chooser", region_chooser(contents)),
        "infobutton/": ("infobutton", infobutton(contents)),
        "c/": ("type_code", type_code(contents, address)),
    }
    choosers = (export("chooser", place, name, view, first, "") for place, (name, view) in views.items())
    return (*choosers, *redirect_pages(contents, address))


def redirect_pages(contents: Contents, address: str) -> Iterator[Page]:
    """The short addresses of every edition, those of codes, and those of pages that moved."""
    for region in contents.regions:
        edition = Edition(contents, region)
        for item in redirects(edition):
            yield export(
                "redirect",
                f"{region}/{item.was}/",
                "redirects",
                redirect_view(item, edition, address),
                edition,
                region,
            )


def evidence_pages(pages: Iterable[Page], contents: Contents, repository: str) -> Iterator[Page]:
    """The evidence page of each page in docs/ that cites anything, or leaves a fact to it."""
    for page in pages:
        if page.cited or page.behind:
            edition = Edition(contents, page.region)
            address = f"{page.address}{EVIDENCE}/"
            view = evidence(page, edition, repository)
            yield export("evidence", address, "evidence", view, edition, page.region)


def not_found_pages(contents: Contents, root: str) -> Iterator[Page]:
    """What servers answer where no page is, within each edition and outside, and what the worker answers
    without a network; `root` is the site's path.
    """
    for region in contents.regions:
        edition = Edition(contents, region)
        yield export(
            "not-found", f"{region}/404.html", "not_found", not_found_in(edition, root), edition, region
        )
        yield export(
            "not-found",
            f"{region}/{OFFLINE}",
            "not_found",
            not_found_in(edition, root, "offline"),
            edition,
            region,
        )
    yield export(
        "chooser",
        "404.html",
        "not_found",
        not_found(contents, root),
        Edition(contents, next(iter(contents.regions))),
        "",
    )


class Telling(Protocol):
    """A view that tells which facts are in it, by id."""

    @property
    def facts(self) -> frozenset[str]: ...


def export(kind: str, address: str, name: str, view: Telling, edition: Edition, region: str) -> Page:
    """A whole page from the template of that name, in the words of an edition; its view tells the facts in
    it.
    """
    html = filled(name, name, view, Phrases(edition))
    return Page(
        kind,
        region,
        address,
        f"macros/{name}.html.j2",
        html,
        (Block(name, 1, html, view.facts),),
        facts=edition.places,
    )
