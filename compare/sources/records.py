"""JSON: one article a line (JSON Lines), a list of articles, or one object.

    {"title": "…", "date": "2023-09-18", "outlet": "…", "url": "…", "text": "…"}

In: the text of such a file. Out: a Draft for every article, a SetAside for every line that is not
one, with its true line number (only line feeds end a line: U+2028 may stand inside a JSON string).
Field names are those of `headers`, in English or Chinese. `text` is a string with paragraphs parted
by empty lines or by lines that end as sentences do, HTML, a list of paragraphs, each a string, a
list of sentences or an object, or an object of sections. An object that holds a list under
`articles`, `items`, `data`, `results` and the like, itself or in another object, is a list. So the
dumps of fundus, news-please, newspaper4k and trafilatura and the answers of NewsAPI and
EventRegistry are read. A field whose value cannot be used is named in a note.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from compare.errors import UnreadableFile
from compare.model import SetAside
from compare.options import Options
from compare.sources import headers, markup, pages, plain
from compare.sources.articles import clue
from compare.sources.drafts import BODY, Block, Clue, Draft, Origin
from compare.sources.lines import TERMINAL, tidy, visible
from compare.sources.published import published

_LISTS = (
    "articles", "items", "data", "results", "entries", "docs", "response", "hits", "news", "posts",
    "stories", "documents", "records", "value",
)  # fmt: skip
_DEEPEST = 3  # objects around a list
_OWN = re.compile(r"compare\.[a-z]{1,20}/\d{1,3}")  # results, labels
_GAP = re.compile(r"\s*+")
# what NewsAPI writes for the rest of a text
_MORE = re.compile(r"\[\+?\d+ chars\]\s*$")
_ENDED = re.compile(r"(?<=[.!?。！？…”」』\"’)])[^\S\n]*\n\s*")
_HTML = re.compile(
    r"<(?:p|div|br|span|a|strong|em|ul|li|h[1-6]|img|blockquote)\b[^<>]*>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Empty:
    """A list of articles that holds none."""

    key: str


_SUFFIXES = (".jsonl", ".ndjson", ".json")


def matches(head: str, origin: Origin) -> bool:
    """True for a JSON suffix, or text that begins like a JSON object or list of objects."""
    return origin.suffix in _SUFFIXES or bool(re.match(r"\s*(?:\[\s*)?\{\s*\"", head))


def read(text: str, origin: Origin) -> list[Draft | SetAside]:
    """The articles of the file and the lines that are none.

    Raises UnreadableFile when the file as a whole is not JSON.
    """
    try:
        value = _loaded(text)
    except (ValueError, RecursionError) as error:
        if origin.suffix == ".json" or text.lstrip().startswith("["):
            line = error.lineno if isinstance(error, json.JSONDecodeError) else None
            if origin.suffix == ".json" and not _is_lines(text):
                raise UnreadableFile(
                    f"not JSON: {_why(error)}", file=origin.file, line=line
                ) from error
        return _lines(text, origin)
    if own := _OWN.fullmatch(str(value.get("schema"))) if isinstance(value, Mapping) else None:
        return [SetAside(origin.file, f"a file of this program's own ({own[0]}), no article", None)]
    return [_record(item, origin, None) for item in _items(value)]


def _loaded(text: str) -> object:
    """The value of the file, or a list of those that stand one behind another over many lines."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data" or _is_lines(text):
            raise
    values: list[object] = []
    at, decoder = 0, json.JSONDecoder()
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        values.append(value)
        gap = _GAP.match(text, at)
        at = gap.end() if gap else at
    return values


def _is_lines(text: str) -> bool:
    """A .json file may hold JSON Lines: its first line is then an object by itself."""
    try:
        return isinstance(json.loads(text.strip().split("\n")[0]), dict)
    except (ValueError, RecursionError):
        return False


def _lines(text: str, origin: Origin) -> list[Draft | SetAside]:
    found: list[Draft | SetAside] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            found.append(SetAside(origin.file, f"not JSON: {_why(error)}", number))
        else:
            found += [_record(item, origin, number) for item in _items(value)]
    return found


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} (column {error.colno})"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def _items(value: object, depth: int = 0) -> list[object]:
    """The records of a value: of lists in lists, of an answer that holds a list somewhere, of an
    object of records; else the value itself.
    """
    if isinstance(value, list):
        return [item for one in value for item in (_items(one, depth) if _nests(one) else [one])]
    if not isinstance(value, Mapping) or _text_of(value):
        return [value]
    for key in _LISTS:
        held = value.get(key)
        if isinstance(held, list):
            return _items(held, depth) or [_Empty(key)]
        if isinstance(held, Mapping) and not _is_record(held) and depth < _DEEPEST:
            return _items(held, depth + 1)
    if _is_record(value) or depth >= _DEEPEST:
        return [value]
    held_ones = (held for held in value.values() if isinstance(held, list | Mapping))
    found = [item for held in held_ones for item in _items(held, depth + 1)]
    return [item for item in found if _is_record(item)] or [value]


def _nests(value: object) -> bool:
    return isinstance(value, list) or (isinstance(value, Mapping) and not _is_record(value))


def _is_record(value: object) -> bool:
    """Whether a value looks like an article: it has a text, or a title with an address or date."""
    if not isinstance(value, Mapping):
        return False
    roles = {headers.role_of(key) for key, held in value.items() if held}
    return "text" in roles or ("title" in roles and bool({"url", "date"} & roles))


