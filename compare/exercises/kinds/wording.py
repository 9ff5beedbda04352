"""Choice of words: which text uses these words for a person, a body or an act?

In: facts with the labels that sources give one entity. Out: rows of one label. The proof is the
label's own place in the text, so that no confidence is needed; a text that has the same words
anywhere is accepted too, and texts of other languages are no choice.
"""

from __future__ import annotations

from compare.exercises.facts import Facts
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import Citation, Draft, Option, Point
from compare.model import BODY, TITLE, Source, Wording
from compare.reports.words import say

_PARTS = (BODY, TITLE)


def drafts(facts: Facts) -> list[Draft]:
    """A draft for every label that some but not all of two or more texts use."""
    found = []
    for item in facts.comparison.wording:
        here = {name: labels for name, labels in item.labels.items() if name in facts.labels}
        if len(here) > 1:
            for label in dict.fromkeys(one for labels in here.values() for one in labels):
                draft = _draft(item, label, here, facts)
                found += [draft] if draft else []
    return found


def _draft(
    item: Wording, label: str, here: dict[str, tuple[str, ...]], facts: Facts
) -> Draft | None:
    spots = {s.id: _spot(s, label, facts) for s in facts.sources if s.id in here}
    users = [name for name, spot in spots.items() if spot is not None]
    rivals = [name for name in spots if _same_language(facts, name, users)]
    if not users or len(rivals) == len(users):
        return None
    cited = tuple(spot for spot in spots.values() if spot is not None)
    others = tuple(
        spot
        for name, labels in here.items()
        if name in rivals and name not in users
        for spot in [_spot(facts.source(name), labels[0], facts)]
        if spot is not None
    )
    options = tuple(
        Option(source.id, say("wording.text", label=facts.labels[source.id]))
        for source in facts.sources
        if source.id in rivals
    )
    prompt = say("wording.ask", label=label, entity=item.entity)
    point = Point(prompt, options, tuple(users), (*cited, *others))
    rank = len(users) - 1
    return Draft(f"{item.entity} {label}", (point,), rank=rank, balance=item.entity)


def _same_language(facts: Facts, name: str, users: list[str]) -> bool:
    """True when a text is in the language of one that uses the words: in another it could not."""
    language = facts.source(name).article.language[:2]
    return any(facts.source(user).article.language[:2] == language for user in users)


def _spot(source: Source, label: str, facts: Facts) -> Citation | None:
    """The first shown place of the words in a text, or None."""
    for part in _PARTS:
        text = source.article.part(part)
        at = text.casefold().find(label.casefold())
        if at >= 0 and facts.shown[source.id].holds(part, at, at + len(label)):
            end = at + len(label)
            place = facts.place(source, part, at)
            language = source.article.language
            return Citation(source.id, part, at, end, text[at:end], place, language)
    return None


KIND = Kind("wording", drafts, base=2, each=1.0, sources=2)
