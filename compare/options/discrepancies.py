"""Options of the discrepancies: when two passages that differ are worth a finding.

In: nothing. Out: fields.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import option, share


@dataclass(frozen=True)
class DiscrepancyOptions:
    """Bounds that the rules of `claims.discrepancies` share, and those of each."""

    __slots__ = ()

    conflict_link: float = share(0.50, "least score of two passages that can conflict")
    shift_link: float = share(0.70, "least score of two passages that can shift in force")
    modality_file: str | None = option(
        None, "modal words of your own, beside the shipped", file=True
    )
