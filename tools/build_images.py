"""Makes the pictures of docs/images from the program's own pages about the seeds.

    python tools/build_images.py [FOLDER]     makes them (needs playwright and Debian's chromium)
    python tools/build_images.py --check      names those whose page has changed, and exits with 1

In: the pages that the program writes about the seeds. Out: `docs/images/*.png` and `SOURCES.txt`,
which holds the command and the SHA-256 of the page behind each picture. Fonts and releases of
Chromium draw one page differently, so that the check compares pages and not pixels.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from build_docs import printed

IMAGES = Path(__file__).parents[1] / "docs" / "images"
SOURCES = "SOURCES.txt"
WIDTH, HEIGHT = 1180, 900
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
HEAD = "Made by tools/build_images.py: picture, SHA-256 of its page, command of the page.\n"


@dataclass(frozen=True)
class Picture:
    """A part of a page: the element at its top, and one to click on before it is taken."""

    name: str
    command: str
    top: str
    click: str | None = None


STORY = "story blinken-han --format html"
PICTURES = (
    Picture("story.png", STORY, "#claims"),
    Picture("cell.png", STORY, "#claims", "#matrix td.conflicts summary"),
    Picture("side.png", "diff blinken-han epochtimes rfi --format html", ".sbs .left_only"),
)
# what stands above the element under a head that stays in view belongs to the rows before it
SCROLL = """selector => {
    document.querySelector(selector).scrollIntoView({behavior: "instant"});
    const head = document.querySelector(".sbs .heads");
    const hidden = head ? head.getBoundingClientRect().bottom : 0;
    scrollBy({top: -hidden, behavior: "instant"});
}"""


@cache
def page(command: str) -> str:
    """The page that a command writes about the seeds."""
    return printed(*command.split())


def sources() -> str:
    """`SOURCES.txt` for the pages as they are now."""
    lines = [f"{p.name} {_hash(page(p.command))} compare {p.command}\n" for p in PICTURES]
    return "".join([HEAD, "\n", *lines])


def _hash(text: str) -> str:
    """Of a page without its foot, which names the options in force and is in no picture."""
    shown = re.sub("<footer>.*?</footer>", "", text, flags=re.DOTALL)
    return hashlib.sha256(shown.encode()).hexdigest()


def stale() -> Iterator[str]:
    """Names of pictures that are missing, or whose page has changed."""
    file = IMAGES / SOURCES
    noted = file.read_text("utf-8").splitlines() if file.exists() else []
    for picture, line in zip(PICTURES, sources().splitlines()[2:], strict=True):
        if line not in noted or not (IMAGES / picture.name).exists():
            yield picture.name


def take(folder: Path) -> None:
    """Writes every picture, and what they are made from, to `folder`."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright, TemporaryDirectory() as pages:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for picture in PICTURES:
            file = Path(pages) / "page.html"
            file.write_text(page(picture.command), "utf-8")
            size = {"width": WIDTH, "height": HEIGHT}
            shown = browser.new_page(viewport=size, reduced_motion="reduce")
            shown.goto(file.as_uri())
            _take(shown, picture, folder / picture.name)
        browser.close()
    (folder / SOURCES).write_text(sources(), "utf-8")


def _take(shown: Any, picture: Picture, file: Path) -> None:
    shown.evaluate(SCROLL, picture.top)
    if picture.click:
        shown.click(picture.click)
    shown.screenshot(path=file)
    print(f"{file.name}: written")


def main(arguments: list[str]) -> int:
    """Takes the pictures, or with --check names those that are not current."""
    if "--check" not in arguments:
        take(Path(arguments[0]) if arguments else IMAGES)
        return 0
    found = list(stale())
    for name in found:
        print(f"{name}: not of the current page; run tools/build_images.py")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
