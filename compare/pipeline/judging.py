"""A comparison whose doubtful cells a model is asked about.

In: a comparison, the options that name the model, its key. Out: the comparison with what the model
says beside its cells, and how often its server failed. `Checks` are what answers are held against,
made of the units of the articles, what compares them, and what they state. The chance that a
passage says a claim is that by which rows were made, taken with and without figures: whether
figures agree is for the facts to say, and a passage with another figure is about the claim all the
same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from compare.model import Claim, Comparison, Evidence, Segment
from compare.options import Options

if TYPE_CHECKING:
    from compare.claims.answers import Told
    from compare.judge import Server
    from compare.judge.judging import Judged
    from compare.judge.question import Messages
    from compare.matching.similarity import Bridge, Matrix
    from compare.matching.units import Unit
    from compare.pipeline import Readings


def server_of(options: Options, key: str = "") -> Server:
    """Whom the options name; raises UsageError for an address or a key that is none."""
    from compare.judge import Server

    name, model = options.judge_address or "", options.judge_model or ""
    return Server(name, model, key, options.judge_seconds, options.judge_bytes)


def judged(
    comparison: Comparison,
    server: Server,
    options: Options,
    names: Readings | None = None,
    only: tuple[str, str] | None = None,
) -> Judged:
    """`comparison` with what the model of `server` says of its doubtful cells, beside them, or of
    one, by claim and source; `names` are its articles as read.
    """
    from compare import judge, pipeline

    names = names or pipeline.read_names(comparison.story.articles, options)
    checks = _checks(comparison, names, options)
    return judge.judged(comparison, server.model, asking(server, options), checks, options, only)


@dataclass(frozen=True, slots=True)
class Checks:
    """Units by article id, what compares them, and what the articles state."""

    units: Mapping[str, Sequence[Unit]]
    bridge: Bridge
    told: Told
    options: Options
    _chances: dict[tuple[str, str], Matrix] = field(default_factory=dict)

    def nearest(self, claim: Claim, source: str) -> list[Segment]:
        """The segments of a source, those first that most likely say the claim."""
        likely = self._likely(claim, source)
        return [segment for segment, _ in sorted(likely, key=lambda one: (-one[1], one[0].start))]

    def likeness(self, claim: Claim, source: str, part: str, start: int, end: int) -> float:
        """The chance of the likeliest unit that a stretch has something of."""
        chances = (
            chance
            for segment, chance in self._likely(claim, source)
            if segment.part == part and segment.start < end and start < segment.end
        )
        return max(chances, default=0.0)

    def forbidden(self, claim: Claim, source: str, verdict: str, quote: Evidence | None) -> bool:
        """Do the facts forbid a verdict that rests on these words?"""
        from compare.claims.answers import forbidden

        return forbidden(claim, source, verdict, quote, self.told, self.options)

    def _likely(self, claim: Claim, source: str) -> list[tuple[Segment, float]]:
        """The units of a source with the chance of each."""
        place = claim.place
        article = self.told.sources[source].article.id
        if place is None or not self.units[place.article] or not self.units[article]:
            return []
        rows = [n for n, unit in enumerate(self.units[place.article]) if _within(unit, place)]
        if not rows:
            return []
        best = self._of(place.article, article)[rows].max(axis=0)
        segments = (unit.segment for unit in self.units[article])
        return list(zip(segments, map(float, best), strict=True))

    def _of(self, one: str, other: str) -> Matrix:
        """The chance that each unit of `other` says what each of `one` does, figures aside."""
        import numpy as np

        from compare.matching.features import features, judged, without_numbers

        if (one, other) not in self._chances:
            a, b = self.units[one], self.units[other]
            known = features(a, b, self.bridge, self.options)
            with_, without = (
                judged("says", some, a, b, self.bridge) for some in (known, without_numbers(known))
            )
            self._chances[one, other] = np.maximum(with_, without)
        return self._chances[one, other]


def _checks(comparison: Comparison, names: Readings, options: Options) -> Checks:
    from compare import pipeline
    from compare.claims.answers import Told
    from compare.reading.speech.days import speech

    sources = comparison.sources
    ids = [s.article.id for s in sources]
    said = {k: speech(names.documents[k], names.mentions[k], options) for k in ids}
    passages = pipeline.story_facts(sources, names, said, options)[1]
    units = {s.article.id: pipeline.units_of(names, s.article, options) for s in sources}
    bridge = pipeline.bridge_of([u for side in units.values() for u in side], options)
    told = Told({s.id: s for s in sources}, names.mentions, passages)
    return Checks(units, bridge, told, options)


def _within(unit: Unit, place: Segment) -> bool:
    """Is a unit a clause that a row has something of?"""
    at = unit.segment
    return unit.leaf and at.part == place.part and at.start < place.end and place.start < at.end


def asking(server: Server, options: Options) -> Callable[[Messages], str]:
    """A way to ask a server what was not asked before."""
    from compare.resources.answers import answered

    given: dict[bytes, str] = {}  # equal articles ask the same, also where nothing is stored

    def ask(messages: Messages) -> str:
        payload = server.payload(messages)
        if payload not in given:
            given[payload] = answered(payload, partial(server.ask, payload), options.use_cache)
        return given[payload]

    return ask
