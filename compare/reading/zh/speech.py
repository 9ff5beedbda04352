"""Chinese attributions: cues with their sources and contents, sentence by sentence.

In: a body in Chinese of either script and the table of cues. Out: findings in order of their cue.
The text is folded to Simplified and quotations are blanked before cues are looked up, so that a
verb in somebody's words is never read as the sentence's own; spans always refer to the original.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from compare.reading.base.sentences import sentences
from compare.reading.base.spoken import (
    NESTING,
    Span,
    Spoken,
    outer_quotations,
    trimmed,
)
from compare.reading.zh.speech_cues import CLAUSE, Hit, hits_of, source_in
from compare.resources.cues import Cues
from compare.resources.words import word_set
from compare.text.scripts import fold

_BLANK = "\ue000"
_ASIDE = "\ue001"
_PAREN = re.compile(r"[（(][^（()）\n]{1,60}[)）]")
_OPENS = '“「『"‘'
_STRIP = " ，,、：:；;　"
_LONGEST = 1500  # characters: nobody writes such a sentence, and reading one takes their square
_PAUSE = 12  # hanzi of what he does before he goes on: 他顿了顿，又说
_STOPS = "。．.！!"
_SOFT = word_set("zh", "speech", "soft")


_HALVES = re.compile(
    rf"[“「『\"][{_BLANK}]+[，,。！？!?]?[”」』\"](?P<who>[\u3400-\u9fff]{{2,14}})[，,]\s?[“「『\"][{_BLANK}]+"
    r"[。！？!?]?[”」』\"][。]?"
)


def found(text: str, quotes: list[Span], cues: Cues) -> list[Spoken]:
    """All attributions of a Chinese body whose outer quotations are `quotes`."""
    folded = fold(text)
    if folded.offsets is not None:
        quotes = outer_quotations(folded.text)
    masked = _masked(folded.text, quotes)
    made: list[Spoken] = []
    previous: Span | None = None
    for span in sentences(_marked(folded.text, masked, quotes), "zh"):
        here = list(_of_sentence(masked, span, cues, previous)) or _by_form(masked, span)
        if not here and _is_quote(masked, span):
            same = previous is not None and "\n" not in masked[previous[1] : span[0]]
            if same and made and _ends_near(made[-1], span) and made[-1].content[0] < span[0]:
                made[-1] = replace(made[-1], content=(made[-1].content[0], span[1]))
            else:
                here = [Spoken(span)]
        made += here
        previous = span
    return [_original(folded.original, one) for one in made]


def _original(back: Callable[[int, int], Span], one: Spoken) -> Spoken:
    return replace(
        one,
        content=back(*one.content),
        source=None if one.source is None else back(*one.source),
        cue=None if one.cue is None else back(*one.cue),
    )


def _masked(text: str, quotes: list[Span]) -> str:
    """`text` with the inside of every quotation and parenthesis blanked."""
    pieces: list[str] = []
    at = 0
    for start, end in quotes:
        pieces += [text[at : start + 1], _BLANK * max(0, end - start - 2)]
        at = max(start + 1, end - 1)
    pieces.append(text[at:])
    masked = "".join(pieces)
    return _PAREN.sub(lambda m: m[0][0] + _ASIDE * (len(m[0]) - 2) + m[0][-1], masked)


def _marked(text: str, masked: str, quotes: list[Span]) -> str:
    """The masked text with the last mark inside each quotation kept: it may end the sentence."""
    characters = list(masked)
    for _, end in quotes:
        if end >= 2 and text[end - 2] in "。！？!?…":
            characters[end - 2] = text[end - 2]
    return "".join(characters)


def _by_form(masked: str, span: Span) -> list[Spoken]:
    """Two halves of a quotation with somebody between them, but no verb: “……，”他指着窗外，“……”"""
    form = _HALVES.match(masked, span[0], span[1])
    source = source_in(form["who"]) if form else None
    if form is None or source is None:
        return []
    begin = form.start("who")
    return [Spoken((span[0], form.end()), (begin + source[0], begin + source[1]))]


def _is_quote(masked: str, span: Span) -> bool:
    bare = re.sub(rf"[{_BLANK}\s“”「」『』\"，,。.、；;]", "", masked[slice(*span)])
    return not bare and masked[span[0]] in '“「『"'


def _ends_near(one: Spoken, span: Span) -> bool:
    ends = [s[1] for s in (one.content, one.cue, one.source) if s is not None]
    return span[0] - max(ends) < 4


# ---------------------------------------------------------------- one sentence
def _of_sentence(masked: str, span: Span, cues: Cues, previous: Span | None) -> Iterator[Spoken]:
    hits = hits_of(masked, span, cues) if span[1] - span[0] <= _LONGEST else []
    kept: list[Hit] = []
    kept_contents: list[Span] = []
    for number, hit in enumerate(hits):
        source, elided = hit.source, False
        if source is None and hit.cue is not None:
            source, elided = _inherited(masked, span, hit, kept), True
            if source is None:
                continue
        content = _content(masked, span, hit, hits[number + 1 :], previous)
        if content is None or _is_mere(masked, hit, elided, kept_contents):
            continue
        kept_contents.append(content)
        kept.append(replace(hit, source=source))
        yield Spoken(content, source, (hit.start, hit.end), hit.cue, elided)


def _is_mere(masked: str, hit: Hit, elided: bool, contents: list[Span]) -> bool:
    """Inside another's words only speech with its own source counts, not what somebody wants."""
    if hit.cue is None or not any(a <= hit.start and hit.end <= b for a, b in contents):
        return False
    if elided or hit.cue.kind != "speech" or hit.cue.strength not in NESTING:
        return True
    return hit.source is None or masked[slice(*hit.source)].startswith(("我", "中方", "美方"))


