"""Fitted weights, loaded terms and sample articles."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from compare.matching import features
from compare.matching.carriage import CARRIED_FEATURES, ROW_FEATURES
from compare.resources import configuration
from compare.resources.matching import Head, heads
from compare.resources.terms import terms


def test_a_head_is_a_logistic_regression() -> None:
    """Probabilities are the logistic of the weighted sum, rounded to three decimals."""
    head = Head({"a": 2.0, "b": -1.0}, 0.5)
    known = {
        "a": np.array([0, 1], np.float32),
        "b": np.array([0, 2.5], np.float32),
        "c": np.array([9, 9], np.float32),
    }
    assert head.probability(known).tolist() == pytest.approx([0.622, 0.5], abs=1e-6)


def test_a_missing_feature_is_an_error() -> None:
    """A head does not guess a feature that is not there."""
    with pytest.raises(KeyError):
        Head({"a": 1.0}, 0).probability({})


def test_shipped_heads_ask_only_for_known_features() -> None:
    """Every weight in the data file belongs to a feature that is computed."""
    known = {
        "says.same": features.NAMES,
        "says.cross": features.NAMES,
        "carried": CARRIED_FEATURES,
        "row.same": ROW_FEATURES,
        "row.cross": ROW_FEATURES,
    }
    found = heads()
    assert set(found) == set(known)
    for task, head in found.items():
        assert set(head.weights) <= set(known[task]), task


def test_terms_find_their_surfaces() -> None:
    """A Chinese surface is found anywhere, an English one only as a whole word in any case."""
    by_name = {t.name: t for t in terms()}
    balloon = by_name["spy balloon"]
    assert balloon.concept == "balloon"
    assert balloon.pattern.search("他们击落间谍气球")
    assert balloon.pattern.search("A Spy Balloon was seen")
    assert not balloon.pattern.search("spy balloonist")


def test_a_users_terms_join_the_shipped_ones(tmp_path: Path) -> None:
    """Terms of the user's file come after the shipped ones; a missing file adds none."""
    extra = tmp_path / "terms.toml"
    extra.write_text('["strike"]\nwalkout = ["罢工", "walkout"]\n', encoding="utf-8")
    assert terms(tmp_path / "none.toml") == terms()
    added = terms(extra)[len(terms()) :]
    assert [(t.concept, t.name) for t in added] == [("strike", "walkout")]


def test_the_folder_at_hand_comes_before_the_samples(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`./seeds` is read when it is there, else the articles that come with the program."""
    monkeypatch.chdir(tmp_path)
    packaged, notice = configuration.default_folder()
    assert packaged.is_dir()
    assert "come with compare" in notice
    (tmp_path / "seeds").mkdir()
    folder, notice = configuration.default_folder()
    assert folder == Path("seeds")
    assert "./seeds" in notice
