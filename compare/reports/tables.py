"""The sheets of a workbook: headings, typed cells, and the lines below them.

In: words and values from the views. Out: tables that `workbook` writes. They are not the grids of
`blocks`, because a spreadsheet is sorted and filtered: a status has a column of its own, a day is a
day and no word, and nothing is left out for the width of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from compare.model import Article

NUMBER, WORD, TEXT = 9, 16, 50  # widths in characters: of an id, of a name or a day, of a sentence
_ADDRESS = re.compile(r"https?://[!#-;=?-\[\]_a-z~\u00a1-\ud7ff\uf900-\ufdcf]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST = date(1900, 3, 1)  # what a spreadsheet calls earlier days is not agreed on


@dataclass(frozen=True, slots=True)
class Link:
    """Words that open a page."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, 0 to 1."""

    value: float


Value = str | int | float | date | datetime | Link | Share | None


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its title and its width in characters."""

    title: str
    width: int = WORD


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet. The first `keep` columns stay in view; `lines` stand below the rows."""

    name: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Value, ...], ...]
    keep: int = 1
    lines: tuple[str, ...] = ()


def table(
    name: str,
    heads: Iterable[tuple[str, int]],
    rows: Iterable[Iterable[Value]],
    *,
    keep: int = 1,
    lines: Iterable[str] = (),
) -> Table:
    """A sheet of these columns and rows."""
    made = tuple(Head(*head) for head in heads)
    return Table(name, made, tuple(map(tuple, rows)), keep, tuple(filter(None, lines)))


def web_address(text: str | None) -> str:
    """The address, if it is one of the web and nothing else; else nothing: what an article calls
    its address is foreign, and must open no file and run no script.
    """
    return text if text and _ADDRESS.fullmatch(text) else ""


def link(article: Article) -> Value:
    """Where an article can be read: a link for an address of the web, else words, or its file."""
    address = web_address(article.url)
    return Link(address, address) if address else article.url or article.file


def day_of(text: str | None) -> date | None:
    """The day that is written as `2023-09-19`; None for anything less exact, or before 1900."""
    if not text or not _DAY.fullmatch(text):
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found >= _FIRST else None


def moment(article: Article) -> tuple[Value, Value]:
    """When an article was published by the outlet's own clock, and the offset of that clock, which
    no spreadsheet has a type for.
    """
    when = article.published
    if not isinstance(when, datetime):
        return (when if when is None or when >= _FIRST else when.isoformat()), None
    if when.date() < _FIRST:
        return when.isoformat(), None
    return when.replace(tzinfo=None), when.strftime("%z") if article.zoned else None
