"""What is worked out from a fact is right, and what is shown says its basis."""

import re

import pytest

from monograph.checks.library import load
from monograph.model.edition import Edition
from monograph.model.medicine import Form
from monograph.model.problem import Unknown
from monograph.model.quantity import parse
from monograph.model.statement import Statement
from monograph.model.trial import Arm
from monograph.prints.sheet import PRINTS, sheets
from monograph.views import dosing, liquids, lists, missed, pictures, schedule, sources, trial
from monograph.views.blocks import Blocks
from monograph.views.downloads import download_name
from monograph.views.page_context import PageContext
from tests.conftest import ROOT


def page(blocks, slug="taking"):
    return PageContext(blocks.edition, blocks.phrases, slug)


def plain(text) -> str:
    return str(text).replace("\N{NO-BREAK SPACE}", " ")


def row(blocks, group, kind):
    (found,) = [
        row for row in dosing.dose_table(page(blocks)).rows if row.group == group and row.kind == kind
    ]
    return [[plain(line) for line in cell.lines] for cell in found.cells]


def test_a_day_is_worked_out_from_each_time_and_back(north):
    start, usual, maximum = row(north, "adults", "tablets-north")
    assert start == ["7 mg each time, 2 times a day", "(14 mg in total in a day)"]
    assert usual == ["28 to 42 mg in total in a day", "(split into 2 or 3 doses)"]
    assert maximum == ["56 mg in total in a day", "(28 mg each time, 2 times a day)"]


def test_a_liquid_row_says_mg_then_ml_then_strength(north):
    start, _, maximum = row(north, "adults", "liquid-strong-north")
    assert start[-1] == "7 mg is 0.5 mL of the liquid with 14 mg in each mL"
    assert maximum[-1] == "28 mg is 2 mL of the liquid with 14 mg in each mL"


def test_children_are_told_a_day_by_weight(north):
    start, *_ = row(north, "children-north", "any")
    assert start[0] == "0.9 mg for each kilogram of body weight, in total in a day"
    assert "not for each time" in start[-1]


def test_what_is_not_known_is_said(south):
    start, *_ = row(south, "weak-kidneys", "any")
    assert start == ["Not known.", "A lower dose may be needed. The leaflet gives no number."]


AVOID = (
    "dosing.yml",
    "not-known: A lower dose may be needed. The leaflet gives no number.",
    "avoid: Do not take it. If you take it now, do not stop suddenly.",
)


def test_what_is_to_be_avoided_is_not_called_unknown(damaged):
    damaged.replace(*AVOID)
    blocks = Blocks(Edition(load(damaged.folder), "south"))
    assert row(blocks, "weak-kidneys", "any")[0] == [
        "Do not take it. If you take it now, do not stop suddenly."
    ]
    html = blocks.dose_table()
    cell = html[: html.index("Do not take it. If")].rpartition("<td")[2]
    assert 'class="avoid"' in cell and "Not known" not in cell


@pytest.mark.parametrize(
    "said", ["Do not take it.", "It must not be used.", "Avoid it if you can.", "A review says to avoid it."]
)
def test_what_is_to_be_avoided_is_not_filed_as_unknown(damaged, said):
    damaged.replace(AVOID[0], AVOID[1], f"not-known: {said}")
    (problem,) = damaged.problems()
    assert 'under "not-known"; write that sentence under "avoid"' in problem


def test_a_dose_keeps_its_note_where_it_is_repeated(south, fiction):
    (line,) = [
        line
        for line in lists.key_facts(page(south, "key-facts")).lines
        if line.answer.anchor == "adult-start-south"
    ]
    assert (
        plain(line.answer.text)
        == "3.5 mg each time, once a day (3.5 mg in total in a day). This is half a 7 mg tablet."
    )
    (sheet,) = [sheet for sheet in sheets(fiction, "south", ROOT / PRINTS) if sheet.slug == "two-pages"]
    assert "This is half a 7 mg tablet." in plain(sheet.text)


def test_a_row_for_each_form_and_none_of_another_region(north):
    kinds = [row.kind for row in dosing.dose_table(page(north)).rows if row.group == "adults"]
    assert kinds == ["tablets-north", "granules-north", "liquid-weak-north", "liquid-strong-north"]


def test_a_form_that_is_no_longer_made_says_so(north):
    forms = {row.form for row in dosing.dose_table(page(north)).rows if row.kind == "granules-north"}
    names = {plain(row.name) for row in liquids.forms(page(north)).rows if "Granules" in row.name}
    assert (forms, names) == ({"Granules (no longer sold)"}, {"Granules in packets (no longer sold)"})


