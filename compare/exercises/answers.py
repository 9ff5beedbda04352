"""A table of a class's answers, as spreadsheets and input methods write it.

In: the bytes of the table and the letters that each question has on every variant of the sheet.
Out: the variant and question -> letter, a row a student, and a remark on each cell that is no
answer. A column `sheet` says which variant a row answers; where it is missing, or empty in all
rows, they answer the one that is marked. Spreadsheets save in UTF-8 with or without a mark, in
UTF-16 with tabs, or in the code page of the country, with the separator of the country or one that
a first line `sep=;` names. Which code page it is cannot be told from a few names, so that
the reading is taken in which most cells are questions and answers; names are never used. A cell
that is no answer costs that cell: it is remarked on and counts as not answered, whereas a table of
another sheet, with questions that this one does not have, is refused.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from compare.errors import UnreadableFile, UsageError
from compare.exercises import workbook
from compare.reports.words import say

Letters = Mapping[str, Sequence[str]]
"""Question -> the letters that it can be answered with."""

# the code pages of spreadsheets; the last reads any bytes
_CODE_PAGES = ("gb18030", "big5hkscs", "cp932", "cp949", "latin-1")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SEPARATORS = ",;\t|，；"
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[,;\t]*', re.IGNORECASE)
_QUESTION = re.compile(r"\d+\.\d+[a-z]*")
_PARTS = re.compile(r"(\d+)\.(\d+)(\w*)")
_SHEET = ("sheet", "variant", "卷", "卷別", "卷别")
_MARKS_ALONE = re.compile(r"[\W_]+")
_LETTER_AND_WORDS = re.compile(r"[(\[【〔]?([a-z])(?:[)\]】〕.:、。]+ ?| (?=[\u3400-\u9fff]))(.+)")
_WORD_AND_LETTER = re.compile(r"\w+: ?[(\[【〔]?([a-z])[)\]】〕.。]*")
_WORD = re.compile(r"\w{2,}")
_QUOTES = "'\"`‘’“”「」『』"
_INVISIBLE = re.compile("[\x00\u200b-\u200f\u2060\ufeff]")
_SHOWN = 40  # characters of a cell in a remark
_LIMIT = 1_000_000  # characters of a cell


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table and the line of the file on which it ends."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a table may hold: the questions of each variant that are marked, the numbers of others
    that may stand in its head, the code that all variants share, and the variant of a row that
    names none.
    """

    variants: Mapping[str, Letters]
    others: frozenset[str]
    code: str
    own: str

    @property
    def every(self) -> dict[str, tuple[str, ...]]:
        """Question -> its letters on any variant, in the order of a sheet."""
        names = {name for letters in self.variants.values() for name in letters}
        return {
            name: tuple(dict.fromkeys(x for v in self.variants.values() for x in v.get(name, ())))
            for name in sorted(names, key=place)
        }


@dataclass(frozen=True, slots=True)
class Given:
    """A row: question -> letter, for the questions that it answers, and the variant that it
    answers; None for a row that cannot be marked.
    """

    variant: str | None
    letters: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answers:
    """`given` has a row a student; `remarks` say which cells are no answers."""

    given: tuple[Given, ...]
    remarks: tuple[str, ...]


def place(question: str) -> tuple[int, int, str]:
    """Where a question stands on a sheet: 1.10 behind 1.9; what is no number, before all."""
    parts = _PARTS.fullmatch(question)
    return (int(parts[1]), int(parts[2]), parts[3]) if parts else (0, 0, question)


def read(data: bytes, asked: Asked, file: str) -> Answers:
    """The answers in `data`.

    Raises UsageError for questions that the sheet does not have, for double and for missing ones;
    UnreadableFile for a file that is no table or has no answers.
    """
    every = asked.every
    lines = _table(data, every, file)
    if len(lines) < 2:
        raise UnreadableFile(say("mark.no_answers" if lines else "mark.no_header"), file=file)
    at = _head(lines, every)
    head, body = lines[at], lines[at + 1 :]
    if not body:
        raise UnreadableFile(say("mark.no_answers"), file=file)
    sheets = _sheets(head, body, asked)
    needed = {name for sheet in sheets for name in asked.variants.get(sheet or asked.own, ())}
    wanted = {name: letters for name, letters in every.items() if name in needed}
    columns = _columns(head, wanted, asked.others | set(every), file)
    given, remarks = [], []
    for line, sheet in zip(body, sheets, strict=True):
        row, faults = _row(line, sheet, columns, asked, head)
        given.append(row)
        remarks += [f"{file}:{line.number}: {fault}" for fault in faults]
    return Answers(tuple(given), tuple(remarks))


