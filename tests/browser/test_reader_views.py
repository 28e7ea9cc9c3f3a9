"""A reader view (Firefox's own, @mozilla/readability) keeps each warning, each number to call and each
heading of every page.
"""

import json
import subprocess

import pytest

import npm
from monograph.checks.pages import leads_on
from tests.conftest import ROOT

pytestmark = pytest.mark.needs("engines")


@pytest.fixture(scope="module")
def lost(site, contents):
    """What the reader view drops, by page: every page and sheet of both editions."""
    paths = [
        path
        for region in contents.regions
        for path in sorted((site / region).rglob("index.html"))
        if not leads_on(path.read_text("utf-8"))
    ]
    return read({path.relative_to(site).parent.as_posix(): path for path in paths}, contents)


def read(pages, contents) -> dict[str, list[str]]:
    numbers = {name for contact in contents.help.contacts for name in (contact.phone, contact.name) if name}
    asked = json.dumps(
        {"numbers": sorted(numbers), "pages": {name: str(path) for name, path in pages.items()}}
    )
    command = ["node", str(ROOT / "tests" / "engines" / "readability.mjs"), str(npm.folder("engines"))]
    return json.loads(subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout)


def test_a_reader_view_keeps_warnings_numbers_and_headings(lost):
    assert len(lost) > 75
    gone = [f"{page}: {text}" for page, texts in lost.items() for text in texts]
    assert not gone, "\n".join(gone)


BROKEN = """<html><head><title>A page</title></head><body><main><article>
<section class="warning"><h2>Never stop suddenly</h2><p>Call 999 if it shakes.</p></section>
{filling}<div class="{name}"><h2>Who to call</h2><ul class="{name}"><li>999 when nobody wakes.</li></ul></div>
</article></main></body></html>"""


@pytest.mark.parametrize(
    "name, expected", [("callers", []), ("contacts", ["999 when nobody wakes.", "Who to call"])]
)
def test_what_a_reader_view_drops_is_found(tmp_path, contents, name, expected):
    filling = "<p>A sentence of some length, with a comma, so that it counts as text.</p>" * 20
    page = tmp_path / "index.html"
    page.write_text(BROKEN.format(name=name, filling=filling), "utf-8")
    assert read({"page": page}, contents)["page"] == expected
