"""Rules for sentences in the data."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from monograph.model.contents import Contents, shapes_in
from monograph.model.help import Contact, phone_pattern
from monograph.model.record import Reading, Source
from monograph.model.shape import PLACEHOLDER, Fact, Shape
from monograph.problem import Problem, nearest

PLACEHOLDERS = {"name", "emergency", "poison", "advice", "report"}
# The fields whose words in braces the page fills in; elsewhere braces would be printed as they are.
FILLED = {"title", "text", "not_known", "points", "do", "note", "ask", "answer", "more", "means", "claim"}
UNREAD = {"id", "region", "beyond_limits", "url"}
MASS = re.compile(r"(\d[\d,]*(?:\.\d+)?)[\s-]*(mg|milligrams?|g|gm|grams?)\b(?!/)", re.IGNORECASE)


class Sentence(NamedTuple):
    """A text of a shape, with the field it stands in."""

    shape: Shape
    field: str
    text: str


def sentences(contents: Contents) -> Iterator[Sentence]:
    """Every text in the data that a reader may see."""
    for shape in shapes_in(contents):
        for field in type(shape).model_fields.keys() - UNREAD:
            value = getattr(shape, field)
            for text in value if isinstance(value, tuple) else [value]:
                if isinstance(text, str):
                    yield Sentence(shape, field, text)


def placeholders_are_known(contents: Contents) -> Iterator[Problem]:
    """A word in braces stands for something that the region fills in, in a text where it is filled in."""
    for shape, field, text in sentences(contents):
        for word in PLACEHOLDER.findall(text):
            if field not in FILLED:
                yield Problem(shape.place, f'"{{{word}}}" is not filled in here', "write the words themselves")
            elif word not in PLACEHOLDERS:
                yield Problem(shape.place, f'"{{{word}}}" stands for nothing', nearest(word, PLACEHOLDERS))


def texts_stay_within_limits(contents: Contents) -> Iterator[Problem]:
    """No sentence names more of the medicine than the highest ceiling, unless the fact says why; an excuse not needed is a problem too."""
    ceilings = [limit.in_a_day.high for limit in contents.limits if limit.in_a_day and limit.in_a_day.unit == "mg"]
    above: dict[str, Decimal] = {}
    for shape, _, text in sentences(contents):
        for amount in map(in_mg, MASS.finditer(text)):
            if isinstance(shape, Fact) and amount > max(ceilings, default=Decimal(0)):
                above.setdefault(shape.id, amount)
    for fact in contents.facts:
        if fact.id in above and not fact.beyond_limits:
            yield Problem(fact.place, f'"{fact.id}" names {above[fact.id]} mg, above every ceiling', 'mend it, or add "beyond-limits" with the reason')
        if fact.beyond_limits and fact.id not in above:
            yield Problem(fact.place, f'"{fact.id}" is excused from the ceilings but below them', 'delete "beyond-limits"')


def in_mg(mass: re.Match) -> Decimal:
    number = Decimal(mass[1].replace(",", ""))
    return number if mass[2].lower().startswith("m") else number * 1000


def phones_are_filled_in(contents: Contents) -> Iterator[Problem]:
    """A phone number is typed once, in data/help.yml; elsewhere a word in braces stands for it."""
    pattern = phone_pattern(contact.phone for contact in contents.help.contacts if contact.phone)
    for shape, field, text in sentences(contents):
        if isinstance(shape, Source | Reading | Contact):  # cards quote what they name
            continue
        if field in FILLED and (found := pattern.search(text)):
            name = getattr(shape, "id", field)
            yield Problem(shape.place, f'"{name}" types the number {found[0]}', "write {emergency}, {poison} or {advice}")


def words_are_there(contents: Contents) -> Iterator[Problem]:
    """Every page and every part that a fact leads to has its name in data/words."""
    for fact in (*contents.questions, *contents.claims.all):
        yield from lacks_word(fact, "page", fact.page, contents)
    for part, claims in contents.claims.parts.items():
        for claim in claims[:1]:
            yield from lacks_word(claim, "part", part, contents)


def lacks_word(shape: Shape, kind: str, name: str, contents: Contents) -> Iterator[Problem]:
    known = {key.removeprefix(f"{kind}-") for key in contents.words if key.startswith(f"{kind}-")}
    if name not in known:
        yield Problem(shape.place, f'the {kind} "{name}" is not known', nearest(name, known))


RULES = (placeholders_are_known, texts_stay_within_limits, phones_are_filled_in, words_are_there)
