"""The scored questions of an exercise as learning platforms want them: GIFT, Moodle XML, QTI 2.1.

In: an exercise. Out: text or bytes, answers included: archives and XML that are the same for the
same content, with one fixed time and no trace of the machine, and texts that XML can hold. A
platform shows each question alone, so that the task, the claim and the passages stand in every one
of them; the texts are shown beside them.

GIFT is written from its public description: `~ = # { } :` and the backslash are escaped; every
accepted choice has `=`; a blank line ends a question. The texts are descriptions, which have no
braces at all: an empty pair makes an essay to grade. Everything is marked `[html]` and escaped as
HTML. Without a mark Moodle takes text for its auto-format, in which `<b>` of an article is bold and
`<bridge>` vanishes; `[plain]` would show both, but has no way to write a choice that begins with
`[plain]` or `%50%`. Choices and feedback have the format of their question; braces in them are
spelt out, because some readers end a question at one, escaped or not.

In Moodle XML every question is a multiple choice with one answer to give; each accepted choice has
the full fraction, as Moodle allows. A QTI package is a zip of a manifest, one test and one item a
question: a choice interaction of one answer, whose mapping gives one point to each accepted choice
and which the standard `map_response` template scores; the texts are the rubric block of the test.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from compare.errors import UsageError
from compare.exercises.blocks import citation_words
from compare.exercises.parts import Answer, Choice, Exercise, Question, Row, Task
from compare.reports.archives import clean, member
from compare.reports.words import say

if TYPE_CHECKING:
    from lxml.etree import _Element

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
TEMPLATE = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"
ITEM_TYPE, TEST_TYPE = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ONE_CHOICE = {
    "defaultgrade": "1",
    "penalty": "0",
    "hidden": "0",
    "single": "true",
    "shuffleanswers": "false",
    "answernumbering": "abc",
}
_BRACE = re.compile(r"\\([{}])")
_SPECIAL = re.compile(r"([\\~=#{}:])")
_MARK = re.compile(r"\A[\[%]|[{}]")


@dataclass(frozen=True, slots=True)
class Item:
    """One question: a name, paragraphs of text, choices, accepted letters, and what is said after
    the answer.
    """

    id: str
    name: str
    text: tuple[str, ...]
    choices: tuple[Choice, ...]
    accepted: tuple[str, ...]
    feedback: tuple[str, ...]


def _items(made: Exercise, form: str) -> list[Item]:
    """Every scored question in order; raises UsageError when there is none."""
    answers = {answer.id: answer for answer in made.key.answers if answer.scored}
    found = [
        _asked(task, row, question, answers[question.id])
        for task in made.sheet.tasks
        for row in task.rows
        for question in row.questions
        if question.id in answers and not row.discussion
    ]
    if not found:
        raise UsageError(say("error.unscored", format=form))
    return found


def _texts(made: Exercise) -> Iterator[tuple[str, list[str]]]:
    """Title and numbered paragraphs of every text."""
    for text in made.sheet.texts:
        lines = [f"{text.label}0 {text.title}", text.facts[0]]
        yield text.heading, [*lines, *(f"{p.place} {p.text}" for p in text.passages)]


def gift(made: Exercise) -> str:
    """All scored questions of the sheet in GIFT, answers included."""
    head = [f"// {made.sheet.code}", f"$CATEGORY: {_category(made.sheet.title)}"]
    shown = [f"::{_escaped(name)}:: {_paragraphs(lines)}" for name, lines in _texts(made)]
    asked = [_gift_question(item) for item in _items(made, "gift")]
    return "\n\n".join([*head, *shown, *asked]) + "\n"


def _escaped(text: str) -> str:
    """Text that GIFT takes as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(clean(text).split()))


def _category(title: str) -> str:
    """A category is a path, of which GIFT undoes no escape but that of the backslash."""
    return " ".join(clean(title).split()).replace("\\", "\\\\").replace("/", "//")


def _gift_question(item: Item) -> str:
    choices = (
        ("=" if choice.letter in item.accepted else "~") + _gift_choice(choice.text)
        for choice in item.choices
    )
    told = [f"####{_spelt(_paragraphs(item.feedback))}"] if item.feedback else []
    head = f"::{_escaped(item.name)}:: {_paragraphs(item.text)} {{"
    return "\n".join([head, *choices, *told, "}"])


def _gift_choice(text: str) -> str:
    """A choice as HTML; what would be read as a format or weight at its head, and the braces, at
    which some readers end a question even when they are escaped, are spelt out.
    """
    shown = escape(" ".join(text.split()), quote=False)
    return _escaped(_MARK.sub(lambda mark: f"&#{ord(mark[0])};", shown))


def _spelt(text: str) -> str:
    """Escaped text with its braces spelt out."""
    return _BRACE.sub(lambda brace: rf"&\#{ord(brace[1])};", text)


def _paragraphs(lines: Iterable[str]) -> str:
    return "[html]" + "".join(f"<p>{_escaped(escape(line, quote=False))}</p>" for line in lines)


def moodle(made: Exercise) -> bytes:
    """All scored questions of the sheet in Moodle's XML, answers included."""
    from lxml.builder import E

    title = f"$course$/{made.sheet.title} {made.sheet.code}"
    quiz = E.quiz(E.question(_text("category", title), type="category"))
    for name, lines in _texts(made):
        shown = (_text("name", name), _html("questiontext", lines))
        quiz.append(E.question(*shown, type="description"))
    for item in _items(made, "moodle"):
        marks = ["100" if choice.letter in item.accepted else "0" for choice in item.choices]
        asked = (
            _text("name", item.name),
            _html("questiontext", item.text),
            _html("generalfeedback", item.feedback),
            *(E(name, value) for name, value in ONE_CHOICE.items()),
            *(
                _html("answer", [choice.text], fraction=mark)
                for choice, mark in zip(item.choices, marks, strict=True)
            ),
        )
        quiz.append(E.question(*asked, type="multichoice"))
    return _bytes(quiz)


