"""Markdown -> blocks of plain text; HTML inside it is read as HTML.

In: the body of a Markdown file. Out: `Block`s without markup, in order. Only what newsrooms and
dumps write is undone: headings, lists, quotes, rules, tables, links, pictures, emphasis, code. A
full Markdown parser was not taken: it numbers "18. September" as item 18 of a list and drops the
number, takes four spaces for code, and reference lines vanish; here doubtful marks stay.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left

from compare.options import Options
from compare.sources import lines, markup
from compare.sources.date_lines import set_apart
from compare.sources.drafts import Block
from compare.sources.lines import tidy
from compare.sources.tags import whole

_TAG = re.compile(
    r"</?(?:p|div|span|br|a|em|i|b|strong|u|sup|sub|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|img|"
    r"blockquote|figure|figcaption|section|article|hr|pre|code|font|center|iframe|script|style|"
    r"aside|nav|picture|video|header|footer|time|small|mark|cite|q|dl|dt|dd|details|summary)"
    r"(?:\s[^<>]*)?/?>|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)
# white space is taken whole (`*+`), or a long run of it is cut up in every way before a miss
_RULE = re.compile(r"\s*+(?:(?:-\s*+){3,}|(?:\*\s*+){3,}|(?:_\s*+){3,}|={3,}\s*+)")
_FENCE = re.compile(r"\s*(?:```|~~~).*")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s++(.*)")
_ITEM = re.compile(r"\s*[-*+]\s+(?=\S)")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_TABLE_RULE = re.compile(r"\s*+\|?\s*+:?-{2,}:?\s*+(?:\|\s*+:?-{2,}:?\s*+)*+\|?\s*+")
_PICTURE = re.compile(
    r"!\[((?:[^\]\n!]|!(?!\[))*+)\]"
    r"\(\s*+[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)*+(?:\s++\"[^\"\n]*+\")?+\s*+\)"
)
_LINK = re.compile(
    r"\[((?:[^\[\]\n]++|\[[^\[\]\n]*+\])++)\]"
    r"\(\s*+<?(?:[^\s()<>]++|\([^\s()]*+\))*+>?(?:\s++\"[^\"\n]*+\")?+\s*+\)"
)
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
# where double marks open and close; all that may stand between them is what is on the line
_DOUBLE = (
    (re.compile(r"(?<!\\)\*\*(?=\S)"), re.compile(r"(?<=[^\s\\])(?=\*\*)")),
    (re.compile(r"(?<![\w\\])__(?=\S)"), re.compile(r"(?<=\S)(?=__(?!\w))")),
)
_EMPHASIS = (
    re.compile(r"(?<![A-Za-z0-9*\\])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*\\])\*(?![A-Za-z0-9*])"),
    re.compile(r"(?<![\w\\])_(?=[^\s_])([^_\n]+?)(?<=[^\s_\\])_(?!\w)"),
    re.compile(r"~~(?=\S)([^~\n]+?)(?<=\S)~~"),
    re.compile(r"(?<!`)`([^`\n]+)`(?!`)"),
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def blocks(text: str, options: Options) -> list[Block]:
    """The blocks of a Markdown text."""
    text = whole(text)
    if not _TAG.search(text):
        return _plain(text, options)
    # HTML takes over from the first tag that stands at the start of a line; before it is Markdown
    found: list[Block] = []
    for piece, is_html in _pieces(text):
        found += markup.blocks(piece, options) if is_html else _plain(piece, options)
    return found


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Runs of Markdown and of HTML; HTML lasts until an empty line at which its tags are closed."""
    pieces: list[tuple[str, bool]] = []
    depth = 0
    for chunk in lines.chunks(text):
        tags = _TAG.findall(chunk)
        is_html = depth > 0 or bool(tags)
        depth = max(0, depth + sum(_depth(tag) for tag in tags)) if is_html else 0
        if not is_html or _is_inline(chunk, tags):
            is_html = depth > 0
            piece = _inline_html(chunk) if tags else chunk
        else:
            piece = chunk
        if pieces and pieces[-1][1] == is_html:
            pieces[-1] = (pieces[-1][0] + "\n\n" + piece, is_html)
        else:
            pieces.append((piece, is_html))
    return pieces


