"""Labelled questions of our own corpus: does this article carry what that one says?

In: stories of the open half (corpus/stories). Out: every clause of every article held against every
other article, which carries it when it carries any golden claim that the clause tells (`told`); for
every golden claim and every source that carries it in full the unit that says it best, held against
every other article (`asked`); and the claim as it is typed, held against every article (`typed`).
What the gold calls partial is passed over. All features are computed by the product itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from bench.reading import articles
from compare import pipeline
from compare.claims import in_order
from compare.matching.carriage import ROW_FEATURES
from compare.matching.clusters import clusters
from compare.matching.features import NAMES, features
from compare.matching.lexical import family
from compare.matching.similarity import Bridge, Matrix
from compare.matching.tokens import sentence_texts, tokens
from compare.matching.units import Unit
from compare.model import TITLE
from compare.resources.matching import Head
from corpus.gold import Claim, Story
from corpus.places import Place, Places, dice
from tools.matching_examples import OPTIONS, Example, pair_of


@dataclass(frozen=True, slots=True)
class Ready:
    """A story with its articles in order: their gold ids, units, what pairs of units are known by,
    and where each unit stands.
    """

    story: Story
    names: list[str]
    sides: list[list[Unit]]
    bridge: Bridge
    known: dict[tuple[int, int], dict[str, Matrix]]
    where: list[list[Place]]


@dataclass(frozen=True, slots=True)
class Question:
    """Does article `other` carry what unit `unit` of article `own` says?"""

    own: int
    other: int
    unit: int
    example: Example


def ready(story: Story) -> Ready:
    """Units, vectors and features of a story."""
    held = articles(story.folder)
    names = {a.id: name for name, a in held.items()}
    order = in_order(list(held.values()))
    read = pipeline.read_names(order, OPTIONS)
    sides = [pipeline.units_of(read, a, OPTIONS) for a in order]
    bridge = pipeline.bridge_of([u for side in sides for u in side], OPTIONS)
    known = {
        (i, j): features(a, b, bridge, OPTIONS)
        for i, a in enumerate(sides)
        for j, b in enumerate(sides)
        if i != j
    }
    ids = [names[a.id] for a in order]
    where = [_where(story, name, side) for name, side in zip(ids, sides, strict=True)]
    return Ready(story, ids, sides, bridge, known, where)


def _where(story: Story, name: str, side: Sequence[Unit]) -> list[Place]:
    """The place of each unit among the letters of the gold's own text."""
    places = Places(story.texts[name])
    found = []
    for unit in side:
        part = unit.segment.part
        text = story.texts[name].part(part)
        same = text[unit.segment.start : unit.segment.end] == unit.segment.text
        span = places.span(part, unit.segment.start, unit.segment.end)
        found.append(span if same else places.find(unit.segment.text))
    return found


def told(one: Ready) -> Iterator[Question]:
    """Every clause, also those that tell no golden claim: no other article carries these, or they
    would be one.
    """
    for own in range(len(one.names)):
        for unit in (n for n, u in enumerate(one.sides[own]) if u.leaf and u.segment.part != TITLE):
            claims = _claims(one, own, unit)
            for other, source in enumerate(one.names):
                said = {c.cells[source].status for c in claims}
                carried = bool(said & {"included", "conflicts"})
                if other != own and (carried or "partial" not in said):
                    yield _question(one, own, other, unit, float(carried))


def _claims(one: Ready, own: int, unit: int) -> list[Claim]:
    """The golden claims that a unit tells, or a part of them."""
    name = one.names[own]
    places = Places(one.story.texts[name])
    return [
        claim
        for claim in one.story.gold.claims
        if dice(
            one.where[own][unit],
            [places.span(s.part, s.start, s.end) for s in claim.cells[name].spans],
        )
    ]


def asked(one: Ready) -> Iterator[Question]:
    """Every claim, asked in the words of each source that carries it in full."""
    for claim in one.story.gold.claims:
        for own, name in enumerate(one.names):
            unit = _unit(one, claim, own)
            if unit is None or claim.cells[name].status != "included":
                continue
            for other, source in enumerate(one.names):
                status = claim.cells[source].status
                if other != own and status != "partial":
                    yield _question(one, own, other, unit, float(status != "absent"))


def _unit(one: Ready, claim: Claim, own: int) -> int | None:
    """The unit that covers a claim's stretches in a source best and holds little else."""
    places = Places(one.story.texts[one.names[own]])
    wanted = [places.span(s.part, s.start, s.end) for s in claim.cells[one.names[own]].spans]
    fit = [dice(place, wanted) for place in one.where[own]]
    best = int(np.argmax(fit))
    return best if fit[best] > 0 else None


def _question(one: Ready, own: int, other: int, unit: int, label: float) -> Question:
    body = [n for n, u in enumerate(one.sides[other]) if u.segment.part != TITLE]
    known = one.known[own, other]
    x = np.stack([known[n][unit, body] for n in NAMES], axis=-1).astype(float)
    pair = pair_of(one.sides[own][0].language, one.sides[other][0].language)
    return Question(own, other, unit, Example(x, label, one.story.gold.slug, pair))


