"""What people really type leads to the page that answers it, and an emergency to the number to call before
anything else.
"""

import json
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from monograph.checks.search import as_read
from monograph.model.edition import Edition
from tests.browser.queries import (
    COMMON,
    DOSES,
    EMERGENCIES,
    EMERGENCIES_AGAIN,
    EMERGENCIES_LATER,
    HARMLESS,
    HARMLESS_AGAIN,
    HARMLESS_LATER,
    UNHEARD,
    UNHEARD_AGAIN,
    UNHEARD_LATER,
)
from tests.browser.visits import settled, until

# Types each query into the form, one after the other, and reads what the page shows.
ASK = """async (queries) => {
  const [form, card] = ["form.search", ".search-card"].map((name) => document.querySelector(name));
  const found = {};
  history.pushState = form.scrollIntoView = () => {}; // hundreds of them would take long
  for (const asked of queries) {
    form.querySelector("input").value = asked;
    form.requestSubmit();
    do await new Promise((done) => setTimeout(done)); while (form.hasAttribute("aria-busy"));
    found[asked] = {
      says: document.querySelector(".search-status").textContent,
      card: card.hidden ? [] : [...card.querySelectorAll("li:not([hidden])")]
        .map((contact) => contact.className),
      answers: [...document.querySelectorAll("ol.found a")]
        .map((answer) => new URL(answer.href).pathname.split("/")[2] + new URL(answer.href).hash),
    };
  }
  return found;
}"""
SCRIPT = Path(__file__).parents[2] / "overrides" / "assets" / "javascripts" / "search.mjs"
ASKED = (
    COMMON,
    UNHEARD,
    UNHEARD_LATER,
    UNHEARD_AGAIN,
    EMERGENCIES,
    EMERGENCIES_LATER,
    EMERGENCIES_AGAIN,
    HARMLESS,
    HARMLESS_LATER,
    HARMLESS_AGAIN,
)
LAST = ("claims", "clinics", "sources", "changes", "about-site")


@pytest.fixture(scope="module")
def answers(chromium, address, once):
    """What each edition answers to every query, from one visit each in a run."""

    def ask(region: str) -> dict:
        page = chromium.new_page(service_workers="block")
        page.goto(f"{address}{region}/search/")
        found = page.evaluate(
            ASK, list(dict.fromkeys(asked for queries in ASKED for asked in queries[region]))
        )
        page.close()
        return found

    return {region: once(f"answers-{region}", lambda region=region: ask(region)) for region in COMMON}


def missed(queries, answers):
    """The queries that do not lead to a page that answers them among the first three answers."""
    for region, pages in queries.items():
        for asked, wanted in pages.items():
            first = [answer.partition("#")[0] for answer in answers[region][asked]["answers"][:3]]
            if not set(first) & set(wanted):
                yield region, asked, first


@pytest.mark.parametrize(
    "queries",
    [COMMON, UNHEARD, UNHEARD_LATER, UNHEARD_AGAIN],
    ids=["common", "unheard", "unheard later", "unheard again"],
)
def test_people_find_their_page_among_the_first_three(answers, queries):
    failed = list(missed(queries, answers))
    assert len(failed) <= 0.05 * sum(map(len, queries.values())), failed


@pytest.mark.parametrize(
    "emergencies", [EMERGENCIES, EMERGENCIES_LATER, EMERGENCIES_AGAIN], ids=["first", "later", "again"]
)
def test_an_emergency_is_answered_with_the_number_to_call_and_never_with_a_dose(answers, emergencies):
    for region, queries in emergencies.items():
        for asked, (kind,) in queries.items():
            answer = answers[region][asked]
            shown = " ".join(answer["card"])
            assert "is-emergency" in shown and f"is-{kind}" in shown, (region, asked, shown)
            assert answer["answers"] and not DOSES.match(answer["answers"][0]), (
                region,
                asked,
                answer["answers"],
            )


@pytest.mark.parametrize(
    "harmless", [HARMLESS, HARMLESS_LATER, HARMLESS_AGAIN], ids=["first", "later", "again"]
)
def test_everyday_words_do_not_call_the_emergency_card(answers, harmless):
    for region, queries in harmless.items():
        called = [asked for asked in queries if answers[region][asked]["card"]]
        assert len(called) <= 0.02 * len(queries), called


def test_an_everyday_phrase_takes_no_card_away_beside_what_tells_of_danger(open_page):
    page = open_page("us/search/")
    calm = ["confused how to take it", "on seizure medicine", "i have to fit it in my day"]
    grave = [
        "suddenly confused how to take it",
        "on seizure medicine cant wake him",
        "on seizure medicine and drooling",
        "he had a fit in my car",
    ]
    found = page.evaluate(ASK, [*calm, *grave])
    assert [asked for asked, answer in found.items() if answer["card"]] == grave


