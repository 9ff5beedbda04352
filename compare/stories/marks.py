"""Articles as rows of marks: what the grouping queries compare.

In: articles, their mentions and entities. Out: `Columns` for an engine. Three channels: identities
of persons, places and organisations; name tokens in Latin letters (for languages that share no
identities); and words (within one language). A mark weighs more in the headline and the lead.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from compare.model import BODY, ORGANISATION, PERSON, PLACE, TITLE, Article, Entity, Mention
from compare.options import Options
from compare.stories import sql
from compare.stories.engines import Columns
from compare.stories.times import HALF_DAY, Times
from compare.stories.words import language_key, name_tokens, words
from compare.text.scripts import to_simplified

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
