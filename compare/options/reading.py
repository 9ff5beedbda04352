"""Options of `reading`: names, clauses, and who says what.

In: nothing. Out: fields. How the thresholds were measured is in `docs/names.md`; how far each rule
that finds a name is trusted stands in one table, `compare.reading.base.spans`; grammars keep the
reaches of their words.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, option, share, switch, weight


@dataclass(frozen=True, init=False, repr=False, eq=False)
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


@dataclass(frozen=True, init=False, repr=False, eq=False)
class SpeechOptions:
    """Attribution: the words that introduce somebody's words."""

    __slots__ = ()

    speech_direct: float = share(0.5, "share of somebody's words in quotation marks that is direct")
    cues_file: str | None = option(None, "cue words of your own, beside the shipped", file=True)


@dataclass(frozen=True, init=False, repr=False, eq=False)
class NamesOptions:
    """Lists of names, and names across languages."""

    __slots__ = ()

    name_list: bool = switch("whether the shipped list of people links names", default=True)
    names_file: str | None = option(None, "a table of names of your own", file=True)
    name_days: int = count(
        3, "days between a Chinese name and a Latin one that may be matched by sound"
    )
    name_body_least: int = count(4, "letters of a body's name that a short form can end")
    spelling_same: float = option(
        88.0, "likeness of two spellings of one word of a name, 0 to 100", least=0, most=100
    )
    spelling_least: int = count(5, "letters from which a word may be spelled in two ways")
    names_accept: float = share(0.50, "chance that a match by sound needs")
    names_margin: float = share(0.05, "lead over the next name that a match by sound needs")

    # a match by sound: a logistic of its score and of two leads
    sound_score: float = weight(2.84, "weight of the score")
    sound_lead: float = weight(2.87, "weight of the lead over the next Latin name")
    sound_rival: float = weight(9.83, "weight of the lead over other Chinese names that want it")
    sound_constant: float = weight(-1.30, "what is added to these")
    sound_most_lead: float = share(0.30, "up to where a lead counts")
    sound_alone: float = share(0.10, "the lead over rivals where there is no other Chinese name")
    sound_variant: float = option(
        60.0, "likeness of two Chinese forms of one name, 0 to 100", least=0, most=100
    )

    # the score: how well the letters that each character emits can be the name
    sound_sure: float = option(
        3.0, "log-likelihood ratio a letter of a perfect match", least=0.01, most=1000
    )
    sound_middle: float = share(0.05, "taken off where a bare name is not the last word")
    sound_own: float = share(0.6, "share of what a character emits itself, and not its sound")
    sound_noise: float = option(
        0.01, "chance that a character emits letters that no table has for it", least=1e-9, most=1
    )
    sound_unseen: float = option(
        0.02, "weight of a class of sounds that a character never began with", least=1e-9, most=1
    )
    sound_silent: float = option(
        0.05, "share of the characters that emit no letter", least=1e-9, most=1
    )
