"""Fingerprints: a few letters that change whenever a fact, or what it hangs under, changes."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from monograph.model.shape import Fact, Shape
from monograph.model.sources import NOT_READ, Evidence, Source

LENGTH = 16  # letters; sixty-four bits tell apart far more facts than there are


def fingerprints(value: Shape) -> dict[str, str]:
    """The fingerprint of every fact in `value`, by id.

    It covers all that a fact holds, and the names and plain values of whatever holds it: doses move with the
    people they are for.
    """
    return {fact.id: fingerprint(fact, context) for fact, context in facts_in(value, ())}


def fingerprint(fact: Fact, context: tuple[str, ...]) -> str:
    # Defaults are left out: a key that facts may have from now on changes no fact that lacks it. Nor does an
    # excuse.
    written = json.dumps(
        [*context, fact.model_dump(mode="json", exclude_defaults=True, exclude={"excused", "unread"})],
        sort_keys=True,
        default=str,
    )
    return hashlib.sha256(written.encode()).hexdigest()[:LENGTH]


def readings(rows: Iterable[Evidence], cards: Iterable[Source]) -> dict[str, str]:
    """What was read, by the ids of rows and of source cards, without what tells nothing of it."""
    items: list[Evidence | Source] = [*rows, *cards]
    left_out = {name.replace("-", "_") for name in NOT_READ}
    return {item.id: item.model_dump_json(exclude=left_out) for item in items}


def with_readings(letters: str, fact: Fact, read: dict[str, str]) -> str:
    """The fingerprint of a fact with what was read for it: the rows that it names, and the sources that it
    cites.
    """
    used = [*fact.evidence, *sorted({citation.id for citation in fact.sources})]
    written = json.dumps([letters, *(read.get(id, id) for id in used)])
    return hashlib.sha256(written.encode()).hexdigest()[:LENGTH]


def facts_in(value: Any, context: tuple[str, ...]) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    if isinstance(value, Fact):
        yield value, context
    elif isinstance(value, Shape):
        fields = {name: getattr(value, name) for name in type(value).model_fields if name != "place"}
        plain = tuple(f"{name}={held}" for name, held in fields.items() if isinstance(held, str | int))
        for name, held in fields.items():
            yield from facts_in(held, (*context, *plain, name))
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from facts_in(held, (*context, key))
    elif isinstance(value, tuple):
        for held in value:
            yield from facts_in(held, context)
