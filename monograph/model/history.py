"""What has changed in the guide, for readers and clinics."""

from typing import Literal

from pydantic import model_validator

from monograph.model.record import Day
from monograph.model.shape import Citation, Shape, Slug, Text


class Change(Shape):
    """An entry of data/history.yml: what changed in words for readers, why, and which facts.

    `severity` is the reader's: "safety" asks to throw old sheets away, "meaning" to read again, "wording" nothing.
    `removed` names facts that are no longer there.
    """

    id: Slug
    date: Day
    region: Slug
    severity: Literal["safety", "meaning", "wording"]
    text: Text
    because: Text
    facts: tuple[Slug, ...] = ()
    removed: tuple[Slug, ...] = ()
    sources: tuple[Citation, ...] = ()

    @model_validator(mode="after")
    def names_facts(self):
        if self.severity != "wording" and not (self.facts or self.removed):
            raise ValueError('name the changed facts under "facts", or the deleted ones under "removed"')
        return self
