"""Short lists of facts that answer a word: key facts, names, codes, questions, glossary."""

from dataclasses import dataclass

from markupsafe import Markup

from monograph.views.dosing import dose_in_a_line
from monograph.views.page_context import Cite, PageContext
from monograph.views.statement import Cited, cited


@dataclass(frozen=True)
class Line:
    """A word and what stands beside it."""

    term: Markup | str
    answer: Cited


@dataclass(frozen=True)
class ListView:
    caption: str
    how_to_read: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def key_facts(page: PageContext) -> ListView:
    """The adult doses, the missed-dose rule and how to come off, in one small table."""
    phrases, contents = page.phrases, page.edition.contents
    doses = page.edition.adult_doses
    lines = [
        Line(phrases.say(f"key-{dose.part}"), cited(dose, dose_in_a_line(dose, phrases), page))
        for dose in doses
    ]
    for key, fact in (
        ("key-missed", page.edition.pick(contents.missed)[0]),
        ("key-stop", page.topic("coming-off")[0]),
    ):
        said = fact.text or f"{phrases.say('not-known')}. {fact.not_known}"
        lines.append(Line(phrases.say(key), cited(fact, said, page)))
    return ListView(
        phrases.say("key-facts-caption"),
        "",
        (phrases.say("fact"), phrases.say("answer")),
        tuple(lines),
    )


def brands(page: PageContext) -> ListView:
    """The names on packs in this region."""
    phrases, facts = page.phrases, page.edition.pick(page.edition.contents.medicine.brands)
    lines = tuple(
        Line(
            fact.name,
            cited(fact, f"{fact.form} ({phrases.say('brand-former')})" if fact.former else fact.form, page),
        )
        for fact in facts
    )
    return ListView(
        phrases.say("names-caption"),
        phrases.say("names-how-to-read"),
        (phrases.say("brand-name"), phrases.say("form")),
        lines,
    )


@dataclass(frozen=True)
class CodeRow:
    system: str
    code: str
    means: Cited


@dataclass(frozen=True)
class CodesView:
    rows: tuple[CodeRow, ...]


def codes(page: PageContext) -> CodesView:
    """Codes for record systems; one that nobody has read in its register says so."""
    facts = page.edition.pick(page.edition.contents.medicine.codes)
    rows = tuple(
        CodeRow(
            fact.system, fact.code, cited(fact, ". ".join(filter(None, (fact.means, fact.unconfirmed))), page)
        )
        for fact in facts
    )
    return CodesView(rows)


def left_out_words(page: PageContext) -> str:
    """The words left out of the reading score, so that anybody can work it out again."""
    return ", ".join(sorted(page.edition.left_out_words, key=str.lower))


@dataclass(frozen=True)
class QuestionView:
    anchor: str
    ask: Markup
    answer: Markup
    more: Markup | None
    href: str
    page: str
    cites: tuple[Cite, ...]
    marks: tuple[str, ...]


def questions(page: PageContext) -> tuple[QuestionView, ...]:
    """What people ask, the most dangerous first, each with the page that says more."""
    phrases = page.phrases
    return tuple(
        QuestionView(
            anchor=page.anchor(fact),
            ask=phrases.prose(fact.ask),
            answer=phrases.prose(fact.answer),
            more=phrases.prose(fact.more) if fact.more else None,
            href=page.link(fact.page),
            page=phrases.say(f"page-{fact.page}"),
            cites=page.cite(fact),
            marks=page.marks(fact),
        )
        for fact in page.edition.pick(page.edition.contents.questions)
    )


def glossary(page: PageContext) -> tuple[Line, ...]:
    """Words that leaflets and doctors use, in the order of the alphabet."""
    facts = sorted(page.edition.pick(page.edition.contents.glossary), key=lambda fact: fact.word.lower())
    return tuple(Line(fact.word, cited(fact, fact.means, page)) for fact in facts)
