"""Headline against body: which claim of the article does its headline state?

In: facts. Out: a row an article: claims that are sure in it, one of which its headline states. The
wrong answers are claims of the same body that share few words with the headline, because a claim
that the headline half states would be right as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.exercises.facts import Facts
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import Citation, Draft, Option, Point, Quoted
from compare.exercises.seeds import digest
from compare.model import BODY, INCLUDED, TITLE, Claim, Source
from compare.reports.words import say
from compare.text.scripts import to_simplified
from compare.text.words import grams

SHARED_MOST = 0.2
LENGTH_MOST = 1.8
WRONG_LEAST = 2


def drafts(facts: Facts) -> list[Draft]:
    """A draft for every claim in a headline that also stands in the body."""
    found = []
    for source in facts.sources:
        stated = [c for c in facts.claims() if _stands(c[0], source, facts, TITLE)]
        stated = [c for c in stated if _stands(c[0], source, facts, BODY)]
        wrong = [c for c in facts.claims() if _only_body(c[0], source, facts)]
        for claim, text, language in stated:
            options = nearest_in_length(text, wrong, facts.level.options - 1, facts.seed)
            if len(options) >= WRONG_LEAST:
                found.append(_draft(facts, source, (claim, text, language), options))
    return found + [_open(facts, source) for source in facts.sources if source.article.title]


def nearest_in_length(
    text: str, wrong: Sequence[tuple[Claim, str, str]], count: int, seed: str
) -> list[tuple[Claim, str, str]]:
    """Wrong answers about as long as the right one, half of them longer where there are such."""
    size = max(1, len(text))
    near = [c for c in wrong if 1 / LENGTH_MOST <= len(c[1]) / size <= LENGTH_MOST]
    near = sorted(near or wrong, key=lambda c: digest(seed, text, c[0].id))
    longer = [c for c in near if len(c[1]) >= size]
    shorter = [c for c in near if len(c[1]) < size]
    half = (count + 1) // 2 if digest(seed, text) < "8" else count // 2
    chosen = [*longer[:half], *shorter[: count - half]]
    rest = [c for c in near if c not in chosen]
    return [*chosen, *rest][:count]


def shared(text: str, title: str) -> float:
    """Share of the shorter text's character pairs that the other has too."""
    one, other = (set(grams(to_simplified(t), (2,))) for t in (text, title))
    return len(one & other) / max(1, min(len(one), len(other)))


def _stands(claim: Claim, source: Source, facts: Facts, part: str) -> bool:
    proof = facts.visible(claim, source)
    told = facts.cell(claim, source).status == INCLUDED and facts.sure(claim, source)
    return told and any(e.part == part for e in proof)


def _only_body(claim: Claim, source: Source, facts: Facts) -> bool:
    """True for a sure claim of the body that the headline is far from."""
    if not _stands(claim, source, facts, BODY):
        return False
    proof = facts.visible(claim, source)
    title = source.article.title
    far = all(shared(e.quote, title) <= SHARED_MOST for e in proof)
    return far and not any(e.part == TITLE for e in proof)


def _draft(
    facts: Facts,
    source: Source,
    right: tuple[Claim, str, str],
    wrong: Sequence[tuple[Claim, str, str]],
) -> Draft:
    options = tuple(Option(c.id, text, language) for c, text, language in (right, *wrong))
    point = Point(
        say("headlines.ask", label=facts.labels[source.id]),
        options,
        (right[0].id,),
        facts.proof(right[0], source),
        shuffle=True,
    )
    name = f"{source.id} {right[0].id}"
    return Draft(name, (point,), balance=source.id, claims=(right[0].id,))


def _open(facts: Facts, source: Source) -> Draft:
    """The headline itself, to be talked about."""
    article = source.article
    title = article.title
    label = facts.labels[source.id]
    cited = Citation(source.id, TITLE, 0, len(title), title, f"{label}0", article.language)
    point = Point(
        say("headlines.ask", label=label), (), (), (cited,), scored=False, why=say("why.headline")
    )
    quoted = (Quoted(cited.place, title, article.language),)
    return Draft(f"{source.id} title", (point,), quoted=quoted, rank=10, balance=source.id)


KIND = Kind("headlines", drafts, base=2, each=1.5, talk=True)
