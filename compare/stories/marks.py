"""Articles as rows of marks: what the grouping queries compare.

In: articles, their mentions and entities. Out: `Columns` for an engine. Three channels: identities
of persons, places and organisations; name tokens in Latin letters (for languages that share no
identities); and words (within one language). A mark weighs more in the headline and the lead.

When articles were published, as the grouping sees it: seconds, uncertainty, and doubts. In:
articles. Out: a `Times`. A day without a time stands at its noon, give or take half a day, so two
such days that touch may be the same moment. A date that cannot be right (later than now, give or
take time zones and a server's clock; or later by years than all that most articles have, when
nobody says what day it is, though an archive may well jump two years; the computer epoch; before
newspapers) counts as no date: such an article joins others by strong evidence only.

What an article shares with others besides its entities: its words, and names in Latin letters. In:
a text and its language. Out: counts of words (compared within a language only), and of name tokens
(capitalised words without accents, numbers), which any two languages can share. Chinese, Japanese
and Korean words are pairs of neighbouring characters: no segmenter is needed, and the same text in
two segmentations would share less.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import numpy as np

from compare.model import BODY, ORGANISATION, PERSON, PLACE, TITLE, Article, Entity, Mention
from compare.options import Options
from compare.resources.words import word_set
from compare.stories import sql
from compare.stories.engines import Columns
from compare.text.numerals import (
    HAN_DIGIT,
    HAN_NUMERAL,
    SMALL_WORDS,
    english_value,
    han_value,
)
from compare.text.scripts import to_simplified
from compare.text.words import STOP_WORDS, plain_latin, stem

_RUN = re.compile(r"[\u3400-\u9fff\u3005々]+|[\u30a0-\u30ff]{2,}|[\uac00-\ud7af]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.,])(?:\d{1,3}(?:[,\u2009 ]\d{3})+|\d+(?:[.,]\d+)?)"
    r"(?![A-Za-z0-9年月日时時号號])"
)
_LATIN = re.compile(r"[A-Za-z]{3,}")
_CAPITAL = re.compile(r"(?<![A-Za-zÀ-ɏ0-9'’.-])[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ]{2,}")
_HAN_NUMBER = re.compile(
    rf"(?<![{HAN_NUMERAL}第])[{HAN_DIGIT}十百千]{{2,7}}(?![{HAN_NUMERAL}年月日号號])"
)
_NUMBER_WORDS = re.compile(
    rf"\b(?:{SMALL_WORDS})(?:[ -](?:{SMALL_WORDS}|hundred|and))*\b", re.IGNORECASE
)
_GROUPING = re.compile(r"[,\u2009 ](?=\d{3})")
_FUNCTION_WORDS = """
    le la les des du de un une et en dans pour par sur avec que qui est sont au aux ce ces cette
    son sa ses pas plus il elle ils nous vous der die das den dem des ein eine einer und oder
    mit von zu im ist sind auf fur an als auch nicht sich bei nach aus wird wurde el los las del
    una uno y o con por para es son se su sus lo al no como mas pero ha han hay ser fue o a os
    as do da dos das em um uma e com nao na nos nas il lo gli dei della di che non per una sono
    nel alla het een van op te dat zijn niet met voor ze die aan er
