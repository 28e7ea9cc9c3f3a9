"""A small number shows its sources where it stands; without a script it leads to the page of evidence."""

import pytest

MARK = ".statement .cite a"


def shown(page) -> bool:
    return page.locator(".source-card").is_visible()


@pytest.fixture
def taking(open_page):
    page = open_page("us/taking/", width=360)
    page.locator(MARK).first.scroll_into_view_if_needed()
    return page


def test_a_number_shows_its_sources_and_the_reader_stays_where_they_were(taking):
    before, mark = taking.evaluate("scrollY"), taking.locator(MARK).first
    mark.click()
    assert shown(taking) and taking.evaluate("scrollY") == before and taking.url.endswith("/us/taking/")
    card = taking.locator(".source-card")
    assert card.locator("cite").first.inner_text().strip()
    assert card.locator("p a").get_attribute("href").endswith(mark.get_attribute("href"))
    taking.keyboard.press("Escape")
    assert not shown(taking) and mark.evaluate("it => it === document.activeElement")
    assert taking.evaluate("scrollY") == before


def test_it_holds_every_source_of_that_fact_and_no_other(taking):
    for mark in taking.locator(MARK).all()[:5]:
        mark.click()
        number = mark.inner_text().strip("[]")
        listed = taking.locator(f".source-cards li:has(a:text-is('{number}')) cite").all_text_contents()
        assert taking.locator(".source-card cite").all_text_contents() == listed != []
        taking.locator(".source-card button").click()


def test_without_a_script_it_leads_to_the_evidence_and_back(open_page):
    page = open_page("us/taking/", java_script_enabled=False)
    mark = page.locator(MARK).first
    name = mark.get_attribute("href").partition("#")[2]
    mark.click()
    assert page.url.endswith(f"/us/taking/evidence/#{name}")
    page.locator(f"#{name} h2 a").click()
    assert page.url.endswith(f"/us/taking/#{name}")
