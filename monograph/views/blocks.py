"""The blocks that a page can ask for."""

import re
from collections.abc import Callable

from markupsafe import Markup

from monograph.model.edition import Edition
from monograph.model.problem import look_up, nearest
from monograph.model.statement import Card
from monograph.views import (
    claims,
    clinics,
    contacts,
    dosing,
    downloads,
    effects,
    frame,
    history,
    home,
    liquids,
    lists,
    missed,
    pictures,
    schedule,
    search,
    sheets,
    sources,
    statement,
    trial,
)
from monograph.views.page_context import PageContext
from monograph.views.phrases import Phrases
from monograph.views.render import render

UNDEFINED = re.compile(r"'(\w+)' is undefined")  # how Jinja tells it
NOT_BLOCKS = ("turn_to", "hold", "render", "advice", "used_by")


def block(template: str, macro: str, view: Callable[[PageContext], object]) -> Callable[["Blocks"], Markup]:
    """A block that a page asks for without more words:
    one macro of a template, given one view of the page.
    """

    def made(blocks: "Blocks") -> Markup:
        return blocks.render(template, macro, view(blocks.page))

    made.__doc__ = view.__doc__
    return made


class Blocks:
    """What docs/ can ask for: each public method renders one block of HTML for the page being written.

    A page is turned to first (`turn_to`), begins with `opening` and ends with `closing`, which lists the
    sources cited between them.
    """

    def __init__(self, edition: Edition, repository: str = "", site: str = ""):
        self.edition, self.repository, self.site = edition, repository, site
        self.phrases = Phrases(edition)
        self.name = self.phrases.name
        self.given: dict[str, object] = {"name": self.name}  # what a page may write besides blocks
        self.turn_to("index")
        known = dict.fromkeys(name for kind in reversed(type(self).__mro__[:-1]) for name in vars(kind))
        self.offered = [name for name in known if name not in NOT_BLOCKS and not name.startswith("_")]

    def turn_to(self, slug: str) -> None:
        """Begins a new page: nothing is cited on it yet, and its links lead from `slug`."""
        self.page = PageContext(self.edition, self.phrases, slug, self.repository, self.site)

    def advice(self, error: str) -> str:
        """What to write instead, after an error that tells of a block that is not there; else nothing."""
        unknown = UNDEFINED.search(error)
        return f"; {nearest(unknown[1], self.offered)}" if unknown else ""

    def render(self, template: str, macro: str, view: object) -> Markup:
        return render(template, macro, view, self.phrases)

    def used_by(self, block: Callable[..., Markup], *words: str) -> tuple[Markup, frozenset[str]]:
        """What a block prints, and the ids of the facts that went into it."""
        self.page.used.clear()
        self.phrases.used.clear()
        html = block(*words)
        return html, frozenset(self.page.used | self.phrases.used)

    closing = block("frame", "closing", frame.closing)
    crisis_lines = block("lists", "contacts", contacts.crisis_lines)
    report = block("lists", "contacts", contacts.report)
    without_voice = block("lists", "contacts", contacts.without_voice)
    contacts = block("lists", "contacts", contacts.contacts)
    dose_table = block("dosing", "dose_table", dosing.dose_table)
    times_of_day = block("schedule", "days", schedule.days)
    forms = block("liquids", "forms", liquids.forms)
    liquids = block("liquids", "liquids", liquids.liquids)
    missed_dose = block("missed", "missed", missed.missed)
    halved_tablet = block("pictures", "halved", pictures.halved_tablet)
    hospital_bag = block("pictures", "bag", pictures.hospital_bag)
    claims = block("claims", "claims", claims.claims)
    changes = block("history", "history", history.history)
    left_out_words = block("lists", "left_out_words", lists.left_out_words)
    key_facts = block("lists", "facts", lists.key_facts)
    brands = block("lists", "facts", lists.brands)
    codes = block("lists", "codes", lists.codes)
    doors = block("home", "doors", home.doors)
    find = block("home", "find", search.address)
    question_groups = block("home", "groups", home.groups)
    stop_warning = block("home", "stop_warning", home.stop_warning)
    sheet_links = block("lists", "links", sheets.sheet_links)
    type_code = block("lists", "elsewhere", sheets.type_code)
    downloads = block("lists", "links", downloads.downloads)
    questions = block("lists", "questions", lists.questions)
    tasks = block("clinics", "tasks", clinics.tasks)
    feeds = block("clinics", "feeds", history.feed)
    search_form = block("search", "search_form", search.search)
    glossary = block("lists", "glossary", lists.glossary)
    all_sources = block("sources", "all_sources", sources.all_sources)

    def opening(self, whole: str = "") -> Markup:
        """How every page begins: the stop warning, a line of it where the page `whole` has all of it; what
        the page says in short; whether anyone has checked it.
        """
        return self.render("frame", "opening", frame.opening(self.page, whole))

    def statements(self, topic: str) -> Markup:
        """The statements of one topic, such as "with-food" in data/taking.yml."""
        return self.render("statement", "statements", statement.statements(self.page.topic(topic), self.page))

    def help_cards(self) -> Markup:
        """Every card of who to call and when, the most urgent first."""
        cards = self.edition.pick(self.edition.contents.help.cards)
        return self.render("statement", "cards", statement.cards(cards, self.page))

    def help_card(self, level: str) -> Markup:
        """The card of one level: "now", "urgent" or "ask"."""
        levels: dict[str, Card] = {
            card.level: card for card in self.edition.pick(self.edition.contents.help.cards)
        }
        found = statement.card(look_up(levels, level, "help card"), self.page)
        return self.render("statement", "card", found)

    def step_up(self) -> Markup:
        """How the dose goes up at the beginning, step by step."""
        return self.render("schedule", "steps", schedule.schedule("up", self.page))

    def step_down(self) -> Markup:
        """How the dose goes down before it ends, step by step."""
        return self.render("schedule", "steps", schedule.schedule("down", self.page))

    def time_lines(self, topic: str) -> Markup:
        """The hours that statements of a topic tell, drawn on lines."""
        return self.render("pictures", "time_lines", pictures.time_lines(topic, self.page))

    def too_much_and_too_little(self) -> Markup:
        """The signs of too much and of too little, side by side."""
        return self.render(
            "effects", "compare", effects.compare(("too-much-signs", "too-little-signs"), self.page)
        )

    def effects(self, topic: str) -> Markup:
        """Unwanted effects of one topic as rows, each with a bar of how many people in 100 it happens to."""
        return self.render("effects", "effects", statement.statements(self.page.topic(topic), self.page))

    def care(self, topic: str) -> Markup:
        """The statements of one topic as cards of who to call and when."""
        return self.render("statement", "care", statement.cards(self.page.topic(topic), self.page))

    def trial(self, name: str) -> Markup:
        """What one trial found, with a picture of people."""
        return self.render("trial", "trial", trial.trial(name, self.page))

    def claims_of(self, part: str) -> Markup:
        """The claims of one part of the article, such as "risks", with their answers."""
        return self.render("claims", "claims_of", claims.claims_of(part, self.page))

    def left_out(self) -> Markup:
        """What articles say and nothing here answers."""
        facts = self.edition.pick(self.edition.contents.claims.left_out)
        return self.render("statement", "statements", statement.statements(facts, self.page))

    def sheet(self, name: str) -> Markup:
        """The way to one sheet to print, such as "my-day", beside the task that it serves."""
        return self.render("lists", "sheets", sheets.offered(name, self.page))

    def embed(self) -> Markup:
        """The lines by which a clinic shows the stop warning on a page of its own."""
        snippet = self.render("clinics", "snippet", clinics.snippet(self.page))
        return self.render("clinics", "embed", str(snippet).strip())  # as code: its tags are shown

    def sheet_files(self) -> Markup:
        """The files of all sheets; they are listed once the PDFs are made."""
        return self.render("clinics", "sheet_files", None)
