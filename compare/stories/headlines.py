"""What headlines and leads say, and how far two of them agree on one event.

In: an article and its mentions. Out: a `Headline`, and a factor in thousandths for a pair. Two
articles about the same people days apart share names and words alike; what tells them apart is who
and where the headline names, which day the lead speaks of, and whether it looks ahead. Reports made
from one template (results of companies, quakes, rates, warnings) share nearly all their words and
nothing that they name, and a daily column shares its headline only: there likeness speaks against
one event. Names that reading did not find in the other text are looked for in its characters first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from compare.model import BODY, DATE, PLACE, TITLE, Article, Mention
from compare.options import Options
from compare.resources.words import either, word_set
from compare.stories.marks import base_language, entity_key, is_country, named, words
from compare.text.scripts import to_simplified
from compare.text.words import STOP_WORDS

_PREVIEW = re.compile(
    rf"{either(word_set('zh', 'stories', 'previews'))}"
    rf"|\b(?:{either(word_set('en', 'stories', 'previews'))})\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Headline:
    """`subjects`: identities named in the headline, countries apart; `everyone`: all identities of
    the article; `telling`: how many of them are not countries; `days`: ordinals of days that
    headline and lead speak of; `preview`: the headline looks ahead; `leading`: identities of
    headline and lead, countries apart; `places`: places and countries; `told`: the text, of which
    `surfaces` are its names as written; `published`: the ordinal of its day.
    """

    subjects: frozenset[str]
    everyone: frozenset[str]
    telling: int
    days: frozenset[int]
    preview: bool
    leading: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    surfaces: frozenset[str] = frozenset()
    title: str = ""
    told: str = ""
    language: str = ""
    outlet: str = ""
    published: int | None = None

    @property
    def speaks(self) -> bool:
        """Whether anything here can tell two events apart."""
        return bool(self.everyone or self.days or self.preview or self.title)


def headline(
    article: Article, mentions: Sequence[Mention], options: Options, *, dated: bool = True
) -> Headline:
    """The headline and lead of `article`; without a trusted date its days mean nothing."""
    heard = list(named(mentions))
    everyone = frozenset(entity_key(m) for m in heard)
    subjects = frozenset(entity_key(m) for m in heard if m.part == TITLE and m.entity)
    leading = frozenset(
        entity_key(m) for m in heard if m.part == TITLE or m.start < options.story_head
    )
    text = f"{article.title}\n{article.text[: options.story_read]}"
    return Headline(
        subjects=frozenset(s for s in subjects if not is_country(s)),
        everyone=everyone,
        telling=sum(not is_country(e) for e in everyone),
        days=_event_days(article, mentions, options) if dated else frozenset(),
        preview=_PREVIEW.search(to_simplified(article.title)) is not None,
        leading=frozenset(s for s in leading if not is_country(s)),
        places=frozenset(entity_key(m) for m in heard if m.type == PLACE),
        surfaces=frozenset(to_simplified(m.text).casefold() for m in heard if _is_name(m.text)),
        title=to_simplified(article.title),
        told=to_simplified(text).casefold(),
        language=base_language(article),
        outlet=article.outlet,
        published=article.day.toordinal() if dated and article.day else None,
    )


def _is_name(text: str) -> bool:
    """False for a role in small letters (the central bank), which stands for many."""
    return not any(word.islower() and word not in STOP_WORDS for word in text.split())


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


def agreement(
    one: Headline, other: Headline, gap: int, options: Options, shared_words: int = 0
) -> int:
    """A factor in thousandths: 1000 when nothing speaks against one event. `gap` is in seconds,
    `shared_words` the likeness of the words in thousandths.
    """
    shared = len(one.subjects & other.subjects) >= options.story_subjects
    factor = options.story_same_subjects if shared else 1000
    later = gap > options.story_later * 3600
    if not (shared or later) and one.leading & other.leading & one.places & other.places:
        factor = options.story_same_place
    missing = bool(one.subjects - other.everyone), bool(other.subjects - one.everyone)
    if all(missing):
        factor = factor * options.story_both_miss // 1000
    elif any(missing):
        missed = options.story_one_misses_later if later else options.story_one_misses
        factor = factor * missed // 1000
    if one.days and other.days and not one.days & other.days:
        factor = factor * _other_days(one, other, gap, options) // 1000
    if one.preview != other.preview and later:
        factor = factor * options.story_preview // 1000
    if one.language == other.language:
        factor = factor * _template(one, other, shared_words, options) // 1000
    return factor


def _other_days(one: Headline, other: Headline, gap: int, options: Options) -> int:
    """The factor of leads that speak of other days. Where both came at one time, the day of
    publication in a lead is when somebody said it, and the event may lie before.
    """
    today = {one.published} == one.days or {other.published} == other.days
    if today and not gap:
        return options.story_said_today
    apart = min(abs(a - b) for a in one.days for b in other.days)
    left = options.story_other_day - options.story_other_day_each * apart
    return max(left, options.story_other_day_least)


def _template(one: Headline, other: Headline, shared_words: int, options: Options) -> int:
    """The factor of likeness that comes of a template: 1000 where it does not."""
    if _is_column(one, other, options):
        return options.story_column
    if not (one.everyone and other.everyone) or _heard(one, other):
        return 1000
    apart = not one.everyone & other.everyone
    placed = bool(one.places and other.places)
    alike = shared_words >= options.story_template_words
    if apart and (placed or (one.subjects and other.subjects) or alike):
        return options.story_nothing_named
    elsewhere = placed and not one.places & other.places
    swapped = bool(one.subjects and other.subjects) and not one.subjects & other.subjects
    if alike and (elsewhere or (swapped and _same_title(one, other, options))):
        return options.story_other_place
    return 1000


def _heard(one: Headline, other: Headline) -> bool:
    """Whether a name of one that the other lacks stands in its text after all."""
    return any(s in other.told for s in one.surfaces - other.surfaces) or any(
        s in one.told for s in other.surfaces - one.surfaces
    )


def _same_title(one: Headline, other: Headline, options: Options) -> bool:
    left, right = _TOKEN.findall(one.title.lower()), _TOKEN.findall(other.title.lower())
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= options.story_same_title


def _is_column(one: Headline, other: Headline, options: Options) -> bool:
    """A headline used again by one outlet on another day, over another text."""
    days = one.published, other.published
    if one.outlet != other.outlet or not one.title or (None not in days and days[0] == days[1]):
        return False
    if _TOKEN.findall(one.title.lower()) != _TOKEN.findall(other.title.lower()):
        return False
    mine, yours = (set(words(h.told.partition("\n")[2], h.language)) for h in (one, other))
    least = min(len(mine), len(yours))
    return len(mine & yours) < options.story_same_text * least
