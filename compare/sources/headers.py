"""Names of fields and what they become in a Draft.

In: key-value pairs of a front matter, a text header or a JSON object. Out: `Fields`. One table (of
the `fields` of every language) serves all three formats, so that `published_at`, `pubDate` and
发布时间 mean the same everywhere.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from compare.resources.words import languages, words
from compare.sources.whitespace import visible

_ROLE = {
    key: role
    for language in languages()
    for role, keys in words(language).get("fields", {}).items()
    for key in keys.split()
}
_KINDS = ("news", "readout", "summary")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a header says, as plain text; absent fields are None."""

    title: str | None = None
    date: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    via: str | None = None
    kind: str = "news"


def role_of(key: object) -> str | None:
    """The field that a key stands for, or None for a key that says nothing about an article."""
    return _ROLE.get(re.sub(r"[\s-]+", "_", str(key).strip().lower()))


def gather(pairs: Mapping[str, object], deepest: int) -> Fields:
    """The fields of a header; of two keys for one field the first with a value counts.

    `source` and `from` hold an address in some dumps and a name in others; an address is taken for
    the URL wherever it stands.
    """
    got: dict[str, str] = {}
    for key, value in pairs.items():
        role = role_of(key)
        if not role or role in ("text", "summary") or not (text := plain(value, deepest)):
            continue
        if role in ("outlet", "url"):
            role = "url" if re.match(r"https?://|//", text) else "outlet"
        got.setdefault(role, text)
    kind = got.pop("kind", "news").lower()
    return Fields(**got, kind=kind if kind in _KINDS else "news")


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
        named = (value[k] for k in ("name", "title", "@id", "url") if value.get(k))
        return plain(next(named, None), deepest - 1)
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, (plain(item, deepest - 1) for item in value)))
    return visible(html.unescape(str(value))).strip()
