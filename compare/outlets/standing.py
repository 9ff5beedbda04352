"""What became, in every outlet, of the claims of a story that others share.

In: a `StoryTally`. Out: for each outlet the claims that at least two independent *others* carry,
and what became of each in it. The outlet's own cells choose nothing: else every claim that it
carries would stand in its own denominator, and of those it lacks only the common ones. Independent
are two sources of different outlets that have different texts; what has the outlet's own text, or a
text that it reprints, is no other. An outlet with several articles in a story carries what one of
them carries. An absence is excused where a text of it was cut, or where each has a reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.model import ABSENT, CARRIED, CONFLICTS, INCLUDED, PARTIAL, UNCLEAR
from compare.model.outlets import EXCUSED, StoryTally, TallyCell, TallyClaim, TallySource

_CUT = frozenset({"truncated", "paywall"})
_BEST = (INCLUDED, PARTIAL, CONFLICTS, UNCLEAR, EXCUSED, ABSENT)


@dataclass(frozen=True, slots=True)
class Standing:
    """A shared claim in one outlet: the status there, why an absence is excused, and the source in
    which to look.
    """

    claim: TallyClaim
    status: str
    reasons: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A story with the outlets' voices, what became of its shared claims in each outlet, and the
    statuses there of all its claims, in their order.
    """

    tally: StoryTally
    voices: Mapping[str, frozenset[str]]
    standings: Mapping[str, tuple[Standing, ...]]
    statuses: Mapping[str, tuple[str, ...]]

    def others(self, outlet: str) -> list[str]:
        """The other outlets with texts of their own, each text once: those that have the text of
        one that is there add nothing.
        """
        seen = set(self.voices[outlet])
        found = []
        for other in sorted(self.voices, key=lambda o: (not self._original(o), o)):
            if other != outlet and not self.voices[other] & seen:
                seen |= self.voices[other]
                found.append(other)
        return sorted(found)

    def _original(self, outlet: str) -> bool:
        return any(s.outlet == outlet and s.voice == s.id for s in self.tally.sources)


def counted(tally: StoryTally) -> Counted:
    """What became of the shared claims of a story in each of its outlets."""
    groups = by_outlet(tally.sources)
    voices = {key: frozenset(s.voice for s in mine) for key, mine in groups.items()}
    standings, statuses = {}, {}
    for outlet, mine in groups.items():
        others = apart(tally.sources, [outlet], voices[outlet])
        every = [_standing(claim, mine) for claim in tally.claims]
        standings[outlet] = tuple(one for one in every if shared(one.claim, others))
        statuses[outlet] = tuple(one.status for one in every)
    return Counted(tally, voices, standings, statuses)


def by_outlet(sources: Iterable[TallySource]) -> dict[str, list[TallySource]]:
    """The sources of each outlet, outlets by id."""
    groups: dict[str, list[TallySource]] = {}
    for source in sorted(sources, key=lambda s: (s.outlet, s.id)):
        groups.setdefault(source.outlet, []).append(source)
    return groups


def apart(
    sources: Iterable[TallySource], outlets: Iterable[str], voices: Iterable[str]
) -> list[TallySource]:
    """The sources that are of none of these outlets and have none of these texts."""
    gone, had = set(outlets), set(voices)
    return [s for s in sources if s.outlet not in gone and s.voice not in had]


def shared(claim: TallyClaim, sources: Iterable[TallySource]) -> bool:
    """Do at least two independent ones of these sources carry the claim?"""
    carrying = [s for s in sources if claim.cells[s.id].status in CARRIED]
    return any(a.outlet != b.outlet and a.voice != b.voice for a, b in combinations(carrying, 2))


def _standing(claim: TallyClaim, mine: Sequence[TallySource]) -> Standing:
    """What became of a claim in an outlet with these sources, and in which of them."""
    cells = [(s.id, claim.cells[s.id]) for s in mine]
    absent = all(cell.status == ABSENT for _, cell in cells)
    source, cell = _absence(cells) if absent else min(cells, key=_rank)
    return Standing(claim, cell.status, cell.reasons, source)


def _rank(one: tuple[str, TallyCell]) -> int:
    return _BEST.index(one[1].status)


def _absence(cells: Sequence[tuple[str, TallyCell]]) -> tuple[str, TallyCell]:
    reasons = tuple(sorted({reason for _, cell in cells for reason in cell.reasons}))
    excused = _CUT & set(reasons) or all(cell.reasons for _, cell in cells)
    plain = next((key for key, cell in cells if not cell.reasons), cells[0][0])
    return plain, TallyCell(EXCUSED, reasons) if excused else TallyCell(ABSENT)


def fates(standings: Iterable[Standing]) -> Counter[str]:
    """How many claims have which status."""
    return Counter(one.status for one in standings)
