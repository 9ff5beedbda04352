"""A small invented story with every status, reason, kind of section and script."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from compare.model import (
    Article,
    Attribution,
    Cell,
    Claim,
    Comparison,
    Discrepancy,
    Emphasis,
    Entity,
    Evidence,
    Family,
    Origin,
    Paragraph,
    Part,
    Readout,
    ReadoutRow,
    Side,
    Source,
    Story,
    Voice,
    Wording,
)
from compare.reading.document import document
from tests.reports.large import large_comparison

CASES = Path(__file__).parents[1] / "cases" / "reports" / "harbour"

TEXTS = {
    "harbourwire": [
        "The port of Lirona reopened on Monday after a nine-day strike, the harbour office said.",
        (
            "Minister Ana Duarte told reporters that “no worker will lose a day’s pay”. "
            "About 1,200 dockers returned to the quays."
        ),
        "Ferry traffic was not affected.",
    ],
    "nanwan": [
        "利罗纳港务局星期二发布通告：港口在罢工九天后恢复作业。",
        "通告说，双方将继续就工资展开“坦诚的”谈判，并欢迎国际观察员到场。约一千二百名码头工人返岗。",
    ],
    "wanbao": [
        "【本報訊】利羅納港週一重新開放，部長安娜·杜阿爾特說：「沒有一個工人會少拿一天工資。」",
        "工會表示，若談判破裂，不排除再次罷工。",
    ],
    "digest": ["利罗纳港复工，工会称不排除再次罢工。"],
}


def article(
    key: str, name: str, title: str, language: str, published: object, **more: object
) -> Article:
    """An article over TEXTS with its paragraphs laid out."""
    paragraphs, at = [], 0
    for text in TEXTS[key]:
        paragraphs.append(Paragraph(at, at + len(text), language))
        at += len(text) + 2
    return Article(
        id=f"{key}-1",
        outlet=key,
        outlet_name=name,
        title=title,
        text="\n\n".join(TEXTS[key]),
        paragraphs=tuple(paragraphs),
        published=published,  # type: ignore[arg-type]
        language=language,
        file=f"harbour/{key}.md",
        **more,  # type: ignore[arg-type]
    )


def span(a: Article, quote: str, score: float) -> Evidence:
    """Evidence for exact characters of an article's body."""
    start = a.text.index(quote)
    return Evidence(a.id, "body", start, start + len(quote), quote, a.paragraph_at(start), score)


def side(a: Article, quote: str, differing: str, value: str) -> Side:
    """One side of a discrepancy in an article's body."""
    start = a.text.index(quote)
    return Side(a.outlet, quote, differing, value, "body", start, start + len(quote))


def own(a: Article, quote: str) -> Attribution:
    """The outlet's own voice."""
    start = a.text.index(quote)
    return Attribution(a.id, "body", quote, (start, start + len(quote)))


def spoken(a: Article, quote: str, source: str, cue: str, speaker: str) -> Attribution:
    """Someone's words, quoted."""
    start = a.text.index(quote)
    return Attribution(
        a.id,
        "body",
        quote,
        (start, start + len(quote)),
        mode="direct",
        source_text=source,
        cue_text=cue,
        speaker=speaker,
        kind="remarks",
    )


def carried(status: str, *evidence: Evidence, attribution: Attribution | None = None) -> Cell:
    """A cell with evidence."""
    return Cell(status, evidence[0].score, None, (), evidence, None, attribution)


def missing(status: str, score: float, nearest: Evidence | None = None, *reasons: str) -> Cell:
    """A cell without evidence."""
    return Cell(status, score, None, reasons, (), nearest)


