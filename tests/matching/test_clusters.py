"""Rows of clauses over many articles, and what every article has on each."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import permutations

import pytest

from compare.matching.clusters import CELL_FEATURES, Seen, chance, clusters, facts
from compare.model import TITLE, Cluster
from compare.options import Options
from compare.resources.matching import Head, heads
from tests.made import article, bridge, cut
from tests.matching.texts import EN, HANS, HANT, OTHER

OPTIONS = Options()


def rows_of(*texts: tuple[str, ...], title: str = "") -> list[Cluster]:
    """Rows over articles a0, a1, … with these paragraphs."""
    columns = cut(*(article(f"a{n}", *t, title=title) for n, t in enumerate(texts)))
    return clusters(columns, bridge(*columns), OPTIONS)


def test_every_clause_is_in_one_row() -> None:
    """Rows share out the leaves of all articles."""
    columns = cut(article("a", *HANS), article("b", *EN))
    found = clusters(columns, bridge(*columns), OPTIONS)
    members = [m for row in found for m in row.members]
    leaves = [u.segment for column in columns for u in column if u.leaf]
    assert sorted(members, key=repr) == sorted(leaves, key=repr)


def test_every_article_has_its_best_on_every_row() -> None:
    """Each row names candidates of each article, best first, its own members leading."""
    for row in rows_of(HANS, HANT, EN):
        assert set(row.candidates) == {"a0", "a1", "a2"}
        for name, candidates in row.candidates.items():
            own = [m for m in row.members if m.article == name]
            assert candidates
            assert [c.segment for c in candidates if c.same] == [
                c.segment for c in candidates[: len(own)]
            ]
            scores = [c.score for c in candidates]
            assert scores == sorted(scores, reverse=True)
            assert 0 <= candidates[0].chance <= 1


def test_an_article_without_text_has_no_candidates() -> None:
    """Nothing to search gives an empty list, not a missing one."""
    columns = [*cut(article("a", *HANS[:2])), []]
    assert all(not row.candidates[""] for row in clusters(columns, bridge(*columns), OPTIONS))
    assert clusters([], bridge(), OPTIONS) == []
    assert clusters([[], []], bridge(), OPTIONS) == []


def test_tellings_of_one_sentence_are_one_row() -> None:
    """The age of the bridge is one row over three articles in two languages."""
    found = rows_of(HANS, HANT, EN)
    row = next(r for r in found if any("1978" in m.text for m in r.members))
    assert {m.article for m in row.members} == {"a0", "a1", "a2"}
    assert min(c[0].chance for c in row.candidates.values()) > 0.8


def test_what_one_article_leaves_out_is_unlikely_there() -> None:
    """The row of a missing sentence has its nearest, with a small chance."""
    found = rows_of(HANS, HANT[:4] + HANT[5:])
    row = next(r for r in found if any("浓雾" in m.text for m in r.members))
    assert {m.article for m in row.members} == {"a0"}
    assert row.candidates["a1"][0].chance < OPTIONS.claim_included


def test_an_article_alone_carries_its_rows() -> None:
    """Without another article every row is its own, for certain."""
    found = rows_of(HANS)
    assert all(row.candidates["a0"][0].chance == 1 for row in found)
    assert [row.members[0].sentence for row in found] == sorted(
        row.members[0].sentence for row in found
    )


def test_a_repeated_sentence_is_one_row() -> None:
    """What an article says twice stands in one row with two members."""
    found = rows_of((*HANS, HANS[4]), HANT)
    row = next(r for r in found if any("浓雾" in m.text for m in r.members))
    assert sum(m.article == "a0" for m in row.members) == 2


def test_headlines_join_rows_and_found_none() -> None:
    """A title may say what a row says; titles alone are no row."""
    found = rows_of(HANS, HANT, title="青河大桥垮塌 六人落水")
    assert not any(all(m.part == TITLE for m in row.members) for row in found)


def test_rows_follow_the_first_article_then_weave_in_the_rest() -> None:
    """A sentence that only the second article has stands behind the one before it there."""
    woven = (HANT[0], HANT[1], "消防局出動了五艘快艇和兩架直升機。", *HANT[2:])
    found = rows_of(HANS, woven)
    first = [r.members[0].start for r in found if r.members[0].article == "a0"]
    assert first == sorted(first)
    place = next(n for n, r in enumerate(found) if "消防局" in r.members[0].text)
    assert any("搜救" in m.text for m in found[place - 1].members)


@pytest.mark.parametrize("order", list(permutations(range(3)))[1:])
def test_the_order_of_articles_changes_no_row(order: tuple[int, ...]) -> None:
    """The same clauses stand together whichever article comes first."""
    made = [article(f"a{n}", *t) for n, t in enumerate((HANS, HANT, EN[:4]))]
    usual, other = cut(*made), cut(*(made[n] for n in order))
    bound = bridge(*usual)
    one = {frozenset(r.members) for r in clusters(usual, bound, OPTIONS)}
    assert {frozenset(r.members) for r in clusters(other, bound, OPTIONS)} == one


def test_unrelated_articles_share_no_row() -> None:
    """A bridge and a concert have no row in common."""
    assert all(len({m.article for m in r.members}) == 1 for r in rows_of(EN, OTHER))


def test_facts_of_a_cell() -> None:
    """Shares of names and numbers asked for, in the sentence and in the article."""
    seen = Seen(
        score=0.5,
        same=True,
        wanted={"han", "blinken", "num:3"},
        sentence={"han"},
        document={"han", "blinken", "num:3"},
        support=2,
        taken=True,
    )
    assert facts(seen, OPTIONS) == {
        "score": 0.0,
        "same": 1.0,
        "same_score": 0.0,
        "rival": pytest.approx(-math.log(99)),
        "names": 0.5,
        "names_document": 1.0,
        "numbers": 0.0,
        "numbers_document": 1.0,
        "support": 1.0,
        "taken": 1.0,
    }
    assert tuple(facts(seen, OPTIONS)) == CELL_FEATURES


def test_nothing_asked_for_counts_half() -> None:
    """A row without names and numbers speaks neither for nor against."""
    found = facts(Seen(0.5), OPTIONS)
    assert found["names"] == found["numbers"] == found["names_document"] == 0.5


def test_a_better_match_is_likelier() -> None:
    """The shipped head gives more to a clause that matches better and was clustered in."""
    head = heads()["cell"]
    assert chance(Seen(0.9), head, OPTIONS) > chance(Seen(0.3), head, OPTIONS)
    assert chance(Seen(0.9, same=True), head, OPTIONS) > chance(Seen(0.9), head, OPTIONS)
    assert chance(Seen(0.5), Head(dict.fromkeys(CELL_FEATURES, 0.0), 0.0), OPTIONS) == 0.5


@pytest.mark.parametrize("sources", [4, 9, 40])
def test_many_sources_weigh_no_more_than_a_few(sources: int) -> None:
    """Further sources count up to `claim_support_most`, whatever the size of the story."""
    few = Seen(0.9, same=True, support=1 + OPTIONS.claim_support_most)
    many = replace(few, support=sources)
    assert facts(many, OPTIONS) == facts(few, OPTIONS)
    assert facts(many, replace(OPTIONS, claim_support_most=99))["support"] == sources - 1
