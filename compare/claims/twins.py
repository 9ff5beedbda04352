"""Two official texts of one meeting: what both say, only one, or each otherwise.

In: a comparison, two of its sources, and the names in their texts. Out: a statement for every claim
that either text makes. The matrix judges, as everywhere: only in one text is what the other source
surely lacks, unclear what cannot be told. Told otherwise is what a discrepancy between the two
says, and a day, a figure, a name or a word of a scale that one text has where the other has
another: two governments that met in one room leave little else to tell them apart by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compare.claims.values import Texts, around, foreign_values
from compare.model import (
    ABSENT,
    CONFLICTS,
    Claim,
    Comparison,
    Discrepancy,
    Evidence,
    Mention,
    Side,
    Source,
)
from compare.model.twins import Fate, Stated, Twins
from compare.options import Options
from compare.resources.glossary import Glossary

_OFFICIAL = "readout"
_LEAST = 2  # claims of an official text inside an article that make it one


def official_sources(comparison: Comparison) -> tuple[str, ...]:
    """The ids of the sources that are an official text, or carry more of one than a phrase."""
    return tuple(source.id for source in comparison.sources if _carries(comparison, source))


def twins(
    comparison: Comparison,
    pair: tuple[Source, Source],
    mentions: Mapping[str, Sequence[Mention]],
    glossary: Glossary | None,
    options: Options,
) -> Twins:
    """The official texts of two sources against each other; opposites in two languages are told by
    the `glossary`.
    """
    left, right = pair
    rows: list[Stated] = []
    for claim in comparison.claims:
        words = _words(claim, left), _words(claim, right)
        if words == (None, None) or any(_same(words, row) for row in rows):
            continue
        differing = _differing(claim, comparison.discrepancies, pair)
        if words[0] is not None and words[1] is not None:
            texts = (
                Texts(left, (right,), mentions, glossary),
                Texts(right, (left,), mentions, glossary),
            )
            differing = [*differing, *_values((words[0], words[1]), pair, texts, options)]
        rows.append(
            Stated(claim, _fate(claim, words, pair, bool(differing)), *words, tuple(differing))
        )
    return Twins(left, right, tuple(rows))


def _carries(comparison: Comparison, source: Source) -> bool:
    if source.article.kind == "summary":
        return False
    held = sum(_words(claim, source) is not None for claim in comparison.claims)
    return held >= (1 if source.article.kind == _OFFICIAL else _LEAST)


def _words(claim: Claim, source: Source) -> Evidence | None:
    """The words of the official text for a claim."""
    whole = source.article.kind == _OFFICIAL
    for proof in claim.cells[source.id].evidence:
        said = proof.attribution
        if whole or (said is not None and said.kind == _OFFICIAL):
            return proof
    return None


def _same(words: tuple[Evidence | None, Evidence | None], row: Stated) -> bool:
    """Does a row show these very words on both sides?"""
    return all(
        (one is None and other is None)
        or (
            one is not None
            and other is not None
            and one.start < other.end
            and other.start < one.end
        )
        for one, other in zip(words, (row.left, row.right), strict=True)
    )


def _fate(
    claim: Claim,
    words: tuple[Evidence | None, Evidence | None],
    pair: tuple[Source, Source],
    differs: bool,
) -> Fate:
    left, right = words
    if left is not None and right is not None:
        against = [claim.cells[source.id].status == CONFLICTS for source in pair]
        # both may contradict the row's wording, which is a third source's, and agree
        return "differs" if differs or against[0] != against[1] else "both"
    far = claim.cells[pair[1 if left is not None else 0].id]
    if far.evidence:
        return "told"
    alone: Fate = "left" if left is not None else "right"
    return alone if far.status == ABSENT else "unclear"


def _differing(
    claim: Claim, found: Sequence[Discrepancy], pair: tuple[Source, Source]
) -> list[tuple[str, str, str]]:
    """What the comparison found to differ between the two."""
    return [
        (one.kind, mine.span, other.span)
        for one in found
        if claim.id in one.claims and one.severity in ("conflict", "shift")
        for mine, other in [(_side(one, pair[0]), _side(one, pair[1]))]
        if mine is not None and other is not None and mine.value != other.value
    ]


def _side(found: Discrepancy, source: Source) -> Side | None:
    return next((side for side in found.sides if side.source == source.id), None)


def _values(
    words: tuple[Evidence, Evidence],
    pair: tuple[Source, Source],
    texts: tuple[Texts, Texts],
    options: Options,
) -> Iterator[tuple[str, str, str]]:
    """The values of one text that the other has another for, from either side, each once."""
    seen: set[tuple[str, str, str]] = set()
    for turn in (0, 1):
        far = 1 - turn
        passages = [(pair[far].id, around(pair[far].id, words[far], texts[turn]))]
        for one in foreign_values(words[turn], passages, texts[turn], options):
            values = (one.said, one.told) if turn == 0 else (one.told, one.said)
            if one.told and (one.kind, *values) not in seen:
                seen.add((one.kind, *values))
                yield one.kind, *values
