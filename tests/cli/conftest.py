"""The command line over a pipeline of two invented articles, so that it can be tested alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from compare import pipeline
from compare.cli import run
from compare.errors import Ambiguous, NotFound
from compare.model import (
    Article,
    Cell,
    Claim,
    Comparison,
    Evidence,
    Found,
    Grounds,
    Inspection,
    Origin,
    Paragraph,
    SetAside,
    Source,
    Speech,
    Story,
)
from compare.reading.document import document


@dataclass
class Stage:
    """What the pipeline will say, and the options and paths that it was given."""

    articles: tuple[Article, ...]
    aside: tuple[SetAside, ...] = ()
    notice: str | None = None
    calls: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    code: int
    out: str
    err: str


def flash(key: str, name: str, text: str) -> Article:
    """An article of one paragraph."""
    paragraphs = (Paragraph(0, len(text), "en"),)
    day = date(2031, 5, 6)
    return Article(f"{key}-1", key, name, "Port reopens", text, paragraphs, day, "en")


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Replaces the functions of the pipeline by ones that answer from a Stage."""
    made = Stage(
        (flash("wire", "The Wire", "The port is open."), flash("post", "Post", "It rained."))
    )

    def load(paths: Sequence[Path], options: object) -> pipeline.Collection:
        made.calls.update(paths=list(paths), options=options)
        return pipeline.Collection(made.articles, made.aside, made.notice)

    def lookup(name: str, stories: Sequence[Story]) -> Story:
        if name == "two":
            raise Ambiguous("'two' fits several stories", ("two-a", "two-b"))
        if name != "port":
            raise NotFound(f"no story is called '{name}'", ("port",))
        return stories[0]

    def analyse(story: Story, options: object, against: str | None, *_: object) -> Comparison:
        made.calls["against"] = against
        return compared(story)

    def find(text: str, articles: Sequence[Article], options: object) -> list[Found]:
        span = Evidence("wire-1", "body", 0, 17, "The port is open.", 0, 0.9)
        hit = (span,) if text == "port open" else ()
        return [Found(articles[0], hit, span)]

    def inspect(article: Article, articles: object, options: object) -> Inspection:
        return Inspection(article, (), Speech(), {})

    monkeypatch.setattr(pipeline, "load", load)
    monkeypatch.setattr(pipeline, "read_names", lambda *_: pipeline.Readings({}, {}, {}))
    monkeypatch.setattr(pipeline, "group", lambda articles, *_: [grouped(articles)])
    for function in (lookup, analyse, find, inspect):
        monkeypatch.setattr(pipeline, function.__name__, function)
    known = Grounds(("port", "open"), ("Monday",))
    monkeypatch.setattr("compare.pipeline.grounds.grounds", lambda *_: known)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return made


def grouped(articles: Sequence[Article]) -> Story:
    """All articles as one story."""
    day = date(2031, 5, 6)
    return Story("port", "Port reopens", day, day, tuple(articles))


def compared(story: Story) -> Comparison:
    """One claim, carried by the first article only."""
    wire, post = story.articles
    span = Evidence(wire.id, "body", 0, 17, "The port is open.", 0, 0.9)
    cells = {
        "wire": Cell("included", 0.9, evidence=(span,)),
        "post": Cell("absent", 0.1),
    }
    claim = Claim("c01", "The port is open.", Origin(), cells, "en")
    return Comparison(
        story, (Source("wire", document(wire)), Source("post", document(post))), (claim,)
    )


@pytest.fixture
def call(stage: Stage, capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Answer]:
    """Runs a command over the stage and gives exit code, stdout and stderr."""

    def run_command(*arguments: str) -> Answer:
        code = run(arguments)
        captured = capsysbinary.readouterr()
        return Answer(code, captured.out.decode(), captured.err.decode())

    return run_command
