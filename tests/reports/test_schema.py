"""The JSON Schemas in the docs describe the real output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from compare.model import Comparison, SetAside
from compare.options import SETTINGS, Options
from compare.reports.assemble import explain_document, stories_document, story_document
from compare.reports.assemble_reading import article_document, diff_document, find_document
from compare.reports.configuration import configuration_document, shown
from compare.reports.documents import to_json
from compare.reports.schema import schema_texts

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


def test_stored_schemas_are_current() -> None:
    """docs/schema holds exactly what the dataclasses say (tools/build_docs.py writes it)."""
    stored = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.json")}
    assert stored == schema_texts()


def documents(comparison: Comparison) -> dict[str, object]:
    """One document of every contract."""
    wire, nan = comparison.sources[:2]
    evidence = comparison.claims[0].cells["nanwan"].evidence
    rows = shown(Options(), dict.fromkeys(SETTINGS, "default"), only_changed=False)
    return {
        "compare.story.1": story_document(comparison),
        "compare.stories.1": stories_document([comparison.story], [SetAside("x", "y")]),
        "compare.explain.1": explain_document(comparison, comparison.claims[0], wire),
        "compare.diff.1": diff_document("duarte", wire, nan, []),
        "compare.article.1": article_document([(wire.article, [], [], {})]),
        "compare.find.1": find_document("x", [(nan.article, evidence, None)]),
        "compare.config.1": configuration_document(Options(), rows),
    }


@pytest.mark.parametrize("name", sorted(schema_texts()))
def test_output_follows_its_schema(comparison: Comparison, name: str) -> None:
    """Real output validates against the stored schema."""
    schema = json.loads((FOLDER / name).read_text("utf-8"))
    document = documents(comparison)[name.removesuffix(".json")]
    jsonschema.validate(json.loads(to_json(document)), schema)


def test_schema_refuses_a_broken_document(comparison: Comparison) -> None:
    """A cell with an unknown status does not validate."""
    schema = json.loads((FOLDER / "compare.story.1.json").read_text("utf-8"))
    document: dict[str, Any] = json.loads(to_json(story_document(comparison)))
    document["claims"][0]["cells"]["nanwan"]["status"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)
