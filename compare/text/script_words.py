"""What `scripts.toml` says about words and names in the two Chinese scripts.

In: the file, once. Out: a table of it as `display` and `shapes` ask. A file and not code, so that a
word which is shown wrongly can be added by whoever sees it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """What stands in `scripts.toml`, as it is asked for."""

    both: frozenset[str]
    taiwanese: frozenset[str]
    surnames: frozenset[str]
    compound: frozenset[str]
    words_too: frozenset[str]
    words_alone: frozenset[str]
    verbal: frozenset[str]
    before: frozenset[str]
    behind: tuple[str, ...]
    says: tuple[str, ...]
    titles: frozenset[str]
    in_front: frozenset[str]
    glued: frozenset[str]
    never: frozenset[str]
    people: frozenset[str]
    names: frozenset[str]
    no_names: frozenset[str]
    not_given: frozenset[str]
    simplified_names: dict[str, str]
    traditional_names: dict[str, str]
    alone: dict[str, str]
    in_places: dict[str, str]
    places: frozenset[str]
    at_head: dict[str, str]
    behind_number: dict[str, str]
    in_front_of_number: dict[str, str]
    numbers: frozenset[str]
    never_first: frozenset[str]
    words: dict[str, str]


@cache
def table() -> Table:
    """The words of `scripts.toml`."""
    held = tomllib.loads(files("compare.text").joinpath("scripts.toml").read_text("utf-8"))
    names, other = held["names"], held["traditional"]
    return Table(
        both=_characters(held["both"]),
        taiwanese=_characters(held["simplified"]["taiwanese"]),
        surnames=_characters(names["surnames"]),
        compound=frozenset(names["compound_surnames"].split()),
        words_too=_characters(names["words_too"]),
        words_alone=_characters(names["words_alone"]),
        verbal=_characters(names["verbal"]),
        before=frozenset(names["before"].split()),
        behind=tuple(f"{names['behind']} {names['before']} {names['says']}".split()),
        says=tuple(names["says"].split()),
        titles=frozenset(names["titles"].split()),
        in_front=frozenset(names["in_front"].split()),
        glued=_characters(names["glued"]),
        never=_characters(names["never"]),
        people=_characters(names["people"]),
        names=frozenset(names["tags"].split()),
        no_names=frozenset(names["words"].split()),
        not_given=frozenset(names["not_given"].split()),
        simplified_names=_kept(names, "simplified"),
        traditional_names=_kept(names, "traditional"),
        alone=other["alone"],
        in_places=other["in_places"],
        places=frozenset(other["places"].split()),
        at_head=other["at_head"],
        behind_number=other["behind_number"],
        in_front_of_number=other["in_front_of_number"],
        numbers=_characters(other["numbers"]),
        never_first=frozenset(other["never_first"].split()),
        words=other["words"],
    )


def _characters(text: str) -> frozenset[str]:
    return frozenset("".join(text.split()))


def _kept(names: dict[str, Any], script: str) -> dict[str, str]:
    others: dict[str, str] = names[f"in_{script}"]
    return {c: c for c in names[f"kept_in_{script}"]} | others
