"""Options of who says what.

In: nothing. Out: fields.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import option, share


@dataclass(frozen=True)
class SpeechOptions:
    """Attribution: the words that introduce somebody's words."""

    __slots__ = ()

    speech_direct: float = share(0.5, "share of somebody's words in quotation marks that is direct")
    cues_file: str | None = option(None, "cue words of your own, beside the shipped", file=True)