@pytest.mark.parametrize(
    "chooser",
    [
        lambda page: dosing.dose_table(page).narrowing.asked[1],
        lambda page: liquids.liquids(page).narrowing.asked[0],
    ],
)
def test_whoever_holds_something_else_is_led_to_no_table(north, chooser):
    last = chooser(page(north)).options[-1]
    assert (last.value, last.label) == ("other", "Something else")
    assert "other" not in {row.kind for row in dosing.dose_table(page(north)).rows} | {
        item.form for item in liquids.liquids(page(north)).liquids
    }


def test_every_amount_in_the_real_dose_tables_says_its_basis(contents):

    amounts = 0
    for region in contents.regions:
        for found in dosing.dose_table(page(Blocks(Edition(contents, region)))).rows:
            for cell in found.cells:
                if cell.known and not cell.avoid:
                    amounts += 1
                    assert re.search("each time|in total in a day", " ".join(cell.lines))
    assert amounts > 10


def test_steps_count_their_days(north):
    view = schedule.schedule("up", page(north))
    assert [row.days for row in view.rows] == ["Day 1 to 4", "Day 5 to 8", "Day 9 to 12", "Day 13 to 16"]
    assert plain(view.rows[1].total) == "28 mg in total in a day"


def test_stairs_are_as_high_as_their_day(north):
    heights = [stair.height for stair in schedule.schedule("down", page(north)).stairs]
    assert heights[0] == 2 * heights[1] == 4 * heights[2]


def test_stairs_that_nobody_gives_are_said_not_drawn(south):
    view = schedule.schedule("down", page(south))
    assert not view.stairs and "gives no steps" in view.not_known.text


@pytest.mark.parametrize(
    "form, volumes",
    [("liquid-weak-north", ["1", "2", "4", "6", "8"]), ("liquid-strong-north", ["0.5", "1", "1.5", "2"])],
)
def test_volumes_are_worked_out_for_each_liquid(north, form, volumes):
    (view,) = [view for view in liquids.liquids(page(north)).liquids if view.anchor == f"measure-{form}"]
    assert [plain(measure.volume) for measure in view.measures] == [f"{volume} mL" for volume in volumes]
    assert "This is not the liquid with" in view.not_the_others


def test_each_liquid_is_told_from_the_others_where_it_stands(north):
    _, *sections = north.liquids().split('<section class="liquid"')
    assert len(sections) > 1 and all("This is not the liquid with" in section for section in sections)


def test_an_effect_says_how_soon_to_get_help(north):
    facts = [
        (topic, fact)
        for topic, found in north.edition.contents.topics.items()
        for fact in north.edition.pick(found)
        if fact.do and fact.urgency in ("now", "urgent") and all(other.title for other in found)
    ]
    assert {fact.urgency for _, fact in facts} == {"now", "urgent"}
    for topic, fact in facts:
        soon, do = north.phrases.say(f"urgency-{fact.urgency}"), north.phrases.prose(fact.do)
        assert f"<strong>{soon}:</strong> {do}" in north.effects(topic)


def test_a_list_of_points_says_where_it_is_from(north):
    html = north.statements("tell-your-doctor")
    assert "if you live near a bell" in html and 'class="cite"' in html


def test_the_syringe_is_filled_to_its_dose(north):
    for view in liquids.liquids(page(north)).liquids:
        drawn = {plain(measure.dose): float(plain(measure.volume).split()[0]) for measure in view.measures}[
            "7 mg"
        ]
        assert view.syringe.fill == drawn / pictures.LARGEST * pictures.BARREL


def test_a_missed_dose_with_hours_draws_its_share_of_the_clock(south, north):
    with_hours, without = missed.missed(page(south)).clock, missed.missed(page(north)).clock
    assert "11 hours" in plain(with_hours.picture.description) and "hours" not in without.picture.caption
    assert with_hours.end_y > 0 > without.end_y  # 11 of 24 hours end in the lower half, a sixth in the upper


def test_more_than_half_of_the_clock_is_drawn_the_long_way_round(south, north, damaged):
    assert [missed.missed(page(blocks)).clock.large for blocks in (south, north)] == [0, 0]
    damaged.replace("missed.yml", "leave-out-within: 11 hours", "leave-out-within: 13 hours")
    longer = Blocks(Edition(load(damaged.folder), "south"))
    assert missed.missed(page(longer)).clock.large == 1


