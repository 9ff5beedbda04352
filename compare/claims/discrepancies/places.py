"""Where it happened: two places of one level for one event, two opposite directions.

In: pairs of statements. Out: findings. A city in a country is no disagreement, and the names of
unlisted places in two languages may be one place, so only places whose level is known to be the
same are compared: by the word that ends their names (县, 州, County), or both listed cities. Each
clause must have one place of that level and share nothing else of it.
"""

from __future__ import annotations

import re

from compare.claims.discrepancies.accounts import Statement
from compare.claims.discrepancies.findings import CONFLICT, Finding, Spot
from compare.claims.discrepancies.likeness import one_wording
from compare.claims.discrepancies.pairs import Context, Pair
from compare.model import PLACE, TITLE, Mention
from compare.options import Options
from compare.text.scripts import to_simplified

_LEVELS = {
    "county": re.compile(r"县$|郡$|\bcounty$", re.IGNORECASE),
    "province": re.compile(r"省$|州$|\b(?:province|state)$", re.IGNORECASE),
    "city": re.compile(r"市$|\bcity$", re.IGNORECASE),
}
_GOES = r"\b(?:mov\w+|head\w*|turn\w*|drift\w*|push\w*)"
_DIRECTIONS = {
    name: re.compile(rf"{hanzi}|{_GOES} {name}(?:ward)?s?\b", re.IGNORECASE)
    for name, hanzi in {
        "east": "东[移进行上]",
        "west": "西[移进行]",
        "north": "北[移进上抬]",
        "south": "南[移压下]",
    }.items()
}
_OPPOSITE = {"east": "west", "west": "east", "north": "south", "south": "north"}
_PLACE_BEFORE = re.compile(r"(?:在|于|从|\b(?:in|at|from|near|off))\s*$", re.IGNORECASE)


def places(pair: Pair, context: Context) -> list[Finding]:
    """Conflicts of place and of direction between two surely linked clauses."""
    if pair.near or pair.score < context.options.shift_link:
        return []
    return [*_directions(pair), *_sites(pair, context.options)]


def _directions(pair: Pair) -> list[Finding]:
    left, right = _direction(pair.left), _direction(pair.right)
    if left is None or right is None or _OPPOSITE[left.value] != right.value:
        return []
    return [Finding("place", CONFLICT, "opposite directions", left, right, pair.claims)]


def _direction(statement: Statement) -> Spot | None:
    """The only direction in which something moves in the clause."""
    found = [(at, name) for name, cue in _DIRECTIONS.items() for at in statement.find(cue)]
    if len(found) != 1:
        return None
    (start, end), name = found[0]
    return Spot(statement, start, end, name)


def _sites(pair: Pair, options: Options) -> list[Finding]:
    if TITLE in (pair.left.part, pair.right.part):
        return []
    left, right = _levels(pair.left), _levels(pair.right)
    for level in left.keys() & right.keys():
        a, b = left[level], right[level]
        if len(a) == len(b) == 1 and _apart(a[0], b[0], pair, options):
            spots = (_spot(s, m) for s, m in ((pair.left, a[0]), (pair.right, b[0])))
            one, other = spots
            return [
                Finding(
                    "place", CONFLICT, f"one event, two places ({level})", one, other, pair.claims
                )
            ]
    return []


def _levels(statement: Statement) -> dict[str, list[Mention]]:
    """The places of the clause by level; listed cities only where a word of place stands before."""
    found: dict[str, list[Mention]] = {}
    seen: set[str] = set()
    for mention in statement.names(PLACE):
        level = _level(statement, mention)
        if level is None or mention.entity in seen:
            continue
        seen.add(mention.entity or "")
        found.setdefault(level, []).append(mention)
    return found


def _level(statement: Statement, mention: Mention) -> str | None:
    name = to_simplified(mention.text)
    for level, ending in _LEVELS.items():
        if ending.search(name):
            return level
    key = mention.entity or ""
    before = to_simplified(statement.slots.text[max(0, mention.start - 6) : mention.start])
    if key.startswith("loc:") and ":zh:" not in key and _PLACE_BEFORE.search(before):
        return "listed"
    return None


def _apart(a: Mention, b: Mention, pair: Pair, options: Options) -> bool:
    """Two places for sure: of one script (圣地亚哥 is San Diego as well as Santiago) unless all
    else is the same, and neither named in the other's sentence.
    """
    if a.entity == b.entity:
        return False
    if a.text.isascii() != b.text.isascii():
        none: frozenset[str] = frozenset()
        if not (a.type == b.type == PLACE and one_wording(pair, none, none, options)):
            return False
    others = {m.entity for m in pair.right.names(PLACE, whole=True)}
    mine = {m.entity for m in pair.left.names(PLACE, whole=True)}
    return a.entity not in others and b.entity not in mine


def _spot(statement: Statement, mention: Mention) -> Spot:
    return Spot(statement, mention.start, mention.end, mention.entity or mention.text, mention.text)
