"""A small invented story with every status, reason, kind of section and script."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from compare.model import Comparison, Source
from compare.reading.document import document
from tests.exercises.frozen import revived
from tests.reports.large import large_comparison

CASES = Path(__file__).parents[1] / "cases" / "reports" / "harbour"


@pytest.fixture
def comparison() -> Comparison:
    """Four sources, five claims, everything that a report can show."""
    made: Comparison = revived(
        Comparison, json.loads((CASES / "comparison.json").read_text("utf-8"))
    )
    return made


@pytest.fixture
def crowd(comparison: Comparison) -> Comparison:
    """The same claims over forty sources."""
    first = comparison.sources[0]
    sources = tuple(
        Source(
            f"outlet-{n:02d}",
            document(replace(first.article, id=f"a{n}", outlet=f"outlet-{n:02d}")),
        )
        for n in range(40)
    )
    claims = tuple(
        replace(
            claim,
            cells={
                s.id: claim.cells["harbourwire" if n % 3 else "nanwan"]
                for n, s in enumerate(sources)
            },
            emphasis={},
        )
        for claim in comparison.claims
    )
    return Comparison(comparison.story, sources, claims)


@pytest.fixture
def large() -> Comparison:
    """Twelve sources and 150 claims; every cell has a sentence, its own or the nearest."""
    return large_comparison()


@pytest.fixture
def alone(comparison: Comparison) -> Comparison:
    """One source only."""
    first = comparison.sources[0]
    claims = tuple(
        replace(c, cells={first.id: c.cells[first.id]})
        for c in comparison.claims
        if c.cells[first.id].evidence
    )
    story = replace(
        comparison.story, articles=(first.article,), related=(), marks=(), end=date(2031, 5, 6)
    )
    return Comparison(story, (first,), claims)


@pytest.fixture
def stored() -> Callable[[str, str], None]:
    """Compares a report with the stored one; with REWRITE=1 in the environment, stores it."""

    def check(name: str, text: str) -> None:
        path = CASES / name
        if os.environ.get("REWRITE"):
            path.write_bytes(text.encode())
        assert text.encode() == path.read_bytes()

    return check
