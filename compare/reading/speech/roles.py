"""Roles that stand for somebody: “the minister”, 国务卿, 声明.

In: a source's words, who has spoken so far, and the text. Out: the person that the role means in
this article, or None. A role binds to whoever carries it beside a name, never to an outsider.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.reading.speech.directory import Directory, Named, is_title, simple
from compare.reading.speech.source_words import SourceWords
from compare.text.scripts import han_count

_NAME_BEHIND = re.compile(
    r"(?P<dotted>[\u3400-\u9fff]{1,6}[·‧•・-][\u3400-\u9fff]{1,5})|[\u3400-\u9fff]{2,4}"
)


def is_bare_statement(words: str, tell: SourceWords) -> bool:
    """“His statement”, 声明: a text of the last speaker, since it names no other."""
    folded = simple(words)
    found = tell.statement.search(folded)
    if found is None or len(words) > 20:
        return False
    owner = folded[: found.start()].lower()
    return not tell.owner.sub("", owner)


def role(
    words: str,
    spoken: Iterable[tuple[str, Named]],
    text: str,
    directory: Directory,
    tell: SourceWords,
) -> Named | None:
    """The person whom a role without a name means. `spoken` yields (words, who), latest first."""
    chinese = han_count(words) > 0
    folded = simple(words)
    if chinese and is_title(folded):
        head = re.sub(r"^(?:该|这位|这名)", "", folded)
    elif words.lower().startswith(tell.definite) and (found := tell.role.match(words)):
        head = found["head"].lower()
    else:
        return None
    for earlier, who in spoken:
        if head in simple(earlier).lower():
            return who
    return _beside(head, text, directory) if chinese else _behind(head, text, directory)


def is_personal(words: str, tell: SourceWords) -> bool:
    """True for a role that one person fills, named or not: the governor, 市长."""
    if not han_count(words):
        return bool(tell.role.match(words))
    return is_title(words) and not re.search(r"们$|等$|多名|[两几数]名", simple(words))


def _beside(head: str, text: str, directory: Directory) -> Named | None:
    """The Chinese name right behind a role, anywhere in the text."""
    folded = simple(text)
    at = folded.find(head)
    while at >= 0:
        found = _NAME_BEHIND.match(folded, at + len(head))
        if found is not None:
            ends = range(found.end(), found.start() + 1, -1)
            named = (directory.named((at, end)) for end in ends)
            return next((n for n in named if n.entity or (found["dotted"] and n.person)), None)
        at = folded.find(head, at + 1)
    return None


def _behind(head: str, text: str, directory: Directory) -> Named | None:
    """The name right behind a role: Foreign Minister Solheim; le maire, Pascal Verdon."""
    noun, name = rf"\b(?i:{re.escape(head)})", r"([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)"
    for pattern in (
        rf"{noun},? {name}",
        rf"{noun}\b[^,.;:\n]{{0,40}}, {name},",
        rf"{name}, {noun}\b",
    ):
        for found in re.finditer(pattern, text):
            named = directory.named(found.span(1))
            if named.person:
                return named
    return None
