"""The list of stories.

In: stories in the order of the pipeline. Out: blocks: slug, days, sources and title.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Story
from compare.reports.blocks import Block, Column, Grid, Heading, Line, Text
from compare.reports.display import ORIGINAL
from compare.reports.story import script_blocks
from compare.reports.words import day, say


def listing_blocks(stories: Sequence[Story], script: str = ORIGINAL) -> list[Block]:
    """The report of `compare stories`."""
    heading = Heading(say("stories"), level=1)
    if not stories:
        return [heading, Line(say("stories.none"))]
    columns = (
        Column(say("story")),
        Column(say("days")),
        Column(say("outlets"), grow=True),
        Column(say("title"), grow=True),
    )
    rows = tuple(_row(story) for story in stories)
    return [heading, *script_blocks(script), Grid(columns, rows, spaced=True)]


def _row(story: Story) -> tuple[Text, ...]:
    outlets = ", ".join(dict.fromkeys(article.outlet_name for article in story.articles))
    related = say("related", slugs=", ".join(story.related)) if story.related else ""
    return (
        Text(story.slug, "strong"),
        Text(_days(story)),
        Text(outlets),
        Text("\n".join(filter(None, (story.title, related)))),
    )


def _days(story: Story) -> str:
    if story.start is None:
        return say("undated")
    if story.end is None or story.end == story.start:
        return day(story.start)
    return f"{day(story.start)}\n{day(story.end)}"