def test_the_clock_goes_from_one_first_dose_to_the_next(south, damaged):
    usual = "in-a-day: up to 14 mg\n        times-a-day: "
    damaged.replace("dosing.yml", f"{usual}1", f"{usual}2")
    more_often = Blocks(Edition(load(damaged.folder), "south"))
    assert missed.missed(page(more_often)).clock == missed.missed(page(south)).clock


def test_a_rule_for_a_missed_dose_that_is_not_known_draws_no_clock(damaged):
    damaged.replace(
        "missed.yml",
        "text: Take it as soon as you can. If it is almost time for the next dose, leave the missed one out.",
        "not-known: No text gives a rule.",
    )
    blocks = Blocks(Edition(load(damaged.folder), "north"))
    assert "<svg" not in blocks.missed_dose() and "No text gives a rule." in blocks.missed_dose()
    assert "Not known. No text gives a rule." in blocks.key_facts()


@pytest.mark.parametrize("said", ["less than 10 hours", "less than 1 hour", "a short time"])
def test_a_missed_dose_says_the_hours_that_its_clock_draws(damaged, said):
    damaged.replace("missed.yml", "less than {hours:missed-dose-south}", said)
    (problem,) = damaged.beside_readings()
    assert '"leave-out-within" is 11 hours, and its text does not say so' in problem


def test_the_verdict_comes_before_the_claim_and_is_its_heading(north):
    html = north.claims()
    assert "<h3>No source says so (claim 1)</h3>" in html
    assert html.index("(claim 1)") < html.index("made of moonlight")
    assert not re.search(r"<h\d[^>]*>[^<]*moonlight", html)


def test_100_people_are_drawn_as_counted(north):
    view = trial.trial("trial-tightness-ms", page(north, "trials"))
    assert [sum(person.filled for person in arm.people) for arm in view.arms] == [
        70,
        28,
    ]  # 31 of 44, 13 of 46
    assert all(len(arm.people) == 100 for arm in view.arms)
    assert "about 70 in 100" in plain(view.arms[0].picture.description)


def test_few_people_are_never_rounded_to_none(north):
    view = trial.trial("trial-kidneys-higher-dose", page(north, "kidneys"))
    assert "fewer than 1 in 100" in plain(view.arms[0].picture.description)
    assert plain(view.arms[1].picture.caption).startswith("0 in 100")


def test_a_trial_that_is_not_there_is_an_error(north):
    with pytest.raises(LookupError, match="write one of"):
        trial.trial("trial-slepy", page(north))


def test_facts_are_numbered_in_the_order_of_the_page_each_once(north):
    desk = page(north)
    dosing.dose_table(desk)
    first, *_ = desk.cited
    assert list(desk.cited.values()) == list(range(1, len(desk.cited) + 1)) and len(desk.cited) > 3
    (fact,) = (fact for fact in north.edition.contents.facts if fact.id == first)
    (again,) = desk.cite(fact)
    assert (again.number, again.href) == (1, f"evidence/#{first}")


def test_only_the_publishers_own_page_is_linked(fiction, north):
    desk = page(north)
    views = {card.id: sources.source_view(card, ["x"], desk) for card in fiction.sources}
    assert views["NO-LABEL"].href and views["SO-LEAFLET"].href
    assert not views["ST-TRIAL"].href and views["ST-TRIAL"].address


def test_a_fact_from_another_country_or_second_hand_says_so(north, south):
    marks = {
        mark
        for blocks in (north, south)
        for fact in blocks.edition.pick(blocks.edition.contents.facts)
        for mark in page(blocks).marks(fact)
    }
    assert marks == {"from another country", "second-hand"}


def test_an_anchor_is_given_once(north):
    desk = page(north)
    (fact, *_) = north.edition.topic("coming-off")
    assert (desk.anchor(fact), desk.anchor(fact)) == (fact.id, "")


def test_suggest_leads_to_file_and_line(north):
    (fact, *_) = north.edition.topic("coming-off")
    assert PageContext(north.edition, north.phrases, "stopping", "https://host.example/guide").suggest(
        fact.place
    ).href == (f"https://host.example/guide/edit/main/data/stopping.yml#L{fact.place.line}")
    assert page(north).suggest(fact.place).href == "../about-site/#suggest-a-change"


def test_marks_stand_in_the_dose_table_too(south):
    views = [cell for row in dosing.dose_table(page(south)).rows for cell in row.cells]
    assert all(cell.column in ("Start", "Usual amount", "The most") for cell in views)
    abroad = {
        fact.id
        for group in south.edition.contents.dosing.groups.values()
        for fact in south.edition.pick(group.doses)
        if page(south).marks(fact)
    }
    assert {cell.anchor for cell in views if cell.marks} == abroad != set()


