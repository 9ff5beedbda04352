"""Options of `sources`: how bytes become articles.

In: nothing. Out: fields. What a number means for the articles that people send is in
`docs/formats.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import option


@dataclass(frozen=True)
class SourcesOptions:
    """Limits of input and thresholds of the readers."""

    __slots__ = ()

    max_bytes: int = option(
        50_000_000, "the largest file that is opened, in bytes", least=1, limit=True
    )
    outlet_files: tuple[str, ...] = option(
        (), "lists of outlets of your own, the last of them wins", file=True
    )
