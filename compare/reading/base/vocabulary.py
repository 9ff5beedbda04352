"""Word lists that rules of several languages meet.

In: the words of the languages. Out: sets and values. Chinese names stand in texts of every language
and are looked for in one automaton with the Latin ones, hence the Chinese values here. A role tells
that a name stands beside it; a head (部, 大学) what kind of thing a name is; a word of `NOT_NAMES`
is never a name although the segmenter takes it for one. The transliteration set is wide on purpose:
where a name ends is decided by the words' classes.
"""

from __future__ import annotations

from compare.resources.cues import cues
from compare.resources.words import word_set, words


def closing(language: str) -> frozenset[str]:
    """What stands behind words said and in front of their speaker: closing cues and the like."""
    return cues().closing[language] | word_set(language, "sentences", "closing")


def titles(language: str) -> frozenset[str]:
    """The short titles in front of a name (Mr, Sen), without their full stop."""
    return word_set(language, "abbreviations", "civil") | word_set(
        language, "abbreviations", "titles"
    )


def abbreviations(language: str) -> frozenset[str]:
    """What a full stop shortens, without it: titles, firms, months, days and the rest."""
    kinds = words(language)["abbreviations"]
    return frozenset().union(*(word_set(language, "abbreviations", kind) for kind in kinds))


def _names(key: str) -> frozenset[str]:
    return word_set("zh", "names", key)


def _letters(section: str) -> dict[str, tuple[str, ...]]:
    return {hanzi: tuple(names.split()) for hanzi, names in words("zh")[section].items()}


ROLES = _names("roles")
CALLINGS = _names("callings") | _names("commoners")
COMMONERS = _names("commoners")
CALLING_ENDS = _names("calling_ends")
HONORIFICS = _names("honorifics")
LOCAL_HONORIFICS = _names("local_honorifics")
AFTER_NAME = HONORIFICS | _names("after_name")
NEVER_IN_NAME = _names("never_in_name")
CONJUNCTIONS = _names("conjunctions")
BEHIND_PERSON = _names("behind_person") | cues().chinese.keys()
ORGANISATION_HEADS = tuple(sorted(_names("organisation_heads")))
LOCAL_ORGANS = _names("local_organs")
ORGANISATION_INSIDE = _names("organisation_inside")
GENERAL_HEADS = _names("general_heads")
ORGANISATION_STARTS = _names("organisation_starts")
PLACE_HEADS = _names("place_heads")
STATE_HEADS = tuple(sorted(_names("state_heads")))
NOT_NAMES = _names("not_names")
ORGANS: dict[str, str] = words("zh")["organs"]
# organs that news names without a country when its own is meant
ORGANS_ALONE = frozenset(
    organ for organ in ORGANS if organ.endswith(tuple(words("zh")["names"]["own_organs"].split()))
)
TRANSLITERATION = frozenset("".join(_names("transliteration")))
SURNAMES = frozenset("".join(_names("surnames")))
COMPOUND_SURNAMES = _names("compound_surnames")
JAPANESE_SURNAMES = _names("japanese_surnames")
CIVIL = _names("civil")
GIVEN = frozenset("".join(_names("given")))
NEVER_GIVEN = _names("never_given")
# surnames that are other words too: prepositions and their like; and what closes the other word
SURNAME_PARTICLES = _names("surname_particles")
SURNAME_WORDS = {hanzi: frozenset(w.split()) for hanzi, w in words("zh")["surname_words"].items()}
DOTS = "·‧•・･∙⋅․"
HYPHENS = "-－‐–"
# single hanzi that stand for a country, and the full names to look up, the usual one first
LETTERS = _letters("letters")
LETTERS_BY_TEXT = _letters("letters_by_text")
