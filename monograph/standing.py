"""Where each fact stands with the clinicians: unsigned, signed, or changed since."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Literal

from monograph.model.contents import Contents
from monograph.model.record import Signature
from monograph.model.shape import Fact

Standing = Literal["unsigned", "signed once", "signed", "changed"]


def part_of(fact: Fact) -> str:
    """The part that a fact is signed with: its file, such as "dosing"."""
    return PurePath(fact.place.file).stem


def parts(contents: Contents) -> dict[str, list[Fact]]:
    """The facts of every part, parts and facts in the order of the data."""
    found = defaultdict(list)
    for fact in contents.facts:
        found[part_of(fact)].append(fact)
    return dict(found)


def latest(signatures: Iterable[Signature], part: str) -> tuple[Signature, ...]:
    """The last signature of each person for a part."""
    mine = sorted((signature for signature in signatures if signature.part == part), key=lambda signature: signature.date)
    return tuple({signature.person: signature for signature in mine}.values())


def people_needed(part: str, contents: Contents) -> int:
    return 2 if part in contents.review.two_people else 1


def standing(fact: Fact, contents: Contents) -> Standing:
    """Facts that can harm are signed by two people; a fact that differs from what any of them signed has changed."""
    return judged(fact, latest(contents.signatures, part_of(fact)), contents)


def judged(fact: Fact, signatures: tuple[Signature, ...], contents: Contents) -> Standing:
    now = contents.fingerprints[fact.id]
    signed = [signature for signature in signatures if signature.facts.get(fact.id) == now]
    if len(signed) >= people_needed(part_of(fact), contents):
        return "signed"
    if len(signed) < len(signatures):
        return "changed"
    return "signed once" if signed else "unsigned"


def in_standing(contents: Contents, *wanted: Standing) -> Iterator[Fact]:
    """The facts that stand as `wanted`, part by part."""
    for part, facts in parts(contents).items():
        signatures = latest(contents.signatures, part)
        yield from (fact for fact in facts if judged(fact, signatures, contents) in wanted)
