"""`compare story --facts`: how many key facts the command shows."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from compare import pipeline
from compare.model import Fact, FactRow, Value

Call = Callable[..., Any]


@pytest.mark.usefixtures("stage")
def test_facts_says_how_many(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve without it, so many with a number, every one with `all`, and then these alone; the
    JSON never cuts.
    """
    analyse = pipeline.analyse

    def with_facts(*given: Any) -> Any:
        one = Fact("wire-1", "number", "body", 0, 3, Value("3"), (0, 3), "en")
        rows = tuple(
            FactRow(f"f{n}", "number", {"en": f"tally {n}"}, "", "", {"wire": (one,)})
            for n in range(14)
        )
        return replace(analyse(*given), facts=rows)

    monkeypatch.setattr(pipeline, "analyse", with_facts)
    shown = {
        words: call("story", "port", *words).out.count("tally ")
        for words in (("--full",), ("--facts", "3"), ("--facts", "99"), ("--facts", "all"))
    }
    assert list(shown.values()) == [12, 3, 14, 14]
    answer = call("story", "port", "--facts", "3", "--format", "json")
    assert len(json.loads(answer.out)["facts"]) == 14
