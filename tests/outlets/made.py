"""Tallies made on the spot: a claim is a string with one letter for each source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.model import Entity, MadeBy
from compare.model.outlets import (
    ORIGIN,
    Spoken,
    StoryTally,
    TallyCell,
    TallyClaim,
    TallySource,
    Trait,
)

CELLS = {
    "x": TallyCell("included"),
    "p": TallyCell("partial"),
    "c": TallyCell("conflicts"),
    "?": TallyCell("unclear"),
    ".": TallyCell("absent"),
    "b": TallyCell("absent", ("brief",)),
    "t": TallyCell("absent", ("truncated",)),
}
BY = MadeBy("1.2.3", "abc", "def")


def told(
    slug: str,
    sources: str,
    *claims: str,
    copies: Mapping[str, str] | None = None,
    traits: Sequence[Trait] = (Trait(ORIGIN, "outlet"),),
    statements: Sequence[Spoken] = (),
    entities: Sequence[Entity] = (),
) -> StoryTally:
    """A story told by `sources`, ids with spaces between: the letters before a digit are the
    outlet. `copies` says which has the text of which other.
    """
    ids = sources.split()
    copies = copies or {}
    held = tuple(
        TallySource(name, name.rstrip("0123456789"), name.title(), copies.get(name, name))
        for name in ids
    )
    rows = tuple(
        TallyClaim(
            f"c{number:02d}",
            f"claim {number} of {slug}",
            tuple(traits),
            {name: CELLS[letter] for name, letter in zip(ids, letters, strict=True)},
        )
        for number, letters in enumerate(claims, 1)
    )
    return StoryTally(slug, slug.title(), held, rows, tuple(statements), tuple(entities), BY)
