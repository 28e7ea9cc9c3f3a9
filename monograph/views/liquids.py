"""Forms, strengths, and for every liquid its own fixed table from mg to mL with a syringe beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from monograph.model.edition import Edition
from monograph.model.medicine import Form, Strength
from monograph.model.quantity import Quantity
from monograph.views.dosing import both, label, measured, mg
from monograph.views.narrowing import OTHER, Narrowing, ask, narrowing
from monograph.views.page_context import PageContext
from monograph.views.phrases import UNBROKEN, Phrases
from monograph.views.pictures import LARGE, Bottle, Syringe, bottle, syringe
from monograph.views.statement import Cited, cited


@dataclass(frozen=True)
class FormRow:
    name: str
    strengths: tuple[str, ...]
    about: Cited


@dataclass(frozen=True)
class FormsView:
    rows: tuple[FormRow, ...]


def forms(page: PageContext) -> FormsView:
    """Everything the medicine comes as in this region."""
    facts = page.edition.pick(page.edition.contents.medicine.forms)
    rows = tuple(
        FormRow(
            named(fact, page.phrases),
            printed(fact, page.phrases),
            cited(fact, fact.not_known or fact.text or "", page),
        )
        for fact in facts
    )
    return FormsView(rows)


def named(form: Form, phrases: Phrases) -> str:
    return phrases.say("form-former", form=form.name) if form.former else form.name


def printed(form: Form, phrases: Phrases) -> tuple[str, ...]:
    """Strengths as the pack prints them, a liquid's for 1 mL besides."""
    if not form.strengths:
        return (phrases.say("not-known"),)
    lines = []
    for strength in form.strengths:
        lines.append(label(strength, phrases))
        if strength.volume:
            lines.append(phrases.say("in-brackets", text=phrases.say("strength", strength=mg(strength))))
    return tuple(lines)


@dataclass(frozen=True)
class Measure:
    dose: str
    volume: str
    liquid: str


@dataclass(frozen=True)
class LiquidView:
    anchor: str
    form: str
    heading: str
    bottle: Bottle
    not_the_others: str | None
    caption: str
    measures: tuple[Measure, ...]
    syringe: Syringe | None
    about: Cited
    origin: str


@dataclass(frozen=True)
class LiquidsView:
    liquids: tuple[LiquidView, ...]
    narrowing: Narrowing


def liquids(page: PageContext) -> LiquidsView:
    """A view for every liquid of the region, in the order of the data."""
    found = forms_of_liquid(page.edition)
    views = tuple(one_liquid(form, page) for form in found)
    labelled = [(form.id, both(form.strengths[0], page.phrases)) for form in found]
    other = (OTHER, page.phrases.say("liquid-other"))  # fits no table, so that none is used
    bottles = replace(ask("bottle", (*labelled, other), page.phrases), key="form")
    return LiquidsView(views, narrowing("read-your-bottle", [bottles], page.phrases))


def forms_of_liquid(edition: Edition) -> tuple[Form, ...]:
    return tuple(
        form
        for form in edition.pick(edition.contents.medicine.forms)
        if form.kind == "liquid" and form.strengths
    )


def strength_of(form: Form, phrases: Phrases) -> tuple[str, str]:
    """How a liquid is told from others: in words, and in the address of its sheet."""
    strength = mg(form.strengths[0])
    return phrases.say(
        "strength", strength=strength
    ), f"{strength.replace(UNBROKEN, '-').replace('.', '-')}-in-each-ml"


def one_liquid(form: Form, page: PageContext) -> LiquidView:
    """One liquid, told from the others of its region."""
    return liquid(form, [other for other in forms_of_liquid(page.edition) if other is not form], page)


def liquid(form: Form, others: list[Form], page: PageContext) -> LiquidView:
    phrases, strength = page.phrases, form.strengths[0]
    doses = page.edition.contents.dosing.measured
    other_words = [phrases.say("other-strength", strength=mg(other.strengths[0])) for other in others]
    return LiquidView(
        anchor=f"measure-{form.id}",
        form=form.id,
        heading=phrases.say("liquid-heading", strength=mg(strength)),
        bottle=bottle(form, phrases),
        not_the_others=phrases.say("liquid-not-the-others", others=phrases.listed(other_words, "or"))
        if others
        else None,
        caption=phrases.say("liquid-caption", strength=mg(strength)),
        measures=tuple(
            measure(dose, volume, strength, phrases) for dose in doses if (volume := strength.volume_of(dose))
        ),
        syringe=drawn(form, strength, doses, page),
        about=cited(form, form.text or "", page),
        origin=page.origin,
    )


def drawn(form: Form, strength: Strength, doses: Iterable[Quantity], page: PageContext) -> Syringe | None:
    """The liquid's syringe, filled to an adult's first dose where it can be, so that the pictures differ by
    strength alone.
    """
    (steps,) = page.edition.pick(page.edition.contents.dosing.step_up)
    start = [step.each_time for step in steps.steps[:1]]
    for dose in sorted(doses, key=lambda dose: dose not in start):
        if (volume := strength.volume_of(dose)) and volume.high <= LARGE:
            return syringe(form, dose, volume, strength, page.phrases)
    return None


def measure(dose: Quantity, volume: Quantity, strength: Strength, phrases: Phrases) -> Measure:
    said = measured(dose, volume, strength, phrases)
    return Measure(said["mass"], said["volume"], phrases.say("strength", strength=said["strength"]))
