"""Which cells are asked about, which answers may stand, and what becomes of a story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from compare import pipeline
from compare.errors import NoAnswer
from compare.judge import Server, judged
from compare.judge.cells import doubtful, is_doubtful
from compare.judge.judging import Judged, verified
from compare.judge.question import Messages, question
from compare.model import (
    ABSENT,
    CONFLICTS,
    INCLUDED,
    PARTIAL,
    UNCLEAR,
    VERDICTS,
    Cell,
    Claim,
    Comparison,
    Evidence,
    Judgement,
    Judging,
)
from compare.options import Options
from compare.pipeline import judging as steps
from compare.pipeline.judging import Checks
from compare.reports.matrix import only_here
from tests.judge.ferry import ORDER, checks, open_cells, read, row, source, told
from tests.judge.servers import Asked, Fake, serving, verdict
from tests.made import article, segment, story

OPTIONS = Options(use_cache=False)
HERALD_LINE = "Families waited in the harbour of Norvik through the night."
POST_LINE = "A ferry went down off Norvik late on Tuesday."


def answered(text: str, words: str, of: str, **options: int) -> tuple[str, Evidence | None] | str:
    """What an answer about a claim of the wire in source `of` comes to."""
    claim, asked = row(words), replace(OPTIONS, **options)
    near = checks().nearest(claim, of)
    put = question(claim.text, source("wire").article, source(of).article, near, asked)
    return verified(text, put, claim, of, checks(), asked)


def quote() -> Evidence:
    """The first sentence of the post, as evidence for the first claim of the wire."""
    score = round(checks().likeness(row("sank"), "post", "body", 0, 45), 3)
    return Evidence("post", "body", 0, 45, POST_LINE, 0, score)


def test_a_true_answer_stands_with_the_place_of_its_words() -> None:
    """The quotation becomes evidence: exact characters, paragraph, likeness."""
    found = answered(verdict("included", POST_LINE), "sank", "post")
    assert found == (INCLUDED, quote())
    owner = "put off repairing its engine"
    found = answered(verdict("partial", owner), "postponed", "post")
    assert isinstance(found, tuple)
    assert (found[0], found[1] and found[1].quote) == (PARTIAL, owner)
    assert answered(verdict("absent"), "Divers", "post") == (ABSENT, None)
    assert answered(verdict("cannot tell", "nonsense"), "sank", "post") == ("cannot tell", None)


@pytest.mark.parametrize(
    ("text", "words", "of", "reason"),
    [
        ("It does.", "sank", "post", "form"),
        (verdict("included", "The ferry Halvard sank"), "sank", "post", "words"),
        (verdict("included"), "sank", "post", "words"),
        (verdict("contradicted"), "sank", "post", "words"),
        (verdict("included", "The mayor said that"), "Divers", "post", "matter"),
        (verdict("contradicted", "The harbour master"), "Divers", "herald", "matter"),
        (verdict("included", "Fifteen people died"), "Twelve", "post", "facts"),
        (verdict("included", "people died in the accident"), "Twelve", "post", "facts"),
    ],
)
def test_lies_are_void(text: str, words: str, of: str, reason: str) -> None:
    """No answer, words of another article, no words, words on another matter, and another figure,
    also where the quotation leaves it out.
    """
    assert answered(text, words, of) == reason


@pytest.mark.parametrize("words", ["sank", "Twelve", "postponed", "Divers"])
@pytest.mark.parametrize("word", ["included", "partial", "contradicted"])
def test_an_order_in_an_article_proves_nothing(words: str, word: str) -> None:
    """A model that obeys the article, and quotes the very order, is not believed."""
    assert answered(verdict(word, ORDER), words, "herald") == "matter"


def test_nobody_knows_what_an_article_lacks_that_was_not_shown_whole() -> None:
    """Absence from some paragraphs is no absence; what stands in them is there."""
    assert answered(verdict("absent"), "Divers", "post", judge_characters=60) == "unseen"
    found = answered(verdict("included", POST_LINE), "sank", "post", judge_characters=60)
    assert found == (INCLUDED, quote())


def pair(one: str, other: str) -> tuple[Checks, Claim, Evidence]:
    """Checks over two articles, the claim of the first, and the first sentence of the second."""
    left, right = article("one", one, "It rained."), article("other", other, "The sun shone.")
    comparison = pipeline.analyse(story(left, right), OPTIONS)
    held = steps._checks(comparison, pipeline.read_names([left, right], OPTIONS), OPTIONS)
    claim = replace(comparison.claims[0], place=segment(left, one))
    return held, claim, Evidence("other", "body", 0, len(other), other, 0, 0.9)


def test_an_opposite_is_no_part_either() -> None:
    """What denies a claim cannot carry some of it; that it contradicts may be said."""
    held, claim, quote = pair(
        "The council approved the new bridge on Monday.",
        "The council rejected the new bridge on Monday.",
    )
    said = [held.forbidden(claim, "other", v, quote) for v in VERDICTS[:3]]
    assert said == [True, True, False]


def test_an_article_with_the_figures_of_a_claim_does_not_leave_it_out() -> None:
    """It gives the very figure of the same thing; of a claim without figures the model may say so,
    and of one that nobody can place.
    """
    held, claim, quote = pair(
        "The storm killed 12 people in Norvik.", "In Norvik 12 people were killed by the storm."
    )
    near = Cell(UNCLEAR, 0.5, nearest=quote)
    claim = replace(claim, cells={**claim.cells, "other": near})
    assert held.forbidden(claim, "other", ABSENT, None)
    assert not held.forbidden(replace(claim, place=None), "other", ABSENT, None)
    for words, of in (("Twelve", "herald"), ("Divers", "post")):
        assert not checks().forbidden(row(words), of, ABSENT, None)


def test_unclear_cells_and_those_near_a_bound_are_asked_about() -> None:
    """Within three hundredths of the bound that the cell keeps; a conflict never is."""
    bound, least = OPTIONS.claim_included, 1 - OPTIONS.claim_absent
    sure = {
        (INCLUDED, bound + 0.02): True,
        (INCLUDED, bound + 0.04): False,
        (PARTIAL, bound + 0.02): True,
        (ABSENT, least + 0.02): True,
        (ABSENT, least + 0.04): False,
        (CONFLICTS, bound): False,
        (UNCLEAR, None): True,
        (INCLUDED, None): False,
    }
    found = {key: is_doubtful(Cell(key[0], 0.5, key[1]), OPTIONS) for key in sure}
    assert found == sure


def test_the_likeliest_are_asked_about_first_and_no_article_about_its_own_words() -> None:
    """Unclear cells by their likeness, then those near a bound; a claim that nobody can place is
    none to ask about.
    """
    comparison = open_cells(("Divers", "post"), ("sank", "herald"), ("sank", "wire"))
    assert [(c.text[:6], s) for c, s in doubtful(comparison, OPTIONS)] == [
        ("Divers", "post"),
        ("The fe", "herald"),
    ]
    edge = Cell(ABSENT, 0.99, 0.89)
    claims = tuple(
        replace(c, cells={**c.cells, "herald": edge}) if "Divers" in c.text else c
        for c in comparison.claims
    )
    found = doubtful(replace(comparison, claims=claims), OPTIONS)
    assert [s for _, s in found] == ["post", "herald", "herald"]
    loose = tuple(replace(c, place=None) for c in comparison.claims)
    assert doubtful(replace(comparison, claims=loose), OPTIONS) == []


CELLS = (("sank", "post"), ("Twelve", "post"), ("Divers", "post"), ("sank", "herald"))


def asking(text: Callable[[Messages], str], **options: int) -> Judged:
    """The four open cells, judged by a function."""
    asked = replace(OPTIONS, **options)
    return judged(open_cells(*CELLS), "small", text, checks(), asked)


def by_claim(messages: Messages) -> str:
    """A model that is right, lies, says nothing in the form, and obeys."""
    text = messages[1]["content"]
    if ORDER in text:
        return verdict("included", ORDER)
    if "Twelve people" in text:
        return verdict("included", "Fifteen people died")
    return verdict("absent") if "Divers will" in text else verdict("included", POST_LINE)


def test_answers_stand_beside_their_cells_and_change_nothing_in_them() -> None:
    """Without them the claims are those that were given; what was not taken is counted."""
    found = asking(by_claim)
    held = {(c.text[:6], s): cell.judged for c in found.comparison.claims
            for s, cell in c.cells.items() if cell.judged}  # fmt: skip
    assert held == {
        ("The fe", "post"): Judgement("small", INCLUDED, quote()),
        ("Divers", "post"): Judgement("small", ABSENT),
    }
    assert found.failures == ()
    assert found.comparison.judging == Judging("small", told=2, void={"facts": 1, "matter": 1})
    assert bare(found.comparison) == open_cells(*CELLS)
    assert only_here(found.comparison) == only_here(open_cells(*CELLS))


def bare(comparison: Comparison) -> Comparison:
    """A comparison less what a model says."""
    claims = tuple(
        replace(c, cells={k: replace(v, judged=None) for k, v in c.cells.items()})
        for c in comparison.claims
    )
    return replace(comparison, claims=claims, judging=None)


def test_a_limit_leaves_cells_unasked() -> None:
    """The likeliest are asked about, the others counted."""
    found = asking(lambda _: verdict("cannot tell"), judge_questions=3)
    assert found.comparison.judging == Judging("small", told=3, unsure=3, unasked=1)


def test_a_server_that_fails_is_left_alone_and_the_story_stays_as_it_was() -> None:
    """After so many failures in a row; no answer at all leaves the very comparison."""
    asked = []

    def fail(messages: Messages) -> str:
        asked.append(messages)
        raise NoAnswer("status", "500")

    found = asking(fail, judge_failures=2)
    assert len(asked) == 2
    assert found.comparison == open_cells(*CELLS)
    assert [(str(why), n) for why, n in found.failures] == [("no answer: status 500", 2)]


def test_a_failure_in_between_costs_one_answer() -> None:
    """What was answered stands; ways of failing are told apart."""
    turn = iter([NoAnswer("slow", "5"), None, NoAnswer("form"), None])

    def shaky(_: Messages) -> str:
        if failure := next(turn):
            raise failure
        return verdict("cannot tell")

    found = asking(shaky, judge_failures=2)
    assert found.comparison.judging == Judging("small", told=2, unsure=2, unanswered=2)
    assert [(why.reason, n) for why, n in found.failures] == [("slow", 1), ("form", 1)]


def test_a_story_without_a_doubt_asks_nothing() -> None:
    """No cell is open: nobody is asked, nothing changes."""
    sure = open_cells()
    assert judged(sure, "small", by_claim, checks(), OPTIONS) == Judged(sure)


def asked_again(
    fake: Fake, cached: Path, monkeypatch: pytest.MonkeyPatch, **options: object
) -> int:
    """How many questions reach a server when the four cells are judged."""
    from compare.resources import caches

    caches.folder.cache_clear()
    monkeypatch.setenv("COMPARE_CACHE", str(cached))
    before = len(fake.asked)
    wanted = {"judge_model": "small", "use_cache": True, **options}
    asked = Options(judge_address=fake.address, **wanted)  # type: ignore[arg-type]
    server = steps.server_of(asked)
    steps.judged(open_cells(*CELLS), server, asked, read())
    caches.folder.cache_clear()
    return len(fake.asked) - before


def test_answers_are_kept_by_model_and_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second run asks nothing, wherever the model runs; another model does, and --no-cache; a
    damaged entry is asked for anew.
    """

    def answer(asked: Asked) -> str:
        return verdict("cannot tell")

    with serving(answer) as fake, serving(answer) as moved:
        runs = [asked_again(one, tmp_path, monkeypatch) for one in (fake, fake, moved)]
        assert runs == [4, 0, 0]
        assert asked_again(fake, tmp_path, monkeypatch, judge_model="other") == 4
        assert asked_again(fake, tmp_path, monkeypatch, use_cache=False) == 4
        kept = sorted(tmp_path.glob("judge/*/*.txt"))
        assert len(kept) == 8
        kept[0].write_text("x")
        models = [
            asked_again(fake, tmp_path, monkeypatch, judge_model=m) for m in ("small", "other")
        ]
        assert sorted(models) == [0, 1]


