"""What browsers, search engines and finders of faults look for at the root of a site."""

import re
import struct
from pathlib import Path
from posixpath import dirname
from xml.etree import ElementTree

from monograph.checks.pages import leads_on
from monograph.model.contents import Contents
from monograph.site.files import Site, html_files
from monograph.views.pages import SHEETS

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
ICON = Path(__file__).parent.parent.parent / "overrides" / "assets" / "images" / "icon-192.png"
NOT_LISTED = re.compile(r'<meta name="robots" content="noindex">')


def well_known(site: Site, contents: Contents, address: str, repository: str) -> Site:
    """favicon.ico, robots.txt, with an address the sitemap, and with a repository security.txt: where nobody
    is known to ask, none is named.
    """
    robots = "User-agent: *\nAllow: /\n"
    found = {"favicon.ico": favicon(ICON.read_bytes(), 192)}  # asked for by every page that names no icon
    kept = {
        file: content for file, content in site.items() if not re.fullmatch(r"[^/]+/sitemap\.xml.*", file)
    }  # MkDocs' own says the day of the build
    if address:
        robots += f"\nSitemap: {address}/sitemap.xml\n"
        found["sitemap.xml"] = sitemap(contents, kept, address).encode()
    if repository:
        canonical = f"Canonical: {address}/.well-known/security.txt\n" if address else ""
        # the day of the build would make every build another
        expires = f"Expires: {contents.review.next_check}T00:00:00Z\n"
        found[".well-known/security.txt"] = (
            f"Contact: {repository}/security/advisories/new\n{expires}{canonical}".encode()
        )
    return kept | found | {"robots.txt": robots.encode()}


def favicon(png: bytes, size: int) -> bytes:
    """An ICO file that holds one PNG of `size` pixels: its head, one entry, and the picture."""
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, size, size, 0, 0, 1, 32, len(png), 22) + png


def sitemap(contents: Contents, site: Site, address: str) -> str:
    """Every page that may be found, with the same page in the other editions (sitemaps.org 0.9, with
    hreflang).
    """
    pages = {dirname(file) for file, html in html_files(site, "index.html") if listed(file, html)}
    root = ElementTree.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for page in sorted(pages):
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = at(address, page)
        _, slash, rest = page.partition("/")
        alike = {place.locale: f"{region}{slash}{rest}" for region, place in contents.regions.items()}
        for locale, other in alike.items():
            if page in alike.values() and other in pages:
                ElementTree.SubElement(
                    url, "xhtml:link", rel="alternate", hreflang=locale, href=at(address, other)
                )
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def listed(file: str, html: str) -> bool:
    """Whether a search engine may list a page; a sheet is found by the page that hands it out."""
    return not (leads_on(html) or NOT_LISTED.search(html) or file.split("/")[-3:-2] == [SHEETS])


def at(address: str, page: str) -> str:
    return f"{address}/{page}/" if page else f"{address}/"
