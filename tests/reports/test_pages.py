"""The HTML pages without a browser: what stands in them, what cannot, how heavy they are."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import time
from collections import Counter
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from compare.model import (
    Article,
    Cell,
    Claim,
    Comparison,
    Evidence,
    Origin,
    Paragraph,
    SetAside,
    Source,
    Story,
)
from compare.reading.document import document
from compare.reports.annotations import annotation_page
from compare.reports.assemble import story_document
from compare.reports.beside import beside
from compare.reports.contract import to_json
from compare.reports.page import blocks_page, can_stand
from compare.reports.rows import story_csv
from compare.reports.sides import side_page
from compare.reports.site import site, source_pairs
from compare.reports.story import story_blocks
from compare.reports.story_page import story_page
from compare.reports.words import LANGUAGES, speaking
from tests.reports.sides import chinese

NASTY = "</p><script>alert(1)</script><img src=x onerror=alert(2)>\x00\x1b[31m & \"'"


def parsed(page: str) -> html.HtmlElement:
    """The page as a tree."""
    return html.document_fromstring(page)


def text_of(node: html.HtmlElement) -> str:
    """The words of a node with single spaces."""
    return " ".join(node.text_content().split())


def test_every_form_agrees(comparison: Comparison) -> None:
    """JSON, CSV, HTML and annotations show the same claims, statuses and evidence."""
    import csv
    import io

    document = json.loads(to_json(story_document(comparison)))
    told = {
        (claim["id"], source): (cell["status"], [e["quote"] for e in cell["evidence"]])
        for claim in document["claims"]
        for source, cell in claim["cells"].items()
    }
    rows = csv.DictReader(io.StringIO(story_csv(comparison), newline=""))
    listed = {
        (r["claim_id"], r["source"]): (r["status"], [r["quote"]] * bool(r["quote"])) for r in rows
    }
    assert listed == {key: (status, quotes[:1]) for key, (status, quotes) in told.items()}
    page = parsed(story_page(comparison))
    matrix = page.get_element_by_id("matrix")
    names = matrix.get("data-sources").split()
    shown = {
        (row.get("id"), name): cell.get("class")
        for row in matrix.xpath("./tbody/tr")
        for name, cell in zip(names, row.xpath("./td"), strict=True)
    }
    assert shown == {key: status for key, (status, _) in told.items()}
    proofs = Counter(
        (*item["id"].split(":")[4:6], item["target"]["selector"][0]["exact"])
        for item in annotation_page(comparison)["items"]
    )
    assert proofs == Counter((*key, quote) for key, (_, quotes) in told.items() for quote in quotes)


def test_annotations_have_both_selectors(comparison: Comparison) -> None:
    """Every annotation has a quote with its surroundings and a position that slices back."""
    page = annotation_page(comparison)
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    articles = {
        s.article.url or f"urn:compare:article:{s.article.id}": s.article
        for s in comparison.sources
    }
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        text = articles[item["target"]["source"]["id"]].text
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert around in text
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere_and_ids_are_unique(
    comparison: Comparison, language: str
) -> None:
    """Inside a page every fragment has its target, and no id stands twice."""
    with speaking(language):
        pages = [story_page(comparison), side_page(comparison.story, chinese(comparison))]
    for page in map(parsed, pages):
        ids = page.xpath("//@id")
        assert [name for name, count in Counter(ids).items() if count > 1] == []
        fragments = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
        assert fragments - set(ids) == set()
        assert page.get("lang") == language


def test_policy_allows_only_our_own_style_and_script(comparison: Comparison) -> None:
    """The hashes in the policy are those of the one style and the one script of the page."""
    page = story_page(comparison)
    policy = parsed(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("style", "script"):
        (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"\son\w+=|\sstyle=|<(link|iframe|img|object)\b|@import|url\((?!#)", page)


def test_markup_in_texts_stays_text(comparison: Comparison) -> None:
    """Tags and scripts in texts, titles, ids and notes are shown as the characters they are."""
    first = comparison.sources[0]
    body = f"{NASTY} and more."
    article = replace(
        first.article,
        title=NASTY,
        text=body,
        outlet_name=NASTY,
        url="javascript:alert(1)",
        paragraphs=(Paragraph(0, len(body), "en"),),
    )
    claims = tuple(
        replace(
            claim,
            text=NASTY,
            cells={k: replace(c, evidence=(), nearest=None) for k, c in claim.cells.items()},
        )
        for claim in comparison.claims
    )
    nasty = replace(
        comparison,
        story=replace(comparison.story, title=NASTY, slug=NASTY),
        sources=(Source('a"><script>', document(article)), *comparison.sources[1:]),
        claims=tuple(
            replace(c, cells={**c.cells, 'a"><script>': c.cells["harbourwire"]}) for c in claims
        ),
        discrepancies=(),
        families=(),
        readout=None,
        notes=(NASTY,),
    )
    left, right = nasty.sources[:2]
    pages = [
        (story_page(nasty), 1),
        (side_page(nasty.story, beside(nasty, (left.id, right.id))), 1),
        (blocks_page(story_blocks(nasty)), 0),
    ]
    for page, scripts in pages:
        tree = parsed(page)
        assert len(tree.xpath("//script")) == scripts
        assert tree.xpath("//img") == []
        assert tree.xpath("//@href[starts-with(., 'javascript')]") == []
        assert "<script>alert(1)</script><img" in tree.text_content()
        assert "\\x00\\x1b[31m" in page
        assert "\x1b" not in page


def test_script_converts_what_is_shown_and_says_so(comparison: Comparison) -> None:
    """--script converts Chinese for display, tags it so, and leaves the rest alone."""
    original, page = story_page(comparison), story_page(comparison, "hans")
    assert "工會表示" in original
    assert "工會表示" not in page
    assert "工会表示" in page
    assert "Chinese is shown in Simplified" in page
    assert 'lang="zh-Hant"' not in page


def test_texts_are_whole_and_in_their_own_script(comparison: Comparison) -> None:
    """The full texts of the page are letter for letter those of the articles."""
    page = parsed(story_page(comparison))
    for source in comparison.sources:
        node = page.get_element_by_id(f"text-{source.id}")
        for index, p in enumerate(source.article.paragraphs):
            shown = node.xpath(f".//p[@id='{source.id}-p{index + 1}']")[0]
            number = shown.xpath("./a[@class='number']")[0].text_content()
            assert shown.text_content() == f"{number} {source.article.text[p.start : p.end]}"


@given(st.text(min_size=1, max_size=60), st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=30, deadline=None)
def test_any_text_is_shown_as_it_is(text: str, one: int, other: int) -> None:
    """Whatever characters an article holds, the page shows them all, marked where a cell says."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    article = Article("a-1", "a", "A", text, text, (Paragraph(0, len(text), "und"),), None, "und")
    found = Evidence("a-1", "body", start, end, text[start:end], 0, 0.5)
    claim = Claim("c01", text, Origin(), {"a": Cell("included", 0.5, evidence=(found,))}, "und")
    story = Story("a", text, None, None, (article,))
    page = story_page(Comparison(story, (Source("a", document(article)),), (claim,)))
    (shown,) = re.findall('<p id="a-p1".*?>(.*?)</p>', page, re.DOTALL)
    assert unescape(re.sub("<[^>]*>", "", shown)) == "¶1 " + can_stand(text)


