"""Why a claim may be missing: reasons are given where the article shows them, and not else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.reasons import length, window, with_reasons
from compare.model import UNCLEAR, Article, Cell, Source
from compare.options import Options
from tests.made import article, carried, missing, source

OPTIONS = Options()
LONG = "The bridge fell on Wednesday and the river was closed to ships. " * 20
NEWS = "The mayor resigned on 6 May 2024 after the bridge had fallen. "
KNOWN_EARLIER = ("published_earlier",)
Moment = datetime | date | None


def at(text: str) -> datetime:
    """A moment of May 2024: day, hour and zone, as in 06T08:30+08:00."""
    return datetime.fromisoformat(f"2024-05-{text}")


def reasons_of(
    silent: Article, *tellers: Article, origin: str = "outlet", unclear: tuple[Article, ...] = ()
) -> tuple[str, ...]:
    """The reasons of `silent`, which lacks what the first sentence of each of `tellers` says."""
    columns = [source(one) for one in (silent, *tellers, *unclear)]
    columns = [Source(f"s{n}", one.document) for n, one in enumerate(columns)]
    cells = {"s0": missing()}
    for column, teller in zip(columns[1:], tellers, strict=False):
        cells[column.id] = carried(teller, teller.text.split(".")[0].split("。")[0])
    for column in columns[1 + len(tellers) :]:
        cells[column.id] = Cell(UNCLEAR, 0.4)
    return with_reasons(cells, columns, origin, OPTIONS)["s0"].reasons


# ---------------------------------------------------------------- cut, brief, edition, kind
@pytest.mark.parametrize(
    ("silent", "teller", "expected"),
    [
        ({}, {}, ()),
        ({"incomplete": "truncated"}, {}, ("truncated",)),
        ({"incomplete": "paywall"}, {}, ("paywall",)),
        ({"text": "A bridge fell."}, {}, ("brief",)),
        ({"outlet": "post"}, {"outlet": "post"}, ("other_edition",)),
        ({"kind": "opinion"}, {}, ("opinion",)),
    ],
)
def test_an_absence_has_the_reasons_that_hold(
    silent: dict[str, str], teller: dict[str, str], expected: tuple[str, ...]
) -> None:
    """Cut texts, briefs, another edition and opinion are told apart from omission."""
    text = silent.pop("text", LONG)
    a = article("a", text, **silent)  # type: ignore[arg-type]
    assert reasons_of(a, article("b", LONG, **teller)) == expected  # type: ignore[arg-type]


def test_a_long_text_had_the_room_however_long_the_others_are() -> None:
    """A brief is short, and not only shorter than the rest."""
    text = LONG * 2
    assert length(article("a", text)) < OPTIONS.brief_share * length(article("b", text * 5))
    assert reasons_of(article("a", text), article("b", text * 5), article("c", text * 5)) == ()


def test_only_absences_have_reasons() -> None:
    """A cell that carries the claim has none, whatever the article is."""
    cut = article("a", LONG, incomplete="truncated")
    found = with_reasons({"a": carried(cut, LONG[:20])}, [source(cut)], "outlet", OPTIONS)
    assert found["a"].reasons == ()


# ---------------------------------------------------------------- could not have known
def test_without_a_carrier_nobody_was_earlier() -> None:
    """When no source carries the claim there is nothing to be earlier than."""
    one = article("a", LONG, published=at("01T08:00Z"))
    assert with_reasons({"a": missing()}, [source(one)], "outlet", OPTIONS)["a"].reasons == ()


@pytest.mark.parametrize(
    ("silent", "teller", "excused"),
    [
        # what happened on the 6th, anywhere, came after 9:59 UTC on the 5th
        (at("04T20:00Z"), at("06T12:00Z"), True),
        (at("05T09:59Z"), at("06T12:00Z"), True),
        (at("05T10:00Z"), at("06T12:00Z"), False),
        (at("05T17:59+08:00"), at("06T12:00Z"), True),
        (at("05T18:00+08:00"), at("06T12:00Z"), False),
        (at("05T04:59-05:00"), at("06T12:00Z"), True),
        # a day is all of its moments in all zones
        (date(2024, 5, 3), at("06T12:00Z"), True),
        (date(2024, 5, 4), at("06T12:00Z"), False),
        (date(2024, 5, 4), date(2024, 5, 6), False),
        (date(2024, 5, 5), date(2024, 5, 6), False),
        (date(2024, 5, 6), date(2024, 5, 6), False),
        (date(2024, 5, 1), date(2024, 5, 6), True),
        # same day, 9:00 in Beijing is before 2:00 in London, by too little
        (at("06T09:00+08:00"), at("06T02:00Z"), False),
        # nobody knows when
        (None, at("06T12:00Z"), False),
        (at("01T08:00Z"), None, False),
    ],
)
def test_a_source_may_not_have_known_what_is_of_a_later_day(
    silent: Moment, teller: Moment, excused: bool
) -> None:
    """The article is before all carriers, and before the day on which the claim's matter was."""
    found = reasons_of(
        article("a", LONG, published=silent), article("b", NEWS + LONG, published=teller)
    )
    assert found == (KNOWN_EARLIER if excused else ())


def test_that_others_came_later_excuses_nothing() -> None:
    """A claim without a sign that it is newer could have been known, hours or days before."""
    a = article("a", LONG, published=at("01T08:00Z"))
    assert reasons_of(a, article("b", LONG, published=at("06T08:00Z"))) == ()


