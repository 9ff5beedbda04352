"""Excuses: conflicts that a rule of comparability explains, alone and in whole comparisons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare import pipeline
from compare.claims.discrepancies.accounts import account, statement
from compare.claims.discrepancies.excuses import excused
from compare.claims.discrepancies.findings import (
    COMPATIBLE,
    CONFLICT,
    SHIFT,
    WORDING,
    Finding,
    Spot,
)
from compare.model import BODY, Article, Discrepancy, Relation, Speech
from tests.claims.told import Told
from tests.made import article, source, story

ONE = article("one", "The port has many ships. It sold 31 of them in May.")
OTHER = article("other", "The port sold 12 ships, and more may follow.")


def spot(made: Article, words: str) -> Spot:
    """The spot of `words`, in the sentence that holds them."""
    whole = account(source(made), (), Speech())
    start = made.text.index(words)
    said = statement(whole, BODY, start, start + len(words))
    assert said is not None
    return Spot(said, start, start + len(words), words)


def finding(kind: str = "number", severity: str = CONFLICT) -> Finding:
    """A difference of the two articles, found by some rule."""
    return Finding(kind, severity, "one thing", spot(ONE, "31"), spot(OTHER, "12"), ("c01",))


PART = Relation("compatible", "partial count")


# ---------------------------------------------------------------- one by one
@pytest.mark.parametrize("kind", ["number", "date"])
@pytest.mark.parametrize(
    "relation",
    [
        PART,
        Relation("compatible", "forecast and result"),
        Relation("compatible", "time zone"),
        Relation("compatible", "currency"),
        Relation("less exact", "rounding"),
    ],
)
def test_a_difference_that_is_explained_is_compatible(kind: str, relation: Relation) -> None:
    """It is told still, by the name of what explains it, with the same sides and claims."""
    (found,) = excused([finding(kind)], Told(relation))
    assert found == replace(finding(kind), severity=COMPATIBLE, rule=relation.reason)


@pytest.mark.parametrize("relation", [Relation("same"), Relation("compatible")])
def test_values_that_do_not_differ_are_no_finding(relation: Relation) -> None:
    """Two forms of one value are no difference, and one without a reason cannot be told."""
    assert excused([finding()], Told(relation)) == []


@pytest.mark.parametrize("relation", [None, Relation("conflict")])
def test_what_nothing_explains_stays_a_conflict(relation: Relation | None) -> None:
    """Typed values that contradict each other, and words that state none, leave a finding alone."""
    assert excused([finding()], Told(relation)) == [finding()]


@pytest.mark.parametrize("kind", ["actor", "place", "quote", "modality", "polarity", "attribution"])
def test_only_numbers_and_days_are_typed(kind: str) -> None:
    """Nothing about figures explains who, where, or how it is said."""
    passages = Told(PART)
    assert excused([finding(kind)], passages) == [finding(kind)]
    assert passages.asked == []


@pytest.mark.parametrize("severity", [SHIFT, WORDING, COMPATIBLE])
def test_only_conflicts_are_excused(severity: str) -> None:
    """What accuses nobody is left as it is."""
    told = finding(severity=severity)
    assert excused([told], Told(PART)) == [told]


def test_an_article_at_odds_with_itself_is_not_excused() -> None:
    """Two spots of one source are not held against each other by the rules for two."""
    inside = replace(finding(), right=spot(ONE, "May"))
    assert excused([inside], Told(PART)) == [inside]


def test_without_facts_nothing_is_excused() -> None:
    """Findings stay as they are where no facts were read."""
    assert excused([finding()], None) == [finding()]
    assert excused([], Told(PART)) == []


def test_the_very_spots_are_asked() -> None:
    """The stretches whose values are compared are those that differ, not their sentences."""
    passages = Told(PART)
    excused([finding()], passages)
    ((left, (right,)),) = passages.asked
    for place, made, words in ((left, ONE, "31"), (right, OTHER, "12")):
        assert (place.article, place.part) == (made.id, BODY)
        assert made.text[place.start : place.end] == words


def test_each_finding_is_asked_for_itself() -> None:
    """In their order; those that stay are not changed by those that go."""
    kept = [finding("actor"), finding(severity=SHIFT)]
    assert excused([kept[0], finding(), kept[1]], Told(Relation("same"))) == kept


# ---------------------------------------------------------------- whole comparisons
def differing(one: str, other: str, kind: str = "number") -> list[Discrepancy]:
    """The discrepancies of a kind between two short articles of one day."""
    both = story(article("east", one), article("west", other))
    return [d for d in pipeline.analyse(both).discrepancies if d.kind == kind]


EXPLAINED = [
    (
        "The ferry fire off Port Salter injured 31 people, the coastguard said on Friday.",
        "Among the passengers injured in the ferry fire off Port Salter on Friday were 12 people.",
        "partial count",
    ),
    (
        "Exports of the Orrin valley reached 40 million dollars in April.",
        "Exports of the Orrin valley were forecast to reach 55 million dollars in April.",
        "forecast and result",
    ),
    (
        "奥林船厂去年出口额为4000万美元。",
        "奥林船厂去年出口额预计为5500万美元。",
        "forecast and result",
    ),
    (
        "奧林船廠去年出口額為4000萬美元。",
        "奥林船厂去年出口额预计为5500万美元。",
        "forecast and result",
    ),
]


@pytest.mark.parametrize(("one", "other", "reason"), EXPLAINED)
def test_figures_that_may_both_be_right_are_told_with_the_reason(
    one: str, other: str, reason: str
) -> None:
    """A part beside its whole, a forecast beside its result: compatible, and why."""
    (found,) = differing(one, other)
    assert (found.severity, found.note.partition(":")[0]) == ("compatible", reason)
    assert {s.source for s in found.sides} == {"east", "west"}


@pytest.mark.parametrize(("one", "other", "reason"), EXPLAINED)
def test_no_cell_conflicts_where_the_figures_may_both_be_right(
    one: str, other: str, reason: str
) -> None:
    """Nobody is accused, whichever article is first."""
    for texts in ((one, other), (other, one)):
        both = story(*(article(n, t) for n, t in zip(("east", "west"), texts, strict=True)))
        found = pipeline.analyse(both)
        assert found.claims
        assert {c.status for claim in found.claims for c in claim.cells.values()} <= {
            "included",
            "partial",
        }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Revenue of the Orrin shipyard rose to $40 million in the first quarter.",
            "Profit of the Orrin shipyard rose to $55 million in the first quarter.",
        ),
        ("奥林船厂第一季度营收4000万美元。", "奥林船厂第一季度利润500万美元。"),
        (
            "The Orrin shipyard sold its dock for $40 million on Friday.",
            "The Orrin shipyard sold its dock for 37 million euros on Friday.",
        ),
    ],
)
def test_figures_of_unlike_measures_are_no_conflict(one: str, other: str) -> None:
    """Revenue is no profit, and a price in dollars none in euros."""
    assert "conflict" not in {d.severity for d in differing(one, other)}


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "The Orrin shipyard sold its dock to the city for $40 million on Friday.",
            "The Orrin shipyard sold its dock to the city for $55 million on Friday.",
            {"40000000 USD", "55000000 USD"},
        ),
        (
            "奥林船厂周五以4000万美元把码头卖给市政府。",
            "奧林船廠週五以5500萬美元把碼頭賣給市政府。",
            {"40000000 USD", "55000000 USD"},
        ),
        (
            "Exports of the Orrin valley were forecast to reach 40 million dollars in April.",
            "Exports of the Orrin valley were forecast to reach 55 million dollars in April.",
            {"40000000 USD", "55000000 USD"},
        ),
    ],
)
def test_two_sums_for_one_thing_are_a_conflict(one: str, other: str, values: set[str]) -> None:
    """What nothing explains is told as before, two forecasts too."""
    (found,) = differing(one, other)
    assert found.severity == "conflict"
    assert {s.value for s in found.sides} == values


def test_an_hour_by_two_clocks_is_no_conflict() -> None:
    """6.30 in one zone is 8.30 in another; without the zones it is not."""
    line = "The fire at the Orrin mill was put out at {} on Friday."
    zoned = differing(line.format("6.30 p.m. GMT"), line.format("8.30 p.m. Berlin time"), "date")
    assert "conflict" not in {d.severity for d in zoned}
    bare = differing(line.format("6.30 p.m."), line.format("8.30 p.m."), "date")
    assert {d.severity for d in bare} == {"conflict"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The flood in Orrin injured 31 people, including 4 children.",
            "The flood in Orrin injured 31 people.",
        ),
        (
            "The flood in Orrin injured 31 people, four of them seriously.",
            "The flood in Orrin injured 31 people.",
        ),
        ("奥林洪水造成31人受伤，包括4名儿童。", "奥林洪水造成31人受伤。"),
        ("奥林洪水造成31人受伤（4人重伤）。", "奧林洪水造成31人受傷。"),
    ],
)
def test_a_part_that_only_one_tells_contradicts_nothing(one: str, other: str) -> None:
    """Who of the injured is a child or badly hurt leaves the number of them as it is."""
    assert differing(one, other) == []
    assert differing(other, one) == []


def test_how_often_is_no_quantity() -> None:
    """Some 18,000 each day and about 18,000 every day are one figure."""
    one = "About 18,000 vehicles use the bridge every day."
    assert differing(one, "Some 18,000 vehicles cross the bridge each day.", "modality") == []


def test_a_difference_that_two_rules_find_is_one() -> None:
    """It lists every source once."""
    texts = {
        "council": "Repairs are expected to cost 4.2 million pounds and to take five months.",
        "wire": "Repairs are expected to cost 4.2 million pounds and take five months.",
        "courier": "Repairs will take seven months and cost 4.8 million pounds, it has learned.",
        "ledger": "Repairs are expected to cost 4.2 million pounds and to take five months.",
    }
    found = pipeline.analyse(story(*(article(name, text) for name, text in texts.items())))
    by_values = [({s.value for s in d.sides}, d) for d in found.discrepancies]
    months = [d for values, d in by_values if values == {"5 month", "7 month"}]
    assert [sorted(s.source for s in d.sides) for d in months] == [sorted(texts)]
    cost = [d.severity for values, d in by_values if "4800000" in values]
    assert cost == ["conflict"]
