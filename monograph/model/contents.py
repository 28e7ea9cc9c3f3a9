"""The whole data folder as one shape: a field for each noun that has a shape of its own, topics for the rest."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from pydantic import Field

from monograph.model.claim import Claims
from monograph.model.dosing import Dosing, Limit
from monograph.model.fingerprint import fingerprints
from monograph.model.help import Help
from monograph.model.history import Change
from monograph.model.issued import Clinic, Issued
from monograph.model.medicine import Medicine
from monograph.model.record import Reading, Region, Review, Signature, Source
from monograph.model.shape import Fact, Shape, Slug, Text
from monograph.model.statement import InShort, MissedDose, Question, Statement, Word
from monograph.model.trial import Trial

Topics = dict[Slug, tuple[Statement, ...]]


class Contents(Shape):
    """Everything in data/; `topics` are the statements by topic, from every file that has no field here."""

    medicine: Medicine
    dosing: Dosing
    missed: tuple[MissedDose, ...] = Field(min_length=1)
    help: Help
    trials: tuple[Trial, ...]
    claims: Claims
    questions: tuple[Question, ...] = Field(min_length=1)
    glossary: tuple[Word, ...]
    in_short: dict[Slug, tuple[InShort, ...]]
    limits: tuple[Limit, ...] = Field(min_length=1)
    sources: tuple[Source, ...] = Field(min_length=1)
    evidence: tuple[Reading, ...]
    regions: dict[Slug, Region] = Field(min_length=1)
    review: Review
    signatures: tuple[Signature, ...]
    history: tuple[Change, ...] = Field(min_length=1)
    codes: tuple[Issued, ...] = ()
    clinic: Clinic | None = None
    words: dict[Slug, Text]
    topics: Topics = Field(min_length=1)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, in the order of the files' names in this class."""
        return tuple(shape for shape in shapes_in(self) if isinstance(shape, Fact))

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of every fact, by id."""
        return fingerprints(self)

    @cached_property
    def cards(self) -> dict[str, Source]:
        """The source cards by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """The rows of the reading record by id."""
        return {reading.id: reading for reading in self.evidence}


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


NOUNS = tuple(name.replace("_", "-") for name in Contents.model_fields if name not in ("place", "topics", "words"))
OPTIONAL = ("codes", "clinic")  # before the first sheet is issued there is no register, and most who build are no clinic
