"""A link to itself beside each heading that has an address, so that anyone can copy it: without scripts, too.

It stands beside the heading, not in it: the heading's own words, the index of the search and the list of
parts stay as they are.
"""

import re

from markupsafe import Markup

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


def with_links(html: str, phrases: Phrases) -> Markup:
    """The HTML of a page's content with the links in it."""
    return Markup(HEADING.sub(lambda found: linked(found, phrases), html))


def linked(found: re.Match[str], phrases: Phrases) -> str:
    own = OWN.search(found["attributes"])
    anchor = own[1] if own else found["holder"]
    if not anchor:
        return found[0]
    label = phrases.say("to-here", part=Markup(found["words"]).striptags())
    return Markup(found["before"] or "") + LINK.format(
        heading=Markup(found["heading"]), anchor=Markup(anchor), label=label
    )
