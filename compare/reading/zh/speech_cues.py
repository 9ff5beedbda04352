"""Cues of a Chinese sentence: which of the words for saying are used as verbs of saying here.

In: the folded text with quotations blanked, a sentence and the table of cues. Out: hits, each with
its source, and where its content begins. The words are short and part of many others (小说, 名称,
对……的批评), so what stands before and behind decides.

Who speaks in a Chinese clause: the noun phrase before a cue. In: the characters between the
clause's beginning and the cue. Out: the span of the source in them. Chinese puts subject first and
everything else (time, place, addressee, adverbs) between it and the verb, so the phrase ends at the
first word that opens such a complement. The same words occur inside names, hence the guards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.reading.base.spoken import Span
from compare.reading.base.vocabulary import SURNAMES
from compare.resources.cues import Cue, Cues
from compare.resources.words import either, word_set, words

_NUMERAL = r"\d一二三四五六七八九十〇"


def _either(key: str) -> str:
    return either(word_set("zh", "speech", key))


_DAY = rf"(?:{_either('days')}|(?:周|星期|礼拜)[一二三四五六日天]|[{_NUMERAL}]+[年月日号](?!报)|\d)"
_GUARDED = "|".join(
    f"{word}(?!{either(parts.split())})"
    for word, parts in words("zh")["speech"]["stops_unless"].items()
)
# words between the subject and its verb; the guards are parts of common nouns and names
_STOP = re.compile(
    rf"{_DAY}|{_GUARDED}|于(?=[{_NUMERAL}周本今昨])|的?时候?$|联合(?=表示|声明|宣布|发表)"
    rf"|的?会晤纪要|的?纪要|{_either('stops')}"
)
_OPENS_UNLESS = "|".join(
    f"{word}(?!{either(parts.split())})"
    for word, parts in words("zh")["speech"]["opens_unless"].items()
)
_CLAUSE_OPENING = re.compile(rf"^(?:{_either('clause_openings')}|{_OPENS_UNLESS}|{_DAY}[，,]?|\s)+")
_LEADING = re.compile(
    rf"^(?:{_either('complements')})[^，,]*?(?:{_either('complement_ends')})[，,]?"
)
_OFFICES = _either("offices")
# "even the headmaster": the source begins behind 连, which is also a surname
_EVEN = re.compile(
    rf"(?:甚至|就|竟然?)?连(?=(?:[前现时]任|[女老副前])?(?:{_OFFICES})(?:们|本人|自己)?[都也亦])"
)
_TEXT = re.compile(rf"的([^的]{{0,8}}(?:{_either('papers')}))$")
_REASON = re.compile(_either("reasons"))
_NOUN = re.compile(r"[\u3400-\u9fffA-Za-z]")
_MANNER = frozenset("advilz")  # classes of words in front of 地
# whom reporters had it from: 记者今天从局长李明处
_FROM = re.compile(r"(?:^|记者)[^，,]{0,4}从([^，,]{2,20}?)(?:处|那里|方面)$")
_HOUR = (
    rf"[{_NUMERAL}\d]{{1,3}}[点时](?:[{_NUMERAL}\d]{{1,3}}分?|半|[一三]刻|[整钟许多]|左右|前后)?"
)
_NOT_A_SOURCE = re.compile(rf"^(?:(?:{_either('not_sources')})|{_HOUR})$|[。！？!?（(]$")


def source_in(clause: str) -> Span | None:
    """The span of the source in `clause` (the text before a cue), or None when it has none."""
    if (told := _FROM.search(clause)) is not None:
        return told.span(1)
    start = 0
    while (opening := _CLAUSE_OPENING.match(clause[start:])) and opening.end():
        start += opening.end()
    if (leading := _LEADING.match(clause[start:])) and leading.end() < len(clause) - start:
        start += leading.end()
    if even := _EVEN.match(clause, start):
        start = even.end()
    end = len(clause)
    for stop in _STOP.finditer(clause, start):
        if stop.start() > start and not _inside_name(clause, start, stop):
            end = stop.start()
            break
    end = _before_manner(clause, start, end)
    while end > start and clause[end - 1] in " ，,、：:的\t":
        end -= 1
    while start < end and clause[start] in " ，,、：:)）—–-":
        start += 1
    if (reason := _REASON.match(clause[start:end])) is not None:
        start += reason.end()
    if clause[end - 1 : end] in "后前时" and (text := _TEXT.search(clause, end)) is not None:
        start, end = text.span(1)
    found = clause[start:end]
    if not _NOUN.search(found) or _NOT_A_SOURCE.search(found) or len(found) > 45:
        return None
    return start, end


def _before_manner(clause: str, start: int, end: int) -> int:
    """Where the subject ends in front of how it speaks: 她|高兴地 (but 基地, 当地)."""
    if clause[end - 1 : end] != "地":
        return end
    import rjieba

    pairs = rjieba.tag(clause[start:end])
    if pairs[-1][0] != "地":
        return end
    behind = 2  # 地 and the word that it makes an adverb
    while len(pairs) > 1 and (behind or pairs[-1][1][0] in _MANNER):
        end -= len(pairs.pop()[0])
        behind = max(0, behind - 1)
    return end


def _inside_name(clause: str, start: int, stop: re.Match[str]) -> bool:
    """A stop word within a transliterated name (between interpuncts) or a book-title mark."""
    before, after = clause[start : stop.start()], clause[stop.end() : stop.end() + 1]
    if before.count("《") > before.count("》"):
        return True
    return before[-1:] in "·‧•・" or after in ("·", "‧", "•", "・")


CLAUSE = re.compile(r"[，,；;：:。！？!?\n]|(?<=[”」』\"])")


def _words(key: str) -> frozenset[str]:
    return word_set("zh", "speech", key)


_TABLES = words("zh")["speech"]
_NOT_BEHIND = {
    cue: re.compile(rf"(?:{either(forms.split())})$")
    for cue, forms in _TABLES["not_behind"].items()
}
_NOT_BEFORE = {
    cue: re.compile(rf"\s*(?:{either(forms.split())})")
    for cue, forms in _TABLES["not_before"].items()
}
_NOT_AFTER = re.compile(
    r"(?:的(?!确|士)|了(?:解)?的|者(?![，,：:])|书(?!面)|函|信(?=[，。、])|权(?![力利益])|姓名|身份|品)"
)
_SAY_IS = re.compile(r"是(?=[^，]{0,6}[，。])")
_NOUN_AFTER = re.compile(
    r"[，,。、；;）)]|和(?![平解谈])|与(?!会)|及|等|并|没有|未|是(?!否)|被|遭|也|都|来自|之|后(?!者)"
    r"|时(?!任)|中(?![国方共央美俄日东欧小])|下(?![周月一届届])"
)
_NOUNS, _TOPICS, _ANSWERS = _words("nouns"), _words("topics"), _words("answers")
_MADE = re.compile(rf"(?:{either(_words('made'))})[^，]{{0,8}}$")
_MADE_IT = re.compile(r"(?:[作做]出|给予|予以|发出|提出|[的等与和任何篇则份关该此条些项]|没|未)$")
_ELIDED_LINK = re.compile(rf"^(?:{either(_words('links'))})+")
_OPENING = re.compile(rf"(?:{either(_words('openings'))})")
_REPORT = re.compile(
    rf"(?:{either(_words('according'))})(?P<source>[^，,。；：:]{{1,40}}?)"
    rf"(?P<what>(?:[\d一二三四五六七八九十]+[年月日])*(?:{either(_words('reports'))}))(?P<end>[，,：:]|$)"
)
_CITED = re.compile(
    rf"(?:{either(_words('citing'))})(?P<source>[^，,。；：:]{{1,40}}?)的?(?:话|说法|消息|报道)?"
    rf"(?P<cue>{either(_words('cited'))})"
)
_NO_SOURCE = re.compile(rf"^(?:{either(_words('no_sources'))})")
_STANCE_BEFORE = re.compile(r"(?:对(?:于)?|就)[^，,。；]{2,60}$")
_DOCUMENT = re.compile(rf"(?:{either(_words('documents'))})$")
_QUOTED = re.compile(r"[，,：:]?\s?[“「『\"]")
_WHILE = re.compile(r"时(?![任间])")
_REPLIES = _words("replies")
_TURNED = re.compile(rf"(?:{either(_REPLIES)})[^，,。；]{{0,20}}$")
_ABOUT_THIS = re.compile(rf"(?:{either(_words('about_this'))})$")
_VOICE = re.compile(rf"(?:{_OFFICES}|[{''.join(sorted(_words('voices')))}])$")
_NAME = re.compile(rf"^[{''.join(sorted(SURNAMES))}][\u3400-\u9fff]{{1,2}}$")
# a sentence that begins with what looks like a name, and a quotation behind it: 周敏到场。“……
NAME_FIRST = re.compile(
    rf"[{''.join(sorted(SURNAMES))}](?![一二三四五六日末天])[\u3400-\u9fff]{{2,40}}。\s*[“「『\"]"
)
_OWN_VOICE, _ASKED = _words("own_voice"), _words("asked")


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue at `start`..`end` of the folded text; `left` is where its clause begins."""

    start: int
    end: int
    left: int
    cue: Cue | None
    source: Span | None
    content: int
    linked: bool = False
    about: int | None = None