def test_an_amount_of_a_whole_day_is_no_amount_at_once(open_page):
    page = open_page("us/search/")
    calm = [
        "took 100 mg a day",
        "took 60 mg of it every day",
        "took 30 ml daily",
        "took 8 year old to school with his pill",
        "80 mg a day",
        "i take 6 tablets a day",
    ]
    grave = [
        "took 100 mg",
        "took 100 mg a day late",
        "took 100 mg instead of 10 a day",
        "took 80 mg at once",
        "drank 25 ml",
        "gave 10 ml instead of 1 ml",
        "took 100 mg in a day",
        "took 20 tablets in a day",
        "took 5 pills",  # the least that data/search.yml names
        "took 50 mg",
        "took 25 ml",
    ]
    found = page.evaluate(ASK, [*calm, *grave])
    assert [asked for asked, answer in found.items() if answer["card"]] == grave


def test_pages_for_patients_come_before_those_for_clinics_and_about_sources(answers):
    for asked in ("withdrawal symptoms", "overdose", "beer", "driving", "dialysis", "vomit"):
        kinds = [answer.partition("#")[0].startswith(LAST) for answer in answers["us"][asked]["answers"]]
        assert kinds == sorted(kinds) and not kinds[0], answers["us"][asked]
    ends = {
        answer
        for found in answers.values()
        for answer in found.values()
        for answer in answer["answers"]
        if answer.endswith(("#who-to-call", "#review")) or re.match(r"(?!sources).*#sources", answer)
    }
    assert not ends
    assert answers["us"]["clinic link"]["answers"][0].startswith("clinics")


def test_what_was_taken_twice_or_is_taken_off_leads_first(answers):
    wanted = {
        "took 2 pills instead of 1": "too-much",
        "took 2 by mistake": "too-much",
    }
    wanted |= dict.fromkeys(("getting off baclofen", "coming off it", "going off it"), "stopping#coming-off")
    assert {asked: answers["us"][asked]["answers"][0] for asked in wanted} == wanted


def test_the_card_is_read_aloud_before_the_answers(answers):
    for region, number in {"us": "911", "uk": "999"}.items():
        assert answers[region]["overdose" if region == "us" else "fit"]["says"].startswith(
            f"In danger now? Call {number}. "
        )
    assert (
        answers["us"]["beer"]["says"].endswith("for beer. The best one is first.")
        and "danger" not in answers["us"]["beer"]["says"]
    )


def test_the_rule_for_search_words_reads_them_as_the_page_does(open_page, contents):
    search = contents.search
    said = [
        *search.harmless,
        *search.in_danger,
        *(word for line in (*search.red_flags, *search.words) for word in line.words),
        "5+ pills",
        "100+mg took",
        "ckd3s",
        "g6pd",
        "miss gas glass",
        "été prêts",
    ]
    code = "".join(re.findall(r"^const (?:bare|plain|split) = .*\n", SCRIPT.read_text("utf-8"), re.MULTILINE))
    page = open_page("us/search/")
    assert page.evaluate(f"(said) => {{ {code} return said.map(split); }}", said) == [
        list(as_read(word)) for word in said
    ]


def test_an_earlier_search_that_ends_late_changes_nothing(open_page):
    page = open_page("us/search/")
    page.evaluate(
        "() => { const given = fetch; window.fetch = (...all) => (window.fetched = given(...all)) }"
    )
    held = []
    page.route(re.compile("search_index"), lambda route: held.append(route))
    form = page.locator("form.search")
    form.locator("input").fill("beer")
    page.evaluate("document.querySelector('form.search').requestSubmit()")
    until(page, lambda: held)
    form.locator("input").fill("")
    page.evaluate("document.querySelector('form.search').requestSubmit()")
    expect(form).not_to_have_attribute("aria-busy", "true")
    for route in held:
        route.abort()
    settled(
        page, "fetched.catch(() => {}).then(() => new Promise((done) => setTimeout(done)))"
    )  # whoever waited for it has gone on
    expect(page.locator(".search-status")).to_have_text("")
    expect(form).not_to_have_attribute("aria-busy", "true")


def test_short_words_do_not_match_inside_others(chromium, address):
    page = chromium.new_page(service_workers="block")
    page.goto(f"{address}us/search/")
    found = page.evaluate(ASK, ["up", "him", "co", "upp", "cou"])
    assert not [asked for asked, answer in found.items() if answer["answers"]], found
    page.close()


def test_answers_are_counted_and_show_their_first_sentence(open_page):
    page = open_page("us/search/?q=lyvispah+dvla")
    expect(page.locator(".search-status")).to_contain_text("answers for")
    for line in page.locator("ol.found li").all():
        assert (
            re.search(r"\w.* .*\w", line.locator("p").inner_text())
            and "not known No" not in line.inner_text()
        )
    found = page.evaluate(ASK, ["advil", "zzzzqqqq"])
    assert found["advil"]["says"] == "1 answer for advil."
    assert "Try another word" in found["zzzzqqqq"]["says"] and page.locator("ul.doors").is_visible()


