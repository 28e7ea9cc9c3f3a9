"""Proofs: every page of an edition as its blocks print it, without the builder's frame and in well under a second.

For whoever must know what a page says before it is built: the checker, the differences, and looking up where a fact stands.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, StrictUndefined, TemplateError
from markdown import Markdown

from monograph.blocks import Blocks
from monograph.edition import Edition
from monograph.model.contents import Contents
from monograph.problem import Place, Problem, Problems, Unknown

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
PLACE = '<div data-block="{}"></div>'
CALL = re.compile(r"\{\{ *\w+\(")


@dataclass(frozen=True)
class Shown:
    """A block of a page: its name, the line of docs/ that asks for it, its HTML, and the ids of the facts it used."""

    name: str
    line: int
    html: str
    facts: frozenset[str]


@dataclass(frozen=True)
class Proof:
    """A page of one edition; `source` is its file in docs/."""

    region: str
    slug: str
    source: str
    html: str
    blocks: tuple[Shown, ...]

    @property
    def address(self) -> str:
        """Where it will stand in the site: "us/taking/"."""
        return f"{self.region}/" if self.slug == "index" else f"{self.region}/{self.slug}/"

def proofs(contents: Contents, region: str, docs: Path) -> tuple[Proof, ...]:
    """The pages of one edition in the order of their names; raises Problems that name every page that cannot be printed."""
    blocks, problems, pages = Blocks(Edition(contents, region)), [], []
    for path in sorted(docs.glob("*.md")):
        try:
            pages.append(proof(path, blocks))
        except (TemplateError, Unknown, TypeError) as error:  # TypeError: a block asked for with too few words
            place = Place(name(path), getattr(error, "lineno", None) or 1)
            problems.append(Problem(place, f"this page cannot be printed: {error}", "look at the blocks it asks for"))
    if problems:
        raise Problems(problems)
    return tuple(pages)


def proof(path: Path, blocks: Blocks) -> Proof:
    text, shown = path.read_text("utf-8"), []
    lines = iter([text.count("\n", 0, call.start()) + 1 for call in CALL.finditer(text)])

    def recorded(block: str) -> Callable[..., str]:
        def show(*words: str) -> str:
            html, facts = blocks.used_by(getattr(blocks, block), *words)
            shown.append(Shown(block, next(lines), html, facts))
            return PLACE.format(len(shown) - 1)  # Markdown takes its time over a dose table, and changes nothing in it

        return show

    blocks.turn_to(path.stem)
    environment = Environment(undefined=StrictUndefined)
    environment.globals.update({block: recorded(block) for block in blocks.offered}, name=blocks.name)
    rendered = environment.from_string(FRONT_MATTER.sub("", text)).render()
    html = Markdown(extensions=["attr_list", "toc"]).convert(rendered)
    for number, block in enumerate(shown):
        html = html.replace(PLACE.format(number), block.html)
    return Proof(blocks.edition.region, path.stem, name(path), html, tuple(shown))


def name(path: Path) -> str:
    return f"docs/{path.parent.name}/{path.name}"
