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

_EDITOR = (
    "(?:(?:本文|本版|网页|網頁|文字|视频|視頻|值班|执行|執行|助理|见习|見習)?"
    "(?:责任编辑|責任編輯|责任编审|责编|責編|编辑|編輯|编审|編審|校对|校對|审校|審校|核稿|监制|監製|"
    "译者|譯者|编译|編譯|翻译|翻譯|审核|審核|主编|主編|统筹|統籌|实习生|摄影|攝影|采写|採寫|撰稿|记者|記者))"
)
_STRONG_EDITOR = "(?:责任编辑|責任編輯|责任编审|責任編審|责编|責編)"
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
    r"|.{0,30}(?:版权所有|版權所有|未经许可|未經許可|转载请注明|轉載請註明).{0,60}",
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
    r"|(?:作者|撰文|文字|文|记者|記者|本报记者|本報記者|特约记者|特約記者)\s*[：:／/|]\s*[^\s。！？，,：:“”？?]{2,12}"
    r"(?:\s+[^\s。！？，,：:“”？?]{2,12}){0,3}"
)
_SOURCE = re.compile(
    r"(?:来源|來源|稿件来源|新闻来源|新聞來源|消息来源|文章来源|Source)\s*[：:]\s*[^。！？\n]{2,40}"
)
_SOURCE_AMONG = re.compile(
    r"(?:稿件|新闻|新聞|消息|文章)?(?:来源|來源|Source)\s*[：:]\s*(?P<name>[^\s。！？：:|]{2,30})"
)
_NETWORKS = (
    r"(?:facebook|twitter|whatsapp|telegram|line|weibo|wechat|email|e-mail|print|copy link|x|reddit"
    r"|linkedin|微信|微博|推特|脸书|臉書|邮件|郵件|打印|列印|复制链接|複製連結|more|更多)"
)
_SHARE = re.compile(
    rf"(?:分享(?:到|至|给|給)?|转发|轉發|转载|Share(?: this(?: article| story)?)?|Partager|Teilen"
    rf"|Compartir|Condividi|Compartilhar|Delen|Udostępnij|Paylaş|Поделиться|共有|シェア|공유)\s*[:：]?"
    rf"(?:\s*+(?:on|via|with|sur|auf)?\s*+{_NETWORKS}[\s,、|/]*+)*+",
    re.IGNORECASE,
)
_NEWSLETTER = re.compile(
    r"(?:Sign up (?:for|to|here)|Subscribe to (?:our|the)|Get (?:our|the) (?:daily|weekly|free)"
    r"|Join our (?:WhatsApp|Telegram)|Download (?:our|the) app|Follow us on|Abonnez-vous|"
    r"Téléchargez l|订阅(?:我们|本报|本台|电子报)|訂閱(?:我們|本報|本台|電子報)|欢迎订阅|歡迎訂閱"
    r"|关注我们|關注我們|扫码关注|掃碼關注|扫描二维码|掃描二維碼|(?:点击|點擊|立即|欢迎|歡迎)下[载載]).{0,120}",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:图|圖|图片|圖片|资料图片?|資料圖片?|资料照片?|資料照片?|照片|配图|配圖|题图|題圖|示意图|示意圖)"
    r"(?:来源|來源|说明|說明|为|為|源)?\s*[：:／/].{2,160}"
    r"|[（(].{1,40}(?:图片|圖片|照片|摄影|攝影|资料图|資料照|图|圖)[）)]"
    r"|(?:FILE(?: PHOTO)?|File photo|Photo|Image|Picture|Photograph)(?: credit| by| courtesy)?\s*"
    r"[:：–—-]\s.{2,250}"
)
_OTHER = re.compile(
    r"(?:相关阅读|相關閱讀|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|相关报道|相關報導|相关新闻|相關新聞)"
    r"(?:\s*[：:].{0,80})?"
    r"|(?:Related|Read more|See also|Recommended|Also read|Our Standards)\s*[:：].{0,120}"
    r"|(?:Advertisement|ADVERTISEMENT|广告|廣告|Publicité|Anzeige)",
)
_INTERVIEW = re.compile(r"(?:记者|記者|翻译|翻譯)\s*[：:]")


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
