"""Sheets and keys in Chromium: axe-core, width, and a page that marks itself without a network."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from compare.exercises import Exercise, Request, formats, make
from compare.reports.words import speaking
from tests.browser.conftest import ARTEFACTS, WIDTHS, Opener
from tests.exercises.frozen import stored

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def made() -> Exercise:
    """A sheet of all kinds in Chinese."""
    with speaking("zh-Hans"):
        return make(stored("han-blinken"), Request())


@pytest.mark.parametrize("name", ["sheet", "marking", "key", "large"])
def test_axe_finds_nothing(opened: Opener, made: Exercise, name: str) -> None:
    """No violation of WCAG 2.2 AA nor of good practice in any form of sheet or key."""
    with speaking("zh-Hans"):
        large = make(stored("oslo-talks"), Request(large=True))
        forms = {
            "sheet": lambda: formats.sheet(made, "html"),
            "marking": lambda: formats.sheet(made, "html", self_marking=True),
            "key": lambda: formats.key(made, "html"),
            "large": lambda: formats.sheet(large, "html"),
        }
        page = opened(forms[name]().decode())
    found = Axe().run(page, options=RULES).response["violations"]
    assert [f"{v['id']}: {[n['html'] for n in v['nodes']][:3]}" for v in found] == []
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"exercise-{name}.png", full_page=True)


@pytest.mark.parametrize("width", WIDTHS)
def test_sheet_fits_its_width(opened: Opener, made: Exercise, width: int) -> None:
    """At a phone's, a tablet's and a desk's width nothing but tables scrolls sideways."""
    page = opened(formats.sheet(made, "html", self_marking=True).decode(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_page_marks_itself_offline(opened: Opener, made: Exercise) -> None:
    """Right letters count, a wrong one and an empty one are told apart, and it starts anew."""
    with speaking("zh-Hans"):
        page = opened(formats.sheet(made, "html", self_marking=True).decode())
    scored = [answer for answer in made.key.answers if answer.scored]
    for answer in scored[2:]:
        page.select_option(f'select[name="{answer.id}"]', answer.accepted[0])
    wrong = next(letter for letter in scored[0].letters if letter not in scored[0].accepted)
    page.select_option(f'select[name="{scored[0].id}"]', wrong)
    page.click("#check")
    assert page.inner_text("#score") == f"{len(scored)} 题中答对 {len(scored) - 2} 题。"
    assert page.inner_text(f'output[data-for="{scored[0].id}"]') == "还不对"
    assert page.inner_text(f'output[data-for="{scored[1].id}"]') == "未作答"
    page.click("#clear")
    assert page.inner_text("#score") == ""
