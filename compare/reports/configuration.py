"""What is in force and from where, as blocks, as a document and as CSV.

In: options, and a file, `command line` or `default` for the name of each. Out: the report of
`compare config`. Meanings stay English in every language, as the names of the options do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from typing import Any, Literal

from compare.model import MadeBy
from compare.options import SETTINGS, Options
from compare.options.fields import DEFAULT, Setting
from compare.reports.blocks import Block, Column, Grid, Heading, Line, Text
from compare.reports.rows import csv_text
from compare.reports.words import said, say

Value = bool | int | float | str | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConfigDocument:
    """`compare config --format json`: value and origin of the options shown, by name; the digest is
    the same wherever those that shape results are.
    """

    schema: Literal["compare.config/2"]
    made_by: MadeBy
    digest: str
    options: dict[str, Value]
    sources: dict[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One option as it is in force."""

    setting: Setting
    value: Value
    origin: str


def shown(options: Options, origins: Mapping[str, str], *, only_changed: bool) -> list[Row]:
    """Rows in the order of the sections; `only_changed` leaves defaults out."""
    values = asdict(options)
    names = (name for name in SETTINGS if not only_changed or origins[name] != DEFAULT)
    return [Row(SETTINGS[name], _plain(values[name]), origins[name]) for name in names]


def configuration_blocks(rows: Sequence[Row]) -> list[Block]:
    """The report of `compare config`: a grid a section."""
    found: list[Block] = [Heading(say("config"), level=1)]
    for section, group in groupby(rows, key=lambda row: row.setting.section):
        found += [Heading(f"[{section}]"), _grid(tuple(group))]
    return found if rows else [*found, Line(say("config.defaults"))]


def _grid(rows: Sequence[Row]) -> Grid:
    columns = (
        Column(say("config.option")),
        Column(say("config.value")),
        Column(say("config.origin"), grow=True),
        Column(say("config.meaning"), grow=True),
    )
    cells = tuple(
        (
            Text(row.setting.name, "strong"),
            Text(written(row.value)),
            Text(said("origin", row.origin), "faint" if row.origin == DEFAULT else ""),
            Text(row.setting.meaning),
        )
        for row in rows
    )
    return Grid(columns, cells)


def configuration_document(rows: Sequence[Row], by: MadeBy) -> ConfigDocument:
    """The contract of `compare config`."""
    return ConfigDocument(
        "compare.config/2",
        by,
        by.options,
        {row.setting.name: row.value for row in rows},
        {row.setting.name: row.origin for row in rows},
    )


def configuration_csv(rows: Sequence[Row]) -> str:
    """One line an option: section, option, value, origin, meaning."""
    lines = (
        [row.setting.section, row.setting.name, written(row.value), row.origin, row.setting.meaning]
        for row in rows
    )
    return csv_text(["section", "option", "value", "origin", "meaning"], lines)


def written(value: object) -> str:
    """A value as `compare.toml` takes it; nothing for an option that is not set."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _plain(value: Any) -> Value:
    """A value as JSON has it: dates in ISO form."""
    return value.isoformat() if isinstance(value, date) else value
