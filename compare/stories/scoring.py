"""One score a pair: how likely two articles tell one story, in thousandths.

In: the similarities that the engine counted (names, tokens, words), vectors of title and lead, and
what each headline and lead says. Out: integers per pair. The parts are mixed by what the pair has:
names weigh less where entities are few, words count within one language only, the vector stands
for the rest. All arithmetic is exact (vectors are rounded to steps of 1/2000, whose products sum
without error in float32), so slices, row order and machines do not matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.model import Article
from compare.options import Options
from compare.stories.agreement import agreement
from compare.stories.engines import Extra, Scores
from compare.stories.headlines import Headline
from compare.stories.marks import Times, base_language, bucket_width

Ints = NDArray[np.int64]
_STEPS = 2000  # of a coordinate: their products sum without error in float32


@dataclass(frozen=True, slots=True)
class Texts:
    """Per article, in one order: 63-bit id, bucket, dated, language code, number of telling names,
    rounded vector rows (zero rows where there is none).
    """

    ids: Ints
    bucket: Ints
    dated: NDArray[np.bool_]
    language: Ints
    names: Ints
    rows: NDArray[np.float32]
    has_row: NDArray[np.bool_]
    has_words: NDArray[np.bool_]
    headlines: tuple[Headline, ...]
    scale: Ints

    def places(self, ids: Ints) -> Ints:
        """Positions of `ids`."""
        order = np.argsort(self.ids)
        return order[np.searchsorted(self.ids[order], ids)]


def texts(
    articles: Sequence[Article],
    ids: Ints,
    when: Times,
    vectors: Mapping[str, NDArray[np.float32]],
    headlines: Sequence[Headline],
    options: Options,
) -> Texts:
    """The per-article side of the score."""
    width = bucket_width(options)
    languages = [base_language(a) for a in articles]
    codes = {language: code for code, language in enumerate(sorted(set(languages)))}
    size = next((len(row) for row in vectors.values()), 1)
    rows = np.zeros((len(articles), size), dtype=np.float32)
    for place, article in enumerate(articles):
        if article.id in vectors:
            rows[place] = np.rint(vectors[article.id] * _STEPS)
    return Texts(
        ids=ids,
        bucket=np.array([s // width for s in when.seconds], dtype=np.int64),
        dated=np.array(when.dated, dtype=bool),
        language=np.array([codes[language] for language in languages], dtype=np.int64),
        names=np.array([h.telling for h in headlines], dtype=np.int64),
        rows=rows,
        has_row=np.array([a.id in vectors for a in articles], dtype=bool),
        has_words=np.array([bool(a.title or a.text) for a in articles], dtype=bool),
        headlines=tuple(headlines),
        scale=crowding(when, options),
    )


def crowding(when: Times, options: Options) -> Ints:
    """Factors in thousandths: the more articles share a window, the more evidence a pair needs, by
    the same step for every doubling (the prior odds halve).
    """
    dated = np.array(when.dated, dtype=bool)
    seconds = np.array(when.seconds, dtype=np.int64)
    line = np.sort(seconds[dated])
    window = options.story_window * 3600
    held = np.searchsorted(line, seconds + window, "right") - np.searchsorted(
        line, seconds - window
    )
    volume = np.where(dated, held, len(seconds))
    few = options.story_quiet_articles
    doublings = np.log2(np.maximum(volume, few) / few)
    needed = options.story_quiet + options.story_doubling * doublings
    return np.floor(1000 * options.story_threshold / needed).astype(np.int64)


def neighbours(side: Texts, options: Options) -> Extra:
    """Proposes the pairs whose vectors are near, whatever marks they share."""
    floor = options.story_vector_floor * _STEPS * _STEPS

    def near(left: Ints, right: Ints) -> tuple[Ints, Ints]:
        close = side.rows[left] @ side.rows[right].T >= floor
        x, y = (w[i] for w, i in zip((left, right), np.nonzero(close), strict=True))
        a, b = side.ids[x], side.ids[y]
        keep = a != b
        return np.minimum(a, b)[keep], np.maximum(a, b)[keep]

    def extra(first: int | None, last: int | None) -> tuple[Ints, Ints]:
        usable = side.has_row
        if first is None or last is None:
            left = np.flatnonzero(usable & ~side.dated)
            return near(left, np.flatnonzero(usable))
        found = []
        for bucket in np.unique(side.bucket[usable & side.dated]):
            if first <= bucket <= last:
                here = usable & side.dated & (side.bucket == bucket)
                ahead = here | (usable & side.dated & (side.bucket == bucket + 1))
                found.append(near(np.flatnonzero(here), np.flatnonzero(ahead)))
        empty = np.empty(0, dtype=np.int64)
        return (
            np.concatenate([empty, *(a for a, _ in found)]),
            np.concatenate([empty, *(b for _, b in found)]),
        )

    return extra


def vector_points(side: Texts, x: Ints, y: Ints, options: Options) -> Ints:
    """Thousandths of the way from the cosine of strangers (`story_vector_zero`) to 1."""
    dots = np.empty(len(x), dtype=np.float64)
    for start in range(0, len(x), 65536):
        part = slice(start, start + 65536)
        dots[part] = np.einsum("ij,ij->i", side.rows[x[part]], side.rows[y[part]])
    zero = options.story_vector_zero * _STEPS * _STEPS
    points = np.floor(1000 * (dots - zero) / (_STEPS * _STEPS - zero)).astype(np.int64)
    return np.clip(points, 0, 1000)


def mixed(scores: Scores, side: Texts, x: Ints, y: Ints, options: Options) -> Ints:
    """The parts mixed, before time and headlines are looked at.

    One name in common says little beside words of one language; between languages it counts for
    more, since nothing else but figures is written alike there.
    """
    same = side.language[x] == side.language[y]
    vector = vector_points(side, x, y, options)
    has_vector = side.has_row[x] & side.has_row[y]
    enough = options.story_enough_names
    few = np.minimum(side.names[x], side.names[y])
    few = np.clip(np.where(same, few, few + options.story_cross_name), 0, enough)
    has_words = same & side.has_words[x] & side.has_words[y]
    weight_names = np.where(same, options.story_names, options.story_names_cross) * few
    weight_words = np.where(has_words, options.story_words * enough, 0)
    weight_vector = np.where(
        has_vector,
        np.where(same, options.story_vector, options.story_vector_cross) * enough,
        0,
    )
    names = np.where(same, scores.names, np.maximum(scores.names, scores.tokens))
    total = weight_names + weight_words + weight_vector
    summed = weight_names * names + weight_words * scores.words + weight_vector * vector
    points = summed // np.maximum(total, 1)
    only_names = (weight_words == 0) & (weight_vector == 0)
    across = np.where(same, 1000, options.story_across)
    unlike = np.where(has_vector & (vector == 0), options.story_unlike, 1000)
    raised = np.where(only_names, options.story_only_names, across) * unlike // 1000
    out: Ints = np.minimum(points * raised // 1000, 1000)
    return out


def pair_scores(scores: Scores, side: Texts, options: Options) -> Ints:
    """The final score of every pair, in thousandths; below 0 for articles of different events."""
    x, y = side.places(scores.a), side.places(scores.b)
    points = mixed(scores, side, x, y, options)
    window = options.story_window * 3600
    decay = 1000 - scores.gap * options.story_decay // window
    points = points * decay // 1000
    points = points * np.minimum(side.scale[x], side.scale[y]) // 1000
    speaking = np.array([h.speaks for h in side.headlines] or [False] * len(side.ids), dtype=bool)
    for place in np.flatnonzero((points >= options.story_keep) & (speaking[x] | speaking[y])):
        one, other = side.headlines[x[place]], side.headlines[y[place]]
        gap, words = int(scores.gap[place]), int(scores.words[place])
        factor = agreement(one, other, gap, options, words)
        points[place] = points[place] * factor // 1000 if factor else -options.story_other_event
    return np.minimum(points, 1000)
