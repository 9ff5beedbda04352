"""Sheet, key and marks as the blocks of reports, before any format.

In: a sheet, a key, marks. Out: blocks in the language spoken now. A key's blocks are made apart
from the sheet's, so that no format of a sheet can show what it never receives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.exercises.marking import Marks, Missed
from compare.exercises.parts import (
    GRID,
    MATCH,
    OPEN,
    Answer,
    Choice,
    Citation,
    Key,
    Question,
    Row,
    Sheet,
    SourceText,
    Task,
)
from compare.reports.blocks import (
    Blank,
    Blanks,
    Block,
    Box,
    Column,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Quote,
)
from compare.reports.blocks import Text as Cell
from compare.reports.report import made_line
from compare.reports.words import decimal, percent, said, say

NAME, LETTER, LINE = 12, 4, 40
LINES = 3
MOST = 10


def sheet_blocks(made: Sheet) -> list[Block]:
    """The sheet; it holds no answer."""
    names = ("sheet.name", "sheet.date")
    return [
        Heading(say("sheet.title", title=made.title), 1),
        Items(tuple(Item(words, lead=f"{name}:") for name, words in made.cover.items())),
        Blanks(tuple(Blank(say(name), NAME) for name in names)),
        Heading(say("sheet.texts")),
        *(block for text in made.texts for block in _text(text)),
        Heading(say("sheet.tasks"), name="tasks"),
        *(block for task in made.tasks for block in _task(task)),
        Heading(say("sheet.limits"), name="limits"),
        Box((_list(made.limits),), "frame"),
    ]


def key_blocks(made: Key, exercise: Sheet) -> list[Block]:
    """The key, with the sheet's tasks for their names and rubrics."""
    outlets = made.outlets.items()
    blocks: list[Block] = [
        Heading(say("key.title", title=made.title), 1),
        Line(say("key.for", code=made.code)),
        Line(say("key.points", n=sum(answer.scored for answer in made.answers))),
        Heading(say("key.sources")),
        Items(tuple(Item(outlet, lead=label) for label, outlet in outlets)),
    ]
    for task in exercise.tasks:
        answers = [_answer(answer) for answer in made.answers if answer.task == task.number]
        blocks.append(Heading(say("sheet.task", n=task.number, title=task.title)))
        blocks += [Items(tuple(answers)), _rubric(task)]
    notes: list[Block] = [Heading(say("key.notes")), _list(made.notes)] if made.notes else []
    return [*blocks, *notes, *made_line(made.made_by)]


def marks_blocks(marks: Marks) -> list[Block]:
    """Scores, then what was missed most; no row has a name."""
    average = sum(score.points for score in marks.scores) / len(marks.scores)
    rows = [
        (n, score.points, marks.all, percent(score.points / marks.all), score.empty)
        for n, score in enumerate(marks.scores, start=1)
    ]
    names = ("mark.row", "mark.points", "mark.of", "mark.share", "mark.empty")
    return [
        Heading(say("mark.title", code=marks.code), 1),
        Line(say("mark.privacy")),
        Heading(say("mark.rows")),
        _grid([say(name) for name in names], rows),
        Line(say("mark.average", points=f"{average:.1f}", all=marks.all)),
        *_missed(say("mark.question"), marks.questions),
        *_missed(say("mark.claim"), marks.claims),
    ]


def citation_words(citation: Citation) -> str:
    """The span, its words and the cell that it proves."""
    quote = _proof(citation)
    return quote.before + quote.text + quote.after


def _text(text: SourceText) -> list[Block]:
    title = Item(f"({text.label}0): {text.title}", (), "", say("text.headline"), text.language)
    return [
        Heading(text.heading, 3),
        Items((title, *map(Item, text.facts))),
        *(Line(passage.text, "", passage.place, passage.language) for passage in text.passages),
        *(Line(note, "aside") for note in text.notes),
    ]


def _task(task: Task) -> list[Block]:
    title = say("sheet.task", n=task.number, title=task.title)
    scored = [row for row in task.rows if not row.discussion]
    talk = [_row(task, row) for row in task.rows if row.discussion]
    choose = say("sheet.bank" if task.layout == MATCH else "sheet.answers")
    rows: list[Block] = [_row(task, row) for row in scored]
    bank: list[Block] = [Line("", lead=choose), _choices(task.bank)] if task.bank else []
    return [
        Heading(f"{title} ({say('sheet.task_minutes', n=task.minutes)})", 3),
        Line(task.instruction),
        *([Line(say("sheet.hint", text=task.hint), "aside")] if task.hint else []),
        *bank,
        *(_answer_grid(scored) if task.layout == GRID else rows),
        *([Heading(say("sheet.discussion"), 4)] if talk else []),
        *talk,
        _rubric(task),
    ]