def test_a_day_that_is_yet_to_come_shows_nothing() -> None:
    """What is to happen on a later day may have been known before."""
    a = article("a", LONG, published=at("01T08:00Z"))
    told = "The mayor will resign on 6 May 2024 after the bridge had fallen. "
    assert reasons_of(a, article("b", told + LONG, published=at("03T08:00Z"))) == ()


def test_whoever_told_it_before_takes_the_excuse_away() -> None:
    """One carrier at or before the article shows that it could be known, and so may one that is
    unclear or bears no date.
    """
    a = article("a", LONG, published=at("05T08:00Z"))
    later = article("b", NEWS + LONG, published=at("07T08:00Z"))
    assert reasons_of(a, later) == KNOWN_EARLIER
    for moment in (at("05T07:00Z"), at("05T08:00Z"), date(2024, 5, 5), None):
        other = article("c", NEWS + LONG, published=moment)
        assert reasons_of(a, later, other) == ()
        assert reasons_of(a, later, unclear=(other,)) == ()


@pytest.mark.parametrize(
    ("silent", "official", "excused"),
    [
        # 20:00 five hours west on the 5th is 01:00 UTC; 08:30 in Beijing on the 6th is half an
        # hour before, which is too little
        (at("06T08:30+08:00"), at("05T20:00-05:00"), False),
        # midnight in Beijing is nine hours before it
        (at("06T00:00+08:00"), at("05T20:00-05:00"), True),
        (at("06T08:30+08:00"), at("06T20:00-05:00"), True),
        (at("06T08:30+08:00"), date(2024, 5, 6), False),
        (date(2024, 5, 6), at("06T20:00-05:00"), False),
        (date(2024, 5, 4), at("06T20:00-05:00"), True),
    ],
)
def test_an_official_text_cannot_be_quoted_before_it_is_out(
    silent: Moment, official: Moment, excused: bool
) -> None:
    """What an official text says first is measured against the hour of that text."""
    found = reasons_of(
        article("a", LONG, published=silent),
        article("b", LONG, published=official, kind="readout"),
        origin="readout",
    )
    assert found == (KNOWN_EARLIER if excused else ())


def test_an_official_text_that_was_out_excuses_nobody() -> None:
    """Words of an official text could be read since its hour, whoever of the outlets came later;
    a text of which nobody knows the hour may have been out.
    """
    a = article("a", LONG, published=at("05T08:00Z"))
    later = article("b", NEWS + LONG, published=at("07T08:00Z"))
    official = article("c", LONG, published=at("05T07:00Z"), kind="readout")
    columns = [source(one) for one in (a, later, official)]
    cells = {"a": missing(), "b": carried(later, NEWS[:20]), "c": missing()}
    for origin, expected in (("readout", ()), ("outlet", KNOWN_EARLIER)):
        assert with_reasons(cells, columns, origin, OPTIONS)["a"].reasons == expected
    columns[2] = source(replace(official, published=None))
    assert with_reasons(cells, columns, "readout", OPTIONS)["a"].reasons == ()


def test_a_text_that_was_changed_later_is_as_late_as_the_change() -> None:
    """An update could have told what had happened since, and so could a live blog."""
    a = article("a", LONG, published=at("05T08:00Z"))
    b = article("b", NEWS + LONG, published=at("07T08:00Z"))
    assert reasons_of(a, b) == KNOWN_EARLIER
    assert reasons_of(replace(a, changed=at("05T09:00Z")), b) == KNOWN_EARLIER
    assert reasons_of(replace(a, changed=at("06T09:00Z")), b) == ()
    assert reasons_of(replace(a, changed=at("01T09:00Z")), b) == KNOWN_EARLIER
    assert reasons_of(replace(a, kind="live_blog"), b) == ()


def test_an_hour_in_an_unknown_zone_may_be_in_any() -> None:
    """Then it spans a day, as an hour without a zone does not say more."""
    a = article("a", LONG, published=at("05T08:00Z"))
    b = article("b", NEWS + LONG, published=at("07T08:00Z"))
    assert reasons_of(a, b) == KNOWN_EARLIER
    assert reasons_of(replace(a, zoned=False), b) == ()
    assert window(replace(a, zoned=False)) == (at("04T18:00Z"), at("05T20:00Z"))


@given(
    minutes=st.tuples(st.integers(0, 7 * 24 * 60), st.integers(0, 7 * 24 * 60)),
    zones=st.tuples(*[st.integers(-12 * 60, 14 * 60)] * 2),
    official=st.booleans(),
)
def test_the_zone_in_which_an_instant_is_written_changes_nothing(
    minutes: tuple[int, int], zones: tuple[int, int], official: bool
) -> None:
    """Two clocks that show one moment lead to the same reasons."""
    kind, origin = ("readout", "readout") if official else ("news", "outlet")
    told = LONG if official else NEWS + LONG
    silent, teller = (at("01T00:00Z") + timedelta(minutes=m) for m in minutes)
    a = article("a", LONG, published=silent)
    b = article("b", told, published=teller, kind=kind)
    mine, its = (timezone(timedelta(minutes=m)) for m in zones)
    moved = replace(a, published=silent.astimezone(mine))
    assert reasons_of(a, b, origin=origin) == reasons_of(moved, b, origin=origin)
    if official:
        other = replace(b, published=teller.astimezone(its))
        assert reasons_of(a, b, origin=origin) == reasons_of(a, other, origin=origin)
