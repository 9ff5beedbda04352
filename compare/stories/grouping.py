"""Articles -> stories.

    times        when was each published, and how sure is that
    columns      what each article says, as marks
    scores       candidate pairs and their similarities (an engine runs the SQL)
    pair_scores  one score a pair
    cluster      components, then average link
    round-ups    taken out and made stories of their own
    describe     title, slug, entities, relations

In: articles, and what the pipeline collected about them (mentions, unit vectors of title and lead,
entities). Out: stories, first published first; every article is in exactly one. The result does
not depend on the order of the articles. A copy (`Article.copy_of`) joins the story of its original,
whatever its date: it says what that says, and twenty reprints must not make a name common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from compare.errors import UsageError
from compare.model import Article, Entity, Mention, Story
from compare.options import Options
from compare.stories import naming, relations, sql, titles
from compare.stories.engines import DuckEngine
from compare.stories.headlines import headline
from compare.stories.marks import Times, columns, number, times
from compare.stories.refine import cluster
from compare.stories.scoring import neighbours, pair_scores, texts

Ints = NDArray[np.int64]
Mentions = Mapping[str, Sequence[Mention]]
Entities = Mapping[str, Entity]
UNDATED, FUTURE, ROUND_UP = "undated", "future", "round-up"


@dataclass(frozen=True, slots=True)
class Graph:
    """Articles in (time, id) order and the scored pairs x < y of their positions; articles of
    different events score below 0.
    """

    articles: tuple[Article, ...]
    when: Times
    x: Ints
    y: Ints
    s: Ints


def group(
    articles: Sequence[Article],
    mentions: Mentions,
    vectors: Mapping[str, NDArray[np.float32]],
    entities: Entities,
    options: Options = Options(),
    engine: DuckEngine | None = None,
) -> list[Story]:
    """Stories over `articles`; UsageError when two have one id.

    `mentions` and `vectors` are keyed by article id; either may lack articles. A vector is the unit
    row of headline and lead, Chinese folded to Simplified.
    """
    if not articles:
        return []
    name, times_used = Counter(a.id for a in articles).most_common(1)[0]
    if times_used > 1:
        raise UsageError(f"{times_used} articles have the id '{name}'")
    held = {a.id for a in articles}
    copies = [a for a in articles if a.copy_of in held]
    own = [a for a in articles if a.copy_of not in held]
    graph = score(own, mentions, vectors, entities, options, engine or DuckEngine())
    seconds = np.array(graph.when.seconds, dtype=np.int64)
    label = cluster(len(graph.articles), graph.x, graph.y, graph.s, options, seconds)
    return _with_copies(describe(graph, label, mentions, entities, options), copies)


def _with_copies(stories: list[Story], copies: Sequence[Article]) -> list[Story]:
    """The stories with each copy beside its original, and the days of the copies."""
    added: defaultdict[str | None, list[Article]] = defaultdict(list)
    for copy in sorted(copies, key=lambda a: (a.day or date.max, a.id)):
        added[copy.copy_of].append(copy)
    found = []
    for story in stories:
        more = [copy for a in story.articles for copy in added.get(a.id, ())]
        days = [a.day for a in more if a.day is not None]
        found.append(
            replace(
                story,
                articles=(*story.articles, *more),
                start=min([story.start, *days] if story.start else days, default=None),
                end=max([story.end, *days] if story.end else days, default=None),
            )
            if more
            else story
        )
    return found


def score(
    articles: Sequence[Article],
    mentions: Mentions,
    vectors: Mapping[str, NDArray[np.float32]],
    entities: Entities,
    options: Options,
    engine: DuckEngine,
) -> Graph:
    """All pairs that may tell one story, with their scores."""
    ordered, when = _in_order(articles, options)
    ids = np.array([number(f"a|{a.id}") for a in ordered], dtype=np.int64)
    table = columns(ordered, ids.tolist(), when, mentions, entities, options)
    said = [
        headline(a, mentions.get(a.id, ()), options, dated=dated)
        for a, dated in zip(ordered, when.dated, strict=True)
    ]
    side = texts(ordered, ids, when, vectors, said, options)
    found = engine.scores(table, sql.plan(len(ordered), options), neighbours(side, options))
    points = pair_scores(found, side, options)
    keep = (points >= options.story_keep) | (points < 0)
    one, other = side.places(found.a[keep]), side.places(found.b[keep])
    return Graph(ordered, when, np.minimum(one, other), np.maximum(one, other), points[keep])


def _in_order(articles: Sequence[Article], options: Options) -> tuple[tuple[Article, ...], Times]:
    by_id = sorted(articles, key=lambda a: a.id)
    when = times(by_id, options)
    order = sorted(
        range(len(by_id)), key=lambda i: (not when.dated[i], when.seconds[i], by_id[i].id)
    )
    return tuple(by_id[i] for i in order), Times(
        seconds=[when.seconds[i] for i in order],
        slack=[when.slack[i] for i in order],
        dated=[when.dated[i] for i in order],
        future=[when.future[i] for i in order],
    )


def describe(
    graph: Graph, label: Ints, mentions: Mentions, entities: Entities, options: Options
) -> list[Story]:
    """Groups as stories: round-ups apart, then names and relations."""
    names = [relations.what_is_named(a, mentions.get(a.id, ()), options) for a in graph.articles]
    label, rounds = _without_round_ups(graph, label, names, options)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for place, owner in enumerate(label.tolist()):
        members[owner].append(place)
    groups = [members[owner] for owner in sorted(members)]
    where = {place: at for at, group_ in enumerate(groups) for place in group_}
    linked = _relations(graph, groups, names, options)
    for place, others in rounds.items():
        for other in others:
            linked[where[place]].add(where[other])
            linked[where[other]].add(where[place])
    heads = [_leading(graph, group_, options) for group_ in groups]
    days = [_days(graph, group_) for group_ in groups]
    parts = [tuple(graph.articles[i] for i in group_) for group_ in groups]
    slugs = naming.unique(
        [
            naming.slug(graph.articles[h], p, mentions, entities, options)
            for h, p in zip(heads, parts, strict=True)
        ],
        [d[0] for d in days],
    )
    return [
        Story(
            slug=slugs[at],
            title=graph.articles[heads[at]].title,
            start=days[at][0],
            end=days[at][1],
            articles=parts[at],
            entities=naming.leading(parts[at], mentions, entities, options),
            related=tuple(slugs[other] for other in sorted(linked[at])),
            marks=_marks(graph, group_, rounds),
        )
        for at, group_ in enumerate(groups)
    ]


def _without_round_ups(
    graph: Graph, label: Ints, names: Sequence[relations.Named], options: Options
) -> tuple[Ints, dict[int, list[int]]]:
    """Labels with round-ups alone, and for each round-up the articles that it is near to."""
    near: defaultdict[int, set[int]] = defaultdict(set)
    for x, y, s in zip(graph.x.tolist(), graph.y.tolist(), graph.s.tolist(), strict=True):
        if s > 0:
            near[x].add(y)
            near[y].add(x)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for place, owner in enumerate(label.tolist()):
        members[owner].append(place)
    out, rounds = label.copy(), {}
    for place, others in sorted(near.items()):
        owners = {int(label[other]) for other in others}
        if len(owners) < 2:
            continue
        cores = {
            owner: relations.core([names[m] for m in members[owner] if m != place], options)
            for owner in sorted(owners)
        }
        found = relations.touched(names[place], cores, options)
        if relations.is_round_up(names[place], found, options):
            rounds[place] = sorted(others)
    return _alone(out, members, rounds), rounds


def _alone(
    label: Ints, members: Mapping[int, Sequence[int]], rounds: Mapping[int, Sequence[int]]
) -> Ints:
    """Labels in which every round-up has its own, and the rest of its group keeps one."""
    for group_ in members.values():
        rest = [place for place in group_ if place not in rounds]
        if len(rest) < len(group_):
            label[rest] = min(rest, default=0)
            for place in set(group_) - set(rest):
                label[place] = place
    return label


def _relations(
    graph: Graph,
    groups: Sequence[Sequence[int]],
    names: Sequence[relations.Named],
    options: Options,
) -> list[set[int]]:
    linked: list[set[int]] = [set() for _ in groups]
    pairs = relations.related_pairs(
        [relations.core([names[i] for i in group_], options) for group_ in groups],
        [frozenset().union(*(names[i].persons for i in group_)) for group_ in groups],
        [_span(graph, group_) for group_ in groups],
        options,
    )
    for a, b in pairs:
        linked[a].add(b)
        linked[b].add(a)
    return linked


def _leading(graph: Graph, group_: Sequence[int], options: Options) -> int:
    """The member whose headline names the story."""
    dated = [i for i in group_ if graph.when.dated[i]]
    first = min((graph.when.seconds[i] for i in dated), default=0)
    until = first + options.story_named * 3600
    early = {
        i: not dated or (graph.when.dated[i] and graph.when.seconds[i] <= until) for i in group_
    }
    inside = set(group_)
    edges = _edges_of(graph, group_[0], group_[-1]) if len(group_) > 1 else []
    held = [(x, y, s) for x, y, s in edges if x in inside and y in inside]
    return titles.leading_place(graph.articles, group_, held, early)


def _edges_of(graph: Graph, first: int, last: int) -> list[tuple[int, int, int]]:
    held = (graph.x >= first) & (graph.y <= last)
    return list(
        zip(graph.x[held].tolist(), graph.y[held].tolist(), graph.s[held].tolist(), strict=True)
    )


def _days(graph: Graph, group_: Sequence[int]) -> tuple[date | None, date | None]:
    """First and last day of publication; days that cannot be right count only when alone."""
    good = [graph.articles[i].day for i in group_ if graph.when.dated[i]]
    known = [d for d in good or [graph.articles[i].day for i in group_] if d is not None]
    return min(known, default=None), max(known, default=None)


def _span(graph: Graph, group_: Sequence[int]) -> tuple[int, int] | None:
    start, end = _days(graph, group_)
    return (start.toordinal(), end.toordinal()) if start and end else None


def _marks(
    graph: Graph, group_: Sequence[int], rounds: Mapping[int, Sequence[int]]
) -> tuple[str, ...]:
    marks = []
    if any(graph.when.future[i] for i in group_):
        marks.append(FUTURE)
    if any(i in rounds for i in group_):
        marks.append(ROUND_UP)
    if any(not graph.when.dated[i] and not graph.when.future[i] for i in group_):
        marks.append(UNDATED)
    return tuple(marks)
