"""Chinese attributions: cues with their sources and contents, sentence by sentence.

In: a body in Chinese of either script and the table of cues. Out: findings in order of their cue.
The text is folded to Simplified and quotations are blanked before cues are looked up, so that a
verb in somebody's words is never read as the sentence's own; spans always refer to the original.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from compare.claims.attribution.chinese_sources import source_in
from compare.claims.attribution.english_words import outer_quotations
from compare.claims.attribution.finding import NESTING, Finding, Span, trimmed, words
from compare.resources.cues import Cue, Cues
from compare.text.scripts import fold
from compare.text.sentences import sentences

_BLANK = "\ue000"
_ASIDE = "\ue001"
_PAREN = re.compile(r"[（(][^（()）\n]{1,60}[)）]")
_STRIP = " ，,、：:；;　"
_STOPS = "。．.！!"
_CLAUSE = re.compile(r"[，,；;：:。！？!?\n]|(?<=[”」』\"])")
_NOT_BEFORE = re.compile(
    r"(?:的|之|被|受到?|遭到?|小|传|听|学|解|演|论|难|来|再|所|可|不用|据|无话可|或者|换句话|"
    r"比方|话|名|职|人|简|通|俗|统|又|堪|号|对|相|互|自|宣|未|没有?|没|拒绝|无法|不愿|不肯|"
    r"不便|拒不)$"
)
_SHORT_BEFORE = {
    "说": re.compile(
        r"(?:小|传|听|学|解|演|论|难|来|再|据|换句话|比方|的话|或者|虽|游|劝|胡|被|所|可以|可|"
        r"不|没有|一般来|总的来|具体来)$"
    ),
    "称": re.compile(r"(?:名|职|人|简|通|俗|统|堪|号|对|相|被|自|尊|所|可|代|可以|匿|并)$"),
}
_NOT_AFTER = re.compile(
    r"(?:的(?!确|士)|了(?:解)?的|者(?![，,：:])|书|函|信(?=[，。、])|会|人|权|性|姓名|身份|品)"
)
_SHORT_AFTER = {
    "说": re.compile(r"[明法服话谎唱到起出辞教客和不词完]|是(?=[^，]{0,6}[，。])"),
    "称": re.compile(r"[为作之呼号职赞谓道病重得]"),
    "发现": re.compile(r"[了在]|号"),
    "显示": re.compile(r"[了出]|器|屏"),
    "同意": re.compile(r"书"),
    "问": re.compile(r"[题答世候责]"),
    "提出": re.compile(r"[了的]"),
    "请": re.compile(r"[求假客教愿]"),
    "吁": re.compile(r"[吁]"),
    "批": re.compile(r"[准次评发量复]"),
    "料": re.compile(r"[理]"),
    "盼": re.compile(r"[望]"),
}
_NOUN_AFTER = re.compile(
    r"[，,。、；;）)]|和|与|及|等|是(?!否)|已|被|遭|也|都|由|来自|之|后|时|中|下|，"
)
_NOUNS = words(
    "要求 建议 希望 批评 警告 承诺 呼吁 指控 指责 抗议 估计 预测 质疑 报道 报导 回应 评论 主张 反驳 提议 请求 保证 威胁 期待 期望 倡议 解释 介绍 "
    "说明 抱怨 投诉 担忧 担心 怀疑 否认 谴责 抨击 提醒 预期 鼓励 赞扬 称赞 赞赏 声明 通报 陈述 回答"
)
_ELIDED_LINK = re.compile(r"^(?:并且|并|但是|但|同时|还|也|而|且|不过|又|再|另外|此外|随后|继而)+")
_REPORT = re.compile(
    r"(?:根据|依据|按照|据|引述|援引)(?P<source>[^，,。；：:]{1,40}?)"
    r"(?P<what>(?:[\d一二三四五六七八九十]+[年月日])*(?:报道称|报道说|报导说|报导称|报道|报导|"
    r"消息|介绍|透露|统计|记录|数据|估计|说法|声明|通稿|公报|纪要|报告|调查|民调|记载|规划|"
    r"显示|称|表示|指出|说|分析|测算))(?P<end>[，,：:]|$)"
)
_BARE_REPORT = re.compile(r"^(?:据|另据)(?P<source>[^，,。；：:]{0,20}?)(?:报道|报导)$")
_CITED = re.compile(
    r"(?:援引|引述|引用)(?P<source>[^，,。；：:]{1,40}?)的?(?:话|说法|消息|"
    r"报道)?(?P<cue>报道称|报道说|报导说|报导称|称|说|报道|报导|指出)"
)
_NO_SOURCE = re.compile(r"^(?:悉|了解|此|称|说|传|报道|报导|信)")
_STANCE_BEFORE = re.compile(r"(?:对(?:于)?|就)[^，,。；]{2,60}$")
_DOCUMENT = re.compile(
    r"(?:声明|通稿|公报|纪要|报告|记录|数据|消息|统计|报道|报导|调查|民调|记载|说明)$"
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A cue at `start`..`end` of the folded text; `left` is where its clause begins."""

    start: int
    end: int
    left: int
    cue: Cue | None
    source: Span | None
    content: int
    linked: bool = False
    about: int | None = None


