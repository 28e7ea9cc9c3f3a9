"""The dose table: a band for each kind of people, and in each row the amount each time beside the day's."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from monograph.model.dosing import PARTS, Dose, Group
from monograph.model.medicine import Form, Strength
from monograph.model.quantity import Quantity
from monograph.model.wording import figure
from monograph.views.narrowing import OTHER, Asked, Narrowing, ask, narrowing
from monograph.views.page_context import Cite, PageContext
from monograph.views.phrases import UNBROKEN, Phrases
from monograph.views.statement import Cited

KINDS = ("tablets", "granules", "liquid")
Groups = dict[str, Group]


@dataclass(frozen=True)
class Volume:
    """What a dose is in mL of one liquid, and of which: shown where that liquid is chosen."""

    form: str
    volume: str
    liquid: str


@dataclass(frozen=True)
class Amounts:
    """A dose on both bases, or how its day is split; `is_each` where its sources say it for each time."""

    each: Markup | None
    often: str
    total: Markup
    is_each: bool
    volumes: tuple[Volume, ...]


@dataclass(frozen=True)
class Row:
    """One dose; without amounts, `said` are the lines that tell why."""

    part: str
    anchor: str
    amounts: Amounts | None
    said: tuple[Markup, ...]
    avoid: bool
    note: Markup | None
    cites: tuple[Cite, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Bottles:
    """A small table for whoever has a liquid: the mL of each dose, by what the bottle says."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Band:
    """The rows of one group; `answer` is the one that chooses it, and `forms` those of what is in hand, where
    that matters.
    """

    name: str
    answer: str
    forms: tuple[str, ...]
    rows: tuple[Row, ...]
    bottles: Bottles | None


@dataclass(frozen=True)
class NoDose:
    """A group without an amount; facts that say the same are told once, and all keep their anchors."""

    name: str
    answer: str
    lines: tuple[Cited, ...]


@dataclass(frozen=True)
class DoseTable:
    columns: tuple[str, ...]
    bands: tuple[Band, ...]
    avoided: tuple[NoDose, ...]
    rest: tuple[NoDose, ...]
    narrowing: Narrowing
    origin: str


def dose_table(page: PageContext) -> DoseTable:
    """What each group of people takes: start, usual amount and the most, with questions that narrow it."""
    dosing, phrases = page.edition.contents.dosing, page.phrases
    groups = {name: group for name, group in dosing.groups.items() if page.edition.pick([group])}
    answers, forms = who_answers(groups, page), forms_held(page)
    dosed = {name: group for name, group in groups.items() if has_amounts(group, page)}
    bands = tuple(band(group, answers[name][0], forms, page) for name, group in dosed.items())
    others = [(group, answers[name][0]) for name, group in groups.items() if name not in dosed]
    asked = (ask("who", answers.values(), phrases), in_hand(bands, forms, phrases))
    return DoseTable(
        columns=(phrases.say("each-time-column"), phrases.say("total-column")),
        bands=bands,
        avoided=no_doses(others, "avoid", "", page),
        rest=no_doses(others, "not_known", phrases.say("no-dose-do"), page),
        narrowing=narrowing("dose-table", asked, phrases),
        origin=page.origin,
    )


def in_hand(bands: Iterable[Band], forms: Iterable[Form], phrases: Phrases) -> Asked:
    """What a reader has; it is asked of those alone whose rows depend on it."""
    solid = [(form.id, phrases.say(form.kind)) for form in forms if form.kind != "liquid"]
    printed = [(form.id, both(form.strengths[0], phrases)) for form in forms if form.kind == "liquid"]
    other = (OTHER, phrases.say("liquid-other"))
    asked = ask("form", solid, phrases, (*printed, other))
    return replace(asked, of=tuple(band.answer for band in bands if band.forms))


