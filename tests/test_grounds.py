"""What of a claim a passage has, and what not: the words behind `--explain`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import pipeline
from compare.claims import sources_of
from compare.cli.commands import program
from compare.matching.grounds import Mark, listed
from compare.matching.lexical import Words
from compare.model import Cell, Claim, Comparison, Discrepancy, Grounds, Origin, Side, Source
from compare.options import Options
from compare.pipeline.grounds import grounds
from compare.reports import terminal
from compare.reports.blocks import Display
from compare.reports.explain import explain_blocks
from compare.resources.glossary import glossary
from compare.text.scripts import to_simplified
from tests.made import article, carried, missing, story

SEEDS = Path(__file__).parents[1] / "seeds"
OPTIONS = Options()


@cache
def seeds() -> tuple[Comparison, pipeline.Readings]:
    """The story of the seeds that four sources tell, and the names in all of them."""
    articles = pipeline.load([SEEDS]).articles
    names = pipeline.read_names(articles)
    (one,) = [s for s in pipeline.group(articles, OPTIONS, names) if s.slug == "blinken-han"]
    return pipeline.analyse(one, OPTIONS, None, names), names


def asked(
    comparison: Comparison, names: pipeline.Readings, own: str, text: str, other: str, quote: str
) -> tuple[Claim, Source, Grounds]:
    """A claim in words of source `own`, whose proof in source `other` is `quote`."""
    by_id = {s.id: s for s in comparison.sources}
    cells: dict[str, Cell] = {key: missing() for key in by_id}
    cells[own] = carried(by_id[own].article, text)
    cells[other] = carried(by_id[other].article, quote)
    claim = Claim("c01", text, Origin(), cells, by_id[own].article.language)
    return claim, by_id[other], grounds(comparison, claim, by_id[other], names, OPTIONS)


SULLIVAN = (
    "White House national security adviser Jake Sullivan met with Chinese Foreign Minister Wang Yi "
    "in Malta for 12 hours last weekend"
)
CANDID = (
    "Foreign Minister Wang Yi in Malta for 12 hours last weekend, in what both sides have "
    'described as "candid, substantive and constructive" talks.'
)
SKIPPED = (
    "Biden this month expressed disappointment that Xi had skipped a summit of Group of 20 leaders "
    "in India"
)


@pytest.mark.parametrize(
    ("own", "text", "other", "quote", "expected"),
    [
        (
            "reuters",
            SULLIVAN,
            "epochtimes",
            "双方称进行了“坦诚、实质性和建设性”的会谈，历时12个小时。",
            Grounds(
                ("12 hours",),
                (
                    *("White House", "national", "security", "adviser", "Jake Sullivan", "met"),
                    *("Chinese", "Foreign", "Minister", "Wang Yi", "Malta", "last weekend"),
                ),
            ),
        ),
        (
            "epochtimes",
            "双方称进行了“坦诚、实质性和建设性”的会谈，历时12个小时。",
            "reuters",
            CANDID,
            Grounds(
                ("双方", "坦诚", "实质性", "建设性", "会谈", "历时", "12个小时"),
                ("进行",),
            ),
        ),
        (
            "reuters",
            SKIPPED,
            "epochtimes",
            "习近平本月缺席在印度举行的二十国集团领导人峰会",
            Grounds(
                ("this month", "Xi", "summit", "Group of 20", "leaders", "India"),
                ("Biden", "expressed", "disappointment", "skipped"),
            ),
        ),
    ],
)
def test_words_names_and_figures_of_a_claim_are_found_in_the_other_language(
    own: str, text: str, other: str, quote: str, expected: Grounds
) -> None:
    """Names by whom they name, words by the dictionary, figures with their unit, in text order."""
    comparison, names = seeds()
    assert asked(comparison, names, own, text, other, quote)[2] == expected


def made(*texts: str) -> tuple[Comparison, pipeline.Readings]:
    """A story of these texts, `a`, `b`, …, of which nothing is compared."""
    articles = [article("abc"[n], text) for n, text in enumerate(texts)]
    names = pipeline.read_names(articles)
    told = story(*articles)
    return Comparison(told, sources_of(told, names.documents), ()), names


def test_both_chinese_scripts_are_one_text() -> None:
    """Words are found across the scripts and shown in the claim's own."""
    text, quote = "布林肯周一在纽约与韩正会谈，讨论台湾问题。", "布林肯在紐約會晤韓正，討論關係。"
    for one, other, found, lacking in (
        (text, quote, ("布林肯", "纽约", "韩正", "讨论"), ("周一", "会谈", "台湾", "问题")),
        (quote, text, ("布林肯", "紐約", "韓正", "討論"), ("會晤", "關係")),
    ):
        comparison, names = made(one, other)
        _, _, known = asked(comparison, names, "a", one, "b", other)
        assert known == Grounds(found, lacking)


def test_values_that_differ_are_named_with_both_words() -> None:
    """A figure that the facts contradict stands beside the one that contradicts it."""
    text = "The fire in the Selby mill killed 43 people on Monday."
    other = "The fire in the Selby mill killed 45 people on Monday."
    comparison, names = made(text, other)
    _, _, known = asked(comparison, names, "a", text, "b", other)
    assert known.differing == (("43 people", "45 people"),)
    assert known.missing == ("43 people",)
    assert known.found == ("fire", "Selby", "mill", "killed", "Monday")