def chinese_findings(text: str, cues: Cues) -> list[Finding]:
    """All attributions of a Chinese body; offsets are code points of `text`."""
    folded = fold(text)
    quotes = outer_quotations(folded.text)
    masked = _masked(folded.text, quotes)
    found: list[Finding] = []
    previous: Span | None = None
    for span in sentences(_marked(folded.text, masked, quotes), "zh"):
        here = list(_of_sentence(masked, span, cues, previous))
        if not here and _is_quote(masked, span):
            same = previous is not None and "\n" not in masked[previous[1] : span[0]]
            if same and found and _ends_near(found[-1], span) and found[-1].content[0] < span[0]:
                found[-1] = replace(found[-1], content=(found[-1].content[0], span[1]))
            else:
                here = [Finding(span)]
        found += here
        previous = span
    return [_original(folded.original, one) for one in found]


def _original(back: Callable[[int, int], Span], one: Finding) -> Finding:
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


def _is_quote(masked: str, span: Span) -> bool:
    bare = re.sub(rf"[{_BLANK}\s“”「」『』\"，,。.、；;]", "", masked[slice(*span)])
    return not bare and masked[span[0]] in '“「『"'


def _ends_near(one: Finding, span: Span) -> bool:
    ends = [s[1] for s in (one.content, one.cue, one.source) if s is not None]
    return span[0] - max(ends) < 4


# ---------------------------------------------------------------- one sentence
def _of_sentence(masked: str, span: Span, cues: Cues, previous: Span | None) -> Iterator[Finding]:
    hits = _hits(masked, span, cues)
    kept: list[_Hit] = []
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
        yield Finding(content, source, (hit.start, hit.end), hit.cue, elided)


def _is_mere(masked: str, hit: _Hit, elided: bool, contents: list[Span]) -> bool:
    """Inside another's words only speech with its own source counts, not what somebody wants."""
    if hit.cue is None or not any(a <= hit.start and hit.end <= b for a, b in contents):
        return False
    if elided or hit.cue.kind != "speech" or hit.cue.strength not in NESTING:
        return True
    return hit.source is None or masked[slice(*hit.source)].startswith(("我", "中方", "美方"))


def _inherited(masked: str, span: Span, hit: _Hit, kept: list[_Hit]) -> Span | None:
    """The source of an earlier cue of the sentence, else the sentence's first noun phrase."""
    for other in reversed(kept):
        if other.source is not None and other.start < hit.start:
            return other.source
    first = _CLAUSE.search(masked, span[0], hit.left)
    found = source_in(masked[span[0] : first.start()]) if first is not None else None
    if found is None or _BLANK in masked[span[0] + found[0] : span[0] + found[1]]:
        return None
    return span[0] + found[0], span[0] + found[1]


def _hits(masked: str, span: Span, cues: Cues) -> list[_Hit]:
    hits: list[_Hit] = []
    busy: list[Span] = []
    for start, end, report in _reports(masked, span):
        hits.append(report)
        busy.append((start, end))
    for match in cues.chinese_pattern.finditer(masked, *span):
        if any(a <= match.start() < b for a, b in busy):
            continue
        hit = _hit(masked, span, match, cues, busy)
        if hit is not None:
            hits.append(hit)
            busy.append(match.span())
    return sorted(hits, key=lambda h: h.start)


