"""Grouping of our own hard events: templates, sub-events, columns, translations, one folder each.

    python -m bench.events              both halves of corpus/events
    python -m bench.events open         one of them
    python -m bench.events open --wrong what was put together and what was torn apart

Out: B-cubed of each half as one heap, and of each kind of difficulty in it; and into how many
stories the articles of one event fall by themselves. The halves were written apart; the rules were
chosen in view of the open one.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import msgspec

from bench.figures import b_cubed
from compare.model import Article, Paragraph
from compare.options import Options
from compare.pipeline import group

FOLDER = Path(__file__).parent.parent / "corpus" / "events"
HALVES = ("open", "shut")
_DAY = 10  # characters of a date without a time


@dataclass(frozen=True, slots=True)
class Line:
    """An article with its gold, as a line of a half holds it."""

    id: str
    outlet: str
    title: str
    published: str
    language: str
    paragraphs: list[str]
    event: str
    topic: str
    kind: str


def lines(half: str) -> list[Line]:
    """The articles of a half."""
    text = (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8")
    return [msgspec.json.decode(line, type=Line) for line in text.splitlines() if line]


def article(line: Line) -> Article:
    """A line as the readers would give it."""
    text = "\n\n".join(line.paragraphs)
    paragraphs, at = [], 0
    for block in line.paragraphs:
        paragraphs.append(Paragraph(at, at + len(block), line.language))
        at += len(block) + 2
    day = len(line.published) == _DAY
    when = (date if day else datetime).fromisoformat(line.published)
    return Article(
        line.id, line.outlet, line.outlet, line.title, text, tuple(paragraphs), when, line.language
    )


def grouped(some: Sequence[Line], options: Options = Options()) -> dict[str, int]:
    """Id of an article -> number of its story."""
    found = group([article(line) for line in some], options)
    return {a.id: n for n, story in enumerate(found) for a in story.articles}


def by_event(some: Sequence[Line]) -> dict[str, list[Line]]:
    """Event -> its articles."""
    events: defaultdict[str, list[Line]] = defaultdict(list)
    for line in some:
        events[line.event].append(line)
    return dict(events)


def rows(half: str, some: Sequence[Line], where: dict[str, int]) -> Iterator[str]:
    """A row for the half and one for each kind, in which only the kind's articles count."""
    for kind in ("all", *sorted({line.kind for line in some})):
        held = [line for line in some if kind in ("all", line.kind)]
        p, r, f = b_cubed([where[line.id] for line in held], [line.event for line in held])
        events = len({line.event for line in held})
        yield f"| {half} | {kind} | {events} | {len(held)} | {p:.3f} / {r:.3f} / {f:.3f} |"


def wrong(some: Sequence[Line], where: dict[str, int]) -> Iterator[str]:
    """The articles of stories that hold two events, then of events that fall into two stories."""
    stories: defaultdict[int, list[Line]] = defaultdict(list)
    for line in some:
        stories[where[line.id]].append(line)
    torn = [e for e in by_event(some).values() if len({where[line.id] for line in e}) > 1]
    mixed = [s for s in stories.values() if len({line.event for line in s}) > 1]
    for name, groups in (("together", mixed), ("apart", torn)):
        for held in groups:
            yield name
            for line in held:
                yield f"  {line.id} {line.event:24} {where[line.id]:4} {line.title}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table, or what is wrong."""
    parser = argparse.ArgumentParser(prog="bench.events")
    parser.add_argument("half", nargs="?", choices=HALVES)
    parser.add_argument("--wrong", action="store_true")
    chosen = parser.parse_args(arguments)
    if not chosen.wrong:
        print("| half | kind | events | articles | B-cubed P / R / F1 |\n" + "| --- " * 5 + "|")
    for half in [chosen.half] if chosen.half else HALVES:
        some = lines(half)
        where = grouped(some)
        print("\n".join(wrong(some, where) if chosen.wrong else rows(half, some, where)))
        many = [e for e in by_event(some).values() if len(e) > 1]
        pieces = sum(len(set(grouped(e).values())) for e in many) / len(many)
        print(f"{half}: the articles of one event by themselves fall into {pieces:.2f} stories")


if __name__ == "__main__":
    main()
