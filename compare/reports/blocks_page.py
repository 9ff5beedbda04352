"""Any report of blocks as a page: one cell, one article, a search, the list of stories.

In: blocks. Out: HTML with the same words in the same order as the terminal and Markdown.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import MadeBy
from compare.reports.blocks import Block, Heading
from compare.reports.display import ORIGINAL
from compare.reports.page import page


def blocks_page(blocks: Sequence[Block], script: str = ORIGINAL, made_by: MadeBy = MadeBy()) -> str:
    """The page; its title is the first heading."""
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    named = [(type(block).__name__, block) for block in blocks]
    values = {"title": title, "blocks": named, "path": (), "made_by": made_by}
    return page("blocks.html.j2", script=script, **values)
