"""Source cards, and the evidence: what was read in them, in note form."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, ValidationError, model_validator

from monograph.model.day import Day
from monograph.model.json_schema_hints import follows, hint
from monograph.model.nodes import Mapping, Sequence
from monograph.model.shape import NOT_URL, SITE, Citation, Shape, Slug, SourceId, Text

URL = rf"^https?://{SITE}$"
NOT_READ = {"left-out", "checked", "url"}  # the keys that tell nothing of what was read: an address may move
NO_SECTION = 'add "where", the place in the sources: facts cite it'
Url = Annotated[
    Text,
    StringConstraints(pattern=URL),
    hint(
        URL, NOT_URL, ["https://example.org/label"], ["www.example.org", "https://example.org@example.net/"]
    ),
]


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
    """How we read it.

    Excerpt: the publisher's own text, in parts. Copy: a page that reproduces it. Secondary: a page that
    reports it.
    """


class Evidence(Shape):
    """A row of the evidence: what the sources say, in note form, before it became a sentence for readers."""

    model_config = ConfigDict(json_schema_extra={"allOf": [follows("where", "sources", NO_SECTION)]})
    id: Slug = Field(examples=["dosing-adult-03"])
    """The name that facts give under evidence."""
    says: Text = Field(examples=["Adults: start 5 mg 3 times a day"])
    """What the sources say, in note form."""
    countries: tuple[Slug, ...] = Field(min_length=1, examples=[["us", "uk"], ["study"]])
    """Where it holds: countries as source cards name them, "eu", "study", "other" or "none"."""
    sources: tuple[SourceId, ...] = ()
    """The ids of the source cards that say so."""
    where: Text | None = Field(None, examples=["Dosage and Administration"])
    """The section, page or table in which they say so. Facts that name the row cite its sources with this."""
    read: Literal["full text", "excerpt", "copy", "secondary", "not found", "unverified"]
    """How it was read, in the words of the source cards, or not at all.

    Not found: we looked, and no source says it. Unverified: nobody could check it.
    """
    left_out: Text | None = Field(
        None, examples=["Chemistry, which helps no reader to take the medicine safely."]
    )
    """Why no fact uses this row."""

    @model_validator(mode="after")
    def says_where(self) -> Self:
        if self.sources and not self.where:
            raise ValueError(NO_SECTION)
        return self


def cited_by(rows: Iterable[Evidence]) -> tuple[Citation, ...]:
    """Each source of the rows with the section, in their order and each once: what a fact cites that writes
    no sources of its own.
    """
    found: dict[tuple[str, str | None], Citation] = {}
    for row in rows:
        for source in row.sources:
            found.setdefault(
                (source, row.where),
                Citation.model_validate({"id": source, "where": row.where, "(place)": row.place}),
            )
    return tuple(found.values())


def cite_rows(raw: Any, rows: dict[str, Evidence]) -> None:
    """Gives every fact in the values of the files that writes no sources those of its rows."""
    if isinstance(raw, Mapping) and "region" in raw and isinstance(named := raw.get("evidence"), Sequence):
        raw.setdefault(
            "sources", cited_by(rows[name] for name in named if isinstance(name, str) and name in rows)
        )
    for value in raw.values() if isinstance(raw, Mapping) else raw if isinstance(raw, Sequence) else ():
        cite_rows(value, rows)


def rows_of(raw: Any) -> dict[str, Evidence]:
    """The rows of evidence.yml by id.

    One that lacks its shape is left out here: it is told where it stands.
    """
    found: dict[str, Evidence] = {}
    for value in raw if isinstance(raw, Sequence) else ():
        try:
            row = Evidence.model_validate(value)
        except ValidationError:
            continue
        found.setdefault(row.id, row)
    return found
