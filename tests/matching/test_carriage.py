"""The chance that an article carries what a unit, or a row of units, of other articles says."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import threadpool_limits

from compare.matching.carriage import (
    CARRIED_FEATURES,
    ROW_FEATURES,
    Asking,
    carried,
    features,
    log_odds,
    row_chance,
    row_features,
)
from compare.matching.clusters import clusters
from compare.matching.similarity import Matrix
from compare.matching.units import Unit
from compare.model import Article, Cluster
from compare.options import Options
from compare.resources.matching import Head, heads
from tests.made import article, bridge, cut
from tools.fit_matching import AGAINST

OPTIONS = Options()
LEADS = (
    "Part of the Qinghe bridge fell early Wednesday after a freighter hit it.",
    "A freighter hit the Qinghe bridge early on Wednesday and part of it fell.",
    "The Qinghe bridge partly collapsed early Wednesday when a freighter struck it.",
    "Struck by a freighter, part of the Qinghe bridge collapsed early Wednesday.",
)
ENDS = (
    "Divers searched the water for six people who were missing.",
    "The ship's captain was led away to be questioned.",
    "Thick fog lay on the river at the time, the weather service said.",
    "More than twenty ships were waiting downstream.",
)
ROW = (
    "The province will pay for the rebuilding of the bridge, the governor said.",
    "The province will pay for rebuilding the bridge, the governor said.",
    "The governor said the province would pay for the rebuilding of the bridge.",
    "The rebuilding of the bridge will be paid for by the province, the governor said.",
)
SIZE = 16


def telling(number: int, told: int) -> Article:
    """One of sixteen articles on one event; the first `told` of them say the row."""
    ends = (ENDS[number // 4], ENDS[(number // 4 + 1 + number % 3) % 4])
    row = (ROW[number % 4],) if number < told else ()
    return article(f"a{number:02d}", LEADS[number % 4], ends[0], *row, ends[1])


def rows_told_by(told: int) -> list[Cluster]:
    """The rows of sixteen articles that hold a telling of the row, where `told` have one. With more
    threads than free cores hundreds of small products wait for each other.
    """
    columns = cut(*(telling(n, told) for n in range(SIZE)))
    with threadpool_limits(limits=1, user_api="blas"):
        found = clusters(columns, bridge(*columns), OPTIONS)
    return [row for row in found if any(m.text in ROW for m in row.members)]


@pytest.mark.parametrize("told", [1, 4, 8, 9, 16])
def test_a_row_holds_whatever_the_number_of_its_articles(told: int) -> None:
    """Told by one of sixteen or by all, a row is absent where it stands in none of them, and
    included where it is not told in none.
    """
    found = rows_told_by(told)
    tellers = {f"a{n:02d}" for n in range(told)}
    assert {m.article for row in found for m in row.members} == tellers
    for row in found:
        for name, candidates in row.candidates.items():
            if name in tellers:
                assert candidates[0].chance >= OPTIONS.claim_included, name
            else:
                assert candidates[0].chance < OPTIONS.claim_included, name


def test_no_shipped_weight_goes_against_its_feature() -> None:
    """What speaks against a pair never makes it likelier, and the other way round."""
    for task, head in heads().items():
        for name, weight in head.weights.items():
            assert weight <= 0 if name in AGAINST else weight >= 0, (task, name)


CHANCES = st.floats(0, 1)


@given(CHANCES, st.integers(1, 20), st.booleans(), st.booleans())
def test_another_article_that_asks_never_lowers_a_chance(
    chance: float, articles: int, same: bool, further: bool
) -> None:
    """As sure as the rest, a further article of either kind of language takes nothing away."""
    some = [Asking(n, chance, same) for n in range(articles)]
    more = [*some, Asking(articles, chance, further)]
    # a mean of equal numbers may differ in its last bit, which can move a third decimal by one
    least = row_chance(some, heads(), OPTIONS) - 0.0011
    assert row_chance(more, heads(), OPTIONS) >= least


@given(st.lists(CHANCES, min_size=1, max_size=6), st.integers(0, 5), CHANCES, st.booleans())
def test_a_surer_unit_never_lowers_a_chance(
    chances: list[float], place: int, other: float, same: bool
) -> None:
    """The chance of a row rises with that of each of its units."""
    n = place % len(chances)
    low, high = sorted((chances[n], other))
    less, more = (
        [Asking(k, one if k == n else c, same) for k, c in enumerate(chances)]
        for one in (low, high)
    )
    least = row_chance(less, heads(), OPTIONS) - 0.0011
    assert row_chance(more, heads(), OPTIONS) >= least


@pytest.mark.parametrize("sources", [4, 9, 40])
def test_many_articles_weigh_no_more_than_a_few(sources: int) -> None:
    """Articles that ask count up to `claim_support_most`, each once for all its units."""
    few = [Asking(n, 0.9, same=True) for n in range(OPTIONS.claim_support_most)]
    many = [Asking(n, 0.9, same=True) for n in range(sources)]
    repeated = [*few, *(replace(one, article=0) for one in many)]
    wanted = row_features(few, OPTIONS)
    assert tuple(wanted) == ROW_FEATURES
    assert wanted["support"] == pytest.approx(math.log(OPTIONS.claim_support_most))
    for some in (many, repeated):
        assert row_features(some, OPTIONS) == pytest.approx(wanted)
    further = replace(OPTIONS, claim_support_most=99)
    assert row_features(many, further)["support"] == pytest.approx(math.log(sources))


def test_the_mean_is_of_log_odds_within_bounds() -> None:
    """No single unit, however sure or unsure, decides alone."""
    asking = [Asking(0, 0.0, same=True), Asking(1, 1.0, same=True)]
    assert row_features(asking, OPTIONS)["mean"] == pytest.approx(0, abs=1e-5)
    most = math.log((1 - OPTIONS.claim_clamp) / OPTIONS.claim_clamp)
    assert log_odds(np.array([0, 1], np.float32), OPTIONS.claim_clamp) == pytest.approx(
        [-most, most]
    )


def test_a_unit_of_the_same_language_decides_which_head_judges() -> None:
    """Only where every unit is of another language the row is judged as such."""
    made = {"row.same": Head({}, 9.0), "row.cross": Head({}, -9.0)}
    cross, same = Asking(0, 0.5, same=False), Asking(1, 0.5, same=True)
    assert row_chance([cross], made, OPTIONS) == 0
    assert row_chance([cross, same], made, OPTIONS) == 1


def sides_of(*numbers: int, title: str = "") -> list[list[Unit]]:
    """Articles with so many sentences of one clause each."""
    texts = [[f"Sentence {n} is told here." for n in range(count)] for count in numbers]
    return cut(*(article(f"a{n}", *text, title=title) for n, text in enumerate(texts)))


def known(
    sides: Sequence[Sequence[Unit]], pairs: Mapping[tuple[int, int], Matrix]
) -> dict[tuple[int, int], dict[str, Matrix]]:
    """Features where two articles say of each other what `pairs` holds, else nothing."""
    every = {
        (i, j): pairs.get((i, j), np.zeros((len(a), len(b)), np.float32))
        for i, a in enumerate(sides)
        for j, b in enumerate(sides)
    }
    return features(sides, every, OPTIONS)


def odds(chance: float) -> float:
    """Log odds as they are kept from 0 and 1."""
    kept = min(max(chance, OPTIONS.claim_clamp), 1 - OPTIONS.claim_clamp)
    return math.log(kept / (1 - kept))


def test_evidence_is_the_likeliest_unit() -> None:
    """A unit is held against the best that the other article has, its headline left out."""
    sides = sides_of(2, 2, title="Sentence 0 is told")
    table = np.array([[1, 0, 0], [1, 0.6, 0.3], [1, 0.2, 0]], np.float32)
    found = known(sides, {(0, 1): table})[0, 1]
    assert tuple(found) == CARRIED_FEATURES
    assert found["evidence"].tolist() == pytest.approx([odds(0), odds(0.6), odds(0.2)], rel=1e-4)


def test_what_comes_first_is_early() -> None:
    """From 1 for the first sentence down to above 0 for the last, whichever article is asked."""
    found = known(sides_of(4, 1), {})
    assert found[0, 1]["early"].tolist() == pytest.approx([1, 0.75, 0.5, 0.25])
    assert found[1, 0]["early"].tolist() == [1]


def test_neighbours_count_where_the_unit_is_found() -> None:
    """The sentences around count by their chance, unless they are found elsewhere."""
    sides = sides_of(3, 5)
    beside, away = (np.zeros((3, 5), np.float32) for _ in range(2))
    for n, place in enumerate((1, 2, 3)):
        beside[n, place] = 0.8
    for n, place in enumerate((4, 2, 0)):
        away[n, place] = 0.8
    found = known(sides, {(0, 1): beside})[0, 1]["neighbours"]
    assert found.tolist() == pytest.approx([0.8, 1.6, 0.8], abs=1e-3)
    assert known(sides, {(0, 1): away})[0, 1]["neighbours"].tolist() == [0, 0, 0]


def test_a_third_article_bears_witness() -> None:
    """A chain by way of it counts as much as its weaker link is better than the direct one."""
    sides = sides_of(1, 1, 1)
    links = {(0, 1): 0.3, (0, 2): 0.9, (2, 1): 0.7}
    pairs = {key: np.full((1, 1), chance, np.float32) for key, chance in links.items()}
    found = known(sides, pairs)
    assert found[0, 1]["witness"].tolist() == pytest.approx([odds(0.7) - odds(0.3)], rel=1e-4)
    assert found[0, 2]["witness"].tolist() == [0]


def test_a_likeness_within_the_article_is_an_echo() -> None:
    """Another sentence like a unit counts; the unit's own sentence does not."""
    sides = sides_of(2, 1)
    own = np.array([[1, 0.7], [0.4, 1]], np.float32)
    found = known(sides, {(0, 0): own})[0, 1]["echo"]
    assert found.tolist() == pytest.approx([odds(0.7), odds(0.4)], rel=1e-4)


def test_each_feature_moves_the_chance_its_own_way() -> None:
    """By the shipped head a chance rises with everything but an echo."""
    head = heads()["carried"]
    usual = {name: np.array([0.5], np.float32) for name in CARRIED_FEATURES}
    for name in CARRIED_FEATURES:
        more = head.probability({**usual, name: np.array([1.5], np.float32)})
        change = float((more - head.probability(usual))[0])
        assert change < 0 if name in AGAINST else change > 0, name


def test_articles_without_units_are_asked_nothing() -> None:
    """What has no chances has no entry, and an article is not asked by itself."""
    sides = [*sides_of(2, 1), []]
    keys = [(0, 0), (0, 1), (1, 0), (1, 1)]
    chances = {(i, j): np.ones((len(sides[i]), len(sides[j])), np.float32) for i, j in keys}
    found = carried(sides, chances, heads()["carried"], OPTIONS)
    assert set(found) == {(0, 1), (1, 0)}
    assert [len(found[key]) for key in ((0, 1), (1, 0))] == [2, 1]
