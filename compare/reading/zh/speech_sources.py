"""Who speaks in a Chinese clause: the noun phrase before a cue.

In: the characters between the clause's beginning and the cue. Out: the span of the source in
them. Chinese puts subject first and everything else (time, place, addressee, adverbs) between it
and the verb, so the phrase ends at the first word that opens such a complement. The same words
occur inside names, hence the guards.
"""

from __future__ import annotations

import re

from compare.reading.base.findings import Span
from compare.reading.base.vocabulary import either, listed

_NUMERAL = r"\d一二三四五六七八九十〇"
_DAY = "(?:" + "|".join(
    [
        "今天|昨天|明天|今日|昨日|当天|当日|当晚|当地时间|日前|近日|早前|稍早|稍后|其后",
        "上周|下周|本周|这周|上月|本月|今年|去年|[早晚上下]午|晚间|凌晨",
        r"(?:周|星期|礼拜)[一二三四五六日天]",
        rf"[{_NUMERAL}]+[年月日号](?!报)|\d",
    ]
) + ")"  # fmt: skip
# words between the subject and its verb; the guards are parts of common nouns and names
_STOP = re.compile(
    "|".join(
        [
            _DAY,
            "在(?!野|线|职|任|逃|地)",
            f"于(?=[{_NUMERAL}周本今昨])",
            "对(?![手方外])|向(?!上|导)|就(?!业|职)|为(?!了)|将(?!军)|又(?!一)|均|都(?!会|市|城|督)",
            "并(?!购)|不(?!愿)|已(?!故)|的?时候?$|联合(?=表示|声明|宣布|发表)",
            "跟|把|还|也|则|曾|再|仍|更|才|即|只|却|亦|另|未|以|借|刚|说",
            "再次|再度|随后|随即|同时|一再|多次|反复|公开|明确|正式|首次|同样|主动|严词|共同|一致",
            "接受|受访|回应|回答|发表|发布|发出|透过|通过|告诉|主持|出席|召开|会见|会晤|抵达|访问",
            "会后|会上|赛后|事后|事前|之后|之前|表示|表态|致电|致函|致信|致辞|讲话|写信|撰文|致股东",
            "援引|引述|引用|如此|匿名|私下|经过|经由|召集|谈及|谈到|指出|通报|举行|参加|书面|电话",
            "强烈|坚决|严厉|进一步|特别|着重|补充|批示|指示|证实|没有|毫不|愿意|在会|们已",
            "[哭笑]着|含泪|哽咽|讨论|探讨|详细|听取|交换|继续|普遍|一贯|一直|长期|纷纷|分别|双双|相继|陆续",
            "的?会晤纪要|的?纪要",
        ]
    )
)
_OPENING = re.compile(
    "^(?:另据|根据|据|迄今为止|至今|此外|另外|同时|但是|但|不过|然而|而且|而|对此|随后|其中|目前|据悉|与此同时|因此|所以|另|反之|至于"
    "|其实|后来|最后|最终|之后|此前|早些时候|之前|并且|并|且|且有|仍|还|也|更|又|则|却|有"
    rf"|{_DAY}[，,]?|\s)+"
)
_LEADING = re.compile(
    "^(?:在|就|针对|关于|对于|对|谈到|谈及|当|自|从|由于|为)[^，,]*?"
    "(?:问题上|问题时|一事时|方面|时|后|上|中|期间|之际|以来|前|里|下|问题|一事|此事|会上)[，,]?"
)
_OFFICES = either(listed("zh", "speech", "offices"))
# "even the headmaster": the source begins behind 连, which is also a surname
_EVEN = re.compile(
    rf"(?:甚至|就|竟然?)?连(?=(?:[前现时]任|[女老副前])?(?:{_OFFICES})(?:们|本人|自己)?[都也亦])"
)
_TEXT = re.compile(r"的([^的]{0,8}(?:声明|公报|纪要|通稿|报告|简报|公告|文章|社论|调查))$")
_NOUN = re.compile(r"[\u3400-\u9fffA-Za-z]")
_NOT_A_SOURCE = re.compile(
    "^(?:在|当|于|向|就|把|因|而|但|这|那|这篇|这篇报道|本文|文章|该文|一篇|有关|因为|如果|虽然|尽管|由于|即使|只要|为了|以及|以便"
    "|对|与|和|从|被|所|是|要|可|可以|应该|无法|难以|不得|不|来|用|其|有|一|什么|怎么|谁|据|根据"
    "|再|已|已经|正|正在|将|会|能)$|[。！？!?（(]$"
)


def source_in(clause: str) -> Span | None:
    """The span of the source in `clause` (the text before a cue), or None when it has none."""
    start = 0
    while (opening := _OPENING.match(clause[start:])) and opening.end():
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
    while end > start and clause[end - 1] in " ，,、：:的\t":
        end -= 1
    while start < end and clause[start] in " ，,、：:)）—–-":
        start += 1
    if (reason := re.match(r"因为|由于|以及|虽然|尽管|如果", clause[start:end])) is not None:
        start += reason.end()
    if clause[end - 1 : end] in "后前时" and (text := _TEXT.search(clause, end)) is not None:
        start, end = text.span(1)
    found = clause[start:end]
    if not _NOUN.search(found) or _NOT_A_SOURCE.search(found) or len(found) > 45:
        return None
    return start, end


def _inside_name(clause: str, start: int, stop: re.Match[str]) -> bool:
    """A stop word within a transliterated name (between interpuncts) or a book-title mark."""
    before, after = clause[start : stop.start()], clause[stop.end() : stop.end() + 1]
    if before.count("《") > before.count("》"):
        return True
    return before[-1:] in "·‧•・" or after in ("·", "‧", "•", "・")
