"""Rules that make each edition whole: nothing twice, nothing silently absent."""

from collections import Counter
from collections.abc import Iterable, Iterator

from monograph.checks.sources import twice
from monograph.model.contents import Contents
from monograph.model.dosing import PARTS, Group
from monograph.model.edition import Edition
from monograph.model.help import ONE, SEVERAL
from monograph.model.history import Change
from monograph.model.problem import Place, Problem, nearest
from monograph.model.shape import Fact


def ids_are_unique(contents: Contents) -> Iterator[Problem]:
    """No two facts and no claim share an id: it is the address of one thing.

    Good: id: food-with-milk
    Bad: id: food-with-milk, while another fact has that id
    """
    yield from twice([*contents.facts, *contents.claims.all, *contents.history])


def regions_are_known(contents: Contents) -> Iterator[Problem]:
    """Every fact belongs to a region of data/regions.yml, or to all.

    Good: region: uk
    Bad: region: gb
    """
    known = {*contents.regions, "all"}
    regional: Iterable[Fact | Group | Change] = (
        *contents.facts,
        *contents.dosing.groups.values(),
        *contents.history,
    )
    for fact in regional:
        if fact.region not in known:
            yield Problem(fact.place, f'the region "{fact.region}" is not known', nearest(fact.region, known))


def ids_end_in_their_region(contents: Contents) -> Iterator[Problem]:
    """A fact whose id ends in a region is not told in another one.

    Good: id: food-us, with region: us
    Bad: id: food-us, with region: uk
    """
    times = Counter(fact.id for fact in contents.facts)
    for fact in contents.facts:
        region = fact.id.rpartition("-")[2]
        if {region, fact.region} <= contents.regions.keys() and fact.region != region and times[fact.id] == 1:
            wrong = f'"{fact.id}" is told in {fact.region}, and its id ends in "-{region}"'
            yield Problem(fact.place, wrong, f'write "region: {region}", or another id')


def regions_have_names_of_their_own(contents: Contents) -> Iterator[Problem]:
    """No two regions have the same name, also not in words or in what their pages call a language.

    Good: in-words: the United States, and in-words: the United Kingdom
    Bad: in-words: the United States, for both
    """
    first: dict[str, str] = {}
    for id, region in contents.regions.items():
        for name in dict.fromkeys((region.name, region.in_words, region.locale)):
            if first.setdefault(name, id) != id:
                wrong = f'"{id}" has "{name}", as "{first[name]}" has'
                yield Problem(region.place, wrong, "write the name of this region")


def every_edition_is_complete(contents: Contents) -> Iterator[Problem]:
    """Whatever one edition tells, the other tells too, or says that it is not known there.

    Good: a fact for each region, or one for all, or one with not-known: and the reason
    Bad: a topic told for us alone
    """
    for name, facts in slots(contents):
        facts = list(facts)
        told = {fact.region for fact in facts}
        if not told <= {*contents.regions, "all"}:
            continue  # a misspelt region is told once, by regions_are_known
        for region in contents.regions:
            if region not in told and "all" not in told:
                place = facts[0].place if facts else Place("data")
                yield Problem(
                    place,
                    f"{name} has nothing for {region}",
                    'add a fact, or one with "not-known" and the reason',
                )


def is_told_once(contents: Contents) -> Iterator[Problem]:
    """Where a page has room for one answer, each edition has exactly one.

    Good: one stop warning for each region
    Bad: a stop warning for us, and another for all
    """
    for name, facts in (*single_slots(contents), *slots_of_help(contents)):
        for region in contents.regions:
            mine = Edition(contents, region).pick(facts)
            if len(mine) > 1:
                yield Problem(mine[1].place, f"{name} is told {len(mine)} times for {region}", "keep one")


