"""Characters that Chinese names are made of: surnames, hanzi of foreign names, dots.

Values only. The transliteration set is wide on purpose; where a name ends is then decided by the
segmenter's word classes, not by this set alone.
"""

from __future__ import annotations

from compare.resources.name_words import name_words

_TABLE = name_words()["chinese"]

TRANSLITERATION = frozenset("".join(_TABLE["transliteration"].split()))
SURNAMES = frozenset("".join(_TABLE["surnames"].split()))
COMPOUND_SURNAMES = frozenset(_TABLE["compound_surnames"].split())
# surnames that are other words too: prepositions and their like; and what closes the other word
SURNAME_PARTICLES = frozenset(_TABLE["surname_particles"].split())
SURNAME_WORDS = {hanzi: frozenset(w.split()) for hanzi, w in name_words()["surname_words"].items()}
DOTS = "·‧•・･∙⋅․"
HYPHENS = "-－‐–"
# single hanzi that stand for a country, and the full names to look up, the usual one first
LETTERS = {hanzi: tuple(names.split()) for hanzi, names in name_words()["letters"].items()}
LETTERS_BY_TEXT = {
    hanzi: tuple(names.split()) for hanzi, names in name_words()["letters_by_text"].items()
}
