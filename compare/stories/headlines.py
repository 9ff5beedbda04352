"""What the headline and lead of an article say of an event: who, where, when, how many.

In: an article and its mentions. Out: a `Headline`. Two articles about the same people days apart
share names and words alike; what tells them apart is who and where the headline names, which day
the lead speaks of, and whether it looks ahead.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from compare.model import BODY, DATE, ORGANISATION, PERSON, PLACE, TITLE, Article, Mention
from compare.options import Options
from compare.resources.words import either, word_set
from compare.stories.marks import base_language, entity_key, is_country, named
from compare.stories.titles import is_strap
from compare.text.scripts import to_simplified
from compare.text.words import STOP_WORDS

_PREVIEW = re.compile(
    rf"{either(word_set('zh', 'stories', 'previews'))}"
    rf"|\b(?:{either(word_set('en', 'stories', 'previews'))})\b",
    re.IGNORECASE,
)
_NUMBER = "NUM"
_LETTERS = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*")
_NAME_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Headline:
    """`subjects`: identities named in the headline, countries apart; `everyone`: all identities of
    the article; `telling`: how many of them are not countries; `days`: ordinals of days that
    headline and lead speak of; `preview`: the headline looks ahead; `leading`: identities of
    headline and lead, countries apart; `places`: places and countries; `told`: the text, and
    `names` how it writes each identity; `published`: the ordinal of its day. `actors`: persons,
    then organisations, then places, then countries of the headline, each a set; `lands`: the
    countries of headline and head; `named_so`: capitalised words of the headline; `figures` of the
    headline and `every_figure`, as unit -> values.
    """

    subjects: frozenset[str]
    everyone: frozenset[str]
    telling: int
    days: frozenset[int]
    preview: bool
    leading: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    title: str = ""
    told: str = ""
    language: str = ""
    outlet: str = ""
    published: int | None = None
    actors: tuple[frozenset[str], ...] = (frozenset(), frozenset(), frozenset(), frozenset())
    lands: frozenset[str] = frozenset()
    named_so: frozenset[str] = frozenset()
    figures: Mapping[str, frozenset[str]] = field(default_factory=dict)
    every_figure: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def speaks(self) -> bool:
        """Whether anything here can tell two events apart."""
        return bool(self.everyone or self.days or self.preview or self.title)

    def hears(self, identity: str, other: Headline) -> bool:
        """Whether the text names an identity of `other`, read as one or not."""
        if identity in self.everyone:
            return True
        return any(surface in self.told for surface in other.names.get(identity, ()))


def headline(
    article: Article, mentions: Sequence[Mention], options: Options, *, dated: bool = True
) -> Headline:
    """The headline and lead of `article`; without a trusted date its days mean nothing."""
    heard = list(named(mentions))
    everyone = frozenset(entity_key(m) for m in heard)
    titled = [m for m in heard if m.part == TITLE and m.entity]
    head = [
        m for m in heard if m.part == TITLE or (m.part == BODY and m.start < options.story_head)
    ]
    text = f"{article.title}\n{article.text[: options.story_read]}"
    numbers = [m for m in mentions if m.type == _NUMBER and m.value]
    return Headline(
        subjects=_apart(titled),
        everyone=everyone,
        telling=sum(not is_country(e) for e in everyone),
        days=_event_days(article, mentions, options) if dated else frozenset(),
        preview=_looks_ahead(article, mentions, options, dated=dated),
        leading=_apart(head),
        places=frozenset(entity_key(m) for m in heard if m.type == PLACE),
        names=_written(heard),
        title="" if is_strap(article) else to_simplified(article.title),
        told=to_simplified(text).casefold(),
        language=base_language(article),
        outlet=article.outlet,
        published=article.day.toordinal() if dated and article.day else None,
        actors=(
            *(_apart(m for m in titled if m.type == kind) for kind in (PERSON, ORGANISATION)),
            _apart(m for m in titled if m.type == PLACE),
            _countries(m for m in heard if m.part == TITLE),
        ),
        lands=_countries(head),
        named_so=_capitalised(article.title),
        figures=_by_unit(m for m in numbers if m.part == TITLE),
        every_figure=_by_unit(numbers),
    )


def _countries(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(key for m in mentions if is_country(key := entity_key(m)))


def _capitalised(title: str) -> frozenset[str]:
    """Words that the headline writes like names, folded: not its first, which any headline begins
    so, and none where it capitalises half of its words, as German and some outlets do.
    """
    found = _LETTERS.findall(title)[1:]
    names = [word for word in found if word[0].isupper() and len(word) >= _NAME_LETTERS]
    many = 2 * len(names) >= sum(len(word) >= _NAME_LETTERS for word in found)
    return frozenset() if many else frozenset(word.casefold() for word in names)


def _apart(mentions: Iterable[Mention]) -> frozenset[str]:
    """The identities, countries apart."""
    return frozenset(key for m in mentions if not is_country(key := entity_key(m)))


def _written(mentions: Sequence[Mention]) -> dict[str, frozenset[str]]:
    """Identity -> its names as written, folded. A role in small letters (the central bank) is no
    name: it stands for many.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for m in mentions:
        if not any(word.islower() and word not in STOP_WORDS for word in m.text.split()):
            found[entity_key(m)].add(to_simplified(m.text).casefold())
    return {key: frozenset(surfaces) for key, surfaces in found.items()}


def _by_unit(numbers: Iterable[Mention]) -> dict[str, frozenset[str]]:
    """Unit (empty for a bare number) -> values as written by the reader."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for m in numbers:
        value, _, unit = (m.value or "").partition(" ")
        found[unit].add(value)
    return {unit: frozenset(values) for unit, values in found.items()}


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


def _looks_ahead(
    article: Article, mentions: Sequence[Mention], options: Options, *, dated: bool
) -> bool:
    """Whether headline or first sentence speak of what will be."""
    head = article.text[: options.story_head]
    if _PREVIEW.search(to_simplified(article.title)):
        return True
    days = [
        day
        for m in mentions
        if m.type == DATE
        and m.part == BODY
        and m.start < options.story_head
        and m.value
        and (day := _ordinal(m.value[:10])) is not None
    ]
    published = article.day if dated else None
    return bool(
        published
        and days
        and max(days) > published.toordinal()
        and _PREVIEW.search(to_simplified(head)) is not None
    )


def _ordinal(value: str) -> int | None:
    try:
        return date.fromisoformat(value).toordinal()
    except ValueError:
        return None
