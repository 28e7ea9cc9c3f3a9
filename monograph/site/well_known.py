"""What browsers, search engines and finders of faults look for at the root of a site."""

import re
import struct
from pathlib import Path
from xml.etree import ElementTree

from monograph.checks.pages import leads_on
from monograph.views.pages import SHEETS
from monograph.model.contents import Contents

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
ICON = Path(__file__).parent.parent.parent / "overrides" / "assets" / "images" / "icon-192.png"
NOT_LISTED = re.compile(r'<meta name="robots" content="noindex">')


def write_found(contents: Contents, folder: Path, address: str, repository: str) -> None:
    """favicon.ico, robots.txt, with an address the sitemap, and with a repository security.txt: where nobody is known to ask, none is named."""
    for old in folder.glob("*/sitemap.xml*"):
        old.unlink()  # MkDocs' own says the day of the build
    (folder / "favicon.ico").write_bytes(favicon(ICON.read_bytes(), 192))  # asked for by every page that names no icon
    robots = "User-agent: *\nAllow: /\n"
    if address:
        robots += f"\nSitemap: {address}/sitemap.xml\n"
        (folder / "sitemap.xml").write_text(sitemap(contents, folder, address), "utf-8")
    (folder / "robots.txt").write_text(robots, "utf-8")
    if repository:
        path = folder / ".well-known" / "security.txt"
        path.parent.mkdir()
        canonical = f"Canonical: {address}/.well-known/security.txt\n" if address else ""
        expires = f"Expires: {contents.review.next_check}T00:00:00Z\n"  # the day of the build would make every build another
        path.write_text(f"Contact: {repository}/security/advisories/new\n{expires}{canonical}", "utf-8")


def favicon(png: bytes, size: int) -> bytes:
    """An ICO file that holds one PNG of `size` pixels: its head, one entry, and the picture."""
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, size, size, 0, 0, 1, 32, len(png), 22) + png


def sitemap(contents: Contents, folder: Path, address: str) -> str:
    """Every page that may be found, with the same page in the other editions (sitemaps.org 0.9, with hreflang)."""
    found = [path for path in sorted(folder.rglob("index.html")) if listed(path)]
    pages = {path.parent.relative_to(folder).as_posix().removeprefix(".") for path in found}
    root = ElementTree.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for page in sorted(pages):
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = at(address, page)
        _, slash, rest = page.partition("/")
        alike = {place.locale: f"{region}{slash}{rest}" for region, place in contents.regions.items()}
        for locale, other in alike.items():
            if page in alike.values() and other in pages:
                ElementTree.SubElement(url, "xhtml:link", rel="alternate", hreflang=locale, href=at(address, other))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def listed(path: Path) -> bool:
    """Whether a search engine may list a page; a sheet is found by the page that hands it out."""
    html = path.read_text("utf-8")
    return not (leads_on(html) or NOT_LISTED.search(html) or path.parent.parent.name == SHEETS)


def at(address: str, page: str) -> str:
    return f"{address}/{page}/" if page else f"{address}/"
