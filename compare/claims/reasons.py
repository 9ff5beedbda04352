"""Why a claim may be missing, apart from being left out.

In: a claim's cells, whose words it is, and the articles. Out: the cells, absences with reasons.
Each reason is a fact about the article and says what may have been, not what was: `truncated` and
`paywall` (the text was cut), `brief` (short, and much shorter than the others), `published_earlier`
(the source may not have known), `other_edition` (another article of the same outlet carries it),
`opinion` (a piece that argues and need not report).

That others came later does not show that a source could not have known: of such absences three in
ten were of things that had not yet happened. So `published_earlier` asks for two things. First, the
article was surely published, and changed for the last time, before anybody who may tell the claim,
and before the official text if the words are an official's; an hour counts in its zone, one in an
unknown zone may be in any, a day is all of its moments in all of them. Second, the claim is newer
than the article: an official text of later date carries it, or the sentence of a proof names a day
that had not begun anywhere. A live blog begins before it tells what it tells, and is never excused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from statistics import median

from compare.model import ABSENT, Article, Cell, Evidence, Source
from compare.options import Options
from compare.text.languages import letters_in

# a day begins in the easternmost zone and ends in the westernmost
_EAST, _WEST = timedelta(hours=14), timedelta(hours=12)
_OFFICIAL, _LIVE, _VAGUE = "readout", "live_blog", "vague"


def with_reasons(
    cells: Mapping[str, Cell], sources: Sequence[Source], origin: str, options: Options
) -> dict[str, Cell]:
    """`cells` by source id, with `reasons` on every absence; `origin` is a kind of Origin."""
    row = _Row(cells, sources, origin == _OFFICIAL)
    usual = median(length(s.article) for s in sources)
    return {
        s.id: replace(cells[s.id], reasons=_reasons(s.article, row, usual, options))
        if cells[s.id].status == ABSENT
        else cells[s.id]
        for s in sources
    }


def length(article: Article) -> float:
    """The length of a body in letters of a language of average density."""
    return letters_in(article.text, article.language)


def window(article: Article) -> tuple[datetime, datetime] | None:
    """The first and the last moment at which an article as we have it may have been published."""
    if article.published is None:
        return None
    first, last = _bounds(article.published, zoned=article.zoned)
    if article.changed is not None:
        last = max(last, _bounds(article.changed, zoned=article.zoned)[1])
    return first, last


@dataclass(frozen=True, slots=True)
class _Row:
    """A claim's cells by source id; `official`: whether its words are those of an official text."""

    cells: Mapping[str, Cell]
    sources: Sequence[Source]
    official: bool

    def carriers(self) -> list[Source]:
        """The sources that carry the claim."""
        return [s for s in self.sources if self.cells[s.id].evidence]

    def tellers(self) -> list[Article]:
        """The articles that may tell the claim, and the official texts if its words are theirs."""
        return [
            s.article
            for s in self.sources
            if self.cells[s.id].status != ABSENT or (self.official and s.article.official)
        ]


def _reasons(article: Article, row: _Row, usual: float, options: Options) -> tuple[str, ...]:
    size = length(article)
    found = [article.incomplete] if article.incomplete else []
    if _not_known(article, row, options):
        found.append("published_earlier")
    if size < options.brief_share * usual and size < options.brief_letters:
        found.append("brief")
    if any(s.article.outlet == article.outlet for s in row.carriers()):
        found.append("other_edition")
    if article.kind == "opinion":
        found.append("opinion")
    return tuple(found)


def _not_known(article: Article, row: _Row, options: Options) -> bool:
    """Was the article out before anybody could tell the claim, and is the claim newer?"""
    mine = window(article)
    if mine is None or article.kind == _LIVE:
        return False
    apart = timedelta(hours=options.earlier_hours)
    others = [window(one) for one in row.tellers() if one is not article]
    if not all(one is not None and one[0] - mine[1] >= apart for one in others):
        return False
    return any(
        (row.official and s.article.official)
        or any(_newer(e, s, mine[1]) for e in row.cells[s.id].evidence)
        for s in row.carriers()
    )


def _newer(proof: Evidence, source: Source, moment: datetime) -> bool:
    """Does the sentence of a proof name a day that had begun nowhere at `moment`, and that had come
    when its own article was published?
    """
    today, begun = source.article.day, moment.astimezone(timezone(_EAST)).date()
    part = source.document.parts.get(proof.part)
    if today is None or part is None:
        return False
    told = [s for s in part.sentences if s.start < proof.end and proof.start < s.end]
    return any(
        begun < d.first <= today
        for d in part.dates
        if d.precision != _VAGUE and any(s.start <= d.start < s.end for s in told)
    )


def _bounds(moment: datetime | date, *, zoned: bool = True) -> tuple[datetime, datetime]:
    """The first and the last moment that a date may mean; an hour without a zone is read as UTC."""
    if isinstance(moment, datetime):
        return (moment, moment) if zoned else (moment - _EAST, moment + _WEST)
    start = datetime.combine(moment, time(0), UTC)
    return start - _EAST, start + timedelta(days=1) + _WEST