def typed(story: Story) -> Iterator[Example]:
    """Every claim in the gold's own words, held against every article."""
    held = articles(story.folder)
    told = {
        c.id: replace(pipeline.as_article(c.text), id=f"claim {c.id}") for c in story.gold.claims
    }
    read = pipeline.read_names([*held.values(), *told.values()], OPTIONS)
    sides = {name: _body(pipeline.units_of(read, a, OPTIONS)) for name, a in held.items()}
    claims = {
        key: [u for u in pipeline.units_of(read, a, OPTIONS) if u.whole] for key, a in told.items()
    }
    bridge = pipeline.bridge_of(
        [u for s in (*sides.values(), *claims.values()) for u in s], OPTIONS
    )
    told_by = [text for side in sides.values() for text in sentence_texts(side)]
    for claim in story.gold.claims:
        units = claims[claim.id]
        texts = dict.fromkeys((*told_by, *sentence_texts(units)))
        alone = replace(bridge, tokens=tokens({t: bridge.tokens.states[t] for t in texts}))
        yield from _typed(claim, units, sides, alone, story.gold.slug)


def _typed(
    claim: Claim,
    units: Sequence[Unit],
    sides: Mapping[str, Sequence[Unit]],
    bridge: Bridge,
    slug: str,
) -> Iterator[Example]:
    for name, side in sides.items():
        status = claim.cells[name].status
        if status != "partial":
            known = features(units, side, bridge, OPTIONS)
            x = np.stack([known[n].min(axis=0) for n in NAMES], axis=-1).astype(float)
            pair = pair_of(units[0].language, side[0].language)
            yield Example(x, float(status != "absent"), slug, pair)


def _body(side: Sequence[Unit]) -> list[Unit]:
    return [u for u in side if u.segment.part != TITLE]


def row_examples(one: Ready, made: Mapping[str, Head]) -> Iterator[Example]:
    """The cells of the rows that `made` makes of a story: an article carries a row when it carries
    any golden claim that the row's units in the other articles tell.
    """
    noted = Recorder({}, 0.0)
    bridge = replace(one.bridge, heads={**made, "row.same": noted, "row.cross": noted})
    number = {id(u.segment): (n, k) for n, side in enumerate(one.sides) for k, u in enumerate(side)}
    for row in clusters(one.sides, bridge, OPTIONS):
        for side, name in enumerate(one.names):
            found = row.candidates[one.sides[side][0].segment.article]
            units = [number[id(m)] for m in row.members]
            others = [(n, k) for n, k in units if n != side]
            if not found or not others:
                continue
            said = {c.cells[name].status for n, k in others for c in _claims(one, n, k)}
            carried = bool(said & {"included", "conflicts"})
            if carried or "partial" not in said:
                known = noted.asked[round(found[0].chance) - 1]
                x = np.array([known[n] for n in ROW_FEATURES])
                tongues = {family(one.sides[n][0].language) for n, _ in others}
                tongue = family(one.sides[side][0].language)
                pair = pair_of(tongue, tongue if tongue in tongues else min(tongues))
                yield Example(x, float(carried), one.story.gold.slug, pair)


@dataclass(frozen=True, slots=True)
class Recorder(Head):
    """A head that notes what it is asked and answers with the number of the question."""

    asked: list[dict[str, float]] = field(default_factory=list)

    def probability(self, features: Mapping[str, Matrix]) -> Matrix:
        """The number of this question, counted from 1."""
        self.asked.append({name: float(value) for name, value in features.items()})
        return np.float32(len(self.asked))  # type: ignore[return-value]


def answers(one: Ready, made: Mapping[str, Head]) -> Iterator[tuple[Question, float]]:
    """Every claim asked in the words of a source, with the chance that a row of these words has in
    the other article; of a sentence of several clauses the row that is surest.
    """
    bridge = replace(one.bridge, heads=dict(made))
    spots: dict[tuple[str, str, int, str], float] = {}
    sentences: dict[tuple[str, int, str], float] = {}
    for row in clusters(one.sides, bridge, OPTIONS):
        for article, found in row.candidates.items():
            if found:
                for m in row.members:
                    key = (m.article, m.sentence, article)
                    spots[m.article, m.part, m.start, article] = found[0].chance
                    sentences[key] = max(sentences.get(key, 0.0), found[0].chance)
    for question in asked(one):
        unit = one.sides[question.own][question.unit]
        own, other = unit.segment, one.sides[question.other][0].segment.article
        spot = (own.article, own.part, own.start, other)
        if unit.leaf and spot in spots:
            yield question, spots[spot]
        elif not unit.leaf and (own.article, unit.sentence, other) in sentences:
            yield question, sentences[own.article, unit.sentence, other]
