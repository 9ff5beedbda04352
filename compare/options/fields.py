"""What is known of an option beside its value: what it means, its bounds, whom it may harm.

In: a default and one line of meaning, where the option is declared. Out: a dataclass field that
carries them, and `Setting`, which reads them back for `compare.toml`, `compare config` and the
documentation. They stand in the field and not in a comment, so that nobody writes them twice.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

DEFAULT, COMMAND_LINE = "default", "command line"  # where a value comes from that no file set
_SHOWN = 60  # characters of a wrong value that a message repeats
T = TypeVar("T")
_MOST = 1_000_000_000  # so that no sum over a window leaves 63 bits


def option(
    default: T,
    meaning: str,
    *,
    least: float | None = None,
    most: float | None = None,
    limit: bool = False,
    file: bool = False,
    choices: tuple[str, ...] = (),
    shapes_results: bool = True,
    private: bool = False,
) -> T:
    """A field of an options class.

    `meaning` names the unit. Values outside `least` to `most` are refused. A `limit` protects the
    machine: articles of strangers may lower it, never raise it. A `file` is a path. What is
    `private` only the user decides: no file beside articles may set it.
    """
    notes = {
        "meaning": meaning,
        "least": least,
        "most": most,
        "limit": limit,
        "file": file,
        "choices": choices,
        "shapes_results": shapes_results,
        "private": private,
    }
    made: T = dataclasses.field(default=default, metadata=notes)
    return made


def weight(default: float, meaning: str) -> float:
    """An option that multiplies or is added: in a sum, in a fitted formula, in a score."""
    return option(float(default), meaning, least=-_MOST, most=_MOST)


def switch(meaning: str, *, default: bool, shapes_results: bool = True) -> bool:
    """An option that is on or off."""
    return option(default, meaning, shapes_results=shapes_results)


def share(default: float, meaning: str) -> float:
    """An option between 0 and 1: a score, a chance or a part of a whole."""
    return option(float(default), meaning, least=0, most=1)


def count(default: int, meaning: str, *, least: int = 0, limit: bool = False) -> int:
    """An option that counts: articles, characters, hours, thousandths; `meaning` says which."""
    return option(default, meaning, least=least, most=_MOST, limit=limit)


@dataclass(frozen=True, slots=True)
class Setting:
    """One option as it can be set: its section and name, its type, default, bounds and meaning."""

    section: str
    name: str
    type: type[Any]
    default: object
    meaning: str
    least: float | None
    most: float | None
    limit: bool
    file: bool
    choices: tuple[str, ...]
    shapes_results: bool
    private: bool

    def complaint(self, value: object) -> str | None:
        """Why `value` cannot be the option's, in a few words; None when it can."""
        shown = repr(value) if len(repr(value)) <= _SHOWN else f"{repr(value)[: _SHOWN - 1]}…"
        if not self._fits(value):
            return f"{shown} is no {_TYPES[self.type]}"
        if self.choices and value not in self.choices:
            return f"{shown} is none of {', '.join(self.choices)}"
        if isinstance(value, float) and not math.isfinite(value):
            return f"{shown} is no number to reckon with"
        if isinstance(value, (int, float)):
            if self.least is not None and value < self.least:
                return f"{shown} is below {self.least:g}"
            if self.most is not None and value > self.most:
                return f"{shown} is above {self.most:g}"
        return None

    def _fits(self, value: object) -> bool:
        if isinstance(value, tuple):
            return self.type is tuple and all(isinstance(one, str) for one in value)
        if self.type is float:  # 1 is a fine way to write 1.0; true is not
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        return type(value) is self.type


_TYPES = {
    bool: "true or false",
    int: "whole number",
    float: "number",
    str: "text",
    date: "date",
    tuple: "list of texts",
}


def settings_of(section: str, declared: type[Any]) -> list[Setting]:
    """The options that the class `declared` adds, in their order; it is the stage `section`."""
    hints = get_type_hints(declared)
    return [
        Setting(section, f.name, _type(hints[f.name]), f.default, **f.metadata)
        for f in dataclasses.fields(declared)
    ]


def _type(hint: Any) -> type[Any]:
    """`str | None` as str, `tuple[str, ...]` as tuple, `int` as int."""
    if get_origin(hint) is tuple:
        return tuple
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    return kinds[0] if kinds else hint  # type: ignore[no-any-return]
