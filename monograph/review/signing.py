"""Signing a part: what is being signed, and the file that says so."""

from datetime import date, timedelta

from monograph.model.contents import Contents
from monograph.model.problem import look_up
from monograph.model.shape import Fact, Shape, hyphenated
from monograph.model.signature import Signature

LONGEST = timedelta(days=366)  # a signature is good for a year at most
HEADER = (
    "# yaml-language-server: $schema=schema/signatures.schema.json\n"
    "# Which clinicians have signed which file, and a fingerprint of each fact as they saw it. "
    "Written by scripts/signoff.py.\n"
)


def signature(
    contents: Contents, part: str, role: str, initials: str, day: date, next_day: date | None
) -> Signature:
    """A signature for every fact of `part` as it is now; raises Unknown for another part, ValueError for what
    cannot be signed so.
    """
    facts = look_up(contents.parts, part, "part")
    following = next_day or min(day + LONGEST, contents.review.next_check)
    if following - day > LONGEST:
        raise ValueError(f"the next check is more than a year after {day}; write an earlier --next")
    prints = {fact.id: contents.fingerprints[fact.id] for fact in facts}
    return Signature(part=part, role=role, initials=initials, date=day, next=following, facts=prints)


def to_sign(contents: Contents, part: str) -> str:
    """The facts of a part as they stand in the data, with their sources,
    for whoever is about to sign them.
    """
    return "\n\n".join(described(fact) for fact in look_up(contents.parts, part, "part"))


def described(fact: Fact) -> str:
    lines = [f"{fact.id} ({fact.region}), {fact.place}"]
    for name in type(fact).model_fields:
        value = getattr(fact, name)
        if value and name not in ("place", "id", "region", "sources", "evidence"):
            lines.append(f"    {hyphenated(name)}: {plain(value)}")
    lines += [f"    source: {citation.id}, {citation.where}" for citation in fact.sources] or [
        "    source: none"
    ]
    return "\n".join(lines)


def plain(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(plain, value))
    if isinstance(value, Shape):
        return ", ".join(
            f"{hyphenated(name)} {plain(held)}"
            for name in type(value).model_fields
            if name != "place" and (held := getattr(value, name))
        )
    return str(value)


def written(contents: Contents, fresh: Signature) -> str:
    """data/signatures.yml with a signature more;
    an older one of the same person for the same part gives way.
    """
    kept = [old for old in contents.signatures if (old.part, old.person) != (fresh.part, fresh.person)]
    return HEADER + "".join(entry(item) for item in [*kept, fresh])


def entry(item: Signature) -> str:
    head = (
        f"- part: {item.part}\n  role: {item.role}\n  initials: {item.initials}\n  date: {item.date}\n  "
        f"next: {item.next}\n  facts:\n"
    )
    return head + "".join(f'    {name}: "{letters}"\n' for name, letters in item.facts.items())
