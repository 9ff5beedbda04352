"""Propositions and facts: what an article says that can be compared exactly.

In: nothing (plain values). Out: the nouns that the third reading of an article makes, and those
that joining the facts of several articles makes. All offsets are code points into one part's text,
end exclusive, and slice back exactly.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from compare.model.entities import Entity

DATE, TIME, DURATION, PERIOD = "date", "time", "duration", "period"
COUNT, MONEY, SHARE, SCORE = "number", "money", "share", "score"
WHERE, WHO, ROLE_HELD, OUTCOME = "place", "person", "role", "outcome"
FACT_KINDS = (
    DATE, TIME, DURATION, PERIOD, WHERE, COUNT, MONEY, SHARE, SCORE, WHO, ROLE_HELD, OUTCOME,
)  # fmt: skip

EXACT, ROUNDED, LEAST, MOST, ABOUT, SEVERAL = (
    "exact",
    "rounded",
    "at least",
    "at most",
    "about",
    "several",
)
GUESSED = "absolute without its year"


@dataclass(frozen=True, slots=True)
class Proposition:
    """A statement of `part` that stands alone: `start`..`end` is its own stretch.

    `subject` spans the words that are its subject, also where they stand before the stretch (a
    clause that leaves its subject out); None where none was found. `predicate` spans the first verb
    group. `speech` spans the words that only tell who says it (stripped from the statement),
    `quoted` is True for words in quotation marks. `negated`, and `modality` (`said`, `planned`,
    `possible`, `asked`) say how it is meant; `conditional` marks one that hangs on another.
    `sentence` is the index of its sentence among those of its part.
    """

    part: str
    start: int
    end: int
    sentence: int
    subject: tuple[int, int] | None = None
    predicate: tuple[int, int] | None = None
    speech: tuple[int, int] | None = None
    quoted: bool = False
    negated: bool = False
    modality: str = "said"
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """What a fact says. `text` is canonical (an ISO date, `12 hour`, `2-1`, an entity id) and equal
    for equal values; `low` and `high` bound what the words allow (numbers; days as ordinals,
    minutes of the day), None where it has no order. `unit` is a canonical English name, the zone of
    a clock time, or empty. `basis` is the kind of a date (absolute, absolute without its year,
    relative, weekday, today).
    """

    text: str
    low: float | None = None
    high: float | None = None
    unit: str = ""
    precision: str = EXACT
    basis: str = ""


NOT = "not "  # before the class of an outcome that is denied


def outcome_of(text: str) -> tuple[bool, str]:
    """Whether the outcome that a value tells is denied, and its class of predicates."""
    return text.startswith(NOT), text.removeprefix(NOT)


@dataclass(frozen=True, slots=True)
class Fact:
    """A typed value and what it is a fact of.

    `kind` is one of `FACT_KINDS`. `start`..`end` of `part` are the words that state the value;
    `proposition` is the stretch in which they stand. It is a fact of `predicate` (a class of
    `resources.predicates`, empty when none is known) and `counts` (the words that say what is
    counted), with the entities named there as `about`. `scopes` are marks that make it another
    thing than the same words without them (`part`, `forecast`, `early`, `former`, ...). `as_of` is
    the day for which a count holds, `over` the first and last day of the stretch over which a
    figure is counted, as its sentence names it (the second quarter), `giver` who gives it (None for
    the outlet), `negated` and `modality` as in `Proposition`.
    """

    article: str
    kind: str
    part: str
    start: int
    end: int
    value: Value
    proposition: tuple[int, int]
    language: str
    predicate: str = ""
    counts: tuple[int, int] | None = None
    about: tuple[str, ...] = ()
    scopes: frozenset[str] = frozenset()
    as_of: date | None = None
    over: tuple[date, date] | None = None
    giver: str | None = None
    negated: bool = False
    modality: str = "said"


SAME, LESS_EXACT, EXPLAINED, CONTRARY = "same", "less exact", "compatible", "conflict"
GRAVITY = {SAME: 0, LESS_EXACT: 1, EXPLAINED: 2, CONTRARY: 3}


@dataclass(frozen=True, slots=True)
class Relation:
    """How the values of two facts of one thing stand to each other: `verdict` is `same`, `less
    exact` (one is a round form of the other), `compatible` (they differ for `reason`) or
    `conflict`.
    """

    verdict: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """Facts of several articles joined by what they are facts of.

    `labels` say what it is (language of the interface -> words: dead, signing), empty where no
    class of predicates is known: then `words` say it, an article's own, in `language`. `cells` maps
    a source id to its facts, first the one shown; a source that does not give it has none.
    `verdict` is the gravest relation between the facts shown, `reason` its reason, `odd` the
    sources whose value is not the one that most give; `between` is the relation of each pair of
    sources; `entities` are those that its values name.
    """

    id: str
    kind: str
    labels: dict[str, str]
    words: str
    language: str
    cells: dict[str, tuple[Fact, ...]]
    verdict: str = SAME
    reason: str = ""
    odd: tuple[str, ...] = ()
    between: dict[tuple[str, str], Relation] = field(default_factory=dict)
    entities: tuple[Entity, ...] = ()

    def among(self, kept: Collection[str]) -> FactRow:
        """The row as it stands among the sources `kept`: who was odd is so where it still
        contradicts one of them, else all are that contradict each other.
        """
        cells = {source: facts for source, facts in self.cells.items() if source in kept}
        between = {pair: r for pair, r in self.between.items() if cells.keys() >= {*pair}}
        gravest = max(between.values(), key=lambda r: GRAVITY[r.verdict], default=Relation(SAME))
        against = {s for pair, r in between.items() if r.verdict == CONTRARY for s in pair}
        odd = tuple(s for s in self.odd if s in against) or tuple(s for s in cells if s in against)
        return replace(
            self,
            cells=cells,
            between=between,
            verdict=gravest.verdict,
            reason=gravest.reason,
            odd=odd,
        )


class Stretch(Protocol):
    """A stretch of one part of an article: a segment of a row, evidence of a cell."""

    @property
    def article(self) -> str:
        """The id of the article."""

    @property
    def part(self) -> str:
        """The part that it stands in."""

    @property
    def start(self) -> int:
        """Where it starts."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


BORNE, LOOSELY, ELSEWHERE, OPPOSED, MISSING = (
    "borne",
    "loosely",
    "elsewhere",
    "opposed",
    "missing",
)


@dataclass(frozen=True, slots=True)
class Borne:
    """What becomes of a row's `fact` in a proof: `borne` out, `loosely` (less exactly), `elsewhere`
    in its article, `opposed` or `missing`. `other` is the fact of the article that says so.
    """

    fact: Fact
    fate: str
    other: Fact | None = None
