"""Cues of a Chinese sentence: which of the words for saying are used as verbs of saying here.

In: the folded text with quotations blanked, a sentence and the table of cues. Out: hits, each with
its source, and where its content begins. The words are short and part of many others (小说, 名称,
对……的批评), so what stands before and behind decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.reading.base.findings import Span, words
from compare.reading.zh.speech_sources import source_in
from compare.resources.cues import Cue, Cues

CLAUSE = re.compile(r"[，,；;：:。！？!?\n]|(?<=[”」』\"])")
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
    r"(?:的(?!确|士)|了(?:解)?的|者(?![，,：:])|书(?!面)|函|信(?=[，。、])|权(?![力利益])|姓名|身份|品)"
)
_SHORT_AFTER = {
    "说": re.compile(r"[明法服话谎唱到起出辞教客和不词完]|是(?=[^，]{0,6}[，。])"),
    "称": re.compile(r"[为作之呼号职赞谓道病重得]"),
    "发现": re.compile(r"[了在]|号"),
    "显示": re.compile(r"[了出]|器|屏"),
    "同意": re.compile(r"书"),
    "问": re.compile(r"[题答世候责]"),
    "透露": re.compile(r"[出着了]"),
    "评论": re.compile(r"\s*[-—－员区]"),
    "请": re.compile(r"[求假客教愿]"),
    "吁": re.compile(r"[吁]"),
    "批": re.compile(r"[准次评发量复]"),
    "料": re.compile(r"[理]"),
    "盼": re.compile(r"[望]"),
}
_NOUN_AFTER = re.compile(
    r"[，,。、；;）)]|和(?![平解谈])|与(?!会)|及|等|并|没有|未|是(?!否)|被|遭|也|都|来自|之|后(?!者)"
    r"|时(?!任)|中(?![国方共央美俄日东欧小])|下(?![周月一届届])"
)
_NOUNS = words(
    "要求 建议 希望 批评 警告 承诺 呼吁 指控 指责 抗议 估计 预测 质疑 报道 报导 回应 评论 主张 反驳"
    " 提议 请求 保证 威胁 期待 期望 倡议 解释 介绍 说明 抱怨 投诉 担忧 担心 怀疑 否认 谴责 抨击"
    " 提醒 预期 鼓励 赞扬 称赞 赞赏 声明 通报 陈述 回答"
)
_MADE = re.compile(r"(?:[作做]出|给予|予以|发出|提出|受到|遭到|进行|一[项个些])[^，]{0,8}$")
_TOPICS = words("谈到 提到 讲到 写到")
_ANSWERS = words("回应 解释 说明 警告 反驳 抱怨 介绍 报道 报导")
_ELIDED_LINK = re.compile(r"^(?:并且|并|但是|但|同时|还|也|而|且|不过|又|再|另外|此外|随后|继而)+")
_REPORT = re.compile(
    r"(?:根据|依据|按照|据|引述|援引)(?P<source>[^，,。；：:]{1,40}?)"
    r"(?P<what>(?:[\d一二三四五六七八九十]+[年月日])*(?:报道称|报道说|报导说|报导称|报道|报导|"
    r"消息|介绍|透露|统计|记录|数据|估计|说法|声明|通稿|公报|纪要|报告|调查|民调|记载|规划|"
    r"显示|称|表示|指出|说|分析|测算))(?P<end>[，,：:]|$)"
)
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
        hit = _hit(masked, span, match, cues, busy)
        if hit is not None:
            hits.append(hit)
            busy.append(match.span())
    return sorted(hits, key=lambda h: h.start)


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
    if source is not None and _is_no_voice(before[slice(*source)], word):
        return None
    if source is None and before and not _only_links(before):
        return None
    return _placed(left, (start, end), cue, source, content, None, bool(_ELIDED_LINK.match(before)))


def _is_no_voice(source: str, word: str) -> bool:
    """True for the outlet's own “we”, and for reporters who only ask."""
    if source.endswith(("我", "我们")) or source in {"笔者", "本报", "本台"}:
        return True
    return source.endswith("记者") and word in {"问", "请", "提问", "要求", "追问"}


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
    if word in _TOPICS and re.match(r"[^，。]{1,14}时", after):
        return False
    if word in _NOUNS and _MADE.search(before):
        return False
    if word in _ANSWERS and re.match(r"[，,][^，。]{3}", after):
        return not re.search(
            r"(?:[作做]出|给予|予以|发出|提出|[的等与和任何篇则份关该此条些项]|没|未)$", before
        )
    return not (
        word in _NOUNS and _NOUN_AFTER.match(after) and not re.match(r"[，,：:][“「\"]", after)
    )


def clause_start(masked: str, floor: int, start: int) -> int:
    """Where the clause that holds `start` begins, not before `floor`."""
    left = floor
    for mark in CLAUSE.finditer(masked, floor, start):
        left = mark.end()
    return left
