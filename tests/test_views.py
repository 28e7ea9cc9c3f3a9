"""What is worked out from a fact is right, and what is shown says its basis."""

import re

import pytest
from markupsafe import Markup

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


def band(blocks, name):
    (found,) = [band for band in dosing.dose_table(page(blocks)).bands if band.name == name]
    return found


def bases(blocks, name):
    """What each row of a group says of each time, how often or how split, and in total."""
    return [
        [plain(text.striptags()) for text in (row.amounts.each or Markup(), Markup(row.amounts.often))]
        + [plain(row.amounts.total.striptags())]
        for row in band(blocks, name).rows
    ]


def told(items):
    """The groups without a dose, with all that is told of them."""
    return {item.name: [plain(line.text) for line in item.lines] for item in items}


def test_a_day_is_worked_out_from_each_time_and_back(north):
    assert bases(north, "Adults") == [
        ["7 mg", "2 times a day", "14 mg in total in a day"],
        ["", "split into 2 or 3 doses", "28 to 42 mg in total in a day"],
        ["28 mg", "2 times a day", "56 mg in total in a day"],
    ]
    assert [row.amounts.is_each for row in band(north, "Adults").rows] == [True, False, False]


def test_each_liquid_has_its_volume_under_the_dose_and_says_which_it_is(north):
    start, usual, maximum = band(north, "Adults").rows
    weak, strong = start.amounts.volumes
    assert (plain(strong.volume), plain(strong.liquid)) == (
        "= 0.5 mL",
        "of the liquid with 14 mg in each mL",
    )
    assert (weak.form, strong.form) == ("liquid-weak-north", "liquid-strong-north")
    assert plain(maximum.amounts.volumes[1].volume) == "= 2 mL" and not usual.amounts.volumes


def test_a_volume_is_hidden_until_its_liquid_is_chosen_and_never_parts_from_it(north):
    html = plain(north.dose_table())
    chips = re.findall(r'<span class="volume"[^>]*>.*?</span></span>', html)
    assert len(chips) == 4 and all(' data-form="liquid-' in chip and " hidden>" in chip for chip in chips)
    assert all(re.search(r"= [\d.]+ mL .*of the liquid with [\d.]+ mg in each mL", chip) for chip in chips)


def test_a_second_table_gives_every_liquid(north):
    bottles = band(north, "Adults").bottles
    assert list(map(plain, bottles.columns[1:])) == ["Start: 7 mg each time", "The most: 28 mg each time"]
    assert [list(map(plain, row))[1:] for row in bottles.rows] == [["2 mL", "8 mL"], ["0.5 mL", "2 mL"]]
    assert band(north, "Children of 9 and over").bottles is None


def test_children_are_told_a_day_by_weight(north):
    (_, _, total), *_ = bases(north, "Children of 9 and over")
    assert total == "0.9 mg for each kilogram of body weight, in total in a day"
    assert "not for each time" in band(north, "Children of 9 and over").rows[0].note


def test_a_row_without_an_amount_says_that_it_is_not_known(south):
    _, usual, _ = band(south, "Children of 11 and over").rows
    assert usual.amounts is None and not usual.avoid
    assert usual.said == ("Not known.", "An elbow doctor decides how much is usual.")


def test_a_group_without_an_amount_has_no_rows_and_is_told_once(south):
    view = dosing.dose_table(page(south))
    kidneys = told(view.rest)["Kidneys that do not work well"]
    assert kidneys == ["A lower dose may be needed.", "The leaflet gives no number.", ""]
    assert told(view.avoided) == {"People on dialysis": ["The one study says to avoid it.", "Avoid it.", ""]}
    html = south.dose_table()
    assert all(f'id="kidney-{part}-south"' in html for part in ("start", "usual", "maximum"))
    assert "Not known" not in html[html.index("No label gives a dose") :]


AVOID = (
    "dosing.yml",
    "not-known: A lower dose may be needed.",
    "avoid: Do not take it. If you take it now, do not stop suddenly.",
)


def test_what_is_to_be_avoided_is_not_called_unknown(damaged):
    damaged.replace(*AVOID)
    blocks = Blocks(Edition(load(damaged.folder), "south"))
    avoided = told(dosing.dose_table(page(blocks)).avoided)["Kidneys that do not work well"]
    assert avoided == ["Do not take it. If you take it now, do not stop suddenly."]
    html = blocks.dose_table()
    told_in = html[: html.index("Do not take it. If")].rpartition("<section")[2]
    assert told_in.startswith(' class="avoid"') and "Not known" not in told_in


def test_a_row_to_be_avoided_is_told_apart_from_one_not_known(damaged):
    damaged.replace(
        "dosing.yml", "not-known: An elbow doctor decides how", "avoid: Avoid it. An elbow doctor decides how"
    )
    html = Blocks(Edition(load(damaged.folder), "south")).dose_table()
    assert '<td colspan="2" class="avoid"><span class="line">Avoid it. An elbow doctor' in html


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


