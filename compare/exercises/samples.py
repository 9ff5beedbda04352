"""Sample answers in words: a weak, a middling and a strong one for each written row.

In: facts, and what a row asks. Out: three texts in the language of the instructions, in which the
words of the story stand as it has them. They are put together from the story's own claims, so that
a teacher can lay them beside a student's answer, and by what the rubric tells apart: the weak one
takes an outlet's words for fact, the middling one names a speaker, the strong one also says which
texts differ or are alone. They are samples by a program and called so; we do not invent a student.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.exercises.facts import Facts, Worded
from compare.exercises.sentences import ends
from compare.exercises.stakes import QUOTED
from compare.model import INCLUDED, Side, Source
from compare.reports.words import language, say
from compare.text.scripts import is_chinese

_LONGEST = 60


def of_difference(facts: Facts, kind: str, sides: tuple[Side, Side]) -> tuple[str, ...]:
    """Ways to settle a discrepancy of this kind between two passages."""
    one, other = sides
    words = {
        "left": facts.labels[one.source],
        "right": facts.labels[other.source],
        "one": _short(one.span),
        "two": _short(other.span),
        "first": say(f"settle.{kind}.1"),
        "second": say(f"settle.{kind}.2"),
    }
    return tuple(say(f"sample.differ.{n}", **words) for n in (1, 2, 3))


def of_single(facts: Facts, one: Worded, source: Source) -> tuple[str, ...]:
    """Ways to settle a claim that only one text has: by who counts its figures, if it has any, else
    by whose words it is.
    """
    origin = one.claim.origin.kind
    counted = any(letter.isdigit() for letter in one.text)
    kind = "number" if counted else origin if origin in QUOTED else "outlet"
    words = {
        "label": facts.labels[source.id],
        "claim": _sentence(one),
        "first": say(f"settle.{kind}.1"),
        "second": say(f"settle.{kind}.2"),
    }
    return tuple(say(f"sample.single.{n}", **words) for n in (1, 2, 3))


def of_brief(
    facts: Facts, must: Sequence[Worded], difference: tuple[Side, Side] | None
) -> tuple[str, ...]:
    """Three briefs: of one text in its own voice, with a speaker, with the texts apart."""
    shared = min(must, key=lambda c: (_foreign(c), -len(_carriers(facts, c)), len(c.text)))
    lone = _lone(facts, shared)
    said = _said(facts, shared)
    weak = say("sample.brief.1", shared=_sentence(shared), lone=_sentence(lone))
    middling = say("sample.brief.2", shared=_sentence(shared), said=said)
    labels = say("list").join(facts.labels[s.id] for s in _carriers(facts, shared))
    strong = say("sample.brief.3", labels=labels, shared=_sentence(shared), said=said)
    end = _apart(facts, difference, lone)
    return tuple(" ".join(text.split()) for text in (weak, middling, f"{strong} {end}"))


def _said(facts: Facts, shared: Worded) -> str:
    """A claim with its speaker, in words of our own around it; empty without one."""
    quoted = [
        one
        for one in facts.claims
        if one.claim.origin.kind in QUOTED and one.claim.origin.speaker and one is not shared
    ]
    if not quoted:
        return ""
    one = min(quoted, key=lambda c: (_foreign(c), -len(_carriers(facts, c)), len(c.text)))
    label = facts.labels[_carriers(facts, one)[0].id]
    return say("sample.said", speaker=one.claim.origin.speaker, label=label, claim=_sentence(one))


def _apart(facts: Facts, difference: tuple[Side, Side] | None, lone: Worded | None) -> str:
    """What a careful brief says of the texts themselves: that they differ, or that one is alone."""
    if difference:
        one, other = difference
        words = {"left": facts.labels[one.source], "right": facts.labels[other.source]}
        return say("sample.differs", **words, one=_short(one.span), two=_short(other.span))
    if lone:
        label = facts.labels[_carriers(facts, lone)[0].id]
        return say("sample.lone", label=label, claim=_sentence(lone))
    return ""


def _lone(facts: Facts, shared: Worded) -> Worded | None:
    """What one text says in its own voice and no other has, of which a weak brief makes a fact."""
    own = [
        one
        for one in facts.claims
        if one.claim.origin.kind not in QUOTED
        and len(_carriers(facts, one)) == 1
        and one is not shared
    ]
    return min(own, key=lambda c: (_foreign(c), len(c.text)), default=None)


def _carriers(facts: Facts, one: Worded) -> list[Source]:
    return [source for source in facts.sources if facts.tells(one.claim, source, (INCLUDED,))]


def _sentence(one: Worded | None) -> str:
    """The words of a claim with a full stop at their end; nothing for none."""
    if one is None:
        return ""
    stop = "。" if is_chinese(one.text) else "."
    return one.text if ends(one.text) else one.text.rstrip(" ,;，；、") + stop


def _foreign(one: Worded) -> bool:
    """True for words in another language than that of the instructions."""
    return one.language[:2] != language()[:2]


def _short(span: str) -> str:
    return span if len(span) <= _LONGEST else f"{span[:_LONGEST]}…"
