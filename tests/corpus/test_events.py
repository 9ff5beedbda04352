"""The hard events of corpus/events, and the table that is made of them."""

from __future__ import annotations

from collections import defaultdict

import pytest

from bench import events

KINDS = {"template", "column", "sub-event", "translation", "folder", "plain"}


@pytest.mark.parametrize("half", events.HALVES)
def test_the_halves_are_sound(half: str) -> None:
    """Ids are unique, nothing is empty, dates are readable, and an event has one topic."""
    some = events.lines(half)
    assert len({line.id for line in some}) == len(some) > 100
    topics = defaultdict(set)
    for line in some:
        assert line.kind in KINDS
        assert line.language in ("en", "zh-Hans", "zh-Hant")
        assert all([line.title, line.outlet, line.event, *line.paragraphs])
        assert events.article(line).day
        topics[line.event].add(line.topic)
    assert all(len(found) == 1 for found in topics.values())


def test_paragraphs_stand_where_they_are_said_to_stand() -> None:
    """An article's offsets give its paragraphs back."""
    for line in events.lines("open")[:10]:
        one = events.article(line)
        assert [one.text[p.start : p.end] for p in one.paragraphs] == line.paragraphs


def test_the_table_counts_and_names_what_is_wrong() -> None:
    """One story for everything has precision under 1, and every event of it is listed."""
    some = [line for line in events.lines("open") if line.kind == "column"]
    where = {line.id: 0 for line in some}
    first = next(events.rows("open", some, where))
    assert first.startswith("| open | all | ")
    assert " / 1.000 / " in first
    assert "1.000 / 1.000 / 1.000" not in first
    assert sum(line.startswith("  ") for line in events.wrong(some, where)) == len(some)
    right = {line.id: n for n, line in enumerate({line.event: line for line in some}.values())}
    assert list(events.wrong(list({x.event: x for x in some}.values()), right)) == []


@pytest.mark.slow
def test_templates_and_stages_stay_apart() -> None:
    """What the open half was built on holds: no rule may lose it unnoticed."""
    some = events.lines("open")
    where = events.grouped(some)
    p, r, f = events.b_cubed([where[x.id] for x in some], [x.event for x in some])
    assert min(p, r, f) > 0.94
