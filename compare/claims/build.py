"""A story's comparison, put together.

In: a story and the evidence collected for it. Out: a Comparison. The order: rows get cells, rows
that no outlet tells apart are merged, evidence gets its attribution, claims get an origin, then
what needs all claims: discrepancies (which may turn a cell to `conflicts`), wording, copies,
emphasis, voices, the readout view.

Sources: the sources of a comparison. In: a story. Out: one source an article, ordered by
(published, article id); ids are the outlet's, with -2, -3 … for further articles of one outlet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations

from compare.claims.cells import cell, with_conflicts
from compare.claims.copies import as_original, families, own_texts
from compare.claims.discrepancies import discrepancies
from compare.claims.merging import Judged, merge
from compare.claims.opposites import opposed
from compare.claims.origins import UNKNOWN, emphasis, origin, origin_of, voices
from compare.claims.readout import official_text, readout
from compare.claims.reasons import with_reasons
from compare.claims.substance import states, telling
from compare.claims.vetoes import Passages, settled, vetoed
from compare.claims.wording import wording
from compare.model import (
    BODY,
    Article,
    Attribution,
    Borne,
    Cell,
    Claim,
    Cluster,
    Comparison,
    Discrepancy,
    Document,
    Entity,
    Evidence,
    FactRow,
    Family,
    Mention,
    Segment,
    Source,
    Speech,
    Story,
)
from compare.options import Options
from compare.resources.glossary import Glossary
from compare.resources.risks import checked
from compare.resources.terms import Term
from compare.text.languages import letters_in


def source_ids(story: Story) -> Iterator[tuple[str, Article]]:
    """The articles of `story` in the order of its sources, with the ids of these. No two are the
    same, nor can they be taken for each other in a file name: an outlet may be called `rfi-2`, and
    two may differ in a space or a capital.
    """
    seen: Counter[str] = Counter()
    outlets = {_folded(article.outlet) for article in story.articles}
    given: set[str] = set()
    for article in in_order(story.articles):
        seen[article.outlet] += 1
        name = article.outlet
        while seen[article.outlet] > 1 or _folded(name) in given:
            name = f"{article.outlet}-{max(2, seen[article.outlet])}"
            if _folded(name) not in given | outlets:
                break
            seen[article.outlet] = max(2, seen[article.outlet]) + 1
        given.add(_folded(name))
        yield name, article


def _folded(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name).strip(".-").casefold()


def sources_of(story: Story, documents: Mapping[str, Document]) -> tuple[Source, ...]:
    """The sources of `story`, with their articles as read (`documents`, by article id)."""
    return tuple(Source(key, documents[article.id]) for key, article in source_ids(story))


def in_order(articles: Sequence[Article]) -> list[Article]:
    """Articles by (published, id); a bare day counts as its last minute, undated ones last."""
    return sorted(articles, key=lambda a: (_moment(a), a.id))


def _moment(article: Article) -> tuple[int, float]:
    published = article.published
    if published is None:
        return (1, 0.0)
    if isinstance(published, datetime):
        return (0, published.timestamp())
    end = datetime(published.year, published.month, published.day, 23, 59, tzinfo=UTC)
    return (0, end.timestamp())


NO_GLOSSARY = "no Chinese-English glossary: matches across the two rest on the encoder alone"
NO_DICTIONARY = (
    "no dictionary between some of these languages: there the encoder, names and numbers decide, "
    "less surely"
)


NO_CALIBRATION = (
    "the bounds of the cells were not checked between some of these languages: what is promised of "
    "inclusions and absences holds less surely there"
)


@dataclass(frozen=True, slots=True)
class Evidences:
    """What the pipeline collected about a story: rows over its articles (in the order of
    `in_order`), Documents, speech and mentions by article id, entities, and whether the glossary
    was there. `facts` are the rows of key facts, `passages` all facts by where they stand; by the
    `dictionary` opposites are told between Chinese and English.
    """

    clusters: tuple[Cluster, ...]
    documents: Mapping[str, Document]
    speech: Mapping[str, Speech]
    mentions: Mapping[str, Sequence[Mention]]
    entities: Mapping[str, Entity]
    terms: Sequence[Term] = ()
    glossary: bool = True
    facts: tuple[FactRow, ...] = ()
    passages: Passages | None = None
    dictionary: Glossary | None = None


def compare(
    story: Story, evidences: Evidences, options: Options, against: str | None = None
) -> Comparison:
    """Claims × sources of `story`, with everything that is derived from them."""
    sources = sources_of(story, evidences.documents)
    articles = {s.article.id: s.article for s in sources}
    said = {key: evidences.speech[key] for key in articles}
    judged = _rows(evidences.clusters, articles, said, evidences.documents, options)
    stated = [_stated(one, sources, evidences, options) for one in judged]
    claims = [_claim(n, one, sources, evidences, options) for n, one in enumerate(stated, 1)]
    differing = discrepancies(
        own_texts(sources),
        claims,
        evidences.mentions,
        evidences.entities,
        options,
        evidences.speech,
        evidences.facts,
        {c.id: one.opposed for c, one in zip(claims, stated, strict=True)},
        evidences.passages,
    )
    measures = _measures(claims, stated, sources, evidences.entities, against)
    claims = _contradicted(claims, stated, differing, sources, measures)
    copies = families(sources, claims, options)
    return Comparison(
        story=story,
        sources=_with_copies(sources, copies),
        claims=tuple(claims),
        discrepancies=differing,
        wording=wording(sources, evidences.mentions, evidences.entities, evidences.terms),
        families=copies,
        voices=tuple(
            v
            for s in sources
            for v in voices(s, said[s.article.id].attributions, evidences.entities)
        ),
        readout=readout(sources, claims, evidences.entities, against),
        notes=_notes(sources, evidences, options),
        facts=evidences.facts,
    )


def _with_copies(sources: Sequence[Source], copies: Sequence[Family]) -> tuple[Source, ...]:
    original = {key: f.original for f in copies for key in f.sources if key != f.original}
    return tuple(replace(s, copy_of=original.get(s.id)) for s in sources)


def _rows(
    clusters: Sequence[Cluster],
    articles: Mapping[str, Article],
    said: Mapping[str, Speech],
    documents: Mapping[str, Document],
    options: Options,
) -> list[Judged]:
    """The rows with their cells, those merged that no outlet tells apart, with who says what."""
    judged = [_judged(c, articles, options) for c in clusters if _stating(c, documents)]
    judged = merge(judged, articles, options.claim_merge_gap)
    return [_attributed(d, articles, said, options.claim_voice) for d in judged]


def _stating(cluster: Cluster, documents: Mapping[str, Document]) -> bool:
    """Does any member state something? A bare time or a bare source makes no row."""
    return any(states(documents[m.article], m) for m in cluster.members)


def _judged(cluster: Cluster, articles: Mapping[str, Article], options: Options) -> Judged:
    cells = {key: cell(cluster.candidates.get(key, ()), a, options) for key, a in articles.items()}
    return Judged(cluster.members, cells)


def _attributed(
    one: Judged,
    articles: Mapping[str, Article],
    said: Mapping[str, Speech],
    most: float,
) -> Judged:
    cells = {key: _with_voices(c, articles[key], said[key], most) for key, c in one.cells.items()}
    return Judged(one.members, cells)


def _with_voices(found: Cell, article: Article, said: Speech, most: float) -> Cell:
    proof = tuple(_with_voice(e, article, said, most) for e in found.evidence)
    near = _with_voice(found.nearest, article, said, most) if found.nearest else None
    voice = next((e.attribution for e in proof if e.attribution), None)
    return replace(found, evidence=proof, nearest=near, attribution=voice)


def _with_voice(proof: Evidence, article: Article, said: Speech, most: float) -> Evidence:
    if proof.part != BODY:
        return proof
    voice = origin_of(article, proof.start, proof.end, said.attributions, most)
    return replace(proof, attribution=voice if said.read else _unknown(proof))


def _unknown(proof: Evidence) -> Attribution:
    """Words in a language without a reader of speech: they need not be the outlet's own."""
    span = proof.start, proof.end
    return Attribution(proof.article, proof.part, proof.quote, span, mode=UNKNOWN, kind=UNKNOWN)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A row in somebody's words: its cells by article id, and the values that contradict it."""

    row: Segment
    language: str
    cells: dict[str, Cell]
    opposed: tuple[Borne, ...]


