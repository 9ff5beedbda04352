"""A story of twelve sources and 150 claims, to measure how heavy and how quick its page is."""

from __future__ import annotations

from datetime import date

from compare.model import (
    Article,
    Attribution,
    Cell,
    Claim,
    Comparison,
    Evidence,
    Origin,
    Paragraph,
    Source,
    Story,
)
from compare.reading.document import document

STATUSES = ("included", "absent", "partial", "unclear", "absent", "conflicts")
MISSING = ("absent", "unclear")


def bulletin(number: int, sentences: list[str]) -> Source:
    """A source with every sentence that it carries, three a paragraph."""
    kept = [s for n, s in enumerate(sentences) if STATUSES[(n + number) % 6] not in MISSING]
    texts = ["".join(kept[n : n + 3]) for n in range(0, len(kept), 3)]
    paragraphs, at = [], 0
    for text in texts:
        paragraphs.append(Paragraph(at, at + len(text), "zh-Hans"))
        at += len(text) + 2
    key, whole = f"outlet-{number:02d}", "\n\n".join(texts)
    day = date(2031, 5, 1 + number)
    made = Article(f"a{number}", key, key, "通告", whole, tuple(paragraphs), day, "zh-Hans")
    return Source(key, document(made))


def large_comparison() -> Comparison:
    """Twelve sources and 150 claims; every cell has a sentence, its own or the nearest."""
    sentences = [
        f"第{n}号通告说，港务局在罢工之后恢复了第{n}号码头的夜间作业。" for n in range(150)
    ]
    sources = tuple(bulletin(number, sentences) for number in range(12))
    claims = []
    for n, sentence in enumerate(sentences):
        cells = {}
        for number, source in enumerate(sources):
            status = STATUSES[(n + number) % 6]
            if status in MISSING:
                near = next(s for s in sentences[n:] + sentences if s in source.article.text)
                cells[source.id] = Cell(status, 0.3, nearest=span(source.article, near))
            else:
                found = span(source.article, sentence)
                cells[source.id] = Cell(status, 0.5, evidence=(found,), attribution=said(found))
        origin = Origin("remarks", "Harbour Office")
        claims.append(Claim(f"c{n + 1:02d}", sentence, origin, cells, "zh-Hans"))
    articles = tuple(source.article for source in sources)
    story = Story("large", "通告", date(2031, 5, 1), date(2031, 5, 12), articles)
    return Comparison(story, sources, tuple(claims))


def span(article: Article, quote: str) -> Evidence:
    """The sentence where it stands."""
    start = article.text.index(quote)
    end, paragraph = start + len(quote), article.paragraph_at(start)
    return Evidence(article.id, "body", start, end, quote, paragraph, 0.5)


def said(found: Evidence) -> Attribution:
    """The words of an office."""
    return Attribution(
        found.article,
        "body",
        found.quote,
        (found.start, found.end),
        mode="indirect",
        source_text="港务局",
        cue_text="说",
        speaker="Harbour Office",
        kind="remarks",
    )
