"""Who to call, and how to reach them."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.help import ONE
from monograph.views.page_context import PageContext
from monograph.views.statement import Cited, cited


@dataclass(frozen=True)
class ContactView:
    use: str
    name: Markup
    url: str | None
    when: Cited


def contacts(page: PageContext, uses: Iterable[str] = ONE) -> tuple[ContactView, ...]:
    """Who to call in this region, the most urgent first."""
    facts = [fact for use in uses for fact in page.edition.contacts(use)]
    return tuple(
        ContactView(fact.use, page.phrases.dial(fact), fact.url, cited(fact, fact.text, page))
        for fact in facts
    )


def crisis_lines(page: PageContext) -> tuple[ContactView, ...]:
    """Who listens to people who think of suicide."""
    return contacts(page, ["crisis"])


def report(page: PageContext) -> tuple[ContactView, ...]:
    """Who is told when the medicine has harmed somebody."""
    return contacts(page, ["report"])


def without_voice(page: PageContext) -> tuple[ContactView, ...]:
    """How to reach help for those who cannot speak or hear on a phone."""
    return contacts(page, ["no-voice"])
