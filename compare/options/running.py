"""Options of a run: the reader's language, the day, caches, faults.

In: nothing. Out: fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from compare.options.fields import option, switch


@dataclass(frozen=True)
class RunningOptions:
    """What belongs to the person or the machine and not to a stage."""

    __slots__ = ()

    today: date | None = option(
        None, "the day of the run, for dates in the future", shapes_results=False
    )
    language: str = option(
        "en",
        "language of the reader, preferred where a claim has wordings in several",
        choices=("en", "zh-Hans", "zh-Hant"),
    )
    use_cache: bool = switch(
        "whether caches on disk are read and written", default=True, shapes_results=False
    )
    debug: bool = switch(
        "whether a fault of ours ends the run with its traceback, instead of one file",
        default=False,
        shapes_results=False,
    )
