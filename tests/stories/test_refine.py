"""Components and average link."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from compare.options import Options
from compare.stories.refine import Bond, Ints, average_link, cluster, components, partition

CUT = Options(story_floor=200)
Edges = dict[tuple[int, int], int]


def arrays(edges: Edges) -> tuple[Ints, Ints, Ints]:
    rows = np.array([(x, y, s) for (x, y), s in edges.items()], dtype=np.int64).reshape(-1, 3)
    return rows[:, 0], rows[:, 1], rows[:, 2]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, Edges]:
    n = draw(st.integers(1, 12))
    pairs = [(x, y) for x in range(n) for y in range(x + 1, n)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return n, {pair: draw(st.integers(1, 1000)) for pair in chosen}


def slow_components(n: int, edges: Edges) -> list[int]:
    label = list(range(n))
    for x, y in [*edges] * n:
        label[x] = label[y] = min(label[x], label[y])
    return label


def greedy(n: int, edges: Edges, threshold: int) -> list[frozenset[int]]:
    """Average link by its definition: merge the best pair until none is good enough."""
    groups = [frozenset([i]) for i in range(n)]
    while True:
        best = max(
            (
                (sum(edges.get((min(i, j), max(i, j)), 0) for i in a for j in b) / len(a) / len(b))
                for k, a in enumerate(groups)
                for b in groups[:k]
            ),
            default=-1,
        )
        if best < threshold:
            return groups
        for k, a in enumerate(groups):
            for b in groups[:k]:
                total = sum(edges.get((min(i, j), max(i, j)), 0) for i in a for j in b)
                if a in groups and b in groups and total / len(a) / len(b) == best:
                    groups = [g for g in groups if g not in (a, b)] + [a | b]


@given(graphs())
def test_components_are_the_connected_ones(graph: tuple[int, Edges]) -> None:
    """Every node gets the least node that it is connected with."""
    n, edges = graph
    x, y, _ = arrays(edges)
    assert components(n, x, y).tolist() == slow_components(n, edges)


@given(graphs(), st.permutations(range(66)))
def test_the_order_of_rows_does_not_matter(graph: tuple[int, Edges], order: list[int]) -> None:
    """Shuffled edges give the same clustering."""
    n, edges = graph
    x, y, s = arrays(edges)
    shuffle = np.array([i for i in order if i < len(x)], dtype=np.int64)
    one = cluster(n, x, y, s, CUT)
    other = cluster(n, x[shuffle], y[shuffle], s[shuffle], CUT)
    assert one.tolist() == other.tolist()


def test_average_link_agrees_with_its_definition() -> None:
    """On random graphs without ties the chain finds what merging the best pair finds."""
    random = np.random.default_rng(3)
    for _ in range(40):
        n = 9
        pairs = [(x, y) for x in range(n) for y in range(x + 1, n)]
        scores = random.permutation(1000)[: len(pairs)]
        edges = {p: int(s) for p, s in zip(pairs, scores, strict=True) if random.random() < 0.6}
        label = average_link(n, *arrays(edges), 300)
        found = {frozenset(np.flatnonzero(label == k).tolist()) for k in set(label.tolist())}
        assert found == set(greedy(n, edges, 300))


def test_average_link_does_not_chain() -> None:
    """A bridge between two tight groups joins neither to the other."""
    tight = {(0, 1): 900, (0, 2): 900, (1, 2): 900, (3, 4): 900, (3, 5): 900, (4, 5): 900}
    label = cluster(6, *arrays({**tight, (2, 3): 500}), Options())
    assert label.tolist() == [0, 0, 0, 3, 3, 3]


def test_a_component_that_is_too_large_is_cut_at_a_higher_floor() -> None:
    """Lifting raises the floor until the blocks fit, and leaves small ones alone."""
    edges = {(0, 1): 300, (1, 2): 210, (2, 3): 300, (4, 5): 205}
    x, y, s = arrays(edges)
    label = partition(6, x, y, s, floor=200, step=25, largest=2)
    assert label.tolist() == [0, 0, 2, 2, 4, 4]


def test_a_component_that_nothing_parts_stays_whole() -> None:
    """Equal texts score the highest there is, and lifting ends."""
    x, y, s = arrays({(0, 1): 1000, (1, 2): 1000})
    assert partition(3, x, y, s, floor=200, step=25, largest=2).tolist() in ([0, 0, 0], [0, 1, 2])


def bond(share: float, most: float = 1000, later: int = 3600, *seconds: int) -> Bond:
    return Bond(share, most, 1.0, later, np.array(seconds or (0, 0, 0, 0), dtype=np.int64))


def test_two_groups_stay_apart_that_are_each_more_like_themselves() -> None:
    """A preview and a meeting, of two articles each, lie over the threshold from each other."""
    edges = {(0, 1): 600, (2, 3): 600, (0, 2): 200, (0, 3): 200, (1, 2): 200, (1, 3): 200}
    assert average_link(4, *arrays(edges), 110).tolist() == [0, 0, 0, 0]
    assert average_link(4, *arrays(edges), 110, bond(0.5)).tolist() == [0, 0, 2, 2]
    assert average_link(4, *arrays(edges), 110, bond(0.5, 300)).tolist() == [0, 0, 0, 0]


def test_what_comes_later_needs_a_closer_tie() -> None:
    """Two groups with time between them are two stages, unless nearly as like as in themselves."""
    edges = {(0, 1): 600, (2, 3): 600, (0, 2): 400, (0, 3): 400, (1, 2): 400, (1, 3): 400}
    for seconds, label in (
        ((100, 200, 300, 400), [0, 0, 0, 0]),
        ((100, 200, 9000, 9100), [0, 0, 2, 2]),
        ((100, 0, 9000, 9100), [0, 0, 0, 0]),  # one has no known time
    ):
        tie = bond(0.5, 1000, 3600, *seconds)
        assert average_link(4, *arrays(edges), 110, tie).tolist() == label


def test_an_article_of_another_event_keeps_its_group_apart() -> None:
    """One pair below 0 takes more from the average than a near one gives."""
    edges = {(0, 1): 900, (1, 2): 300, (0, 2): -300}
    assert average_link(3, *arrays(edges), 110).tolist() == [0, 0, 2]


def test_one_side_of_an_event_joins_what_three_reports_tell() -> None:
    """An article like some of a large story only joins it, unless another story is as near."""
    many = {(a, b): 500 for a in range(12) for b in range(a + 1, 12)}
    near = {(a, 12): 120 for a in range(3)}
    one = cluster(13, *arrays({**many, **near}), Options())
    assert set(one.tolist()) == {0}
    few = cluster(13, *arrays({**many, (0, 12): 120, (1, 12): 120}), Options())
    assert few.tolist() == [0] * 12 + [12]
    against = cluster(13, *arrays({**many, **near, (5, 12): -300}), Options())
    assert against.tolist() == [0] * 12 + [12]


def test_a_tie_as_strong_as_a_copys_holds_against_the_average() -> None:
    """A translation of one of twenty reports belongs to their story."""
    many = {(a, b): 700 for a in range(20) for b in range(a + 1, 20)}
    tied = cluster(21, *arrays({**many, (7, 20): Options().story_tie}), Options())
    assert set(tied.tolist()) == {0}
    loose = cluster(21, *arrays({**many, (7, 20): Options().story_tie - 1}), Options())
    assert loose.tolist() == [0] * 20 + [20]


def test_two_of_different_events_do_not_both_join_a_story() -> None:
    """Each of two singles is like three of it; the first joins, the other would contradict it."""
    near = {(a, b): 90 for a in range(3) for b in (3, 4)}
    edges = {(0, 1): 300, (0, 2): 300, (1, 2): 300, **near, (3, 4): -300}
    assert cluster(5, *arrays(edges), Options()).tolist() == [0, 0, 0, 0, 4]
