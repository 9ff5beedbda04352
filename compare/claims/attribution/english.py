"""English attributions: cues with their sources and contents, sentence by sentence.

In: a body in English and the table of cues. Out: findings in order of their cue. Cues are looked
up word by word; every candidate must have a subject and a complement of a kind it can take, else it
is dropped. Contents are cut where the next speech of the same sentence begins.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.claims.attribution.english_contents import complement
from compare.claims.attribution.english_sources import Subject, subject
from compare.claims.attribution.english_words import (
    AUXILIARIES,
    BE,
    CLAUSE_PRONOUNS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    QUOTE,
    TIMES,
    Sentence,
    outer_quotations,
    sentences_of,
)
from compare.claims.attribution.finding import NESTING, Finding, Span, trimmed
from compare.resources.cues import Cue, Cues

_STRIP = " \t,;:—–-"
_CLOSING = ".!?"


@dataclass(frozen=True, slots=True)
class _Hit:
    """A cue at words `i`..`j` with its subject; content from word `start` (None: before it)."""

    i: int
    j: int
    cue: Cue | None
    subject: Subject
    start: int | None


def english_findings(text: str, cues: Cues) -> list[Finding]:
    """All attributions of an English body; offsets are code points of `text`."""
    found: list[Finding] = []
    quotes = outer_quotations(text)
    previous: Sentence | None = None
    for s in sentences_of(text, quotes):
        here = _of_sentence(text, s, cues, previous)
        follows = previous is not None and "\n" not in text[previous.ends[-1] : s.starts[0]]
        if not here and s.low[0] == QUOTE and all(w == QUOTE or not w[0].isalnum() for w in s.low):
            here = _unclaimed(text, s, found if follows else [])
            if follows and not here:
                found[-1] = _extended(found[-1], s.ends[-1])
        found += here
        previous = s
    return found


def _extended(finding: Finding, end: int) -> Finding:
    return Finding(
        (finding.content[0], end), finding.source, finding.cue, finding.said, finding.elided
    )


def _unclaimed(text: str, s: Sentence, found: list[Finding]) -> list[Finding]:
    """A sentence that is all quotation: it goes on what was just quoted, else stands alone."""
    if found and text[found[-1].content[0]] in "\"“‘'" and _near(found[-1], s):
        return []
    return [Finding((s.starts[0], s.ends[-1]))]


def _near(finding: Finding, s: Sentence) -> bool:
    ends = [span[1] for span in (finding.content, finding.cue, finding.source) if span]
    return s.starts[0] - max(ends) < 120


def _of_sentence(text: str, s: Sentence, cues: Cues, previous: Sentence | None) -> list[Finding]:
    hits = _hits(s, cues)
    findings: list[Finding] = []
    for number, hit in enumerate(hits):
        content = _content(text, s, hit, hits[number + 1 :], previous)
        if content is None or content[1] - content[0] < 2:
            continue
        source, elided = _source(s, hit, hits[:number])
        if source is None and hit.cue is not None:
            continue
        cue = (s.starts[hit.i], s.ends[hit.j - 1])
        findings.append(Finding(content, source, cue, hit.cue, elided))
    findings = [one for one in findings if _may_stand(text, one, findings)]
    return findings or _by_form(s)


def _by_form(s: Sentence) -> list[Finding]:
    """A whole quotation with a speaker but no known cue: “Wrong,” Marsh interjected."""
    if (
        s.low[0] == QUOTE
        and _is_whole_quote(s, 0)
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
            hit = _Hit(k, k + 1, None, Subject(k, k, k, elided=True), k)
            source = _opening_phrase(s, hit)
            return (
                []
                if source is None
                else [Finding((s.starts[k], s.ends[-1]), source, (s.starts[k - 2], s.ends[k - 2]))]
            )
    return []


def _may_stand(text: str, one: Finding, findings: list[Finding]) -> bool:
    """Inside another's words only speech with its own source counts, not what somebody wants."""
    holding = [f for f in findings if f is not one and _holds(f, one)]
    if not holding or one.said is None:
        return True
    assert one.source is not None
    assert one.cue is not None
    if "noun" in one.said.frames or one.said.kind != "speech" or one.elided:
        return False
    if one.said.strength not in NESTING:
        return False
    behind = all(f.cue is not None and f.cue[0] > one.cue[0] for f in holding)
    return behind or text[slice(*one.source)].lower() not in CLAUSE_PRONOUNS


