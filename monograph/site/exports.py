"""What is made from the facts besides the pages of the editions: the door in front of them, and addresses that lead to them."""

from collections.abc import Iterator

from markupsafe import Markup

from monograph.model.edition import Edition
from monograph.model.contents import Contents
from monograph.views.pages import Proof, Shown
from monograph.views.render import environment
from monograph.views.region_chooser import region_chooser
from monograph.views.infobutton import infobutton
from monograph.views.redirects import redirects, redirect_view
from monograph.views.not_found import OFFLINE, not_found, not_found_in
from monograph.views.type_code import type_code
from monograph.views.phrases import Phrases


class Export(Proof):
    """A file of its own, made from no page in docs/; its slug is where it stands in the site."""

    @property
    def address(self) -> str:
        return self.slug


def exports(contents: Contents, address: str = "") -> tuple[Export, ...]:
    """All of them; `address` is where the whole site is published, or "" where nobody said."""
    first = Edition(contents, next(iter(contents.regions)))  # its words serve where nobody has chosen yet
    region_chooser_page = export("index.html", "region_chooser", region_chooser(contents), first)
    infobutton_page = export("infobutton/index.html", "infobutton", infobutton(contents), first)
    type_code_page = export("c/index.html", "type_code", type_code(contents, address), first)
    return (region_chooser_page, infobutton_page, type_code_page, *redirect_pages(contents, address))


def redirect_pages(contents: Contents, address: str) -> Iterator[Export]:
    """The short addresses of every edition, those of codes, and those of pages that moved."""
    for region in contents.regions:
        edition = Edition(contents, region)
        for item in redirects(edition):
            yield export(f"{region}/{item.was}/index.html", "redirects", redirect_view(item, edition, address), edition)


def not_found_pages(contents: Contents, root: str) -> Iterator[Export]:
    """What servers answer where no page is, within each edition and outside, and what the worker answers without a network; `root` is the site's path."""
    for region in contents.regions:
        edition = Edition(contents, region)
        yield export(f"{region}/404.html", "not_found", not_found_in(edition, root), edition)
        yield export(f"{region}/{OFFLINE}", "not_found", not_found_in(edition, root, "offline"), edition)
    yield export("404.html", "not_found", not_found(contents, root), Edition(contents, next(iter(contents.regions))))


def export(slug: str, name: str, view, edition: Edition) -> Export:
    """A whole file from the template of that name; its view tells the facts in it."""
    module = environment().get_template(f"{name}.html.j2").make_module({"say": Phrases(edition).say})
    html = Markup(getattr(module, name)(view))
    return Export("", slug, f"macros/{name}.html.j2", html, (Shown(name, 1, html, view.facts),))
