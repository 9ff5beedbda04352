"""Key facts end to end: articles of one event, in three scripts, and the rows they give."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import numpy as np
import pytest

from compare import pipeline
from compare.facts.likeness import ALIKE
from compare.model import FactRow
from compare.options import Options
from tests.made import article

EN = article(
    "harbour",
    "A ferry capsized near the port of Semarang at 6 a.m. on Sunday.",
    "The disaster killed 31 people.",
    "Another 87 were injured, the coastguard said.",
    title="Ferry capsizes off Semarang",
)
HANS = article(
    "jianghai",
    "周日早上6时，一艘渡轮在三宝垄港附近倾覆。",
    "事故造成31人死亡。",
    "另有87人受伤，海岸警卫队说。",
    title="三宝垄附近渡轮倾覆",
)
HANT = article(
    "gangwan",
    "星期日清晨6時，一艘渡輪在三寶壟港附近傾覆。",
    "事故造成33人死亡。",
    "另有87人受傷，海岸防衛隊表示。",
    title="三寶壟附近渡輪傾覆",
    language="zh-Hant",
)
FERRY = (EN, HANS, HANT)


def shown(row: FactRow) -> dict[str, str]:
    """The first value of every source."""
    return {s: cell[0].value.text for s, cell in row.cells.items()}


def labelled(rows: tuple[FactRow, ...], label: str, kind: str = "number") -> FactRow:
    """The only row of a kind that is headed so."""
    (row,) = (r for r in rows if r.labels.get("en") == label and r.kind == kind)
    return row


@pytest.fixture(scope="module")
def ferry() -> tuple[FactRow, ...]:
    """The key facts of the ferry."""
    return pipeline.key_facts(FERRY)


def test_the_dead_are_joined_across_languages(ferry: tuple[FactRow, ...]) -> None:
    """Two scripts and two languages, and the one that gives another figure is odd."""
    row = labelled(ferry, "dead")
    assert shown(row) == {"gangwan": "33 person", "harbour": "31 person", "jianghai": "31 person"}
    assert (row.verdict, row.odd) == ("conflict", ("gangwan",))


def test_the_injured_are_joined_across_languages(ferry: tuple[FactRow, ...]) -> None:
    """All three agree, and the dead are not among them."""
    row = labelled(ferry, "injured")
    assert set(row.cells) == {"harbour", "jianghai", "gangwan"}
    assert {v.partition(" ")[0] for v in shown(row).values()} == {"87"}
    assert row.verdict == "same"


def test_the_day_and_the_hour_are_joined(ferry: tuple[FactRow, ...]) -> None:
    """When it happened is one day and one hour in all three."""
    for kind, value in (("date", "2024-05-05"), ("time", "06:00")):
        (row,) = (r for r in ferry if r.kind == kind)
        assert shown(row) == dict.fromkeys(("gangwan", "harbour", "jianghai"), value)
        assert row.verdict == "same"


def test_what_is_contradicted_comes_first(ferry: tuple[FactRow, ...]) -> None:
    """Rows are numbered in their order, and every value stands where it says."""
    assert [r.id for r in ferry] == [f"f{n:02d}" for n in range(1, len(ferry) + 1)]
    assert ferry[0] == labelled(ferry, "dead")
    texts = {a.id: a for a in FERRY}
    for row in ferry:
        for fact in (f for cell in row.cells.values() for f in cell):
            assert texts[fact.article].part(fact.part)[fact.start : fact.end].strip()


def test_the_order_of_the_articles_does_not_matter(ferry: tuple[FactRow, ...]) -> None:
    """Rows are the same whichever article is given first."""
    for some in permutations(FERRY):
        assert pipeline.key_facts(some) == ferry


def test_an_article_alone_gives_no_rows() -> None:
    """Nothing is compared with nothing."""
    assert pipeline.key_facts([EN]) == ()
    assert pipeline.key_facts([]) == ()


def test_a_headline_that_repeats_its_text_is_no_row_of_its_own() -> None:
    """The figure of two headlines and their texts is one row."""
    one = article(
        "east",
        "The blaze killed 14 workers at the mill.",
        "It began shortly before dawn in the spinning hall.",
        title="Mill blaze kills 14 workers",
    )
    other = article(
        "west",
        "Fourteen workers died when fire tore through the mill.",
        "Investigators were looking into the cause.",
        title="Fire at mill kills 14 workers",
    )
    row = labelled(pipeline.key_facts([one, other]), "dead")
    assert set(row.cells) == {"east", "west"}
    assert row.verdict == "same"


PAIRS = [
    (
        "en",
        "The avalanche killed {} climbers below the northern summit.",
        "The avalanche killed 31 climbers below the northern summit, guides said.",
    ),
    ("zh-Hans", "雪崩造成{}人死亡。", "北峰下的雪崩造成31人死亡。"),
    ("zh-Hant", "雪崩造成{}人死亡。", "北峰下的雪崩造成31人死亡。"),
]


@pytest.mark.parametrize(("language", "one", "other"), PAIRS)
def test_values_play_no_part_in_joining(language: str, one: str, other: str) -> None:
    """A changed figure leaves the row as it is, but for its verdict."""
    verdicts = []
    for figure in ("31", "33", "940"):
        made = article("east", one.format(figure), language=language)
        facing = article("west", other, language=language)
        row = labelled(pipeline.key_facts([made, facing]), "dead")
        assert [f.start for f in row.cells["east"]] == [one.index("{}")]
        verdicts.append(row.verdict)
    assert verdicts == ["same", "conflict", "conflict"]


@pytest.mark.parametrize(
    ("day", "verdict"), [("3 May", "same"), ("4 May", "conflict"), ("8 May", "conflict")]
)
def test_a_changed_day_is_joined_still(day: str, verdict: str) -> None:
    """Days are joined by what happened on them."""
    line = "The two companies signed the shipping contract on {} 2024."
    one, other = (article(n, line.format(d)) for n, d in (("east", day), ("west", "3 May")))
    assert [r.verdict for r in pipeline.key_facts([one, other]) if r.kind == "date"] == [verdict]


def test_the_limit_bounds_the_joining() -> None:
    """A limit of one fact a kind leaves no pair."""
    assert pipeline.key_facts(FERRY, Options(fact_most=1)) == ()


def test_an_analysed_story_has_the_same_rows(ferry: tuple[FactRow, ...]) -> None:
    """The comparison of a story carries its key facts."""
    (story, *rest) = pipeline.group(list(FERRY))
    if rest:
        pytest.skip("the three are not one story")
    assert pipeline.analyse(story).facts == ferry


def test_likeness_is_a_table_of_all_facts() -> None:
    """How alike the contexts are, by context and measure, in 0..1, the same both ways."""
    names = pipeline.read_names([EN, HANS])
    from compare.reading.speech.days import speech

    said: dict[str, Any] = {
        a.id: speech(names.documents[a.id], names.mentions[a.id]) for a in (EN, HANS)
    }
    facts = pipeline.read_facts(names, said)
    assert [f.article for f in facts] == sorted((f.article for f in facts), key=list(said).index)
    found = pipeline.fact_likeness(facts, names)
    assert found.keys() >= set(ALIKE)
    assert {name.split()[0] for name in found} == {
        "beside",
        "proposition",
        "sentence",
        "paragraph",
    }
    for table in found.values():
        assert table.shape == (len(facts), len(facts))
        assert table.min() >= 0
        assert table.max() <= 1.001
        assert np.allclose(table, table.T, atol=1e-5)


BLAZE = "The blaze killed 14 workers at the mill."
FIRE = article(
    "west", "Fourteen workers died when fire tore through the mill.", "It burned all day."
)


def copied(title: str) -> tuple[FactRow, ...]:
    """The key facts of a report, its reprint under `title`, and another report."""
    one = article("east", BLAZE, title="Mill blaze kills 14 workers")
    reprint = replace(article("north", BLAZE, title=title), copy_of="east")
    return pipeline.key_facts([one, FIRE, reprint])


def test_a_reprint_has_the_facts_of_its_original() -> None:
    """A text that is there twice is read once, and has a cell of its own."""
    row = labelled(copied("Mill blaze kills 14 workers"), "dead")
    assert list(row.cells) == ["east", "north", "west"]
    assert [f.value for f in row.cells["north"]] == [f.value for f in row.cells["east"]]
    assert {f.article for f in row.cells["north"]} == {"north"}


def test_a_reprint_alone_gives_no_rows() -> None:
    """A text that is there twice is compared with nothing."""
    reprint = replace(article("north", BLAZE), copy_of="east")
    assert pipeline.key_facts([article("east", BLAZE), reprint]) == ()


def test_a_reprint_has_a_headline_of_its_own() -> None:
    """What only the headline of the original says does not stand in that of the reprint."""
    title = "Fire at mill"
    row = labelled(copied(title), "dead")
    assert all(f.part == "body" or f.end <= len(title) for f in row.cells["north"])
