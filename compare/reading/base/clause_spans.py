"""From hits to spans: where a content begins and ends in a language with a `Grammar`.

In: a sentence with its hits. Out: code points. A content ends where the next speech of the sentence
begins; one that its speaker interrupts is one stretch.
"""

from __future__ import annotations

from compare.reading.base.clause_nouns import STOPS, is_speech, is_verb
from compare.reading.base.clause_verbs import Hit
from compare.reading.base.speech_grammar import Grammar
from compare.reading.base.spoken import Span, trimmed
from compare.reading.base.worded import QUOTE, Sentence

_STRIP = " \t\u00a0\u202f,;:"
_DASHES = "—–-"
_PARTING = ("contrasts", "conjunctions", "joining")


def content_of(
    text: str, s: Sentence, hit: Hit, later: list[Hit], previous: Sentence | None, g: Grammar
) -> Span | None:
    """The content of `hit`; `later` are the hits behind it, `previous` the sentence before."""
    if hit.pointing:
        return (
            None if previous is None else (previous.starts[0], previous.ends[previous.last() - 1])
        )
    if hit.start is None:
        return _before(text, s, hit, later, previous, g)
    end = min([hit.stop or s.last(), *(_cut(s, hit.start, other, g) for other in later)])
    if is_speech(s, hit.start) and s.whole_quote(hit.start):
        end = min(end, _quotes_end(s, hit.start, end, g))
    if end <= hit.start:
        return None
    start = s.starts[hit.start]
    if hit.left > 0 and is_speech(s, hit.left - 1) and s.low[hit.start] == QUOTE:
        start = s.starts[hit.left - 1]
    return trimmed(text, start, s.ends[end - 1], _STRIP + _DASHES)


def _cut(s: Sentence, start: int, other: Hit, g: Grammar) -> int:
    """The word before which a content that begins at `start` ends because `other` speaks."""
    far, left = len(s), other.left
    if other.start is None:
        return far
    if left <= start:
        return other.i - 1 if start < other.i and s.at(other.i - 1) == "," else far
    own = other.source is not None
    if g.null_subject and left == other.i and not (own or g.is_(s.at(left - 1), *_PARTING)):
        return far
    if own and not _parted(s, start, other, g):
        return far
    if g.is_(s.at(left - 1), *_PARTING):
        left -= 1
    while s.at(left - 1) in {",", ";", ":"}:
        left -= 1
    return max(left, start)


def _parted(s: Sentence, start: int, other: Hit, g: Grammar) -> bool:
    """Does the clause of `other` stand apart from a content that begins at `start`?"""
    before, first = s.at(other.left - 1), s.at(other.left)
    if before == ";" or (before == ":" and other.cue is None):
        return True
    if other.stop is not None and other.stop <= other.i:
        return True
    if g.is_(before, "contrasts") or g.is_(first, "contrasts"):
        return True
    return g.is_(before, "joining", "conjunctions") and not g.is_(s.at(start), "openers")


def _quotes_end(s: Sentence, k: int, end: int, g: Grammar) -> int:
    """Behind the run of quotations that begins at `k`."""
    k += 1
    while k < end and QUOTE in s.low[k : k + 2]:
        if s.low[k] not in {QUOTE, ","} and not g.is_(s.low[k], "joining"):
            break
        k += 1
    return k


def _before(
    text: str, s: Sentence, hit: Hit, later: list[Hit], previous: Sentence | None, g: Grammar
) -> Span | None:
    """The content before the cue, with what goes on behind it: « …, a-t-il dit, … »"""
    left = hit.left
    while left > 0 and s.low[left - 1] in {",", "—", "–", "--"}:
        left -= 1
    if left == 0:
        return _quote_before(s, previous)
    end = left
    after = hit.right + (s.at(hit.right) == ",")
    quoted = [k for k in range(after, s.last()) if is_speech(s, k)]
    if s.low[0] == QUOTE and quoted and not any(other.i < quoted[-1] for other in later):
        return trimmed(text, s.starts[0], s.ends[quoted[-1]], _STRIP)
    inside = hit.cue is None and s.at(hit.left - 1) not in STOPS
    if inside or _resumes(s, after, later, g):
        end = min([s.last(), *(_cut(s, after, other, g) for other in later)])
    first = _first(s, left, g)
    return trimmed(text, s.starts[first], s.ends[end - 1], _STRIP)


def _first(s: Sentence, left: int, g: Grammar) -> int:
    """Where a content that ends before word `left` begins: behind a colon, a quotation that is
    somebody else's, or a conjunction.
    """
    colons = [k for k in range(left) if s.low[k] == ":"]
    if colons and left - colons[-1] > 1:
        return colons[-1] + 1
    return 1 if g.is_(s.low[0], "joining", "contrasts") and left > 3 else 0


def _resumes(s: Sentence, k: int, later: list[Hit], g: Grammar) -> bool:
    """Does the interrupted speech go on at word `k`?"""
    if k >= s.last() or any(o.left <= k + 1 and o.start is not None and o.i > k - 2 for o in later):
        return False
    word = s.low[k]
    if word == QUOTE:
        return is_speech(s, k)
    if word == ";":
        return any(says_so(s, at, g) for at in range(k + 1, _end_of_clause(s, k + 1)))
    if g.is_(word, "joining"):
        return s.at(k + 1) == QUOTE or g.is_(s.at(k + 1), "prepositions")
    if s.low[0] == QUOTE or not (s.at(k - 1) == "," or is_verb(s, k, g)):
        return False
    return not g.is_(word, "conjunctions", "purposes", "contrasts", "prepositions")


def _quote_before(s: Sentence, previous: Sentence | None) -> Span | None:
    """The quotation that ends the sentence before: « Pourquoi ? » a demandé X."""
    if previous is None or previous.low[-1] != QUOTE or s.starts[0] - previous.ends[-1] > 1:
        return None
    return previous.starts[-1], previous.ends[-1]


def says_so(s: Sentence, k: int, g: Grammar) -> bool:
    """True for a verb in the form of reported speech (German): sei, werde, zahle."""
    word = s.low[k]
    if g.is_(word, "reported", "perhaps_reported"):
        return True
    if not g.verb_second or len(word) < 4 or not word.endswith("e") or word.endswith("te"):
        return False
    noun_before = s.capital(k - 1) or g.is_(s.at(k - 1), "subjects")
    return noun_before and k > 0 and not (s.capital(k) or s.capital(k + 1) or g.is_small(word))


def _end_of_clause(s: Sentence, k: int) -> int:
    return next((at for at in range(k, s.last()) if s.low[at] in STOPS), s.last())
