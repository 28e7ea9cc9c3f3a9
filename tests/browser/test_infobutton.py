"""A record system's request leads to the right page and edition, or to the list; what else it says is neither
kept nor sent on.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings

C, CS, LANGUAGE = "mainSearchCriteria.v.c", "mainSearchCriteria.v.cs", "informationRecipient.languageCode.c"
RXNORM, NDC, ATC, UNII = (
    "2.16.840.1.113883.6.88",
    "2.16.840.1.113883.6.69",
    "2.16.840.1.113883.6.73",
    "2.16.840.1.113883.4.9",
)
SNOMED, ICD = "2.16.840.1.113883.6.96", "2.16.840.1.113883.6.90"
TABLET = f"{CS}={RXNORM}&{C}=197391"

# A whole request as HL7's guide has them: who asks, for whom, in which task.
WHOLE = (
    "representedOrganization.id.root=1.3.6.1.4.1.3768&patientPerson.administrativeGenderCode.c=F&age.v.v=77&age.v.u=a"
    "&taskContext.c.c=MLREV&subTopic.v.c=79899007&subTopic.v.cs=2.16.840.1.113883.6.96"
    f"&mainSearchCriteria.v.dn=some%20tablet&{TABLET}&performer=PAT&informationRecipient=PAT&performer.languageCode.c=es"
    f"&{LANGUAGE}=en&locationOfInterest.addr.ZIP=84123&knowledgeResponseType=text/html&executionTime.v=20261123"
)
ARRIVES = {
    "MedlinePlus Connect, RxNorm": (
        f"{TABLET}&mainSearchCriteria.v.dn=10%20MG%20Oral%20Tablet&{LANGUAGE}=en",
        "us/key-facts/",
    ),
    "MedlinePlus Connect without a language": (TABLET, "us/key-facts/"),
    "MedlinePlus Connect, liquid": (f"{CS}={RXNORM}&{C}=2593376&{LANGUAGE}=en", "us/liquids/"),
    "MedlinePlus Connect, NDC product": (f"{CS}={NDC}&{C}=80425-0080", "us/key-facts/"),
    "NDC with its package": (f"{CS}={NDC}&{C}=80425-0080-03", "us/key-facts/"),
    "NDC as eleven digits": (f"{CS}={NDC}&{C}=62559020401", "us/liquids/"),
    "NDC with a nought put in": (f"{CS}={NDC}&{C}=62559-0204-01", "us/liquids/"),
    "HL7, whole": (WHOLE, "us/key-facts/"),
    "HL7, ATC, United Kingdom": (f"{C}=M03BX01&{CS}={ATC}&{LANGUAGE}=en-GB", "uk/about/"),
    "HL7, UNII, United States": (f"{C}=H789N3FKE8&{CS}={UNII}&{LANGUAGE}=en-US", "us/about/"),
    "small letters": (f"{C}=m03bx01&{CS}={ATC}&{LANGUAGE}=EN-gb", "uk/about/"),
    "an underline in the language": (f"{TABLET}&{LANGUAGE}=en_US", "us/key-facts/"),
    "three letters for the language": (f"{TABLET}&{LANGUAGE}=eng", "us/key-facts/"),
    "an OID as a URN": (f"{C}=197391&{CS}=urn:oid:{RXNORM}", "us/key-facts/"),
    "the system by its address in FHIR": (
        f"{C}=197391&{CS}=http%3A%2F%2Fwww.nlm.nih.gov%2Fresearch%2Fumls%2Frxnorm",
        "us/key-facts/",
    ),
    "spaces around": (f"{C}=%20197391%20&{CS}=+{RXNORM}+", "us/key-facts/"),
    "the code twice": (f"{TABLET}&{TABLET}", "us/key-facts/"),
    "two codes of one page, one system": (f"{CS}={RXNORM}&{C}=197391&{C}=197391", "us/key-facts/"),
    "the same in two systems": (f"{TABLET}&{C}=80425-0080&{CS}={NDC}", "us/key-facts/"),
}
# Choices: the pages offered, in each edition.
CHOOSES = {
    "a code of both editions, no language": (f"{C}=M03BX01&{CS}={ATC}", ["about"]),
    "a code of both editions, English of no region": (f"{C}=M03BX01&{CS}={ATC}&{LANGUAGE}=en", ["about"]),
    "English of a third country": (f"{TABLET}&{LANGUAGE}=en-CA", ["key-facts"]),
    "a code of one country, the English of another": (f"{TABLET}&{LANGUAGE}=en-GB", ["key-facts"]),
    "a language without an edition": (f"{TABLET}&{LANGUAGE}=es", ["key-facts"]),
    "no language at all": (f"{TABLET}&{LANGUAGE}=%3Cscript%3E", ["key-facts"]),
    "two codes of two pages": (f"{CS}={RXNORM}&{C}=197391&{C}=2593376", ["key-facts", "liquids"]),
}
UNKNOWN = {
    "another medicine": f"{CS}={RXNORM}&{C}=637188",
    "another medicine besides": f"{TABLET}&{C}=637188&{CS}={RXNORM}",
    "a code that nobody confirmed": f"{CS}={RXNORM}&{C}=1292",
    "an illness": f"{CS}={ICD}&{C}=G35",
    "the number in another system": f"{CS}={SNOMED}&{C}=197391",
    "no system": f"{C}=197391",
    "a system that only begins alike": f"{CS}={RXNORM}.1&{C}=197391",
    "an empty code": f"{CS}={RXNORM}&{C}=",
    "ten digits, which may be two products": f"{CS}={NDC}&{C}=6255920401",
    "an NDC with a tail": f"{CS}={NDC}&{C}=80425-0080-evil",
    "markup": f"{CS}={RXNORM}&{C}=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "a script in the system": f"{CS}=javascript:alert(1)&{C}=197391",
    "a way out": f"{CS}={RXNORM}&{C}=..%2F..%2F..%2Fevil",
    "another site": f"{CS}={RXNORM}&{C}=%2F%2Fevil.example",
    "a name of the language's own": f"{CS}=__proto__&{C}=constructor",
    "a selector": f"{CS}={RXNORM}&{C}=%22%5D%2C*%5B%22",
    "broken escapes": f"{CS}={RXNORM}&{C}=%E0%A4%A%00%ZZ",
    "very long": f"{CS}={RXNORM}&{C}={'9' * 20000}",
    "a thousand codes": f"{CS}={RXNORM}&" + "&".join(f"{C}={number}" for number in range(1000)),
}
SILENT = {
    "nothing": "",
    "other words": "q=baclofen",
    "names in other letters": f"MAINSEARCHCRITERIA.V.C=197391&{CS}={RXNORM}",
    "a part of a name": f"v.c=197391&v.cs={RXNORM}",
    "a language alone": f"{LANGUAGE}=en-US",
}


@pytest.fixture
def ask(new_page, address):
    """Sends a request; the page tells which addresses it asked for, and with which referrer."""

    def ask(query: str, **options):
        page = new_page(**options)
        page.goto(f"{address}infobutton/?{query}#{query[:50]}")
        return page

    return ask


def leaks(page, address: str) -> list:
    """What was asked for after the request itself that is another site's,
    or repeats anything of the request.
    """
    request = next(number for number, (url, _) in enumerate(page.asked) if "?" in url)
    after = page.asked[request + 1 :]
    return [
        (url, referrer)
        for url, referrer in after
        if not url.startswith(address) or "?" in url or "?" in referrer or "#" in url
    ]


def test_there_are_requests_enough():
    assert len({*ARRIVES, *CHOOSES, *UNKNOWN, *SILENT}) == 50


@pytest.mark.parametrize("query, target", ARRIVES.values(), ids=ARRIVES)
def test_a_known_code_leads_to_its_page(ask, address, query, target):
    page = ask(query)
    page.wait_for_url(address + target)
    page.wait_for_load_state()
    assert page.evaluate("document.referrer") == "" and leaks(page, address) == [] and page.errors == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.go_back()
    assert "?" not in page.url


@pytest.mark.parametrize("query, slugs", CHOOSES.values(), ids=CHOOSES)
def test_where_the_edition_is_not_certain_the_reader_chooses(ask, address, query, slugs):
    page = ask(query)
    expect(page.get_by_role("status")).to_contain_text("Where do you live?")
    links = page.locator(".chosen a").evaluate_all("links => links.map(link => link.href)")
    assert links == [f"{address}{region}/{slug}/" for slug in slugs for region in ("us", "uk")]
    assert page.url == f"{address}infobutton/" and leaks(page, address) == [] and page.errors == []


@pytest.mark.parametrize("query", UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_code_is_said_and_every_page_is_listed(ask, address, query):
    page = ask(query)
    expect(page.get_by_role("status")).to_contain_text("a code that this guide does not know")
    assert page.url == f"{address}infobutton/" and leaks(page, address) == [] and page.errors == []
    assert (
        page.locator(".chosen a").count() == 0
        and page.locator("ul.pages a:visible").count() > 40
        and page.locator("img").count() == 0
    )


@pytest.mark.parametrize("query", SILENT.values(), ids=SILENT)
def test_without_a_code_the_list_stands_alone(ask, address, query):
    page = ask(query)
    page.wait_for_url(f"{address}infobutton/")
    assert page.get_by_role("status").inner_text() == "" and page.errors == [] and leaks(page, address) == []


def test_without_scripts_every_page_is_listed(ask, site):
    page = ask(WHOLE, java_script_enabled=False)
    links = page.locator("ul.pages a").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    assert len(links) == len(set(links)) > 40 and all(
        (site / link[1:] / "index.html").is_file() for link in links
    )
    assert page.locator(".now a").count() == 2


def test_the_script_sends_nothing(site):
    (path,) = site.glob("us/assets/javascripts/infobutton.*.mjs")
    script = path.read_text("utf-8")
    assert not re.search(
        r"fetch|XMLHttp|sendBeacon|WebSocket|EventSource|Image\(|innerHTML|outerHTML|insertAdjacent"
        r"|document\.write|\beval|Storage|cookie|import",
        script,
    )
    assert script.index("replaceState") < script.index("JSON.parse")


@pytest.mark.parametrize(
    "query",
    ["", CHOOSES["two codes of two pages"][0], UNKNOWN["another medicine"]],
    ids=["list", "choice", "unknown"],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_answer(ask, query, scheme):
    page = ask(query, color_scheme=scheme)
    assert findings(page) == [] and page.evaluate("document.documentElement.scrollWidth") <= 320


def test_pages_that_lead_on_arrive_with_and_without_scripts(open_page, address):
    for path, target in (
        ("us/stop/", "us/stopping/"),
        ("uk/toomuch/", "uk/too-much/"),
        ("us/code/rxcui/197391/", "us/key-facts/"),
    ):
        for scripts in (True, False):
            page = open_page(path, java_script_enabled=scripts)
            page.wait_for_url(address + target)
