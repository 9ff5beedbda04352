"""Lines of a text that are about its publication: a date alone, or a date with a label or a name.

In: a line, or a plain text with its line breaks. Out: whether the line is one, and the text with
such lines set apart. Pages that were copied by hand keep the date on a line of its own under the
title, with a byline or a counter around it; the lines about it then stand alone too, and do not run
on into the text as those of wrapped prose do.
"""

from __future__ import annotations

import re

from compare.options import Options
from compare.resources.dates import WEEKDAYS, ZONE_WORDS
from compare.resources.words import either
from compare.sources.lines import TERMINAL
from compare.sources.notices import page_words
from compare.sources.written import Moment, folded, moments

# labels and weekdays that may stand beside a date on its own line
_WORDS_BESIDE = (
    rf"{page_words('dated')}+{page_words('dated_ends')}?|{page_words('date_words')}|{either(ZONE_WORDS)}"
    r"|(?:星期|周|週)[一二三四五六日天]"
    rf"|\b(?:first\s+)?{page_words('date_labels')}(?!\w)|\b(?:{either(WEEKDAYS)})\b"
)
_BESIDE_WORDS = re.compile(_WORDS_BESIDE, re.IGNORECASE)
_BESIDE = re.compile(rf"{_WORDS_BESIDE}|[\s:：|,，;.·•()（）/–—-]", re.IGNORECASE)
_LABEL = re.compile(
    rf"(?:{page_words('announced')}|{page_words('changed')}){page_words('dated_ends')}?\s*[:：]?\s*$",
    re.IGNORECASE,
)
_CHANGED = re.compile(page_words("changed"), re.IGNORECASE)
_ANNOUNCED = re.compile(page_words("announced"), re.IGNORECASE)
_MAY_DATE = re.compile(r"\d|日|号|號")
_NAME_LIKE = re.compile(r"[^。！？!?；;“”\"]*")


def is_date_line(text: str, options: Options) -> bool:
    """True for a line that holds a date, or that and the one of a change, and nothing else but
    labels and a weekday.
    """
    if len(text) > options.date_length or not _MAY_DATE.search(text):
        return False
    rest = without_dates(text, moments(text))
    return rest != text and not _BESIDE.sub("", rest)


def is_dated_head(text: str, options: Options) -> bool:
    """True for a short line with names and the time of publication: `何敏 2022-09-03 07:41`.

    The date has an hour or a label, and stands at one end of the line. Only for lines above the
    text: a sentence there may hold a time too, but does not end like one.
    """
    if len(text) > options.date_length or not _MAY_DATE.search(text) or TERMINAL.search(text):
        return False
    found = moments(text)
    if not found:
        return False
    first, last = found[0], found[-1]
    told = first.clock or _LABEL.search(text, 0, first.start)
    front = _BESIDE.sub("", text[: first.start])
    behind = _BESIDE.sub("", text[last.end :])
    bare = _NAME_LIKE.fullmatch(text) and len(front) + len(behind) <= options.dated_names
    return bool(told and bare and not (front and behind))


def is_change(text: str, found: list[Moment]) -> list[bool]:
    """Of each date in `text`, whether its label says that it is the one of a later version."""
    text, before, out = folded(text), 0, []
    for one in found:
        label = text[before : one.start]
        out.append(bool(_CHANGED.search(label)) and not _ANNOUNCED.search(label))
        before = one.end
    return out


def without_dates(text: str, found: list[Moment]) -> str:
    """`text` with a space for each date in it."""
    for one in reversed(found):
        text = text[: one.start] + " " + text[one.end :]
    return text


def cut_dates(text: str, options: Options) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A line without its dates, and for each the text before it and the date as written."""
    found, pieces, at = [], [], 0
    for one in moments(text)[: options.page_dates] if _MAY_DATE.search(text) else []:
        found.append((text[at : one.start], text[one.start : one.end].strip()))
        pieces.append(text[at : one.start])
        at = one.end
    return " | ".join((*pieces, text[at:])), tuple(found)


def without_date_words(text: str) -> str:
    """A line without labels of dates and weekdays."""
    return _BESIDE_WORDS.sub(" ", text)


def set_apart(text: str, options: Options) -> str:
    """`text` with empty lines around lone dates above its prose and below it, and around the lines
    that stand about one above it.
    """
    chunks = re.split(r"(\n[^\S\n]*\n\s*)", text)
    prose = False
    for place in range(0, len(chunks), 2):
        lines = chunks[place].split("\n")
        alone = [bool(line.strip()) and is_date_line(line.strip(), options) for line in lines]
        if any(alone) and len(lines) > 1:
            chunks[place] = _apart(lines, alone, options, prose=prose)
        prose = prose or any(TERMINAL.search(line.strip()) for line in lines)
    return "".join(chunks)


def _apart(lines: list[str], alone: list[bool], options: Options, *, prose: bool) -> str:
    out: list[str] = []
    last = max(place for place, is_date in enumerate(alone) if is_date)
    head, ended = not prose, False
    for place, line in enumerate(lines):
        about = head and (place <= last or len(line.strip()) <= options.about_date)
        own = about or (alone[place] and ended)
        out += ["", line, ""] if own else [line]
        ended = bool(TERMINAL.search(line.strip()))
        head = head and not ended
    return "\n".join(out)
