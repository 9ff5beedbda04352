"""An article cut into blocks of one script, as the rules read them.

In: an article. Out: blocks of folded text with the way back to offsets of their part. Share links
and newsletter stubs are left out: names in them are not the article's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.model import BODY, TITLE, Article
from compare.text.scripts import Folded, fold, han_count

_READ = (TITLE, BODY, "caption", "dateline", "credit", "byline")


@dataclass(frozen=True, slots=True)
class Block:
    """Folded `text` that begins at `start` of part `part`; `chinese` when hanzi prevail in it."""

    part: str
    start: int
    folded: Folded
    language: str
    chinese: bool

    @property
    def text(self) -> str:
        """The Simplified text."""
        return self.folded.text

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the part for offsets into the block."""
        first, last = self.folded.original(start, end)
        return self.start + first, self.start + last


def blocks(article: Article) -> Iterator[Block]:
    """The blocks of title, body and further parts, in this order."""
    for part in _READ:
        text = article.part(part)
        if not text.strip():
            continue
        if part == BODY and len({p.language[:2] for p in article.paragraphs}) > 1:
            yield from _of_paragraphs(article)
        else:
            yield _block(part, 0, text, article.language)


def _of_paragraphs(article: Article) -> Iterator[Block]:
    """The body in runs of paragraphs of one language."""
    paragraphs = list(article.paragraphs)
    while paragraphs:
        same = paragraphs[0].language[:2]
        count = next(
            (i for i, p in enumerate(paragraphs) if p.language[:2] != same), len(paragraphs)
        )
        first, last = paragraphs[0], paragraphs[count - 1]
        yield _block(BODY, first.start, article.text[first.start : last.end], first.language)
        paragraphs = paragraphs[count:]


def _block(part: str, start: int, text: str, language: str) -> Block:
    chinese = han_count(text) * 5 > len(text)
    return Block(part, start, fold(text), language, chinese)
