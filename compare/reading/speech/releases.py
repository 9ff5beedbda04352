"""Speakers in the forms of a press release: beside the quotation, without a verb of saying.

In: a body, its outer quotations, its language and what the sentences attribute. Out: the findings,
with those of the forms in place of what the sentences made of them. “…” — Anna Berg, mayor of Vale;
From Chairwoman Rosen: and the quotation as the next paragraph; REED: “…”. The forms are told by
where the marks and line breaks stand, and only words that look like a person's name are a speaker:
behind a dash or before a colon stands much else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from compare.reading.base.spoken import Span, Spoken, trimmed
from compare.reading.base.vocabulary import SURNAMES, closing
from compare.reading.speech.directory import PARTICLE
from compare.resources.cues import cues
from compare.resources.words import either, listed, word_set, words
from compare.text.scripts import is_han, to_simplified

_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_DASHED = re.compile(
    rf"\s*[-–—―]{{1,2}}\s*(?P<who>(?:{_CAPITAL}|[\u3400-\u9fff])[^\n“”\"]{{1,119}})$",
    re.MULTILINE,
)
_SIGNED = re.compile(
    rf"[ \t]*\n\s*(?P<who>{_CAPITAL}[^\n“”\":]{{4,99}}[^\n“”\":.!?])$", re.MULTILINE
)
_LABEL = re.compile(r"(?P<who>[^\n:：“”\"「」]{2,60})[:：]\s?$")
_LINE = re.compile(r"(?P<line>[^\n“”\"]{4,200})[:：]\s*\n\s*$")
_TWO = re.compile(
    rf"(?:{_CAPITAL}[\w’'-]*\.?|{_CAPITAL}\.)(?: {_CAPITAL}\.)*(?: {PARTICLE})*"
    rf" (?:“)?{_CAPITAL}[\w’'-]+"
)
_CAPITALS = re.compile(rf"(?:{_CAPITAL}{{2,}}[.'’-]?\s?)+$")
_STOP = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})[.!?]\s+\S")
_BEFORE = 210
_AROUND = 6
_ZH_NAME = re.compile(
    rf"(?:[\u3400-\u9fff]{{0,14}}(?:{either(word_set('zh', 'speech', 'offices'))})"
    r"[\u3400-\u9fff]{0,4}"
    rf"|[{''.join(sorted(SURNAMES))}][\u3400-\u9fff]{{1,2}}"
    r"|[\u3400-\u9fff]{1,6}(?:[·‧•・][\u3400-\u9fff]{1,6})+)$"
)
_SAYING_ZH = re.compile(rf"(?:{either({*closing('zh'), *cues().chinese})})$")
_STRIP = " \t,，.-–—"


def released(text: str, quotes: Sequence[Span], language: str, found: list[Spoken]) -> list[Spoken]:
    """`found`, with the quotations whose speaker stands beside them in such a form."""
    tag = language.partition("-")[0]
    made = [
        Spoken((_run_start(text, quotes, at), quotes[at][1]), who)
        for at in range(len(quotes))
        if (who := _beside(text, quotes, at, tag)) is not None
    ]
    told = _Near(found)
    made = [one for one in made if not any(_is_told(one, other) for other in told.of(one))]
    new = _Near(made)
    return made + [one for one in found if not any(_replaces(n, one) for n in new.of(one))]


class _Near:
    """Findings by place, so that only those beside one another are compared."""

    def __init__(self, findings: Sequence[Spoken]) -> None:
        """Order `findings` by content."""
        self._sorted = sorted(findings, key=_start)
        self._starts = [_start(one) for one in self._sorted]

    def of(self, one: Spoken) -> Iterator[Spoken]:
        """Those around the content and the cue of `one`."""
        for place in {_start(one), (one.cue or one.content)[0]}:
            at = bisect_right(self._starts, place)
            yield from self._sorted[max(0, at - _AROUND) : at + _AROUND]


def _start(one: Spoken) -> int:
    return one.content[0]


def _beside(text: str, quotes: Sequence[Span], at: int, tag: str) -> Span | None:
    """The speaker beside a quotation: behind its dash, else in front of its colon."""
    start, end = quotes[at]
    line = text.rfind("\n", 0, start) + 1
    after = _DASHED.match(text, end) or _SIGNED.match(text, end)
    if after and _stands_alone(text, line, start) and not _STOP.search(after["who"]):
        who = trimmed(text, *after.span("who"), _STRIP)
        if _is_name(text[slice(*who)], tag):
            return who
    if label := _LABEL.match(text, line, start):
        who = trimmed(text, *label.span("who"), _STRIP)
        return who if label.end() == start and _is_label(text[slice(*who)], tag) else None
    before = _LINE.search(text, max(0, start - _BEFORE), start) if line == start else None
    return None if before is None else introduced(text, before.span("line"), tag)


def _stands_alone(text: str, line: int, start: int) -> bool:
    """True for a quotation at the head of its line, or behind another one."""
    return not text[line:start].strip() or text[line:start].rstrip()[-1:] in '”"»“'


def introduced(text: str, line: Span, tag: str) -> Span | None:
    """Whom a line names that ends with a colon: From the desk of John Doe, chief analyst."""
    begin = text.rfind("\n", 0, line[1]) + 1
    stops = list(_STOP.finditer(text, begin, line[1]))
    begin = stops[-1].end() - 1 if stops else begin
    words_of = text[begin : line[1]]
    from_, verb = _patterns(tag)
    if said := verb.search(words_of):
        who = trimmed(text, begin, begin + said.start(), _STRIP)
        return who if who[1] - who[0] > 1 and len(text[slice(*who)].split()) < 16 else None
    head = from_.match(words_of)
    who = trimmed(text, begin + (head.end() if head else 0), line[1], _STRIP)
    if not _is_name(text[slice(*who)], tag) and "," in text[slice(*who)]:
        who = trimmed(text, text.rindex(",", *who), line[1], _STRIP)
    return who if _is_name(text[slice(*who)], tag) else None


def _is_name(who: str, tag: str) -> bool:
    """Words that begin with somebody's name, maybe behind a title."""
    head = re.split(r"[,，(（]", who, maxsplit=1)[0].strip()
    if is_han(who[:1]):
        return len(head) < 20 and bool(_ZH_NAME.match(to_simplified(head)))
    low = who.lower().split()
    if who.lower() in listed(words(tag).get("speech", {}).get("labels", "")):
        return False
    if len(low) > 24 or (tag == "en" and not _verbs().isdisjoint(low)):
        return False
    return len(head.split()) < 9 and bool(_TWO.search(head) or _CAPITALS.match(head))


