"""Rules for a release: what editors may work with, but nobody should publish.

Each takes the contents, the day of the release, and what has changed since the last one.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from monograph.checks.dates import due, unread
from monograph.model.contents import Contents
from monograph.model.history import SEVERITIES, Change
from monograph.model.problem import Place, Problem
from monograph.model.signature import Signature
from monograph.model.signoff import latest, people_needed, with_status

GRACE = timedelta(days=30)
SIGNATURES = Place("data/signatures.yml")
HISTORY = Place("data/history.yml")


class Since(NamedTuple):
    """What has changed since the last release; nothing before the first."""

    facts: dict[str, str] = {}
    """The severity of each fact that is new or not as it was, by id."""
    removed: dict[str, str] = {}
    """The severity of each fact that is gone, by id."""
    told: tuple[Change, ...] = ()
    """The entries of the history that have come."""
    lost: tuple[str, ...] = ()
    """The entries that were released and are gone, by id."""


def nothing_changed_since_it_was_signed(contents: Contents, today: date, since: Since) -> Iterator[Problem]:
    """A fact that was changed after a clinician signed it is signed again before a release.

    Good: a dose as it was signed
    Bad: a dose edited after it was signed
    """
    for fact in with_status(contents, "changed"):
        yield Problem(
            fact.place,
            f'"{fact.id}" has changed since it was signed',
            "have it checked, then run scripts/signoff.py",
        )


def two_people_sign_what_can_harm(contents: Contents, today: date, since: Since) -> Iterator[Problem]:
    """A part that can harm, once it is signed at all, is signed by two different people.

    Good: dosing signed by pharmacist AB and by doctor CD
    Bad: dosing signed by pharmacist AB alone
    """
    for part in contents.parts:
        people = len(latest(contents.signatures, part))
        if 0 < people < people_needed(part, contents):
            yield Problem(
                SIGNATURES,
                f'"{part}" is signed by one person',
                "have a second one check it, then run scripts/signoff.py",
            )


def nothing_is_long_overdue(contents: Contents, today: date, since: Since) -> Iterator[Problem]:
    """No check of the guide or of a signed part, and no re-reading of a source, is overdue by more than 30
    days.

    Good: next-check: a day to come
    Bad: a source last read two years ago
    """
    for item in (*due(contents), *unread(contents)):
        late = today - item.day
        if late > GRACE:
            yield Problem(item.place, f"{item.what} has been due since {item.day}", item.instead)


def dates_are_past(contents: Contents, today: date, since: Since) -> Iterator[Problem]:
    """Nobody has read, checked, signed or changed anything on a day that is still to come.

    Good: checked: the day on which it was read
    Bad: checked: next year
    """
    done: Iterable[Signature | Change] = (*contents.signatures, *contents.history)
    days = [(card.place, card.checked) for card in contents.sources] + [
        (item.place, item.date) for item in done
    ]
    for place, day in [(contents.review.place, contents.review.last_checked), *days]:
        if day > today:
            yield Problem(place, f"{day} is still to come", "write the day on which it was done")


def changes_are_told(contents: Contents, today: date, since: Since) -> Iterator[Problem]:
    """A fact that differs from the last release is named in an entry of the history that came since then, for
    its edition, and as grave as the change.

    Good: a new entry of data/history.yml with facts: [adult-maximum-us] and severity: safety
    Bad: a changed maximum of which the history says nothing, or severity: wording
    """
    for fact in (fact for fact in contents.facts if fact.id in since.facts):
        for region in (region for region in contents.regions if fact.region in (region, "all")):
            entries = [
                entry for entry in since.told if fact.id in entry.facts and entry.region in (region, "all")
            ]
            if wrong := untold(entries, since.facts[fact.id]):
                yield Problem(
                    fact.place,
                    f'"{fact.id}" differs from the last release{wrong}',
                    "say what changed and why in a new entry of data/history.yml",
                )
                break
    for id, severity in since.removed.items():
        if wrong := untold([entry for entry in since.told if id in entry.removed], severity):
            yield Problem(
                HISTORY, f'"{id}" was deleted{wrong}', 'say why in a new entry, and name it under "removed"'
            )


def released_entries_stay(contents: Contents, today: date, since: Since) -> Iterator[Problem]:
    """An entry of the history that was released stays under its id: feeds lead to it, and under another it
    would tell of a change a second time.

    Good: a new entry above those that were released
    Bad: an entry that was released, with a new id for a new change
    """
    for id in since.lost:
        yield Problem(
            HISTORY,
            f'the entry "{id}" was released and is gone',
            "bring it back, and tell more in a new entry",
        )


def untold(entries: list[Change], severity: str) -> str:
    """What is wrong with the entries that name a change of such severity; nothing where one of them is as
    grave.
    """
    if not entries:
        return ", and no new entry of the history names it"
    gravest = min((entry.severity for entry in entries), key=SEVERITIES.index)
    if SEVERITIES.index(gravest) <= SEVERITIES.index(severity):
        return ""
    return f" in {severity}, and the history calls that {gravest}"


RELEASE_RULES = (
    nothing_changed_since_it_was_signed,
    two_people_sign_what_can_harm,
    nothing_is_long_overdue,
    dates_are_past,
    changes_are_told,
    released_entries_stay,
)
