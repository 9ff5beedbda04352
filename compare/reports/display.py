"""How a reader wants a report shown, and the last change made to every text before it is drawn.

In: the width, colour and script that `cli` settled. Out: texts that are safe to print: control
and direction-changing characters become visible escapes, because article text is foreign and must
not drive the reader's terminal; Chinese is converted when the reader asked for one script.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from compare.reports.blocks import Block, changed

ORIGINAL, HANS, HANT = "original", "hans", "hant"
SCRIPTS = (ORIGINAL, HANS, HANT)

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_NOT_CHINESE = re.compile("[\u3040-\u30ff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Display:
    """`width` in terminal columns; `colour` only on a terminal; `script` one of SCRIPTS."""

    width: int = 80
    colour: bool = False
    script: str = ORIGINAL


def safe(text: str) -> str:
    r"""The text with characters that could steer a terminal written as `\x1b` or `\u202e`."""
    return _UNSAFE.sub(escaped, text).replace("\t", " ")


def shown(blocks: list[Block], display: Display) -> list[Block]:
    """The blocks made safe, in the script that the reader asked for."""
    convert = converter(display.script)
    return [changed(block, lambda text: safe(convert(text))) for block in blocks]


def escaped(match: re.Match[str]) -> str:
    r"""A character that cannot be shown as its code: `\x1b`, `\u202e`."""
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def converter(script: str) -> Callable[[str], str]:
    """What turns Chinese into `script` and leaves every other text alone."""
    if script == ORIGINAL:
        return str
    from compare.text import scripts

    change = scripts.to_simplified if script == HANS else scripts.to_traditional

    def convert(text: str) -> str:
        return change(text) if _HAN.search(text) and not _NOT_CHINESE.search(text) else text

    return convert
