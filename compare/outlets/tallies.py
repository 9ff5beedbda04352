"""A comparison -> what it adds to the counts of outlets.

In: a `Comparison`. Out: a `StoryTally`. Summaries are left out, since they carry what others tell;
so are claims that state nothing, and those that no other source carries. A claim's traits are those
of the row and its wording, the same for every outlet: whose words it is, who is named in it, which
kinds of key facts it gives. A statement is a stretch of words that an article gives as somebody's.
It counts once, however many rows it fills; who says it is identified, or is not; and an office is
one of the gazetteer, which the article gives the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from compare.model import (
    CARRIED,
    PERSON,
    Attribution,
    Cell,
    Claim,
    Comparison,
    Entity,
    FactRow,
    Segment,
    Source,
)
from compare.model.documents import Office
from compare.model.outlets import (
    FACT,
    NAMED,
    ORIGIN,
    SPEAKER,
    Spoken,
    StoryTally,
    TallyCell,
    TallyClaim,
    TallySource,
    Trait,
)
from compare.resources.gazetteer import gazetteer
from compare.text.scripts import is_chinese, to_simplified

_PARTS = re.compile(r"[\s·‧•・･∙⋅]+")  # between the parts of a person's name


def tally(comparison: Comparison) -> StoryTally:
    """What `comparison` adds to the counts of outlets."""
    sources = [s for s in comparison.sources if s.article.kind != "summary"]
    statements = tuple(_statements(comparison.claims, sources))
    known = _known(comparison, sources)
    offices = {one.office for one in statements if one.office is not None}
    known |= {key: gazetteer().entities[key] for key in offices}
    identities = _identities(comparison, sources)
    claims = [c for c in comparison.claims if c.telling and _carried(c, sources)]
    return StoryTally(
        comparison.story.slug,
        comparison.story.title,
        tuple(map(_source, sources)),
        tuple(
            TallyClaim(
                claim.id,
                claim.text,
                tuple(sorted(set(_traits(claim, comparison, identities)))),
                {s.id: _cell(claim.cells[s.id]) for s in sources},
            )
            for claim in claims
        ),
        statements,
        tuple(known[key] for key in sorted(known)),
        comparison.made_by,
    )


def _source(source: Source) -> TallySource:
    article = source.article
    return TallySource(source.id, article.outlet, article.outlet_name, source.copy_of or source.id)


def _carried(claim: Claim, sources: Iterable[Source]) -> bool:
    return any(claim.cells[s.id].status in CARRIED for s in sources)


def _cell(cell: Cell) -> TallyCell:
    return TallyCell(cell.status, cell.reasons)


def _traits(claim: Claim, comparison: Comparison, identities: Mapping[str, str]) -> Iterator[Trait]:
    yield Trait(ORIGIN, claim.origin.kind)
    speaker = identities.get(to_simplified(claim.origin.speaker or ""))
    if speaker is not None:
        yield Trait(SPEAKER, speaker)
    given = [row for row in comparison.facts if _gives(claim.place, row)]
    yield from (Trait(FACT, row.kind) for row in given)
    for entity in comparison.story.entities:
        if _names(claim.text, entity):
            yield Trait(NAMED, entity.id)


def _gives(place: Segment | None, row: FactRow) -> bool:
    """Does the wording of a claim state a fact of this row?"""
    return place is not None and any(
        fact.article == place.article
        and fact.part == place.part
        and place.start <= fact.start < place.end
        for facts in row.cells.values()
        for fact in facts
    )


def _names(text: str, entity: Entity) -> bool:
    """Is one of the names in the text, of a person also the last part of one?"""
    return any(_stands(name, text) for name in _surfaces(entity))


def _surfaces(entity: Entity) -> set[str]:
    names = {entity.name, *entity.names.values()}
    if entity.type != PERSON:
        return names
    return names | {parts[-1] for name in names if len(parts := _PARTS.split(name)) > 1}


def _stands(name: str, text: str) -> bool:
    if is_chinese(name):
        return to_simplified(name) in to_simplified(text)
    return bool(name) and re.search(rf"\b{re.escape(name)}\b", text) is not None


def _statements(claims: Iterable[Claim], sources: Iterable[Source]) -> Iterator[Spoken]:
    """What each source gives as somebody's words, in the order of its text."""
    held = list(claims)
    for source in sources:
        found = {(a.part, a.content): a for a in _said(held, source)}
        every = [found[key] for key in sorted(found)]
        offices = _offices(every, source)
        for said, office in zip(every, offices, strict=True):
            yield Spoken(source.article.outlet, said.entity, said.mode, said.kind, office)


def _offices(every: Sequence[Attribution], source: Source) -> list[str | None]:
    """The office of each speaker: the last that stands in the words which name the speaker, else
    the first that the article gives the same person.
    """
    known = gazetteer().entities
    places = [o for block in source.document.blocks for o in block.offices if o.key in known]
    told = [
        next((o.key for o in reversed(places) if a.source and _inside(o, a.part, a.source)), None)
        for a in every
    ]
    by_person: dict[str, str] = {}
    for said, office in zip(every, told, strict=True):
        if said.entity is not None and office is not None:
            by_person.setdefault(said.entity, office)
    return [
        office or by_person.get(said.entity or "") for said, office in zip(every, told, strict=True)
    ]


def _inside(office: Office, part: str, words: tuple[int, int]) -> bool:
    return office.part == part and words[0] <= office.start and office.end <= words[1]


def _said(claims: Iterable[Claim], source: Source) -> Iterator[Attribution]:
    """The attributions of a source's proofs, those that tell of a speaker."""
    for claim in claims:
        for proof in claim.cells[source.id].evidence:
            if proof.attribution is not None and proof.attribution.mode in ("direct", "indirect"):
                yield proof.attribution


def _identities(comparison: Comparison, sources: Iterable[Source]) -> dict[str, str]:
    """Every name of somebody who is identified -> the id."""
    found: dict[str, str] = {}
    for said in _every(comparison, sources):
        if said.entity is not None and said.speaker:
            found.setdefault(to_simplified(said.speaker), said.entity)
    for entity in comparison.story.entities:
        found |= {to_simplified(n): entity.id for n in (entity.name, *entity.names.values())}
    return found


def _every(comparison: Comparison, sources: Iterable[Source]) -> list[Attribution]:
    every = [a for source in sources for a in _said(comparison.claims, source)]
    return sorted(every, key=lambda a: (a.article, a.part, a.content))


def _known(comparison: Comparison, sources: Iterable[Source]) -> dict[str, Entity]:
    """Who is meant by the ids: leading entities of the story, those of key facts, and speakers, of
    whose names the longest that the texts have is taken, in Latin letters if there is one.
    """
    found: dict[str, Entity] = {}
    for said in _every(comparison, sources):
        if said.entity is None or not said.speaker:
            continue
        held = found.get(said.entity)
        if held is None or _fitness(said.speaker) < _fitness(held.name):
            found[said.entity] = Entity(said.entity, said.speaker, "")
    facts = (entity for row in comparison.facts for entity in row.entities)
    return found | {e.id: e for e in (*facts, *comparison.story.entities)}


def _fitness(name: str) -> tuple[bool, int, str]:
    return is_chinese(name), -len(name), name
