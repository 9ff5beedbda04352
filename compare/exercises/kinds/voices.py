"""Who says so: the speaker of a claim in one text, and the form of the words.

In: facts with attributions. Out: rows of one claim in one text with two points. Only speakers whose
identity is known are asked for: 他 and 马修·米勒 may be one person, and a choice between two names
of one person would have two right answers. Where one speaker quotes another, both are accepted.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.exercises.facts import Facts, Kind, Worded, options
from compare.exercises.parts import COMPARE, Option, Point, Prompt
from compare.exercises.rows import LAST, shuffled
from compare.exercises.sentences import leans, readable
from compare.model import INCLUDED, PARTIAL, Attribution, Claim, Source
from compare.reports.words import language, say
from compare.text.scripts import is_chinese

DIRECT, INDIRECT, OWN = MODES = ("direct", "indirect", "own")
OUTLET = "the outlet"
TOLD = (INCLUDED, PARTIAL)


def drafts(facts: Facts) -> list[Prompt]:
    """A draft for every sure cell with a known speaker; none when all have the same."""
    said = [
        (one, source, attribution)
        for one in facts.claims
        for source in facts.sources
        if facts.tells(one.claim, source, TOLD)
        if (attribution := attribution_of(one.claim, source)) is not None
    ]
    several = len({attribution.entity for *_, attribution in said}) > 1
    known = _identities(facts)
    names = speakers(facts, known)
    bank = _bank(facts, names, [attribution.entity for *_, attribution in said])
    return [_draft(facts, known, bank, *item) for item in said] if several else []


def attribution_of(claim: Claim, source: Source) -> Attribution | None:
    """Whose words a claim is in a source, None when it is not known or not one answer."""
    cell = claim.cells[source.id]
    every = [a for a in (cell.attribution, *(e.attribution for e in cell.evidence)) if a]
    first = every[0] if len({(a.entity, a.mode) for a in every}) == 1 else None
    known = first and first.entity and first.speaker and first.mode in (DIRECT, INDIRECT)
    return first if known else None


def speakers(facts: Facts, known: dict[str, str]) -> dict[str, str]:
    """Entity id -> the name to show, of every speaker who can be asked for. Names in the script of
    the instructions come first, so that no script gives an answer away.
    """
    claims = facts.comparison.claims
    said = (attribution_of(claim, source) for claim in claims for source in facts.sources)
    entities = {e.id: e for e in facts.comparison.story.entities}
    found = {}
    for entity in sorted({a.entity for a in said if a and a.entity} & set(known.values())):
        names = (name for name, identity in known.items() if identity == entity)
        held = entities.get(entity)
        found[entity] = held.names.get(language(), held.name) if held else min(names, key=_fitness)
    return found


def _fitness(name: str) -> tuple[bool, int, str]:
    return is_chinese(name) != language().startswith("zh"), -len(name), name


def _identities(facts: Facts) -> dict[str, str]:
    """Every name under which a known speaker occurs -> entity id."""
    said = [
        evidence.attribution
        for claim in facts.comparison.claims
        for source in facts.sources
        for evidence in claim.cells[source.id].evidence
        if evidence.attribution
    ]
    return {a.speaker: a.entity for a in reversed(said) if a.speaker and a.entity}


def _bank(facts: Facts, names: dict[str, str], asked: Sequence[str | None]) -> tuple[Option, ...]:
    """The speakers to choose from, the same in every row: all who are asked for, and others up to
    what the level offers.
    """
    right = [name for name in dict.fromkeys(asked) if name in names]
    others = shuffled((n for n in names if n not in right), facts.seed, str)
    held = [*right, *others][: max(len(right) + 1, facts.level.options - 1)]
    mixed = shuffled(held, f"{facts.seed} speakers", str)
    choices = [Option(n, names[n], "zh" if is_chinese(names[n]) else "en") for n in mixed if n]
    return (*choices, Option(OUTLET, say("voices.outlet")))


def _draft(
    facts: Facts,
    known: dict[str, str],
    bank: tuple[Option, ...],
    one: Worded,
    source: Source,
    attribution: Attribution,
) -> Prompt:
    """The speaker, and everyone through whom the words came, are accepted."""
    claim = one.claim
    through = (known[name] for name in attribution.chain if name in known)
    every = dict.fromkeys((attribution.entity or "", *through))
    right = tuple(name for name in every if name in {option.key for option in bank})
    proof = facts.proof(claim, source)
    torn = not readable(proof[0].quote, proof[0].language, facts.options)
    return Prompt(
        f"{claim.id} {source.id}",
        (
            Point(say("voices.who"), bank, right, proof),
            Point(say("voices.how"), options("voices.{}", MODES), (attribution.mode,), proof),
        ),
        quoted=proof[:1],
        rank=leans(one.text) + (source.article.kind == "summary") + LAST * torn,
        balance=f"{attribution.entity} {attribution.mode}",
        claims=(claim.id,),
    )


KIND = Kind("voices", drafts, each=2.0, strand=COMPARE)
