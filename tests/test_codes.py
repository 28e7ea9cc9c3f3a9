"""Is my sheet still right? Every code ever issued is answered, and a change turns exactly the right ones."""

import re
from dataclasses import replace
from datetime import date

import pytest

from monograph.checks.library import load
from monograph.checks.pages import check_each
from monograph.model.edition import Edition
from monograph.model.sheet_codes import ALPHABET, LENGTH
from monograph.prints.answers import answer_page, answer_pages, in_both_cases, of_amounts, verdict
from monograph.prints.issuing import sheets_are_issued
from monograph.prints.register import issued, unissued, version, written
from monograph.prints.sheet import PRINTS, all_sheets
from monograph.site.exports import exports, not_found_pages
from monograph.site.files import of_pages
from tests.conftest import FICTION, ROOT

DAY = date(2026, 11, 3)
SITE = "https://guide.example"
ENTRY = """# What changed in the fictional guide, newest first.
- id: later
  date: 2026-11-04
  region: all
  severity: {severity}
  text: The old sheet says something else.
  because: The label was read again.
  facts: [{fact}]
"""


@pytest.fixture(scope="module")
def before():
    """The fictional sheets and their codes before anything changed."""
    contents = load(FICTION / "data")
    return [issued(sheet, contents, DAY) for sheet in all_sheets(contents, ROOT / PRINTS)]


def judged(before, damaged) -> dict[tuple[str, str], str]:
    """What every code is told today, by region and sheet, unless the sheet is still right."""
    contents = load(damaged.folder)
    today = {(sheet.region, sheet.slug): sheet for sheet in all_sheets(contents, ROOT / PRINTS)}
    found = {
        (item.region, item.sheet): verdict(item, contents, today.get((item.region, item.sheet)))
        for item in before
    }
    return {key: answer for key, answer in found.items() if answer != "right"}


def told(damaged, fact: str, severity: str) -> None:
    damaged.replace(
        "history.yml",
        "# What changed in the fictional guide, newest first.\n",
        ENTRY.format(fact=fact, severity=severity),
    )


def test_codes_are_short_and_none_is_like_another(before):
    codes = [item.code for item in before]
    assert len(set(codes)) == len(codes) > 20 and all(
        len(code) == LENGTH and set(code) <= set(ALPHABET) for code in codes
    )
    assert not set("01OIL") & set(ALPHABET)


def test_nothing_changed_and_every_sheet_is_right(before, damaged):
    assert judged(before, damaged) == {}


