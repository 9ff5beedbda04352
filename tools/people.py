"""Reads the hand-kept list of people in public life, tools/data/people*.tsv.

In: lines `English|alias  mainland|form  Taiwan|form  Hong Kong|form`, under `#order given` (Joe
Biden) or `#order family` (Xi Jinping, with Chinese, Korean and Vietnamese names). Out: `Person`
values. An empty Taiwan or Hong Kong field means that the mainland form is used there too.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

WORDS = tomllib.loads((Path(__file__).parent / "data" / "words.toml").read_text(encoding="utf-8"))
PARTICLES = frozenset(WORDS["particles"].split())
EASTERN = frozenset(WORDS["eastern"].split())
NOT_ALONE = EASTERN | frozenset(WORDS["not_alone"].split())
NOT_ALONE_ZH = frozenset(WORDS["not_alone_zh"].split())
PRINCIPAL = frozenset(WORDS["principal"].split())


@dataclass(frozen=True, slots=True)
class Person:
    """A person: full names in Latin script (with both orders where news uses both) and Chinese."""

    latin: tuple[str, ...]
    chinese: tuple[str, ...]
    taiwan: str
    family: str
    family_first: bool

    @property
    def family_alone(self) -> bool:
        """True when the family name may stand for the person in English text."""
        return self.family not in NOT_ALONE and len(self.family) > 2

    def zh_families(self) -> tuple[str, ...]:
        """The last part of each Chinese form that has parts."""
        return tuple(dict.fromkeys(f.rsplit("·", 1)[1] for f in self.chinese if "·" in f))


def read_people(folder: Path) -> list[Person]:
    """Everybody in people*.tsv; ValueError with file and line for somebody listed twice."""
    people: dict[str, Person] = {}
    for path in sorted(folder.glob("people*.tsv")):
        family_first = False
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("#order "):
                family_first = line.split()[1] == "family"
            if not line.strip() or line.startswith("#"):
                continue
            person = parse(line, family_first)
            if person.latin[0] in people:
                raise ValueError(f"{path.name}:{number}: {person.latin[0]} is listed twice")
            people[person.latin[0]] = person
    return list(people.values())


def parse(line: str, family_first: bool) -> Person:
    """One line as a Person."""
    english, mainland, taiwan, hong_kong = [*line.split("\t"), "", "", ""][:4]
    latin = english.split("|")
    chinese = [f for field in (mainland, taiwan, hong_kong) for f in field.split("|") if f]
    first = family_first and latin[0].split()[0] in EASTERN
    family = family_of(latin[0], first)
    return Person(tuple(latin), tuple(chinese), (taiwan or mainland).split("|")[0], family, first)


def family_of(name: str, family_first: bool) -> str:
    """The family name: the first word, or the last with the particles before it."""
    words = name.split()
    if family_first or len(words) == 1:
        return words[0]
    start = len(words) - 1
    if words[start] == "Jr." and start > 1:
        words, start = words[:start], start - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[start:])
