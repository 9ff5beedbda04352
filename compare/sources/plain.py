"""Plain text and Markdown, with or without a header of `key: value` lines.

    Title: Ministers meet                  标题：两国外长会晤
    Date: 18 Sept 2023                     日期：2023年9月18日
    Source: Outlet                         来源：某报
    URL: https://outlet.example/a

    First paragraph …

In: any text that no other reader claims. Out: one Draft. Without a header, a first line that stands
alone, is short and does not end like a sentence is the title; lines above the text that are only a
date, an address or a publisher's name are taken as such.
"""

from __future__ import annotations

import re

from compare.options import Options
from compare.sources import headers, lines, markdown
from compare.sources.articles import clue
from compare.sources.bylines import is_byline, stands_alone
from compare.sources.date_lines import set_apart
from compare.sources.drafts import Block, Draft, Origin
from compare.sources.lines import tidy

_PAIR = re.compile(r"\s*([^\s:：][^:：\n]{0,24}?)\s*[:：]\s*(\S.*)")
_MARKDOWN = re.compile(
    r"\]\([^\s()]++(?:\([^\s()]*+\)[^\s()]*+)*+\)|^#{1,6} \S|^[^\S\n]*\|.*\|[^\S\n]*$|\*\*\S",
    re.MULTILINE,
)
_ADDRESS = re.compile(r"https?://\S+")


def matches(head: str, origin: Origin) -> bool:  # noqa: ARG001 - one signature for all readers
    """Always: this reader comes last."""
    return True


def read(text: str, origin: Origin) -> list[Draft]:
    """The one article of the text."""
    options = origin.options
    fields, rest = _header(text, options)
    is_markdown = origin.suffix in (".md", ".markdown", ".mdown") or bool(_MARKDOWN.search(rest))
    found = (markdown.blocks if is_markdown else text_blocks)(rest, options)
    title, found = _title(fields.title, found, options)
    url, found = _url(fields.url, found, options.address_blocks)
    return [
        Draft(
            blocks=tuple(found),
            title=title,
            url=url,
            outlet=fields.outlet,
            author=fields.author,
            clues=clue("header", fields.date),
            kind=fields.kind,
            captured=fields.captured,
            changed=fields.changed,
            section=fields.section,
            via=fields.via,
        )
    ]


def text_blocks(text: str, options: Options) -> list[Block]:
    """The paragraphs of plain text as blocks."""
    apart = set_apart(text, options)
    found = lines.paragraphs(apart, options, stands_alone)
    return [Block(clean) for p in found if (clean := tidy(p))]


def _header(text: str, options: Options) -> tuple[headers.Fields, str]:
    """The header when the first lines are all pairs and at least one key is known."""
    text = text.lstrip("\n\r\t ")
    pairs: dict[str, object] = {}
    position = 0
    for line in text.split("\n"):
        match = _PAIR.fullmatch(line.rstrip("\r"))
        if not match or (not pairs and not headers.role_of(match[1])):
            break
        if not headers.role_of(match[1]) and not match[1].isascii():
            break
        pairs.setdefault(match[1], match[2].strip())
        position += len(line) + 1
    known = [key for key in pairs if headers.role_of(key)]
    closed = not text[position:].split("\n")[0].strip()
    enough = len(known) >= options.header_share * len(pairs)
    if not known or not (closed or len(known) > 1) or not enough:
        return headers.Fields(), text
    return headers.gather(pairs, options.field_depth), text[position:]


def _title(given: str | None, found: list[Block], options: Options) -> tuple[str, list[Block]]:
    """The title and what is left; a byline above the title is none."""
    if given or len(found) < 2:
        return given or "", found
    first = found[0]
    if is_byline(first.text, options):
        title, left = _title(None, found[1:], options)
        return title, [first, *left]
    short = len(first.text) <= options.title_length and not re.search(
        r"[.。!！:：…;；]$", first.text
    )
    if first.shape == "heading" or (first.shape == "paragraph" and first.kind == "body" and short):
        return first.text, found[1:]
    return "", found


def _url(given: str | None, found: list[Block], most: int) -> tuple[str | None, list[Block]]:
    for index, block in enumerate(found[:most]):
        if not given and len(found) > 1 and _ADDRESS.fullmatch(block.text):
            return block.text, found[:index] + found[index + 1 :]
    return given, found
