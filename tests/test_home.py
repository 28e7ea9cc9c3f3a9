"""The home page: doors for what cannot wait, and every question one tap from its answer."""

import re

import pytest

from monograph.checks.home import home_asks_each_question_once
from monograph.checks.library import load
from monograph.model.edition import Edition
from monograph.model.problem import Unknown
from monograph.views import home
from monograph.views.blocks import Blocks
from tests.conftest import ROOT


def test_every_question_of_an_edition_is_led_to_from_home(contents):
    for region in contents.regions:
        edition = Edition(contents, region)
        blocks = Blocks(edition)
        html = blocks.doors() + blocks.question_groups()
        asked = {question.id for question in edition.pick(contents.questions)}
        behind_doors = {name for door in contents.home.doors for name in door.questions}
        assert set(re.findall(r'href="questions/#([^"]+)"', html)) == asked - behind_doors
        assert asked <= blocks.page.used


def test_a_row_leads_to_the_answer_of_its_edition(north, south):
    told = [home.groups(blocks.page)[0].rows[0].href for blocks in (north, south)]
    assert told == ["questions/#ask-just-stop-north", "questions/#ask-just-stop-south"]


def test_a_row_of_another_edition_is_not_there(damaged):
    damaged.replace(
        "home.yml",
        "ask-just-stop-north, ask-just-stop-south]}",
        "ask-just-stop-north]}\n      - {title: May I stop?, questions: [ask-just-stop-south]}",
    )
    (group,) = home.groups(Blocks(Edition(load(damaged.folder), "south")).page)
    assert [row.label for row in group.rows][0] == "May I stop?"


DOOR = "    icon: pill-multiple\n"
ROW = "      - {title: May I dance?, questions: [ask-dance]}\n"


@pytest.mark.parametrize(
    "old, new, said",
    [
        (ROW, "", '"ask-dance" is not on the home page; name it in a row of data/home.yml'),
        (ROW, ROW.replace("ask-dance", "ask-danse"), 'the question "ask-danse" is not known; did you mean'),
        (ROW, ROW + ROW, '"ask-dance" stands on the home page before; keep one of them'),
        (DOOR, "", '"icon" is missing; add it'),
        ("  - title: Took too much\n    text:", "  - text:", '"title" is missing; add it'),
        (DOOR, "    icon: material/pill\n", "write small letters, digits and hyphens"),
        (ROW, ROW.replace("}", ", page: about}"), 'keep either "questions" or "page", not both'),
        (ROW, ROW + "      - {title: Nothing}\n", 'add "questions" with their ids, or "page"'),
    ],
)
def test_what_leads_nowhere_or_has_no_words_is_refused(damaged, old, new, said):
    damaged.replace("home.yml", old, new)
    assert [problem for problem in damaged.problems() if said in problem]


def test_an_icon_that_is_not_there_is_told(damaged):
    damaged.replace("home.yml", "icon: pill-multiple", "icon: pill-multipel")
    with pytest.raises(Unknown, match="pill-multiple"):
        Blocks(Edition(load(damaged.folder), "north")).doors()


def test_the_rule_holds_for_the_real_guide(contents):
    assert list(home_asks_each_question_once(contents)) == []


def test_a_sheet_stands_beside_its_task(south):
    row = south.sheet("my-day")
    assert 'href="print/my-day/"' in row and "My day" in row and south.phrases.say("sheet-for-my-day") in row


def test_each_liquid_has_a_sheet_of_its_own_for_its_bottle(north):
    rows = re.findall(r'href="(print/bottle-[^"]+)"', north.sheet("bottle"))
    assert len(rows) == len(set(rows)) == 2


def test_a_sheet_that_is_not_there_is_an_error(north):
    with pytest.raises(Unknown, match="my-day"):
        north.sheet("my-dey")


def test_the_sheets_are_offered_on_the_pages_of_their_tasks():
    asked = {path.stem: path.read_text("utf-8") for path in (ROOT / "docs/en").glob("*.md")}
    for page, sheet in {
        "taking": "my-day",
        "stopping": "coming-off",
        "side-effects": "diary",
        "withdrawal": "wallet-card",
        "children": "parents-and-schools",
        "hospital": "hospital",
        "liquids": "bottle",
    }.items():
        assert f'{{{{ sheet("{sheet}") }}}}' in asked[page], page
