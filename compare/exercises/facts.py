"""What a sheet may ask about, and the interface of the kinds that ask.

In: a `Comparison` and a `Request`. Out: `Facts`: sources that are shown, claims that can be read,
cells that are sure. A cell is sure when its calibrated confidence reaches the bound and, if it
carries its claim, the sentence stands in the part of the text that students see. Everything else
may be talked about and is never scored. A `Kind` turns facts into drafts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from compare.errors import UsageError
from compare.exercises.parts import (
    FIND,
    LEVELS,
    LIST,
    PAPERS,
    TEXTS,
    VARIANTS,
    Citation,
    Distractor,
    Level,
    Option,
    Point,
    Prompt,
    Request,
)
from compare.exercises.rows import default_seed, shuffled
from compare.exercises.sentences import leans, readable, shown
from compare.model import (
    ABSENT,
    BODY,
    CARRIED,
    INCLUDED,
    PARTIAL,
    TITLE,
    Cell,
    Claim,
    Comparison,
    Evidence,
    Side,
    Source,
)
from compare.options import Options
from compare.reports.words import say


@dataclass(frozen=True, slots=True)
class Worded:
    """A claim with words of a shown text, in which the sheet can state it alone."""

    claim: Claim
    text: str
    language: str

    def draft(
        self,
        *points: Point,
        name: str = "",
        rank: int = 0,
        balance: str = "",
        quoted: tuple[Citation, ...] = (),
    ) -> Prompt:
        """A row about the claim; words that lean on the sentence before them come last."""
        rank += leans(self.text)
        claims = (self.claim.id,)
        name = name or self.claim.id
        return Prompt(name, points, self.text, self.language, quoted, rank, balance, claims=claims)


@dataclass(frozen=True, slots=True)
class Facts:
    """A comparison cut down to what the sheet shows. `labels` maps source ids to A, B, C, `shown`
    to the end of the part of the body that students see; `claims` are those that can be stated.
    """

    comparison: Comparison
    sources: tuple[Source, ...]
    labels: Mapping[str, str]
    shown: Mapping[str, int]
    options: Options
    level: Level
    seed: str
    distractors: tuple[Distractor, ...] = ()
    claims: tuple[Worded, ...] = ()

    @property
    def outlets(self) -> tuple[Source, ...]:
        """The sources that are reports of their own: a summary has cells but is no voice."""
        return tuple(s for s in self.sources if s.article.kind != "summary")

    def sure(self, claim: Claim, source: Source) -> bool:
        """True when the cell may be scored: not what is carried in part, since whether a proof that
        lacks a figure of the claim states it is a matter of opinion.
        """
        cell = claim.cells[source.id]
        if cell.status == PARTIAL:
            return False
        if cell.confidence is None or round(cell.confidence, 3) < self.options.exercise_confidence:
            return False
        if cell.status in CARRIED:
            return bool(self.visible(claim, source))
        return cell.status == ABSENT

    def tells(self, claim: Claim, source: Source, statuses: Sequence[str] = CARRIED) -> bool:
        """True when the cell surely has one of these statuses."""
        return claim.cells[source.id].status in statuses and self.sure(claim, source)

    def visible(self, claim: Claim, source: Source) -> tuple[Evidence, ...]:
        """The evidence of a cell that stands in the shown text, in order of place."""
        proof = [e for e in claim.cells[source.id].evidence if self.shows(source.id, e)]
        return tuple(sorted(proof, key=lambda e: (e.part != BODY, e.start)))

    def shows(self, source: str, span: Evidence | Side | Citation) -> bool:
        """True when a span stands in a shown text."""
        title = span.part == TITLE and source in self.shown
        return title or (span.part == BODY and span.start < span.end <= self.shown.get(source, 0))

    def doubt(self, claim: Claim, source: Source) -> str:
        """Why a cell is not scored: its sentence is not shown, or it is not sure."""
        carried = claim.cells[source.id].status in CARRIED
        return say("why.unsure" if self.visible(claim, source) or not carried else "why.hidden")

    def cite(self, source: Source, span: Evidence | Side, claim: Claim | None = None) -> Citation:
        """A span as the key cites it, with the cell of `claim`."""
        return self.spot(source, span.part, span.start, span.end, claim)

    def spot(
        self, source: Source, part: str, start: int, end: int, claim: Claim | None = None
    ) -> Citation:
        """Characters of a text as the key cites them."""
        cell = claim.cells[source.id] if claim else Cell("", 0)
        return Citation(
            source.id,
            part,
            start,
            end,
            source.article.part(part)[start:end],
            self.place(source, part, start),
            source.article.language,
            claim.id if claim else "",
            cell.status,
            cell.confidence,
        )

    def proof(self, claim: Claim, *sources: Source) -> tuple[Citation, ...]:
        """The spans behind cells: their evidence, or the nearest sentence of an absence."""
        found: list[Citation] = []
        for source in sources:
            cell = claim.cells[source.id]
            near = [cell.nearest] if cell.nearest and self.shows(source.id, cell.nearest) else []
            spans = self.visible(claim, source) if cell.status in CARRIED else near
            found += [self.cite(source, span, claim) for span in spans]
        return tuple(found)

    def place(self, source: Source, part: str, start: int) -> str:
        """What the sheet calls a spot: `B3`, `B0` for the headline."""
        label = self.labels[source.id]
        if part != BODY:
            return f"{label}0"
        paragraph = source.article.paragraph_at(start)
        return label if paragraph is None else f"{label}{paragraph + 1}"

    def source(self, name: str) -> Source:
        """The source with this id; StopIteration when the sheet does not show it."""
        return next(s for s in self.sources if s.id == name)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of exercise: how its task looks, how long it takes, and what it could ask in a story.

    `base` and `each` are the minutes of the task and of a row; `sources` and `least` the fewest
    sources and rows that make sense; `most` bounds the rows of a task whatever is asked for;
    `lines` are left free for an answer in words. A kind that is not `scored` is judged by its
    rubric; one with `talk` makes a task even when nothing in it can be scored. `values` are what
    its instruction names. `words` are its texts, by the keys of the catalogue, when it has none of
    them: `task.NAME`, `aim.NAME`, `do.NAME`, `hint.NAME`, `material.NAME`, `rubric.NAME.1` to 3.
    `strand` is what a lesson needs one of: finding claims, comparing words, writing; `first` knows
    drafts for which the kind goes before all others of its strand.
    """

    name: str
    drafts: Callable[[Facts], list[Prompt]]
    layout: str = LIST
    base: int = 2
    each: float = 1.0
    sources: int = 1
    least: int = 1
    most: int = 40
    lines: int = 0
    scored: bool = True
    talk: bool = False
    values: Callable[[Facts], Mapping[str, str]] | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    strand: str = FIND
    first: Callable[[Prompt], bool] | None = None

    def leads(self, drafts: Sequence[Prompt]) -> bool:
        """True when the best of its scored drafts is what a lesson wants most."""
        return self.first is not None and bool(drafts) and self.first(drafts[0])

    def say(self, key: str, **values: object) -> str:
        """A text of the kind; `{}` in the key stands for its name."""
        key = key.format(self.name)
        return self.words[key].format(**values) if key in self.words else say(key, **values)