def _answer_grid(rows: Sequence[Row]) -> list[Block]:
    """A row a claim and a column a text, with a place for a letter in every cell."""
    asked = rows[0].questions
    legend = "; ".join(f"{c.letter} = {c.text}" for c in asked[0].choices)
    columns = (
        Column(""),
        Column(say("sheet.claim"), grow=True),
        *(Column(q.column) for q in asked),
    )
    cells = tuple(
        (
            Cell(row.number),
            Cell(row.text, language=row.language),
            *(Cell("", blank=_blank(question, question.id)) for question in row.questions),
        )
        for row in rows
    )
    return [Line(say("sheet.legend", choices=legend)), Grid(columns, cells, keep=2)]


def _row(task: Task, row: Row) -> Block:
    """A row in its box; with one question, its number is that of the row."""
    lines = Blank(say("sheet.lines"), LINE, task.lines or LINES)
    blocks: list[Block] = [Line(row.text, "", row.number, row.language)]
    for quoted in row.quoted:
        line = Line(quoted.text, "", quoted.place, quoted.language)
        blocks.append(Box((line,), "quote"))
    for question in row.questions:
        name = f"{question.id} " if len(row.questions) > 1 else ""
        blocks += [Line(name + question.prompt)] if question.prompt else []
        blocks += [_choices(question.choices)] if question.choices and not task.bank else []
        written = task.layout == OPEN or row.discussion
        blocks.append(Blanks((lines if written else _blank(question, f"{question.id}:"),)))
    return Box(tuple(blocks))


def _blank(question: Question, name: str) -> Blank:
    letters = tuple(choice.letter for choice in question.choices)
    return Blank(f"{say('sheet.answer')} {name}", LETTER, 0, question.id, letters)


def _choices(choices: Iterable[Choice]) -> Items:
    return Items(tuple(Item(f"{c.letter}) {c.text}", language=c.language) for c in choices))


def _answer(answer: Answer) -> Item:
    """`a) says it or b) …`, `discuss` or `see the rubric`, with the proof below."""
    pairs = zip(answer.accepted, answer.words, strict=True)
    right = say("key.or").join(say("sheet.choice", letter=a, text=w) for a, w in pairs)
    quotes = [Quote(say("key.about"), answer.about)] if answer.about else []
    quotes += [_proof(citation) for citation in answer.citations]
    quotes += [Quote(say("key.why"), answer.why)] if answer.why else []
    quotes += [Quote("", note) for note in answer.notes]
    open_words = say("key.discuss" if answer.why else "key.open")
    return Item(right if answer.scored else open_words, tuple(quotes), "", answer.id)


def _proof(cited: Citation) -> Quote:
    """The span with the cell that it proves, the status in words."""
    names = {name: getattr(cited, name) for name in ("place", "part", "start", "end")}
    cell = say(
        "key.cell",
        claim=cited.claim,
        status=said("status", cited.status),
        confidence="–" if cited.confidence is None else decimal(cited.confidence),
    )
    after = f"” — {cell}" if cited.claim else "”"
    before = f"{say('key.span', **names)} “"
    return Quote(say("key.proof"), cited.quote, before, after, language=cited.language)


def _rubric(task: Task) -> Grid:
    rows = [(say(f"rubric.{n}"), words) for n, words in enumerate(task.rubric, start=1)]
    return _grid([say("rubric.level"), say("rubric.shows")], rows, say("sheet.rubric"))


def _missed(what: str, missed: Sequence[Missed]) -> list[Block]:
    rows = [(m.name, m.wrong, m.of, percent(m.wrong / m.of), m.about) for m in missed[:MOST]]
    names = ("mark.wrong", "mark.of", "mark.share", "key.about")
    grid = _grid([what, *(say(name) for name in names)], rows)
    return [Heading(f"{say('mark.missed')}: {what}"), grid] if rows else []


def _grid(names: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> Grid:
    """A table whose last column is the widest."""
    columns = (*map(Column, names[:-1]), Column(names[-1], grow=True))
    cells = tuple(tuple(Cell(str(value)) for value in row) for row in rows)
    return Grid(columns, cells, title=title)


def _list(texts: Iterable[str]) -> Items:
    return Items(tuple(map(Item, texts)))
