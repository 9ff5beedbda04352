"""How sure, how settled, how binding: words of one scale on two levels.

In: pairs of statements. Out: shifts. The clauses must be linked closely and be alike in length, or
the word belongs to something that the other does not say. A flat clause is compared only on
certainty: may harm against harms. Negation alone is too noisy to show (9 % false alarms on
faithful translations); it counts only where one side says that a thing has been done, the other
that it has not, in clauses of one language that are almost one. Translators take likely for 可能,
so that across languages one step of certainty does not count.
"""

from __future__ import annotations

import re

from compare.claims.discrepancies.accounts import Statement
from compare.claims.discrepancies.findings import SHIFT, Finding, Spot
from compare.claims.discrepancies.pairs import Context, Pair
from compare.model import TITLE
from compare.options import Options
from compare.resources.terms import Degree, Scale, scales
from compare.text.languages import letters_in
from compare.text.scripts import fold, to_simplified

_DONE = re.compile(
    r"已经?(?!知|故|婚|往|被证)"
    r"|\b(?:has|have|had) (?!not\b|n't|no\b|never\b)\w+(?:ed|en|id|d)\b"
)
_UNDONE = re.compile(
    r"[未没][有曾能]?(?!来|必|免|知|婚)"
    r"|\b(?:has|have|had|did) (?:not|never)\b|\b(?:has|have|had|did)n't\b"
)


def modality(pair: Pair, context: Context) -> list[Finding]:
    """At most one shift a pair: certainty, else decision, else duty, else done against not done."""
    options = context.options
    if pair.near or TITLE in (pair.left.part, pair.right.part):
        return []
    if not _alike(pair, options.modality_longest):
        return []
    known = scales(options.modality_file)
    if pair.score >= options.shift_link:
        for scale in known.values():
            finding = _on_scale(pair, scale, options)
            if finding is not None:
                return [finding]
    return _done_or_not(pair, options.modality_done)


def _alike(pair: Pair, longest: float) -> bool:
    """Neither clause is longer than so many times the other."""
    one, other = _length(pair.left), _length(pair.right)
    return max(one, other) <= longest * min(one, other)


def _length(statement: Statement) -> float:
    return letters_in(statement.wording, "zh" if statement.chinese else "")


def _on_scale(pair: Pair, scale: Scale, options: Options) -> Finding | None:
    left, right = _word(pair.left, scale), _word(pair.right, scale)
    if left is None and right is None:
        return None
    if left is None or right is None:
        return _against_flat(pair, scale, left, right, options)
    across = pair.left.chinese != pair.right.chinese
    if abs(left[1].rank - right[1].rank) < scale.least + (across and scale.flat is not None):
        return None
    return _finding(pair, scale, left, right)


def _word(statement: Statement, scale: Scale) -> tuple[Spot, Degree] | None:
    """The weakest word of the scale in the clause, else in what leads up to it (预计，…): a clause
    is no surer than that.
    """
    found = _words(statement, scale, *statement.clause)
    if not found and scale.flat is not None:
        found = _words(statement, scale, statement.start, statement.clause[0])
    return min(found, key=lambda f: (f[1].rank, f[0].start), default=None)


def _words(statement: Statement, scale: Scale, start: int, end: int) -> list[tuple[Spot, Degree]]:
    folded = fold(statement.slots.text[start:end])
    found = []
    for first, last, level in scale.found(folded.text):
        a, b = folded.original(first, last)
        found.append((Spot(statement, start + a, start + b, level.name, level.name), level))
    return found


def _against_flat(
    pair: Pair,
    scale: Scale,
    left: tuple[Spot, Degree] | None,
    right: tuple[Spot, Degree] | None,
    options: Options,
) -> Finding | None:
    """One side hedges, the other states it flat; likely against flat only when surely linked."""
    hedged = left or right
    if scale.flat is None or hedged is None:
        return None
    steps = scale.flat - hedged[1].rank
    if steps < options.modality_flat:
        return None
    if steps < options.modality_wide and pair.score < options.modality_sure:
        return None
    flat = pair.right if left else pair.left
    if scale.undecided.search(to_simplified(flat.wording)):
        return None
    spot = Spot(flat, *flat.clause, "stated flat", "stated flat")
    bare = (spot, Degree(scale.flat, "stated flat"))
    return _finding(pair, scale, left or bare, right or bare)


def _finding(
    pair: Pair, scale: Scale, left: tuple[Spot, Degree], right: tuple[Spot, Degree]
) -> Finding:
    """The stronger word first: it is the one that goes beyond the other."""
    if left[1].rank < right[1].rank:
        left, right = right, left
    return Finding(
        "modality", SHIFT, _RULES.get(scale.name, scale.name), left[0], right[0], pair.claims
    )


_RULES = {
    "certain": "how certain it is",
    "settled": "how far it is decided",
    "binding": "how binding it is",
}


def _done_or_not(pair: Pair, least: float) -> list[Finding]:
    """已付清 against 未有支付."""
    if pair.score < least or pair.left.chinese != pair.right.chinese:
        return []
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        done, undone = _spot(one, _DONE, "done"), _spot(other, _UNDONE, "not done")
        if done and undone and not _spot(one, _UNDONE, "") and not _spot(other, _DONE, ""):
            return [Finding("modality", SHIFT, "done or not done", done, undone, pair.claims)]
    return []


def _spot(statement: Statement, cue: re.Pattern[str], value: str) -> Spot | None:
    places = statement.find(cue)
    return Spot(statement, *places[0], value, value) if places else None
