"""A text that ends in a long run of one mark, or opens thousands of quotations, keeps the program
busy with the square of its length (found by random damage to our own inputs).
"""

from __future__ import annotations

from pathlib import Path

import pytest

import compare
from compare.model import Article, Quotation
from compare.reading.base.sentences import quotations, sentences
from compare.sources import read
from tests.kinds.bounded import within

pytestmark = pytest.mark.slow

SAID = "The harbour master said on Friday that both cranes would be repaired by June."
SAID_ZH = "港务局长周五表示，两台起重机将在六月以前修好。"
RUNS = {
    "stops": SAID + "\n\n" + "." * 60_000 + "x",
    "stops apart": SAID + "\n\n" + ". " * 30_000 + "x",
    "Chinese stops": SAID_ZH + "\n\n" + "。" * 60_000 + "完",
    "marks in turn": SAID + "\n\n" + "?!" * 30_000 + "x",
    "dots of an ellipsis": SAID + "\n\n" + "…" * 60_000 + "x",
    "closing marks": SAID + "\n\n" + "a." + "”" * 40_000 + "x",
    "opening marks": SAID + "\n\n" + "“" * 10_000 + "x",
    "corner marks": SAID_ZH + "\n\n" + "「『" * 8_000 + "完",
    "opening marks and words": SAID + "\n\n" + "“so " * 8_000,
    "German marks": SAID + "\n\n" + "„so " * 8_000,
    "quotations begun by speakers": SAID_ZH + "\n\n" + "他说：“" * 6_000,
    "digits": SAID + "\n\n" + "7" * 60_000,
    "Han digits": SAID_ZH + "\n\n" + "一" * 30_000,
    "initials": SAID + "\n\n" + "A. B. C. " * 4_000,
    "initials closed up": SAID + "\n\n" + "A.B.C." * 5_000,
    "titles": SAID + "\n\n" + "Mr. " * 8_000,
    "capitals": SAID + "\n\n" + "A" * 40_000,
    "words in capitals": SAID + "\n\n" + "TALKS END " * 4_000,
    "cues": SAID + "\n\n" + "he said that " * 3_000,
    "Chinese cues": SAID_ZH + "\n\n" + "他说，" * 8_000,
    "brackets": SAID + "\n\n" + "(see " * 8_000,
    "dashes": SAID + "\n\n" + "—" * 40_000 + "x",
}


@pytest.mark.parametrize("run", RUNS)
def test_a_long_run_takes_no_square_of_time(tmp_path: Path, run: str) -> None:
    """Some ten thousand marks are read, with names and speakers, in seconds."""
    path = tmp_path / "a.txt"
    path.write_text("Cranes\n\n" + RUNS[run], "utf-8")
    compare.document(read_short(tmp_path))
    with within(6):
        (article,) = read(path)
        compare.document(article)
        compare.attributions(article)
        compare.mentions(article)
    assert article.text.startswith((SAID, SAID_ZH))


def read_short(folder: Path) -> Article:
    """An ordinary article, so that loading words and names is not on the clock."""
    path = folder / "short.txt"
    path.write_text(f"Cranes\n\n{SAID}\n\n{SAID_ZH}", "utf-8")
    return read(path)[0]


@pytest.mark.parametrize("end", ["…", "...", "……", "(…)", "[...]", "[+1234 chars]"])
def test_an_ellipsis_at_the_end_still_means_cut_short(tmp_path: Path, end: str) -> None:
    """A short run of stops says what it always did."""
    path = tmp_path / "a.txt"
    path.write_text(
        f"Cranes\n\n{SAID}\n\nThe owners of three ferries asked for a date and {end}", "utf-8"
    )
    assert read(path)[0].incomplete == "truncated"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “a ‘b’ c” and left.", [(8, 17, 0, True), (11, 14, 1, True)]),
        ("他说“好「的」”，走了。", [(2, 8, 0, True), (4, 7, 1, True)]),
        ("“One never closed", [(0, 17, 0, False)]),
        ("“One “two” three", [(0, 16, 0, False), (5, 10, 1, True)]),
        ("“a 「b 「c ‘d 'e", [(0, 14, 0, False), (3, 14, 1, False), (6, 14, 2, False)]),
    ],
)
def test_a_few_quotations_are_told_apart_as_ever(
    text: str, found: list[tuple[int, int, int, bool]]
) -> None:
    """Depth, ends and open ones stay what they were."""
    assert quotations(text) == [Quotation(a, b, d, closed=c) for a, b, d, c in found]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. envoy A. B. Carter met Mr. Li. He left.", 2),
        ("It stopped... Then it ran.", 2),
        ("He asked why?! Nobody knew.", 2),
    ],
)
def test_sentences_are_cut_as_ever(text: str, count: int) -> None:
    """Initials and titles end no sentence, a short run of marks ends one."""
    assert len(sentences(text, "en")) == count
