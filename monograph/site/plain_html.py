"""A page reduced to what it says: headings, sentences, lists and tables, with its links; no pictures, no
styles, no scripts.
"""

from html import escape
from html.parser import HTMLParser
from posixpath import relpath
from urllib.parse import urljoin, urlsplit

from monograph.html import VOID, Attributes

KEPT = {
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ),
    *("strong", "em", "sup", "sub", "cite", "blockquote", "pre", "code", "br", "a"),
}
ALIKE = {"figcaption": "p", "summary": "p"}
ATTRIBUTES = {"id", "href", "scope", "colspan", "rowspan"}
LEFT_OUT = {
    "svg",
    "form",
    "script",
    "style",
    "button",
    "img",
}  # what a picture shows stands in its caption, too
NOT_OF_A_COPY = {"suggest", "qr", "sheet-files"}


class Plain(HTMLParser):
    """`address` is the page's own, such as "/us/missed/";
    `pages` are the addresses that the version keeps.
    """

    def __init__(self, html: str, address: str, pages: frozenset[str]):
        super().__init__(convert_charrefs=True)
        self.address, self.pages = address, pages
        self.out: list[str] = []
        self.inner: list[str] = []  # the elements that are open since one that is left out
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        named = dict(attributes)
        if self.inner or self.is_left_out(tag, named):
            self.inner += [tag] * (tag not in VOID)
        elif (tag := ALIKE.get(tag, tag)) in KEPT:
            kept = "".join(
                f' {name}="{escape(self.led(name, value or ""))}"'
                for name, value in attributes
                if name in ATTRIBUTES
            )
            focus = ' tabindex="0"' * (tag == "table")  # on a small screen it is moved sideways, by keys too
            self.out.append(f"<{tag}{kept}{focus}>")
        elif anchor := named.get("id"):
            self.out.append(f'<a id="{escape(anchor)}"></a>')  # the part keeps its address, whatever it was

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inner:
            while self.inner.pop() != tag:
                pass
        elif not self.inner and (tag := ALIKE.get(tag, tag)) in KEPT:
            self.out.append(f"</{tag}>{' ' * (tag == 'sup')}")  # sources 1 and 2 are not source 12
        elif tag == "span":
            self.out.append(" ")

    def handle_data(self, text: str) -> None:
        if not self.inner:
            self.out.append(escape(text, quote=False))

    def is_left_out(self, tag: str, named: dict[str, str | None]) -> bool:
        classes = set((named.get("class") or "").split())
        cards = "source-cards" in classes and not self.address.endswith(
            "/sources/"
        )  # they stand on the page of all sources
        return tag in LEFT_OUT or bool(classes & NOT_OF_A_COPY) or cards

    def led(self, name: str, value: str) -> str:
        """An address in a link, so that it leads within the version, or to today's site where the version
        keeps no such page.
        """
        if name != "href" or urlsplit(value).scheme:
            return value
        region = self.address.split("/")[1]
        if value.startswith("#source-"):
            value = f"/{region}/sources/{value}"
        elif value.split("#")[0].endswith(".md"):
            value = f"/{region}/{value.replace('.md', '/', 1)}"
        elif value.startswith("#"):
            return value
        path, mark, part = urljoin(self.address, value).partition("#")
        start = self.address if path in self.pages else f"/v/0{self.address}"
        return f"{relpath(path, start)}/{mark}{part}" if path.endswith("/") else relpath(path, start)


def plain(html: str, address: str, pages: frozenset[str]) -> str:
    """The copy, a line for each block."""
    text = "".join(Plain(html, address, pages).out)
    return (
        "\n".join(line for line in (" ".join(line.split(" ")).strip() for line in text.splitlines()) if line)
        + "\n"
    )
