"""Sheet and key as Markdown.

In: a sheet or a key. Out: text. Everything from articles is escaped, so that a hash or a star in
an article stays a hash or a star. Tables only for the grid and the rubric; the rest reads well
aloud as lists.
"""

from __future__ import annotations

import re

from compare.exercises.formats.lines import cell_words, citation_words, cover_lines
from compare.exercises.parts import GRID, MATCH, OPEN, Answer, Key, Row, Sheet, Task, Text
from compare.reports.words import say

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def sheet(made: Sheet) -> str:
    """The sheet; it holds no answer."""
    lines = [f"# {escaped(say('sheet.title', title=made.title))}", ""]
    lines += [f"- **{name}:** {escaped(value)}" for name, value in cover_lines(made)]
    lines += ["", f"{say('sheet.name')} ____________  {say('sheet.date')} ____________"]
    lines += ["", f"## {say('sheet.texts')}"]
    for text in made.texts:
        lines += _text(text)
    lines += ["", f"## {say('sheet.tasks')}"]
    for task in made.tasks:
        lines += _task(task)
    lines += ["", f"## {say('sheet.limits')}", ""]
    lines += [f"> - {escaped(limit)}" for limit in made.limits]
    return "\n".join(lines) + "\n"


def key(made: Key, exercise: Sheet) -> str:
    """The key, with the sheet's tasks for their names and rubrics."""
    scored = sum(answer.scored for answer in made.answers)
    lines = [f"# {escaped(say('key.title', title=made.title))}", ""]
    lines += [say("key.for", code=made.code), "", say("key.points", n=scored), ""]
    lines += [f"## {say('key.sources')}", ""]
    lines += [f"- **{label}** {escaped(outlet)}" for label, outlet in made.outlets.items()]
    for task in exercise.tasks:
        lines += ["", f"## {escaped(say('sheet.task', n=task.number, title=task.title))}", ""]
        for answer in made.answers:
            if answer.task == task.number:
                lines += _answer(answer)
        lines += ["", *_rubric(task)]
    if made.notes:
        lines += ["", f"## {say('key.notes')}", "", *(f"- {escaped(n)}" for n in made.notes)]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    flat = " ".join(text.split())
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", flat))


def _text(text: Text) -> list[str]:
    name = "text.heading_named" if text.outlet else "text.heading"
    facts = [
        f"**{say('text.headline')}** ({text.label}0): {escaped(text.title)}",
        f"{say('text.published')}: {escaped(text.published)}",
        f"{say('text.language')}: {escaped(text.language_name)}",
    ]
    if text.capture:
        facts.append(f"{say('text.capture')}: {escaped(text.capture)}")
    lines = ["", f"### {escaped(say(name, label=text.label, outlet=text.outlet))}", ""]
    lines += [f"- {fact}" for fact in facts]
    for passage in text.passages:
        lines += ["", f"**{passage.place}** {escaped(passage.text)}"]
    if text.cut:
        lines += ["", f"*{escaped(say('text.cut'))}*"]
    if text.incomplete:
        lines += ["", f"*{escaped(say('text.incomplete'))}*"]
    return lines


def _task(task: Task) -> list[str]:
    title = escaped(say("sheet.task", n=task.number, title=task.title))
    lines = ["", f"### {title} ({say('sheet.task_minutes', n=task.minutes)})", ""]
    lines.append(escaped(task.instruction))
    if task.hint:
        lines += ["", f"*{escaped(say('sheet.hint', text=task.hint))}*"]
    scored = [row for row in task.rows if not row.discussion]
    talk = [row for row in task.rows if row.discussion]
    lines += _grid(task, scored) if task.layout == GRID else _list(task, scored)
    if talk:
        lines += ["", f"**{say('sheet.discussion')}**", *_list(task, talk)]
    return [*lines, "", *_rubric(task)]


def _grid(task: Task, rows: list[Row]) -> list[str]:
    choices = rows[0].questions[0].choices
    legend = "; ".join(f"{c.letter} = {c.text}" for c in choices)
    lines = ["", escaped(say("sheet.legend", choices=legend)), ""]
    lines.append(f"| | {say('sheet.claim')} | " + " | ".join(task.columns) + " |")
    lines.append("|---|---|" + "---|" * len(task.columns))
    empty = " |" * len(task.columns)
    return lines + [f"| {row.number} | {escaped(row.text)} |{empty}" for row in rows]


def _list(task: Task, rows: list[Row]) -> list[str]:
    lines: list[str] = []
    if task.bank and not rows[0].discussion:
        name = "sheet.bank" if task.layout == MATCH else "sheet.answers"
        lines += ["", f"**{say(name)}**", ""]
        lines += [f"- {c.letter}) {escaped(c.text)}" for c in task.bank]
    for row in rows:
        lines += ["", f"**{row.number}** {escaped(row.text)}".rstrip()]
        for quoted in row.quoted:
            lines += ["", f"> **{quoted.place}** {escaped(quoted.text)}"]
        for question in row.questions:
            if question.prompt:
                name = f"{question.id} " if len(row.questions) > 1 else ""
                lines += ["", name + escaped(question.prompt)]
            if question.choices and not task.bank:
                lines += ["", *(f"- {c.letter}) {escaped(c.text)}" for c in question.choices)]
        blank = task.layout == OPEN or row.discussion
        lines += ["", *([f"{say('sheet.lines')} " + "_" * 40] if blank else _blanks(row))]
    return lines


def _blanks(row: Row) -> list[str]:
    return ["  ".join(f"{say('sheet.answer')} {q.id}: ____" for q in row.questions)]


def _rubric(task: Task) -> list[str]:
    lines = [f"| {say('rubric.level')} | {say('rubric.shows')} |", "|---|---|"]
    levels = (say(f"rubric.{n}") for n in (1, 2, 3))
    return lines + [f"| {a} | {escaped(b)} |" for a, b in zip(levels, task.rubric, strict=True)]


def _answer(answer: Answer) -> list[str]:
    lines = [f"- **{answer.id}** {escaped(cell_words(answer))}"]
    if answer.about:
        lines.append(f"  - {say('key.about')}: {escaped(answer.about)}")
    lines += [f"  - {say('key.proof')}: {escaped(citation_words(c))}" for c in answer.citations]
    if answer.why:
        lines.append(f"  - {say('key.why')}: {escaped(answer.why)}")
    return lines + [f"  - {escaped(note)}" for note in answer.notes]
