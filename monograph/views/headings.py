"""What stands beside the headings of a page: a link to each of them, and the list of its parts.

The link stands beside the heading, not in it: the heading's own words and the index of the search stay as
they are, and anyone can copy it, without scripts, too. The list is made from the headings of the finished
page, for many of them come from blocks.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup

from monograph.views.link import Link
from monograph.views.phrases import Phrases

# A heading with an address of its own, or the first thing in a fact, a claim, ... that has one.
HEADING = re.compile(
    '(?P<before><(?:div|section) class="(?:statement|trial|claim|liquid'
    r'|change)\b[^>]*? id="(?P<holder>[^"]+)"[^>]*>\s*)?'
    r"(?P<heading><(?P<tag>h[23])(?P<attributes>[^>]*)>(?P<words>.*?)</(?P=tag)>)",
    re.DOTALL,
)
OWN = re.compile(r' id="([^"]+)"')
# A <header>, for reader views drop short headings that stand in a <div> with a link. The sign "#" comes from
# the style: no copy and no reader view has it.
LINK = Markup(
    '<header class="part">{heading}\n<a class="to-here" href="#{anchor}" aria-label="{label}"></a></header>'
)
PLACE = "<!-- on this page -->"  # where the opening of a page leaves room for the list of its parts
CLOSING = '<section class="who-to-call">'  # from here on every page is alike
LIST = Markup(
    '<nav class="on-this-page{kind}" aria-label="{heading}"><div>\n'
    "<p>{heading}</p>\n<ul>{items}</ul>\n</div></nav>"
)
ITEM = Markup('<li><a href="{}">{}</a></li>\n')
PARTS, WORDS = 3, 400  # a page with as many of both is longer than some three screens of a phone
MANY = 12  # parts; more than these stand in one column
TAG = re.compile(r"<[^>]*>")


def framed(html: str, phrases: Phrases, is_list: bool = False) -> Markup:
    """The HTML of a page's content with a link beside each heading, and a list of its parts where it is long;
    not on a page that `is_list` itself.
    """
    parts = () if is_list else tuple(parts_of(html))
    is_long = len(parts) >= PARTS and len(TAG.sub(" ", html).split()) >= WORDS
    items = Markup("").join(ITEM.format(part.href, part.label) for part in parts)
    kind = " is-long" if len(parts) > MANY else ""
    listed = LIST.format(kind=kind, heading=phrases.say("on-this-page"), items=items) if is_long else ""
    return Markup(with_links(html, phrases).replace(PLACE, listed))


def parts_of(html: str) -> Iterator[Link]:
    """The parts of a page by their headings, in its order."""
    for found in HEADING.finditer(html.partition(CLOSING)[0]):
        anchor = anchor_of(found)
        if found["tag"] == "h2" and anchor:
            yield Link(f"#{anchor}", Markup(found["words"]).striptags())


def with_links(html: str, phrases: Phrases) -> Markup:
    """The HTML of a page's content with the links in it."""
    return Markup(HEADING.sub(lambda found: linked(found, phrases), html))


def anchor_of(found: re.Match[str]) -> str:
    own = OWN.search(found["attributes"])
    return own[1] if own else found["holder"] or ""


def linked(found: re.Match[str], phrases: Phrases) -> str:
    anchor = anchor_of(found)
    if not anchor:
        return found[0]
    label = phrases.say("to-here", part=Markup(found["words"]).striptags())
    return Markup(found["before"] or "") + LINK.format(
        heading=Markup(found["heading"]), anchor=Markup(anchor), label=label
    )
