"""The gazetteer: surfaces in Chinese and in Latin script, and the entities that they name.

In: `data/gazetteer.tsv` of this package (built by `tools/build_gazetteer.py`) and the user's name
files. Out: an immutable `Gazetteer`. One line of the data file is an entity with all its surfaces
from one source; lines stand in order of trust, and the first to name a surface keeps it. A plain
text table can be reviewed in a diff and runs no code, which a pickle does; it loads in some
hundredths of a second because surfaces and entities are made only when asked for.

How hanzi sound: readings in four languages, and two learned tables of letters per hanzi. In:
`data/readings.tsv` (Unihan), `data/transliteration.tsv` and `data/japanese.tsv` (learned by
tools/train_transliteration.py). Out: plain dictionaries, read once and only when names have to be
compared. Texts and not arrays, so that a rebuild can be compared line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from compare.model.entities import Entity
from compare.resources.names_file import Record, read_names_file

# A row as it stands in the file: fields in this order, surfaces parted by bars.
Row = tuple[str, str, str, str, str, str, str, str]
ID, TYPE, SOURCE, NAME, FAMILY, LATIN, CHINESE, TRADITIONAL = range(8)

NAMES = "names"
USER = "user"


@dataclass(frozen=True, slots=True)
class Surface:
    """A form that names an entity: `type` is PER, LOC, ORG or ROLE, `source` where it comes from
    (core, cldr, names, geo, user).
    """

    text: str
    type: str
    entity: str
    source: str


class Surfaces(Mapping[str, Surface]):
    """Surfaces by form, made when asked for: only few of the many are met in a text."""

    __slots__ = ("_rows", "_where")

    def __init__(self, rows: Sequence[Row], column: int) -> None:
        """Index the forms of `column`."""
        self._rows = rows
        self._where: dict[str, int] = {}
        for index in range(len(rows) - 1, -1, -1):  # the first row that names a form keeps it
            if forms := rows[index][column]:
                self._where.update(dict.fromkeys(forms.split("|"), index))

    def __getitem__(self, form: str) -> Surface:
        """The surface of a form; KeyError when unknown."""
        row = self._rows[self._where[form]]
        return Surface(form, row[TYPE], row[ID], row[SOURCE])

    def __iter__(self) -> Iterator[str]:
        """The keys in a fixed order."""
        return iter(self._where)

    def __len__(self) -> int:
        """How many keys."""
        return len(self._where)

    def __contains__(self, form: object) -> bool:
        """True for a known form."""
        return form in self._where


class Entities(Mapping[str, Entity]):
    """Entities by id, made when asked for; a later row adds the names that an earlier one lacks."""

    __slots__ = ("_rows", "_where")

    def __init__(self, rows: Sequence[Row]) -> None:
        """Index the rows by id."""
        self._rows = rows
        self._where: dict[str, list[int]] = {}
        for index, row in enumerate(rows):
            self._where.setdefault(row[ID], []).append(index)

    def __getitem__(self, entity: str) -> Entity:
        """The entity of an id; KeyError when unknown."""
        rows = [self._rows[index] for index in self._where[entity]]
        names: dict[str, str] = {}
        for row in rows:
            for language, name in row_names(row).items():
                names.setdefault(language, name)
        family = next((row[FAMILY] for row in rows if row[FAMILY]), None)
        name = names.get("en") or names["zh-Hans"]
        return Entity(entity, name, rows[0][TYPE], names, family)

    def __iter__(self) -> Iterator[str]:
        """The keys in a fixed order."""
        return iter(self._where)

    def __len__(self) -> int:
        """How many keys."""
        return len(self._where)

    def __contains__(self, entity: object) -> bool:
        """True for a known id."""
        return entity in self._where


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
    rows += [row for row in shipped_rows() if name_list or row[SOURCE] != NAMES]
    return Gazetteer(Surfaces(rows, CHINESE), Surfaces(rows, LATIN), Entities(rows))


def user_row(record: Record) -> Row:
    """A row of a user's file."""
    entity, kind, latin, chinese = record
    name = latin[0] if latin else ""
    return (entity, kind, USER, name, "", "|".join(latin), "|".join(chinese), "")


@lru_cache(maxsize=1)
def shipped_rows() -> tuple[Row, ...]:
    """The rows of the package data, in order of trust."""
    text = files("compare.resources").joinpath("data/gazetteer.tsv").read_text(encoding="utf-8")
    lines = text.rstrip("\n").split("\n")
    return tuple(cast("Row", tuple(line.split("\t"))) for line in lines if line[0] != "#")


def row_names(row: Row) -> dict[str, str]:
    """The best name of a row in each language."""
    names = {"en": row[NAME]} if row[NAME] else {}
    if row[CHINESE]:
        names["zh-Hans"] = row[CHINESE].split("|")[0]
        names["zh-Hant"] = row[TRADITIONAL] or names["zh-Hans"]
    return names


Emissions = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Readings:
    """Readings of one hanzi without tones, the most usual first: pinyin, Jyutping, hangul and
    Vietnamese.
    """

    pinyin: tuple[str, ...]
    jyutping: tuple[str, ...]
    hangul: tuple[str, ...]
    vietnamese: tuple[str, ...]


@lru_cache(maxsize=1)
def readings() -> dict[str, Readings]:
    """Simplified hanzi -> readings (6,747 hanzi of GB 2312). Source: Unihan."""
    table = {}
    for line in _lines("readings.tsv"):
        hanzi, *fields = line.split("\t")
        table[hanzi] = Readings(*(tuple(field.split()) for field in fields))
    return table


@lru_cache(maxsize=1)
def transliteration() -> tuple[Emissions, dict[str, float]]:
    """(hanzi or pinyin syllable -> letters -> probability, frequency of each letter a-z)."""
    return _emissions("transliteration.tsv")


@lru_cache(maxsize=1)
def japanese() -> tuple[Emissions, dict[str, float]]:
    """(kanji in Simplified form -> romaji -> probability, frequency of each letter a-z)."""
    return _emissions("japanese.tsv")


def _lines(name: str) -> list[str]:
    text = files("compare.resources").joinpath(f"data/{name}").read_text(encoding="utf-8")
    return [line for line in text.rstrip("\n").split("\n") if line[0] != "#"]


def _emissions(name: str) -> tuple[Emissions, dict[str, float]]:
    table: Emissions = {}
    for line in _lines(name):
        unit, *pairs = line.split("\t")
        split = (pair.split(" ") for pair in pairs)
        table[unit] = {"" if part == "-" else part: int(weight) / 1e4 for part, weight in split}
    return table, table.pop("*")
