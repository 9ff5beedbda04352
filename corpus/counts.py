"""What the corpus holds, counted: the table in the datasheet.

In: both halves. Out: Markdown. Only counts leave the blind half.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus import halves
from corpus.gold import Story, read

_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u4e00-\u9fff]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")
_HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def table() -> str:
    """Rows of counts, columns open and blind."""
    opened = [read(folder) for folder in halves.folders()]
    with halves.unpacked() as place:
        blind = [read(folder) for folder in sorted((place / "stories").iterdir())]
        shut = _labels(place / "pairs.jsonl")
    told = [[name, *(count(half) for half in (opened, blind))] for name, count in _ROWS.items()]
    told.append(["hard pairs", *map(_listed, (_labels(halves.HERE / "pairs.jsonl"), shut))])
    lines = ["| | open | blind |", "| --- | --- | --- |"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in told)]) + "\n"


def _labels(path: Path) -> Counter[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return Counter(json.loads(line)["label"] for line in lines)


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {n}" for name, n in counts.most_common())


def _kinds(stories: Sequence[Story]) -> str:
    return _listed(Counter(s.gold.kind for s in stories))


def _languages(stories: Sequence[Story]) -> str:
    return _listed(Counter(" ".join(s.gold.languages) for s in stories))


def _articles(stories: Sequence[Story]) -> str:
    sizes = [len(s.texts) for s in stories]
    mean = sum(sizes) / len(sizes)
    return f"{sum(sizes)} ({min(sizes)} to {max(sizes)} a story, {mean:.1f} on average)"


def _length(stories: Sequence[Story]) -> str:
    bodies = [t.body for s in stories for t in s.texts.values()]
    words = sorted(n for b in bodies if (n := len(_WORD.findall(b))) > len(_HAN.findall(b)))
    hanzi = sorted(n for b in bodies if (n := len(_HAN.findall(b))) >= len(_WORD.findall(b)))
    told = [
        f"{some[0]} to {some[-1]} {unit}, median {some[len(some) // 2]}"
        for some, unit in ((words, "words"), (hanzi, "characters"))
    ]
    return "; ".join(told)


def _claims(stories: Sequence[Story]) -> str:
    sizes = [len(s.gold.claims) for s in stories]
    return f"{sum(sizes)} ({min(sizes)} to {max(sizes)} a story)"


def _cells(stories: Sequence[Story]) -> str:
    found = Counter[str](c.status for s in stories for k in s.gold.claims for c in k.cells.values())
    share = 1 - found["absent"] / found.total()
    return f"{found.total()}: {_listed(found)} ({share:.0%} carried in some way)"


def _origins(stories: Sequence[Story]) -> str:
    return _listed(Counter(k.origin.kind for s in stories for k in s.gold.claims))


def _differences(stories: Sequence[Story]) -> str:
    return _listed(Counter(d.severity for s in stories for d in s.gold.differences))


def _facts(stories: Sequence[Story]) -> str:
    facts = [f for s in stories for f in s.gold.facts]
    apart = sum(len({v.value for v in f.values}) > 1 for f in facts)
    return f"{len(facts)}, {sum(len(f.values) for f in facts)} values; {apart} with more than one"


def _copies(stories: Sequence[Story]) -> str:
    return str(sum(bool(x.copy_of) for s in stories for x in s.gold.sources))


_ROWS: dict[str, Callable[[Sequence[Story]], str]] = {
    "stories": lambda stories: str(len(stories)),
    "kinds of event": _kinds,
    "languages": _languages,
    "articles": _articles,
    "length of an article": _length,
    "copies and translations": _copies,
    "claims": _claims,
    "cells": _cells,
    "origins of claims": _origins,
    "differences": _differences,
    "facts": _facts,
}
