"""The files in which an edition can be taken along; the finished site has them (monograph/site/single_file.py
and downloads.py).
"""

import re

from monograph.model.edition import Edition
from monograph.views.link import Link
from monograph.views.page_context import PageContext

KINDS = {
    "html": "copies-single",
    "zip": "copies-zip",
}  # by the ending of the file: what it is called on a page

NOT_IN_A_NAME = re.compile(r"[^\w-]+")  # a file lies where it should, whatever the medicine is called


def download_name(edition: Edition) -> str:
    """What a copy is called, without its ending."""
    return f"{NOT_IN_A_NAME.sub('-', edition.contents.medicine.name).strip('-')}-{edition.region}"


def downloads(page: PageContext) -> tuple[Link, ...]:
    """The whole edition to take along: as one file, and as a zip."""
    return tuple(
        Link(f"{page.root}{download_name(page.edition)}.{ending}", page.phrases.say(kind))
        for ending, kind in KINDS.items()
    )
