"""Figures in text: each number with its unit, its basis and its partner, as sentences and notes write them.

Sentences for readers ("15 mg in total in a day", "three times a day", "63 in 100") and notes ("15 mg/day",
"x3", "t.i.d.", "63%") are read into the same figures, so that one can be held against the other.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

EACH, DAY, MORE = "each time", "in a day", "more each time"
IN, STRENGTH, TIMES, RATIO = "in", "mg in mL", "times a day", "times as much"
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
A_SPAN = r"(?:minute|hour|week|month|year)"
D = r"(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(?:\.\d{1,4})?"  # what is longer is no amount
R = rf"{D}(?:(?:\s?-\s?| to | or )~?{D})?"
DAILY = r"(?:a day|daily|each day)"
IN_LATIN = {"b": 2, "t": 3, "q": 4}  # b.i.d., t.i.d. and t.d.s., q.i.d.
Spelling = tuple[str, str, str | Callable[[re.Match[str]], str]]
# Each with small letters that a text must hold, so that most are passed over at once. A number word stands
# behind "~": without a unit it counts what the sentence itself lists, and is no figure.
SPELLINGS: tuple[Spelling, ...] = (
    ("<", r"<=?\s?", ""),
    (">", r"(?<!-)>=?\s?", ""),
    ("≥", r"≥\s?", ""),
    ("=", r"(?<=\w)=(?=[\d.])", " "),
    ("ml/min", r"mL/min(?:/1\.73\s?m2)?", ""),
    ("24", r"/ ?24 ?h(?:ou)?r?s?\b", "/day"),
    ("mcg", r"\bmcg\b", "micrograms"),
    ("µg", r"µg\b", "micrograms"),
    ("microgram", r"\bmicrograms?\b", "micrograms"),
    ("mg", r"mg\b", "mg"),
    ("milligram", r"\bmilligrams?\b", "mg"),
    ("", rf"\b({'|'.join(WORDS)})\b", lambda word: f"~{WORDS.index(word[0].lower()) + 2}"),
    ("one half", r"\bone half\b", "1 in 2"),
    ("one third", r"\bone third\b", "1 in 3"),
    ("two thirds", r"~2 thirds\b", "2 in 3"),
    ("half an hour", r"\bhalf an hour\b", "30 minutes"),
    ("", rf"\b(?:one|an?)[ -](?={A_SPAN}\b)|\bone[ -](?=days?\b)", "~1 "),
    ("week", r"\bweekly\b|\b(?:every|each) week\b", "~1 weeks"),
    ("once", rf"\bonce {DAILY}", "~1 times a day"),
    ("twice", rf"\btwice {DAILY}", "~2 times a day"),
    ("twice", r"\btwice (?=as\b)", "~2 times "),
    (
        "",
        r"\b([btq])\.?[id]\.?[ds]?\.?(?=[\s,;)]|$)",
        lambda latin: f"~{IN_LATIN[latin[1].lower()]} times a day",
    ),
    ("x", r"(?<=\s)x ?(\d)\b(?!\s?mg)", r"~\1 times a day"),
    ("x max", r"(?<=\d) x (?=max)", " times "),
    ("fold", r"(\d)[ -]?fold\b", r"\1 times as"),
    ("", rf"\b(?:a?HR|RR|CI) ({R})", r"\1 times as"),
    ("(", rf"(?<=\d) \(({D}-{D})\)", r" times as (\1 times as)"),
    ("how many", r"\bhow many in 100\b", "how many"),
    ("%", r"\s?%(?: CI)?", " in 100"),
    ("per", r"\s?\bper ?cent(?:age points)?\b", " in 100"),
    ("", r"\b(?:about|around|only) (?=~?\d)", ""),
    ("", r"(?<=\d)(?:st|nd|rd|th)\b", ""),
    ("range", rf"(mg|micrograms)/day \(range ({R})(?: \1)?(?=[,)])", r"\1/day (range \2 \1/day"),
    ("/", r"(?<![\w/.-])(\d[\d,]*)/(\d[\d,]*)(?![\d/.]|\s?(?:mg|mL|micrograms))", r"\1 in \2"),
    (" of ", rf"({D}) (?:out )?of ~?({D})(?! ?(?:mg|mL|years|y\b))", r"\1 in \2"),
    ("per", rf"({D}) per ({D})(?! ?(?:mg|mL|years|y\b))", r"\1 in \2"),
    ("", rf"(?<![\w.])(?<!in )({D}) (vs|versus|against) ({D}) in ({D})", r"\1 in \4 \2 \3 in \4"),
    ("dose", rf"\b(in|into) (~?{R}) (?:\w+ )?doses\b", r"\1 \2 times a day"),
    ("prefer", rf"\bpreferably (~?{D})|({D}) preferred", r"\1\2 times a day"),
    ("between", rf"\bbetween ({D}) and ({D})", r"\1 to \2"),
    ("", r"(to|-) ?(?:under|below|over|less than) (?=\d)", r"\1 "),
    ("day ", r"(?<!/)\bday (\d+)", r"\1 days"),
    ("age", rf"\bage[ds]?(?: of| from)? ({R})(?! ?(?:month|week|day|h))", r"\1 years"),
    ("", rf"({R}) (?:and over|or over|or older|and older|and above)\b", r"\1 years"),
)
COMPILED = [(mark, re.compile(pattern, re.IGNORECASE), to) for mark, pattern, to in SPELLINGS]
ALIKE = str.maketrans({"–": "-", "\u00a0": " ", "μ": "µ"})
UNITS = (
    ("weight", r"(?P<mass>mg|micrograms|g)\s?(?:/|per |for (?:each|every) )\s?(?:kg|kilogram)\b"),
    (
        "strength",
        rf"(?P<mg>mg|micrograms)\s?(?:/|(?:in|for|per)(?: each| every)? )\s?(?P<volume>{D})?\s?mL\b",
    ),
    ("mg/L", r"mg/L\b"),
    ("mg", r"mg\b"),
    ("micrograms", r"micrograms\b"),
    ("mL", r"mL\b"),
    ("m", r"m\b|met(?:re|er)s?\b"),
    ("feet", r"feet\b"),
    ("kg", r"kg\b|kilograms?\b"),
    ("minutes", r"min(?:ute)?s?\b"),
    ("hours", r"h(?:ou)?rs?\b|h\b"),
    ("days", r"days?\b"),
    ("weeks", r"weeks?\b|wks?\b"),
    ("months", r"months?\b|mo\b"),
    ("years", r"years?(?:[ -]old)?\b|yr?s?\b|yo\b"),
    ("°C", r"(?:degrees |°)? ?C\b"),
    ("°F", r"(?:degrees |°)? ?F\b"),
    ("day of the month", r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?= \d{4}\b)"),
    (TIMES, r"times (?:a day|daily|each day|per day|in a day)\b"),
    (RATIO, r"times\b"),
    (
        IN,
        rf"(?:more [a-z]+ |(?!trials|studies|sources)[a-z]+ )?in (?P<of>(?!(?:19|20)\d\d\b){D})"
        rf"(?! ?(?:mL|{A_SPAN}s?|days?)\b)",
    ),
)
UNIT = "|".join(f"(?P<u{place}>{pattern})" for place, (_, pattern) in enumerate(UNITS))
NUMBER = re.compile(
    rf"(?<![\w.-])(?P<word>~)?(?P<low>{D})(?:(?:\s?-\s?|\sto\s)~?(?P<high>{D}))?"
    rf"(?:[\s-]?(?:{UNIT}))?(?![a-zA-Z]|\d)",
    re.IGNORECASE,
)
SPAN = r"\s*(?:\([^()]{0,40}\))?,?\s*(?:(?:of )?body weight|or more|or less)?,?\s*"
OFTEN = r"~?(?P<low>\d)(?:(?:-| to | or )~?(?P<high>\d))? times (?:a day|daily|each day)"
EACH_TIME = "(?:(?:is )?(?:for )?each time|(?:per|each) dose|at a time)"
AFTER = {
    MORE: re.compile(r"\s+more(?: each time)?\b", re.IGNORECASE),
    DAY: re.compile(
        rf"{SPAN}(?:/ ?day|(?:is )?(?:per day|daily|a day|in total|in a day|for the whole day))\b"
        rf"(?:(?: in a day)?(?: \(total\))?,? (?:split |in |into )*{OFTEN})?",
        re.IGNORECASE,
    ),
    EACH: re.compile(rf"{SPAN}(?:(?:{EACH_TIME},?\s*)?{OFTEN}|{EACH_TIME})\b", re.IGNORECASE),
}
BEFORE = {
    DAY: re.compile(r"\bdaily (?:dose|amount)\b[^.;:()\d]*$", re.IGNORECASE),
    EACH: re.compile(r"\bsingle (?:dose )?(?:of )?$", re.IGNORECASE),
}
# What stands between the numbers of a list of amounts, and of a list of anything else.
SERIES = re.compile(r"\s*(?:/|,? (?:and|or|then|to)|,|->)\s*~?")
EITHER = re.compile(r" or ~?")
MEASURED = ("mg", "micrograms", "mL")  # how the units of amounts begin
LIKELY = re.compile(  # without any of these a text holds no figure
    rf"\d|\b(?:{'|'.join(WORDS)}|once|twice|weekly|(?:one|an?|every|each) (?:{A_SPAN}|day))\b", re.IGNORECASE
)
AGES = re.compile(
    r"(?:(?P<to>under|below|before|<) ?|(?P<from>over|above|from|>=|≥) ?)?(?P<low>\d{1,3})"
    r"(?:(?:\s?-\s?|\sto\s)(?P<bound><|under )?(?P<high>\d{1,3}))?"
    r"(?:[ -]?(?:y|years?)\b)?(?: (?:and|or) (?:over|older))?",
    re.IGNORECASE,
)
ENDLESS = 200  # years


@dataclass(frozen=True)
class Figure:
    """`low` to `high` of `unit`, equal for a single number; `of` is how many people, or mL, it is out of, and
    `often` how many times a day the amount is taken.
    """

    low: Decimal
    high: Decimal
    unit: str = ""
    basis: str = ""
    of: Decimal | None = None
    often: tuple[int, int] | None = None

    @property
    def is_single(self) -> bool:
        return self.low == self.high

    @property
    def ends(self) -> tuple["Figure", "Figure"]:
        """Its lower and its upper number, each by itself."""
        return replace(self, high=self.low), replace(self, low=self.high)

    def __str__(self) -> str:
        """As a sentence has it: "10 mg in 5 mL", "10 to 63 in 100", "15 mg in a day"."""
        low, high, of = (
            f"{(number or Decimal(0)).normalize():,f}" for number in (self.low, self.high, self.of)
        )
        number = high if self.is_single else f"{low} to {high}"
        unit = {IN: f"in {of}"}.get(self.unit, self.unit.replace("in mL", f"in {of} mL"))
        unit = unit.replace("times", "time").removesuffix("s") if number == "1" else unit
        return " ".join(filter(None, (number, unit, self.basis)))


def decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def spelled_out(text: str) -> str:
    """The text with each abbreviation, number word and sign in the one spelling that NUMBER finds."""
    text = text.translate(ALIKE)
    small = text.lower()
    for mark, pattern, to in COMPILED:
        if mark in small:
            text = pattern.sub(to, text)
    return text


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """Every figure in a text, in its order: no clock time, and nothing that is part of a name (T6, s4.2)."""
    if not LIKELY.search(text):
        return ()
    text = spelled_out(text)
    matches = list(NUMBER.finditer(text))
    found: list[Figure] = []
    following = Figure(Decimal(0), Decimal(0))
    after = len(text)
    for match in reversed(matches):
        one = figure(match, text)
        series = SERIES if following.unit.startswith(MEASURED) else EITHER
        if series.fullmatch(text, match.end(), after):
            one = in_series(one, following)
        following, after = one, match.start()
        if (one.basis, one.often) == (DAY, None) and found and is_split(one, found[-1]):
            one = replace(one, often=found[-1].often)
        if one.unit or not match["word"]:
            found.append(one)
    return tuple(reversed(found))


def ages(text: str, unit: str = r"\b(?:y|years?|over|older)$") -> list[tuple[int, int]]:
    """The ages that a text names, each as its first year and the one before which it ends: "under 8 years" is
    0 to 8, "2-7 y" is 2 to 8.
    """
    spans = []
    for match in AGES.finditer(text):
        if not re.search(unit, match[0]):
            continue
        low = int(match["low"])
        high = int(match["high"]) + (not match["bound"]) if match["high"] else ENDLESS
        spans.append((0, low) if match["to"] else (low, high))
    return spans


def figure(match: re.Match[str], text: str) -> Figure:
    unit = next((name for place, (name, _) in enumerate(UNITS) if match[f"u{place}"]), "")
    of = {"strength": match["volume"] or "1", IN: match["of"]}.get(unit)
    unit = {"weight": f"{match['mass']}/kg", "strength": f"{match['mg']} in mL"}.get(unit, unit)
    low, high = decimal(match["low"]), decimal(match["high"] or match["low"])
    one = Figure(low, high, unit, of=decimal(of) if of else None)
    return with_basis(one, match, text) if unit.startswith(MEASURED) and not of else one


def with_basis(one: Figure, match: re.Match[str], text: str) -> Figure:
    for basis, pattern in AFTER.items():
        if after := pattern.match(text, match.end()):
            found = after.groupdict()
            low, high = found.get("low"), found.get("high")
            return replace(one, basis=basis, often=(int(low), int(high or low)) if low else None)
    before = next((basis for basis, pattern in BEFORE.items() if pattern.search(text, 0, match.start())), "")
    return replace(one, basis=before)


def is_split(day: Figure, each: Figure) -> bool:
    """Whether a day's amount is the one that follows, so often: "80 mg daily (20 mg four times a day)"."""
    return bool(
        each.often and each.basis == EACH and each.unit == day.unit and each.low * each.often[0] == day.low
    )


def in_series(one: Figure, following: Figure) -> Figure:
    """A figure of a list, whose unit and basis stand behind its last one: "5/10/15 mg three times a day"."""
    if one.unit == "" or (one.unit, following.unit) == ("mg", STRENGTH):
        return replace(following, low=one.low, high=one.high)
    if one.unit == following.unit and not one.basis:
        return replace(one, basis=following.basis, often=following.often)
    return one
