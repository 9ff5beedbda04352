"""Quantities in English, and digits with common units in other languages of the Latin script.

In: text whose dates are blanked. Out: `Quantity`s in order. Number words count up to a scale
word (two hundred million); `one` and `two` only with a unit, since `one of` and `the two sides`
are no amounts. Digits in names (F-16, COVID-19, Group of 20) are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model.documents import Quantity
from compare.reading.base import amounts as a
from compare.resources.units import SYMBOLS, written
from compare.resources.words import either, listed, word_set, words
from compare.text.numerals import ORDINAL_WORDS, SCALE_WORDS, SMALL_WORDS, english_value

_UNITS = written("en")
_SP = r"[ \u00a0]"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f]000)+(?!\d)|\d+(?:\.\d+)?"
_TABLES = words("en")["amounts"]
_SHORT: dict[str, float] = _TABLES["short"]
_PARTED = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=000)")  # 5 000
_WORDS = (
    rf"(?:half an? (?:{SCALE_WORDS})|an? (?:{SCALE_WORDS})|dozen(?! of)|(?:{SMALL_WORDS}))"
    rf"(?:[- ](?:and )?(?:{SMALL_WORDS}|{SCALE_WORDS})\b)*"
)
_NUMBER = (
    rf"(?:(?:{_DIGITS})(?:[ -]?(?:{SCALE_WORDS})\b|(?:mn|bn|tn|(?(cur)[mbkKMB]|(?!)))(?![A-Za-z]))?"
    rf"|(?:{_WORDS})\b)"
)
_HEDGE = {word: hedge for hedge, forms in _TABLES["hedges"].items() for word in listed(forms)}
# what makes a unit something else, in the same clause
_UNLESS = {
    unit: re.compile(rf"[^.;:!?\n]{{0,60}}?\b(?:{either(listed(line))})\b")
    for unit, line in _TABLES["unless"].items()
}
_FRONT = either(word for word in _HEDGE if not word.startswith("or "))
_SYMBOL, _UNIT = either(SYMBOLS), either(_UNITS)
_AMOUNT = re.compile(
    rf"(?P<btw>[Bb]etween{_SP})?(?P<front>(?i:{_FRONT}){_SP})?(?P<cur>(?:{_SYMBOL}){_SP}?)?(?P<n>(?i:{_NUMBER}))"
    rf"(?:(?:{_SP}?[-–—]{_SP}?|{_SP}to{_SP}|(?(btw){_SP}and{_SP}|(?!)))(?P<cur2>(?:{_SYMBOL}))?(?P<n2>(?i:{_NUMBER}))"
    rf"(?![-\d]))?"
    rf"(?P<plus>\+|-plus|-odd)?"
    rf"(?P<back>{_SP}or{_SP}(?:so|more))?(?:(?P<gap>{_SP}|-)?(?P<unit>(?:{_UNIT})(?:-old"
    rf")?(?![A-Za-z])|(?<=\d)fold|percent))?"
)
_FRACTION = re.compile(
    rf"(?i:(?:(?P<front>{_FRONT}){_SP})?"
    r"(?P<n>an?|one|two|three|four|five|six|seven|nine)[- ]"
    r"(?P<d>third|quarter|fifth|sixth|eighth|tenth)s?)"
    r"\b(?! (?:of 20|time|day|year|term|round|party|in a row|running))"
)
# half of, nearly half, half the fleet; not the first half of the game, half a million
_HALF = re.compile(
    rf"(?i:(?:(?P<front>{_FRONT}){_SP})half(?![- ](?:an?|past|time|hour|dozen|century|brother)\b|-)"
    rf"|half(?= (?:of|{either(word_set('en', 'amounts', 'halved'))})\b))\b"
)
_PART_BEFORE = re.compile(rf"\b(?:{either(word_set('en', 'amounts', 'halves'))})[- ]$")
_TIMED = rf"(?!{_SP}(?:{either(word_set('en', 'amounts', 'not_among'))})\b)"
_SMALL = rf"(?:\d{{1,3}}|{SMALL_WORDS})"
_AMONG = re.compile(
    rf"(?i:(?:(?P<front>{_FRONT}){_SP})?(?:(?P<n>one|1){_SP}in{_SP}"
    rf"(?P<d>\d{{1,3}}(?:,\d{{3}})+|{_SMALL}|a hundred)"
    rf"|(?P<n2>{_SMALL}){_SP}in{_SP}(?P<d2>10|100|ten|five|a hundred)"
    rf"|(?P<n3>{_SMALL}){_SP}(?:out{_SP}of(?:{_SP}every)?|in{_SP}every){_SP}(?P<d3>\d|10|100|1,?000|"
    rf"{SMALL_WORDS})))(?![-\d.,]*\d|[-–][A-Za-z])\b{_TIMED}(?!{_SP}(?:hundred|thousand|million)\b)"
)
_AND_A_HALF = re.compile(
    rf"(?i:(?:(?P<front>{_FRONT}){_SP})?(?:(?P<n>{_SMALL})[- ]and[- ]a[- ]half"
    rf"(?:[- ](?P<scale>{SCALE_WORDS})\b)?(?:[- ](?P<unit>{_UNIT})(?![A-Za-z]))?"
    rf"|(?:an?|one){_SP}(?P<one>{_UNIT}){_SP}and{_SP}a{_SP}half\b"
    rf"|half[- ]an?[- ](?P<half>{_UNIT})(?![A-Za-z])))"
)
_FRACTIONS: dict[str, int] = _TABLES["fractions"]
_MANY = re.compile(
    r"(?i:(?P<tens>tens|hundreds|dozens|scores|thousands|millions|billions)(?: of "
    r"(?P<of>thousands|millions|billions))?)\b"
)
_MANY_VALUE: dict[str, float] = _TABLES["many"]
_MAGNITUDE = re.compile(
    r"(?i:magnitude(?: of)?[- ](?P<n>\d(?:\.\d)?))(?![\d.])|(?P<m>\d(?:\.\d)?)(?i:[- ]magnitude)"
)
_ORDINAL = re.compile(r"(?P<n>\d+)(?:st|nd|rd|th)\b")
_ORDINAL_WORD = re.compile(rf"(?i:{'|'.join(ORDINAL_WORDS)})\b")
_SEVERAL = re.compile(
    rf"(?i:several|(?:a )?few)(?: (?P<scale>{SCALE_WORDS})s?\b)?(?: (?P<unit>{_UNIT})\b)?"
)
_AGED = re.compile(r"\b[Aa]ged (?P<n>\d{1,3})\b")
_CLOCK = re.compile(
    r"\d{1,2}(?::\d{2})+(?: ?[ap]\.?m\.?)?|\d{1,2} ?(?:[ap]\.m\.|[ap]m\b|o['’]clock|GMT|h\d\d\b)|"
    r"\d+(?:[./-]\d+){2,}|\d+/\d+"
)
_TOKEN = re.compile(r"[A-Za-z]+|\d+|[$＄€£¥￥₽₴₹₩₪]")
_STARTS = frozenset(
    word
    for phrase in (
        *_HEDGE, *SMALL_WORDS.split("|"), *ORDINAL_WORDS, *_MANY_VALUE, *SYMBOLS,
        "a", "an", "half", "dozen", "several", "few", "magnitude", "aged", "between",
    )
    for word in re.findall(r"[a-z]+", phrase.lower())[:1]
)  # fmt: skip
_LABEL = re.compile(rf"\b(?:{either(word_set('en', 'amounts', 'labels'))}) $")
_CLOCK_BEHIND = re.compile(r":\d|&\d")
_CODE = re.compile(r"[A-Za-z_][-–‑]?$|[A-Za-z0-9]\.$|[\d][:/&]$|#$")
_IDLE = re.compile(
    r"(?i:(?:two|three|both) (?:sides|countries|nations|leaders|governments|powers|parties|"
    r"presidents|men|women|of )|"
    r"(?:two|three|one|four|five)(?![- ](?:hundred|thousand|million|billion|dozen))(?= "
    r"(?:largest|biggest|of|another|day\b|time\b|way\b|side|thing))|"
    r"one-on-one|one china|one-china|two-state|two-way)"
)


def found(text: str) -> Iterator[Quantity]:
    """The quantities of `text`, in order. Dates must be blanked out of it beforehand."""
    at = 0
    for token in _TOKEN.finditer(text):
        start, word = token.start(), token[0]
        if start < at or (word[0].isalpha() and word.lower() not in _STARTS):
            continue
        quantity, at = _read(text, start)
        if quantity is not None:
            yield quantity


def _read(text: str, start: int) -> tuple[Quantity | None, int]:
    """The quantity at `start` if there is one, and where to look next."""
    for reader in (_skipped, _halved, _shared, _special, _plain):
        end, quantity = reader(text, start)
        if end:
            return quantity, end
    return None, start + 1


def _skipped(text: str, start: int) -> tuple[int, Quantity | None]:
    """Clock times, ratios, the two sides."""
    for pattern in (_IDLE, _CLOCK):
        if match := pattern.match(text, start):
            return match.end(), None
    return 0, None


def _halved(text: str, start: int) -> tuple[int, Quantity | None]:
    """A day and a half, two and a half years, half an hour."""
    m = _AND_A_HALF.match(text, start)
    if m is None or text[m.end() :].startswith("-old"):
        return 0, None
    whole = 0 if m["half"] else 1 if m["one"] else english_value(m["n"]) or 0
    value = (whole + 0.5) * (english_value(m["scale"] or "one") or 1)
    unit = _UNITS.get((m["unit"] or m["one"] or m["half"] or "").lower(), "")
    if m["half"] and not unit:
        return 0, None
    return m.end(), _hedged(m, value, unit)


def _shared(text: str, start: int) -> tuple[int, Quantity | None]:
    """Two thirds, just over half, one in five, 7 out of 10: parts of a whole."""
    if m := _FRACTION.match(text, start):
        value = (english_value(m["n"]) or 1) / _FRACTIONS[m["d"].lower()]
        return m.end(), _hedged(m, value, "share")
    if (m := _HALF.match(text, start)) and not _PART_BEFORE.search(text[max(0, start - 9) : start]):
        return m.end(), _hedged(m, 0.5, "share")
    if m := _AMONG.match(text, start):
        part, whole = (english_value(m["n" + k] or "") for k in ("", "2", "3")), m["d"] or m["d2"]
        below = english_value(whole or m["d3"])
        above = next((value for value in part if value), 0)
        if below and above < below:
            return m.end(), _hedged(m, above / below, "share")
    return 0, None


def _hedged(m: re.Match[str], value: float, unit: str) -> Quantity:
    hedge = _HEDGE.get((m["front"] or "").lower().replace("\u00a0", " "))
    if hedge is None:
        return a.exact(m.start(), m[0], value, unit)
    return a.about(m.start(), m[0], value, unit, hedge)


def _special(text: str, start: int) -> tuple[int, Quantity | None]:
    """Magnitudes, dozens of, aged 40, ordinals: (end, quantity), end 0 when none."""
    quantity: Quantity | None = None
    if m := _MAGNITUDE.match(text, start):
        quantity = a.exact(start, m[0], float(m["n"] or m["m"]), "magnitude")
    elif m := _MANY.match(text, start):
        value = _MANY_VALUE[m["tens"].lower()] * (_MANY_VALUE[m["of"].lower()] if m["of"] else 1)
        unit = _noun_behind(text, m.end(), of=True)
        quantity = a.between(start, m[0], 2 * value, 10 * value, unit, 5 * value)
    elif (m := _SEVERAL.match(text, start)) and (m["scale"] or m["unit"]):
        scale = english_value(m["scale"] or "one") or 1.0
        unit = _UNITS.get(m["unit"] or "", "") or _noun_behind(text, m.end(), of=True)
        quantity = a.between(start, m[0], 2 * scale if m["scale"] else 3, 9 * scale, unit)
    elif m := _AGED.match(text, start):
        quantity = a.exact(start, m[0], float(m["n"]), "year old")
    elif m := _ORDINAL.match(text, start):
        quantity = a.ordinal(start, m[0], float(m["n"]))
    elif (m := _ORDINAL_WORD.match(text, start)) and m[0].lower() != "second":
        quantity = a.ordinal(start, m[0], float(ORDINAL_WORDS[m[0].lower()]))
    return (m.end() if m else 0), quantity


def _plain(text: str, start: int) -> tuple[int, Quantity | None]:
    match = _AMOUNT.match(text, start)
    if match is None:
        return 0, None
    if _is_name(text, match):
        return match.end("n"), None
    value, unit = _value(match["n"]), _unit(text, match)
    if value is None or _is_idle(match, unit):
        return match.end("n"), None
    if match["n2"]:
        return _range(match, value, unit)
    hedge = _HEDGE.get((match["front"] or "").strip().lower())
    if match["back"]:
        hedge = hedge or _HEDGE["or " + match["back"].split()[1]]
    if match["plus"]:
        step = a.step_of(value)
        return match.end(), a.between(start, match[0], value, value + step, unit, value)
    if hedge:
        return match.end(), a.about(start, match[0], value, unit, hedge)
    return match.end(), a.exact(start, match[0], value, unit)


def _value(number: str) -> float | None:
    number = _PARTED.sub("", number)
    short = re.fullmatch(rf"({_DIGITS})(mn|bn|tn|[mbkKMB])", number)
    if short:
        return float(short[1].replace(",", "")) * _SHORT[short[2]]
    if number.lower().startswith("half a"):
        return 0.5 * (english_value(re.sub(r"(?i)^half an? ", "", number)) or 0)
    return english_value(number)


def _unit(text: str, m: re.Match[str]) -> str:
    if m["cur"]:
        return SYMBOLS[m["cur"].strip()]
    shown = m["unit"] or ""
    if shown.endswith("-old"):
        return "year old"
    known = _UNITS.get(shown.replace("\u00a0", " "))
    if known in _UNLESS and _UNLESS[known].match(text, m.end()):
        return ""
    return _noun_behind(text, m.end(), of=False) if known is None else known


_COUNTED = ("person", "aircraft", "ship", "vehicle", "country", "company", "case", "household")
_NOUNS = either(word for word, unit in _UNITS.items() if unit in _COUNTED)
_BEHIND = re.compile(rf"{_SP}(?:of{_SP})?(?:[A-Za-z-]+{_SP}){{0,2}}?(?P<noun>{_NOUNS})\b")
_OTHER = re.compile(rf"{_SP}(?:of{_SP})?(?:[A-Za-z-]+{_SP}){{0,1}}?(?P<noun>{_UNIT})\b")


def _noun_behind(text: str, end: int, *, of: bool) -> str:
    """The unit that an adjective or two hold off: 30 Russian soldiers, dozens of people."""
    match = _BEHIND.match(text, end) or (_OTHER.match(text, end) if of else None)
    return _UNITS[match["noun"]] if match else ""


def _is_name(text: str, m: re.Match[str]) -> bool:
    if m["cur"]:
        return False
    if _CLOCK_BEHIND.match(text, m.end("n")) or (len(m["n"]) > 12 and m["n"].isdecimal()):
        return True
    before = text[max(0, m.start("n") - 14) : m.start("n")]
    if not m["front"] and (_CODE.search(before[-3:]) or _LABEL.search(before)):
        return True
    tail = text[m.end() : m.end() + 1]
    return m["n"][-1].isdecimal() and not m["unit"] and tail.isalpha()


def _is_idle(m: re.Match[str], unit: str) -> bool:
    """Small number words stand in too many phrases to be amounts without a unit."""
    if m["n"][0].isdecimal() or m["front"]:
        return False
    return m["n"].lower() in ("one", "two", "zero") and (not unit or m["unit"] is None)


def _range(m: re.Match[str], low: float, unit: str) -> tuple[int, Quantity | None]:
    high = _value(m["n2"])
    if high is None:
        return m.end("n"), None
    scale = re.search(rf"(?:{SCALE_WORDS})$", m["n2"])
    if scale and not re.search(rf"(?:{SCALE_WORDS})$", m["n"]):
        low *= english_value(scale[0]) or 1
    if low >= high:
        return m.end("n2"), None  # a score, 3-1
    return m.end(), a.between(m.start(), m[0], low, high, unit)
