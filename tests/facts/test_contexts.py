"""Contexts: the words around a value, without values."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare import pipeline
from compare.facts import Contexts, contexts
from compare.model import Article, Fact
from compare.options import Options
from compare.reading.speech.days import speech
from tests.made import article


def read(made: Article) -> tuple[list[Fact], Contexts]:
    """The facts of an article and their contexts."""
    names = pipeline.read_names([made])
    said = {made.id: speech(names.documents[made.id], names.mentions[made.id])}
    facts = pipeline.read_facts(names, said)
    return facts, contexts(facts, names.documents, names.mentions, Options())


def texts(made: Article, kind: str) -> tuple[str, str, str]:
    """The three contexts of the first fact of a kind."""
    facts, found = read(made)
    n = next(n for n, f in enumerate(facts) if f.kind == kind)
    return found.beside[n].text, found.proposition[n].text, found.sentence[n].text


def test_all_values_of_the_sentence_are_left_out() -> None:
    """Neither the fact's own value nor its neighbours stand in its contexts."""
    made = article("a", "The dam burst on 3 May 2024 and 31 people drowned, 12 km from the town.")
    for text in texts(made, "number"):
        assert "dam burst" in text or "drowned" in text
        assert not any(c.isdigit() for c in text)


def test_the_figure_does_not_change_the_context() -> None:
    """Two reports that differ in their figure alone have the same contexts."""
    line = "The flood killed {} in the valley, rescuers said."
    one, other = (texts(article("a", line.format(n)), "number") for n in ("31 people", "940"))
    assert one == other


def test_what_stands_beside_is_cut_between_words() -> None:
    """The narrowest context ends where a word ends, inside the proposition."""
    text = (
        "After an exceptionally long and unusually stormy night the coastguard brought 31 "
        "passengers to the neighbouring harbourmaster and quarters before breakfast."
    )
    beside, proposition, sentence = texts(article("a", text), "number")
    assert set(beside.split()) <= set(text.split())
    assert len(beside) < len(proposition) <= len(sentence)


def test_a_proposition_is_less_than_its_sentence() -> None:
    """What another clause says stands in the sentence alone."""
    _, proposition, sentence = texts(article("a", "事故造成31人死亡，另有船员失踪。"), "number")
    assert "失踪" in sentence
    assert "失踪" not in proposition


def test_chinese_is_simplified() -> None:
    """Both scripts give the same words, those of names too."""
    hant = article("a", "台北的颱風造成31人傷亡。", language="zh-Hant")
    assert texts(hant, "number") == texts(article("b", "台北的台风造成31人伤亡。"), "number")
    facts, found = read(article("a", "颱風在臺灣造成31人傷亡。", language="zh-Hant"))
    surfaces = [s for context in found.sentence for s in context.names.values()]
    assert surfaces
    assert set(surfaces) == {"台湾"}
    assert {c.language for c in found.sentence} == {"zh-Hant"}
    assert len(found.sentence) == len(facts)


def test_names_inside_are_told() -> None:
    """The identities named in a context come with how they stand there."""
    facts, found = read(article("a", "The storm in Geneva killed 31 people."))
    n = next(n for n, f in enumerate(facts) if f.kind == "number")
    assert list(found.sentence[n].names.values()) == ["Geneva"]
    assert set(found.by_name) == {"beside", "proposition", "sentence"}


def test_a_paragraph_is_told_as_far_as_it_goes() -> None:
    """What other sentences of the paragraph say, without their values, and nothing of the next; of
    a long one as much as an option says.
    """
    made = article(
        "a",
        "The dam burst at night on 3 May 2024. The flood killed 31 people. Rescuers came late.",
        "Another valley was dry.",
    )
    facts, found = read(made)
    n = next(n for n, f in enumerate(facts) if f.kind == "number")
    text = found.paragraph[n].text
    assert all(words in text for words in ("dam burst", "flood killed", "came late"))
    assert "valley" not in text
    assert not any(c.isdigit() for c in text)
    names = pipeline.read_names([made])
    short = contexts(facts, names.documents, names.mentions, Options(fact_paragraph=40))
    assert 0 < len(short.paragraph[n].text) <= 40


def test_a_name_that_is_the_value_is_left_out() -> None:
    """A place is the value of its fact, and no context of it."""
    made = article("a", "A storm that killed 31 people struck in Geneva.")
    assert all("Geneva" not in text for text in texts(made, "place"))


def test_a_name_before_a_figure_is_left_out() -> None:
    """A place is left out of its context also where a figure stands behind it."""
    made = article("a", "A storm in Geneva killed 31 people.")
    assert all("Geneva" not in text for text in texts(made, "place"))


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="在于死亡31人5月，。 killed in Geneva 10%", max_size=60))
def test_any_text_has_contexts(text: str) -> None:
    """Four contexts a fact, whatever the text."""
    facts, found = read(article("a", text, language="zh-Hans"))
    held = found.beside, found.proposition, found.sentence, found.paragraph
    assert {len(contexts) for contexts in held} == {len(facts)}
    assert set(found.texts) == {c.text for contexts in held for c in contexts} - {""}
    assert len(found.texts) == len(set(found.texts))
