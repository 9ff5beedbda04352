"""Rows: facts of one thing, their gravest difference, their order and their names.

How surely two facts are of one thing is what the test says: rows are given the chances.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pytest

from compare.facts import Joined, Rules, by_kind, rows, with_copies
from compare.model import Fact, FactRow, Source, Value
from compare.options import Options
from tests.facts.made import NOON, days, fact, figure, hour
from tests.made import article, source

BODY = "Rescuers counted them in the harbour of the old town on a cold morning."


def sources(names: Iterable[str], published: Sequence[datetime] = ()) -> list[Source]:
    """A source for each letter."""
    moments = published or [NOON] * 26
    return [source(article(n, BODY, published=m)) for n, m in zip(names, moments, strict=False)]


def joined(
    facts: Sequence[Fact],
    chance: float | Mapping[tuple[int, int], float] = 0.9,
    options: Options = Options(),
    columns: Sequence[Source] = (),
) -> tuple[FactRow, ...]:
    """Rows over facts: every pair of a kind has one chance, or a pair of values its own."""
    together = {}
    for kind, some in by_kind(facts, 99).items():
        places = [facts.index(f) for f in some]
        table = np.zeros((len(some), len(some)), dtype=np.float32)
        for i, one in enumerate(places):
            for j, other in enumerate(places):
                pair = min(one, other), max(one, other)
                table[i, j] = chance if isinstance(chance, float) else chance.get(pair, 0)
        together[kind] = Joined(some, table)
    held = columns or sources(sorted({f.article for f in facts}))
    rules = Rules({s.article.id: s.article for s in held}, options)
    return rows(together, held, {}, rules)


def toll(name: str, number: float, **rest: Any) -> Fact:
    """A count of dead."""
    return fact(name, "number", figure(number, "person"), predicate="die", **rest)


def test_facts_of_one_thing_are_a_row() -> None:
    """A cell for each source that gives it, headed by the class of the predicate."""
    (row,) = joined([toll("a", 31), toll("b", 31)])
    assert (row.id, row.kind, row.verdict, row.reason, row.odd) == ("f01", "number", "same", "", ())
    assert {s: [f.value.text for f in cell] for s, cell in row.cells.items()} == {
        "a": ["31 person"],
        "b": ["31 person"],
    }
    assert set(row.labels) >= {"en", "zh-Hans", "zh-Hant"}
    assert (row.words, row.language) == ("", "")


def test_an_article_alone_gives_no_row() -> None:
    """What only one source says is compared with nothing."""
    assert joined([toll("a", 31), toll("a", 31)]) == ()
    assert joined([toll("a", 31)]) == ()
    assert joined([]) == ()


def test_facts_of_two_things_are_no_row() -> None:
    """Below the bound nothing is joined, though the values are equal; the bound is an option."""
    facts = [toll("a", 31), toll("b", 31)]
    assert joined(facts, 0.2) == ()
    assert len(joined(facts, 0.2, Options(fact_join=0.1))) == 1


@pytest.mark.parametrize(
    ("numbers", "verdict", "odd"),
    [
        ((31, 33), "conflict", ("a", "b")),
        ((31, 31, 33), "conflict", ("c",)),
        ((33, 31, 31, 31), "conflict", ("a",)),
        ((31, 32, 33), "conflict", ("a", "b", "c")),
        ((1240, 1200), "less exact", ()),
        ((1240, 1200, 1240), "less exact", ()),
    ],
)
def test_the_gravest_of_all_pairs_counts(
    numbers: tuple[float, ...], verdict: str, odd: tuple[str, ...]
) -> None:
    """One conflict makes a row of conflict; odd is who contradicts the most."""
    (row,) = joined([toll(name, n) for name, n in zip("abcd", numbers, strict=False)])
    assert (row.verdict, row.odd) == (verdict, odd)


@pytest.mark.parametrize(
    ("kept", "verdict", "odd"),
    [
        ("abcd", "conflict", ("d",)),
        ("abc", "less exact", ()),
        ("acd", "conflict", ("d",)),
        ("bd", "conflict", ("d",)),
        ("ac", "same", ()),
        ("d", "same", ()),
    ],
)
def test_a_row_among_some_sources_is_judged_by_these(
    kept: str, verdict: str, odd: tuple[str, ...]
) -> None:
    """What contradicts nobody who is left is contrary no more, though its value reads otherwise."""
    numbers = zip("abcd", (1240, 1200, 1240, 1500), strict=True)
    (row,) = joined([toll(name, n) for name, n in numbers])
    left = row.among(set(kept))
    assert (set(left.cells), left.verdict, left.odd) == (set(kept), verdict, odd)


def test_who_contradicts_the_rest_is_odd_when_the_odd_one_is_gone() -> None:
    """Then those are that contradict each other, and not who contradicts nobody."""
    facts = [toll("a", 31), toll("b", 33), toll("c", 31), toll("c", 33), toll("d", 40)]
    within = {(i, j): 0.9 for i in range(5) for j in range(i, 5)} | {(0, 3): 0.4, (1, 2): 0.4}
    (row,) = joined(facts, within)
    assert row.odd == ("d",)
    assert row.among({"a", "b", "c"}).odd == ("a", "b")


def test_between_two_sources_the_mildest_counts() -> None:
    """An article that gives both figures contradicts nobody."""
    facts = [toll("a", 31), toll("a", 33), toll("b", 33)]
    (row,) = joined(facts, {(0, 2): 0.9, (1, 2): 0.4})
    assert row.verdict == "same"
    assert [f.value.text for f in row.cells["a"]] == ["31 person", "33 person"]


def test_where_both_have_a_value_another_is_of_something_else() -> None:
    """Of two figures that one article gives, the one that the other has too is the one meant, if
    it is about as surely of the same thing.
    """
    facts = [toll("a", 31), toll("a", 33), toll("b", 33)]
    (row,) = joined(facts, {(0, 2): 0.9, (1, 2): 0.46})
    assert row.verdict == "same"
    assert [f.value.text for f in row.cells["a"]] == ["33 person"]


def test_a_conflict_of_unsure_facts_is_left_out() -> None:
    """Values that agree join at a chance at which values that contradict do not."""
    assert len(joined([toll("a", 31), toll("b", 31)], 0.5)) == 1
    facts = [toll("a", 31), toll("b", 33)]
    assert joined(facts, 0.5) == ()
    assert joined(facts, 0.69) == ()
    assert [r.verdict for r in joined(facts, 0.71)] == ["conflict"]
    assert len(joined(facts, 0.5, Options(fact_conflict=0.4))) == 1


@pytest.mark.parametrize(
    ("kind", "values", "predicates"),
    [
        ("number", (figure(31), figure(33)), ("", "")),
        ("number", (figure(31), figure(33)), ("die", "")),
        ("number", (figure(31), figure(33)), ("die", "injure")),
        ("score", (Value("3-1"), Value("3-2")), ("win", "win")),
    ],
)
def test_without_a_common_class_a_conflict_must_be_surer(
    kind: str, values: tuple[Value, Value], predicates: tuple[str, str]
) -> None:
    """Values of no class, of two, and all scores contradict from a chance of their own."""
    facts = [
        fact(name, kind, value, predicate=told)
        for name, value, told in zip("ab", values, predicates, strict=True)
    ]
    assert joined(facts, 0.84) == ()
    assert [r.verdict for r in joined(facts, 0.86)] == ["conflict"]
    assert len(joined(facts, 0.84, Options(fact_conflict_bare=0.8))) == 1


def test_a_class_and_its_opposite_are_one_class() -> None:
    """Figures of what rises and of what falls contradict as surely as those of one class."""
    facts = [
        fact("a", "share", figure(3, "percent"), predicate="rise"),
        fact("b", "share", figure(4, "percent"), predicate="fall"),
    ]
    (row,) = joined(facts, 0.71)
    assert row.verdict == "conflict"


def test_an_unsure_part_is_no_row_with_the_whole() -> None:
    """A part of a count joins its whole only where both are surely of one thing."""
    part = toll("b", 4, scopes=frozenset(["part"]))
    assert joined([toll("a", 31), part], 0.5) == ()
    (row,) = joined([toll("a", 31), part], 0.9)
    assert (row.verdict, row.reason) == ("compatible", "partial count")


def test_of_two_unsure_values_the_less_central_goes() -> None:
    """The fact that is likest to those of the others stays."""
    facts = [toll("a", 31), toll("b", 31), toll("c", 8)]
    (row,) = joined(facts, {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.5})
    assert sorted(row.cells) == ["a", "b"]
    assert row.verdict == "same"


def test_the_fact_that_is_likest_to_the_others_is_shown() -> None:
    """A cell begins with the fact that the other sources mean."""
    facts = [toll("a", 31), toll("a", 31, start=2, end=3), toll("b", 31)]
    (row,) = joined(facts, {(0, 2): 0.6, (1, 2): 0.9})
    assert [f.start for f in row.cells["a"]] == [2, 0]


def test_values_that_cannot_be_compared_are_another_unit() -> None:
    """Where no two facts of two sources are comparable, the row says why."""
    facts = [
        fact(name, "number", figure(3, unit), predicate="sell")
        for name, unit in (("a", "tonne"), ("b", "hectare"))
    ]
    (row,) = joined(facts)
    assert (row.verdict, row.reason) == ("compatible", "unit")
    assert joined(facts, 0.5) == ()


def test_a_toll_that_rises_is_no_conflict() -> None:
    """The rows know when their articles were published."""
    columns = sources("ab", [NOON, NOON + timedelta(hours=5)])
    (row,) = joined([toll("a", 12), toll("b", 31)], columns=columns)
    assert (row.verdict, row.reason, row.odd) == ("compatible", "toll rises", ())


def test_a_copy_has_the_cells_of_its_original() -> None:
    """In the order of the sources; a row that lacks the original has no cell for the copy."""
    columns = sources("cab")
    found = joined([toll("a", 31), toll("b", 33)], columns=columns)
    (row,) = with_copies(found, columns, {"c": "b"})
    assert list(row.cells) == ["c", "a", "b"]
    assert row.cells["c"][0].value == row.cells["b"][0].value
    assert row.cells["c"][0].article == "c"
    assert row.among({"c", "a"}).verdict == "conflict"
    assert row.among({"c", "b"}).verdict == "same"
    assert with_copies(found, columns, {"c": "z"}) == found
    assert with_copies(found, columns, {}) == found


def test_cells_stand_in_the_order_of_the_sources() -> None:
    """Whatever the order in which facts are given."""
    columns = sources("cab")
    (row,) = joined([toll("a", 31), toll("b", 31), toll("c", 31)], columns=columns)
    assert list(row.cells) == ["c", "a", "b"]


def test_a_repeat_is_left_out() -> None:
    """A headline and its text are one row; another value of the class is one of its own."""
    head = [toll(n, 31, start=2, end=3) for n in "ab"]
    body = [toll(n, 31) for n in "abc"]
    facts = [*head, *body]
    within = {(i, j): 0.9 for group in ((0, 1), (2, 3, 4)) for i in group for j in group if i < j}
    (row,) = joined(facts, within)
    assert sorted(row.cells) == ["a", "b", "c"]
    others = [*(toll(n, 8, start=2, end=3) for n in "ab"), *body]
    assert len(joined(others, within)) == 2


def test_a_row_without_a_class_has_the_words_of_an_article() -> None:
    """What the first source counts, else the words around its value."""
    counted = (9, 16)
    facts = [fact(n, "number", figure(3), counts=counted) for n in "ab"]
    (row,) = joined(facts)
    assert (row.labels, row.words, row.language) == ({}, BODY[9:16], "en")
    bare = [
        fact(n, "number", figure(3), start=10, end=17, proposition=(0, len(BODY))) for n in "ab"
    ]
    (row,) = joined(bare)
    assert row.labels == {}
    assert row.words
    assert BODY[10:17] not in row.words
    assert all(piece.strip() in BODY for piece in row.words.split("…"))


def test_the_class_that_most_facts_have_heads_the_row() -> None:
    """A class of half of them or fewer is none; those that deny or mirror it count for it."""
    two = [toll("a", 31), toll("b", 31), fact("c", "number", figure(31))]
    assert joined(two)[0].labels["en"]
    half = [toll("a", 31), fact("b", "number", figure(31, "person"), predicate="injure")]
    assert joined(half)[0].labels == {}
    denied = [toll("a", 31), fact("b", "number", figure(31, "person"), predicate="survive")]
    assert joined(denied)[0].labels == joined(two)[0].labels
    mirrored = [
        fact(n, "money", figure(3, "USD"), predicate=p) for n, p in (("a", "buy"), ("b", "sell"))
    ]
    assert joined(mirrored)[0].labels["en"]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("date", days("2024-05-03")),
        ("period", days("2024-05-01", "2024-05-31")),
        ("place", Value("loc:geneva")),
        ("person", Value("per:anna-keller")),
    ],
)
def test_a_day_or_a_name_of_nothing_is_no_row(kind: str, value: Value) -> None:
    """Kinds that say nothing without a predicate need one."""
    assert joined([fact(n, kind, value) for n in "ab"]) == ()
    assert len(joined([fact(n, kind, value, predicate="sign") for n in "ab"])) == 1


@pytest.mark.parametrize(
    ("kind", "one", "other", "verdicts"),
    [
        ("date", days("2024-05-03"), days("2024-05-04"), ["conflict"]),
        ("time", hour("06:00"), hour("07:10"), ["conflict"]),
        ("place", Value("loc:geneva"), Value("loc:vienna"), []),
        ("person", Value("per:anna-keller"), Value("per:ruth-berg"), []),
    ],
)
def test_a_day_of_nothing_is_a_row_where_it_is_contradicted(
    kind: str, one: Value, other: Value, verdicts: list[str]
) -> None:
    """Two days or hours of one thing are told, whatever it is; two names of nothing are not."""
    found = joined([fact("a", kind, one), fact("b", kind, other)])
    assert [r.verdict for r in found] == verdicts


def test_an_outcome_is_a_row_only_where_it_is_denied() -> None:
    """What all agree on is a claim."""
    who = ("per:anna-keller",)
    one, same, other = (
        fact(name, "outcome", Value(text), predicate="convict", about=who)
        for name, text in (("a", "convict"), ("b", "convict"), ("b", "not convict"))
    )
    assert joined([one, same]) == ()
    (row,) = joined([one, other], 0.99)
    assert (row.kind, row.verdict) == ("outcome", "conflict")


def test_rows_are_ordered_and_numbered() -> None:
    """Contradicted ones first, then those that more give, then as they stand in the text."""

    def cost(name: str, amount: float, start: int) -> Fact:
        return fact(
            name, "money", figure(amount, "USD"), predicate="sell", start=start, end=start + 1
        )

    shared = [toll(n, 31, start=9, end=10) for n in "abc"]
    late = [
        fact(n, "share", figure(4, "percent"), predicate="export", start=5, end=6) for n in "ab"
    ]
    early = [fact(n, "duration", figure(4, "hour"), predicate="strike") for n in "ab"]
    denied = [cost("a", 31, 12), cost("b", 44, 12)]
    columns = [source(article(n, f"{n}. {BODY}", published=NOON)) for n in "abc"]
    found = joined([*late, *early, *shared, *denied], columns=columns)
    assert [r.kind for r in found] == ["money", "number", "duration", "share"]
    assert [r.id for r in found] == ["f01", "f02", "f03", "f04"]


def test_two_sources_of_one_outlet_are_two_columns() -> None:
    """A cell belongs to its source, whose id is not that of its article."""
    first, second = (article(n, BODY, outlet="harbour", published=NOON) for n in "ab")
    columns = [
        Source("harbour", source(first).document),
        Source("harbour-2", source(second).document),
    ]
    (row,) = joined([toll("a", 31), toll("b", 33)], columns=columns)
    assert row.odd == ("harbour", "harbour-2")
