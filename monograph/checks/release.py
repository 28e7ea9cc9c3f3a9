"""Rules for a release: what editors may work with, but nobody should publish.

Each takes the contents, the day of the release and the fingerprints of the last one by fact id (empty before the first).
"""

from collections.abc import Iterator
from datetime import date, timedelta

from monograph.checks.dates import due, unread
from monograph.model.contents import Contents
from monograph.problem import Place, Problem
from monograph.standing import in_standing, latest, people_needed

GRACE = timedelta(days=30)
SIGNATURES = Place("data/signatures.yml")


def nothing_changed_since_it_was_signed(contents: Contents, today: date, released: dict[str, str]) -> Iterator[Problem]:
    """A fact that was changed after a clinician signed it is signed again before a release.

    Good: a dose as it was signed
    Bad: a dose edited after it was signed
    """
    for fact in in_standing(contents, "changed"):
        yield Problem(fact.place, f'"{fact.id}" has changed since it was signed', "have it checked, then run scripts/signoff.py")


def two_people_sign_what_can_harm(contents: Contents, today: date, released: dict[str, str]) -> Iterator[Problem]:
    """A part that can harm, once it is signed at all, is signed by two different people.

    Good: dosing signed by pharmacist AB and by doctor CD
    Bad: dosing signed by pharmacist AB alone
    """
    for part in contents.parts:
        people = len(latest(contents.signatures, part))
        if 0 < people < people_needed(part, contents):
            yield Problem(SIGNATURES, f'"{part}" is signed by one person', "have a second one check it, then run scripts/signoff.py")


def nothing_is_long_overdue(contents: Contents, today: date, released: dict[str, str]) -> Iterator[Problem]:
    """No check of the guide or of a signed part, and no re-reading of a source, is overdue by more than 30 days.

    Good: next-check: a day to come
    Bad: a source last read two years ago
    """
    for item in (*due(contents), *unread(contents)):
        late = today - item.day
        if late > GRACE:
            yield Problem(item.place, f"{item.what} has been due since {item.day}", item.instead)


def dates_are_past(contents: Contents, today: date, released: dict[str, str]) -> Iterator[Problem]:
    """Nobody has read, checked, signed or changed anything on a day that is still to come.

    Good: checked: the day on which it was read
    Bad: checked: next year
    """
    days = [(card.place, card.checked) for card in contents.sources] + [(item.place, item.date) for item in (*contents.signatures, *contents.history)]
    for place, day in [(contents.review.place, contents.review.last_checked), *days]:
        if day > today:
            yield Problem(place, f"{day} is still to come", "write the day on which it was done")


def changes_are_told(contents: Contents, today: date, released: dict[str, str]) -> Iterator[Problem]:
    """Every fact that differs from the last release, is new or is gone, is named in data/history.yml.

    Good: facts: [adult-maximum-us] in a new entry of data/history.yml
    Bad: a changed maximum of which the history says nothing
    """
    told = {name for change in contents.history for name in change.facts}
    gone = {name for change in contents.history for name in change.removed}
    for fact in contents.facts:
        if released and released.get(fact.id) != contents.fingerprints[fact.id] and fact.id not in told:
            yield Problem(fact.place, f'"{fact.id}" differs from the last release', "say what changed and why in data/history.yml")
    for name in sorted(released.keys() - contents.fingerprints.keys() - gone):
        yield Problem(Place("data/history.yml"), f'"{name}" was deleted', 'say why, and name it under "removed"')


RELEASE_RULES = (nothing_changed_since_it_was_signed, two_people_sign_what_can_harm, nothing_is_long_overdue, dates_are_past, changes_are_told)
