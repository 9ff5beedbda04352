"""No stage takes time or memory that grows faster than n log n in a text, n·m in a pair of them.

Every stage meets every shape at n, 2n and 4n characters. Processor time is measured and not the
clock, the best of several runs, and no sweep of the garbage collector, whose work grows with what
the other tests keep, so that a busy machine changes nothing. What is fast at 4n is right without
further ado, since a short time is mostly noise; what is not must go on growing like that to 16n,
since a method that starts at some length makes one step and no square.
"""

from __future__ import annotations

import gc
import time
import tracemalloc
from contextlib import suppress

import pytest

from compare import pipeline
from compare.errors import CompareError
from compare.model import Article, Story
from compare.options import Options
from tests.fuzz.shapes import SHAPES
from tests.fuzz.stages import MATCHING, OPTIONS, STAGES, Stage
from tests.made import DAY, article

FAST = 0.3  # seconds of processor time that need no second look
LINEAR = 8  # times as long for four times as much: n log n gives 5, a square 16
SQUARE = 30  # of a pair, whose product grows 16 times
USUAL = (4000, 16_000)
PAIRS = (500, 2000)


def spent(stage: Stage, text: str) -> float:
    """Seconds of processor time; an error on purpose is an answer too."""
    gc.disable()
    began = time.process_time()
    try:
        with suppress(CompareError):
            stage(text)
        return time.process_time() - began
    finally:
        gc.enable()


def complaint(name: str, shape: str) -> str | None:
    """How a stage grows with a shape when that is too fast, else None."""
    stage, make = STAGES[name], SHAPES[shape]
    small, large = PAIRS if name in MATCHING else USUAL
    most = SQUARE if name in MATCHING else LINEAR
    slow = spent(stage, make(large))
    if slow < FAST:
        return None
    gc.collect()
    slow = min(slow, *(spent(stage, make(large)) for _ in range(2)))
    quick = min(spent(stage, make(small)) for _ in range(3))
    if slow < FAST or slow <= most * quick:
        return None
    if name not in MATCHING and spent(stage, make(4 * large)) <= most * slow:
        return None
    return f"{name}, {shape}: {quick:.3f} s at {small}, {slow:.2f} s at {large} characters"


@pytest.fixture(autouse=True)
def warm() -> None:
    """Lists and models are loaded before anything is measured."""
    for name in ("text", "page", "all names", "links"):
        spent(STAGES[name], "Foreign minister Ann Lee said so. 外长说会谈结束。")


@pytest.mark.slow
@pytest.mark.parametrize("name", STAGES)
def test_no_stage_grows_with_the_square(name: str) -> None:
    """No shape makes any stage slow out of proportion."""
    found = [words for shape in SHAPES if (words := complaint(name, shape))]
    assert found == []


FEW = {
    "text": ("digits", "bold never closed", "stops", "tags never ended"),
    "markdown": ("bold never closed", "pictures never closed", "comments never closed"),
    "page": ("articles", "long tags never ended", "figures never closed", "digits of an entity"),
    "front matter": ("aliases", "flows", "keys"),
    "document": ("initials", "quotations never closed", "Han digits", "capitals"),
    "speech": ("cues", "he said in Chinese", "capitals"),
}


@pytest.mark.parametrize("name", FEW)
def test_the_worst_shapes_of_a_stage_do_not_grow_with_the_square(name: str) -> None:
    """A few shapes that once took minutes, by default."""
    assert [words for shape in FEW[name] if (words := complaint(name, shape))] == []


def _long(name: str, count: int) -> Article:
    """An article of many paragraphs that differ in a word and a number."""
    words = ("port", "mill", "farm", "bank", "road", "ship", "mine", "dam")
    told = "The {0} in the {1} was sold for {2} dollars on Monday, and {3} workers will stay."
    texts = (
        told.format(words[n % 8], words[n // 8 % 8], n * 7 + len(name), n % 90 + 2)
        for n in range(count)
    )
    return article(name, *texts, title="Sold")


def _peak(count: int) -> int:
    story = Story("made", "Made", DAY, DAY, (_long("a", count), _long("bb", count)))
    gc.collect()
    tracemalloc.start()
    try:
        pipeline.analyse(story, OPTIONS)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_memory_of_a_pair_grows_with_its_product() -> None:
    """Twice the paragraphs on both sides take four times the memory, with room for noise."""
    _peak(20)
    small, large = _peak(50), _peak(100)
    assert large < 6 * small


def test_a_pair_is_compared_up_to_a_stated_length() -> None:
    """Beyond `max_units` an article is cut at a sentence, and said to be."""
    options = Options(use_cache=False, max_units=10)
    story = Story("made", "Made", DAY, DAY, (_long("a", 12), _long("bb", 3)))
    comparison = pipeline.analyse(story, options)
    assert [a.id for a in pipeline.shortened(comparison, options)] == ["a"]
    ends = [e.end for c in comparison.claims for e in c.cells["a"].evidence]
    assert max(ends) < len(story.articles[0].text) / 2
