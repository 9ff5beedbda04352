"""Tables -> an Excel workbook (.xlsx), one sheet each.

In: tables and a `Display`. Out: bytes, the same for the same tables: XlsxWriter gives every member
of the archive one fixed time, and the properties name neither an author nor an hour
(docs/decisions/0024-xlsxwriter.md). Text is only ever written as text: what an article begins with
`=` is shown and never computed, and a link is one of the web or none.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from compare.errors import UsageError
from compare.reports.archives import clean
from compare.reports.blocks import Display, converter, safe
from compare.reports.columns import display_width
from compare.reports.tables import Head, Link, Share, Table, Value
from compare.reports.words import say

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST = 32_767  # characters of a cell, as Excel has it
LONGEST_NAME, LONGEST_ADDRESS = 31, 2_079
LINE, HIGHEST, SLACK = 15, 405, 3  # points of a line, of a row; letters that a line may lack
A4, UPRIGHT, ACROSS = 9, 100, 220  # Excel's name for it; how many letters wide a sheet lies how
_STAMP = datetime(1980, 1, 1)  # noqa: DTZ001 -- a fixed mark and no time
_PLAIN = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]+")
_LOOKS: dict[str, dict[str, Any]] = {
    "": {},
    "head": {"bold": True, "bottom": 1},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    "moment": {"num_format": "yyyy-mm-dd hh:mm", "align": "left"},
    "share": {"num_format": "0%"},
    "link": {"font_color": "#0563C1", "underline": 1},
    "number": {"align": "left"},
    "line": {"italic": True},
}


def workbook(tables: Sequence[Table], title: str, display: Display) -> bytes:
    """The workbook; raises UsageError where what writes it is not installed."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise UsageError(say("error.package", format="xlsx", package="XlsxWriter")) from error
    convert = converter(display.script, display.persons)

    def shown(text: str) -> str:
        return _fitting(clean(safe(convert(text))))

    stream = io.BytesIO()
    written: Workbook = xlsxwriter.Workbook(stream, _PLAIN)
    written.set_properties({"title": shown(title)[:LONGEST_ADDRESS], "created": _STAMP})
    common = {"text_wrap": True, "valign": "top"}
    looks = {name: written.add_format(common | look) for name, look in _LOOKS.items()}
    for name, made in zip(_names(tables, shown), tables, strict=True):
        _sheet(written.add_worksheet(name), made, looks, shown)
    written.close()
    return stream.getvalue()


def _sheet(
    sheet: Worksheet, made: Table, looks: dict[str, Format], shown: Callable[[str], str]
) -> None:
    for column, head in enumerate(made.heads):
        sheet.set_column(column, column, head.width)
        sheet.write_string(0, column, shown(head.title), looks["head"])
    for number, row in enumerate(made.rows, 1):
        sheet.set_row(number, _height(made.heads, row))
        for column, value in enumerate(row):
            _write(sheet, (number, column), value, looks, shown)
    sheet.freeze_panes(1, made.keep)
    sheet.autofilter(0, 0, max(len(made.rows), 1), len(made.heads) - 1)
    _below(sheet, made, looks["line"], shown)
    _on_paper(sheet, made)


def _below(sheet: Worksheet, made: Table, look: Format, shown: Callable[[str], str]) -> None:
    """The lines, each over the whole width: what stands out of it would make the paper wide."""
    whole = Head("", sum(head.width for head in made.heads))
    for number, line in enumerate(made.lines, len(made.rows) + 2):
        sheet.set_row(number, _height([whole], [line]))
        sheet.merge_range(number, 0, number, len(made.heads) - 1, "", look)
        sheet.write_string(number, 0, shown(line), look)


def _height(heads: Sequence[Head], row: Sequence[Value]) -> float:
    """The height that the longest text of a row needs, in points: not every program that opens a
    workbook fits the rows to their texts.
    """
    most = 1
    for head, value in zip(heads, row, strict=True):
        text = value.text if isinstance(value, Link) else value if isinstance(value, str) else ""
        least = max(1, head.width - SLACK)
        most = max(most, sum(1 + display_width(part) // least for part in text.split("\n")))
    return min(LINE * most, HIGHEST)


def _on_paper(sheet: Worksheet, made: Table) -> None:
    """Wide sheets lie across, and on several pages where one would be too small to read; headings
    and first columns stand on every page.
    """
    width = sum(head.width for head in made.heads)
    sheet.set_paper(A4)
    sheet.repeat_rows(0)
    if width > UPRIGHT:
        sheet.set_landscape()
        sheet.repeat_columns(0, made.keep - 1)
    sheet.fit_to_pages(-(-width // ACROSS), 0)


def _write(
    sheet: Worksheet,
    place: tuple[int, int],
    value: Value,
    looks: dict[str, Format],
    shown: Callable[[str], str],
) -> None:
    match value:
        case Link() if len(value.address) <= LONGEST_ADDRESS:
            sheet.write_url(*place, value.address, looks["link"], shown(value.text))
        case Link():
            sheet.write_string(*place, shown(value.text), looks[""])
        case Share():
            sheet.write_number(*place, value.value, looks["share"])
        case datetime():
            sheet.write_datetime(*place, value, looks["moment"])
        case date():
            sheet.write_datetime(*place, value, looks["day"])
        case int() | float():
            sheet.write_number(*place, value, looks["number"])
        case str() if value:
            sheet.write_string(*place, shown(value), looks[""])
        case _:
            sheet.write_blank(*place, None, looks[""])


def _fitting(text: str) -> str:
    """The text as far as a cell holds it, which has a bound in UTF-16 units."""
    if len(text) * 2 <= MOST or len(text.encode("utf-16-le")) // 2 <= MOST:
        return text
    return text.encode("utf-16-le")[: 2 * (MOST - 1)].decode("utf-16-le", "ignore") + "…"


def _names(tables: Sequence[Table], shown: Callable[[str], str]) -> list[str]:
    """A name for every sheet: without what Excel forbids, short enough, and each once."""
    found: list[str] = []
    for made in tables:
        name = " ".join(_NOT_IN_NAMES.sub(" ", shown(made.name)).split()).strip("' ")
        name = "x" if name.casefold() in ("", "history") else name
        number, taken = 1, {one.casefold() for one in found}
        tried = name[:LONGEST_NAME].rstrip(" '")
        while tried.casefold() in taken:
            number += 1
            end = f" {number}"
            tried = name[: LONGEST_NAME - len(end)].rstrip(" '") + end
        found.append(tried)
    return found
