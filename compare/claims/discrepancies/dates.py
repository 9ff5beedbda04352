"""Dates that disagree.

In: pairs of statements. Out: findings. Days are compared, never wording: a weekday is resolved by
the day of publication and held against a calendar date by its place in the week, since the week
itself may be misread when a text is dated in another time zone. Only dates of one precision are
compared, and only when they are so close that one is likely to stand for the other: a wrong day
within nine, a wrong month within three, the right month in a wrong year. Dates further apart belong
to different events.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from compare.claims.discrepancies.accounts import Dated, Statement
from compare.claims.discrepancies.findings import COMPATIBLE, CONFLICT, Finding, Spot
from compare.claims.discrepancies.likeness import one_wording, words_without
from compare.claims.discrepancies.pairs import Context, Pair
from compare.model import PERSON, PLACE, TITLE
from compare.options import Options

_ZONE = re.compile(
    r"GMT|UTC|[东東]部[时時][间間]|北京[时時][间間]|[东東]京[时時][间間]|台北[时時][间間]"
    r"|格林[尼威]治|\b(?:Eastern|Pacific|Central|Mountain)(?: time)? on\b"
    r"|\b(?:Tokyo|Beijing|London|Moscow|New York|Eastern|Pacific|local) time\b"
)
_SAID_AFTER = re.compile(r".?(?:宣布|宣佈|公布|公佈|表示|说|說|称|稱|指出|透露|通[报報])")
_SAID_BEFORE = re.compile(r"\b(?:said|announced|told \w+|reported|stated)(?: on)? $")
_OTHER_TIME = re.compile(
    r"上一?次|此前|之前|先前|更早|下一?次"
    r"|previous|earlier|\blast (?:met|time)|\bnext (?:time|meeting)"
)
_LAST = re.compile(r"(?:.*\|)?(?:the )?last ", re.IGNORECASE)
_PERIODS = ("month", "quarter", "season")


def dates(pair: Pair, context: Context) -> list[Finding]:
    """A conflict when no date of one clause agrees with any of the other; compatible when a
    weekday or relative day and a calendar date are one day.
    """
    if pair.near or pair.score < context.options.date_link or _is_title(pair):
        return []
    odd = _misnamed(pair, context.options)
    if odd is not None:
        return [odd]
    options = context.options
    left, right = _of_clause(pair.left, options), _of_clause(pair.right, options)
    if _one_meeting(pair):
        left, right = left or _only(pair.left), right or _only(pair.right)
    if not left or not right:
        return []
    if any(_agree(a, b) for a in left for b in _of_sentence(pair.right)) or any(
        _agree(a, b) for a in _of_sentence(pair.left) for b in right
    ):
        return _one_day(pair, left, right)
    day = pair.left.account.article.day
    differing = [
        (a, b, rule)
        for a in left
        for b in right
        if (rule := _difference(a, b, day, options) or _one_day_moved(a, b, pair, options))
        and _of_saying(pair.left, a) == _of_saying(pair.right, b)
    ]
    if len(differing) < len(left) * len(right):
        return []
    a, b, rule = differing[0]
    severity = CONFLICT
    if rule == _DAY and _a_day_apart(a, b) and (_zoned(pair.left) or _zoned(pair.right)):
        severity, rule = COMPATIBLE, "one moment, named by the clocks of two time zones"
    return [_finding(pair, severity, rule, a, b)]


def own_dates(pair: Pair, context: Context) -> list[Finding]:
    """Two statements of one article on one event: a weekday or a statement's own 今天 against a
    calendar date. Asks for shared persons or places, and for no word of another occasion.
    """
    options = context.options
    left, right = _of_clause(pair.left, options), _of_clause(pair.right, options)
    if len(left) != 1 or len(right) != 1 or pair.score < options.conflict_link:
        return []
    if _OTHER_TIME.search(pair.left.wording) or _OTHER_TIME.search(pair.right.wording):
        return []
    kinds = {_sort(left[0]), _sort(right[0])}
    if not _one_meeting(pair) or "weekday" not in kinds or kinds == {"weekday"}:
        return []
    rule = _difference(left[0], right[0], pair.left.account.article.day, options)
    if rule != _DAY:
        return []
    return [_finding(pair, CONFLICT, "the article's own day of one event", left[0], right[0])]


_DAY = "day of one event"
_MONTH = "month of one event"
_YEAR = "year of one event"


def _is_title(pair: Pair) -> bool:
    return TITLE in (pair.left.part, pair.right.part)


def _one_meeting(pair: Pair) -> bool:
    """Do the sentences share two persons, or a person and a place smaller than a country?"""
    people = _named(pair.left, PERSON) & _named(pair.right, PERSON)
    places = _named(pair.left, PLACE) & _named(pair.right, PLACE)
    near = {p for p in places if not p.startswith("cc:")}
    return len(people) + bool(near) > 1 and bool(people)


def _named(statement: Statement, kind: str) -> set[str]:
    return {m.entity for m in statement.names(kind, whole=True) if m.entity}


def _sort(dated: Dated) -> str:
    return "anchored" if dated.anchored else dated.span.kind


def _of_sentence(statement: Statement) -> list[Dated]:
    """The dates of the whole sentence."""
    return [d for d in statement.slots.dates if statement.in_sentence(d.span.start, d.span.end)]


def _of_clause(statement: Statement, options: Options) -> list[Dated]:
    """The dates of the clause; without any, the one that opens the sentence."""
    known = [d for d in statement.slots.dates if d.span.precision != "vague"]
    mine = [d for d in known if statement.in_clause(d.span.start, d.span.end)]
    if mine:
        return mine
    whole = [d for d in known if statement.in_sentence(d.span.start, d.span.end)]
    opens = [d for d in whole if d.span.start - statement.start < options.date_opens]
    return opens if len(opens) == len(whole) == 1 else []


def _only(statement: Statement) -> list[Dated]:
    """The sentence's date when it has one alone: on Tuesday ... after talks with her."""
    whole = _of_sentence(statement)
    return whole if len(whole) == 1 and whole[0].span.precision == "day" else []


