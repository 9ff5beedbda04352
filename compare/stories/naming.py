"""Titles, slugs and leading entities of stories.

In: a group of articles with mentions and entities. Out: the headline of its most central article,
and an ASCII slug: family names in English in headline order (`blinken-han`), else place and event
(`hualien-quake`), else words. What has no Latin form is read in pinyin. The same articles always
get the same slug; a clash gets the date.

Finding a story by a loosely given name. In: what the user typed and the stories. Out: one story, or
an error that lists candidates. Rules from strict to loose, and the first that anything passes
decides: the slug itself; its words in any order; beginnings of its words; names (any language,
either Chinese script) and headline words; the same where Chinese names stand without a space.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from compare.errors import Ambiguous, NotFound
from compare.model import ORGANISATION, PERSON, PLACE, TITLE, Article, Entity, Mention, Story
from compare.options import Options
from compare.resources.gazetteer import readings
from compare.resources.words import word_set
from compare.resources.words import words as words_of
from compare.stories.marks import entity_key, is_country, named, salience
from compare.text.scripts import to_simplified
from compare.text.words import STOP_WORDS, plain_latin

_FAMILY_FIRST = word_set("zh", "names", "family_first")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_TITLE_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]+")
_POSSESSIVE = re.compile("['’]s?$")
_HANZI = re.compile(r"[\u4e00-\u9fff]+")
_DOTS = re.compile("[·‧•・･∙⋅]")
_DULL = STOP_WORDS | word_set("en", "stories", "dull")


def ascii_words(text: str) -> list[str]:
    """The words of `text` in plain lower-case ASCII; empty when it has no Latin letters."""
    plain = unicodedata.normalize("NFKD", plain_latin(text)).encode("ascii", "ignore").decode()
    return _ASCII_WORD.findall(plain.lower().replace("'", ""))


def family_name(entity: Entity) -> str | None:
    """The family name in ASCII; pinyin when the name has no Latin form, None without hanzi too."""
    if entity.family and (family := "".join(ascii_words(entity.family))):
        return family
    words = ascii_words(entity.names.get("en", entity.name))
    if not words:
        return _family_pinyin(entity.names.get("zh-Hans", entity.name))
    eastern = len(words) in (2, 3) and words[0] in _FAMILY_FIRST and words[-1] not in _FAMILY_FIRST
    return words[0] if eastern or len(words) == 1 else words[-1]


def _family_pinyin(name: str) -> str | None:
    """Chinese names begin with the family name, transliterated ones with dots end in it."""
    *given, last = _DOTS.split(to_simplified(name))
    hanzi = "".join(_HANZI.findall(last))
    special: Mapping[str, str] = words_of("zh")["surname_pinyin"]
    for length in () if given else (2, 1):
        if hanzi[:length] in special:
            return special[hanzi[:length]]
    if not given and hanzi[:1] in words_of("zh")["names"]["surnames"] and len(hanzi) < 4:
        hanzi = hanzi[:1]
    return pinyin(hanzi) or None


def pinyin(text: str) -> str:
    """The hanzi of Simplified `text` in pinyin without tones, in one word."""
    table = readings()
    return "".join(table[c].pinyin[0] for c in text if c in table and table[c].pinyin)


def slug(
    headline: Article,
    articles: Sequence[Article],
    mentions: Mapping[str, Sequence[Mention]],
    entities: Mapping[str, Entity],
    options: Options,
) -> str:
    """A slug from the names and words of the leading article's headline, else of the others'."""
    others = sorted((a for a in articles if a.id != headline.id), key=lambda a: a.id)
    persons = _titled(headline, mentions, entities, (PERSON,))
    names = _distinct([n for e in persons if (n := family_name(e))])
    names = names[: options.story_slug_names]
    if len(names) >= 2:
        return "-".join(names)
    places = _titled(headline, mentions, entities, (PLACE, ORGANISATION))
    places.sort(key=lambda e: (is_country(e.id), e.type == ORGANISATION))
    known = {w for e in [*persons, *places] for w in ascii_words(e.names.get("en", e.name))}
    for place in places[:1]:
        names += [w for w in _words_of(place) if w not in names][:2]
    for article in [headline, *others]:
        called = known | _called(article, mentions.get(article.id, ()))
        names += [w for w in _event_words(article.title, called) if w not in names]
        if len(names) >= 2:
            break
    if len(names) < 2:
        names += _read_words(headline, mentions.get(headline.id, ()))
    return "-".join(_distinct(names)[: options.story_slug_names]) or "story"


def _called(article: Article, mentions: Sequence[Mention]) -> set[str]:
    """The words with which the headline names places, such as Bulgarian: the place says it."""
    found = [
        article.title[m.start : m.end] for m in mentions if m.part == TITLE and m.type == PLACE
    ]
    return {w for text in found for w in ascii_words(_POSSESSIVE.sub("", text))}


def _words_of(place: Entity) -> list[str]:
    words = ascii_words(place.names.get("en", place.name))
    return words or [w for w in [pinyin(to_simplified(place.name))] if w]


def _read_words(article: Article, mentions: Sequence[Mention]) -> list[str]:
    """The first two words of a Chinese headline that name nobody, in pinyin."""
    import rjieba

    rest = list(article.title)
    for mention in mentions:
        if mention.part == TITLE:
            rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    words = rjieba.cut(to_simplified("".join(rest)))
    return [w for w in (pinyin(word) for word in words if len(word) > 1) if w][:2]


def _titled(
    article: Article,
    mentions: Mapping[str, Sequence[Mention]],
    entities: Mapping[str, Entity],
    types: tuple[str, ...],
) -> list[Entity]:
    """Entities of these types in the headline, in its order."""
    inside = [m for m in mentions.get(article.id, ()) if m.part == TITLE and m.type in types]
    found: dict[str, Entity] = {}
    for mention in sorted(inside, key=lambda m: (m.start, -m.end)):
        entity = entities.get(mention.entity or "")
        entity = entity or Entity(entity_key(mention), mention.text, mention.type)
        found.setdefault(entity.id, entity)
    return list(found.values())


def _distinct(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _event_words(title: str, known: set[str]) -> list[str]:
    """English words for the event in `title`, at most two."""
    folded = to_simplified(title)
    table: Mapping[str, str] = words_of("zh")["stories"]["events"]
    events = [(folded.find(zh), en) for zh, en in table.items() if zh in folded]
    if events:
        return _distinct([en for _, en in sorted(events)])[:2]
    plain = (_POSSESSIVE.sub("", raw) for raw in _TITLE_WORD.findall(title))
    words = [w for word in plain for w in ascii_words(word)]
    return _distinct([w for w in words if len(w) > 2 and w not in _DULL and w not in known])[:2]


def unique(slugs: Sequence[str], days: Sequence[date | None]) -> list[str]:
    """Slugs made distinct: all that clash but the first get their date, then a number."""
    taken: Counter[str] = Counter()
    out = []
    for name, day in zip(slugs, days, strict=True):
        candidate = name
        if taken[candidate] and day is not None:
            candidate = f"{name}-{day.isoformat()}"
        number = 2
        base = candidate
        while taken[candidate]:
            candidate = f"{base}-{number}"
            number += 1
        taken[candidate] += 1
        out.append(candidate)
    return out


def leading(
    articles: Sequence[Article],
    mentions: Mapping[str, Sequence[Mention]],
    entities: Mapping[str, Entity],
    options: Options,
) -> tuple[Entity, ...]:
    """The identities that most of the articles name first."""
    weight: Counter[str] = Counter()
    for article in articles:
        best: dict[str, int] = {}
        for mention in named(mentions.get(article.id, ())):
            if mention.entity and mention.entity in entities:
                here = salience(mention, options)
                best[mention.entity] = max(best.get(mention.entity, 0), here)
        weight.update(best)
    order = sorted(weight.items(), key=lambda item: (is_country(item[0]), -item[1], item[0]))
    return tuple(entities[key] for key, _ in order[: options.story_leading])


_SPLIT = re.compile(r"[\s\-_/,，、+&]+")
_NEAREST = 3
_LEAST_LIKE = 50
_SHORTEST = 2


def find_story(name: str, stories: Sequence[Story]) -> Story:
    """The story that `name` means. Ambiguous lists the slugs that it fits, NotFound the nearest."""
    exact = [story for story in stories if story.slug == name.strip()]
    if exact:
        return exact[0]
    tokens = _tokens(name)
    for rule in (_same_words, _beginnings, _anywhere, _joined) if tokens else ():
        found = [story for story in stories if rule(tokens, story)]
        if len(found) == 1:
            return found[0]
        if found:
            slugs = tuple(story.slug for story in found)
            raise Ambiguous(f"'{name}' fits {len(slugs)} stories: {', '.join(slugs)}", slugs)
    near = _nearest(name, stories)
    raise NotFound(f"no story '{name}'", near, tuple(story.slug for story in stories))


def _tokens(text: str) -> list[str]:
    return [t for t in _SPLIT.split(_plain(text)) if t]


def _plain(text: str) -> str:
    return plain_latin(to_simplified(text)).casefold()


def _same_words(tokens: Sequence[str], story: Story) -> bool:
    return sorted(tokens) == sorted(story.slug.split("-"))


def _each(tokens: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return all(fits(token) for token in tokens)


def _beginnings(tokens: Sequence[str], story: Story) -> bool:
    words = story.slug.split("-")
    return _each(tokens, lambda token: any(word.startswith(token) for word in words))


def _anywhere(tokens: Sequence[str], story: Story) -> bool:
    text = _wording(story)
    return _each(tokens, lambda token: _occurs(token, text))


def _joined(tokens: Sequence[str], story: Story) -> bool:
    text = _wording(story)
    return _each(tokens, lambda token: _occurs(token, text) or _parts_occur(token, text))


def _wording(story: Story) -> str:
    names = [n for e in story.entities for n in (e.name, *e.names.values())]
    return "\n".join(_plain(t) for t in [story.slug, *names, *(a.title for a in story.articles)])


def _parts_occur(token: str, text: str) -> bool:
    """True when the token falls into words of two hanzi or more that occur (韩正布林肯)."""
    if token.isascii():
        return False
    cuts = range(_SHORTEST, len(token) - _SHORTEST + 1)
    return any(
        token[:cut] in text and (token[cut:] in text or _parts_occur(token[cut:], text))
        for cut in cuts
    )


def _occurs(token: str, text: str) -> bool:
    if token.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(token)}", text) is not None
    return token in text


def _nearest(name: str, stories: Sequence[Story]) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process

    slugs = sorted({story.slug for story in stories})
    found = process.extract(
        _plain(name), slugs, scorer=fuzz.WRatio, limit=_NEAREST, score_cutoff=_LEAST_LIKE
    )
    return tuple(slug for slug, _, _ in found)
