"""Attributions in languages whose words.toml has a table `speech`, sentence by sentence.

In: a body, its outer quotations and its language. Out: findings in order of their cue. One grammar
over the words of the language: where a verb of saying stands tells who speaks, what it may take
tells what is said. Inside what one person says, only speech with its own source counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from compare.reading.base.clause_cues import hits
from compare.reading.base.clause_nouns import phrase_end
from compare.reading.base.clause_verbs import Hit
from compare.reading.base.findings import Finding, Span, may_stand, trimmed
from compare.reading.base.speech_grammar import Grammar, grammar
from compare.reading.base.worded import QUOTE, Sentence, sentences_of

_STRIP = " \t\u00a0\u202f,;:—–-"
_NEAR = 160


def found(text: str, quotes: list[Span], language: str) -> Iterator[Finding]:
    """All attributions of a body whose outer quotations are `quotes`."""
    g = grammar(language)
    made: list[Finding] = []
    previous: Sentence | None = None
    for s in sentences_of(text, quotes, language, g.word):
        follows = previous is not None and "\n" not in text[previous.ends[-1] : s.starts[0]]
        here = _of_sentence(text, s, g, previous if follows else None)
        if not here:
            here = _without_cue(text, s, g, made, follows=follows)
        made += here
        previous = s
    return iter(made)


def _of_sentence(text: str, s: Sentence, g: Grammar, previous: Sentence | None) -> list[Finding]:
    cues = hits(s, g)
    findings: list[Finding] = []
    for number, hit in enumerate(cues):
        content = _content(text, s, hit, cues[number + 1 :], previous)
        if content is None or content[1] - content[0] < 2:
            continue
        source, elided = _source(s, hit, cues[:number], g)
        if source is None and not (g.null_subject and hit.cue is not None):
            continue
        cue = s.starts[hit.i], s.ends[hit.j - 1]
        findings.append(Finding(content, source, cue, hit.cue, elided))
    return [one for one in findings if may_stand(text, one, findings, g.classes["subjects"])]


def _source(s: Sentence, hit: Hit, earlier: list[Hit], g: Grammar) -> tuple[Span | None, bool]:
    """The span of the source, and whether it was taken over from an earlier verb."""
    if hit.source is not None:
        first, end = hit.source
        while end > first + 1 and s.low[end - 1] == ",":
            end -= 1
        return (s.starts[first], s.ends[end - 1]), False
    for other in reversed(earlier):
        if other.source is not None:
            return _source(s, other, [], g)[0], True
    if g.null_subject and (hit.left < 2 or hit.start is None):
        return None, True
    return _opening(s, hit, g), True


def _opening(s: Sentence, hit: Hit, g: Grammar) -> Span | None:
    """The first noun phrase of the sentence: the subject of a verb that is no cue."""
    first = 0
    if g.is_(s.low[0], "prepositions", "adverbs", "times", "conjunctions"):
        if "," not in s.low[: hit.i]:
            return None
        first = s.low.index(",") + 1
    end = min(phrase_end(s, first, g), hit.left)
    if end <= first or s.low[first] == QUOTE:
        return None
    return s.starts[first], s.ends[end - 1]


# ---------------------------------------------------------------- contents
def _content(
    text: str, s: Sentence, hit: Hit, later: list[Hit], previous: Sentence | None
) -> Span | None:
    if hit.start is None:
        return _before(text, s, hit, later, previous)
    end = min([s.last(), *(_cut(s, hit.start, other) for other in later)])
    if s.low[hit.start] == QUOTE and s.whole_quote(hit.start):
        end = min(end, _quotes_end(s, hit.start, end))
    if end <= hit.start:
        return None
    start = s.starts[hit.start]
    if s.at(hit.left - 1) == QUOTE and s.low[hit.start] == QUOTE:
        start = s.starts[hit.left - 1]
    return trimmed(text, start, s.ends[end - 1], _STRIP)


def _cut(s: Sentence, start: int, other: Hit) -> int:
    """The word before which a content that begins at `start` ends because `other` speaks."""
    if other.start is None:
        return len(s)
    left = other.left
    if left <= start < other.i and s.at(other.i - 1) == ",":
        return other.i - 1
    if left <= start:
        return len(s)
    if other.source is None or s.at(left - 1) == ";":
        while s.at(left - 1) in {",", ";"}:
            left -= 1
        return left
    return len(s)


def _quotes_end(s: Sentence, k: int, end: int) -> int:
    """Behind the run of quotations that begins at `k`."""
    k += 1
    while k < end and s.low[k] in {QUOTE, ",", "et", "und", "y"} and QUOTE in s.low[k : k + 2]:
        k += 1
    return k


def _before(
    text: str, s: Sentence, hit: Hit, later: list[Hit], previous: Sentence | None
) -> Span | None:
    """The content before the cue, with what goes on behind it: « …, a-t-il dit, … »"""
    left = hit.left
    while left > 0 and s.low[left - 1] in {",", "—", "–", "--"}:
        left -= 1
    if left == 0:
        return _quote_before(s, previous)
    end = left
    right = hit.right
    if s.at(right) == "," and s.at(right + 1) not in {"", "et", "und", "y"}:
        right += 1
    goes_on = right < s.last() and not any(
        o.left <= right + 1 and o.start is not None for o in later
    )
    if goes_on and (s.low[right] == QUOTE or s.low[0] != QUOTE):
        end = min([s.last(), *(_cut(s, right, o) for o in later)])
    first = 1 if s.low[0] in {"mais", "et", "pero", "y", "aber", "und", "doch"} and left > 3 else 0
    return trimmed(text, s.starts[first], s.ends[end - 1], _STRIP)


def _quote_before(s: Sentence, previous: Sentence | None) -> Span | None:
    """The quotation that ends the sentence before: « Pourquoi ? » a demandé X."""
    if previous is None or previous.low[-1] != QUOTE or s.starts[0] - previous.ends[-1] > 1:
        return None
    return previous.starts[-1], previous.ends[-1]


# ---------------------------------------------------------------- without a cue
def _without_cue(
    text: str, s: Sentence, g: Grammar, made: list[Finding], *, follows: bool
) -> list[Finding]:
    """A sentence that is all quotation goes on what was just quoted, else stands alone; one in
    reported speech (er habe …) belongs to whoever spoke last.
    """
    if s.low[0] == QUOTE and all(w == QUOTE or not w[0].isalnum() for w in s.low):
        if follows and made and text[made[-1].content[0]] in '"“„«‘‹»' and _near(made[-1], s):
            made[-1] = replace(made[-1], content=(made[-1].content[0], s.ends[_last_quote(s)]))
            return []
        return [Finding((s.starts[0], s.ends[_last_quote(s)]))]
    colon = _colon(s, g)
    if colon:
        return colon
    if made and _near(made[-1], s) and _is_reported(s, g, follows=follows):
        return [Finding((s.starts[0], s.ends[s.last() - 1]))]
    return []


def _is_reported(s: Sentence, g: Grammar, *, follows: bool) -> bool:
    """True for a sentence whose main verb says that somebody says so: er habe nichts gewusst."""
    main = s.low[: s.low.index(",")] if "," in s.low else s.low
    if g.is_(s.low[0], "conjunctions") and len(main) < len(s):
        main = s.low[len(main) : len(main) + 3]
    return any(g.is_(w, "reported") or (follows and g.is_(w, "perhaps_reported")) for w in main)


def _last_quote(s: Sentence) -> int:
    return max(k for k, word in enumerate(s.low) if word == QUOTE)


def _near(finding: Finding, s: Sentence) -> bool:
    ends = [span[1] for span in (finding.content, finding.cue, finding.source) if span]
    return s.starts[0] - max(ends) < _NEAR


def _colon(s: Sentence, g: Grammar) -> list[Finding]:
    """Somebody, a colon and a quotation: Le ministre : « Non. »"""
    for k in range(2, min(len(s), 25)):
        if s.low[k] == QUOTE and s.low[k - 1] == ":":
            end = phrase_end(s, 0, g)
            if end == 0:
                return []
            source = s.starts[0], s.ends[end - 1]
            return [Finding((s.starts[k], s.ends[-1]), source, (s.starts[k - 2], s.ends[k - 2]))]
    return []
