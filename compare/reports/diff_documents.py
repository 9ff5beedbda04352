"""The JSON contract of sources side by side, as dataclasses: `compare diff --format json`.

In: documents that `assemble` makes. Out: see `documents`. `third` is there only with three sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec import UNSET, UnsetType

from compare.model import MadeBy
from compare.reports.documents import ParagraphDoc, SourceDoc

RowKind = Literal[
    "both", "moved", "differs", "same_subject", "elsewhere", "unclear", "left_only", "right_only"
]


@dataclass(frozen=True, slots=True)
class LinkDoc:
    """Two segments that say the same: code points into the left and the right body."""

    left: tuple[int, int]
    right: tuple[int, int]
    score: float


@dataclass(frozen=True, slots=True)
class RowDoc:
    """One row side by side. `kind`: both, moved, differs (told by both, not alike), left_only,
    right_only; without a shared claim same_subject, elsewhere (in no paragraph), unclear.
    """

    kind: RowKind
    left: tuple[ParagraphDoc, ...]
    right: tuple[ParagraphDoc, ...]
    score: float
    links: tuple[LinkDoc, ...]
    claims: tuple[str, ...]
    differences: tuple[str, ...]
    third: tuple[ParagraphDoc, ...] | UnsetType = UNSET


@dataclass(frozen=True, slots=True)
class DiffDocument:
    """`compare diff SLUG LEFT RIGHT --format json`."""

    schema: Literal["compare.diff/2"]
    made_by: MadeBy
    story: str
    left: SourceDoc
    right: SourceDoc
    rows: tuple[RowDoc, ...]
    third: SourceDoc | UnsetType = UNSET
