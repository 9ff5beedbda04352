"""Words that decide what a run of capitals is in English.

Values only, from the package data. Offices prove a person; heads tell organisations and places;
common words are written with a capital and name nothing that interests us.
"""

from __future__ import annotations

from compare.resources.name_words import name_words

_TABLE = name_words()["english"]


def _words(key: str) -> frozenset[str]:
    return frozenset(_TABLE[key].split())


TITLE_HEADS = _words("title_heads")
TITLE_PARTS = _words("title_parts")
LOWER_TITLES = _words("lower_titles")
ORGANISATION_WORDS = _words("organisation_words")
PLACE_WORDS = _words("place_words")
COMMON = _words("common")
PARTICLES = _words("particles")
SAYING_WORDS = _words("saying")
BODIES_OF = _words("bodies_of")
OFFICES_OF = _words("offices_of")
PLACE_PREPOSITIONS = _words("place_prepositions")
GIVEN = _words("given")
ORGANS = name_words()["organs_en"]
