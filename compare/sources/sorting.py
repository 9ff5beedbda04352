"""Blocks -> title, body and Parts: what of a page is the article, and what is about it.

In: blocks in reading order, each with the kind its markup suggests. Out: `Sorted`. Nothing is
thrown away: every block ends up as title, body or in the Part of its kind. Position matters, so
the blocks are looked at from both ends: what stands before the first paragraph of prose is
`early`, what stands after the last is `late`, and only there do the weaker rules of `notices`
apply.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.options import Options
from compare.sources import notices
from compare.sources.date_lines import is_date_line, is_dated_head
from compare.sources.drafts import BODY, Block, Clue
from compare.sources.headers import split_dateline
from compare.sources.lines import TERMINAL, squeeze


@dataclass(slots=True)
class Sorted:
    """The body, the texts of each Part, the dates met on the way, and whether text is missing, as
    far as the options tell.

    `source` is the publisher that a line above the text names (来源：…).
    """

    options: Options
    body: list[Block] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    clues: list[Clue] = field(default_factory=list)
    incomplete: str | None = None
    source: str = ""


def sort(blocks: Sequence[Block], title: str, options: Options) -> Sorted:
    """Parts the blocks of one article from each other."""
    found = Sorted(options)
    interview = notices.is_interview([block.text for block in blocks])
    first, last = _prose(blocks, squeeze(title), options, interview=interview)
    headed = False
    for index, block in enumerate(blocks):
        early, late = index < first, index > last
        if early and not headed and title and squeeze(block.text) == squeeze(title):
            headed = True
            continue
        _place(found, block, early=early, late=late, interview=interview)
    _cut_heads(found)
    _cut_tail(found)
    _judge(found)
    return found


def _prose(
    blocks: Sequence[Block], title: str, options: Options, *, interview: bool
) -> tuple[int, int]:
    """The first and last block that no rule, however weak, takes for anything but body."""
    body = [
        index
        for index, block in enumerate(blocks)
        if block.kind == BODY
        and not is_date_line(notices.split_source(block.text, options)[0], options)
        and notices.kind_of(block.text, options, early=True, late=True, interview=interview) is None
        and block.shape != "heading"
        and squeeze(block.text) != title
    ]
    if not body:
        return len(blocks), len(blocks)
    return max(body[0], _head(blocks, options)), body[-1]


def _head(blocks: Sequence[Block], options: Options) -> int:
    """How many first blocks stand above the text, by the last line with a date among them: a byline
    or a counter there is no prose.
    """
    last = 0
    for index, block in enumerate(blocks[: options.head_blocks]):
        if _is_dated(block, options):
            last = index + 1
        elif block.kind == BODY and (
            TERMINAL.search(block.text) or len(block.text) > options.head_length
        ):
            break
    return last


def _is_dated(block: Block, options: Options) -> bool:
    rest = notices.split_source(block.text, options)[0]
    plain = block.kind == BODY and block.shape != "heading"
    return plain and (is_date_line(rest, options) or is_dated_head(rest, options))


def _place(found: Sorted, block: Block, *, early: bool, late: bool, interview: bool) -> None:
    if block.kind != BODY:
        found.parts.append((block.kind, block.text))
        return
    options = found.options
    rest, source = notices.split_source(block.text, options)
    if early and not found.source:
        found.source = source
    dated = early and is_dated_head(rest, options) and block.shape != "heading"
    if dated or ((early or late) and is_date_line(rest, options)):
        found.parts.append(("dateline", block.text))
        found.clues.append(Clue("line" if early else "end", block.text))
        return
    kind = notices.kind_of(block.text, options, early=early, late=late, interview=interview)
    if kind:
        found.parts.append((kind, block.text))
    else:
        found.body.append(block)


def _cut_heads(found: Sorted) -> None:
    """Datelines open one of the first paragraphs, after at most a standfirst."""
    for index, block in enumerate(found.body[: found.options.dateline_blocks]):
        head, rest = split_dateline(block.text)
        if not head:
            continue
        found.parts.append(("dateline", head))
        found.clues.append(Clue("dateline", head))
        if rest:
            found.body[index] = Block(rest, BODY, block.shape)
        else:
            del found.body[index]
        return


def _cut_tail(found: Sorted) -> None:
    if not found.body:
        return
    last = found.body[-1]
    text, credit = notices.split_tail(last.text)
    if credit:
        found.body[-1] = Block(text, BODY, last.shape)
        found.parts.append(("credit", credit))


def _judge(found: Sorted) -> None:
    found.incomplete, count = notices.judge(found.body, found.options)
    if count:
        found.parts += [("other", block.text) for block in found.body[-count:]]
        del found.body[-count:]
