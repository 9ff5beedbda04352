"""Match the paragraphs: which passage of the other text shares a claim with this one?

In: facts. Out: rows of one paragraph of a text, with the paragraphs of another text to choose
from, and "no partner". Paragraphs match when a claim is sure in both. A paragraph is asked only
when all that it claims is sure in the other text, for else a partner could have been missed. The
pair of texts is the one that gives most rows, of two languages if possible.
"""

from __future__ import annotations

from itertools import permutations

from compare.exercises.excerpts import words
from compare.exercises.facts import Facts, paragraph_text
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import MATCH, Citation, Draft, Option, Point
from compare.exercises.rows import NO_PARTNER
from compare.model import BODY, CARRIED, Claim, Source
from compare.reports.words import say

LEAST_WORDS = 12
LANGUAGES_BONUS = 3


def drafts(facts: Facts) -> list[Draft]:
    """The drafts of the pair of texts that gives most."""
    best: list[Draft] = []
    best_worth = 0
    for left, right in permutations(facts.sources, 2):
        found = _pair(facts, left, right)
        partners = sum(d.points[0].accepted != (NO_PARTNER,) for d in found if d.points[0].scored)
        across = left.article.language[:2] != right.article.language[:2]
        worth = partners + LANGUAGES_BONUS * (across and partners > 1)
        if worth > best_worth:
            best, best_worth = found, worth
    return best if best_worth > 1 else []


def _pair(facts: Facts, left: Source, right: Source) -> list[Draft]:
    options = tuple(
        Option(str(n), paragraph_text(right.article, n), right.article.paragraphs[n].language)
        for n in _whole(facts, right)
    )
    if len(options) < 2:
        return []
    none = Option(NO_PARTNER, say("paragraphs.none"))
    return [
        draft
        for n in _whole(facts, left)
        if (draft := _draft(facts, left, right, n, (*options, none))) is not None
    ]


def _whole(facts: Facts, source: Source) -> list[int]:
    """Paragraphs that are shown whole and long enough to have a partner."""
    article, end = source.article, facts.shown[source.id].end
    return [
        n
        for n, paragraph in enumerate(article.paragraphs)
        if paragraph.end <= end and words(paragraph_text(article, n)) >= LEAST_WORDS
    ]


def _draft(
    facts: Facts, left: Source, right: Source, n: int, options: tuple[Option, ...]
) -> Draft | None:
    claims = [c for c in facts.comparison.claims if n in _places(facts, c, left)]
    if not claims:
        return None
    scored = all(_settled(facts, c, left, right) for c in claims)
    partners = sorted({place for c in claims for place in _places(facts, c, right)})
    known = {option.key for option in options}
    if any(str(place) not in known for place in partners):
        return None
    accepted = tuple(map(str, partners)) or (NO_PARTNER,)
    proof = _proof(facts, claims, left, right, n)
    text = paragraph_text(left.article, n)
    prompt = say("paragraphs.ask", left=facts.labels[left.id], right=facts.labels[right.id])
    why = "" if scored else say("why.unsure")
    point = Point(prompt, options, accepted if scored else (), proof, scored and bool(proof), why)
    balance = "none" if not partners else "partner"
    language = left.article.paragraphs[n].language
    names = tuple(c.id for c in claims)
    rank = 10 * (not scored)
    return Draft(f"{left.id} {n}", (point,), text, language, (), rank, balance, claims=names)


def _settled(facts: Facts, claim: Claim, left: Source, right: Source) -> bool:
    """True when a claim is sure in both, and not told by the other text's headline alone."""
    told = facts.cell(claim, right).status in CARRIED
    sure = facts.sure(claim, left) and facts.sure(claim, right)
    return sure and (not told or bool(_places(facts, claim, right)))


def _places(facts: Facts, claim: Claim, source: Source) -> set[int]:
    """The body paragraphs in which a claim is told."""
    return {
        e.paragraph
        for e in facts.visible(claim, source)
        if e.part == BODY and e.paragraph is not None
    }


def _proof(
    facts: Facts, claims: list[Claim], left: Source, right: Source, n: int
) -> tuple[Citation, ...]:
    found = []
    for claim in claims:
        found += [
            facts.cite(left, e, claim) for e in facts.visible(claim, left) if e.paragraph == n
        ]
        found += list(facts.proof(claim, right))
    return tuple(dict.fromkeys(found))


KIND = Kind("paragraphs", drafts, MATCH, base=3, each=1.5, sources=2, least=2, most=8)
