"""What is known about every pair of units."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from compare.matching.features import NAMES, features, judged, probabilities, without_numbers
from compare.matching.tokens import coverage
from compare.matching.units import Unit, units
from compare.model import BODY, Mention
from compare.options import Options
from compare.reading.document import document
from compare.resources.matching import Head
from tests.made import article, bridge, cut
from tests.matching.texts import EN, HANS, HANT


@pytest.mark.parametrize("right", [HANT, EN, HANS[:1]])
def test_features_have_a_value_for_every_pair(right: tuple[str, ...]) -> None:
    """Each feature is one finite matrix of the sides' shape, in 0..1 unless it is a margin."""
    a, b = cut(article("a", *HANS), article("b", *right))
    found = features(a, b, bridge(a, b), Options())
    assert tuple(found) == NAMES
    for name, matrix in found.items():
        assert matrix.shape == (len(a), len(b)), name
        assert np.isfinite(matrix).all(), name
        if not name.endswith("margin") and name != "length":
            assert -1e-6 <= matrix.min() <= matrix.max() <= 1.0001, name


def with_number(name: str, text: str, value: str | None) -> list[Unit]:
    made = article(name, text)
    mention = Mention(name, BODY, 0, len(text), text, "NUM", value=value)
    return units(document(made), [mention] if value else [])


def test_numbers_agree_or_differ() -> None:
    """A shared value counts, two without one in common differ, none says nothing."""
    a = with_number("a", "Six people fell into the river.", "6")
    same = with_number("b", "Half a dozen fell in.", "6")
    other = with_number("c", "Nine people fell in.", "9")
    none = with_number("d", "People fell in.", None)
    b = [*same, *other, *none]
    found = features(a, b, bridge(a, b), Options())
    assert found["numbers"][0].tolist() == [1, 0, 0]
    assert found["numbers_differ"][0].tolist() == [0, 1, 0]


def test_margins_tell_a_pair_from_its_rivals() -> None:
    """The true partner stands out of its row."""
    a, b = cut(article("a", *HANS), article("b", *EN))
    found = features(a, b, bridge(a, b), Options())
    i = next(n for n, u in enumerate(a) if u.sentence == 4)
    j = next(n for n, u in enumerate(b) if u.sentence == 4)
    assert found["row_margin"][i, j] > 0.05


def test_a_share_of_the_whole_article_is_the_same_in_a_row() -> None:
    """How much of a unit stands anywhere in the other article does not depend on the place."""
    a, b = cut(article("a", *HANS), article("b", *HANT))
    share = features(a, b, bridge(a, b), Options())["document"]
    assert (share == share[:, :1]).all()


def test_a_pair_is_judged_by_the_head_of_its_languages() -> None:
    """Pairs of one language take `.same`, those of two `.cross`, also in one table."""
    a, english, chinese = cut(article("a", EN[0]), article("b", EN[0]), article("c", HANS[0]))
    sure = {"t.same": Head({}, 9.0), "t.cross": Head({}, -9.0)}

    def said(*b: Unit) -> list[float]:
        known = replace(bridge(a, b), heads=sure)
        found = probabilities("t", a[:1], b, known, Options())
        return [round(float(x), 1) for x in np.broadcast_to(found, (1, len(b)))[0]]

    assert said(english[0]) == [1.0]
    assert said(chinese[0]) == [0.0]
    assert said(english[0], chinese[0]) == [1.0, 0.0]


def test_features_that_are_known_need_not_be_made_again() -> None:
    """Judging them gives what making and judging them gives."""
    a, b = cut(article("a", *HANS), article("b", *EN))
    known = bridge(a, b)
    made = features(a, b, known, Options())
    every = probabilities("says", a, b, known, Options())
    assert np.array_equal(judged("says", made, a, b, known), every)


def test_numbers_can_be_left_out_of_account() -> None:
    """What compares numbers is 0, everything else stays; the features themselves are kept."""
    a = with_number("a", "Six people fell into the river.", "6")
    b = with_number("b", "Half a dozen fell in.", "6")
    found = features(a, b, bridge(a, b), Options())
    less = without_numbers(found)
    assert tuple(less) == NAMES
    for name in NAMES:
        bare = name in ("numbers", "numbers_differ")
        assert np.array_equal(less[name], np.zeros_like(found[name]) if bare else found[name])
    assert found["numbers"].item() == 1


def test_a_clause_has_the_vector_of_its_sentence_beside_it() -> None:
    """What a clause leaves to be understood is compared by its whole sentence."""
    a, b = cut(article("a", EN[3]), article("b", *HANS))
    found = features(a, b, bridge(a, b), Options())
    whole = next(n for n, u in enumerate(a) if u.whole)
    assert len(a) > 1
    for n in range(len(a)):
        assert np.allclose(found["sentence"][n], found["cosine"][whole], atol=1e-5)


def test_tokens_are_features() -> None:
    """The four shares of tokens are those that coverage gives."""
    a, b = cut(article("a", *HANS), article("b", *EN))
    known = bridge(a, b)
    found, held = features(a, b, known, Options()), coverage(a, b, known.tokens)
    assert np.array_equal(found["tokens"], held.unit)
    assert np.array_equal(found["tokens_window"], held.window)
    assert np.array_equal(found["tokens_document"], held.document)
    assert np.array_equal(found["tokens_backward"], held.backward)
