"""Whether a text was cut short: by a paywall, by a feed, or in mid-sentence.

In: the blocks of a body. Out: `truncated`, `paywall` or None, and how many of the last blocks are
the notice itself. Notices are looked for only at the end and only in short blocks, because news
is also about paywalls. A text that stops without a full stop counts as cut only when its other
paragraphs do end with one: Thai never does, and lists and tables need not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from compare.options import Options
from compare.sources.drafts import Block
from compare.sources.lines import TERMINAL

TRUNCATED, PAYWALL = "truncated", "paywall"
_PAYWALL = re.compile(
    r"subscribe (?:now )?(?:to|for) (?:continue|read|keep reading|unlock|full access|unlimited)"
    r"|(?:to (?:continue|keep) reading|to read (?:the|this) (?:full|rest|complete))[^.]{0,60}"
    r"(?:subscri|sign|log|register|account|trial)"
    r"|already (?:a subscriber|subscribed|have an account)|for subscribers only|subscribers? only"
    r"|(?:this|the) (?:article|story|content) is (?:for|reserved for|(?:only )?available to) "
    r"(?:paid |paying )?(?:subscribers|members)|unlock (?:this|the full) (?:article|story)"
    r"|(?:sign|log) in to (?:continue|read)|remaining (?:content|text) is (?:for|only)"
    r"|réservé (?:à nos|aux) abonnés|nur für abonnenten|solo para suscriptores"
    r"|付费(?:内容|阅读|文章|订阅|后)|付費(?:內容|閱讀|文章|訂閱|後)|(?:订阅|訂閱|登录|登錄|登入|购买|購買|注册|註冊)"
    r"(?:后|後|会员|會員|以|即可|方可|才能)?[^。]{0,6}(?:阅读|閱讀|查看|观看|解锁|解鎖)[^。]{0,4}(?:全文|更多|完整|剩余|剩餘)?"
    r"|(?:成为|成為|加入|升级|升級)(?:付费|付費)?(?:会员|會員)|(?:会员|會員|订户|訂戶|订阅者|訂閱者)(?:专享|專享|专属|專屬|限定)"
    r"|(?:剩余|剩餘|还有|還有|还剩|還剩|余下|餘下)\s*\d*\s*[％%]?\s*(?:字|内容|內容|的内容)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:\W*(?:点击|點擊|点此|點此|查看|阅读|閱讀|展开|展開|请看|瀏覽|浏览)+(?:全文|原文|更多|全部|余下全文|餘下全文|完整内容|完整內容|剩余全文)\W*"
    r"|\W*(?:continue reading|read (?:more|on|the full (?:article|story|text))"
    r"|full (?:story|article)|lire la suite|weiterlesen|leer más|seguir leyendo|leggi tutto"
    r"|читать далее|続きを読む)"
    r"\W*(?:\S{0,40})"
    r"|\W*(?:未完待续|未完待續|未完|to be continued)\W*)",
    re.IGNORECASE,
)
_TAIL_MORE = re.compile(
    r"(?:[\[【（(]\s*(?:…|\.\.\.|……)\s*[\]】）)]|\[?\+?\d+ (?:more )?(?:chars|characters|words)\]?"
    r"|(?:阅读全文|閱讀全文|查看全文|展开全文|展開全文|點擊全文|Continue reading|Read more)\W*"
    r"|[（(](?:未完|待续|待續|未完待续|未完待續)[）)]|(?:…|\.\.\.))\s*$",
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
