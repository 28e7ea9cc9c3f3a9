"""The list of the sheets to print."""

from monograph.views.link import Link
from monograph.views.liquids import forms_of_liquid, strength_of
from monograph.views.page_context import PageContext

NAMED = "sheet-of-"  # how the phrases begin that are the titles of sheets


def sheet_links(page: PageContext) -> tuple[Link, ...]:
    """Every sheet to print, in the order of their phrases; one that names a strength is there for each
    liquid.
    """
    phrases, found = page.phrases, []
    for key, phrase in phrases.phrases.items():
        slug = key.removeprefix(NAMED)
        if slug == key:
            continue
        if "{strength}" not in phrase:
            found.append(Link(page.link(f"print/{slug}"), phrases.say(key)))
            continue
        for form in forms_of_liquid(page.edition):
            strength, end = strength_of(form, phrases)
            found.append(Link(page.link(f"print/{slug}-{end}"), phrases.say(key, strength=strength)))
    return tuple(found)


def type_code(page: PageContext) -> Link:
    """Where to type the code of a sheet: the page in front of all editions, which no copy holds."""
    label = page.phrases.say("type-code-title")
    return Link(f"{page.root}../c/", label, page.edition.region_info.locale)
