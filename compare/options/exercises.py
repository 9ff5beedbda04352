"""Options of `exercises`: what a sheet may ask, and what a key may score.

In: nothing. Out: fields. What a level is stands with the levels, the minutes of a kind with the
kind; here is what decides whether a row can be made at all, and how much is made.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, option, share


@dataclass(frozen=True)
class ExercisesOptions:
    """How sure the matrix has to be, how long texts may be, how many answers there are."""

    __slots__ = ()

    exercise_confidence: float = share(0.80, "least confidence of a cell that a key may score")
    exercise_words_a_minute: int = count(220, "words that a student reads in a minute", least=1)
    exercise_talk: int = count(2, "rows of a task besides that are only talked about")

    # claims that stand alone
    exercise_least_han: int = count(10, "shortest claim in Chinese or Japanese, in characters")
    exercise_least_words: int = count(6, "shortest claim in another language, in words")
    exercise_longest: int = count(320, "longest claim, in characters")

    # claims of other stories as wrong answers
    exercise_distractors: int = count(2, "most claims of other stories on a sheet")
    exercise_tries: int = count(12, "claims of other stories that are tried for that")
    exercise_distractor_longest: int = count(199, "longest such claim, in characters")

    # kinds
    exercise_brief_claims: int = count(5, "claims that the key of a brief asks for")
    exercise_bank_extra: int = count(3, "paragraphs without a partner among those to choose from")
    exercise_paragraph_words: int = count(12, "shortest paragraph to match, in words")
    exercise_paragraph_languages: int = count(3, "rows that two languages are worth in a pair")
    exercise_placement_least: int = count(3, "fewest claims of which one comes first", least=2)
    exercise_differences: int = count(4, "ways to differ that an easy sheet offers", least=1)
    exercise_headline_shared: float = share(
        0.2, "most of a wrong answer's pairs of characters that its headline has"
    )
    exercise_headline_length: float = option(
        1.8, "times that a wrong answer is longer or shorter than the right one", least=1, most=100
    )
    exercise_headline_wrong: int = count(2, "fewest wrong answers to a headline", least=1)
