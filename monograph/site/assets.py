"""Assets named by the fingerprint of what is in them, so that a browser may keep them for ever; what no page asks for is left out."""

import hashlib
import re
from pathlib import Path

from monograph.site.styles import joined

LASTING = r"\.[0-9a-f]{10}\.[a-z]+$"  # how a name ends that says what is in the file
ASSETS = "assets"  # the folder of an edition that holds them
KEPT = re.compile(r"LICENSE")  # goes with what it licenses, asked for or not
ASKS = {
    ".html": re.compile(r'((?:href|src)=")([^"#?]+)'),
    ".webmanifest": re.compile(r'("src": ")([^"]+)'),
    ".css": re.compile(r'(url\(")([^"]+)'),
    ".mjs": re.compile(r'((?:import\(|from )")(\.[^"]+)'),
}


class Settling:
    """Gives every asset that a page of the site in `folder` asks for its lasting name; `root` is the path that the site has on its host."""

    def __init__(self, folder: Path, root: str):
        self.folder, self.root = folder, root
        self.named: dict[Path, Path] = {}

    def rewritten(self, path: Path, text: str) -> str:
        """The text of a file with the lasting names of the assets it asks for."""

        def led(found: re.Match) -> str:
            value = found[2]
            absolute = value.startswith("/")
            target = self.folder / value.removeprefix(self.root).lstrip("/") if absolute else path.parent / value
            target = target.resolve()
            if ASSETS not in target.parts[len(self.folder.parts) :] or not target.is_file():
                return found[0]
            return f"{found[1]}{value[: value.rfind('/') + 1]}{self.lasting(target).name}"

        return ASKS[path.suffix].sub(led, text)

    def lasting(self, path: Path) -> Path:
        """The file as it will be served: what it asks for is named first, for its own name says that too."""
        if path not in self.named:
            self.named[path] = path  # one that asks for itself goes round once
            content = self.rewritten(path, joined(path)).encode() if path.suffix in ASKS else path.read_bytes()
            self.named[path] = path.with_name(f"{path.stem}.{hashlib.sha256(content).hexdigest()[:10]}{path.suffix}")
            self.named[path].write_bytes(content)
        return self.named[path]


def settle(folder: Path, root: str) -> None:
    """Names all assets of the site in `folder`, leads its pages to them, and deletes the rest."""
    settling = Settling(folder.resolve(), root)
    for path in sorted((*folder.rglob("*.html"), *folder.rglob("*.webmanifest"))):
        text = path.read_text("utf-8")
        path.write_text(settling.rewritten(path.resolve(), text), "utf-8")
    served = set(settling.named.values())
    for assets in folder.glob(f"*/{ASSETS}"):
        for path in [path for path in assets.rglob("*") if path.is_file()]:
            if path.resolve() not in served and not KEPT.search(path.name):
                path.unlink()
        for empty in sorted((path for path in assets.rglob("*") if path.is_dir()), reverse=True):
            if not any(empty.iterdir()):
                empty.rmdir()