def _holds(outer: Finding, one: Finding) -> bool:
    """True when the cue of `one` stands in what `outer` says, and not the other way round too."""
    assert one.cue is not None
    assert outer.cue is not None
    inside = outer.content[0] <= one.cue[0] and one.cue[1] <= outer.content[1]
    around = one.content[0] <= outer.cue[0] and outer.cue[1] <= one.content[1]
    return inside and not around


# ---------------------------------------------------------------- cues
def _hits(s: Sentence, cues: Cues) -> list[_Hit]:
    hits: list[_Hit] = []
    taken: frozenset[int] = frozenset()
    i = 0
    while i < len(s):
        hit = (
            _according(s, i)
            or _hit(s, i, cues, taken)
            or _state(s, i, cues, taken)
            or _noun(s, i, cues)
        )
        if hit is not None:
            hits.append(hit)
            taken |= frozenset(range(hit.i, hit.j))
            i = hit.j
        else:
            i += 1
    return hits


def _according(s: Sentence, i: int) -> _Hit | None:
    """“according to port records”, before or behind what they show."""
    if s.low[i] != "according" or s.at(i + 1) != "to":
        return None
    end = i + 2
    while end < s.last() and s.low[end] not in {",", ";", QUOTE, "—", "–"}:
        end += 1
    left = i - 1 if s.at(i - 1) == "," else i
    start = end + 1 if i < 2 and s.at(end) == "," else None
    if start is None and i < 3:
        return None
    return _Hit(i, i + 2, None, Subject(i + 2, end, left), start)


def _state(s: Sentence, i: int, cues: Cues, taken: frozenset[int]) -> _Hit | None:
    """“is confident that …”: an adjective of belief behind a form of be."""
    cue = cues.states.get(s.low[i])
    if cue is None or s.at(i + 1) not in {"that", "about", "to", "of"} or s.capital(i):
        return None
    b = i - 1
    while b >= 0 and (s.adverb(b) or s.low[b] in {"more", "very", "not", "been", "less"}):
        b -= 1
    if s.at(b) not in BE | {
        "feel",
        "feels",
        "felt",
        "seemed",
        "remain",
        "remains",
        "has",
        "have",
        "had",
    }:
        return None
    who = subject(s, b, i, cue, taken)
    return None if who is None else _Hit(i, i + 1, cue, who, i + 1)


def _noun(s: Sentence, i: int, cues: Cues) -> _Hit | None:
    """“his claim that …”: a noun of saying that somebody owns, with its complement."""
    cue = cues.nouns.get(s.low[i])
    if cue is None or s.at(i + 1) not in {"that", "to"}:
        return None
    if s.low[i + 1] == "to" and (s.capital(i + 2) or s.at(i + 2) in DETERMINERS):
        return None
    k = i - 1
    while k > 0 and i - k < 3 and s.low[k] not in _OWNERS and not s.low[k].endswith(("'s", "s'")):
        k -= 1
    if s.at(k) in _OWNERS:
        return _Hit(i, i + 1, cue, Subject(k, k + 1, k), i + 1)
    if not s.at(k).endswith(("'s", "s'")):
        return None
    first = k
    while first > 0 and s.capital(first - 1) and s.capital(k):
        first -= 1
    return _Hit(i, i + 1, cue, Subject(first, k + 1, first), i + 1)


_OWNERS = frozenset({"his", "her", "their", "its"})


def _hit(s: Sentence, i: int, cues: Cues, taken: frozenset[int]) -> _Hit | None:
    rows = cues.english.get(s.low[i])
    if rows is None or (s.capital(i) and i > 0):
        return None
    for words, cue in rows:
        j = i + len(words)
        if s.low[i:j] == words:
            return _checked(s, i, j, cue, taken)
    return None


def _checked(s: Sentence, i: int, j: int, cue: Cue, taken: frozenset[int]) -> _Hit | None:
    who = subject(s, i, j, cue, taken)
    if who is None:
        return None
    if who.inverted:
        return _Hit(i, j, cue, who, None)
    start = complement(s, j, cue)
    if start is None and not _stands_behind(s, j, cue, who):
        return None
    return _Hit(i, j, cue, who, start)


