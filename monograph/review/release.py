"""The last release: every fact as it was written then, and what has changed since, with how grave each change
is.
"""

import json
from pathlib import Path

from monograph.checks.release import Since
from monograph.model.contents import Contents
from monograph.model.history import SEVERITIES
from monograph.model.problem import Place
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
    kept = json.loads((root / RELEASED).read_text("utf-8"))
    before, written = kept["facts"], entries(root / "data")[0]
    old = {
        id: Entry(id, Place(fact["file"]), {key: tuple(texts) for key, texts in fact["fields"].items()})
        for id, fact in before.items()
    }
    changed = [
        id for id, mark in contents.fingerprints.items() if mark != before.get(id, {}).get("fingerprint")
    ]
    return Since(
        {id: how_grave(old.get(id), written.get(id)) for id in changed},
        {id: severity(entry, None) for id, entry in old.items() if id not in contents.fingerprints},
        tuple(entry for entry in contents.history if entry.id not in kept["history"]),
    )


def how_grave(before: Entry | None, after: Entry | None) -> str:
    """The severity of a fact that is not as it was; the gravest where its own texts are, for then it changed
    its people or its place.
    """
    return severity(before, after) if changed_keys(before, after) else SEVERITIES[0]
