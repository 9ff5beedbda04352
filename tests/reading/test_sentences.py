"""Sentences and clauses: where news text is cut, and that nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.options import Options
from compare.reading.base.sentences import clauses, sentences

PIECES = st.sampled_from(
    [
        "他说", "布林肯星期一在纽约会见韩正", "双方同意保持沟通", "，", "。", "“", "”", "「", "」",
        "！", "…", "；", "\n\n", "\n", " ", "The minister said", "and the talks will go on", ", ",
        ". ", "U.S. ", "Mr. ", "3.5 ", "\"", "?", " who has left", "12:30",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=20).map("".join) | st.text(max_size=60)
LANGUAGES = st.sampled_from(["zh-Hans", "zh-Hant", "en", "ja", "fr", "und"])
LEAST = Options().clause_han, Options().clause_words


def cut(text: str, language: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, language)]


def parts(sentence: str, language: str) -> list[str]:
    return [sentence[a:b] for a, b in clauses(sentence, language, LEAST)]


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_sentences_lose_no_visible_character(text: str, language: str) -> None:
    """Sentences are in order, do not overlap, and hold every character but white space."""
    spans = sentences(text, language)
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    kept = "".join(text[a:b] for a, b in spans)
    assert "".join(kept.split()) == "".join(text.split())


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_no_sentence_crosses_a_line_break(text: str, language: str) -> None:
    """A sentence never runs over the end of its line."""
    assert not any("\n" in text[a:b] for a, b in sentences(text, language))


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_clauses_lose_only_punctuation_at_the_cuts(text: str, language: str) -> None:
    """Clauses are in order, do not overlap, and hold every letter of their sentence."""
    for start, end in sentences(text, language):
        sentence = text[start:end]
        spans = clauses(sentence, language, LEAST)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
        kept = "".join(sentence[a:b] for a, b in spans)
        left = [c for c in sentence if c.isalnum()]
        assert [c for c in kept if c.isalnum()] == left


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("他说：“我们会谈下去。”他补充道，会谈将在周三继续。", "zh-Hans", 2),
        ("“我们会谈下去。”他补充道。会谈将在周三继续。", "zh-Hans", 2),
        ("“我們會談下去！”部長說。", "zh-Hant", 1),
        ("“会谈很坦率。”会场外有抗议。", "zh-Hans", 2),
        ("The U.S. envoy left. Talks resume on Monday.", "en", 2),
        ("He arrived at 5 p.m. The talks began.", "en", 2),
        ("Mr. Smith met Dr. Jones in St. Petersburg.", "en", 1),
        ("Growth was 3.5 percent. Prices rose.", "en", 2),
        ("“We will go on.” He said so twice.", "en", 1),
        ("“We will go on.” The hall was empty.", "en", 2),
        ("Wait... what? Yes.", "en", 2),
        ("We waited... Then it came.", "en", 2),
        ("情况……还在变化。", "zh-Hans", 1),
        ("停顿了很久…“是的。”", "zh-Hans", 2),
        ("第一段\n\n第二段", "zh-Hans", 2),
        ("No end mark", "en", 1),
        ("", "en", 0),
        ("  \n ", "en", 0),
        ("مرحبا؟ نعم.", "ar", 2),
        ("会议开始了.然后他们离开了.", "zh-Hans", 2),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, language: str, count: int) -> None:
    """Quotations keep their speaker, abbreviations and numbers do not end a sentence."""
    assert len(cut(text, language)) == count, cut(text, language)


def test_a_speaker_behind_the_quotation_stays_with_it() -> None:
    """“……。”他补充道。 is one sentence."""
    text = "“这是第一步。”他补充道。部长随后离开。"
    assert cut(text, "zh-Hans") == ["“这是第一步。”他补充道。", "部长随后离开。"]


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        (
            "布林肯会见了中国国家副主席韩正，双方讨论了台湾海峡的和平与稳定。",
            "zh-Hans",
            ["布林肯会见了中国国家副主席韩正", "双方讨论了台湾海峡的和平与稳定。"],
        ),
        (
            "他说，双方讨论了台湾海峡的和平与稳定。",
            "zh-Hans",
            ["他说，双方讨论了台湾海峡的和平与稳定。"],
        ),
        ("水位上升到1,200米处才停止。", "zh-Hans", ["水位上升到1,200米处才停止。"]),
        (
            "The envoy left the talks early, and the minister stayed until midnight.",
            "en",
            ["The envoy left the talks early", "and the minister stayed until midnight."],
        ),
        ("Talks ended, and so on.", "en", ["Talks ended, and so on."]),
        ("短句。", "zh-Hans", ["短句。"]),
    ],
)
def test_clauses_stand_alone(sentence: str, language: str, expected: list[str]) -> None:
    """Clauses are cut where both sides say something; bare cues and fragments stay."""
    assert parts(sentence, language) == expected


def test_a_fragment_at_the_end_joins_the_clause_before() -> None:
    """A tail that is too short to say anything is no clause of its own."""
    sentence = "布林肯会见了中国国家副主席韩正，很坦率。"
    assert parts(sentence, "zh-Hans") == [sentence]


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("„Darf ich mitspielen?“, fragte die Ministerin. „Wir sind bereit.“", "de", 2),
        ("»Ihr habt gelogen!«, schallte es. »Nein.« Der Mann ging.", "de", 3),
        ("Er kam am 18. September. Dr. Wolf kam am 2. Mai nach Köln.", "de", 2),
        ("Er wurde 18. Das war im Mai.", "de", 2),
        ("« Bonjour ! » a dit M. Morel. « Nous restons. » Il part.", "fr", 3),
        ("«¿Por qué?», preguntó el Sr. Gil. «No sé». Se fue.", "es", 3),
    ],
)
def test_a_speaker_behind_european_marks_belongs_to_what_was_said(
    text: str, language: str, count: int
) -> None:
    """German, French and Spanish marks, ordinals and abbreviations cut no sentence in two."""
    assert len(sentences(text, language)) == count
