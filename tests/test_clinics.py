"""What clinics paste, draw and hand out: made of whole facts, short enough, and leading where it says."""

import re
import subprocess

import pytest

from monograph.checks.library import load, unjudged
from monograph.checks.links import Addresses, tasks_lead_to_pages
from monograph.checks.record import tasks_have_facts
from monograph.model.edition import Edition
from monograph.prints import listing
from monograph.prints.formats import papers
from monograph.prints.qr import pictures
from monograph.prints.sheet import PRINTS, all_sheets
from monograph.views.blocks import Blocks
from monograph.views.clinic_texts import (
    ADDRESS,
    IN_MESSAGES,
    LONG_SUMMARY,
    MESSAGE,
    SUMMARY,
    message,
    origin,
    plain,
    word_count,
)
from monograph.views.clinics import snippet, tasks
from monograph.views.phrases import Phrases
from tests.conftest import ROOT

SITE = "https://guide.example"


def page_of(contents, region, site=SITE):
    blocks = Blocks(Edition(contents, region), site=site)
    blocks.turn_to("clinics")
    return blocks.page


def every_task(contents, site=SITE):
    return [
        (region, task) for region in contents.regions for task in tasks(page_of(contents, region, site)).tasks
    ]


def sentences_of(contents, page):
    """Whatever a fact of the edition says, as it would be pasted."""
    told = [
        getattr(fact, name, None)
        for fact in page.edition.pick(contents.facts)
        for name in ("text", "do", "title", "ask", "answer")
    ]
    told = [*filter(None, told), origin(page)]
    return {plain(page.phrases.prose(text)).rstrip(".") for text in told}


@pytest.mark.parametrize("site", ["", SITE, f"https://{'g' * (ADDRESS - 24)}"])
def test_every_text_is_as_short_as_it_says(contents, fiction, site):
    for facts in (contents, fiction):
        found = every_task(facts, site)
        assert len(found) == len(facts.regions) * len(facts.links.tasks) > 0
        for region, task in found:
            text, room = plain(task.message or "") or task.address, 0 if site else ADDRESS - len(task.address)
            assert (
                len(text) + room <= MESSAGE and IN_MESSAGES.issuperset(text) and text.endswith(task.address)
            ), (region, task.anchor)
            assert word_count(task.summary) <= SUMMARY and word_count(task.long_summary) <= LONG_SUMMARY, (
                region,
                task.anchor,
            )


def test_texts_are_whole_facts_and_end_with_the_warning_and_the_address(contents):
    for region, task in every_task(contents):
        page = page_of(contents, region)
        known, (warning,) = sentences_of(contents, page), page.edition.topic("stop-warning")
        for texts in (task.summary, task.long_summary):
            first, *facts, last = map(plain, texts)
            assert (
                first == f"{task.title}." and last == f"{SITE}/{region}/{task.anchor.removeprefix('link-')}/"
            )
            assert len(facts) >= 2 and {fact.rstrip(".") for fact in facts} <= known, (region, task.anchor)
            assert f"{warning.title}." in facts
        said = (
            plain(task.message or f"{task.title}: {warning.title} {task.address}")
            .removeprefix(f"{task.title}: ")
            .removesuffix(f" {task.address}")
        )
        assert said in pairs(page), said


def pairs(page):
    """What a message may say: a fact, what it says to do, a question with its answer, or the answer; and, in
    this test, the warning.
    """
    facts = page.edition.pick(page.edition.contents.facts)
    told = [
        (getattr(fact, one, None), getattr(fact, two, None))
        for fact in facts
        for one, two in (("text", "do"), ("ask", "answer"))
    ]
    told += [(None, two) for _, two in told] + [
        (fact.title, None) for fact in facts if hasattr(fact, "title")
    ]
    return {plain(page.phrases.prose(" ".join(filter(None, pair)))) for pair in told}


def test_a_fact_too_long_for_a_message_gives_way_to_what_to_do_and_that_to_nothing(fiction):
    def said(**changed):
        found = message(
            "Missed examplazine",
            [fiction.missed[0].model_copy(update=changed)],
            address,
            page_of(fiction, "north"),
        )
        return found and plain(found)

    address = f"{SITE}/north/missed/"
    assert said(text="Hum.", do="Sing.") == f"Missed examplazine: Hum. Sing. {address}"
    assert said(text="Hum " * 40, do="Sing.") == f"Missed examplazine: Sing. {address}"
    assert said(text="Hum.", do="Sing 5 mg.") is None  # a no-break space is in no text message
    assert said(text="Hum " * 40, do="Sing " * 40) is None  # half of what to do may say the opposite


