"""The user's own names: a small table that adds surfaces without touching code.

In: the path of a UTF-8 text file, one entity a line, fields parted by tabs:

    type	id	surface|surface|...	[surface|...]

`type` is PER, LOC, ORG or ROLE. `id` may name a shipped entity (`cc:US`, `per:xi-jinping`), which
then gets more surfaces, or a new one. Surfaces may be in any script. Out: records for the
gazetteer. A table and not YAML, because such lists come from spreadsheets. An alias that stands
twice, or an id that is itself a surface of another entity, would make identity depend on the order
of lines: both are errors that name the line.
"""

from __future__ import annotations

from pathlib import Path

from compare.errors import InputError, UnreadableFile
from compare.text.scripts import is_chinese, to_simplified

TYPES = ("PER", "LOC", "ORG", "ROLE")
Record = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def read_names_file(path: str) -> tuple[Record, ...]:
    """Records (id, type, Latin surfaces, Simplified surfaces) in the order of the file.

    Raises UnreadableFile, or InputError with file and line for a line that is malformed, a
    surface given twice, and aliases that go round in a circle.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(f"cannot read the names file ({error})", file=path) from error
    owners: dict[str, tuple[str, int]] = {}
    records: dict[str, Record] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        record = parse(line, path, number)
        if record[0] in records:
            raise InputError(
                f"{record[0]} is named again (first on line {lines[record[0]]}); "
                "put all its surfaces on one line",
                file=path,
                line=number,
            )
        records[record[0]], lines[record[0]] = record, number
        claim(owners, record, path, number)
    check_circles(records, owners, lines, path)
    return tuple(records.values())


def parse(line: str, path: str, number: int) -> Record:
    """One line as a record; InputError when a field is missing or wrong."""
    fields = [field.strip() for field in line.split("\t")]
    if len(fields) < 3 or not fields[1]:
        raise InputError("expected type, id and surfaces, parted by tabs", file=path, line=number)
    kind, entity = fields[0].upper(), fields[1]
    if kind not in TYPES:
        raise InputError(
            f"unknown type {fields[0]!r}; use one of {', '.join(TYPES)}", file=path, line=number
        )
    forms = [form.strip() for field in fields[2:] for form in field.split("|") if form.strip()]
    if not forms:
        raise InputError(f"{entity} has no surface", file=path, line=number)
    if repeated := next((form for form in forms if forms.count(form) > 1), None):
        raise InputError(f"{repeated!r} stands twice", file=path, line=number)
    latin = tuple(form for form in forms if not is_chinese(form))
    chinese = tuple(dict.fromkeys(to_simplified(form) for form in forms if is_chinese(form)))
    return entity, kind, latin, chinese


def claim(owners: dict[str, tuple[str, int]], record: Record, path: str, number: int) -> None:
    """Note whose each surface is; InputError when another line has it already."""
    entity, _, latin, chinese = record
    for form in (*latin, *chinese):
        if form in owners:
            owner, first = owners[form]
            raise InputError(
                f"{form!r} already names {owner} (line {first})", file=path, line=number
            )
        owners[form] = (entity, number)


def check_circles(
    records: dict[str, Record],
    owners: dict[str, tuple[str, int]],
    lines: dict[str, int],
    path: str,
) -> None:
    """InputError when following ids that are surfaces of other entities leads back to the start."""
    for start in records:
        seen, at = [start], start
        while at in owners and owners[at][0] != at:
            at = owners[at][0]
            if at in seen:
                raise InputError(
                    "aliases go round in a circle: " + " -> ".join([*seen, at]),
                    file=path,
                    line=lines[start],
                )
            seen.append(at)
