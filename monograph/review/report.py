"""Differences in a terminal, and as a comment on a pull request."""

import re
from collections.abc import Iterator

from monograph.review.differences import Aside, Differences
from monograph.review.pairs import Pair
from monograph.review.story import Story, heading, notes, stories, summary

LONGEST_COMMENT = 65_536  # characters, GitHub's limit
SPECIAL = re.compile(r"[&<>|`*_\[\]\\#@~$^]|(?<=:)/(?=/)|(?<=www)\.")
NOTHING = "(nothing)"


def plain(found: Differences, base: str) -> str:
    """A paragraph for each change, the gravest first."""
    warnings = ["\n".join((title, *(f"  {line}" for line in lines))) for title, lines in notes(found)]
    told = ["\n".join(paragraph(item)) for item in stories(found)]
    asides = ["\n".join((f"Also changed: {heading(item)}", *paired(item.pairs))) for item in found.asides]
    return "\n\n".join((f"{summary(found)} Compared with {base}.", *warnings, *told, *asides))


def paragraph(item: Story) -> Iterator[str]:
    yield f"{item.severity.upper()}: {item.what}: {item.id} ({item.where})"
    yield from paired(item.pairs)
    yield from (f"  source: {line}" for line in item.sources)
    yield from (f"  reaches: {line}" for line in item.reaches)
    yield from (f"  the old figure still stands in: {line}" for line in item.leftovers)


def paired(pairs: tuple[Pair, ...]) -> Iterator[str]:
    for pair in pairs:
        key = f"{pair.key} " if pair.key else ""
        yield f"  {key}before: {pair.before or NOTHING}"
        yield f"  {key}after:  {pair.after or NOTHING}"


def markdown(found: Differences, base: str) -> str:
    """The same as a comment, cut after the last part that fits, with what is missing said."""
    first = f"**{escaped(summary(found))}** Compared with {escaped(base)}."
    warnings = [
        "\n".join((f"> [!WARNING]\n> {escaped(title)}", *(f"> - {escaped(line)}" for line in lines)))
        for title, lines in notes(found)
    ]
    parts = [
        *("\n".join(section(item)) for item in stories(found)),
        *("\n".join(aside(item)) for item in found.asides),
    ]
    return fitted([first, *warnings], parts, LONGEST_COMMENT)


def fitted(head: list[str], parts: list[str], room: int) -> str:
    def cut(kept: int) -> str:
        left = len(parts) - kept
        rest = (
            [
                f"**{left} more did not fit into this comment.** See them with `python3 "
                "scripts/differences.py`."
            ]
            if left
            else []
        )
        return "\n\n".join((*head, *parts[:kept], *rest)) + "\n"

    return next((text for kept in range(len(parts), -1, -1) if len(text := cut(kept)) <= room), cut(0)[:room])


def section(item: Story) -> Iterator[str]:
    yield f"### {item.severity.capitalize()}: {escaped(item.id)}\n"
    yield f"{escaped(item.what)}, {escaped(item.where)}\n"
    yield from table(item.pairs)
    for name, lines in (
        ("Source", item.sources),
        ("Reaches", item.reaches),
        ("The old figure still stands in", item.leftovers),
    ):
        yield from (f"- {name}: {escaped(line)}" for line in lines)


def aside(item: Aside) -> Iterator[str]:
    yield f"### Also changed: {escaped(heading(item))}\n"
    yield from table(item.pairs)


def table(pairs: tuple[Pair, ...]) -> Iterator[str]:
    if pairs:
        yield "| | before | after |\n|---|---|---|"
        yield from (
            f"| {escaped(pair.key)} | {escaped(pair.before) or NOTHING} | {escaped(pair.after) or NOTHING} |"
            for pair in pairs
        )
        yield ""


def escaped(text: str) -> str:
    """Text that no Markdown reader takes for markup, a link, a mention or the end of a cell."""
    return SPECIAL.sub(lambda match: f"&#{ord(match[0])};", " ".join(text.split()))


FORMATS = {"text": plain, "markdown": markdown}
