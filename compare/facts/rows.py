"""Rows of key facts.

In: groups of facts of one thing, sources. Out: `FactRow`s. A cell shows the fact of its source that
is likest to those of the others. Of two sources the mildest relation between their facts counts,
since an article that gives both values contradicts nobody; of all pairs of sources the gravest. A
row is headed by the class of predicate that most of its facts have, else by an article's own words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from compare.facts.joining import groups
from compare.facts.likeness import Matrix
from compare.facts.passages import Joined
from compare.facts.relations import Rules
from compare.model import Article, Entity, Fact, FactRow, Relation, Source
from compare.model.facts import (
    CONTRARY,
    DATE,
    EXPLAINED,
    GRAVITY,
    OUTCOME,
    PERIOD,
    SAME,
    SCORE,
    TIME,
    WHERE,
    WHO,
)
from compare.resources.predicates import predicates

_APART = ("partial count", "part and whole", "other period", "forecast and result", "unit")
_AROUND = 16  # characters of an article's own words on either side of a value
_ALIKE = (SCORE,)  # all matches of a day are told in the same words
_ABOUT_AS = 0.5  # share of the chance of a pair from which another is about as sure
_NAMELESS = (DATE, TIME, PERIOD, WHERE, WHO)  # kinds that say nothing without a predicate


def rows(
    joined: Mapping[str, Joined],
    sources: Sequence[Source],
    entities: Mapping[str, Entity],
    rules: Rules,
) -> tuple[FactRow, ...]:
    """Rows over the facts of all kinds (`joined` by kind); `entities` by id, for the names of
    places and persons.
    """
    found = []
    for kind, one in joined.items():
        together = groups(one.facts, one.chance, rules.options.fact_join)
        sures = [_sure(_Group(group, one.facts, one.chance), rules) for group in together]
        told = [sure for sure in _merged(sures) if len(sure.articles) > 1]
        found += [_row(kind, _cells(sure, sources), rules, sources) for sure in told]
    telling = [r for r in found if _tells(r)]
    return tuple(_named(r, entities) for r in _ordered(_without_repeats(telling), sources))


def _named(row: FactRow, entities: Mapping[str, Entity]) -> FactRow:
    """`row` with the entities that its values name."""
    if row.kind not in (WHERE, WHO):
        return row
    told = (key for facts in row.cells.values() for f in facts for key in f.value.text.split())
    named = tuple(entities[key] for key in dict.fromkeys(told) if key in entities)
    return replace(row, entities=named)


def with_copies(
    found: Sequence[FactRow], sources: Sequence[Source], same: Mapping[str, str]
) -> tuple[FactRow, ...]:
    """`found` with cells for the sources that have the very text of another (`same`: article id ->
    that of the other), whose days are those of the other: it was read once.
    """
    by_article = {s.article.id: s.id for s in sources}
    articles = {s.id: s.article for s in sources}
    read = {s.id: by_article.get(same.get(s.article.id, ""), s.id) for s in sources}
    held = []
    for row in found:
        cells = dict(row.cells)
        for source in sources:
            original = read[source.id]
            if original in row.cells and original != source.id:
                texts = source.article, articles[original]
                own = [f for f in row.cells[original] if _alike(f.part, *texts)]
                cells[source.id] = tuple(replace(f, article=source.article.id) for f in own)
        cells = {s.id: cells[s.id] for s in sources if cells.get(s.id)}
        odd = tuple(s for s in cells if {s, read[s]} & {*row.odd})
        held.append(replace(row, cells=cells, odd=odd, between=_between(row, cells, read)))
    return tuple(held)


def _between(
    row: FactRow, sources: Iterable[str], read: Mapping[str, str]
) -> dict[tuple[str, str], Relation]:
    """The relations of all pairs, where `read` says whose text was read for which source."""
    known = row.between | {(b, a): relation for (a, b), relation in row.between.items()}
    return {
        (one, other): known.get((read[one], read[other]), Relation(SAME))
        for one, other in combinations(sources, 2)
    }


def _alike(part: str, one: Article, other: Article) -> bool:
    """Do two articles have one text in a part? A reprint may have a headline of its own."""
    return one.part(part) == other.part(part)


def _tells(row: FactRow) -> bool:
    """An outcome that all agree on is a claim and no figure of it; a day or a name of nothing is no
    fact, unless it is a day that is contradicted.
    """
    if row.kind == OUTCOME:
        return row.verdict == CONTRARY and bool(row.labels)
    contrary = row.verdict == CONTRARY and row.kind not in (WHERE, WHO)
    return bool(row.labels) or row.kind not in _NAMELESS or contrary


@dataclass(frozen=True, slots=True)
class _Group:
    """Indexes of facts of one thing, all facts of the kind, and the chances of their pairs."""

    members: Sequence[int]
    facts: Sequence[Fact]
    chance: Matrix

    @property
    def articles(self) -> set[str]:
        """The articles that have a member."""
        return {self.facts[n].article for n in self.members}

    def central(self, n: int) -> float:
        """The mean chance of a fact with those of other articles."""
        others = [m for m in self.members if self.facts[m].article != self.facts[n].article]
        return sum(float(self.chance[n, m]) for m in others) / max(1, len(others))

    def met(self, i: int, j: int) -> bool:
        """Does either article of two facts have the other's value too, about as like in what it is
        of?
        """
        least = self.chance[i, j] * _ABOUT_AS
        return any(
            other.article == self.facts[b].article
            and other.value.text == self.facts[a].value.text
            and self.chance[a, k] >= least
            for a, b in ((i, j), (j, i))
            for k, other in enumerate(self.facts)
        )


def _sure(group: _Group, rules: Rules) -> _Group:
    """Less the facts that contradict another, or are a part or a forecast of it, and may well be of
    something else: most facts of one thing agree, so two that do not must be surer to be of one
    thing than two that do; and where the other article has the very value as well, the two are of
    two things (raised from 9.5 to 11.8 billion). Of such two the one goes that fewer others bear
    out; both stay where each is borne out, or surely contradicts somebody.
    """
    doubtful: list[tuple[int, int]] = []
    borne: Counter[int] = Counter()
    held: set[int] = set()
    for i, j in combinations(group.members, 2):
        if group.facts[i].article == group.facts[j].article:
            continue
        if not _doubtful(rules.relation(group.facts[i], group.facts[j])):
            borne.update((i, j))
        elif group.chance[i, j] >= _least(group, i, j, rules) and not group.met(i, j):
            held.update((i, j))
        else:
            doubtful.append((i, j))
    members = list(group.members)
    for pair in doubtful:
        loose = [n for n in pair if n not in held and n in members]
        if len(loose) == 2 or (loose and not borne[loose[0]]):
            members.remove(min(loose, key=lambda n: (borne[n], group.central(n), -n)))
    return replace(group, members=members)


def _least(group: _Group, i: int, j: int, rules: Rules) -> float:
    """The chance from which two values can conflict: facts of one class of predicates need less."""
    a, b = group.facts[i], group.facts[j]
    if a.kind in (OUTCOME, WHO):
        return rules.options.fact_conflict_outcome
    known = a.predicate and rules.akin(a, b) and a.kind not in _ALIKE
    return rules.options.fact_conflict if known else rules.options.fact_conflict_bare


def _merged(found: Sequence[_Group]) -> list[_Group]:
    """Groups of one kind of which an article states one fact in both (in its headline, and again in
    its text) are one.
    """
    kept: list[_Group] = []
    for group in found:
        told = {_stated(group.facts[n]) for n in group.members}
        twin = next(
            (k for k in kept if told & {_stated(k.facts[n]) for n in k.members} - {None}), None
        )
        if twin is None:
            kept.append(group)
        else:
            kept[kept.index(twin)] = replace(twin, members=[*twin.members, *group.members])
    return kept


def _stated(fact: Fact) -> tuple[str, str, str] | None:
    """What tells that two statements of one article are the same; None without a predicate."""
    return (fact.article, fact.predicate, fact.value.text) if fact.predicate else None


def _doubtful(relation: Relation | None) -> bool:
    return relation is None or relation.verdict == CONTRARY or relation.reason in _APART


def _cells(group: _Group, sources: Sequence[Source]) -> dict[str, tuple[Fact, ...]]:
    """The cells of a group, in the order of the sources."""
    held: dict[str, list[int]] = {}
    for n in sorted(group.members, key=lambda n: (-group.central(n), n)):
        held.setdefault(group.facts[n].article, []).append(n)
    return {
        s.id: tuple(group.facts[n] for n in held[s.article.id])
        for s in sources
        if s.article.id in held
    }


def _without_repeats(found: Sequence[FactRow]) -> list[FactRow]:
    """Less the rows that say what a fuller one says: one class, and in every source that both have
    the same value (a headline and its text).
    """
    kept: list[FactRow] = []
    for row in sorted(found, key=lambda r: (r.verdict != CONTRARY, -len(r.cells))):
        if not any(_repeats(row, other) for other in kept):
            kept.append(row)
    return kept


def _repeats(row: FactRow, other: FactRow) -> bool:
    common = row.cells.keys() & other.cells.keys()
    return (
        row.kind == other.kind
        and row.labels == other.labels
        and bool(common)
        and all(
            row.cells[s][0].value.text in {f.value.text for f in other.cells[s]} for s in common
        )
        and len(common) == len(row.cells)
    )


def _row(
    kind: str, cells: dict[str, tuple[Fact, ...]], rules: Rules, sources: Sequence[Source]
) -> FactRow:
    between = {
        (one, other): _mildest(cells[one], cells[other], rules)
        for one, other in combinations(cells, 2)
    }
    gravest = max(between.values(), key=lambda r: GRAVITY[r.verdict], default=Relation(SAME))
    labels = _labels(cells)
    words, language = ("", "") if labels else _words(cells, sources)
    return FactRow(
        id="",
        kind=kind,
        labels=labels,
        words=words,
        language=language,
        cells=cells,
        verdict=gravest.verdict,
        reason=gravest.reason,
        odd=_odd(cells, between),
        between=between,
    )


def _mildest(a: Sequence[Fact], b: Sequence[Fact], rules: Rules) -> Relation:
    """The mildest relation between the facts of two sources."""
    found = [r for x in a for y in b if (r := rules.relation(x, y)) is not None]
    return min(found, key=lambda r: GRAVITY[r.verdict], default=Relation(EXPLAINED, "unit"))


def _odd(
    cells: Mapping[str, object], between: Mapping[tuple[str, str], Relation]
) -> tuple[str, ...]:
    """The sources that contradict the most others; none where nobody contradicts."""
    against = Counter(s for pair, r in between.items() if r.verdict == CONTRARY for s in pair)
    if not against:
        return ()
    most = max(against.values())
    odd = tuple(s for s in cells if against[s] == most)
    return odd if len(odd) < len(cells) or len(cells) == 2 else tuple(cells)


def _labels(cells: Mapping[str, Sequence[Fact]]) -> dict[str, str]:
    """The labels of the class that most facts have, with those that deny or mirror it; none where
    it has not the most.
    """
    classes = Counter(f.predicate for facts in cells.values() for f in facts)
    best = min(classes, key=lambda name: (not name, -classes[name], name))
    if not best:
        return {}
    akin = {best, *predicates()[best].opposites, predicates()[best].converse}
    many = sum(n for name, n in classes.items() if name in akin)
    return dict(predicates()[best].label) if 2 * many > sum(classes.values()) else {}


def _words(cells: Mapping[str, Sequence[Fact]], sources: Sequence[Source]) -> tuple[str, str]:
    """What the first source counts, else its words around the value, and their language."""
    source = next(s for s in sources if s.id in cells)
    fact = cells[source.id][0]
    text = source.document.parts[fact.part].text
    if fact.counts:
        return text[slice(*fact.counts)], fact.language
    start = max(fact.proposition[0], fact.start - _AROUND)
    end = min(fact.proposition[1], fact.end + _AROUND)
    before, behind = text[start : fact.start].strip(), text[fact.end : end].strip()
    return f"{before} … {behind}".strip(), fact.language


def _shown(row: FactRow) -> list[Fact]:
    return [facts[0] for facts in row.cells.values()]


def _ordered(found: Sequence[FactRow], sources: Sequence[Source]) -> tuple[FactRow, ...]:
    """Numbered: contradicted before not, then by how many tell it in words of their own (a reprint
    bears nothing out), then as they stand.
    """
    texts = {s.article.id: s.article for s in sources}
    place = {s.article.id: n for n, s in enumerate(sources)}

    def rank(row: FactRow) -> tuple[int, int, int, int, str]:
        first = min((place[f.article], f.start) for facts in row.cells.values() for f in facts)
        told = {texts[f.article].part(f.part)[slice(*f.proposition)] for f in _shown(row)}
        weight = len(told) + (2 if row.verdict == CONTRARY else 0)
        weight -= 1 if row.kind in (OUTCOME, WHO, PERIOD) else 0
        return -weight, not row.labels, *first, row.kind

    ordered = sorted(found, key=rank)
    return tuple(replace(row, id=f"f{n:02d}") for n, row in enumerate(ordered, 1))
