"""Pairs of facts of the corpus, with whether they are of one thing.

In: folders of stories with their gold. Out: examples: features of a pair, and whether both stand in
one fact or one claim of the gold. A pair of which the gold knows neither is no example; nor one of
equal values of which it knows one, since what the gold does not list may still be of one thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench.reading import articles
from compare import facts, pipeline
from compare.facts.likeness import features
from compare.model import Article, Fact
from compare.options import Options
from compare.reading.speech.days import speech
from corpus.gold import Story, read
from corpus.places import Place, Places, normal
from corpus.scoring import places_of

OPTIONS = Options()
_ALIKE = ({"date", "period", "duration"}, {"number", "share", "money"})


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of facts of one kind from two articles."""

    kind: str
    features: dict[str, float]
    same: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What the gold says of a fact: ids of its facts, and of the claims that it alone of its kind
    proves.
    """

    facts: frozenset[str]
    claims: frozenset[str]

    @property
    def some(self) -> bool:
        return bool(self.facts or self.claims)


def examples(folders: Sequence[Path]) -> list[Example]:
    """All examples of the stories in `folders`."""
    return [e for folder in folders for e in _of_story(folder)]


def _of_story(folder: Path) -> Iterator[Example]:
    story, by_source = read(folder), articles(folder)
    names = pipeline.read_names(list(by_source.values()), OPTIONS)
    said = {
        a.id: speech(names.documents[a.id], names.mentions[a.id], OPTIONS)
        for a in by_source.values()
    }
    found = pipeline.read_facts(names, said)
    source = {a.id: s for s, a in by_source.items()}
    known = _known(story, found, by_source, source)
    for kind, some in facts.by_kind(found, OPTIONS.fact_most).items():
        tables = features(some, pipeline.fact_likeness(some, names, OPTIONS))
        for (i, a), (j, b) in combinations(enumerate(some), 2):
            same = _same(a, b, known[id(a)], known[id(b)])
            if same is not None:
                yield Example(kind, {n: float(t[i, j]) for n, t in tables.items()}, same)


def _same(a: Fact, b: Fact, one: _Known, other: _Known) -> bool | None:
    if a.article == b.article:
        return None
    if one.facts & other.facts or one.claims & other.claims:
        return True
    if (one.facts and other.facts) or (one.claims and other.claims):
        return False
    return False if (one.some or other.some) and a.value.text != b.value.text else None


def _known(
    story: Story,
    found: Sequence[Fact],
    by_source: dict[str, Article],
    source: dict[str, str],
) -> dict[int, _Known]:
    """What the gold says of each fact, by its identity."""
    places = places_of(story)
    where = {
        id(f): _place(f, by_source[source[f.article]], places[source[f.article]]) for f in found
    }
    held: dict[int, tuple[set[str], set[str]]] = {id(f): (set(), set()) for f in found}
    for gold in story.gold.facts:
        for value in gold.values:
            span = places[value.source].span(value.part, value.start, value.end)
            for f in found:
                mine = source[f.article] == value.source and _kin(f.kind, gold.kind)
                if mine and where[id(f)] & span:
                    held[id(f)][0].add(gold.id)
    for claim in story.gold.claims:
        for name, cell in claim.cells.items():
            mine = [f for f in found if source[f.article] == name]
            for stretch in cell.spans:
                span = places[name].span(stretch.part, stretch.start, stretch.end)
                inside = [f for f in mine if where[id(f)] & span]
                for f in inside:
                    if sum(g.kind == f.kind for g in inside) == 1:
                        held[id(f)][1].add(claim.id)
    return {key: _Known(frozenset(a), frozenset(b)) for key, (a, b) in held.items()}


def _kin(one: str, other: str) -> bool:
    return one == other or any({one, other} <= kinds for kinds in _ALIKE)


def _place(fact: Fact, article: Article, places: Places) -> Place:
    """Where a fact stands in the gold's own row of characters: by its paragraph, then inside it."""
    text = article.part(fact.part)
    start = text.rfind("\n", 0, fact.start) + 1
    end = text.find("\n", fact.end)
    whole = places.find(normal(text[start : end if end >= 0 else len(text)]))
    if not whole:
        return frozenset()
    first = min(whole) + len(normal(text[start : fact.start]))
    return frozenset(range(first, first + max(1, len(normal(text[fact.start : fact.end])))))
