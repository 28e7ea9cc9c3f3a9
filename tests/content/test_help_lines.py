"""Whom the real guide tells people to call.

Each number with the public page it was read on, the day beside it in data/sources.yml.
"""

import pytest

from monograph.model.edition import Edition
from monograph.views.blocks import Blocks

LINES = [
    ("us", "emergency", "911", "911"),  # health.wyo.gov, poison center
    ("us", "poison", "Poison Help on 1-800-222-1222", "1-800-222-1222"),  # poisonhelp.hrsa.gov
    ("us", "crisis", "988", "988"),  # health.wyo.gov, 988: call or text, free, 24/7
    ("uk", "emergency", "999", "999"),  # wmas.nhs.uk
    ("uk", "poison", "NHS 111", "111"),  # wmas.nhs.uk
    ("uk", "crisis", "NHS 111, mental health option", "111"),  # shsc.nhs.uk; option 2: pendeensurgery.nhs.uk
    ("uk", "crisis", "Samaritans on 116 123", "116-123"),  # samaritans.org
    (
        "uk",
        "crisis",
        "Lifeline on 0808 808 8000",
        "0808-808-8000",
    ),  # Northern Ireland: Public Health Agency, in a copy
    ("uk", "no-voice", "18000", "18000"),  # contactcambspolice.uk
]


@pytest.mark.parametrize(("region", "use", "name", "phone"), LINES)
def test_the_numbers_are_those_that_were_read(contents, region, use, name, phone):
    assert (name, phone) in [
        (contact.name, contact.phone)
        for contact in contents.help.contacts
        if (contact.region, contact.use) == (region, use)
    ]


@pytest.mark.parametrize(
    ("region", "said"), [("us", "988"), ("uk", "option (2)"), ("uk", "116 123"), ("uk", "0808 808 8000")]
)
def test_the_help_page_gives_the_crisis_lines(contents, region, said):
    assert said in Blocks(Edition(contents, region)).crisis_lines()


@pytest.mark.parametrize("said", ["A text to 911", "TTY", "711"])
def test_who_cannot_speak_finds_help_in_the_us(contents, said):
    assert said in Blocks(Edition(contents, "us")).without_voice()  # chesco.org; bristoltn.org; fcc.gov


@pytest.mark.parametrize("said", ["register", "18000", "999 BSL", "Relay UK"])
def test_who_cannot_speak_finds_help_in_the_uk(contents, said):
    assert (
        said in Blocks(Edition(contents, "uk")).without_voice()
    )  # yas.nhs.uk; contactcambspolice.uk; ofcom.org.uk


@pytest.mark.parametrize("use", ["poison", "advice"])
def test_northern_ireland_has_a_way_of_its_own(contents, use):
    (contact,) = [
        contact for contact in contents.help.contacts if (contact.region, contact.use) == ("uk", use)
    ]
    assert "Northern Ireland" in contact.text and "GP out-of-hours" in contact.text  # gpoutofhours.hscni.net
