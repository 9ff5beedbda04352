"""Markdown or an aggregator page under YAML front matter, as static site generators keep it.

    ---
    layout: post
    title: "Title"
    date: 2023-09-18T21:16:54.000Z
    author: Outlet
    from: https://outlet.example/article
    ---

    First paragraph.

    Second paragraph.

In: the text of such a file. Out: one Draft. The body is Markdown, HTML, or an aggregator page with
its own head, whose time stamp and link are then kept too. YAML is read without its types; front
matter that YAML refuses (an unquoted colon or quote in a title is the usual case) is read line by
line as `key: value`, and only when that yields nothing, or when aliases would multiply its values,
is the file refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from compare.errors import UnreadableFile
from compare.options import Options
from compare.sources import aggregator, headers, markdown
from compare.sources.articles import clue
from compare.sources.drafts import Clue, Draft, Origin
from compare.sources.lines import squeeze, visible

_FENCE = re.compile(r"^(?:---|\.\.\.)[^\S\n]*$", re.MULTILINE)
_PAIR = re.compile(r"([^\s:：][^:：\n]{0,39}?)\s*[:：]\s*(.*)")


def matches(head: str, origin: Origin) -> bool:  # noqa: ARG001 - one signature for all readers
    """True when the first line is `---` and the second looks like a field."""
    match = re.match(r"\A\s*---[^\S\n]*\n\s*(?:#[^\n]*\n\s*)*([^\n]*)", head)
    return bool(match and (_PAIR.match(match[1]) or match[1].strip() == "---"))


def read(text: str, origin: Origin) -> list[Draft]:
    """The one article of the file. Raises UnreadableFile when the front matter makes no sense."""
    text = text.lstrip()
    fences = list(_FENCE.finditer(text))
    if len(fences) < 2:
        raise UnreadableFile(
            "front matter is not closed; end it with a line of ---", file=origin.file, line=1
        )
    pairs, note = _pairs(text[fences[0].end() : fences[1].start()], origin)
    fields = headers.gather(pairs, origin.options.field_depth)
    return [_draft(fields, text[fences[1].end() :], note, origin.options)]


def _draft(fields: headers.Fields, body: str, note: tuple[str, ...], options: Options) -> Draft:
    page = aggregator.split(body)
    title = fields.title or (page.title if page else "")
    clues: tuple[Clue, ...] = (*clue("header", fields.date), *(page.clues if page else ()))
    other: tuple[tuple[str, str], ...] = ()
    if page and squeeze(page.title) != squeeze(title):
        other = (("other", page.title),)
    found = markdown.blocks(page.fragment if page else body, options)
    if not title and found and found[0].shape == "heading":
        title = found.pop(0).text
    return Draft(
        blocks=tuple(found),
        title=title,
        url=fields.url or (page.url if page else None),
        outlet=fields.outlet,
        author=fields.author,
        clues=clues,
        kind=fields.kind,
        captured=fields.captured,
        changed=fields.changed,
        section=fields.section,
        via=fields.via,
        notes=note,
        parts=other,
        headline_only=bool(fields.title),
    )


def _pairs(source: str, origin: Origin) -> tuple[Mapping[str, object], tuple[str, ...]]:
    import yaml

    # BaseLoader leaves every scalar a string: a date is then read by our rules, not by YAML's. The
    # faster C loader crashes the interpreter on deep nesting; this one raises RecursionError.
    problem, line = "it holds no fields", 1
    try:
        _refuse_growth(visible(source), origin)
        loaded = yaml.load(visible(source), Loader=yaml.BaseLoader)  # noqa: S506 - it makes no objects
        if isinstance(loaded, dict):
            return {str(key): value for key, value in loaded.items()}, ()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        problem, line = error.problem or "not YAML", (mark.line + 1 if mark else 1)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        problem = str(error).split("\n", maxsplit=1)[0]
    pairs = _line_wise(source)
    if not any(headers.role_of(key) for key in pairs):
        raise UnreadableFile(
            f"front matter cannot be read ({problem}); write `key: value` lines",
            file=origin.file,
            line=line,
        )
    return pairs, (f"front matter is not YAML at line {line}; read line by line",)


def _refuse_growth(source: str, origin: Origin) -> None:
    """Raises UnreadableFile for values that repeat each other, which would grow without end, and
    ValueError for nesting that no field has, beside which other lines can still be read.
    """
    import yaml

    most, deepest = origin.options.max_aliases, origin.options.max_depth
    aliases = depth = 0
    for event in yaml.parse(source, Loader=yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > deepest:
            raise ValueError(f"nested over {deepest} deep")
        if not isinstance(event, yaml.AliasEvent):
            continue
        aliases += 1
        if aliases > most:
            raise UnreadableFile(
                f"front matter repeats values by more than {most} aliases, such as "
                f"*{event.anchor}; write the values out",
                file=origin.file,
                line=event.start_mark.line + 1 if event.start_mark else None,
            )


def _line_wise(source: str) -> dict[str, object]:
    pairs: dict[str, object] = {}
    for line in source.split("\n"):
        match = _PAIR.fullmatch(line.strip())
        if match:
            pairs.setdefault(match[1].strip("\"'"), match[2].strip().strip("\"'"))
    return pairs
