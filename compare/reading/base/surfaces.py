"""Names learned from the input, as one automaton beside that of the list.

In: surfaces with their types. Out: `Terms`, which are searched like the lexicon. One automaton, so
that a thousand learned names cost one pass and not a thousand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.reading.base.lexicon import Entry, automaton
from compare.reading.base.spans import FAMILY

if TYPE_CHECKING:
    import ahocorasick_rs


@dataclass(frozen=True, slots=True)
class Terms:
    """Learned surfaces: the automaton, its entries in the same order, and the family names."""

    automaton: ahocorasick_rs.AhoCorasick
    entries: tuple[Entry, ...]
    families: frozenset[str]


def terms(entries: Iterable[Entry]) -> Terms:
    """The automaton over `entries`."""
    rows = tuple(entries)
    families = frozenset(row.surface for row in rows if row.evidence == FAMILY)
    return Terms(automaton(row.surface for row in rows), rows, families)
