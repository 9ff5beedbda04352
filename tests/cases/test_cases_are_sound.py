"""The golden cases hold together: quotes are substrings, labels are known, nothing is uncovered."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent
ENTITIES = sorted((CASES / "entities").glob("*/expected.json"))
CLAIMS = sorted((CASES / "claims").glob("*/expected.json"))
EXTRA = sorted((CASES / "claims_extra").glob("*/expected.json"))
STORIES = CLAIMS + EXTRA
STATUSES = {"included", "partial", "conflicts", "unclear", "absent"}
REASONS = {"truncated", "paywall", "published_earlier", "brief", "other_edition"}
KINDS = {"date", "number", "actor", "place", "quote", "modality", "attribution", "wording"}
SEVERITIES = {"conflict", "shift", "wording", "compatible"}
ORIGINS = {"readout", "remarks", "media", "outlet"}


def story_name(path: Path) -> str:
    return path.parent.name


def article(path: Path) -> tuple[dict[str, str], str]:
    """Front matter and body of a case's Markdown file."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in front.strip().splitlines())
    return fields, body.strip()


def stands(folder: Path, stem: str, quote: str) -> bool:
    """True when `quote` is a substring of the article's body or title."""
    fields, body = article(folder / f"{stem}.md")
    return quote in body or quote in fields["title"]


def quotes(expected: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every (source, exact string) that an expected.json cites."""
    for claim in expected["claims"]:
        for stem, cell in claim["cells"].items():
            yield from ((stem, q) for q in [cell["quote"], *cell.get("more", [])])
    for found in expected["discrepancies"]:
        yield from ((side["source"], side["span"]) for side in found["sides"])
    for pair in expected["not_discrepancies"]:
        yield from (tuple(pair["a"]), tuple(pair["b"]))
    for block in expected.get("blocks", []):
        yield from ((block["source"], block[edge]) for edge in ("first", "last"))
    yield from ((chain["source"], chain["quote"]) for chain in expected.get("chains", []))
    for wording in expected.get("wording", []):
        yield from ((s, label) for s, labels in wording["labels"].items() for label in labels)


def loaded(paths: list[Path]) -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


@pytest.mark.parametrize("path", ENTITIES, ids=story_name)
def test_tagged_names_stand_in_their_excerpt(path: Path) -> None:
    """Every surface is a substring, nested ones stand inside a longer one of their entity."""
    for entity in json.loads(path.read_text(encoding="utf-8"))["entities"]:
        assert entity["type"] in {"PER", "LOC", "ORG"}
        for surface in [*entity["surfaces"], *entity.get("nested", [])]:
            assert stands(path.parent, "article", surface), (entity["id"], surface)
        for short in entity.get("nested", []):
            assert any(short in long and short != long for long in entity["surfaces"]), short


def test_one_id_has_one_type_in_all_excerpts() -> None:
    """An entity that several excerpts name has the same type in each."""
    types: dict[str, set[str]] = {}
    for case in loaded(ENTITIES):
        for entity in case["entities"]:
            types.setdefault(entity["id"], set()).add(entity["type"])
    assert not {name: kinds for name, kinds in types.items() if len(kinds) > 1}
    assert len(ENTITIES) >= 12


@pytest.mark.parametrize("path", STORIES, ids=story_name)
def test_cited_strings_stand_in_their_articles(path: Path) -> None:
    """Every quote, span and label of a story is a substring of the article that it cites."""
    expected = json.loads(path.read_text(encoding="utf-8"))
    for stem, quote in quotes(expected):
        assert stands(path.parent, stem, quote), (stem, quote)


@pytest.mark.parametrize("path", STORIES, ids=story_name)
def test_every_claim_is_judged_in_every_source(path: Path) -> None:
    """A cell has a known status, a quote exactly when carried, and reasons only when absent."""
    expected = json.loads(path.read_text(encoding="utf-8"))
    assert sorted(expected["sources"]) == sorted(p.stem for p in path.parent.glob("*.md"))
    for claim in expected["claims"]:
        assert set(claim["cells"]) == set(expected["sources"]), claim["gloss"]
        assert {claim["origin"]["kind"], *claim["origin"]["also"]} <= ORIGINS
        assert any(c["status"] in {"included", "conflicts"} for c in claim["cells"].values())
        for cell in claim["cells"].values():
            assert cell["status"] in STATUSES
            assert cell["status"] == "unclear" or bool(cell["quote"]) == (
                cell["status"] != "absent"
            )
            assert set(cell["reasons"]) <= (REASONS if cell["status"] == "absent" else set())


@pytest.mark.parametrize("path", STORIES, ids=story_name)
def test_discrepancies_have_known_labels_and_two_sides(path: Path) -> None:
    """Kinds and severities come from the vocabulary, and every discrepancy has two sides."""
    for found in json.loads(path.read_text(encoding="utf-8"))["discrepancies"]:
        assert set(found["kind"]) <= KINDS
        assert {found["severity"], *found.get("also_severity", [])} <= SEVERITIES
        assert len(found["sides"]) >= 2
        assert found["note"]


@pytest.mark.parametrize("path", STORIES, ids=story_name)
def test_articles_are_dated_with_a_time_zone(path: Path) -> None:
    """Every article has a title, an outlet, an example address and an aware ISO date."""
    for file in path.parent.glob("*.md"):
        fields, body = article(file)
        assert datetime.fromisoformat(fields["date"]).tzinfo is not None
        assert ".example/" in fields["from"]
        assert fields["author"]
        assert fields["title"]
        assert body


def test_stories_cover_the_vocabulary() -> None:
    """The stories show every status, reason, kind, severity and origin; hard kinds twice."""
    stories = loaded(CLAIMS)
    cells = [cell for s in stories for c in s["claims"] for cell in c["cells"].values()]
    found = [d for s in stories for d in s["discrepancies"]]
    assert len(stories) >= 12
    assert {cell["status"] for cell in cells} == STATUSES
    assert {reason for cell in cells for reason in cell["reasons"]} == REASONS
    assert {d["kind"][0] for d in found} == KINDS
    assert {d["severity"] for d in found} == SEVERITIES
    assert {c["origin"]["kind"] for s in stories for c in s["claims"]} == ORIGINS
    hard = Counter(d["kind"][0] for d in found if d["severity"] == "conflict")
    assert all(hard[kind] >= 2 for kind in ("date", "number", "actor", "place"))
    for part in ("copies", "blocks", "chains", "wording"):
        assert any(s.get(part) for s in stories), part
    assert {c["kind"] for s in stories for c in s.get("copies", [])} == {"reprint", "translation"}


def test_look_ups_name_stories_and_keep_the_split() -> None:
    """Every look-up lies in its story's half, and a span that is present is a substring."""
    lines = (CASES / "find" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) >= 100
    for row in rows:
        folder = CASES / "claims" / row["story"]
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        assert row["article"] in expected["sources"]
        assert row["split"] == expected["split"]
        assert bool(row["quote"]) == row["present"]
        assert stands(folder, row["article"], row["quote"])
    assert Counter(row["split"] for row in rows).keys() == {"calibrate", "test"}
    assert 0.35 <= sum(row["present"] for row in rows) / len(rows) <= 0.65
