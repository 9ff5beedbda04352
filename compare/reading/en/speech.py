"""English attributions, sentence by sentence.

In: a body in English and the table of cues. Out: findings in order of their cue. Inside what one
person says, only speech with its own source counts; quotations without any cue go on what was just
quoted, or stand alone.

From hits to spans: where an English content begins and ends, and whose it is. In: a sentence with
its hits. Out: code points of contents and sources. A content ends where the next speech of the
sentence begins; a quotation that its speaker interrupts is one stretch.
"""

from __future__ import annotations

from dataclasses import replace

from compare.reading.base.spoken import Span, Spoken, may_stand, trimmed
from compare.reading.base.worded import QUOTE
from compare.reading.en.speech_contents import (
    AUXILIARIES,
    CLAUSE_PRONOUNS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    TIMES,
    Sentence,
    sentences_of,
)
from compare.reading.en.speech_cues import Hit, hits
from compare.reading.en.speech_sources import Subject
from compare.resources.cues import Cues

_LONGEST = 250  # words: nobody writes such a sentence, and reading one takes their square
_STRIP = " \t,;:—–-"


def content_of(
    text: str, s: Sentence, hit: Hit, later: list[Hit], previous: Sentence | None
) -> Span | None:
    """The content of `hit`; `later` are the hits behind it, `previous` the sentence before."""
    if hit.start is None:
        return _content_before(text, s, hit, later, previous)
    end = min([s.last(), *(_cut(s, hit, other) for other in later)])
    if hit.cue is not None and "noun" in hit.cue.frames and "," in s.low[hit.start : end]:
        end = s.low.index(",", hit.start)
    if s.at(hit.subject.end) == "," and "who" in s.low[hit.subject.end : hit.i]:
        end = min(end, _aside_end(s, hit.start, end))
    if s.low[hit.start] == QUOTE and is_whole_quote(s, hit.start):
        end = min(end, _quotes_end(s, hit.start, end))
    if end <= hit.start:
        return None
    start, stop = trimmed(text, s.starts[hit.start], s.ends[end - 1], _STRIP)
    if (
        hit.subject.elided is False
        and s.at(hit.subject.left - 1) == QUOTE
        and s.low[hit.start] == QUOTE
    ):
        first = hit.subject.left - 1
        start = s.starts[first]
    return start, stop


def _aside_end(s: Sentence, start: int, end: int) -> int:
    """The comma that ends “, who said …,”: the verb of the sentence stands behind it."""
    for k in range(start + 1, end):
        behind = s.at(k + 1)
        if s.low[k] == "," and (behind.endswith("ed") or behind in AUXILIARIES):
            return k
    return end


def _cut(s: Sentence, hit: Hit, other: Hit) -> int:
    """The word before which the content of `hit` ends because of the speech of `other`."""
    left = other.subject.left
    if hit.start is None or left <= hit.start:
        return len(s)
    if other.start is None:
        return left
    while s.at(left - 1) in {",", ";"}:
        left -= 1
    if other.subject.elided:
        return left
    joined = s.at(left) in {"and", "but", "while"} or s.at(left) == ";"
    if s.at(other.subject.left - 1) in {"and", "but", "while", "though", "although", ";"}:
        joined, left = True, other.subject.left - 1
        if s.at(left - 1) == ",":
            return left - 1
        if s.at(left - 1) == QUOTE and is_whole_quote(s, left - 1):
            return left
        if hit.cue is not None and "clause" not in hit.cue.frames and not other.subject.elided:
            return left
        return left if s.low[left] != "and" and s.low[left] != "while" else len(s)
    return left if joined else len(s)


def is_whole_quote(s: Sentence, k: int) -> bool:
    """True when the quotation at word `k` ends with a mark of its own: it is a whole sentence."""
    inner = s.words[k].rstrip("\"”’'")
    return inner[-1:] in {".", ",", "!", "?"}


def _quotes_end(s: Sentence, k: int, end: int) -> int:
    """Behind the run of quotations that begins at `k`."""
    k += 1
    while k < end and s.low[k] in {QUOTE, ",", "and"} and QUOTE in s.low[k : k + 2]:
        k += 1
    return k


def _content_before(
    text: str, s: Sentence, hit: Hit, later: list[Hit], previous: Sentence | None
) -> Span | None:
    """The content before the cue, with what goes on behind it: “…,” he said, “…”"""
    left = hit.subject.left
    while left > 0 and s.low[left - 1] in {",", "—", "–", "--"}:
        left -= 1
    if left == 0:
        return _quote_of(s, hit, previous)
    if left < 2 and s.low[0] != QUOTE:
        return None
    end = left
    after = hit.subject.resume if hit.subject.inverted else _behind(s, hit)
    if s.at(after) == "," and not any(
        o.subject.elided and o.subject.left <= after + 1 for o in later
    ):
        follows = s.at(after + 1)
        if follows == QUOTE or (
            s.low[0] != QUOTE
            and not follows.endswith("ing")
            and follows not in {"and", "but", "who"} | PREPOSITIONS
        ):
            end = min(
                [
                    s.last(),
                    *(_cut(s, Hit(hit.i, hit.j, hit.cue, hit.subject, after), o) for o in later),
                ]
            )
    elif s.at(after) == QUOTE:
        end = after + 1
    first = _first_content(s, left)
    return trimmed(text, s.starts[first], s.ends[end - 1], _STRIP)


def _first_content(s: Sentence, left: int) -> int:
    """Where content before a cue begins: behind “But” and behind another's finished speech."""
    return 1 if s.low[0] in {"but", "and", "yet", "so"} and left > 3 else 0


