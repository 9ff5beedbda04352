"""Options of `reading`: where names begin and end, what is a clause of its own, who says what.

In: nothing. Out: fields. How far each rule that finds a name is trusted stands in one table,
`compare.reading.base.spans`; grammars keep the reaches of their words.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, option, share


@dataclass(frozen=True)
class ReadingOptions:
    """Thresholds that all languages share, or that belong to a script."""

    __slots__ = ()

    name_per_hanzi: float = option(
        0.9, "levels of trust that a Chinese character more is worth", least=0, most=100
    )
    name_per_letter: float = option(
        0.25, "the same of a letter of other scripts", least=0, most=100
    )
    name_prefix: int = count(5, "characters of a short name that may begin the whole one")
    gloss_window: int = count(24, "characters before a bracket in which a glossed name stands")
    gloss_longest: int = count(8, "longest Chinese name with a gloss, in characters")
    clause_han: int = count(7, "Han characters from which a clause stands alone")
    clause_words: int = count(5, "words from which a clause of another language does")


@dataclass(frozen=True)
class SpeechOptions:
    """Attribution: the words that introduce somebody's words."""

    __slots__ = ()

    speech_direct: float = share(0.5, "share of somebody's words in quotation marks that is direct")
    cues_file: str | None = option(None, "cue words of your own, beside the shipped", file=True)
