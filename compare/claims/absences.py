"""Why a claim may be missing, apart from being left out.

In: a claim's cells and the articles. Out: the cells, absences with reasons. Each reason is a fact
about the article, not an excuse for it: `truncated` and `paywall` (the text was cut), `brief` (much
shorter than the others), `published_earlier` (than every article that carries the claim),
`other_edition` (another article of the same outlet carries it).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from statistics import median

from compare.model import ABSENT, Article, Cell, Source
from compare.options import Options
from compare.text.languages import letters_in


def with_reasons(
    cells: Mapping[str, Cell], sources: Sequence[Source], options: Options
) -> dict[str, Cell]:
    """`cells` by source id, with `reasons` on every absence."""
    carriers = [s.article for s in sources if cells[s.id].evidence]
    usual = median(length(s.article) for s in sources)
    return {
        s.id: replace(cells[s.id], reasons=_reasons(s.article, carriers, usual, options))
        if cells[s.id].status == ABSENT
        else cells[s.id]
        for s in sources
    }


def length(article: Article) -> float:
    """The length of a body in letters of a language of average density."""
    return letters_in(article.text, article.language)


def _reasons(
    article: Article, carriers: Sequence[Article], usual: float, options: Options
) -> tuple[str, ...]:
    found = [article.incomplete] if article.incomplete else []
    if carriers and all(_earlier(article, c, options) for c in carriers):
        found.append("published_earlier")
    if length(article) < options.brief_share * usual:
        found.append("brief")
    if any(c.outlet == article.outlet for c in carriers):
        found.append("other_edition")
    return tuple(found)


def _earlier(one: Article, other: Article, options: Options) -> bool:
    """Was `one` surely published before `other`, by `earlier_hours` or, for bare days, a day?"""
    a, b = one.published, other.published
    if a is None or b is None:
        return False
    if isinstance(a, datetime) and isinstance(b, datetime):
        return b - a >= timedelta(hours=options.earlier_hours)
    return _day(a) < _day(b)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
