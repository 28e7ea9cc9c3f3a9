"""Rules for figures that sentences repeat: filled in from the fact that gives them, and never typed again."""

import re
from collections.abc import Iterator

from monograph.model.contents import Contents
from monograph.model.dosing import Dose
from monograph.model.figures import FIGURE, KINDS, TOLD, Said, figures_of
from monograph.model.problem import Problem, nearest
from monograph.model.shape import Fact, Shape, hyphenated
from monograph.model.statement import MissedDose
from monograph.model.wording import Wording

OFTEN = r",? (?:once|\w+ times) a day"
# What has to follow a figure for it to be the same one: its basis in words, or in brackets how often it is
# taken.
BASIS = {
    "total": r",? in total in a day",
    "most": r",? in total in a day",
    "each": rf"(?: each time|{OFTEN})",
    "most-each": rf"(?: each time|{OFTEN})",
    "hours": r"\b",
}
IN_A_RANGE = r"(?<![\d.,])(?<!\d to )"  # "60 mg" is not the amount in "40 to 60 mg"


def figures_are_known(contents: Contents) -> Iterator[Problem]:
    """A figure in braces names a fact of its own region, or of all, that has such a figure.

    Good: The most is {total:adult-maximum-us} in total in a day.
    Bad: The most is {total:adult-maximun-us} in total in a day.
    """
    wording = Wording(contents.phrases)
    known = {fact.id: (fact.region, figures_of(fact, wording)) for fact in contents.facts}
    known = {id: (region, said) for id, (region, said) in known.items() if said}
    nowhere = {
        fact.id for fact in contents.facts if fact.region not in {*contents.regions, "all"}
    }  # which is told of that fact
    for shape, field, text in contents.texts:
        for found in FIGURE.finditer(text):
            if found[2] not in nowhere:
                yield Problem(
                    shape.place,
                    f'"{found[1]}" of "{found[2]}" stands for nothing',
                    advice(shape, field, found, known),
                )


def advice(shape: Shape, field: str, found: re.Match[str], known: dict[str, Said]) -> str:
    kind, id = found.groups()
    if not isinstance(shape, Fact) or hyphenated(field) not in TOLD:
        return "write the words themselves, for it is not filled in here"
    if kind not in KINDS:
        return nearest(kind, KINDS)
    alike = {name: region for name, (region, said) in known.items() if kind in said}
    if id in alike:
        return f'"{id}" is told in {alike[id]}, and this in {shape.region}: name a fact of the same region'
    return nearest(id, [name for name, region in alike.items() if region in (shape.region, "all")])


def figures_are_filled_in(contents: Contents) -> Iterator[Problem]:
    """A fact that rests on the same reading as a dose, or as the hours of a missed dose, fills its figures in
    and types none of them again.

    Good: The most is {total:adult-maximum-us} in total in a day.
    Bad: The most is 80 mg in total in a day, where data/dosing.yml gives 80 mg from the same reading
    """
    wording = Wording(contents.phrases)
    givers = [
        (fact, figures_of(fact, wording)) for fact in contents.facts if isinstance(fact, Dose | MissedDose)
    ]
    for shape, field, text in contents.texts:
        if not isinstance(shape, Fact) or hyphenated(field) not in TOLD:
            continue
        typed = contents.as_written(shape, text)
        for giver, said in givers:
            if giver.region in (shape.region, "all") and set(giver.evidence) & set(shape.evidence):
                yield from typed_again(shape, typed, giver, said)


def typed_again(fact: Fact, text: str, giver: Fact, said: dict[str, str]) -> Iterator[Problem]:
    for kind, basis in BASIS.items():
        if kind in said and (
            found := re.search(rf"{IN_A_RANGE}\b{re.escape(said[kind])}{basis}", text, re.IGNORECASE)
        ):
            yield Problem(
                fact.place,
                f'"{fact.id}" types "{found[0]}" again',
                f"write {{{kind}:{giver.id}}} in place of {said[kind]}, or excuse it",
            )
            return


RULES = (figures_are_known, figures_are_filled_in)
