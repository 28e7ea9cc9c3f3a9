"""The sheets to print: all of them in a list, and each beside the task that it serves."""

from collections.abc import Iterator
from dataclasses import dataclass

from monograph.model.problem import look_up
from monograph.views.link import Link
from monograph.views.liquids import forms_of_liquid, strength_of
from monograph.views.page_context import PageContext

NAMED = "sheet-of-"  # how the phrases begin that are the titles of sheets


def sheet_links(page: PageContext) -> tuple[Link, ...]:
    """Every sheet to print, in the order of their phrases; one that names a strength is there for each
    liquid.
    """
    names = (key.removeprefix(NAMED) for key in page.phrases.phrases if key.startswith(NAMED))
    return tuple(link for name in names for link in links(name, page))


def links(name: str, page: PageContext) -> Iterator[Link]:
    """A sheet, or one for each liquid."""
    phrases, key = page.phrases, f"{NAMED}{name}"
    if "{strength}" not in look_up(phrases.phrases, key, "phrase"):
        yield Link(page.link(f"print/{name}"), phrases.say(key))
        return
    for form in forms_of_liquid(page.edition):
        strength, end = strength_of(form, phrases)
        yield Link(page.link(f"print/{name}-{end}"), phrases.say(key, strength=strength))


@dataclass(frozen=True)
class SheetView:
    href: str
    title: str
    use: str


def offered(name: str, page: PageContext) -> tuple[SheetView, ...]:
    """A sheet, or one for each liquid, with what it is good for."""
    use = page.phrases.say(f"sheet-for-{name}")
    return tuple(SheetView(link.href, str(link.label), use) for link in links(name, page))


def type_code(page: PageContext) -> Link:
    """Where to type the code of a sheet: the page in front of all editions, which no copy holds."""
    label = page.phrases.say("type-code-title")
    return Link(f"{page.root}../c/", label, page.edition.region_info.locale)
