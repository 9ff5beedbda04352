"""Sheet and key as a Word document.

In: a sheet or a key. Out: bytes of a .docx with real headings, lists and tables. The archive is
written anew with one fixed time for every member, and the properties name neither an author nor
a day, so that one seed gives one file and the file tells nothing that the sheet does not.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from compare.errors import UsageError
from compare.exercises.formats.lines import cell_words, citation_words, cover_lines
from compare.exercises.formats.packing import STAMP, clean, member
from compare.exercises.parts import GRID, MATCH, Answer, Key, Row, Sheet, Task, Text
from compare.reports.words import say

if TYPE_CHECKING:
    from docx.document import Document

PAPER = {"a4": (210, 297), "letter": (216, 279)}
POINTS, LARGE_POINTS = 10.5, 18


def sheet(made: Sheet) -> bytes:
    """The sheet; it holds no answer."""
    document = _document(made, say("sheet.title", title=made.title))
    _pairs(document, cover_lines(made))
    _line(document, f"{say('sheet.name')} ______________  {say('sheet.date')} ______________")
    _heading(document, say("sheet.texts"), 1)
    for text in made.texts:
        _text(document, text)
    _heading(document, say("sheet.tasks"), 1)
    for task in made.tasks:
        _task(document, task)
    _heading(document, say("sheet.limits"), 1)
    for limit in made.limits:
        _line(document, limit, "List Bullet")
    return _saved(document)


def key(made: Key, exercise: Sheet) -> bytes:
    """The key as a document of its own."""
    document = _document(exercise, say("key.title", title=made.title))
    scored = sum(answer.scored for answer in made.answers)
    _line(document, f"{say('key.for', code=made.code)} {say('key.points', n=scored)}")
    _heading(document, say("key.sources"), 1)
    _pairs(document, list(made.outlets.items()))
    for task in exercise.tasks:
        _heading(document, say("sheet.task", n=task.number, title=task.title), 1)
        answers = [answer for answer in made.answers if answer.task == task.number]
        _answers(document, answers)
        _rubric(document, task)
    if made.notes:
        _heading(document, say("key.notes"), 1)
        for note in made.notes:
            _line(document, note, "List Bullet")
    return _saved(document)


def _document(made: Sheet, title: str) -> Document:
    try:
        import docx
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt
    except ImportError as error:
        raise UsageError(say("error.package", format="docx", package="python-docx")) from error
    document = docx.Document()
    width, height = PAPER[made.paper]
    section = document.sections[0]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(18)
    normal = document.styles["Normal"]
    normal.font.name = "Times New Roman"
    normal.font.size = Pt(LARGE_POINTS if made.large else POINTS)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "SimSun")
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title, properties.language = clean(title), made.language
    properties.created = properties.modified = datetime(*STAMP)  # noqa: DTZ001 -- a fixed mark
    document.add_heading(clean(title), 0)
    return document


def _heading(document: Document, text: str, level: int) -> None:
    document.add_heading(clean(text), level)


def _line(document: Document, text: str, style: str | None = None, lead: str = "") -> None:
    paragraph = document.add_paragraph(style=style)
    if lead:
        paragraph.add_run(f"{clean(lead)} ").bold = True
    paragraph.add_run(clean(text))


def _pairs(document: Document, pairs: list[tuple[str, str]]) -> None:
    for name, value in pairs:
        _line(document, value, lead=f"{name}:")


def _text(document: Document, text: Text) -> None:
    name = "text.heading_named" if text.outlet else "text.heading"
    _heading(document, say(name, label=text.label, outlet=text.outlet), 2)
    _line(document, text.title, lead=f"{text.label}0")
    facts = [f"{say('text.published')}: {text.published}"]
    facts.append(f"{say('text.language')}: {text.language_name}")
    facts += [f"{say('text.capture')}: {text.capture}"] if text.capture else []
    _line(document, " · ".join(facts))
    for passage in text.passages:
        _line(document, passage.text, lead=passage.place)
    for told in (("text.cut", text.cut), ("text.incomplete", text.incomplete)):
        if told[1]:
            _line(document, say(told[0]))


def _task(document: Document, task: Task) -> None:
    _heading(document, say("sheet.task", n=task.number, title=task.title), 2)
    _line(document, f"{task.instruction} ({say('sheet.task_minutes', n=task.minutes)})")
    if task.hint:
        _line(document, say("sheet.hint", text=task.hint))
    scored = [row for row in task.rows if not row.discussion]
    talk = [row for row in task.rows if row.discussion]
    if task.layout == GRID:
        _grid(document, task, scored)
    else:
        _rows(document, task, scored)
    if talk:
        _heading(document, say("sheet.discussion"), 3)
        _rows(document, task, talk)
    _rubric(document, task)


def _grid(document: Document, task: Task, rows: list[Row]) -> None:
    for choice in rows[0].questions[0].choices:
        _line(document, choice.text, "List Bullet", f"{choice.letter})")
    head = ["", say("sheet.claim"), *task.columns]
    body = [[row.number, row.text, *("" for _ in task.columns)] for row in rows]
    _table(document, head, body)


def _rows(document: Document, task: Task, rows: list[Row]) -> None:
    if task.bank and rows and not rows[0].discussion:
        name = "sheet.bank" if task.layout == MATCH else "sheet.answers"
        _line(document, "", lead=say(name))
        for choice in task.bank:
            _line(document, choice.text, "List Bullet", f"{choice.letter})")
    for row in rows:
        _line(document, row.text, lead=row.number)
        for quoted in row.quoted:
            _line(document, quoted.text, "Quote", quoted.place)
        for question in row.questions:
            if question.prompt:
                _line(document, question.prompt)
            if not task.bank:
                for choice in question.choices:
                    _line(document, choice.text, "List Bullet", f"{choice.letter})")
            if question.choices:
                _line(document, "____", lead=f"{say('sheet.answer')} {question.id}:")
            else:
                _line(document, "_" * 60, lead=say("sheet.lines"))


def _rubric(document: Document, task: Task) -> None:
    levels = [say(f"rubric.{n}") for n in (1, 2, 3)]
    body = [list(pair) for pair in zip(levels, task.rubric, strict=True)]
    _table(document, [say("rubric.level"), say("rubric.shows")], body)


def _answers(document: Document, answers: list[Answer]) -> None:
    body = []
    for answer in answers:
        proof = [answer.about, *(citation_words(c) for c in answer.citations)]
        proof += [answer.why, *answer.notes]
        body.append([answer.id, cell_words(answer), "\n".join(line for line in proof if line)])
    _table(document, [say("key.question"), say("key.accepted"), say("key.proof")], body)


def _table(document: Document, head: list[str], body: list[list[str]]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    table = document.add_table(rows=0, cols=len(head), style="Table Grid")
    table.autofit = False
    sizes = _widths(len(head))
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    for texts in (head, *body):
        for cell, text, size in zip(table.add_row().cells, texts, sizes, strict=True):
            cell.text, cell.width = clean(text), size
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 -- python-docx has no other way
    document.add_paragraph()


def _widths(columns: int) -> list[int]:
    """Narrow first column; a grid's claim is wide and its cells are narrow."""
    from docx.shared import Mm

    wide = {2: (28, 146), 3: (16, 42, 116)}
    sizes = wide.get(columns) or (14, 160 - 15 * (columns - 2), *(15 for _ in range(columns - 2)))
    return [Mm(max(size, 12)) for size in sizes]


def _saved(document: Document) -> bytes:
    """The archive with every member's time fixed."""
    first, second = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w") as new:
        for name in sorted(old.namelist()):
            member(new, name, old.read(name))
    return second.getvalue()
