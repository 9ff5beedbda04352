"""How much of an article is kept, and how much else, on sixty layouts of pages.

    python bench/layouts.py [seen|blind|all] [-v]

`tests/cases/layouts` holds the pages, written in the manner of as many content systems, and
`stories.toml` the reports in them. In a page `[[2]]` is the second paragraph of its report,
`[[title]]` its title, and what stands between `[[+` and `+]]` is text as well. Those make the text
that is expected; captions, bylines, dates, credits and the title are none of it. Pages of odd
numbers were looked at while the rules were made (`seen`), those of even numbers (`blind`) not
before they were scored; `docs/reliability.md` has the figures of that moment.

Recall and precision are by words, in Chinese and Japanese by characters, as bags: of a page the
share of its words that was found, and the share of what was found that is its text. The figure of
a set is the mean over its pages, with the lowest beside it. Three readers are compared in one run:
`compare`, `trafilatura` alone with its defaults, and `newspaper4k` (extra `bench`), of the last two
without a first line that is the title.
"""

from __future__ import annotations

import html
import re
import sys
import tempfile
import tomllib
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.errors import CompareError
from compare.sources import read

FOLDER = Path(__file__).parents[1] / "tests/cases/layouts"
_SLOT = re.compile(r"\[\[(?:(\d+|title)|\+(.*?)\+)\]\]", re.DOTALL)
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """A page: its name, its language, what a browser would get, and the text expected."""

    name: str
    language: str
    title: str
    page: str
    text: str

    @property
    def seen(self) -> bool:
        """Whether it was looked at while the rules were made."""
        return int(self.name[:2]) % 2 == 1


def layouts() -> Iterator[Layout]:
    """All layouts by name."""
    stories = tomllib.loads((FOLDER / "stories.toml").read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.html")):
        head, page = path.read_text(encoding="utf-8").split("\n", 1)
        key = head.strip("<!-> ")
        yield _filled(path.stem, key, stories[key], page)


def _filled(name: str, key: str, story: dict[str, Any], page: str) -> Layout:
    title, paragraphs = str(story["title"]), story["paragraphs"]
    expected: list[str] = []

    def fill(match: re.Match[str]) -> str:
        if match[1] == "title":
            return html.escape(title, quote=False)
        if match[1]:
            expected.append(paragraphs[int(match[1]) - 1])
            return html.escape(expected[-1], quote=False)
        expected.append(html.unescape(re.sub(r"<[^>]*>", "", match[2])))
        return match[2]

    language = re.sub(r"short_|\d", "", key)
    return Layout(name, language, title, _SLOT.sub(fill, page), "\n\n".join(expected))


def by_compare(layout: Layout) -> str:
    """The text of the article as `compare` reads a saved page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(layout.page, encoding="utf-8")
        try:
            return "\n\n".join(article.text for article in read(path))
        except CompareError:
            return ""


def by_trafilatura(layout: Layout) -> str:
    """Its defaults but without comments."""
    import trafilatura

    return _untitled(trafilatura.extract(layout.page, include_comments=False) or "", layout)


def by_newspaper(layout: Layout) -> str:
    """newspaper4k, told the language."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import newspaper

        language = {"hans": "zh", "hant": "zh"}.get(layout.language, layout.language)
        try:
            article = newspaper.Article("https://outlet.example/a", language=language)
            article.download(input_html=layout.page)
        except ImportError:  # its words of Chinese and Japanese are packages of their own
            article = newspaper.Article("https://outlet.example/a")
            article.download(input_html=layout.page)
        article.parse()
    return _untitled(article.text or "", layout)


READERS: dict[str, Callable[[Layout], str]] = {
    "compare": by_compare,
    "trafilatura": by_trafilatura,
    "newspaper4k": by_newspaper,
}


def score(found: str, expected: str) -> tuple[float, float]:
    """Recall and precision of words; an empty answer has no precision to lose but no recall."""
    got, wanted = Counter(_WORD.findall(found)), Counter(_WORD.findall(expected))
    common = sum((got & wanted).values())
    return common / max(1, wanted.total()), common / got.total() if got else 0.0


def _untitled(text: str, layout: Layout) -> str:
    return text.strip().removeprefix(layout.title)


def main() -> None:
    """Prints a line a reader and set, with -v one a page of `compare` that is not whole."""
    which = next((a for a in sys.argv[1:] if not a.startswith("-")), "all")
    chosen = list(layouts())
    sets = {"seen": [p for p in chosen if p.seen], "blind": [p for p in chosen if not p.seen]}
    for name, pages in sets.items():
        if which not in (name, "all"):
            continue
        for reader, reads in READERS.items():
            try:
                scores = {page.name: score(reads(page), page.text) for page in pages}
            except ImportError:
                print(f"{name:<6}{reader:<12} not installed")
                continue
            recall, precision = zip(*scores.values(), strict=True)
            print(
                f"{name:<6}{reader:<12}pages={len(pages)} recall={sum(recall) / len(pages):.3f} "
                f"precision={sum(precision) / len(pages):.3f} lowest={min(recall):.2f}/"
                f"{min(precision):.2f} whole={sum(min(s) >= 0.995 for s in scores.values())}"
            )
            if reader == "compare" and "-v" in sys.argv:
                for page, (r, p) in scores.items():
                    if min(r, p) < 0.995:
                        print(f"        {page} recall={r:.3f} precision={p:.3f}")


if __name__ == "__main__":
    main()