def who_answers(groups: Groups, page: PageContext) -> dict[str, tuple[str, str]]:
    """The answer that chooses each group, and what its button says: one for all groups of the same people,
    unless they have rows of their own to tell apart.
    """
    several = Counter(group.who for group in groups.values() if has_amounts(group, page))
    return {
        name: (name, group.name)
        if several[group.who] > 1
        else (group.who, page.phrases.say(f"short-{group.who}"))
        for name, group in groups.items()
    }


def has_amounts(group: Group, page: PageContext) -> bool:
    return any(dose.each_time or dose.in_a_day for dose in page.edition.pick(group.doses))


def forms_held(page: PageContext) -> tuple[Form, ...]:
    """What a reader may have in hand, of a known strength."""
    forms = page.edition.pick(page.edition.contents.medicine.forms)
    return tuple(form for form in forms if form.kind in KINDS and form.strengths)


def doses_of(group: Group, page: PageContext) -> list[Dose]:
    """In the order of their parts, whatever the order of the file."""
    return sorted(page.edition.pick(group.doses), key=lambda dose: PARTS.index(dose.part))


def band(group: Group, answer: str, forms: tuple[Form, ...], page: PageContext) -> Band:
    held = forms if group.forms == "each" else ()
    liquids = [form for form in held if form.kind == "liquid"]
    rows = tuple(row(dose, liquids, page) for dose in doses_of(group, page))
    return Band(group.name, answer, tuple(form.id for form in held), rows, bottles(group, liquids, page))


def row(dose: Dose, liquids: Iterable[Form], page: PageContext) -> Row:
    lines = () if dose.each_time or dose.in_a_day else tuple(dose_lines(dose, page.phrases))
    return Row(
        part=page.phrases.say(dose.part),
        anchor=page.anchor(dose),
        amounts=None if lines else amounts(dose, liquids, page.phrases),
        said=tuple(map(page.phrases.prose, lines)),
        avoid=bool(dose.avoid),
        note=page.phrases.prose(dose.note) if dose.note else None,
        cites=page.cite(dose),
        marks=page.marks(dose),
    )


def amounts(dose: Dose, liquids: Iterable[Form], phrases: Phrases) -> Amounts:
    """The basis the dose is written with, and the other, which is worked out; or how the day is split."""
    often, each, total = dose.times_a_day or (1, 1), dose.per_dose, dose.total
    split = phrases.say("split", count=phrases.count(often))
    return Amounts(
        each=in_bold(phrases.amount(each)) if each else None,
        often=phrases.times(often) if each else split,
        total=phrases.say_with(basis_in_total(total), {"amount": in_bold(phrases.amount(total))})
        if total
        else Markup(split),
        is_each=bool(dose.each_time),
        volumes=tuple(volume(each, form, phrases) for form in liquids if volume_of(each, form)),
    )


def in_bold(amount: str) -> Markup:
    """An amount with its number and mg in bold."""
    number, unit, rest = amount.partition("mg")
    return Markup("<b>{}{}</b>{}").format(number, unit, rest)


def volume_of(each: Quantity | None, form: Form) -> Quantity | None:
    return form.strengths[0].volume_of(each) if each and each.is_single else None


def volume(each: Quantity | None, form: Form, phrases: Phrases) -> Volume:
    measured = volume_of(each, form)
    said = phrases.amount(measured) if measured else ""
    return Volume(
        form.id,
        phrases.say("volume-short", volume=said),
        phrases.say("volume-of", strength=mg(form.strengths[0])),
    )


def bottles(group: Group, liquids: list[Form], page: PageContext) -> Bottles | None:
    """The mL of those doses that every liquid can measure; None where nothing is measured."""
    phrases = page.phrases
    doses = [
        (dose, each)
        for dose in doses_of(group, page)
        if (each := dose.per_dose) and all(volume_of(each, form) for form in liquids)
    ]
    if not doses or not liquids:
        return None
    columns = [
        phrases.say("volume-column", part=phrases.say(dose.part), amount=phrases.amount(each))
        for dose, each in doses
    ]
    return Bottles(
        phrases.say("volumes-caption"),
        (phrases.say("bottle-says"), *columns),
        tuple(
            (label(form.strengths[0], phrases), *(amount_in(each, form, phrases) for _, each in doses))
            for form in liquids
        ),
    )


