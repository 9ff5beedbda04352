"""Is this claim in that article?"""

from __future__ import annotations

import pytest

from compare.matching.lookup import look_up
from compare.model import TITLE, Candidate
from compare.options import Options
from tests.made import article, bridge, cut
from tests.matching.texts import EN, HANS, HANT

OPTIONS = Options()
TOLD = [("zh-Hans", HANS), ("zh-Hant", HANT), ("en", EN)]


def asked(text: str, language: str, *paragraphs: str, title: str = "") -> tuple[Candidate, ...]:
    """Candidates of an article of `paragraphs` for a claim."""
    question = cut(article("claim", text, language=language))[0] if text else []
    claim = [u for u in question if u.whole]
    (column,) = cut(article("a", *paragraphs, title=title))
    return look_up(claim, column, bridge(claim, column), OPTIONS)


@pytest.mark.parametrize(("language", "told"), TOLD)
@pytest.mark.parametrize(
    ("text", "tongue", "sentence"),
    [
        ("The bridge was built in 1978.", "en", 2),
        ("船长被带走问话。", "zh-Hans", 3),
        ("航道關閉一週。", "zh-Hant", 5),
    ],
)
def test_a_claim_is_found_in_any_language(
    language: str, told: tuple[str, ...], text: str, tongue: str, sentence: int
) -> None:
    """The best candidate is the sentence that says it, likely enough to count as evidence."""
    found = asked(text, tongue, *told)
    assert found[0].segment.sentence == sentence
    assert found[0].score >= OPTIONS.find_present


@pytest.mark.parametrize(("language", "told"), TOLD)
@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Interest rates were raised by half a point.", "en"),
        ("两国外长在会谈后发表了联合声明。", "zh-Hans"),
    ],
)
def test_what_is_not_there_is_not_found(
    language: str, told: tuple[str, ...], text: str, tongue: str
) -> None:
    """A claim about something else is unlikely everywhere."""
    assert asked(text, tongue, *told)[0].score < OPTIONS.find_present


def test_candidates_come_best_first_one_a_sentence() -> None:
    """At most `find_most` candidates, no sentence twice."""
    found = asked("The channel was closed for a week.", "en", *EN)
    assert len(found) == OPTIONS.find_most
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert len({c.segment.sentence for c in found}) == len(found)


def test_a_claim_of_two_sentences_is_as_likely_as_the_lesser() -> None:
    """Half a claim that is not there pulls the whole down."""
    one = asked("The bridge was built in 1978.", "en", *EN)[0].score
    both = asked("The bridge was built in 1978. The orchestra played.", "en", *EN)[0].score
    assert both < one


def test_headlines_prove_nothing() -> None:
    """The title is passed over; an article of nothing else has no candidate."""
    found = asked("A bridge collapsed.", "en", *EN, title="A bridge collapsed")
    assert not any(c.segment.part == TITLE for c in found)
    assert asked("A bridge collapsed.", "en", title="A bridge collapsed") == ()
    assert asked("", "en", *EN) == ()
