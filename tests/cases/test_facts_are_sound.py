"""The pairs of typed facts hold together, and the shut half is the one that was meant."""

from __future__ import annotations

import hashlib
import json
import lzma
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "facts"
KINDS = ("date", "time", "duration", "period", "place", "number", "money", "share", "score")
KINDS += ("person", "role", "outcome", "polarity")


def pairs(half: str) -> list[dict[str, str]]:
    if half == "open":
        text = (HERE / "open.jsonl").read_text("utf-8")
    else:
        text = lzma.decompress((HERE / "shut.jsonl.xz").read_bytes()).decode("utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("half", ["open", "shut"])
def test_pairs_hold_together(half: str) -> None:
    """Spans are substrings, no text stands twice, and every kind has its dozen conflicts."""
    told = pairs(half)
    lost = [p["id"] for p in told for s in ("left", "right") if p[f"{s}_span"] not in p[s]]
    bare = [p["id"] for p in told if p["label"] == "conflict" and not p["left_span"]]
    assert lost == bare == []
    assert len({p["left"] for p in told}) == len(told) == 300
    conflicts = Counter(p["kind"] for p in told if p["label"] == "conflict")
    assert conflicts == dict.fromkeys(KINDS, 12)
    across = sum("en" in {p["left_language"], p["right_language"]} for p in told) - sum(
        p["left_language"] == p["right_language"] == "en" for p in told
    )
    assert across == 100


def test_the_shut_half_is_the_one_that_was_meant() -> None:
    """Its hash was committed before anything was measured."""
    wanted = (HERE / "shut.sha256").read_text("ascii").split()[0]
    assert hashlib.sha256((HERE / "shut.jsonl.xz").read_bytes()).hexdigest() == wanted
