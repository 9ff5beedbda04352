"""Words of an English text and which of them are finite verbs.

In: the text of one part. Out: its words by number, and, for any run of them, the finite verb, the
subject in front of it and the verb group. A form in -ed is finite unless an auxiliary, article or
preposition stands before it or nothing but a noun phrase precedes with `by` behind; a form in -s
only when it is one of the listed verbs and what stands before can be a subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from compare.reading.propositions.frames import Span
from compare.resources.words import listed, words

WORDS = {
    key: frozenset(listed(line))
    for key, line in words("en")["propositions"].items()
    if isinstance(line, str)
}
_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\d[\d.,:]*\d|\w+(?:['’-]\w+)*|[,;:—–]|--|[.!?]+")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SIBILANT = re.compile(r"(?:s|sh|ch|x|z|o)$")
_AHEAD = 6  # words of a verb group


def _third(verb: str) -> str:
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if _SIBILANT.search(verb) else "s")


_BASE = WORDS["verbs"] | {"have", "go"}
_THIRD = frozenset(_third(v) for v in _BASE)
_FUNCTION = WORDS["determiners"] | WORDS["prepositions"]
_ADVERBS = WORDS["adverbs"]
_SOME = WORDS["determiners"] - {"this", "that", "all", "some"}
_OWNERS = _SOME - {"many", "most", "several", "both", "others"}
_THIS = WORDS["determiners"] - {"this", "that", "each"}
_NEAR = WORDS["objects"] - WORDS["prepositions"]
_PLACED = WORDS["prepositions"] - {"of"}


class Words:
    """The words of a text; a number beyond them is an empty word."""

    def __init__(self, text: str) -> None:
        """All words of `text`, and which of them are finite verbs."""
        self.text = text
        found = list(_TOKEN.finditer(text))
        self._starts = [m.start() for m in found]
        self._ends = [m.end() for m in found]
        self._raw = [m[0] for m in found]
        self._low = [w.lower().replace("’", "'") for w in self._raw]
        self._next: list[int] = self._marked()

    def _marked(self) -> list[int]:
        """For every word the number of the first finite verb from there on."""
        count = len(self._raw)
        following = [count] * (count + 1)
        finite = [self.is_finite(k) for k in range(count)]
        for k in range(count - 1, -1, -1):
            following[k] = k if finite[k] else following[k + 1]
        return following

    def range(self, start: int, end: int) -> Span:
        """The numbers of the words in a span of the text."""
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def low(self, k: int) -> str:
        """Word `k` in small letters."""
        return self._low[k] if 0 <= k < len(self._low) else ""

    def raw(self, k: int) -> str:
        """Word `k` as it stands."""
        return self._raw[k] if 0 <= k < len(self._raw) else ""

    def start(self, k: int) -> int:
        """Where word `k` begins."""
        return self._starts[k]

    def is_word(self, k: int) -> bool:
        """True for what is no mark."""
        return self.raw(k)[:1].isalnum()

    def skip(self, k: int, stop: int, also: frozenset[str] | set[str] = frozenset()) -> int:
        """Behind adverbs (and later | left)."""
        while k < stop and (
            self.low(k) in also
            or self.low(k) in _ADVERBS
            or (self.low(k).endswith("ly") and len(self.low(k)) > 4)
        ):
            k += 1
        return k

    # ------------------------------------------------------------ verbs
    def finite(self, first: int, stop: int) -> int | None:
        """The first finite verb of first..stop that is not in a relative clause, else the first."""
        k = self._next[min(first, len(self._raw))]
        if k >= stop:
            return None
        inside = self._relative_before(first, k)
        if inside is None:
            return k
        later = self._next[k + 1] if k + 1 < len(self._next) else stop
        while later < stop and later - k <= 2:
            later = self._next[later + 1]
        return later if later < stop else k

    def _relative_before(self, first: int, k: int) -> int | None:
        for j in range(k - 1, max(first, k - 6), -1):
            if self._low[j] in ("which", "who", "whose", "that"):
                return j
            if self._low[j] in (",", ";"):
                return None
        return None

    def is_base(self, k: int) -> bool:
        """A form that can stand behind a modal verb."""
        return self.low(k) in _BASE

    def is_past(self, k: int) -> bool:
        """A form of the past, perhaps a participle."""
        low = self.low(k)
        if low in WORDS["pasts"] or low in WORDS["both"]:
            return True
        return (
            low.endswith("ed") and len(low) > 4 and low not in WORDS["no_verbs"] and "-" not in low
        )

    def is_finite(self, k: int) -> bool:
        """Whether word `k` is a finite verb."""
        low = self.low(k)
        if not low or not low[0].isalpha():
            return False
        if low in WORDS["helpers"]:
            return not (low == "will" and self.low(k - 1) in WORDS["determiners"]) and not (
                low in ("may", "might", "can", "must") and self.raw(k)[0].isupper()
            )
        if self.raw(k)[0].isupper() and k and self.low(k - 1) not in (".", ":", "!", "?"):
            return False
        previous = self._previous(k)
        if low in WORDS["pasts"]:
            return self.low(previous) not in _SOME
        if self.is_past(k):
            return self._past(k, previous)
        if low in _THIRD:
            return self._present(k, previous)
        return low in _BASE and self._plain(k, previous)

    def _previous(self, k: int) -> int:
        """The word before `k`, adverbs passed over."""
        j = k - 1
        while j >= 0 and (self._low[j] in _ADVERBS or self._low[j].endswith("ly")):
            j -= 1
        return j

    def _past(self, k: int, previous: int) -> bool:
        before, behind = self.low(previous), self.low(k + 1)
        if before in WORDS["be"] or before in WORDS["have"] or before in _OWNERS:
            return False
        if before in WORDS["prepositions"] or before in (
            "not",
            "being",
            "having",
            "to",
            "'s",
            "be",
        ):
            return False
        if before in WORDS["helpers"]:
            return False
        if previous >= 0 and self._adjacent(k, previous):
            return False
        if before == "," or previous < 0 or not self.is_word(previous):
            return behind in _NEAR and behind != "by" and before != ","
        if behind == "by" or (behind in ("under", "since") and self.low(k).endswith("ed")):
            return False
        noun = (
            behind
            and behind[0].isalpha()
            and behind not in WORDS["objects"]
            and before in ("and", "or")
        )
        return not (noun and before == "or")

    def _adjacent(self, k: int, previous: int) -> bool:
        """A participle between an adjective and its noun: the newly elected mayor."""
        return previous < k - 1 and self.low(previous) in WORDS["determiners"]

    def _present(self, k: int, previous: int) -> bool:
        before, behind = self.low(previous), self.low(k + 1)
        if before in _THIS or before in WORDS["prepositions"]:
            return False
        if before in WORDS["helpers"] or before.endswith(("'s", "s'")) or not before:
            return False
        if self.low(k) in WORDS["no_verbs"]:
            strong = behind in _NEAR or before in WORDS["subjects"]
            return strong and before not in (",", "and", "or") and not self._is_adjective(previous)
        if before in ("and", "or", ","):
            return behind in WORDS["objects"] or before == "and"
        return self.is_word(previous) and not self.raw(previous)[:1].isdigit()

    def _is_adjective(self, k: int) -> bool:
        return self.low(k).endswith(("al", "ic", "ive", "ous", "ful", "able", "ary"))

    def _plain(self, k: int, previous: int) -> bool:
        """A form without an ending, behind a plural or a pronoun."""
        before, behind = self.low(previous), self.low(k + 1)
        if before in (
            "they",
            "we",
            "you",
            "i",
            "people",
            "police",
            "who",
            "officials",
            "men",
            "women",
        ):
            return True
        plural = (
            before.endswith("s")
            and not before.endswith(("ss", "us", "is", "'s"))
            and len(before) > 3
        )
        if not plural or before in _THIRD - WORDS["no_verbs"]:
            return False
        return (
            behind in WORDS["objects"]
            or behind in ("that", "to")
            or self.low(k) in ("say", "remain")
        )

    def agrees(self, main: int | None, k: int) -> bool:
        """Whether word `k` is a form without an ending like the verb at `main`: reject and plan."""
        return (
            main is not None
            and self.low(main) in _BASE | {"are"}
            and self.low(k) in _BASE
            and self.low(k + 1) in WORDS["objects"]
        )

    def orders(self, k: int, stop: int) -> bool:
        """An order without a subject at word `k`: Return it to the shop."""
        before = self.low(k - 1)
        opens = not before or not self.is_word(k - 1) or before in ("and", "or")
        behind = _NEAR | WORDS["determiners"]
        return (
            opens
            and k + 1 < stop
            and self.low(k) in _BASE
            and (self.low(k + 1) in behind or self.finite(k, stop) is None)
        )

    def weak(self, first: int, stop: int) -> int | None:
        """A word that looks like a finite verb, where no other is found: the plan rests on."""
        for k in range(first + 1, stop - 1):
            low, before = self.low(k), self.low(k - 1)
            if before in _FUNCTION or not self.is_word(k - 1) or not low.isalpha():
                continue
            if self.raw(k)[0].isupper() or self.low(k + 1) not in WORDS["objects"]:
                continue
            if (low.endswith("s") or low in _BASE or self.is_past(k)) and low not in _FUNCTION:
                return k
        return None

    def participle(self, k: int) -> int | None:
        """`k` where word `k` is a present participle."""
        low = self.low(k)
        if low.endswith("ing") and len(low) > 5 and low not in WORDS["no_participles"]:
            return k if not self.raw(k)[0].isupper() else None
        return None

    # ------------------------------------------------------------ what stands around a verb
    def group(self, k: int, stop: int) -> Span:
        """The span of a verb with its helpers and the adverbs between them."""
        last = k
        for j in range(k + 1, min(stop, k + _AHEAD)):
            low = self.low(j)
            if low in _ADVERBS or low in ("not", "to") or low.endswith("ly") or low in WORDS["be"]:
                continue
            verbal = self.is_past(j) or low.endswith("ing") or low in _BASE or low in WORDS["have"]
            if not verbal or (last == j - 1 and not self._helps(last)):
                break
            last = j
            if not self._helps(j) and self.low(j + 1) != "to":
                break
        return self._starts[k], self._ends[last]

    def _helps(self, k: int) -> bool:
        low = self.low(k)
        return low in WORDS["helpers"] or low in WORDS["be"] or low in WORDS["have"]

    def subject(self, first: int, verb: int) -> Span | None:
        """The noun phrase in front of a finite verb, behind a phrase that only leads to it."""
        stop = verb
        while stop > first and (
            self.low(stop - 1) in _ADVERBS or self.low(stop - 1).endswith("ly")
        ):
            stop -= 1
        lead = self.low(first)
        if lead in WORDS["prepositions"] | WORDS["when"] | WORDS["conditions"] | {
            "although",
            "though",
        }:
            comma = next((j for j in range(first, stop) if self._low[j] == ","), None)
            if comma is None:
                first += lead in WORDS["when"] | WORDS["conditions"] | {"although", "though"}
            else:
                first = comma + 1
        while stop > first and not self.is_word(stop - 1):
            stop -= 1
        while first < stop and not self.is_word(first):
            first += 1
        return (self._starts[first], self._ends[stop - 1]) if first < stop else None

    def head(self, k: int) -> Span | None:
        """The noun phrase in front of a relative pronoun at word `k`."""
        stop = k
        while stop > 0 and not self.is_word(stop - 1):
            stop -= 1
        first = stop
        while first > 0 and stop - first < _AHEAD and self.is_word(first - 1):
            low = self.low(first - 1)
            if low in _PLACED or self.is_finite(first - 1):
                break
            first -= 1
            if low in WORDS["determiners"] and self.low(first - 1) != "of":
                break
        return (self._starts[first], self._ends[stop - 1]) if first < stop else None
