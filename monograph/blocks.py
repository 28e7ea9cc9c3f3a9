"""The blocks that a page can ask for."""

from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup

from monograph.edition import Edition, look_up
from monograph.library import load
from monograph.problem import nearest
from monograph.render import render
from monograph.views import claims, clinics, dosing, effects, frame, history, liquids, lists, missed, schedule, sheets, sources, statement, trial
from monograph.views.page import Page
from monograph.words import Words

NOT_BLOCKS = ("turn_to", "render", "advice", "used_by")


class Blocks:
    """What docs/ can ask for: each public method renders one block of HTML for the page being written.

    A page is turned to first (`turn_to`), begins with `opening` and ends with `closing`, which lists the sources cited between them.
    """

    def __init__(self, edition: Edition, repository: str = "", site: str = ""):
        self.edition, self.repository, self.site = edition, repository, site
        self.words = Words(edition)
        self.name = self.words.name
        self.given = {"name": self.name}  # what a page may write besides blocks
        self.turn_to("index")
        known = dict.fromkeys(name for kind in reversed(type(self).__mro__[:-1]) for name in vars(kind))
        self.offered = [name for name in known if name not in NOT_BLOCKS and not name.startswith("_")]

    def turn_to(self, slug: str) -> None:
        """Begins a new page: nothing is cited on it yet, and its links lead from `slug`."""
        self.page = Page(self.edition, self.words, slug, self.repository, self.site)

    def advice(self, unknown: str) -> str:
        """What to write instead of a block that is not there."""
        return nearest(unknown, self.offered)

    def render(self, template: str, macro: str, view: object) -> Markup:
        return render(template, macro, view, self.words)

    def used_by(self, block: Callable[..., Markup], *words: str) -> tuple[Markup, frozenset[str]]:
        """What a block prints, and the ids of the facts that went into it."""
        self.page.used.clear()
        self.words.used.clear()
        html = block(*words)
        return html, frozenset(self.page.used | self.words.used)

    def opening(self) -> Markup:
        return self.render("frame", "opening", frame.opening(self.page))

    def closing(self) -> Markup:
        return self.render("frame", "closing", frame.closing(self.page))

    def statements(self, topic: str) -> Markup:
        return self.render("statement", "statements", statement.statements(self.edition.topic(topic), self.page))

    def help_cards(self) -> Markup:
        cards = self.edition.pick(self.edition.contents.help.cards)
        return self.render("statement", "cards", statement.statements(cards, self.page))

    def help_card(self, level: str) -> Markup:
        levels = {card.level: card for card in self.edition.pick(self.edition.contents.help.cards)}
        cards = [look_up(levels, level, "help card")]
        return self.render("statement", "cards", statement.statements(cards, self.page))

    def contacts(self) -> Markup:
        return self.render("lists", "contacts", lists.contacts(self.page))

    def dose_table(self) -> Markup:
        return self.render("dosing", "dose_table", dosing.dose_table(self.page))

    def step_up(self) -> Markup:
        return self.render("schedule", "steps", schedule.schedule("up", self.page))

    def step_down(self) -> Markup:
        return self.render("schedule", "steps", schedule.schedule("down", self.page))

    def times_of_day(self) -> Markup:
        return self.render("schedule", "days", schedule.days(self.page))

    def forms(self) -> Markup:
        return self.render("liquids", "forms", liquids.forms(self.page))

    def liquids(self) -> Markup:
        return self.render("liquids", "liquids", liquids.liquids(self.page))

    def missed_dose(self) -> Markup:
        return self.render("missed", "missed", missed.missed(self.page))

    def too_much_and_too_little(self) -> Markup:
        return self.render("effects", "compare", effects.compare(("too-much-signs", "too-little-signs"), self.page))

    def effects(self, topic: str, name: str) -> Markup:
        return self.render("effects", "effects", effects.effects(topic, name, self.page))

    def trial(self, name: str) -> Markup:
        return self.render("trial", "trial", trial.trial(name, self.page))

    def claims(self) -> Markup:
        return self.render("claims", "claims", claims.claims(self.page))

    def changes(self) -> Markup:
        return self.render("history", "history", history.history(self.page))

    def left_out(self) -> Markup:
        facts = self.edition.pick(self.edition.contents.claims.left_out)
        return self.render("statement", "statements", statement.statements(facts, self.page))

    def left_out_words(self) -> Markup:
        return self.render("lists", "left_out_words", lists.left_out_words(self.page))

    def key_facts(self) -> Markup:
        return self.render("lists", "facts", lists.key_facts(self.page))

    def brands(self) -> Markup:
        return self.render("lists", "facts", lists.brands(self.page))

    def codes(self) -> Markup:
        return self.render("lists", "codes", lists.codes(self.page))

    def question_links(self) -> Markup:
        return self.render("lists", "question_links", lists.question_links(self.page))

    def sheet_links(self) -> Markup:
        return self.render("lists", "sheet_links", sheets.sheet_links(self.page))

    def questions(self) -> Markup:
        return self.render("lists", "questions", lists.questions(self.page))

    def tasks(self) -> Markup:
        return self.render("clinics", "tasks", clinics.tasks(self.page))

    def embed(self) -> Markup:
        snippet = self.render("clinics", "snippet", clinics.snippet(self.page))
        return self.render("clinics", "embed", str(snippet).strip())  # as code: its tags are shown

    def feeds(self) -> Markup:
        return self.render("clinics", "feeds", history.history(self.page))

    def sheet_files(self) -> Markup:
        return self.render("clinics", "sheet_files", None)

    def search_form(self) -> Markup:
        return self.render("search", "search_form", lists.search(self.page))

    def glossary(self) -> Markup:
        return self.render("lists", "glossary", lists.glossary(self.page))

    def all_sources(self) -> Markup:
        return self.render("sources", "all_sources", sources.all_sources(self.page))


def open_edition(folder: Path, region: str, repository: str = "", site: str = "") -> Blocks:
    """The blocks of one edition of the facts in `folder`; `site` is where the whole guide is published. Raises Problems, or Unknown for a region that is not there."""
    return Blocks(Edition(load(folder), region), repository, site)