def test_sides_of_a_discrepancy_differ_unless_they_are_words() -> None:
    """Days, figures, places and persons that conflict; a verb of another force is no value."""
    texts = "Talks began in Bonn on Monday.", "Talks began in Bern on Monday."
    comparison, names = made(*texts)
    sides = tuple(
        Side(key, text, span, span, "body", 15, 19)
        for key, text, span in zip("ab", texts, ("Bonn", "Bern"), strict=True)
    )
    for kind, severity, expected in (
        ("place", "conflict", (("Bonn", "Bern"),)),
        ("place", "compatible", ()),
        ("wording", "conflict", ()),
    ):
        item = Discrepancy("d01", kind, severity, ("c01",), sides, "")
        told = Comparison(comparison.story, comparison.sources, (), (item,))
        assert asked(told, names, "a", texts[0], "b", texts[1])[2].differing == expected


def test_the_report_says_what_was_found_and_what_not() -> None:
    """Two short lists stand below the proof, and what differs."""
    text = "The fire in the Selby mill killed 43 people on Monday."
    other = "The fire in the Selby mill killed 45 people."
    comparison, names = made(text, other)
    told = terminal.render(
        explain_blocks(*asked(comparison, names, "a", text, "b", other)), Display(80)
    )
    assert told.endswith(
        "Found there: fire, Selby, mill, killed\n"
        "Not found there: 43 people, Monday\n"
        "Differs: 43 people (here 45 people)\n"
    )


def test_languages_without_a_dictionary_have_names_and_figures() -> None:
    """Words that cannot be held against each other are not said to be missing."""
    text = "Antony Blinken traf Han Zheng am Montag 12 Stunden lang in New York."
    comparison, names = made("布林肯在纽约与韩正会谈12小时。", "x")
    german = article("d", text, language="de")
    names = pipeline.read_names([comparison.sources[0].article, german])
    told = story(comparison.sources[0].article, german)
    comparison = Comparison(told, sources_of(told, names.documents), ())
    quote = "布林肯在纽约与韩正会谈12小时。"
    _, _, known = asked(comparison, names, "d", text, "a", quote)
    assert {"Antony Blinken", "Han Zheng"} <= set(known.found)
    assert "traf" not in known.found + known.missing


@pytest.mark.slow
def test_every_cell_of_a_story_is_told_in_the_words_of_its_claim() -> None:
    """Nothing that is listed stands elsewhere than in the claim, nothing is in both lists, and a
    claim lacks nothing in the source whose words it is.
    """
    comparison, names = seeds()
    for claim in comparison.claims[::4]:
        lacking = []
        for source in comparison.sources:
            known = grounds(comparison, claim, source, names, OPTIONS)
            assert all(word in claim.text for word in known.found + known.missing)
            assert not set(known.found) & set(known.missing)
            assert len({*known.found, *known.missing}) == len(known.found + known.missing)
            at = [claim.text.find(word) for word in known.found]
            assert all(place >= 0 for place in at)
            lacking.append(known.missing)
        assert () in lacking


def test_a_typographic_apostrophe_is_an_apostrophe() -> None:
    """A word is found in the claim as the claim writes it."""
    claim = Words("The island’s mayor and the towns’ firemen left.", "en")
    found, absent = listed(claim, [], Words("The island's mayor left.", "en"), None, Options())
    assert "island’s" in found
    assert {"firemen"} <= set(absent)


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(alphabet="布林肯在紐约纽談讨论 Blinken met Han 12,.中美“”", max_size=40),
    passage=st.text(alphabet="布林肯在纽约谈 Blinken meets Han 12", max_size=40),
    spans=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5), st.booleans()), max_size=4),
    tongues=st.tuples(*[st.sampled_from(["zh-Hans", "zh-Hant", "en", "de"])] * 2),
)
def test_lists_are_disjoint_pieces_of_any_text(
    text: str, passage: str, spans: list[tuple[int, int, bool]], tongues: tuple[str, str]
) -> None:
    """Whatever the text and the marks: pieces of it, each once, in one list; beside itself a claim
    lacks none of its words.
    """
    marks = [Mark(a, min(a + n, len(text)), has) for a, n, has in spans if a < len(text)]
    claim, other = Words(text, tongues[0]), Words(passage, tongues[1])
    folded, words = Words(to_simplified(text), tongues[0]), glossary()
    found, lacking = listed(claim, marks, other, words, OPTIONS)
    assert all(word in text for word in found + lacking)
    assert len({*found, *lacking}) == len(found + lacking)
    assert listed(claim, [], folded, words, OPTIONS)[1] == ()


def test_the_command_shows_the_words() -> None:
    """`--explain` prints both lists, and the JSON holds them."""
    line = ["story", "blinken-han", str(SEEDS), "--explain", "c01", "rfi"]
    assert "Found there: " in CliRunner().invoke(program, line).stdout
    known = json.loads(CliRunner().invoke(program, [*line, "--format", "json"]).stdout)
    assert set(known["grounds"]) == {"found", "missing", "differing"}
    assert all(word in known["text"] for word in known["grounds"]["found"])
