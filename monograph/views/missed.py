"""The missed dose: the region's rule, and a clock from one dose to the next."""

from dataclasses import dataclass
from math import cos, pi, sin

from monograph.model.statement import MissedDose
from monograph.views.page_context import PageContext
from monograph.views.phrases import Phrases
from monograph.views.pictures import Picture
from monograph.views.statement import StatementsView, statements

RADIUS = 70  # of the clock, in units of its picture
ALMOST = 1 / 6  # of the clock, where no source says how many hours "almost time" is


@dataclass(frozen=True)
class Clock:
    """A circle with a slice; `end_x`, `end_y` is where the slice begins, seen from the centre, y
    downwards.
    """

    radius: int
    end_x: float
    end_y: float
    large: int  # 1 when the slice is more than half of the circle, as SVG wants it
    picture: Picture


@dataclass(frozen=True)
class MissedView:
    rules: StatementsView
    clock: Clock | None  # none where no source gives a rule: a picture would make one up


def missed(page: PageContext) -> MissedView:
    """What to do about a missed dose, with a clock of the time in which it is left out."""
    facts = page.edition.pick(page.edition.contents.missed)
    return MissedView(statements(facts, page), clock(facts[0], page) if facts[0].text else None)


def clock(rule: MissedDose, page: PageContext) -> Clock:
    """From one dose round to the next; the slice before the next dose is the time to leave a missed
    one out.
    """
    share = (
        float(rule.leave_out_within.high / page.edition.hours_between_doses)
        if rule.leave_out_within
        else ALMOST
    )
    angle = 2 * pi * share
    return Clock(
        RADIUS,
        -RADIUS * sin(angle),
        -RADIUS * cos(angle),
        int(share > 1 / 2),
        clock_picture(rule, page.phrases),
    )


def clock_picture(rule: MissedDose, phrases: Phrases) -> Picture:
    ending = "" if rule.leave_out_within else "-no-hours"
    gap = phrases.amount(rule.leave_out_within) if rule.leave_out_within else ""
    described = phrases.say(f"clock-picture{ending}", gap=gap)
    return Picture(
        f"clock-{rule.id}",
        phrases.say("clock-title"),
        described,
        phrases.say(f"clock-caption{ending}", gap=gap),
    )