def _agree(a: Dated, b: Dated) -> bool:
    """Do the periods touch, or do two days fall on one weekday where only that is known?"""
    slack = timedelta(max(a.slack, b.slack))
    if a.span.first <= b.span.last + slack and b.span.first <= a.span.last + slack:
        return True
    if "weekday" in (a.span.kind, b.span.kind) and a.span.precision == b.span.precision == "day":
        return a.span.first.weekday() == b.span.first.weekday()
    return False


def _difference(a: Dated, b: Dated, day: date | None, options: Options) -> str | None:
    """The rule by which two dates that do not agree are one date given twice, or None."""
    one, two = a.span, b.span
    if "year" in (one.precision, two.precision):
        return None
    gap = abs((one.first - two.first).days)
    if one.precision == two.precision == "day":
        if gap <= options.date_days:
            return _DAY
        if "weekday" in (one.kind, two.kind) or a.slack or b.slack:
            return None
        return _YEAR if _same_in_other_year(a, b, day) else None
    if one.first.month == two.first.month and one.first.year != two.first.year:
        return _YEAR if _same_in_other_year(a, b, day) else None
    if one.precision == two.precision and one.precision in _PERIODS:
        return _MONTH if gap <= options.date_month_days or one.precision == "season" else None
    return None


def _one_day_moved(a: Dated, b: Dated, pair: Pair, options: Options) -> str | None:
    """Two days of the calendar, however far apart, in clauses that are otherwise the same."""
    if not a.span.kind == b.span.kind == "absolute":
        return None
    if not a.span.precision == b.span.precision == "day" or a.span.first == b.span.first:
        return None
    across = pair.left.chinese != pair.right.chinese
    one, other = a.span.first, b.span.first
    if across and one.day != other.day and one.month != other.month:
        return None
    left, right = (
        words_without(
            s.wording,
            [(d.span.start - s.clause[0], d.span.end - s.clause[0]) for d in _inside(s)],
            chinese=s.chinese,
        )
        for s in (pair.left, pair.right)
    )
    return _DAY if one_wording(pair, left, right, options) else None


