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
from compare.sources import bylines, furniture, notices
from compare.sources.date_lines import is_date_line, is_dated_head
from compare.sources.drafts import BODY, Block, Clue
from compare.sources.headers import split_dateline
from compare.sources.lines import TERMINAL, squeeze, width


@dataclass(slots=True)
class Sorted:
    """The body, the texts of each Part, the dates met on the way, and whether text is missing, as
    far as the options tell.

    `changed` are dates of a change, which count only where there is no other; `source` is the
    publisher that a line above the text names (来源：…).
    """

    options: Options
    body: list[Block] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)
    clues: list[Clue] = field(default_factory=list)
    changed: list[Clue] = field(default_factory=list)
    incomplete: str | None = None
    source: str = ""


def sort(blocks: Sequence[Block], title: str, options: Options) -> Sorted:
    """Parts the blocks of one article from each other."""
    found = Sorted(options)
    interview = notices.is_interview([block.text for block in blocks])
    listed = furniture.listed(blocks, options)
    signed = _signed(blocks, options)
    first, last = _prose(blocks, squeeze(title), listed, options, interview=interview)
    headed = over = False
    for index, block in enumerate(blocks):
        early, late = index < first, index > last
        if early and not headed and title and squeeze(block.text) == squeeze(title):
            headed = True
        elif early and index in signed:
            found.parts.append(("byline", block.text))
        elif index in listed or (over and _is_rest(block, options)):
            found.parts.append(("other", block.text))
        else:
            near = first < index <= first + options.dateline_blocks
            _place(found, block, early=early, late=late, near=near, interview=interview)
            over = late and (over or not found.body or found.body[-1] is not block)
    _cut_heads(found)
    _cut_tail(found)
    _cut_credits(found)
    _judge(found)
    return found


def _signed(blocks: Sequence[Block], options: Options) -> frozenset[int]:
    """The places of lines that hold only names, right before or behind a date or a byline."""
    heads = [bylines.head(block.text, options) is not None for block in blocks]
    return frozenset(
        index
        for index, block in enumerate(blocks)
        if block.kind == BODY
        and block.shape != "heading"
        and any(heads[max(0, index - 1) : index + 2])
        and not heads[index]
        and bylines.is_names(block.text, options)
    )


def _is_rest(block: Block, options: Options) -> bool:
    """Whether a line that follows furniture behind the text may go with it."""
    loose = block.kind == BODY and block.shape != "item"
    return loose and not _is_prose(block, options) and not notices.is_notice(block.text, options)


def _prose(
    blocks: Sequence[Block],
    title: str,
    listed: frozenset[int],
    options: Options,
    *,
    interview: bool,
) -> tuple[int, int]:
    """The first and last block that no rule, however weak, takes for anything but body."""
    body = [
        index
        for index, block in enumerate(blocks)
        if block.kind == BODY
        and index not in listed
        and not is_date_line(notices.split_source(block.text, options)[0], options)
        and not furniture.about(block, options, early=True, late=True, interview=interview)
        and (interview or bylines.head(block.text, options) is None)
        and block.shape != "heading"
        and squeeze(block.text) != title
    ]
    prose = [
        index
        for index in body
        if _is_prose(blocks[index], options) and not notices.is_notice(blocks[index].text, options)
    ] or body
    if not prose:
        return len(blocks), len(blocks)
    return max(prose[0], _head(blocks, options)), prose[-1]


def _is_prose(block: Block, options: Options) -> bool:
    """Whether a block ends like a sentence or is too long for a line about the text."""
    return bool(TERMINAL.search(block.text)) or width(block.text) >= options.prose_width


def _head(blocks: Sequence[Block], options: Options) -> int:
    """How many first blocks stand above the text, by the last line with a date among them: a byline
    or a counter there is no prose.
    """
    last = 0
    for index, block in enumerate(blocks[: options.dated_blocks]):
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


def _place(
    found: Sorted, block: Block, *, early: bool, late: bool, near: bool, interview: bool
) -> None:
    """`near`: right behind the first prose, which may be a lead with the byline under it."""
    options = found.options
    if block.kind != BODY:
        credit = block.kind == "caption" and furniture.about(
            block, options, early=False, late=False
        )
        found.parts.append(("credit" if credit else block.kind, block.text))
        return
    rest, source = notices.split_source(block.text, options)
    if early and not found.source:
        found.source = source
    dated = early and is_dated_head(rest, options) and block.shape != "heading"
    if dated or ((early or late) and is_date_line(rest, options)):
        found.parts.append(("dateline", block.text))
        found.clues.append(Clue("line" if early else "end", block.text))
        return
    kind = furniture.about(block, options, early=early, late=late, interview=interview)
    looked = not interview and not kind and (early or near or (late and block.text[0] in "（("))
    head = bylines.head(block.text, options) if looked else None
    if head and (early or head.named):
        found.parts.append(("byline" if head.named else "dateline", block.text))
        _date(found, head, "")
    elif kind:
        found.parts.append((kind, block.text))
    else:
        found.body.append(block)


def _date(found: Sorted, head: bylines.Head | None, line: str) -> None:
    """Notes the dates of a line above the text; a line whose parts are not told apart is one."""
    dates = head.dates if head else ()
    changed = head.changed if head else ()
    if dates or not changed:
        found.clues += [
            Clue("line", line or date) for date in (dates or (line,))[:1] if line or date
        ]
    found.changed += [Clue("line", date) for date in changed]


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


def _cut_credits(found: Sorted) -> None:
    """The credit of a picture at the end of a paragraph is no part of it."""
    for index, block in enumerate(found.body):
        text, credit = furniture.split_credit(block.text)
        if credit:
            found.body[index] = Block(text, BODY, block.shape)
            found.parts.append(("credit", credit))


def _judge(found: Sorted) -> None:
    found.incomplete, count = notices.judge(found.body, found.options)
    if count:
        found.parts += [("other", block.text) for block in found.body[-count:]]
        del found.body[-count:]
