"""Independence: which sources carry one text, so that five reprints count as one voice.

In: sources and claims. Out: families. Within a language a reprint is found by containment of
shingles (the share of the shorter text's shingles that the longer one has), because Jaccard misses
truncated copies; an equal text is one whatever its length. Across languages a translation shows in
claims: most of the shorter text's claims stand in the other, in the same order. Summaries are left
out: they are not reports. The original of a family is an official text, else what was surely
published first (`model.original`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import combinations

from compare.model import (
    BODY,
    CONFLICTS,
    Article,
    Candidate,
    Claim,
    Cluster,
    Family,
    Source,
    original,
)
from compare.options import Options
from compare.text.scripts import to_simplified
from compare.text.words import grams


def families(
    sources: Sequence[Source], claims: Sequence[Claim], options: Options
) -> tuple[Family, ...]:
    """Families of two or more, ordered by their first published member; the original leads."""
    news = [s for s in sources if s.article.kind != "summary"]
    kind = {
        (a.id, b.id): found
        for a, b in combinations(news, 2)
        if (found := _kind(a, b, claims, options))
    }
    groups: list[list[Source]] = []
    for a, b in combinations(news, 2):
        if (a.id, b.id) in kind:
            groups = _join(groups, a, b)
    order = {s.id: n for n, s in enumerate(sources)}
    groups = [sorted(g, key=lambda s: order[s.id]) for g in groups]
    return tuple(_family(g, kind, options) for g in sorted(groups, key=lambda g: order[g[0].id]))


def _join(groups: list[list[Source]], a: Source, b: Source) -> list[list[Source]]:
    touched = [g for g in groups if a in g or b in g]
    merged = reduce(lambda x, g: [*x, *(s for s in g if s not in x)], touched, [a, b])
    return [*(g for g in groups if g not in touched), merged]


def own_texts(sources: Sequence[Source]) -> list[Source]:
    """The sources without those that have the very text of another: what they say is said there,
    and a day that "on Monday" means by another date of publication is no difference.
    """
    held = {s.article.id for s in sources}
    return [s for s in sources if s.article.copy_of not in held]


def repeated(articles: Sequence[Article]) -> dict[str, str]:
    """Article id -> id of the article whose text it has character for character."""
    texts = {a.id: a.text for a in articles}
    return {a.id: a.copy_of for a in articles if a.copy_of and texts.get(a.copy_of) == a.text}


def with_repeated(clusters: Iterable[Cluster], same: Mapping[str, str]) -> tuple[Cluster, ...]:
    """Rows in which a copy has what its original has in the body: matching both is work for
    nothing.
    """
    return tuple(
        replace(
            one,
            candidates=one.candidates
            | {key: _of(key, one.candidates.get(first, ())) for key, first in same.items()},
        )
        for one in clusters
    )


def _of(article: str, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    body = (c for c in candidates if c.segment.part == BODY)
    return tuple(replace(c, segment=replace(c.segment, article=article)) for c in body)


def as_original(claims: Sequence[Claim], sources: Sequence[Source]) -> list[Claim]:
    """`claims` in which the very text of a source that contradicts one contradicts it too."""
    ids = {s.article.id: s.id for s in sources}
    copies = {s.id: ids[s.article.copy_of] for s in sources if s.article.copy_of in ids}
    found = []
    for claim in claims:
        conflicting = {
            key: replace(claim.cells[key], status=CONFLICTS)
            for key, first in copies.items()
            if claim.cells[first].status == CONFLICTS and claim.cells[key].evidence
        }
        cells = {**claim.cells, **conflicting}
        found.append(replace(claim, cells=cells) if conflicting else claim)
    return found


def _kind(a: Source, b: Source, claims: Sequence[Claim], options: Options) -> str | None:
    one, other = a.article, b.article
    if one.copy_of == other.id or other.copy_of == one.id or _siblings(one, other):
        return "reprint"
    if a.article.language.split("-")[0] == b.article.language.split("-")[0]:
        return "reprint" if containment(a, b, options) >= options.reprint_containment else None
    if one.kind == other.kind == "readout" and one.outlet != other.outlet:
        return None  # of one meeting two governments tell the same in the same order, each its own
    return "translation" if _translated(a, b, claims, options) else None


def _siblings(one: Article, other: Article) -> bool:
    return one.copy_of is not None and one.copy_of == other.copy_of


def shingles(text: str, options: Options) -> set[str]:
    """Runs of letters, long enough that two writers seldom share one by chance."""
    folded = to_simplified(text)
    dense = sum(c > "\u2e80" for c in folded) > options.reprint_dense * len(folded)
    length = options.reprint_shingle_han if dense else options.reprint_shingle_latin
    return set(grams(folded, (length,)))


def containment(a: Source, b: Source, options: Options) -> float:
    """Share of the shorter body's shingles that the longer one holds, 0 to 1."""
    x, y = sorted((shingles(s.article.text, options) for s in (a, b)), key=len)
    return len(x & y) / len(x) if x else 0.0


def _translated(a: Source, b: Source, claims: Sequence[Claim], options: Options) -> bool:
    """Are most claims of either text in the other, in its order?"""
    places = [(_place(c, a), _place(c, b)) for c in claims]
    both = [(x, y) for x, y in places if x is not None and y is not None]
    in_a = sum(x is not None for x, _ in places)
    in_b = sum(y is not None for _, y in places)
    fewest, most = min(in_a, in_b), max(in_a, in_b)
    if fewest < options.translation_least or len(both) < options.translation_share * fewest:
        return False
    if len(both) < options.translation_share_of_longer * most:
        return False
    steps = [q >= p for (_, p), (_, q) in zip(sorted(both), sorted(both)[1:], strict=False)]
    return sum(steps) >= options.translation_order * len(steps)


def _place(claim: Claim, source: Source) -> int | None:
    starts = [e.start for e in claim.cells[source.id].evidence if e.part == BODY]
    return min(starts, default=None)


def _family(group: Sequence[Source], kind: dict[tuple[str, str], str], options: Options) -> Family:
    first = original([s.article for s in group])
    head = next(s for s in group if s.article is first)
    others = [s for s in group if s is not head]
    kinds = {kind.get((head.id, s.id)) or kind.get((s.id, head.id)) or "reprint" for s in others}
    edits = {s.id: _edits(head, s, options) for s in others}
    return Family(
        original=head.id,
        sources=(head.id, *(s.id for s in others)),
        kind="translation" if kinds == {"translation"} else "reprint",
        edits={key: lines for key, lines in edits.items() if lines},
    )


def _edits(original: Source, copy: Source, options: Options) -> tuple[str, ...]:
    """Sentences that only the copy has (+) or that it cut (-), within one language."""
    if original.article.language.split("-")[0] != copy.article.language.split("-")[0]:
        return ()
    added, cut = _only(copy, original, options), _only(original, copy, options)
    return (*(f"+ {line}" for line in added), *(f"- {line}" for line in cut))


def _only(one: Source, other: Source, options: Options) -> list[str]:
    known = shingles(other.article.text, options)
    lines = []
    for sentence in one.document.body():
        text = one.article.text[sentence.start : sentence.end]
        own = shingles(text, options)
        if own and len(own & known) < options.reprint_edit * len(own):
            lines.append(text)
    return lines
