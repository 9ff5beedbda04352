"""What a reader takes from the story page: citations, checks, case files, pictures, paper."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from playwright.sync_api import expect

import compare
from compare.model import Comparison
from compare.reports.contract import schema_texts
from compare.reports.story_page import story_page
from compare.reports.words import speaking
from tests import made
from tests.browser.conftest import Opener
from tests.reports.large import large_comparison

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture(params=[(1280, "light"), (768, "dark")], ids=["desk", "tablet in the dark"])
def page(request: pytest.FixtureRequest, opened: Opener, comparison: Comparison) -> Any:
    """The page of the invented story, its first article with an address."""
    width, scheme = request.param
    first = comparison.sources[0]
    article = replace(first.article, url="https://harbourwire.example/port")
    sources = (
        replace(first, document=replace(first.document, article=article)),
        *comparison.sources[1:],
    )
    comparison = replace(comparison, sources=sources)
    look = {"width": width, "color_scheme": scheme}
    return opened(story_page(comparison), permissions=CLIPBOARD, **look)


def saved(page: Any, selector: str, folder: Path) -> Path:
    """The file that a click on something saves."""
    with page.expect_download() as download:
        page.click(selector)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def again(page: Any) -> None:
    """The page loaded anew, once the browser has written its store, which it does behind us."""
    page.wait_for_timeout(1000)
    page.reload()


def document(path: Path, name: str) -> dict[str, Any]:
    """A saved document, which is what its schema says."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    jsonschema.validate(found, json.loads(schema_texts()[f"compare.{name}.2.json"]))
    return found


def test_a_quotation_is_copied_as_a_citation(page: Any) -> None:
    """Quotation, outlet, title, date, paragraph and, where there is one, address."""
    page.click("#c03 td:nth-of-type(1) summary")
    page.click("#panel .cite")
    expect(page.locator("#panel-said")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "““no worker will lose a day’s pay”” (Harbour Wire, “Lirona port reopens after nine-day"
        " strike”, 6 May 2031 09:30 +00:00, https://harbourwire.example/port, ¶2)"
    )


def test_a_citation_is_copied_where_the_clipboard_is_closed(page: Any) -> None:
    """An old browser, or one that forbids it, copies through a field."""
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')); }"
    )
    page.click("#c03 td:nth-of-type(1) summary")
    page.click("#panel .cite")
    expect(page.locator("#panel-said")).to_have_text("Copied.")
    assert "no worker will lose" in page.evaluate("navigator.clipboard.readText()")
    assert page.locator("#panel > textarea").count() == 0


def test_what_was_checked_is_kept(page: Any, tmp_path: Path) -> None:
    """A box stays checked in this browser, its rows can be hidden, and all are saved as a file."""
    page.check("#c02 .check input")
    page.check("#c04 .check input")
    assert page.locator("#checks-count").text_content() == "2 of 5 checked"
    page.check("#f-left")
    assert page.locator("#f-count").text_content() == "3 of 5 claims"
    again(page)
    expect(page.locator("#c02 .check input")).to_be_checked()
    expect(page.locator("#c01 .check input")).not_to_be_checked()
    found = document(saved(page, "#checks-save", tmp_path), "checks")
    assert [claim["id"] for claim in found["claims"]] == ["c02", "c04"]
    assert found["claims"][0]["cells"]["wanbao"] == "absent"
    page.uncheck("#c02 .check input")
    again(page)
    assert page.locator("#checks-count").text_content() == "1 of 5 checked"


def test_a_row_that_changed_is_not_checked(opened: Opener, comparison: Comparison) -> None:
    """After another run the box holds for rows that say the same, and for no others."""
    page = opened(story_page(comparison))
    page.check("#c02 .check input")
    page.check("#c04 .check input")
    claims = tuple(
        replace(claim, text="Other words.") if claim.id == "c02" else claim
        for claim in comparison.claims
    )
    Path(page.evaluate("decodeURIComponent(location.pathname)")).write_text(
        story_page(replace(comparison, claims=claims)), "utf-8"
    )
    again(page)
    expect(page.locator("#c04 .check input")).to_be_checked()
    expect(page.locator("#c02 .check input")).not_to_be_checked()


def test_checks_last_as_long_as_the_page_without_a_store(
    opened: Opener, comparison: Comparison
) -> None:
    """A browser that keeps nothing, or keeps nonsense, still counts."""
    page = opened(story_page(comparison))
    page.evaluate(f"localStorage.setItem('compare.checks/{comparison.story.slug}', '{{')")
    page.reload()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.check("#c02 .check input")
    assert page.locator("#checks-count").text_content() == "1 of 5 checked"


def test_a_wrong_cell_becomes_a_case_file(
    page: Any, comparison: Comparison, tmp_path: Path
) -> None:
    """The file holds what the cell shows, what it should show, and the exact passages of both."""
    page.click("#c02 td:nth-of-type(3) summary")
    page.click("#panel .case summary")
    page.select_option("#case-status", "included")
    page.fill("#case-sentence", "工會表示，若談判破裂，不排除再次罷工。")
    page.fill("#case-note", "It says so in other words.")
    path = saved(page, "#case-save", tmp_path)
    assert path.name == f"case-{comparison.story.slug}-c02-wanbao.json"
    found = document(path, "case")
    assert (found["shown"], found["expected"]) == ("absent", "included")
    assert found["source"]["outlet"] == comparison.sources[2].article.outlet_name
    assert found["note"] == "It says so in other words."
    articles = {source.id: source.article for source in comparison.sources}
    assert found["passages"]
    assert found["others"]
    for one in found["passages"] + found["others"]:
        assert articles[one["source"]].part(one["part"])[one["start"] : one["end"]] == one["quote"]
    assert {one["source"] for one in found["passages"]} == {"wanbao"}
    assert "wanbao" not in {one["source"] for one in found["others"]}
    expect(page.locator("#panel-said")).to_have_text("Saved.")


