"""How many words a text has for a reader, and where they stand.

In: text in any language. Out: words with their offsets; every Chinese character is one, because
Chinese writes no spaces and editors count it so. This is for limits and lengths; what is compared
is cut by `words` and by the readers of languages.
"""

from __future__ import annotations

import re

_WORD = re.compile(
    r"[\u3400-\u9fff\U00020000-\U0003ffff]|[^\W\u3400-\u9fff]+(?:['’.-]\w+|[,:]\d+)*"
)


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def word_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where its words stand: code points, end exclusive."""
    return tuple(match.span() for match in _WORD.finditer(text))