def _record(value: object, origin: Origin, line: int | None) -> Draft | SetAside:
    if isinstance(value, _Empty):
        return SetAside(origin.file, f"holds no articles: its list `{value.key}` is empty", line)
    if not isinstance(value, Mapping):
        return SetAside(origin.file, "not an article: expected an object with `text`", line)
    options = origin.options
    found, key = _body(value, options)
    fields = headers.gather(value, options.field_depth)
    page = None if found else _page(value, origin)
    if not found and not fields.title and not page:
        return SetAside(origin.file, _without_text(value), line)
    date, unread = _date(value, fields, options)
    unusable = [*fields.unusable, *([key] if key and not found else [])]
    notes = [f"the field `{name}` cannot be used" for name in unusable] + unread
    return Draft(
        blocks=page.blocks if page else tuple(found),
        title=fields.title or (page.title if page else ""),
        url=fields.url,
        outlet=fields.outlet,
        author=fields.author,
        site=None if fields.outlet else urlsplit(fields.url or "").hostname,
        clues=(*clue("header", date), *(page.clues if page else ())),
        captured=fields.captured,
        changed=fields.changed,
        section=fields.section,
        kind=fields.kind,
        via=fields.via,
        notes=tuple(notes),
        line=line,
        headline_only=True,
    )


def _page(value: Mapping[str, object], origin: Origin) -> Draft | None:
    """The article of a whole page that a record holds where it has no text."""
    texts = (held for key, held in value.items() if headers.role_of(key) == "inside")
    whole = next((t for t in texts if isinstance(t, str) and _HTML.search(t)), None)
    found = pages.read(whole, origin) if whole else []
    return found[0] if found and found[0].blocks else None


def _without_text(value: Mapping[str, object]) -> str:
    """Why a record is none, with the fields that it has."""
    has = ", ".join(f"`{visible(str(key))}`" for key, held in value.items() if held)
    wanted = "no article text: expected a field `text`, `body` or `content`"
    return f"{wanted}; it has {has[:200]}" if has else wanted


def _date(
    value: Mapping[str, object], fields: headers.Fields, options: Options
) -> tuple[str | None, list[str]]:
    """The date, and a note with its field where no day can be read in it."""
    if not fields.date or published([Clue("header", fields.date)], None, None, options).readings:
        return fields.date, []
    names = [key for key in value if headers.role_of(key) == "date" and value[key]]
    name = f" `{names[0]}`" if names else ""
    return None, [f"no date can be read in the field{name}: {fields.date[:60]}"]


def _text_of(value: Mapping[str, object]) -> object:
    texts = [value[key] for key in value if headers.role_of(key) == "text" and value[key]]
    return texts[0] if texts else None


def _body(value: Mapping[str, object], options: Options) -> tuple[list[Block], str]:
    """The blocks of the first field of text that has some, also of an object inside, and the name
    of the first that there is.
    """
    first = ""
    for key, held in headers.pairs_of(value, options.field_depth):
        if headers.role_of(key) == "text" and held:
            first = first or str(key)
            found = _blocks(held, options, options.field_depth)
            if any(block.kind == BODY for block in found):
                return found, first
    return [], first


def _blocks(text: object, options: Options, deepest: int) -> list[Block]:
    if deepest < 0:
        return []
    if isinstance(text, list):
        return [block for item in text for block in _paragraph(item, options, deepest - 1)]
    if isinstance(text, Mapping):
        return [b for key, held in text.items() for b in _part(key, held, options, deepest - 1)]
    if not isinstance(text, str):
        return []
    text = _MORE.sub("…", text)
    return markup.blocks(text, options) if _HTML.search(text) else _lines_of(text, options)


def _paragraph(item: object, options: Options, deepest: int) -> list[Block]:
    """An item of a list of paragraphs: a string, a list of sentences, an object that holds one."""
    if isinstance(item, Mapping):
        return _blocks(item, options, deepest)
    row = item if isinstance(item, list) else [item]
    if any(isinstance(word, Mapping) for word in row):
        return [block for word in row for block in _paragraph(word, options, deepest - 1)]
    text = " ".join(headers.plain(word, options.field_depth) for word in row)
    if _HTML.search(text):
        return markup.blocks(text, options)
    clean = tidy(_MORE.sub("…", text))
    return [Block(clean)] if clean else []


def _part(key: str, held: object, options: Options, deepest: int) -> list[Block]:
    """What one field of a text in sections gives: paragraphs, a heading, or something beside."""
    role = headers.role_of(key)
    if role in ("text", "parts", "inside"):
        return _blocks(held, options, deepest)
    clean = tidy(headers.plain(held, options.field_depth))
    if role == "title" and clean:
        return [Block(clean, shape="heading")]
    return [Block(clean, kind="other")] if role == "summary" and clean else []


def _lines_of(text: str, options: Options) -> list[Block]:
    """Paragraphs of a plain text; where lines end as sentences do, each is one: extractors put
    one on each line.
    """
    rows = [row for row in map(str.strip, text.split("\n")) if row]
    ended = sum(bool(TERMINAL.search(row)) for row in rows)
    if ended > len(rows) / 2:
        text = "\n\n".join(rows) if ended == len(rows) else _ENDED.sub("\n\n", text)
    return plain.text_blocks(text, options)
