"""Whose words a claim is, decided over all its evidence.

In: a claim's evidence with attributions. Out: an Origin. Each source gives one vote, that of its
most official evidence; the most votes win, ties go to the more official kind. So a claim that one
outlet prints inside a readout and three tell in their own voice is the outlets' claim, and a
sentence kept by one outlet alone is the readout's if it stands in it.

Emphasis: how prominent a claim is in each source, and who gets to speak. In: cells with evidence,
articles, attributions. Out: an Emphasis per source that carries a claim, and each source's voices
as shares of its body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence

from compare.model import (
    BODY,
    TITLE,
    Article,
    Attribution,
    Cell,
    Emphasis,
    Entity,
    Origin,
    Source,
    Voice,
)

UNKNOWN = "unknown"
RANK = ("readout", "remarks", "media", "outlet", UNKNOWN)
LABELS = {"readout": "official statement", "remarks": "on record", "media": "another outlet"}


def origin(
    cells: Mapping[str, Cell], entities: Mapping[str, Entity], silent: Container[str] = ()
) -> Origin:
    """The origin of a claim with these cells (any order).

    Sources in `silent` (summaries: they report nothing of their own) vote only when no other does;
    so do those of whose words nothing is known.
    """
    votes: Counter[str] = Counter()
    voices: dict[str, list[Attribution]] = {}
    heard = {key: c for key, c in cells.items() if c.evidence}
    heard = {key: c for key, c in heard.items() if key not in silent} or heard
    for cell in heard.values():
        best = min((e.attribution for e in cell.evidence), key=lambda a: RANK.index(kind_of(a)))
        votes[kind_of(best)] += 1
        if best is not None:
            voices.setdefault(kind_of(best), []).append(best)
    if not votes:
        return Origin()
    kind = min(votes, key=lambda k: (k == UNKNOWN, -votes[k], RANK.index(k)))
    speaker = _speaker(voices.get(kind, ()), entities)
    return Origin(kind, speaker, _label(kind, speaker))


def kind_of(attribution: Attribution | None) -> str:
    """The origin kind of one attribution; None is the outlet's own voice."""
    return attribution.kind if attribution is not None else "outlet"


def _speaker(said: Sequence[Attribution], entities: Mapping[str, Entity]) -> str | None:
    """The speaker named most often, in English when known; of equals a known name before words
    such as "the US side", then the first.
    """
    names = Counter(name for a in said if (name := speaker_name(a, entities)))
    known = {entity.name for entity in entities.values()}
    return min(names, key=lambda n: (-names[n], n not in known), default=None)


def speaker_name(said: Attribution, entities: Mapping[str, Entity]) -> str | None:
    """A speaker's display name: the entity's English name, else the text's.

    An official statement or another outlet's report is theirs, whomever it quotes: there the
    outermost speaker counts.
    """
    if said.kind in ("readout", "media") and len(said.chain) > 1:
        return _known(said.chain[0], entities)
    entity = entities.get(said.entity or "")
    return entity.name if entity else _known(said.speaker, entities)


def _known(name: str | None, entities: Mapping[str, Entity]) -> str | None:
    """The English name of a speaker given as the text has it, else the text's own."""
    if name is None:
        return None
    held = (e for e in entities.values() if name == e.name or name in e.names.values())
    return next((e.name for e in held), name)


def _label(kind: str, speaker: str | None) -> str:
    if kind not in LABELS:
        return ""
    return f"{speaker}, {LABELS[kind]}" if speaker else LABELS[kind]


def origin_of(
    article: Article, start: int, end: int, found: Sequence[Attribution], most: float
) -> Attribution | None:
    """The innermost attribution whose content covers more than the share `most` of the body's
    `start`..`end`.

    None when the words are the outlet's own.
    """
    best: Attribution | None = None
    for one in found:
        if one.article != article.id or one.part != BODY:
            continue
        if not _covers(one, start, end, most):
            continue
        if best is None or _inside(one, best):
            best = one
    return best


def _covers(one: Attribution, start: int, end: int, most: float) -> bool:
    """Does what is said fill the passage, the words that only tell who says it left out? A
    statement of two words may have a speaker with a long title.
    """
    shared = _shared((start, end), one.content)
    return shared > most * (end - start - _shared((start, end), one.frame)) and shared > 0


def _shared(span: tuple[int, int], other: tuple[int, int] | None) -> int:
    """Code points that the two have in common."""
    return 0 if other is None else max(0, min(span[1], other[1]) - max(span[0], other[0]))


def _inside(one: Attribution, other: Attribution) -> bool:
    """True when `one` is the narrower of the two, or as wide and deeper in the chain."""
    width = one.content[1] - one.content[0]
    other_width = other.content[1] - other.content[0]
    return (width, -len(one.chain)) < (other_width, -len(other.chain))


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
            for piece in attribution.pieces or (attribution.content,):
                owner |= dict.fromkeys(range(*piece), (name, attribution.mode))
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