def _is_label(who: str, tag: str) -> bool:
    if is_han(who[:1]):
        return _is_name(who, tag) and not _SAYING_ZH.search(to_simplified(who))
    parts = who.split()
    named = all(w[0].isupper() for w in parts) and 1 < len(parts) < 5 and _is_name(who, tag)
    return named or bool(_CAPITALS.match(who))


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    grammar = words("en")["grammar"]
    found = (w for key in ("be", "modals", "auxiliaries") for w in listed(grammar[key]))
    return frozenset(found) | closing("en")


@lru_cache(maxsize=8)
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands in front of a name at a line's head, and a verb of saying at its end."""
    table = words(tag).get("speech", {})
    froms = either(listed(table.get("released_from", "")))
    verbs = closing(tag) if tag in ("en", "zh") else frozenset()
    edge = "" if tag == "zh" else r"\b"
    behind = r"[^:：,，]{0,40}$"
    return (
        re.compile(rf"(?:[^,，]{{0,60}}?{edge}(?:{froms}){edge})\s*", re.IGNORECASE),
        re.compile(rf"[,，]?\s*{edge}(?:{either(verbs)}){edge}{behind}", re.IGNORECASE),
    )


def _run_start(text: str, quotes: Sequence[Span], at: int) -> int:
    """Where the paragraphs begin that are all quotation and end with the one at `at`."""
    start = quotes[at][0]
    for begin, end in reversed(quotes[max(0, at - 60) : at]):
        gap = text[end:start]
        alone = begin == 0 or text[begin - 1] == "\n"
        if "\n" not in gap or gap.strip() or not alone:
            break
        start = begin
    return start


def _is_told(new: Spoken, one: Spoken) -> bool:
    """True when a verb of the quotation's own sentence names another speaker."""
    if one.cue is None or one.source is None or one.source == new.source or new.source is None:
        return False
    overlaps = one.content[0] < new.content[1] and new.content[0] < one.content[1]
    beside = new.source[0] <= one.cue[0] < new.source[1] + 2
    return overlaps and not beside and one.cue[0] >= new.content[1]


def _replaces(new: Spoken, one: Spoken) -> bool:
    """True for what the sentences made of the same quotation."""
    if (
        one.content[0] >= new.content[0]
        and one.content[1] <= new.content[1]
        and (one.cue is None or one.source is None)
    ):
        return True
    if new.source is None or one.cue is None:
        return False
    return new.source[0] <= one.cue[0] < new.source[1] or (
        one.content[0] == new.content[0] and one.source == new.source
    )
