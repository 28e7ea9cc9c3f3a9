"""A copy of an older version: axe finds nothing, and nothing is lost on a narrow screen."""

from datetime import date

from monograph.site.archive import keep
from monograph.site.archived_pages import archived
from monograph.site.files import write
from monograph.site.styles import joined
from monograph.views.pages import docs_pages
from tests.browser.axe import findings
from tests.conftest import ROOT


def test_axe_finds_nothing_on_a_copy(open_page, contents, tmp_path):
    page = open_page("us/", width=320)
    keep("1.0", date(2026, 11, 3), docs_pages(contents, "uk", ROOT / "docs" / "en"), contents, tmp_path)
    write(archived(tmp_path, contents, {}, ""), tmp_path / "site")
    styles = tmp_path / "site" / "uk" / "assets" / "stylesheets"
    styles.mkdir(parents=True)
    (styles / "door.css").write_text(joined(ROOT / "overrides/assets/stylesheets/door.css"), "utf-8")
    for name in ("taking", "sources", "trials"):
        page.goto((tmp_path / "site" / "v" / "1.0" / "uk" / name / "index.html").as_uri())
        assert findings(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
