"""Rules for sentences in the data."""

import re
from collections.abc import Iterator
from decimal import Decimal

from monograph.model.contents import Contents
from monograph.model.shape import Fact
from monograph.problem import Problem, nearest

PLACEHOLDER = re.compile(r"\{([a-z-]+)\}")
PLACEHOLDERS = {"name", "emergency", "poison", "advice", "report"}
MASS = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*mg\b")


def texts(fact: Fact) -> Iterator[str]:
    """Every sentence of a fact that readers see."""
    for name in type(fact).model_fields:
        value = getattr(fact, name)
        if name not in ("id", "region", "beyond_limits"):
            yield from (text for text in (value if isinstance(value, tuple) else [value]) if isinstance(text, str))


def placeholders_are_known(contents: Contents) -> Iterator[Problem]:
    """A word in braces stands for something that the region fills in."""
    for fact in contents.facts:
        for text in texts(fact):
            for word in PLACEHOLDER.findall(text):
                if word not in PLACEHOLDERS:
                    yield Problem(fact.place, f'"{{{word}}}" stands for nothing', nearest(word, PLACEHOLDERS))


def texts_stay_within_limits(contents: Contents) -> Iterator[Problem]:
    """No sentence names more of the medicine than the highest ceiling, unless the fact says why; an excuse not needed is a problem too."""
    highest = max((limit.in_a_day.high for limit in contents.limits if limit.in_a_day), default=Decimal(0))
    for fact in contents.facts:
        named = [Decimal(number.replace(",", "")) for text in texts(fact) for number in MASS.findall(text)]
        above = [amount for amount in named if amount > highest]
        if above and not fact.beyond_limits:
            yield Problem(fact.place, f'"{fact.id}" names {above[0]} mg, above every ceiling', 'mend it, or add "beyond-limits" with the reason')
        if fact.beyond_limits and not above:
            yield Problem(fact.place, f'"{fact.id}" is excused from the ceilings but below them', 'delete "beyond-limits"')


def phones_are_filled_in(contents: Contents) -> Iterator[Problem]:
    """A phone number is typed once, in data/help.yml; elsewhere a word in braces stands for it."""
    numbers = {contact.phone for contact in contents.help.contacts if contact.phone}
    for fact in contents.facts:
        if fact not in contents.help.contacts:
            for text in texts(fact):
                for number in numbers:
                    if re.search(rf"(?<![\d-]){re.escape(number)}(?![\d-])", text):
                        yield Problem(fact.place, f'"{fact.id}" types the number {number}', "write {emergency}, {poison} or {advice}")


RULES = (placeholders_are_known, texts_stay_within_limits, phones_are_filled_in)
