"""Where a quote stands in an article: positions over letters and digits alone.

White space, punctuation and widths never decide whether two stretches are the same, so that a tool
may quote with or without a bracket; scripts do (a quote is the article's own characters).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from corpus.gold import Text

Place = frozenset[int]
_KEPT = frozenset("LNM")


def normal(text: str) -> str:
    """Letters, digits and combining marks of `text`, NFKC, case folded."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] in _KEPT)


class Places:
    """An article as one row of characters, title first."""

    def __init__(self, text: Text) -> None:  # noqa: D107 -- the class says it
        title = normal(text.title)
        self._row = f"{title}\n{normal(text.body)}"
        self._body = len(title) + 1
        self._text = text

    def span(self, part: str, start: int, end: int) -> Place:
        """Positions of a stretch that is given by offsets."""
        whole = self._text.part(part)
        first = (0 if part == "title" else self._body) + len(normal(whole[:start]))
        return frozenset(range(first, first + len(normal(whole[start:end]))))

    def find(self, quote: str) -> Place:
        """Positions of every place where `quote` stands; empty when it stands nowhere."""
        key, found = normal(quote), set[int]()
        at = self._row.find(key) if key else -1
        while at >= 0:
            found.update(range(at, at + len(key)))
            at = self._row.find(key, at + 1)
        return frozenset(found)


def fits(one: Place, other: Place) -> bool:
    """Whether half of either lies in the other."""
    common = len(one & other)
    return common > 0 and 2 * common >= min(len(one), len(other))


def dice(one: Place, others: Iterable[Place]) -> float:
    """The best overlap of `one` with the `others` that fit it: twice the common over all."""
    fitting = (o for o in others if fits(one, o))
    return max((2 * len(one & o) / (len(one) + len(o)) for o in fitting), default=0.0)
