"""Numbers as words and digits, to values.

In: the characters of one numeral. Out: its value, or None when it is none. Chinese numerals
(both scripts, digits mixed with 万 and 亿, 两 and 廿), full-width digits, and English number words.
Own code: the libraries that convert Chinese numerals take one clean numeral, raise on mixed or
Traditional ones, and are slower than these few lines (docs/decisions/0002).
"""

from __future__ import annotations

import re

DIGITS = "0-9０-９"
HAN_DIGIT = "零〇○一二两兩三四五六七八九"
HAN_SMALL = "十百千拾佰仟"
HAN_LARGE = "万萬亿億兆"
HAN_NUMERAL = HAN_DIGIT + HAN_SMALL + HAN_LARGE + "廿卅"

_DIGIT = dict(
    zip("零〇○一二两兩三四五六七八九", (0, 0, 0, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_TOKEN = re.compile(rf"[{DIGITS}]+(?:[.．][{DIGITS}]+)?|[^{DIGITS}]")
_POINT = re.compile(r"[点點]")


def han_value(text: str) -> float | None:
    """The value of a Chinese numeral: 三百二十, 两万五, 2.5万, 1亿2000万, 二〇二三, 三点五."""
    text = text.replace(",", "").replace("廿", "二十").replace("卅", "三十")
    if _POINT.search(text):
        return _with_point(text)
    if len(text) > 1 and all(c in _DIGIT for c in text):
        return float("".join(str(_DIGIT[c]) for c in text))
    return _positional(text)


def _with_point(text: str) -> float | None:
    head, _, tail = _POINT.sub("点", text, count=1).partition("点")
    fraction = re.match(rf"[{HAN_DIGIT}{DIGITS}]+", tail)
    whole = han_value(head)
    if fraction is None or whole is None:
        return None
    digits = "".join(str(_DIGIT.get(c, c)) for c in fraction[0])
    scale = 1.0
    for character in tail[fraction.end() :]:
        scale *= _LARGE.get(character) or _SMALL.get(character) or 0
    return (whole + float(f"0.{int(digits):0{len(digits)}d}")) * scale or None


def _positional(text: str) -> float | None:
    """Sum of digit × 十百千 within sections closed by 万, 亿 or 兆."""
    total = section = current = 0.0
    pending, unit, zero = False, 1, False
    for token in _TOKEN.findall(text):
        if token in _LARGE:
            section = (section + current) or (0.0 if total else 1.0)
            total = _close(total, section, _LARGE[token])
            section, current, pending, unit = 0.0, 0.0, False, _LARGE[token]
        elif token in _SMALL:
            section += (current if pending else 1.0) * _SMALL[token]
            current, pending, unit = 0.0, False, _SMALL[token]
        elif (value := _digit(token)) is not None:
            zero = value == 0 and not token[0].isdecimal()
            current, pending = (current, pending) if zero else (value, True)
            unit = 1 if zero else unit
        else:
            return None
    if pending and unit >= 100 and current < 10 and text[-1] in _DIGIT:
        current *= unit / 10  # 三万五 is 35,000 and 一百五 is 150; 一百零五 is not
    return total + section + current


def _close(total: float, section: float, scale: int) -> float:
    """Multiply what stands before 万, 亿 or 兆: all when smaller (一万亿), else the section."""
    if 0 < total < scale:
        return (total + section) * scale
    return total + section * scale


def _digit(token: str) -> float | None:
    if token in _DIGIT:
        return float(_DIGIT[token])
    try:
        return float(token.replace("．", "."))
    except ValueError:
        return None


_ONES = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    w: 10 * n
    for n, w in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
SMALL_WORDS = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
SCALE_WORDS = "|".join(_SCALES)
ORDINAL_WORDS = {
    w: n
    for n, w in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
_WORD = re.compile(r"[a-z]+|\d[\d,]*(?:\.\d+)?")


def english_value(text: str) -> float | None:
    """The value of an English numeral: twelve, two hundred and fifty, 1.2 million, a dozen."""
    total = current = 0.0
    words = [w for w in _WORD.findall(text.lower()) if w not in ("and", "of")]
    if not words:
        return None
    for word in words:
        if word in ("a", "an"):
            current = current or 1.0
        elif word in _SCALES:
            current = (current or 1.0) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0.0
        elif (value := _english_unit(word)) is not None:
            current += value
        else:
            return None
    return total + current


def _english_unit(word: str) -> float | None:
    if word == "half":
        return 0.5
    if word in _ONES:
        return float(_ONES[word])
    if word in _TENS:
        return float(_TENS[word])
    return float(word.replace(",", "")) if word[0].isdecimal() else None
