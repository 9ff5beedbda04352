"""What is known about every pair of units."""

from __future__ import annotations

import numpy as np
import pytest

from compare.matching.features import NAMES, features, probabilities
from compare.matching.similarity import Bridge
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
        if not name.endswith("margin") and name not in ("length", "context"):
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
    """The true partner stands out of its row and of its column."""
    a, b = cut(article("a", *HANS), article("b", *EN))
    found = features(a, b, bridge(a, b), Options())
    i = next(n for n, u in enumerate(a) if u.sentence == 4)
    j = next(n for n, u in enumerate(b) if u.sentence == 4)
    assert found["row_margin"][i, j] > 0.05
    assert found["column_margin"][i, j] > 0.05


def test_a_share_of_the_whole_article_is_the_same_in_a_row() -> None:
    """How much of a unit stands anywhere in the other article does not depend on the place."""
    a, b = cut(article("a", *HANS), article("b", *HANT))
    share = features(a, b, bridge(a, b), Options())["document"]
    assert (share == share[:, :1]).all()


def test_the_head_of_a_language_comes_before_the_general_one() -> None:
    """English pairs take `.en` where it exists, else `.same`; two languages take `.cross`."""
    a, english, chinese = cut(article("a", EN[0]), article("b", EN[0]), article("c", HANS[0]))
    b = [english[0], chinese[0]]
    known = bridge(a, b)
    sure = {"t.same": Head({}, 9.0), "t.cross": Head({}, -9.0)}

    def said(made: dict[str, Head]) -> list[float]:
        found = probabilities("t", a[:1], b, Bridge(known.vectors, known.glossary, made), Options())
        return [round(float(x), 1) for x in found[0]]

    assert said(sure) == [1.0, 0.0]
    assert said({**sure, "t.en": Head({}, 0.0)}) == [0.5, 0.0]
