"""Rules that hold each figure of a fact against the readings that the fact names: a wrong dose needs a wrong
reading too.

Where a fact is told in a region, a reading of another region counts only for a sentence, and only if the fact
names that region or the publisher: "A US label says ...". What was read in studies and in other countries
counts everywhere, and so does every reading of a trial or of a ceiling. Figures that are filled in are held
where they are given. Not held are clock times, the words of the glossary, what an article claims, and the
history, which tells what was.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from monograph.checks.texts import KEYPAD, SENTENCE, SHOWN
from monograph.model.contents import Contents
from monograph.model.derivations import follows
from monograph.model.dosing import Dose, Schedule
from monograph.model.figures import FIGURE
from monograph.model.frequency import Frequency
from monograph.model.help import Contact
from monograph.model.limit import Limit
from monograph.model.medicine import Code, Form, Strength
from monograph.model.notation import DAY, EACH, IN, STRENGTH, TIMES, Figure, ages, figures
from monograph.model.problem import Problem
from monograph.model.quantity import DOSE_UNITS, Quantity
from monograph.model.shape import PLACEHOLDER, Fact, Shape
from monograph.model.sources import Evidence
from monograph.model.statement import MissedDose, Question, Statement, Word
from monograph.model.trial import Arm, Trial

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WITHOUT = {"id", "region", "url", "page", "phone", "code", "evidence"}  # keys that hold no sentence
FEWEST = 50  # facts of which one may be excused
IN_NONE = "which none of its readings holds"
OF_OTHERS = "which none of its readings holds for these people and this part"
OF_BOTH = "which none of its readings holds for both groups"
FIRST = (
    "check the source: change its reading in data/evidence.yml first, or name the row that says so under "
    '"evidence"'
)
PARTS = {  # the words by which a note says that an amount is the start, or the maximum
    "start": re.compile(r"\bstart", re.IGNORECASE),
    "maximum": re.compile(r"\b(?:max(?:imum)?|ceiling|(?:not|never) exceed)\b", re.IGNORECASE),
}
NAMELESS = {"": "number", IN: "share"}
CODE = "code"  # the unit of what is spelled and not counted
Ages = Sequence[tuple[int, int]]


class Told(NamedTuple):
    """A figure of a fact: with a key of its own or in a sentence, beside figures that are held elsewhere."""

    figure: Figure
    has_key: bool
    beside: tuple[Figure, ...] = ()
    sentence: tuple[Figure, ...] = ()


class Reading(NamedTuple):
    """A row of the evidence with the figures that it holds."""

    row: Evidence
    figures: tuple[Figure, ...]


def every_figure_was_read(contents: Contents) -> Iterator[Problem]:
    """Each number of a fact stands with its unit, its basis and its partner in a reading that the fact names,
    follows from such numbers in a way that has a name (monograph/model/derivations.py), or is excused under
    "unread".

    Good: in-a-day: 80 mg, from a row that says "max 80 mg/day"
    Bad: in-a-day: 100 mg from the same row, or each-time: 80 mg
    """
    known = {row.id: Reading(row, (*figures(row.says), *years(contents, row))) for row in contents.evidence}
    for fact in contents.facts:
        if not isinstance(fact, Dose):
            yield from unread(contents, fact, named(fact, known))
    for group in contents.dosing.groups.values():
        people = ages(group.name, unit="")
        for dose in group.doses:
            yield from unread(contents, dose, named(dose, known), people)
        read = pooled(reading for dose in group.doses for reading in named(dose, known))
        for one in figures(group.name):
            if not follows(one, read):
                yield Problem(group.place, f'"{group.name}" says {one}, {IN_NONE}', FIRST)


def named(fact: Fact, known: dict[str, Reading]) -> list[Reading]:
    return [known[id] for id in dict.fromkeys(fact.evidence) if id in known]


def said_of(fact: Fact, people: Ages, named: list[Reading]) -> list[Reading]:
    """What readings say of people of some ages, and of a fact's part, where they say of any figure that it is
    the start or the maximum: "60 mg/day over 8 years" is not for those under 8, "usually 60 mg" no maximum.
    """
    clauses = {reading.row.id: clauses_on(people, reading.row.says) for reading in named}
    part = PARTS.get(getattr(fact, "part", None) or "")
    marked = {
        id: tuple(first for clause in said for first in figures_behind(part, clause))
        for id, said in clauses.items()
        if part
    }
    held = marked if any(marked.values()) else {id: figures(";".join(said)) for id, said in clauses.items()}
    return [Reading(reading.row, held[reading.row.id]) for reading in named]


def clauses_on(people: Ages, text: str) -> list[str]:
    """The clauses of a note, without those on other ages."""
    return [
        clause
        for clause in text.split(";")
        if not people
        or not (spans := ages(clause))
        or any(low < end and start < high for low, high in spans for start, end in people)
    ]


def figures_behind(part: re.Pattern[str], clause: str) -> Iterator[Figure]:
    """The first amount behind each word that names a part."""
    for word in part.finditer(clause):
        yield from [one for one in figures(clause[word.start() :]) if one.unit in DOSE_UNITS][:1]


def unread(contents: Contents, fact: Fact, named: list[Reading], people: Ages = ()) -> Iterator[Problem]:
    """What is wrong with the figures of a fact, and with its excuses; an amount with a key of its own has to
    be read of the same people and part.
    """
    of_amounts = said_of(fact, people, named) if isinstance(fact, Dose | Limit) else named
    wrong = {code: (CODE, lacks_code(contents, fact, code, named)) for code in codes(fact)}
    for one in told(contents, fact):
        figure, unit = str(one.figure), one.figure.unit
        lacking = lacks(contents, fact, one, named)
        if not lacking and one.has_key and unit in DOSE_UNITS and lacks(contents, fact, one, of_amounts):
            lacking = OF_OTHERS
        wrong[figure] = (unit, wrong.get(figure, ("", ""))[1] or lacking)
    wrong |= {str(one): (IN, OF_BOTH) for one in in_both_groups(fact, named)}
    excused = {excuse.figure: excuse for excuse in fact.unread}
    for figure, (unit, lacking) in wrong.items():
        if lacking and figure not in excused:
            held = "; ".join(f"{reading.row.id} holds {holding(reading, unit)}" for reading in named)
            yield Problem(
                fact.place, f'"{fact.id}" says {figure}, {lacking} ({held or "it names none"})', FIRST
            )
    for figure, excuse in excused.items():
        if not wrong.get(figure, ("", ""))[1]:
            yield Problem(
                excuse.place, f'"{fact.id}" says {figure} as it was read, or not at all', "delete this excuse"
            )


def in_both_groups(fact: Fact, named: list[Reading]) -> Iterator[Figure]:
    """The result that both groups of a trial have, though no reading has it twice."""
    if isinstance(fact, Trial):
        one, other = map(of_arm, fact.groups)
        if one == other and all(reading.figures.count(one) < 2 for reading in named):
            yield one


def lacks(contents: Contents, fact: Fact, one: Told, named: list[Reading]) -> str:
    """What is wrong with one figure of a fact; "" when it was read for every region in which it is told."""
    for region in contents.regions if fact.region == "all" else [fact.region]:
        own = [reading for reading in named if counts_for(fact, region, reading.row, contents)]
        if follows(one.figure, known_to(one, own)):
            continue
        if not follows(one.figure, known_to(one, named)):
            return IN_NONE
        others = [reading for reading in named if reading not in own]
        if one.has_key or not names_origin(contents, fact, others):
            return f"which none of its readings holds for {region}"
    return ""


def known_to(one: Told, named: list[Reading]) -> list[Figure]:
    """What a figure may follow from. A volume in a sentence that names a strength follows from the amount and
    the strength there, and from no other.
    """
    if one.figure.unit == "mL" and any(other.unit == STRENGTH for other in one.sentence):
        return list(one.sentence)
    return [*pooled(named), *one.beside]


def counts_for(fact: Fact, region: str, row: Evidence, contents: Contents) -> bool:
    elsewhere = contents.regions.keys().isdisjoint(row.countries)
    return elsewhere or region in row.countries or isinstance(fact, Trial | Limit)


def pooled(named: Iterable[Reading]) -> list[Figure]:
    return [one for reading in named for one in reading.figures]


def names_origin(contents: Contents, fact: Fact, others: Iterable[Reading]) -> bool:
    """Whether a fact says where a reading of another region comes from: "A US label says ..."."""
    said = " ".join(texts(fact))
    rows = [reading.row for reading in others]
    regions = {country for row in rows for country in row.countries if country in contents.regions}
    names = {
        contents.cards[source].publisher for row in rows for source in row.sources if source in contents.cards
    }
    for id in regions:
        names |= {id.upper(), contents.regions[id].name, contents.regions[id].in_words}
    return any(re.search(rf"\b{re.escape(name)}\b", said) for name in names)


def years(contents: Contents, row: Evidence) -> Iterator[Figure]:
    """The years that a row names beside its section, and those in which its sources were published."""
    cards = [contents.cards[source] for source in row.sources if source in contents.cards]
    for text in (row.where, *(card.published for card in cards)):
        yield from (number(int(year)) for year in YEAR.findall(text or ""))


def holding(reading: Reading, unit: str) -> str:
    """The figures of a unit that a reading holds, in words."""
    if unit == CODE:
        return ", ".join(sorted(dialled(reading.row.says))) or "no number"
    held = dict.fromkeys(str(one) for one in reading.figures if one.unit == unit)
    return ", ".join(held) or f"no {NAMELESS.get(unit, unit)}"


def codes(fact: Fact) -> tuple[str, ...]:
    """What a fact has to spell as its source does: a phone number, the code of a register."""
    if isinstance(fact, Contact):
        return (fact.phone,) if fact.phone else ()
    return (fact.code,) if isinstance(fact, Code) else ()


def lacks_code(contents: Contents, fact: Fact, code: str, named: list[Reading]) -> str:
    """What is wrong with a number to dial, which is read in its own region, or the code of a register."""
    rows = [
        reading.row
        for reading in named
        if isinstance(fact, Code) or counts_for(fact, fact.region, reading.row, contents)
    ]
    return "" if any(dialled(code) & dialled(row.says) for row in rows) else IN_NONE


def dialled(text: str) -> set[str]:
    """The numbers and codes in a text as a phone dials them, without spaces and hyphens."""
    shown = (number for pattern in SHOWN for number in pattern.findall(text))
    return {"".join(filter(str.isdigit, number.translate(KEYPAD))) for number in shown}


def told(contents: Contents, fact: Fact) -> Iterator[Told]:
    """Every figure of a fact, but for those that are filled in from other facts: these are held there."""
    with_key = tuple(keyed(fact))
    yield from (Told(one, True) for one in with_key)
    for text in texts(fact) if not isinstance(fact, Word) else ():
        written = SENTENCE.split(contents.as_written(fact, text))
        for sentence, whole in zip(written, SENTENCE.split(text), strict=False):
            typed = figures(PLACEHOLDER.sub("{}", FIGURE.sub("{}", sentence)))
            filled_in = [one for one in figures(whole) if one not in typed] if typed else []
            for one in typed:
                others = (other for other in (*typed, *filled_in) if other != one)
                yield Told(one, False, (*with_key, *filled_in), tuple(others))


def texts(shape: Shape) -> Iterator[str]:
    """The sentences of a fact and of what it holds; a name that is dialled is held as a phone number."""
    for field in type(shape).model_fields:
        if field in WITHOUT or (field == "name" and getattr(shape, "phone", None)):
            continue
        value = getattr(shape, field)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str):
                yield item
            elif isinstance(item, Arm):
                yield from texts(item)


def keyed(fact: Fact) -> Iterator[Figure]:
    """The figures that have a key of their own."""
    if isinstance(fact, Dose | Limit):
        often = fact.times_a_day if isinstance(fact, Dose) else None
        amounts = ((fact.each_time, EACH), (fact.in_a_day, DAY))
        yield from (replace(plain(amount, basis), often=often) for amount, basis in amounts if amount)
        yield from [counted(often)] if often else []
    elif isinstance(fact, Schedule):
        for step in fact.steps:
            yield replace(plain(step.each_time, EACH), often=step.times_a_day)
            yield from (counted(step.times_a_day), number(step.for_days, "days"))
    elif isinstance(fact, MissedDose) and fact.leave_out_within:
        yield plain(fact.leave_out_within)
    elif isinstance(fact, Form):
        yield from map(of_strength, fact.strengths)
    elif isinstance(fact, Trial):
        yield from [number(fact.people)] if fact.people else []
        yield from map(of_arm, fact.groups)
    if isinstance(fact, Statement) and fact.chance and fact.chance.of:
        yield of_frequency(fact.chance)


def plain(amount: Quantity, basis: str = "") -> Figure:
    return Figure(amount.low or amount.high, amount.high, amount.unit, basis)


def number(value: int, unit: str = "") -> Figure:
    return Figure(Decimal(value), Decimal(value), unit)


def counted(often: tuple[int, int]) -> Figure:
    return Figure(Decimal(often[0]), Decimal(often[1]), TIMES)


def of_strength(strength: Strength) -> Figure:
    amount, volume = plain(strength.mass), strength.volume
    return replace(amount, unit=f"{amount.unit} in mL", of=volume.high) if volume else amount


def of_arm(arm: Arm) -> Figure:
    """A group of a trial; at most 5 people are fewer than 6, which is what its source says."""
    return replace(number(arm.count + bool(arm.at_most), IN), of=Decimal(arm.of))


def of_frequency(chance: Frequency) -> Figure:
    """A chance in people; one that has only one bound is that number."""
    ends = {
        "up to": (chance.high, chance.high),
        "fewer": (chance.high, chance.high),
        "or more": (chance.low, chance.low),
    }
    low, high = ends.get(chance.kind, (chance.low, chance.high))
    return Figure(Decimal(low), Decimal(high), IN, of=Decimal(chance.of))


def addresses_were_read(contents: Contents) -> Iterator[Problem]:
    """The web address of a contact stands in a reading that the contact names.

    Good: url: https://mhra.gov.uk/yellowcard, from a row that says "mhra.gov.uk/yellowcard"
    Bad: url: https://mhra.gov.uk/yelowcard, from the same row
    """
    says = {row.id: row.says for row in contents.evidence}
    for contact in contents.help.contacts:
        address = re.sub(r"^https?://(?:www\.)?|/$", "", str(contact.url or ""))
        if not any(address in says.get(id, "") for id in contact.evidence):
            yield Problem(contact.place, f'"{contact.id}" says {address}, {IN_NONE}', FIRST)


def few_figures_are_excused(contents: Contents) -> Iterator[Problem]:
    """At most one fact in fifty has a figure that is excused from being read.

    Good: unread beside 3 of 850 facts
    Bad: unread beside 30 of 850 facts
    """
    excused = [fact for fact in contents.facts if fact.unread]
    if len(excused) * FEWEST > len(contents.facts):
        yield Problem(
            excused[-1].place,
            f"{len(excused)} of {len(contents.facts)} facts have a figure that nobody read",
            "find readings for them, or leave the figures out",
        )


def all_doubles_no_region(contents: Contents) -> Iterator[Problem]:
    """A fact for all regions does not stand beside one of the same title for one region: its readers would be
    told twice, and perhaps not the same.

    Good: effect-sleepy-north with region north, effect-sleepy-south with region south
    Bad: effect-sleepy-north with region all
    """
    titled: dict[tuple[str, str], list[Fact]] = {}
    for fact in contents.facts:
        title = fact.ask if isinstance(fact, Question) else getattr(fact, "title", None)
        if title:
            titled.setdefault((fact.place.file, title), []).append(fact)
    for facts in titled.values():
        regional = [fact for fact in facts if fact.region != "all"]
        for fact in facts:
            if fact.region == "all" and regional:
                yield Problem(
                    fact.place,
                    f'"{fact.id}" is told in all regions, and "{regional[0].id}" with the same title in '
                    f"{regional[0].region} (see {regional[0].place})",
                    "give each region its own, or keep one for all",
                )


RULES = (every_figure_was_read, addresses_were_read, few_figures_are_excused, all_doubles_no_region)
