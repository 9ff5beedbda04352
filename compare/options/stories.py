"""Options of `stories`: which articles tell of one event.

In: nothing. Out: fields. Points are thousandths, in integers, so that every engine that runs the
SQL gives the same answer. How the thresholds were measured is in `docs/method.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, share


@dataclass(frozen=True)
class StoriesOptions:
    """Windows of time, weights of the parts of a pair's score, and what it has to reach."""

    __slots__ = ()

    story_window: int = count(72, "hours between two articles that may tell one story", least=1)
    story_decay: int = count(500, "thousandths that a pair loses when a whole window lies between")
    story_keep: int = count(25, "points from which a pair of articles is kept")
    story_floor: int = count(110, "points from which a pair joins two groups")
    story_threshold: int = count(110, "points that the articles of a story have on average")
    story_quiet: int = count(75, "the same where few articles stand in the window")
    story_doubling: int = count(16, "times that a window's articles double up to the full points")
    story_names: int = count(2, "weight of shared names, within a language")
    story_words: int = count(5, "weight of shared words, within a language")
    story_vector: int = count(2, "weight of the encoder, within a language")
    story_names_cross: int = count(5, "weight of shared names, between languages")
    story_vector_cross: int = count(5, "weight of the encoder, between languages")
    story_vector_zero: float = share(0.40, "the encoder's score that is worth nothing, within")
    story_vector_floor: float = share(0.45, "the encoder's score that is worth nothing, between")
    story_related_days: int = count(5, "days between two stories that may be called related")
