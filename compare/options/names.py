"""Options of the names: which lists are read, and when a match by sound is believed.

In: nothing. Out: fields. How the thresholds were measured is in `docs/names.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, option, share, switch


@dataclass(frozen=True)
class NamesOptions:
    """Lists of names, and names across languages."""

    __slots__ = ()

    name_list: bool = switch("whether the shipped list of people links names", default=True)
    names_file: str | None = option(None, "a table of names of your own", file=True)
    name_days: int = count(
        3, "days between a Chinese name and a Latin one that may be matched by sound"
    )
    names_accept: float = share(0.50, "chance that a match by sound needs")
    names_margin: float = share(0.05, "lead over the next name that a match by sound needs")
