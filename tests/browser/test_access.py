"""Every page: axe-core in light and dark, narrow and enlarged, on paper, pictures to look at."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from compare.reports.words import speaking
from tests.browser.conftest import ARTEFACTS, WIDTHS, Opener

pytestmark = pytest.mark.browser

NAMES = ("story", "side", "three", "blocks", "index")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
Pages = dict[str, Callable[[], str]]


def violations(page: Any) -> list[str]:
    """What axe-core finds, one line each."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{v['id']}: {json.dumps([n['html'] for n in v['nodes']][:3])}" for v in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(opened: Opener, pages: Pages, name: str, scheme: str) -> None:
    """No violation of WCAG 2.2 AA nor of good practice, in light and in dark."""
    page = opened(pages[name](), color_scheme=scheme)
    for details in page.locator("details").all():
        details.evaluate("node => { node.open = true; }")
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_dialog(opened: Opener, pages: Pages, scheme: str) -> None:
    """The dialog of a cell has a name, an order and enough contrast, its report too."""
    page = opened(pages["story"](), color_scheme=scheme)
    page.click("#c03 td:nth-of-type(1) summary")
    assert violations(page) == []
    page.click("#panel .case summary")
    page.click("#panel .cite")
    assert violations(page) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_page_fits_its_width(opened: Opener, pages: Pages, name: str, width: int) -> None:
    """At a phone's, a tablet's and a desk's width nothing but tables scrolls sideways."""
    page = opened(pages[name](), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("name", NAMES)
def test_page_fits_when_enlarged(opened: Opener, pages: Pages, name: str) -> None:
    """At 200 % zoom (half the width, text twice as large) nothing is cut off."""
    page = opened(pages[name](), width=640, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_chinese_pages_fit_and_pass_too(opened: Opener, pages: Pages, language: str) -> None:
    """The pages in Chinese fit a phone and have no violation either."""
    with speaking(language):
        page = opened(pages["story"](), width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
    page.screenshot(path=ARTEFACTS / f"story-{language}.png", full_page=True)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_page_prints(opened: Opener, pages: Pages, paper: str, tmp_path: Path) -> None:
    """The story prints on A4 and Letter, several pages, with its matrix whole."""
    page = opened(pages["story"]())
    page.emulate_media(media="print")
    width = {"A4": 718, "Letter": 740}[paper]
    page.set_viewport_size({"width": width, "height": 1000})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    path = ARTEFACTS / f"story-{paper}.pdf"
    page.pdf(path=path, format=paper)
    assert path.read_bytes().startswith(b"%PDF")


def test_colours_that_the_system_forces_keep_the_marks(opened: Opener, pages: Pages) -> None:
    """With forced colours every status is still told by a shape and a word."""
    page = opened(pages["story"](), forced_colors="active")
    shape = (
        page.locator("#c01 td summary")
        .nth(1)
        .evaluate("node => getComputedStyle(node, '::before').content")
    )
    assert "✗" in shape
    assert page.locator("#c01 td summary").nth(1).inner_text() == "conflicts ¶1"


def test_motion_is_reduced_on_request(opened: Opener, pages: Pages) -> None:
    """Scrolling is smooth only for those who did not ask for less motion."""
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert opened(pages["story"]()).evaluate(behaviour) == "auto"
    moving = opened(pages["story"](), reduced_motion="no-preference")
    assert moving.evaluate(behaviour) == "smooth"


def test_html_is_valid(pages: Pages, validator: list[str], tmp_path: Path) -> None:
    """The Nu checker finds no error in any page."""
    for name, make in pages.items():
        (tmp_path / f"{name}.html").write_text(make(), "utf-8")
    files = sorted(map(str, tmp_path.glob("*.html")))
    checked = [*validator, *files]
    done = subprocess.run(checked, check=False, capture_output=True, text=True)  # noqa: S603
    assert (done.stderr, done.returncode, len(files)) == ("", 0, len(NAMES))


@pytest.fixture(scope="session")
def validator() -> list[str]:
    """The command of the Nu checker (`vnu-jar` of npm, fetched once into artefacts/npm)."""
    java, npm = shutil.which("java"), shutil.which("npm")
    jar = ARTEFACTS / "npm" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if java is not None and npm is not None and not jar.exists():
        jar.parents[4].mkdir(parents=True, exist_ok=True)
        fetch = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix"]
        subprocess.run([*fetch, str(jar.parents[4]), "vnu-jar@26"], check=False)  # noqa: S603
    if java is None or not jar.exists():
        pytest.skip("the Nu checker needs java and npm")
    return [java, "-jar", str(jar), "--errors-only"]
