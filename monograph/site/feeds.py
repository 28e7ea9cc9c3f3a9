"""The changes of an edition as a feed that clinics can follow: Atom (RFC 4287)."""

from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from monograph.model.edition import Edition
from monograph.views.history import ChangeView, change_view
from monograph.views.page_context import PageContext
from monograph.views.phrases import Phrases

ATOM = "http://www.w3.org/2005/Atom"
FACTS = "urn:facts"  # the scheme of the categories that name the facts which an entry is about
SLUG = "changes"  # the page that tells the same


def feeds(edition: Edition, address: str) -> dict[str, str]:
    """The feed of an edition by its file name; `address` is where it is published, or "" for links that lead
    from beside the feed.
    """
    phrases = Phrases(edition)
    title = phrases.say("feed-title", place=edition.region_info.name)
    title = title[0].upper() + title[1:]
    page = PageContext(edition, phrases, SLUG)
    changes = [change_view(change, page) for change in edition.pick(edition.contents.history)]
    return {f"{SLUG}.atom": atom(changes, title, address, edition)}


def atom(changes: list[ChangeView], title: str, address: str, edition: Edition) -> str:
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": edition.region_info.locale})
    add(feed, "title", title)
    add(feed, "id", identity(edition, SLUG))
    add(feed, "updated", moment(max(change.iso for change in changes)))
    add(add(feed, "author"), "name", title)
    add(feed, "link", rel="self", href=f"{address}{SLUG}.atom")
    add(feed, "link", rel="alternate", type="text/html", href=f"{address}{SLUG}/")
    for change in changes:
        entry = add(feed, "entry")
        add(entry, "title", headline(change))
        add(entry, "id", identity(edition, change.anchor))
        add(entry, "updated", moment(change.iso))
        add(entry, "category", term=change.kind)
        for fact in change.facts:
            add(entry, "category", term=fact, scheme=FACTS)
        add(entry, "link", href=f"{address}{SLUG}/#{change.anchor}")
        add(entry, "content", content(change), type="html")
    ElementTree.indent(feed)
    return ElementTree.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def add(
    parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, tag, attributes)
    child.text = text
    return child


def headline(change: ChangeView) -> str:
    """How much it matters, and its first sentence."""
    return f"{change.severity.rstrip('.')}: {change.text.striptags().partition('. ')[0].rstrip('.')}"


def content(change: ChangeView) -> str:
    return f"<p>{change.text}</p><p>{change.because}</p>"


def moment(iso: str) -> str:
    return f"{iso}T00:00:00Z"


def identity(edition: Edition, name: str) -> str:
    """The same for the same entry wherever the guide is published."""
    return uuid5(NAMESPACE_URL, f"{edition.contents.medicine.name}/{edition.region}/{name}").urn