def _inherited(masked: str, span: Span, hit: Hit, kept: list[Hit]) -> Span | None:
    """The source of an earlier cue of the sentence, else the sentence's first noun phrase."""
    for other in reversed(kept):
        if other.source is not None and other.start < hit.start:
            return other.source
    begin = _quote_end(masked, span[0]) if masked[span[0]] in _OPENS else span[0]
    while begin < hit.left and masked[begin] in _STRIP:
        begin += 1
    for mark in CLAUSE.finditer(masked, begin, hit.left):
        found = source_in(masked[begin : mark.start()])
        if found is not None:
            source = begin + found[0], begin + found[1]
            return None if _BLANK in masked[slice(*source)] else source
        begin = mark.end()
    return None


# ---------------------------------------------------------------- contents
def _content(
    masked: str, span: Span, hit: Hit, later: list[Hit], previous: Span | None
) -> Span | None:
    if hit.about is not None:
        end = hit.left if hit.about == span[0] and hit.left > span[0] else hit.start
        return trimmed(masked, hit.about, end, _STRIP)
    start = hit.content
    opening = masked[span[0]] in '“「『"' and hit.cue is not None
    behind = trimmed(masked, start, span[1], _STRIP + _STOPS)
    if behind[1] - behind[0] < 2:
        return _before(masked, span, hit, previous)
    if opening and hit.left > span[0]:
        head = _quote_end(masked, span[0])
        between = masked[head : hit.left].strip(" ，,")
        beside = not between or (hit.source is None and len(between) <= _PAUSE)
        if beside and masked[behind[0]] in '“「『"':
            return span[0], _end(masked, behind[0], min([span[1], *(h.left for h in later)]))
        if beside and masked[hit.end : hit.end + 1] in "，,。":
            return span[0], head
    end = min([span[1], *(_cut(hit, other) for other in later)])
    if masked[start : start + 1] in "了到":
        start += 1
    content = trimmed(masked, start, end, _STRIP)
    if masked[content[1] - 1 : content[1]] in "。.！!" and content[1] > content[0]:
        content = content[0], content[1] - 1
    return content if content[1] - content[0] >= 2 else None


def _quote_end(masked: str, start: int) -> int:
    at = start + 1
    while at < len(masked) and masked[at] in _BLANK:
        at += 1
    return min(len(masked), at + 1)


def _end(masked: str, start: int, end: int) -> int:
    while end > start and masked[end - 1] in "。.":
        end -= 1
    return end


def _before(masked: str, span: Span, hit: Hit, previous: Span | None) -> Span | None:
    """The quotation before the cue, in this sentence or at the end of the one before."""
    if hit.left > span[0] and masked[span[0]] in '“「『"':
        head = _quote_end(masked, span[0])
        if CLAUSE.search(masked, head, hit.left) and hit.left - head > 2:
            return span[0], head
        return trimmed(masked, span[0], hit.left, _STRIP)
    if hit.left > span[0] or previous is None or span[0] - previous[1] > 1:
        return None
    quoted = masked[previous[1] - 1] in '”」』"' and masked[previous[0]] in '“「『"'
    return previous if quoted else None


def _cut(hit: Hit, other: Hit) -> int:
    """Where the content of `hit` ends because another speech of the sentence begins."""
    if other.left < hit.content or other.cue is None:
        return 1 << 40
    if other.source is None:
        told = other.cue.kind == "speech" and (other.linked or other.cue.lemma not in _SOFT)
        return other.left if told else 1 << 40
    return other.left if other.linked else 1 << 40
