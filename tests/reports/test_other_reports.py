"""The reports beside the story: one cell, two sources, the list, one article, a search."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from compare.errors import NotFound
from compare.model import (
    Attribution,
    Comparison,
    DateReading,
    Emphasis,
    Entity,
    Evidence,
    Found,
    Inspection,
    MadeBy,
    Mention,
    SetAside,
    Speech,
)
from compare.reports import markdown, rows, terminal
from compare.reports.article import reading_blocks, search_blocks
from compare.reports.assemble import (
    article_document,
    diff_document,
    explain_document,
    find_document,
    stories_document,
)
from compare.reports.beside import Beside, beside
from compare.reports.blocks import Block, Display
from compare.reports.contract import to_json
from compare.reports.explain import explain_blocks, pick_cell
from compare.reports.sides import row_kind, side_blocks
from compare.reports.story import listing_blocks

Stored = Callable[[str, str], None]


def plain(blocks: list[Block], width: int = 80) -> str:
    """Blocks as terminal text without colour."""
    return terminal.render(blocks, Display(width))


def explained(comparison: Comparison, claim: str, source: str) -> str:
    """The report of one cell."""
    return plain(explain_blocks(*pick_cell(comparison, claim, source)))


def test_a_carried_cell_shows_its_sentence_among_its_neighbours(
    comparison: Comparison, stored: Stored
) -> None:
    """--explain marks the evidence and shows the paragraph before and after it."""
    stored("explain.txt", explained(comparison, "c03", "harbourwire"))


def test_an_absent_cell_shows_the_nearest_sentence_and_the_reason(comparison: Comparison) -> None:
    """An absence stands with its reason and the sentence that was judged not to say it."""
    text = explained(comparison, "c02", "wanbao")
    assert "Absent perhaps because its text is cut short." in text
    assert "Nearest sentence, judged not to say it" in text
    assert ">>>工會表示，若談判破裂，不排除再次罷工。<<<" in text


def test_an_unclear_cell_is_too_close_to_call(comparison: Comparison) -> None:
    """An unclear cell says that its nearest sentence could not be judged."""
    text = explained(comparison, "c02", "harbourwire")
    assert "Nearest sentence, too close to call" in text


def test_a_cell_without_any_candidate_says_so(comparison: Comparison) -> None:
    """An absence with nothing near it says that no sentence comes near."""
    assert "No sentence comes near." in explained(comparison, "c04", "digest")


@pytest.mark.parametrize(
    ("emphasis", "line"),
    [
        (Emphasis(0, 0.314, in_title=True, in_lead=True), "in the headline, 31% of the text"),
        (Emphasis(0, 0.314, in_title=False, in_lead=True), "in the lead, 31% of the text"),
        (Emphasis(4, 0.02, in_title=False, in_lead=False), "paragraph 5, 2% of the text"),
    ],
)
def test_prominence_is_told(comparison: Comparison, emphasis: Emphasis, line: str) -> None:
    """A carried cell tells how prominently the source carries the claim."""
    claim, source = pick_cell(comparison, "c01", "harbourwire")
    told = replace(claim, emphasis={"harbourwire": emphasis})
    assert f"Prominence: {line}" in plain(explain_blocks(told, source))


def test_confidence_title_and_bare_attribution_are_told(comparison: Comparison) -> None:
    """Confidence, evidence in a headline, and an attribution without a cue are all shown."""
    claim, source = pick_cell(comparison, "c01", "harbourwire")
    title = source.article.title
    evidence = Evidence(source.article.id, "title", 7, 14, title[7:14], None, 0.5)
    said = Attribution(source.article.id, "title", title, (0, len(title)), "indirect", "officials")
    cell = replace(
        claim.cells["harbourwire"], evidence=(evidence,), attribution=said, confidence=0.87
    )
    text = plain(explain_blocks(replace(claim, cells={"harbourwire": cell}), source))
    assert "Similarity 0.912, confidence 0.870" in text
    assert "Attribution: officials, reported\n" in text
    assert "headline: Lirona >>>port re<<<opens after nine-day strike" in text


def test_unknown_cell_names_the_nearest(comparison: Comparison) -> None:
    """A wrong claim id suggests near ones, a wrong source id lists the sources."""
    with pytest.raises(NotFound, match="no claim 'c99' in story 'duarte'") as claim:
        pick_cell(comparison, "c99", "nanwan")
    assert claim.value.suggestions == ("c05", "c04", "c03")
    with pytest.raises(NotFound, match="no source 'rfo' in story 'duarte'") as source:
        pick_cell(comparison, "c01", "rfo")
    assert source.value.suggestions == ("harbourwire", "nanwan", "wanbao", "digest")


def test_explain_document_holds_one_cell(comparison: Comparison) -> None:
    """The JSON of a cell carries claim, source, cell and emphasis."""
    claim, source = pick_cell(comparison, "c01", "harbourwire")
    document = json.loads(to_json(explain_document(comparison, claim, source)))
    assert document["schema"] == "compare.explain/2"
    assert document["cell"]["attribution"] == {"speaker": None, "cue": None, "mode": "own"}
    assert document["emphasis"]["share"] == 0.31


@pytest.fixture
def paired(comparison: Comparison) -> Beside:
    """Two sources side by side."""
    return beside(comparison, ("harbourwire", "nanwan"))


def test_side_by_side_marks_omissions_and_additions(paired: Beside, stored: Stored) -> None:
    """Rows are marked by what the matrix says of them, and so are lone sentences in them."""
    stored("diff.txt", plain(side_blocks(paired)))


def test_side_by_side_as_data(comparison: Comparison, paired: Beside) -> None:
    """The JSON and CSV of two sources keep kinds, offsets, scores and claims."""
    wire = comparison.sources[0]
    document = json.loads(to_json(diff_document("duarte", paired, MadeBy())))
    kinds = [row["kind"] for row in document["rows"]]
    assert kinds == [row_kind(row) for row in paired.rows]
    assert document["rows"][0]["claims"] == ["c01"]
    assert document["rows"][0]["differences"] == ["d02"]
    for row in document["rows"]:
        for paragraph in row["left"]:
            text = wire.article.text[paragraph["start"] : paragraph["end"]]
            assert text == paragraph["text"]
        for link in row["links"]:
            assert link["left"][0] < link["left"][1]
    table = list(csv.DictReader(io.StringIO(rows.diff_csv(paired), newline="")))
    assert [row["kind"] for row in table] == kinds


def test_list_of_stories(comparison: Comparison, stored: Stored) -> None:
    """The list gives slug, days, sources, title and related stories."""
    story = comparison.story
    undated = replace(story, slug="lirona", start=None, end=None, related=())
    short = replace(story, slug="quays", end=story.start, related=(), articles=story.articles[:1])
    stored("stories.txt", plain(listing_blocks([story, undated, short])))
    assert "No stories were found." in plain(listing_blocks([]))


def test_list_of_stories_as_data(comparison: Comparison) -> None:
    """The JSON list holds what was set aside; the CSV has a line per article."""
    aside = [SetAside("in/x.bin", "is not text", 3)]
    document = json.loads(to_json(stories_document([comparison.story], aside, MadeBy())))
    assert document["schema"] == "compare.stories/2"
    assert document["set_aside"] == [{"file": "in/x.bin", "reason": "is not text", "line": 3}]
    assert document["stories"][0]["articles"][0]["published"] == "2031-05-06T09:30:00+00:00"
    table = list(csv.DictReader(io.StringIO(rows.stories_csv([comparison.story]), newline="")))
    assert [row["published"][:10] for row in table] == [
        "2031-05-06",
        "2031-05-06",
        "2031-05-07",
        "",
    ]


@pytest.fixture
def read(comparison: Comparison) -> Inspection:
    """An article with dates, a part, names and attributions."""
    article = replace(
        comparison.sources[2].article,
        url="https://wanbao.example/1",
        via="nanwan",
        notes=("Two dates disagree.",),
        dates=(
            DateReading(date(2031, 5, 7), "front matter", "2031-05-07"),
            DateReading(datetime(2031, 5, 9, tzinfo=UTC), "page", "9 May", agrees=False),
            DateReading(date(2031, 5, 8), "address", "0507", agrees=True),
        ),
    )
    name = "安娜·杜阿爾特"
    at = article.text.index(name)
    mentions = [
        Mention(article.id, "body", at, at + 7, name, "PER", "Q1", "gloss", foreign=True),
        Mention(article.id, "title", 0, 3, "利羅納", "LOC", "Q2", "gazetteer"),
        Mention(article.id, "body", 6, 9, "利羅納", "LOC", "Q2", "gazetteer"),
    ]
    quote = "沒有一個工人會少拿一天工資。"
    start = article.text.index(quote)
    place = (start, start + len(quote))
    said = Attribution(
        article.id, "body", quote, place, "direct", "部長", None, "說", None, "Duarte"
    )
    bare = Attribution(article.id, "body", quote, place, "indirect", "工會")
    own = Attribution(article.id, "body", quote, place)
    known = {"Q1": Entity("Q1", "Ana Duarte", "PER"), "Q2": Entity("Q2", "Q2", "LOC")}
    return Inspection(article, tuple(mentions), Speech((said, bare, own)), known)


def test_reading_of_an_article(read: Inspection, stored: Stored) -> None:
    """`compare article --entities` shows text, dates, parts, whose words and names."""
    stored("article.txt", plain(reading_blocks(read, entities=True)))


def test_reading_without_names(read: Inspection) -> None:
    """Names are listed only when asked for, and their absence is said."""
    article = read.article
    assert "Names" not in plain(reading_blocks(read, entities=False))
    bare = replace(article, file="", url=None, via=None, incomplete=None, dates=(), parts=())
    text = plain(reading_blocks(Inspection(bare, (), Speech(), {}), entities=True))
    assert "No names were found." in text
    assert "File:" not in text


def test_reading_as_data(read: Inspection) -> None:
    """The JSON and CSV of an article hold its paragraphs, mentions and attributions."""
    document = json.loads(to_json(article_document([read], MadeBy())))
    (one,) = document["articles"]
    assert one["parts"][0] == {"kind": "title", "text": "利羅納港重開"}
    assert one["mentions"][0]["name"] == "Ana Duarte"
    assert one["attributions"][0]["cue"] == "說"
    assert [date["agrees"] for date in one["dates"]] == [True, False, True]
    names = list(csv.DictReader(io.StringIO(rows.article_csv([read], entities=True), newline="")))
    assert [row["foreign"] for row in names] == ["yes", "no", "no"]
    texts = list(csv.DictReader(io.StringIO(rows.article_csv([read], entities=False), newline="")))
    assert texts[1]["text"] == "工會表示，若談判破裂，不排除再次罷工。"


def test_search(comparison: Comparison, stored: Stored) -> None:
    """A search lists who carries the claim, then what came nearest elsewhere."""
    wire, nan, wan = (s.article for s in comparison.sources[:3])
    yes = comparison.claims[0].cells["harbourwire"].evidence
    near = comparison.claims[1].cells["wanbao"].nearest
    found = [Found(wire, yes, None), Found(nan, (), None), Found(wan, (), near)]
    stored("find.txt", plain(search_blocks("港口恢复", found)))
    document = json.loads(to_json(find_document("港口恢复", found, MadeBy())))
    assert [len(a["evidence"]) for a in document["articles"]] == [1, 0, 0]
    table = list(csv.DictReader(io.StringIO(rows.find_csv(found), newline="")))
    assert [row["carried"] for row in table] == ["yes", "no"]
    assert "No article carries it, and none comes near." in plain(search_blocks("x", []))


def test_views_stand_in_markdown_too(paired: Beside) -> None:
    """A side-by-side table in Markdown keeps one line per row and the marks."""
    text = markdown.render(side_blocks(paired, "hant"), Display(script="hant"))
    assert "|  | harbourwire | nanwan |\n| --- | --- | --- |\n| ≠<br>d02 | ¶1 The port" in text
    assert "港口在罷工九天後恢復作業" in text
