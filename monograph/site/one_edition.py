"""One edition without the others, as a preview and plain MkDocs show it, with all that the finished site has
beside its pages.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from monograph.checks.library import load
from monograph.model.problem import Problems
from monograph.site.build import Publication, around, finish, with_sheets
from monograph.site.files import Site
from monograph.site.pages import every_page
from monograph.site.service_worker import WORKER
from monograph.views.render import filled


@dataclass(frozen=True)
class Told:
    """A page for whoever edits the guide, a line for each thing that is said; `again` has it asked anew."""

    title: str
    lines: tuple[str, ...]
    again: bool = False

    @property
    def html(self) -> str:
        return filled("told", "told", self)


def one_edition(framed: Site, root: Path, region: str, address: str = "") -> Site:
    """The finished site of the guide in `root` with one edition, whose pages in docs/ are `framed`, by their
    place in it; `address` is where the whole guide is published, "" where nobody said. There are no PDFs, and
    no worker: it would show yesterday's pages.
    """
    contents = load(root / "data")
    of = Publication(root, contents, every_page(contents, root, address), address)
    site, _ = with_sheets(
        around({f"{region}/{file}": held for file, held in framed.items()}, of), of, root, None
    )
    others = contents.regions.keys() - {region}
    site = {file: held for file, held in site.items() if file.partition("/")[0] not in others}
    alone = contents.model_copy(update={"regions": {region: contents.regions[region]}})
    made, _ = finish(site, replace(of, contents=alone))
    return {file: held for file, held in made.items() if not file.endswith(WORKER)}


def told_instead(root: Path, region: str, path: str) -> Told | None:
    """What is said in place of a page: problems, while the data are wrong, and that another edition is none
    of this preview's; None where the page is right.
    """
    try:
        contents = load(root / "data")
    except Problems as problems:
        return Told(
            "The data are wrong. This page comes back when they are right.",
            tuple(map(str, problems.problems)),
            True,
        )
    other = path.strip("/").partition("/")[0]
    if other == region or other not in contents.regions:
        return None
    return Told(
        "This preview shows one edition.",
        (f"python3 scripts/serve.py --edition {other} shows the other one.",),
    )
