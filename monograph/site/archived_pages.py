"""The pages under /v/: each copy in a frame that says how old it is and what has become of it, made anew with every build."""

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from monograph.model.edition import Edition
from monograph.model.contents import Contents
from monograph.views.render import environment
from monograph.site.archive import Version, versions
from monograph.views.phrases import Phrases


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
    return frozenset(f"/{ARCHIVE}/{version.number}/{address}" for version in versions(root) for address in version.pages)


def write_versions(root: Path, contents: Contents, folder: Path, site: str) -> None:
    """All pages of all versions into the finished site in `folder`; `site` is where the guide is published, or ""."""
    found = versions(root)
    for version in found:
        for address in version.pages:
            page = folder / ARCHIVE / version.number / address / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(copy_page(version, address, version is found[-1], root, contents, folder, site), "utf-8")


def copy_page(version: Version, address: str, newest: bool, root: Path, contents: Contents, folder: Path, site: str) -> str:
    edition = Edition(contents, address.split("/")[0])
    phrases = Phrases(edition)
    today = address if (folder / address / "index.html").is_file() else f"{edition.region}/"
    up = "../" * (address.count("/") + 2)
    view = CopyView(
        locale=edition.region_info.locale,
        title=phrases.say("version-title", number=version.number, place=edition.region_info.name),
        strip=phrases.say("version-newest" if newest else "version-older", number=version.number, date=phrases.day(version.date)),
        dangers=tuple(phrases.prose(change.text) for change in since(version, edition) if change.severity == "safety"),
        now=f"{up}{today}",
        canonical=f"{site.rstrip('/')}/{today}" if site else None,
        style=f"{up}{edition.region}/assets/stylesheets/door.css",
        content=Markup(version.file(root, address).read_text("utf-8")),
    )
    return str(environment().get_template("version.html.j2").make_module({"say": phrases.say}).page(view)).strip() + "\n"


def since(version: Version, edition: Edition) -> list:
    """The changes that readers of this region were told of after the version was released."""
    names = [change.id for change in edition.contents.history]
    told = edition.contents.history[: names.index(version.history)] if version.history in names else edition.contents.history
    return list(edition.pick(told))
