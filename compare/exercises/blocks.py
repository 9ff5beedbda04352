"""Sheet, key and marks as the blocks of reports, before any format.

In: a sheet, a key, marks. Out: blocks in the language spoken now. A key's blocks are made apart
from the sheet's, so that no format of a sheet can show what it never receives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from string import ascii_letters

from compare.exercises.marking import Marks, Missed, Score
from compare.exercises.parts import (
    GRID,
    MATCH,
    OPEN,
    Answer,
    Choice,
    Citation,
    Judged,
    Key,
    Legend,
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
SHORT = 60


def sheet_blocks(made: Sheet) -> list[Block]:
    """The sheet; it holds no answer."""
    names = ("sheet.name", "sheet.date")
    return [
        Heading(say("sheet.title", variant=made.variant, title=made.title), 1),
        Items(tuple(Item(words, lead=f"{name}:") for name, words in made.cover.items())),
        Blanks(tuple(Blank(say(name), NAME) for name in names)),
        Heading(say("sheet.texts")),
        *(block for text in made.texts for block in _text(text)),
        Heading(say("sheet.tasks"), name="tasks"),
        *(block for task in made.tasks for block in _task(task)),
        Heading(say("sheet.limits"), name="limits"),
        Box((_list(made.limits),), "frame"),
    ]


def key_blocks(made: Key) -> list[Block]:
    """The key: all answers on one line, then each with its proof, and how the rest is judged."""
    outlets = made.outlets.items()
    blocks: list[Block] = [
        Heading(say("key.title", title=made.title), 1),
        Line(answer_line(made), lead=say("key.answers")),
        Line(say("key.for", code=made.code)),
        Line(say("key.points", n=sum(answer.scored for answer in made.answers))),
        Heading(say("key.sources")),
        Items(tuple(Item(outlet, lead=label) for label, outlet in outlets)),
    ]
    for task in made.tasks:
        own = [answer for answer in made.answers if answer.task == task.number]
        answers = [_answer(*pair) for pair in zip(own, [None, *own], strict=False)]
        blocks.append(Heading(say("sheet.task", n=task.number, title=task.title)))
        blocks += [Items(tuple(answers)), _rubric(task.rubric), *_practised(task)]
    notes: list[Block] = [Heading(say("key.notes")), _list(made.notes)] if made.notes else []
    return [*blocks, *notes, *made_line(made.made_by)]


def answer_line(made: Key) -> str:
    """Every scored answer in one line: `1.1A a · 1.1B d · 2.1a e/h`."""
    scored = (answer for answer in made.answers if answer.scored)
    return " · ".join(f"{answer.id} {'/'.join(answer.accepted)}" for answer in scored) or "–"


def _practised(task: Judged) -> list[Block]:
    """What the task practises, by named standards."""
    items = [Item(f"{one.number}: {one.gist}", lead=one.name) for one in task.standards]
    return [Heading(say("key.practises"), 4), Items(tuple(items))] if items else []


def marks_blocks(marks: Marks) -> list[Block]:
    """Scores, then what was missed most; no row has a name, and a sheet only where they differ."""
    marked = marks.marked
    average = sum(score.points for score in marked) / max(1, len(marked))
    named = {score.variant for score in marks.scores} != {marks.scores[0].variant or ""}
    rows = [
        (n, *([score.variant or "–"] if named else ()), *_points(score, marks.all))
        for n, score in enumerate(marks.scores, start=1)
    ]
    sheet = ("mark.sheet",) if named else ()
    names = ("mark.row", *sheet, "mark.points", "mark.of", "mark.share", "mark.empty")
    struck_out = say("mark.struck", items="; ".join(marks.struck))
    return [
        Heading(say("mark.title", code=marks.code), 1),
        Line(say("mark.privacy")),
        *([Line(struck_out)] if marks.struck else []),
        Heading(say("mark.rows")),
        _grid([say(name) for name in names], rows),
        Line(say("mark.average", points=f"{average:.1f}", all=marks.all)),
        *_missed(say("mark.question"), marks.questions),
        *_missed(say("mark.claim"), marks.claims),
    ]


def _points(score: Score, most: int) -> tuple[object, ...]:
    """Points, of how many, share, not answered; nothing for a row that could not be marked."""
    if score.variant is None:
        return ("–",) * 4
    return score.points, most, percent(score.points / max(1, most)), score.empty


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
    rows: list[Block] = [_row(task, row) for row in scored]
    rubric = [_rubric(task.rubric)] if task.rubric else []
    return [
        Heading(f"{title} ({say('sheet.task_minutes', n=task.minutes)})", 3),
        Line(task.instruction),
        *([Line(say("sheet.hint", text=task.hint), "aside")] if task.hint else []),
        *(block for legend in task.legends for block in _legend(task, legend)),
        *(_answer_grid(scored) if task.layout == GRID and scored else rows),
        *([Heading(say("sheet.discussion"), 4)] if talk else []),
        *talk,
        *rubric,
    ]


def _legend(task: Task, legend: Legend) -> list[Block]:
    """What all rows can be answered with: short choices on a line, passages in a list."""
    asked = legend.prompt
    if legend.suffix:
        asked = say("sheet.part", suffix=legend.suffix, prompt=asked)
    if _brief(legend.choices):
        lead = asked or say("sheet.answers")
        return [Line(_inline(legend.choices), lead=lead)]
    lead = say("sheet.bank" if task.layout == MATCH else "sheet.answers")
    return [*([Line(asked)] if asked else []), Line("", lead=lead), _choices(legend.choices)]


def _brief(choices: Sequence[Choice]) -> bool:
    return all(len(choice.text) <= SHORT for choice in choices)


def _inline(choices: Iterable[Choice]) -> str:
    return "; ".join(f"{choice.letter} = {choice.text}" for choice in choices)


def _answer_grid(rows: Sequence[Row]) -> list[Block]:
    """A row a claim and a column a text, with a place for a letter in every cell that is asked."""
    labels = {question.column for row in rows for question in row.questions}
    names = sorted(labels, key=lambda label: (len(label), label))
    columns = (Column(""), Column(say("sheet.claim"), grow=True), *map(Column, names))
    cells = tuple(
        (Cell(row.number), Cell(row.text, language=row.language), *_places(row, names))
        for row in rows
    )
    return [Grid(columns, cells, keep=2)]


def _places(row: Row, names: Sequence[str]) -> list[Cell]:
    asked = {question.column: question for question in row.questions}
    blanks = (asked.get(name) for name in names)
    return [Cell("", blank=_blank(q, q.id)) if q else Cell("–") for q in blanks]


def _row(task: Task, row: Row) -> Block:
    """A row in its box; with one question, its number is that of the row. What a legend says is not
    said again, and questions with nothing of their own are answered side by side.
    """
    blocks = _about(row)
    blanks: list[Blank] = []
    for question in row.questions:
        asked, prompt = _asked(task, row, question)
        if asked and blanks:
            blocks.append(Blanks(tuple(blanks)))
            blanks = []
        blocks += asked
        blanks.append(_place(task, row, question, prompt))
    return Box((*blocks, Blanks(tuple(blanks))))


def _about(row: Row) -> list[Block]:
    """What a row is about, with its number before the first words of it."""
    number = row.number
    blocks: list[Block] = []
    if row.text or not row.quoted:
        blocks.append(Line(row.text, "", number, row.language))
        number = ""
    for quoted in row.quoted:
        line = Line(quoted.text, "", f"{number} {quoted.place}".strip(), quoted.language)
        blocks.append(Box((line,), "quote"))
        number = ""
    return blocks


def _asked(task: Task, row: Row, question: Question) -> tuple[list[Block], str]:
    """The words and choices of a question that no legend has; and its own words where the legend
    has its choices, to stand before the place for the letter.
    """
    suffix = question.id.removeprefix(row.number)
    legend = next((one for one in task.legends if one.suffix == suffix), None)
    if legend is not None and not row.discussion:
        return [], "" if legend.prompt else question.prompt
    name = f"{question.id} " if len(row.questions) > 1 else ""
    made: list[Block] = [Line(name + question.prompt)] if question.prompt else []
    if question.choices:
        short = _brief(question.choices)
        made.append(Line(_inline(question.choices)) if short else _choices(question.choices))
    return made, ""


def _place(task: Task, row: Row, question: Question, prompt: str) -> Blank:
    if task.layout == OPEN or row.discussion:
        return Blank(say("sheet.lines"), LINE, task.lines or LINES)
    made = _blank(question, f"{question.id}:")
    return replace(made, label=f"{prompt} · {made.label}") if prompt else made


def _blank(question: Question, name: str) -> Blank:
    letters = tuple(choice.letter for choice in question.choices)
    return Blank(f"{say('sheet.answer')} {name}", LETTER, 0, question.id, letters)


def _choices(choices: Iterable[Choice]) -> Items:
    return Items(tuple(Item(f"{c.letter}) {c.text}", language=c.language) for c in choices))


def _answer(answer: Answer, before: Answer | None) -> Item:
    """`a) says it or b) …`, `discuss` or `see the rubric`, with the proof below. What the question
    `before` of the same row has said is not said again.
    """
    pairs = zip(answer.accepted, answer.words, strict=True)
    right = say("key.or").join(say("sheet.choice", letter=a, text=w) for a, w in pairs)
    earlier = before if before is not None and _item(before) == _item(answer) else None
    new = earlier is None or earlier.citations != answer.citations
    quotes = [Quote(say("key.about"), answer.about)] if answer.about and earlier is None else []
    quotes += [_proof(citation) for citation in answer.citations if new]
    quotes += [Quote(say("key.why"), answer.why)] if answer.why and new else []
    quotes += [Quote("", note) for note in answer.notes if earlier is None]
    quotes += [Quote(say(f"sample.{n}"), text) for n, text in enumerate(answer.samples, start=1)]
    open_words = say("key.discuss" if answer.why else "key.open")
    return Item(right if answer.scored else open_words, tuple(quotes), "", answer.id)


def _item(answer: Answer) -> tuple[str, tuple[str, ...], str]:
    """What the questions of one row have in common."""
    return answer.id.rstrip(ascii_letters), answer.claims, answer.about


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


def _rubric(levels: Sequence[str]) -> Grid:
    rows = [(say(f"rubric.{n}"), words) for n, words in enumerate(levels, start=1)]
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
