"""One page being written: which facts it has cited, which anchors it has set, and where its links lead."""

from dataclasses import dataclass

from monograph.model.edition import Edition
from monograph.model.help import phone_pattern
from monograph.model.history import Change
from monograph.model.problem import Place
from monograph.model.shape import Citation, Fact
from monograph.model.statement import Layered
from monograph.model.wording import figure
from monograph.views.phrases import Phrases


@dataclass(frozen=True)
class Cite:
    """A small numbered link from a fact to its place on the page's evidence page."""

    number: int
    href: str
    label: str


@dataclass(frozen=True)
class Suggest:
    """Where a reader who found a mistake can have it changed."""

    href: str
    label: str


class PageContext:
    """Collects, while its blocks are rendered in order, what its closing needs."""

    def __init__(self, edition: Edition, phrases: Phrases, slug: str, repository: str = "", site: str = ""):
        self.edition, self.phrases, self.slug, self.repository = edition, phrases, slug, repository
        self.site = site.rstrip("/")  # where the guide is published, if anybody said
        self.root = "" if slug == "index" else "../" * (slug.count("/") + 1)
        self.cited: dict[str, Cite] = {}  # the number of each fact that has one, in the order of the page
        self.cited_lines: dict[str, list[Cite]] = {}  # each source with its sections: the numbers it backs
        self.anchored: set[str] = set()
        self.used: set[str] = set()  # facts that went into a block, by id
        self.behind: dict[str, Layered] = {}  # facts for the page of evidence alone, by id
        self.foreign_phone = phone_pattern(edition.foreign_phones)

    def topic(self, name: str) -> tuple[Layered, ...]:
        """The statements of a topic that are for the page; those for the evidence behind it are kept for its
        closing.
        """
        behind = {fact.id: fact for fact in self.edition.of_layer("evidence", name)}
        self.behind |= behind
        self.used.update(behind)
        return self.edition.topic(name)

    def anchor(self, fact: Fact) -> str:
        """The fact's id the first time it stands on this page, then nothing: an anchor is unique."""
        self.used.add(fact.id)
        fresh = fact.id not in self.anchored
        self.anchored.add(fact.id)
        return fact.id if fresh else ""

    def cite(self, fact: Fact | Change) -> tuple[Cite, ...]:
        """One number for all sources of a fact, which counts up on this page and leads to where they stand;
        none where a fact has no source to show.
        """
        if fact.id in self.cited:
            return (self.cited[fact.id],)
        found = {self.edition.contents.cards[name]: where for name, where in self.sources(fact).items()}
        if not found:
            return ()
        number = len(self.cited) + 1
        publishers = "; ".join(dict.fromkeys(card.publisher for card in found))
        label = self.phrases.say("source-label", number=number, publisher=publishers)
        mark = self.cited[fact.id] = Cite(number, f"{EVIDENCE}/#{fact.id}", label)
        for card, where in found.items():
            line = f"{card.publisher}, {card.title}: {', '.join(where)}"
            self.cited_lines.setdefault(line, []).append(mark)
        return (mark,)

    def sources(self, fact: Fact | Change) -> dict[str, list[str]]:
        """The sources of a fact, each once with all its sections.

        A source whose name or section carries another region's phone number is not shown to this region's
        readers.
        """
        sections: dict[str, list[str]] = {}
        for citation in filter(self.is_safe, fact.sources):
            sections.setdefault(citation.id, []).append(citation.where)
        return sections

    def is_safe(self, citation: Citation) -> bool:
        return not self.foreign_phone.search(
            f"{self.edition.contents.cards[citation.id].title} {citation.where}"
        )

    def link(self, slug: str) -> str:
        """The address of another page of this edition, relative to this one."""
        return f"{self.root}{slug}/" if slug != "index" else self.root or "./"

    def suggest(self, place: Place) -> Suggest:
        """The line of the YAML file behind a fact; without a known repository, the page that says how."""
        label = self.phrases.say("suggest", file=place.file, line=figure(place.line))
        href = (
            f"{self.repository}/edit/main/{place.file}#L{place.line}"
            if self.repository
            else f"{self.link('about-site')}#suggest-a-change"
        )
        return Suggest(href, label)

    @property
    def origin(self) -> str:
        """For which country a page is and when it was checked, for what may be printed and parted from it."""
        return self.phrases.say(
            "paper-origin",
            place=self.edition.region_info.name,
            date=self.phrases.day(self.edition.contents.review.last_checked),
        )

    def marks(self, fact: Fact) -> tuple[str, ...]:
        """What a reader must know before trusting a fact: that it is newer than its signature."""
        return (self.phrases.say("mark-changed"),) if fact.id in self.edition.changed else ()

    def reservations(self, fact: Fact) -> tuple[str, ...]:
        """What whoever checks a fact must know about all of its sources: foreign, or second-hand."""
        cards = [self.edition.contents.cards[citation.id] for citation in fact.sources]
        readings = [self.edition.contents.evidence_by_id[row] for row in fact.evidence]
        abroad = cards and all(card.country not in (self.edition.region, "study", "none") for card in cards)
        second_hand = readings and all(reading.read == "secondary" for reading in readings)
        found = {"mark-abroad": abroad, "mark-secondary": second_hand}
        return tuple(self.phrases.say(mark) for mark, holds in found.items() if holds)


EVIDENCE = "evidence"  # the folder of a page that holds its evidence page


def source_anchor(source: str) -> str:
    return f"source-{source.lower()}"
