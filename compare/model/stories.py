"""Stories: articles about one event, and links between their segments.

In: nothing (plain values). Out: the nouns between grouping, alignment and claims.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from compare.model.articles import Article, Segment
from compare.model.entities import Entity


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that was not used, and why. `file` is as the user gave it."""

    file: str
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, ordered by (published, id).

    `start` and `end` are the first and last day of publication, None when no article is dated.
    `related` holds slugs of stories that share people and days without being the same event.
    `marks` may hold `undated`, `future`, `round-up`.
    """

    slug: str
    title: str
    start: date | None
    end: date | None
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...] = ()
    related: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Two segments of different articles that say the same thing; `score` is 0 to 1."""

    left: Segment
    right: Segment
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A segment that may say what a row says. `score` (0..1) is how well it matches the row's
    members; `chance` (0..1, on the best candidate of an article) how likely it is that the article
    carries the row at all; `same` is True when the segment is itself a member of the row; `bare`
    is True when every other member gives a figure and the article's sentence none.
    """

    segment: Segment
    score: float
    same: bool = False
    chance: float = 0.0
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """Clauses of several articles that say one thing, before anything is judged.

    `members` are in order of (article, place); `candidates` maps every article id to what it has
    on the matter, best first (its own members lead), empty when it has no text.
    """

    members: tuple[Segment, ...]
    candidates: dict[str, tuple[Candidate, ...]]
