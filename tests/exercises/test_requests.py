"""What a teacher may ask for, and what is said when it cannot be had."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.errors import UsageError
from compare.exercises import Exercise, Request, make
from compare.exercises.facts import gather
from compare.exercises.kinds.paragraphs import drafts as paragraphs
from compare.exercises.parts import Distractor
from compare.exercises.sentences import candidates, distractor, leans, readable, shown
from compare.model import CONFLICTS, Comparison, Evidence
from compare.options import Options
from compare.reading.document import document
from compare.text.counts import word_count
from tests.exercises.frozen import ALL, stored
from tests.made import article as made_article
from tests.made import source as made_source
from tests.made import story as made_story


def kinds(made: Exercise) -> list[str]:
    """Names of the tasks."""
    return [task.kind for task in made.sheet.tasks]


def without_confidence(comparison: Comparison) -> Comparison:
    """The comparison before any calibration."""
    claims = tuple(
        replace(c, cells={s: replace(cell, confidence=None) for s, cell in c.cells.items()})
        for c in comparison.claims
    )
    return replace(comparison, claims=claims)


def test_one_source_leaves_what_one_text_allows() -> None:
    """With a single text the sheet says which kinds need more, and asks the others."""
    made = make(stored("han-blinken"), replace(ALL, sources=("epochtimes",)))
    assert {"voices", "placement", "brief"} <= set(kinds(made))
    assert "Not on this sheet: Fill the grid (it needs 2 texts, there is 1)" in made.key.notes


def test_a_kind_that_cannot_be_made_is_refused_with_what_can() -> None:
    """Asking for a grid of one text is an error that names the reason and the alternatives."""
    with pytest.raises(UsageError) as caught:
        make(stored("han-blinken"), Request(sources=("epochtimes",), kinds=("grid",)))
    assert "grid: it needs 2 texts, there is 1" in str(caught.value)
    assert "Possible: discrepancies" in str(caught.value) or "voices" in str(caught.value)


def test_no_confident_cells_leave_open_tasks_only() -> None:
    """Without confidence nothing is scored; asking for a scored kind says why."""
    bare = without_confidence(stored("oslo-talks"))
    made = make(bare, Request())
    assert not [a for a in made.key.answers if a.scored and a.task and "wording" not in kinds(made)]
    with pytest.raises(UsageError, match="no cell is sure enough"):
        make(bare, Request(kinds=("sharing",)))


def test_more_items_than_exist_gives_what_exists() -> None:
    """Too many items are a warning with both numbers, not a failure."""
    made = make(stored("river-flood"), Request(items=99, kinds=("sharing",)))
    assert made.warnings[0].startswith("All, some or one: 99 rows asked for, ")
    assert made.sheet.tasks[0].rows


@pytest.mark.parametrize(
    ("request_", "words_"),
    [
        (Request(kinds=("grid", "crossword")), "no such kind of exercise: crossword; there are"),
        (Request(sources=("bbc",)), "no such source in this story: bbc; there are reuters"),
        (Request(minutes=3), "3 minutes are too few: the shortest such sheet takes"),
        (Request(minutes=9, kinds=("grid", "brief")), "9 minutes are too few"),
        (Request(sources=("rfi",), texts="en"), "no text in this language: en"),
    ],
)
def test_impossible_requests_are_explained(request_: Request, words_: str) -> None:
    """A request that cannot be honoured says what could be."""
    with pytest.raises(UsageError) as caught:
        make(stored("han-blinken"), request_)
    assert words_ in str(caught.value)


def test_minutes_bound_the_sheet() -> None:
    """The tasks fit into the minutes; rows go before tasks, and dropped tasks are named."""
    long = make(stored("han-blinken"), ALL)
    short = make(stored("han-blinken"), Request(minutes=20))
    assert short.sheet.minutes <= 20 < long.sheet.minutes
    assert len(short.warnings) == 3 - len(short.sheet.tasks)


def test_only_texts_of_one_language() -> None:
    """A monolingual sheet has texts, claims and passages of that language."""
    made = make(stored("oslo-talks"), Request(texts="zh"))
    tags = {text.language[:2] for text in made.sheet.texts}
    tags |= {row.language[:2] for task in made.sheet.tasks for row in task.rows if row.language}
    assert tags == {"zh"}


def test_an_excerpt_shows_whole_sentences_and_nothing_behind_them() -> None:
    """Excerpts end with a sentence within the limit, and no proof lies outside."""
    comparison = stored("han-blinken")
    made = make(comparison, Request(excerpt=120))
    documents = {s.id: s.document for s in comparison.sources}
    for text in made.sheet.texts:
        told = sum(word_count(passage.text) for passage in text.passages)
        assert told <= 120 or len(text.passages) == 1
    for answer in made.key.answers:
        for cited in answer.citations:
            whole = documents[cited.source]
            limit = shown(whole, 120)
            assert cited.part == "title" or cited.end <= limit
    assert any("excerpts" in limit for limit in made.sheet.limits)


def test_a_short_article_is_not_cut() -> None:
    """A limit above the length leaves the text whole; a tiny one keeps the first sentence."""
    whole = document(made_article("a", "One short sentence. Another sentence here."))
    assert shown(whole, 50) == len(whole.article.text)
    assert whole.article.text[: shown(whole, 1)] == "One short sentence."


@pytest.mark.parametrize(
    ("text", "language", "fit"),
    [
        ("The port reopened after nine days.", "en", True),
        ("and the port reopened after nine days", "en", False),
        ("Too short.", "en", False),
        ("港口在罢工九天后恢复作业。", "zh-Hans", True),
        ("部长说，“没有一个工人会少拿工资。", "zh-Hans", False),
        ("恢复作业", "zh-Hans", False),
    ],
)
def test_only_whole_statements_are_claims(text: str, language: str, *, fit: bool) -> None:
    """Fragments, torn quotations and short pieces are not asked about."""
    assert readable(text, language, Options()) is fit


def test_statements_that_lean_come_last() -> None:
    """Words that need the sentence before them are known."""
    assert leans("He also said that the port is open.")
    assert leans("其中包括两名工人。")
    assert not leans("The port is open.")


def test_distractors_are_claims_of_other_stories(distractor: Distractor) -> None:
    """A claim from elsewhere is answered by "none" and cites where it was looked for."""
    made = make(
        stored("han-blinken"), Request(kinds=("sharing",), items=20), distractors=(distractor,)
    )
    found = [a for a in made.key.answers if a.about == distractor.text]
    assert found[0].words == ("none of these texts",)
    assert found[0].citations == distractor.citations
    assert "harbour (Harbour Wire)" in found[0].why
    assert not made.key.notes


def test_a_sentence_that_may_be_here_is_no_distractor() -> None:
    """Only what every article surely lacks serves as a wrong answer."""
    here = made_article("a", "Rain fell on the harbour all day long.", outlet="wire")
    there = made_article("b", "The bridge to the old town opened on Friday evening.", outlet="post")
    other = made_story(there, slug="bridge")
    origin = next(candidates([other], {"b": document(there)}, ["en"], "seed", Options()))
    assert origin[2] == there.text
    near = Evidence("a", "body", 0, 4, "Rain", 0, 0.05)
    made = distractor_of(origin, near, here)
    assert made is not None
    assert made.citations[0].quote == "Rain"
    assert distractor_of(origin, replace(near, score=0.5), here) is None
    assert distractor_of(origin, None, here) is None
    assert not list(candidates([other], {"b": document(there)}, ["zh-Hans"], "seed", Options()))


def distractor_of(origin: object, near: Evidence | None, here: object) -> Distractor | None:
    """The distractor that one nearest sentence allows."""
    sources = [made_source(here)]  # type: ignore[arg-type]
    return distractor(origin, {"a": near}, sources, 0.8)  # type: ignore[arg-type]


def test_a_bound_of_one_scores_nothing_unsure() -> None:
    """A higher bound in the options scores less."""
    strict = make(stored("oslo-talks"), ALL, Options(exercise_confidence=0.97))
    usual = make(stored("oslo-talks"), ALL)
    strictly = {c.confidence for a in strict.key.answers if a.scored for c in a.citations}
    assert len([a for a in strict.key.answers if a.scored]) <= len(
        [a for a in usual.key.answers if a.scored]
    )
    assert strictly


def test_basic_level_helps_and_asks_less() -> None:
    """Basic has hints, fewer rows and no contradiction in the grid; advanced has more rows."""
    comparison = stored("han-blinken")
    basic, advanced = (
        make(comparison, Request(level=v, kinds=("grid", "voices"), minutes=90)).sheet
        for v in ("basic", "advanced")
    )
    assert all(task.hint for task in basic.tasks)
    assert not any(task.hint for task in advanced.tasks)
    assert len(basic.tasks[0].rows[0].questions[0].choices) == 2
    assert len(advanced.tasks[0].rows) > len(basic.tasks[0].rows)


def test_a_contradicting_cell_is_not_scored_as_carried() -> None:
    """On the basic level, a cell that contradicts its claim is for discussion."""
    made = make(stored("han-blinken"), Request(level="basic", items=20, kinds=("grid",)))
    for answer in made.key.answers:
        if any(cited.status == CONFLICTS for cited in answer.citations):
            assert not answer.scored or answer.words == ("does not say it",)


def test_paragraphs_need_two_texts_with_partners() -> None:
    """Where nothing is shared there is nothing to match."""
    facts = gather(stored("han-blinken"), Request(sources=("rfi", "zhenxiang")))
    assert all(draft.points for draft in paragraphs(facts))
    with pytest.raises(UsageError, match="it needs 2 texts"):
        make(stored("han-blinken"), Request(sources=("rfi",), kinds=("paragraphs",)))
