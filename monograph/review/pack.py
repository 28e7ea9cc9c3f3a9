"""What a clinician reads before signing, as one page to print: it needs nothing else, and has room to tick
and to object.
"""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from monograph.model.contents import Contents
from monograph.model.signoff import people_needed
from monograph.review.to_sign import FactToSign, state, to_sign
from monograph.views.render import filled

PEOPLE = {1: "one clinician", 2: "two clinicians"}


@dataclass(frozen=True)
class Section:
    heading: str
    facts: tuple[FactToSign, ...]


@dataclass(frozen=True)
class PackView:
    """`how` says what to do with it, a paragraph each; `fields` are to be filled in by pen."""

    title: str
    how: tuple[str, ...]
    sections: tuple[Section, ...]
    fields: tuple[str, ...]
    right: str = "Right as it stands"
    wrong: str = "Wrong, missing or not clear:"


def pack(contents: Contents, part: str, root: Path) -> str:
    """The page; raises Unknown for a part that is not there."""
    facts = to_sign(contents, part, root)
    letters, count = state(contents, part), len(facts)
    view = PackView(
        title=f"{contents.medicine.name.capitalize()}, to be checked: {part}",
        how=(
            f"{count} facts, which {PEOPLE[people_needed(part, contents)]} sign. Those that harm soonest if "
            "they are wrong stand first.",
            "For each fact, hold what the page says against the data, the data against the readings, and the "
            "readings against the source itself, at its address. Tick it, or write what is wrong. Ticks are "
            "for you alone. This signs:",
            f"python3 scripts/signoff.py {part} --role ROLE --initials AB --date YYYY-MM-DD",
            f"State of these facts: {letters}. The command shows the same letters if nothing has changed "
            "since this page was written. If it shows others, write this page anew.",
        ),
        sections=tuple(
            Section(heading, tuple(found)) for heading, found in groupby(facts, lambda fact: fact.heading)
        ),
        fields=("Role", "Initials", "Date", "Next check"),
    )
    return f"{filled('pack', 'pack', view).strip()}\n"
