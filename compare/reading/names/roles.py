"""Offices that stand for the person who holds them in this article.

In: the resolved names and the offices of one article. Out: role mentions. An office binds to the
person it stands next to; on its own it means the last person bound to it. A bare office that is
bound to nobody names nobody, and one that two persons hold here is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from compare.model import PERSON, ROLE, Name, Office

_GAP = frozenset(" （(「“‘:：　,，")
_WIDEST = 2
BESIDE, ALONE = "title", "role"


def roles(offices: Sequence[Office], names: Iterable[Name]) -> Iterator[Name]:
    """Role mentions with the persons they stand for, in reading order."""
    persons = [name for name in names if name.type == PERSON and name.entity]
    begins = {(name.part, name.start): name for name in persons}
    ends = {(name.part, name.end): name for name in persons}
    bound: defaultdict[str, set[str]] = defaultdict(set)
    beside = {}
    for office in offices:
        person = _behind(office, begins) or ends.get((office.part, office.start))
        if person is not None and person.entity is not None:
            beside[office] = person.entity
            bound[office.key].add(person.entity)
    for office in offices:
        entity, evidence = beside.get(office), BESIDE
        if entity is None and len(bound[office.key]) == 1:
            entity, evidence = next(iter(bound[office.key])), ALONE
        if entity is not None:
            yield Name(
                office.part, office.start, office.end, office.surface, ROLE, entity, evidence,
                chinese=False, place=office.place,
            )  # fmt: skip


def _behind(office: Office, begins: dict[tuple[str, int], Name]) -> Name | None:
    """The person who follows, at most a bracket or space away."""
    for gap in range(_WIDEST + 1):
        if any(character not in _GAP for character in office.behind[:gap]):
            return None
        if person := begins.get((office.part, office.end + gap)):
            return person
    return None