def _stated(
    one: Judged, sources: Sequence[Source], evidences: Evidences, options: Options
) -> _Stated:
    """The representative wording: of those that the fewest proofs contradict, in the interface
    language if there is one, of news before summaries, the most complete.
    """
    by_id = {s.article.id: s.article for s in sources}

    def opposes(row: Segment, proof: Evidence) -> bool:
        told = (proof.quote, by_id[proof.article].language)
        said = (row.text, by_id[row.article].language)
        return opposed(said, told, evidences.dictionary, options)

    passages = evidences.passages
    checked = {m: vetoed(m, one.cells, passages, options, opposes) for m in one.members}

    def rank(segment: Segment) -> tuple[bool, int, bool, bool, float]:
        article = by_id[segment.article]
        same = article.language.split("-")[0] == options.language.split("-")[0]
        weight = letters_in(segment.text, article.language)
        against = len(checked[segment].opposed)
        return (segment.part == BODY, -against, same, article.kind != "summary", weight)

    best = max(one.members, key=rank)
    found = checked[best]
    return _Stated(best, by_id[best.article].language, found.cells, found.opposed)


def _measures(
    claims: Sequence[Claim],
    stated: Sequence[_Stated],
    sources: Sequence[Source],
    entities: Mapping[str, Entity],
    against: str | None,
) -> dict[str, str]:
    """By which source the others are measured, by id of the claim: the one whose words the row is
    in, and for what an official text says the source that carries that text.
    """
    ids = {s.article.id: s.id for s in sources}
    own = {c.id: ids[one.row.article] for c, one in zip(claims, stated, strict=True)}
    official = official_text(sources, claims, entities, against)
    if official is None:
        return own
    return own | {c.id: official.reference.id for c in official.claims}


