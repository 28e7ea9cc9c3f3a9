"""What articles say, checked: the dangerous claims first, then part by part."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from monograph.model.claim import Claim
from monograph.views.page_context import PageContext
from monograph.views.statement import StatementView, statement

VERDICTS = ("supported", "incomplete", "nuance", "unsupported", "contradicted")


@dataclass(frozen=True)
class ClaimView:
    anchor: str
    claim: Markup
    verdict: str
    kind: str
    answer: StatementView
    href: str
    page: str


@dataclass(frozen=True)
class PartView:
    anchor: str
    title: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True)
class ClaimsView:
    count: str
    parts: tuple[PartView, ...]


def claims(page: PageContext) -> ClaimsView:
    """Every claim with its answer for this region."""
    contents = page.edition.contents.claims
    dangerous = sorted(
        (claim for claim in contents.all if claim.dangerous), key=lambda claim: claim.dangerous or 0
    )
    parts = [part("claims-dangerous", dangerous, page)]
    for name, items in contents.parts.items():
        parts.append(part(f"part-{name}", [claim for claim in items if not claim.dangerous], page))
    return ClaimsView(count(contents.all, page), tuple(parts))


def part(key: str, items: list[Claim], page: PageContext) -> PartView:
    return PartView(key, page.phrases.say(key), tuple(claim_view(claim, page) for claim in items))


def claim_view(claim: Claim, page: PageContext) -> ClaimView:
    (answer,) = page.edition.pick(claim.answers)
    page.used.add(claim.id)
    page.anchored.add(claim.id)
    return ClaimView(
        anchor=claim.id,
        claim=page.phrases.prose(claim.claim),
        verdict=page.phrases.say(
            "claim-verdict", verdict=page.phrases.say(f"verdict-{answer.verdict}"), number=claim.number
        ),
        kind=answer.verdict,
        answer=statement(answer, page),
        href=page.link(claim.page),
        page=page.phrases.say(f"page-{claim.page}"),
    )


def count(items: tuple[Claim, ...], page: PageContext) -> str:
    verdicts: Counter[str] = Counter(
        answer.verdict for claim in items for answer in page.edition.pick(claim.answers)
    )
    return page.phrases.say(
        "claims-count", total=len(items), **{verdict: verdicts[verdict] for verdict in VERDICTS}
    )
