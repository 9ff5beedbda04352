"""A sheet as a lesson: its tasks, what it never asks twice, and how many pages it takes."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from compare.errors import UsageError
from compare.exercises import Exercise, Request, formats, make
from compare.exercises.blocks import answer_line
from compare.exercises.facts import gather
from compare.exercises.kinds import KINDS
from compare.exercises.kinds.discrepancies import best
from compare.exercises.parts import COMPARE, FIND, MATCH, OPEN, WRITE
from compare.exercises.stakes import arguable
from compare.exercises.wordings import alike
from compare.model import Discrepancy, Origin, Side
from compare.options import Options
from compare.pipeline import standards
from compare.reports.words import LANGUAGES, speaking
from tests.exercises.frozen import ALL, STORIES, stored
from tests.exercises.test_kinds import POST, WIRE, comparison, told
from tests.made import article, carried, claim, missing

USUAL = Options()


@pytest.mark.parametrize("story", STORIES)
def test_a_lesson_has_three_tasks_in_45_minutes(story: str) -> None:
    """Without a word about kinds and minutes: one task of each strand, within the lesson."""
    sheet = make(stored(story)).sheet
    assert sheet.minutes <= 45
    assert sorted(KINDS[task.kind].strand for task in sheet.tasks) == sorted((FIND, COMPARE, WRITE))


def test_a_lesson_that_is_too_long_says_so() -> None:
    """Minutes that nobody asked for are a wish: the shortest sheet is made and its length told."""
    made = make(stored("oslo-talks"), Request(), Options(exercise_minutes=5))
    assert made.sheet.minutes > 5
    assert [w for w in made.warnings if f"take {made.sheet.minutes} minutes, more than" in w]


def test_all_kinds_can_be_bounded() -> None:
    """With minutes, a sheet of all kinds loses tasks from its end, and each loss is told."""
    whole, short = (make(stored("oslo-talks"), replace(ALL, minutes=m)) for m in (None, 40))
    assert short.sheet.minutes <= 40 < whole.sheet.minutes
    kept = [task.kind for task in short.sheet.tasks]
    assert kept == [task.kind for task in whole.sheet.tasks][: len(kept)]
    left_out = [w for w in short.warnings if "no time for it" in w]
    assert len(left_out) == len(whole.sheet.tasks) - len(kept)


def test_the_key_names_what_else_the_story_allows() -> None:
    """A lesson of three tasks does not hide the other kinds from the teacher."""
    made = make(stored("oslo-talks"))
    (note,) = [note for note in made.key.notes if "--kinds" in note]
    asked = {task.kind for task in made.sheet.tasks}
    assert set(note.partition(": ")[2].split(", ")) == {
        kind for kind in KINDS if kind not in asked and _allows(kind)
    }


def _allows(kind: str) -> bool:
    """Does the story of the talks allow this kind?"""
    try:
        return bool(make(stored("oslo-talks"), Request(kinds=(kind,))))
    except UsageError:
        return False


@pytest.mark.parametrize("story", STORIES)
def test_a_grave_discrepancy_is_asked_whenever_it_can_be_scored(story: str) -> None:
    """The task of discrepancies is on the sheet, and the best of them has points."""
    facts = gather(stored(story), Request())
    first = next((one for one in best(facts) if one.tie), None)
    made = make(stored(story))
    kinds = [task.kind for task in made.sheet.tasks]
    if first is None or first.item.severity not in ("conflict", "shift"):
        assert "discrepancies" not in kinds
        return
    asked = {c.quote for a in made.key.answers if a.scored for c in a.citations}
    assert {side.quote for side in first.pair} <= asked


def test_the_gravest_of_the_sample_story_is_scored() -> None:
    """The meeting in Malta, ascribed to the wrong man, is marked by the program."""
    made = make(stored("han-blinken"), Request(kinds=("discrepancies",), items=2))
    quotes = [c.quote for a in made.key.answers if a.scored for c in a.citations]
    assert any("Jake Sullivan" in quote for quote in quotes)
    assert {a.words for a in made.key.answers if a.scored and a.id.endswith("b")} == {
        ("a conflict: both cannot be right",)
    }


def test_a_discrepancy_needs_one_claim_in_both_passages() -> None:
    """Passages that are each sure of another claim do not prove that they speak of one thing."""
    one, other = told(1, WIRE, 0), told(2, POST, 1)
    sides = tuple(_side(made, n) for made, n in ((WIRE, 0), (POST, 1)))
    found = Discrepancy("d01", "number", "conflict", ("c01", "c02"), sides, "two figures")
    story = replace(comparison(one, other), discrepancies=(found,))
    assert all(shown.tie is None for shown in best(gather(story, Request())))
    text = WIRE.text[: WIRE.paragraphs[0].end]
    both = claim(3, {"wire": carried(WIRE, text), "post": carried(POST, text)}, text)
    first = tuple(_side(made, 0) for made in (WIRE, POST))
    story = replace(comparison(both), discrepancies=(replace(found, sides=first),))
    (shown,) = best(gather(story, Request()))
    assert shown.tie is not None
    assert shown.tie[0].id == "c03"


def test_a_doubtful_conflict_is_asked_about_in_writing() -> None:
    """Where the best of a story may be none, no points hang on it, and it is not lost."""
    sides = tuple(_side(made, n) for made, n in ((WIRE, 0), (POST, 1)))
    found = Discrepancy("d01", "number", "conflict", ("c01", "c02"), sides, "two figures")
    story = replace(comparison(told(1, WIRE, 0), told(2, POST, 1)), discrepancies=(found,))
    made = make(story)
    (task,) = [task for task in made.sheet.tasks if task.kind == "lateral"]
    assert task.rows[0].questions[0].prompt.startswith("These passages may tell one thing")
    assert [q.text for q in task.rows[0].quoted] == [side.quote for side in sides]
    assert "discrepancies" not in [task.kind for task in made.sheet.tasks]


def _side(made: object, paragraph: int) -> Side:
    """A paragraph as one side; the quotations differ by their last letter."""
    part = made.paragraphs[paragraph]  # type: ignore[attr-defined]
    end = part.end - (made is POST)
    text = made.text[part.start : end]  # type: ignore[attr-defined]
    outlet = made.outlet  # type: ignore[attr-defined]
    return Side(outlet, text, text, text, "body", part.start, end)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("request_", [Request(), ALL, replace(ALL, level="advanced")])
def test_no_item_stands_twice_by_its_wording(story: str, request_: Request) -> None:
    """No claim and no passage is asked about in two rows, in whatever task."""
    rows = [row for task in make(stored(story), request_).sheet.tasks for row in task.rows]
    worded = [[text for text in (row.text, *(q.text for q in row.quoted)) if text] for row in rows]
    for one, other in combinations(worded, 2):
        assert not [(a, b) for a in one for b in other if alike(a, b, USUAL)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The bridge reopened on Monday.", "the bridge re-opened on Monday", True),
        ("大桥周一重新开放。", "大橋周一重新開放", True),
        ("The bridge reopened on Monday.", "The mayor said: The bridge reopened on Monday.", True),
        ("The bridge reopened on Monday morning.", "The bridge reopened on Monday night.", True),
        ("The bridge reopened on Monday.", "The harbour closed on Friday.", False),
        ("The bridge reopened.", "", False),
    ],
)
def test_wordings_are_compared_without_case_marks_and_script(
    one: str, other: str, *, same: bool
) -> None:
    """Equal, contained and nearly equal texts are one wording."""
    assert alike(one, other, USUAL) is alike(other, one, USUAL) is same


def test_background_is_no_matter_for_argument() -> None:
    """What an outlet says in its own voice and nobody touches is not asked about in words."""
    old = article("wire", "Fog lay on the river.", "The bridge was built in 1961 by two firms.")
    part = old.paragraphs[1]
    text = old.text[part.start : part.end]
    background = claim(1, {"wire": carried(old, text), "post": missing()}, text)
    quoted = replace(background, id="c02", origin=Origin("remarks", "Ana Silva"))
    story = comparison(background, quoted, articles=(old, POST))
    facts = gather(story, Request())
    assert not arguable(background, facts)
    assert arguable(quoted, facts)
    assert not arguable(replace(quoted, telling=False), facts)
    settle = KINDS["lateral"].drafts(facts)
    assert [draft.claims for draft in settle] == [("c02",)]


def test_what_nobody_could_look_up_is_never_asked() -> None:
    """A remark on the report itself is no item of any task."""
    one, other = told(1, WIRE, 1), replace(told(2, WIRE, 2), telling=False)
    assert [w.claim.id for w in gather(comparison(one, other), Request()).claims] == ["c01"]


@pytest.mark.parametrize("story", STORIES)
def test_what_is_discussed_has_a_stake_and_a_passage(story: str) -> None:
    """No row for discussion is about a claim on which nothing hangs."""
    made = make(stored(story), ALL)
    facts = gather(stored(story), Request())
    claims = {c.id: c for c in stored(story).claims}
    answers = {a.id: a for a in made.key.answers}
    talk = [row for task in made.sheet.tasks for row in task.rows if row.discussion and row.text]
    for row in talk:
        answer = answers[row.number]
        assert answer.citations
        assert any(arguable(claims[name], facts) for name in answer.claims), row.text


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("level", ["basic", "standard", "advanced"])
def test_shared_choices_are_printed_once_a_task(story: str, level: str) -> None:
    """Choices that all rows have stand above them and nowhere else."""
    made = make(stored(story), replace(ALL, level=level))
    text = formats.sheet(made, "markdown").decode()
    parts = re.split(r"^### ", text.partition("## Tasks")[2], flags=re.MULTILINE)[1:]
    for task, part in zip(made.sheet.tasks, parts, strict=True):
        asked = [row for row in task.rows if not row.discussion]
        own = task.layout == OPEN or task.kind in ("headlines", "placement") or len(asked) < 2
        assert own or task.legends, task.kind
        for legend in task.legends:
            longest = max((choice.text for choice in legend.choices), key=len)
            rows = part.partition(longest)[2]
            if len(longest) > 3 and task.layout != MATCH:
                assert longest in part
                assert longest not in rows, (task.kind, longest)


def test_the_key_opens_with_its_answers() -> None:
    """The first line below the title has every scored question with its letters."""
    made = make(stored("han-blinken"))
    line = answer_line(made.key)
    assert formats.key(made, "markdown").decode().split("\n\n")[1] == f"**Answers:** {line}"
    parts = [part.split(" ") for part in line.split(" · ")]
    scored = [a for a in made.key.answers if a.scored]
    assert parts == [[a.id, "/".join(a.accepted)] for a in scored]


def test_the_rubric_stands_in_the_key() -> None:
    """The key has the rubric of every task, the sheet that of written tasks alone."""
    made = make(stored("han-blinken"), ALL)
    sheet, key = (write(made, "markdown").decode() for write in (formats.sheet, formats.key))
    for task, judged in zip(made.sheet.tasks, made.key.tasks, strict=True):
        assert len(judged.rubric) == 3
        assert all(level in key for level in judged.rubric)
        assert all((level in sheet) is (task.layout == OPEN) for level in judged.rubric)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("story", STORIES)
def test_written_rows_have_samples_of_three_levels(story: str, language: str) -> None:
    """The strong sample sets texts apart or names two sources; the key says who wrote them."""
    with speaking(language):
        exercises = [_written(story, kind) for kind in ("brief", "lateral")]
        for made in filter(None, exercises):
            key = formats.key(made, "markdown").decode()
            for answer in made.key.answers:
                weak, middling, strong = answer.samples
                assert len({weak, middling, strong}) == 3
                assert len(strong) > len(weak)
                assert strong.split()[0] in key
            assert ("by the program" in key) is (language == "en")


def _written(story: str, kind: str) -> Exercise | None:
    """A sheet of one written task, where the story allows it."""
    facts = gather(stored(story), Request())
    return make(stored(story), Request(kinds=(kind,))) if KINDS[kind].drafts(facts) else None


def test_a_strong_brief_is_no_voice_of_an_outlet() -> None:
    """The weak brief has no quotation, the strong one names texts, speaker and difference."""
    made = make(stored("han-blinken"), Request(kinds=("brief",)))
    weak, middling, strong = made.key.answers[0].samples
    assert "text " not in weak
    assert "is quoted in text" in middling
    assert "is quoted in text" in strong
    assert "The texts differ" in strong


def test_standards_are_named_for_every_kind() -> None:
    """Every kind practises something of each of the three standards, in every language."""
    for language in LANGUAGES:
        named = standards(language)
        assert set(named) == set(KINDS)
        for kind, found in named.items():
            assert {name.split()[0] for name, *_ in found} == {"ISTE", "NAMLE", "UNESCO"}, kind
            assert all(number and gist for _, number, gist in found)


def test_the_key_says_what_a_task_practises() -> None:
    """Standards stand in the key with their numbers, and not on the sheet."""
    made = make(stored("han-blinken"), standards=standards("en"))
    sheet, key = (write(made, "markdown").decode() for write in (formats.sheet, formats.key))
    assert "1.3.b: Knowledge Constructor" in key
    assert "Module 4: " in key
    assert "Knowledge Constructor" not in sheet


@pytest.mark.slow
@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_tasks_take_at_most_four_pages(story: str, form: str, tmp_path: Path) -> None:
    """From the page that the tasks begin on to the last, as WeasyPrint and LibreOffice lay out."""
    pytest.importorskip("docx" if form == "docx" else "weasyprint")
    made = make(stored(story))
    path = tmp_path / f"sheet.{form}"
    path.write_bytes(formats.sheet(made, form))
    if form == "docx":
        if shutil.which("soffice") is None:
            pytest.skip("LibreOffice is not installed")
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path)
    text = _run("pdftotext", "-layout", tmp_path / "sheet.pdf", "-")
    pages = text.split("\f")[:-1]
    first = next(
        n for n, page in enumerate(pages) if re.search(r"^\s*Tasks\s*$", page, re.MULTILINE)
    )
    assert not re.search(r"^\s*Text A: ", "".join(pages[first:]), re.MULTILINE)
    assert 1 <= len(pages) - first <= 4


def _run(*command: object) -> str:
    """What a program prints."""
    words = [str(word) for word in command]
    done = subprocess.run(words, check=True, capture_output=True, timeout=180)  # noqa: S603
    return done.stdout.decode()
