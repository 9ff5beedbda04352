"""How one article was read: text, parts, dates, whose words, and names; and who carries a claim.

In: an inspected article, or the answers of a search. Out: blocks. Names are listed once per surface
and identity, with the evidence for it, because a reader checks the identity, not the count. A
search shows who carries the claim with their sentences, then what came nearest elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from compare.model import (
    BODY,
    Article,
    Attribution,
    Entity,
    Evidence,
    Found,
    Inspection,
    Mention,
    Speech,
)
from compare.reports.blocks import (
    ORIGINAL,
    Block,
    Column,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Quote,
    Text,
)
from compare.reports.matrix import part_words, where_words
from compare.reports.story import script_blocks
from compare.reports.words import decimal, said, say, when


def reading_blocks(reading: Inspection, *, entities: bool, script: str = ORIGINAL) -> list[Block]:
    """The report of one article; names only when `entities` is set."""
    article = reading.article
    return [
        *_head(article),
        *script_blocks(script),
        *_dates(article),
        Heading(say("text")),
        Items(tuple(_paragraphs(article))),
        *_parts(article),
        *_speech(article, reading.speech),
        *(_names(reading) if entities else ()),
    ]


def place(article: Article, part: str, start: int) -> str:
    """`¶2` for a place in the body, else the part's name."""
    return part_words(part, article.paragraph_at(start) if part == BODY else None)


def _head(article: Article) -> list[Block]:
    line = say(
        "of_article",
        id=article.id,
        outlet=article.outlet_name,
        published=when(article.published),
        language=article.language,
    )
    facts = [said("kind", article.kind)]
    facts += [say("via", via=article.via)] if article.via else []
    facts += [said("incomplete", article.incomplete)] if article.incomplete else []
    blocks: list[Block] = [Heading(article.title or article.id, level=1), Line(line)]
    blocks.append(Line("; ".join(facts)))
    if article.file:
        blocks.append(Line(say("in_file", file=article.file)))
    if article.url:
        blocks.append(Line(say("at", url=article.url)))
    return [*blocks, *(Line(note) for note in article.notes)]


def _dates(article: Article) -> list[Block]:
    if not article.dates:
        return []
    columns = (
        Column(say("date.where")),
        Column(say("date.value")),
        Column(say("date.text"), grow=True),
        Column(""),
    )
    rows = tuple(
        (
            Text(date.where),
            Text(when(date.value)),
            Text(date.text),
            Text(_verdict(article, date.value, date.agrees)),
        )
        for date in article.dates
    )
    return [Heading(say("dates")), Grid(columns, rows)]


def _verdict(article: Article, value: object, agrees: bool) -> str:
    if value == article.published:
        return say("date.used")
    return say("date.agrees") if agrees else say("date.differs")


def _paragraphs(article: Article) -> Iterable[Item]:
    for index, paragraph in enumerate(article.paragraphs):
        text = article.text[paragraph.start : paragraph.end]
        yield Item(f"{say('paragraph', n=index + 1)} {text}")


def _parts(article: Article) -> list[Block]:
    items = tuple(Item(f"{said('part', part.kind)}: {part.text}") for part in article.parts)
    return [Heading(say("parts")), Items(items)] if items else []


def _speech(article: Article, speech: Speech) -> list[Block]:
    items = tuple(_said(article, a) for a in speech.attributions if a.mode != "own")
    unread = [] if speech.read else [Line(say("speech.unknown"))]
    blocks: list[Block] = [*unread, *([Items(items)] if items else [])]
    return [Heading(say("attributions")), *blocks] if blocks else []


def _said(article: Article, attribution: Attribution) -> Item:
    where = place(article, attribution.part, attribution.content[0])
    speaker = attribution.said_by or ""
    key = "speech" if attribution.cue_text is None else "speech.cue"
    text = say(
        key,
        where=where,
        speaker=speaker,
        mode=said("mode", attribution.mode),
        cue=attribution.cue_text,
    )
    label = attribution.source_text or speaker
    spans = attribution.pieces or (attribution.content,)
    return Item(text, tuple(Quote(label, article.text[slice(*span)]) for span in spans))


def _names(reading: Inspection) -> list[Block]:
    if not reading.mentions:
        return [Heading(say("entities")), Line(say("entities.none"))]
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for m in reading.mentions:
        by = say("by.other", evidence=m.evidence) if m.foreign else m.evidence
        where = groups.setdefault((m.text, m.type, _named(m, reading.entities), by), [])
        where.append(place(reading.article, m.part, m.start))
    columns = (
        Column(say("surface"), grow=True),
        Column(say("type")),
        Column(say("names"), grow=True),
        Column(say("by"), grow=True),
        Column(say("places"), grow=True),
    )
    rows = tuple(
        (*map(Text, key), Text(", ".join(dict.fromkeys(where)))) for key, where in groups.items()
    )
    return [Heading(say("entities")), Grid(columns, rows)]


def _named(mention: Mention, known: Mapping[str, Entity]) -> str:
    entity = known.get(mention.entity or "")
    if entity is None or entity.name == entity.id:
        return mention.entity or mention.value or ""
    return say("named", name=entity.name, id=entity.id)


def search_blocks(text: str, found: Sequence[Found], script: str = ORIGINAL) -> list[Block]:
    """The report of `compare find`."""
    blocks: list[Block] = [Heading(say("find", text=text), level=1), *script_blocks(script)]
    carried = tuple(_item(one.article, one.evidence) for one in found if one.evidence)
    missing = tuple(
        _item(one.article, [one.nearest]) for one in found if not one.evidence and one.nearest
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
