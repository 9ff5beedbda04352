"""Headline against body: which claim of the article does its headline state?

In: facts. Out: a row an article: claims that are sure in it, one of which its headline states. The
wrong answers are claims of the same body that share few words with the headline, because a claim
that the headline half states would be right as well.
"""

from __future__ import annotations

from compare.exercises.facts import Facts, Kind, Worded
from compare.exercises.parts import COMPARE, Option, Point, Prompt
from compare.exercises.rows import digest
from compare.model import BODY, INCLUDED, TITLE, Source
from compare.reports.words import say
from compare.text.scripts import to_simplified
from compare.text.words import grams


def drafts(facts: Facts) -> list[Prompt]:
    """A draft for every claim in a headline that also stands in the body, then the headlines
    themselves, to be talked about.
    """
    found = []
    for source in facts.sources:
        parts = {one.claim.id: _parts(one, source, facts) for one in facts.claims}
        wrong = [one for one in facts.claims if parts[one.claim.id] == {BODY}]
        wrong = [one for one in wrong if _is_far(one, source, facts)]
        for right in (one for one in facts.claims if {TITLE, BODY} <= parts[one.claim.id]):
            count = facts.level.options - 1
            longest = facts.options.exercise_headline_length
            others = nearest_in_length(right.text, wrong, count, facts.seed, longest)
            if len(others) >= facts.options.exercise_headline_wrong:
                found.append(_draft(facts, source, right, others))
    return found + [_open(facts, source) for source in facts.sources if source.article.title]


def nearest_in_length(
    text: str, wrong: list[Worded], count: int, seed: str, most: float
) -> list[Worded]:
    """Wrong answers about as long as the right one, at `most` so many times longer or shorter; half
    of them longer where there are such.
    """
    size = max(1, len(text))
    near = [c for c in wrong if 1 / most <= len(c.text) / size <= most]
    near = sorted(near or wrong, key=lambda c: digest(seed, text, c.claim.id))
    half = (count + (digest(seed, text) < "8")) // 2
    longer = [c for c in near if len(c.text) >= size][:half]
    shorter = [c for c in near if len(c.text) < size][: count - half]
    chosen = [*longer, *shorter]
    return [*chosen, *(c for c in near if c not in chosen)][:count]


def shared(text: str, title: str) -> float:
    """Share of the shorter text's character pairs that the other has too."""
    one, other = (set(grams(to_simplified(t), (2,))) for t in (text, title))
    return len(one & other) / max(1, min(len(one), len(other)))


def _parts(one: Worded, source: Source, facts: Facts) -> set[str]:
    """Where a text surely tells a claim: headline, body."""
    told = facts.tells(one.claim, source, (INCLUDED,))
    return {e.part for e in facts.visible(one.claim, source)} if told else set()


def _is_far(one: Worded, source: Source, facts: Facts) -> bool:
    proof, most = facts.visible(one.claim, source), facts.options.exercise_headline_shared
    return all(shared(e.quote, source.article.title) <= most for e in proof)


def _draft(facts: Facts, source: Source, right: Worded, wrong: list[Worded]) -> Prompt:
    claim = right.claim
    point = Point(
        say("headlines.ask", label=facts.labels[source.id]),
        tuple(Option(one.claim.id, one.text, one.language) for one in (right, *wrong)),
        (claim.id,),
        facts.proof(claim, source),
        shuffle=True,
    )
    name = f"{source.id} {claim.id}"
    return Prompt(name, (point,), balance=source.id, claims=(claim.id,))


def _open(facts: Facts, source: Source) -> Prompt:
    cited = facts.spot(source, TITLE, 0, len(source.article.title))
    ask = say("headlines.ask", label=facts.labels[source.id])
    talk = say("discuss.headline", label=facts.labels[source.id])
    point = Point(ask, citations=(cited,), why=say("why.headline"), talk=talk)
    return Prompt(f"{source.id} title", (point,), quoted=(cited,), balance=source.id)


KIND = Kind("headlines", drafts, each=1.5, talk=True, strand=COMPARE)
