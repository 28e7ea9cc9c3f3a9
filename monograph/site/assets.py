"""Assets named by the fingerprint of what is in them, so that a browser may keep them for ever; what no page
asks for is left out.
"""

import hashlib
import re
from posixpath import basename, dirname, join, normpath, splitext

from monograph.site.files import Site
from monograph.site.styles import IMPORT

LASTING = r"\.[0-9a-f]{10}\.[a-z0-9]+$"  # how a name ends that says what is in the file
ASSETS = "assets"  # the folder of an edition that holds them
KEPT = re.compile(r"LICENSE")  # goes with what it licenses, asked for or not
ASKS = {
    ".html": re.compile(r'((?:href|src)="|url\(")([^"#?]+)'),
    ".webmanifest": re.compile(r'("src": ")([^"]+)'),
    ".css": re.compile(r'(url\(")([^"]+)'),
    ".mjs": re.compile(r'((?:import\(|from )")(\.[^"]+)'),
}


class Settling:
    """Gives every asset that a page asks for its lasting name; `root` is the path that the site has on its
    host.
    """

    def __init__(self, site: Site, root: str):
        self.site, self.root = site, root
        self.named: dict[str, str] = {}
        self.served: Site = {}

    def rewritten(self, file: str, text: str) -> str:
        """The text of a file with the lasting names of the assets it asks for."""

        def named(found: re.Match[str]) -> str:
            value = found[2]
            target = (
                value.removeprefix(self.root).lstrip("/")
                if value.startswith("/")
                else normpath(join(dirname(file), value))
            )
            if ASSETS not in target.split("/") or target not in self.site:
                return found[0]
            return f"{found[1]}{value[: value.rfind('/') + 1]}{basename(self.lasting(target))}"

        return ASKS[splitext(file)[1]].sub(named, text)

    def lasting(self, file: str) -> str:
        """The file as it will be served: what it asks for is named first, for its own name says that too."""
        if file not in self.named:
            self.named[file] = file  # one that asks for itself goes round once
            stem, ending = splitext(file)
            content = self.rewritten(file, self.joined(file)).encode() if ending in ASKS else self.site[file]
            self.named[file] = f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{ending}"
            self.served[self.named[file]] = content
        return self.named[file]

    def joined(self, file: str) -> str:
        """A style sheet with every sheet that it imports in its place."""
        return IMPORT.sub(
            lambda found: self.joined(normpath(join(dirname(file), found[1]))), self.site[file].decode()
        )


def settle(site: Site, root: str) -> Site:
    """Names all assets of the site, leads its pages to them, and leaves the rest out."""
    settling = Settling(site, root)
    pages = {
        file: settling.rewritten(file, site[file].decode()).encode()
        for file in sorted(site)
        if file.endswith((".html", ".webmanifest"))
    }
    kept = {
        file: content for file, content in site.items() if not is_asset(file) or KEPT.search(basename(file))
    }
    return kept | pages | settling.served


def is_asset(file: str) -> bool:
    return file.split("/")[1:2] == [ASSETS]
