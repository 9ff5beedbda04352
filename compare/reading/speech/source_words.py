"""What the words of a source tell, in the language of an article: gender, office, outlet, role.

In: a language and the user's cues. Out: `SourceWords`, patterns and sets built from the tables
`speech.sources` and `cues.sources` of the language's words. Chinese and English texts name each
other's speakers, so their words are read together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from compare.resources.cues import cue_tables
from compare.resources.words import either, listed, words

HE, SHE, ANY = "he", "she", ""
_TOGETHER = ("zh", "en")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")


@dataclass(frozen=True, slots=True)
class SourceWords:
    """`pronouns` maps one to HE, SHE or ANY; the patterns search a source's words. `title` and
    `body` fully match a word of a name, in lower case; `role` matches a role without a name, with
    its noun as the group `head`; `genders` are articles that tell one; `articles` and `around`
    match at the end of what stands in front of a name (of Jean Dupont is not he); `common` are
    words that no name is; `both` joins two speakers.
    """

    english: bool
    pronouns: Mapping[str, str]
    both: frozenset[str]
    civil: tuple[str, ...]
    common: frozenset[str]
    genders: Mapping[str, str]
    articles: re.Pattern[str]
    definite: tuple[str, ...]
    around: re.Pattern[str]
    female: re.Pattern[str]
    male: re.Pattern[str]
    spokespeople: re.Pattern[str]
    official: re.Pattern[str]
    media: re.Pattern[str]
    statement: re.Pattern[str]
    in_a_statement: re.Pattern[str]
    generic: re.Pattern[str]
    owner: re.Pattern[str]
    title: re.Pattern[str]
    body: re.Pattern[str]
    role: re.Pattern[str]
    opens: re.Pattern[str]


@lru_cache(maxsize=8)
def source_words(language: str, cues_file: str | None = None) -> SourceWords:
    """The words of a language (a BCP 47 tag) that has a reader of speech."""
    tag = language.partition("-")[0]
    tags = _TOGETHER if tag in _TOGETHER else (tag,)
    tables = [words(one)["speech"]["sources"] for one in tags]
    main, small = tables[-1], words(tags[-1])["grammar"]
    compounds = main.get("compounds", False)

    def told(key: str) -> list[str]:
        return [word for table in tables for word in listed(table.get(key, ""))]

    def kind(key: str) -> re.Pattern[str]:
        kinds = [t.get("sources", {}) for one in tags for t in cue_tables(one, cues_file)]
        found = [w for one in tags for k in kinds for w in listed(k.get(f"{key}_{one}", ""))]
        return _pattern(found, plural=True, compounds=compounds)

    return SourceWords(
        english=tag in _TOGETHER,
        pronouns=dict(_pronouns(tables)),
        both=frozenset(told("both")),
        civil=tuple(f"{title} " for title in told("civil")),
        common=frozenset(told("common")),
        genders=dict.fromkeys(told("her"), SHE) | dict.fromkeys(told("his"), HE),
        articles=_ending(listed(small["articles"])),
        definite=tuple(told("definite")),
        around=_ending(listed(small.get("of", "")) + listed(small["prepositions"])),
        female=_pattern(_either_case(told("female")), exact=True),
        male=_pattern(_either_case(told("male")), exact=True),
        spokespeople=_pattern(told("spokespeople")),
        official=kind("official"),
        media=kind("media"),
        statement=kind("statement"),
        in_a_statement=_pattern(told("in_a_statement")),
        generic=_pattern(told("generic")),
        owner=_owner(small["articles"], tables),
        title=_word(listed(main["titles"]), compounds=compounds),
        body=_word(listed(main["bodies"]), compounds=compounds),
        role=_role(small, main, compounds=compounds),
        opens=_opens(tag),
    )


def _opens(tag: str) -> re.Pattern[str]:
    own = words(tag)
    if tag == "zh":
        speech = own["speech"]
        return re.compile(either([*listed(speech["complements"]), *listed(speech["days"])]))
    found = [*listed(own["grammar"]["prepositions"]), *listed(own["grammar"].get("times", ""))]
    return re.compile(rf"(?:{either(found)})\b", re.IGNORECASE)


def _pronouns(tables: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for table in tables:
        for key, meant in (("he", HE), ("she", SHE), ("any", ANY)):
            yield from ((word, meant) for word in listed(table[key]))


def _either_case(found: Iterable[str]) -> list[str]:
    return [form for word in found for form in (word, word[:1].upper() + word[1:])]


def _pattern(
    found: Iterable[str], *, exact: bool = False, plural: bool = False, compounds: bool = False
) -> re.Pattern[str]:
    """Any of `found`: hanzi anywhere, others as whole words, with a space for - and one more word
    in front of the last of three (in a joint statement).
    """
    parts, front_of, end_of = [], _part(compounds=compounds), "s?" if plural else ""
    for word in sorted(set(found), key=lambda w: (-len(w), w)):
        *front, last = [re.escape(part) for part in re.split(r"[\s-]", word)]
        more = r"(?:\w+\s)?" if len(front) > 1 else ""
        body = r"[\s-]".join((*front, more + last))
        parts.append(body if not _LATIN.search(word) else rf"\b{front_of}{body}{end_of}\b")
    return re.compile("|".join(parts) or "(?!)", re.NOFLAG if exact else re.IGNORECASE)


def _word(found: Iterable[str], *, compounds: bool) -> re.Pattern[str]:
    body = "|".join(map(re.escape, sorted(found)))
    return re.compile(rf"{_part(compounds=compounds)}(?:{body})")


def _part(*, compounds: bool) -> str:
    """What may stand in front of a word as a part of it: Landesinnen-ministerium."""
    return r"\w*" if compounds else ""


def _ending(found: Iterable[str]) -> re.Pattern[str]:
    body = "|".join(map(re.escape, sorted(found)))
    return re.compile(rf"(?:^|[\s(«„“])(?:{body})\s*$", re.IGNORECASE)


def _owner(articles: str, tables: Iterable[Mapping[str, Any]]) -> re.Pattern[str]:
    """Words in front of a text that name nobody: his full statement."""
    found = [*listed(articles), *(w for table in tables for w in listed(table.get("whole", "")))]
    latin = "|".join(re.escape(word) for word in found if _LATIN.search(word))
    hanzi = "|".join(word for word in found if not _LATIN.search(word)) or "(?!)"
    return re.compile(rf"^(?:(?:{latin})\b|{hanzi})|\s", re.IGNORECASE)


def _role(small: Mapping[str, str], main: Mapping[str, str], *, compounds: bool) -> re.Pattern[str]:
    """“the former minister”, “le maire de Lyon”: an article, a role, and where it is held."""
    articles = "|".join(map(re.escape, listed(small["articles"])))
    roles = "|".join(map(re.escape, sorted(listed(main["roles"]), key=len, reverse=True)))
    held = "|".join(map(re.escape, listed(small.get("of", ""))))
    behind = rf"(?: (?:{held}).*)?" if held else ""
    head = rf"{_part(compounds=compounds)}(?P<head>{roles})"
    return re.compile(rf"(?:{articles})\s?(?:[\w-]+ ){{0,3}}{head}{behind}$", re.IGNORECASE)
