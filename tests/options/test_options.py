"""The options as a whole: one flat set of names, each declared once, said in words, and used."""

from __future__ import annotations

import ast
import dataclasses
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import compare
from compare.options import SECTIONS, SETTINGS, Options
from compare.options.fields import Setting

PACKAGE = Path(compare.__file__).parent
ALL = pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)


def test_every_field_is_a_setting_of_one_section() -> None:
    """The sections share no name, and together they are all of Options."""
    names = [f.name for declared in SECTIONS.values() for f in dataclasses.fields(declared)]
    assert sorted(names) == sorted(f.name for f in dataclasses.fields(Options))
    assert sorted(names) == sorted(SETTINGS)


def test_options_are_frozen_and_small() -> None:
    """A value, equal to its like, without a dict and without a way to change it."""
    assert Options() == Options()
    assert hash(Options()) == hash(Options())
    assert not hasattr(Options(), "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        Options().story_window = 1  # type: ignore[misc]


@ALL
def test_a_default_is_within_its_own_bounds(setting: Setting) -> None:
    """What cannot be set is no default either."""
    assert setting.default is None or setting.complaint(setting.default) is None


@ALL
def test_a_meaning_is_one_line(setting: Setting) -> None:
    """A few words that say what the value is, without a full stop."""
    assert 5 < len(setting.meaning) < 100
    assert "\n" not in setting.meaning
    assert not setting.meaning.endswith(".")


def used() -> set[str]:
    """The names of attributes that are read anywhere but where options are declared."""
    modules = (p for p in PACKAGE.rglob("*.py") if "options" not in p.relative_to(PACKAGE).parts)
    trees = (ast.parse(path.read_text("utf-8")) for path in modules)
    return {
        node.attr
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }


def test_every_option_is_used() -> None:
    """An option that nothing reads would be a promise that nobody keeps."""
    assert set(SETTINGS) - used() == set()


def other(setting: Setting) -> Any:
    """A value that is not the default."""
    if setting.type is date:
        return date(2031, 5, 6)
    if setting.type is bool:
        return not setting.default
    if setting.type is str:
        return next((c for c in setting.choices if c != setting.default), "x")
    if setting.type is tuple:
        return ("x",)
    value = setting.default
    assert isinstance(value, int | float)
    return value + 1 if setting.complaint(value + 1) is None else value / 2


@ALL
def test_the_digest_tells_options_apart_that_shape_results(setting: Setting) -> None:
    """Another value has another digest, but for what belongs to the run and not to the result."""
    changed = Options(**{setting.name: other(setting)})
    assert (changed.cache_key() != Options().cache_key()) is setting.shapes_results


def test_what_belongs_to_the_run_alone() -> None:
    """Few options leave the result as it is; those of a judge, all of which only the user sets."""
    alone = [name for name, setting in SETTINGS.items() if not setting.shapes_results]
    judge = [name for name, setting in SETTINGS.items() if setting.section == "judge"]
    assert alone == [*judge, "today", "use_cache", "debug"]
    assert judge == [name for name, setting in SETTINGS.items() if setting.private]


def test_the_old_names_still_work() -> None:
    """Every keyword of the first release but the one that a fit has made needless."""
    first = {
        "max_bytes": 50_000_000, "name_list": True, "names_file": None, "name_days": 3,
        "names_accept": 0.50, "names_margin": 0.05, "cues_file": None, "encoder_share_zh": 0.6,
        "encoder_share_same": 0.5, "encoder_share_zh_en": 0.85, "encoder_share_zh_ja": 0.9,
        "encoder_share_other": 1.0, "link_centred": 0.75, "link_numbers": 0.05, "link_length": 0.08,
        "link_margin_weight": 1.5, "link_share": 0.5, "link_floor": 0.45, "link_least": 0.3,
        "claim_same_row": 0.75, "claim_repeat": 0.60, "claim_join_slack": 0.05,
        "claim_included": 0.77, "claim_whole": 0.90,
        "claim_absent": 0.12, "claim_support_most": 4, "find_present": 0.45,
        "find_missing_name": 0.75, "find_most": 5, "conflict_link": 0.50, "shift_link": 0.70,
        "modality_file": None, "earlier_hours": 3.0, "brief_share": 0.4,
        "reprint_containment": 0.6, "translation_share": 0.8, "translation_share_of_longer": 0.6,
        "translation_order": 0.85, "translation_least": 5, "story_window": 72, "story_decay": 500,
        "story_keep": 25, "story_floor": 110, "story_threshold": 110, "story_quiet": 51,
        "story_doubling": 16, "story_names": 2, "story_words": 5, "story_vector": 2,
        "story_names_cross": 5, "story_vector_cross": 5, "story_vector_zero": 0.40,
        "story_vector_floor": 0.45, "story_related_days": 5, "today": None,
        "exercise_confidence": 0.80, "language": "en", "use_cache": True, "debug": False,
    }  # fmt: skip
    assert Options(**first) == Options()
