"""Chinese scripts: fold Traditional into Simplified and keep the way back.

In: text in any language. Out: the Simplified text with a map of offsets, and the script that a
text is written in. OpenCC's `t2s` is used, not `tw2sp`: the latter also swaps words, inside names
too. Folding comes before any comparison because the sentence encoder takes the same text in the
two scripts for two texts (cosine .73).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

HAN_FIRST, HAN_LAST = "\u3400", "\u9fff"
_HAN = re.compile(f"[{HAN_FIRST}-{HAN_LAST}]")
_LINE = "\n"
# characters of Hong Kong that `t2s` does not know (衞生署), one for one
_HONG_KONG = str.maketrans("敍枱粧糭衞衹", "叙台妆粽卫只")


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@lru_cache(maxsize=8)
def _converter(config: str) -> _Converter:
    import opencc

    converter: _Converter = opencc.OpenCC(config)
    return converter


@dataclass(frozen=True, slots=True)
class Folded:
    """Simplified `text` and, where a conversion changed lengths, its map to original offsets."""

    text: str
    offsets: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the original text for `start`..`end` of the folded one."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end]


def is_han(character: str) -> bool:
    """True for a CJK unified ideograph of the basic block or extension A."""
    return HAN_FIRST <= character <= HAN_LAST


def han_count(text: str) -> int:
    """The number of Han characters."""
    return 0 if text.isascii() else len(_HAN.findall(text))


def is_chinese(text: str) -> bool:
    """True when more than a fifth of the characters are Han and none is kana or hangul."""
    if any("\u3040" <= c <= "\u30ff" or "\uac00" <= c <= "\ud7af" for c in text):
        return False
    return han_count(text) > 0.2 * len(text) > 0


def _safe(text: str) -> str:
    """`text` with lone surrogates (from escaped JSON) made U+FFFD: the converter takes UTF-8."""
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def converted(config: str, text: str) -> str:
    """`text` by a configuration of OpenCC (`s2tw`, `tw2s`)."""
    return text if text.isascii() else _converter(config).convert(_safe(text))


def to_simplified(text: str) -> str:
    """`text` in Simplified characters; words are not replaced."""
    return converted("t2s", text).translate(_HONG_KONG)


def to_traditional(text: str) -> str:
    """`text` in Traditional characters (OpenCC standard, no regional words)."""
    return converted("s2t", text)


def fold(text: str) -> Folded:
    """`text` in Simplified, with the map back when a conversion changed its length."""
    simple = to_simplified(text)
    if len(simple) == len(text):
        return Folded(simple)
    pieces: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        piece = to_simplified(character)
        pieces.append(piece)
        offsets.extend([at] * len(piece))
    offsets.append(len(text))
    return Folded("".join(pieces), tuple(offsets))


def script_of(text: str) -> str | None:
    """`Hans` or `Hant` by which conversion leaves more characters alone; None without Han.

    A text that both leave alone (长安 differs, 中山 does not) counts as Hans.
    """
    han = "".join(c for c in text if is_han(c))
    if not han:
        return None
    simple, traditional = to_simplified(han), to_traditional(han)
    changed_by_s = sum(a != b for a, b in zip(han, simple, strict=False))
    changed_by_t = sum(a != b for a, b in zip(han, traditional, strict=False))
    return "Hant" if changed_by_s > changed_by_t else "Hans"
