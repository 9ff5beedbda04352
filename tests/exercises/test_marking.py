"""A class's answers against a key."""

from __future__ import annotations

import pytest

from compare.errors import UnreadableFile, UsageError
from compare.exercises.formats import marks as report
from compare.exercises.marking import from_json, mark
from compare.exercises.parts import Answer, Key


def answer(name: str, *accepted: str, claim: str = "c01", scored: bool = True) -> Answer:
    """An answer of three letters."""
    return Answer(name, 1, accepted, accepted, tuple("abc"), scored, (), "", "A claim.", (claim,))


KEY = Key(
    "code-A",
    "Port",
    "en",
    (answer("1.1", "a"), answer("1.2", "a", "b", claim="c02"), answer("1.3", scored=False)),
)


def test_scores_and_what_was_missed() -> None:
    """Each row gets its points, several accepted letters count, and the worst claim is first."""
    data = b"name,1.1,1.2\nZoe,a,b\nYang, B ,c)\n,,a\n"
    marks = mark(KEY, data, "answers.csv")
    assert [(s.points, s.empty) for s in marks.scores] == [(2, 0), (0, 0), (1, 1)]
    assert [(m.name, m.wrong, m.of) for m in marks.claims] == [("c01", 2, 3), ("c02", 1, 3)]
    text = report(marks)
    assert "Zoe" not in text
    assert "| 2 | 0 | 2 | 0% | 0 |" in text
    assert "Average: 1.0 of 2." in text


def test_all_right_leaves_nothing_missed() -> None:
    """A class without a mistake has no list of misses."""
    marks = mark(KEY, b"1.1;1.2\r\na;a\r\n", "answers.csv")
    assert marks.questions == ()
    assert "Missed most" not in report(marks)


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (b"", UnreadableFile, "answers.csv: the file has no rows"),
        (b"1.1,1.2\n", UnreadableFile, "answers.csv: the file has a header and no answers"),
        (b"\xff\xfe", UnreadableFile, "answers.csv: the file has no rows"),
        (b"1.1,1.2\n" + b"a" * 1_000_001, UnreadableFile, "answers.csv: the file is no table"),
        (b"PK\x03\x04 and no more", UnreadableFile, "answers.csv: the file is no table"),
        (b"1.1,1.2,9.9\na,a,a\n", UsageError, "answers.csv:1: unknown columns: 9.9"),
        (b"1.1\na\n", UsageError, "answers.csv:1: missing columns: 1.2"),
        (b"1.1,1.2,1.1\na,a,a\n", UsageError, "answers.csv:1: column 1.1 stands twice"),
    ],
)
def test_bad_answers_are_named(data: bytes, kind: type[Exception], words: str) -> None:
    """A file that cannot be marked is named with the line and the fault."""
    with pytest.raises(kind) as caught:
        mark(KEY, data, "answers.csv")
    assert str(caught.value).startswith(words)


@pytest.mark.parametrize(
    ("data", "empty", "remark"),
    [
        (b"1.1,1.2\na\n", 1, "answers.csv:2: the row has 1 fields, the header has 2"),
        (b"1.1,1.2\n\na,x\n", 1, "answers.csv:3: 1.2: 'x' is no answer"),
        (b'1.1,1.2\na,"x\n', 1, "answers.csv:2: 1.2: '\"x' is no answer"),
    ],
)
def test_odd_cells_are_remarked_on(data: bytes, empty: int, remark: str) -> None:
    """A cell that is no answer is named with its line, and counts as not answered."""
    marks = mark(KEY, data, "answers.csv")
    assert [score.empty for score in marks.scores] == [empty]
    assert marks.remarks[0].startswith(remark)


@pytest.mark.parametrize("data", [b"{}", b"[1]", b"nonsense", b'{"schema":"x"}'])
def test_what_is_no_key_is_refused(data: bytes) -> None:
    """Any other file in place of the key is named."""
    with pytest.raises(UnreadableFile, match=r"key\.json: this is no key"):
        from_json(data, "key.json")
