"""JSON: one article a line (JSON Lines), a list of articles, or one object.

    {"title": "…", "date": "2023-09-18", "outlet": "…", "url": "…", "text": "…"}

In: the text of such a file. Out: a Draft for every article, a SetAside for every line that is not
one, with its true line number (only line feeds end a line: U+2028 may stand inside a JSON string).
Field names are those of `headers`, in English or Chinese. `text` is a string with paragraphs parted
by empty lines, HTML, or a list of paragraphs, each a string or a list of sentences. An object
that holds a list under `articles`, `items`, `data`, `results` or `entries` is a list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from compare.errors import UnreadableFile
from compare.model import SetAside
from compare.options import Options
from compare.sources import headers, markup, plain
from compare.sources.articles import clue
from compare.sources.drafts import Block, Draft, Origin
from compare.sources.lines import tidy

_LISTS = ("articles", "items", "data", "results", "entries", "docs")
_HTML = re.compile(
    r"<(?:p|div|br|span|a|strong|em|ul|li|h[1-6]|img|blockquote)\b[^<>]*>", re.IGNORECASE
)
_SUFFIXES = (".jsonl", ".ndjson", ".json")


def matches(head: str, origin: Origin) -> bool:
    """True for a JSON suffix, or text that begins like a JSON object or list of objects."""
    return origin.suffix in _SUFFIXES or bool(re.match(r"\s*(?:\[\s*)?\{\s*\"", head))


def read(text: str, origin: Origin) -> list[Draft | SetAside]:
    """The articles of the file and the lines that are none.

    Raises UnreadableFile when the file as a whole is not JSON.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if origin.suffix == ".json" or text.lstrip().startswith("["):
            line = error.lineno if isinstance(error, json.JSONDecodeError) else None
            if origin.suffix == ".json" and not _is_lines(text):
                raise UnreadableFile(
                    f"not JSON: {_why(error)}", file=origin.file, line=line
                ) from error
        return _lines(text, origin)
    return [_record(item, origin, None) for item in _items(value)]


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
            found.append(_record(value, origin, number))
    return found


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} (column {error.colno})"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def _items(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        for key in _LISTS:
            if isinstance(value.get(key), list) and not _text_of(value):
                return list(value[key])
    return [value]


def _record(value: object, origin: Origin, line: int | None) -> Draft | SetAside:
    if not isinstance(value, Mapping):
        return SetAside(origin.file, "not an article: expected an object with `text`", line)
    found = _blocks(_text_of(value), origin.options)
    fields = headers.gather(value, origin.options.field_depth)
    if not found and not fields.title:
        return SetAside(
            origin.file, "no article text: expected a field `text`, `body` or `content`", line
        )
    return Draft(
        blocks=tuple(found),
        title=fields.title or "",
        url=fields.url,
        outlet=fields.outlet,
        author=fields.author,
        clues=clue("header", fields.date),
        kind=fields.kind,
        via=fields.via,
        line=line,
        headline_only=True,
    )


def _text_of(value: Mapping[str, object]) -> object:
    texts = [value[key] for key in value if headers.role_of(key) == "text" and value[key]]
    return texts[0] if texts else None


def _blocks(text: object, options: Options) -> list[Block]:
    if isinstance(text, list):
        deepest = options.field_depth
        rows = [p if isinstance(p, list) else [p] for p in text]
        pieces = [" ".join(headers.plain(word, deepest) for word in row) for row in rows]
        return [Block(clean) for piece in pieces if (clean := tidy(piece))]
    if not isinstance(text, str):
        return []
    read = markup.blocks if _HTML.search(text) else plain.text_blocks
    return read(text, options)
