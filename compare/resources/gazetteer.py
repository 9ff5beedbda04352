"""The gazetteer: surfaces in Chinese and in Latin script, and the entities that they name.

In: `data/gazetteer.tsv` of this package (built by `tools/build_gazetteer.py`) and the user's name
files. Out: an immutable `Gazetteer`. One line of the data file is an entity with all its surfaces
from one source; lines stand in order of trust, and the first to name a surface keeps it. A plain
text table loads in a few hundredths of a second, can be reviewed in a diff, and runs no code, which
a pickle does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from compare.model.entities import Entity
from compare.resources.names_file import read_names_file

CORE = "core"
CLDR = "cldr"
NAMES = "names"
GEO = "geo"
USER = "user"


@dataclass(frozen=True, slots=True)
class Surface:
    """A form that names an entity: `type` is PER, LOC, ORG or ROLE, `source` where it comes from
    (core, cldr, names, geo, user)."""

    text: str
    type: str
    entity: str
    source: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the data: an entity and its surfaces from one source, best form first."""

    entity: str
    type: str
    source: str
    family: str | None
    latin: tuple[str, ...]
    chinese: tuple[str, ...]
    traditional: str | None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Surfaces and entities; read-only.

    `chinese` maps a Simplified surface (fold a text before looking it up), `latin` an exact-case
    surface in Latin script, `entities` an id. A Chinese surface of one character is a headline
    form (美, 俄) and needs care.
    """

    chinese: Mapping[str, Surface]
    latin: Mapping[str, Surface]
    entities: Mapping[str, Entity]


@lru_cache(maxsize=8)
def gazetteer(name_list: bool = True, names_files: tuple[str, ...] = ()) -> Gazetteer:
    """The shipped surfaces and those of `names_files` (paths), which win over the shipped ones.

    `name_list` False leaves out the list of people. Raises InputError for a bad line of a file.
    Source: docs/names.md.
    """
    rows = [user_row(record) for path in names_files for record in read_names_file(path)]
    rows += [row for row in shipped_rows() if name_list or row.source != NAMES]
    return assemble(rows)


def user_row(record: tuple[str, str, tuple[str, ...], tuple[str, ...]]) -> Row:
    """A row of a user's file (id, type, Latin surfaces, Simplified surfaces)."""
    entity, kind, latin, chinese = record
    return Row(entity, kind, USER, None, latin, chinese, None)


def shipped_rows() -> Iterator[Row]:
    """The rows of the package data, in order of trust."""
    text = files("compare.resources").joinpath("data/gazetteer.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        entity, kind, source, family, latin, chinese, traditional = line.split("\t")
        yield Row(
            entity,
            kind,
            source,
            family or None,
            tuple(latin.split("|")) if latin else (),
            tuple(chinese.split("|")) if chinese else (),
            traditional or None,
        )


def assemble(rows: Iterable[Row]) -> Gazetteer:
    """The rows as one gazetteer; the first row that names a surface keeps it."""
    chinese: dict[str, Surface] = {}
    latin: dict[str, Surface] = {}
    entities: dict[str, Entity] = {}
    for row in rows:
        for table, forms in ((chinese, row.chinese), (latin, row.latin)):
            for form in forms:
                if form not in table:
                    table[form] = Surface(form, row.type, row.entity, row.source)
        known = entities.get(row.entity)
        entities[row.entity] = merged(known, row) if known else entity_of(row)
    return Gazetteer(MappingProxyType(chinese), MappingProxyType(latin), MappingProxyType(entities))


def entity_of(row: Row) -> Entity:
    """The entity of one row, named by its best forms."""
    names = {}
    if row.latin:
        names["en"] = row.latin[0]
    if row.chinese:
        names["zh-Hans"] = row.chinese[0]
        names["zh-Hant"] = row.traditional or row.chinese[0]
    name = row.latin[0] if row.latin else row.chinese[0]
    return Entity(row.entity, name, row.type, names, row.family)


def merged(known: Entity, row: Row) -> Entity:
    """The entity with the names and family name that it lacked until this row."""
    added = entity_of(row)
    name = known.name if "en" in known.names else added.name
    names = {**added.names, **known.names}
    return replace(known, name=name, names=names, family=known.family or added.family)
