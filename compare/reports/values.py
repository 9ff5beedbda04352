"""The value of a fact or of a side of a discrepancy in words, as the report's language writes it.

In: a `Fact` or a `Side`, and what is called how in the story (`Naming`). Out: its words, with the
language of the article where they are the article's own. Numbers, dates and intervals follow the
CLDR data of Babel, so that no digit which the value has is lost: a number is only shortened (2.5
million, 250万) where nothing falls away. Units are words of the catalogues (`unit.hour`,
`unit.hour.one`); a unit that they do not have is shown as it is. Names are said by identity; an
office or an outcome stands in the words of its article, because only these say it in full.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from compare.model import Article, Comparison, Fact, Side, Value
from compare.model.facts import (
    ABOUT,
    COUNT,
    DATE,
    DURATION,
    LEAST,
    MONEY,
    MOST,
    NOT,
    OUTCOME,
    PERIOD,
    SCORE,
    SEVERAL,
    SHARE,
    TIME,
    WHERE,
    WHO,
)
from compare.reports.blocks import FILL
from compare.reports.words import catalogue, day, language, locale, name_words, said, say

HEDGED = (0.85, 1.15)  # what `about` allows around a value; other bounds were given by the text
# (Chinese, form, what both ends share) -> what is left of one of them: the later one in Chinese
_SHORT = {
    (False, "yMMMd", "month"): "d",
    (False, "yMMMd", "year"): "d MMM",
    (False, "yMMM", "year"): "LLL",
    (True, "yMMMd", "month"): "d日",
    (True, "yMMMd", "year"): "M月d日",
    (True, "yMMM", "year"): "M月",
}
WHOLES = 12  # parts of a whole, up to twelfths, are written as such
# powers of ten that have a name, and how many decimals of one are still easy to read
SCALES = {"en": ((12, 3), (9, 3), (6, 3)), "zh": ((12, 4), (8, 4), (4, 2))}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_DAYS = re.compile(r"\d{4}-\d\d(-\d\d)?(/\d{4}-\d\d(-\d\d)?)?")
_AMOUNT = re.compile(r"\d+(\.\d+)?( [A-Za-z ]+)?")
_IDENTITY = re.compile(r"[a-z]+:\S")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Words:
    """Words for a reader; `language` is the article's tag where they are its own words in another
    language than the report's, else empty.
    """

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """Article id -> article, and identity -> what it is called, with the language of that name."""

    articles: Mapping[str, Article]
    names: Mapping[str, Words]


def naming(comparison: Comparison) -> Naming:
    """The names of a story: of its leading entities, else the longest that an article in the
    reader's language (or, failing that, in another script of it) has for the same identity.
    """
    articles = {source.article.id: source.article for source in comparison.sources}
    found: dict[str, tuple[bool, str, str]] = {}
    for fact in _all(comparison):
        if fact.kind in (WHERE, WHO) and not foreign(fact.language, scripts=True):
            known, words = fact.value.text, own_words(fact, articles)
            ranked = (not foreign(fact.language), words, fact.language)
            best = found.get(known)
            if words and FILL not in words and (best is None or _rank(ranked) > _rank(best)):
                found[known] = ranked
    names = {one: Words(text, _tag(tag)) for one, (_, text, tag) in found.items()}
    leading = {e.id: Words(name_words(e.id, comparison)) for e in comparison.story.entities}
    named = {
        e.id: Words(e.names[language()])
        for row in comparison.facts
        for e in row.entities
        if language() in e.names
    }
    return Naming(articles, names | named | leading)


def _all(comparison: Comparison) -> list[Fact]:
    return [fact for row in comparison.facts for held in row.cells.values() for fact in held]


def _rank(found: tuple[bool, str, str]) -> tuple[bool, int]:
    return found[0], len(found[1])


def foreign(tag: str, *, scripts: bool = False) -> bool:
    """Whether a text in `tag` is in another language than the report, or for Chinese in another
    script; `scripts` takes both scripts for one language.
    """
    mine, other = language(), tag.split("-", maxsplit=1)[0]
    if tag in ("", "und") or other != mine.split("-", maxsplit=1)[0]:
        return tag not in ("", "und")
    return not scripts and other == "zh" and tag not in ("zh", mine)


def own_words(fact: Fact, articles: Mapping[str, Article]) -> str:
    """The characters of the article that state the value; empty where the article is not known."""
    article = articles.get(fact.article)
    return "" if article is None else article.part(fact.part)[fact.start : fact.end]


def value_of(fact: Fact, names: Naming) -> Words:
    """What a fact says, for people. What is denied is said to be denied."""
    if fact.kind == OUTCOME or fact.kind not in _SAID:
        words = _own(fact, names)
        denied = fact.value.text.startswith(NOT)
        return Words(say("fact.not", value=words.text), words.language) if denied else words
    words = _SAID[fact.kind](fact, names)
    if fact.negated:
        return Words(say("fact.denied", value=words.text), words.language)
    return words


def _own(fact: Fact, names: Naming) -> Words:
    text = own_words(fact, names.articles)
    return Words(text, _tag(fact.language)) if text else Words(fact.value.text)


def _tag(tag: str) -> str:
    return tag if foreign(tag) else ""


def _name(fact: Fact, names: Naming) -> Words:
    """The name, or the names of those who are one fact together; the article's own words where one
    of them has none that the reader can read.
    """
    found = [names.names.get(one) for one in fact.value.text.split()]
    if not found or None in found:
        return _own(fact, names)
    told = [one for one in found if one is not None]
    return told[0] if len(told) == 1 else Words(", ".join(one.text for one in told))


def value_words(side: Side) -> str | None:
    """The value of a side for people; None when it is none, or an identity (`per:ana-duarte`),
    which is for programs and never shown.
    """
    if side.value is None or _IDENTITY.match(side.value):
        return None
    if _DAYS.fullmatch(side.value):
        return date_words(side.value)
    if _AMOUNT.fullmatch(side.value):
        return amount_words(Value(side.value))
    return said("value", side.value)


def date_words(text: str) -> str:
    """`18 Sept 2023`, `Sept 2023`, `2023`, `18–20 Sept 2023`, `Jul – Sept 2023`."""
    first, _, last = text.partition("/")
    try:
        start, form = _day(first)
        if not last:
            return _one_date(start, form)
        end, _ = _day(last)
    except ValueError:
        return text
    if form == "yMMMd" and start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        form = "yMMM"  # a quarter, a season: whole months
    if form == "yMMM" and (start.year, start.month) == (end.year, end.month):
        return _one_date(start, form)
    return _range(start, end, form)


def _range(start: date, end: date, form: str) -> str:
    """Two ends, what they have in common told once. Not by CLDR's own table of intervals, whose
    spaces and dashes change from one release to the next.
    """
    from babel.dates import format_date

    common = "year" if start.year == end.year else ""
    if common and form == "yMMMd" and start.month == end.month:
        common = "month"
    chinese = language().startswith("zh")
    short = _SHORT.get((chinese, form, common))
    first, last = _one_date(start, form), _one_date(end, form)
    if short and chinese:
        last = str(format_date(end, short, locale()))
    elif short:
        first = str(format_date(start, short, locale()))
    return say("fact.days" if common == "month" else "fact.dates", first=first, last=last)


def _day(text: str) -> tuple[date, str]:
    """The first day of a date, and how exact it is, as CLDR calls that."""
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    missing = 3 - len(parts := text.split("-"))
    return date.fromisoformat(text + "-01" * missing), ("y", "yMMM", "yMMMd")[len(parts) - 1]


def _one_date(value: date, form: str) -> str:
    from babel.dates import format_skeleton

    return day(value) if form == "yMMMd" else str(format_skeleton(form, value, locale=locale()))


def clock_words(value: Value) -> str:
    """`08:15`, `08:15 (Beijing)`, `08:15 or 20:15` where the text leaves the half of the day open;
    about, at least and so on before it.
    """
    time, _, rest = value.text.partition(" ")
    match = _CLOCK.fullmatch(time)
    if match is None:
        return value.text
    if value.basis == "either half":
        other = f"{(int(match[1]) + 12) % 24:02d}:{match[2]}"
        time = say("fact.either_half", first=min(time, other), second=max(time, other))
    zone = value.unit or rest
    words = say("fact.clock", time=time, zone=said("zone", zone)) if zone else time
    return _hedged(words, value.precision)


def amount_words(value: Value) -> str:
    """`12 hours`, `2.5 million US dollars`, `54.1%`, `about 300`, `24 to 120 people`."""
    number, _, rest = value.text.partition(" ")
    unit = value.unit or rest
    try:
        exact = Decimal(number)
    except InvalidOperation:
        return value.text
    if value.precision in (ABOUT, SEVERAL) and not _usual(value, exact):
        low, high = (number_words(Decimal(f"{v:.12g}")) for v in (value.low, value.high))
        words = unit_words(say("fact.range", low=low, high=high), unit, one=False)
        return _hedged(words, value.precision) if value.precision == SEVERAL else words
    if unit == "share":
        return _hedged(_share(exact), value.precision)
    return _hedged(unit_words(number_words(exact), unit, one=exact == 1), value.precision)


def _usual(value: Value, exact: Decimal) -> bool:
    """False when a text gives bounds of its own: 3 to 5, dozens, several."""
    if value.low is None or value.high is None or value.low >= value.high:
        return True
    bounds = [float(exact) * share for share in HEDGED]
    near = zip(bounds, (value.low, value.high), strict=True)
    return all(abs(a - b) <= abs(a) / 1000 for a, b in near)


def _hedged(words: str, precision: str) -> str:
    hedged = precision in (ABOUT, LEAST, MOST, SEVERAL)
    return say(f"precision.{precision}", value=words) if hedged else words


def _share(value: Decimal) -> str:
    """A part of a whole: `2/3`, else in percent."""
    part = Fraction(value).limit_denominator(WHOLES)
    if 0 < part < 1 and abs(float(part) - float(value)) < 1e-9:
        return f"{part.numerator}/{part.denominator}"
    return unit_words(number_words(100 * value), "percent", one=False)


def number_words(value: Decimal) -> str:
    """`41`, `12,000`, `2.5 million`, `250万`; every digit that the value has."""
    from babel.numbers import format_compact_decimal, format_decimal

    chinese = language() != "en"
    for power, digits in SCALES["zh" if chinese else "en"]:
        if abs(value) >= 10**power:
            if value.scaleb(-power) != round(value.scaleb(-power), digits):
                break
            return str(
                format_compact_decimal(
                    value,
                    format_type="short" if chinese else "long",
                    locale=locale(),
                    fraction_digits=digits,
                )
            )
    return str(format_decimal(value, "#,##0.############", locale=locale()))


def unit_words(number: str, unit: str, *, one: bool) -> str:
    """A number with its unit; a unit that is not in the catalogue stands behind it as it is."""
    if not unit:
        return number
    words = catalogue(language())
    single = words.get(f"unit.{unit}.one") if one else None
    return (single or words.get(f"unit.{unit}", f"{{n}} {unit}")).format(n=number)


def _date_said(fact: Fact, _: Naming) -> Words:
    return Words(_hedged(date_words(fact.value.text), fact.value.precision))


def _clock_said(fact: Fact, _: Naming) -> Words:
    return Words(clock_words(fact.value))


def _amount_said(fact: Fact, _: Naming) -> Words:
    return Words(amount_words(fact.value))


def _score_said(fact: Fact, _: Naming) -> Words:
    return Words(", ".join(fact.value.text.split()))


_SAID: dict[str, Callable[[Fact, Naming], Words]] = {
    DATE: _date_said,
    PERIOD: _date_said,
    TIME: _clock_said,
    DURATION: _amount_said,
    COUNT: _amount_said,
    MONEY: _amount_said,
    SHARE: _amount_said,
    SCORE: _score_said,
    WHERE: _name,
    WHO: _name,
}
