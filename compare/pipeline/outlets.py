"""Stories, one after another, -> what each adds to the counts of outlets.

In: stories and their articles as read. Out: tallies; a comparison is let go as soon as its tally is
made, so that memory does not grow with the number of stories. A story that fails is set aside with
its name, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from compare.errors import CompareError
from compare.model import Comparison, SetAside, Story
from compare.model.outlets import Profiles, StoryTally
from compare.options import Options
from compare.pipeline import Readings, analyse, made_by, shortened


@dataclass(frozen=True, slots=True)
class Tallied:
    """A story's tally, or why there is none; and the files that are too long to be compared to
    their end.
    """

    tally: StoryTally | None = None
    aside: SetAside | None = None
    shortened: tuple[str, ...] = ()


def told_twice(stories: Iterable[Story]) -> list[Story]:
    """The stories that at least two sources tell, summaries not counted."""
    return [s for s in stories if sum(a.kind != "summary" for a in s.articles) > 1]


def tallied(story: Story, names: Readings, options: Options = Options()) -> Tallied:
    """What `story` adds to the counts. A fault of ours sets it aside, unless `options.debug`."""
    from compare.outlets import tally

    try:
        comparison = analyse(story, options, None, names)
        return Tallied(tally(comparison), shortened=_files(comparison, options))
    except Exception as error:
        if options.debug:
            raise
        return Tallied(aside=SetAside(story.slug, _reason(error)))


def _files(comparison: Comparison, options: Options) -> tuple[str, ...]:
    return tuple(article.file for article in shortened(comparison, options))


def _reason(error: Exception) -> str:
    from compare.sources.lines import visible

    if isinstance(error, CompareError):
        return str(error)
    what = visible(f"{type(error).__name__}: {error}").splitlines()[0]
    return f"a fault of this program: {what}; please report it (COMPARE_DEBUG=1 shows where)"


def outlet_profiles(found: Sequence[Tallied], options: Options = Options()) -> Profiles:
    """The profiles of the outlets in these stories, with the stories that were set aside."""
    from compare.outlets import profiles

    made = profiles((one.tally for one in found if one.tally is not None), options)
    aside = tuple(one.aside for one in found if one.aside is not None)
    return replace(made, made_by=made_by(options), set_aside=aside)
