"""Headless Chromium over the pages of the invented story, written to a temporary folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from compare.model import Comparison
from compare.reports.beside import beside
from compare.reports.sides import side_page
from compare.reports.site import site
from compare.reports.story_page import story_page
from tests.reports.conftest import comparison, crowd  # noqa: F401 - fixtures of the same story
from tests.reports.large import large_comparison
from tests.reports.sides import chinese

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ARTEFACTS = Path(__file__).parents[2] / "artefacts"
WIDTHS = (320, 768, 1280)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium for all tests; without one they are skipped."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@dataclass(frozen=True)
class Opener:
    """Opens a page of text in a context of its own; any error in it fails the test."""

    browser: Any
    folder: Path

    def __call__(self, text: str, *, width: int = 1280, **how: Any) -> Any:
        """The page in Chromium, at `width`, reduced motion unless told otherwise."""
        path = self.folder / "page.html"
        path.write_text(text, "utf-8")
        return self.visit(path, width=width, **how)

    def visit(self, path: Path, *, width: int = 1280, **how: Any) -> Any:
        """A file in Chromium."""
        how.setdefault("reduced_motion", "reduce")
        context = self.browser.new_context(viewport={"width": width, "height": 900}, **how)
        page = context.new_page()
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("console", lambda message: page.errors.append(message.text))
        page.on("request", lambda request: page.errors.extend(outside(request.url)))
        page.goto(path.as_uri())
        return page


def outside(url: str) -> list[str]:
    """The address, when it is no file."""
    return [] if url.startswith("file:") else [url]


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    """Opens pages; afterwards none of them may have met an error or left the disk."""
    opener = Opener(browser, tmp_path)
    yield opener
    errors = [error for c in browser.contexts for page in c.pages for error in page.errors]
    for context in browser.contexts:
        context.close()
    assert errors == []


@pytest.fixture
def pages(comparison: Comparison) -> dict[str, Callable[[], str]]:  # noqa: F811
    """Every kind of page by name."""
    from compare.reports.page import blocks_page
    from compare.reports.story import story_blocks

    names = ("nanwan", "wanbao", "harbourwire")
    return {
        "story": lambda: story_page(comparison),
        "side": lambda: side_page(comparison.story, chinese(comparison)),
        "three": lambda: side_page(comparison.story, beside(comparison, names)),
        "blocks": lambda: blocks_page(story_blocks(comparison, quotes=True)),
        "index": lambda: dict(site([comparison]))["index.html"],
    }


@pytest.fixture(scope="session")
def heavy() -> str:
    """The page of twelve sources and 150 claims."""
    return story_page(large_comparison())
