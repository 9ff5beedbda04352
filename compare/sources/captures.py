"""Articles as they were read -> each text and each address once, the others named beside it.

In: articles in the order in which they were read. Out: the same less those that are earlier
captures of another's address, which become its versions. Equal texts stay: the later ones get
`copy_of`, because a reprint under another name or date is a fact about that outlet, and counting
it as one voice needs to know it. An address is folded (`address`) before it is compared, and two
texts at it must share a part of their words: a front page or a running address shows another
article each day. Ids are made different at last, where two files have one name and one text.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from compare.model import Article, Version, original
from compare.options import Options
from compare.sources.lines import squeeze
from compare.text.words import grams

_CAMPAIGN = re.compile(
    r"utm_.*|fbclid|gclid|mc_[ce]id|igshid|spm|cmpid|ocid|at_.*|smid|ref|ref_src|share.*"
)


def address(url: str | None) -> str:
    """An address without scheme, www, port, campaign, place in the page and slash at the end; ""
    for a front page, which names no article.
    """
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=None)
    query = urlencode([pair for pair in pairs if not _CAMPAIGN.fullmatch(pair[0])])
    path = parts.path.rstrip("/")
    if not host or not (path or query):
        return ""
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def settled(articles: Sequence[Article], options: Options) -> list[Article]:
    """The articles, earlier captures folded into the latest, copies marked, ids different."""
    return _with_copies(_with_own_ids(_folded(articles, options)))


def _folded(articles: Sequence[Article], options: Options) -> list[Article]:
    by_address: defaultdict[tuple[str, bool], list[list[Article]]] = defaultdict(list)
    for article in articles:
        where = address(article.url)
        groups = by_address[where, article.kind == "summary"] if where else [[]]
        for group in groups[-options.version_texts :]:
            if group and _is_capture(group[-1], article, options):
                group.append(article)
                break
        else:
            groups.append([article])
    gone: set[int] = set()
    latest: dict[int, Article] = {}
    for group in (group for groups in by_address.values() for group in groups if len(group) > 1):
        *earlier, last = _in_order(group)
        gone |= {id(one) for one in earlier}
        latest[id(last)] = _superseding(last, earlier)
    return [latest.get(id(a), a) for a in articles if id(a) not in gone]


def _is_capture(one: Article, other: Article, options: Options) -> bool:
    """Whether two texts at one address are of one article."""
    a, b = (grams(x.text, (options.version_gram,)) for x in (one, other))
    fewer, more = sorted((set(a), set(b)), key=len)
    if not fewer:
        return squeeze(one.title) == squeeze(other.title) or bool(one.text) != bool(other.text)
    return len(fewer & more) >= options.version_share * len(fewer)


def _in_order(group: Sequence[Article]) -> list[Article]:
    """Captures by their moments where all have one, else by dates of publication, else as read."""
    for moments in ([a.captured for a in group], [a.published for a in group]):
        known = [_seconds(m) for m in moments if m is not None]
        if len(known) == len(group) and len(set(known)) > 1:
            order = sorted(range(len(group)), key=lambda i: known[i])
            return [group[i] for i in order]
    return list(group)


def _seconds(moment: datetime | date) -> float:
    if isinstance(moment, datetime):
        return moment.timestamp()
    return datetime(moment.year, moment.month, moment.day, tzinfo=UTC).timestamp()


def _superseding(last: Article, earlier: Iterable[Article]) -> Article:
    versions = tuple(
        Version(a.id, a.file, a.title, a.text, a.published, a.captured) for a in earlier
    )
    notes = (f"an earlier capture of this address is kept as a version: {v.file}" for v in versions)
    return replace(last, versions=versions, notes=(*last.notes, *notes))


def _with_own_ids(articles: Sequence[Article]) -> list[Article]:
    """Two files of one name in two folders are told apart by their whole paths."""
    seen: set[str] = set()
    found = []
    for number, article in enumerate(articles):
        own = article
        if article.id in seen:
            digest = hashlib.sha256(f"{article.id}\x00{article.file}\x00{number}".encode())
            own = replace(article, id=f"{article.outlet}-{digest.hexdigest()[:10]}")
        seen.add(own.id)
        found.append(own)
    return found


def _with_copies(articles: Sequence[Article]) -> list[Article]:
    """Later articles of one text (a headline alone: of one outlet and day) with their original."""
    groups: defaultdict[tuple[object, ...], list[Article]] = defaultdict(list)
    for article in articles:
        if article.text:
            groups[("text", squeeze(article.text))].append(article)
        else:
            groups["title", squeeze(article.title), article.outlet, article.day].append(article)
    copies = {
        a.id: first.id
        for group in groups.values()
        if len(group) > 1
        for first in [original(group)]
        for a in group
        if a is not first
    }
    return [replace(a, copy_of=copies[a.id]) if a.id in copies else a for a in articles]