def options(words: str, keys: Iterable[str]) -> tuple[Option, ...]:
    """Answers in fixed words; `{}` in the name of the text stands for the key."""
    return tuple(Option(key, say(words.format(key))) for key in keys)


def gather(
    comparison: Comparison,
    request: Request,
    options: Options = Options(),
    distractors: Sequence[Distractor] = (),
) -> Facts:
    """The facts of the sources that the request leaves in; UsageError when there are none, and for
    a level, language or paper that there is not.
    """
    for value, offered in (
        (request.level, LEVELS),
        (request.texts, TEXTS),
        (request.paper, PAPERS),
        (request.variant, VARIANTS),
    ):
        if value not in offered:
            raise UsageError(say("cli.no_choice", value=value, known=", ".join(offered)))
    sources = _chosen(comparison, request)
    seed = request.seed if request.seed is not None else default_seed(comparison)
    ordered = shuffled(sources, seed, lambda s: s.id) if request.anonymous else sources
    facts = Facts(
        comparison,
        tuple(ordered),
        {source.id: _label(n) for n, source in enumerate(ordered)},
        {s.id: shown(s.document, request.excerpt) for s in ordered},
        options,
        LEVELS[request.level],
        seed,
        tuple(distractors),
    )
    return replace(facts, claims=tuple(_worded(facts)))


def _chosen(comparison: Comparison, request: Request) -> list[Source]:
    known = [source.id for source in comparison.sources]
    wanted = request.sources or tuple(known)
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise UsageError(say("error.source", names=", ".join(unknown), known=", ".join(known)))
    chosen = [
        source
        for source in comparison.sources
        if source.id in wanted
        and (request.texts == "both" or source.article.language.startswith(request.texts))
    ]
    if not chosen:
        raise UsageError(say("error.texts", texts=request.texts))
    return chosen


def _label(n: int) -> str:
    """A, B, … Z, AA, AB, …"""
    first, second = divmod(n, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def _worded(facts: Facts) -> Iterable[Worded]:
    """Claims that tell something and can be stated: in their own words if a shown text has them,
    else in those of sure evidence.
    """
    for claim in facts.comparison.claims:
        if not claim.telling:
            continue
        quotes = [
            (e.quote, source.article.language)
            for source in facts.sources
            if facts.tells(claim, source, (INCLUDED,))
            for e in facts.visible(claim, source)
            if readable(e.quote, source.article.language, facts.options)
        ]
        if quotes:
            yield Worded(claim, *min(quotes, key=lambda pair: pair[0] != claim.text))
