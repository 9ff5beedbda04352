"""The story page in Chromium: cells, filters, orders, keyboard, no script, size."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from compare.model import Comparison
from compare.reports.site import site
from compare.reports.story_page import story_page
from compare.reports.words import speaking
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser


def shown(page: Any) -> list[str]:
    """Ids of the claims that are visible, in order."""
    found: list[str] = page.eval_on_selector_all(
        "#matrix tbody tr", "rows => rows.filter(row => !row.hidden).map(row => row.id)"
    )
    return found


@pytest.fixture
def page(opened: Opener, comparison: Comparison) -> Any:
    """The page of the invented story."""
    return opened(story_page(comparison))


def test_cell_opens_its_evidence_in_context(page: Any) -> None:
    """A click opens a dialog with claim, attribution, and the sentence marked in its paragraph."""
    page.click("#c03 td:nth-of-type(1) summary")
    panel = page.locator("#panel")
    assert panel.is_visible()
    assert panel.locator("h2").text_content() == "c03 · harbourwire · included ¶2"
    assert "Ana Duarte, quoted (told)" in panel.text_content()
    assert "similarity 0.930" in panel.text_content()
    assert panel.locator("mark").text_content() == "“no worker will lose a day’s pay”"
    assert panel.locator(".now").text_content().startswith("¶2 Minister Ana Duarte told")
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("document.activeElement.closest('tr').id") == "c03"


def test_absent_cell_shows_its_nearest_sentence(page: Any) -> None:
    """An absent cell opens with its reason and the nearest sentence in context."""
    page.click("#c02 td:nth-of-type(3) summary")
    panel = page.locator("#panel")
    assert "perhaps because its text is cut short" in panel.text_content()
    assert panel.locator("mark").text_content() == "工會表示，若談判破裂，不排除再次罷工。"
    panel.get_by_role("button", name="Close").click()
    page.click("#c03 td:nth-of-type(4) summary")
    assert "No sentence comes near." in panel.text_content()
    assert panel.locator("#panel-text").text_content() == ""


def test_sentence_of_a_cell_leads_to_the_text(page: Any) -> None:
    """The link in the dialog closes it and goes to the marked place in the full text."""
    page.click("#c03 td:nth-of-type(1) summary")
    page.click("#panel-body a[href*='harbourwire.']")
    assert not page.locator("#panel").is_visible()
    target = page.locator("span:target")
    assert target.text_content() == "“no worker will lose a day’s pay”"
    assert target.evaluate("node => node.getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, ["c01", "c02", "c03", "c04", "c05"]),
        ({"#f-origin": "readout"}, ["c01", "c02"]),
        ({"#f-source": "wanbao"}, ["c01", "c03", "c05"]),
        ({"#f-status": "unclear"}, ["c02"]),
        ({"#f-source": "nanwan", "#f-status": "absent"}, ["c03", "c05"]),
        ({"#f-differs": True}, ["c01", "c04"]),
        ({"#f-only": True}, ["c05"]),
        ({"#f-only": True, "#f-source": "wanbao"}, ["c05"]),
        ({"#f-source": "wanbao", "#f-order": "text"}, ["c01", "c03", "c05"]),
        ({"#f-source": "nanwan", "#f-order": "text"}, ["c01", "c02", "c04"]),
        ({"#f-order": "emphasis"}, ["c01", "c02", "c03", "c04", "c05"]),
    ],
)
def test_filters_and_orders(page: Any, choices: dict[str, Any], expected: list[str]) -> None:
    """Each filter and order, alone and with a source, shows the right claims and counts them."""
    for selector, value in choices.items():
        if value is True:
            page.check(selector)
        else:
            page.select_option(selector, value)
    assert shown(page) == expected
    assert page.locator("#f-count").text_content() == f"{len(expected)} of 5 claims"
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("#f-count")).to_have_text("5 of 5 claims")


def test_keyboard_alone_is_enough(page: Any) -> None:
    """Tab reaches the skip link first; arrows walk the matrix past hidden rows; Enter opens."""
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.select_option("#f-source", "wanbao")
    page.focus("#c01 td:nth-of-type(1) summary")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    place = (
        "[document.activeElement.closest('tr').id, document.activeElement.closest('td').cellIndex]"
    )
    assert page.evaluate(place) == ["c03", 2]
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(place) == ["c01", 1]


def test_headers_stay_in_sight(opened: Opener, heavy: str) -> None:
    """However far the matrix is scrolled, sources stay above and claims stay at the left."""
    page = opened(heavy)
    place = """() => {
        const box = document.querySelector('#claims .scroll');
        box.scrollIntoView();
        box.scrollTo(400, 3000);
        const { top, left } = box.getBoundingClientRect();
        const head = box.querySelector('thead th:last-child').getBoundingClientRect();
        const row = box.querySelector('#c60 th').getBoundingClientRect();
        return [Math.round(head.top - top), Math.round(row.left - left)];
    }"""
    above, beside = page.evaluate(place)
    assert above <= 2
    assert beside <= 2


def test_complete_without_script(opened: Opener, comparison: Comparison) -> None:
    """Without JavaScript cells open in place, links mark their sentence, filters are not shown."""
    page = opened(story_page(comparison), java_script_enabled=False)
    assert not page.locator("#filters").is_visible()
    cell = page.locator("#c03 td").nth(0)
    cell.locator("summary").click()
    assert cell.locator("a").is_visible()
    assert "Ana Duarte, quoted (told)" in cell.inner_text()
    cell.locator("a").click()
    assert page.locator("span:target").text_content() == "“no worker will lose a day’s pay”"


def test_first_interaction_of_a_large_page_is_quick(opened: Opener, heavy: str) -> None:
    """Twelve sources and 150 claims: loaded, a cell opened and a filter applied within a second."""
    page = opened(heavy)
    loaded = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
    assert page.evaluate(loaded) < 1000
    taken = """act => {
        const begun = performance.now();
        act();
        document.body.getBoundingClientRect();
        return performance.now() - begun;
    }"""
    click = "() => document.querySelector('#c01 td summary').click()"
    assert page.evaluate(f"() => ({taken})({click})") < 1000
    assert page.locator("#panel").is_visible()
    page.keyboard.press("Escape")
    choose = """() => {
        const status = document.querySelector('#f-status');
        status.value = 'conflicts';
        status.dispatchEvent(new Event('input', { bubbles: true }));
    }"""
    assert page.evaluate(f"() => ({taken})({choose})") < 1000
    assert page.locator("#f-count").text_content() == "150 of 150 claims"


def test_markup_of_articles_never_runs(opened: Opener, comparison: Comparison) -> None:
    """A script in a title stays text, and one put into the page is stopped by the policy."""
    from dataclasses import replace

    evil = "<script>document.title = 'owned'</script><b onclick=alert(1)>"
    story = replace(comparison.story, title=evil)
    page = opened(story_page(replace(comparison, story=story)))
    assert page.locator("h1").text_content() == evil
    assert page.title() == evil
    page.evaluate(
        "() => { const s = document.createElement('script');"
        " s.textContent = 'window.owned = 1'; document.body.append(s); }"
    )
    assert page.evaluate("window.owned") is None
    assert any("Content Security Policy" in error for error in page.errors)
    page.errors.clear()


def test_folder_is_browsed_from_disk(
    opened: Opener, comparison: Comparison, tmp_path: Path
) -> None:
    """From the index to a story, to two of its sources side by side, and back by the path."""
    for name, text in site([comparison]):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    page = opened.visit(tmp_path / "site" / "index.html")
    page.click("table a")
    assert page.locator("h1").text_content() == comparison.story.title
    page.get_by_role("link", name="harbourwire / nanwan", exact=True).click()
    assert page.locator("h1").text_content() == "Side by side: harbourwire · nanwan"
    page.click("header nav a:nth-of-type(2)")
    page.click("header nav a:nth-of-type(1)")
    assert page.locator("h1").text_content() == "Stories"


def test_right_to_left_text_runs_so(opened: Opener, comparison: Comparison) -> None:
    """A Hebrew paragraph with combining marks is laid out from the right, its quote marked."""
    from dataclasses import replace

    from compare.model import Paragraph
    from compare.reading.document import document

    text = "הַנָּמֵל נִפְתַּח מֵחָדָשׁ אַחֲרֵי הַשְּׁבִיתָה, אמר הדובר."
    first = comparison.sources[0]
    article = replace(first.article, text=text, paragraphs=(Paragraph(0, len(text), "he"),))
    claims = tuple(
        replace(
            c,
            cells={
                **c.cells,
                "harbourwire": replace(c.cells["digest"], status="absent", evidence=()),
            },
        )
        for c in comparison.claims
    )
    sources = (replace(first, document=document(article)), *comparison.sources[1:])
    page = opened(story_page(replace(comparison, sources=sources, claims=claims, discrepancies=())))
    direction = page.locator("#harbourwire-p1").evaluate("p => getComputedStyle(p).direction")
    assert direction == "rtl"


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "4 of 5 claims"), ("zh-Hans", "5 条说法中的 4 条")]
)
def test_script_speaks_the_language_of_the_page(
    opened: Opener, comparison: Comparison, language: str, expected: str
) -> None:
    """What the script writes is in the page's language too."""
    with speaking(language):
        page = opened(story_page(comparison))
    page.select_option("#f-source", "harbourwire")
    page.select_option("#f-status", "")
    assert page.locator("html").get_attribute("lang") == language
    page.select_option("#f-source", "")
    page.select_option("#f-status", "absent")
    assert page.locator("#f-count").text_content() == expected