def test_a_mark_needs_all_sources_to_be_from_abroad(north):
    cards = north.edition.contents.cards
    at_home, abroad = (
        next(id for id, card in cards.items() if card.country == country) for country in ("north", "south")
    )
    both = Statement(
        id="x",
        region="north",
        text="x",
        sources=[{"id": at_home, "where": "x"}, {"id": abroad, "where": "x"}],
    )
    assert page(north).marks(both) == () and page(north).marks(
        both.model_copy(update={"sources": both.sources[1:]})
    ) == ("from another country",)


def test_a_mark_needs_all_readings_to_be_second_hand(north):
    rows = north.edition.contents.evidence
    (second_hand, *_) = [row.id for row in rows if row.read == "secondary"]
    (first_hand, *_) = [row.id for row in rows if row.read != "secondary"]
    for evidence, marks in (
        ((second_hand, first_hand), ()),
        ((second_hand,), ("second-hand",)),
        ((second_hand, second_hand), ("second-hand",)),
    ):
        fact = Statement(id="x", region="north", text="x", sources=[], evidence=evidence)
        assert page(north).marks(fact) == marks


def test_a_source_with_another_regions_number_is_not_cited(north):
    foreign = sorted(north.edition.foreign_phones)[0]
    fact = Statement(
        id="x",
        region="north",
        text="x",
        sources=[{"id": "NO-LABEL", "where": f"call {foreign}"}, {"id": "NO-LABEL", "where": "use"}],
    )
    assert page(north).sources(fact) == {"NO-LABEL": ["use"]}
    unsafe = fact.model_copy(update={"sources": fact.sources[:1]})
    assert page(north).cite(unsafe) == ()


def test_all_sources_leave_another_regions_number_out(north, damaged):
    foreign = sorted(north.edition.foreign_phones)[0]
    damaged.replace("evidence.yml", "where: Daily life", f"where: Daily life {foreign}")
    blocks = Blocks(Edition(load(damaged.folder), "north"))
    told = [card.sections for card in sources.all_sources(page(blocks)).cards]
    assert any("Whom to call" in sections or "Who to ask" in sections for sections in told)
    assert not any(foreign in sections for sections in told)


def test_a_syringe_never_shows_more_than_it_holds(north):
    form = Form(id="weak", region="north", kind="liquid", name="Weak", strengths=["1 mg in 1 mL"])
    assert liquids.drawn(form, form.strengths[0], [parse("7 mg")], page(north)) is None
    assert (
        liquids.drawn(form, form.strengths[0], [parse("4 mg"), parse("7 mg")], page(north)).fill
        == 4 / pictures.LARGEST * pictures.BARREL
    )


def test_nearly_all_is_never_rounded_to_all(north):
    said = [trial.in_100(Arm(who="people", count=count, of=360), north.phrases) for count in (359, 360, 1, 0)]
    assert said == ["more than 99", "100", "fewer than 1", "0"]
    assert (
        plain(trial.in_100(Arm(who="people", count=3, of=100, **{"at-most": "true"}), north.phrases))
        == "at most 3"
    )


def test_a_help_card_that_is_not_there_is_an_error(north):
    with pytest.raises(Unknown, match='did you mean "now"'):
        north.help_card("nwo")


def test_a_source_is_marked_once_with_all_its_sections(north):
    edition = north.edition
    (fact, *_) = (
        fact for fact in edition.pick(edition.contents.facts) if len(getattr(fact, "sources", ())) == 1
    )
    (citation,) = fact.sources
    twice = fact.model_copy(update={"sources": (citation, citation.model_copy(update={"where": "Part two"}))})
    (mark,) = page(north).cite(twice)
    publisher = edition.contents.cards[citation.id].publisher
    assert mark.where == f"{publisher}: {citation.where}, Part two"


@pytest.mark.parametrize(
    "name, file",
    [
        ("../../examplazine", "examplazine-north"),
        ("/etc/passwd", "etc-passwd-north"),
        ('exam"plazine <b>', "exam-plazine-b-north"),
        ("exam plazine", "exam-plazine-north"),
    ],
)
def test_a_copy_lies_where_it_should_whatever_the_medicine_is_called(fiction, name, file):
    medicine = fiction.medicine.model_copy(update={"name": name})
    edition = Edition(fiction.model_copy(update={"medicine": medicine}), "north")
    assert download_name(edition) == file
