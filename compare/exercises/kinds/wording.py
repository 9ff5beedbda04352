"""Choice of words: which text uses these words for a person, a body or an act?

In: facts with the labels that sources give one entity. Out: rows of one label. The proof is the
label's own place in the text, so that no confidence is needed; a text that has the same words
anywhere is accepted too, and texts of other languages are no choice.
"""

from __future__ import annotations

from compare.exercises.facts import Facts, Kind
from compare.exercises.parts import COMPARE, Citation, Option, Point, Prompt
from compare.model import BODY, TITLE, Source
from compare.reports.words import say


def drafts(facts: Facts) -> list[Prompt]:
    """A draft for every label that some but not all of two or more texts use."""
    found = []
    for item in facts.comparison.wording:
        here = {name: labels for name, labels in item.labels.items() if name in facts.labels}
        for label in dict.fromkeys(one for labels in here.values() for one in labels):
            found += _drafts(item.entity, label, here, facts) if len(here) > 1 else []
    return found


def _drafts(
    entity: str, label: str, here: dict[str, tuple[str, ...]], facts: Facts
) -> list[Prompt]:
    """The row of a label, when a text in a language of its users does not use it: in another
    language it could not.
    """
    sources = {source.id: source for source in facts.sources if source.id in here}
    spots = {name: _spots(source, label, facts) for name, source in sources.items()}
    languages = {sources[name].article.language[:2] for name, found in spots.items() if found}
    rivals = [name for name, s in sources.items() if s.article.language[:2] in languages]
    users = tuple(name for name in rivals if spots[name])
    if len(rivals) == len(users):
        return []
    others = [name for name in here if name in rivals and name not in users]
    cited = [spot for name in users for spot in spots[name]]
    cited += [s for name in others for s in _spots(sources[name], here[name][0], facts)]
    options = (Option(n, say("wording.text", label=facts.labels[n])) for n in rivals)
    prompt = say("wording.ask", label=label, entity=entity)
    point = Point(prompt, tuple(options), users, tuple(cited))
    return [Prompt(f"{entity} {label}", (point,), rank=len(users) - 1, balance=entity)]


def _spots(source: Source, label: str, facts: Facts) -> list[Citation]:
    """The first shown place of the words in a text."""
    spots = [
        facts.spot(source, part, at, at + len(label))
        for part in (BODY, TITLE)
        if (at := source.article.part(part).casefold().find(label.casefold())) >= 0
    ]
    return [spot for spot in spots if facts.shows(source.id, spot)][:1]


KIND = Kind("wording", drafts, sources=2, strand=COMPARE)
