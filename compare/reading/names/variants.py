"""Spellings of one Latin name: Volodymyr Zelensky, Volodymyr Zelenskyy, Vladimir Zelenski.

In: names. Out: variant -> the spelling that stands for it. Names are compared only when they share
their first or their last word, so that the number of comparisons stays small and brothers apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from compare.options import Options
from compare.reading.base.latin import family, plain


def merged_spellings(names: Sequence[str], options: Options) -> dict[str, str]:
    """Maps each variant to the first of its kin in `names` (sorted); others are left out."""
    buckets: defaultdict[str, list[str]] = defaultdict(list)
    chosen: dict[str, str] = {}
    for name in names:
        first, last = _ends(name)
        kin = next(
            (
                other
                for other in buckets[f"first {first}"] + buckets[f"last {last}"]
                if _alike((first, last), _ends(other), options)
            ),
            None,
        )
        if kin is None:
            buckets[f"first {first}"].append(name)
            buckets[f"last {last}"].append(name)
        else:
            chosen[name] = kin
    return chosen


def _ends(name: str) -> tuple[str, str]:
    """Given and family name, plain."""
    last = family(name)
    rest = [word for word in name.split() if word != last]
    return plain(rest[0]).lower() if rest else "", plain(last).lower()


def _alike(one: tuple[str, str], other: tuple[str, str], options: Options) -> bool:
    """True when one word is the same and the other a long word spelled nearly so."""
    from rapidfuzz import fuzz

    least, same = options.spelling_least, options.spelling_same
    return all(
        a == b or (min(len(a), len(b)) >= least and fuzz.ratio(a, b) >= same)
        for a, b in zip(one, other, strict=True)
    )
