"""One stretch between two commas of a Chinese sentence: its predicate, its subject, what it needs.

In: one part of an article and a span of it. Out: a `Clause`. The classes of the segmenter are right
for most verbs, but it has one class for verbs and for prepositions that were verbs, and takes many
short verbs of news for names or nouns (出院, 失联): both are lists in `words.toml`. A verb in front
of 的 belongs to a noun unless nothing else can be the predicate.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from compare.model import ReadPart
from compare.reading.propositions.frames import Span
from compare.reading.zh.tokens import tokenise
from compare.resources.cues import cues
from compare.resources.words import either, listed, word_set, words
from compare.text.scripts import to_simplified

WORDS = {
    key: frozenset(listed(line))
    for key, line in words("zh")["propositions"].items()
    if isinstance(line, str)
}
_IGNORED, _NEGATED = (either(word_set("zh", "negation", key)) for key in ("ignored", "words"))
_NEGATION = re.compile(rf"(?:{_IGNORED})|({_NEGATED})")
_PLANNED, _POSSIBLE = (re.compile(either(WORDS[key])) for key in ("planned", "possible"))
_SETTLED = re.compile(either(listed(words("zh")["modality"]["settled"]["ignored"])))
_DE = frozenset("的之")
_WORD = re.compile(r"\w")
_SHORT = 12  # characters of the beginning in which conjunctions of pairs are looked for
_WEAK = frozenset("在到至由用因")
_UNITS = frozenset("日月年时点号")
_ASPECT = frozenset(("ul", "ug", "uz"))
_STATES = frozenset(("a", "ad", "i", "l", "z", "an"))


@dataclass(frozen=True, slots=True)
class Clause:
    """`start`..`end`, words `first`..`stop` of the part; `verb` is the word that is its predicate.

    `hangs` on the next, `back` on the one before; `condition` opens a pair, `consequent` closes it.
    `opening` are the words that it begins with, `opener` the first.
    """

    start: int
    end: int
    first: int
    stop: int
    verb: int | None
    hangs: bool
    back: bool
    condition: bool
    consequent: bool
    opening: str
    opener: str


class Clauses:
    """The words of one part, from which its clauses are read."""

    def __init__(self, read: ReadPart) -> None:
        """The words of `read`, made once."""
        simple = to_simplified(read.text)
        self._text = simple if len(simple) == len(read.text) else read.text
        tokens = tokenise(self._text)
        self._words, self._tags, self._starts = tokens.words, tokens.tags, tokens.starts
        days = [(d.start, d.end) for d in read.dates]
        self._times = sorted([*days, *((c.start, c.end) for c in read.times)])
        self._begins = [a for a, _ in self._times]

    def read(self, start: int, end: int) -> Clause:
        """The clause `start`..`end`, its marks included."""
        first = bisect_left(self._starts, start, 0, len(self._words))
        stop = bisect_left(self._starts, end, 0, len(self._words))
        while first < stop and not _WORD.search(self._words[first]):
            first += 1
        while stop > first and not _WORD.search(self._words[stop - 1]):
            stop -= 1
        verb = self._verb(first, stop)
        opener = self._words[first] if first < stop else ""
        begin = self._starts[first] if first < stop else start
        opening = self._text[begin : min(end, begin + _SHORT)]
        return Clause(
            start,
            end,
            first,
            stop,
            verb,
            self._hangs(first, stop, verb),
            opener in WORDS["opens_back"],
            any(w in WORDS["conditions"] for w in self._words[first : min(stop, first + 4)])
            and opener not in WORDS["opens_back"] - WORDS["conditions"],
            any(w in WORDS["consequences"] for w in self._words[first:stop]),
            opening,
            opener,
        )

    def is_words(self, start: int, end: int) -> bool:
        """Whether a span neither begins nor ends inside two words of more than one hanzi."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end) - 1
        if first < 0 or last < 0:
            return True
        glued = start > self._starts[first] and len(self._words[first]) == 2
        return self._end(last) <= end and (self._starts[first] == start or glued)

    # ------------------------------------------------------------ predicates
    def _verb(self, first: int, stop: int) -> int | None:
        """The word that is the predicate of first..stop, or None."""
        verbs = [k for k in range(first, stop) if self._is_verb(k, first, stop)]
        marks = [
            k for k in range(first, stop - 1) if self._words[k] in _DE and self._tags[k] != "r"
        ]
        if marks and verbs:
            verbs = self._main(verbs, marks)
        if verbs:
            return verbs[0]
        return self._other(first, stop)

    def _main(self, verbs: list[int], marks: list[int]) -> list[int]:
        """The verbs that do not belong to a noun behind 的."""
        free = [v for v in verbs if v > marks[-1]]
        headed = [v for v in verbs if v < marks[0] and self._heads(v, marks[0])]
        if headed and not (free and self._of_noun(headed[0], marks[0])):
            return headed + free
        between = [v for v in verbs if marks[0] < v < marks[-1] and self._heads(v, marks[-1])]
        return between or free

    def _heads(self, verb: int, mark: int) -> bool:
        """Can a verb in front of 的 have the noun behind it as its object?"""
        if self._tags[verb + 1 : verb + 2] and self._tags[verb + 1] in _ASPECT:
            return True
        return mark - verb > 1 and not (mark - verb == 2 and len(self._words[verb + 1]) == 1)

    def _of_noun(self, verb: int, mark: int) -> bool:
        """True where nothing tells that the verb in front of 的 is the main one."""
        aspect = self._tags[verb + 1] in _ASPECT if verb + 1 < mark else False
        return (
            not aspect
            and self._words[verb - 1 : verb] != []
            and not (self._words[verb - 1] in WORDS["chain"] and self._tags[verb - 1] == "d")
        )

    def _is_verb(self, k: int, first: int, stop: int) -> bool:
        word, tag = self._words[k], self._tags[k]
        if word in WORDS["no_verbs"]:
            return False
        if word in WORDS["verbs"]:
            return k > first or stop - first == 1
        if tag == "v" or tag in ("vg", "vi", "vq", "vd"):
            return not (k + 1 < stop and self._tags[k + 1] == "k")
        if tag == "vn" and k > first:
            last = k + 1 == stop or self._tags[k + 1] in ("m", "ul")
            return last and (self._tags[k - 1][0] in "ndmqrtsjv" or self._tags[k - 1] == "d")
        return False

    def _other(self, first: int, stop: int) -> int | None:
        """A predicate that is no verb: a state (风|太|大), a helper, a number (深度|12|公里)."""
        last = stop - 1
        while last > first and self._tags[last] in ("y", "ul", "uj"):
            last -= 1
        if last > first and self._tags[last] in _STATES and self._words[last - 1] not in _DE:
            return last
        helper = next(
            (k for k in range(first + 1, stop) if self._words[k] in WORDS["helpers"]), None
        )
        opens = self._words[first] in WORDS["opens_next"] if first < stop else True
        if helper is None or opens or helper >= last:
            return self._number(first, stop)
        named = self._words[last] not in WORDS["ends_next"] and self._tags[first][0] in "nrj"
        if self._words[helper] not in _WEAK or named:
            return helper
        return self._number(first, stop)

    def _number(self, first: int, stop: int) -> int | None:
        """The number that ends first..stop behind the noun of which it tells the size."""
        k = stop - 1
        while k > first and self._tags[k] in ("m", "q", "x", "n", "eng", "ns") and k > stop - 4:
            if self._tags[k] == "m" and not self._is_time(k):
                break
            k -= 1
        while k > first and self._tags[k - 1] in ("m", "q") and not self._is_time(k - 1):
            k -= 1
        if k <= first or self._tags[k] != "m" or self._is_time(k):
            return None
        named = any(self._tags[j][0] in "nvjar" for j in range(first, k))
        return k if named and self._words[first] not in WORDS["opens_next"] else None

    def _is_time(self, k: int) -> bool:
        """Does word `k` stand in a date or an hour?"""
        behind = self._words[k + 1] if k + 1 < len(self._words) else ""
        if self._tags[k] == "m" and (behind in _UNITS or self._words[k] in _UNITS):
            return True
        at = bisect_right(self._begins, self._starts[k]) - 1
        return self._tags[k] == "t" or (at >= 0 and self._times[at][1] > self._starts[k])

    # ------------------------------------------------------------ what it needs
    def _hangs(self, first: int, stop: int, verb: int | None) -> bool:
        """Does first..stop need what follows, although it has a verb?"""
        if verb is None:
            return True
        if first >= stop:
            return True
        head = first
        while head < stop - 1 and (
            self._words[head] in ("而", "但", "不过", "并", "同时") or self._is_time(head)
        ):
            head += 1
        word, last = self._words[head], self._words[stop - 1]
        if word in WORDS["sure_opens"]:
            return True
        if self._ends_in_time(stop, verb):
            return True
        if word in WORDS["opens_next"]:
            return "被" not in self._words[head:stop] and not self._after(verb, head)
        causes = ("因", "因为", "由于")
        if any(w in causes for w in self._words[head + 1 : verb]):
            return not any(w[0] in "被遭而致获" for w in self._words[head + 1 : stop])
        return verb == stop - 1 and last in cues().chinese and last not in WORDS["verbs"]

    def _after(self, verb: int, head: int) -> bool:
        """Is there a noun and then a verb behind the preposition at `head`?"""
        return verb - head > 3

    def _ends_in_time(self, stop: int, verb: int) -> bool:
        """地震发生|后, 返回酒店|途中|时."""
        last = self._words[stop - 1]
        if stop - 1 <= verb:
            return False
        return last in WORDS["sure_ends"] or (
            last in WORDS["ends_next"]
            and self._tags[stop - 1] in ("f", "s")
            and self._with_place(stop)
        )

    def _with_place(self, stop: int) -> bool:
        words_ = self._words[max(0, stop - 10) : stop]
        return any(w in ("在", "于", "从", "自", "当") for w in words_)

    # ------------------------------------------------------------ what it says
    def _head(self, clause: Clause) -> int:
        """The word of the predicate; the first one where there is none."""
        return clause.first if clause.verb is None else clause.verb

    def predicate(self, clause: Clause) -> Span:
        """The span of the first verb with the helpers before and the parts behind it."""
        first = last = self._head(clause)
        while first > clause.first and (
            self._tags[first - 1] == "d" or self._words[first - 1] in WORDS["helpers"]
        ):
            first -= 1
        while last + 1 < clause.stop and self._tags[last + 1] in (*_ASPECT, "v"):
            last += 1
            if self._tags[last] in _ASPECT:
                break
        return self._starts[first], self._end(last)

    def meant(self, start: int, end: int) -> tuple[bool, str]:
        """Whether a predicate is denied, and how it is meant."""
        group = self._text[start:end]
        negated = any(found[1] for found in _NEGATION.finditer(group))
        plain = _SETTLED.sub("", group)
        if _POSSIBLE.search(plain):
            return negated, "possible"
        return negated, "planned" if _PLANNED.search(plain) else "said"

    def subject(self, clause: Clause) -> Span | None:
        """The nouns in front of the predicate, behind conjunctions, times and places."""
        first, verb = clause.first, self._head(clause)
        while first < verb and (
            self._words[first] in WORDS["leads"]
            or self._tags[first] in ("c", "d", "t", "y", "e")
            or self._is_time(first)
            or self._tags[first] == "x"
        ):
            first += 1
        stop = self._behind(first, verb)
        while stop > first and (
            self._tags[stop - 1] in ("d", "t", "x", "f") or self._is_time(stop - 1)
        ):
            stop -= 1
        if stop <= first or not any(self._tags[k][0] in "nrjmslaiq" for k in range(first, stop)):
            return None
        if self._words[first] in WORDS["chain"] or self._tags[first] == "p":
            return None
        return self._starts[first], self._end(stop - 1)

    def _behind(self, first: int, verb: int) -> int:
        """Where the subject that begins at `first` stops."""
        marks = [k for k in range(first, verb) if self._words[k] in _DE]
        floor = marks[-1] + 1 if marks else first + 1
        for k in range(min(floor, verb), verb):
            if self._words[k] in WORDS["chain"] and self._words[k] not in (
                "与",
                "同",
                "跟",
                "本",
                "各",
            ):
                return k
            if self._tags[k] in ("p", "d", "t") and self._words[k] not in ("与", "和", "跟"):
                return k
        return verb

    def _end(self, k: int) -> int:
        return self._starts[k] + len(self._words[k])
