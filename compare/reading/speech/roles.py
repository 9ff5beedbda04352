"""Roles that stand for somebody: “the minister”, 国务卿, 声明.

In: a source's words, who has spoken so far, and the text. Out: the person that the role means in
this article, or None. A role binds to whoever carries it beside a name, never to an outsider.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.reading.speech.directory import Directory, Named, is_title, simple
from compare.resources.cues import Cues

_ROLE_EN = re.compile(
    r"(?:the|a|an|one|another|his|her|their) (?:[\w-]+ ){0,3}(?:president|minister"
    r"|secretary|senator|governor|mayor|spokes\w+|chair\w+|chief|director"
    r"|leader|ambassador|envoy|general|commander|professor|judge|lawyer|officer|official|candidate"
    r"|nominee|congress\w+|premier|chancellor|king|queen|pope|prosecutor|diplomat|executive|author"
    r"|scientist|doctor|teacher|adviser|analyst|expert|witness"
    r"|strategist|aide|man|woman|resident|voter|supporter|historian|economist|soldier|farmer|pilot"
    r"|survivor|neighbou?r|friend|wife|husband|son|daughter|mother|father|brother|sister)$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"^(?:the|his|her|their|its|full|该|这份|全文)\s?|\bfull\b|\s")
_NAME_BEHIND = re.compile(
    r"(?P<dotted>[\u3400-\u9fff]{1,6}[·‧•・-][\u3400-\u9fff]{1,5})|[\u3400-\u9fff]{2,4}"
)


def is_bare_statement(words: str, cues: Cues) -> bool:
    """“His statement”, 声明: a text of the last speaker, since it names no other."""
    folded = simple(words)
    found = (cues.statement_en if words.isascii() else cues.statement_zh).search(folded)
    if found is None or len(words) > 20:
        return False
    owner = folded[: found.start()].lower()
    return not _OWNER.sub("", _OWNER.sub("", owner))


def role(
    words: str, spoken: Iterable[tuple[str, Named]], text: str, directory: Directory
) -> Named | None:
    """The person whom a role without a name means. `spoken` yields (words, who), latest first."""
    chinese = not words.isascii()
    folded = simple(words)
    if chinese and is_title(folded):
        head = re.sub(r"^(?:该|这位|这名)", "", folded)
    elif not chinese and words.lower().startswith("the ") and _ROLE_EN.match(words):
        head = folded.rpartition(" ")[2].lower()
    else:
        return None
    for earlier, who in spoken:
        if head in simple(earlier).lower():
            return who
    return _beside(head, text, directory) if chinese else _behind(head, text, directory)


def is_personal(words: str) -> bool:
    """True for a role that one person fills, named or not: the governor, 市长."""
    if words.isascii():
        return bool(_ROLE_EN.match(words))
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
    """The English name right behind a role: Foreign Minister Solheim."""
    pattern = rf"\b(?i:{re.escape(head)}) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
    found = re.search(pattern, text)
    named = None if found is None else directory.named(found.span(1))
    return named if named is not None and named.person else None
