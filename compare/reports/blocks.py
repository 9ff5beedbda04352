"""The pieces that every report and every sheet is made of, and how a reader wants them shown.

In: words and values from the views. Out: headings, lines, grids, quoted items and places to write,
which `terminal`, `markdown`, `page` and Word documents draw. `tone` hints at colour and is never
the only carrier of meaning; `lead` is a word in bold before a text (`A3`, `Level:`); `language` is
the tag of a text, empty where a report speaks itself. The last change that `shown` makes to every
text: control and direction-changing characters become visible escapes, because article text is
foreign and must not drive the reader's terminal, and Chinese is converted to the script asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal

Tone = Literal["", "good", "half", "bad", "doubt", "faint", "strong", "aside"]
AS_THEY_ARE = frozenset({"tone", "language", "name", "letters", "kind", "sign", "source"})
ORIGINAL, HANS, HANT = "original", "hans", "hant"
SCRIPTS = (ORIGINAL, HANS, HANT)
# stands for a character that may not be shown (`excerpts`); of a private use plane, so that no text
# has a meaning for it
FILL = "\U000f0000"

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_NOT_CHINESE = re.compile("[\u3040-\u30ff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Blank:
    """A place for an answer: `size` characters wide, or `lines` for sentences. On a page that
    marks itself, `name` is the question and `letters` are what can be chosen.
    """

    label: str
    size: int = 4
    lines: int = 0
    name: str = ""
    letters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A grid cell: its text, a shorter form for narrow columns, a tone; or a place to write.
    `source` is the id of the one whose words they are.
    """

    text: str
    tone: Tone = ""
    short: str | None = None
    language: str = ""
    blank: Blank | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the report), 2 (a section) to 4; a page can be opened at `name`."""

    text: str
    level: int = 2
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `source` as in `Quote`."""

    text: str
    tone: Tone = ""
    lead: str = ""
    language: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source: who and where, the words, and the span among them that matters; the id of
    the `source` where it is known, for a reference.
    """

    label: str
    text: str
    before: str = ""
    after: str = ""
    marked: bool = False
    tone: Tone = ""
    language: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A list entry with the quotes that prove it; `source` as in `Quote`."""

    text: str
    quotes: tuple[Quote, ...] = ()
    tone: Tone = ""
    lead: str = ""
    language: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A grid column. `grow` columns share the width that the others leave; `short` is a heading
    for narrow tables, explained above them.
    """

    title: str
    grow: bool = False
    short: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells. The first `keep` columns stand again in every part of a folded table.

    `spaced` puts an empty line between rows, for cells that run over several lines. `title` stands
    above the table on a page, where a reader may come to it alone.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    keep: int = 1
    spaced: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What is given, and who gives it; `fewer` says that in fewer words, for a narrow line."""

    text: str
    who: str
    fewer: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """One thing and the values that are given for it, `sign` between them. A terminal shows it on
    one line and shortens values, so that every one of them is seen.
    """

    lead: str
    values: tuple[Value, ...]
    sign: str = ""
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Contrasts:
    """A list of them."""

    rows: tuple[Contrast, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """A block whose texts take at most `lines` lines each on a terminal, where that matters more
    than their ends.
    """

    block: Heading | Line | Items
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Blanks:
    """Places for answers, side by side."""

    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks that belong together: a `row` of questions, a `quote`, or a `frame` of warnings."""

    blocks: tuple[Block, ...]
    kind: Literal["row", "quote", "frame"] = "row"


Block = Heading | Line | Items | Grid | Contrasts | Short | Blanks | Box


def changed(value: Any, change: Callable[[str], str], kept: frozenset[str] = AS_THEY_ARE) -> Any:
    """Tuples and dataclasses, such as blocks, with every text in them changed but for the fields
    in `kept`.
    """
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(changed(one, change, kept) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in fields(value) if field.name not in kept)
        return replace(value, **{n: changed(getattr(value, n), change, kept) for n in names})
    return value


@dataclass(frozen=True, slots=True)
class Display:
    """`width` in terminal columns; `colour` only on a terminal; `script` one of SCRIPTS; names of
    `persons` keep their characters in either; a text takes at most `lines` lines, any number for 0.
    """

    width: int = 80
    colour: bool = False
    script: str = ORIGINAL
    persons: frozenset[str] = frozenset()
    lines: int = 0


def safe(text: str) -> str:
    r"""The text with characters that could steer a terminal written as `\x1b` or `\u202e`."""
    return _UNSAFE.sub(escaped, text).replace("\t", " ")


def shown(blocks: list[Block], display: Display) -> list[Block]:
    """The blocks made safe, in the script that the reader asked for."""
    convert = converter(display.script, display.persons)
    return [changed(block, lambda text: safe(convert(text))) for block in blocks]


def escaped(match: re.Match[str]) -> str:
    r"""A character that cannot be shown as its code: `\x1b`, `\u202e`."""
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def converter(script: str, persons: frozenset[str] = frozenset()) -> Callable[[str], str]:
    """What turns Chinese into `script` and leaves every other text alone; the names of
    `persons` are given as the texts have them.
    """
    if script == ORIGINAL:
        return str
    from compare.text import display

    def convert(text: str) -> str:
        chinese = _HAN.search(text) and not _NOT_CHINESE.search(text)
        return display.shown(text, script, persons) if chinese else text

    return convert
