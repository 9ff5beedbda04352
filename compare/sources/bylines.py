"""The line between title and text: who wrote it, when, from where, and how long it takes to read.

    By Dana Cole February 25, 2021          2024-05-06 10:15 来源：海州日报 记者：田野
    Nora Field · 6 May 2024 · 3 min read    Par Odile Brun, le 6 mai 2024 à 10h15

In: a line above the text. Out: `Head`, or None when something is left over that is none of these.
The parts are cut off one by one, since every site orders and joins them in its own way. A name
alone is none, a name beside a date or behind a word such as `By` is; a line that ends like a
sentence is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.options import Options
from compare.sources import notices
from compare.sources.date_lines import cut_dates, is_date_line, without_date_words
from compare.sources.furniture import READING, kind_of
from compare.sources.lines import TERMINAL
from compare.sources.notices import page_words


def _words(key: str) -> str:
    return page_words(key, "furniture")


@dataclass(frozen=True, slots=True)
class Head:
    """What the line says: whether it names somebody, its dates, and those of a change."""

    named: bool
    dates: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


_TIME = re.compile(
    rf"(?:{_words('halves')}\s*)?(?<!\d)\d{{1,2}}[:：.h時时点點]\d{{2}}(?:[:：分]\d{{2}})?"
    r"(?:\s*[ap]\.?m\b\.?)?"
    r"(?:\s*\(?[A-Z]{2,4}\b\)?)?",
    re.IGNORECASE,
)
_MARK = re.compile(r"^\s*[□■◎●○◆◇★☆※▲]\s*")
_UPDATED = re.compile(rf"(?:{_words('updates')})[^\d]{{0,20}}$", re.IGNORECASE)
_WIDGET = re.compile(
    rf"(?<![^\s|·:：,，/()（）【】\[\]]){_words('widgets')}(?![^\s|·:：,，/()（）【】\[\]])",
    re.IGNORECASE,
)
_ROLE = re.compile(
    rf"(?<![^\W_]){_words('sent')}(?![a-z])|{_words('by')}(?=\s*[:：/／])", re.IGNORECASE
)
_BY = re.compile(
    rf"(?<![^\W_]){_words('by')}\b[:\s]\s*(?=[A-ZÀ-Þ<])"
    rf"|{_words('by')}\s*(?:[:：/／|=＝]|\s)\s*(?=\S)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"(?<![^\W_])(?:{_words('date_beside')}|{_words('updates')})(?![^\W_])", re.IGNORECASE
)
_JOIN = r"[\s.=＝・|·•／/—–,，、&;；()（）:：\[\]【】-]"
_LATIN_WORD = r"[A-ZÀ-ÞŁŠŽČĆ][\w.'’À-ž-]*"
_PARTICLES = r"(?:(?:de|del|da|van|von|der|den|bin|al|la|le|du)\s+)*"
_LATIN_NAME = rf"{_LATIN_WORD}(?:\s+{_PARTICLES}{_LATIN_WORD}){{0,4}}"
_HAN_NAME = r"[\u3400-\u9fff\u3040-\u30ff·]{2,6}"
_LATIN_NAME_TWO = r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}"
_HAN_NAME_SHORT = r"[\u3400-\u9fff]{2,4}"
_NAMES = re.compile(
    rf"{_JOIN}*(?:(?:{_LATIN_NAME}|{_HAN_NAME})(?:{_JOIN}+|\s+(?:and|et|und|y)\s+|$)){{1,6}}"
)

_PERSONS = re.compile(
    rf"(?:{_LATIN_NAME_TWO}(?:,? (?:and |et |und |y )?{_LATIN_NAME_TWO}){{0,3}}"
    rf"|{_HAN_NAME_SHORT}(?:[\s、]+{_HAN_NAME_SHORT}){{0,3}})"
)


def head(text: str, options: Options) -> Head | None:
    """The line's parts when it has nothing else; None for a sentence and for a line without any."""
    if len(text) > options.head_length:
        return None
    rest, source = notices.split_source(_MARK.sub("", text), options)
    rest, dates, changed = _without_dates(rest, options)
    rest = _TIME.sub(" ", rest) if dates or changed else rest
    rest = _WIDGET.sub(" ", READING.sub(" ", rest))
    marked = bool(_BY.search(rest) or _ROLE.search(rest))
    rest = _ROLE.sub(" | ", _BY.sub(" | ", rest))
    if dates or changed:
        rest = without_date_words(_BESIDE.sub(" ", rest))
    empty = not re.sub(rf"{_JOIN}|[.。]", "", rest)
    certain = bool(dates or changed or source or marked)
    if empty:
        return Head(marked, dates, changed) if certain else None
    if not certain or (TERMINAL.search(rest.strip()) and not rest.strip().endswith("Jr.")):
        return None
    if not _NAMES.fullmatch(rest.strip() + " "):
        return None
    return Head(named=True, dates=dates, changed=changed)


def _without_dates(text: str, options: Options) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A line without its dates; those of publication; those of a change."""
    rest, found = cut_dates(text, options)
    dates = tuple(date for before, date in found if not _UPDATED.search(before))
    changed = tuple(date for before, date in found if _UPDATED.search(before))
    return rest, dates, changed


def stands_alone(line: str, options: Options) -> bool:
    """Whether a line above or below a text is no part of it, so that nothing runs into it."""
    text = line.strip()
    if len(text) < 2 or len(text) > options.head_length:
        return False
    return bool(
        kind_of(text, options, early=True, late=True)
        or is_date_line(text, options)
        or head(text, options)
    )


def is_byline(line: str, options: Options) -> bool:
    """Whether a line says who wrote the text, and nothing else."""
    found = head(line.strip(), options)
    return found is not None and found.named


def is_names(text: str, options: Options) -> bool:
    """Whether a line holds nothing but what may be names: two capitals, or a few Han characters."""
    return len(text) <= options.head_length and bool(_PERSONS.fullmatch(text.strip()))