def test_a_query_is_shown_as_it_was_typed(open_page):
    page = open_page("us/search/?q=%24%26+zzzz+%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.locator(".search-status")).to_contain_text("$& zzzz <img src=x onerror=alert(1)>")
    assert page.locator("img[src=x]").count() == 0 and not page.errors


def test_an_earlier_search_comes_back_with_the_button_of_the_browser(open_page):
    page = open_page("us/search/?q=beer")
    expect(page.locator("ol.found a").first).to_contain_text("Alcohol")
    page.get_by_label("What do you want to know?").fill("seizure")
    page.keyboard.press("Enter")
    expect(page.locator(".search-card")).to_be_visible()
    page.go_back()
    expect(page.locator(".search-card")).to_be_hidden()
    expect(page.locator("ol.found a").first).to_contain_text("Alcohol")


def test_the_card_and_the_first_answer_do_not_wait_for_the_index(open_page):
    page = open_page("uk/search/")
    page.route(re.compile("search_index|minisearch"), lambda route: route.abort())
    found = page.evaluate(ASK, ["cant wake him", "suicidal", "zzzz overdose"])
    for asked, kind in {
        "cant wake him": "emergency",
        "suicidal": "crisis",
        "zzzz overdose": "poison",
    }.items():
        assert "is-emergency" in " ".join(found[asked]["card"]) and f"is-{kind}" in " ".join(
            found[asked]["card"]
        )
        assert found[asked]["answers"] and "did not load" in found[asked]["says"]


def test_where_the_words_do_not_come_every_number_of_the_card_is_shown(open_page):
    page = open_page("uk/search/")
    page.route(re.compile("words.json"), lambda route: route.abort())
    found = page.evaluate(ASK, ["beer", "cant wake him"])
    for answer in found.values():
        assert len(answer["card"]) == page.locator(".search-card li").count() > 2
        assert "did not load" in answer["says"]
    page.unroute_all()
    found = page.evaluate(ASK, ["beer"])
    assert not found["beer"]["card"] and found["beer"]["answers"]


def test_the_card_stands_on_the_first_screen_above_the_answers(open_page):
    page = open_page("us/search/?q=unconscious", width=360, height=640)
    shown = [page.locator(part).first for part in (".search-card", ".search-card a.phone", "ol.found a")]
    for part in shown:
        expect(part).to_be_visible()
    card, number, first = (part.bounding_box() for part in shown)
    assert (
        card["y"] >= 0 and number["y"] + number["height"] < 640 and card["y"] + card["height"] <= first["y"]
    )


def test_it_says_that_it_is_searching(open_page):
    page = open_page("us/search/")
    says = """() => { const form = document.querySelector("form.search");
      form.querySelector("input").value = "beer"; form.requestSubmit();
      return document.querySelector(".search-status").textContent; }"""
    assert page.evaluate(says) == "Searching ..."
    expect(page.locator(".search-status")).to_contain_text("for beer")


def test_without_scripts_the_card_stands_there_and_no_field_asks_for_anything(open_page, contents):
    for region in contents.regions:
        page = open_page(f"{region}/search/", java_script_enabled=False)
        uses = [
            contact.use
            for contact in Edition(contents, region).pick(contents.help.contacts)
            if contact.use in ("emergency", "poison", "crisis")
        ]
        shown = page.locator(".search-card li")
        assert (
            page.locator(".search-card").is_visible()
            and shown.count() == len(uses)
            and all(line.is_visible() for line in shown.all())
        )
        assert page.locator("form.search").is_hidden() and page.locator(".search-off").is_visible()


def test_copies_to_take_along_hold_the_card(site, contents):
    for region in contents.regions:
        (packed,) = (site / region).glob("*.zip")
        with zipfile.ZipFile(packed) as copy:
            html = copy.read(f"{packed.stem}/search/index.html").decode()
        assert (
            re.search(r'<section class="card is-now search-card"(?![^>]*hidden)', html)
            and '<script type="module"' not in html
        )
        assert "This copy has no search of its own" in html
        assert not [
            mark
            for mark in (
                '<form class="search"',
                "search-off",
                "search-status",
                'class="found"',
            )
            if mark in html
        ]
        single = packed.with_suffix(".html").read_text("utf-8")
        assert f'id="help--help-now-{region}"' in single and not re.search(r"<form\b", single)


def test_neither_words_nor_index_are_fetched_before_somebody_searches(open_page):
    page = open_page("us/search/")
    page.wait_for_load_state("networkidle")
    asked = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert asked and not [url for url in asked if re.search("search_index|minisearch|words.json", url)]


def test_the_index_holds_no_ends_of_pages_and_no_headings_that_run_together(site, contents):
    for region in contents.regions:
        docs = json.loads((site / region / "search" / "search_index.json").read_text("utf-8"))["docs"]
        assert len(docs) > 100
        ends = [contents.phrases[word] for word in ("who-to-call", "review-heading", "where-from")]
        assert not [doc["location"] for doc in docs if doc["title"] in ends]
        assert not [
            doc["title"]
            for doc in docs
            if re.search(r"[a-z][A-Z]", doc["title"].replace(contents.medicine.name, ""))
        ]
        assert not [doc["location"] for doc in docs if "Suggest a change data/" in doc["text"]]
