"""What headlines and leads say, and how far two of them agree on one event.

In: an article and its mentions. Out: a `Headline`, and a factor in thousandths for a pair. Two
articles about the same people days apart share names and words alike; what tells them apart is who
and where the headline names, which day the lead speaks of, and whether it looks ahead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from compare.model import BODY, DATE, TITLE, Article, Mention
from compare.options import Options
from compare.resources.words import either, word_set
from compare.stories.marks import entity_key, is_country, named
from compare.text.scripts import to_simplified

_PREVIEW = re.compile(
    rf"{either(word_set('zh', 'stories', 'previews'))}"
    rf"|\b(?:{either(word_set('en', 'stories', 'previews'))})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Headline:
    """`subjects`: identities named in the headline, countries apart; `everyone`: all identities of
    the article; `telling`: how many of them are not countries; `days`: ordinals of days that
    headline and lead speak of; `preview`: the headline looks ahead.
    """

    subjects: frozenset[str]
    everyone: frozenset[str]
    telling: int
    days: frozenset[int]
    preview: bool

    @property
    def speaks(self) -> bool:
        """Whether anything here can tell two events apart."""
        return bool(self.subjects or self.days or self.preview)


def headline(
    article: Article, mentions: Sequence[Mention], options: Options, *, dated: bool = True
) -> Headline:
    """The headline and lead of `article`; without a trusted date its days mean nothing."""
    everyone = frozenset(entity_key(m) for m in named(mentions))
    subjects = frozenset(entity_key(m) for m in named(mentions) if m.part == TITLE and m.entity)
    return Headline(
        subjects=frozenset(s for s in subjects if not is_country(s)),
        everyone=everyone,
        telling=sum(not is_country(e) for e in everyone),
        days=_event_days(article, mentions, options) if dated else frozenset(),
        preview=_PREVIEW.search(to_simplified(article.title)) is not None,
    )


def _event_days(article: Article, mentions: Sequence[Mention], options: Options) -> frozenset[int]:
    published = article.day
    if published is None:
        return frozenset()
    found = set()
    for mention in mentions:
        lead = mention.part == BODY and mention.start < options.story_lead
        early = mention.part == TITLE or lead
        if mention.type == DATE and early and mention.value and len(mention.value) == 10:
            day = _ordinal(mention.value)
            if day is not None and abs(day - published.toordinal()) <= options.story_days_near:
                found.add(day)
    return frozenset(found)


def _ordinal(value: str) -> int | None:
    try:
        return date.fromisoformat(value).toordinal()
    except ValueError:
        return None


def agreement(one: Headline, other: Headline, gap: int, options: Options) -> int:
    """A factor in thousandths: 1000 when nothing speaks against one event. `gap` is in seconds."""
    shared = len(one.subjects & other.subjects) >= options.story_subjects
    factor = options.story_same_subjects if shared else 1000
    later = gap > options.story_later * 3600
    missing = bool(one.subjects - other.everyone), bool(other.subjects - one.everyone)
    if all(missing):
        factor = factor * options.story_both_miss // 1000
    elif any(missing):
        missed = options.story_one_misses_later if later else options.story_one_misses
        factor = factor * missed // 1000
    if one.days and other.days and not one.days & other.days:
        apart = min(abs(a - b) for a in one.days for b in other.days)
        left = options.story_other_day - options.story_other_day_each * apart
        factor = factor * max(left, options.story_other_day_least) // 1000
    if one.preview != other.preview and later:
        factor = factor * options.story_preview // 1000
    return factor
