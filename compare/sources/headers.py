"""Names of fields and what they become in a Draft.

In: key-value pairs of a front matter, a text header or a JSON object. Out: `Fields`. One table (of
the `fields` of every language) serves all three formats, so that `published_at`, `pubDate` and
发布时间 mean the same everywhere.

Agency datelines: cuts 【…讯】, （…电）, `CITY, Sept 18 (Agency) -` off the start of a paragraph.
In: a paragraph that stands at the head of an article. Out: its dateline (or nothing) and the rest.
Only shapes are known here, no agency and no city: brackets that end in 电, 讯 or 报导, a place with
a day and 电, capitals before a dash. A dateline that is written like prose ('据…9月18日报道，')
stays in the text, where attribution needs it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite

from compare.resources.words import languages, words
from compare.sources.kinds import stated
from compare.sources.lines import visible
from compare.sources.notices import page_words

_ROLE = {
    key: role
    for language in languages()
    for role, keys in words(language).get("fields", {}).items()
    for key in keys.split()
}
# what a value is called that stands in an object of its own, in order of preference
_NAMED = ("name", "title", "rendered", "value", "text", "$date", "@id", "url", "uri")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?")
_DAY_ONLY = re.compile(r"\d{4}-\d\d-\d\d")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_NOT_READ = ("text", "summary", "inside", "parts")
# fields of dates by trust: `published` before `created`, whatever stands first
_TRUST = {
    key: place
    for language in languages()
    for place, key in enumerate(words(language).get("fields", {}).get("date", "").split())
}


@dataclass(frozen=True, slots=True)
class Fields:
    """What a header says, as plain text; absent fields are None. `captured` is when the text was
    taken, `changed` when it was last changed, `unusable` holds the keys whose values are
    nothing that can be read.
    """

    title: str | None = None
    date: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    via: str | None = None
    section: str | None = None
    captured: str | None = None
    changed: str | None = None
    kind: str = "news"
    unusable: tuple[str, ...] = ()


def role_of(key: object) -> str | None:
    """The field that a key stands for, or None for a key that says nothing about an article."""
    return _ROLE.get(_folded(key))


def _folded(key: object) -> str:
    return re.sub(r"[\s-]+", "_", str(key).strip().lower())


def gather(pairs: Mapping[str, object], deepest: int) -> Fields:
    """The fields of a header; of two keys for one field the first with a value counts, but an
    address with a path before one without, a name before a domain, a time before its bare day, and
    of dates the one that says more surely that it is the day of publication.

    `source` and `from` hold an address in some dumps and a name in others; an address is taken for
    the URL wherever it stands.
    """
    got: dict[str, list[str]] = {}
    unusable: list[str] = []
    for key, value in sorted(pairs_of(pairs, deepest), key=lambda p: _TRUST.get(_folded(p[0]), 0)):
        role = role_of(key)
        if not role or role in _NOT_READ:
            continue
        text = plain(value, deepest)
        if not text or (role in ("author", "outlet", "title") and text.isdigit()):
            unusable += [str(key)] if value and value is not True else []
            continue
        if role in ("outlet", "url"):
            role = "url" if re.match(r"https?://|//", text) else "outlet"
        got.setdefault(role, []).append(text)
    best = {role: texts[0] for role, texts in got.items()}
    best |= {role: pick(got[role]) for role, pick in _PICKED.items() if role in got}
    best.pop("kind", None)
    kind = stated(re.split(r"[,\s]+", " ".join(got.get("kind", []))))
    return Fields(**best, kind=kind, unusable=tuple(dict.fromkeys(unusable)))


def pairs_of(pairs: Mapping[str, object], deepest: int) -> Iterator[tuple[str, object]]:
    """The pairs, and behind them those of objects that hold fields of the article."""
    yield from pairs.items()
    for key, value in pairs.items():
        if deepest > 0 and role_of(key) == "inside" and isinstance(value, Mapping):
            yield from pairs_of(value, deepest - 1)


def _address(texts: list[str]) -> str:
    return next(
        (text for text in texts if re.match(r"(?:https?:)?//[^/?#]+/[^?#]", text)), texts[0]
    )


def _name(texts: list[str]) -> str:
    return next((text for text in texts if not _DOMAIN.fullmatch(text)), texts[0])


def _moment(texts: list[str]) -> str:
    """The first date; of the others that which gives the same day its time, or a clock alone."""
    first = next((text for text in texts if not _CLOCK.fullmatch(text)), texts[0])
    if not _DAY_ONLY.fullmatch(first):
        return first
    for text in texts:
        if text != first and text.startswith(first):
            return text
    clock = next((text for text in texts if _CLOCK.fullmatch(text)), None)
    return f"{first} {clock}" if clock else first


_PICKED = {"url": _address, "outlet": _name, "date": _moment}


def plain(value: object, deepest: int) -> str:
    """A value of YAML or JSON as one line: lists joined by commas, a mapping by its name.

    What is nested more than `deepest` deep is no field of an article and left out, and so are lone
    surrogates, which JSON may spell and no output can hold.
    """
    if deepest < 0:
        return ""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        named = (value[k] for k in _NAMED if value.get(k))
        return plain(next(named, None), deepest - 1)
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, (plain(item, deepest - 1) for item in value)))
    if isinstance(value, float) and isfinite(value):  # seconds since 1970, with their fraction
        value = int(value)
    return visible(html.unescape(str(value))).strip()


_SENT = page_words("dispatches")
_WHO = f"{page_words('senders')}(?![按注])"
_DAY = "[0-9〇○一二三四五六七八九十]{1,3}日"
_MONTHS = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_CHINESE = (
    rf"【[^【】]{{1,40}}{_SENT}】",
    rf"[（(〔［\[][^（）()〔〕［］\[\]]{{1,50}}{_SENT}[）)〕］\]]",
    rf"[（(][^（）()\s]{{2,16}}{page_words('agency_ends')}[）)]",
    rf"(?!据|據)[^\s，。：:；“”（）()【】]{{2,20}}?{_DAY}(?:电|電|讯|訊|消息)(?=[\s（(：:,，—-]|$)",
    rf"{page_words('own_outlet')}(?:综合|綜合)?[讯訊](?=[\s（(：:,，—-])",
)
_REPORTER = (
    rf"[（(〔［\[][^（）()〔〕［］\[\]]{{0,40}}{_WHO}[^（）()〔〕［］\[\]]{{0,30}}[）)〕］\]]"
)
_DAY_FIRST_OR_LAST = rf"(?:{_MONTHS}\.? \d\d?|\d\d? {_MONTHS})"
_PLACE = r"[A-Z][A-Z.'’ /-]{2,40}(?:, [A-Z][\w.'’ ]{1,25}){0,2}"
_AGENCY = r"\([A-Z][\w .&/-]{1,30}\)\s*[-–—]{1,2}"
_ENGLISH = (
    # LONDON, Sept 18 (Agency) - …   BEIJING (Agency) — …
    rf"{_PLACE}(?:,? [A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})?)? ?{_AGENCY}",
    # Paris, 18 Sept (Agency) – …
    rf"[A-Z][\w.'’ /-]{{2,40}}, {_DAY_FIRST_OR_LAST}(?:,? \d{{4}})? {_AGENCY}",
    # Berlin (dpa) - …
    r"[A-ZÀ-Þ][\w'’]+(?:[ /-][A-ZÀ-Þ][\w'’]+){0,2} \((?:[A-Z]{3,8}|[a-z]{3,6})\)\s*[-–—]{1,2}",
    r"\([A-Z][\w .]{1,20}\)\s*[-–—]{1,2}",
    # VALE CITY, 4 March 2024 - …
    rf"[A-Z][\w.'’ /-]{{2,40}}, {_DAY_FIRST_OR_LAST},? \d{{4}} ?[-–—]{{1,2}}(?=\s)",
    # MOSCOW, September 18. /AGENCY/. …
    rf"[A-Z][A-Z ,.-]{{2,40}}, {_MONTHS} \d{{1,2}}\. /[A-Z]{{2,10}}/\.",
    # WASHINGTON — President …
    r"[A-Z][A-Z.'’ -]{2,30}[A-Z](?:, [A-Z][\w.’' ]{1,25}){0,2}\s+[—–-]{1,2}(?=\s+[A-Z\"“‘])",
)
_SEPARATOR = r"\s*[—–:：,，-]{0,2}\s*"
_ZH = re.compile(
    rf"(?P<line>(?:{'|'.join(_CHINESE)})(?:\s*{_REPORTER})?){_SEPARATOR}|(?P<who>{_REPORTER}){_SEPARATOR}"
)
_EN = re.compile(rf"(?P<line>{'|'.join(_ENGLISH)})\s*")


def split_dateline(paragraph: str) -> tuple[str, str]:
    """The dateline of `paragraph` with the dash or comma behind it, and the rest.

    ("", paragraph) without one. A dateline alone on its line leaves an empty rest.
    """
    match = _ZH.match(paragraph) or _EN.match(paragraph)
    if not match:
        return "", paragraph
    return paragraph[: match.end()].strip(), paragraph[match.end() :].strip()