def test_a_band_for_each_group_and_none_of_another_region(north):
    view = dosing.dose_table(page(north))
    assert [band.name for band in view.bands] == [
        "Adults",
        "Children of 9 and over",
        "Older people",
        "Kidneys that do not work well",
    ]
    held = ("tablets-north", "granules-north", "liquid-weak-north", "liquid-strong-north")
    assert [band.forms for band in view.bands] == [held, (), (), ()]


def test_a_form_that_is_no_longer_made_says_so(north):
    names = {plain(row.name) for row in liquids.forms(page(north)).rows if "Granules" in row.name}
    assert names == {"Granules in packets (no longer sold)"}


def test_groups_of_the_same_people_have_one_button_unless_their_rows_differ(contents):
    def asked(region):
        return dosing.dose_table(page(Blocks(Edition(contents, region)))).narrowing.asked[0].options

    assert [option.value for option in asked("us")][:4] == ["all", "adults", "children", "older"]
    assert [option.value for option in asked("uk")][2:4] == ["children-under-8", "children-8-to-17"]


@pytest.mark.parametrize(
    "chooser",
    [
        lambda page: dosing.dose_table(page).narrowing.asked[1].liquids,
        lambda page: liquids.liquids(page).narrowing.asked[0].options,
    ],
)
def test_whoever_holds_something_else_is_led_to_no_table(north, chooser):
    last = chooser(page(north))[-1]
    assert (last.value, last.label) == ("other", "None of these")
    forms = {form for band in dosing.dose_table(page(north)).bands for form in band.forms}
    assert "other" not in forms | {item.form for item in liquids.liquids(page(north)).liquids}


def test_every_amount_in_the_real_dose_tables_says_its_basis(contents):
    cells = [
        re.sub(r"<[^>]+>", "", cell)
        for region in contents.regions
        for cell in re.findall(
            r'<td data-column="(?:Each time|Total in a day)">.*?</td>',
            Blocks(Edition(contents, region)).dose_table(),
            re.DOTALL,
        )
    ]
    amounts = [cell for cell in cells if re.search(r"\d\smg", cell)]
    assert len(amounts) > 15
    assert all(re.search("each time|in total in a day", cell) for cell in amounts)


def test_steps_count_their_days(north):
    view = schedule.schedule("up", page(north))
    assert [row.days for row in view.rows] == ["Day 1 to 4", "Day 5 to 8", "Day 9 to 12", "Day 13 to 16"]
    assert plain(view.rows[1].total) == "28 mg in total in a day"


def test_stairs_are_as_high_as_their_day(north):
    heights = [stair.height for stair in schedule.schedule("down", page(north)).stairs]
    assert heights[0] == 2 * heights[1] == 4 * heights[2]


def test_stairs_that_nobody_gives_are_said_not_drawn(south):
    view = schedule.schedule("down", page(south))
    assert not view.stairs and "not by which steps" in view.not_known.text


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


def test_an_effect_has_a_bar_from_its_lower_to_its_higher_number(north):
    """What is not known has no number and no bar on the page; the page of evidence says so."""
    row = north.effects("effects-common")
    assert 'x="22" width="11"' in row and "22 to 33 in 100" in plain(row)
    told = north.effects("effects-help")
    assert "range" not in told and "no number is known" not in told


def test_a_fact_that_says_to_call_now_is_a_card_with_its_number(north):
    card = north.care("effects-help")
    assert card.count('class="card is-') == 3 and 'class="card is-now"' in card


def test_a_list_of_points_says_where_it_is_from(north):
    html = north.statements("tell-your-doctor")
    assert "if you live near a bell" in html and 'class="cite"' in html


def test_the_syringe_is_filled_to_its_dose_and_its_marks_are_as_fine_as_it_is_small(north):
    weak, strong = liquids.liquids(page(north)).liquids
    for view, holds, volume, mark in ((weak, 5, 2, "0.5 mL"), (strong, 1, 0.5, "0.1 mL")):
        assert {plain(item.dose): plain(item.volume) for item in view.measures}["7 mg"] == f"{volume} mL"
        assert view.syringe.stopper == pictures.ZERO + volume / holds * pictures.BARREL
        labels = [plain(found.label) for found in view.syringe.marks if found.label]
        assert labels == ["0", f"{holds / 2:g}", f"{holds} mL"]
        assert f"Each small mark is {mark}." in plain(view.syringe.picture.caption)


def test_a_missed_dose_with_hours_draws_its_share_of_the_line(south, north):
    with_hours, without = missed.missed(page(south)).line, missed.missed(page(north)).line
    assert "11 hours" in plain(with_hours.picture.description) and "hours" not in without.picture.caption
    assert plain(with_hours.hours) == "Last 11 hours:" and not without.hours
    gap = pictures.NEXT - pictures.MISSED
    assert with_hours.leave_from == pytest.approx(pictures.NEXT - 11 / 24 * gap)


def test_an_edge_that_no_source_gives_fades(south, north):
    assert "linearGradient" not in south.missed_dose() and "linearGradient" in north.missed_dose()


