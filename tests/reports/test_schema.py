"""The JSON Schemas in the docs describe the real output."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from compare.model import (
    Comparison,
    Entity,
    Evidence,
    Found,
    Inspection,
    MadeBy,
    SetAside,
    Speech,
)
from compare.model.audits import Alteration, Audit, Statement
from compare.model.outlets import Profiles, Spoken
from compare.model.twins import Stated, Twins
from compare.options import SETTINGS, Options
from compare.outlets import profiles
from compare.reports.assemble import (
    article_document,
    diff_document,
    explain_document,
    find_document,
    stories_document,
    story_document,
)
from compare.reports.audits import audit_document
from compare.reports.beside import beside
from compare.reports.configuration import configuration_document, shown
from compare.reports.contract import schema_texts, to_json
from compare.reports.explain_values import pick_value, value_document
from compare.reports.outlet_rows import outlets_document
from compare.reports.readouts import readouts_document
from compare.reports.reviews import (
    CaseClaim,
    CaseDocument,
    CaseSource,
    CheckedClaim,
    ChecksDocument,
    PassageDoc,
)
from tests.outlets.made import told

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


def test_stored_schemas_are_current() -> None:
    """docs/schema holds exactly what the dataclasses say (tools/build_docs.py writes it)."""
    stored = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.json")}
    assert stored == schema_texts()


def documents(comparison: Comparison) -> dict[str, object]:
    """One document of every contract."""
    wire, nan = comparison.sources[:2]
    by = MadeBy("1.2.3", "abc", "def")
    evidence = comparison.claims[0].cells["nanwan"].evidence
    rows = shown(Options(), dict.fromkeys(SETTINGS, "default"), only_changed=False)
    return {
        "story": story_document(comparison),
        "stories": stories_document([comparison.story], [SetAside("x", "y")], by),
        "explain": explain_document(comparison, comparison.claims[0], wire),
        "value": value_document(
            comparison, pick_value(comparison, comparison.discrepancies[0].id, wire.id)
        ),
        "audit": audit_document(audited(comparison)),
        "readouts": readouts_document(comparison, paired(comparison)),
        "outlets": outlets_document(profiled()),
        "diff": diff_document(
            "duarte", beside(comparison, ("harbourwire", "nanwan", "wanbao")), by
        ),
        "article": article_document([Inspection(wire.article, (), Speech(), {})], by),
        "find": find_document("x", [Found(nan.article, evidence, None)], by),
        "config": configuration_document(rows, by),
        **written(evidence[0], by),
    }


def written(evidence: Evidence, by: MadeBy) -> dict[str, object]:
    """What a reader of the page saves; tests/browser has them as Chromium writes them."""
    passage = PassageDoc("nanwan", evidence.quote, evidence.part, evidence.start, evidence.end)
    claim, source = CaseClaim("c01", "x", "en"), CaseSource("wanbao", "Wanbao", None, None)
    checked = CheckedClaim("c01", "x", {"nanwan": "included"})
    return {
        "case": CaseDocument(
            schema="compare.case/2",
            story="duarte",
            claim=claim,
            source=source,
            shown="absent",
            expected="included",
            sentence="",
            note="why",
            passages=(),
            others=(passage,),
            made_by=by,
        ),
        "checks": ChecksDocument("compare.checks/2", "duarte", (checked,), by),
    }


def audited(comparison: Comparison) -> Audit:
    """An audit with every kind of part."""
    digest, *others = comparison.sources[::-1]
    proof = comparison.claims[0].cells["nanwan"].evidence[0]
    change = Alteration("number", "41", "43", "nanwan")
    proofs = (("nanwan", proof),)
    statements = (Statement(proof, "altered", (change,), proofs), Statement(proof, "comment"))
    return Audit("duarte", digest, tuple(others), statements, MadeBy("1.2.3", "abc", "def"))


def profiled() -> Profiles:
    """Three outlets over two stories, one of which failed, with every kind of part."""
    said = (Spoken("a", "per:x", "direct", "remarks"),)
    made = [
        told(f"s{n}", "a b c d", ".xxx", "x.xx", "t?xx", statements=said, entities=[ENTITY])
        for n in range(2)
    ]
    found = profiles(made, Options(profile_stories=2))
    return replace(found, set_aside=(SetAside("t", "failed"),))


ENTITY = Entity("per:x", "X", "PER", {"en": "X"})


def paired(comparison: Comparison) -> Twins:
    """Two official texts, one statement in both and one in the left alone."""
    left, right = comparison.sources[:2]
    claim = comparison.claims[0]
    words = [claim.cells[source.id].evidence[0] for source in (left, right)]
    differs = Stated(claim, "differs", words[0], words[1], (("date", "Monday", "星期二"),))
    return Twins(left, right, (differs, Stated(claim, "left", words[0], None)))


@pytest.mark.parametrize("name", sorted(schema_texts()))
def test_output_follows_its_schema(comparison: Comparison, name: str) -> None:
    """Real output validates against the stored schema."""
    schema = json.loads((FOLDER / name).read_text("utf-8"))
    _, kind, contract, _ = name.split(".")
    document = json.loads(to_json(documents(comparison)[kind], int(contract)))
    assert document["schema"] == f"compare.{kind}/{contract}"
    jsonschema.validate(document, schema)


def test_schema_refuses_a_broken_document(comparison: Comparison) -> None:
    """A cell with an unknown status does not validate."""
    schema = json.loads((FOLDER / "compare.story.2.json").read_text("utf-8"))
    document: dict[str, Any] = json.loads(to_json(story_document(comparison)))
    document["claims"][0]["cells"]["nanwan"]["status"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)
