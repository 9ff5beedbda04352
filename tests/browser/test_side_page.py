"""The side-by-side page in Chromium: level, linked, marked, on a phone."""

from __future__ import annotations

from typing import Any

import pytest

from compare.model import Comparison
from compare.reports.sides import side_page
from tests.browser.conftest import Opener
from tests.reports.sides import chinese, english

pytestmark = pytest.mark.browser


@pytest.fixture
def page(opened: Opener, comparison: Comparison) -> Any:
    """Two sources of one language."""
    return opened(side_page(comparison.story, chinese(comparison)))


def test_aligned_paragraphs_stand_level(page: Any) -> None:
    """The two paragraphs of a row begin at one height, so one scroll moves both."""
    tops = page.eval_on_selector_all(
        ".moved .side > p:not(.stub)",
        "ps => ps.map(p => Math.round(p.getBoundingClientRect().top))",
    )
    assert len(set(tops)) == 1
    assert len(tops) == 2


def test_sentence_leads_to_its_like(page: Any) -> None:
    """A click on a linked sentence moves the focus to the other side, and pointing shows it."""
    link = page.locator("#nanwan-p1 a:not(.number)")
    link.hover()
    assert page.locator("#wanbao-p2 a.near").count() == 1
    link.click()
    focused = "document.activeElement.closest('p').id"
    assert page.evaluate(focused) == "wanbao-p2"
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "nanwan-p1"


def test_moved_paragraph_is_linked_to_its_place(page: Any) -> None:
    """A moved paragraph says what it follows in its own text and leads there, and back."""
    stubs = page.locator(".stub a")
    assert stubs.all_text_contents() == [
        "moved: comes after ¶1 in its own text",
        "¶2 follows here in this text; it was moved",
    ]
    stubs.nth(0).click()
    assert page.evaluate("location.hash") == "#wanbao-p1"


def test_words_that_differ_are_marked(opened: Opener, comparison: Comparison) -> None:
    """Within one language only the differing words are struck out or underlined."""
    page = opened(side_page(comparison.story, english(comparison)))
    assert page.locator(".both del").all_text_contents() == ["Monday"]
    assert page.locator(".both ins").all_text_contents() == ["Tuesday"]


def test_rows_keep_their_roles_on_a_phone(opened: Opener, comparison: Comparison) -> None:
    """On a phone columns stand below each other, named, and nothing scrolls sideways."""
    page = opened(side_page(comparison.story, chinese(comparison)), width=320)
    assert page.get_by_role("cell").first.is_visible()
    assert page.locator(".side .name").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