def test_text_is_searched_in_rows_and_proofs(page: Any) -> None:
    """A word of a claim, or of a sentence that proves it, in any width or case, keeps its row."""
    page.fill("#f-text", "DOCKERS")
    assert shown(page) == ["c04"]
    page.fill("#f-text", "一千二百")
    assert shown(page) == ["c04"]
    page.fill("#f-text", "zebra")
    assert shown(page) == []


def test_address_keeps_the_filters(opened: Opener, comparison: Comparison) -> None:
    """A filter is written into the address; opening that shows the same rows, and a claim that they
    would hide is shown all the same, until another choice hides it.
    """
    page = opened(story_page(comparison))
    page.select_option("#f-source", "nanwan")
    page.select_option("#f-status", "absent")
    assert page.evaluate("location.hash") == "#claims?source=nanwan&status=absent"
    again = page.url.split("#")[0]
    page.goto("about:blank")
    page.goto(f"{again}#c03?source=nanwan&status=absent")
    assert shown(page) == ["c03", "c05"]
    assert page.input_value("#f-source") == "nanwan"
    page.goto("about:blank")
    page.goto(f"{again}#c01?source=nanwan&status=absent")
    expect(page.locator("#c01")).to_be_in_viewport()
    page.select_option("#f-source", "nanwan")
    page.select_option("#f-status", "absent")
    assert page.evaluate("location.hash") == "#claims?source=nanwan&status=absent"


