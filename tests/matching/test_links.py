"""Links between sentences of two articles."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from compare.matching.links import linked_pairs, links, run_matrix
from compare.matching.similarity import Matrix, centred_scores, mix, unit_scores
from compare.matching.units import runs
from compare.model import BODY, TITLE
from compare.options import Options
from tests.made import article, bridge, cut
from tests.matching.texts import EN, HANS, HANT, OTHER

OPTIONS = Options()
ORDER = (3, 0, 5, 1, 4, 2)


def linked(left: tuple[str, ...], right: tuple[str, ...]) -> set[tuple[int, int]]:
    """Paragraph pairs that are linked."""
    a, b = cut(article("a", *left), article("b", *right))
    found = links(a, b, bridge(a, b), OPTIONS)
    return {(x.left.paragraph or 0, x.right.paragraph or 0) for x in found}


@pytest.mark.parametrize(("left", "right"), [(HANS, HANT), (HANS, EN), (EN, HANT), (EN, EN)])
def test_a_shuffled_telling_is_linked_sentence_by_sentence(
    left: tuple[str, ...], right: tuple[str, ...]
) -> None:
    """Each sentence finds its partner wherever it stands, in either script or language."""
    shuffled = tuple(right[i] for i in ORDER)
    assert linked(left, shuffled) == {(i, n) for n, i in enumerate(ORDER)}


def test_missing_sentences_stay_without_a_partner() -> None:
    """What the other text leaves out is linked to nothing."""
    found = linked(HANS, tuple(EN[i] for i in (0, 2, 5)))
    assert found == {(0, 0), (2, 1), (5, 2)}


def test_two_events_have_no_links() -> None:
    """A concert and a bridge have nothing to say to each other."""
    assert linked(EN, OTHER) == set()


def test_a_sentence_may_be_told_in_two() -> None:
    """One long sentence is linked to both halves of it, which follow each other in a paragraph."""
    joined = (HANS[0], HANS[1][:-1] + "；" + HANS[2], *HANS[3:])
    a, b = cut(article("a", *joined), article("b", HANS[0], HANS[1] + HANS[2], *HANS[3:]))
    found = links(a, b, bridge(a, b), OPTIONS)
    told = [x.right.text for x in found if x.left.paragraph == 1]
    assert told == [HANS[1], HANS[2]]


def test_links_are_in_reading_order_and_within_bounds() -> None:
    """Links come in the order of the left text, with scores in 0..1, part with like part."""
    a, b = cut(
        article("a", *HANS, title="大桥垮塌"), article("b", *HANT, title="大橋垮塌 六人落水")
    )
    found = links(a, b, bridge(a, b), OPTIONS)
    assert [x.left.sentence for x in found] == sorted(x.left.sentence for x in found)
    assert all(0 <= x.score <= 1 and x.left.part == x.right.part for x in found)
    assert {x.left.part for x in found} == {TITLE, BODY}


def test_links_turn_round_with_the_articles() -> None:
    """The links of b with a are those of a with b seen from the other side."""
    a, b = cut(article("a", *HANS), article("b", *EN[:4]))
    made = bridge(a, b)
    there = {(x.left, x.right) for x in links(a, b, made, OPTIONS)}
    assert {(x.right, x.left) for x in links(b, a, made, OPTIONS)} == there


def test_nothing_to_link_is_no_error() -> None:
    """An empty side gives no links."""
    a, b = cut(article("a", *HANS), article("b"))
    assert links(a, b, bridge(a, b), OPTIONS) == []
    assert linked_pairs(np.zeros((0, 0), np.float32), [], [], OPTIONS) == []
    assert unit_scores(a, b, bridge(a, b), OPTIONS).shape == (len(a), 0)


def test_single_sentences_are_linked_by_their_score_alone() -> None:
    """Without rivals a neutral one stands in for them."""
    assert linked(HANS[:1], HANT[:1]) == {(0, 0)}
    assert linked(HANS[:1], OTHER[:1]) == set()


def test_two_short_sentences_are_one_long_one_in_another_language() -> None:
    """Halves that alone say too little are linked together, from either side."""
    halves = "The dam held. But the fields below it stood under water for a month, farmers said."
    whole = "农民说，大坝虽然没有垮，但下游的田地被淹了一个月。"
    a, b = cut(article("a", *EN[:4], halves), article("b", *HANS[:4], whole))
    made = bridge(a, b)
    for one, other, side in ((a, b, "right"), (b, a, "left")):
        found = [x for x in links(one, other, made, OPTIONS) if getattr(x, side).text == whole]
        assert len(found) == 2


def test_runs_stay_inside_a_paragraph() -> None:
    """Two sentences are joined only when they follow each other in one paragraph."""
    (units,) = cut(article("a", HANS[0] + HANS[1], HANS[2], title="大桥垮塌"))
    texts = [run.unit.core for run in runs(units)]
    assert texts == ["大桥垮塌", HANS[0], HANS[0] + HANS[1], HANS[1], HANS[2]]


SCORES = arrays.arrays(
    np.float32,
    st.tuples(st.integers(1, 11), st.integers(1, 11)),
    elements=st.floats(0, 1, width=16),
)


@settings(deadline=None, max_examples=50)
@given(SCORES)
def test_a_sentence_is_in_one_pair(matrix: Matrix) -> None:
    """Whatever the scores, no two pairs share a sentence."""
    every = runs(cut(article("a", "".join(HANS)))[0])
    left, right = every[: len(matrix)], every[: matrix.shape[1]]
    found = linked_pairs(matrix, left, right, OPTIONS)
    for side, own in ((left, 0), (right, 1)):
        places = [place for pair in found for place in side[pair[own]].span]
        assert len(places) == len(set(places))


def test_rivals_that_share_a_sentence_do_not_count() -> None:
    """A half as good as its whole does not keep the whole from standing out."""
    left = runs(cut(article("a", HANS[0]))[0])
    right = runs(cut(article("b", HANS[0] + HANS[1]))[0])
    scores = np.array([[0.8, 0.9, 0.8]], np.float32)
    assert linked_pairs(scores, left, right, OPTIONS) == [(0, 1)]


def test_articles_with_little_in_common_meet_a_floor() -> None:
    """Where no pair stands out, the scale of the pairs lets none through."""
    left, right = (runs(cut(article(n, *HANS[:3]))[0]) for n in "ab")
    assert linked_pairs(np.full((3, 3), 0.4, np.float32), left, right, OPTIONS) == []
    weak = np.eye(3, dtype=np.float32) * 0.29
    assert linked_pairs(weak, left, right, OPTIONS) == []


def test_chinese_and_japanese_meet_in_their_characters() -> None:
    """Characters written alike count; other Japanese ones and other languages do not."""
    a, b = cut(
        article("a", "大桥垮塌，六人落水。"),
        article("b", "大橋が崩れ、六人が水に落ちた。", "みぞれとあられ。", language="ja"),
    )
    made = bridge(a, b)
    alone = replace(OPTIONS, encoder_share_zh_ja=1.0)
    gain = unit_scores(a, b, made, replace(OPTIONS, encoder_share_zh_ja=0.0))
    assert gain[0, 0] > 0.2
    assert gain[0, -1] == 0
    assert unit_scores(a, b, made, alone)[0, -1] > 0


def test_what_all_sentences_share_counts_less() -> None:
    """Sentences on one topic that say different things lie further apart without their mean."""
    a, b = cut(article("a", *HANS), article("b", *EN))
    made, apart = bridge(a, b), ~np.eye(len(HANS), dtype=bool)
    plain = centred_scores(runs(a), runs(b), made, replace(OPTIONS, link_centred=0.0))[apart]
    assert centred_scores(runs(a), runs(b), made, OPTIONS)[apart].mean() < plain.mean()


def test_unlike_lengths_lower_a_score() -> None:
    """A sentence scores less against a much longer one than words and meaning alone say."""
    a, b = cut(article("a", HANS[0]), article("b", HANS[0][:-1] + HANS[1]))
    made = bridge(a, b)
    left, right = runs(a), runs(b)
    plain = centred_scores(left, right, made, OPTIONS)
    assert run_matrix(left, right, made, OPTIONS)[0, 0] < plain[0, 0]


@pytest.mark.parametrize(
    ("left", "right", "glossary", "share"),
    [
        ("zh", "zh", False, OPTIONS.encoder_share_zh),
        ("en", "en", False, OPTIONS.encoder_share_same),
        ("zh", "en", True, OPTIONS.encoder_share_zh_en),
        ("en", "zh", False, 1.0),
        ("ja", "zh", False, OPTIONS.encoder_share_zh_ja),
        ("ja", "en", True, OPTIONS.encoder_share_other),
    ],
)
def test_the_mix_depends_on_the_pair_of_languages(
    left: str, right: str, glossary: bool, share: float
) -> None:
    """The encoder's share is an option of the pair; without a glossary it stands alone."""
    assert mix(left, right, OPTIONS, glossary) == share
