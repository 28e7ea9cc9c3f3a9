"""Addresses that lead on at once: short ones, those of what has moved, and those of codes."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.codes import code_system
from monograph.model.edition import Edition
from monograph.model.medicine import Code
from monograph.views.phrases import Phrases


@dataclass(frozen=True)
class Redirect:
    """An address without its edition, `was`, and where it leads: a page of that edition, and perhaps a part
    of it.
    """

    was: str
    now: str
    says: str | None = None
    facts: frozenset[str] = frozenset()

    @property
    def slug(self) -> str:
        return self.now.partition("#")[0]


@dataclass(frozen=True)
class RedirectView:
    """`canonical` is there where it is known at which address the site is published."""

    locale: str
    title: str
    label: str
    says: str | None
    href: str
    style: str
    canonical: str | None
    facts: frozenset[str]


def redirects(edition: Edition) -> Iterator[Redirect]:
    """Every address of an edition that is not a page but leads to one; a part that moved is told on the page
    it left.
    """
    links = edition.contents.links
    yield from (Redirect(short.address, short.page) for short in links.short)
    yield from (Redirect(moved.was, moved.now) for moved in edition.pick(links.moved) if "#" not in moved.was)
    phrases = Phrases(edition)
    for code in edition.pick(edition.contents.medicine.codes):
        if not code.unconfirmed:
            says = phrases.say_with(
                "code-says",
                {"code": Markup("<code>{}</code>").format(code.code)},
                system=code.system,
                means=code.means,
            )
            yield Redirect(code_address(code), code.page, says, frozenset({code.id}))


def code_address(code: Code) -> str:
    return f"code/{code_system(code.system).slug}/{code.code}"


def redirect_view(item: Redirect, edition: Edition, address: str = "") -> RedirectView:
    """`address` is where the whole site is published, or "" where nobody said."""
    root = "../" * (item.was.count("/") + 1)
    target = target_of(item.now)
    canonical = f"{address.rstrip('/')}/{edition.region}/{target.partition('#')[0]}" if address else None
    phrases = Phrases(edition)
    return RedirectView(
        locale=edition.region_info.locale,
        title=phrases.say(
            "leads-title", page=phrases.say(f"page-{item.slug}"), place=edition.region_info.name
        ),
        label=phrases.say(f"page-{item.slug}"),
        says=item.says,
        href=f"{root}{target}",
        style=f"{root}assets/stylesheets/door.css",
        canonical=canonical,
        facts=item.facts,
    )


def target_of(spot: str) -> str:
    """ "taking#food" as the end of an address: "taking/#food"."""
    slug, mark, part = spot.partition("#")
    return f"{slug}/{mark}{part}"
