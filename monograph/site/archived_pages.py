"""The pages under /v/: each copy in a frame that says how old it is and what has become of it, made anew with
every build.
"""

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.history import Change
from monograph.site.archive import Version, versions
from monograph.site.files import Site
from monograph.views.phrases import Phrases
from monograph.views.render import filled

ARCHIVE = "v"  # the folder of the site that holds older versions


@dataclass(frozen=True)
class CopyView:
    locale: str
    title: str
    strip: str
    dangers: tuple[Markup, ...]
    now: str
    canonical: str | None
    style: str
    content: Markup


def addresses(root: Path) -> frozenset[str]:
    """Every address under /v/."""
    return frozenset(
        f"/{ARCHIVE}/{version.number}/{address}" for version in versions(root) for address in version.pages
    )


def archived(root: Path, contents: Contents, site: Site, address: str) -> Site:
    """The site with all pages of all versions; `address` is where the guide is published, or ""."""
    found, made = versions(root), {}
    for version in found:
        for page in version.pages:
            html = copy_page(version, page, version is found[-1], root, contents, site, address)
            made[f"{ARCHIVE}/{version.number}/{page}index.html"] = html.encode()
    return site | made


def copy_page(
    version: Version, address: str, newest: bool, root: Path, contents: Contents, site: Site, published: str
) -> str:
    edition = Edition(contents, address.split("/")[0])
    phrases = Phrases(edition)
    today = address if f"{address}index.html" in site else f"{edition.region}/"
    up = "../" * (address.count("/") + 2)
    view = CopyView(
        locale=edition.region_info.locale,
        title=phrases.say("version-title", number=version.number, place=edition.region_info.name),
        strip=phrases.say(
            "version-newest" if newest else "version-older",
            number=version.number,
            date=phrases.day(version.date),
        ),
        dangers=tuple(
            phrases.prose(change.text) for change in since(version, edition) if change.severity == "safety"
        ),
        now=f"{up}{today}",
        canonical=f"{published.rstrip('/')}/{today}" if published else None,
        style=f"{up}{edition.region}/assets/stylesheets/door.css",
        content=Markup(version.file(root, address).read_text("utf-8")),
    )
    return f"{filled('version', 'page', view, phrases).strip()}\n"


def since(version: Version, edition: Edition) -> list[Change]:
    """The changes that readers of this region were told of after the version was released."""
    names = [change.id for change in edition.contents.history]
    told = (
        edition.contents.history[: names.index(version.history)]
        if version.history in names
        else edition.contents.history
    )
    return list(edition.pick(told))
