"""English attributions, sentence by sentence.

In: a body in English and the table of cues. Out: findings in order of their cue. Inside what one
person says, only speech with its own source counts; quotations without any cue go on what was just
quoted, or stand alone.
"""

from __future__ import annotations

from dataclasses import replace

from compare.reading.base.findings import Finding, Span, may_stand
from compare.reading.base.worded import QUOTE
from compare.reading.en.speech_cues import Hit, hits
from compare.reading.en.speech_sources import Subject
from compare.reading.en.speech_spans import (
    content_of,
    is_whole_quote,
    opening_phrase,
    source_of,
)
from compare.reading.en.speech_words import (
    CLAUSE_PRONOUNS,
    DETERMINERS,
    Sentence,
    sentences_of,
)
from compare.resources.cues import Cues


def found(text: str, quotes: list[Span], cues: Cues) -> list[Finding]:
    """All attributions of an English body whose outer quotations are `quotes`."""
    made: list[Finding] = []
    previous: Sentence | None = None
    for s in sentences_of(text, quotes):
        here = _of_sentence(text, s, cues, previous)
        follows = previous is not None and "\n" not in text[previous.ends[-1] : s.starts[0]]
        if not here and s.low[0] == QUOTE and all(w == QUOTE or not w[0].isalnum() for w in s.low):
            here = _unclaimed(text, s, made if follows else [])
            if follows and not here:
                made[-1] = replace(made[-1], content=(made[-1].content[0], s.ends[-1]))
        made += here
        previous = s
    return made


def _unclaimed(text: str, s: Sentence, found: list[Finding]) -> list[Finding]:
    """A sentence that is all quotation: it goes on what was just quoted, else stands alone."""
    if found and text[found[-1].content[0]] in "\"“‘'" and _near(found[-1], s):
        return []
    return [Finding((s.starts[0], s.ends[-1]))]


def _near(finding: Finding, s: Sentence) -> bool:
    ends = [span[1] for span in (finding.content, finding.cue, finding.source) if span]
    return s.starts[0] - max(ends) < 120


def _of_sentence(text: str, s: Sentence, cues: Cues, previous: Sentence | None) -> list[Finding]:
    found = hits(s, cues)
    findings: list[Finding] = []
    for number, hit in enumerate(found):
        content = content_of(text, s, hit, found[number + 1 :], previous)
        if content is None or content[1] - content[0] < 2:
            continue
        source, elided = source_of(s, hit, found[:number])
        if source is None and hit.cue is not None:
            continue
        cue = (s.starts[hit.i], s.ends[hit.j - 1])
        findings.append(Finding(content, source, cue, hit.cue, elided))
    findings = [one for one in findings if may_stand(text, one, findings, CLAUSE_PRONOUNS)]
    return findings or _by_form(s)


def _by_form(s: Sentence) -> list[Finding]:
    """A whole quotation with a speaker but no known cue: “Wrong,” Marsh interjected."""
    if (
        s.low[0] == QUOTE
        and is_whole_quote(s, 0)
        and 2 < len(s) < 9
        and s.at(s.last() - 1).endswith("ed")
    ):
        last = s.last()
        if s.capital(1) or s.low[1] in CLAUSE_PRONOUNS | DETERMINERS:
            return [
                Finding(
                    (s.starts[0], s.ends[0]),
                    (s.starts[1], s.ends[last - 2]),
                    (s.starts[last - 1], s.ends[last - 1]),
                )
            ]
    for k in range(2, len(s)):
        if s.low[k] == QUOTE and s.low[k - 1] == ":" and k < 25:
            hit = Hit(k, k + 1, None, Subject(k, k, k, elided=True), k)
            source = opening_phrase(s, hit)
            return (
                []
                if source is None
                else [Finding((s.starts[k], s.ends[-1]), source, (s.starts[k - 2], s.ends[k - 2]))]
            )
    return []
