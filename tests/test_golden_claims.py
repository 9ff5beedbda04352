"""The golden stories: how far the table of claims agrees with what a reader said.

Floors are the measured figures less a little slack: six points of F1 and two cells a story, two
points over all. The heads of data/matching.json are fitted on these stories; with every story left
out in turn `python -m tools.fit_matching --cross-validate` gives one or two points less.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from compare import pipeline
from compare.claims.merging import Judged, merge
from compare.model import ABSENT, CARRIED, Article, Comparison
from compare.resources.matching import heads
from tests.scoring import (
    Case,
    Decision,
    case_folders,
    decisions,
    figures,
    missed_reasons,
    read_case,
)

FOLDERS = case_folders("claims", "claims_extra")
STORIES: dict[str, tuple[Case, Comparison]] = {}

# least F1 of inclusion, most absences where the source does carry the claim
FLOORS = {
    "airline-merger": (0.89, 4),
    "canyon-wildfire": (0.84, 6),
    "chip-export-rules": (0.76, 5),
    "chipmaker-earnings": (0.81, 3),
    "container-port-strike": (0.76, 5),
    "data-leak": (0.85, 2),
    "dengue-vaccine": (0.72, 6),
    "doping-hearing": (0.70, 8),
    "ebike-tariffs": (0.88, 2),
    "ferry-accident": (0.78, 7),
    "mekong-communique": (0.87, 3),
    "moon-lander": (0.66, 11),
    "museum-return": (0.86, 2),
    "oslo-talks": (0.88, 3),
    "panda-loan": (0.72, 6),
    "plateau-quake": (0.80, 5),
    "river-flood": (0.91, 2),
    "sabah-by-election": (0.80, 3),
    "seoul-rate-cut": (0.85, 7),
    "tunnel-derailment": (0.74, 4),
    "typhoon-landfall": (0.70, 8),
    "water-ruling": (0.79, 6),
}


def story(folder: Path) -> tuple[Case, Comparison]:
    """A golden story and its comparison, made once."""
    if folder.name not in STORIES:
        case = read_case(folder)
        STORIES[folder.name] = case, pipeline.analyse(case.story)
    return STORIES[folder.name]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_a_story_is_read_as_a_reader_reads_it(folder: Path) -> None:
    """Inclusion stays above its floor, false omissions below theirs, and absences have reasons."""
    case, comparison = story(folder)
    found = figures(decisions(case, comparison))
    inclusion, omissions = FLOORS[case.name]
    assert found.inclusion[2] >= inclusion, str(found)
    assert found.false_omissions <= omissions, str(found)
    assert missed_reasons(case, comparison) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_every_cell_of_a_story_can_be_checked(folder: Path) -> None:
    """Every claim has a cell a source, and every quoted span stands in the article as quoted."""
    _, comparison = story(folder)
    articles = {s.id: s.article for s in comparison.sources}
    for claim in comparison.claims:
        assert set(claim.cells) == set(articles)
        for name, cell in claim.cells.items():
            assert bool(cell.evidence) == (cell.status in CARRIED)
            for e in cell.evidence:
                assert articles[name].part(e.part)[e.start : e.end] == e.quote


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
@pytest.mark.parametrize("doubt", [0.0, 20.0], ids=["as fitted", "in doubt of everything"])
def test_no_member_of_a_row_lacks_it(
    folder: Path, doubt: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A source whose own clause is in a row is never absent from it, before and after rows are
    merged, and were the fit in doubt of everything.
    """
    seen: list[Judged] = []

    def merged(judged: Sequence[Judged], articles: Mapping[str, Article], gap: int) -> list[Judged]:
        seen.extend(judged)
        seen.extend(found := merge(judged, articles, gap))
        return found

    known = heads()
    doubtful = {**known, "cell": replace(known["cell"], bias=known["cell"].bias - doubt)}
    monkeypatch.setattr("compare.claims.build.merge", merged)
    monkeypatch.setattr("compare.resources.matching.heads", lambda: doubtful)
    pipeline.analyse(read_case(folder).story)
    assert seen
    for draft in seen:
        for key in {m.article for m in draft.members}:
            assert draft.cells[key].status != ABSENT, draft.members


def test_all_stories_together_stay_above_their_floors() -> None:
    """Over some twelve hundred cells: inclusion, omission and coverage."""
    every: list[Decision] = [d for f in FOLDERS for d in decisions(*story(f))]
    found = figures(every)
    assert len(every) > 1100
    assert found.inclusion[2] >= 0.85, str(found)
    assert found.omission[0] >= 0.74, str(found)
    assert found.coverage >= 0.84, str(found)


def test_a_reprint_and_a_translation_are_one_family() -> None:
    """In the flood story a reprint and a translation belong to the agency that they copy."""
    case, comparison = story(next(f for f in FOLDERS if f.name == "river-flood"))
    assert [set(f) for f in _families(case, comparison)] == [set(case.articles)]


def test_no_family_is_made_up() -> None:
    """Outside the stories whose readers marked copies, every source is a voice of its own."""
    for folder in FOLDERS:
        case, comparison = story(folder)
        if "copies" not in case.expected:
            assert _families(case, comparison) == [], case.name


def _families(case: Case, comparison: Comparison) -> list[list[str]]:
    """The families of a comparison, as file stems."""
    stems = {a.id: n for n, a in case.articles.items()}
    names = {s.id: stems[s.article.id] for s in comparison.sources}
    return [[names[s] for s in f.sources] for f in comparison.families]