def _reports(masked: str, span: Span) -> Iterator[tuple[int, int, _Hit]]:
    """据……报道，…… and 援引……的话说，……: what is said comes from another text."""
    for match in _CITED.finditer(masked, *span):
        source = match.span("source")
        hit = _Hit(
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
        yield begin, match.end(), _Hit(begin, begin + width, begin, None, source, match.end())


def _hit(
    masked: str, span: Span, match: re.Match[str], cues: Cues, busy: list[Span]
) -> _Hit | None:
    """The cue at `match`, or None when the word is no verb of saying here."""
    word, (start, end) = match[0], match.span()
    left = max([_clause_start(masked, span[0], start), *(b for _, b in busy if b <= start)])
    before, after = masked[left:start], masked[end : end + 12]
    cue = cues.chinese[word]
    if not _is_verb(word, before, after):
        return None
    if word in {"告诉", "告知"}:
        told = re.match(r"[^，,：:“「\"。]{1,12}(?=[，,：:])", after)
        end += told.end() if told else 0
    if word in {"表示", "表达"} and (stance := cues.stances.match(masked, end)):
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
    if source is None and before and not _only_links(before):
        return None
    return _placed(left, (start, end), cue, source, content, None, bool(_ELIDED_LINK.match(before)))


def _placed(
    left: int,
    at: Span,
    cue: Cue,
    source: Span | None,
    content: int,
    about: int | None,
    linked: bool = False,
) -> _Hit:
    named = None if source is None else (left + source[0], left + source[1])
    return _Hit(*at, left, cue, named, content, linked, about)


def _only_links(before: str) -> bool:
    """True when nothing but connectives, adverbs and complements stands before the verb."""
    bare = _ELIDED_LINK.sub("", before.strip())
    return not bare or bool(
        re.match(
            r"(?:对|向|在|就|再次|随后|坚决|强烈|进一步|特别|曾|会上|会后|当天|当晚|则|仍|亦|"
            r"均|都|多次|透过|通过|严厉|公开|明确|同时|一再|批评|共同)",
            bare,
        )
    )


def _is_verb(word: str, before: str, after: str) -> bool:
    if word in _SHORT_BEFORE:
        if _SHORT_BEFORE[word].search(before) and not (word == "称" and before.endswith("并")):
            return False
    elif re.search(
        r"(?:的|之|被|受|受到|遭|遭到|所|没有|未|无法|拒绝|不愿|不肯|可以|不能|一|这|该|此|"
        r"有关|相关|不便)$",
        before,
    ):
        return False
    if word in _SHORT_AFTER and _SHORT_AFTER[word].match(after):
        return False
    if _NOT_AFTER.match(after):
        return False
    return not (
        word in _NOUNS and _NOUN_AFTER.match(after) and not re.match(r"[，,：:][“「\"]", after)
    )


def _clause_start(masked: str, floor: int, start: int) -> int:
    left = floor
    for mark in _CLAUSE.finditer(masked, floor, start):
        left = mark.end()
    return left


# ---------------------------------------------------------------- contents
def _content(
    masked: str, span: Span, hit: _Hit, later: list[_Hit], previous: Span | None
) -> Span | None:
    if hit.about is not None:
        end = hit.left if hit.about == span[0] and hit.left > span[0] else hit.start
        return trimmed(masked, hit.about, end, _STRIP)
    start = hit.content
    opening = masked[span[0]] in '“「『"' and hit.cue is not None
    behind = trimmed(masked, start, span[1], _STRIP + _STOPS)
    if behind[1] - behind[0] < 2:
        return _before(masked, span, hit, previous)
    quoted_first = (
        opening
        and hit.source is not None
        and not _CLAUSE.search(
            masked, _quote_end(masked, span[0]), hit.left - 1 if hit.left > span[0] else span[0]
        )
    )
    if quoted_first and hit.left > span[0]:
        head = _quote_end(masked, span[0])
        if masked[behind[0]] in '“「『"':
            return span[0], _end(masked, behind[0], span[1])
        if hit.left - head <= 2 and masked[hit.end : hit.end + 1] in "，,。":
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


def _before(masked: str, span: Span, hit: _Hit, previous: Span | None) -> Span | None:
    """The quotation before the cue, in this sentence or at the end of the one before."""
    if hit.left > span[0] and masked[span[0]] in '“「『"':
        head = _quote_end(masked, span[0])
        if _CLAUSE.search(masked, head, hit.left) and hit.left - head > 2:
            return span[0], head
        return trimmed(masked, span[0], hit.left, _STRIP)
    if hit.left > span[0] or previous is None or span[0] - previous[1] > 1:
        return None
    quoted = masked[previous[1] - 1] in '”」』"' and masked[previous[0]] in '“「『"'
    return previous if quoted else None


def _cut(hit: _Hit, other: _Hit) -> int:
    """Where the content of `hit` ends because another speech of the sentence begins."""
    if other.left < hit.content or other.cue is None:
        return 1 << 40
    if other.source is None:
        told = other.cue.kind == "speech" and (other.linked or other.cue.lemma not in _SOFT)
        return other.left if told else 1 << 40
    return other.left if other.linked else 1 << 40


_SOFT = words("要求 请求 建议 呼吁 敦促 欢迎 请 鼓励 承诺 保证")
