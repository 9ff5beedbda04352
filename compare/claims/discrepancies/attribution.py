"""Whose words: two speakers for one statement, and how strongly it was said.

In: pairs of statements with their attributions. Out: findings. Two different speakers are a shift
when both are persons that can be told apart, and neither speaks through the other; a pronoun is
passed over, and so is one person in two languages without a known identity. Verbs are compared by
the families of the cue list: said and told are one force, stressed or urged another.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from compare.claims.discrepancies.accounts import Statement
from compare.claims.discrepancies.findings import SHIFT, WORDING, Finding, Spot
from compare.claims.discrepancies.pairs import Context, Pair
from compare.model import TITLE, Attribution
from compare.resources.cues import Cues, cues
from compare.text.scripts import to_simplified

_PLAIN = frozenset({"say", "tell", "report", "announce"})
_GRAVE = frozenset({"claim", "admit", "deny", "warn", "accuse", "threaten"})
_PRONOUN = re.compile(
    r"(?:他|她|它|其|该|該|he|she|it|they|双方|雙方)(?:\b|$|们|們)", re.IGNORECASE
)


def attribution(pair: Pair, context: Context) -> list[Finding]:
    """Another speaker, else another force of the verb."""
    left, right = (
        v or _inside(s) for s, v in zip((pair.left, pair.right), pair.voices, strict=True)
    )
    if pair.near or left is None or right is None or pair.score < context.options.shift_link:
        return []
    if TITLE in (pair.left.part, pair.right.part):
        return []
    if _two_speakers(left, right, context.options.speaker_same) and _told_apart(pair, left, right):
        return _finding(
            pair, SHIFT, "who said it", _speaker(pair.left, left), _speaker(pair.right, right)
        )
    if left.entity is None or left.entity != right.entity:
        return []
    table = cues(context.options.cues_file)
    forces = _force(left, table), _force(right, table)
    if None in forces or forces[0] == forces[1] or set(forces) <= _PLAIN:
        return []
    severity = SHIFT if set(forces) & _GRAVE else WORDING
    one = _cue(pair.left, left, forces[0] or "")
    other = _cue(pair.right, right, forces[1] or "")
    return _finding(pair, severity, "how strongly it was said", one, other)


def _inside(statement: Statement) -> Attribution | None:
    """The attribution of the words that end the clause, when its cue stands in the clause too."""
    voice = statement.voice_at(statement.clause[1] - 2)
    if voice is None or voice.cue is None or not statement.in_clause(*voice.cue):
        return None
    return voice


def _two_speakers(left: Attribution, right: Attribution, likeness: int) -> bool:
    """Both have an identity, and it is not the same in any link of the chains."""
    if left.entity is None or right.entity is None or left.entity == right.entity:
        return False
    if any(_PRONOUN.match(one.source_text or "") for one in (left, right)):
        return False
    chains = {*left.chain, left.speaker}, {*right.chain, right.speaker}
    if chains[0] & chains[1] - {None}:
        return False
    names = to_simplified(left.speaker or ""), to_simplified(right.speaker or "")
    unknown = any(":zh:" in e for e in (left.entity, right.entity))
    if unknown and names[0].isascii() != names[1].isascii():
        return False
    sorts = {e.partition(":")[0] for e in (left.entity, right.entity)}
    sources = [to_simplified(one.source_text or "") for one in (left, right)]
    alike = max(fuzz.partial_ratio(*names), fuzz.partial_ratio(*sources))
    return sorts == {"per"} and alike < likeness


def _told_apart(pair: Pair, left: Attribution, right: Attribution) -> bool:
    """Across languages: does one article name both? 罗斯 may be Ross or Roth."""
    one, other = pair.left.account, pair.right.account
    if pair.left.chinese == pair.right.chinese:
        return True
    return one.names(right.entity) or other.names(left.entity)


def _force(one: Attribution, table: Cues) -> str | None:
    """The family of the cue, or None when it is not in the list."""
    if not one.cue_text:
        return None
    folded = to_simplified(one.cue_text)
    if folded in table.chinese:
        return table.chinese[folded].strength
    words = tuple(folded.lower().split())
    for phrase, cue in table.english.get(words[0], ()) if words else ():
        if words[: len(phrase)] == phrase:
            return cue.strength
    return None


def _speaker(statement: Statement, one: Attribution) -> Spot | None:
    if one.source is None:
        return None
    return Spot(statement, *one.source, one.entity or "", one.speaker or "")


def _cue(statement: Statement, one: Attribution, force: str) -> Spot | None:
    return Spot(statement, *one.cue, force, force) if one.cue else None


def _finding(
    pair: Pair, severity: str, rule: str, left: Spot | None, right: Spot | None
) -> list[Finding]:
    if left is None or right is None:
        return []
    return [Finding("attribution", severity, rule, left, right, pair.claims)]
