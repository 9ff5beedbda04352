"""Damage to a file, the same for the same seed: bytes and pieces cut, doubled, moved, replaced.

In: the bytes of the files of a corpus, a random generator. Out: the bytes of a damaged file. Half
of the damage is blind (what a bad disk or a cut download does), half knows what the formats are
made of (what finds the rules). A fuzzer that looks at coverage was not taken: the readers are
shallow, and this one needs nothing installed and repeats itself exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

# parted by white space; what holds some follows apart
_MARKS = """
< > <!-- --> <![ <![CDATA[ ]]> ]> <a </ <article ' " & &# &#x &#99999999999; <script> <br> <p>
</p> <title> ** __ ![ ]( ` ~~ | ========= *a &a { } [ ] "a": \\ud800 \\u0000 null 1e999 -1 NaN
2024-05-06 2024-13-45T99:99 +9999 24:61 32/13/2024 999999999999999999999999999999 年 月 “ ” 「
... 说： 12:30 编辑： （ 一一一一一一一一一 \u202e
"""
_SPACED = ("---\n", "\n\n", "\r", "> ", "# ", "- ", "? ", "A. B. ", " said that ", "3.5 million")
_BYTES = (b"\x00", b"\x1b[31m", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80")
PIECES = [*(text.encode() for text in (*_MARKS.split(), *_SPACED)), *_BYTES]


def damaged(corpus: Sequence[bytes], random: Random) -> bytes:
    """A file of the corpus with one to eight wounds."""
    data = random.choice(corpus)
    for _ in range(random.choice((1, 1, 2, 3, 5, 8))):
        data = random.choice(_WOUNDS)(data, corpus, random)
    return data


def _place(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _stretch(data: bytes, random: Random) -> tuple[int, int]:
    start = _place(data, random)
    return start, min(len(data), start + random.choice((1, 3, 10, 80, 400)))


def _flip(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + data[end:]


def _end(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    return data[: _place(data, random)]


def _insert(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    at = _place(data, random)
    return data[:at] + random.choice(PIECES) + data[at:]


def _repeat(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    at = _place(data, random)
    return data[:at] + random.choice(PIECES) * random.choice((2, 30, 300)) + data[at:]


def _double(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:end] + data[start:end] * random.choice((1, 2, 20)) + data[end:]


def _move(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    start, end = _stretch(data, random)
    rest = data[:start] + data[end:]
    at = _place(rest, random)
    return rest[:at] + data[start:end] + rest[at:]


def _graft(data: bytes, corpus: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(corpus)
    return data[: _place(data, random)] + other[_place(other, random) :]


def _recode(data: bytes, _: Sequence[bytes], random: Random) -> bytes:
    encoding = random.choice(("gb18030", "big5", "utf-16", "latin-1", "shift_jis"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")


Wound = Callable[[bytes, Sequence[bytes], Random], bytes]
_WOUNDS: tuple[Wound, ...] = (
    _flip,
    _cut,
    _end,
    _insert,
    _insert,
    _insert,
    _repeat,
    _double,
    _move,
    _graft,
    _recode,
)
