"""Options of `profiles`: when the counts of an outlet over stories become shares.

In: nothing. Out: fields.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, option


@dataclass(frozen=True, init=False, repr=False, eq=False)
class ProfilesOptions:
    """How many stories a share needs, and how sure its interval is."""

    __slots__ = ()

    profile_stories: int = count(
        5, "stories that a share of an outlet and its interval need; below, counts alone", least=2
    )
    profile_doubt: float = option(
        0.05, "chance that the interval of a share misses the true one", least=0.001, most=0.5
    )