def _sheets(head: Line, body: Sequence[Line], asked: Asked) -> list[str | None]:
    """The variant of each row, None where what stands there is none."""
    at = _sheet_column(head)
    cells = [line.cells[at] if at is not None and at < len(line.cells) else "" for line in body]
    if not any(cells):
        return [asked.own] * len(body)
    return [_variant(cell, asked) for cell in cells]


def _sheet_column(head: Line) -> int | None:
    names = {_plain(say("mark.sheet")), *_SHEET}
    return next((n for n, cell in enumerate(head.cells) if _plain(cell) in names), None)


def _variant(cell: str, asked: Asked) -> str | None:
    """`A` of `a`, `A卷`, `Sheet A` or the code of sheet A; None for anything else."""
    plain = _plain(cell)
    for name in asked.variants:
        letter = name.casefold()
        if plain.strip("卷") in (letter, f"sheet{letter}", f"{asked.code}-{letter}"):
            return name
    return None


def _row(
    line: Line, sheet: str | None, columns: Mapping[str, int], asked: Asked, head: Line
) -> tuple[Given, list[str]]:
    """A row as it can be marked, and what is odd about it."""
    if sheet is None:
        at = _sheet_column(head) or 0
        cell = line.cells[at] if at < len(line.cells) else ""
        known = ", ".join(asked.variants)
        fault = say("mark.no_sheet" if cell else "mark.without_sheet", value=cell, known=known)
        return Given(None, {}), [say("mark.unmarked", fault=fault)]
    letters = asked.variants[sheet]
    own = {name: at for name, at in columns.items() if name in letters}
    given, faults = _answered(line, own, letters)
    return Given(sheet, given), [say("mark.costs", fault=fault) for fault in faults]


def _table(data: bytes, asked: Letters, file: str) -> list[Line]:
    """The lines that hold anything, of the reading in which most of the table makes sense."""
    if data.startswith(workbook.MAGIC):
        rows = workbook.rows(data, file)
        return [Line(n, tuple(row)) for n, row in enumerate(rows, start=1) if any(row)]
    try:
        read = [_lines(text, asked) for text in _texts(data)]
    except csv.Error as error:
        raise UnreadableFile(say("mark.broken", reason=error), file=file) from error
    return max(read, key=lambda lines: _sense(lines, asked))


def _texts(data: bytes) -> Iterator[str]:
    """The text of the bytes; in every code page that reads them, when nothing tells which it is."""
    wide = _unmarked(data)
    encodings = [name for mark, name in _MARKS if data.startswith(mark)] or ([wide] if wide else [])
    if encodings:
        yield _INVISIBLE.sub("", data.decode(encodings[0], "replace"))
        return
    try:
        yield _INVISIBLE.sub("", data.decode("utf-8"))
    except UnicodeDecodeError:
        for encoding in _CODE_PAGES:
            try:
                yield _INVISIBLE.sub("", data.decode(encoding))
            except UnicodeDecodeError:
                continue


