"""Emphasis: how prominent a claim is in each source, and who gets to speak.

In: cells with evidence, articles, attributions. Out: an Emphasis per source that carries a claim,
and each source's voices as shares of its body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from compare.claims.origins import speaker_name
from compare.model import BODY, TITLE, Article, Attribution, Cell, Emphasis, Entity, Source, Voice


def emphasis(cell: Cell, article: Article) -> Emphasis | None:
    """Where and how large a claim stands in `article`; None when it is not there."""
    if not cell.evidence:
        return None
    body = [e for e in cell.evidence if e.part == BODY]
    covered = _covered([(e.start, e.end) for e in body])
    ranks = [e.paragraph for e in body if e.paragraph is not None]
    return Emphasis(
        paragraph=min(ranks, default=None),
        share=round(covered / max(1, len(article.text)), 3),
        in_title=any(e.part == TITLE for e in cell.evidence),
        in_lead=0 in ranks,
    )


def voices(
    source: Source, said: Sequence[Attribution], entities: Mapping[str, Entity]
) -> list[Voice]:
    """Shares of the body that each speaker fills, largest first; nested speech counts once, for
    the innermost speaker.
    """
    length = max(1, len(source.article.text))
    owner: dict[int, tuple[str, str]] = {}
    outer_first = sorted((a for a in said if a.part == BODY), key=_width, reverse=True)
    for attribution in outer_first:
        name = speaker_name(attribution, entities)
        if name and attribution.mode != "own":
            for i in range(*attribution.content):
                owner[i] = (name, attribution.mode)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: {"direct": 0, "indirect": 0})
    for name, mode in owner.values():
        counts[name][mode] += 1
    found = [
        Voice(source.id, name, round(n["direct"] / length, 3), round(n["indirect"] / length, 3))
        for name, n in counts.items()
    ]
    return sorted(found, key=lambda v: (-(v.direct + v.indirect), v.speaker))


def _width(attribution: Attribution) -> tuple[int, int]:
    start, end = attribution.content
    return (end - start, -start)


def _covered(spans: Sequence[tuple[int, int]]) -> int:
    """Code points covered by spans that may overlap."""
    total, reach = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reach))
        reach = max(reach, end)
    return total