def hits_of(masked: str, span: Span, cues: Cues) -> list[Hit]:
    """The cues of the sentence at `span` of the masked text, in order."""
    hits: list[Hit] = []
    busy: list[Span] = []
    for start, end, report in _reports(masked, span):
        hits.append(report)
        busy.append((start, end))
    for match in cues.chinese_pattern.finditer(masked, *span):
        if any(a <= match.start() < b for a, b in busy):
            continue
        if hits and _is_turned_to(masked, hits[-1], match):
            busy = [b for b in busy if b[1] <= hits[-1].start]
            hits.pop()
        hit = _hit(masked, span, match, cues, busy)
        if hit is not None:
            hits.append(hit)
            busy.append(match.span())
    return sorted(hits, key=lambda h: h.start)


def _is_turned_to(masked: str, hit: Hit, match: re.Match[str]) -> bool:
    """回应此事称: the first of two verbs without a mark between them only tells what about."""
    if hit.cue is None or hit.cue.lemma not in _REPLIES or match[0] in _REPLIES:
        return False
    between = masked[hit.end : match.start()]
    return len(between) <= 20 and not CLAUSE.search(between)


def _reports(masked: str, span: Span) -> Iterator[tuple[int, int, Hit]]:
    """据……报道，…… and 援引……的话说，……: what is said comes from another text."""
    for match in _CITED.finditer(masked, *span):
        source = match.span("source")
        left = clause_start(masked, span[0], match.start())
        outlet = source_in(masked[left : match.start()])
        if outlet is not None and masked[left + outlet[0] : match.start()] not in {"报道", "报导"}:
            source = left + outlet[0], left + outlet[1]
        hit = Hit(
            *match.span("cue"), match.start(), Cue("引", "report", "speech"), source, match.end()
        )
        yield match.start(), match.end(), hit
    for match in _REPORT.finditer(masked, *span):
        before = masked[match.start() - 1 : match.start()]
        if match.start() > span[0] and before not in "，,；;：:。另又但而 \n”」":
            continue
        if _NO_SOURCE.match(match["source"] + match["what"]) or match[0].startswith(
            ("援引", "引述")
        ):
            continue
        source = match.start("source"), match.end("source")
        if _DOCUMENT.search(match["what"]) and not match["what"].endswith(("报道", "报导", "消息")):
            source = match.start("source"), match.end("what")
        named = source_in(masked[slice(*source)])
        if named is None:
            continue
        source = source[0] + named[0], source[0] + named[1]
        begin = match.start()
        width = 2 if masked.startswith(("根据", "依据", "按照"), begin) else 1
        yield begin, match.end(), Hit(begin, begin + width, begin, None, source, match.end())


