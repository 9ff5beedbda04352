"""Two sources side by side, made for the tests of the page."""

from __future__ import annotations

from dataclasses import replace

from compare.model import BODY, Article, Comparison, Evidence, Source
from compare.reading.document import document
from compare.reports.beside import ALONE, SHARED, Beside, Match, Row


def chinese(found: Comparison) -> Beside:
    """Two sources of one language: a linked sentence, a moved row, what each has alone."""
    _, nan, wan, _ = found.sources
    left = proof(nan.article, "港口在罢工九天后恢复作业。")
    right = proof(wan.article, "工會表示，若談判破裂，不排除再次罷工。")
    rows = (
        Row(((0,), (1,)), "moved", (1,), (Match("c01", (0, 1), left, right),)),
        Row(((), (0,)), "only"),
        Row(((1,), ()), "only"),
    )
    told = (((left.start, left.end, SHARED),), ((right.start, right.end, SHARED),))
    return Beside((nan, wan), rows, told)


def english(found: Comparison) -> Beside:
    """Two versions of one English sentence."""
    wire = found.sources[0]
    text = wire.article.text.replace("Monday", "Tuesday")
    copied = replace(wire.article, id="copy-1", text=text.replace("Ferry", "Some ferry"))
    other = Source("copy", document(copied))
    first, second = (s.article.text.split("\n\n")[0] for s in (wire, other))
    left, right = proof(wire.article, first), proof(copied, second)
    rows = (
        Row(((0,), (0,)), matches=(Match("c01", (0, 1), left, right),)),
        Row(((1, 2), ()), "only"),
    )
    told = (
        ((left.start, left.end, SHARED), (left.end, len(wire.article.text), ALONE)),
        ((right.start, right.end, SHARED),),
    )
    return Beside((wire, other), rows, told)


def proof(article: Article, quote: str) -> Evidence:
    """A sentence of a body as evidence."""
    start = article.text.index(quote)
    where = article.paragraph_at(start)
    return Evidence(article.id, BODY, start, start + len(quote), quote, where, 0.9)
