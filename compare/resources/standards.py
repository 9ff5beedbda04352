"""What kinds of task practise, by the numbers of named standards.

In: data/standards.toml. Out: name of the standard, number there, gist in the reader's language. The
gist is in our own words: the standards themselves are their authors'.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files


def practised(language: str) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Kind of task -> (standard, number, gist) of everything that it practises."""
    own = files("compare.resources").joinpath("data/standards.toml").read_text(encoding="utf-8")
    data = tomllib.loads(own)
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for name, standard in data["standards"].items():
        for one in data[name]:
            line = (standard["name"], one["number"], one[language])
            for kind in one["kinds"]:
                found[kind] = (*found.get(kind, ()), line)
    return found
