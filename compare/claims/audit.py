"""A digest held against its sources, statement by statement.

In: a comparison in which the digest is one of the sources, which one it is, and the names in all
texts. Out: statements with verdicts. The matrix judges: what another source carries is supported,
what no other has is nowhere, what cannot be told is unclear. Three things alter a statement: a
discrepancy that the comparison found between it and every source that tells it; the opposite of
what all of these say; and a figure, a day, a person or a place that no source gives, or that the
sources have somewhere else and tell this of another. A digest is held more strictly than an
article: it has nothing but its sources, so that what none of them gives was made up. But sources
differ among themselves, and a digest that follows one of them alters nothing. Rounding, other units
and days inside one another are no alteration.

Opinions of the digest and words about the texts themselves can be neither right nor wrong: they are
comments, told apart and never called made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from compare.claims.opposites import opposed
from compare.claims.substance import telling
from compare.claims.values import Texts, around, foreign_values
from compare.model import (
    ABSENT,
    BODY,
    Claim,
    Comparison,
    Discrepancy,
    Evidence,
    Mention,
    Sentence,
    Side,
    Source,
)
from compare.model.audits import (
    ALTERED,
    COMMENT,
    NOWHERE,
    SUPPORTED,
    UNDECIDED,
    Alteration,
    Audit,
    Statement,
)
from compare.options import Options
from compare.resources.glossary import Glossary

_NOISY = ("attribution", "modality", "actor")  # kinds whose shifts say too little
_OVERLAP = 0.5  # share of the shorter passage that makes two statements one
_ORDER = (ALTERED, SUPPORTED, UNDECIDED, NOWHERE, COMMENT)  # the strongest first
_PROVED = (ALTERED, SUPPORTED)  # a source tells it; elsewhere a proof is only what comes nearest


def audit(
    comparison: Comparison,
    digest: str,
    mentions: Mapping[str, Sequence[Mention]],
    glossary: Glossary | None,
    options: Options,
) -> Audit:
    """The audit of the source with id `digest` against the others of the comparison that report of
    their own; opposites in two languages are told by the `glossary`.
    """
    own = next(source for source in comparison.sources if source.id == digest)
    others = tuple(s for s in comparison.sources if s.id != digest and s.article.kind != "summary")
    texts = Texts(own, others, mentions, glossary)
    told = _joined(
        _of_claim(claim, place, comparison, texts, options)
        for claim in comparison.claims
        for place in claim.cells[digest].evidence
        if place.part == BODY
    )
    every = [*told, *_rest(comparison, own, others, told)]
    every = [made for one in own.document.body() for made in _valued(one, every, texts, options)]
    every.sort(key=lambda one: (one.place.start, one.place.end))
    return Audit(comparison.story.slug, own, others, tuple(every), comparison.made_by)


def _of_claim(
    claim: Claim, place: Evidence, comparison: Comparison, texts: Texts, options: Options
) -> Statement:
    """What the matrix says of a claim that the digest makes at `place`."""
    cells = {source.id: claim.cells[source.id] for source in texts.others}
    proofs = [(s, c.evidence[0]) for s, c in cells.items() if c.evidence]
    near = [(s, c.nearest) for s, c in cells.items() if c.nearest is not None]
    told = [source for source, _ in proofs]
    alterations = [*_differing(claim, place, comparison.discrepancies, texts, told)]
    alterations += _turned(place, proofs or near, texts, options)
    if alterations:
        return Statement(place, ALTERED, tuple(_once(alterations)), tuple(proofs))
    if proofs:
        return Statement(place, SUPPORTED, proofs=tuple(proofs))
    if not telling(texts.digest.document, place.part, place.start, place.end, place.attribution):
        return Statement(place, COMMENT)
    missing = all(c.status == ABSENT for c in cells.values())
    nearest = max(near, key=lambda one: one[1].score, default=None)
    shown = (nearest,) if nearest else ()
    return Statement(place, NOWHERE if missing else UNDECIDED, proofs=shown)


def _differing(
    claim: Claim,
    place: Evidence,
    found: Sequence[Discrepancy],
    texts: Texts,
    told: Sequence[str],
) -> Iterator[Alteration]:
    """Its discrepancies between the digest and all sources that tell the same (`told`)."""
    own, sources = texts.digest.id, {source.id for source in texts.others}
    for one in found:
        grave = ("conflict",) if one.kind in _NOISY else ("conflict", "shift")
        if one.severity not in grave or claim.id not in one.claims:
            continue
        mine = next((s for s in one.sides if s.source == own and _meets(s, place)), None)
        others = [s for s in one.sides if s.source in sources]
        if mine is None or not others or any(s.value == mine.value for s in others):
            continue
        if mine.span == others[0].span or _leans(mine, texts):
            continue
        if one.kind == "quote" or {side.source for side in others}.issuperset(told):
            yield Alteration(one.kind, mine.span, others[0].span, others[0].source)


def _leans(mine: Side, texts: Texts) -> bool:
    """Is it a day told from another (that evening, the next day)? Which one, the digest's own text
    has to say, and a digest often has no day of its own.
    """
    read = texts.digest.document.parts.get(mine.part)
    days = read.dates if read else ()
    return any(
        d.kind in ("relative", "today")
        and d.precision == "day"
        and d.start < mine.end
        and mine.start < d.end
        for d in days
    )


def _meets(side: Side, place: Evidence) -> bool:
    return side.part == place.part and side.start < place.end and place.start < side.end


def _turned(
    place: Evidence, proofs: Sequence[tuple[str, Evidence]], texts: Texts, options: Options
) -> Iterator[Alteration]:
    """What all passages on the matter say the opposite of."""
    languages = {s.id: s.article.language for s in texts.others}
    mine = (place.quote, texts.digest.article.language)
    turned = [
        opposed(mine, (proof.quote, languages[s]), texts.glossary, options) for s, proof in proofs
    ]
    if turned and all(turned):
        source, proof = proofs[0]
        yield Alteration("polarity", place.quote, proof.quote, source)


def _valued(
    sentence: Sentence, told: Sequence[Statement], texts: Texts, options: Options
) -> Iterator[Statement]:
    """The statements of a sentence, altered where a value of theirs is not that of the passages
    which tell any of it: one sentence of a digest may join what a source tells in three.
    """
    inside = [s for s in told if sentence.start <= s.place.start < sentence.end]
    proofs = [proof for one in inside if one.verdict != UNDECIDED for proof in one.proofs]
    passages = [(s, around(s, proof, texts)) for s, proof in proofs]
    for one in inside:
        if one.verdict == COMMENT:
            yield one
            continue
        found = foreign_values(one.place, passages, texts, options)
        alterations = tuple(_once([*one.alterations, *found]))
        verdict = one.verdict
        if alterations:  # a value that no source has makes what may be told surely untold
            verdict = ALTERED if one.verdict in _PROVED else NOWHERE
        yield replace(one, verdict=verdict, alterations=alterations)


def _once(found: Iterable[Alteration]) -> Iterator[Alteration]:
    """Each value of the digest once; what a discrepancy says comes first."""
    seen: list[tuple[str, str]] = []
    for one in found:
        if not any(
            kind == one.kind and (one.said in said or said in one.said) for kind, said in seen
        ):
            seen.append((one.kind, one.said))
            yield one


def _joined(statements: Iterable[Statement]) -> list[Statement]:
    """One statement for each passage of the digest, however many rows are made of it."""
    made: list[Statement] = []
    for one in sorted(statements, key=lambda s: (s.place.start, s.place.end)):
        if made and _alike(made[-1].place, one.place):
            made[-1] = _both(made[-1], one)
        else:
            made.append(one)
    return made


def _alike(one: Evidence, other: Evidence) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > _OVERLAP * min(one.end - one.start, other.end - other.start)


def _both(one: Statement, other: Statement) -> Statement:
    """The stronger of two verdicts on the longer passage, with the proofs of both where both have
    any: what lies near a statement that no source has proves nothing.
    """
    first, second = sorted((one, other), key=lambda s: _ORDER.index(s.verdict))
    longer = max(one.place, other.place, key=lambda p: p.end - p.start)
    proofs = dict(first.proofs)
    if second.verdict in _PROVED:
        proofs |= {s: proof for s, proof in second.proofs if s not in proofs}
    alterations = tuple(_once([*first.alterations, *second.alterations]))
    return replace(first, place=longer, alterations=alterations, proofs=tuple(proofs.items()))


def _rest(
    comparison: Comparison, own: Source, others: Sequence[Source], told: Sequence[Statement]
) -> Iterator[Statement]:
    """The sentences of the digest that are in no row. That no row holds one is no reason to call it
    a comment: what tells something is unclear, with the passage of the row that it comes nearest.
    """
    for sentence in own.document.body():
        if any(s.place.start < sentence.end and sentence.start < s.place.end for s in told):
            continue
        place = _as_evidence(own, sentence)
        if telling(own.document, BODY, sentence.start, sentence.end):
            yield Statement(place, UNDECIDED, proofs=_nearest(comparison, own, others, place))
        else:
            yield Statement(place, COMMENT)


def _nearest(
    comparison: Comparison, own: Source, others: Sequence[Source], place: Evidence
) -> tuple[tuple[str, Evidence], ...]:
    """What a source says in the row to which `place` came nearest, if it did to any."""
    rows = [
        (near.score, claim.cells[source.id].evidence[0], source.id)
        for claim in comparison.claims
        if (near := claim.cells[own.id].nearest) is not None and _shared(near, place)
        for source in others
        if claim.cells[source.id].evidence
    ]
    best = max(rows, key=lambda row: row[0], default=None)
    return ((best[2], best[1]),) if best else ()


def _shared(one: Evidence, other: Evidence) -> bool:
    return one.part == other.part and one.start < other.end and other.start < one.end


def _as_evidence(own: Source, sentence: Sentence) -> Evidence:
    quote = own.article.text[sentence.start : sentence.end]
    place = (sentence.start, sentence.end, quote, sentence.paragraph)
    return Evidence(own.article.id, BODY, *place, 1.0)
