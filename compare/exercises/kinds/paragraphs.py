"""Match the paragraphs: which passage of the other text shares a claim with this one?

In: facts. Out: rows of one paragraph of a text, with the paragraphs of another text to choose
from, and "no partner". Paragraphs match when a claim is sure in both. A paragraph is asked only
when all that it claims is sure in the other text, for else a partner could have been missed. The
pair of texts is the one that gives most rows, of two languages if possible.
"""

from __future__ import annotations

from itertools import permutations

from compare.exercises.facts import Facts, Kind
from compare.exercises.parts import MATCH, Citation, Option, Point, Prompt
from compare.exercises.rows import NO_PARTNER
from compare.exercises.stakes import arguable
from compare.model import BODY, CARRIED, Claim, Evidence, Source
from compare.reports.words import say
from compare.text.counts import word_count


def drafts(facts: Facts) -> list[Prompt]:
    """The drafts of the pair of texts that gives most."""
    pairs = list(permutations(facts.sources, 2))
    drafted = [_pair(facts, *pair) for pair in pairs]
    bonus = facts.options.exercise_paragraph_languages
    worth = [_worth(*pair, found, bonus) for pair, found in zip(pairs, drafted, strict=True)]
    best = max(worth, default=0)
    return drafted[worth.index(best)] if best > 1 else []


def _worth(left: Source, right: Source, found: list[Prompt], bonus: int) -> int:
    partners = sum(d.scored and d.points[0].accepted != (NO_PARTNER,) for d in found)
    across = left.article.language[:2] != right.article.language[:2]
    return partners + bonus * (across and partners > 1)


def _pair(facts: Facts, left: Source, right: Source) -> list[Prompt]:
    whole = _whole(facts, right)
    options = (*whole, Option(NO_PARTNER, say("paragraphs.none")))
    asked = _whole(facts, left) if len(whole) > 1 else []
    return [draft for one in asked for draft in _drafts(facts, left, right, one, options)]


def _whole(facts: Facts, source: Source) -> list[Option]:
    """Paragraphs that are shown whole and long enough to have a partner."""
    article, end = source.article, facts.shown[source.id]
    every = [
        Option(str(n), article.text[p.start : p.end], p.language)
        for n, p in enumerate(article.paragraphs)
        if p.end <= end
    ]
    least = facts.options.exercise_paragraph_words
    return [option for option in every if word_count(option.text) >= least]


def _drafts(
    facts: Facts, left: Source, right: Source, asked: Option, options: tuple[Option, ...]
) -> list[Prompt]:
    """The row of a paragraph, when it claims something and every partner can be chosen. It is
    scored when each claim is sure in both, and not told by the other text's headline alone.
    """
    told = {c.id: _places(facts, c, left).get(asked.key, ()) for c in facts.comparison.claims}
    claims = [claim for claim in facts.comparison.claims if told[claim.id]]
    theirs = {claim.id: _places(facts, claim, right) for claim in claims}
    partners = {place for places in theirs.values() for place in places}
    if not claims or not partners <= {option.key for option in options}:
        return []
    scored = all(
        facts.sure(claim, left)
        and facts.sure(claim, right)
        and (theirs[claim.id] or claim.cells[right.id].status not in CARRIED)
        for claim in claims
    )
    cited: list[Citation] = []
    for claim in claims:
        cited += [facts.cite(left, span, claim) for span in told[claim.id]]
        cited += facts.proof(claim, right)
    point = Point(
        say("paragraphs.ask", left=facts.labels[left.id], right=facts.labels[right.id]),
        options,
        (tuple(sorted(partners, key=int)) or (NO_PARTNER,)) if scored and cited else (),
        tuple(dict.fromkeys(cited)),
        "" if scored else say("why.unsure"),
        talk=say("discuss.paragraph", label=facts.labels[right.id]),
    )
    if not scored and not any(arguable(claim, facts) for claim in claims):
        return []
    name, group = f"{left.id} {asked.key}", "partner" if partners else "none"
    about = tuple(claim.id for claim in claims)
    return [Prompt(name, (point,), asked.text, asked.language, balance=group, claims=about)]


def _places(facts: Facts, claim: Claim, source: Source) -> dict[str, list[Evidence]]:
    """Body paragraph -> the spans in it that tell a claim."""
    found: dict[str, list[Evidence]] = {}
    for span in facts.visible(claim, source):
        if span.part == BODY and span.paragraph is not None:
            found.setdefault(str(span.paragraph), []).append(span)
    return found


KIND = Kind("paragraphs", drafts, MATCH, base=3, each=1.5, sources=2, least=2, most=8)
