"""Attributions in languages whose verbs of saying stand in words.toml, sentence by sentence.

In: a body, its outer quotations and its language. Out: findings in order of their cue. One grammar
over the words of the language: where a verb of saying stands tells who speaks, what it may take
tells what is said. What somebody says runs on over the sentences behind it that have no cue of
their own and are quoted or in reported speech (er habe …). Inside what one person says, only speech
with its own source counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.reading.base.clause_cues import hits
from compare.reading.base.clause_nouns import phrase_end
from compare.reading.base.clause_spans import content_of, says_so
from compare.reading.base.clause_verbs import Hit
from compare.reading.base.speech_grammar import Grammar, grammar
from compare.reading.base.spoken import Span, Spoken, holds
from compare.reading.base.worded import QUOTE, Sentence, masked, sentences_of

_DASHED = re.compile(r"^[—–]\s?.+", re.MULTILINE)
_INCISE = re.compile(r"(?<=\S)\s?[—–](?=[a-zà-ÿ])[^—–\n]*(?:[—–]|$)", re.MULTILINE)
_LONGEST = 250  # words: nobody writes such a sentence, and reading one takes their square


def found(
    text: str, quotes: list[Span], language: str, cues_file: str | None = None
) -> Iterator[Spoken]:
    """All attributions of a body whose outer quotations are `quotes`."""
    g = grammar(language, cues_file)
    quotes = sorted([*quotes, *_dialogue(text, quotes)])
    made: list[Spoken] = []
    previous: Sentence | None = None
    speaking = False
    for s in sentences_of(text, masked(text, quotes), quotes, language, g.word):
        follows = previous is not None and "\n" not in text[previous.ends[-1] : s.starts[0]]
        here = _of_sentence(text, s, g, previous if follows else None)
        if follows and speaking and made and _reported(s, here, g):
            made[-1] = replace(made[-1], content=(made[-1].content[0], _end(s)))
        here = here or list(_inside(text, s, g))
        if here:
            _join_open(text, made, here)
        elif _goes_on(s, g, follows=follows) and made and speaking and not _left_open(s):
            made[-1] = replace(made[-1], content=(made[-1].content[0], _end(s)))
            here = made[-1:]
            made.pop()
        elif _is_quoted(s) and not (s.words[0][0] in "—–" and s.words[-1][-1] == "?"):
            here = [Spoken((s.starts[0], _end(s)))]
        speaking = bool(here)
        made += sorted(here, key=lambda one: one.content[1])
        previous = s
    return iter(made)


def _dialogue(text: str, quotes: Sequence[Span]) -> Iterator[Span]:
    """What is said in paragraphs that open with a dash: —Mucho —respondió él—. No sé cuánto."""
    for line in _DASHED.finditer(text):
        if any(start < line.end() and line.start() < end for start, end in quotes):
            continue
        at = line.start()
        for aside in _INCISE.finditer(text, line.start() + 1, line.end()):
            yield at, aside.start()
            at = aside.end()
        if at + 2 < line.end():
            yield at, line.end()


def _of_sentence(text: str, s: Sentence, g: Grammar, previous: Sentence | None) -> list[Spoken]:
    cues = hits(s, g) if len(s) <= _LONGEST else []
    findings: list[Spoken] = []
    for number, hit in enumerate(cues):
        content = content_of(text, s, hit, cues[number + 1 :], previous, g)
        if content is None or content[1] - content[0] < 2:
            continue
        source, elided = _source(s, hit, cues[:number], g)
        wants = hit.cue is not None and hit.cue.kind == "attitude"
        if source is None and hit.cue is not None and (not elided or (wants and hit.left > 1)):
            continue
        cue = s.starts[hit.i], s.ends[hit.j - 1]
        findings.append(Spoken(content, source, cue, hit.cue, elided))
    return [one for one in findings if _may_stand(text, one, findings, g)]


def _may_stand(text: str, one: Spoken, findings: Sequence[Spoken], g: Grammar) -> bool:
    """Inside another's words only speech with its own source counts, not what somebody wants."""
    holding = [f for f in findings if f is not one and holds(f, one)]
    if not holding or one.said is None:
        return True
    if one.said.kind != "speech" or one.elided:
        return False
    return one.source is None or not g.is_(
        text[slice(*one.source)].lower(), "subjects", "relatives"
    )


