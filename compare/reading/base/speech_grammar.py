"""The words of speech of one language, as the shared grammar asks for them.

In: the tables `cues`, `grammar` and `speech` of a language's words.toml, and the user's cues. Out:
a `Grammar`: every form of every verb of saying, the classes of small words, and what a word is.
Verbs are inflected from patterns (`*` is the stem), since a list of lemmas can be read and extended
by hand; forms that do not exist (ge*t of a verb that takes no ge) do no harm. A verb of two parts
(teilte … mit, a fait savoir) keeps the second as `rest`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from compare.resources.cues import Cue, cue_tables
from compare.resources.words import listed, words

FINITE, PARTICIPLE, GERUND = "finite", "participle", "gerund"
INFINITIVE, STATE = "infinitive", "state"
_PRONOUN = r"(?:t-)?(?:ils?|elles?|on|je|nous|vous)\b"
_CLASSES = (
    "openers questions to have be modals raising impersonal middle stressed purposes subordinators "
    "leading loose dative reflexive clitics negations of articles prepositions conjunctions "
    "contrasts joining relatives subjects pointing ours nouns adverbs times reported "
    "perhaps_reported asserting by_which which_clause agents"
)


@dataclass(frozen=True, slots=True)
class Form:
    """What one word may be: a form of the verb of `cue`, with `rest` standing apart."""

    cue: Cue
    kind: str
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """`forms` maps a word to what it may be; `classes` a name (articles, times) to its words.

    The phrases that make a report: `before` (laut X), `opening` (pour X, first in its sentence),
    `named` (de source policière, whose last word begins the source), `owned` (à ses yeux, which
    names a pronoun), `around` (nach X Worten), `after` (X zufolge), `like` (comme l'a dit X) and
    those of them that need no verb, `bare` (so X). `verb_second` and `null_subject`
    say how a clause is built.
    """

    language: str
    forms: Mapping[str, tuple[Form, ...]]
    classes: Mapping[str, frozenset[str]]
    infinitive: tuple[str, ...]
    before: tuple[tuple[str, ...], ...]
    opening: tuple[tuple[str, ...], ...]
    named: tuple[tuple[str, ...], ...]
    owned: tuple[tuple[str, ...], ...]
    around: tuple[tuple[str, ...], ...]
    after: frozenset[str]
    like: tuple[tuple[str, ...], ...]
    bare: tuple[tuple[str, ...], ...]
    verb_second: bool
    null_subject: bool
    roles: frozenset[str]
    speakers: frozenset[str]
    word: re.Pattern[str]

    def is_(self, word: str, *names: str) -> bool:
        """True when `word` belongs to one of the classes."""
        return any(word in self.classes[name] for name in names)

    def is_small(self, word: str) -> bool:
        """True when `word` belongs to any of the classes."""
        return any(word in words for words in self.classes.values())


@lru_cache(maxsize=8)
def grammar(language: str, cues_file: str | None = None) -> Grammar:
    """The grammar of a language that has cues; those of `cues_file` are read as well."""
    small, speech = words(language)["grammar"], words(language)["speech"]
    report, sources = speech["report"], speech["sources"]
    lists = {**small, **speech}
    classes = {name: frozenset(listed(lists.get(name, ""))) for name in _CLASSES.split()}
    return Grammar(
        language=language,
        forms=_forms(language, cue_tables(language, cues_file), apart="verb_second" in small),
        classes=classes,
        infinitive=tuple(small["infinitive"].split()),
        before=_phrases(report.get("before", "")),
        opening=_phrases(report.get("opening", "")),
        named=_phrases(report.get("named", "")),
        owned=_phrases(report.get("owned", "")),
        around=_phrases(report.get("around", "")),
        after=frozenset(listed(report.get("after", ""))),
        like=_phrases(report.get("as", "")),
        bare=_phrases(report.get("bare", "")),
        verb_second="verb_second" in small,
        null_subject="null_subject" in small,
        roles=frozenset(sources["roles"].split()),
        speakers=frozenset(_speakers(language, sources)),
        word=_word(words(language).get("abbreviations", {}).get("all", ""), classes),
    )


def _speakers(language: str, sources: Mapping[str, str]) -> Iterator[str]:
    """Nouns that name somebody who may speak, a person or a body."""
    kinds = words(language)["cues"]["sources"]
    lists = [sources[key] for key in ("roles", "bodies", "spokespeople")]
    lists += [kinds[f"{key}_{language}"] for key in ("official", "media")]
    return (word for line in lists for word in line.lower().split())


def _phrases(line: str) -> tuple[tuple[str, ...], ...]:
    """Phrases as tuples of words, longest first; an elision is a word of its own."""
    found = [tuple(re.findall(r"[^\W\d_]+'|[^\s']+", phrase)) for phrase in listed(line.lower())]
    return tuple(sorted(found, key=len, reverse=True))


def _word(abbreviations: str, classes: Mapping[str, frozenset[str]]) -> re.Pattern[str]:
    """A word: several that are one (tandis que), an abbreviation, an elided one (l'), a pronoun
    behind its verb (-t-il), any other.
    """
    joined = sorted(
        {w for ws in classes.values() for w in ws if re.search(r"[ '].", w)}, key=len, reverse=True
    )
    ends = {True: "", False: r"(?!\w)"}  # behind an elision the next word begins at once
    several = "|".join(
        re.escape(w).replace(r"\ ", r"\s").replace("'", "['’]") + ends[w.endswith("'")]
        for w in joined
    )
    short = "|".join(map(re.escape, abbreviations.split()))
    return re.compile(
        rf"(?i:{several or '(?!)'})|(?:{short}|[A-ZÀ-Þ])\.(?=\s?\w)|\d+\.(?=\s\w)"
        rf"|(?i:aujourd)['’]hui|[^\W\d_]{{1,7}}['’](?=\w)"
        rf"|-{_PRONOUN}|\w+(?:[.&/-](?!{_PRONOUN})\w+)*|\.\.\.|--|\S"
    )


def _forms(
    language: str, tables: Sequence[Mapping[str, Any]], *, apart: bool
) -> dict[str, tuple[Form, ...]]:
    """Word -> what it may be. `apart` says that a rest also stands in front: mitteilte."""
    found: defaultdict[str, list[Form]] = defaultdict(list)
    for group in (group for table in tables for group in table.get("group", [])):
        frames = frozenset(group.get("frames", ["clause"]))
        for lemma in group.get(language, "").split():
            cue = Cue(lemma.replace("_", " "), group["strength"], group["kind"], frames)
            for word, form in _inflected(lemma, cue, tables, apart=apart):
                found[word].append(form)
                if "ß" in word:
                    found[word.replace("ß", "ss")].append(form)  # as it is written in Switzerland
    for strength, line in tables[0]["states"].items():
        for word in line.split():
            cue = Cue(word, strength, "attitude", frozenset({"clause", "to"}))
            found[word].append(Form(cue, STATE))
    return {word: tuple(dict.fromkeys(forms)) for word, forms in found.items()}


def _inflected(
    lemma: str, cue: Cue, tables: Sequence[Mapping[str, Any]], *, apart: bool
) -> Iterator[tuple[str, Form]]:
    """The forms of a verb; one whose rest stands apart (teilte … mit) is also written with it in
    front (mitteilte, mitgeteilt).
    """
    verb, *parts = lemma.split("_")
    rest = tuple(part.lower() for part in parts)
    for kind, forms in zip((FINITE, PARTICIPLE, GERUND), _all_forms(verb, tables), strict=True):
        for form in forms:
            yield form, Form(cue, kind, rest)
            if len(rest) == 1 and apart:
                yield rest[0] + form, Form(cue, kind)
    yield verb, Form(cue, INFINITIVE, rest)


def _all_forms(verb: str, tables: Sequence[Mapping[str, Any]]) -> Sequence[list[str]]:
    """Finite forms, participles, gerunds."""
    for table in tables:
        if verb in table.get("irregular", {}):
            return [line.split() for line in table["irregular"][verb]]
    endings: Mapping[str, list[str]] = tables[0]["endings"]
    fitting = [ending for ending in endings if verb.endswith(ending)]
    if not fitting:
        return [[verb], [], []]
    ending = max(fitting, key=len)
    stem = verb.removesuffix(ending)
    return [line.replace("*", stem).split() for line in endings[ending]]
