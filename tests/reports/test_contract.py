"""Contract 2 and the one before it, speakers that nobody can tell, and the public report."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

import compare
from compare.errors import UsageError
from compare.model import Attribution, Comparison, Inspection, MadeBy, Origin, Speech
from compare.reports import terminal
from compare.reports.annotations import annotation_page
from compare.reports.article import reading_blocks
from compare.reports.assemble import article_document, story_document
from compare.reports.blocks import Display
from compare.reports.contract import to_json
from compare.reports.explain import explain_blocks
from compare.reports.matrix import KINDS
from compare.reports.report import BINARY, FORMATS
from compare.reports.rows import story_csv
from compare.reports.story import story_blocks
from compare.reports.story_page import story_page
from compare.reports.words import LANGUAGES, say, speaking

MADE_BY = MadeBy("1.2.3", "0123456789ab", "0123456789abcdef")


def voiced(comparison: Comparison, kind: str, mode: str) -> Comparison:
    """The same story; of the fourth claim one source gives the words with this kind and mode."""
    claim = comparison.claims[3]
    cell = claim.cells["harbourwire"]
    proof = cell.evidence[0]
    span = (proof.start, proof.end)
    voice = Attribution(proof.article, "body", proof.quote, span, mode, kind=kind)
    cells = {**claim.cells, "harbourwire": replace(cell, attribution=voice)}
    told = replace(claim, origin=Origin(kind), cells=cells)
    claims = (*comparison.claims[:3], told, *comparison.claims[4:])
    return replace(comparison, claims=claims, made_by=MADE_BY)


@pytest.fixture
def unread(comparison: Comparison) -> Comparison:
    """The story with a claim in a language whose speech nobody reads."""
    return voiced(comparison, "unknown", "unknown")


def documents(comparison: Comparison, contract: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """The story and its annotations."""
    made = (story_document(comparison), annotation_page(comparison))
    story, page = (json.loads(to_json(one, contract)) for one in made)
    return story, page


def test_the_first_contract_is_cut_out_of_the_present_one(unread: Comparison) -> None:
    """Contract 1 has neither who made it nor facts, and takes unknown words for the outlet's."""
    story, page = documents(unread, 2)
    assert story["schema"] == "compare.story/2"
    assert story["made_by"] == {
        "version": "1.2.3",
        "model": "0123456789ab",
        "options": "0123456789abcdef",
    }
    assert (story["facts"], page["generator"]["name"]) == ([], "compare-stories 1.2.3")
    assert story["claims"][3]["origin"]["kind"] == "unknown"
    voice = story["claims"][3]["cells"]["harbourwire"]["attribution"]
    assert voice == {"speaker": None, "cue": None, "mode": "unknown"}
    assert "origin:unknown" in {body["value"] for item in page["items"] for body in item["body"]}

    known = voiced(unread, "outlet", "own")
    assert documents(unread, 1) == documents(known, 1)
    story, page = documents(unread, 1)
    assert story["schema"] == "compare.story/1"
    assert "generator" not in page
    rest = [key for key in story if key != "schema"]
    assert list(documents(unread, 2)[0]) == ["schema", "made_by", *rest, "facts"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_speakers_are_never_the_outlets_own_words(
    unread: Comparison, language: str
) -> None:
    """Table, page and explanation say that the speaker is not known, in the reader's language."""
    with speaking(language):
        assert say("origin.unknown") in terminal.render(story_blocks(unread), Display(400))
        cell = terminal.render(explain_blocks(unread.claims[3], unread.sources[0]), Display(400))
        assert say("explain.unknown") in cell
        assert say("origin.outlet") not in cell
        page = story_page(unread)
        assert say("cell.unknown") in page
    assert 'data-o="unknown"' in page


def test_unknown_speakers_come_last_and_have_none_in_the_csv(unread: Comparison) -> None:
    """Lists of kinds end with unknown, and the CSV names no speaker."""
    assert KINDS[-1] == "unknown"
    (line,) = [row for row in story_csv(unread).split("\r\n") if row.startswith("c04,")][:1]
    assert ",unknown,harbourwire," in line
    assert ",,unknown," in line


def test_an_article_that_nobody_reads_says_so(comparison: Comparison) -> None:
    """Where no reader tells who speaks, the article says so; contract 1 knew no such thing, and no
    earlier versions.
    """
    article = comparison.sources[0].article
    unread = Inspection(article, (), Speech(read=False), {})
    assert "not known who speaks" in terminal.render(
        reading_blocks(unread, entities=False), Display()
    )
    (now,), (before,) = (
        json.loads(to_json(article_document([unread], MADE_BY), contract))["articles"]
        for contract in (2, 1)
    )
    assert now.pop("speech_read") is False
    assert now.pop("versions") == []
    assert now == before


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in BINARY])
def test_a_report_is_one_call(unread: Comparison, form: str) -> None:
    """compare.report gives every format, and all but the CSV name what made them."""
    text = compare.report(unread, form)
    assert isinstance(text, str)
    assert ("0123456789ab" in text) is (form != "csv")


def test_a_limit_on_quotations_is_a_choice(unread: Comparison) -> None:
    """What is quoted can be limited, but not where programs are promised exact characters."""
    assert "… \\[" in compare.report(unread, "markdown", excerpt_limit=1)
    assert compare.report_file(unread, excerpt_limit=1) != compare.report_file(unread)
    with pytest.raises(UsageError, match="exact characters"):
        compare.report(unread, "json", excerpt_limit=1)


@pytest.mark.parametrize("form", BINARY)
def test_a_file_is_one_call(unread: Comparison, form: str) -> None:
    """compare.report_file gives every format that no terminal can show, the same each time."""
    data = compare.report_file(unread, form)
    assert data.startswith(b"PK")
    assert data == compare.report_file(unread, form)
    with pytest.raises(UsageError, match="there is no 'html' here; there are xlsx, docx"):
        compare.report_file(unread, "html")


def test_a_report_follows_its_choices(unread: Comparison) -> None:
    """Language, script, width and contract are choices; an unknown one lists those there are."""
    assert "来源" in compare.report(unread, "markdown", language="zh-Hans", script="hans")
    narrow, wide = (compare.report(unread, width=width) for width in (60, 120))
    assert max(map(len, narrow.split("\n"))) <= 60 < max(map(len, wide.split("\n")))
    assert '"compare.story/1"' in compare.report(unread, "json", contract=1)
    for wrong in ({"format": "pdf"}, {"script": "x"}, {"language": "fr"}, {"contract": 3}):
        with pytest.raises(UsageError, match="there is no"):
            compare.report(unread, **wrong)  # type: ignore[arg-type]
