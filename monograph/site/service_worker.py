"""The service worker of each edition, which keeps it on the reader's device, and what it has to keep."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import basename, dirname, splitext

from markupsafe import Markup

from monograph.checks.pages import leads_on
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.site.assets import LASTING
from monograph.site.files import Site, within
from monograph.views.not_found import OFFLINE
from monograph.views.page_context import EVIDENCE
from monograph.views.redirects import redirects, target_of
from monograph.views.render import environment

KEPT = {".css", ".html", ".json", ".mjs", ".svg"}  # without fonts and icons: words come first
NOT_KEPT = {"404.html"}
PAGES = {"index.html", OFFLINE}
WORKER = "worker.js"


@dataclass(frozen=True)
class WorkerView:
    release: str
    files: Markup
    leads: Markup
    offline: str = OFFLINE
    lasting: Markup = Markup(LASTING)


def workers(site: Site, contents: Contents) -> Site:
    """A worker for the folder of each edition, made from its files as they will be served."""
    made = {}
    for region in contents.regions:
        files = fingerprints(within(site, region))
        leads = {f"{item.was}/": target_of(item.now) for item in redirects(Edition(contents, region))}
        release = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:10]
        view = WorkerView(release, Markup(json.dumps(files, indent=1)), Markup(json.dumps(leads, indent=1)))
        text = environment().get_template(f"hosting/{WORKER}.j2").render(view=view)
        made[f"{region}/{WORKER}"] = f"{text.rstrip()}\n".encode()
    return site | made


def fingerprints(edition: Site) -> dict[str, str]:
    """Every file that is kept, as its address from the edition's own, with the SHA-256 of what is served."""
    return {
        file.removesuffix("index.html"): hashlib.sha256(content).hexdigest()
        for file, content in sorted(edition.items(), key=lambda item: PurePosixPath(item[0]))
        if is_kept(file) and not (file.endswith(".html") and leads_on(content.decode()))
    }


def is_kept(file: str) -> bool:
    """What a reader needs: the evidence of a page is read with a network."""
    name = basename(file)
    is_page = name in PAGES and basename(dirname(file)) != EVIDENCE
    return splitext(file)[1] in KEPT and name not in NOT_KEPT and (not file.endswith(".html") or is_page)
