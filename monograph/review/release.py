"""The last release: every fact as it was written then, and what has changed since, with how grave each change
is.
"""

import json
from pathlib import Path

from monograph.checks.release import Since
from monograph.model.contents import Contents
from monograph.model.history import SEVERITIES
from monograph.model.problem import Place, Problem, Problems
from monograph.model.record_file import rewriting
from monograph.review.entries import Entry, entries
from monograph.review.severity import changed_keys, severity

RELEASED = "data/released.json"


def record(contents: Contents, root: Path) -> None:
    """Writes down each fact with its fingerprint, its file and its texts, and the entries of the history that
    told of it.
    """
    written, _ = entries(root / "data")
    facts = {
        fact.id: {
            "fingerprint": contents.fingerprints[fact.id],
            "file": fact.place.file,
            "fields": written[fact.id].fields if fact.id in written else {},
        }
        for fact in contents.facts
    }
    kept = {"history": [entry.id for entry in contents.history], "facts": facts}
    with rewriting(root / RELEASED) as file:
        file.write(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")


def since(contents: Contents, root: Path) -> Since:
    """What has changed since the last release; nothing before the first."""
    if not (root / RELEASED).is_file():
        return Since()
    told, before, old = recorded(root / RELEASED)
    written, names = entries(root / "data")[0], {entry.id for entry in contents.history}
    changed = [id for id, letters in contents.fingerprints.items() if letters != before.get(id)]
    return Since(
        {id: how_grave(old.get(id), written.get(id)) for id in changed},
        {id: severity(entry, None) for id, entry in old.items() if id not in contents.fingerprints},
        tuple(entry for entry in contents.history if entry.id not in told),
        tuple(id for id in told if id not in names),
    )


def recorded(path: Path) -> tuple[list[str], dict[str, str], dict[str, Entry]]:
    """The entries of the history that were released, and the fingerprint and the texts of each fact, by id;
    raises Problems for what no release has written.
    """
    try:
        kept = json.loads(path.read_text("utf-8"))
        facts = kept["facts"].items()
        old = {
            id: Entry(id, Place(fact["file"]), {key: tuple(texts) for key, texts in fact["fields"].items()})
            for id, fact in facts
        }
        return list(kept["history"]), {id: str(fact["fingerprint"]) for id, fact in facts}, old
    except (ValueError, TypeError, KeyError, AttributeError):
        wrong, instead = (
            "this record of the last release cannot be read",
            "bring it back from the last version",
        )
        raise Problems([Problem(Place(RELEASED), wrong, instead, "is_readable")]) from None


def how_grave(before: Entry | None, after: Entry | None) -> str:
    """The severity of a fact that is not as it was; the gravest where its own texts are, for then it changed
    its people or its place.
    """
    return severity(before, after) if changed_keys(before, after) else SEVERITIES[0]
