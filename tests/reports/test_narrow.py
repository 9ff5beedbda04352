"""Tables that no width fits."""

from __future__ import annotations

from compare.reports import terminal
from compare.reports.blocks import Column, Display, Grid, Text


def test_a_table_that_cannot_fit_becomes_records() -> None:
    """Where not even folding helps, each row is written as heading and value, line by line."""
    columns = (Column(""), Column("address"), Column("name"))
    row = (Text("c01"), Text("https://example.example/" + "x" * 40), Text("台海"))
    assert terminal.render([Grid(columns, (row,))], Display(40)) == (
        "c01\n"
        "  address:\n"
        "  https://example.example/xxxxxxxxxxxxxx\n"
        "  xxxxxxxxxxxxxxxxxxxxxxxxxx\n"
        "\n"
        "     name\n"
        "---  ------\n"
        "c01  台海\n"
    )
