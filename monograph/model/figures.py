"""Figures that sentences repeat: {each:adult-start-us} stands for the amount that data/dosing.yml gives
there.

They are filled in when the files are read, so that whatever looks at a sentence, its fingerprint too, sees
the figure: when an amount changes, each sentence that repeats it has changed, and is signed and told anew.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from monograph.model.dosing import Dose
from monograph.model.medicine import Form
from monograph.model.nodes import Holder, Mapping, Sequence
from monograph.model.problem import Unknown
from monograph.model.quantity import Quantity
from monograph.model.shape import Fact, one_line
from monograph.model.statement import MissedDose
from monograph.model.wording import Wording, figure

FIGURE = re.compile(r"\{([a-z-]+):([^{}]*)\}")
BEGINS = re.compile(r"(?:^|[.!?]\s+)$")  # what stands before the first word of a sentence
TOLD = (
    "title",
    "text",
    "not-known",
    "avoid",
    "points",
    "do",
    "note",
    "answer",
    "more",
)  # the keys of a fact that hold sentences
Said = tuple[str, dict[str, str]]  # the region of a fact, and what may be filled in from it

KINDS = {  # the words before the colon
    "dose": "the amount as it is written: 80 mg, 40 to 80 mg, up to 60 mg",
    "most": "the largest number of that amount: 60 mg",
    "each": "the amount each time",
    "most-each": "the largest amount each time",
    "total": "the amount in total in a day",
    "times": "how often: 3 times a day, once a day",
    "count": "how often, as a number: 3, 3 or 4, 2 to 4",
    "hours": "the time in which a missed dose is left out: 2 hours",
    "strength": "all strengths: 5 mg, 10 mg and 20 mg; of a liquid the amount in each mL: 5 mg",
}


def figures_of(fact: Fact, wording: Wording) -> dict[str, str]:
    """What may be filled in from a fact, in words, by the word before the colon."""
    if isinstance(fact, MissedDose):
        return {"hours": wording.amount(fact.leave_out_within)} if fact.leave_out_within else {}
    if isinstance(fact, Form):
        masses = [
            f"{figure(strength.mg_per_ml)} mg" if strength.volume else wording.amount(strength.mass)
            for strength in fact.strengths
        ]
        return {"strength": wording.listed(masses)} if masses else {}
    return dose_figures(fact, wording) if isinstance(fact, Dose) else {}


def dose_figures(dose: Dose, wording: Wording) -> dict[str, str]:
    if not dose.times_a_day:
        return {}
    amounts = {"dose": dose.each_time or dose.in_a_day, "each": dose.per_dose, "total": dose.total}
    amounts |= {"most": most(amounts["dose"]), "most-each": most(dose.per_dose)}
    said = {kind: wording.amount(amount) for kind, amount in amounts.items() if amount}
    return {**said, "times": wording.times(dose.times_a_day), "count": wording.count(dose.times_a_day)}


def most(amount: Quantity | None) -> Quantity | None:
    return Quantity(amount.high, amount.high, amount.unit) if amount else None


def fill(raw: Mapping) -> None:
    """Fills the figures into every fact in the values of the files.

    A brace that stands for none is left, for a rule to name.
    """
    phrases = raw.get("phrases")
    wording = Wording(
        {key: text for key, text in phrases.items() if isinstance(text, str)}
        if isinstance(phrases, Mapping)
        else {}
    )
    try:
        known = {fact.id: (fact.region, figures_of(fact, wording)) for fact in with_figures(raw)}
    except Unknown:
        return  # a phrase is missing, which is told where it is asked for
    for fact in mappings(raw):
        for key in TOLD if isinstance(fact.get("region"), str) else ():
            fill_in(fact, key, known)


def with_figures(raw: Mapping) -> Iterator[Fact]:
    """The facts that have figures; one that lacks its shape is told where it stands."""
    dosing, medicine = raw.get("dosing"), raw.get("medicine")
    groups = dosing.get("groups") if isinstance(dosing, Mapping) else None
    held: list[tuple[type[Fact], Any]] = [
        (Dose, group.get("doses"))
        for group in (groups.values() if isinstance(groups, Mapping) else ())
        if isinstance(group, Mapping)
    ]
    held += [
        (MissedDose, raw.get("missed")),
        (Form, medicine.get("forms") if isinstance(medicine, Mapping) else None),
    ]
    for shape, values in held:
        for value in values if isinstance(values, Sequence) else ():
            try:
                yield shape.model_validate(value)
            except ValidationError:
                continue


def mappings(value: Any) -> Iterator[Mapping]:
    """Every mapping within `value`, itself first."""
    ahead = [value]
    while ahead:
        value = ahead.pop()
        if isinstance(value, Mapping):
            yield value
            ahead.extend(reversed(value.values()))
        elif isinstance(value, Sequence):
            ahead.extend(reversed(value))


def fill_in(fact: Mapping, key: str, known: dict[str, Said]) -> None:
    """Fills in one text of a fact, or each of a list of them; the fact remembers how it was written."""
    held: Holder = fact[key] if isinstance(fact.get(key), Sequence) else fact
    places: Iterable[Any] = range(len(held)) if isinstance(held, Sequence) else [key]
    for place in places:
        text = held.get(place) if isinstance(held, Mapping) else held[place]
        if isinstance(text, str) and FIGURE.search(text):
            held[place] = filled(text, fact["region"], known)
            fact.written = {**fact.written, one_line(held[place]): one_line(text)}


def filled(text: str, region: str, known: dict[str, Said]) -> str:
    """The text with each figure that is told in its region; the first word of a sentence has a capital."""

    def said(match: re.Match[str]) -> str:
        kind, id = match.groups()
        place, figures = known.get(id, ("", {}))
        if place not in (region, "all") or kind not in figures:
            return match[0]
        return (
            figures[kind][:1].upper() + figures[kind][1:]
            if BEGINS.search(text[: match.start()])
            else figures[kind]
        )

    return FIGURE.sub(said, text)
