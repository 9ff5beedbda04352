"""Outlets over many stories as JSON and as CSV.

In: `Profiles`. Out: `compare.outlets`, and one line for every figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from typing import Literal

from compare.model import MadeBy, SetAside
from compare.model.outlets import (
    Common,
    Heard,
    Omission,
    Overlap,
    Profile,
    Profiles,
    Share,
    TalliedStory,
)
from compare.reports.assemble import file_name
from compare.reports.documents import NamedDoc
from compare.reports.rows import Value, csv_text

_SHARE = ("count", "of", "stories", "share", "low", "high")
COLUMNS = (
    "outlet",
    "other_outlet",
    "figure",
    "kind",
    "value",
    *_SHARE,
    *(f"others_{name}" for name in _SHARE),
    "difference",
    "difference_low",
    "difference_high",
    "typical",
)
_NONE: tuple[Value, ...] = (None,) * len(_SHARE)
_ALIKE: tuple[Value, ...] = (None,) * 4  # no difference, no bounds, not asked


@dataclass(frozen=True, slots=True)
class OutletsDocument:
    """`compare outlets --format json`. Outlets by id. Under `least` stories there are counts alone;
    an interval misses with the chance `doubt`. `entities` are meant by the ids of speakers and of
    kinds of claims.
    """

    schema: Literal["compare.outlets/2"]
    made_by: MadeBy
    least: int
    doubt: float
    stories: tuple[TalliedStory, ...]
    outlets: tuple[Profile, ...]
    overlaps: tuple[Overlap, ...]
    entities: tuple[NamedDoc, ...]
    set_aside: tuple[SetAside, ...]


def outlets_document(found: Profiles) -> OutletsDocument:
    """`compare.outlets`, with the entities that its outlets speak of."""
    meant = {omission.trait.value for one in found.outlets for omission in one.omissions}
    meant |= {
        heard.speaker
        for one in found.outlets
        for heard in (*one.speaking.offices, *one.speaking.speakers)
    }
    return OutletsDocument(
        schema="compare.outlets/2",
        made_by=found.made_by,
        least=found.least,
        doubt=found.doubt,
        stories=found.stories,
        outlets=found.outlets,
        overlaps=found.overlaps,
        entities=tuple(
            NamedDoc(e.id, e.name, e.names) for e in found.entities.values() if e.id in meant
        ),
        set_aside=tuple(SetAside(file_name(a.file), a.reason, a.line) for a in found.set_aside),
    )


def outlets_csv(found: Profiles) -> str:
    """One line for every figure of an outlet, and of each two outlets."""
    lines = [line for one in found.outlets for line in _outlet(one)]
    lines += [line for one in found.overlaps for line in _overlap(one)]
    return csv_text(COLUMNS, lines)


def _outlet(one: Profile) -> Iterator[list[Value]]:
    for key in ("carried", "unclear", "excused", "absent"):
        yield _line(one.id, "claims", key, getattr(one.own, key), getattr(one.others, key))
    for key, n in (("partial", one.partial), ("conflicts", one.conflicts), *one.reasons.items()):
        yield _count(one.id, None, "claims", key, n)
    for omission in one.omissions:
        yield _omission(one.id, omission)
    speaking = one.speaking
    yield _line(one.id, "statements", "named", speaking.named, speaking.others_named)
    yield _line(one.id, "statements", "direct", speaking.direct, speaking.others_direct)
    each = (
        ("speech", speaking.kinds),
        ("office", speaking.offices),
        ("speaker", speaking.speakers),
    )
    for figure, every in each:
        for heard in every:
            yield from _heard(one.id, figure, heard)


def _heard(outlet: str, figure: str, heard: Heard) -> Iterator[list[Value]]:
    yield _line(outlet, figure, heard.speaker, heard.own, heard.others)
    yield _count(outlet, None, f"{figure}_direct", heard.speaker, heard.direct)
    yield _count(outlet, None, f"{figure}_stories", heard.speaker, heard.stories)


def _omission(outlet: str, one: Omission) -> list[Value]:
    shares = [*_share(one.own), *_share(one.others)]
    asked = one.difference is not None
    difference: list[Value] = [one.difference, one.low, one.high]
    typical = ("yes" if one.typical else "no") if asked else None
    head: list[Value] = [outlet, None, "left_out", one.trait.part, one.trait.value]
    return [*head, *shares, *difference, typical]


def _overlap(one: Overlap) -> Iterator[list[Value]]:
    pair = (one.left, one.right)
    yield _count(*pair, "common", "stories", one.stories)
    yield _count(*pair, "common", "reprints", one.reprints)
    for figure, common in (("common_every", one.every), ("common_shared", one.shared)):
        yield from _common(pair, figure, common)


def _common(pair: tuple[str, str], figure: str, one: Common) -> Iterator[list[Value]]:
    both: list[Value] = [*pair, figure, None, "both"]
    yield [*both, *_share(one.share), *_NONE, *_ALIKE]
    for key in ("left", "right", "unclear", "excused"):
        yield _count(*pair, figure, key, getattr(one, key))


def _line(outlet: str, figure: str, value: str, own: Share, others: Share) -> list[Value]:
    head: list[Value] = [outlet, None, figure, None, value]
    return [*head, *_share(own), *_share(others), *_ALIKE]


def _count(outlet: str, other: str | None, figure: str, value: str, n: int) -> list[Value]:
    head: list[Value] = [outlet, other, figure, None, value, n]
    return [*head, *_NONE[1:], *_NONE, *_ALIKE]


def _share(share: Share) -> tuple[Value, ...]:
    return astuple(share)