@pytest.fixture
def comparison() -> Comparison:
    """Four sources, five claims, everything that a report can show."""
    cest = timezone(timedelta(hours=2))
    wire = article(
        "harbourwire",
        "Harbour Wire",
        "Lirona port reopens after nine-day strike",
        "en",
        datetime(2031, 5, 6, 9, 30, tzinfo=UTC),
    )
    nan = article(
        "nanwan",
        "南湾日报",
        "利罗纳港恢复作业 | 港务局发布通告",
        "zh-Hans",
        datetime(2031, 5, 6, 19, 55, tzinfo=cest),
        url="https://nanwan.example/a?b=1",
    )
    wan = article(
        "wanbao",
        "晚報",
        "利羅納港重開",
        "zh-Hant",
        date(2031, 5, 7),
        incomplete="truncated",
        parts=(Part("caption", "碼頭工人返回崗位"),),
    )
    digest = article("digest", "每日摘要", "摘要", "zh-Hans", None, kind="summary", via="nanwan")
    sources = tuple(Source(a.outlet, document(a)) for a in (wire, nan, wan, digest))
    claims = (
        Claim(
            "c01",
            "The port of Lirona reopened after a nine-day strike.",
            Origin("readout", "Lirona Harbour Office", "Lirona Harbour Office notice"),
            {
                "harbourwire": carried(
                    "included",
                    span(wire, "The port of Lirona reopened on Monday", 0.912),
                    attribution=own(wire, "The port of Lirona reopened on Monday"),
                ),
                "nanwan": carried("conflicts", span(nan, "港口在罢工九天后恢复作业。", 0.87)),
                "wanbao": carried("partial", span(wan, "利羅納港週一重新開放", 0.66)),
                "digest": carried("included", span(digest, "利罗纳港复工", 0.7)),
            },
            "en",
            {"harbourwire": Emphasis(0, 0.31, in_title=True, in_lead=True)},
        ),
        Claim(
            "c02",
            "双方将继续就工资展开“坦诚的”谈判，并欢迎国际观察员到场。",
            Origin("readout", None, "Lirona Harbour Office notice"),
            {
                "harbourwire": missing("unclear", 0.38, span(wire, TEXTS["harbourwire"][2], 0.38)),
                "nanwan": carried("included", span(nan, "双方将继续就工资展开“坦诚的”谈判", 0.95)),
                "wanbao": missing("absent", 0.21, span(wan, TEXTS["wanbao"][1], 0.21), "truncated"),
                "digest": missing("absent", 0.1, None, "brief"),
            },
            "zh-Hans",
        ),
        Claim(
            "c03",
            "No worker will lose a day’s pay.",
            Origin("remarks", "Ana Duarte"),
            {
                "harbourwire": carried(
                    "included",
                    span(wire, "“no worker will lose a day’s pay”", 0.93),
                    attribution=spoken(
                        wire,
                        "no worker will lose a day’s pay",
                        "Minister Ana Duarte",
                        "told",
                        "Ana Duarte",
                    ),
                ),
                "nanwan": missing("absent", 0.2, span(nan, "并欢迎国际观察员到场", 0.2)),
                "wanbao": carried("included", span(wan, "沒有一個工人會少拿一天工資。", 0.81)),
                "digest": missing("absent", 0.05),
            },
            "en",
        ),
        Claim(
            "c04",
            "About 1,200 dockers returned to the quays.",
            Origin("outlet"),
            {
                "harbourwire": carried(
                    "included", span(wire, "About 1,200 dockers returned to the quays.", 0.97)
                ),
                "nanwan": carried("included", span(nan, "约一千二百名码头工人返岗。", 0.77)),
                "wanbao": missing("absent", 0.22, None, "truncated"),
                "digest": missing("absent", 0.0),
            },
            "en",
        ),
        Claim(
            "c05",
            "工會表示，若談判破裂，不排除再次罷工。",
            Origin("media", "工會"),
            {
                "harbourwire": missing("absent", 0.18, None, "published_earlier"),
                "nanwan": missing("absent", 0.24, None, "published_earlier"),
                "wanbao": carried(
                    "included", span(wan, "工會表示，若談判破裂，不排除再次罷工。", 0.9)
                ),
                "digest": carried("included", span(digest, "工会称不排除再次罢工", 0.8)),
            },
            "zh-Hant",
        ),
    )
    story = Story(
        "duarte",
        "Lirona port reopens after nine-day strike",
        date(2031, 5, 6),
        date(2031, 5, 7),
        (wire, nan, wan, digest),
        (Entity("Q1", "Ana Duarte", "PER"), Entity("Q2", "Lirona", "LOC")),
        related=("duarte-2031-04-27",),
        marks=("undated",),
    )
    return Comparison(
        story,
        sources,
        claims,
        discrepancies=(
            Discrepancy(
                "d01",
                "number",
                "compatible",
                ("c04",),
                (
                    side(wire, "About 1,200 dockers returned to the quays.", "1,200", "1200"),
                    side(nan, "约一千二百名码头工人返岗。", "一千二百", "1200"),
                ),
                "1,200 and 一千二百 are one number",
            ),
            Discrepancy(
                "d02",
                "date",
                "conflict",
                ("c01",),
                (
                    side(wire, TEXTS["harbourwire"][0], "Monday", "2031-05-05"),
                    side(nan, TEXTS["nanwan"][0], "星期二", "2031-05-06"),
                ),
                "星期二 is 6 May 2031; the others say Monday 5",
            ),
        ),
        wording=(
            Wording("Ana Duarte", {"harbourwire": ("Minister",), "wanbao": ("部長", "女部長")}),
        ),
        families=(
            Family(
                "harbourwire",
                ("harbourwire", "wanbao"),
                "translation",
                {"wanbao": ("adds the union's warning",)},
            ),
        ),
        voices=(Voice("harbourwire", "Ana Duarte", 0.14, 0.07),),
        readout=Readout(
            "nanwan",
            "Lirona Harbour Office notice",
            (
                ReadoutRow(
                    "c01",
                    {
                        "harbourwire": "kept",
                        "nanwan": "kept",
                        "wanbao": "softened",
                        "digest": "kept",
                    },
                ),
                ReadoutRow(
                    "c02",
                    {
                        "harbourwire": "unclear",
                        "nanwan": "kept",
                        "wanbao": "dropped",
                        "digest": "dropped",
                    },
                ),
            ),
            {"harbourwire": ("c03", "c04"), "nanwan": ("c04",), "wanbao": ("c03", "c05")},
        ),
        notes=("No dictionary between Chinese and English: confidence is lower.",),
    )