def test_a_changed_maximum_turns_the_sheets_it_stands_on_and_no_other(before, damaged):
    damaged.replace("dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    told(damaged, "adult-maximum-north", "safety")
    on_it = {(item.region, item.sheet) for item in before if "adult-maximum-north" in item.facts}
    assert judged(before, damaged) == dict.fromkeys(on_it, "safety") and on_it == {("north", "two-pages")}


def test_a_change_that_nobody_told_is_taken_for_a_danger(before, damaged):
    damaged.replace("stopping.yml", "your elbows can glow", "your elbows glow")
    assert judged(before, damaged) == {
        (item.region, item.sheet): "safety" for item in before if item.region == "north"
    }


@pytest.mark.parametrize("severity", ["wording", "meaning", "safety"])
def test_the_history_says_how_much_a_change_matters(before, damaged, severity):
    damaged.replace("stopping.yml", "your elbows can glow", "elbows can glow")
    told(damaged, "stop-warning-north", severity)
    assert judged(before, damaged) == {
        (item.region, item.sheet): severity for item in before if item.region == "north"
    }


def test_other_words_around_the_same_facts_are_wording(before, damaged):
    damaged.replace(
        "phrases/en.yml", "day-chart-caption: What I take, and when", "day-chart-caption: When I take what"
    )
    assert judged(before, damaged) == {(region, "my-day"): "wording" for region in ("north", "south")}


def test_an_entry_older_than_the_sheet_says_nothing_of_a_later_change(before, damaged):
    told(damaged, "stop-warning-north", "wording")
    damaged.replace("stopping.yml", "your elbows can glow", "elbows can glow")
    contents = load(damaged.folder)
    (now,) = [
        sheet
        for sheet in all_sheets(contents, ROOT / PRINTS)
        if (sheet.region, sheet.slug) == ("north", "diary")
    ]
    (item,) = [item for item in before if (item.region, item.sheet) == ("north", "diary")]
    assert verdict(item, contents, now) == "wording"
    assert verdict(item.model_copy(update={"history": "later"}), contents, now) == "safety"


def test_a_history_that_is_too_mild_does_not_make_a_changed_amount_milder(before, damaged):
    damaged.replace("dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    told(damaged, "adult-maximum-north", "wording")
    assert judged(before, damaged) == {("north", "two-pages"): "safety"}


def test_amounts_that_came_with_a_new_fact_are_never_mere_wording(before):
    contents = load(FICTION / "data")
    (now,) = [
        sheet
        for sheet in all_sheets(contents, ROOT / PRINTS)
        if (sheet.region, sheet.slug) == ("north", "two-pages")
    ]
    (item,) = [item for item in before if (item.region, item.sheet) == ("north", "two-pages")]
    fewer = {name: letters for name, letters in item.facts.items() if name != "adult-maximum-north"}
    assert of_amounts(item, now) == "wording"
    without = item.amounts[:3] + item.amounts[4:]
    assert of_amounts(item.model_copy(update={"amounts": without, "facts": fewer}), now) == "meaning"
    assert of_amounts(item.model_copy(update={"amounts": without}), now) == "safety"


def test_an_added_fact_makes_no_changed_amount_milder(before):
    contents = load(FICTION / "data")
    (now,) = [
        sheet
        for sheet in all_sheets(contents, ROOT / PRINTS)
        if (sheet.region, sheet.slug) == ("north", "two-pages")
    ]
    (item,) = [item for item in before if (item.region, item.sheet) == ("north", "two-pages")]
    fewer = {name: letters for name, letters in item.facts.items() if name != "missed-dose-north"}
    assert fewer != item.facts and "56 mg" in item.amounts
    changed = tuple("70 mg" if amount == "56 mg" else amount for amount in item.amounts)
    for amounts in (changed, item.amounts[::-1], (*item.amounts, "56 mg")):
        assert of_amounts(item.model_copy(update={"amounts": amounts, "facts": fewer}), now) == "safety", (
            amounts
        )


def test_amounts_that_moved_while_no_fact_did_are_a_danger(before, damaged):
    damaged.replace("dosing.yml", "21 mg, 28 mg]", "21 mg, 28 mg, 35 mg]")
    assert set(judged(before, damaged).values()) == {"safety"} and all(
        sheet.startswith("bottle-") for _, sheet in judged(before, damaged)
    )


@pytest.mark.parametrize("severity, answer", [("", "safety"), ("safety", "safety"), ("meaning", "meaning")])
def test_a_fact_that_is_gone_is_a_danger_unless_the_history_is_milder(before, damaged, severity, answer):
    if severity:
        told(damaged, "", severity)
        damaged.replace("history.yml", "facts: []", "removed: [fact-that-is-gone]")
    contents = load(damaged.folder)
    now = next(sheet for sheet in all_sheets(contents, ROOT / PRINTS) if sheet.code == before[0].code)
    gone = {**before[0].facts, "fact-that-is-gone": "0123456789abcdef"}
    assert verdict(before[0].model_copy(update={"code": "2222222", "facts": gone}), contents, now) == answer


def test_amounts_are_found_in_every_unit(fiction):
    sheet = all_sheets(fiction, ROOT / PRINTS)[0]
    page = replace(sheet.page, html="<p>Take 5 mg, which is 2.5 mL, or 300 micrograms, for 3 days.</p>")
    assert replace(sheet, page=page).amounts == ("5 mg", "2.5 mL", "300 micrograms")


def test_a_sheet_that_is_no_more_is_still_answered(before):
    contents = load(FICTION / "data")
    item = before[0].model_copy(update={"sheet": "long-gone", "code": "2345678"})
    page = answer_page(item, contents, None).html
    assert (
        verdict(item, contents, None) == "meaning"
        and 'href="../../north/print/"' in page
        and "long-gone" in page
    )


def test_an_unchanged_sheet_is_answered_with_its_day_and_without_leave_to_go_on(before):
    contents = load(FICTION / "data")
    (now,) = [sheet for sheet in all_sheets(contents, ROOT / PRINTS) if sheet.code == before[0].code]
    page = answer_page(before[0], contents, now).html.replace("\N{NO-BREAK SPACE}", " ")
    assert (
        ">Not changed since 3 Nov 2026</h1>" in page
        and "No clinician has checked this guide yet. Do not use it to decide on a dose." in page
    )
    assert not re.search(r"go on using|[Ss]till right|safe to", page)


def test_an_answer_stops_saying_that_nobody_checked_it_once_somebody_has(before, monkeypatch):
    contents = load(FICTION / "data").model_copy(update={"signatures": ("signed",)})
    monkeypatch.setattr("monograph.views.frame.with_status", lambda contents, *standings: [])
    monkeypatch.setattr("monograph.prints.frame.with_status", lambda contents, *standings: [])
    page = answer_page(before[0], contents, None).html
    assert "No clinician" not in page and "Clinicians have checked all parts of this guide." in page


def test_a_code_is_answered_in_small_letters_too(before):
    site = of_pages(in_both_cases(answer_pages((), before, load(FICTION / "data"))))
    for item in before:
        large, small = (site[f"c/{code}/index.html"] for code in (item.code, item.code.lower()))
        assert large == small and item.code.encode() in large


def test_whoever_types_no_code_is_told_how_without_a_field():
    contents = load(FICTION / "data")
    (page,) = [export for export in exports(contents, SITE) if export.address == "c/"]
    assert (
        "guide.example/c/" in page.html
        and "Type the address of your sheet" in page.html
        and "Do not stop examplazine suddenly" in page.html
    )
    assert not re.search(r"<(?:form|input|button|textarea|select|script)", page.html)
    (lost,) = [page for page in not_found_pages(contents, "/") if page.address == "404.html"]
    assert 'href="/c/"' in lost.html
    assert list(check_each([page], Edition(contents, "north"))) == []


def test_an_answer_says_what_changed_and_leads_to_the_new_sheet(before, damaged):
    damaged.replace("dosing.yml", "in-a-day: 56 mg", "in-a-day: 70 mg")
    told(damaged, "adult-maximum-north", "safety")
    contents = load(damaged.folder)
    (item,) = [item for item in before if (item.region, item.sheet) == ("north", "two-pages")]
    (now,) = [
        sheet
        for sheet in all_sheets(contents, ROOT / PRINTS)
        if (sheet.region, sheet.slug) == ("north", "two-pages")
    ]
    page = answer_page(item, contents, now)
    for said in (
        "Safety change: do not use the old sheet",
        "The old sheet says something else.",
        'href="../../north/print/two-pages/"',
        item.code,
        "Do not stop examplazine suddenly",
    ):
        assert said in page.html
    assert list(check_each([page], Edition(contents, "north"))) == []


def test_the_register_is_read_as_it_was_written(before, damaged):
    (damaged.folder / "sheet-codes.yml").write_text(written(tuple(before)), "utf-8")
    contents = load(damaged.folder)
    kept = [item.model_dump(exclude={"place"}) for item in contents.sheet_codes]
    assert kept == [item.model_dump(exclude={"place"}) for item in before]
    sheets = all_sheets(contents, ROOT / PRINTS)
    assert unissued(sheets, contents) == [] and {version(sheet, contents) for sheet in sheets} == {1}


def test_a_code_that_stands_twice_is_refused(before, damaged):
    (damaged.folder / "sheet-codes.yml").write_text(written((*before, before[0])), "utf-8")
    (problem,) = damaged.problems()
    assert f'the code "{before[0].code}" stands here twice' in problem


def test_a_sheet_without_a_code_in_the_register_names_the_command(before):
    contents = load(FICTION / "data")
    problems = list(sheets_are_issued(all_sheets(contents, ROOT / PRINTS), contents))
    assert len(problems) == len(before) and "scripts/sheet_codes.py" in str(problems[0])


def test_every_code_ever_issued_is_answered(site, contents):
    assert len(contents.sheet_codes) > 20
    answers = [
        contents.phrases[f"answer-{name}"].partition(" {")[0]
        for name in ("right", "wording", "meaning", "safety")
    ]
    for item in contents.sheet_codes:
        page = (site / "c" / item.code / "index.html").read_text("utf-8")
        assert sum(f">{answer}" in page for answer in answers) == 1, item.code
        assert (site / "c" / item.code.lower() / "index.html").read_text("utf-8") == page
