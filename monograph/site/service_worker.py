"""The service worker of each edition, which keeps it on the reader's device, and what it has to keep."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from monograph.model.edition import Edition
from monograph.checks.pages import leads_on
from monograph.site.assets import LASTING
from monograph.model.contents import Contents
from monograph.views.render import environment
from monograph.views.redirects import redirects, target_of
from monograph.views.not_found import OFFLINE

KEPT = {".css", ".html", ".json", ".mjs", ".svg"}  # without fonts and icons: words come first
NOT_KEPT = {"404.html", "changes.json"}
PAGES = {"index.html", OFFLINE}
WORKER = "worker.js"


@dataclass(frozen=True)
class WorkerView:
    release: str
    files: Markup
    leads: Markup
    offline: str = OFFLINE
    lasting: Markup = Markup(LASTING)


def write_workers(contents: Contents, folder: Path) -> None:
    """A worker into the folder of each edition, made from its files as they will be served."""
    for region in contents.regions:
        files = fingerprints(folder / region)
        leads = {f"{item.was}/": target_of(item.now) for item in redirects(Edition(contents, region))}
        release = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:10]
        view = WorkerView(release, Markup(json.dumps(files, indent=1)), Markup(json.dumps(leads, indent=1)))
        text = environment().get_template(f"hosting/{WORKER}.j2").render(view=view)
        (folder / region / WORKER).write_text(text.rstrip() + "\n", "utf-8")


def fingerprints(edition: Path) -> dict[str, str]:
    """Every file that is kept, as its address from the edition's own, with the SHA-256 of what is served."""
    paths = [path for path in sorted(edition.rglob("*")) if path.suffix in KEPT and path.name not in NOT_KEPT]
    kept = {path: path.read_bytes() for path in paths if path.suffix != ".html" or path.name in PAGES}
    return {
        path.relative_to(edition).as_posix().removesuffix("index.html"): hashlib.sha256(content).hexdigest()
        for path, content in kept.items()
        if not (path.suffix == ".html" and leads_on(content.decode()))
    }
