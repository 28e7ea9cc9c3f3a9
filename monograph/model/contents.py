"""The whole data folder as one shape: a field for each noun that has a shape of its own, topics
for the rest.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Annotated, Any, NamedTuple

from pydantic import Field, PrivateAttr, model_validator

from monograph.model.claim import Claims
from monograph.model.dosing import Dosing
from monograph.model.figures import fill, mappings
from monograph.model.fingerprint import fingerprint, fingerprints, readings, with_readings
from monograph.model.help import Help
from monograph.model.history import Change
from monograph.model.home import Home
from monograph.model.json_schema_hints import NUMBER, hint
from monograph.model.limit import Limit
from monograph.model.links import Links
from monograph.model.medicine import Medicine
from monograph.model.nodes import LONGEST_TEXT, Mapping
from monograph.model.plain_words import PlainWords
from monograph.model.problem import Place
from monograph.model.publisher import Publisher
from monograph.model.region import Region
from monograph.model.search import Search
from monograph.model.shape import MEANT, NOT_TEXT, Fact, Shape, Slug, Text
from monograph.model.sheet_codes import Clinic, SheetCode
from monograph.model.signature import Review, Signature
from monograph.model.sources import Evidence, Source, cite_rows, rows_of
from monograph.model.statement import InShort, Layered, MissedDose, Question, Word
from monograph.model.trial import Trial

Phrase = Annotated[
    Text,
    hint(
        f"^{MEANT}",
        NOT_TEXT,
        ["up to {amount}"],
        kind=NUMBER,
        maxLength=LONGEST_TEXT,
        description="A phrase; {braces} are filled in.",
    ),
]
Topics = dict[Slug, tuple[Layered, ...]]
PHRASES = "phrases"  # the folder of data/, and the part that is signed


class SignedPhrase(Fact):
    """A phrase as it is signed, like a fact: it frames what the facts say."""

    text: Text

    @property
    def signed_with(self) -> str:
        return PHRASES


UNREAD = {"id", "region", "url"}  # keys whose texts no reader sees


class ShapeText(NamedTuple):
    """A text of a shape, with the field it stands in."""

    shape: Shape
    field: str
    text: str


class Contents(Shape):
    """Everything in data/; `topics` are the statements by topic, from every file that has no field here."""

    medicine: Medicine
    dosing: Dosing
    missed: tuple[MissedDose, ...] = Field(min_length=1)
    """The rules for a forgotten dose, each region's own."""
    help: Help
    trials: tuple[Trial, ...]
    """Trial results to draw as pictures of 100 people."""
    claims: Claims
    questions: tuple[Question, ...] = Field(min_length=1)
    """The questions people ask, the most dangerous first."""
    home: Home
    glossary: tuple[Word, ...]
    """Medical words, each explained in one plain sentence."""
    in_short: dict[Slug, tuple[InShort, ...]]
    """The box at the top of each page, by the page's file name in docs/."""
    limits: tuple[Limit, ...] = Field(min_length=1)
    """Ceilings that stop the build: an amount above one is taken for a slip of the pen.

    They are not doses.
    """
    sources: tuple[Source, ...] = Field(min_length=1)
    """Source cards: who says so, and how we read it."""
    evidence: tuple[Evidence, ...]
    """The evidence: what the sources say, in note form."""
    regions: dict[Slug, Region] = Field(min_length=1)
    """The editions by id, which is the address and the word in `region:`."""
    review: Review
    signatures: tuple[Signature, ...]
    """Who answers for which facts, as they were on the day; scripts/signoff.py writes them.

    No reviewer is ever invented.
    """
    history: tuple[Change, ...] = Field(min_length=1)
    """What has changed in the guide, for readers and clinics."""
    plain_words: PlainWords
    links: Links
    search: Search
    sheet_codes: tuple[SheetCode, ...] = ()
    """Every code that was ever printed on a sheet; scripts/sheet_codes.py writes them, and nobody deletes
    one.
    """
    clinic: Clinic | None = None
    publisher: Publisher | None = None
    phrases: dict[Slug, Phrase]
    """The phrases around facts, in one language; never the medicine's own name, that is {name}."""
    topics: Topics
    """What the reader is told, topic by topic, as lists of statements."""

    _written: dict[Place, dict[str, str]] = PrivateAttr(default_factory=dict)
    _phrase_places: dict[str, Place] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def say_it_once(cls, raw: Any, handler: Any) -> Any:
        """A fact cites the sources of its rows and repeats the figures of other facts, so that nobody types
        them twice.
        """
        if isinstance(raw, Mapping):
            cite_rows(raw, rows_of(raw.get("evidence")))
            fill(raw)
        contents = handler(raw)
        contents._written = {fact.place: fact.written for fact in mappings(raw) if fact.written}
        phrases = raw.get("phrases") if isinstance(raw, Mapping) else None
        contents._phrase_places = phrases.places if isinstance(phrases, Mapping) else {}
        return contents

    def place_of_phrase(self, key: str) -> Place:
        """Where a phrase is written."""
        return self._phrase_places.get(key, Place("data/phrases"))

    def repeating(self, id: str) -> tuple[Fact, ...]:
        """The facts into which a figure of the fact with that id is filled."""
        places = {
            place
            for place, texts in self._written.items()
            if any(f":{id}}}" in text for text in texts.values())
        }
        return tuple(fact for fact in self.facts if fact.place in places)

    def as_written(self, fact: Fact, text: str) -> str:
        """A text of a fact before figures were filled into it."""
        return self._written.get(fact.place, {}).get(text, text)

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """Every shape, this one first, then in the order of the files' names in this class."""
        return tuple(shapes_in(self))

    @cached_property
    def texts(self) -> tuple[ShapeText, ...]:
        """Every text in the data that a reader may see, in the same order."""
        return tuple(texts_in(self.shapes))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, in the same order."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Fact))

    @cached_property
    def parts(self) -> dict[str, list[Fact]]:
        """The facts of every part that is signed, parts and facts in the order of the data, then the
        phrases.
        """
        found: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in (*self.facts, *self.signed_phrases):
            found[fact.signed_with].append(fact)
        return dict(found)

    @property
    def signed_phrases(self) -> Iterator[SignedPhrase]:
        """Every phrase but the headings of pages, which stand in docs/."""
        for key, text in self.phrases.items():
            place = self.place_of_phrase(key)
            if f"/{PHRASES}/" in place.file:
                yield SignedPhrase.model_validate(
                    {"id": key, "region": "all", "text": text, "(place)": place}
                )

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of every fact, by id."""
        return fingerprints(self)

    @cached_property
    def as_signed(self) -> dict[str, dict[str, str]]:
        """The fingerprint that a signature keeps of every fact, by part and id: the fact, and all that was
        read for it.
        """
        read = readings(self.evidence, self.sources)
        return {
            part: {
                fact.id: with_readings(
                    fingerprint(fact, ()) if part == PHRASES else self.fingerprints[fact.id], fact, read
                )
                for fact in facts
            }
            for part, facts in self.parts.items()
        }

    @cached_property
    def cards(self) -> dict[str, Source]:
        """The source cards by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def evidence_by_id(self) -> dict[str, Evidence]:
        """The rows of the evidence by id."""
        return {row.id: row for row in self.evidence}


def texts_in(shapes: Iterable[Shape]) -> Iterator[ShapeText]:
    for shape in shapes:
        for field in type(shape).model_fields:
            value = getattr(shape, field) if field not in UNREAD else None
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str):
                    yield ShapeText(shape, field, text)


def shapes_in(value: Any) -> Iterator[Shape]:
    """Every shape within `value`, itself first."""
    if isinstance(value, Shape):
        yield value
        value = [getattr(value, name) for name in type(value).model_fields]
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, (tuple, list)):
        return
    for item in value:
        yield from shapes_in(item)


NOUNS = tuple(
    name.replace("_", "-") for name in Contents.model_fields if name not in ("place", "topics", "phrases")
)
OPTIONAL = (
    "sheet-codes",
    "clinic",
    "publisher",
)  # before the first sheet is issued there is no register, and most who build are no clinic
