"""From facts to words: the phrases of data/phrases, amounts in full, and sentences as safe HTML."""

import re
from datetime import date
from decimal import Decimal

from markupsafe import Markup, escape

from monograph.model.edition import Edition, look_up
from monograph.model.help import Contact
from monograph.model.quantity import Quantity
from monograph.model.shape import PLACEHOLDER

UNBROKEN = "\N{NO-BREAK SPACE}"
# A number keeps its unit, and "in 100" its number, on one line (D3).
BREAKABLE = re.compile(r"(?<=\d) (?=(?:mg|mL|kg|micrograms?)\b)|(?<=\bin) (?=\d)|(?<=\d) (?=in \d)")


def unbroken(text: str) -> str:
    return BREAKABLE.sub(UNBROKEN, text)


def figure(number: Decimal | int) -> str:
    """A number as readers see it: no trailing zero, a comma from 1,000."""
    return f"{Decimal(number).normalize():,f}"


class Phrases:
    """Everything an edition says in words."""

    def __init__(self, edition: Edition):
        self.edition = edition
        self.phrases = edition.contents.phrases
        self.name = edition.contents.medicine.name
        self.used: set[str] = set()  # contacts that stand in for a word in braces, by id

    def say(self, key: str, **values: object) -> str:
        """The phrase under `key` with its braces filled; raises Unknown for a key or a brace that is not known."""
        values.setdefault("name", self.name)
        phrase = look_up(self.phrases, key, "phrase")
        return unbroken(PLACEHOLDER.sub(lambda match: str(look_up(values, match[1], f"value for {key}:")), phrase))

    def say_with(self, key: str, parts: dict[str, Markup], **values: object) -> Markup:
        """The same as HTML, with some of the braces filled with HTML."""
        marks = {name: f"\0{name}\0" for name in parts}
        said = str(escape(self.say(key, **marks, **values)))
        for name, part in parts.items():
            said = said.replace(marks[name], part)
        return Markup(said)

    def prose(self, text: str) -> Markup:
        """A sentence from the data as HTML: escaped, with the region's numbers as phone links."""
        parts = re.split(PLACEHOLDER, unbroken(text))
        return Markup("").join(self.fill(part) if index % 2 else escape(part) for index, part in enumerate(parts))

    def fill(self, word: str) -> Markup:
        says = self.edition.region_info.says
        return escape(says[word]) if word in says else escape(self.name) if word == "name" else self.phone(word)

    def phone(self, use: str) -> Markup:
        """The name of whom to turn to first, as `dial` writes it."""
        return self.dial(self.edition.contact(use))

    def dial(self, contact: Contact) -> Markup:
        """A contact's name, as a link that dials, else that opens its page, else plain."""
        self.used.add(contact.id)
        if contact.url and not contact.phone:
            return Markup('<a href="{}">{}</a>').format(contact.url, contact.name)
        if not contact.phone:
            return escape(contact.name)
        return Markup('<a class="phone" href="tel:{}">{}</a>').format(contact.phone.replace("-", ""), contact.name)

    def amount(self, quantity: Quantity) -> str:
        """"5 mg", "40 to 80 mg", "up to 60 mg" or "0.3 mg for each kilogram of body weight"."""
        if quantity.is_single:
            number = figure(quantity.high)
        elif quantity.low == 0:
            number = self.say("amount-up-to", amount=figure(quantity.high))
        else:
            number = self.say("amount-range", low=figure(quantity.low), high=figure(quantity.high))
        return self.say("for-each-kg", number=number) if quantity.per_kg else f"{number}{UNBROKEN}{quantity.unit}"

    def count(self, pair: tuple[int, int]) -> str:
        """"3", "3 or 4", or "2 to 4"."""
        low, high = pair
        if low == high:
            return str(low)
        return self.say("either" if high == low + 1 else "amount-range", low=low, high=high)

    def times(self, pair: tuple[int, int]) -> str:
        return self.say("once-a-day") if pair == (1, 1) else self.say("times-a-day", count=self.count(pair))

    def listed(self, items: list[str], last: str = "and") -> str:
        """"a", "a and b", "a, b and c"; `last` is the phrase that joins the last one, "and" or "or"."""
        return items[0] if len(items) == 1 else self.say(last, first=", ".join(items[:-1]), last=items[-1])

    def day(self, when: date) -> str:
        """A date both regions read alike: 22 Nov 2026."""
        return f"{when.day}{UNBROKEN}{when:%b}{UNBROKEN}{when.year}"
