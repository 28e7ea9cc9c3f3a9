"""The page at /c/: how to type the address that stands on a sheet."""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.contents import Contents
from monograph.model.edition import Edition
from monograph.views.link import Link
from monograph.views.phrases import Phrases
from monograph.views.region_chooser import region_chooser


@dataclass(frozen=True)
class TypeCodeView:
    """`home` is the edition whose style serves."""

    locale: str
    home: str
    example: Markup
    title: Markup
    text: Markup
    links: tuple[Link, ...]
    facts: frozenset[str]  # the ids of those it tells


def type_code(contents: Contents, address: str) -> TypeCodeView:
    """`address` is where the whole site is published, or "" where nobody said."""
    view = region_chooser(contents)
    phrases = Phrases(Edition(contents, view.choices[0].region))
    example = Markup("<code>{}/c/</code><em>{}</em>").format(
        address.rstrip("/").partition("://")[2], phrases.say("type-code-code")
    )
    links = tuple(
        Link(f"{choice.region}/print/", phrases.say("type-code-sheets", place=choice.name))
        for choice in view.choices
    )
    said = phrases.say_with("type-code-end", {"address": example})
    told = view.facts.difference(
        *(choice.facts for choice in view.choices)
    )  # the door names numbers to call, and this page does not
    return TypeCodeView(
        view.choices[0].locale, view.choices[0].region, said, view.title, view.text, links, told
    )
