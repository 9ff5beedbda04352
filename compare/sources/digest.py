"""The digest: a page that sums up another outlet's article and then reprints it.

    Page name

    Agency-Title of the article

    September 18, 2023   2 min   357 words

    The page's own summary, often in another language. One paragraph or more.

    2023-09-18T19:22:58Z

    The agency's text …

In: the text of such a file, with one or several items. Out: two Drafts an item: the page's summary
(kind `summary`), and the reprinted text with its own outlet, title and time, `via` the page. The
line of reading time after a line that begins with a name is what marks an item; which agencies and
pages exist comes from the outlets file, and an unknown name before the first dash will do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from compare.options import Options
from compare.resources.outlets import Outlets, outlets
from compare.sources import lines
from compare.sources.articles import clue
from compare.sources.date_lines import is_date_line
from compare.sources.drafts import Block, Draft, Origin
from compare.sources.lines import tidy

_READING = re.compile(
    r"(?P<date>.{6,40}?)\s+(?:约|約|~)?\d+\s*(?:min|mins|minutes?|分钟|分鐘)\b.{0,12}?"
    r"(?:\s+[\d,]+\s*(?:words?|字|characters?))?\s*(?:read)?",
    re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?")
_SPLIT = re.compile(r"(?P<name>[^-–—|:：]{2,40}?)\s*[-–—|:：]\s*(?P<title>\S.*)")


@dataclass(frozen=True, slots=True)
class _Item:
    heading: str
    date: str
    blocks: tuple[str, ...]


def matches(head: str, origin: Origin) -> bool:
    """True when a reading-time line stands below a heading near the top."""
    options = origin.options
    top = lines.paragraphs(head, options)[: options.digest_head]
    return any(_is_reading(tidy(paragraph), options) for paragraph in top[1:])


def read(text: str, origin: Origin) -> list[Draft]:
    """Two drafts an item (one when the summary or the reprint is missing)."""
    options = origin.options
    known = outlets(tuple(map(Path, options.outlet_files)))
    texts = [clean for p in lines.paragraphs(text, options) if (clean := tidy(p))]
    starts = [i for i in range(len(texts) - 1) if _is_reading(texts[i + 1], options)]
    page = " ".join(texts[: starts[0]]) if starts else ""
    drafts: list[Draft] = []
    for start, end in zip(starts, [*starts[1:], len(texts)], strict=True):
        date = _READING.fullmatch(texts[start + 1])
        item = _Item(texts[start], date["date"] if date else "", tuple(texts[start + 2 : end]))
        agency = _heading(item.heading, known, options.publisher_words)
        drafts += _drafts(item, page, texts[start + 1], agency)
    return drafts


def _is_reading(line: str, options: Options) -> bool:
    match = _READING.fullmatch(line)
    return bool(match and is_date_line(match["date"], options))


def _drafts(item: _Item, page: str, reading: str, agency: tuple[str | None, str]) -> list[Draft]:
    name, title = agency
    cut = next((i for i, text in enumerate(item.blocks) if _ISO.fullmatch(text)), None)
    summary = item.blocks[:cut] if cut is not None else ()
    reprint = item.blocks[cut + 1 :] if cut is not None else item.blocks
    stamp = item.blocks[cut] if cut is not None else None
    drafts = []
    if summary:
        drafts.append(
            Draft(
                blocks=tuple(map(Block, summary)),
                title=item.heading,
                outlet=page or None,
                clues=clue("page", item.date),
                kind="summary",
                parts=(("dateline", reading),),
            )
        )
    if reprint:
        drafts.append(
            Draft(
                blocks=tuple(map(Block, reprint)),
                title=title,
                outlet=name or page or None,
                clues=(*clue("iso", stamp), *clue("page", item.date)),
                via=page or None,
                parts=(("dateline", stamp),) if stamp else (),
            )
        )
    return drafts


def _heading(heading: str, known: Outlets, most_words: int) -> tuple[str | None, str]:
    """The agency and the title of `Agency-Title`; (None, heading) when it names no agency."""
    found = known.named_at_start(heading)
    if found:
        return found[0].name, found[1]
    match = _SPLIT.fullmatch(heading)
    if match and len(match["name"].split()) <= most_words:
        return match["name"], match["title"]
    return None, heading
