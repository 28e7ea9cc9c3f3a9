"""Trial results as a picture of 100 people beside the group they are compared to."""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.problem import Unknown
from monograph.model.trial import Arm, Trial
from monograph.model.wording import figure
from monograph.views.page_context import PageContext
from monograph.views.phrases import Phrases
from monograph.views.pictures import Picture
from monograph.views.statement import Cited, cited

COLUMNS, PITCH, RADIUS = (
    10,
    22,
    8,
)  # people in a row; distance and size of the circles in units of the picture


@dataclass(frozen=True)
class Person:
    x: int
    y: int
    filled: bool


@dataclass(frozen=True)
class ArmView:
    people: tuple[Person, ...]
    picture: Picture


@dataclass(frozen=True)
class TrialView:
    title: Markup
    arms: tuple[ArmView, ...]
    size: str
    counts: str
    text: Cited
    radius: int = RADIUS
    side: int = COLUMNS * PITCH


def trial(name: str, page: PageContext) -> TrialView:
    """The trial with the id `name`; raises Unknown with the ids there are."""
    fact = find(name, page.edition.pick(page.edition.contents.trials))
    phrases = page.phrases
    size = (
        phrases.say("people-size", people=figure(fact.people))
        if fact.people
        else phrases.say("people-size-not-known")
    )
    first, second = (count(arm, phrases) for arm in fact.groups)
    counts = f"{phrases.say('people-each', count=first)} {phrases.say('people-other', count=second)}"
    arms = tuple(arm_view(fact, arm, index, phrases) for index, arm in enumerate(fact.groups, start=1))
    return TrialView(phrases.prose(fact.title), arms, size, counts, cited(fact, fact.text, page))


def find(name: str, trials: tuple[Trial, ...]) -> Trial:
    for fact in trials:
        if fact.id == name:
            return fact
    raise Unknown(
        f'no trial "{name}" in data/trials.yml: write one of {", ".join(fact.id for fact in trials)}'
    )


def count(arm: Arm, phrases: Phrases) -> str:
    number = phrases.say("people-at-most", count=figure(arm.count)) if arm.at_most else figure(arm.count)
    return phrases.say("people-count", count=number, of=figure(arm.of), who=arm.who)


def arm_view(fact: Trial, arm: Arm, index: int, phrases: Phrases) -> ArmView:
    said = {"count": in_100(arm, phrases), "who": arm.who, "outcome": fact.outcome}
    caption = phrases.say("people-caption", **said)
    name = f"people-{fact.id}-{index}"
    picture = Picture(
        name,
        phrases.say("people-title"),
        phrases.say("people-picture", **said),
        caption[0].upper() + caption[1:],
    )
    people = tuple(
        Person(
            number % COLUMNS * PITCH + PITCH // 2, number // COLUMNS * PITCH + PITCH // 2, number < arm.in_100
        )
        for number in range(100)
    )
    return ArmView(people, picture)


def in_100(arm: Arm, phrases: Phrases) -> str:
    """How many in 100, never rounded to none or to all of them."""
    if arm.count and not arm.in_100:
        return phrases.say("fewer-than-one")
    if arm.count < arm.of and arm.in_100 == 100:
        return phrases.say("nearly-all")
    exact = 100 * arm.count == arm.in_100 * arm.of
    number = str(arm.in_100) if exact else phrases.say("people-about", count=arm.in_100)
    return phrases.say("people-at-most", count=number) if arm.at_most else number
