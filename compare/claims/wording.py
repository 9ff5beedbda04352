"""Wording: what each source calls the same thing, as a table, without judging.

In: sources, mentions, entities, and the lexicon of loaded terms. Out: rows. Two kinds: `label`,
the words in front of a person or the surfaces of a place or body (中国国家副主席, 中共国家副主席,
Chinese Vice President); `term`, one act or thing named with different force (spy balloon,
surveillance balloon). A row appears only where at least two sources differ.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.model import (
    BODY,
    ORGANISATION,
    PERSON,
    PLACE,
    ROLE,
    TITLE,
    Article,
    Entity,
    Mention,
    Source,
    Wording,
)
from compare.resources.terms import Term
from compare.text.scripts import to_simplified

_JOINTS = re.compile(r"[\s的兼、,，/&-]*(?:and|of|the|for)?\s*")


def wording(
    sources: Sequence[Source],
    mentions: Mapping[str, Sequence[Mention]],
    entities: Mapping[str, Entity],
    terms: Sequence[Term],
) -> tuple[Wording, ...]:
    """Labels first, then loaded terms; entities in the order of their first mention."""
    labels: dict[str, dict[str, list[str]]] = {}
    for source in sources:
        for entity, label in _labels(source.article, mentions.get(source.article.id, ())):
            said = labels.setdefault(entity, {}).setdefault(source.id, [])
            if label not in said:
                said.append(label)
    rows = [
        Wording(entities[key].name, {s: tuple(x) for s, x in by.items()})
        for key, by in labels.items()
        if key in entities and _differ(by, entities[key].type)
    ]
    return (*rows, *_terms(sources, terms))


def _labels(article: Article, mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    found = []
    ordered = sorted(
        (m for m in mentions if m.part in (TITLE, BODY)), key=lambda m: (m.part, m.start, -m.end)
    )
    for n, mention in enumerate(ordered):
        if mention.entity is None:
            continue
        if mention.type == PERSON:
            start = _label_start(article.part(mention.part), ordered, n)
            if start < mention.start:
                text = article.part(mention.part)[start : mention.start].strip(" ,，、的")
                found.append((mention.entity, text))
        elif mention.type in (PLACE, ORGANISATION) and len(mention.text) > 1:
            found.append((mention.entity, mention.text))
    return found


def _label_start(text: str, ordered: Sequence[Mention], n: int) -> int:
    """Walks back over adjoining roles, bodies and places; a label holds at least one role."""
    start, person = ordered[n].start, ordered[n]
    role = False
    for mention in reversed(ordered[:n]):
        if mention.part != person.part or mention.end > start:
            continue
        if mention.type not in (ROLE, ORGANISATION, PLACE):
            break
        if not _JOINTS.fullmatch(text[mention.end : start]):
            break
        start = mention.start
        role = role or mention.type == ROLE
    return start if role else person.start


def _differ(by_source: Mapping[str, Sequence[str]], kind: str) -> bool:
    """Two sources of one language with no label in common; places and bodies must be few-worded."""
    folded = {s: {to_simplified(x).lower() for x in labels} for s, labels in by_source.items()}
    if len(folded) < 2:
        return False
    values = list(folded.values())
    if kind == PERSON:
        return any(a != b for a in values for b in values)
    return any(not a & b and _same_language(a, b) for a in values for b in values)


def _same_language(a: set[str], b: set[str]) -> bool:
    return all(x.isascii() for x in a) == all(x.isascii() for x in b)


def _terms(sources: Sequence[Source], terms: Sequence[Term]) -> list[Wording]:
    found: dict[str, dict[str, list[str]]] = {}
    for source in sources:
        text = f"{source.article.title}\n{to_simplified(source.article.text)}"
        for term in terms:
            match = term.pattern.search(text)
            if match:
                said = found.setdefault(term.concept, {}).setdefault(source.id, [])
                if term.name not in said:
                    said.append(term.name)
    return [
        Wording(concept, {s: tuple(x) for s, x in by.items()}, "term")
        for concept, by in found.items()
        if len({tuple(sorted(x)) for x in by.values()}) > 1
    ]