def _behind(s: Sentence, hit: Hit) -> int:
    """The next comma, quotation or end behind a cue whose content stands before it."""
    k = hit.j if hit.cue is not None else hit.subject.end
    while k < s.last() and s.low[k] not in {",", QUOTE, ";"}:
        k += 1
    return k


def _quote_of(s: Sentence, hit: Hit, previous: Sentence | None) -> Span | None:
    """The quotation that ends the sentence before: “Why?” Smith asked."""
    if previous is None or previous.low[-1] != QUOTE or s.starts[0] - previous.ends[-1] > 1:
        return None
    if hit.i - hit.subject.left > 12:
        return None
    return previous.starts[-1], previous.ends[-1]


def source_of(s: Sentence, hit: Hit, earlier: list[Hit]) -> tuple[Span | None, bool]:
    """The span of the source, and whether it was taken over from an earlier verb."""
    who = hit.subject
    if not who.elided:
        end = who.end
        while end > who.start and s.low[end - 1] == ",":
            end -= 1
        return (s.starts[who.start], s.ends[end - 1]), False
    for other in reversed(earlier):
        if not other.subject.elided:
            return source_of(s, other, [])[0], True
    return opening_phrase(s, hit), True


def opening_phrase(s: Sentence, hit: Hit) -> Span | None:
    """The first noun phrase of the sentence: the subject of a verb that is no cue."""
    start = 0
    if s.low[0] in PREPOSITIONS and "," in s.low[: hit.i]:
        start = s.low.index(",") + 1
    if s.low[start] in {QUOTE, ","} or s.low[start] in CONJUNCTIONS | PREPOSITIONS:
        return None
    end = start + 1
    if s.low[start] not in CLAUSE_PRONOUNS:
        while end < hit.subject.left and not (
            s.low[end] in AUXILIARIES
            or s.low[end]
            in {",", QUOTE, "and", "(", ":"} | CONJUNCTIONS | TIMES | PREPOSITIONS - {"of", "for"}
            or (not s.capital(end) and s.low[end].endswith("ed"))
        ):
            end += 1
    return s.starts[start], s.ends[end - 1]


def found(text: str, quotes: list[Span], cues: Cues) -> list[Spoken]:
    """All attributions of an English body whose outer quotations are `quotes`."""
    made: list[Spoken] = []
    previous: Sentence | None = None
    for s in sentences_of(text, quotes):
        here = _of_sentence(text, s, cues, previous)
        follows = previous is not None and "\n" not in text[previous.ends[-1] : s.starts[0]]
        if not here and s.low[0] == QUOTE and all(w == QUOTE or not w[0].isalnum() for w in s.low):
            here = _unclaimed(text, s, made if follows else [])
            if follows and not here:
                made[-1] = replace(made[-1], content=(made[-1].content[0], s.ends[-1]))
        _join_open(text, made, here)
        made += here
        previous = s
    return made


def _join_open(text: str, made: list[Spoken], here: list[Spoken]) -> None:
    """A quotation of several paragraphs whose speaker stands in the last is one content."""
    if not made or not here or made[-1].cue is not None or here[0].cue is None:
        return
    last, first = made[-1].content, here[0].content
    between = text[last[1] : first[0]]
    opened = text[last[0]] in '“"' and text[last[1] - 1] not in '”"'
    if opened and "\n" in between and not between.strip() and text[first[0]] in '“"':
        here[0] = replace(here[0], content=(last[0], first[1]))
        made.pop()


def _unclaimed(text: str, s: Sentence, found: list[Spoken]) -> list[Spoken]:
    """A sentence that is all quotation: it goes on what was just quoted, else stands alone."""
    if found and text[found[-1].content[0]] in "\"“‘'" and _near(found[-1], s):
        return []
    return [Spoken((s.starts[0], s.ends[-1]))]


def _near(finding: Spoken, s: Sentence) -> bool:
    ends = [span[1] for span in (finding.content, finding.cue, finding.source) if span]
    return s.starts[0] - max(ends) < 120


def _of_sentence(text: str, s: Sentence, cues: Cues, previous: Sentence | None) -> list[Spoken]:
    found = hits(s, cues) if len(s) <= _LONGEST else []
    findings: list[Spoken] = []
    for number, hit in enumerate(found):
        content = content_of(text, s, hit, found[number + 1 :], previous)
        if content is None or content[1] - content[0] < 2:
            continue
        source, elided = source_of(s, hit, found[:number])
        if source is None and hit.cue is not None:
            continue
        cue = (s.starts[hit.i], s.ends[hit.j - 1])
        findings.append(Spoken(content, source, cue, hit.cue, elided))
    findings = [one for one in findings if may_stand(text, one, findings, CLAUSE_PRONOUNS)]
    return findings or _by_form(s)


def _by_form(s: Sentence) -> list[Spoken]:
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
                Spoken(
                    (s.starts[0], s.ends[0]),
                    (s.starts[1], s.ends[last - 2]),
                    (s.starts[last - 1], s.ends[last - 1]),
                )
            ]
    for k in range(2, len(s)):
        if s.low[k] == QUOTE and s.low[k - 1] == ":" and k < 25:
            hit = Hit(k, k + 1, None, Subject(k, k, k, elided=True), k)
            source = opening_phrase(s, hit)
            if source is None:
                return []
            label = source[1] >= s.ends[k - 2]  # nothing but a noun phrase before the colon
            if label and not (s.low[0] in CLAUSE_PRONOUNS or all(map(s.capital, range(k - 1)))):
                return []
            cue = None if label else (s.starts[k - 2], s.ends[k - 2])
            return [Spoken((s.starts[k], s.ends[-1]), source, cue)]
    return []
