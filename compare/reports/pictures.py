"""Numbers of the pictures: where every bar, square and dot stands.

In: a `Comparison`. Out: shapes in SVG units, which `pictures.html.j2` writes. Drawn by hand
because four simple shapes do not earn a plotting library: matplotlib takes longer to import than
the whole page to render, its text is not ours to translate, mark up or print, and charts drawn by
scripts would be empty without JavaScript.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from compare.model import CARRIED, Comparison, Source, Voice
from compare.reports.columns import display_width, wrapped
from compare.reports.matrix import KINDS, counted

LABEL = 150  # width of the labels at the left
LABEL_COLUMNS = 20
ROW = 26
PLOT = 470  # width of what stands beside the labels
SQUARE = 44
MOST_SQUARES = 16


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a bar: `x` and `width` in units, its kind, its count and share."""

    x: float
    width: float
    kind: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Bars:
    """One source's bar."""

    source: str
    label: str
    y: int
    total: int
    pieces: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Square:
    """How much of the claims of source `row` stands in `column` too: 0 to 1."""

    x: int
    y: int
    share: float
    level: int
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """The squares, the labels with their place, the side of the field, and the room for labels."""

    size: int
    margin: int
    labels: tuple[tuple[str, int], ...]
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A publication; `width` is above 0 when only the day is known; `y` is its row's middle."""

    source: Source
    label: str
    x: float
    y: int
    width: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dots, midnights with their dates, and the height."""

    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, str], ...]
    height: int


@dataclass(frozen=True, slots=True)
class VoiceBar:
    """A speaker's share of a source's text, quoted and reported, in units of a bar 100 wide."""

    voice: Voice
    first: bool
    direct: float
    indirect: float


def label(text: str) -> str:
    """The text cut to the width of a label."""
    lines = wrapped(text, LABEL_COLUMNS)
    return lines[0] if len(lines) == 1 else wrapped(text, LABEL_COLUMNS - 1)[0] + "…"


def origin_bars(comparison: Comparison) -> list[Bars]:
    """For each source, its carried claims by whose words they are."""
    tallies = [(source, _tally(comparison, source)) for source in comparison.sources]
    most = max((sum(tally.values()) for _, tally in tallies), default=0) or 1
    made = []
    for number, (source, tally) in enumerate(tallies):
        pieces = tuple(_stacked(tally, PLOT / most))
        total = sum(tally.values())
        made.append(Bars(source.id, label(source.id), number * ROW, total, pieces))
    return made


def _tally(comparison: Comparison, source: Source) -> dict[str, int]:
    carried = [c.origin.kind for c in comparison.claims if c.cells[source.id].status in CARRIED]
    return {kind: carried.count(kind) for kind in KINDS if kind in carried}


def _stacked(tally: dict[str, int], unit: float) -> Iterator[Bar]:
    x, total = 0.0, sum(tally.values())
    for kind, number in tally.items():
        yield Bar(round(x, 1), round(number * unit, 1), kind, number, number / total)
        x += number * unit


def overlap(comparison: Comparison) -> Overlap | None:
    """Shares of claims that two sources have in common; None for fewer than two voices."""
    voices = [source.id for source in comparison.sources if counted(source)]
    if not 2 <= len(voices) <= MOST_SQUARES or not comparison.claims:
        return None
    carried = {v: {c.id for c in comparison.claims if c.cells[v].status in CARRIED} for v in voices}
    squares = []
    for y, row in enumerate(voices):
        for x, column in enumerate(voices):
            share = len(carried[row] & carried[column]) / (len(carried[row]) or 1)
            if row != column:
                place = (x * SQUARE, y * SQUARE)
                squares.append(Square(*place, share, min(4, int(share * 5)), row, column))
    labels = tuple((label(v), n * SQUARE) for n, v in enumerate(voices))
    margin = 24 + max(8 * display_width(name) for name, _ in labels)
    return Overlap(len(voices) * SQUARE, margin, labels, tuple(squares))


def timeline(sources: Sequence[Source], day: Callable[[date], str]) -> Timeline | None:
    """When the sources published, earliest first; None with fewer than two dated sources."""
    dated = sorted(
        ((*_span(s.article.published), s) for s in sources if s.article.published is not None),
        key=lambda entry: (entry[0], entry[2].id),
    )
    if len(dated) < 2:
        return None
    first = datetime.combine(dated[0][0].date(), time(), UTC).timestamp()
    last = max(end.timestamp() for _, end, _ in dated)
    scale = PLOT / max(last - first, 86400)
    dots = tuple(
        Dot(
            source,
            label(source.id),
            round((start.timestamp() - first) * scale, 1),
            number * ROW + ROW // 2,
            round((end - start).total_seconds() * scale, 1),
        )
        for number, (start, end, source) in enumerate(dated)
    )
    return Timeline(dots, tuple(_ticks(first, last, scale, day)), len(dots) * ROW)


def _span(published: datetime | date) -> tuple[datetime, datetime]:
    if isinstance(published, datetime):
        return published.astimezone(UTC), published.astimezone(UTC)
    return (
        datetime.combine(published, time(), UTC),
        datetime.combine(published, time(23, 59), UTC),
    )


def _ticks(
    first: float, last: float, scale: float, day: Callable[[date], str]
) -> Iterator[tuple[float, str]]:
    days = int(max(last - first, 86399) // 86400) + 1
    for number in range(0, days, max(1, -(-days // 5))):
        moment = datetime.fromtimestamp(first + number * 86400, UTC)
        yield round(number * 86400 * scale, 1), day(moment.date())


def voice_bars(comparison: Comparison) -> list[VoiceBar]:
    """Every speaker with their share; `first` marks the first line of a source."""
    bars, last = [], None
    for voice in comparison.voices:
        direct, indirect = round(100 * voice.direct, 1), round(100 * voice.indirect, 1)
        bars.append(VoiceBar(voice, voice.source != last, direct, indirect))
        last = voice.source
    return bars
