"""The fewest pages that show all that any page shows: every element by its name, classes, type and role, and
every pair of parent and child.
"""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"head", "script", "style", "template"}


class Reader(HTMLParser):
    """Collects the elements of a page's body and what each stands in."""

    def __init__(self):
        super().__init__()
        self.around, self.found = [], set()

    def handle_starttag(self, tag, attributes):
        name = named(tag, dict(attributes))
        if not UNSEEN & {outer for outer, _ in self.around} and tag not in UNSEEN:
            self.found |= {name, f"{self.around[-1][1] if self.around else ''} > {name}"}
        if tag not in VOID:
            self.around.append((tag, name))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        tags = [outer for outer, _ in self.around]
        if tag in tags:
            del self.around[len(tags) - 1 - tags[::-1].index(tag) :]


def named(tag: str, attributes: dict[str, str | None]) -> str:
    """An element as a style sheet would pick it."""
    classes = "".join(f".{name}" for name in sorted((attributes.get("class") or "").split()))
    others = "".join(f"[{key}={attributes[key]}]" for key in ("type", "role") if key in attributes)
    return f"{tag}{classes}{others}"


def shown_by(html: str) -> set[str]:
    reader = Reader()
    reader.feed(html)
    return reader.found


def fewest(shown: dict[str, set[str]]) -> list[str]:
    """Pages that show everything together, each time the one that shows the most of what is left."""
    left, chosen = set().union(*shown.values()), []
    while left:
        chosen.append(max(shown, key=lambda page: len(shown[page] & left)))
        left -= shown[chosen[-1]]
    return chosen
