"""Claims across outlets: who says it, where, whose words, and what disagrees.

In: nothing (plain values). Out: the nouns of a finished comparison, which `reports` and
`exercises` read. Scores and confidences lie in 0..1 and are rounded to 3 decimals.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.model.articles import Article, Segment
from compare.model.documents import Attribution, Document, Speech
from compare.model.entities import Entity, Mention
from compare.model.facts import FactRow
from compare.model.stories import Story

INCLUDED = "included"
PARTIAL = "partial"
CONFLICTS = "conflicts"
UNCLEAR = "unclear"
ABSENT = "absent"
CARRIED = (INCLUDED, PARTIAL, CONFLICTS)

CONTRADICTED = "contradicted"
CANNOT_TELL = "cannot tell"
VERDICTS = (INCLUDED, PARTIAL, CONTRADICTED, ABSENT, CANNOT_TELL)


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose words a claim is: `kind` readout, remarks, media, outlet, or unknown where who speaks
    could not be read; `label` for people.
    """

    kind: str = "outlet"
    speaker: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span that proves a cell (or is nearest to proving it), with its similarity to the claim."""

    article: str
    part: str
    start: int
    end: int
    quote: str
    paragraph: int | None
    score: float
    confidence: float | None = None
    attribution: Attribution | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The answer for one article: evidence that it carries a claim (best first, empty = no), and
    the nearest candidate either way.
    """

    article: Article
    evidence: tuple[Evidence, ...]
    nearest: Evidence | None


@dataclass(frozen=True, slots=True)
class Inspection:
    """One article as it was read; `entities` holds what its mentions may name, by id."""

    article: Article
    mentions: tuple[Mention, ...]
    speech: Speech
    entities: dict[str, Entity]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What `model`, which the user brought, says of a cell: `verdict` is one of VERDICTS, `quote`
    the words that it cites; without any it is the model's word alone.
    """

    model: str
    verdict: str
    quote: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Judging:
    """How `model` was asked about a story: `told` answers stand in cells, `unsure` of them say that
    it cannot tell; `void` ones, by the reason why, were not taken; `unanswered` questions had no
    answer, and `unasked` doubtful cells were over the limit.
    """

    model: str
    told: int
    unsure: int = 0
    void: dict[str, int] = field(default_factory=dict)
    unanswered: int = 0
    unasked: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """Claim × source. `evidence` is empty for `absent` and `unclear`; then `nearest` is the best
    candidate. `reasons` explain an absence: truncated, paywall, published_earlier, brief,
    other_edition. What somebody else `judged` changes nothing else in it.
    """

    status: str
    score: float
    confidence: float | None = None
    reasons: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    nearest: Evidence | None = None
    attribution: Attribution | None = None
    judged: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What of a claim its proof in one source has (or the nearest sentence): its words, names,
    figures and days, `found` and `missing`, in the characters and the order of its text.
    `differing` are values that contradict each other: the claim's words, the source's.
    """

    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    differing: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Emphasis:
    """How prominent a claim is in one source: best paragraph rank from 0, share of the body's
    characters, and whether it stands in the headline or the lead.
    """

    paragraph: int | None
    share: float
    in_title: bool
    in_lead: bool


WORD = "WORD"


@dataclass(frozen=True, slots=True)
class Glossed:
    """A piece of a row for a reader of another language: a name, a date or a figure (`kind` of its
    mention), or a word of the dictionary (WORD). `text` is a name or a word in the reader's
    language, the normalised value of a date or a figure.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A row: one assertion, a cell for every source, and where the words come from: `origin` is
    whose they are, `place` the segment that says so in these words. Not `telling` is what nobody
    could look up: a remark on the report itself, an opinion of the outlet, a bare time. `gloss`
    holds pieces of it in the reader's language, in their order; it is no translation.
    """

    id: str
    text: str
    origin: Origin
    cells: dict[str, Cell]
    language: str = ""
    emphasis: dict[str, Emphasis] = field(default_factory=dict)
    place: Segment | None = None
    telling: bool = True
    gloss: tuple[Glossed, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a discrepancy: the quoted sentence, the span that differs and its value."""

    source: str
    quote: str
    span: str
    value: str | None
    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Evidences that differ. `kind`: date, number, actor, place, quote, modality, attribution,
    wording. `severity`: conflict, shift, wording, compatible. `note` names the rule in one line.
    """

    id: str
    kind: str
    severity: str
    claims: tuple[str, ...]
    sides: tuple[Side, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Labels that the sources use for one entity (or one act): source id -> labels."""

    entity: str
    labels: dict[str, tuple[str, ...]]
    kind: str = "label"


@dataclass(frozen=True, slots=True)
class Family:
    """Sources that carry one text: `original` first published; `kind` reprint or translation;
    `edits` maps a source to what it added or cut, one line each.
    """

    original: str
    sources: tuple[str, ...]
    kind: str
    edits: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Voice:
    """How much of a source's body one speaker fills: shares of its characters, 0 to 1."""

    source: str
    speaker: str
    direct: float
    indirect: float


@dataclass(frozen=True, slots=True)
class ReadoutRow:
    """One official claim: source id -> kept, softened, dropped, contradicted or unclear."""

    claim: str
    verdicts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Readout:
    """An official text held against the others. `reference` is the source that carries it,
    `label` names it for people, `added` maps a source to the claims it has beyond the text.
    """

    reference: str
    label: str
    rows: tuple[ReadoutRow, ...]
    added: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet's text in a comparison: the id used in cells, and its article as read. `copy_of` is
    the source it reprints.
    """

    id: str
    document: Document
    copy_of: str | None = None

    @property
    def article(self) -> Article:
        """The article that was read."""
        return self.document.article


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a result: the `version` of the program, and digests of the fitted `model` and of
    the `options` in force. Where all three are equal, so are the results; empty when not known.
    """

    version: str = ""
    model: str = ""
    options: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything found about one story; every report is made from this and nothing else. `glossed`
    is the language in which rows are glossed that are in another, empty for none.
    """

    story: Story
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
    wording: tuple[Wording, ...] = ()
    families: tuple[Family, ...] = ()
    voices: tuple[Voice, ...] = ()
    readout: Readout | None = None
    notes: tuple[str, ...] = ()
    made_by: MadeBy = MadeBy()
    facts: tuple[FactRow, ...] = ()
    judging: Judging | None = None
    glossed: str = ""
