"""The dose table: a row for each kind of people and each form, an amount with its basis in every cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.dosing import PARTS, Dose, Group
from monograph.model.medicine import Form, Strength
from monograph.model.quantity import Quantity
from monograph.model.wording import figure
from monograph.views.narrowing import Narrowing, ask, narrowing
from monograph.views.page_context import Cite, PageContext
from monograph.views.phrases import UNBROKEN, Phrases

KINDS = ("tablets", "granules", "liquid")


@dataclass(frozen=True)
class Cell:
    """An amount as short lines: with its basis, then its split, then its volume."""

    column: str
    anchor: str
    lines: tuple[Markup, ...]
    cites: tuple[Cite, ...]
    marks: tuple[str, ...]
    known: bool
    avoid: bool


@dataclass(frozen=True)
class Row:
    who: str
    group: str
    form: str
    kind: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class DoseTable:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    narrowing: Narrowing
    origin: str


def dose_table(page: PageContext) -> DoseTable:
    """What each group of people takes: start, usual amount and the most, with questions that narrow it."""
    groups = page.edition.contents.dosing.groups
    rows = tuple(row for name, group in groups.items() for row in rows_of(name, group, page))
    columns = tuple(page.phrases.say(key) for key in ("who", "what-you-have", *PARTS))
    who = ask("who", ((row.group, row.who) for row in rows), page.phrases)
    held = [(row.kind, row.form) for row in rows if row.kind != "any"]
    form = ask("form", (*held, ("other", page.phrases.say("liquid-other"))), page.phrases)
    return DoseTable(
        columns,
        rows,
        narrowing("dose-table", (who, form), page.phrases),
        page.origin,
    )


def rows_of(name: str, group: Group, page: PageContext) -> Iterator[Row]:
    """A row for each form where amounts differ by form, else a single row; none where the group is another
    region's.
    """
    if not page.edition.pick([group]):
        return
    if group.forms == "any":
        yield Row(group.name, name, page.phrases.say("any-form"), "any", cells(group, None, page))
        return
    for form in page.edition.pick(page.edition.contents.medicine.forms):
        if form.kind in KINDS and form.strengths:
            strength = form.strengths[0] if form.kind == "liquid" else None
            yield Row(group.name, name, form_name(form, page.phrases), form.id, cells(group, strength, page))


def form_name(form: Form, phrases: Phrases) -> str:
    kind = phrases.say(form.kind)
    if form.kind != "liquid":
        return phrases.say("form-former", form=kind) if form.former else kind
    strength = form.strengths[0]
    return phrases.say(
        "form-strength",
        form=kind,
        printed=label(strength, phrases),
        strength=phrases.say("strength", strength=mg(strength)),
    )


def label(strength: Strength, phrases: Phrases) -> str:
    """A strength as the pack prints it."""
    if not strength.volume:
        return phrases.amount(strength.mass)
    return phrases.say(
        "strength-printed", mass=phrases.amount(strength.mass), volume=phrases.amount(strength.volume)
    )


def mg(strength: Strength) -> str:
    """The mg in 1 mL of a liquid, as "5 mg"."""
    return f"{figure(strength.mg_per_ml)}{UNBROKEN}mg"


def cells(group: Group, strength: Strength | None, page: PageContext) -> tuple[Cell, ...]:
    doses = {dose.part: dose for dose in page.edition.pick(group.doses)}
    return tuple(cell(doses[part], strength, page) for part in PARTS)


def cell(dose: Dose, strength: Strength | None, page: PageContext) -> Cell:
    lines, each = list(dose_lines(dose, page.phrases)), dose.per_dose
    if strength and each and each.is_single and (volume := strength.volume_of(each)):
        lines.append(page.phrases.say("volume", **measured(each, volume, strength, page.phrases)))
    if dose.note:
        lines.append(dose.note)
    anchor = page.anchor(
        dose
    )  # the same dose stands in a row for each form; its sources are cited in the first
    cites, marks = (page.cite(dose), page.marks(dose)) if anchor else ((), ())
    return Cell(
        page.phrases.say(dose.part),
        anchor,
        tuple(map(page.phrases.prose, lines)),
        cites,
        marks,
        not dose.not_known,
        bool(dose.avoid),
    )


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


def in_total(quantity: Quantity, phrases: Phrases) -> str:
    return phrases.say(
        "in-total-by-weight" if quantity.per_kg else "in-total", amount=phrases.amount(quantity)
    )


def measured(mass: Quantity, volume: Quantity, strength: Strength, phrases: Phrases) -> dict[str, str]:
    """A dose in mg, the mL that hold it, and the strength, which always go together."""
    return {"mass": phrases.amount(mass), "volume": phrases.amount(volume), "strength": mg(strength)}
