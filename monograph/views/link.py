"""A link, wherever a template prints one."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Link:
    href: str
    label: str | Markup
    locale: str = ""  # of the page it leads to, where that is in another edition
