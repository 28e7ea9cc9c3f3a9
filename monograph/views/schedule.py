"""Stairs up and down: a table of steps and the picture of them; and the four points of the day."""

from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup

from monograph.model.dosing import Schedule
from monograph.views.page_context import PageContext
from monograph.views.phrases import Phrases
from monograph.views.pictures import POINTS, DayView, Picture, Stair, day, stairs
from monograph.views.statement import Cited, cited


@dataclass(frozen=True)
class StepRow:
    days: str
    each: str
    amount: str
    often: str
    total: str


@dataclass(frozen=True)
class ScheduleView:
    caption: str
    rows: tuple[StepRow, ...]
    stairs: tuple[Stair, ...]
    picture: Picture | None
    not_known: Cited | None
    note: Markup | None
    source: Cited


def schedule(direction: str, page: PageContext) -> ScheduleView:
    """The stairs of this edition; `direction` is "up" or "down"."""
    dosing = page.edition.contents.dosing
    (fact,) = page.edition.pick(dosing.step_up if direction == "up" else dosing.step_down)
    rows = step_rows(fact, page.phrases)
    return ScheduleView(
        caption=page.phrases.say(f"steps-caption-{direction}"),
        rows=rows,
        stairs=stairs(fact, page.phrases),
        picture=stairs_picture(fact, direction, rows, page.phrases) if rows else None,
        not_known=cited(fact, fact.not_known, page) if fact.not_known else None,
        note=page.phrases.prose(fact.note) if fact.note else None,
        source=cited(fact, "", page),
    )


def step_rows(fact: Schedule, phrases: Phrases) -> tuple[StepRow, ...]:
    ends = list(accumulate(step.for_days for step in fact.steps))
    return tuple(
        StepRow(
            phrases.say(
                "day-range" if step.for_days > 1 else "day-one", first=end - step.for_days + 1, last=end
            ),
            phrases.say(
                "each-time", amount=phrases.amount(step.each_time), times=phrases.times(step.times_a_day)
            ),
            phrases.amount(step.each_time),
            phrases.times(step.times_a_day),
            phrases.say("in-total", amount=phrases.amount(step.total)),
        )
        for step, end in zip(fact.steps, ends, strict=True)
    )


def stairs_picture(fact: Schedule, direction: str, rows: tuple[StepRow, ...], phrases: Phrases) -> Picture:
    steps = " ".join(phrases.say("stairs-step", days=row.days, each=row.each) for row in rows)
    return Picture(
        f"stairs-{fact.id}",
        phrases.say(f"stairs-title-{direction}"),
        phrases.say("stairs-picture", count=len(rows), steps=steps),
        phrases.say("stairs-caption"),
    )


def days(page: PageContext) -> tuple[DayView, ...]:
    """A picture of the day for the smallest number of doses that adults take."""
    page.used.update(dose.id for dose in page.edition.adult_doses)
    counts = {count for dose in page.edition.adult_doses for count in dose.times_a_day or ()}
    return tuple(day(count, page) for count in sorted(counts)[:1] if count <= len(POINTS))
