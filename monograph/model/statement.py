"""A sentence for the reader, with what to do and how urgent it is."""

from typing import Literal

from pydantic import model_validator

from monograph.model.chance import Chance
from monograph.model.quantity import Amount
from monograph.model.shape import Fact, Slug, Text, Urgency


class Statement(Fact):
    """`text`, or `not-known` with the reason; `chance` counts people in 100."""

    title: Text | None = None
    text: Text | None = None
    not_known: Text | None = None
    points: tuple[Text, ...] = ()
    chance: Chance | None = None
    do: Text | None = None
    urgency: Urgency | None = None

    @model_validator(mode="after")
    def says_something(self):
        if self.text and self.not_known:
            raise ValueError('keep either "text" or "not-known", not both')
        if not (self.text or self.not_known or self.chance or self.points):
            raise ValueError('add "text", or "not-known" with the reason')
        return self


class InShort(Statement):
    """The box at the top of a page: what it is about (`text`) and what to do (`do`)."""

    text: Text
    do: Text


class Card(Statement):
    """A help card: `title` is one action and "if", `points` are the signs."""

    level: Literal["now", "urgent", "ask"]
    title: Text


class MissedDose(Statement):
    """The rule for a forgotten dose; `leave-out-within` is the time before the next dose, in hours."""

    leave_out_within: Amount | None = None

    @model_validator(mode="after")
    def counts_hours(self):
        if self.leave_out_within and self.leave_out_within.unit != "hours":
            raise ValueError('write "leave-out-within" in hours, such as "2 hours"')
        return self


class Question(Fact):
    """A question people ask; the first sentence of `answer` answers it in at most 20 words."""

    ask: Text
    answer: Text
    more: Text | None = None
    page: Slug

    @model_validator(mode="after")
    def answers_at_once(self):
        words = len(self.answer.split(". ")[0].split())
        if words > 20:
            raise ValueError(f'the first sentence of "answer" has {words} words, keep it to 20')
        return self


class Answer(Statement):
    """What the sources say to a claim, in one region or in all."""

    verdict: Literal["supported", "incomplete", "nuance", "unsupported", "contradicted"]


class Word(Fact):
    """A word that a leaflet or a doctor may use, explained; it states no clinical fact and needs no source."""

    word: Text
    means: Text