def _depth(tag: str) -> int:
    name = re.sub(r"[^a-z0-9].*", "", tag.lower().lstrip("</"))
    if (
        tag.startswith("<!--")
        or name in ("br", "img", "hr", "p", "li", "td", "th", "tr")
        or tag.endswith("/>")
    ):
        return 0
    return -1 if tag.startswith("</") else 1


def _is_inline(chunk: str, tags: list[str]) -> bool:
    """A Markdown paragraph with a few inline tags (`<br>`, `<em>`), closed within it."""
    return not chunk.lstrip().startswith("<") and sum(_depth(tag) for tag in tags) == 0


def _inline_html(chunk: str) -> str:
    return _TAG.sub(lambda tag: "\n" if tag.group().lower().startswith("<br") else "", chunk)


def _plain(text: str, options: Options) -> list[Block]:
    found: list[Block] = []
    for paragraph in lines.paragraphs(_one_a_line(set_apart(text, options)), options):
        found += _block(paragraph)
    return found


def _one_a_line(text: str) -> str:
    """Sets headings, rules, items and table rows apart by empty lines, and drops fences."""
    kept: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if _FENCE.fullmatch(line):
            continue
        own = (
            any(p.fullmatch(line) for p in (_HEADING, _RULE)) or _ITEM.match(line) or _is_row(line)
        )
        kept += ["", line, ""] if own else [line]
    return "\n".join(kept)


def _is_row(line: str) -> bool:
    return line.strip().startswith("|") and line.strip().endswith("|") and line.count("|") > 2


def _block(paragraph: str) -> list[Block]:
    if _RULE.fullmatch(paragraph) or (_TABLE_RULE.fullmatch(paragraph) and "-" in paragraph):
        return []
    captions = [Block(t, "caption") for m in _PICTURE.finditer(paragraph) if (t := _text(m[1]))]
    rest = _PICTURE.sub("", paragraph)
    shape = "paragraph"
    if match := _HEADING.fullmatch(rest):
        rest, shape = match[2].rstrip().rstrip("#").rstrip(), "heading"
    elif _is_row(rest):
        rest, shape = rest.strip().strip("|"), "row"
    elif _ITEM.match(rest):
        rest, shape = _ITEM.sub("", rest, count=1), "item"
    rest = "\n".join(_QUOTE.sub("", line) for line in rest.split("\n"))
    clean = _text(rest)
    return captions + ([Block(clean, shape=shape)] if clean else [])


def _undoubled(line: str, opens: re.Pattern[str], closes: re.Pattern[str]) -> str:
    """The line without the double marks that come in pairs, each with the next that can close it.

    No regular expression: one looks for the end of the line again from every mark that is open.
    """
    ends = [m.start() for m in closes.finditer(line)]
    pieces: list[str] = []
    at = 0
    while match := opens.search(line, at):
        next_end = bisect_left(ends, match.end() + 1)  # something stands between them
        if next_end == len(ends):
            break
        end = ends[next_end]
        pieces += [line[at : match.start()], line[match.end() : end]]
        at = end + (match.end() - match.start())
    return "".join([*pieces, line[at:]])


def _text(raw: str) -> str:
    """Inline markup undone, entities decoded, white space tidied."""
    text = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", raw))
    for opens, closes in _DOUBLE:
        text = "\n".join(_undoubled(line, opens, closes) for line in text.split("\n"))
    for pattern in _EMPHASIS:
        text = pattern.sub(r"\1", text)
    return tidy(html.unescape(_ESCAPE.sub(r"\1", text)))