def amount_in(each: Quantity, form: Form, phrases: Phrases) -> str:
    measured = volume_of(each, form)
    return phrases.amount(measured) if measured else ""


def no_doses(
    groups: Iterable[tuple[Group, str]], kind: str, told: str, page: PageContext
) -> tuple[NoDose, ...]:
    """The groups with doses that are to be avoided, or not known; `told` stands above them already."""
    found = []
    for group, answer in groups:
        doses = [dose for dose in doses_of(group, page) if getattr(dose, kind)]
        if doses:
            found.append(NoDose(group.name, answer, tuple(lines_once(doses, kind, told, page))))
    return tuple(found)


def lines_once(doses: Iterable[Dose], kind: str, told: str, page: PageContext) -> Iterator[Cited]:
    """What each dose says, empty where it has been told; only what is told is cited."""
    for dose in doses:
        fresh = [text for text in (getattr(dose, kind), dose.note) if text and text not in told]
        told = " ".join((told, *fresh))
        yield Cited(
            page.anchor(dose),
            page.phrases.prose(" ".join(fresh)),
            page.cite(dose) if fresh else (),
            page.marks(dose) if fresh else (),
        )


def label(strength: Strength, phrases: Phrases) -> str:
    """A strength as the pack prints it."""
    if not strength.volume:
        return phrases.amount(strength.mass)
    return phrases.say(
        "strength-printed", mass=phrases.amount(strength.mass), volume=phrases.amount(strength.volume)
    )


def both(strength: Strength, phrases: Phrases) -> str:
    """A strength of a liquid as the pack prints it, and in each mL: some packs say the one, some the
    other.
    """
    each = phrases.say("strength", strength=mg(strength))
    return phrases.say("strength-both", printed=label(strength, phrases), each=each)


def mg(strength: Strength) -> str:
    """The mg in 1 mL of a liquid, as "5 mg"."""
    return f"{figure(strength.mg_per_ml)}{UNBROKEN}mg"


def dose_lines(dose: Dose, phrases: Phrases) -> Iterator[str]:
    """The amount with its basis, then in brackets the same amount on the other basis or how it is split; else
    why there is none.
    """
    if dose.avoid:
        yield dose.avoid
    elif dose.not_known:
        yield f"{phrases.say('not-known')}."
        yield dose.not_known
    elif dose.times_a_day:
        first, *others = filter(None, both_bases(dose, dose.times_a_day, phrases))
        yield first
        for text in others:
            yield phrases.say("in-brackets", text=text)


def both_bases(dose: Dose, often: tuple[int, int], phrases: Phrases) -> tuple[str | None, str | None]:
    """The amount on the basis it is written with, then on the other or how it is split."""
    total = in_total(dose.total, phrases) if dose.total else None
    if not dose.per_dose:
        return total, phrases.say("split", count=phrases.count(often))
    each = phrases.say("each-time", amount=phrases.amount(dose.per_dose), times=phrases.times(often))
    return (each, total) if dose.each_time else (total, each)


def dose_in_a_line(dose: Dose, phrases: Phrases) -> str:
    """The same in one line, with its note: wherever a dose is repeated, what has to be known beside it goes
    with it.
    """
    said = " ".join(dose_lines(dose, phrases))
    return f"{said.removesuffix('.')}. {dose.note}" if dose.note else said


def basis_in_total(quantity: Quantity) -> str:
    return "in-total-by-weight" if quantity.per_kg else "in-total"


def in_total(quantity: Quantity, phrases: Phrases) -> str:
    return phrases.say(basis_in_total(quantity), amount=phrases.amount(quantity))


def measured(mass: Quantity, volume: Quantity, strength: Strength, phrases: Phrases) -> dict[str, str]:
    """A dose in mg, the mL that hold it, and the strength, which always go together."""
    return {"mass": phrases.amount(mass), "volume": phrases.amount(volume), "strength": mg(strength)}
