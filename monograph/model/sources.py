"""Source cards, and the evidence: what was read in them, in note form."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from monograph.model.day import Day
from monograph.model.json_schema_hints import hint
from monograph.model.shape import NOT_URL, Shape, Slug, SourceId, Text

URL = r"^https?://\S+$"
Url = Annotated[Text, StringConstraints(pattern=URL), hint(URL, NOT_URL, ["https://example.org/label"], ["www.example.org"])]


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


class Evidence(Shape):
    """A row of the evidence: what the sources say, in note form, before it became a sentence for readers."""

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
