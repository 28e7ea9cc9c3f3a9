"""An edition to take along as a zip that opens from a memory stick; and what is true of every copy: it has no
other edition beside it.
"""

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from posixpath import basename, dirname, join, normpath
from urllib.parse import urljoin

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.site.files import Site, within
from monograph.views.downloads import download_name
from monograph.views.not_found import OFFLINE
from monograph.views.phrases import Phrases
from monograph.views.render import filled

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
SCHEME = re.compile(r"[a-z]+:")
MODULE = re.compile(r'<script type="module"[^>]*></script>\n?|<link rel="(?:manifest|preload)"[^>]*>\n?')
TO_ITSELF = re.compile(r'<li><a href="[^"]+\.zip">[^<]*</a></li>\n')
LEADS = re.compile(r'(<a\b[^>]*?\shref="|<meta http-equiv="refresh" content="0; url=)([^"#]+)')
ELSEWHERE = re.compile(
    r'<p><a href="[^"]*" hreflang="[^"]*">[^<]*</a></p>\n?'
)  # the same page in an edition that is not in the copy
HERE = re.compile(r'<a class="ed"[^>]*>([^<]*).*?</a>')  # which edition it is, and the way to the other
SEARCH = re.compile(r'<p class="search-off">.*?</p>\s*<form class="search".*?</form>', re.DOTALL)
ANSWERS = re.compile(r'<p class="search-status".*?<ol class="found"></ol>\n?', re.DOTALL)
FOR_SERVERS = {"404.html", OFFLINE}  # answers, not pages
ALWAYS = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # the earliest day a zip can say: the day of the build would make every build another


def alone(html: str, address: str) -> str:
    """A page of a copy: no link leads out of it to nowhere."""
    return html if address else HERE.sub(r'<span class="ed">\1</span>', ELSEWHERE.sub("", html))


def zips(site: Site, contents: Contents, address: str) -> Site:
    """Each edition as a zip in its own folder, its links led to files: no server looks for index.html on a
    memory stick.
    """
    made = {}
    for region in contents.regions:
        edition = Edition(contents, region)
        name, published = download_name(edition), f"{address}/{region}/" if address else ""
        no_search = filled("search", "no_search", published, Phrases(edition))
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for file, content in sorted(
                within(site, region).items(), key=lambda item: PurePosixPath(item[0])
            ):
                if basename(file) not in FOR_SERVERS:
                    archive.writestr(
                        entry(f"{name}/{file}"), alone_on_a_stick(content, file, published, no_search)
                    )
        made[f"{region}/{name}.zip"] = packed.getvalue()
    return site | made


def alone_on_a_stick(content: bytes, file: str, address: str, no_search: str) -> bytes:
    if not file.endswith(".html"):
        return content
    html = ANSWERS.sub("", SEARCH.sub(lambda _: no_search, alone(content.decode(), address)))
    return on_a_stick(html, file, address).encode()


def entry(inside: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(inside, ALWAYS)
    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return info


def on_a_stick(html: str, place: str, address: str) -> str:
    """A page that opens by file://, where neither modules nor the site's own policy hold; what is not on the
    stick is led to its `address`.
    """

    def led(found: re.Match[str]) -> str:
        before, to = found.groups()
        if SCHEME.match(to):
            return found[0]
        if address and normpath(join(dirname(place), to)).startswith(".."):
            return f"{before}{urljoin(f'{address}{place}', to)}"
        file = to.endswith(("/", "..")) or to == "."
        return f"{before}{to.rstrip('/')}/index.html" if file else found[0]

    return LEADS.sub(led, TO_ITSELF.sub("", MODULE.sub("", POLICY.sub("", html))))