def _inside(statement: Statement) -> list[Dated]:
    return [d for d in statement.slots.dates if statement.in_clause(d.span.start, d.span.end)]


def _same_in_other_year(a: Dated, b: Dated, day: date | None) -> bool:
    """One period in two years: sure when both name the year. A bare one means the year of
    publication, unless it would then lie on the other side of the day of publication than the
    named one: 去年11月 and a bare November in a text of September are one month. English last
    spring may be the one just past or last year's, so it is never held against another year.
    """
    if a.span.first.month != b.span.first.month or _LAST.match(a.span.text + "|" + b.span.text):
        return False
    if a.span.year_given and b.span.year_given:
        return True
    named, bare = (a.span, b.span) if a.span.year_given else (b.span, a.span)
    if not named.year_given or day is None:
        return False
    return bare.last >= day if named.first > bare.first else bare.first <= day


def _misnamed(pair: Pair, options: Options) -> Finding | None:
    """A weekday beside a date that falls on another one, where the other source has the date's."""
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        mine = _of_clause(one, options)
        for a, b in pairwise(mine):
            beside = b.span.start - a.span.end <= options.date_beside
            whole = a.span.kind == "absolute" and a.span.precision == "day"
            if not beside or not whole or b.span.kind != "weekday":
                continue
            for theirs in _of_clause(other, options):
                if theirs.span.kind == "weekday" and _agree(a, theirs) and not _agree(b, theirs):
                    rule = "a weekday that is not the day of its date"
                    spots = _spot(one, b), _spot(other, theirs)
                    return Finding("date", CONFLICT, rule, *spots, pair.claims)
    return None


def _of_saying(statement: Statement, dated: Dated) -> bool:
    """Is it the day on which something was announced, not the day of what was announced?"""
    text, span = statement.slots.text, dated.span
    before, after = text[max(0, span.start - 16) : span.start], text[span.end : span.end + 3]
    return bool(_SAID_AFTER.match(after) or _SAID_BEFORE.search(before))


def _a_day_apart(a: Dated, b: Dated) -> bool:
    return abs((a.span.first - b.span.first).days) == 1


def _zoned(statement: Statement) -> bool:
    return _ZONE.search(statement.quote) is not None


def _one_day(pair: Pair, left: list[Dated], right: list[Dated]) -> list[Finding]:
    """`compatible` when one day is written as a weekday or 昨天 here and as a date there, and
    nothing is written alike.
    """
    if {d.span.text for d in left} & {d.span.text for d in right}:
        return []
    for a in left:
        for b in right:
            same = a.span.first == b.span.first and a.span.last == b.span.last
            forms = {a.span.kind, b.span.kind}
            if same and a.span.precision == "day" and "absolute" in forms and len(forms) == 2:
                return [_finding(pair, COMPATIBLE, "one day, written in two ways", a, b)]
    return []


def _finding(pair: Pair, severity: str, rule: str, a: Dated, b: Dated) -> Finding:
    return Finding("date", severity, rule, _spot(pair.left, a), _spot(pair.right, b), pair.claims)


def _spot(statement: Statement, dated: Dated) -> Spot:
    span = dated.span
    return Spot(statement, span.start, span.end, span.iso, _in_words(dated))


def _in_words(dated: Dated) -> str:
    """`Tuesday 19 September 2023` for a day, ISO otherwise."""
    span = dated.span
    if span.first != span.last:
        return span.iso
    return f"{span.first:%A} {span.first.day} {span.first:%B %Y}"
