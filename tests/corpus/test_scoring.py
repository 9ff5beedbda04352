"""Tables and single cells are judged as the datasheet says."""

from __future__ import annotations

import copy
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus import halves, score
from corpus.gold import faults, read
from corpus.predictions import read_chances, table
from corpus.ranking import auc, best_bound, judged, ranking
from corpus.scoring import Figures, figures, judge, places_of
from tests.corpus.made import gold, said, write


def judged_as(folder: Path, told: dict[str, Any]) -> Figures:
    story = read(write(folder, gold()))
    places = places_of(story)
    return figures(judge(story, table(told, story, places), places))


def test_the_labels_themselves_are_right(tmp_path: Path) -> None:
    """A table that says what the labels say has every share at 1 and no false omission."""
    f = judged_as(tmp_path, said(gold()))
    assert (f.inclusion, f.located, f.omission_precision, f.omission_recall) == (1, 1, 1, 1)
    assert (f.coverage, f.differences, f.conflict_precision, f.origin) == (1, 1, 1, 1)
    assert f.false_omissions == 0
    assert f.cells == 10


def test_an_empty_table_covers_nothing(tmp_path: Path) -> None:
    """What no row speaks of is neither included nor absent."""
    f = judged_as(tmp_path, {**said(gold()), "claims": [], "discrepancies": []})
    assert (f.inclusion, f.coverage, f.differences, f.origin, f.false_omissions) == (0, 0, 0, 0, 0)


def test_a_false_absence_is_counted_from_each_carrier(tmp_path: Path) -> None:
    """The fog of the daily, called absent, is missed from the one other full carrier."""
    told = said(gold())
    told["claims"][1]["cells"]["daily"] = {"status": "absent", "evidence": []}
    f = judged_as(tmp_path, told)
    assert f.false_omissions == 1
    assert f.recall < 1 == f.precision


def test_evidence_elsewhere_is_included_but_not_located(tmp_path: Path) -> None:
    """A right status with the wrong proof counts for inclusion alone, and seen from there nothing
    speaks of the claim.
    """
    told = said(gold())
    told["claims"][0]["cells"]["wire"]["evidence"] = [{"quote": "The owner will pay"}]
    f = judged_as(tmp_path, told)
    assert f.located < f.inclusion < 1


def test_a_conflict_that_nobody_labelled_is_false(tmp_path: Path) -> None:
    """Only differences that stand in the gold are right."""
    told = said(gold())
    sides = [
        {"source": "post", "quote": "Nobody was hurt"},
        {"source": "wire", "quote": "A freighter"},
    ]
    told["discrepancies"].append({"severity": "conflict", "sides": sides})
    assert judged_as(tmp_path, told).conflict_precision == 0.5


def damaged(change: str) -> dict[str, Any]:
    labels = copy.deepcopy(gold())
    claim = labels["claims"][0]
    match change:
        case "moved":
            claim["cells"]["post"]["spans"][0]["start"] += 1
        case "no cell":
            del claim["cells"]["daily"]
        case "no carrier":
            claim["cells"] = {s: {"status": "absent"} for s in claim["cells"]}
        case "bare":
            claim["cells"]["post"]["spans"] = []
        case "unknown claim":
            labels["differences"][0]["claims"] = ["c99"]
        case "twice":
            labels["claims"].append(claim)
        case "slug":
            labels["slug"] = "other"
        case "side":
            labels["differences"][0]["sides"][0]["quote"] = "It was sunny"
        case "source":
            labels["differences"][0]["sides"][0]["source"] = "nobody"
    return labels


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("moved", "c01, post: not in the body: The Orsa struck a pier"),
        ("no cell", "c01: not a cell for every source"),
        ("no carrier", "c01: no source carries it"),
        ("bare", "c01, post: included with 0 spans"),
        ("unknown claim", "d01: no claim c99"),
        ("twice", "a claim's id stands twice"),
        ("slug", "slug other is not the folder's name"),
        ("side", "d01: not in post: It was sunny"),
        ("source", "d01: no source nobody"),
    ],
)
def test_damaged_labels_are_seen(tmp_path: Path, change: str, words: str) -> None:
    """Each way in which labels do not hold together has words of its own."""
    assert words in list(faults(read(write(tmp_path, damaged(change)))))


def test_labels_of_another_shape_are_an_error(tmp_path: Path) -> None:
    """A wrong field names the file and the place."""
    labels = gold()
    labels["claims"][0]["cells"]["post"]["status"] = "maybe"
    with pytest.raises(ValueError, match=r"labels\.json: Invalid enum value 'maybe'"):
        read(write(tmp_path, labels))


