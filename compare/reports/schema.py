"""JSON Schemas of the contracts, made from the dataclasses that write the output.

In: nothing. Out: `{file name: schema text}` as it stands in `docs/schema/`.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from compare.reports import configuration, documents, documents_reading

CONTRACTS: dict[str, type[Any]] = {
    "compare.story.1": documents.StoryDocument,
    "compare.stories.1": documents.StoriesDocument,
    "compare.explain.1": documents.ExplainDocument,
    "compare.diff.1": documents_reading.DiffDocument,
    "compare.article.1": documents_reading.ArticleDocument,
    "compare.find.1": documents_reading.FindDocument,
    "compare.config.1": configuration.ConfigDocument,
}

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_texts() -> dict[str, str]:
    """File name -> JSON Schema text (2020-12), keys in the order of the contract."""
    return {f"{name}.json": _text(contract) for name, contract in CONTRACTS.items()}


def _text(contract: type[Any]) -> str:
    schema = {"$schema": DIALECT, **msgspec.json.schema(contract)}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
