"""Two official texts of a story held against each other.

In: a comparison, the ids of two sources, and the articles as read. Out: twins. Which sources carry
an official text is for the matrix to say; the rest is for `claims`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.errors import NotFound, UsageError
from compare.model import Comparison
from compare.options import Options

if TYPE_CHECKING:
    from compare.model.twins import Twins
    from compare.pipeline import Readings


def twin_readouts(
    comparison: Comparison, left: str, right: str, names: Readings, options: Options = Options()
) -> Twins:
    """The official texts of two sources. Raises NotFound for no such source, UsageError for one
    without an official text; both say which there are.
    """
    from compare.claims.twins import official_sources, twins
    from compare.resources.glossary import glossary

    known = {source.id: source for source in comparison.sources}
    official = official_sources(comparison)
    for name in (left, right):
        if name not in known:
            raise NotFound(f"no source '{name}' in story '{comparison.story.slug}'", tuple(known))
        if name not in official:
            there = ", ".join(official) or "none"
            raise UsageError(f"{name} carries no official text; these do: {there}")
    languages = {known[name].article.language.split("-")[0] for name in (left, right)}
    words = glossary(options.use_cache) if languages == {"zh", "en"} else None
    return twins(comparison, (known[left], known[right]), names.mentions, words, options)
