"""A sentence for the reader, with what to do and how urgent it is."""

from typing import Any, Literal, Self

from pydantic import ConfigDict, Field, JsonValue, field_validator, model_validator
from pydantic.json_schema import JsonSchemaValue

from monograph.model.frequency import Chance
from monograph.model.json_schema_hints import excludes, needs
from monograph.model.problem import Unknown
from monograph.model.quantity import Hours
from monograph.model.shape import Fact, Slug, Text, Urgency

BOTH = 'keep either "text" or "not-known", not both'
NEITHER = 'add "text", or "not-known" with the reason'
NO_LINES = 'write each point on a line of its own, after "- ": in brackets, each comma begins another point'
TOLD_TWICE = 'delete "told-by": a fact with "layer: page" tells itself'
HIDDEN = 'write "layer: page", or name under "told-by" the fact on the page that says what to do: {why}'
TOGETHER: list[JsonValue] = [
    needs(["text", "not-known", "chance", "points"], NEITHER),
    excludes("text", "not-known", BOTH),
]


class Statement(Fact):
    """What the reader is told: `text`, or `not-known` with the reason."""

    model_config = ConfigDict(json_schema_extra={"allOf": TOGETHER})
    title: Text | None = Field(None, examples=["If you forget a dose"])
    """A few words that the eye can find."""
    text: Text | None = None
    """What is so, in short sentences: one idea each, 25 words at most."""
    not_known: Text | None = Field(None, examples=["No label that we read says it."])
    """Why no source could be found that says it; in place of text."""
    points: tuple[Text, ...] = ()
    """A list, such as signs to watch for."""
    chance: Chance | None = None
    """How many people in 100 it happens to."""
    do: Text | None = Field(None, examples=["Call {advice} the same day."])
    """What to do. {emergency}, {poison}, {advice}, {crisis} and {report} stand for the edition's phone
    numbers.
    """
    urgency: Urgency | None = None
    """How soon to do it. Now: call the emergency number. Urgent: the same day. Ask: at the next chance."""

    @field_validator("points", mode="before")
    @classmethod
    def stand_on_lines_of_their_own(cls, points: Any) -> Any:
        if (
            getattr(points, "in_brackets", False)
            and len(points) > 1
            and any(" " in point for point in points if isinstance(point, str))
        ):
            raise ValueError(NO_LINES)
        return points

    @model_validator(mode="after")
    def says_something(self) -> Self:
        if self.text and self.not_known:
            raise ValueError(BOTH)
        if not (self.text or self.not_known or self.chance or self.points):
            raise ValueError(NEITHER)
        return self

    @property
    def in_full(self) -> tuple[str, str, str]:
        """Its title, its text and what to do; raises Unknown where it has not all three, as the stop warning
        has.
        """
        if not (self.title and self.text and self.do):
            raise Unknown(f'"{self.id}" is not whole: give it "title", "text" and "do"')
        return self.title, self.text, self.do


class Layered(Statement):
    """A statement of a topic, for its page or for the evidence behind that page.

    What a reader must know or do stands on the page; how it is known, and what nothing follows from, on the
    page's page of evidence.
    """

    layer: Literal["page", "evidence"]
    """Where it is told. Page: to whoever reads the page. Evidence: on the page's page of evidence alone.

    What is urgent, and what is not known but changes what to do, is for the page.
    """
    told_by: Slug | None = Field(None, examples=["effect-confusion-us"])
    """The fact on the page that says what to do of this one, which then stands on the page of evidence."""

    @model_validator(mode="after")
    def urgent_things_stand_on_the_page(self) -> Self:
        if self.told_by and self.layer == "page":
            raise ValueError(TOLD_TWICE)
        if self.layer == "page" or self.told_by:
            return self
        if self.urgency in ("now", "urgent"):
            raise ValueError(HIDDEN.format(why=f'its urgency is "{self.urgency}"'))
        if self.not_known and self.do:
            raise ValueError(HIDDEN.format(why='it says what to "do" where something is not known'))
        return self


class InShort(Statement):
    """The box at the top of a page: what it is about (`text`) and what to do (`do`)."""

    text: Text = Field(examples=["This page is about the forgotten dose."])
    """What the page is about."""
    do: Text = Field(examples=["Never take a double dose."])
    """The one thing to do."""


class Card(Statement):
    """A help card: `title` is one action and "if", `points` are the signs."""

    level: Urgency
    """How soon to act, which gives the card its colour."""
    title: Text = Field(examples=["Call {emergency} now if"])
    """One action, and "if"."""


class MissedDose(Statement):
    """The rule for a forgotten dose."""

    leave_out_within: Hours | None = None
    """The time before the next dose in which a forgotten one is left out."""

    @model_validator(mode="after")
    def counts_hours(self) -> Self:
        if self.leave_out_within and self.leave_out_within.unit != "hours":
            raise ValueError('write "leave-out-within" in hours, such as "2 hours"')
        return self


class Question(Fact):
    """A question people ask; the first sentence of `answer` answers it in at most 20 words."""

    ask: Text = Field(examples=["I forgot a dose. What now?"])
    """The question, as people ask it."""
    answer: Text = Field(examples=["Never take a double dose."])
    """The answer; its first sentence answers in at most 20 words."""
    more: Text | None = Field(None, examples=["Go on at your usual times."])
    """What is good to know besides."""
    page: Slug = Field(examples=["missed"])
    """The page that says more, by its file name in docs/."""

    @model_validator(mode="after")
    def answers_at_once(self) -> Self:
        words = len(self.answer.split(". ")[0].split())
        if words > 20:
            raise ValueError(f'the first sentence of "answer" has {words} words, keep it to 20')
        return self


Sentences = Statement | Question  # what can stand in a text by itself


def named_by_claim(schema: JsonSchemaValue) -> None:
    """An answer's `id` need not be written (see Claim), and the rules of a statement hold."""
    schema["required"].remove("id")
    schema["allOf"] = TOGETHER


class Answer(Statement):
    """What the sources say to a claim, in one region or in all."""

    model_config = ConfigDict(json_schema_extra=named_by_claim)
    verdict: Literal["supported", "incomplete", "nuance", "unsupported", "contradicted"]
    """How the sources judge the claim."""


class Word(Fact):
    """A word that a leaflet or a doctor may use, explained;
    it states no clinical fact and needs no source.
    """

    word: Text = Field(examples=["half-life"])
    """The word as a leaflet has it."""
    means: Text = Field(examples=["The time it takes for half of a medicine to leave the blood."])
    """What it means, in one plain sentence."""