"""
_COMMON = frozenset(_FUNCTION_WORDS.split())
_CALENDAR = frozenset(w.lower() for key in ("days", "months") for w in word_set("en", "dates", key))


def language_key(language: str) -> str:
    """The part of a tag within which words are compared; Chinese has one for both scripts."""
    return language.split("-", maxsplit=1)[0].lower()


def words(text: str, language: str) -> Counter[str]:
    """Counts of the words of `text`: character pairs for CJK, English stems, else plain words."""
    key = language_key(language)
    if key in ("zh", "ja", "ko"):
        return Counter(_pairs(to_simplified(text) if key == "zh" else text, key))
    return Counter(_plain_words(text, key))


def _pairs(text: str, key: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        yield from (f"{key}:{run[i : i + 2]}" for i in range(len(run) - 1))
    yield from (f"{key}:{word.lower()}" for word in _LATIN.findall(text))


def _plain_words(text: str, key: str) -> Iterator[str]:
    for word in _WORD.findall(plain_latin(text)):
        low = word.lower()
        if len(low) < 3 or low in STOP_WORDS or low in _COMMON or low in _CALENDAR:
            continue
        yield f"{key}:{stem(low) if key == 'en' else low}"


def name_tokens(text: str) -> Counter[str]:
    """Counts of capitalised words in Latin letters, without accents, and of numbers from 10."""
    found = Counter(
        plain
        for word in _CAPITAL.findall(text)
        if (plain := plain_latin(word).lower()) not in _COMMON | _CALENDAR | STOP_WORDS
    )
    found.update(numbers(text))
    return found


def numbers(text: str) -> Iterator[str]:
    """The numbers of `text` with two digits or more, without digit grouping, in figures or words;
    years are left out.
    """
    yield from _worded(text)
    for match in _NUMBER.findall(text):
        plain = _GROUPING.sub("", match).replace(",", ".")
        if len(plain) > 1 and not (len(plain) == 4 and plain[:2] in ("19", "20")):
            yield plain


def _worded(text: str) -> Iterator[str]:
    """Numbers from 10 in Chinese or English words, as figures: 三十四 and thirty-four are 34."""
    for match in _HAN_NUMBER.findall(text):
        value = han_value(match)
        if value is not None and _LEAST_WORDED <= value < _MOST_WORDED:
            yield f"{value:g}"
    for match in _NUMBER_WORDS.findall(text):
        value = english_value(match.replace("-", " "))
        if value is not None and value >= _LEAST_WORDED:
            yield f"{value:g}"


_LEAST_WORDED, _MOST_WORDED = 10, 10**6  # of two digits; over that they are rounded anyway
HALF_DAY = 12 * 3600
_FIRST_NEWS = date(1605, 1, 1)
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Times:
    """Per article: seconds since 1970 (0 when unknown), uncertainty in seconds, whether the time is
    known, and whether its date lies in the future.
    """

    seconds: list[int]
    slack: list[int]
    dated: list[bool]
    future: list[bool]


def times(articles: Sequence[Article], options: Options) -> Times:
    """The times of `articles`; `today` is the day of reading when the caller knows it."""
    horizon = _horizon(articles, options)
    future = [a.day is not None and a.day.toordinal() > horizon for a in articles]
    known = [_plausible(a.day) and not late for a, late in zip(articles, future, strict=True)]
    seconds = [_seconds(a.published) if k else 0 for a, k in zip(articles, known, strict=True)]
    slack = [
        0 if isinstance(a.published, datetime) or not k else HALF_DAY
        for a, k in zip(articles, known, strict=True)
    ]
    return Times(seconds, slack, known, future)


def _plausible(day: date | None) -> bool:
    return day is not None and day >= _FIRST_NEWS and day != _EPOCH


def _horizon(articles: Sequence[Article], options: Options) -> int:
    """The last believable day, as an ordinal."""
    if options.today is not None:
        return options.today.toordinal() + options.story_ahead
    days = sorted(a.day.toordinal() for a in articles if a.day and _plausible(a.day))
    later = [i for i in range(1, len(days)) if days[i] - days[i - 1] > options.story_leap]
    if not later or later[-1] < len(days) / 2:  # most articles are late: then the others are old
        return date.max.toordinal()
    return days[later[-1] - 1]


def _seconds(published: datetime | date | None) -> int:
    if published is None:
        return 0
    if isinstance(published, datetime):
        aware = published if published.tzinfo else published.replace(tzinfo=UTC)
        return int(aware.timestamp())
    return int(datetime.combine(published, time(12), UTC).timestamp())


NAMED = (PERSON, PLACE, ORGANISATION)
_COUNTRY = "cc:"
_PRIOR = 1


def entity_key(mention: Mention) -> str:
    """The identity of a mention, else its surface, folded."""
    return mention.entity or f"{mention.type}~{to_simplified(mention.text).casefold()}"


def is_country(key: str) -> bool:
    """True for the id of a country, which says little about what happened."""
    return key.startswith(_COUNTRY)


def named(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of persons, places and organisations in the headline and the body."""
    return (m for m in mentions if m.type in NAMED and m.part in (TITLE, BODY))


