"""A page reduced to what it says: headings, sentences, lists and tables, with its links; no pictures, no
styles, no scripts.
"""

import re
from html import escape, unescape
from posixpath import relpath
from urllib.parse import urljoin, urlsplit

from lxml import etree

from monograph.html import CARDS, FILES, QR, SUGGEST, classes_of, parse

KEPT = {
    "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "caption", "thead", "tbody", "tr", "th", "td",
    "strong", "em", "sup", "sub", "cite", "blockquote", "pre", "code", "br", "a",
}  # fmt: skip
ALIKE = {"figcaption": "p", "summary": "p"}
ATTRIBUTES = {"id", "href", "scope", "colspan", "rowspan"}
# what a picture shows stands in its caption, too
LEFT_OUT = {"svg", "form", "script", "style", "button", "img"}
NOT_OF_A_COPY = {SUGGEST, QR, FILES}
VOID = {"br"}
WRITTEN = re.compile(r'</?([a-z0-9]+)((?: [a-z]+="[^"<>]*")*)>')  # a tag as a copy has it
ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
SCHEMES = {"", "http", "https", "mailto", "tel"}


class Plain:
    """`address` is the page's own, such as "/us/missed/", `pages` the addresses that the version keeps."""

    def __init__(self, address: str, pages: frozenset[str]):
        self.address, self.pages = address, pages

    def copy(self, element: etree._Element) -> str:
        """An element with all that it holds, and without its tag where that is not kept."""
        if self.is_left_out(element):
            return ""
        inner: str = escape(element.text or "", quote=False)
        inner += "".join(self.copy(part) + escape(part.tail or "", quote=False) for part in element)
        tag: str = ALIKE.get(element.tag, element.tag)
        if tag in KEPT:
            end = "" if tag in VOID else f"</{tag}>"
            return (
                f"<{tag}{self.attributes(element)}>{inner}{end}{' ' * (tag == 'sup')}"  # 1 and 2 are not 12
            )
        name = element.get("id")  # the part keeps its address, whatever it was
        return (f'<a id="{escape(name)}"></a>' if name else "") + inner + " " * (tag == "span")

    def attributes(self, element: etree._Element) -> str:
        kept: str = "".join(
            f' {name}="{escape(self.led(name, value))}"'
            for name, value in element.items()
            if name in ATTRIBUTES
        )
        # on a small screen a table is moved sideways, by keys too
        return kept + ' tabindex="0"' * int(element.tag == "table")

    def is_left_out(self, element: etree._Element) -> bool:
        classes = classes_of(element)
        # they stand on the page of all sources
        cards = CARDS in classes and not self.address.endswith("/sources/")
        return element.tag in LEFT_OUT or bool(classes & NOT_OF_A_COPY) or cards

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


def is_plain(copy: str) -> bool:
    """Whether a copy holds nothing but what copies are made of: no script, no style, no form."""
    return "<" not in WRITTEN.sub(lambda tag: "" if is_kept(*tag.groups()) else tag[0], copy)


def is_kept(tag: str, attributes: str) -> bool:
    found = ATTRIBUTE.findall(attributes)
    led = [urlsplit(unescape(value)).scheme for name, value in found if name == "href"]
    return tag in KEPT and {name for name, _ in found} <= ATTRIBUTES | {"tabindex"} and {*led} <= SCHEMES


def plain(html: str, address: str, pages: frozenset[str]) -> str:
    """The copy, a line for each block."""
    text = Plain(address, pages).copy(parse(html))
    return (
        "\n".join(line for line in (" ".join(line.split(" ")).strip() for line in text.splitlines()) if line)
        + "\n"
    )
