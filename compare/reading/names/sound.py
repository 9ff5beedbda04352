"""Chinese names without gloss or list, matched by sound to Latin names of the same days.

In: unknown Chinese names and Latin names, each with the articles that hold them, and the days of
the articles. Out: name -> Latin name. Only names that stand within a few days of each other are
compared, all of a window together, since they rule one another out; a match is a soft edge, and
its evidence says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from datetime import date

from compare.options import Options

SOUND = "transliteration"


def by_sound(
    chinese: Mapping[str, Set[str]],
    latin: Mapping[str, Set[str]],
    days: Mapping[str, date | None],
    options: Options,
) -> dict[str, str]:
    """Accepted matches; `days` maps an article to its day (None is near to every day)."""
    from compare.reading.names.links import matches

    if not chinese or not latin:
        return {}
    windows: defaultdict[frozenset[date | None], list[str]] = defaultdict(list)
    for name, articles in chinese.items():
        windows[frozenset(days[article] for article in articles)].append(name)
    seen = {name: {days[article] for article in articles} for name, articles in latin.items()}
    found: dict[str, str] = {}
    for window, names in sorted(windows.items(), key=lambda item: sorted(item[1])):
        near = sorted(n for n, when in seen.items() if _near(window, when, options.name_days))
        for name, match in matches(sorted(names), near, options).items():
            if match is not None:
                found[name] = match.name
    return found


def _near(window: Set[date | None], when: Set[date | None], most: int) -> bool:
    return any(a is None or b is None or abs((a - b).days) <= most for a in window for b in when)
