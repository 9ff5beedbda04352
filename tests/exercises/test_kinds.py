"""Single kinds over small invented stories."""

from __future__ import annotations

from dataclasses import replace

from compare.exercises import Exercise, Request, make
from compare.exercises.facts import Worded
from compare.exercises.kinds.headlines import nearest_in_length, shared
from compare.exercises.parts import Answer
from compare.model import (
    PARTIAL,
    TITLE,
    Article,
    Cell,
    Claim,
    Comparison,
    Evidence,
    Family,
    Origin,
)
from tests.made import article, carried, claim, missing, proof, source, story

WIRE = article(
    "wire",
    "The port of Lirona reopened on Monday after nine days.",
    "About two hundred ships had waited outside the harbour.",
    "Ana Silva bought grilled squid at a fish stall.",
    title="The port of Lirona reopened after nine days",
)
POST = article(
    "post",
    "The port of Lirona reopened on Monday after nine days.",
    "Farmers in the hills waited for rain and for lorries.",
    "A museum of ships will open beside the old quay.",
    title="Harbour open again",
)
DIGEST = article("digest", "The port of Lirona reopened on Monday after nine days.", kind="summary")


def comparison(*claims: Claim, articles: tuple[Article, ...] = (WIRE, POST)) -> Comparison:
    """A comparison of these articles."""
    return Comparison(story(*articles), tuple(source(a) for a in articles), claims)


def told(number: int, made: Article, paragraph: int) -> Claim:
    """A claim that only `made` tells, in this paragraph."""
    part = made.paragraphs[paragraph]
    text = made.text[part.start : part.end]
    cells = {"wire": missing(), "post": missing(), made.outlet: carried(made, text)}
    return claim(number, cells, text)


def both() -> Claim:
    """The claim that both articles tell first, the wire in its headline as well."""
    text = "The port of Lirona reopened on Monday after nine days."
    title = Evidence(WIRE.id, TITLE, 0, len(WIRE.title), WIRE.title, None, 0.9)
    cell = carried(WIRE, text)
    cell = replace(cell, evidence=(*cell.evidence, title))
    return claim(1, {"wire": cell, "post": carried(POST, text)}, text)


def answers(made: Exercise) -> list[Answer]:
    """The scored answers."""
    return [answer for answer in made.key.answers if answer.scored]


def test_a_headline_states_a_claim_of_its_body() -> None:
    """The accepted claim is the one that stands in the headline, the others are far from it."""
    found = comparison(both(), told(2, WIRE, 1), told(3, WIRE, 2))
    made = make(found, Request(kinds=("headlines",)))
    assert [a.words for a in answers(made)] == [
        ("The port of Lirona reopened on Monday after nine days.",)
    ]
    assert len(made.sheet.tasks[0].rows[0].questions[0].choices) == 3


def test_wrong_answers_are_about_as_long() -> None:
    """Longer and shorter wrong answers stand beside the right one; likeness is bounded."""
    sizes = ((2, 8), (3, 12), (4, 60))
    wrong = [Worded(told(n, WIRE, 1), "x" * size, "en") for n, size in sizes]
    chosen = nearest_in_length("y" * 10, wrong, 2, "seed", 1.8)
    assert {len(one.text) for one in chosen} == {8, 12}
    assert shared("利罗纳港恢复", "利羅納港恢復作業") == 1


def test_copies_are_one_report_and_a_summary_is_none() -> None:
    """A family of copies counts once and a summary never."""
    text = "The port of Lirona reopened on Monday after nine days."
    cells = {a.outlet: carried(a, text) for a in (WIRE, POST, DIGEST)}
    found = comparison(claim(1, cells, text), articles=(WIRE, POST, DIGEST))
    request = Request(kinds=("independence",))
    assert answers(make(found, request))[0].words == ("2",)
    family = (Family("wire", ("wire", "post"), "reprint"),)
    assert answers(make(replace(found, families=family), request))[0].words == ("1",)


def test_a_partial_cell_is_never_scored() -> None:
    """Whether a text that has only part of a claim says it is for discussion, in every kind."""
    text = "The port of Lirona reopened on Monday after nine days."
    part = replace(carried(POST, text), status=PARTIAL)
    one = claim(1, {"wire": carried(WIRE, text), "post": part}, text)
    found = comparison(one, told(2, WIRE, 1), told(3, WIRE, 2))
    made = make(found, Request(kinds=("sharing",)))
    assert {name for a in answers(made) for name in a.claims} == {"c02", "c03"}
    assert [row.text for row in made.sheet.tasks[0].rows if row.discussion] == [text]
    cells = {"wire": carried(WIRE, text), "post": part, "digest": carried(DIGEST, text)}
    second = told(2, WIRE, 1)
    second = replace(second, cells={**second.cells, "digest": missing()})
    three = comparison(claim(1, cells, text), second, articles=(WIRE, POST, DIGEST))
    grid = [a for a in answers(make(three, Request(kinds=("grid",)))) if a.claims == ("c01",)]
    assert [a.words for a in grid] == [("says it",), ("says it",)]
    assert {c.source for a in grid for c in a.citations} == {"wire", "digest"}


def test_an_absence_without_a_nearest_sentence_cites_who_says_it() -> None:
    """The key of an absence always cites something: here the text that has the claim."""
    found = comparison(both(), told(2, WIRE, 1))
    made = make(found, Request(kinds=("grid",)))
    absent = next(a for a in answers(made) if a.words == ("does not say it",))
    assert absent.citations[0].source == "wire"


def test_what_comes_first_needs_three_paragraphs() -> None:
    """The first of three claims in their paragraphs is the answer, wherever it is printed."""
    found = comparison(both(), told(2, WIRE, 1), told(3, WIRE, 2))
    made = make(found, Request(kinds=("placement",)))
    assert answers(made)[0].words == ("The port of Lirona reopened on Monday after nine days.",)


def test_unsure_cells_are_never_scored() -> None:
    """A cell below the bound becomes a point for discussion with its passage."""
    text = "The port of Lirona reopened on Monday after nine days."
    weak = Cell("included", 0.9, 0.6, evidence=(proof(POST, text),))
    one = claim(1, {"wire": carried(WIRE, text), "post": weak}, text)
    one = replace(one, origin=Origin("remarks", "Ana Silva"))
    made = make(comparison(one, told(2, WIRE, 1), told(3, WIRE, 2)), Request(kinds=("sharing",)))
    assert "c01" not in {name for a in answers(made) for name in a.claims}
    talk = [row for row in made.sheet.tasks[0].rows if row.discussion]
    assert [row.text for row in talk] == [text]
    assert [(q.place, q.text) for row in talk for q in row.quoted] == [("B1", text)]
