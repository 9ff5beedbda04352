"""Lines about the text and not of it: editors, bylines, sharing, newsletters, captions, paywalls.

In: one block of text and where it stands. Out: the kind of Part it is, or None for body. The rules
know the shapes that newsrooms of many countries use and no name. When in doubt a line stays in the
body: `记者：…` is a question in an interview unless it is a bare name, and a sentence about
newsletters is a sentence.

Whether a text was cut short: by a paywall, by a feed, or in mid-sentence. In: the blocks of a body.
Out: `truncated`, `paywall` or None, and how many of the last blocks are the notice itself. Notices
are looked for only at the end and only in short blocks, because news is also about paywalls. A text
that stops without a full stop counts as cut only when its other paragraphs do end with one: Thai
never does, and lists and tables need not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from compare.options import Options
from compare.resources.words import either, everywhere
from compare.sources.drafts import Block
from compare.sources.lines import TERMINAL


def page_words(key: str, section: str = "page") -> str:
    """A pattern for a word of one list of `page` or `furniture`, in any language."""
    return f"(?:{either(everywhere(section, key))})"


_EDITOR = rf"(?:{page_words('editor_prefixes')}?{page_words('editors')})"
_STRONG_EDITOR = page_words("chief_editors")
_NAMES = r"[^。！？!?“”「」：:\s][^。！？!?“”「」]{0,59}"
_CREDIT = re.compile(
    rf"[（(【\[]?\s*{_STRONG_EDITOR}\s*[：:／/\s]\s*{_NAMES}[）)】\]]?\s*\d{{0,8}}\s*[#＃◇]?"
)
_LATE_CREDIT = re.compile(
    rf"[（(【\[]\s*{_EDITOR}\s*[：:／/|｜丨]\s*{_NAMES}[）)】\]]\s*\d{{0,8}}\s*[#＃◇]?"
    rf"|{_EDITOR}\s*[：:／/|｜丨]\s*[^。！？!?，,“”「」]{{1,30}}[#＃◇]?\d{{0,8}}"
    r"|\(?(?:Additional |Further )?(?:Reporting|Writing|Editing|Compiled|Translated|Edited|Produced"
    r"|Graphics?)\b[^.:]{0,30}\bby\b.{2,250}"
    r"|.{3,160}\bcontributed (?:to this (?:report|story|article)|reporting)\b.{0,60}"
    r"|(?:©|\(c\)|Copyright\b).{2,160}|.{0,80}\ball rights reserved\b.{0,80}"
    rf"|.{{0,30}}{page_words('rights')}.{{0,60}}",
    re.IGNORECASE,
)
_TAIL_CREDIT = re.compile(
    rf"\s*(?:[（(【\[]\s*(?:{_EDITOR})\s*[：:／/]\s*[^（）()【】]{{1,60}}[）)】\]]\s*\d{{0,8}}\s*[#＃◇]?"
    rf"|(?<=[。！？”」）]){_STRONG_EDITOR}\s*[：:]\s*\S{{1,20}}[#＃◇]?"
    r"|\((?:Additional )?(?:Reporting|Writing|Editing)\b[^()]{0,30} by [^()]{2,250}\))\s*$"
)
_BYLINE = re.compile(
    r"By(?: [A-Z][\w.'’-]*|,? and| of| for|,){1,14}"
    r"|BY [A-Z][A-Z .,'’-]{3,60}"
    rf"|{page_words('bylines')}\s*[：:／/|]\s*[^\s。！？，,：:“”？?]{{2,12}}"
    r"(?:\s+[^\s。！？，,：:“”？?]{2,12}){0,3}"
)
_SOURCE = re.compile(rf"{page_words('origins')}\s*[：:]\s*[^。！？\n]{{2,40}}")
_SOURCE_AMONG = re.compile(rf"{page_words('origins')}\s*[：:]\s*(?P<name>[^\s。！？：:|]{{2,30}})")
_SHARE = re.compile(
    rf"{page_words('share')}\s*[:：]?"
    rf"(?:\s*+(?:on|via|with|sur|auf)?\s*+{page_words('networks')}[\s,、|/]*+)*+",
    re.IGNORECASE,
)
_NEWSLETTER = re.compile(
    r"(?:Sign up (?:for|to|here)|Subscribe to (?:our|the)|Get (?:our|the) (?:daily|weekly|free)"
    r"|Join our (?:WhatsApp|Telegram)|Download (?:our|the) app|Follow us on"
    rf"|{page_words('newsletters')}).{{0,120}}",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    rf"{page_words('captions')}{page_words('caption_parts')}?\s*[：:／/].{{2,160}}"
    rf"|[（(].{{1,40}}{page_words('photos')}[）)]"
    r"|(?:FILE(?: PHOTO)?|File photo|Photo|Image|Picture|Photograph)(?: credit| by| courtesy)?\s*"
    r"[:：–—-]\s.{2,250}"
)
_PICTURE_CREDIT = re.compile(
    rf"[（(].{{1,40}}{page_words('photos')}[）)]"
    rf"|{page_words('captions')}{page_words('caption_parts')}?\s*[：:／/][^，。,]{{2,24}}"
    r"|[A-Za-z ]+[:：–—-]\s[A-Z][\w.'’&-]*(?:[ /,]+(?:[A-Z][\w.'’&-]*|via|for|and|of|the)){0,9}\.?"
)
_OTHER = re.compile(
    rf"{page_words('related')}(?:\s*[：:].{{0,80}})?|{page_words('related_labels')}\s*[:：].{{0,120}}"
    rf"|{page_words('advertisements')}"
)
_INTERVIEW = re.compile(rf"{page_words('speakers')}\s*[：:]")


def split_source(text: str, options: Options) -> tuple[str, str]:
    """A line without its `来源：X`, and X (empty when it has none)."""
    match = _SOURCE_AMONG.search(text) if len(text) <= options.source_length else None
    if not match:
        return text, ""
    return (text[: match.start()] + " " + text[match.end() :]).strip(), match["name"]


def is_interview(texts: Sequence[str]) -> bool:
    """True when two or more blocks are questions by 记者 or answers through 翻译."""
    return sum(bool(_INTERVIEW.match(text)) for text in texts) > 1


def kind_of(
    text: str, options: Options, *, early: bool, late: bool, interview: bool = False
) -> str | None:
    """The kind of Part that a whole block is, or None when it is body.

    `early`: nothing of the body has come yet. `late`: nothing of the body follows. `interview`:
    `记者：…` is somebody speaking, however short.
    """
    if interview and _INTERVIEW.match(text):
        return None
    if len(text) > options.about_length:
        return None
    if _CREDIT.fullmatch(text) or (late and _LATE_CREDIT.fullmatch(text)):
        return "credit"
    if early and (_BYLINE.fullmatch(text) or _SOURCE.fullmatch(text)):
        return "byline" if _BYLINE.fullmatch(text) else "credit"
    if late and _SOURCE.fullmatch(text):
        return "credit"
    if _SHARE.fullmatch(text):
        return "share"
    if _CAPTION.fullmatch(text):
        return "credit" if _PICTURE_CREDIT.fullmatch(text) else "caption"
    if (early or late) and _NEWSLETTER.fullmatch(text):
        return "newsletter"
    return "other" if _OTHER.fullmatch(text) else None


def split_tail(text: str) -> tuple[str, str]:
    """A paragraph without the credit at its end, and that credit (empty without one)."""
    match = _TAIL_CREDIT.search(text)
    if not match or match.start() == 0:
        return text, ""
    return text[: match.start()].strip(), match.group().strip()


TRUNCATED, PAYWALL = "truncated", "paywall"
_PAYWALL = re.compile(
    r"subscribe (?:now )?(?:to|for) (?:continue|read|keep reading|unlock|full access|unlimited)"
    r"|(?:to (?:continue|keep) reading|to read (?:the|this) (?:full|rest|complete))[^.]{0,60}"
    r"(?:subscri|sign|log|register|account|trial)"
    r"|already (?:a subscriber|subscribed|have an account)|for subscribers only|subscribers? only"
    r"|(?:this|the) (?:article|story|content) is (?:for|reserved for|(?:only )?available to) "
    r"(?:paid |paying )?(?:subscribers|members)|unlock (?:this|the full) (?:article|story)"
    r"|(?:sign|log) in to (?:continue|read)|remaining (?:content|text) is (?:for|only)"
    rf"|{page_words('paywalls')}"
    rf"|{page_words('paid')}|{page_words('joining')}{page_words('then')}?[^。]{{0,6}}{page_words('reading')}"
    rf"|{page_words('becoming')}(?:付费|付費)?{page_words('members')}|{page_words('readers')}{page_words('reserved')}"
    rf"|{page_words('rest')}\s*\d*\s*[％%]?\s*{page_words('contents')}",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"(?:\W*{page_words('more')}+{page_words('whole')}\W*|\W*{page_words('more_lines')}\W*(?:\S{{0,40}})"
    rf"|\W*{page_words('unfinished')}\W*)",
    re.IGNORECASE,
)
_TAIL_MORE = re.compile(
    r"(?:[\[【（(]\s*(?:…|\.\.\.|……)\s*[\]】）)]"
    r"|\[?\+?(?<!\d)\d++ (?:more )?(?:chars|characters|words)\]?"
    rf"|{page_words('tails')}\W*|[（(](?:{page_words('unfinished')}|{page_words('awaited')})[）)]|(?:…|\.\.\.))\s*$",
    re.IGNORECASE,
)


def judge(body: Sequence[Block], options: Options) -> tuple[str | None, int]:
    """Why the text is incomplete (None when whole), and how many last blocks say so.

    Those blocks are notices of the site and no part of the article; a page with nothing else keeps
    them as its text.
    """
    notices, reason = 0, None
    for block in islice(reversed(body), options.notice_blocks):
        found = _notice(block.text, options.notice_length)
        if not found:
            break
        notices += 1
        reason = PAYWALL if PAYWALL in (reason, found) else found
    if reason:
        return reason, notices if notices < len(body) else 0
    return (TRUNCATED if body and _is_cut(body, options) else None), 0


def is_notice(text: str, options: Options) -> bool:
    """Whether a block says that the text is cut or behind a paywall."""
    return _notice(text, options.notice_length) is not None


def _notice(text: str, longest: int) -> str | None:
    if len(text) > longest:
        return None
    if _PAYWALL.search(text):
        return PAYWALL
    return TRUNCATED if _MORE.fullmatch(text) else None


def _is_cut(body: Sequence[Block], options: Options) -> bool:
    last = body[-1]
    if _TAIL_MORE.search(last.text):
        return True
    short = len(last.text) < options.cut_least
    if last.shape != "paragraph" or short or TERMINAL.search(last.text):
        return False
    others = [b for b in body[:-1] if b.shape == "paragraph"]
    ended = sum(bool(TERMINAL.search(b.text)) for b in others)
    return len(others) >= 1 and ended >= options.cut_share * len(others)