def _contradicted(
    claims: Sequence[Claim],
    stated: Sequence[_Stated],
    differing: Sequence[Discrepancy],
    sources: Sequence[Source],
    measures: Mapping[str, str],
) -> list[Claim]:
    """`claims` with the cells that a discrepancy or a value of their own proof contradicts."""
    ids = {s.article.id: s.id for s in sources}
    found = []
    for claim, one in zip(
        with_conflicts(claims, differing, sources, measures), stated, strict=True
    ):
        opposed = {ids[b.other.article] for b in one.opposed if b.other}
        found.append(settled(claim, ids[one.row.article], sorted(opposed)))
    return as_original(found, sources)


def _claim(
    number: int,
    one: _Stated,
    sources: Sequence[Source],
    evidences: Evidences,
    options: Options,
) -> Claim:
    cells = {s.id: one.cells[s.article.id] for s in sources}
    summaries = {s.id for s in sources if s.article.kind == "summary"}
    words = origin(cells, evidences.entities, summaries)
    cells = with_reasons(cells, sources, words.kind, options)
    weights = {s.id: emphasis(cells[s.id], s.article) for s in sources}
    return Claim(
        id=f"c{number:02d}",
        text=trimmed(one.row.text),
        origin=words,
        cells=cells,
        language=one.language,
        emphasis={key: w for key, w in weights.items() if w is not None},
        place=one.row,
        telling=_telling(one, sources),
    )


def _telling(one: _Stated, sources: Sequence[Source]) -> bool:
    row, proof = one.row, one.cells[one.row.article].evidence
    said = next((e.attribution for e in proof if e.start <= row.start < e.end), None)
    document = next(s.document for s in sources if s.article.id == row.article)
    return telling(document, row.part, row.start, row.end, said)


_EDGES = " \t，,；;：:、"
_PAIRS = {"“": "”", "「": "」", "『": "』", "（": "）", "(": ")"}


def trimmed(text: str) -> str:
    """`text` without loose punctuation at its edges and marks that open or close nothing in it."""
    kept = text.strip(_EDGES)
    for opening, closing in _PAIRS.items():
        if kept.count(opening) != kept.count(closing):
            kept = kept.replace(opening, "").replace(closing, "")
    if kept.count('"') % 2:
        kept = kept.replace('"', "")
    return kept.strip(_EDGES) or text


def _notes(sources: Sequence[Source], evidences: Evidences, options: Options) -> tuple[str, ...]:
    families = {s.article.language.split("-")[0] for s in sources}
    notes = []
    if {"zh", "en"} <= families and not evidences.glossary:
        notes.append(NO_GLOSSARY)
    if len(families) > 1 and families != {"zh", "en"}:
        notes.append(NO_DICTIONARY)
    tongues = (s.article.language.split("-")[0] for s in sources)
    pairs = set(combinations(sorted(tongues), 2))
    if not all(checked(a, b, options.claim_checked) for a, b in pairs):
        notes.append(NO_CALIBRATION)
    return tuple(notes)