def _stands_behind(s: Sentence, j: int, cue: Cue, who: Subject) -> bool:
    """May the content stand before “…, the coast guard said”?"""
    if "clause" not in cue.frames and cue.strength != "tell":
        return False
    if who.elided:
        return False
    before = s.at(who.left - 1)
    if before not in {",", QUOTE, ""} or (
        before == "" and s.at(j) not in {".", "", ","} | PREPOSITIONS and cue.strength != "tell"
    ):
        return False
    return before != "" or s.last() - j < 12


# ---------------------------------------------------------------- contents
def _content(
    text: str, s: Sentence, hit: _Hit, later: list[_Hit], previous: Sentence | None
) -> Span | None:
    if hit.start is None:
        return _content_before(text, s, hit, later, previous)
    end = min([s.last(), *(_cut(s, hit, other) for other in later)])
    if hit.cue is not None and "noun" in hit.cue.frames and "," in s.low[hit.start : end]:
        end = s.low.index(",", hit.start)
    if s.low[hit.start] == QUOTE and _is_whole_quote(s, hit.start):
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


def _cut(s: Sentence, hit: _Hit, other: _Hit) -> int:
    """The word before which the content of `hit` ends because of the speech of `other`."""
    left = other.subject.left
    assert hit.start is not None
    if left <= hit.start:
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
        return left if s.low[left] != "and" and s.low[left] != "while" else len(s)
    return left if joined else len(s)


def _is_whole_quote(s: Sentence, k: int) -> bool:
    inner = s.words[k].rstrip("\"”’'")
    return inner[-1:] in {".", ",", "!", "?"}


def _quotes_end(s: Sentence, k: int, end: int) -> int:
    """Behind the run of quotations that begins at `k`."""
    k += 1
    while k < end and s.low[k] in {QUOTE, ",", "and"} and QUOTE in s.low[k : k + 2]:
        k += 1
    return k


def _content_before(
    text: str, s: Sentence, hit: _Hit, later: list[_Hit], previous: Sentence | None
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
                    *(_cut(s, _Hit(hit.i, hit.j, hit.cue, hit.subject, after), o) for o in later),
                ]
            )
    elif s.at(after) == QUOTE:
        end = after + 1
    first = _first_content(s, left)
    return trimmed(text, s.starts[first], s.ends[end - 1], _STRIP)


def _first_content(s: Sentence, left: int) -> int:
    """Where content before a cue begins: behind “But” and behind another's finished speech."""
    return 1 if s.low[0] in {"but", "and", "yet", "so"} and left > 3 else 0


def _behind(s: Sentence, hit: _Hit) -> int:
    """The next comma, quotation or end behind a cue whose content stands before it."""
    k = hit.j if hit.cue is not None else hit.subject.end
    while k < s.last() and s.low[k] not in {",", QUOTE, ";"}:
        k += 1
    return k


def _quote_of(s: Sentence, hit: _Hit, previous: Sentence | None) -> Span | None:
    """The quotation that ends the sentence before: “Why?” Smith asked."""
    if previous is None or previous.low[-1] != QUOTE or s.starts[0] - previous.ends[-1] > 1:
        return None
    if hit.i - hit.subject.left > 12:
        return None
    return previous.starts[-1], previous.ends[-1]


# ---------------------------------------------------------------- sources
def _source(s: Sentence, hit: _Hit, earlier: list[_Hit]) -> tuple[Span | None, bool]:
    """The span of the source, and whether it was taken over from an earlier verb."""
    who = hit.subject
    if not who.elided:
        end = who.end
        while end > who.start and s.low[end - 1] == ",":
            end -= 1
        return (s.starts[who.start], s.ends[end - 1]), False
    for other in reversed(earlier):
        if not other.subject.elided:
            return _source(s, other, [])[0], True
    return _opening_phrase(s, hit), True


def _opening_phrase(s: Sentence, hit: _Hit) -> Span | None:
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
            in {",", QUOTE, "and", "("} | CONJUNCTIONS | TIMES | PREPOSITIONS - {"of", "for"}
            or (not s.capital(end) and s.low[end].endswith("ed"))
        ):
            end += 1
    return s.starts[start], s.ends[end - 1]
