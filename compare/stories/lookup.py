"""Finding a story by a loosely given name.

In: what the user typed and the stories. Out: one story, or an error that lists candidates. Rules
from strict to loose, and the first that anything passes decides: the slug itself; its words in any
order; beginnings of its words; names (any language, either Chinese script) and headline words; the
same where Chinese names stand without a space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from compare.errors import Ambiguous, NotFound
from compare.model import Story
from compare.text.scripts import to_simplified
from compare.text.words import plain_latin

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
    hint = f"; did you mean {near[0]}?" if near else ""
    raise NotFound(f"no story '{name}'{hint}", near)


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