@pytest.mark.parametrize("width", [1280, 768])
def test_permalink_lands_below_the_header(opened: Opener, heavy: str, width: int) -> None:
    """The head of the table does not cover the claim that an address names."""
    page = opened(heavy, width=width)
    page.goto(f"{page.url}#c60")
    page.wait_for_function("document.getElementById('c60').getBoundingClientRect().top >= 0")
    head = page.evaluate("document.querySelector('#matrix thead').getBoundingClientRect().bottom")
    assert page.evaluate("document.getElementById('c60').getBoundingClientRect().top") >= head - 1


def test_the_matrix_of_few_sources_has_no_scroller(page: Any) -> None:
    """On a wide screen the page alone scrolls, and the head of the matrix stays in sight."""
    assert page.evaluate("getComputedStyle(matrix.parentElement).overflowY") == "visible"


def test_a_phone_shows_one_source(opened: Opener, comparison: Comparison) -> None:
    """At 390 columns of pixels the claim and one source stand there; another one is chosen."""
    page = opened(story_page(comparison), width=390)
    heads = """[...document.querySelectorAll('#matrix thead th')]
        .filter(head => !head.hidden).map(head => head.textContent)"""
    assert page.evaluate(heads) == ["claim", "harbourwire"]
    page.select_option("#f-source", "wanbao")
    assert page.evaluate(heads) == ["claim", "wanbao"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_more_differences_are_one_step_away(opened: Opener, comparison: Comparison) -> None:
    """Five stand open; an address of another opens the rest."""
    first = comparison.discrepancies[0]
    many = tuple(replace(first, id=f"d{n:02d}") for n in range(1, 9))
    page = opened(story_page(replace(comparison, discrepancies=many)))
    visible = "[...document.querySelectorAll('.finding')].filter(f => f.checkVisibility()).length"
    assert page.evaluate(visible) == 5
    assert page.locator(".more > summary").text_content() == "3 more"
    page.goto(f"{page.url}#d07")
    expect(page.locator("#d07")).to_be_visible()
