"""An absence is excused by an earlier publication only where the later article tells of something
that came after; two reports of one thing excuse nothing, whatever hours and days they bear.

Public reference: real articles (two reports of one press release, dated by their days).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

import compare
from compare.model import Article, Comparison
from tests.made import article, story

EARLY = "published_earlier"

# (silent, teller, a word of the claim that only the teller has): one report told twice
REPORTS = [
    (
        "Ostrova Bank raised its key rate to 4.5 percent. The currency rose after the decision.",
        (
            "Ostrova Bank raised its key rate to 4.5 percent. The currency rose after the "
            "decision. Governor Ilse Brandt said two members of the board had voted against it."
        ),
        "voted",
    ),
    (
        "Talon Motors recalled 12,000 vans over faulty brakes. Owners will be told by letter.",
        (
            "Talon Motors recalled 12,000 vans over faulty brakes. Owners will be told by letter. "
            "The company said one driver had been slightly hurt."
        ),
        "hurt",
    ),
    (
        "海东公司公布二季度营收四十六亿元，同比增长一成。股价盘后下跌百分之三。",
        "海东公司公布二季度营收四十六亿元，同比增长一成。股价盘后下跌百分之三。财务总监陆瑶说，本季度没有向海外客户出货。",
        "财务总监",
    ),
    (
        "The Kestrel museum reopened after repairs to its roof. Tickets cost eight pounds.",
        (
            "The Kestrel museum reopened after repairs to its roof. Tickets cost eight pounds. "
            "Director Amy Shaw said the work had cost three million pounds."
        ),
        "three million",
    ),
    (
        "Port Selby will build a new tram line of nine kilometres. Work begins in spring.",
        (
            "Port Selby will build a new tram line of nine kilometres. Work begins in spring. "
            "The council rejected a second line to the airport."
        ),
        "rejected",
    ),
]
MOMENTS = [
    (date(2024, 5, 6), date(2024, 5, 7)),
    (date(2024, 5, 6), date(2024, 5, 6)),
    (date(2024, 5, 6), datetime(2024, 5, 7, 9, tzinfo=UTC)),
    (datetime(2024, 5, 6, 22, tzinfo=UTC), date(2024, 5, 7)),
    (date(2024, 5, 6), date(2024, 5, 8)),
]


def compared(first: Article, second: Article) -> Comparison:
    """The comparison of two articles of one story."""
    one = compare.group([first, second])
    assert len(one) == 1
    return compare.analyse(one[0])


def reasons(found: Comparison, word: str, outlet: str = "alder") -> list[tuple[str, ...]]:
    """The reasons of this outlet's cells in the claims that hold the word."""
    cells = [c.cells[outlet] for c in found.claims if word in c.text]
    assert cells
    return [cell.reasons for cell in cells if cell.status == "absent"]


@pytest.mark.parametrize("moments", MOMENTS)
@pytest.mark.parametrize(("silent", "teller", "word"), REPORTS)
def test_days_alone_excuse_nothing_in_two_reports_of_one_thing(
    silent: str, teller: str, word: str, moments: tuple[date, date]
) -> None:
    """Neighbouring days, or a day beside an hour, do not show who came first."""
    title = silent.split(".", maxsplit=1)[0].split("，", maxsplit=1)[0]
    found = compared(
        article("alder", silent, title=title, published=moments[0]),
        article("birch", teller, title=title, published=moments[1]),
    )
    assert not any(EARLY in one for one in reasons(found, word))


def test_hours_alone_excuse_nothing_either() -> None:
    """Who told it nine hours later may have told what could be known at once."""
    silent, teller, word = REPORTS[0]
    morning = datetime(2024, 5, 6, 8, tzinfo=UTC)
    zone = timezone(timedelta(hours=8))
    for later in (morning + timedelta(hours=9), (morning + timedelta(hours=9)).astimezone(zone)):
        found = compared(
            article("alder", silent, title="Ostrova Bank raises rate", published=morning),
            article("birch", teller, title="Ostrova Bank raises rate", published=later),
        )
        assert not any(EARLY in one for one in reasons(found, word))


def test_a_follow_up_days_later_excuses_what_had_not_happened() -> None:
    """Where the later article opens with a new event, the earlier could not have it."""
    first = "A dam burst near Velden on Monday. Rescuers searched two villages for the missing."
    later = (
        "Prosecutors charged the manager of the Velden dam on Saturday. Rescuers searched two "
        "villages for the missing after the dam burst near Velden."
    )
    found = compare.analyse(
        story(
            article("alder", first, title="Dam bursts near Velden", published=date(2024, 5, 6)),
            article("birch", later, title="Velden: manager charged", published=date(2024, 5, 11)),
        )
    )
    assert all(EARLY in one for one in reasons(found, "charged"))
