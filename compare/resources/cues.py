"""Cue words: which words introduce somebody's words, and what kind of saying each is.

In: the lists of the languages (`cues` in their words) and, if wanted, one of the user's in the same
form. Out: look-up tables for Chinese and English. English forms are made from lemmas here, so that
the list stays short enough to be read and extended by hand; the irregular ones stand in the list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from compare.errors import UnreadableFile
from compare.resources.words import read_toml
from compare.resources.words import words as words_of

_LANGUAGES = ("zh", "en")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SIBILANT = re.compile(r"(?:s|sh|ch|x|z)$")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its lemma, what the speaker does, whether something was said, and its frames.

    `strength` is the family (say, stress, urge, deny, ...) in which two outlets' verbs are
    compared; `kind` is speech or attitude; `frames` are the complements that an English verb takes;
    an `inverted` one may have its subject behind it where it stands behind what was said.
    """

    lemma: str
    strength: str
    kind: str
    frames: frozenset[str] = frozenset()
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Tables of cues and of the words that tell a statement.

    `english` maps a first word to (all words, cue), longest first; `states` (confident) and `nouns`
    (claim) are single words that need “is” before or an owner; `chinese` maps a cue in
    Simplified characters to its entry. `closing` holds, by language, the verbs that also stand
    behind what was said: Chinese lemmas, English pasts. The patterns find a word of saying, a
    stance, a statement (readout, 声明).
    """

    english: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    states: dict[str, Cue]
    nouns: dict[str, Cue]
    chinese: dict[str, Cue]
    closing: dict[str, frozenset[str]]
    chinese_pattern: re.Pattern[str]
    stances: re.Pattern[str]
    statement_en: re.Pattern[str]
    statement_zh: re.Pattern[str]


@lru_cache(maxsize=4)
def cues(user_file: str | None = None) -> Cues:
    """The cues of the package, with those of `user_file` (a path) read after them.

    Raises UnreadableFile when the user's file cannot be opened or is not of this form.
    """
    tables = [words_of(language)["cues"] for language in _LANGUAGES]
    if user_file is not None:
        tables.append(read_toml(Path(user_file))[1])
    try:
        return _built(tables)
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableFile(f"not a list of cues: {error}", file=user_file) from error


def cue_tables(language: str, user_file: str | None = None) -> list[dict[str, Any]]:
    """The lists of one language, then the user's; of a group the key `language` holds its verbs.

    Raises UnreadableFile when the user's file cannot be opened.
    """
    own: dict[str, Any] = words_of(language)["cues"]
    return [own] if user_file is None else [own, read_toml(Path(user_file))[1]]


def _built(tables: list[dict[str, Any]]) -> Cues:
    irregular: dict[str, str] = {}
    for table in tables:
        irregular |= table.get("irregular", {})
    english: dict[tuple[str, ...], Cue] = {}
    chinese: dict[str, Cue] = {}
    closing: dict[str, set[str]] = {language: set() for language in _LANGUAGES}
    for group in (group for table in tables for group in table.get("group", [])):
        frames = frozenset(group.get("frames", ["clause"]))
        closes, inverted = group.get("closing", False), group.get("inverted", False)
        for lemma in group.get("en", "").split():
            cue = Cue(lemma.replace("-", " "), group["strength"], group["kind"], frames, inverted)
            forms = _forms(lemma, irregular)
            english |= dict.fromkeys(forms, cue)
            closing["en"].update([" ".join(forms[_PAST])] if closes else [])
        for lemma in group.get("zh", "").split():
            bare = frozenset(group.get("frames", ()))
            chinese[lemma] = Cue(lemma, group["strength"], group["kind"], bare)
            closing["zh"].update([lemma] if closes else [])
    states = _singles(tables, "states", frozenset({"clause"}))
    nouns = _singles(tables, "nouns", frozenset({"noun"}))
    words = {key: " ".join(t.get("sources", {}).get(key, "") for t in tables) for key in _SOURCES}
    stances = " ".join(t.get("stances", {}).get("zh", "") for t in tables)
    return Cues(
        _by_first_word(english),
        states,
        nouns,
        chinese,
        {language: frozenset(verbs) for language, verbs in closing.items()},
        _any_of(" ".join(chinese)),
        _any_of(stances),
        *(_any_of(words[key], whole=key.endswith("_en")) for key in _SOURCES),
    )


def _singles(tables: list[dict[str, Any]], name: str, frames: frozenset[str]) -> dict[str, Cue]:
    """Word -> cue of the tables `states` or `nouns`, whose keys are strengths."""
    found: dict[str, Cue] = {}
    for table in tables:
        for strength, words in table.get(name, {}).items():
            kind = (
                "attitude"
                if name == "states" or strength in {"hope", "believe", "plan", "want"}
                else "speech"
            )
            found |= {word: Cue(word, strength, kind, frames) for word in words.split()}
    return found


_SOURCES = ("statement_en", "statement_zh")


_PAST = 2


def _forms(lemma: str, irregular: dict[str, str]) -> list[tuple[str, ...]]:
    """All forms of an English cue, each as a tuple of lower-case words; the past at `_PAST`."""
    if lemma in irregular:
        forms = [lemma, *irregular[lemma].split()]
    else:
        verb, dash, rest = lemma.partition("-")
        forms = [form + dash + rest for form in _regular(verb)]
    return [tuple(form.split("-")) for form in forms]


def _regular(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if _CONSONANT_Y.search(verb):
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    plural = verb + ("es" if _SIBILANT.search(verb) else "s")
    return [verb, plural, verb + "ed", verb + "ing"]


def _by_first_word(
    english: dict[tuple[str, ...], Cue],
) -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for words, cue in english.items():
        table.setdefault(words[0], []).append((words, cue))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in table.items()}


def _any_of(words: str, whole: bool = False) -> re.Pattern[str]:
    """A pattern for any of `words`, longest first; whole English words (with plural) on demand."""
    alternatives = sorted(set(words.split()), key=lambda w: (-len(w), w))
    if not alternatives:
        return re.compile(r"(?!)")
    body = "|".join(re.escape(w).replace(r"\-", r"[\s-]") for w in alternatives)
    return re.compile(rf"\b(?:{body})s?\b", re.IGNORECASE) if whole else re.compile(body)
