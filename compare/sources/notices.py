"""Lines about the text and not of it: editors, bylines, sharing, newsletters, captions, paywalls.

In: one block of text and where it stands. Out: the kind of Part it is, or None for body. The rules
know the shapes that newsrooms of many countries use and no name. When in doubt a line stays in the
body: `记者：…` is a question in an interview unless it is a bare name, and a sentence about
newsletters is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.options import Options
from compare.resources.words import either, everywhere


def page_words(key: str) -> str:
    """A pattern for a word of one list of `page`, in any language."""
    return f"(?:{either(everywhere('page', key))})"


_EDITOR = rf"(?:{page_words('editor_prefixes')}?{page_words('editors')})"
_STRONG_EDITOR = page_words("chief_editors")
_NAMES = r"[^。！？!?“”「」：:\s][^。！？!?“”「」]{0,59}"
_CREDIT = re.compile(
    rf"[（(【\[]?\s*{_STRONG_EDITOR}\s*[：:／/\s]\s*{_NAMES}[）)】\]]?\s*\d{{0,8}}\s*[#＃◇]?"
)
_LATE_CREDIT = re.compile(
    rf"[（(【\[]\s*{_EDITOR}\s*[：:／/]\s*{_NAMES}[）)】\]]\s*\d{{0,8}}\s*[#＃◇]?"
    rf"|{_EDITOR}\s*[：:／/]\s*[^。！？!?，,“”「」]{{1,30}}[#＃◇]?\d{{0,8}}"
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
        return "caption"
    if (early or late) and _NEWSLETTER.fullmatch(text):
        return "newsletter"
    return "other" if _OTHER.fullmatch(text) else None


def split_tail(text: str) -> tuple[str, str]:
    """A paragraph without the credit at its end, and that credit (empty without one)."""
    match = _TAIL_CREDIT.search(text)
    if not match or match.start() == 0:
        return text, ""
    return text[: match.start()].strip(), match.group().strip()
