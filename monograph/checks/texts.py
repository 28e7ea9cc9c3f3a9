"""Rules for sentences in the data."""

import re
from collections.abc import Iterable, Iterator

from monograph.model.claim import Claim
from monograph.model.contents import Contents
from monograph.model.figures import FIGURE
from monograph.model.help import ONE, Contact, phone_pattern
from monograph.model.medicine import Code
from monograph.model.problem import Problem, nearest
from monograph.model.shape import PLACEHOLDER, Shape
from monograph.model.sources import Evidence, Source
from monograph.model.statement import Question

PLACEHOLDERS = {"name", "crisis", *ONE}
# The fields whose words in braces the page fills in; elsewhere braces would be printed as they are.
FILLED = {
    "title",
    "text",
    "not_known",
    "avoid",
    "points",
    "do",
    "note",
    "ask",
    "answer",
    "more",
    "means",
    "claim",
}
# Whatever has a brace, and the same words in square brackets; of a brace that is never closed, the word after
# it.
BRACED = re.compile(
    rf"\{{+[^{{}}]{{0,40}}\}}+|\{{+\s*\w*|\}}+|\[\s*(?:{'|'.join(sorted(PLACEHOLDERS))})\s*\]", re.IGNORECASE
)
LOOKS_ALIKE = re.compile(r"(?<![\w-])(?:[lIO]+[\d.]|\d+[lIO])[\dlIO.]*(?!\w)(?!-)")
KEYPAD = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999"
)  # the letters on a phone's keys
SHOWN = (
    re.compile(r"[\dA-Z-]*\d[\dA-Z-]*"),
    re.compile(r"[(+]?\d[\d ().-]*\d"),
)  # with letters as on a phone's keys; with spaces and brackets
SENTENCE = re.compile(r"(?<=[.?!]) +")  # what stands between two sentences
LONG_DISTANCE = "1"  # may be dialled though it is not shown: (800) 555-0100


def digits_are_digits(contents: Contents) -> Iterator[Problem]:
    """No letter that looks like a digit stands in a number.

    Good: after 18 hours
    Bad: after l8 hours, or 1OO mg
    """
    for shape, _, text in contents.texts:
        for found in LOOKS_ALIKE.findall(text):
            yield Problem(shape.place, f'"{found}" holds a letter that looks like a digit', "write the digit")


def placeholders_are_known(contents: Contents) -> Iterator[Problem]:
    """A word in braces stands for something that the region fills in, in a text where it is filled in, and is
    spelled just so.

    Good: Call {emergency} now.
    Bad: Call {emergancy} now, { emergency } now, or [emergency] now.
    """
    known = PLACEHOLDERS | set.intersection(*(set(region.says) for region in contents.regions.values()))
    for shape, field, text in contents.texts:
        for found in BRACED.findall(FIGURE.sub("", text)):  # figures have a rule of their own
            word = found.strip("{}[] ").lower().replace("_", "-")
            if field not in FILLED:
                yield Problem(shape.place, f'"{found}" is not filled in here', "write the words themselves")
            elif found.strip("{}") not in known or not PLACEHOLDER.fullmatch(found):
                instead = f"write {{{word}}}" if word in known else nearest(word, known)
                yield Problem(shape.place, f'"{found}" stands for nothing', instead)


def phones_are_filled_in(contents: Contents) -> Iterator[Problem]:
    """A phone number is typed once, in data/help.yml; elsewhere a word in braces stands for it.

    Good: Call {poison}.
    Bad: Call 1-800-555-0100.
    """
    pattern = phone_pattern(contact.phone for contact in contents.help.contacts if contact.phone)
    for shape, field, text in contents.texts:
        if isinstance(shape, Source | Evidence | Contact):  # cards quote what they name
            continue
        if field in FILLED and (found := pattern.search(text)):
            name = getattr(shape, "id", field)
            yield Problem(
                shape.place,
                f'"{name}" types the number {found[0]}',
                "write {emergency}, {poison}, {advice} or {crisis}",
            )


def dials_what_it_says(contents: Contents) -> Iterator[Problem]:
    """The number that a contact's name shows is the one that a touch dials.

    Good: name: Help on 1-800-FDA-0100, phone: 1-800-332-0100
    Bad: name: "911", phone: "912"
    """
    for contact in contents.help.contacts:
        shown = {
            "".join(filter(str.isdigit, number.translate(KEYPAD)))
            for shown in SHOWN
            for number in shown.findall(contact.name)
        }
        shown |= {f"{LONG_DISTANCE}{number}" for number in shown}
        if contact.phone and shown and contact.phone.replace("-", "") not in shown:
            yield Problem(
                contact.place, f'"{contact.name}" dials {contact.phone}', "write the same number in both"
            )


def words_are_there(contents: Contents) -> Iterator[Problem]:
    """Every page and every part that a fact leads to has its name in data/phrases.

    Good: page: taking
    Bad: page: takign
    """
    leading: Iterable[Question | Claim | Code] = (
        *contents.questions,
        *contents.claims.all,
        *contents.medicine.codes,
    )
    for fact in leading:
        yield from lacks_word(fact, "page", fact.page, contents)
    for line, page in (
        *((short, short.page) for short in contents.links.short),
        *((moved, moved.now) for moved in contents.links.moved),
    ):
        yield from lacks_word(line, "page", page.partition("#")[0], contents)
    for part, claims in contents.claims.parts.items():
        for claim in claims[:1]:
            yield from lacks_word(claim, "part", part, contents)


def lacks_word(shape: Shape, kind: str, name: str, contents: Contents) -> Iterator[Problem]:
    known = {key.removeprefix(f"{kind}-") for key in contents.phrases if key.startswith(f"{kind}-")}
    if name not in known:
        yield Problem(shape.place, f'the {kind} "{name}" is not known', nearest(name, known))


RULES = (placeholders_are_known, digits_are_digits, phones_are_filled_in, dials_what_it_says, words_are_there)