@pytest.fixture
def crowd(comparison: Comparison) -> Comparison:
    """The same claims over forty sources."""
    first = comparison.sources[0]
    sources = tuple(
        Source(
            f"outlet-{n:02d}",
            document(replace(first.article, id=f"a{n}", outlet=f"outlet-{n:02d}")),
        )
        for n in range(40)
    )
    claims = tuple(
        replace(
            claim,
            cells={
                s.id: claim.cells["harbourwire" if n % 3 else "nanwan"]
                for n, s in enumerate(sources)
            },
            emphasis={},
        )
        for claim in comparison.claims
    )
    return Comparison(comparison.story, sources, claims)


@pytest.fixture
def large() -> Comparison:
    """Twelve sources and 150 claims; every cell has a sentence, its own or the nearest."""
    return large_comparison()


@pytest.fixture
def alone(comparison: Comparison) -> Comparison:
    """One source only."""
    first = comparison.sources[0]
    claims = tuple(
        replace(c, cells={first.id: c.cells[first.id]})
        for c in comparison.claims
        if c.cells[first.id].evidence
    )
    story = replace(
        comparison.story, articles=(first.article,), related=(), marks=(), end=date(2031, 5, 6)
    )
    return Comparison(story, (first,), claims)


@pytest.fixture
def stored() -> Callable[[str, str], None]:
    """Compares a report with the stored one; with REWRITE=1 in the environment, stores it."""

    def check(name: str, text: str) -> None:
        path = CASES / name
        if os.environ.get("REWRITE"):
            path.write_bytes(text.encode())
        assert text.encode() == path.read_bytes()

    return check
