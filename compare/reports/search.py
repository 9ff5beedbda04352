"""Who carries a claim that the user typed.

In: the text and, per article, evidence (best first) or the nearest sentence. Out: blocks: the
articles that carry it with their sentences, then the others with what came nearest.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Article, Evidence
from compare.reports.assemble_reading import Found
from compare.reports.blocks import Block, Heading, Item, Items, Line, Quote
from compare.reports.display import ORIGINAL
from compare.reports.matrix import where_words
from compare.reports.story import script_blocks
from compare.reports.words import decimal, say, when


def search_blocks(text: str, found: Sequence[Found], script: str = ORIGINAL) -> list[Block]:
    """The report of `compare find`."""
    blocks: list[Block] = [Heading(say("find", text=text), level=1), *script_blocks(script)]
    carried = tuple(_item(article, evidence) for article, evidence, _ in found if evidence)
    missing = tuple(
        _item(article, [nearest])
        for article, evidence, nearest in found
        if not evidence and nearest is not None
    )
    if carried:
        blocks += [Heading(say("find.yes")), Items(carried)]
    if missing:
        blocks += [Heading(say("find.none")), Items(missing)]
    return blocks if carried or missing else [*blocks, Line(say("find.empty"))]


def _item(article: Article, spans: Sequence[Evidence]) -> Item:
    text = say(
        "find.carried",
        outlet=article.outlet_name,
        published=when(article.published),
        title=article.title,
    )
    return Item(text, tuple(Quote(_label(span), span.quote) for span in spans))


def _label(span: Evidence) -> str:
    return say("scored", where=where_words(span), score=decimal(span.score))
