"""A digest held against its sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import compare
from compare.model import Article
from compare.model.audits import Audit, Statement
from tests.made import article

WIRE = article(
    "wire",
    "The ferry Aurora sank off Norvik on Tuesday with 41 people aboard, the coast guard said.",
    "Mayor Ana Lind said the owner had postponed a repair in March.",
    "Divers will search the wreck for three more days.",
    "Exports of salmon from Norvik rose by 12 percent last year.",
)
POST = article(
    "post",
    "Twelve people died when the Aurora went down off Norvik on Tuesday.",
    "The coast guard said 41 people had been aboard the ferry.",
)


def audited(*sentences: str) -> Audit:
    """A digest of these sentences, one a paragraph, held against the two articles."""
    digest = article("digest", *sentences, published=None, kind="summary")
    return compare.audit(digest, [WIRE, POST])


def only(*sentences: str) -> Statement:
    """The first statement of such a digest."""
    return audited(*sentences).statements[0]


def test_what_a_source_says_is_supported_with_its_words() -> None:
    """A statement in other words has the passages that tell it."""
    found = only("The ferry Aurora sank off Norvik on Tuesday.")
    assert found.verdict == "supported"
    assert {source for source, _ in found.proofs} == {"wire", "post"}
    for source, proof in found.proofs:
        text = {"wire": WIRE, "post": POST}[source].text
        assert text[proof.start : proof.end] == proof.quote


@pytest.mark.parametrize(
    ("sentence", "kind", "said", "told"),
    [
        ("The ferry Aurora sank off Norvik with 57 people aboard.", "number", "57 people", "41"),
        ("The ferry Aurora sank off Norvik on Friday.", "date", "Friday", "Tuesday"),
        ("Exports of salmon from Norvik fell by 12 percent last year.", "polarity", "fell", "rose"),
    ],
)
def test_another_value_is_an_alteration(sentence: str, kind: str, said: str, told: str) -> None:
    """A figure, a day or a word for its opposite, with what the sources have instead."""
    found = only(sentence)
    assert found.verdict == "altered"
    change = next(a for a in found.alterations if a.kind == kind)
    assert said in change.said
    assert told in change.told


def test_a_digest_that_follows_one_of_its_sources_alters_nothing() -> None:
    """Where sources differ, the value of either is supported."""
    other = article("other", "The ferry sank off Norvik on Tuesday with 43 people aboard.")
    for number in (41, 43):
        sentence = f"The ferry sank off Norvik on Tuesday with {number} people aboard."
        digest = article("digest", sentence, published=None, kind="summary")
        verdicts = {s.verdict for s in compare.audit(digest, [WIRE, other]).statements}
        assert verdicts == {"supported"}


def test_what_no_source_tells_is_never_supported() -> None:
    """A statement about something else is in no source, or unclear with the nearest sentence."""
    found = only("The national orchestra of Peru opened its season with a new symphony.")
    assert found.verdict in ("nowhere", "unclear")


def test_opinions_and_words_about_the_text_are_comments() -> None:
    """Nothing that could be looked up is called made up."""
    found = audited("This report touches on key issues.", "Any progress deserves close attention.")
    assert {one.verdict for one in found.statements} == {"comment"}


SENTENCES = [
    text for one in (WIRE, POST) for p in one.paragraphs for text in [one.text[p.start : p.end]]
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True))
@settings(max_examples=12, deadline=None)
def test_the_words_of_the_sources_are_supported(sentences: list[str]) -> None:
    """A digest made of whole sentences of its sources is supported in every statement, and every
    sentence of it has a verdict.
    """
    found = audited(*sentences)
    assert {one.verdict for one in found.statements} == {"supported"}
    text = found.digest.article.text
    for paragraph in found.digest.article.paragraphs:
        places = [s.place for s in found.statements]
        assert any(paragraph.start <= p.start < paragraph.end for p in places)
    assert all(text[s.place.start : s.place.end] == s.place.quote for s in found.statements)


def test_a_summary_changes_no_voice() -> None:
    """The digest is no source of its own audit, nor is another summary."""
    second = article("second", "The Aurora sank with 99 people aboard.", kind="summary")
    digest = article("digest", "The Aurora sank with 99 people aboard.", kind="summary")
    found = compare.audit(digest, [WIRE, POST, second])
    assert [source.id for source in found.sources] == ["post", "wire"]
    assert found.statements[0].verdict == "altered"


def test_a_name_that_no_source_has_is_made_up() -> None:
    """A person whom the program knows and nobody names was put in."""
    digest: Article = article("digest", "Joe Biden said the owner had postponed a repair in March.")
    found = compare.audit(digest, [WIRE, POST])
    change = next(a for s in found.statements for a in s.alterations if a.kind == "actor")
    assert "Biden" in change.said


def test_a_day_told_from_another_alters_nothing() -> None:
    """That evening is the evening of what the digest tells, which need not be the last day that it
    names.
    """
    text = "市中心血站昨晚发出O型血告急信息，180多人前来献血。"
    sources = [article("chenbao", text), article("dushi", text.replace("昨晚", "5日晚"))]
    told = ["隧道在5月2日检查过。", text.replace("昨晚", "当晚")]
    digest = article("digest", *told, published=None, kind="summary")
    found = compare.audit(digest, sources).statements
    assert {s.verdict for s in found if s.place.start > len(told[0])} == {"supported"}
