"""Words around Chinese names: offices, verbs of saying, heads of organisations.

Values only, in Simplified, from the package data. An office tells that a name stands beside it; a
head (部, 大学) what kind of thing a name is; a word of `NOT_NAMES` is never a name although the
segmenter takes it for one.
"""

from __future__ import annotations

from compare.resources.name_words import name_words

_TABLE = name_words()["chinese"]


def _words(key: str) -> frozenset[str]:
    return frozenset(_TABLE[key].split())


ROLES = _words("roles")
HONORIFICS = _words("honorifics")
AFTER_NAME = HONORIFICS | _words("after_name")
NEVER_IN_NAME = _words("never_in_name")
CONJUNCTIONS = _words("conjunctions")
SAYING = _words("saying")
ORGANISATION_HEADS = tuple(sorted(_words("organisation_heads")))
GENERAL_HEADS = _words("general_heads")
ORGANISATION_STARTS = _words("organisation_starts")
PLACE_HEADS = _words("place_heads")
STATE_HEADS = tuple(sorted(_words("state_heads")))
NOT_NAMES = _words("not_names")
ORGANS = name_words()["organs_zh"]
# organs that news names without a country when its own is meant
ORGANS_ALONE = frozenset(
    organ for organ in ORGANS if organ.endswith(("部", "省", "国安会", "国会", "参议院", "众议院"))
)
