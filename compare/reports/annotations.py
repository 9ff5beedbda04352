"""Evidence as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in JSON-LD.

In: a `Comparison`. Out: an AnnotationPage with one annotation for every evidence of
every cell. The target is the article (its address, else a URN of its id) with two selectors: the
quote with its surroundings, which finds the place in any rendering of the article, and the
position in code points of the part of the text as `compare` read it, which is exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from compare.model import BODY, Claim, Comparison, Evidence, Source
from compare.reports.assemble import rounded

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"compare": "urn:compare:", "status": "compare:status", "similarity": "compare:similarity"},
]
AROUND = 32


def annotation_page(comparison: Comparison) -> dict[str, Any]:
    """The JSON-LD object, claim by claim and source by source."""
    slug, by = quote(comparison.story.slug, safe=""), comparison.made_by
    return {
        "@context": CONTEXT,
        "id": f"urn:compare:story:{slug}",
        "type": "AnnotationPage",
        "label": comparison.story.title,
        "generator": {
            "type": "Software",
            "name": f"compare-stories {by.version}".strip(),
            "compare:model": by.model,
            "compare:options": by.options,
        },
        "items": [
            _annotation(slug, claim, source, evidence, number)
            for claim in comparison.claims
            for source in comparison.sources
            for number, evidence in enumerate(claim.cells[source.id].evidence, 1)
        ],
    }


def _annotation(
    slug: str, claim: Claim, source: Source, evidence: Evidence, number: int
) -> dict[str, Any]:
    cell = claim.cells[source.id]
    name = (
        f"urn:compare:story:{slug}:{quote(claim.id, safe='')}:{quote(source.id, safe='')}:{number}"
    )
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "assessing",
        "status": cell.status,
        "similarity": rounded(evidence.score),
        "body": list(_bodies(claim, cell.status)),
        "target": {
            "type": "SpecificResource",
            "source": _resource(source, evidence),
            "selector": _selectors(source, evidence),
        },
    }


def _bodies(claim: Claim, status: str) -> Iterator[dict[str, str]]:
    claimed = {"type": "TextualBody", "purpose": "describing", "format": "text/plain"}
    yield {
        **claimed,
        "value": claim.text,
        **({"language": claim.language} if claim.language else {}),
    }
    for value in (f"claim:{claim.id}", f"status:{status}", f"origin:{claim.origin.kind}"):
        yield {"type": "TextualBody", "purpose": "tagging", "value": value}


def _resource(source: Source, evidence: Evidence) -> dict[str, str]:
    article = source.article
    made = {
        "id": article.url or f"urn:compare:article:{quote(article.id, safe='')}",
        "type": "Text",
    }
    made |= {"label": article.title, "language": article.language}
    return made if evidence.part == BODY else {**made, "compare:part": evidence.part}


def _selectors(source: Source, evidence: Evidence) -> list[dict[str, str | int]]:
    text = source.article.part(evidence.part)
    start, end = evidence.start, evidence.end
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]
