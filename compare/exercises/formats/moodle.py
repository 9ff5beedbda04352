"""The scored questions as Moodle XML.

In: an exercise. Out: XML text. Every question is a multiple choice with one answer to give; each
accepted choice has the full fraction, as Moodle allows. The texts are `description` questions.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from compare.exercises.formats.packing import clean
from compare.exercises.formats.questions import Item, items, texts
from compare.exercises.parts import Exercise

if TYPE_CHECKING:
    from lxml.etree import _Element


def questions(made: Exercise) -> bytes:
    """All scored questions of the sheet, answers included."""
    from lxml import etree

    quiz = etree.Element("quiz")
    category = _question(quiz, "category")
    _text(category, "category", f"$course$/{made.sheet.title} {made.sheet.code}")
    for name, lines in texts(made):
        shown = _question(quiz, "description")
        _text(shown, "name", name)
        _html(shown, "questiontext", lines)
    for item in items(made, "moodle"):
        _choice(quiz, item)
    made_bytes: bytes = etree.tostring(
        quiz, xml_declaration=True, encoding="UTF-8", pretty_print=True
    )
    return made_bytes


def _choice(quiz: _Element, item: Item) -> None:
    from lxml import etree

    asked = _question(quiz, "multichoice")
    _text(asked, "name", item.name)
    _html(asked, "questiontext", list(item.text))
    _html(asked, "generalfeedback", list(item.feedback))
    for name, value in (
        ("defaultgrade", "1"),
        ("penalty", "0"),
        ("hidden", "0"),
        ("single", "true"),
        ("shuffleanswers", "false"),
        ("answernumbering", "abc"),
    ):
        etree.SubElement(asked, name).text = value
    for choice in item.choices:
        fraction = "100" if choice.letter in item.accepted else "0"
        answer = _html(asked, "answer", [choice.text])
        answer.set("fraction", fraction)


def _question(quiz: _Element, kind: str) -> _Element:
    from lxml import etree

    return etree.SubElement(quiz, "question", type=kind)


def _text(parent: _Element, name: str, words: str) -> _Element:
    from lxml import etree

    made = etree.SubElement(parent, name)
    etree.SubElement(made, "text").text = clean(words)
    return made


def _html(parent: _Element, name: str, lines: list[str]) -> _Element:
    """Paragraphs as HTML, which Moodle expects escaped inside `text`."""
    made = _text(parent, name, "".join(f"<p>{escape(line)}</p>" for line in lines))
    made.set("format", "html")
    return made
