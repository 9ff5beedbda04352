"""The official text: what each outlet kept, softened, dropped, contradicted or added.

In: facts with a readout view. Out: rows of one claim and one outlet. What an outlet adds is only
asked where the carrier of the official text surely lacks it, since a claim beside an embedded
statement is the carrier's own. An absence that has a reason (published earlier, cut short) is for
discussion: whoever could not have known dropped nothing.
"""

from __future__ import annotations

from compare.exercises.facts import Facts, Kind, Worded, options
from compare.exercises.parts import Point, Prompt
from compare.exercises.stakes import doubt
from compare.model import ABSENT, Source
from compare.reports.words import said, say

KEPT, SOFTENED, DROPPED, CONTRADICTED, ADDED = VERDICTS = (
    "kept",
    "softened",
    "dropped",
    "contradicted",
    "added",
)


def drafts(facts: Facts) -> list[Prompt]:
    """Drafts of official claims, then of what outlets added."""
    readout = facts.comparison.readout
    if readout is None or readout.reference not in facts.labels:
        return []
    reference = facts.source(readout.reference)
    others = [source for source in facts.outlets if source.id != reference.id]
    known = {one.claim.id: one for one in facts.claims}
    official = [(known[row.claim], row) for row in readout.rows if row.claim in known]
    asked = [
        (one, source, row.verdicts[source.id])
        for one, row in official
        if facts.sure(one.claim, reference)
        for source in others
    ]
    asked += [
        (known[name], source, ADDED)
        for source in others
        for name in readout.added.get(source.id, ())
        if name in known and facts.tells(known[name].claim, reference, (ABSENT,))
    ]
    found = [draft for one in asked if (draft := _row(facts, reference, *one))]
    return [draft for draft in found if draft.points[0].citations]


def where(facts: Facts) -> dict[str, str]:
    """The paragraphs of the reference in which official claims stand, as `D2, D3`."""
    readout = facts.comparison.readout
    if readout is None:
        return {}
    reference, told = facts.source(readout.reference), {row.claim for row in readout.rows}
    places = {
        evidence.paragraph
        for claim in facts.comparison.claims
        if claim.id in told
        for evidence in facts.visible(claim, reference)
        if evidence.paragraph is not None
        and "readout"
        in (reference.article.kind, evidence.attribution and evidence.attribution.kind)
    }
    label = facts.labels[reference.id]
    return {"where": ", ".join(f"{label}{n + 1}" for n in sorted(places)) or label}


def _row(
    facts: Facts, reference: Source, one: Worded, source: Source, verdict: str
) -> Prompt | None:
    claim = one.claim
    proof = facts.proof(claim, source)
    reasons = claim.cells[source.id].reasons if verdict == DROPPED else ()
    name = f"{claim.id} {source.id}"
    told = (*proof, *facts.proof(claim, reference))
    if reasons:
        why = say("why.reason", reasons=say("list").join(said("reason", r) for r in reasons))
        ask = say("discuss.reason", label=facts.labels[source.id])
        return one.draft(Point(citations=told, why=why, talk=ask), name=name)
    known = verdict in VERDICTS and facts.sure(claim, source)
    if not known or not (proof or verdict == DROPPED):
        talk = doubt(claim, facts, (source,))
        return one.draft(talk[0], name=name, quoted=talk[1]) if talk else None
    why = say("why.absent") if verdict == DROPPED else ""
    ask = say("official.ask", label=facts.labels[source.id])
    point = Point(ask, options("official.{}", VERDICTS), (verdict,), told, why)
    return one.draft(point, name=name, balance=verdict)


KIND = Kind("official", drafts, base=3, sources=2, least=2, values=where)