def test_a_story_without_a_title_is_called_by_its_slug(comparison: Comparison) -> None:
    """No heading and no link is ever empty."""
    bare = replace(comparison, story=replace(comparison.story, title=""))
    assert text_of(parsed(story_page(bare)).xpath("//h1")[0]) == "duarte"
    index = parsed(dict(site([bare]))["index.html"])
    assert text_of(index.xpath("//tbody//a")[0]) == "duarte"


def test_discrepancies_are_marked_to_the_character(comparison: Comparison) -> None:
    """Both sides show their sentence with exactly the differing span marked."""
    page = parsed(story_page(comparison))
    sides = page.get_element_by_id("d02").xpath(".//li")
    assert [side.xpath(".//mark")[0].text_content() for side in sides] == ["Monday", "星期二"]
    assert [text_of(side.xpath("./bdi")[0]) for side in sides] == [
        "The port of Lirona reopened on Monday after a nine-day strike, the harbour office said.",
        "利罗纳港务局星期二发布通告：港口在罢工九天后恢复作业。",
    ]
    target = sides[1].xpath("./a[last()]/@href")[0][1:]
    assert page.get_element_by_id(target).text_content() == "星期二"


def test_a_span_that_is_not_there_shows_the_quote_alone(comparison: Comparison) -> None:
    """A side whose span cannot be found is shown without a mark and without a link."""
    found = comparison.discrepancies[1]
    odd = replace(found, sides=(replace(found.sides[0], span="Friday"), found.sides[1]))
    page = parsed(story_page(replace(comparison, discrepancies=(odd,))))
    first = page.get_element_by_id("d02").xpath(".//li")[0]
    assert first.xpath(".//mark") == []
    assert "reopened on Monday" in first.text_content()


