"""Passages: what becomes of the figures, hours and days of one passage in another.

A row is a stretch of article `a`, its proof one of article `b`; how surely two facts are of one
thing is what the test says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.facts import Joined, Passages, Rules, by_predicate
from compare.model import (
    BODY,
    BORNE,
    ELSEWHERE,
    LOOSELY,
    MISSING,
    OPPOSED,
    TITLE,
    Fact,
    Relation,
    Segment,
    Value,
)
from compare.options import Options
from tests.facts.made import NOON, days, fact, figure, hour
from tests.made import article

Chance = float | Mapping[tuple[int, int], float]
FAR = {"start": 40, "end": 41}  # in the article, outside the proof


def stretch(name: str, start: int = 0, end: int = 10, part: str = BODY) -> Segment:
    """A passage of article `name`; the first ten characters of its body unless it is told."""
    return Segment(name, part, start, end, "")


def joined(facts: Sequence[Fact], chance: Chance) -> dict[str, Joined]:
    """The facts by kind: every pair has one chance, or each of the pairs that are named its own."""
    found = {}
    for kind in dict.fromkeys(f.kind for f in facts):
        places = [n for n, f in enumerate(facts) if f.kind == kind]
        table = np.zeros((len(places), len(places)), dtype=np.float32)
        for i, one in enumerate(places):
            for j, other in enumerate(places):
                pair = min(one, other), max(one, other)
                table[i, j] = chance if isinstance(chance, float) else chance.get(pair, 0)
        found[kind] = Joined([facts[n] for n in places], table)
    return found


def passages(
    facts: Sequence[Fact], chance: Chance = 0.9, options: Options = Options(), **rest: Any
) -> Passages:
    """These facts by where they stand, their articles of one hour."""
    articles = {f.article: article(f.article, "A.", published=NOON) for f in facts}
    return Passages(joined(facts, chance), Rules(articles, options), **rest)


def fates(
    facts: Sequence[Fact], chance: Chance = 0.9, options: Options = Options(), **rest: Any
) -> list[str]:
    """What becomes of the facts of `a` in the passage of `b`."""
    held = passages(facts, chance, options, **rest)
    return [b.fate for b in held.borne(stretch("a"), [stretch("b")])]


def toll(name: str, number: float, **rest: Any) -> Fact:
    """A count of injured."""
    return fact(name, "number", figure(number, "person"), predicate="injure", **rest)


# ---------------------------------------------------------------- where facts stand
def test_the_facts_of_a_passage_are_those_that_lie_in_it() -> None:
    """In text order, of its part and article; a fact that reaches over its end is none of it."""
    late = toll("a", 31, start=8, end=10)
    early = fact("a", "date", days("2024-05-03"), start=2, end=5)
    over = toll("a", 33, start=9, end=11)
    before = toll("a", 35, start=0, end=3)
    title = toll("a", 37, start=4, end=5, part=TITLE)
    other = toll("b", 39, start=4, end=5)
    held = passages([late, early, over, before, title, other])
    assert held.within(stretch("a", 2, 10)) == [early, late]
    assert held.within(stretch("a", 2, 10, TITLE)) == [title]
    assert held.within(stretch("b", 2, 10)) == [other]


def test_a_passage_without_facts() -> None:
    """Nothing stands in an article that gives none, nor before its first."""
    held = passages([toll("a", 31, start=8, end=10)])
    assert held.within(stretch("a", 0, 8)) == []
    assert held.within(stretch("z")) == []
    assert passages([]).within(stretch("a")) == []


def test_a_copy_is_looked_up_in_its_original() -> None:
    """An article with the very text of another has its facts, as a row and as a proof."""
    one, other = toll("a", 31), toll("b", 31)
    held = passages([one, other], same={"a2": "a", "b2": "b"})
    assert held.within(stretch("b2")) == [other]
    for row in ("a", "a2"):
        for proof in ("b", "b2"):
            (told,) = held.borne(stretch(row), [stretch(proof)])
            assert (told.fact, told.fate, told.other) == (one, BORNE, other)
    (relation,) = {held.between(stretch(r), stretch("b2")) for r in ("a", "a2")}
    assert relation == Relation("same")


# ---------------------------------------------------------------- fates
ABOUT_20 = figure(20, "person", "at least", 20, 40)


@pytest.mark.parametrize(
    ("kind", "value", "other", "fate"),
    [
        ("number", figure(31, "person"), figure(31, "person"), BORNE),
        ("number", figure(1240, "tonne"), figure(1200, "tonne"), BORNE),
        ("duration", figure(25, "hour"), figure(1, "day"), BORNE),
        ("money", figure(3e6, "USD"), figure(2.8e6, "EUR"), BORNE),
        ("time", hour("06:00", "GMT"), hour("14:00", "Beijing"), BORNE),
        ("score", Value("3-1"), Value("1-3"), BORNE),
        ("date", days("2024-05-03"), days("2024-05-03"), BORNE),
        ("number", figure(23, "person"), ABOUT_20, LOOSELY),
        ("date", days("2024-05-03"), days("2024-05-01", "2024-05-04"), LOOSELY),
        ("date", days("2024-05-01", "2024-05-04"), days("2024-05-03", "2024-05-06"), LOOSELY),
        ("period", days("2024-05-01", "2024-05-31"), days("2024-05-01", "2024-06-30"), LOOSELY),
        ("number", figure(31, "person"), figure(33, "person"), OPPOSED),
        ("money", figure(3e6, "USD"), figure(4e6, "USD"), OPPOSED),
        ("share", figure(4.5, "percent"), figure(5.4, "percent"), OPPOSED),
        ("score", Value("3-1"), Value("3-2"), OPPOSED),
        ("duration", figure(3, "day"), figure(5, "day"), OPPOSED),
        ("time", hour("06:00"), hour("07:10"), OPPOSED),
        ("date", days("2024-05-03"), days("2024-05-04"), OPPOSED),
        ("number", figure(3, "tonne"), figure(3, "hectare"), MISSING),
    ],
)
def test_what_becomes_of_a_value(kind: str, value: Value, other: Value, fate: str) -> None:
    """Given as well (rounded, converted, by another clock), less exactly, otherwise, or not in
    anything it can be held against.
    """
    one, two = fact("a", kind, value), fact("b", kind, other)
    (told,) = passages([one, two]).borne(stretch("a"), [stretch("b")])
    assert (told.fact, told.fate) == (one, fate)
    assert told.other is (None if fate == MISSING else two)


def test_a_value_of_another_kind_bears_nothing_out() -> None:
    """A share of 31 is no count of 31, nor does it contradict one."""
    share = fact("b", "share", figure(33, "percent"))
    assert fates([toll("a", 31), share]) == [MISSING]
    assert fates([toll("a", 31)]) == [MISSING]


def test_names_and_outcomes_have_no_fate() -> None:
    """Only figures, hours and days are looked for."""
    names = [
        fact("a", "place", Value("loc:geneva")),
        fact("a", "person", Value("per:anna-keller")),
        fact("a", "outcome", Value("approve")),
    ]
    assert fates([*names, toll("a", 31, start=3, end=4)]) == [MISSING]
    assert passages(names).borne(stretch("a"), [stretch("b")]) == ()


def test_fates_come_in_text_order() -> None:
    """One for each value of the row, as they stand in it."""
    row = [
        toll("a", 31, start=6, end=7),
        fact("a", "date", days("2024-05-03"), start=0, end=1),
        fact("a", "money", figure(5, "USD"), start=3, end=4),
    ]
    proof = [toll("b", 31), fact("b", "date", days("2024-05-04"))]
    assert fates([*row, *proof]) == [OPPOSED, MISSING, BORNE]


def test_all_passages_of_the_proof_count() -> None:
    """A value that the second passage gives is borne out, whatever the first says."""
    facts = [toll("a", 31), toll("b", 33), toll("b", 31, **FAR)]
    held = passages(facts)
    proofs = [stretch("b"), stretch("b", 35, 45)]
    assert [b.fate for b in held.borne(stretch("a"), proofs)] == [BORNE]
    assert [b.fate for b in held.borne(stretch("a"), proofs[:1])] == [ELSEWHERE]


def test_what_explains_a_difference_leaves_the_value_missing() -> None:
    """A forecast contradicts no result, and does not bear it out."""
    forecast = toll("b", 12, scopes=frozenset(["forecast"]))
    assert fates([toll("a", 31), forecast]) == [MISSING]


@pytest.mark.parametrize(
    ("chance", "options", "fate"),
    [
        (0.51, Options(), OPPOSED),
        (0.49, Options(), MISSING),
        (0.49, Options(fact_opposed=0.4), OPPOSED),
        (0.9, Options(fact_opposed=0.95), MISSING),
    ],
)
def test_another_value_must_be_of_the_same_thing(
    chance: float, options: Options, fate: str
) -> None:
    """How surely is `fact_opposed`; below, the value is only missing."""
    assert fates([toll("a", 31), toll("b", 33)], chance, options) == [fate]


def test_a_value_that_is_given_needs_no_chance() -> None:
    """In a proof that is known to be of the matter, the same figure is the same."""
    assert fates([toll("a", 31), toll("b", 31)], 0.0) == [BORNE]
    rough = fact("b", "number", ABOUT_20)
    assert fates([toll("a", 23), rough], 0.0) == [LOOSELY]


def test_exact_goes_before_rough_and_rough_before_opposed() -> None:
    """Of several values in a proof the one that says the most for the row is told."""
    one, rough, other = toll("a", 23), fact("b", "number", ABOUT_20), toll("b", 33)
    same = toll("b", 23, start=5, end=6)
    assert fates([one, other, rough]) == [LOOSELY]
    assert fates([one, other, rough, same]) == [BORNE]


def test_the_likeliest_of_those_that_contradict_is_told() -> None:
    """The value of the proof that is most surely of the same thing."""
    facts = [toll("a", 31), toll("b", 33), toll("b", 35, start=4, end=5)]
    held = passages(facts, {(0, 1): 0.6, (0, 2): 0.8})
    (told,) = held.borne(stretch("a"), [stretch("b")])
    assert (told.fate, told.other) == (OPPOSED, facts[2])


# ---------------------------------------------------------------- elsewhere
def test_what_the_article_gives_in_another_place_is_not_missing() -> None:
    """A value outside the proof is elsewhere, in the headline too, and goes before another that
    the proof gives.
    """
    one, far = toll("a", 31), toll("b", 31, **FAR)
    (told,) = passages([one, far]).borne(stretch("a"), [stretch("b")])
    assert (told.fate, told.other) == (ELSEWHERE, far)
    assert fates([one, toll("b", 33), far]) == [ELSEWHERE]
    assert fates([one, toll("b", 31, part=TITLE)]) == [ELSEWHERE]
    assert fates([one, toll("c", 31)]) == [MISSING]


@pytest.mark.parametrize(
    ("chance", "options", "fate"),
    [
        (0.31, Options(), ELSEWHERE),
        (0.29, Options(), MISSING),
        (0.29, Options(fact_join=0.2), ELSEWHERE),
    ],
)
def test_a_figure_elsewhere_must_be_of_the_same_thing(
    chance: float, options: Options, fate: str
) -> None:
    """31 of anything else, in another place, does not bear out 31 injured."""
    assert fates([toll("a", 31), toll("b", 31, **FAR)], chance, options) == [fate]


def test_a_day_elsewhere_is_the_day() -> None:
    """An article names the day once, beside whatever comes first."""
    one, far = (fact(n, "date", days("2024-05-03"), **rest) for n, rest in (("a", {}), ("b", FAR)))
    assert fates([one, far], 0.0) == [ELSEWHERE]
    assert fates([one, fact("b", "date", days("2024-05-04")), far], 0.0) == [ELSEWHERE]


def test_a_rough_value_elsewhere_is_none() -> None:
    """Elsewhere the value itself is looked for, not one that only allows it."""
    assert fates([toll("a", 23), fact("b", "number", ABOUT_20, **FAR)]) == [MISSING]


# ---------------------------------------------------------------- how badly
SLIGHT, SEVERE = frozenset(["slight"]), frozenset(["severe"])


@pytest.mark.parametrize(
    ("scopes", "other", "fate"),
    [
        (SLIGHT, SEVERE, OPPOSED),
        (SEVERE, SLIGHT, OPPOSED),
        (SLIGHT, SLIGHT, BORNE),
        (SEVERE, SEVERE, BORNE),
        (SEVERE | {"part"}, SEVERE, BORNE),
        (frozenset(), SLIGHT, BORNE),
        (SEVERE, frozenset(), BORNE),
    ],
)
def test_43_badly_hurt_are_not_43_slightly_hurt(
    scopes: frozenset[str], other: frozenset[str], fate: str
) -> None:
    """The very figure of something worse contradicts; no other mark does, nor saying nothing of how
    badly.
    """
    assert fates([toll("a", 43, scopes=scopes), toll("b", 43, scopes=other)]) == [fate]


def test_something_worse_must_be_of_the_same_thing() -> None:
    """Unsurely of one thing, the figure is only missing."""
    facts = [toll("a", 43, scopes=SLIGHT), toll("b", 43, scopes=SEVERE)]
    assert fates(facts, 0.4) == [MISSING]


def test_another_figure_of_something_worse_contradicts_nothing() -> None:
    """12 badly hurt stand beside 43 slightly hurt."""
    assert fates([toll("a", 43, scopes=SLIGHT), toll("b", 12, scopes=SEVERE)]) == [MISSING]


def test_something_worse_elsewhere_bears_nothing_out() -> None:
    """43 badly hurt in another place are no 43 slightly hurt, who in another place are."""
    row, worse = toll("a", 43, scopes=SLIGHT), toll("b", 43, scopes=SEVERE, **FAR)
    assert fates([row, worse]) == [MISSING]
    assert fates([row, toll("b", 43, scopes=SEVERE), toll("b", 43, scopes=SLIGHT, **FAR)]) == [
        ELSEWHERE
    ]


# ---------------------------------------------------------------- alone
def test_a_single_value_of_each_is_of_one_thing_where_told_so() -> None:
    """Two passages of one matter that state one figure each state it of one thing; not days beside
    figures, nor one of several.
    """
    one, other = toll("a", 31), toll("b", 33)
    second = toll("a", 8, start=4, end=5)
    assert fates([one, other], 0.0, alone=True) == [OPPOSED]
    assert fates([one, other], 0.0) == [MISSING]
    assert fates([one, second, other], 0.0, alone=True) == [MISSING, MISSING]
    assert fates([one, other, toll("b", 8, start=4, end=5)], 0.0, alone=True) == [MISSING]
    day = fact("b", "date", days("2024-05-03"), start=4, end=5)
    assert fates([one, other, day], 0.0, alone=True) == [OPPOSED]


def test_a_single_figure_of_something_worse_contradicts_too() -> None:
    """The one count of a passage, of the badly hurt, against the one of the slightly hurt."""
    facts = [toll("a", 43, scopes=SLIGHT), toll("b", 43, scopes=SEVERE)]
    assert fates(facts, 0.0, alone=True) == [OPPOSED]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.integers(1, 6), max_size=4),
    st.lists(st.integers(1, 6), max_size=4),
    st.lists(st.integers(1, 6), max_size=3),
    st.sampled_from([0.0, 0.4, 0.9]),
    st.booleans(),
)
def test_every_figure_has_one_fate(
    row: list[int], proof: list[int], beyond: list[int], chance: float, alone: bool
) -> None:
    """Each in order; borne out where the proof has it, and contradicted only where neither the
    proof nor the article has it.
    """
    facts = [toll("a", n, start=2 * i, end=2 * i + 1) for i, n in enumerate(row)]
    facts += [toll("b", n, start=2 * i, end=2 * i + 1) for i, n in enumerate(proof)]
    facts += [toll("b", n, start=40 + i, end=41 + i) for i, n in enumerate(beyond)]
    told = passages(facts, chance, alone=alone).borne(stretch("a"), [stretch("b")])
    assert [b.fact.value.low for b in told] == row
    for one in told:
        assert (one.fate == BORNE) == (one.fact.value.low in proof)
        assert (one.other is None) == (one.fate == MISSING)
        if one.fate == OPPOSED:
            assert proof
            assert chance > 0.5 or (alone and len(row) == len(proof) == 1)
            assert one.fact.value.low not in proof
        if one.fate == ELSEWHERE:
            assert one.fact.value.low in beyond


# ---------------------------------------------------------------- between two stretches
@pytest.mark.parametrize(
    ("value", "others", "relation"),
    [
        (figure(31, "person"), [figure(31, "person")], Relation("same")),
        (figure(31, "person"), [figure(33, "person")], Relation("conflict")),
        (figure(31, "person"), [figure(33, "person"), figure(31, "person")], None),
        (figure(23, "person"), [ABOUT_20], Relation("less exact", "precision")),
        (figure(3, "tonne"), [figure(3, "hectare")], Relation("compatible")),
        (figure(31, "person"), [], None),
    ],
)  # fmt: skip
def test_the_relation_of_two_stretches(
    value: Value, others: list[Value], relation: Relation | None
) -> None:
    """Compatible where two cannot be held against each other, none where one states none, or
    several.
    """
    facts = [fact("a", "number", value)]
    facts += [fact("b", "number", v, start=n, end=n + 1) for n, v in enumerate(others)]
    held = passages(facts)
    assert held.between(stretch("a"), stretch("b")) == relation
    assert held.between(stretch("b"), stretch("a")) == relation


def test_two_kinds_do_not_stand_to_each_other() -> None:
    """A day beside a count says nothing of it."""
    day = fact("b", "date", days("2024-05-03"))
    assert passages([toll("a", 31), day]).between(stretch("a"), stretch("b")) is None


def test_a_value_around_a_stretch_is_stated_in_it() -> None:
    """Three of the four words of a value are enough, the words beside it are not."""
    held = passages([toll("a", 31, start=4, end=9), toll("b", 33, start=4, end=9)])
    for start, end in ((5, 6), (0, 5), (8, 20), (4, 9)):
        assert held.between(stretch("a", start, end), stretch("b")) == Relation("conflict")
    for start, end in ((0, 4), (9, 20)):
        assert held.between(stretch("a", start, end), stretch("b")) is None


# ---------------------------------------------------------------- headlines
def headline(number: float, **rest: Any) -> Fact:
    """A figure of the headline of `a`."""
    return fact("a", "number", figure(number), **{"part": TITLE, "predicate": "injure"} | rest)


def test_a_headline_is_belied_by_its_own_text() -> None:
    """Its figure, with the first in the text for the same thing, where these contradict."""
    head, body, later = headline(19), toll("a", 20), toll("a", 21, **FAR)
    assert passages([head, body, later]).selves() == [(head, body)]
    assert passages([head, toll("b", 20)]).selves() == []
    assert passages([head]).selves() == []
    assert passages([toll("a", 19, **FAR), body]).selves() == []


def test_a_text_that_has_the_figure_too_belies_nothing() -> None:
    """Whatever else it gives, and in whatever words; a rough figure that allows it will do."""
    head, body = headline(19), toll("a", 20)
    assert passages([head, body, toll("a", 19, **FAR)]).selves() == []
    other = fact("a", "number", figure(19), **FAR)
    assert passages([head, body, other]).selves() == []
    rough = fact("a", "number", figure(20, "", "at least", 20, 40), **FAR)
    assert passages([headline(23), body, rough]).selves() == []


@pytest.mark.parametrize("predicate", ["", "die"])
def test_a_headline_without_the_same_predicate_is_not_belied(predicate: str) -> None:
    """A figure of nothing, or of something else, says nothing against the text."""
    assert passages([headline(19, predicate=predicate), toll("a", 20)]).selves() == []
    bare = fact("a", "number", figure(20))
    assert passages([headline(19, predicate=predicate), bare]).selves() == []


def test_what_explains_a_difference_belies_nothing() -> None:
    """A part of them in the headline, all of them in the text."""
    assert passages([headline(19, scopes=frozenset(["part"])), toll("a", 20)]).selves() == []


def test_days_of_a_headline_are_not_held_against_its_text() -> None:
    """A headline is often of another day than its first sentence; an hour is a figure."""
    for kind, one, other, found in (
        ("date", days("2024-05-03"), days("2024-05-04"), 0),
        ("time", hour("06:00"), hour("07:10"), 1),
    ):
        head = fact("a", kind, one, part=TITLE, predicate="arrest")
        body = fact("a", kind, other, predicate="arrest")
        assert len(passages([head, body]).selves()) == found


@pytest.mark.parametrize(
    ("chance", "options", "found"),
    [(0.71, Options(), 1), (0.69, Options(), 0), (0.69, Options(fact_conflict=0.6), 1)],
)
def test_a_headline_is_belied_only_surely(chance: float, options: Options, found: int) -> None:
    """As surely as two articles contradict each other: `fact_conflict`."""
    assert len(passages([headline(19), toll("a", 20)], chance, options).selves()) == found


# ---------------------------------------------------------------- by predicate
def test_facts_of_one_class_are_of_one_thing() -> None:
    """Surely where the class is the same and known, else surely not."""
    some = [toll("a", 31), toll("b", 33), fact("b", "number", figure(4), predicate="die")]
    some += [fact(n, "number", figure(5)) for n in "ab"]
    found = by_predicate({"number": some, "date": [fact("a", "date", days("2024-05-03"))]})
    assert set(found) == {"number", "date"}
    assert found["number"].facts == some
    assert found["number"].chance.tolist() == [
        [1, 1, 0, 0, 0],
        [1, 1, 0, 0, 0],
        [0, 0, 1, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
    ]
    assert by_predicate({}) == {}