def _source(s: Sentence, hit: Hit, earlier: list[Hit], g: Grammar) -> tuple[Span | None, bool]:
    """The span of the source, and whether it was taken over from an earlier verb."""
    if hit.source is not None:
        first, end = hit.source
        while end > first + 1 and s.low[end - 1] == ",":
            end -= 1
        return (s.starts[first], s.ends[end - 1]), False
    for other in reversed(earlier):
        if other.source is not None:
            return _source(s, other, [], g)[0], True
    if g.null_subject and (hit.left < 2 or hit.start is None):
        return None, True
    return _opening(s, hit, g), True


def _opening(s: Sentence, hit: Hit, g: Grammar) -> Span | None:
    """The first noun phrase of the sentence: the subject of a verb that is no cue."""
    first = 0
    if g.is_(s.low[0], "prepositions", "adverbs", "times", "conjunctions"):
        if "," not in s.low[: hit.i]:
            return None
        first = s.low.index(",") + 1
    end = min(phrase_end(s, first, g), hit.left)
    if end <= first or s.low[first] == QUOTE:
        return None
    return s.starts[first], s.ends[end - 1]


# ---------------------------------------------------------------- beyond one sentence
def _inside(text: str, s: Sentence, g: Grammar) -> Iterator[Spoken]:
    """A speaker named inside the quotation: « Il a trahi, a-t-il martelé. Il a menti. »"""
    for k, word in enumerate(s.low):
        if word != QUOTE or not s.whole_quote(k):
            continue
        marks = s.words[k][0] not in "—–"
        start, end = s.starts[k] + marks, s.ends[k] - marks
        inner = text[start:end]
        for part in sentences_of(inner, inner, (), g.language, g.word):
            for hit in hits(part, g):
                if hit.start is not None or hit.source is None or hit.cue is None:
                    continue
                if part.at(hit.left - 1) != "," or part.low[hit.source[0]] in {"-je", "-nous"}:
                    continue
                source = part.starts[hit.source[0]], part.ends[hit.source[1] - 1]
                cue = part.starts[hit.i], part.ends[hit.j - 1]
                content = s.starts[k], s.ends[k]
                if hit.right >= part.last() and part.ends[-1] >= len(inner.rstrip()):
                    content = content[0], start + part.starts[hit.left - 1]
                yield Spoken(content, _moved(source, start), _moved(cue, start), hit.cue)
                return


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _join_open(text: str, made: list[Spoken], here: list[Spoken]) -> None:
    """A quotation of several paragraphs whose speaker stands behind the last is one content."""
    if not made or made[-1].cue is not None:
        return
    last, first = made[-1], here[0]
    gap = text[last.content[1] : first.content[0]]
    opened = text[last.content[0]] in "«„“»" and text[last.content[1] - 1] not in "»”“«"
    if "\n" in gap and not gap.strip() and opened:
        here[0] = replace(first, content=(last.content[0], first.content[1]))
        made.pop()


def _goes_on(s: Sentence, g: Grammar, *, follows: bool) -> bool:
    """True for a sentence without a cue that belongs to what was said before it: a quotation, or
    one whose main verb says that somebody says so (er habe nichts gewusst).
    """
    if _is_quoted(s):
        return True
    if not follows:
        return False
    end = s.low.index(",") if "," in s.low else len(s)
    main = range(end)
    if g.is_(s.low[0], "subordinators") and end < len(s):
        main = range(end, min(len(s), end + 3))
    return any(says_so(s, k, g) for k in main)


def _reported(s: Sentence, here: Sequence[Spoken], g: Grammar) -> bool:
    """True where a verb of saying is itself in reported speech: Zwei Räte hätten dafür plädiert."""
    ahead = [o.cue and o.source and o.source[0] < o.cue[0] < o.content[1] for o in here]
    main = s.low[: s.low.index(",")] if "," in s.low else s.low
    return (
        bool(ahead) and all(ahead) and any(g.is_(w, "reported", "perhaps_reported") for w in main)
    )


def _is_quoted(s: Sentence) -> bool:
    return s.low[0] == QUOTE and all(w == QUOTE or not w[0].isalnum() for w in s.low)


def _left_open(s: Sentence) -> bool:
    """True for a quotation that its next paragraph goes on with: who speaks stands behind that."""
    quote = next((w for w, low in zip(s.words, s.low, strict=True) if low == QUOTE), "")
    return quote[:1] in {"«", "„", "“"} and quote[-1] not in "»”“«"


def _end(s: Sentence) -> int:
    """The end of a sentence without the mark behind it, but with one inside a quotation."""
    k = s.last() - 1
    return s.ends[k]