def salience(mention: Mention, options: Options) -> int:
    """Thousandths: most in the headline, more in the lead than behind it."""
    if mention.part == TITLE:
        return options.story_title_factor
    return options.story_lead_factor if mention.start < options.story_lead else 1000


def number(text: str) -> int:
    """A 63-bit id, the same on every machine."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:8], "big") >> 1


Mark = tuple[int, str, int, int]  # channel, key, tf in thousandths, prior count


def _entity_marks(mentions: Sequence[Mention], options: Options) -> Iterator[Mark]:
    best: dict[str, int] = {}
    for mention in named(mentions):
        key = entity_key(mention)
        best[key] = max(best.get(key, 0), salience(mention, options))
    for key, tf in best.items():
        prior = options.story_country_prior if is_country(key) else _PRIOR
        yield sql.NAMES, f"n|{key}", tf, prior


def _token_marks(
    article: Article,
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    options: Options,
) -> Iterator[Mark]:
    body = article.text[: options.story_read]
    lead = name_tokens(f"{article.title}\n{body[: options.story_lead]}")
    found = set(lead) | set(name_tokens(body))
    for mention in named(mentions):
        entity = entities.get(mention.entity) if mention.entity else None
        if entity is None or is_country(entity.id):
            continue
        latin = name_tokens(entity.names.get("en", entity.name))
        found.update(latin)
        if mention.part == TITLE or mention.start < options.story_lead:
            lead.update(latin)
    for token in found:
        factor = options.story_lead_factor if token in lead else 1000
        yield sql.TOKENS, f"t|{token}", factor, _PRIOR


def _word_marks(article: Article, options: Options) -> Iterator[Mark]:
    counts = words(article.text[: options.story_read], article.language)
    title = words(article.title, article.language)
    for word, n in title.items():
        counts[word] += options.story_title_words * n
    for word, n in _most(counts, options.story_most_words):
        yield sql.WORDS, f"w|{word}", round(1000 * (1 + math.log(n))), _PRIOR


def _most(counts: Counter[str], most: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]


def marks_of(
    article: Article,
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    options: Options,
) -> list[Mark]:
    """All marks of one article."""
    return [
        *_entity_marks(mentions, options),
        *_token_marks(article, mentions, entities, options),
        *_word_marks(article, options),
    ]


def columns(
    articles: Sequence[Article],
    ids: Sequence[int],
    when: Times,
    mentions: Mapping[str, Sequence[Mention]],
    entities: Mapping[str, Entity],
    options: Options,
) -> Columns:
    """The two tables of the queries; `ids` are the 63-bit ids of `articles`."""
    rows: list[tuple[int, int, int, int, int]] = []
    known: dict[str, int] = {}
    for article, owner in zip(articles, ids, strict=True):
        said = mentions.get(article.id, ())
        for channel, key, tf, prior in marks_of(article, said, entities, options):
            if key not in known:
                known[key] = number(key)
            rows.append((owner, channel, known[key], tf, prior))
    table = np.array(rows, dtype=np.int64).reshape(-1, 5).T
    names = ("article_id", "ch", "e", "tf", "prior")
    return Columns(
        _article_columns(ids, when, options), dict(zip(names, table.copy(), strict=True))
    )


def _article_columns(ids: Sequence[int], when: Times, options: Options) -> dict[str, np.ndarray]:
    width = bucket_width(options)
    return {
        "id": np.array(ids, dtype=np.int64),
        "ts": np.array(when.seconds, dtype=np.int64),
        "slack": np.array(when.slack, dtype=np.int64),
        "bk": np.array([seconds // width for seconds in when.seconds], dtype=np.int64),
        "dated": np.array(when.dated, dtype=np.int64),
    }


def bucket_width(options: Options) -> int:
    """Seconds of a time bucket: two articles within the window are at most one bucket apart."""
    return options.story_window * 3600 + 2 * HALF_DAY


def base_language(article: Article) -> str:
    """The language whose words the article shares with others."""
    return language_key(article.language)
