"""Articles into stories, and stories by name."""

from compare.stories.grouping import group
from compare.stories.naming import find_story

__all__ = ["find_story", "group"]
