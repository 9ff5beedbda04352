"""The first screen of a story: what a reader wants to know before the tables.

In: a `Comparison`. Out: blocks that a terminal of 80 columns shows in at most 60 lines: who tells
the story; what differs, one line each with the values; key facts; the official text and what became
of it; what only one source has, in its own words; and how to see the rest. Every part names its
strongest few and says how many more there are, because a list that is cut in silence looks whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.model import Claim, Comparison, Discrepancy, Readout, Side, Source
from compare.reports.added import Added, added
from compare.reports.blocks import (
    ORIGINAL,
    Block,
    Contrast,
    Contrasts,
    Heading,
    Item,
    Items,
    Line,
    Quote,
    Short,
    Value,
)
from compare.reports.facts import SIGNS, TONES, Row, fact_rows
from compare.reports.gloss import gloss_quotes
from compare.reports.matrix import counted, judging_lines
from compare.reports.story import (
    SEVERITY_TONES,
    days_line,
    ranked,
    remarks_of,
    script_blocks,
    shown_of,
)
from compare.reports.values import value_words
from compare.reports.words import said, say, when

MOST_SOURCES, MOST_DIFFERING, MOST_FACTS, MOST_NAMED = 4, 5, 6, 2
DIFFERS, ALSO = "≠", "/"
VERDICTS = ("kept", "softened", "contradicted", "unclear", "dropped")
_STRONG = ("contradicted", "dropped", "softened")


def brief_blocks(comparison: Comparison, script: str = ORIGINAL) -> list[Block]:
    """The first screen."""
    return [
        *_head(comparison),
        *script_blocks(script),
        *_differing(comparison),
        *_facts(comparison),
        *_official(comparison),
        *_alone(comparison),
        *_judging(comparison),
        *_further(comparison),
    ]


def _head(comparison: Comparison) -> list[Block]:
    story, sources = comparison.story, comparison.sources
    blocks: list[Block] = [
        Short(Heading(story.title, level=1), 2),
        Line(days_line(story, len(sources))),
        *map(Line, shown_of(comparison)),
        *(Short(Line(_source(source))) for source in sources[:MOST_SOURCES]),
    ]
    if len(sources) > MOST_SOURCES:
        blocks.append(Line(say("brief.sources", n=len(sources) - MOST_SOURCES)))
    if len(sources) == 1 and counted(sources[0]):
        blocks.append(Line(say("alone", source=sources[0].id), "strong"))
    return blocks


def _source(source: Source) -> str:
    article = source.article
    remarks = remarks_of(source)
    return say(
        "brief.source.remark" if remarks else "brief.source",
        source=source.id,
        outlet=article.outlet_name,
        when=when(article.published),
        language=article.language,
        remark=remarks,
    )


def _differing(comparison: Comparison) -> list[Block]:
    found = [one for one in ranked(comparison) if one.severity != "compatible"]
    if not found:
        return [Line(say("brief.agree"))] if len(comparison.sources) > 1 else []
    rows = tuple(map(_contrast, found[:MOST_DIFFERING]))
    more = len(comparison.discrepancies) - len(rows)
    return [Heading(say("brief.differs")), Contrasts(rows), *_more(more, "differences")]


def _contrast(found: Discrepancy) -> Contrast:
    groups: dict[str, list[Side]] = {}
    for side in found.sides:
        groups.setdefault(side.value or side.span, []).append(side)
    values = tuple(
        _given(_value(sides[0]), [side.source for side in sides]) for sides in groups.values()
    )
    lead = say("brief.discrepancy", id=found.id, kind=said("kind", found.kind))
    return Contrast(lead, values, DIFFERS, SEVERITY_TONES.get(found.severity, ""))


def _value(side: Side) -> str:
    """The value with the words that give it; the words alone where they are the value."""
    value = value_words(side)
    if value is None or side.value == "" or _letters(value) == _letters(side.span):
        return side.span or side.quote
    return say("brief.value", value=value, words=side.span) if side.span else value


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _given(text: str, who: Sequence[str], all_of: int = 0) -> Value:
    return Value(text, _named(who, all_of), _named(who, all_of, 1))


def _named(sources: Sequence[str], all_of: int = 0, most: int = MOST_NAMED) -> str:
    """The first names, `most` of them, and how many more; one word where it is `all_of` them."""
    names = list(dict.fromkeys(sources))
    if len(names) == all_of > MOST_NAMED:
        return say("brief.all", n=all_of)
    shown = say("list").join(names[:most])
    more = len(names) - most
    return say("brief.and", names=shown, n=more) if more > 0 else shown


def _facts(comparison: Comparison) -> list[Block]:
    rows = fact_rows(comparison, MOST_FACTS)
    if not rows:
        return []
    sources = [source.id for source in comparison.sources]
    lines = Contrasts(tuple(_fact(row, sources) for row in rows))
    return [Heading(say("facts")), lines, *_more(len(comparison.facts) - len(rows), "facts")]


def _fact(row: Row, sources: Sequence[str]) -> Contrast:
    groups: dict[str, list[str]] = {}
    for source, cell in zip(sources, row.cells, strict=True):
        if cell is not None:
            groups.setdefault(cell.text, []).append(source)
    values = tuple(_given(text, who, len(sources)) for text, who in groups.items())
    sign, tone = SIGNS.get(row.verdict, ALSO), TONES.get(row.verdict, "")
    return Contrast(say("brief.fact", id=row.id, head=row.head), values, sign, tone)


def _official(comparison: Comparison) -> list[Block]:
    readout = comparison.readout
    if readout is None or not readout.rows:
        return []
    others = [s for s in comparison.sources if s.id != readout.reference]
    if not others:
        return []
    items = tuple(_became(comparison, readout, s) for s in others[:MOST_SOURCES])
    title = say("readout", label=readout.label, source=readout.reference)
    more = _more(len(others) - MOST_SOURCES, "readout", "brief.sources")
    return [Short(Heading(title)), Short(Items(items)), *more]


def _became(comparison: Comparison, readout: Readout, source: Source) -> Item:
    """How a source treated the official text in counts, and the strongest thing it did to it."""
    claims = {claim.id: claim for claim in comparison.claims}
    found = [(row.verdicts.get(source.id, "unclear"), claims[row.claim]) for row in readout.rows]
    counts = [(v, sum(verdict == v for verdict, _ in found)) for v in VERDICTS]
    words = say("list").join(
        say("brief.count", n=n, verdict=said("verdict", verdict)) for verdict, n in counts if n
    )

    def rank(one: tuple[str, Claim]) -> tuple[bool, int]:
        return bool(one[1].cells[source.id].reasons), _STRONG.index(one[0])

    strong = sorted((one for one in found if one[0] in _STRONG), key=rank)
    quotes = tuple(
        quote
        for verdict, claim in strong[:1]
        for quote in (_treated(verdict, claim, source), *gloss_quotes(claim, comparison))
    )
    return Item(say("brief.of", source=source.id, words=words), quotes)


def _treated(verdict: str, claim: Claim, source: Source) -> Quote:
    """An official claim and its verdict, with the reason that there may be for it."""
    reasons = [said("reason", reason) for reason in claim.cells[source.id].reasons]
    label = say("brief.verdict", claim=claim.id, verdict=said("verdict", verdict))
    if reasons:
        label = say("brief.reason", verdict=label, reason=say("list").join(reasons))
    return Quote(label, claim.text)


def _alone(comparison: Comparison) -> list[Block]:
    found = [one for one in added(comparison) if one.groups]
    if not found:
        return []
    items = tuple(_alone_item(comparison, one) for one in found[:MOST_SOURCES])
    more = _more(len(found) - MOST_SOURCES, "added", "brief.sources")
    return [Heading(say("added")), Short(Items(items)), *more]


def _alone_item(comparison: Comparison, one: Added) -> Item:
    first = one.additions[0]
    head = say("brief.alone", source=one.source.id, n=len(one.additions))
    words = Quote(first.claim.id, first.proof.quote)
    return Item(head, (words, *gloss_quotes(first.claim, comparison)))


def _judging(comparison: Comparison) -> list[Block]:
    """How a model was asked, which shows in the table of claims alone."""
    found = comparison.judging
    if found is None:
        return []
    told = [Line(line) for line in judging_lines(found)]
    return [*told, Line(say("brief.section", words=say("claims"), section="claims"), "faint")]


def _more(n: int, section: str, key: str = "brief.more") -> Iterator[Block]:
    """How many are left out, and where they stand."""
    if n > 0:
        yield Line(say("brief.section", words=say(key, n=n), section=section), "faint")


def _further(comparison: Comparison) -> list[Block]:
    slug, sources, claims = comparison.story.slug, comparison.sources, comparison.claims
    lines = [say("brief.full", slug=slug)]
    if claims:
        lines.append(say("brief.proof", slug=slug, claim=claims[0].id, source=sources[0].id))
    if len(sources) > 1:
        lines.append(say("brief.diff", slug=slug, left=sources[0].id, right=sources[1].id))
    return [Line(line, "faint") for line in lines]
