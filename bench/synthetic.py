"""Synthetic news with known stories, for measuring the grouping at scale.

In: a number of articles. Out: arrays. It holds the traps that a grouping must survive: long-running
topics whose names many stories share (chaining), round-ups that bridge five to eight stories and
are stories of their own, and wire copies. Story sizes follow a power law, names Zipf's law. The
draws follow those of the prototype that chose the method, so that figures can be set side by side.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
NAMES = 60_000
TOPICS = 120
START = 1_767_225_600  # 1 January 2026
_SIZES = np.arange(2, 61)
_ID_STEP, _MIX_1, _MIX_2 = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB


@dataclass(frozen=True, slots=True)
class News:
    """Per article: id, seconds, true story; per mention: article id, name id."""

    ids: Ints
    seconds: Ints
    story: Ints
    owner: Ints
    name: Ints


def spread(x: Ints) -> Ints:
    """63-bit ids without order, by splitmix64."""
    v = x.astype("u8") + np.uint64(_ID_STEP)
    v = (v ^ (v >> np.uint64(30))) * np.uint64(_MIX_1)
    v = (v ^ (v >> np.uint64(27))) * np.uint64(_MIX_2)
    return ((v ^ (v >> np.uint64(31))) >> np.uint64(1)).astype(np.int64)


@dataclass(slots=True)
class _Maker:
    random: np.random.Generator
    days: float
    topics: list[Ints]
    topic_share: NDArray[np.float64]
    rank_share: NDArray[np.float64]
    size_share: NDArray[np.float64]
    fresh: int = NAMES
    cores: list[Ints] = field(default_factory=list)
    hours: list[float] = field(default_factory=list)

    def zipf(self, n: int, low: int = 0) -> Ints:
        below = self.rank_share[low - 1] if low else 0
        draws = self.random.random(n) * (1 - below) + below
        return np.minimum(np.searchsorted(self.rank_share, draws), NAMES - 1)

    def round_up(self) -> tuple[Ints, float]:
        hour = self.hours[-1] * 1.0 + self.random.random()
        count = len(self.cores)
        recent = self.random.integers(max(0, count - 40), count, self.random.integers(5, 9))
        return np.concatenate([self.cores[k][:3] for k in recent]), hour

    def event(self) -> Ints:
        r = self.random
        if r.random() < 0.45:
            topic = self.topics[r.choice(TOPICS, p=self.topic_share)]
            core = np.concatenate(
                [r.permutation(topic)[: r.integers(2, 4)], self.zipf(r.integers(1, 4), 50)]
            )
        else:
            core = self.zipf(r.integers(4, 7), 30)
        if r.random() < 0.5:
            core = np.append(core, self.fresh)
            self.fresh += 1
        return np.unique(core)

    def article(self, core: Ints, kept: float, wire: Ints | None) -> tuple[Ints, bool]:
        """Names of one article and whether it could be copied (it is no copy itself)."""
        if wire is not None and self.random.random() < 0.35:
            names, copied = wire[self.random.random(len(wire)) < 0.95], True
        else:
            background = self.zipf(self.random.integers(2, 8))
            core_part = core[self.random.random(len(core)) < kept]
            names, copied = np.unique(np.concatenate([core_part, background])), False
        return names, not copied


def _maker(articles: int, per_day: float, seed: int) -> _Maker:
    r = np.random.default_rng(seed)
    ranks = 1 / np.arange(1, NAMES + 1) ** 1.05
    topics = [150 + r.integers(0, 6000, r.integers(5, 9)) for _ in range(TOPICS)]
    topic = 1 / np.arange(1, TOPICS + 1) ** 0.9
    size = 1 / _SIZES**1.7
    return _Maker(
        random=r,
        days=articles / per_day,
        topics=topics,
        topic_share=topic / topic.sum(),
        rank_share=np.cumsum(ranks / ranks.sum()),
        size_share=size / size.sum(),
    )


def news(articles: int, per_day: float = 3000, seed: int = 7) -> News:
    """`articles` articles, `per_day` a day."""
    make = _maker(articles, per_day, seed)
    r = make.random
    story: list[int] = []
    hours: list[float] = []
    named: list[Ints] = []
    while len(story) < articles:
        draw = r.random()
        if draw < 0.015 and len(make.cores) > 50:
            core, hour = make.round_up()
            n, offsets, kept = 1, np.zeros(1), 0.9
        else:
            n = 1 if draw < 0.35 else int(r.choice(_SIZES, p=make.size_share))
            n = min(n, articles - len(story))
            hour, kept = r.random() * make.days * 24, 0.8
            core = make.event()
            span = r.uniform(24, 72) if n > 1 else 1
            offsets = np.minimum(r.exponential(span / 3, n), span)
        make.cores.append(core)
        make.hours.append(hour)
        wire: Ints | None = None
        for offset in offsets:
            names, own = make.article(core, kept, wire)
            if own and wire is None and n > 2:
                wire = names
            names = names if len(names) else core[:1]
            story.append(len(make.cores) - 1)
            hours.append(hour + float(offset))
            named.append(names)
            r.integers(30)  # the outlet
            r.integers(1, 5, len(names))  # how often each is named
    return _collected(story, hours, named)


def _collected(story: list[int], hours: list[float], named: list[Ints]) -> News:
    ids = spread(np.arange(len(story)))
    return News(
        ids=ids,
        seconds=(START + np.array(hours) * 3600).astype(np.int64),
        story=np.array(story, dtype=np.int64),
        owner=np.repeat(ids, [len(names) for names in named]),
        name=spread(np.concatenate(named).astype(np.int64) + 10**9),
    )
