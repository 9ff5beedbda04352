"""Sentences and clauses with offsets.

In: text and its language. Out: spans that together hold every visible character. Rules, not a
model: news punctuation is regular, and rules keep offsets exact. What is special to news: a
quotation with the speaker behind it (“……。”他补充道。) is one sentence; ASCII and full-width
punctuation mix in Chinese; `U.S.` seldom ends a sentence. Clauses are what claims are matched by:
Chinese cuts at ，；： and never at 、; English at semicolons and before coordinating or relative
starters; fragments and bare cues (他说，) stay with their neighbour, since over-splitting hurts
matching (F1 .88 to .78 when cut at every comma).

Quotations: spans between quotation marks, nested, mixed and left open. In: text of any language.
Out: quotations in order of their opening mark. A stack is used, not a regular expression, because
news text opens with one mark and closes with another (“ … "), nests 「『』」 and repeats the
opening mark at every paragraph of a long quotation.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from compare.model.documents import Quotation
from compare.reading.base import glued
from compare.reading.base.vocabulary import abbreviations, closing
from compare.resources.words import any_of, either, word_set, words
from compare.text.scripts import han_count, is_han, to_simplified

Span = tuple[int, int]

# closing marks: a German one looks like an English opening one, a French one stands off by a space
_CLOSE = r"(?:[”’」』\"')）》】]|\s?»|[«“](?=[\s,;:.]|$))*"
_END = re.compile(
    rf"[。！？!?．｡؟۔।…]+{_CLOSE}"
    rf"|(?<!\.)\.++{_CLOSE}(?=\s|$|[\u3400-\u9fff“「]|{glued.BEHIND})"
)
_CLOSED = re.compile(r"[”’」』»«“\"']$")
_OPENING = re.compile(r"[\s（(]*[“「『\"‘']")
_CUE_ZH, _CUE_EN = (either(closing(language)) for language in ("zh", "en"))
_SAID_ZH = re.compile(f"{_CUE_ZH}|{either(word_set('zh', 'sentences', 'behind'))}")
_SPOKEN_ZH = re.compile(
    rf"\s*[“「『\"][^”」』\"]*[”」』\"][^“「『\"。！？]{{0,40}}(?:{_SAID_ZH.pattern})[^“「『\"。]{{0,6}}[“「『\"]"
)
_SAID_EN = re.compile(rf"\s*(?:[\w.'’-]+,?\s+){{0,8}}?(?:{_CUE_EN})\b")
LONGEST = 2000  # characters of a sentence; one without an end is read in pieces of this length
_BEFORE = 60  # characters in which an abbreviation before a stop is looked for
# of languages that have no words of their own yet
_OTHERS = "св Св англ лат нем ул им гг тыс млн млрд руб см"
_ABBREVIATION = re.compile(
    rf"(?:\b(?:{either({*_OTHERS.split(), *abbreviations('en')})})|(?:\b[A-Za-z]\.)*\b[A-Za-z])\.$"
)
# „Darf ich?“, fragte er; « Non ! » a-t-il dit; these three look for the verb behind the mark
_CUED = ("en", "zh", "ja")
_CONTINUES = re.compile(r"\s*[,;]|\s+[a-zà-ÿ]")
_HEAD = 600  # as far as a speaker between two halves is looked for
_ORDINAL = re.compile(r"(?<![\w.,:])\d{1,2}\.$")
_STARTER = re.compile(rf"\s*[“\"‘'(]?(?:{either(word_set('en', 'sentences', 'starters'))})\b(?!\.)")


def sentences(text: str, language: str = "und") -> list[Span]:
    """Spans of the sentences of `text`, in order, without surrounding white space.

    None crosses an empty line (a paragraph break). `language` is a BCP 47 tag; it only switches
    rules that would harm another language.
    """
    spans: list[Span] = []
    for block in re.finditer(r"[^\n]+", text):
        for start, end in _of_block(text, block.start(), block.end(), language):
            spans += [(start, end)] if end - start <= LONGEST else _in_pieces(text, start, end)
    return spans


def _in_pieces(text: str, start: int, end: int) -> list[Span]:
    """What no stop ends for so long is no sentence that was written: it is cut at white space, so
    that rules which look over a whole sentence never take the square of a text's length.
    """
    spans: list[Span] = []
    while start < end:
        cut = min(start + LONGEST, end)
        if (
            cut < end
            and (space := max(text.rfind(c, start + LONGEST // 2, cut) for c in " \t　")) > 0
        ):
            cut = space
        if span := _trim(text, start, cut):
            _add(spans, span, text)
        start = cut
    return spans


def _of_block(text: str, start: int, end: int, language: str) -> list[Span]:
    spans: list[Span] = []
    at = counted = start
    straight = 0
    for mark in _END.finditer(text, start, end):
        straight += text.count('"', counted, mark.start())
        counted = mark.start()
        stop = mark.end()
        if mark[0][-1] == '"' and straight % 2 == 0 and len(mark[0]) > 1:
            stop -= 1  # it opens what follows: noon."We had
        if stop < end and not _ends_here(text, at, mark, stop, end, language):
            continue
        if span := _trim(text, at, stop):
            _add(spans, span, text)
            at = stop
    if span := _trim(text, at, end):
        _add(spans, span, text)
    return spans


def _add(spans: list[Span], span: Span, text: str) -> None:
    """Marks without a word (a stray closing one, a second full stop) end the sentence before."""
    if spans and not re.search(r"\w", text[slice(*span)]):
        spans[-1] = (spans[-1][0], span[1])
    else:
        spans.append(span)


def _ends_here(
    text: str, start: int, mark: re.Match[str], stop: int, end: int, language: str
) -> bool:
    """Does the sentence that began at `start` end with `mark`, whose marks end at `stop`?"""
    rest = text[stop : min(end, stop + 160)]
    if mark[0][0] == "." and not _is_full_stop(text, start, mark, rest):
        return False
    inside = stop == mark.start() + 1 and mark[0] in ".?!" and re.match(glued.INSIDE, rest)
    if inside and not glued.ends_sentence(text, start, mark.start(), rest):
        return False
    if mark[0] == "." and _is_short(
        text[max(start, mark.start() - 20) : mark.end()], rest, language
    ):
        return False
    if set(mark[0]) <= set("…"):
        return bool(re.match(r"\s*[“「A-Z]|\s+", rest))
    if _CLOSED.search(mark[0]):
        if language[:2] not in _CUED and _CONTINUES.match(rest):
            return False
        head = text[start : min(mark.end(), start + _HEAD)]
        return not (_OPENING.match(head) and _speaker_follows(head, rest, language))
    return True


def _is_full_stop(text: str, start: int, mark: re.Match[str], rest: str) -> bool:
    before = text[max(start, mark.start() - _BEFORE) : mark.start() + 1]
    if mark[0].startswith(".."):
        return bool(re.match(r"\s+[A-Z“\"]", rest))
    if _ABBREVIATION.search(before):
        if re.search(r"\b(?:[A-Za-z]\.){2,}$|[ap]\.m\.$", before):
            return bool(_STARTER.match(rest)) or not rest.strip()
        # a single letter after a Han character or a digit is a label, else an initial
        return False
    return not re.match(r"\s+[a-z]", rest)


def _is_short(before: str, rest: str, language: str) -> bool:
    """True for the abbreviations and ordinals (am 18. September) of a language with such words."""
    own = _own_words(language.partition("-")[0])
    if own is None or _ABBREVIATION.search(before):
        return False  # the second has been judged
    short, starters = own
    if short.search(before):
        return True
    return bool(starters and _ORDINAL.search(before)) and not re.match(
        rf"\s*(?:{starters})\b", rest
    )


@lru_cache(maxsize=16)
def _own_words(language: str) -> tuple[re.Pattern[str], str] | None:
    """Abbreviations, and what begins a sentence behind a number, where numbers take a full stop."""
    if "abbreviations" not in words(language):
        return None
    starters = words(language).get("sentences", {}).get("after_number", "")
    short = either(abbreviations(language))
    return re.compile(rf"(?<!\w)(?:{short})\.$"), any_of(starters) if starters else ""


def _speaker_follows(sentence: str, rest: str, language: str) -> bool:
    """A cue right behind the quotation that opened the sentence: “……。”他说。"""
    if is_han(rest[:1]) or language.startswith(("zh", "ja")):
        if _SPOKEN_ZH.match(to_simplified(sentence)):
            return False  # it has its speaker between its halves
        clause = re.split(r"[。！？!?\n“「]", rest, maxsplit=1)[0]
        return (
            0 < len(clause) <= 45
            and bool(_SAID_ZH.search(to_simplified(clause)))
            and not clause.startswith((" ", "　"))
        )
    return bool(_SAID_EN.match(rest))


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


# ---------------------------------------------------------------- clauses
_CUT_ZH = re.compile(r"[，,；;：:](?!\d)[”」』\"]?")
_BARE_CUE = re.compile(rf"(?:{_CUE_ZH})[，,：:。]?[“「\"]?$")
_MODALS, _AUXILIARIES = (word_set("en", "sentences", key) for key in ("modals", "auxiliaries"))
_CUT_EN = re.compile(
    rf";\s+|,\s+(?=(?:{either(word_set('en', 'sentences', 'after_comma'))})\b)"
    rf"|\s(?=(?:{either(word_set('en', 'sentences', 'anywhere'))}"
    rf"|that (?:{either(_MODALS | _AUXILIARIES)})|who (?:{either(_AUXILIARIES)}))\b)"
)
_MARKS = re.compile(r"[，,；;。.]")
_CUE_LENGTH = 8  # characters of the longest bare cue with its marks
Least = tuple[int, int]  # Han characters, and words of another language, that stand alone


def clauses(sentence: str, language: str, least: Least) -> list[Span]:
    """Spans of the clauses of one sentence, offsets into `sentence`, in order.

    Together they hold every character but punctuation at the cuts. A sentence without a cut is
    its own only clause.
    """
    chinese = language.startswith(("zh", "ja"))
    pattern = _CUT_ZH if chinese else _CUT_EN
    bounds = [0, *(m.end() for m in pattern.finditer(sentence)), len(sentence)]
    spans: list[list[int]] = []
    start = held = 0
    for before, end in pairwise(bounds):
        held += han_count(sentence[before:end]) if chinese else 0
        if end <= start:
            continue
        if chinese:
            alone = held >= least[0] and not _ends_in_cue(sentence, start, end)
        else:
            alone = len(sentence[start:end].split(maxsplit=least[1])) >= least[1]
        if end < len(sentence) and not alone:
            continue
        held = 0
        if not alone and spans:
            spans[-1][1] = end
        else:
            spans.append([start, end])
        start = end
    return [s for s in (_strip(sentence, a, b) for a, b in spans) if s]


def pieces(quoted: str, language: str, least: Least) -> list[Span]:
    """Spans of the clauses of somebody's words; where no rule cuts them, of what stands between
    their marks.
    """
    found = clauses(quoted, language, least)
    if len(found) > 1:
        return found
    bounds = [m.end() for m in _MARKS.finditer(quoted)]
    starts = [0, *bounds]
    return [(a, b) for a, b in zip(starts, [*bounds, len(quoted)], strict=True) if b > a]


def _ends_in_cue(sentence: str, start: int, end: int) -> bool:
    tail = sentence[max(start, end - _BEFORE) : end].rstrip()[-_CUE_LENGTH:]
    return bool(_BARE_CUE.search(to_simplified(tail)))


def _strip(sentence: str, start: int, end: int) -> Span | None:
    while start < end and (sentence[start].isspace() or sentence[start] in "，,；;：:"):
        start += 1
    while end > start and (sentence[end - 1].isspace() or sentence[end - 1] in "，,；;：:"):
        end -= 1
    return (start, end) if start < end else None


CLOSERS = {"“": "”", "「": "」", "『": "』", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_CLOSING = {"”", "」", "』", "»", "’", "'", '"', "“"}
_SAME = {"“": '”"', '"': '"”', "„": '“”"', "「": "」", "『": "』", "«": "»", "‘": "’'", "'": "'’"}
_CLOSED_BY = {mark: [o for o, ends in _SAME.items() if mark in ends] for mark in _CLOSING}
_POINTS_IN = re.compile(r"[^«»]*(?<!\w)»\w[^«»]*\w\W?«")  # »…«, as German prints often have it
_TURNED = str.maketrans("«»", "»«")
_OWNED = re.compile(r" [a-z][^‘’'\n]{0,300}(?:[’']\w[^‘’'\n]{0,300}){0,9}[’'](?!\w)")
_SINGLE = {"‘", "'"}
_MARK = re.compile(f"[{''.join({*CLOSERS, *_CLOSING})}]")


def quotations(text: str) -> list[Quotation]:
    """All quotations of `text`, ordered by start; none runs over a line break."""
    found: list[Quotation] = []
    at = 0
    for line in text.split("\n"):
        found += _of_line(line, at)
        at += len(line) + 1
    return sorted(found, key=lambda q: (q.start, -q.end))


def _of_line(line: str, base: int) -> list[Quotation]:
    if _POINTS_IN.match(line):
        line = line.translate(_TURNED)
    stack: list[int] = []
    held: Counter[str] = Counter()  # open marks by character, so that few stacks are searched
    found: list[Quotation] = []
    for mark in _MARK.finditer(line):
        i, character = mark.start(), mark[0]
        level = _closes(line, i, stack, held)
        if level is not None:
            start = stack[level]
            held.subtract(line[place] for place in stack[level:])
            del stack[level:]
            found.append(Quotation(base + start, base + i + 1, level))
        elif _opens(line, i, character):
            stack.append(i)
            held[character] += 1
    for level, start in enumerate(stack):
        if line[start] not in _SINGLE:
            found.append(Quotation(base + start, base + len(line), level, closed=False))
    return found


def _closes(line: str, i: int, stack: list[int], held: Counter[str]) -> int | None:
    """The stack level that the mark at `i` closes, or None."""
    character = line[i]
    if character not in _CLOSING:
        return None
    if character in "’'" and i + 1 < len(line) and line[i + 1].isalpha():
        return None  # an apostrophe inside a word
    if character in "’'" and line[i - 1 : i] in ("s", "z", "x") and _OWNED.match(line, i + 1):
        return None  # the workers’ money, and a mark that closes stands behind it
    if not any(held[opening] for opening in _CLOSED_BY[character]):
        return None
    for level in range(len(stack) - 1, -1, -1):
        if character in _SAME[line[stack[level]]]:
            return level
    return None


def _opens(line: str, i: int, character: str) -> bool:
    if character not in CLOSERS:
        return False
    if character not in _SINGLE:
        return True
    before, after = line[i - 1 : i], line[i + 1 : i + 2]
    return (not before or before.isspace() or before in '([（“"「') and after.isalpha()
