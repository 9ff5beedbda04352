"""Text kept and text left out on sixty layouts of pages; `bench/layouts.py` prints the figures."""

from __future__ import annotations

import pytest

from bench.layouts import by_compare, layouts, score

PAGES = list(layouts())


def test_there_are_sixty_pages_in_two_halves() -> None:
    """Half of the pages were not looked at before they were scored."""
    assert len(PAGES) == 60
    assert sum(page.seen for page in PAGES) == 30


@pytest.mark.parametrize("seen", [True, False])
def test_recall_and_precision_hold(seen: bool) -> None:
    """Of the words of an article .98 are kept, and of what is kept .98 are the article's."""
    scores = [score(by_compare(page), page.text) for page in PAGES if page.seen is seen]
    assert sum(recall for recall, _ in scores) / len(scores) >= 0.98
    assert sum(precision for _, precision in scores) / len(scores) >= 0.98
