"""What a reader of the story page writes down and saves: a wrong cell, and which rows were checked.

In: nothing; `templates/script/cells.js` and `checks.js` write these files in the reader's browser.
Out: the classes of their contracts, from which `docs/schema/` is made, so that whoever takes such a
file (a bug report, a correction) knows what stands in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.model import MadeBy


@dataclass(frozen=True, slots=True)
class PassageDoc:
    """Exact characters of one part of a source, as a cell shows them."""

    source: str
    quote: str
    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CaseClaim:
    """The row."""

    id: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class CaseSource:
    """The column, with what finds its article again."""

    id: str
    outlet: str
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """A cell that a reader holds to be wrong. `passages` are what the cell shows, proof or nearest
    sentence; `others` what proves the claim in the other sources; `sentence` and `note` are the
    reader's own words.
    """

    schema: Literal["compare.case/2"]
    story: str
    claim: CaseClaim
    source: CaseSource
    shown: str
    expected: str
    sentence: str
    note: str
    passages: tuple[PassageDoc, ...]
    others: tuple[PassageDoc, ...]
    made_by: MadeBy


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A row that was checked, with the status of every cell at that time."""

    id: str
    text: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class ChecksDocument:
    """The rows that a reader has checked."""

    schema: Literal["compare.checks/2"]
    story: str
    claims: tuple[CheckedClaim, ...]
    made_by: MadeBy
