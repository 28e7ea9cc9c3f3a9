"""From facts to words: the phrases of data/phrases, amounts in full, and sentences as safe HTML."""

import re
from datetime import date

from markupsafe import Markup, escape

from monograph.model.edition import Edition
from monograph.model.help import Contact
from monograph.model.shape import PLACEHOLDER
from monograph.model.wording import Wording

UNBROKEN = "\N{NO-BREAK SPACE}"
# A number keeps its unit, and "in 100" its number, on one line (D3).
BREAKABLE = re.compile(r"(?<=\d) (?=(?:mg|mL|kg|micrograms?)\b)|(?<=\bin) (?=\d)|(?<=\d) (?=in \d)")


def unbroken(text: str) -> str:
    return BREAKABLE.sub(UNBROKEN, text)


class Phrases(Wording):
    """Everything an edition says in words."""

    space = UNBROKEN

    def __init__(self, edition: Edition):
        super().__init__(edition.contents.phrases)
        self.edition = edition
        self.name = edition.contents.medicine.name
        self.used: set[str] = set()  # contacts that stand in for a word in braces, by id

    def say(self, key: str, **values: object) -> str:
        """The phrase under `key` with its braces filled; raises Unknown for a key or a brace that is not
        known.
        """
        return unbroken(super().say(key, **{"name": self.name, **values}))

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
        return Markup("").join(
            self.fill(part) if index % 2 else escape(part) for index, part in enumerate(parts)
        )

    def fill(self, word: str) -> Markup:
        says = self.edition.region_info.says
        return (
            escape(says[word]) if word in says else escape(self.name) if word == "name" else self.phone(word)
        )

    def phone(self, use: str) -> Markup:
        """The name of whom to turn to first, as `dial` writes it."""
        return self.dial(self.edition.contact(use))

    def dial(self, contact: Contact, key: str = "") -> Markup:
        """A contact's name, or the phrase `key` that holds it, as a link that dials, else one that opens its
        page, else plain.
        """
        self.used.add(contact.id)
        name = self.say(key, who=contact.name) if key else contact.name
        if contact.url and not contact.phone:
            return Markup('<a href="{}">{}</a>').format(contact.url, name)
        if not contact.phone:
            return escape(name)
        return Markup('<a class="phone" href="tel:{}">{}</a>').format(contact.phone.replace("-", ""), name)

    def day(self, when: date) -> str:
        """A date both regions read alike: 22 Nov 2026."""
        return f"{when.day}{UNBROKEN}{when:%b}{UNBROKEN}{when.year}"
