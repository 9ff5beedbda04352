"""Match the paragraphs: which passage of the other text shares a claim with this one?

In: facts. Out: rows of one paragraph of a text, with the paragraphs of another text to choose
from, and "no partner". Paragraphs match when a claim is sure in both. A paragraph is asked only
when all that it claims is sure in the other text, for else a partner could have been missed. The
pair of texts is the one that gives most rows, of two languages if possible.
"""

from __future__ import annotations

from itertools import permutations

from compare.exercises.excerpts import words
from compare.exercises.facts import Facts, Kind
from compare.exercises.parts import MATCH, Citation, Draft, Option, Point
from compare.exercises.rows import NO_PARTNER
from compare.model import BODY, CARRIED, Claim, Source
from compare.reports.words import say

LEAST_WORDS = 12
LANGUAGES_BONUS = 3


def drafts(facts: Facts) -> list[Draft]:
    """The drafts of the pair of texts that gives most."""
    pairs = [
        (left, right, _pair(facts, left, right)) for left, right in permutations(facts.sources, 2)
    ]
    worth = [_worth(*pair) for pair in pairs]
    best = max(worth, default=0)
    return pairs[worth.index(best)][2] if best > 1 else []


def _worth(left: Source, right: Source, found: list[Draft]) -> int:
    partners = sum(d.scored and d.points[0].accepted != (NO_PARTNER,) for d in found)
    across = left.article.language[:2] != right.article.language[:2]
    return partners + LANGUAGES_BONUS * (across and partners > 1)


def _pair(facts: Facts, left: Source, right: Source) -> list[Draft]:
    options = _whole(facts, right)
    none = Option(NO_PARTNER, say("paragraphs.none"))
    if len(options) < 2:
        return []
    return [
        draft
        for asked in _whole(facts, left)
        for draft in _drafts(facts, left, right, asked, (*options, none))
    ]


def _whole(facts: Facts, source: Source) -> list[Option]:
    """Paragraphs that are shown whole and long enough to have a partner."""
    article, end = source.article, facts.shown[source.id].end
    every = [
        Option(str(n), article.text[p.start : p.end], p.language)
        for n, p in enumerate(article.paragraphs)
        if p.end <= end
    ]
    return [option for option in every if words(option.text) >= LEAST_WORDS]


def _drafts(
    facts: Facts, left: Source, right: Source, asked: Option, options: tuple[Option, ...]
) -> list[Draft]:
    """The row of a paragraph, when it claims something and every partner can be chosen."""
    claims = [c for c in facts.comparison.claims if asked.key in _places(facts, c, left)]
    partners = {place for claim in claims for place in _places(facts, claim, right)}
    if not claims or not partners <= {option.key for option in options}:
        return []
    scored = all(_settled(facts, claim, left, right) for claim in claims)
    accepted = tuple(sorted(partners, key=int)) or (NO_PARTNER,)
    proof = _proof(facts, claims, left, right, asked.key)
    prompt = say("paragraphs.ask", left=facts.labels[left.id], right=facts.labels[right.id])
    why = "" if scored else say("why.unsure")
    point = Point(prompt, options, accepted if scored and proof else (), proof, why)
    return [
        Draft(
            f"{left.id} {asked.key}",
            (point,),
            asked.text,
            asked.language,
            balance="partner" if partners else "none",
            claims=tuple(claim.id for claim in claims),
        )
    ]


def _settled(facts: Facts, claim: Claim, left: Source, right: Source) -> bool:
    """True when a claim is sure in both, and not told by the other text's headline alone."""
    told = claim.cells[right.id].status in CARRIED
    sure = facts.sure(claim, left) and facts.sure(claim, right)
    return sure and (not told or bool(_places(facts, claim, right)))


def _places(facts: Facts, claim: Claim, source: Source) -> set[str]:
    """The body paragraphs in which a claim is told."""
    return {
        str(e.paragraph)
        for e in facts.visible(claim, source)
        if e.part == BODY and e.paragraph is not None
    }


def _proof(
    facts: Facts, claims: list[Claim], left: Source, right: Source, place: str
) -> tuple[Citation, ...]:
    found: list[Citation] = []
    for claim in claims:
        here = [e for e in facts.visible(claim, left) if str(e.paragraph) == place]
        found += [facts.cite(left, e, claim) for e in here]
        found += facts.proof(claim, right)
    return tuple(dict.fromkeys(found))


KIND = Kind("paragraphs", drafts, MATCH, base=3, each=1.5, sources=2, least=2, most=8)