def test_rows_carry_what_the_filters_need(comparison: Comparison) -> None:
    """Origin, the only source, discrepancies, prominence and place stand on each row."""
    page = parsed(story_page(comparison))
    first, _, third, *_ = page.xpath("//table[@id='matrix']/tbody/tr")
    assert dict(first.attrib) == {
        "id": "c01",
        "data-o": "readout",
        "data-only": "",
        "data-d": "1",
        "data-e": "6310 0 0 0",
        "data-p": "0 14 5 0",
    }
    assert third.get("data-p") == "129 -1 28 -1"


def test_a_cell_shows_attribution_score_reason_and_nearest(comparison: Comparison) -> None:
    """An open cell tells who said it, how sure it is, why it is absent, and what came nearest."""
    cells = parsed(story_page(comparison)).xpath("//table[@id='matrix']/tbody/tr/td")
    words = [text_of(cell) for cell in cells]
    assert (
        "Ana Duarte, quoted (told)“no worker will lose a day’s pay” ¶2similarity 0.930" in words[8]
    )
    assert "perhaps because its text is cut short" in words[6]
    assert "Nearest sentence: 工會表示，若談判破裂，不排除再次罷工。" in words[6]
    assert "No sentence comes near." in words[7]


def test_a_long_claim_is_folded(comparison: Comparison) -> None:
    """A claim of 2,000 characters is cut in the table and whole behind its summary."""
    long = replace(comparison.claims[0], text="码头" * 1000)
    page = parsed(story_page(replace(comparison, claims=(long, *comparison.claims[1:]))))
    details = page.get_element_by_id("c01").xpath("./th/details")[0]
    assert len(details.xpath("./summary")[0].text_content()) == 321
    assert details.xpath("./p")[0].text_content() == "码头" * 1000


def test_a_source_without_text_is_said_to_have_none(comparison: Comparison) -> None:
    """An article without a body has its column, its place among the texts, and a remark."""
    empty = Article("e-1", "empty", "Empty", "", "", (), None, "und")
    claims = tuple(
        replace(
            c, cells={**c.cells, "empty": replace(c.cells["digest"], status="absent", evidence=())}
        )
        for c in comparison.claims
    )
    whole = replace(
        comparison, sources=(*comparison.sources, Source("empty", document(empty))), claims=claims
    )
    page = parsed(story_page(whole))
    assert "This source has no text." in page.get_element_by_id("text-empty").text_content()
    side = side_page(whole.story, beside(whole, ("empty", "empty")))
    assert "This source has no text." in side


