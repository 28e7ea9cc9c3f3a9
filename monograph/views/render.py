"""From views to HTML: the project's own Jinja environment."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from monograph.model.problem import Unknown
from monograph.views.icons import icon
from monograph.views.phrases import Phrases

MACROS = Path(__file__).parents[2] / "macros"


@cache
def environment(folder: Path = MACROS) -> Environment:
    """Escapes whatever is not marked as HTML, and stops at a name that is not known."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=refuse_nothing,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["icon"] = icon
    return made


def refuse_nothing(value: object) -> object:
    """What a template prints; raises Unknown where a fact lacks a field that its block shows."""
    if value is None:
        raise Unknown("a fact lacks a text that its block shows; compare it with its neighbours in data/")
    return value


def filled(template: str, macro: str, view: object, phrases: Phrases | None = None) -> str:
    """What one macro of one template makes of a view."""
    words = {"say": phrases.say} if phrases else {}
    module = environment().get_template(f"{template}.html.j2").make_module(words)
    return str(getattr(module, macro)(view))


def render(template: str, macro: str, view: object, phrases: Phrases) -> Markup:
    """The same as a single run of HTML that Markdown leaves alone."""
    lines = (line.strip() for line in filled(template, macro, view, phrases).splitlines())
    return Markup("\n".join(line for line in lines if line) + "\n")
