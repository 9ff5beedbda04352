"""The scored questions in Moodle's GIFT text format.

In: an exercise. Out: text. Written from the format's public description: `~ = # { } :` and the
backslash are escaped; every accepted choice has `=`; a blank line ends a question. The texts stand
in front as descriptions, which have no braces at all: an empty pair makes an essay to grade.

Everything is marked `[html]` and escaped as HTML. Without a mark Moodle takes text for its
auto-format, in which `<b>` of an article is bold and `<bridge>` vanishes; `[plain]` would show
both, but has no way to write a choice that begins with `[plain]` or `%50%`. Choices and feedback
have the format of their question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from compare.exercises.formats.packing import clean
from compare.exercises.formats.questions import Item, items, texts
from compare.exercises.parts import Exercise

_SPECIAL = re.compile(r"([\\~=#{}:])")
_MARK = re.compile(r"\A[\[%]")


def questions(made: Exercise) -> str:
    """All scored questions of the sheet, answers included."""
    head = [f"// {made.sheet.code}", f"$CATEGORY: {_category(made.sheet.title)}"]
    shown = [f"::{escaped(name)}:: {_paragraphs(lines)}" for name, lines in texts(made)]
    asked = [_question(item) for item in items(made, "gift")]
    return "\n\n".join([*head, *shown, *asked]) + "\n"


def escaped(text: str) -> str:
    """Text that GIFT takes as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(clean(text).split()))


def _category(title: str) -> str:
    """A category is a path, of which GIFT undoes no escape but that of the backslash."""
    return " ".join(clean(title).split()).replace("\\", "\\\\").replace("/", "//")


def _question(item: Item) -> str:
    lines = [f"::{escaped(item.name)}:: {_paragraphs(item.text)} {{"]
    for choice in item.choices:
        sign = "=" if choice.letter in item.accepted else "~"
        lines.append(f"{sign}{_choice(choice.text)}")
    lines += [f"####{_paragraphs(item.feedback)}"] if item.feedback else []
    return "\n".join([*lines, "}"])


def _choice(text: str) -> str:
    """A choice as HTML; what would be read as a format or weight at its head is spelt out."""
    shown = escape(" ".join(text.split()), quote=False)
    return escaped(_MARK.sub(lambda mark: f"&#{ord(mark[0])};", shown))


def _paragraphs(lines: Iterable[str]) -> str:
    return "[html]" + "".join(f"<p>{escaped(escape(line, quote=False))}</p>" for line in lines)
