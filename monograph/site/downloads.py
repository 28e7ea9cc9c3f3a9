"""An edition to take along as a zip that opens from a memory stick; and what is true of every copy: it has no other edition beside it."""

import re
import zipfile
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import urljoin

from jinja2.environment import TemplateModule

from monograph.model.edition import Edition
from monograph.model.contents import Contents
from monograph.views.render import environment
from monograph.views.downloads import download_name
from monograph.views.not_found import OFFLINE
from monograph.views.phrases import Phrases

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
SCHEME = re.compile(r"[a-z]+:")
MODULE = re.compile(r'<script type="module"[^>]*></script>\n?|<link rel="manifest"[^>]*>\n?')
TO_ITSELF = re.compile(r'<li><a href="[^"]+\.zip">[^<]*</a></li>\n')
LEADS = re.compile(r'(<a\b[^>]*?\shref="|<meta http-equiv="refresh" content="0; url=)([^"#]+)')
ELSEWHERE = re.compile(r'<p><a href="[^"]*" hreflang="[^"]*">[^<]*</a></p>\n?')  # the same page in an edition that is not in the copy
SEARCH = re.compile(r'<p class="search-off">.*?</p>\s*<form class="search".*?</form>', re.DOTALL)
ANSWERS = re.compile(r'<p class="search-status".*?<script type="application/json" id="search-words">.*?</script>\n?', re.DOTALL)
FOR_SERVERS = {"404.html", OFFLINE}  # answers, not pages
ALWAYS = (1980, 1, 1, 0, 0, 0)  # the earliest day a zip can say: the day of the build would make every build another


def template(phrases: Phrases, name: str) -> TemplateModule:
    return environment().get_template(f"{name}.html.j2").make_module({"say": phrases.say})


def alone(html: str, address: str) -> str:
    """A page of a copy: no link leads out of it to nowhere."""
    return html if address else ELSEWHERE.sub("", html)


def write_zips(contents: Contents, folder: Path, address: str) -> None:
    """Each edition as a zip in its own folder, its links led to files: no server looks for index.html on a memory stick."""
    for region in contents.regions:
        edition, copy = folder / region, download_name(Edition(contents, region))
        published = f"{address}/{region}/" if address else ""
        no_search = str(template(Phrases(Edition(contents, region)), "search").no_search(published))
        paths = [path for path in sorted(edition.rglob("*")) if path.is_file() and path.name not in FOR_SERVERS]
        with zipfile.ZipFile(edition / f"{copy}.zip", "w") as packed:
            for path in paths:
                place = path.relative_to(edition).as_posix()
                content = path.read_bytes()
                if path.suffix == ".html":
                    html = ANSWERS.sub("", SEARCH.sub(lambda _: no_search, alone(content.decode(), published)))
                    content = on_a_stick(html, place, published)
                packed.writestr(entry(f"{copy}/{place}"), content)


def entry(inside: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(inside, ALWAYS)
    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return info


def on_a_stick(html: str, place: str, address: str) -> str:
    """A page that opens by file://, where neither modules nor the site's own policy hold; what is not on the stick is led to its `address`."""

    def led(found: re.Match) -> str:
        before, to = found.groups()
        if SCHEME.match(to):
            return found[0]
        if address and normpath(join(dirname(place), to)).startswith(".."):
            return f"{before}{urljoin(f'{address}{place}', to)}"
        file = to.endswith(("/", "..")) or to == "."
        return f"{before}{to.rstrip('/')}/index.html" if file else found[0]

    return LEADS.sub(led, TO_ITSELF.sub("", MODULE.sub("", POLICY.sub("", html))))
