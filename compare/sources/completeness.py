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
from compare.sources.notices import page_words

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
    r"(?:[\[【（(]\s*(?:…|\.\.\.|……)\s*[\]】）)]|\[?\+?\d+ (?:more )?(?:chars|characters|words)\]?"
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