def test_forty_sources_fit_in_one_page(crowd: Comparison) -> None:
    """Forty columns are drawn, without squares that nobody could read."""
    page = parsed(story_page(crowd))
    assert len(page.xpath("//table[@id='matrix']/thead//th")) == 41
    assert page.xpath("//*[@id='overlap-title']") == []


def test_one_source_and_no_claims_are_said(alone: Comparison, comparison: Comparison) -> None:
    """A story of one source says that nothing can be compared; one without claims says so too."""
    assert "nothing can be compared" in story_page(alone)
    bare = Comparison(comparison.story, comparison.sources, ())
    assert "No claims were found in these articles." in story_page(bare)


def test_large_page_is_light_and_quick(large: Comparison) -> None:
    """Twelve sources and 150 claims: under 600 kB, and rendered in under a second."""
    story_page(large)
    begun = time.perf_counter()
    page = story_page(large)
    assert time.perf_counter() - begun < 1
    assert len(page.encode()) < 600_000


def test_side_page_links_moved_and_marks_what_differs(comparison: Comparison) -> None:
    """Linked sentences lead to each other, moved paragraphs to their place, rows say their kind."""
    page = parsed(side_page(comparison.story, chinese(comparison)))
    kinds = [row.get("class") for row in page.xpath("//*[@role='row'][@class]")]
    assert kinds == ["moved", "right_only", "left_only"]
    (there,) = page.xpath("//p[@id='nanwan-p1']/a[not(@class)]")
    (back,) = page.xpath("//p[@id='wanbao-p2']//a[@id]")
    assert there.get("href")[1:] == back.get("id")
    assert back.get("href")[1:] == there.get("id")
    stubs = [text_of(stub) for stub in page.xpath("//*[@class='stub']")]
    assert stubs == [
        "moved: comes after ¶1 in its own text",
        "¶2 follows here in this text; it was moved",
    ]


def test_three_sources_stand_level(comparison: Comparison) -> None:
    """With a third source every paragraph of each stands once, in a row that says where it is."""
    names = ("harbourwire", "nanwan", "wanbao")
    page = parsed(side_page(comparison.story, beside(comparison, names)))
    shown = [p for row in page.xpath("//*[@role='row'][@class]") for p in row.xpath(".//p/@id")]
    assert sorted(shown) == sorted(
        f"{source.id}-p{n + 1}"
        for source in comparison.sources[:3]
        for n in range(len(source.article.paragraphs))
    )
    heads = [text_of(head) for head in page.xpath("//*[@role='rowheader']")]
    assert any("in all" in head or " + " in head for head in heads)


def test_folder_holds_linked_pages(comparison: Comparison) -> None:
    """The index leads to every story, a story to its side-by-side pages, and all lead back."""
    other = replace(comparison, story=replace(comparison.story, slug="Duarte"))
    aside = [SetAside("in/<b>.bin", "is no text")]
    files = dict(site([comparison, other], aside))
    assert list(files)[:2] == ["index.html", "duarte/index.html"]
    assert "Duarte-2/index.html" in files
    assert "in/&lt;b&gt;.bin" in files["index.html"]
    for name, page in files.items():
        folder = name.rpartition("/")[0]
        for href in parsed(page).xpath("//a/@href"):
            if not href.startswith(("#", "http")):
                path = f"{folder}/{href}".lstrip("/").replace(f"{folder}/../", "")
                assert path in files, (name, href)
    assert len(files) == 1 + 2 * (1 + 6)


def test_many_sources_are_paired_with_the_reference_only(crowd: Comparison) -> None:
    """Above six sources, side-by-side pages are written against one source."""
    pairs = list(source_pairs(crowd))
    assert len(pairs) == 39
    assert {one.id for one, _ in pairs} == {"outlet-00"}


def test_empty_folder_says_so() -> None:
    """Without stories the index says so."""
    files = dict(site([]))
    assert list(files) == ["index.html"]
    assert "No stories were found." in files["index.html"]
