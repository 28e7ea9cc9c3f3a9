"""What people really type leads to the page that answers them, within the first three."""

import pytest
from playwright.sync_api import expect

QUERIES = {
    "ran out": ("stopping", "questions"),
    "i have run out": ("stopping", "questions"),
    "stop": ("stopping", "questions"),
    "can i just stop": ("stopping", "questions"),
    "taper": ("stopping", "questions"),
    "coming off": ("stopping", "withdrawal"),
    "withdrawl": ("withdrawal", "stopping", "questions"),
    "withdrawal symptoms": ("withdrawal", "questions"),
    "forgot": ("missed", "questions"),
    "forgot a dose": ("missed", "questions"),
    "missed dose": ("missed", "questions"),
    "took too much": ("missed", "questions"),
    "overdose": ("missed", "questions", "pump", "mixing"),
    "too much": ("missed", "questions", "pump"),
    "vomit": ("missed", "questions", "children"),
    "child was sick": ("missed", "children", "questions"),
    "sleepy": ("side-effects", "questions"),
    "drowsiness": ("side-effects", "trials", "questions", "driving"),
    "dizzy": ("side-effects", "questions"),
    "weak legs": ("side-effects", "questions"),
    "side effects": ("side-effects",),
    "sideeffects": ("side-effects",),
    "weight gain": ("side-effects", "questions"),
    "can i drink": ("mixing", "questions"),
    "alcohol": ("mixing", "questions"),
    "beer": ("mixing", "questions"),
    "can i drive": ("driving", "questions"),
    "driving": ("driving", "questions"),
    "painkiller": ("mixing", "questions"),
    "ibuprofen": ("mixing", "questions"),
    "tizanidine": ("mixing", "questions"),
    "gabapentin": ("mixing", "questions"),
    "kidney": ("kidneys", "questions"),
    "dialysis": ("kidneys", "questions"),
    "hospital": ("hospital", "questions"),
    "operation": ("hospital", "questions"),
    "surgery": ("hospital", "questions"),
    "beeping": ("pump", "questions"),
    "pump alarm": ("pump", "questions"),
    "liquid strength": ("liquids",),
    "new bottle looks different": ("liquids", "questions"),
    "pregnant": ("pregnancy", "questions"),
    "breastfeeding": ("pregnancy", "questions"),
    "child dose": ("children", "taking", "claims", "liquids"),
    "how long until it works": ("about", "questions"),
    "lioresal": ("about", "pump"),
    "baclofin": ("about", "key-facts"),
    "baclosign": ("about", "claims"),
    "maximum dose": ("taking", "key-facts", "claims"),
    "emergency": ("help",),
}


@pytest.fixture(scope="module")
def search(chromium, address):
    page = chromium.new_page(service_workers="block")

    def search(edition: str, asked: str) -> list[str]:
        page.goto(f"{address}{edition}/search/")
        page.get_by_label("What do you want to know?").fill(asked)
        page.keyboard.press("Enter")
        expect(page.locator("form.search [role=status]")).not_to_be_empty()
        return [link.split("/")[-2] for link in page.locator("ol.found a").evaluate_all("links => links.map(link => link.href.split('#')[0])")]

    yield search
    page.close()


@pytest.mark.parametrize("asked, pages", QUERIES.items())
def test_people_find_their_page_among_the_first_three(search, asked, pages):
    found = search("us", asked)
    assert set(found[:3]) & set(pages), found


def test_nothing_found_says_what_to_do(chromium, address):
    page = chromium.new_page(service_workers="block")
    page.goto(f"{address}us/search/?q=zzzzqqqq")
    expect(page.locator("form.search [role=status]")).not_to_be_empty()
    assert "Try another word" in page.locator("form.search [role=status]").inner_text() and page.locator("ol.questions, ul.questions").is_visible()
    page.close()


def test_a_hostile_query_is_shown_as_text(chromium, address):
    page = chromium.new_page(service_workers="block")
    page.goto(f"{address}us/search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.locator("form.search [role=status]")).not_to_be_empty()
    assert page.locator("img[src=x]").count() == 0
    page.close()


def test_the_index_is_not_fetched_before_somebody_searches(chromium, address):
    page = chromium.new_page(service_workers="block")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}us/search/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search_index" in url or "minisearch" in url]
    page.close()
