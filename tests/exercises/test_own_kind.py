"""A new kind is one module and one line; and nothing else knows the kinds there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from compare.exercises import Request, formats, make
from compare.exercises.kinds import KINDS, ORDER
from compare.exercises.parts import GRID
from tests.exercises import toy_kind
from tests.exercises.frozen import ALL, ROOT, stored

FORMS = (*formats.DRAWN, *formats.PLATFORMS, "csv")


@pytest.fixture
def registered() -> Iterator[None]:
    """The toy kind with the line that names it."""
    KINDS[toy_kind.KIND.name] = toy_kind.KIND
    yield
    del KINDS[toy_kind.KIND.name]


@pytest.mark.parametrize("form", [form for form in FORMS if form != "pdf"])
def test_a_kind_of_ones_own_comes_in_every_format(form: str, registered: None) -> None:
    """The sheet and the key have the task with its words, and every format can be written."""
    made = make(stored("oslo-talks"), Request(level="basic", kinds=("toy",)))
    (task,) = made.sheet.tasks
    assert task.title == "Who wrote more?"
    assert "looking at length" in made.sheet.cover["Aim"]
    assert task.hint == "count the paragraphs."
    (answer,) = made.key.answers
    assert answer.scored
    files = formats.files(made, form, Path("toy.out"))
    assert all(data for _, data in files)
    if form not in formats.BINARY:
        assert "Who wrote more?" in files[0][1].decode()
    if form not in (*formats.BINARY, *formats.PLATFORMS, "csv"):
        assert "1.1" in files[1][1].decode()


def test_a_kind_of_ones_own_stands_among_the_others(registered: None) -> None:
    """A sheet of all kinds has it last, and a key says why it is missing where it cannot be."""
    assert make(stored("oslo-talks"), ALL).sheet.tasks[-1].kind == "toy"
    alone = make(stored("oslo-talks"), replace(ALL, sources=("meridian-wire",)))
    assert "Not on this sheet: Who wrote more? (it needs 2 texts, there is 1)" in alone.key.notes


def test_a_kind_has_the_name_of_its_module() -> None:
    """The line that names a kind is its key, its module and what it calls itself."""
    assert list(KINDS) == list(ORDER) == [kind.name for kind in KINDS.values()]


def test_only_the_list_of_kinds_names_them() -> None:
    """No module beside the kinds themselves and no command has the name of a kind in it."""
    folder = ROOT / "compare" / "exercises"
    files = [*folder.glob("*.py"), *(folder / "formats").glob("*.py")]
    files.append(ROOT / "compare" / "cli" / "exercises.py")
    text = "".join(path.read_text("utf-8") for path in files)
    names = [name for name in KINDS if name != GRID]  # a layout has this name too
    assert [name for name in names if f'"{name}"' in text or f"kinds.{name}" in text] == []
