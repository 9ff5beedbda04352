"""The page of formats says what the readers do."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from compare.sources import read_all

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_formats", ROOT / "tools/build_formats.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_half_of_the_page_is_current(builder: ModuleType) -> None:
    """`docs/formats.md` is what `tools/build_formats.py` would write now."""
    text = builder.PAGE.read_text(encoding="utf-8")
    assert text == builder.page(text)


def test_every_seed_is_described() -> None:
    """`docs/seeds.md` names each file and each address of the seeds."""
    text = (ROOT / "docs/seeds.md").read_text(encoding="utf-8")
    articles, _ = read_all([ROOT / "seeds"])
    assert {Path(a.file).name for a in articles} == set(re.findall(r"\| `([^`]+)` \|", text))
    assert all(a.url in text for a in articles if a.url)
