"""Rules for the record around the facts: numbered claims, the history, and who has signed."""

from collections.abc import Iterator
from itertools import pairwise

from monograph.model.claim import Claim
from monograph.model.contents import Contents
from monograph.model.problem import Problem, nearest
from monograph.model.statement import Sentences


def claims_are_numbered(contents: Contents) -> Iterator[Problem]:
    """No two claims share a number, nor a rank among the dangerous ones.

    Good: number: 12, number: 13
    Bad: number: 12 twice
    """
    for field in ("number", "dangerous"):
        first: dict[int, Claim] = {}
        for claim in contents.claims.all:
            rank = getattr(claim, field)
            if rank and first.setdefault(rank, claim) is not claim:
                yield Problem(
                    claim.place,
                    f'"{field}: {rank}" is taken by "{first[rank].id}"',
                    "give each claim one of its own",
                )


def history_is_true(contents: Contents) -> Iterator[Problem]:
    """The history stands newest first; it names facts that are there, and as removed only facts that are not.

    Good: facts: [adult-maximum-us]
    Bad: facts: [adult-maximum], where no fact has that id
    """
    for later, earlier in pairwise(contents.history):
        if earlier.date > later.date:
            yield Problem(
                earlier.place, f'"{earlier.id}" is newer than the entry above it', "put the newest first"
            )
    for change in contents.history:
        for name in (*change.facts, *change.removed):
            if (name in contents.fingerprints) == (name in change.removed):
                wrong = "is still there" if name in change.removed else "is not a fact"
                yield Problem(
                    change.place,
                    f'"{name}" {wrong}',
                    nearest(name, contents.fingerprints) if name in change.facts else 'name it under "facts"',
                )


def signatures_are_known(contents: Contents) -> Iterator[Problem]:
    """What is signed, and what one person may sign, are files of data/ that hold facts.

    Good: one-person: [glossary]
    Bad: one-person: [glosary]
    """
    known = contents.parts
    named = [(item.place, item.part) for item in contents.signatures] + [
        (contents.review.place, part) for part in contents.review.one_person
    ]
    for place, part in named:
        if part not in known:
            yield Problem(place, f'"{part}" holds no facts', nearest(part, known))


def codes_are_unique(contents: Contents) -> Iterator[Problem]:
    """A code in data/sheet-codes.yml stands for one sheet of one region that is there.

    Good: a register as scripts/sheet_codes.py writes it
    Bad: an entry copied by hand
    """
    seen: set[str] = set()
    for item in contents.sheet_codes:
        if item.code in seen:
            yield Problem(
                item.place,
                f'the code "{item.code}" stands here twice',
                "bring back the register as scripts/sheet_codes.py wrote it",
            )
        seen.add(item.code)
        if item.region not in contents.regions:
            yield Problem(
                item.place,
                f'the code "{item.code}" is of a region that is gone',
                "keep a region in data/regions.yml while its sheets are in use",
            )


def tasks_have_facts(contents: Contents) -> Iterator[Problem]:
    """What clinics link to names statements and questions that are there, and at least one for each edition.

    Good: {address: missed, title: "Missed {name}", says: [missed-us, missed-uk]}
    Bad: says: [mised-us]
    """
    known = {fact.id: fact for fact in contents.facts}
    for task in contents.links.tasks:
        for name in task.says:
            if name not in known:
                yield Problem(task.place, f'there is no fact "{name}"', nearest(name, known))
            elif not isinstance(known[name], Sentences):
                yield Problem(
                    task.place, f'"{name}" is no sentence to paste', "name a statement or a question"
                )
        for region in contents.regions:
            if not any(known[name].region in (region, "all") for name in task.says if name in known):
                yield Problem(
                    task.place,
                    f'the task "{task.address}" has nothing to say in {region}',
                    'add a fact of that edition to "says"',
                )


RULES = (claims_are_numbered, history_is_true, signatures_are_known, codes_are_unique, tasks_have_facts)
