"""Where each fact stands with the clinicians: unsigned, signed, or changed since."""

from collections.abc import Iterable, Iterator
from typing import Literal

from monograph.model.contents import Contents
from monograph.model.shape import Fact
from monograph.model.signature import Signature

SignoffStatus = Literal["unsigned", "signed once", "signed", "changed"]


def latest(signatures: Iterable[Signature], part: str) -> tuple[Signature, ...]:
    """The last signature of each person for a part."""
    mine = sorted(
        (signature for signature in signatures if signature.part == part),
        key=lambda signature: signature.date,
    )
    return tuple({signature.person: signature for signature in mine}.values())


def people_needed(part: str, contents: Contents) -> int:
    return 1 if part in contents.review.one_person else 2


def status_of(fact: Fact, contents: Contents) -> SignoffStatus:
    """Facts are signed by two people, unless review.yml lets one sign them; a fact that differs from what any
    of them signed has changed.
    """
    part = fact.signed_with
    kept = [signature.facts for signature in latest(contents.signatures, part)]
    return judged(contents.as_signed[part][fact.id], fact.id, kept, people_needed(part, contents))


def judged(now: str, id: str, kept: list[dict[str, str]], needed: int) -> SignoffStatus:
    """By the fingerprint of a fact, and those that each signature of its part keeps."""
    if not kept:
        return "unsigned"
    signed = sum(facts.get(id) == now for facts in kept)
    if signed >= needed:
        return "signed"
    if signed < len(kept):
        return "changed"
    return "signed once" if signed else "unsigned"


def with_status(contents: Contents, *wanted: SignoffStatus) -> Iterator[Fact]:
    """The facts that stand as `wanted`, part by part."""
    for part, facts in contents.parts.items():
        kept = [signature.facts for signature in latest(contents.signatures, part)]
        if not kept:
            yield from facts if "unsigned" in wanted else ()
            continue
        needed, now = people_needed(part, contents), contents.as_signed[part]
        yield from (fact for fact in facts if judged(now[fact.id], fact.id, kept, needed) in wanted)
