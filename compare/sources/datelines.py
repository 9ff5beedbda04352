"""Agency datelines: cuts 【…讯】, （…电）, `CITY, Sept 18 (Agency) -` off the start of a paragraph.

In: a paragraph that stands at the head of an article. Out: its dateline (or nothing) and the rest.
Only shapes are known here, no agency and no city: brackets that end in 电, 讯 or 报导, a place with
a day and 电, capitals before a dash. A dateline that is written like prose ('据…9月18日报道，')
stays in the text, where attribution needs it.
"""

from __future__ import annotations

import re

from compare.sources.notices import page_words

_SENT = page_words("dispatches")
_WHO = f"{page_words('senders')}(?![按注])"
_DAY = "[0-9〇○一二三四五六七八九十]{1,3}日"
_MONTHS = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_CHINESE = (
    rf"【[^【】]{{1,40}}{_SENT}】",
    rf"[（(〔［\[][^（）()〔〕［］\[\]]{{1,50}}{_SENT}[）)〕］\]]",
    rf"[（(][^（）()\s]{{2,16}}{page_words('agency_ends')}[）)]",
    rf"(?!据|據)[^\s，。：:；“”（）()【】]{{2,20}}?{_DAY}(?:电|電|讯|訊|消息)(?=[\s（(：:,，—-]|$)",
    rf"{page_words('own_outlet')}(?:综合|綜合)?[讯訊](?=[\s（(：:,，—-])",
)
_REPORTER = (
    rf"[（(〔［\[][^（）()〔〕［］\[\]]{{0,40}}{_WHO}[^（）()〔〕［］\[\]]{{0,30}}[）)〕］\]]"
)
_PLACE = r"[A-Z][A-Z.'’ /-]{2,40}(?:, [A-Z][\w.'’ ]{1,25}){0,2}"
_AGENCY = r"\([A-Z][\w .&/-]{1,30}\)\s*[-–—]{1,2}"
_ENGLISH = (
    # LONDON, Sept 18 (Agency) - …   BEIJING (Agency) — …
    rf"{_PLACE}(?:,? [A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})?)? ?{_AGENCY}",
    # Paris, 18 Sept (Agency) – …
    rf"[A-Z][\w.'’ /-]{{2,40}}, (?:{_MONTHS}\.? \d\d?|\d\d? {_MONTHS})(?:, \d{{4}})? {_AGENCY}",
    # Berlin (dpa) - …
    r"[A-ZÀ-Þ][\w'’]+(?:[ /-][A-ZÀ-Þ][\w'’]+){0,2} \((?:[A-Z]{3,8}|[a-z]{3,6})\)\s*[-–—]{1,2}",
    r"\([A-Z][\w .]{1,20}\)\s*[-–—]{1,2}",
    # MOSCOW, September 18. /AGENCY/. …
    rf"[A-Z][A-Z ,.-]{{2,40}}, {_MONTHS} \d{{1,2}}\. /[A-Z]{{2,10}}/\.",
    # WASHINGTON — President …
    r"[A-Z][A-Z.'’ -]{2,30}[A-Z](?:, [A-Z][\w.’' ]{1,25}){0,2}\s+[—–-]{1,2}(?=\s+[A-Z\"“‘])",
)
_SEPARATOR = r"\s*[—–:：,，-]{0,2}\s*"
_ZH = re.compile(
    rf"(?P<line>(?:{'|'.join(_CHINESE)})(?:\s*{_REPORTER})?){_SEPARATOR}|(?P<who>{_REPORTER}){_SEPARATOR}"
)
_EN = re.compile(rf"(?P<line>{'|'.join(_ENGLISH)})\s*")


def split(paragraph: str) -> tuple[str, str]:
    """The dateline of `paragraph` with the dash or comma behind it, and the rest.

    ("", paragraph) without one. A dateline alone on its line leaves an empty rest.
    """
    match = _ZH.match(paragraph) or _EN.match(paragraph)
    if not match:
        return "", paragraph
    return paragraph[: match.end()].strip(), paragraph[match.end() :].strip()
