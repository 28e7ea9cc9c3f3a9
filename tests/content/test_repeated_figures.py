"""The real doses stand once: every sentence that repeats one follows it."""

import re
import shutil

import pytest

from monograph.checks.library import unjudged
from monograph.views.pages import docs_pages
from tests.conftest import ROOT

SPACE = "\N{NO-BREAK SPACE}"
PAGES = {
    "us": {"us/taking/", "us/key-facts/", "us/claims-dosing-and-use/"},
    "uk": {"uk/taking/", "uk/key-facts/", "uk/claims-dosing-and-use/"},
}


@pytest.mark.parametrize(
    "region, sentence",
    [
        ("us", "The most for adults is {} in total in a day"),
        ("uk", "{} in total in a day"),  # in the dose table
    ],
)
def test_the_most_for_adults_changes_in_one_line(tmp_path, region, sentence):
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    file, line = (
        folder / "dosing.yml",
        re.compile(rf"(- id: adult-maximum-{region}\n.*?in-a-day: )([^\n]+)", re.DOTALL),
    )
    text = file.read_text("utf-8")
    old = line.search(text)[2]
    file.write_text(line.sub(r"\g<1>9 mg", text, count=1), "utf-8")
    made = docs_pages(unjudged(folder), region, ROOT / "docs" / "en")
    pages = {
        page.address: re.sub("</?b>", "", page.html) for page in made
    }  # an amount in bold is one all the same
    assert {address for address, html in pages.items() if f"9{SPACE}mg in total in a day" in html} >= PAGES[
        region
    ]
    taking = pages[f"{region}/taking/"]
    assert sentence.format(f"9{SPACE}mg") in taking and sentence.format(old.replace(" ", SPACE)) not in taking
