"""The bytes of the JSON contracts, their schemas, and the contract before the present one.

In: documents. Out: UTF-8 JSON text, indented, ending in a newline, and `{file name: schema text}`
as it stands in `docs/schema/`. Contract 1 is the present one less what has come since (who made
it, facts, voices that nobody can tell), so it is cut out of the present one and not written twice.
"""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from compare.model import FACT_KINDS, VERDICTS
from compare.model.outlets import TRAITS
from compare.reports import (
    audits,
    configuration,
    diff_documents,
    documents,
    explain_values,
    outlet_rows,
    readouts,
    reviews,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DOCUMENTS: dict[str, type[Any]] = {
    "story": documents.StoryDocument,
    "stories": documents.StoriesDocument,
    "explain": documents.ExplainDocument,
    "value": explain_values.ValueDocument,
    "diff": diff_documents.DiffDocument,
    "article": documents.ArticleDocument,
    "find": documents.FindDocument,
    "audit": audits.AuditDocument,
    "readouts": readouts.ReadoutsDocument,
    "outlets": outlet_rows.OutletsDocument,
    "config": configuration.ConfigDocument,
    "case": reviews.CaseDocument,
    "checks": reviews.ChecksDocument,
}
STATUSES = ("included", "partial", "conflicts", "unclear", "absent")
# what the strings of a field may say, by class and field
VALUES: dict[str, tuple[str, ...]] = {
    "SourceDoc.kind": ("news", "readout", "summary", "opinion", "interview", "live_blog"),
    "CellDoc.status": STATUSES,
    "CaseDocument.shown": STATUSES,
    "CaseDocument.expected": STATUSES,
    "JudgementDoc.verdict": VERDICTS,
    "Origin.kind": ("readout", "remarks", "media", "outlet", "unknown"),
    "AttributionDoc.mode": ("direct", "indirect", "own", "unknown"),
    "SpeechDoc.mode": ("direct", "indirect", "own", "unknown"),
    "Discrepancy.severity": ("conflict", "shift", "wording", "compatible"),
    "FactRowDoc.kind": FACT_KINDS,
    "FactRowDoc.verdict": ("same", "less exact", "compatible", "conflict"),
    "FactDoc.precision": ("exact", "rounded", "at least", "at most", "about", "several"),
    "FactDoc.modality": ("said", "planned", "possible", "asked"),
    "StatementDoc.verdict": ("supported", "altered", "nowhere", "unclear", "comment"),
    "TwinDoc.fate": ("both", "differs", "left", "right", "told", "unclear"),
    "Trait.part": TRAITS,
    "ReadoutRow.verdicts": ("kept", "softened", "dropped", "contradicted", "unclear"),
}
_STEERS = re.compile("[\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
OPTIONAL = (
    "judged",
    "judging",
    "third",
)  # fields that the output has only where there is something in them
NEW = ("made_by", "facts", "generator", "grounds", "judging")
INSIDE = ("speech_read", "versions", "judged")
# classes that contract 1 has not
LATER = ("MadeBy", "VersionDoc", "FactRowDoc", "FactDoc", "Grounds", "JudgementDoc", "Judging")
OLDER = {
    ("kind", "unknown"): "outlet",
    ("mode", "unknown"): "own",
    ("value", "origin:unknown"): "origin:outlet",
}


def to_json(document: object, contract: int = 2) -> str:
    """The document as indented JSON that ends in a newline; non-ASCII characters stay readable but
    for those that could steer the terminal which shows them.
    """
    data = msgspec.json.encode(document)
    if contract == 1:
        data = msgspec.json.encode(_first(msgspec.json.decode(data)))
    return _STEERS.sub(_coded, msgspec.json.format(data, indent=2).decode()) + "\n"


def _coded(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _first(document: dict[str, Any]) -> dict[str, Any]:
    """A document as contract 1 has it."""
    kept = {key: _older(key, value) for key, value in document.items() if key not in NEW}
    if "schema" in kept:
        kept["schema"] = kept["schema"].replace("/2", "/1")
    return kept


def _older(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {inner: _older(inner, one) for inner, one in value.items() if inner not in INSIDE}
    if isinstance(value, list):
        return [_older("", one) for one in value]
    return OLDER.get((key, value), value)


def schema_texts() -> dict[str, str]:
    """File name -> JSON Schema text (2020-12), keys in the order of the contract."""
    return {
        f"compare.{name}.{contract}.json": _schema(name, contract)
        for name in DOCUMENTS
        for contract in (1, 2)
    }


def _schema(name: str, contract: int) -> str:
    """One schema. The output leaves out no field but those that are optional."""
    schema = msgspec.json.schema(DOCUMENTS[name])
    gone = (*NEW, *INSIDE) if contract == 1 else ()
    for title, held in schema["$defs"].items():
        held["description"] = " ".join(held["description"].split())
        fields = {key: field for key, field in held["properties"].items() if key not in gone}
        for key, field in fields.items():
            field.pop("default", None)
            words = [v for v in VALUES.get(f"{title}.{key}", ()) if not gone or v != "unknown"]
            if words:  # of the field itself, or of the values of its object
                held_words = field.get("additionalProperties", field)
                held_words.clear()
                held_words["enum"] = words
            if key == "schema":
                field["enum"] = [f"compare.{name}/{contract}"]
        held.update(properties=fields, required=[f for f in fields if f not in OPTIONAL])
    if gone:
        for later in LATER:
            schema["$defs"].pop(later, None)
    return json.dumps({"$schema": DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"
