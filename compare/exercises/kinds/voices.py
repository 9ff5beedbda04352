"""Who says so: the speaker of a claim in one text, and the form of the words.

In: facts with attributions. Out: rows of one claim in one text with two points. Only speakers whose
identity is known are asked for: 他 and 马修·米勒 may be one person, and a choice between two names
of one person would have two right answers. Where one speaker quotes another, both are accepted.
"""

from __future__ import annotations

from collections.abc import Mapping

from compare.exercises.excerpts import leans
from compare.exercises.facts import Facts
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import Draft, Option, Point, Quoted
from compare.exercises.seeds import shuffled
from compare.model import INCLUDED, PARTIAL, Attribution, Claim, Entity, Source
from compare.reports.words import language as interface
from compare.reports.words import say
from compare.text.scripts import is_chinese

DIRECT, INDIRECT, OWN = MODES = ("direct", "indirect", "own")
OUTLET = "the outlet"
TOLD = (INCLUDED, PARTIAL)


def drafts(facts: Facts) -> list[Draft]:
    """A draft for every sure cell with a known speaker; none when all have the same."""
    said = [
        (claim, source, attribution, text)
        for claim, text, _ in facts.claims()
        for source in facts.sources
        if facts.sure(claim, source) and facts.cell(claim, source).status in TOLD
        if (attribution := attribution_of(claim, source)) is not None
    ]
    names = speakers(facts)
    if len({attribution.entity for _, _, attribution, _ in said}) < 2:
        return []
    return [_draft(facts, names, *item) for item in said]


def attribution_of(claim: Claim, source: Source) -> Attribution | None:
    """Whose words a claim is in a source, None when it is not known or not one answer."""
    cell = claim.cells[source.id]
    found = [e.attribution for e in cell.evidence]
    every = [a for a in (cell.attribution, *found) if a is not None]
    if not every or len({(a.entity, a.mode) for a in every}) > 1:
        return None
    first = every[0]
    return first if first.entity and first.speaker and first.mode in (DIRECT, INDIRECT) else None


def speakers(facts: Facts) -> dict[str, str]:
    """Entity id -> the name to show, of every known speaker in the comparison."""
    asked = {
        attribution.entity
        for claim in facts.comparison.claims
        for source in facts.sources
        if (attribution := attribution_of(claim, source)) is not None
    }
    found: dict[str, list[str]] = {}
    for name, entity in _identities(facts).items():
        if entity in asked:
            found.setdefault(entity, []).append(name)
    return {entity: min(found[entity], key=_fitness) for entity in sorted(found)}


def _fitness(name: str) -> tuple[bool, int, str]:
    """Names in the script of the instructions first, so that no script gives an answer away."""
    return is_chinese(name) != interface().startswith("zh"), -len(name), name


def accepted(attribution: Attribution, chain: Mapping[str, str]) -> tuple[str, ...]:
    """The speaker, and everyone through whom the words came; `chain` maps names to identities."""
    through = [chain[name] for name in attribution.chain if name in chain]
    return tuple(dict.fromkeys([attribution.entity or "", *through]))


def _draft(
    facts: Facts,
    names: Mapping[str, str],
    claim: Claim,
    source: Source,
    attribution: Attribution,
    text: str,
) -> Draft:
    right = accepted(attribution, _identities(facts))
    right = tuple(name for name in right if name in names)
    others = shuffled((n for n in names if n not in right), f"{facts.seed} {claim.id}", str)
    chosen = [*right, *others][: max(len(right) + 1, facts.level.options - 1)]
    options = [_option(name, names[name], facts) for name in chosen]
    options.append(Option(OUTLET, say("voices.outlet")))
    proof = facts.proof(claim, source)
    who = Point(say("voices.who"), tuple(options), right, proof, shuffle=True)
    partial = claim.cells[source.id].status == PARTIAL
    modes = (DIRECT, INDIRECT) if partial else (attribution.mode,)
    forms = tuple(Option(mode, say(f"voices.{mode}")) for mode in MODES)
    how = Point(say("voices.how"), forms, modes, proof)
    quoted = tuple(Quoted(c.place, c.quote, c.language) for c in proof[:1])
    rank = leans(text) + (source.article.kind == "summary")
    name = f"{claim.id} {source.id}"
    balance = f"{attribution.entity} {attribution.mode}"
    return Draft(name, (who, how), "", "", quoted, rank, balance, claims=(claim.id,))


def _identities(facts: Facts) -> dict[str, str]:
    """Every name under which a known speaker occurs -> entity id."""
    found: dict[str, str] = {}
    for claim in facts.comparison.claims:
        for source in facts.sources:
            for evidence in claim.cells[source.id].evidence:
                said = evidence.attribution
                if said is not None and said.entity and said.speaker:
                    found.setdefault(said.speaker, said.entity)
    return found


def _option(entity: str, speaker: str, facts: Facts) -> Option:
    known: Mapping[str, Entity] = {e.id: e for e in facts.comparison.story.entities}
    shown = known[entity].names.get(interface(), known[entity].name) if entity in known else speaker
    return Option(entity, shown, "zh" if is_chinese(shown) else "en")


KIND = Kind("voices", drafts, base=2, each=2.0)
