"""The same person's name in Chinese and in Latin script.

In: Chinese names (either script, full or family name alone, any middle dot) and Latin names. Out:
for each Chinese name the Latin one, or None. Names that the shipped list knows are linked by it;
the others by sound (`transliteration`). A match by sound is accepted on three things together: its
score, its lead over the next Latin name, and its lead over other Chinese names that want the same
Latin one. The last is what a threshold on the score alone lacks: in a window of news most names
have their true partner, and a partner taken by a better match is not to be had again.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from compare.options import Options
from compare.reading.names.transliteration import Candidates, parts, scores, tokens
from compare.resources.gazetteer import gazetteer

PERSON = "PER"
Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Match:
    """A Latin name for a Chinese one: `score` is the chance that it is right, 0 to 1; `evidence`
    is `name list` or `transliteration`.
    """

    name: str
    score: float
    evidence: str


def link_names(
    zh_names: Sequence[str], en_names: Sequence[str], options: Options = Options()
) -> dict[str, str | None]:
    """For each Chinese name the name of the same person out of `en_names`, or None."""
    found = matches(zh_names, en_names, options)
    return {zh: match.name if match else None for zh, match in found.items()}


def matches(
    zh_names: Sequence[str], en_names: Sequence[str], options: Options = Options()
) -> dict[str, Match | None]:
    """For each Chinese name its match among `en_names`, or None.

    All names of a window should be asked for together: they rule one another out. The answer does
    not depend on the order of the names. Raises InputError for a bad names file of the options.
    """
    chinese = sorted(dict.fromkeys(zh_names))
    latin = tuple(sorted(dict.fromkeys(en_names)))
    listed = by_list(chinese, latin, options)
    table = score_table(chinese, latin, listed, options)
    heard = by_sound(chinese, latin, table, options)
    order = dict.fromkeys(zh_names)
    return {zh: listed[zh] if zh in listed else heard[zh] for zh in order}


@dataclass(frozen=True, slots=True)
class People:
    """What the list knows of persons: by full Chinese name, by last part of one, by Latin words."""

    full: dict[str, str]
    families: dict[str, tuple[str, ...]]
    latin: dict[str, str]
    words: dict[tuple[str, ...], str]


@lru_cache(maxsize=8)
def people(name_list: bool, files: tuple[str, ...]) -> People:
    """The persons of the shipped list (when asked for) and of the user's files."""
    names = gazetteer(name_list, files)
    full = {form: x.entity for form, x in names.chinese.items() if x.type == PERSON}
    families: dict[str, set[str]] = {}
    for form, person in full.items():
        if "·" in form:
            families.setdefault(form.rsplit("·", 1)[1], set()).add(person)
    latin = {form: x.entity for form, x in names.latin.items() if x.type == PERSON}
    words: dict[tuple[str, ...], str] = {}
    for form, person in latin.items():
        if " " in form:
            words.setdefault(tuple(sorted(tokens(form))), person)
    return People(full, {k: tuple(sorted(v)) for k, v in families.items()}, latin, words)


def by_list(
    chinese: Sequence[str], latin: Sequence[str], options: Options
) -> dict[str, Match | None]:
    """What the shipped list and the user's names say; names that they do not know are left out.

    A known person of whom no Latin name is there has None, when the list knows all Latin names.
    """
    known = people(options.name_list, (options.names_file,) if options.names_file else ())
    owners = {name: latin_owner(name, known) for name in latin}
    found: dict[str, Match | None] = {}
    for zh in chinese:
        bearers = bearers_of(zh, known)
        here = [name for name in latin if owners[name] in bearers]
        if len(here) == 1:
            found[zh] = Match(here[0], 1.0, "name list")
        elif bearers and not here and all(owners.values()):
            found[zh] = None
    return found


def bearers_of(zh: str, known: People) -> frozenset[str]:
    """Persons of the list with this Chinese name, or with it as the last part of theirs."""
    pieces = parts(zh)
    person = known.full.get("·".join(pieces))
    if person is not None:
        return frozenset((person,))
    return frozenset(known.families.get(pieces[0], ()) if len(pieces) == 1 else ())


def latin_owner(name: str, known: People) -> str | None:
    """The person of the list with this Latin name, its words in any order."""
    return known.latin.get(name) or known.words.get(tuple(sorted(tokens(name))))


def score_table(
    chinese: Sequence[str],
    latin: tuple[str, ...],
    listed: dict[str, Match | None],
    options: Options,
) -> Matrix:
    """Scores by sound [Chinese, Latin]; a row that the list settled is 1 at its name, else -1."""
    candidates = Candidates(latin, options)
    table = np.full((len(chinese), len(latin)), -1.0, dtype=np.float32)
    for row, zh in enumerate(chinese):
        match = listed.get(zh)
        if match is not None:
            table[row, latin.index(match.name)] = 1.0
        elif zh not in listed:
            table[row] = scores(zh, candidates)
    return table


def by_sound(
    chinese: Sequence[str], latin: tuple[str, ...], table: Matrix, options: Options
) -> dict[str, Match | None]:
    """The accepted matches of a table of scores."""
    if not latin:
        return dict.fromkeys(chinese)
    rivals = best_rivals(chinese, table, options.sound_variant)
    adjusted = table - np.maximum(0.0, rivals - table)
    found: dict[str, Match | None] = {}
    for row, zh in enumerate(chinese):
        at = int(adjusted[row].argmax())
        lead = lead_of(adjusted[row], at)
        own = options.sound_alone
        if len(chinese) > 1:
            own = float(table[row, at]) - float(rivals[row, at])
        chance = probability(float(table[row, at]), lead, own, options)
        sure = chance >= options.names_accept and lead >= options.names_margin
        found[zh] = Match(latin[at], round(chance, 3), "transliteration") if sure else None
    return found


def best_rivals(chinese: Sequence[str], table: Matrix, likeness: float) -> Matrix:
    """For each cell the best score of the column among names that are no form of the row's."""
    pieces = [parts(zh) for zh in chinese]
    rivals = np.full_like(table, -1.0)
    for row, own in enumerate(pieces):
        apart = (i for i, other in enumerate(pieces) if not same_form(own, other, likeness))
        others = [i for i in apart if i != row]
        if others:
            rivals[row] = table[others].max(axis=0)
    return rivals


def same_form(a: tuple[str, ...], b: tuple[str, ...], likeness: float) -> bool:
    """True when two Chinese names may be forms of one: their last parts are alike."""
    if not a or not b:
        return False
    return a[-1] == b[-1] or fuzz.ratio(a[-1], b[-1]) >= likeness or "".join(a) == "".join(b)


def lead_of(row: Matrix, at: int) -> float:
    """How far the best score of a row is ahead of the next."""
    rest = np.delete(row, at)
    return float(row[at] - rest.max()) if len(rest) else float(row[at])


def probability(score: float, lead: float, rival: float, options: Options) -> float:
    """The chance that a match is right: a logistic of score and leads, whose weights were learned
    on names of the shipped list with the list left out (docs/names.md).
    """
    most = options.sound_most_lead
    lead, rival = min(most, lead), max(-most, min(most, rival))
    total = options.sound_score * max(0.0, score) + options.sound_lead * lead
    total += options.sound_rival * rival + options.sound_constant
    return 1.0 / (1.0 + math.exp(-total))
