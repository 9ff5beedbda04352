"""Choice of words: which text uses these words for a person, a body or an act?

In: facts with the labels that sources give one entity. Out: rows of one label, with all texts to
choose from, so that the choices are printed once. The proof is the label's own place in the text,
so that no confidence is needed; a text that has the same words anywhere is accepted too. A label
is asked for only when a text in a language of its users has other words, for else the language
alone would tell the answer.
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
    """The row of a label, when a text in a language of its users does not use it."""
    sources = {source.id: source for source in facts.sources}
    spots = {name: _spots(source, label, facts) for name, source in sources.items()}
    users = tuple(name for name in sources if spots[name])
    languages = {sources[name].article.language[:2] for name in users}
    others = [
        name
        for name in here
        if name not in users and sources[name].article.language[:2] in languages
    ]
    if not users or not others:
        return []
    cited = [spot for name in users for spot in spots[name]]
    cited += [s for name in others for s in _spots(sources[name], here[name][0], facts)]
    options = (Option(n, say("wording.text", label=facts.labels[n])) for n in sources)
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