def test_the_doses_of_the_line_stand_in_their_order(south, damaged):
    damaged.replace("missed.yml", "leave-out-within: 11 hours", "leave-out-within: 13 hours")
    for blocks in (south, Blocks(Edition(load(damaged.folder), "south"))):
        line = missed.missed(page(blocks)).line
        assert pictures.MISSED < line.take_at < pictures.NEXT - 2 * pictures.ROUND
        assert line.leave_from < line.cross_at < pictures.NEXT


def test_the_line_goes_from_one_first_dose_to_the_next(south, damaged):
    usual = "in-a-day: up to 14 mg\n        times-a-day: "
    damaged.replace("dosing.yml", f"{usual}1", f"{usual}2")
    more_often = Blocks(Edition(load(damaged.folder), "south"))
    assert missed.missed(page(more_often)).line == missed.missed(page(south)).line


def test_a_tablet_is_halved_where_the_first_dose_is_half_of_one(north, south):
    view = pictures.halved_tablet(page(south))
    assert (plain(view.whole), plain(view.half)) == ("7 mg", "3.5 mg")
    assert pictures.halved_tablet(page(north)) is None and not north.halved_tablet().strip()


def test_hours_are_drawn_as_the_facts_tell_them(contents, north):
    soon, long = pictures.time_lines("withdrawal-timing", page(Blocks(Edition(contents, "us"))))
    assert [plain(span.label) for span in (*soon.spans, *long.spans)] == [
        "18 to 31 hours",
        "3 to 12 hours",
        "4 to 72 hours",
    ]
    assert soon.spans[0].x > long.spans[1].x > long.spans[0].x
    assert plain(pictures.time_lines("withdrawal-timing", page(north))[0].spans[0].label) == "22 hours"
    with pytest.raises(Unknown, match="tells hours to draw"):
        pictures.time_lines("coming-off", page(north))


def test_every_picture_says_in_words_what_it_shows(contents):
    """A title, a description and a caption, and no more words in it than can be read at a glance."""
    for region in contents.regions:
        blocks = Blocks(Edition(contents, region))
        made = (blocks.missed_dose, blocks.liquids, blocks.halved_tablet, blocks.hospital_bag, blocks.step_up)
        found = [part for make in (*made, blocks.times_of_day) for part in make().split("<figure")[1:]]
        found += blocks.time_lines("withdrawal-timing").split("<figure")[1:]
        assert len(found) > 9
        for part in found:
            for tag in ("title", "desc", "figcaption"):
                assert re.search(rf"<{tag}[^>]*>[^<]+</{tag}>", part)
            assert part.count("<text") <= 7


def test_a_rule_for_a_missed_dose_that_is_not_known_draws_no_line(damaged):
    damaged.replace(
        "missed.yml",
        "text: Take it as soon as you can. If it is almost time for the next dose, leave the missed one out.",
        "not-known: No text gives a rule.",
    )
    blocks = Blocks(Edition(load(damaged.folder), "north"))
    assert "<svg" not in blocks.missed_dose() and "No text gives a rule." in blocks.missed_dose()
    assert "Not known. No text gives a rule." in blocks.key_facts()


@pytest.mark.parametrize("said", ["less than 10 hours", "less than 1 hour", "a short time"])
def test_a_missed_dose_says_the_hours_that_its_line_draws(damaged, said):
    damaged.replace("missed.yml", "less than {hours:missed-dose-south}", said)
    (problem,) = damaged.beside_readings()
    assert '"leave-out-within" is 11 hours, and its text does not say so' in problem


def test_the_verdict_comes_before_the_claim_and_is_its_heading(north):
    html = north.claims_of("what-it-is")
    assert "<h3>No source says so (claim 1)</h3>" in html
    assert html.index("(claim 1)") < html.index("made of moonlight")
    assert not re.search(r"<h\d[^>]*>[^<]*moonlight", html)
    (line,) = [line for line in north.claims().splitlines() if "moonlight" in line]
    assert line.index("No source says so") < line.index("made of moonlight")


def test_a_part_of_the_claims_that_is_not_there_is_an_error(north):
    with pytest.raises(Unknown, match="what-it-is"):
        north.claims_of("what-it-wa")


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
    numbers = [mark.number for mark in desk.cited.values()]
    assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 3
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
        for mark in page(blocks).reservations(fact)
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
    assert page(north).reservations(both) == () and page(north).reservations(
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
        assert page(north).reservations(fact) == marks


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
    larger = liquids.drawn(form, form.strengths[0], [parse("4 mg"), parse("7 mg")], page(north))
    assert larger.stopper == pictures.ZERO + 4 / 5 * pictures.BARREL
    assert plain(larger.marks[-1].label) == "5 mL"


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
    desk, card = page(north), edition.contents.cards[citation.id]
    (mark,) = desk.cite(twice)
    assert desk.cited_lines == {f"{card.publisher}, {card.title}: {citation.where}, Part two": [mark]}


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
