"""Outlets over many stories: what one story leaves behind for counting, and what is counted.

In: nothing (plain values). Out: the nouns of `compare outlets`. A `StoryTally` holds no text but
that of the claims, so that hundreds of them lie in memory where hundreds of comparisons would not.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.model.claims import MadeBy
from compare.model.entities import Entity
from compare.model.stories import SetAside

EXCUSED = "excused"  # absent, with a reason that may explain it
ORIGIN, SPEAKER, NAMED, FACT = TRAITS = ("origin", "speaker", "named", "fact")


@dataclass(frozen=True, slots=True)
class TallySource:
    """A source that counts: its id, its outlet's id and name, and the `voice` whose text it has,
    which is its own id unless it is a copy.
    """

    id: str
    outlet: str
    name: str
    voice: str


@dataclass(frozen=True, slots=True)
class TallyCell:
    """What became of a claim in one source: the status of its cell, and reasons for an absence."""

    status: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Trait:
    """What kind of claim it is in one respect. `part` is one of TRAITS: `origin` (whose words),
    `speaker` (who says it), `named` (whom it names), `fact` (which kind of fact it gives); `value`
    is a kind, or the id of an entity.
    """

    part: str
    value: str


@dataclass(frozen=True, slots=True)
class TallyClaim:
    """A claim with its traits and its cells, by id of the source."""

    id: str
    text: str
    traits: tuple[Trait, ...]
    cells: dict[str, TallyCell]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that an outlet gives as somebody's: the `speaker` (id of an entity; None where nobody
    is identified), `mode` direct or indirect, `kind` as in `Origin`, and the id of the `office`
    that the article gives the speaker.
    """

    outlet: str
    speaker: str | None
    mode: str
    kind: str
    office: str | None = None


@dataclass(frozen=True, slots=True)
class StoryTally:
    """What one story adds to the counts: sources without summaries, claims that state something
    and that one of these carries, attributed statements, and who is meant by the ids of entities.
    """

    slug: str
    title: str
    sources: tuple[TallySource, ...]
    claims: tuple[TallyClaim, ...]
    statements: tuple[Spoken, ...]
    entities: tuple[Entity, ...]
    made_by: MadeBy


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of`, summed over `stories` stories that have any. `share`, and `low` to `high`
    that hold the true one, are None where the stories are too few.
    """

    count: int
    of: int
    stories: int
    share: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Carriage:
    """What became of claims: shares of all of them that add up to 1. `carried` are told, in part
    or otherwise too; `excused` are absent with a reason, `absent` without.
    """

    carried: Share
    unclear: Share
    excused: Share
    absent: Share


@dataclass(frozen=True, slots=True)
class Example:
    """An omission to look at: `compare story STORY --explain CLAIM SOURCE`."""

    story: str
    claim: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Omission:
    """How often an outlet leaves out claims with a trait, and the others in the same stories do.

    `difference` (own less others) and its bounds `low` to `high` are None where the stories are too
    few. The bounds are widened for the number of traits that were asked about; it is `typical`
    where they lie above 0.
    """

    trait: Trait
    own: Share
    others: Share
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    typical: bool = False
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """One speaker's (or one kind of speaker's) share of the statements of an outlet, `direct` of
    them in quotation marks, heard in `stories` stories; and the same of the other outlets in the
    same stories.
    """

    speaker: str
    own: Share
    direct: int
    stories: int
    others: Share


@dataclass(frozen=True, slots=True)
class Speaking:
    """Whom an outlet lets speak, beside the others in the same stories: `named` have an identity,
    `direct` are in quotation marks; by kind of speech, by office and by speaker.
    """

    named: Share
    direct: Share
    others_named: Share
    others_direct: Share
    kinds: tuple[Heard, ...] = ()
    offices: tuple[Heard, ...] = ()
    speakers: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """An outlet over its stories. `reprints` of its `articles` are copies of another's text.

    `own` is over the claims that at least two independent others carry, `others` the same of the
    other outlets in the same stories. Of those that it carries `partial` are told in part and
    `conflicts` otherwise; `reasons` count why absences are set apart.
    """

    id: str
    name: str
    stories: int
    articles: int
    reprints: int
    own: Carriage
    others: Carriage
    partial: int
    conflicts: int
    reasons: dict[str, int]
    omissions: tuple[Omission, ...]
    speaking: Speaking


@dataclass(frozen=True, slots=True)
class Common:
    """Claims that at least one of two outlets carries: `both`, only `left`, only `right`, one of
    them and the other `unclear`, or `excused` (absent with a reason). `share` is that of `both`
    among all but the last.
    """

    both: int
    left: int
    right: int
    unclear: int
    excused: int
    share: Share


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two outlets in the stories that both tell: in `reprints` of these one has the other's text,
    or both a third's; the rest is counted, all claims and those that a third source carries too.
    """

    left: str
    right: str
    stories: int
    reprints: int
    every: Common
    shared: Common


@dataclass(frozen=True, slots=True)
class TalliedStory:
    """A story that was counted."""

    slug: str
    title: str
    outlets: tuple[str, ...]
    claims: int
    shared: int


@dataclass(frozen=True, slots=True)
class Profiles:
    """Outlets over stories, by id, and each two of them that tell a story in common.

    `least` is the number of stories below which there are counts alone, `doubt` the chance that an
    interval misses. `entities` says who the speakers are.
    """

    stories: tuple[TalliedStory, ...]
    outlets: tuple[Profile, ...]
    overlaps: tuple[Overlap, ...]
    entities: dict[str, Entity]
    least: int
    doubt: float
    made_by: MadeBy
    set_aside: tuple[SetAside, ...] = ()