def warning_is_whole(contents: Contents) -> Iterator[Problem]:
    """The stop warning, and what is set side by side, hold what their boxes show: a title, the signs, and
    what to do; the warning says them in a sentence and, for the line on most pages, as points.

    Good: title, text, points and do
    Bad: a warning with points alone
    """
    for topic, field in (
        ("stop-warning", "text"),
        ("stop-warning", "points"),
        ("too-much-signs", "points"),
        ("too-little-signs", "points"),
    ):
        for fact in contents.topics.get(topic, ()):
            if not (fact.do and fact.title and getattr(fact, field)):
                yield Problem(fact.place, f'"{fact.id}" is not whole', f'give it "title", "{field}" and "do"')
    for fact in contents.topics.get("coming-off", ()):
        if not (fact.text or fact.not_known):
            yield Problem(
                fact.place,
                f'"{fact.id}" is not whole',
                'the key facts repeat its sentence: give it "text" or "not-known"',
            )


def slots(contents: Contents) -> Iterator[tuple[str, Iterable[Fact | Change]]]:
    """Each thing that a reader of any edition may look for, with the facts that answer it."""
    yield from ((f'the topic "{name}"', facts) for name, facts in contents.topics.items())
    yield from ((f'in-short "{name}"', facts) for name, facts in contents.in_short.items())
    yield "the missed dose", contents.missed
    yield from single_slots(contents)
    yield from slots_of_help(contents, (*ONE, *SEVERAL))
    yield "the history", contents.history
    yield "brands", contents.medicine.brands
    yield "codes", contents.medicine.codes
    for ask in {question.ask for question in contents.questions}:
        yield f'the question "{ask}"', [question for question in contents.questions if question.ask == ask]
    for kind in {form.kind for form in contents.medicine.forms}:
        yield f'the form "{kind}"', [form for form in contents.medicine.forms if form.kind == kind]


def single_slots(contents: Contents) -> Iterator[tuple[str, Iterable[Fact]]]:
    yield "step-up", contents.dosing.step_up
    yield "step-down", contents.dosing.step_down
    yield "the stop warning", contents.topics.get("stop-warning", ())
    yield from ((f'the claim "{claim.id}"', claim.answers) for claim in contents.claims.all)


def slots_of_help(contents: Contents, uses: Iterable[str] = ONE) -> Iterator[tuple[str, Iterable[Fact]]]:
    for level in ("now", "urgent", "ask"):
        yield f'help card "{level}"', [card for card in contents.help.cards if card.level == level]
    for use in uses:
        yield f'contact "{use}"', [contact for contact in contents.help.contacts if contact.use == use]


def groups_are_complete(contents: Contents) -> Iterator[Problem]:
    """Every kind of people has a group in every region, and every group says its start, usual amount and
    maximum once.

    Good: start, usual and maximum, each once for each region
    Bad: two doses for maximum and none for usual
    """
    for who in {group.who for group in contents.dosing.groups.values()}:
        groups = [group for group in contents.dosing.groups.values() if group.who == who]
        told = {group.region for group in groups}
        for region in contents.regions:
            if region not in told and "all" not in told:
                yield Problem(
                    groups[0].place, f'no group of "{who}" for {region}', "add one, with what is not known"
                )
    known = {*contents.regions, "all"}
    for name, group in contents.dosing.groups.items():
        if not known.issuperset(dose.region for dose in group.doses):
            continue  # a misspelt region is told once, by regions_are_known
        regions = contents.regions if group.region == "all" else [group.region]
        parts = {
            region: Counter(dose.part for dose in Edition(contents, region).pick(group.doses))
            for region in regions
        }
        wrong = [
            f'{counts[part]} for "{part}" in {region}'
            for region, counts in parts.items()
            for part in PARTS
            if counts[part] != 1
        ]
        if wrong:
            yield Problem(group.place, f'"{name}" has {", ".join(wrong)}', "write exactly one dose for each")


RULES = (
    ids_are_unique,
    regions_are_known,
    ids_end_in_their_region,
    regions_have_names_of_their_own,
    every_edition_is_complete,
    is_told_once,
    warning_is_whole,
    groups_are_complete,
)
