"""Variants of one sheet: one key marks a class, and a struck item is gone from all of them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from compare.cli import exercises, run
from compare.errors import UnreadableFile, UsageError
from compare.exercises import Exercise, Request, formats, make
from compare.exercises.formats import marks as report
from compare.exercises.marking import from_json, mark, to_json
from compare.exercises.parts import Key, Numbered
from compare.exercises.rows import shuffled
from compare.pipeline import Readings
from tests.exercises.frozen import STORIES, stored

KINDS = ("grid", "discrepancies", "official")
ASKED = Request(kinds=KINDS, items=3)


@pytest.fixture(scope="module")
def made() -> dict[str, Exercise]:
    """The sheets of a class, by variant."""
    return {v: make(stored("han-blinken"), replace(ASKED, variant=v)) for v in "ABC"}


def answers(key: Key, variant: str, *, wrong: str = "") -> dict[str, str]:
    """The right letters of a variant, but for the item `wrong`."""
    scored = [q for q in key.variants[variant] if q.accepted]
    return {
        q.id: next(x for x in q.letters if (x in q.accepted) is (q.item != wrong)) for q in scored
    }


def table(key: Key, rows: list[tuple[str, dict[str, str]]]) -> bytes:
    """The file of a class: the empty one of the key, filled."""
    head = formats.table.template(key).strip().removeprefix("\ufeff").split(",")
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    for n, (sheet, given) in enumerate(rows, start=1):
        writer.writerow([n, sheet, *(given.get(name, "") for name in head[2:])])
    return text.getvalue().encode()


def test_every_variant_has_the_key_of_all(made: dict[str, Exercise]) -> None:
    """The keys of A, B and C hold the same three numberings, and each its own answers."""
    first, *others = (one.key for one in made.values())
    assert all(other.variants == first.variants for other in others)
    for name, one in made.items():
        own = {q.id: q.accepted for q in one.key.variants[name]}
        assert own == {a.id: a.accepted for a in one.key.answers}
        assert one.sheet.variant == name == one.key.code[-1]
        assert one.key.code[:-2] == first.code[:-2]


def test_rows_of_different_variants_are_marked_together(made: dict[str, Exercise]) -> None:
    """Each row gets full points by its own letters, whatever the key that marks; a wrong answer to
    one item is counted as one question, with its number on every sheet.
    """
    key = made["A"].key
    item = next(q.item for q in key.variants["A"] if q.accepted and q.item.startswith("official"))
    right = [(v, answers(key, v)) for v in "ABC"]
    wrong = [(v, answers(key, v, wrong=item)) for v in "ABC"]
    assert len({tuple(sorted(given.items())) for _, given in right}) == 3
    for one in made.values():
        marks = mark(one.key, table(key, right + wrong), "class.csv")
        assert [score.points for score in marks.scores] == [marks.all] * 3 + [marks.all - 1] * 3
        (missed,) = marks.questions
        assert (missed.wrong, missed.of) == (3, 6)
        numbers = {v: q.id for v, some in key.variants.items() for q in some if q.item == item}
        assert all(f"{v} {number}" in missed.name for v, number in numbers.items())
        assert "| 2 | B |" in report(marks)


def test_a_missed_question_is_told_by_its_words(made: dict[str, Exercise]) -> None:
    """A question on two passages, which is about no single claim, shows the first of them."""
    key = made["A"].key
    item = next(q.item for q in key.variants["A"] if q.item.startswith("discrepancies"))
    marks = mark(key, table(key, [("C", answers(key, "C", wrong=item))]), "class.csv")
    (answer,) = [a for a in key.answers if a.item == item]
    assert [one.about for one in marks.questions] == [answer.citations[0].quote]


@pytest.mark.parametrize("story", STORIES)
def test_a_class_in_any_order_gets_its_points(story: str) -> None:
    """Marks do not depend on which sheet a pupil had, nor on the order of the rows."""
    key = make(stored(story)).key
    rows = shuffled([(v, answers(key, v)) for v in "ABC" * 3], story, str)
    assert {score.points for score in mark(key, table(key, rows), "class.csv").scores} == {
        sum(bool(q.accepted) for q in key.variants["A"])
    }


def test_answers_to_another_variant_are_not_right(made: dict[str, Exercise]) -> None:
    """Without the column, B's answers are wrong by A's key: the fault that the column mends."""
    key = made["A"].key
    given = answers(key, "B")
    own = {name: given.get(name, "") for name in answers(key, "A")}
    head = ",".join(own)
    data = f"{head}\n{','.join(own.values())}\n".encode()
    assert mark(key, data, "class.csv").scores[0].points < mark(key, data, "x").all
    assert mark(key, table(key, [("B", given)]), "x").scores[0].points == mark(key, data, "x").all


@pytest.mark.parametrize("cell", ["b", "Ｂ", "B卷", "Sheet B", "{code}", " b "])
def test_a_sheet_is_named_in_many_ways(cell: str, made: dict[str, Exercise]) -> None:
    """By its letter, in any width and case, or by the code that stands on it."""
    key = made["A"].key
    name = cell.format(code=made["B"].key.code)
    marks = mark(key, table(key, [(name, answers(key, "B"))]), "class.csv")
    assert (marks.scores[0].variant, marks.scores[0].points) == ("B", marks.all)


def test_a_row_without_its_sheet_is_named_and_not_counted(made: dict[str, Exercise]) -> None:
    """A variant that there is not, or none among others, costs the row, which is named."""
    key = made["A"].key
    rows = [("A", answers(key, "A")), ("D", answers(key, "A")), ("", answers(key, "A"))]
    marks = mark(key, table(key, rows), "class.csv")
    assert [score.variant for score in marks.scores] == ["A", None, None]
    assert marks.remarks == (
        "class.csv:3: there is no sheet 'D'; there are A, B, C; the row is not marked",
        "class.csv:4: the row names no sheet (A, B, C); the row is not marked",
    )
    text = report(marks)
    assert "| 2 | – | – | – | – | – |" in text
    assert f"Average: {marks.all}.0 of {marks.all}." in text
    nobody = mark(key, table(key, [("D", {}), ("E", {})]), "class.csv")
    assert nobody.marked == ()
    assert report(nobody)


def test_an_empty_column_means_the_sheet_that_is_marked(made: dict[str, Exercise]) -> None:
    """A class with one variant need not fill it."""
    key = made["B"].key
    marks = mark(key, table(key, [("", answers(key, "B"))]), "class.csv")
    assert (marks.scores[0].variant, marks.scores[0].points) == ("B", marks.all)


def test_a_key_without_variants_is_still_read() -> None:
    """A key that an earlier release wrote marks its own sheet."""
    made = make(stored("oslo-talks"), Request(kinds=("sharing",)))
    old = replace(made.key, variants={}, tasks=())
    key = from_json(to_json(old).encode(), "key.json")
    own = {a.id: a.accepted[0] for a in key.answers if a.scored}
    data = f"{','.join(own)}\n{','.join(own.values())}\n".encode()
    marks = mark(key, data, "class.csv")
    assert marks.scores[0].points == marks.all == len(own)


@pytest.mark.parametrize("fault", ["variant", "variants", "answers"])
def test_a_key_at_odds_with_itself_is_refused(fault: str, made: dict[str, Exercise]) -> None:
    """A file in which variants and answers do not fit is named, not marked by half."""
    key = made["A"].key
    broken = {
        "variant": replace(key, variant="Z"),
        "variants": replace(key, variants={**key.variants, "B": key.variants["B"][1:]}),
        "answers": replace(key, answers=key.answers[1:]),
    }
    with pytest.raises(UnreadableFile, match="no key of an exercise"):
        from_json(to_json(broken[fault]).encode(), "key.json")


def test_a_struck_item_is_gone_from_every_variant(made: dict[str, Exercise]) -> None:
    """Its row is on no sheet, other numbers stay, and the key says what was struck and where."""
    whole = made["A"]
    gone = {q.item for q in whole.key.variants["A"] if q.id.startswith("1.3")}
    for name in "ABC":
        short = make(stored("han-blinken"), replace(ASKED, variant=name, drop=("1.3",)))
        rows = {row.number for task in short.sheet.tasks for row in task.rows}
        before = {row.number for task in made[name].sheet.tasks for row in task.rows}
        (number,) = before - rows
        assert {q.id for q in short.key.variants[name] if q.struck} == {
            q.id for q in short.key.variants[name] if q.id.startswith(number)
        }
        assert {q.item for q in short.key.variants[name] if q.struck} == gone
        assert not [a for a in short.key.answers if a.item in gone]
        told = [note for note in short.key.notes if note.startswith("Struck")]
        assert len(told) == 1
        assert f"{name} {number}" in told[0]
        assert made["A"].key.answers[-1].about in "".join(a.about for a in short.key.answers)


def test_a_number_may_be_that_of_another_variant(made: dict[str, Exercise]) -> None:
    """B:1.1 strikes what stands there on sheet B, whichever sheet is made."""
    item = next(q.item for q in made["B"].key.variants["B"] if q.id.startswith("1.1"))
    for number in ("B:1.1", "b1.1", "B 1.1"):
        key = make(stored("han-blinken"), replace(ASKED, drop=(number,))).key
        assert item in {q.item for q in key.variants["A"] if q.struck}


def test_a_question_alone_can_be_struck(made: dict[str, Exercise]) -> None:
    """A column of a grid goes, its row stays; a task without rows goes whole."""
    task = made["A"].sheet.tasks[0]
    first = task.rows[0].questions[0].id
    short = make(stored("han-blinken"), replace(ASKED, drop=(first,)))
    assert short.sheet.tasks[0].rows[0].questions == task.rows[0].questions[1:]
    every = tuple(row.number for row in task.rows)
    less = make(stored("han-blinken"), replace(ASKED, drop=every)).sheet
    assert [one.number for one in less.tasks] == [2, 3]
    for form in formats.DRAWN:
        if form not in formats.BINARY:
            assert formats.sheet(short, form)


def test_a_sheet_of_struck_items_is_none(made: dict[str, Exercise]) -> None:
    """When nothing is left to ask, the error says why."""
    every = tuple(row.number for task in made["A"].sheet.tasks for row in task.rows)
    with pytest.raises(UsageError, match="every item of this sheet is struck"):
        make(stored("han-blinken"), replace(ASKED, drop=every))


@pytest.mark.parametrize("number", ["9.9", "1", "B:9.1", "x", "D:1.1"])
def test_what_is_not_there_cannot_be_struck(number: str) -> None:
    """The error names the number and those there are."""
    with pytest.raises(UsageError, match=r"there is no item '.*' to strike; there are 1\.1, 1\.2"):
        make(stored("han-blinken"), replace(ASKED, drop=(number,)))


def test_marking_leaves_out_what_was_struck_before(made: dict[str, Exercise]) -> None:
    """Answers to a struck row may stand in the file; they count for nothing."""
    whole = made["A"].key
    short = make(stored("han-blinken"), replace(ASKED, drop=("1.3",))).key
    data = table(whole, [(v, answers(whole, v)) for v in "ABC"])
    marks = mark(short, data, "class.csv")
    lost = sum(q.id.startswith("1.3") and bool(q.accepted) for q in whole.variants["A"])
    assert marks.all == mark(whole, data, "class.csv").all - lost
    assert {score.points for score in marks.scores} == {marks.all}
    assert marks.struck


def test_an_item_is_struck_after_printing(made: dict[str, Exercise]) -> None:
    """`mark` can leave out one more item, for all variants, and the report says so."""
    key = made["C"].key
    data = table(key, [(v, answers(key, v)) for v in "ABC"])
    marks = mark(key, data, "class.csv", ("B:2.1",))
    item = next(q.item for q in key.variants["B"] if q.id == "2.1")
    assert marks.all == mark(key, data, "class.csv").all - 1
    assert {score.points for score in marks.scores} == {marks.all}
    assert item not in {q.item for q in _left(key, marks.struck)}
    numbers = {v: q.id for v, some in key.variants.items() for q in some if q.item == item}
    places = ", ".join(f"{v} {number}" for v, number in numbers.items())
    assert f"Struck, and not counted: {places}: " in report(marks)
    with pytest.raises(UsageError, match=r"no item '7\.7'"):
        mark(key, data, "class.csv", ("7.7",))


def _left(key: Key, struck: tuple[str, ...]) -> list[Numbered]:
    """The questions of sheet A whose number is in no line about what was struck."""
    return [q for q in key.variants["A"] if not any(f"A {q.id}" in line for line in struck)]


def test_everything_struck_leaves_nothing_to_mark(made: dict[str, Exercise]) -> None:
    """A class whose questions are all gone is an error, not a table of zeros."""
    key = made["A"].key
    every = tuple(dict.fromkeys(q.id for q in key.variants["A"]))
    with pytest.raises((UnreadableFile, UsageError), match="nothing"):
        mark(key, table(key, [("A", {})]), "class.csv", every)


def test_the_commands_strike_items(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """--drop of `exercise` and of `mark`, once with commas or several times."""
    answer = (stored("han-blinken"), [], Readings({}, {}, {}), 0)
    monkeypatch.setattr(exercises, "compared", lambda *_: answer)
    sheet = folder / "sheet.csv"
    asked = ["exercise", "han", "--kinds", "sharing", "--format", "csv", "--output", str(sheet)]
    assert run([*asked, "--drop", "1.3,1.1", "--drop", "B:1.4"]) == 0
    rows = list(csv.DictReader(io.StringIO(sheet.read_text("utf-8-sig"))))
    assert not {"1.1", "1.3"} & {row["question"] for row in rows}
    assert len(rows) in (3, 4)
    key = from_json((folder / "sheet-key.json").read_bytes(), "key")
    file = folder / "class.csv"
    file.write_bytes(table(key, [(v, _open(key, v)) for v in "AB"]))
    left = [q.id for q in key.variants["A"] if q.accepted and not q.struck]
    capfd.readouterr()
    assert run(["mark", str(sheet), str(file), "--drop", left[0]]) == 0
    out = capfd.readouterr().out
    assert f"| 1 | A | {len(left) - 1} | {len(left) - 1} | 100% | 0 |" in out
    assert run(["mark", str(sheet), str(file), "--drop", "8.8"]) == 2


def _open(key: Key, variant: str) -> dict[str, str]:
    """The right letters of what is not struck."""
    asked = [q for q in key.variants[variant] if q.accepted and not q.struck]
    return {q.id: q.accepted[0] for q in asked}