def qti(made: Exercise) -> bytes:
    """All scored questions of the sheet as a QTI package, answers included."""
    asked = _items(made, "qti")
    files = {f"items/{_name(item)}.xml": _item(item, made.sheet.language) for item in asked}
    files["test.xml"] = _test(made, asked)
    files["imsmanifest.xml"] = _manifest(made.sheet.code, list(files))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(files):
            member(archive, path, files[path])
    return packed.getvalue()


def _text(tag: str, words: str, **attributes: str) -> _Element:
    from lxml.builder import E

    made: _Element = E(tag, E.text(clean(words)), **attributes)
    return made


def _html(tag: str, lines: Iterable[str], **attributes: str) -> _Element:
    """Paragraphs as HTML, which Moodle expects escaped inside `text`."""
    words = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return _text(tag, words, format="html", **attributes)


def _bytes(root: _Element) -> bytes:
    from lxml import etree

    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


def _maker(space: str) -> tuple[Any, dict[str, str]]:
    """What makes elements of a namespace, and the attribute that names its schema."""
    from lxml.builder import ElementMaker

    place = {f"{{{XSI}}}schemaLocation": f"{space} {space}.xsd"}
    return ElementMaker(namespace=space, nsmap={None: space, "xsi": XSI}), place


def _name(item: Item) -> str:
    """An identifier for an item: it must begin with a letter."""
    return "q" + item.id.replace(".", "_")


def _item(item: Item, language: str) -> bytes:
    make, place = _maker(QTI)
    names = {"identifier": _name(item), "title": clean(item.name)}
    fixed = {"adaptive": "false", "timeDependent": "false", LANG: language}
    points = (make.mapEntry(mapKey=letter, mappedValue="1") for letter in item.accepted)
    choices = (
        make.simpleChoice(clean(choice.text), identifier=choice.letter) for choice in item.choices
    )
    root = make.assessmentItem(
        place | names | fixed,
        make.responseDeclaration(
            {"identifier": "RESPONSE", "cardinality": "single", "baseType": "identifier"},
            make.correctResponse(make.value(item.accepted[0])),
            make.mapping({"defaultValue": "0", "upperBound": "1"}, *points),
        ),
        make.outcomeDeclaration(
            {"identifier": "SCORE", "cardinality": "single", "baseType": "float"},
            make.defaultValue(make.value("0")),
        ),
        make.itemBody(
            *(make.p(clean(line)) for line in item.text),
            make.choiceInteraction(
                {"responseIdentifier": "RESPONSE", "shuffle": "false", "maxChoices": "1"}, *choices
            ),
        ),
        make.responseProcessing(template=TEMPLATE),
    )
    return _bytes(root)


def _test(made: Exercise, asked: list[Item]) -> bytes:
    make, place = _maker(QTI)
    title = clean(made.sheet.title)
    shown = (
        element
        for head, lines in _texts(made)
        for element in (make.h2(clean(head)), *(make.p(clean(line)) for line in lines))
    )
    section = make.assessmentSection(
        {"identifier": "section", "visible": "true", "title": title},
        make.rubricBlock({"view": "candidate"}, *shown),
        *(
            make.assessmentItemRef(identifier=_name(item), href=f"items/{_name(item)}.xml")
            for item in asked
        ),
    )
    part = {
        "identifier": "part",
        "navigationMode": "nonlinear",
        "submissionMode": "simultaneous",
    }
    names = {"identifier": "test", "title": f"{title} {made.sheet.code}"}
    return _bytes(make.assessmentTest(place | names, make.testPart(part, section)))


def _manifest(code: str, paths: list[str]) -> bytes:
    make, place = _maker(PACKAGE)
    marks = {path: "r-" + path.split("/")[-1].removesuffix(".xml") for path in paths}
    parts = [mark for path, mark in marks.items() if path != "test.xml"]
    resources = [
        make.resource({"type": ITEM_TYPE, "href": path, "identifier": mark}, make.file(href=path))
        for path, mark in marks.items()
        if path != "test.xml"
    ]
    resources.append(
        make.resource(
            {"type": TEST_TYPE, "href": "test.xml", "identifier": marks["test.xml"]},
            make.file(href="test.xml"),
            *(make.dependency(identifierref=mark) for mark in parts),
        )
    )
    root = make.manifest(
        place | {"identifier": f"exercise-{code}"},
        make.metadata(make.schema("QTIv2.1 Package"), make.schemaversion("1.0.0")),
        make.organizations(),
        make.resources(*resources),
    )
    return _bytes(root)


def _asked(task: Task, row: Row, question: Question, answer: Answer) -> Item:
    column = say("text.heading", label=question.column) if question.column else ""
    lines = [task.instruction, row.text, *(f"{q.place} {q.text}" for q in row.quoted)]
    lines += [column, question.prompt]
    feedback = [*(citation_words(c) for c in answer.citations), answer.why]
    return Item(
        question.id,
        f"{question.id} {task.title}",
        tuple(line for line in lines if line),
        question.choices,
        answer.accepted,
        tuple(line for line in feedback if line),
    )
