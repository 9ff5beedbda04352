"""A small labelled story, and tables about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ARTICLES = {
    "post": ("Ship hits pier", "The Orsa struck a pier on Sunday. Nobody was hurt. It was foggy."),
    "wire": ("Orsa collision", "A freighter rammed a pier. The owner will pay.\n\nIt was clear."),
    "daily": ("Fog at sea", "Fog lay over the bay. The harbour stays shut."),
}
CELLS: dict[str, dict[str, tuple[str, str]]] = {
    "The Orsa struck a pier.": {
        "post": ("included", "The Orsa struck a pier"),
        "wire": ("included", "A freighter rammed a pier"),
    },
    "It was foggy.": {
        "post": ("included", "It was foggy"),
        "wire": ("conflicts", "It was clear"),
        "daily": ("included", "Fog lay over the bay"),
    },
    "The owner will pay.": {"wire": ("included", "The owner will pay")},
}


def span(source: str, quote: str) -> dict[str, Any]:
    at = ARTICLES[source][1].index(quote)
    return {"part": "body", "start": at, "end": at + len(quote), "quote": quote}


def cell(source: str, told: dict[str, tuple[str, str]]) -> dict[str, Any]:
    if source not in told:
        return {"status": "absent"}
    status, quote = told[source]
    return {"status": status, "spans": [span(source, quote)]}


def gold() -> dict[str, Any]:
    return {
        "schema": "compare.gold/1",
        "slug": "orsa",
        "title": "Orsa",
        "kind": "accident",
        "languages": ["en"],
        "sources": [{"id": s, "outlet": s.title(), "language": "en"} for s in ARTICLES],
        "claims": [
            {
                "id": f"c{number:02}",
                "text": text,
                "language": "en",
                "origin": {"kind": "outlet", "speaker": None},
                "cells": {s: cell(s, told) for s in ARTICLES},
            }
            for number, (text, told) in enumerate(CELLS.items(), 1)
        ],
        "differences": [
            {
                "id": "d01",
                "kind": "outcome",
                "severity": "conflict",
                "claims": ["c02"],
                "sides": [
                    {"source": "post", "value": "fog", **span("post", "It was foggy")},
                    {"source": "wire", "value": "clear", **span("wire", "It was clear")},
                ],
                "note": "weather",
            }
        ],
        "facts": [],
    }


def write(folder: Path, labels: dict[str, Any]) -> Path:
    """The story in a folder of its own below `folder`."""
    place = folder / "orsa"
    place.mkdir(parents=True, exist_ok=True)
    for name, (title, body) in ARTICLES.items():
        front = f'layout: post\ntitle: "{title}"\ndate: 2026-03-08\nauthor: {name.title()}'
        text = f"---\n{front}\nfrom: https://{name}.example/1\n---\n\n{body}\n"
        (place / f"{name}.md").write_text(text, "utf-8")
    (place / "labels.json").write_text(json.dumps(labels), "utf-8")
    return place


def said(labels: dict[str, Any]) -> dict[str, Any]:
    """A table that says what the labels say."""
    rows = [
        {
            "origin": {"kind": "outlet", "speaker": None},
            "cells": {
                s: {"status": c["status"], "evidence": [{"quote": x["quote"]} for x in spans]}
                for s, c in claim["cells"].items()
                for spans in [c.get("spans", [])]
            },
        }
        for claim in labels["claims"]
    ]
    found = [
        {
            "severity": "conflict",
            "sides": [{"source": s["source"], "quote": s["quote"]} for s in some],
        }
        for some in (d["sides"] for d in labels["differences"])
    ]
    sources = [{"id": s, "file": f"orsa/{s}.md"} for s in ARTICLES]
    return {"schema": "compare.story/2", "sources": sources, "claims": rows, "discrepancies": found}