def _hit(masked: str, span: Span, match: re.Match[str], cues: Cues, busy: list[Span]) -> Hit | None:
    """The cue at `match`, or None when the word is no verb of saying here."""
    word, (start, end) = match[0], match.span()
    left = max([clause_start(masked, span[0], start), *(b for _, b in busy if b <= start)])
    before, after = masked[left:start], masked[end : end + 12]
    cue = cues.chinese[word]
    if "quote" in cue.frames and not (
        masked[left - 1 : left] in tuple('”」』"') or _QUOTED.match(after)
    ):
        return None
    if not _is_verb(
        word, before, after, behind_quote=left > span[0] and masked[left - 1] in '”」』"'
    ):
        return None
    if word in {"告诉", "告知"}:
        told = re.match(r"[^，,：:“「\"。]{1,12}(?=[，,：:])", after)
        end += told.end() if told else 0
    if word in {"表示", "表达"} and (stance := cues.stances.match(masked, end)):
        if _ABOUT_THIS.search(before):
            return None  # 对此表示欢迎: what it is stands elsewhere
        about = _STANCE_BEFORE.search(before)
        rest = masked[stance.end() : stance.end() + 1]
        if rest == "的":
            return None
        if about and rest in "。，,；;!！ \n":
            source = source_in(before[: about.start()])
            return _placed(
                left, (start, stance.end()), cue, source, stance.end(), left + about.start()
            )
        if rest in "。，,；;!！ \n" and left > span[0]:
            source = source_in(before)
            return _placed(left, (start, stance.end()), cue, source, stance.end(), span[0])
    content = end
    source = source_in(before)
    if source is not None and _is_no_voice(before[slice(*source)], word):
        return None
    if source is None and before and not _only_links(before):
        return None
    return _placed(left, (start, end), cue, source, content, None, bool(_ELIDED_LINK.match(before)))


