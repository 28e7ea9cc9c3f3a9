"""What can be linked to on a finished page."""

from html.parser import HTMLParser

from monograph.html import VOID


class Anchors(HTMLParser):
    """The anchors of a page that others may link to: not the parts of a picture, nor the cards of sources at its end, which come and go."""

    def __init__(self, html: str):
        super().__init__()
        self.found: set[str] = set()
        self.inner: list[str] = []  # the elements that are open since one whose anchors are its own
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if self.inner or tag in ("svg", "form") or (tag == "ol" and named.get("class") == "source-cards"):
            self.inner += [tag] * (tag not in VOID)
        elif named.get("id"):
            self.found.add(named["id"])

    def handle_endtag(self, tag):
        if tag in self.inner:
            while self.inner.pop() != tag:
                pass
