"""How alike many short texts are, each with each: what values are facts of.

In: texts with their languages and names, vectors, the glossary. Out: matrices [n, n] in 0..1. The
same measures as between units, without what only whole sentences have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from compare.matching.lexical import Words, overlap
from compare.matching.similarity import Bridge, Matrix
from compare.options import Options


class Context(Protocol):
    """A text with its language and the surfaces of the identities named in it."""

    @property
    def text(self) -> str:
        """The words, Chinese in Simplified characters."""

    @property
    def language(self) -> str:
        """Its BCP 47 tag."""

    @property
    def names(self) -> Mapping[str, str]:
        """The identities named in it, with the words that name them."""


def alikeness(texts: Sequence[Context], bridge: Bridge, options: Options) -> dict[str, Matrix]:
    """Each of `texts` with each: `cosine` of the encoder, `lexical` agreement both ways, `held` the
    greater share of the words of one that the other has. A text without words is like none.
    """
    unlike, back = _unlike(texts)
    words = [Words(t.text, t.language, dict(t.names)) for t in unlike]
    both = overlap(words, words, bridge.glossary, options)
    found = {
        "cosine": _cosine(unlike, bridge),
        "lexical": both.both,
        "held": np.maximum(both.forward, both.backward),
    }
    return {name: table[back] for name, table in found.items()}


def cosines(texts: Sequence[Context], bridge: Bridge) -> Matrix:
    """The encoder's likeness alone, of each of `texts` with each."""
    unlike, back = _unlike(texts)
    found: Matrix = _cosine(unlike, bridge)[back]
    return found


def _unlike(
    texts: Sequence[Context],
) -> tuple[list[Context], tuple[NDArray[np.intp], ...]]:
    """The texts without repeats (many facts stand in one sentence), and the indexes that make a
    table of all from one of these.
    """
    unlike = list({_key(t): t for t in texts}.values())
    number = {_key(t): n for n, t in enumerate(unlike)}
    back = np.array([number[_key(t)] for t in texts])
    return unlike, np.ix_(back, back)


def _cosine(texts: Sequence[Context], bridge: Bridge) -> Matrix:
    nothing = np.zeros(_width(bridge), dtype=np.float32)
    rows = np.stack([bridge.vectors[t.text] if t.text else nothing for t in texts])
    found: Matrix = np.clip(rows @ rows.T, 0, 1).astype(np.float32)
    return found


def _key(text: Context) -> tuple[str, str]:
    return text.text, text.language


def _width(bridge: Bridge) -> int:
    return next((len(row) for row in bridge.vectors.values()), 1)