def _is_no_voice(source: str, word: str) -> bool:
    """True for the outlet's own “we”, and for reporters who only ask."""
    if source.endswith(("我", "我们")) or source in _OWN_VOICE:
        return True
    return source.endswith("记者") and word in _ASKED


def _placed(
    left: int,
    at: Span,
    cue: Cue,
    source: Span | None,
    content: int,
    about: int | None,
    linked: bool = False,
) -> Hit:
    named = None if source is None else (left + source[0], left + source[1])
    return Hit(*at, left, cue, named, content, linked, about)


def _only_links(before: str) -> bool:
    """True when nothing but connectives, adverbs and complements stands before the verb."""
    bare = _ELIDED_LINK.sub("", before.strip())
    return not bare or bool(_OPENING.match(bare))


def _is_verb(word: str, before: str, after: str, *, behind_quote: bool) -> bool:
    if _NOT_BEHIND.get(word, _NOT_BEHIND["other"]).search(before) and not (
        (word == "称" and before.endswith("并")) or _ABOUT_THIS.search(before)
    ):
        return False
    if word in _NOT_BEFORE and _NOT_BEFORE[word].match(after):
        return False
    if word == "说" and _SAY_IS.match(after):
        return False
    if _NOT_AFTER.match(after) or _WHILE.match(after):
        return False
    if word in _TOPICS and re.match(r"[^，。]{1,14}时", after):
        return False
    if word in _NOUNS and _MADE.search(before):
        return False
    if word in _ANSWERS and re.match(r"[，,][^，。]{3}", after):
        return not _MADE_IT.search(before)
    if word not in _NOUNS or behind_quote:
        return True
    if _TURNED.search(before) and not re.match(r"[，,：:]", after):
        return False
    if not _NOUN_AFTER.match(after) or re.match(r"[，,：:][“「\"]", after):
        return True
    somebody = _VOICE.search(before) or _NAME.match(before)
    return bool(somebody and re.match(r"[，,：:][^，。]{3}", after))


def clause_start(masked: str, floor: int, start: int) -> int:
    """Where the clause that holds `start` begins, not before `floor`."""
    left = floor
    for mark in CLAUSE.finditer(masked, floor, start):
        left = mark.end()
    return left