def test_another_cell_opens_an_empty_report(page: Any) -> None:
    """Nothing of one report stands in the next."""
    page.click("#c02 td:nth-of-type(3) summary")
    page.click("#panel .case summary")
    page.fill("#case-note", "Mine.")
    page.get_by_role("button", name="Close").click()
    page.click("#c03 td:nth-of-type(1) summary")
    assert page.input_value("#case-note") == ""
    assert not page.locator("#case-note").is_visible()


def drawn(page: Any, table: str, folder: Path) -> str:
    """The words of a picture, without white space; each stands inside its frame."""
    path = saved(page, f"[data-of={table}] button[value=svg]", folder)
    root = ElementTree.parse(path).getroot()  # noqa: S314 -- our own picture
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    texts = list(root.iter(f"{SVG}text"))
    for text in texts:
        assert 0 <= float(text.attrib["x"]) <= width
        assert 0 <= float(text.attrib["y"]) <= height
    return re.sub(r"\s", "", "".join(text.text or "" for text in texts))


def test_the_matrix_is_saved_as_svg(page: Any, tmp_path: Path) -> None:
    """Every word that is seen stands in the picture, and nothing that a filter hides."""
    page.select_option("#f-status", "unclear")
    words = drawn(page, "matrix", tmp_path)
    seen = page.evaluate("document.getElementById('matrix').innerText").split()
    assert [word for word in seen if word not in words] == ["checked"]
    assert "?" in words
    assert "c01" not in words


def test_the_key_facts_are_saved_as_svg(opened: Opener, tmp_path: Path) -> None:
    """The facts of an analysed story, with the sign of what differs."""
    texts = {"wire": "31 people died, the coast guard said.", "post": "38 people died."}
    articles = [made.article(name, f"The ferry sank. {text}") for name, text in texts.items()]
    page = opened(story_page(compare.analyse(made.story(*articles))))
    words = drawn(page, "facts-table", tmp_path)
    seen = page.evaluate("document.getElementById('facts-table').innerText").split()
    assert "≠" in words
    assert [word for word in seen if word not in words] == []


def test_a_table_is_saved_as_png(page: Any, tmp_path: Path) -> None:
    """The same picture at twice the size."""
    path = saved(page, "[data-of=matrix] button[value=png]", tmp_path)
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG")
    width = page.evaluate("document.getElementById('matrix').getBoundingClientRect().width")
    assert abs(int.from_bytes(data[16:20], "big") - 2 * width) <= 2


def test_everything_is_there_on_a_phone(
    opened: Opener, comparison: Comparison, tmp_path: Path
) -> None:
    """At 390 pixels a cell is cited and reported, a row checked, the picture shows one source."""
    page = opened(story_page(comparison), width=390, permissions=CLIPBOARD)
    page.select_option("#f-source", "wanbao")
    page.select_option("#f-status", "absent")
    page.check("#c02 .check input")
    page.click("#c02 td:nth-of-type(3) summary")
    page.click("#panel .cite")
    expect(page.locator("#panel-said")).to_have_text("Copied.")
    page.click("#panel .case summary")
    found = document(saved(page, "#case-save", tmp_path), "case")
    assert found["source"]["id"] == "wanbao"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Close").click()
    words = drawn(page, "matrix", tmp_path)
    assert "wanbao" in words
    assert "nanwan" not in words


def printed(page: Any, folder: Path) -> str:
    """The words on the paper."""
    path = folder / "page.pdf"
    page.pdf(path=path, format="A4")
    command = ["pdftotext", "-layout", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    return done.stdout


@pytest.mark.parametrize("script", [True, False])
def test_the_printed_matrix_shows_its_proofs(
    opened: Opener, comparison: Comparison, tmp_path: Path, script: bool
) -> None:
    """What one would click open stands open on paper, all sources with it, on any screen's page."""
    page = opened(story_page(comparison), width=390, java_script_enabled=script)
    words = printed(page, tmp_path)
    matrix = words[words.index("Claims by source") : words.rindex("Sources")]
    for source in comparison.sources:
        assert source.id in matrix
    assert "Nearest" in matrix
    assert "pay" in matrix
    assert "Save as a picture" not in words


def test_many_sources_are_printed_below_one_another(opened: Opener, tmp_path: Path) -> None:
    """A matrix that no paper is wide enough for names each source beside its cell."""
    page = opened(story_page(large_comparison()))
    words = printed(page, tmp_path)
    ids = page.get_attribute("#matrix", "data-sources").split()
    assert all(f"{name}: " in words for name in ids)


def test_the_reader_is_spoken_to_in_the_language_of_the_page(
    opened: Opener, comparison: Comparison
) -> None:
    """Boxes, buttons and citations are Chinese on a Chinese page."""
    with speaking("zh-Hant"):
        page = opened(story_page(comparison), permissions=CLIPBOARD)
    assert page.locator("#c02 .check").text_content().strip() == "已核對"
    page.click("#c03 td:nth-of-type(1) summary")
    page.click("#panel .cite")
    expect(page.locator("#panel-said")).to_have_text("已複製。")
    assert page.evaluate("navigator.clipboard.readText()").startswith("「“no worker")
