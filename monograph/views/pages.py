"""Proofs: every page of an edition as its blocks print it, without the builder's frame and in well under a second.

For whoever must know what a page says before it is built: the checker, the differences, and looking up where a fact stands.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, StrictUndefined, Template, TemplateError
from markupsafe import Markup

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.problem import Place, Problem, Problems, Unknown
from monograph.views.blocks import Blocks

Page = TypeVar("Page")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
PLACE = '<div data-block="{}"></div>'
CALL = re.compile(r"\{\{ *\w+\(")


@dataclass(frozen=True)
class Shown:
    """A block of a page: its name, the line of docs/ that asks for it, its HTML, the ids of the facts it used, and the words asked with."""

    name: str
    line: int
    html: str
    facts: frozenset[str]
    words: tuple[str, ...] = ()

    @property
    def call(self) -> str:
        """As docs/ ask for it: statements("tablets")."""
        words = ", ".join(f'"{word}"' for word in self.words)
        return f"{self.name}({words})"


@dataclass(frozen=True)
class Proof:
    """A page of one edition; `source` is its file in docs/, `anchors` the facts that can be linked to on it."""

    region: str
    slug: str
    source: str
    html: str
    blocks: tuple[Shown, ...]
    anchors: frozenset[str] = frozenset()

    @property
    def address(self) -> str:
        """Where it will stand in the site: "us/taking/"."""
        return f"{self.region}/" if self.slug == "index" else f"{self.region}/{self.slug}/"


class Unprinted(Blocks):
    """The blocks as views alone: whatever they use is told, and no template is filled."""

    def render(self, template: str, macro: str, view: object) -> Markup:
        return Markup()


def proofs(contents: Contents, region: str, docs: Path) -> tuple[Proof, ...]:
    """The pages of one edition in the order of their names; raises Problems that name every page that cannot be printed."""
    return pages(docs, Blocks(Edition(contents, region)), proof)


def uses(contents: Contents, region: str, docs: Path) -> tuple[Proof, ...]:
    """The same pages without their HTML, in a third of the time: which line and block of which page uses which facts."""
    return pages(docs, Unprinted(Edition(contents, region)), lambda path, blocks: asked(path, blocks)[0])


def pages(docs: Path, blocks: Blocks, made: Callable[[Path, Blocks], Page]) -> tuple[Page, ...]:
    """What `made` makes of each page of a folder, in the order of their names; raises Problems that name every page it cannot make."""
    problems, found = [], []
    for path in sorted(docs.glob("*.md")):
        try:
            found.append(made(path, blocks))
        except (TemplateError, Unknown, TypeError) as error:  # TypeError: a block asked for with too few words
            place = Place(name(path), getattr(error, "lineno", None) or 1)
            problems.append(Problem(place, f"this page cannot be printed: {error}", "look at the blocks it asks for"))
    if problems:
        raise Problems(problems)
    return tuple(found)


def proof(path: Path, blocks: Blocks, slug: str = "") -> Proof:
    from markdown import Markdown  # as slow to import as a page to print: only for whoever prints

    page, text = asked(path, blocks, slug)
    html = Markdown(extensions=["attr_list", "toc"]).convert(text)
    for number, block in enumerate(page.blocks):
        html = html.replace(PLACE.format(number), block.html)
    return replace(page, html=html)


def asked(path: Path, blocks: Blocks, slug: str = "") -> tuple[Proof, str]:
    """The page with the blocks it asks for, and its Markdown with a place for each; its `slug` is its file's name unless it is given."""
    text, shown = path.read_text("utf-8"), []
    lines = iter([text.count("\n", 0, call.start()) + 1 for call in CALL.finditer(text)])

    def recorded(block: str) -> Callable[..., str]:
        def show(*words: str) -> str:
            html, facts = blocks.used_by(getattr(blocks, block), *words)
            shown.append(Shown(block, next(lines), html, facts, words))
            return PLACE.format(len(shown) - 1)  # Markdown takes its time over a dose table, and changes nothing in it

        return show

    blocks.turn_to(slug or path.stem)
    calls = {block: recorded(block) for block in blocks.offered}
    rendered = template(FRONT_MATTER.sub("", text)).render(calls, **blocks.given)
    anchors = frozenset(blocks.page.anchored)
    return Proof(blocks.edition.region, blocks.page.slug, name(path), "", tuple(shown), anchors), rendered


@lru_cache(maxsize=128)  # every edition asks for the same pages
def template(text: str) -> Template:
    return Environment(undefined=StrictUndefined).from_string(text)


def name(path: Path) -> str:
    """As it stands in the project: docs/en/taking.md."""
    return f"docs/{path.as_posix().rpartition('/docs/')[2]}"