def test_ranks_of_single_cells(tmp_path: Path) -> None:
    """Equals count half, the bound is the one with the best F1, and a missing chance is lowest."""
    assert auc([(0.9, True), (0.5, True), (0.5, False), (0.1, False)]) == 0.875
    story = read(write(tmp_path, gold()))
    told = {("orsa", c.id, s): 0.2 for c in story.gold.claims for s in c.cells}
    told |= {("orsa", "c01", "post"): 0.9, ("orsa", "c01", "wire"): 0.8}
    cells = list(judged([story], told))
    assert best_bound(cells) == 0.2
    assert ranking(cells, 0.8).omission_precision == 0.5
    assert len(cells) == 8


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of one story, open."""
    write(tmp_path / "stories", gold())
    split = tmp_path / "split.json"
    split.write_text(json.dumps({"fit": ["orsa"], "check": []}), "utf-8")
    monkeypatch.setattr(halves, "STORIES", tmp_path / "stories")
    monkeypatch.setattr(halves, "SPLIT", split)
    return tmp_path


PERFECT = (
    "inclusion 1.000 (P 1.000 R 1.000) located 1.000 omission P 1.000 R 1.000 coverage 1.000 "
    "false omissions 0 of 10 differences 1.000 conflict P 1.000 origin 1.000 speaker 0.000"
)


@pytest.mark.parametrize(
    ("by", "name"), [("story", "orsa"), ("kind", "accident"), ("languages", "en")]
)
def test_the_command_prints_a_line_each(
    small: Path, capsys: pytest.CaptureFixture[str], by: str, name: str
) -> None:
    """A folder of tables, summed by story, kind or languages, then by half."""
    (small / "orsa.json").write_text(json.dumps(said(gold())), "utf-8")
    assert score.main([str(small), "--by", by]) == 0
    first, fit, check, every = capsys.readouterr().out.splitlines()
    assert first == f"{name:34} {PERFECT}"
    assert fit == f"{'fit':34} {PERFECT}"
    assert check.startswith("check ")
    assert every == f"{'all':34} {PERFECT}"


def test_a_tool_is_run_once_a_story(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a command prints is scored as a file would be."""
    (small / "told.json").write_text(json.dumps(said(gold())), "utf-8")
    program = small / "tool.py"
    program.write_text("import pathlib, sys\nprint(pathlib.Path(sys.argv[1]).read_text('utf-8'))\n")
    command = f"{sys.executable} {program} {{story}}/../../told.json"
    assert score.main(["--tool", command]) == 0
    assert PERFECT in capsys.readouterr().out


def test_chances_are_scored(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The bound comes from the fit stories."""
    path = small / "chances.jsonl"
    lines = [{"story": "orsa", "claim": "c01", "source": s, "score": 0.7} for s in ("post", "wire")]
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    assert score.main(["--chances", str(path)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("fit      auc 0.700 inclusion 0.769 omission P 0.000 cells 8 at -inf\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "give a folder of tables"),
        (["{folder}"], "No such file"),
        (["--chances", "{folder}/bad.jsonl"], "bad.jsonl:1: KeyError: 'score'"),
        (["--tool", f"{sys.executable} -c pass"], "orsa: no table from the tool"),
        (["--tool", f"{sys.executable} -c print([])"], "orsa: no table from the tool"),
        (["--blind", "to see", "{folder}"], "--blind needs --tool"),
    ],
)
def test_bad_input_is_one_line(
    small: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    """Exit code 2, one line, no traceback."""
    (small / "bad.jsonl").write_text('{"story": "orsa"}', "utf-8")
    assert score.main([a.replace("{folder}", str(small)) for a in arguments]) == 2
    said_ = capsys.readouterr().err
    assert words in said_
    assert said_.count("\n") == 1


def test_a_table_of_another_schema_is_refused(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only `compare.story` is a table."""
    (small / "orsa.json").write_text(json.dumps({**said(gold()), "schema": "other/1"}), "utf-8")
    assert score.main([str(small)]) == 2
    assert "its schema is 'other/1', not compare.story" in capsys.readouterr().err


def test_a_bad_line_of_chances_names_its_place(tmp_path: Path) -> None:
    """The file and the line."""
    path = tmp_path / "c.jsonl"
    path.write_text('{"story": "a", "claim": "b", "source": "c", "score": "x"}\n', "utf-8")
    with pytest.raises(ValueError, match=r"c\.jsonl:1: ValueError"):
        read_chances(path)