def test_an_address_that_leaves_no_room_leaves_no_message(fiction):
    blocks = Blocks(Edition(fiction, "north"), site=f"https://{'g' * 150}.example")
    blocks.turn_to("clinics")
    assert tasks(blocks.page).tasks[0].message is None
    assert "There is none. What it would have to say does not fit into one." in blocks.tasks()


def test_without_an_address_nothing_is_drawn_and_that_is_said(fiction):
    blocks = Blocks(Edition(fiction, "north"))
    blocks.turn_to("clinics")
    html = blocks.tasks()
    assert "<img" not in html and "Nobody has said yet where this guide is published" in html
    assert "<img" in Blocks(Edition(fiction, "north"), site=SITE).tasks()


def test_the_snippet_is_shown_as_code_with_credit_date_and_no_script(fiction):
    html = Blocks(Edition(fiction, "north"), site=SITE).embed()
    assert (
        html.startswith('<pre class="paste"><code>&lt;blockquote') and html.count("<") == 4
    )  # all of its own tags are escaped
    view = snippet(page_of(fiction, "north"))
    assert (
        view.address == f"{SITE}/north/"
        and view.origin.startswith("Examplazine, a guide")
        and re.search(r"\b20\d\d\b", view.origin)
    )
    assert view.origin.endswith("No clinician has checked this guide yet.")
    assert not re.search(r"script|iframe|style|on\w+=", html)


def test_a_task_leads_to_a_page_or_a_short_address(damaged):
    damaged.replace("links.yml", "address: missed, title", "address: mised, title")
    found = Addresses({f"/{region}/stopping/": frozenset() for region in ("north", "south")}, frozenset())
    problems = list(tasks_lead_to_pages(frozenset(), found, load(damaged.folder)))
    assert [problem.wrong for problem in problems] == [
        f'"mised" is neither a page nor a short address in {region}' for region in ("north", "south")
    ]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("missed-dose-half", "missed-dose-haf", 'there is no fact "missed-dose-haf"'),
        ("missed-dose-half", "adult-start-north", '"adult-start-north" is no sentence to paste'),
        (
            "missed-dose-north, missed-dose-south, missed-dose-half",
            "missed-dose-south",
            'the task "missed" has nothing to say in north',
        ),
    ],
)
def test_a_task_has_something_to_say_in_every_edition(damaged, old, new, wrong):
    damaged.replace("links.yml", old, new)
    assert [problem.wrong for problem in tasks_have_facts(unjudged(damaged.folder))] == [wrong]


def test_the_list_of_files_says_how_large_each_is(fiction):
    sheets = all_sheets(fiction, ROOT / PRINTS)
    names = [
        paper.file
        for sheet in sheets
        if sheet.region == "north"
        for paper in papers(sheet, Phrases(Edition(fiction, "north")))
    ]
    page = f"<article>{Blocks(Edition(fiction, 'north')).sheet_files()}</article>"
    everything = {
        f"{region}/print/{paper.file}": b"0" * 12_345
        for region in fiction.regions
        for sheet in sheets
        for paper in papers(sheet, Phrases(Edition(fiction, region)))
    }
    html = listing.with_listing(everything | {"north/clinics/index.html": page.encode()}, sheets, fiction)[
        "north/clinics/index.html"
    ].decode()
    assert 'class="sheet-files"' not in html and html.count(", 12 kilobytes</a>") == len(names) > 20
    assert set(names) == set(re.findall(r'href="\.\./print/([^"/]+\.pdf)"', html))


@pytest.mark.needs("zbar")
def test_the_pictures_of_a_code_say_its_address_and_are_the_same_every_time(tmp_path):
    made = pictures(f"{SITE}/us/missed/")
    assert made == pictures(f"{SITE}/us/missed/")
    (tmp_path / "a.png").write_bytes(made["png"])
    said = subprocess.run(
        ["zbarimg", "--quiet", "--raw", str(tmp_path / "a.png")], capture_output=True, text=True
    ).stdout
    assert said.strip() == f"{SITE}/us/missed/"
    assert 'width="33.0mm"' in made["svg"].decode()
