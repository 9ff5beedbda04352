"""A kind of exercise in one module, as somebody would add it: its drafts, its words, its value."""

from __future__ import annotations

from compare.exercises.facts import Facts, Kind
from compare.exercises.parts import Option, Point, Prompt

WORDS = {
    "task.toy": "Who wrote more?",
    "aim.toy": "looking at length",
    "do.toy": "The longest text has {most} characters. Which one is it?",
    "hint.toy": "count the paragraphs.",
    "material.toy": "texts",
    "rubric.toy.1": "Guesses.",
    "rubric.toy.2": "Counts.",
    "rubric.toy.3": "Counts, and asks what length means.",
}


def drafts(facts: Facts) -> list[Prompt]:
    """One row: the longest text among the others."""
    sizes = {source.id: len(source.article.text) for source in facts.sources}
    longest = max(facts.sources, key=lambda source: sizes[source.id])
    options = tuple(Option(name, f"text {facts.labels[name]}") for name in sizes)
    proof = facts.spot(longest, "body", 0, 10)
    return [Prompt("longest", (Point("", options, (longest.id,), (proof,)),))]


def most(facts: Facts) -> dict[str, str]:
    """What the instruction names."""
    return {"most": str(max(len(source.article.text) for source in facts.sources))}


KIND = Kind("toy", drafts, sources=2, values=most, words=WORDS)
