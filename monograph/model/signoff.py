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
    return judged(fact, latest(contents.signatures, fact.signed_with), contents)


def judged(fact: Fact, signatures: tuple[Signature, ...], contents: Contents) -> SignoffStatus:
    if not signatures:
        return "unsigned"
    now = contents.as_signed[fact.signed_with][fact.id]
    signed = [signature for signature in signatures if signature.facts.get(fact.id) == now]
    if len(signed) >= people_needed(fact.signed_with, contents):
        return "signed"
    if len(signed) < len(signatures):
        return "changed"
    return "signed once" if signed else "unsigned"


def with_status(contents: Contents, *wanted: SignoffStatus) -> Iterator[Fact]:
    """The facts that stand as `wanted`, part by part."""
    for part, facts in contents.parts.items():
        signatures = latest(contents.signatures, part)
        yield from (fact for fact in facts if judged(fact, signatures, contents) in wanted)
