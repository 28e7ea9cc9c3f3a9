"""Every page of an edition as its blocks render it, without the builder's frame and in well under a second.

For whoever must know what a page says before it is built: the checker, the differences, and looking up where
a fact stands.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from jinja2 import Environment, StrictUndefined, Template, TemplateError, nodes

from monograph.html import Document, Passage
from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.model.problem import Place, Problem, Problems, Unknown
from monograph.views.blocks import Blocks

Asked = TypeVar("Asked", bound=Blocks)
Made = TypeVar("Made")
DOCS = "docs/en"
SHEETS = "print"  # the folder of an edition that holds its sheets
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
PLACE = '<div data-block="{}"></div>'
IN_TEMPLATE = "<template>"  # what Jinja calls the file of a template that came as text


@dataclass(frozen=True)
class Block:
    """A block of a page: its name, the line of docs/ that asks for it, its HTML, the ids of the facts it
    used, and the words asked with.
    """

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
class Page:
    """A page of the site; `kind` says which rules it is held against (monograph/checks/pages.py).

    `region` is "" for a page of no edition, `address` where it stands in the site: "us/taking/". `source` is
    the file in docs/ or macros/ that it is made from, `anchors` the facts that can be linked to on it,
    `cited` those with a number, in its order, `behind` those for its page of evidence alone, `facts` where
    each fact of its edition is written, by id.
    """

    kind: str
    region: str
    address: str
    source: str
    html: str
    blocks: tuple[Block, ...] = ()
    anchors: frozenset[str] = frozenset()
    cited: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    facts: Mapping[str, Place] = field(default_factory=dict, repr=False, compare=False)

    @property
    def slug(self) -> str:
        """Its address within its edition: "taking", "print/never-stop"; "index" for the first page."""
        return self.address.removeprefix(f"{self.region}/").strip("/") or "index"

    @property
    def file(self) -> str:
        """Its file in the site."""
        return self.address if self.address.endswith(".html") else f"{self.address}index.html"

    @property
    def listed_as(self) -> str:
        """Where it stands, in lists for editors: "us/taking/"; a page of no edition by its file."""
        return self.address if self.region else self.file

    @cached_property
    def document(self) -> Document:
        return Document(self.html)

    @property
    def linkable(self) -> frozenset[str]:
        """The anchors that others may link to."""
        return self.document.linkable

    def place(self, passage: Passage) -> Place:
        """Where to mend a passage: at the fact it comes from, else on the page."""
        return self.facts.get(passage.anchor) or Place(self.source, passage.line)


def docs_pages(contents: Contents, region: str, docs: Path) -> tuple[Page, ...]:
    """The pages of one edition in the order of their names; raises Problems that name every page that cannot
    be rendered.
    """
    return each_page(docs, Blocks(Edition(contents, region)), rendered)


def all_docs_pages(contents: Contents, root: Path) -> tuple[Page, ...]:
    """The pages of all editions of the guide in `root`."""
    return tuple(page for region in contents.regions for page in docs_pages(contents, region, root / DOCS))


def each_page(docs: Path, blocks: Asked, made: Callable[[Path, Asked], Made]) -> tuple[Made, ...]:
    """What `made` makes of each page of a folder, in the order of their names; raises Problems that name
    every page it cannot make.
    """
    problems, found = [], []
    for path in sorted(docs.glob("*.md")):
        try:
            found.append(made(path, blocks))
        except (
            TemplateError,
            Unknown,
            TypeError,
        ) as error:  # TypeError: a block asked for with too few words
            said = f"{error}{blocks.advice(str(error))}"
            problems.append(
                Problem(
                    Place(name(path), line_of(error)),
                    f"this page cannot be rendered: {said}",
                    "look at the blocks it asks for",
                    "is_rendered",
                )
            )
    if problems:
        raise Problems(problems)
    return tuple(found)


def line_of(error: Exception) -> int:
    """The line of the page at which an error arose:

    Jinja says it itself, or its frames do, which it rewrites to lines of the template.
    """
    lines = [
        frame.tb_lineno
        for frame in frames(error.__traceback__)
        if frame.tb_frame.f_code.co_filename == IN_TEMPLATE
    ]
    return getattr(error, "lineno", None) or (lines or [1])[-1]


def frames(traceback: TracebackType | None) -> Iterator[TracebackType]:
    while traceback:
        yield traceback
        traceback = traceback.tb_next


def rendered(path: Path, blocks: Blocks, slug: str = "", kind: str = "docs") -> Page:
    from markdown import Markdown  # as slow to import as a page to render: only for whoever renders

    page, text = requested(path, blocks, slug, kind)
    html = Markdown(extensions=["attr_list", "toc"]).convert(text)
    for number, block in enumerate(page.blocks):
        html = html.replace(PLACE.format(number), block.html)
    return replace(page, html=html)


def requested(path: Path, blocks: Blocks, slug: str = "", kind: str = "docs") -> tuple[Page, str]:
    """The page with the blocks it asks for, and its Markdown with a place for each; its `slug` is its file's
    name unless it is given.
    """
    text, shown = path.read_text("utf-8"), []

    def recorded(block: str) -> Callable[..., str]:
        def show(line: int, *words: str) -> str:
            html, facts = blocks.used_by(getattr(blocks, block), *words)
            shown.append(Block(block, line, html, facts, words))
            return PLACE.format(
                len(shown) - 1
            )  # Markdown takes its time over a dose table, and changes nothing in it

        return show

    blocks.turn_to(slug or path.stem)
    calls = {block: recorded(block) for block in blocks.offered}
    text = FRONT_MATTER.sub(
        lambda head: "\n" * head[0].count("\n"), text
    )  # lines are counted from the head of the file
    markdown = template(text, frozenset(calls)).render(calls, **blocks.given)
    edition, slug = blocks.edition, blocks.page.slug
    address = f"{edition.region}/" if slug == "index" else f"{edition.region}/{slug}/"
    return Page(
        kind,
        edition.region,
        address,
        name(path),
        "",
        tuple(shown),
        frozenset(blocks.page.anchored),
        tuple(blocks.page.cited),
        tuple(blocks.page.behind),
        edition.places,
    ), markdown


@lru_cache(maxsize=128)  # every edition asks for the same pages
def template(text: str, blocks: frozenset[str]) -> Template:
    """A page in which every call of a block tells its own line first, wherever it stands: within a loop,
    below a comment.
    """
    environment = Environment(undefined=StrictUndefined)
    tree = environment.parse(text)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in blocks:
            call.args.insert(0, nodes.Const(call.lineno))
    return Template.from_code(
        environment, environment.compile(tree, filename=IN_TEMPLATE), environment.make_globals(None)
    )


def name(path: Path) -> str:
    """As it stands in the project: docs/en/taking.md."""
    return f"docs/{path.as_posix().rpartition('/docs/')[2]}"
