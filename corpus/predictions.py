"""What a tool says about a story: tables of `compare.story/1` or `/2`, and chances of single cells.

In: JSON files. Out: `Table`, with quotes as positions in the gold's own articles, and `Chances`.
A source is known by the name of its file (`<id>.md`), or by its id. ValueError names the file and
what is missing; a source or a cell that a tool leaves out is no error, but counts as not said.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.gold import Story
from corpus.places import Place, Places

Chances = dict[tuple[str, str, str], float]
"""(story, claim, source) -> how surely the source carries the claim; any scale, higher is surer."""


@dataclass(frozen=True, slots=True)
class Said:
    """One cell of a row: its status and where its evidence stands."""

    status: str
    quotes: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim as a tool gives it: cells by gold source, and the origin."""

    cells: Mapping[str, Said]
    origin: str | None
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A discrepancy as a tool gives it: severity, and its sides as (source, place)."""

    severity: str
    sides: tuple[tuple[str, Place], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows and discrepancies of a story."""

    rows: tuple[Row, ...]
    found: tuple[Found, ...]


def read_table(path: Path, story: Story, places: Mapping[str, Places]) -> Table:
    """The table in `path`."""
    try:
        return table(json.loads(path.read_text(encoding="utf-8")), story, places)
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None


def table(told: Any, story: Story, places: Mapping[str, Places]) -> Table:
    """The decoded JSON as a table over the gold's sources; ValueError says what is not as it should
    be.
    """
    try:
        if not str(told["schema"]).startswith("compare.story/"):
            raise ValueError(f"its schema is {told['schema']!r}, not compare.story")
        return _table(told, story, places)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no table: {type(error).__name__}: {error}") from None


def _table(told: dict[str, Any], story: Story, places: Mapping[str, Places]) -> Table:
    names = _names(told, story)
    rows = []
    for claim in told["claims"]:
        cells = {
            names[s]: _said(c, places[names[s]]) for s, c in claim["cells"].items() if s in names
        }
        origin = claim.get("origin") or {}
        rows.append(Row(cells, origin.get("kind"), origin.get("speaker")))
    found = [
        Found(
            item["severity"],
            tuple(
                (names[s["source"]], places[names[s["source"]]].find(s["quote"]))
                for s in item["sides"]
                if s["source"] in names
            ),
        )
        for item in told.get("discrepancies", [])
    ]
    return Table(tuple(rows), tuple(found))


def read_chances(path: Path) -> Chances:
    """JSON Lines of `{"story", "claim", "source", "score"}`."""
    chances: Chances = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            one = json.loads(line)
            chances[one["story"], one["claim"], one["source"]] = float(one["score"])
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path}:{number}: {type(error).__name__}: {error}") from None
    return chances


def _names(told: dict[str, Any], story: Story) -> dict[str, str]:
    """A tool's source ids -> gold ids."""
    known = set(story.texts)
    named = {s["id"]: Path(s.get("file") or "").stem for s in told["sources"]}
    return {k: v if v in known else k for k, v in named.items() if v in known or k in known}


def _said(cell: dict[str, Any], places: Places) -> Said:
    quotes = (places.find(e["quote"]) for e in cell.get("evidence") or [])
    return Said(cell["status"], tuple(q for q in quotes if q))
