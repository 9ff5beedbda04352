"""Rows of clauses over many articles, and what every article has on each."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from compare.matching.clusters import clusters, pairs
from compare.matching.units import Unit, units
from compare.model import BODY, TITLE, Cluster, Mention
from compare.options import Options
from compare.reading.document import document
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


AGE = "The bridge was built in 1978 and carries 30,000 cars a day."


def titled(*texts: tuple[str, tuple[str, ...]]) -> list[Cluster]:
    """Rows over articles a0, a1, … of a headline and paragraphs."""
    columns = cut(*(article(f"a{n}", *t, title=title) for n, (title, t) in enumerate(texts)))
    return clusters(columns, bridge(*columns), OPTIONS)


def test_headlines_found_no_row() -> None:
    """Titles that say the same are no row, also where nothing else says it."""
    found = rows_of(HANS, HANT, title="青河大桥垮塌 六人落水")
    assert not any(all(m.part == TITLE for m in row.members) for row in found)
    title = "The mayor resigned"
    assert titled((title, EN[2:4]), (title, OTHER))
    assert all(
        m.part == BODY for row in titled((title, EN[2:4]), (title, OTHER)) for m in row.members
    )
    assert titled((title, ()), (title, ())) == []


def test_a_headline_joins_a_row() -> None:
    """What a body says and another article's headline says stand in one row."""
    found = titled(("", EN), (AGE[:-1], EN[:2] + EN[3:]))
    row = next(r for r in found if any(m.text == AGE for m in r.members))
    assert [(m.article, m.part) for m in row.members] == [("a0", BODY), ("a1", TITLE)]


def test_a_headline_comes_last_where_the_row_has_no_clause() -> None:
    """Of what an article has nearest to a row, its headline is never the best."""
    found = titled(("", EN), ("The bridge that fell carries cars", OTHER))
    row = next(r for r in found if any(m.text == AGE for m in r.members))
    assert {m.article for m in row.members} == {"a0"}
    found_there = row.candidates["a1"]
    assert [c.segment.part for c in found_there] == [*[BODY] * len(OTHER), TITLE]
    assert found_there[-1].score > found_there[0].score


def test_a_headline_is_not_the_best_of_a_row_that_the_body_is_in() -> None:
    """A body that says it in other words comes before a headline in the very words."""
    told = "Built in 1978, the bridge is used by 30,000 cars every day."
    found = titled(("", EN), (AGE[:-1], (*EN[:2], told, *EN[3:])))
    row = next(r for r in found if any(m.text == AGE for m in r.members))
    assert {m.part for m in row.members if m.article == "a1"} == {BODY, TITLE}
    assert row.candidates["a1"][0].segment.part == BODY


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


def test_chances_of_all_pairs() -> None:
    """Each two articles both ways, and each with itself; none where one has no text."""
    columns = [*cut(article("a", *HANS), article("b", *EN)), []]
    found = pairs(columns, bridge(*columns), OPTIONS)
    assert set(found.says) == set(found.bare) == {(i, j) for i in range(2) for j in range(2)}
    for (i, j), table in found.says.items():
        assert table.shape == found.bare[i, j].shape == (len(columns[i]), len(columns[j]))
        assert table.min() >= 0
        assert table.max() <= 1


def dated(name: str, text: str, surface: str, kind: str, value: str) -> list[Unit]:
    """The units of an article in which a date or a number was found."""
    made = article(name, text)
    start = made.text.index(surface)
    found = Mention(name, BODY, start, start + len(surface), surface, kind, value=value)
    return units(document(made), [found])


@pytest.mark.parametrize(
    ("one", "other", "surface", "kind", "value"),
    [
        (
            "The council meets on 14 May to vote on the budget.",
            "Tickets for the concert on 14 May are sold out.",
            "14 May",
            "DATE",
            "2024-05-14",
        ),
        (
            "会谈将于5月14日举行。",
            "5月14日演唱会门票售罄。",
            "5月14日",
            "DATE",
            "2024-05-14",
        ),
        (
            "1,240 tonnes were shipped.",
            "1,240 voters registered.",
            "1,240",
            "NUM",
            "1240",
        ),
        (
            "Profit rose to 300 million dollars.",
            "Debt fell to 300 million dollars.",
            "300 million",
            "NUM",
            "300000000",
        ),
    ],
)
def test_a_date_or_a_number_alone_joins_nothing(
    one: str, other: str, surface: str, kind: str, value: str
) -> None:
    """Clauses that share a figure and say different things stand in rows of their own."""
    sides = [dated(n, t, surface, kind, value) for n, t in (("a", one), ("b", other))]
    assert {key for side in sides for u in side for key in u.anchors} == {f"{kind.lower()}:{value}"}
    found = clusters(sides, bridge(*sides), OPTIONS)
    assert [len(row.members) for row in found] == [1, 1]


def test_the_second_witness_does_not_see_figures() -> None:
    """Two clauses that are likely one by their figure are kept apart by what is left without it,
    and joined where nothing needs to be left.
    """
    texts = ("Profit rose to 300 million dollars.", "Debt fell to 300 million dollars.")
    a, b = (dated(t[:6], t, "300 million", "NUM", "300000000") for t in texts)
    bound = bridge(a, b)
    chances = pairs([a, b], bound, OPTIONS)
    for key in ((0, 1), (1, 0)):
        assert chances.says[key].item() >= OPTIONS.claim_same_row
        assert chances.bare[key].item() < chances.says[key].item() / 2
    assert min(chances.bare[0, 1].item(), chances.bare[1, 0].item()) < OPTIONS.claim_same_bare
    assert len(clusters([a, b], bound, OPTIONS)) == 2
    assert len(clusters([a, b], bound, replace(OPTIONS, claim_same_bare=0.0))) == 1


def test_without_figures_both_witnesses_say_the_same() -> None:
    """Where there is no number and no date, nothing is masked."""
    columns = cut(article("a", HANS[1], HANS[4]), article("b", EN[1], EN[4]))
    found = pairs(columns, bridge(*columns), OPTIONS)
    assert all(np.array_equal(found.says[key], found.bare[key]) for key in found.says)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (
            "The bridge was built in 1978.",
            "The bridge was built in 1978 by a firm from Lyon that went bankrupt in a crisis.",
        ),
        ("市长辞职。", "市长在调查委员会发现他多年隐瞒检查报告之后宣布辞职。"),
    ],
)
def test_both_have_to_say_what_the_other_says(short: str, long: str) -> None:
    """A clause inside a longer one is carried by it, but is no telling of the whole."""
    columns = cut(article("a", short), article("b", long))
    bound = bridge(*columns)
    chances = pairs(columns, bound, OPTIONS).says
    assert chances[0, 1].max() >= OPTIONS.claim_same_row > chances[1, 0].max()
    found = clusters(columns, bound, OPTIONS)
    assert [len(row.members) for row in found] == [1, 1]
    there = {row.members[0].article: row.candidates for row in found}
    assert there["a"]["b"][0].chance > there["b"]["a"][0].chance
