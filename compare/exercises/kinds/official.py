"""The official text: what each outlet kept, softened, dropped, contradicted or added.

In: facts with a readout view. Out: rows of one claim and one outlet. What an outlet adds is only
asked where the carrier of the official text surely lacks it, since a claim beside an embedded
statement is the carrier's own. An absence that has a reason (published earlier, cut short) is for
discussion: whoever could not have known dropped nothing.
"""

from __future__ import annotations

from compare.exercises.excerpts import leans
from compare.exercises.facts import Facts
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import Draft, Option, Point
from compare.model import ABSENT, PARTIAL, Claim, Readout, Source
from compare.reports.words import said, say

KEPT, SOFTENED, DROPPED, CONTRADICTED, ADDED = VERDICTS = (
    "kept",
    "softened",
    "dropped",
    "contradicted",
    "added",
)


def accepted(verdict: str, status: str) -> tuple[str, ...]:
    """The verdicts that may be given; a partial report may pass for kept or softened."""
    return (KEPT, SOFTENED) if status == PARTIAL else (verdict,)


def drafts(facts: Facts) -> list[Draft]:
    """Drafts of official claims, then of what outlets added."""
    readout = facts.comparison.readout
    if readout is None or readout.reference not in facts.labels:
        return []
    reference = facts.source(readout.reference)
    words = {claim.id: (claim, text, tag) for claim, text, tag in facts.claims()}
    others = [source for source in facts.outlets if source.id != reference.id]
    rows = {row.claim: row.verdicts for row in readout.rows}
    found = []
    for name, verdicts in rows.items():
        if name in words and facts.sure(words[name][0], reference):
            found += [_row(facts, reference, s, *words[name], verdicts[s.id]) for s in others]
    for source in others:
        added = [words[name] for name in readout.added.get(source.id, ()) if name in words]
        for claim, text, tag in added:
            if facts.cell(claim, reference).status == ABSENT and facts.sure(claim, reference):
                found.append(_row(facts, reference, source, claim, text, tag, ADDED))
    return [draft for draft in found if draft.points[0].citations]


def where(readout: Readout, facts: Facts) -> str:
    """The paragraphs of the reference in which official claims stand, as `D2, D3`."""
    reference = facts.source(readout.reference)
    claims = {claim.id: claim for claim in facts.comparison.claims}
    starts = {
        evidence.paragraph
        for row in readout.rows
        for evidence in facts.visible(claims[row.claim], reference)
        if evidence.paragraph is not None
        and (reference.article.kind == "readout" or _is_official(evidence.attribution))
    }
    label = facts.labels[reference.id]
    return ", ".join(f"{label}{n + 1}" for n in sorted(starts)) or label


def _is_official(attribution: object) -> bool:
    return getattr(attribution, "kind", "") == "readout"


def _row(
    facts: Facts,
    reference: Source,
    source: Source,
    claim: Claim,
    text: str,
    language: str,
    verdict: str,
) -> Draft:
    scored = verdict in VERDICTS and facts.sure(claim, source)
    cell = facts.cell(claim, source)
    proof = (*facts.proof(claim, source), *facts.proof(claim, reference))
    excused = verdict == DROPPED and bool(cell.reasons)
    scored = scored and not excused and bool(facts.proof(claim, source) or verdict == DROPPED)
    allowed = accepted(verdict, cell.status) if scored else ()
    point = Point(
        say("official.ask", label=facts.labels[source.id]),
        tuple(Option(key, say(f"official.{key}")) for key in VERDICTS),
        allowed,
        proof,
        scored,
        _why(facts, claim, source, verdict, scored=scored),
    )
    rank = leans(text) + 10 * (not scored)
    balance = verdict if scored else "unsure"
    name = f"{claim.id} {source.id}"
    return Draft(name, (point,), text, language, (), rank, balance, claims=(claim.id,))


def _why(facts: Facts, claim: Claim, source: Source, verdict: str, *, scored: bool) -> str:
    reasons = facts.cell(claim, source).reasons
    if verdict == DROPPED and reasons:
        return say("why.reason", reasons=say("list").join(said("reason", r) for r in reasons))
    if not scored:
        return say("why.hidden") if facts.hidden(claim, source) else say("why.unsure")
    return say("why.absent") if verdict == DROPPED else ""


KIND = Kind("official", drafts, base=3, each=1.0, sources=2, least=2)
