"""The record behind the facts: source cards, what was read in them, and who has checked it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from monograph.model.day import Day
from monograph.model.shape import NOT_URL, Shape, Slug, SourceId, Text
from monograph.model.written import written

Role = Literal["doctor", "pharmacist", "nurse"]
FINGERPRINT, INITIALS, URL = r"^[0-9a-f]{16}$", r"^[A-Z]{2,4}$", r"^https?://\S+$"
NOT_FINGERPRINT = "let scripts/signoff.py write the fingerprints"
NOT_INITIALS = "write two to four capitals, such as AB"
Fingerprint = Annotated[str, StringConstraints(pattern=FINGERPRINT), written(FINGERPRINT, NOT_FINGERPRINT, ["0123456789abcdef"], description="The fingerprint of a fact as it was signed.")]
Initials = Annotated[str, StringConstraints(pattern=INITIALS), written(INITIALS, NOT_INITIALS, ["AB"], ["A. B.", "Ab"])]
Url = Annotated[Text, StringConstraints(pattern=URL), written(URL, NOT_URL, ["https://example.org/label"], ["www.example.org"])]


class Source(Shape):
    """A source card: who says so, what we had before us of it, and when."""

    id: SourceId
    """The name that facts cite it by."""
    publisher: Text = Field(examples=["National health service"])
    """Who answers for the source."""
    title: Text = Field(examples=["Label of the 10 mg tablets"])
    """What the source calls itself."""
    kind: Text = Field(examples=["label", "leaflet", "trial report"])
    """What sort of text it is."""
    country: Slug = Field(examples=["us", "study", "none"])
    """The edition it speaks for, by the id in regions.yml; or another country's code, "study" or "none"."""
    url: Url | None = None
    """Its address on the web."""
    identifier: Text | None = Field(None, examples=["PMID 12345678"])
    """Its number in a register: a set id, a licence, a PMID."""
    published: Text | None = Field(None, examples=["2025-06", "version 3"])
    """When it was published, as it prints that: a day, a month, a year or a version."""
    checked: Day
    """The day we last looked."""
    read: Literal["full text", "excerpt", "copy", "secondary"]
    """How we read it. Excerpt: the publisher's own text, in parts. Copy: a page that reproduces it. Secondary: a page that reports it."""


class Reading(Shape):
    """A row of the reading record: what the sources say, in note form, before it became a sentence for readers."""

    id: Slug = Field(examples=["dosing-adult-03"])
    """The name that facts give under evidence."""
    says: Text = Field(examples=["Adults: start 5 mg 3 times a day"])
    """What the sources say, in note form."""
    country: Text = Field(examples=["US", "UK", "study"])
    """Where it holds."""
    sources: tuple[SourceId, ...] = ()
    """The ids of the source cards that say so."""
    where: Text | None = Field(None, examples=["Dosage and Administration"])
    """The section, page or table in which they say so."""
    read: Literal["read", "read via copy", "secondary", "not found", "unverified"]
    """How it was read. Not found: we looked, and no source says it. Unverified: nobody could check it."""
    left_out: Text | None = Field(None, examples=["Chemistry, which helps no reader to take the medicine safely."])
    """Why no fact uses this row."""


class Signature(Shape):
    """A role and initials that answer for the facts of one file, as they were on a day: never a full name.

    `facts` holds the fingerprint of each fact that was signed; scripts/signoff.py writes it.
    """

    part: Slug = Field(examples=["dosing"])
    """The file that was signed, without its ".yml"."""
    role: Role
    """What the signer is by profession."""
    initials: Initials
    """The signer's initials, never a full name."""
    date: Day
    """The day of the check."""
    next: Day
    """The day by which it is to be checked again, after "date"."""
    facts: dict[Slug, Fingerprint] = Field(min_length=1)
    """The fingerprint of each fact that was signed, by the fact's id."""

    @model_validator(mode="after")
    def looks_ahead(self):
        if self.next <= self.date:
            raise ValueError('"next" comes after "date"')
        return self

    @property
    def person(self) -> tuple[str, str]:
        return self.role, self.initials


class Review(Shape):
    """When the guide was last checked against its sources, when it is checked next, and which files two people must sign."""

    last_checked: Day
    """The day of the last check against the sources."""
    next_check: Day
    """The day by which the guide is to be checked again, after "last-checked"."""
    two_people: tuple[Slug, ...] = Field(min_length=1)
    """The files whose facts two people must sign, without their ".yml"."""

    @model_validator(mode="after")
    def looks_ahead(self):
        if self.next_check <= self.last_checked:
            raise ValueError('"next-check" comes after "last-checked"')
        return self


class Region(Shape):
    """An edition's place and language."""

    name: Text = Field(examples=["United States"])
    """The place as a choice."""
    in_words: Text = Field(examples=["the United States"])
    """The place inside a sentence."""
    locale: Text = Field(examples=["en-US"])
    """Its language and country, as browsers write them."""
    says: dict[Slug, Text] = {}
    """What its readers call a thing that another edition calls otherwise, by the word in braces: `fit` stands behind {fit}."""