def test_a_cache_that_cannot_be_written_costs_nothing_but_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each question is asked once all the same."""
    from compare.resources import answers, caches

    blocked = tmp_path / "file"
    blocked.write_text("")
    caches.folder.cache_clear()
    monkeypatch.setenv("COMPARE_CACHE", str(blocked))
    asked = []
    with pytest.warns(UserWarning, match="cannot be written"):
        found = answers.answered(b"q", lambda: asked.append(1) or "a", use=True)
    caches.folder.cache_clear()
    assert (found, asked) == ("a", [1])


def test_a_failure_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next run asks again."""
    from compare.resources import answers, caches

    caches.folder.cache_clear()
    monkeypatch.setenv("COMPARE_CACHE", str(tmp_path))

    def fail() -> str:
        raise NoAnswer("slow")

    with pytest.raises(NoAnswer):
        answers.answered(b"q", fail, use=True)
    assert answers.answered(b"q", lambda: "a", use=True) == "a"
    assert answers.answered(b"q", fail, use=True) == "a"
    caches.folder.cache_clear()


def test_equal_texts_are_asked_about_once() -> None:
    """Also where nothing is stored."""
    with serving(lambda _: "x") as fake:
        ask = steps.asking(Server(fake.address, "small", "", 5, 2000), OPTIONS)
        messages = [{"role": "user", "content": "q"}]
        assert [ask(messages), ask(messages)] == ["x", "x"]
    assert len(fake.asked) == 1


def test_articles_without_a_unit_are_like_nothing() -> None:
    """A title of no words, or a claim that stands nowhere in what is compared: chance 0."""
    held, claim = checks(), row("sank")
    empty = replace(held, units={**held.units, "post": []})
    assert empty.nearest(claim, "post") == []
    assert held.likeness(replace(claim, place=None), "post", "body", 0, 9) == 0
    assert claim.place
    away = replace(claim, place=replace(claim.place, part="caption"))
    assert held.nearest(away, "post") == []
    assert told().judging is None
