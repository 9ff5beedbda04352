"""Markdown in which marks are opened by the ten thousand and never closed keeps the reader busy
with the square of its length (found by random damage to our own inputs).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.model import Article
from compare.sources import read, read_all
from tests.kinds.bounded import within

SAID = "The harbour master said on Friday that both cranes would be repaired by June."
STORMS = {
    "bold behind a list": ("a.md", "- item\n\n" + "x **y " * 20_000),
    "bold in Chinese": ("a.md", "**外长" * 30_000),
    "bold and italics": ("a.md", "***a _b " * 15_000),
    "underlined words": ("a.md", "__word " * 20_000),
    "struck words": ("a.markdown", "~~a b " * 20_000),
    "pictures": ("a.md", "![alt " * 20_000),
    "pictures in links": ("a.md", "[![a](b" * 15_000),
    "links with titles": ("a.md", '[a](b "c ' * 12_000),
    "nested addresses": ("a.md", "[a](b(c(d" * 12_000),
    "comments": ("a.md", "<!-- note " * 12_000),
    "tags without an end": ("a.md", "<p class=x " * 10_000),
    "tags behind a quotation": ("a.md", "> <div " * 15_000),
    "lines of bold": ("a.md", "**a\n" * 25_000),
    "text that looks like Markdown": ("a.txt", "[a](b)\n\n" + "**a " * 25_000),
    "front matter": ("a.md", "---\ntitle: T\n---\n\n" + "![" * 40_000),
    "addresses in brackets": ("a.md", "<http://a" * 12_000),
}
MARKED = {
    "**Bold** and *slanted* words": "Bold and slanted words",
    "__Bold__ and _slanted_ words": "Bold and slanted words",
    "**bold with *slanted* inside**": "bold with slanted inside",
    "~~struck~~ and `code`": "struck and code",
    "2 * 3 * 4 and snake_case_name": "2 * 3 * 4 and snake_case_name",
    '[a link](https://a.example/b_(c) "title") here': "a link here",
    "a ** b, and **bold** behind it": "a ** b, and bold behind it",
    "an <!-- hidden --> end": "an end",
    "**a** b **c": "a b **c",
}


def one(folder: Path, name: str, text: str) -> Article:
    path = folder / name
    path.write_text(text, "utf-8")
    (article,) = read(path)
    return article


@pytest.mark.parametrize("storm", STORMS)
def test_marks_that_are_never_closed_take_no_square_of_time(tmp_path: Path, storm: str) -> None:
    """A hundred thousand characters of them are read in seconds, and so is the text beside them."""
    name, text = STORMS[storm]
    (tmp_path / name).write_text(f"{text}\n\n{SAID}\n", "utf-8")
    with within(4):
        articles, _ = read_all([tmp_path])
    assert [SAID in article.text for article in articles] == [True]


@pytest.mark.parametrize("source", MARKED)
def test_marks_that_are_closed_are_undone(tmp_path: Path, source: str) -> None:
    """What is meant as markup still goes, and what is not still stays."""
    article = one(tmp_path, "a.md", f"# Cranes\n\n{SAID}\n\nIt has {source} and so on.\n")
    assert article.text == f"{SAID}\n\nIt has {MARKED[source]} and so on."


def test_a_picture_beside_a_storm_keeps_its_caption(tmp_path: Path) -> None:
    """A closed picture in the same file is a caption all the same."""
    article = one(tmp_path, "a.md", f"{SAID}\n\n![Two cranes](c.png)\n\n{'![' * 2000}\n")
    assert [p.text for p in article.parts if p.kind == "caption"] == ["Two cranes"]
