"""The scored questions in Moodle's GIFT text format.

In: an exercise. Out: text. Written from the format's public description: `~ = # { } :` and the
backslash are escaped; every accepted choice has `=`; a blank line ends a question; the texts stand
as a question without an answer in front.
"""

from __future__ import annotations

import re

from compare.exercises.formats.questions import Item, items, texts
from compare.exercises.parts import Exercise

_SPECIAL = re.compile(r"([\\~=#{}:])")


def questions(made: Exercise) -> str:
    """All scored questions of the sheet, answers included."""
    head = [f"// {made.sheet.code}", f"$CATEGORY: {escaped(made.sheet.title)}"]
    shown = [f"::{escaped(name)}:: {_joined(lines)} {{}}" for name, lines in texts(made)]
    asked = [_question(item) for item in items(made, "gift")]
    return "\n\n".join(["\n".join(head[:1]), head[1], *shown, *asked]) + "\n"


def escaped(text: str) -> str:
    """Text that GIFT shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _question(item: Item) -> str:
    lines = [f"::{escaped(item.name)}:: {_joined(item.text)} {{"]
    for choice in item.choices:
        sign = "=" if choice.letter in item.accepted else "~"
        lines.append(f"{sign}{escaped(choice.text)}")
    said = _joined(item.feedback)
    lines += [f"####{said}"] if said else []
    return "\n".join([*lines, "}"])


def _joined(lines: tuple[str, ...] | list[str]) -> str:
    return r"\n".join(escaped(line) for line in lines)
