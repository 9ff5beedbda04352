"""Asks about the doubtful cells of a comparison, and keeps the answers that may stand.

In: a comparison, a way to ask, and `Checks`, what the pipeline knows of claims and passages. Out:
the comparison with a `Judgement` in the cells that have one, a `Judging` that counts the rest, and
the failures. An answer is void, and its cell as it was, for one of these reasons:

    form      it is not the one JSON object that was asked for
    words     its quotation is not exact characters of what was shown
    matter    its quotation has next to nothing of the claim, by the measure that made the rows
    facts     what the article states forbids the verdict
    unseen    it says `absent` of an article that was not shown whole

`matter` is what stops an article that tells the model what to answer: the model may obey and quote
the very order, but an order says nothing of the claim. A failing server is asked a few times more
and then left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from compare.errors import NoAnswer
from compare.judge.answer import located, parsed
from compare.judge.cells import doubtful
from compare.judge.question import Messages, Piece, Question, messages, question
from compare.model import (
    ABSENT,
    CANNOT_TELL,
    Article,
    Claim,
    Comparison,
    Evidence,
    Judgement,
    Judging,
    Segment,
    Source,
)
from compare.options import Options

Ask = Callable[[Messages], str]


class Checks(Protocol):
    """What is known of a claim and the article of a source."""

    def nearest(self, claim: Claim, source: str) -> Sequence[Segment]:
        """The segments of the article, those first that most likely say the claim."""

    def likeness(self, claim: Claim, source: str, part: str, start: int, end: int) -> float:
        """The chance that a stretch of the article is about the claim, figures aside."""

    def forbidden(self, claim: Claim, source: str, verdict: str, quote: Evidence | None) -> bool:
        """Do the facts of both forbid a verdict that rests on these words?"""


@dataclass
class _Run:
    """Whom to ask and how to check, and what has come of the questions so far."""

    model: str
    ask: Ask
    checks: Checks
    options: Options
    origins: Mapping[str, Article]
    told: dict[tuple[str, str], Judgement] = field(default_factory=dict)
    void: Counter[str] = field(default_factory=Counter)
    failures: Counter[tuple[str, str]] = field(default_factory=Counter)
    in_a_row: int = 0

    def put(self, claim: Claim, source: Source) -> None:
        """Puts one question, and notes what comes of it."""
        near = self.checks.nearest(claim, source.id)
        asked = question(claim.text, self.origins[claim.id], source.article, near, self.options)
        try:
            text = self.ask(messages(asked))
        except NoAnswer as failure:
            self.failures[failure.reason, failure.detail] += 1
            self.in_a_row += 1
            return
        self.in_a_row = 0
        found = verified(text, asked, claim, source.id, self.checks, self.options)
        if isinstance(found, str):
            self.void[found] += 1
        else:
            self.told[claim.id, source.id] = Judgement(self.model, *found)


@dataclass(frozen=True, slots=True)
class Judged:
    """A comparison with what a model says, and how often the server failed: by reason and detail,
    the commonest first. Without any answer the comparison is the one that was given.
    """

    comparison: Comparison
    failures: tuple[tuple[NoAnswer, int], ...] = ()


def judged(
    comparison: Comparison,
    model: str,
    ask: Ask,
    checks: Checks,
    options: Options,
    only: tuple[str, str] | None = None,
) -> Judged:
    """`comparison` with what `model` says of its doubtful cells, or of one, by claim and source."""
    every = doubtful(comparison, options)
    cells = [(c, s) for c, s in every if only in (None, (c.id, s))]
    asked = cells[: options.judge_questions]
    sources = {s.id: s for s in comparison.sources}
    articles = {s.article.id: s.article for s in comparison.sources}
    origins = {c.id: articles[c.place.article] for c in comparison.claims if c.place}
    run = _Run(model, ask, checks, options, origins)
    for claim, source in asked:
        if run.in_a_row < options.judge_failures:
            run.put(claim, sources[source])
    failures = tuple((NoAnswer(*why), n) for why, n in run.failures.most_common())
    answers = len(run.told) + run.void.total()
    if not answers:
        return Judged(comparison, failures)
    counted = Judging(
        model,
        told=len(run.told),
        unsure=sum(one.verdict == CANNOT_TELL for one in run.told.values()),
        void=dict(sorted(run.void.items())),
        unanswered=len(asked) - answers,
        unasked=len(cells) - len(asked),
    )
    return Judged(replace(_with(comparison, run.told), judging=counted), failures)


def verified(
    text: str, asked: Question, claim: Claim, source: str, checks: Checks, options: Options
) -> tuple[str, Evidence | None] | str:
    """The verdict and the words that prove it, of an answer that may stand; else why it is void."""
    answer = parsed(text)
    if answer is None:
        return "form"
    if answer.verdict == CANNOT_TELL:
        return CANNOT_TELL, None
    if answer.verdict == ABSENT:
        if not asked.whole:
            return "unseen"
        forbidden = checks.forbidden(claim, source, ABSENT, None)
        return "facts" if forbidden else (ABSENT, None)
    place = located(answer.quotation, asked)
    if place is None:
        return "words"
    quote = _evidence(place, asked, checks.likeness(claim, source, *_span(place)))
    if quote.score < options.judge_least:
        return "matter"
    forbidden = checks.forbidden(claim, source, answer.verdict, quote)
    return "facts" if forbidden else (answer.verdict, quote)


def _span(place: Piece) -> tuple[str, int, int]:
    return place.part, place.start, place.end


def _evidence(place: Piece, asked: Question, score: float) -> Evidence:
    words = asked.text(place)
    return Evidence(asked.article.id, *_span(place), words, place.paragraph, round(score, 3))


def _with(comparison: Comparison, told: Mapping[tuple[str, str], Judgement]) -> Comparison:
    """`comparison` with judgements by claim and source."""
    claims = tuple(
        replace(
            claim,
            cells={
                key: replace(cell, judged=told.get((claim.id, key)))
                for key, cell in claim.cells.items()
            },
        )
        for claim in comparison.claims
    )
    return replace(comparison, claims=claims)
