"""A folder of pages that can be browsed from disk: the list, the stories, the side-by-side pages.

In: comparisons. Out: relative path -> text, in a fixed order; `cli` writes the files. Every page
stands alone and links to the others by relative paths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from compare.model import Comparison, MadeBy, SetAside, Source
from compare.reports.beside import beside
from compare.reports.blocks import ORIGINAL
from compare.reports.marking import fit
from compare.reports.page import Step, page
from compare.reports.persons import of_comparison
from compare.reports.sides import side_page
from compare.reports.story_page import story_page
from compare.reports.words import say

EVERY_PAIR_UP_TO = 6


def site(
    comparisons: Sequence[Comparison],
    set_aside: Sequence[SetAside] = (),
    script: str = ORIGINAL,
    made_by: MadeBy = MadeBy(),
) -> Iterator[tuple[str, str]]:
    """Path and text of every file, the index first."""
    folders = _folders(comparisons)
    listed = list(zip(comparisons, folders, strict=True))
    named = frozenset[str]().union(*map(of_comparison, comparisons))
    shown = partial(page, script=script, made_by=made_by, persons=named)
    yield "index.html", shown("index.html.j2", listed=listed, aside=set_aside, path=())
    home = Step("../index.html", say("stories"))
    for comparison, folder in listed:
        pairs = list(source_pairs(comparison))
        steps = [Step(_file(one, other), f"{one.id} / {other.id}") for one, other in pairs]
        yield f"{folder}/index.html", story_page(comparison, script, (home,), steps)
        path = (home, Step("index.html", comparison.story.title or comparison.story.slug))
        for one, other in pairs:
            made = beside(comparison, (one.id, other.id))
            text = side_page(comparison.story, made, script, path, made_by)
            yield f"{folder}/{_file(one, other)}", text


def source_pairs(comparison: Comparison) -> Iterator[tuple[Source, Source]]:
    """Every two sources; of more than EVERY_PAIR_UP_TO, the reference (or the first) with each."""
    sources, readout = comparison.sources, comparison.readout
    if len(sources) <= EVERY_PAIR_UP_TO:
        yield from combinations(sources, 2)
        return
    reference = readout.reference if readout else sources[0].id
    first = next((s for s in sources if s.id == reference), sources[0])
    yield from ((first, other) for other in sources if other is not first)


def _folders(comparisons: Sequence[Comparison]) -> list[str]:
    """A folder name for every story, unlike the others also where case does not count."""
    names: list[str] = []
    for comparison in comparisons:
        base = name = fit(comparison.story.slug)
        number = 2
        while name.casefold() in {other.casefold() for other in names}:
            name, number = f"{base}-{number}", number + 1
        names.append(name)
    return names


def _file(one: Source, other: Source) -> str:
    return f"{fit(one.id)}--{fit(other.id)}.html"