def _unmarked(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of digits and separators is zero."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if 4 * max(even, odd) < len(data) // 2:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _lines(text: str, asked: Letters) -> list[Line]:
    """The lines that hold anything. A quotation mark that is never closed, or stands within a cell,
    is a character of that cell.
    """
    text, skipped = text.replace("\r\n", "\n").replace("\r", "\n"), 0
    first, _, rest = text.partition("\n")
    told = _SEPARATOR_LINE.fullmatch(first.strip("\n "))
    if told:
        text, skipped = rest, 1
    mark = told[1] if told else _separator(text, asked)
    csv.field_size_limit(_LIMIT)
    try:
        rows = list(_rows(text, mark, skipped, quoted=True))
    except csv.Error:
        rows = list(_rows(text, mark, skipped, quoted=False))
    return [line for line in rows if any(line.cells)]


def _rows(text: str, mark: str, skipped: int, *, quoted: bool) -> Iterator[Line]:
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    source = io.StringIO(text, newline="")
    reader = csv.reader(source, delimiter=mark, quoting=quoting, strict=True)
    for row in reader:
        yield Line(reader.line_num + skipped, tuple(cell.strip() for cell in row))


def _separator(text: str, asked: Letters) -> str:
    """What parts the most questions in any of the first lines; the commonest where nothing does."""
    lines = text.split("\n", 9)[:9]

    def parted(mark: str) -> tuple[int, int]:
        found = max(sum(_plain(cell) in asked for cell in line.split(mark)) for line in lines)
        return found, lines[0].count(mark)

    return max(_SEPARATORS, key=parted)


def _sense(lines: Sequence[Line], asked: Letters) -> int:
    """How many cells are letters of answers, whatever question they stand below."""
    every = {letter for letters in asked.values() for letter in letters}
    return sum(_letter(cell) in every for line in lines for cell in line.cells)


def _plain(cell: str) -> str:
    """A cell without width, case, quotation marks and spaces."""
    return "".join(unicodedata.normalize("NFKC", cell).casefold().strip(_QUOTES).split())


def _head(lines: Sequence[Line], asked: Letters) -> int:
    """The line that names the questions: lines above it are a title."""
    names = {_plain(name) for name in asked}
    return next((n for n, line in enumerate(lines) if names & set(map(_plain, line.cells))), 0)


def _columns(head: Line, asked: Letters, known: Set[str], file: str) -> dict[str, int]:
    """Question -> index of its column. Other columns are the school's, and are passed over, as are
    those of the `known` questions that nobody is marked on.
    """
    names = {_plain(name): name for name in asked}
    there = {_plain(name) for name in known}
    cells = _mended([_plain(cell) for cell in head.cells], list(names))
    faults = {
        "mark.twice": [cell for n, cell in enumerate(cells) if cell in names and cell in cells[:n]],
        "mark.unknown": [c for c in cells if c not in there and _QUESTION.fullmatch(c)],
        "mark.missing": [name for cell, name in names.items() if cell not in cells],
    }
    for key, found in faults.items():
        if found:
            told = say(key, name=found[0], names=", ".join(found), known=", ".join(asked))
            raise UsageError(told, file=file, line=head.number)
    return {names[cell]: at for at, cell in enumerate(cells) if cell in names}


def _mended(cells: list[str], names: list[str]) -> list[str]:
    """The head with the questions that a spreadsheet took for numbers or days: where 1.10 became
    1.1 or 1.2 a day, the column between its neighbours' is the question that is missing there.
    """
    mended, missing = list(cells), [name for name in names if name not in cells]
    for name in missing:
        place = names.index(name)
        before = mended.index(names[place - 1]) if place and names[place - 1] in mended else -1
        for at in range(before + 1, len(mended)):
            known = mended[at] in names and mended[at] not in mended[:at]
            again = name.rstrip("0") == mended[at] and not known
            day = any(c.isdigit() for c in mended[at]) and not _QUESTION.fullmatch(mended[at])
            if again or (day and at == before + 1 and place):
                mended[at] = name
                break
    return mended


def _answered(
    line: Line, columns: Mapping[str, int], asked: Letters
) -> tuple[dict[str, str], list[str]]:
    """Question -> letter, for the questions that the row answers, and what is odd about others."""
    given: dict[str, str] = {}
    want, have = max(columns.values(), default=-1) + 1, len(line.cells)
    faults = [say("mark.width", have=have, want=want)] if have < want else []
    for name, at in columns.items():
        cell = line.cells[at] if at < have else ""
        if not cell:
            continue
        letter = _letter(cell)
        if letter in asked[name]:
            given[name] = letter
        else:
            known = "".join(asked[name])
            shown = cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}…"
            faults.append(say("mark.letter", question=name, answer=shown, letters=known))
    return given, faults


def _letter(cell: str) -> str:
    """The letter that a cell holds alone but for marks, in front of the words of its choice, or
    behind a word and a colon; empty when it holds none or several.
    """
    folded = unicodedata.normalize("NFKC", cell).casefold()
    alone = _MARKS_ALONE.sub("", folded)
    if len(alone) == 1:
        return alone
    text = " ".join(folded.split()).strip(_QUOTES)
    led = _LETTER_AND_WORDS.fullmatch(text)
    if led and _WORD.search(led[2]):
        return led[1]
    named = _WORD_AND_LETTER.fullmatch(text)
    return named[1] if named else ""
