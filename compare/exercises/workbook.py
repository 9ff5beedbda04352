"""The first sheet of an Excel workbook (.xlsx) as rows of text.

In: bytes. Out: rows, a string a cell. We read the three parts of the archive that hold text
ourselves, because a class's answers need no more of a workbook than that, and a spreadsheet library
would be a dependency for one command. Numbers stand as they are stored, formulas as their last
result.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from compare.errors import UnreadableFile
from compare.reports.words import say

if TYPE_CHECKING:
    from lxml.etree import _Element

MAGIC = b"PK\x03\x04"
_COLUMN = re.compile(r"[A-Z]{1,3}")
_MOST_BYTES = 50_000_000  # of a part: more is no class's answers
_MOST_COLUMNS = 16_384  # of Excel's own sheets
_SHEETS = "xl/worksheets/"


def rows(data: bytes, file: str) -> list[list[str]]:
    """The rows of the first sheet; raises UnreadableFile for anything but a workbook."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sheets = [name for name in archive.namelist() if name.startswith(_SHEETS)]
            first = min((n for n in sheets if n.endswith(".xml")), key=lambda n: (len(n), n))
            shared = [_text(item) for item in _part(archive, "xl/sharedStrings.xml").iter("{*}si")]
            return [_row(row, shared) for row in _part(archive, first).iter("{*}row")]
    except (zipfile.BadZipFile, etree.XMLSyntaxError, ValueError, LookupError, OSError) as error:
        raise UnreadableFile(say("mark.broken", reason=error), file=file) from error


def _part(archive: zipfile.ZipFile, name: str) -> _Element:
    """A part of the archive; an empty element for one that there need not be."""
    from lxml import etree

    if name not in archive.namelist():
        return etree.Element("none")
    if archive.getinfo(name).file_size > _MOST_BYTES:
        raise ValueError(name)
    safe = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(archive.read(name), safe)


def _row(row: _Element, shared: list[str]) -> list[str]:
    """The cells of a row; those that the file leaves out are empty."""
    cells: list[str] = []
    for cell in row.iter("{*}c"):
        at = _column(cell.get("r", ""), len(cells))
        cells += [""] * (at - len(cells))
        cells.append(_value(cell, shared))
    return cells


def _column(place: str, otherwise: int) -> int:
    """The index of column `C` in `C7`."""
    letters = _COLUMN.match(place)
    if letters is None:
        return otherwise
    at = 0
    for letter in letters[0]:
        at = at * 26 + ord(letter) - ord("A") + 1
    if at > _MOST_COLUMNS:
        raise ValueError(place)
    return max(at - 1, otherwise)


def _value(cell: _Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    value = (cell.findtext("{*}v") or "").strip()
    return shared[int(value)].strip() if kind == "s" and value else value


def _text(item: _Element) -> str:
    """The text of a string in all its runs, without the readings above Japanese words."""
    runs = (t for t in item.iter("{*}t") if not _is_reading(t))
    return "".join(t.text or "" for t in runs).strip()


def _is_reading(text: _Element) -> bool:
    parent = text.getparent()
    return parent is not None and str(parent.tag).endswith("}rPh")
