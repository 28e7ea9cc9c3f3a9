"""How numbers are written on finished pages: D1 to D18, so that none is misread."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from monograph.model.edition import Edition
from monograph.model.problem import Problem
from monograph.views.pages import Page

SPACE = "[ \N{NO-BREAK SPACE}]"
LEFT_ALONE = "\N{NO-BREAK SPACE}\N{LINE SEPARATOR}–—⁄×"  # beside digits, for other rules or none
UNIT = "(?:mg|mL|kg|micrograms?)"
LATIN = (
    r"(?i)\b(?:t\.?i\.?d|t\.?d\.?s|q\.?i\.?d|q\.?d\.?s|b\.?i\.?d|b\.?d\.?s?|q?\.?o?\.?d|q\.?h\.?s|h\.?s|p\.?r\.?n"
    r"|n?\.?p\.?o|s\.?l|a\.?c|p\.?c|o\.?m|o\.n|nocte|mane|stat|sos|tto|per os|(?-i:ii|iii)"
    r"|q\.? ?\d+ ?h(?:r|rs)?|\d+ ?(?:h|hrs?)|x ?\d|\d ?x)\b|\d ?×|× ?\d"
)

# Each rule: its number, what must not be found, what is wrong then, what to write instead, and a bad example.
NUMBER_RULES = (
    ("D1", r"\d\.\d*0\b", "a zero ends this number", "write 1, not 1.0", "1.0 mg"),
    (
        "D2",
        rf"(?<![\d.])\.\d|(?<![\d.,])0\d+{SPACE}?{UNIT}\b|\d\.{SPACE}?{UNIT}\b",
        "a number begins or ends with a point, or begins with a zero",
        "write 0.5, or 5",
        ".5 mg, 05 mg",
    ),
    (
        "D3",
        rf"\d ?{UNIT}\b",
        "number and unit can be torn apart",
        "keep a no-break space between them",
        "5 mg torn apart at the end of a line",
    ),
    (
        "D4",
        rf"\d{SPACE}?(?:ml|ML|cc)\b|(?<!kitchen )\bteaspoon",
        "a volume in the wrong unit",
        "write mL",
        "5 ml, a teaspoon",
    ),
    ("D5", r"\b(?:mcg|ug)\b|[µμ]g", "micrograms are cut short", "write micrograms", "300 mcg"),
    (
        "D6",
        LATIN,
        "a Latin dosing word",
        "write the times of day",
        "5 mg tds, 5 mg T.D.S., 5 mg q8h, 5 mg x3",
    ),
    (
        "D7",
        r"[¼-¾⅐-⅞↉]|\d ?⁄ ?\d|\b\d{1,2} ?/ ?\d{1,2}\b|\d\.\d+ (?:of an?|tablets?|pills?|capsules?)\b"
        r"|\b(?:one|three)[ -](?:fourth|eighth)s?\b",
        "a part in figures",
        "write half a tablet, or a quarter of a tablet",
        "1/2 a tablet, ¼ of a tablet",
    ),
    (
        "D8",
        rf"\b\d+{SPACE}\d+{SPACE}{UNIT}",
        "two numbers side by side",
        "write two 10 mg tablets",
        "2 10 mg tablets",
    ),
    ("D11", rf"\d{SPACE}?[-–—]{SPACE}?\d", "a dash in a range", 'write "to"', "5-10 mg"),
    (
        "D12",
        rf"{UNIT}{SPACE}?/|[<>≥≤&+%*$]|/{SPACE}?(?:day|kg)\b",
        "a sign instead of a word",
        'write "for each", "more than", "and", "in 100"',
        "5 mg/kg, >5 people",
    ),
    (
        "D13",
        r"(?<![\d.,])(?!(?:19|20)\d\ds?\b)\d{4,}",
        "a long number without a comma",
        "write 1,000",
        "1000 people",
    ),
    ("D15", rf"\b\d{{1,2}}:\d\d\b|\d{SPACE}[ap]m\b", "a clock time", "write 8am", "08:00"),
    (
        "D16",
        r"\d,(?!\d{3}(?!\d))\d|\b0,\d",
        "a comma that parts no thousands",
        "write 2.5, or 1,000",
        "2,5 mg",
    ),
    (
        "D17",
        rf"\b(?=[\dOoIl]*\d)(?=\d*[OoIl])[\dOoIl]{{3,}}\b|\b\d*[OoIlSB][\dOoIlSB]*(?={SPACE}?(?:mg|mL)\b)"
        rf"|\d(?:'|[^\x00-\x7f{LEFT_ALONE}])+(?=\d|{SPACE}?(?:mg|mL)\b)|[\uff01-\uff5e]",
        "a letter in a number",
        "type the number anew",
        "2O0 mg, l00 mg",
    ),
    (
        "D18",
        rf"\d{SPACE}?(?:(?i:mgs|mgms?|milli[- ]?gram(?:me)?s?|m\.? g)|Mg|MG)\b",
        "mg in other letters",
        "write mg",
        "5 mgs, 5 milligrams",
    ),
)
DIGIT = re.compile(r"\d")
BASIS = re.compile(r"in total in a day|each time|times a day|once a day")
EACH_OR_TOTAL = re.compile(r"in total in a day|each time")
DAILY = re.compile(
    rf"\d{SPACE}(?:mg|micrograms)\b.*?(?:\b(?:a|per|each|every|one){SPACE}(?:day|night|week|month)\b"
    rf"|\b(?:daily|nightly|weekly|monthly)\b|\b(?:24|twenty-four)(?:{SPACE}|-)?(?:hours?|h)\b"
    rf"|\bevery{SPACE}[\w-]+{SPACE}hours\b)"
    rf"|\b(?:daily|nightly|weekly){SPACE}(?:dose|amount|total){SPACE}of{SPACE}\d[\d.,]*{SPACE}(?:mg|micrograms)\b"
)
TAKEN = re.compile(rf"\b(?:take|give|swallow)\b[^.!?]*\d{SPACE}mg\b", re.IGNORECASE)
BY_WEIGHT = re.compile(
    rf"(?:for each|for every|per|an?|each|every|1){SPACE}(?:kilo(?:gram(?:me)?)?s?|kg|pounds?|lbs?|stone)\b"
    rf"|(?<=\d){SPACE}mg/kg"
)
TOTAL = re.compile(rf"\d{SPACE}mg(?: for each kilogram of body weight,)? in total in a day")
SPLIT = re.compile(r"times a day|once a day|split")
TWO_BASES = re.compile(
    r"(?:in total )?in (?:a|one) day,? (?:twice|[\w-]+(?: (?:or|to) [\w-]+)? times)(?: a)? day"
    r"|each time,? in total|in total in a day,? each time"
)
NUMBER = r"(?:up to )?(?:(\d[\d.]*) to )?(\d[\d.]*)"
EACH = rf"{NUMBER}{SPACE}mg each time, (?:once|(?:(\d) (?:or|to) )?(\d) times) a day"
WHOLE = rf"{NUMBER}{SPACE}mg in total in a day"
EACH_FIRST, WHOLE_FIRST = re.compile(rf"{EACH}[ ,(]+{WHOLE}"), re.compile(rf"{WHOLE}[ ,(]+{EACH}")
VOLUME = re.compile(rf"(?<![\d.])(?<![Ff]lush with )\d[\d.]*{SPACE}mL\b(?! of a drink)")


def numbers_are_written_safely(page: Page, edition: Edition) -> Iterator[Problem]:
    """Numbers on finished pages follow D1 to D18, so that none is misread.

    Good: 0.5 mg, 1,000 people, 5 to 10 mg each time
    Bad: .5 mg, 1000 people, 5-10mg tds
    """
    for passage in page.document.passages:
        for wrong, instead in miswritten(passage.text, (passage.row or passage).text):
            yield Problem(page.place(passage), wrong, instead)


@cache  # a fact stands on many pages
def miswritten(text: str, row: str) -> tuple[tuple[str, str], ...]:
    """What is wrong with the numbers of a passage, whose table row is `row`, and what to write instead."""
    return (*misspelt(re.sub(r"[ \n]+", " ", text)), *without_basis(text, row))


def misspelt(text: str) -> Iterator[tuple[str, str]]:
    for name, pattern, wrong, instead, _ in NUMBER_RULES:
        if found := re.search(pattern, text):
            yield f'{name}: {wrong} in "{around(text, found)}"', instead


def without_basis(text: str, row: str) -> Iterator[tuple[str, str]]:
    if not DIGIT.search(text):
        return
    for pattern, basis in ((DAILY, BASIS), (TAKEN, BASIS), (BY_WEIGHT, EACH_OR_TOTAL)):
        if (found := pattern.search(text)) and not basis.search(text):
            yield f'D9: no basis in "{around(text, found)}"', 'write "each time" or "in total in a day"'
    if (found := TOTAL.search(text)) and not SPLIT.search(row):
        yield f'D10: a day\'s total without its split in "{around(text, found)}"', "say how it is split"
    yield from two_bases(re.sub(r"[ \n\u2028]+", " ", text))
    if (found := VOLUME.search(text)) and "mg" not in row:
        yield f'D14: mL without mg in "{around(text, found)}"', "write mg, then mL, then the strength"


def two_bases(text: str) -> Iterator[tuple[str, str]]:
    """An amount that is said to be both for each time and for a day, or whose day is not what its times come
    to.
    """
    if found := TWO_BASES.search(text):
        yield f'D9: two bases in "{around(text, found)}"', 'write "each time" or "in total in a day"'
    for found in EACH_FIRST.finditer(text):
        yield from unlike(text, found, found.groups()[:4], found.groups()[4:])
    for found in WHOLE_FIRST.finditer(text):
        yield from unlike(text, found, found.groups()[2:], found.groups()[:2])


def unlike(
    text: str, found: re.Match[str], each: tuple[str | None, ...], whole: tuple[str | None, ...]
) -> Iterator[tuple[str, str]]:
    """Where the numbers of each time, and how often, do not come to those of the whole day."""
    low, high, rarely, often = each
    most, least = Decimal(high or 0) * int(often or 1), Decimal(low or high or 0) * int(rarely or often or 1)
    if (least, most) != (Decimal(whole[0] or whole[1] or 0), Decimal(whole[1] or 0)):
        yield f'D10: each time does not come to a day in "{around(text, found)}"', "check both amounts"


def around(text: str, found: re.Match[str]) -> str:
    return " ".join(text[max(0, found.start() - 30) : found.end() + 30].split())
