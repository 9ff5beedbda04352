"""A page in which tags are opened by the ten thousand and never closed keeps the reader busy with
the square of its length (found by random damage to our own inputs).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.sources import read, read_all
from tests.kinds.bounded import within

pytestmark = pytest.mark.slow

SAID = "The harbour master said on Friday that both cranes would be repaired by June."
MET = "The owners of three ferries met him in the morning and asked for a date in May."
HEAD = "<!doctype html><html><head><title>Cranes</title></head><body>"
PROSE = f"<p>{SAID}</p><p>{MET}</p>"
STORMS = {
    "articles never ended": ("a.html", HEAD + PROSE + "<article " * 60_000),
    "divisions never ended": ("a.html", HEAD + PROSE + "<div" * 100_000),
    "attributes never ended": ("a.html", HEAD + PROSE + "<a href='" * 40_000),
    "comments never ended": ("a.html", HEAD + PROSE + "<!-- " * 60_000),
    "declarations": ("a.html", HEAD + PROSE + "<![if " * 40_000),
    "instructions": ("a.html", HEAD + PROSE + "<?php " * 40_000),
    "spans in spans": ("a.html", HEAD + PROSE + "<span>" * 40_000),
    "figures in figures": ("a.html", HEAD + PROSE + "<figure>x" * 20_000),
    "captions in captions": ("a.html", HEAD + PROSE + '<div class="caption">x' * 15_000),
    "articles in articles": ("a.html", HEAD + ("<article>" + PROSE) * 1500),
    "lists in lists": ("a.html", HEAD + PROSE + "<ul><li>x" * 20_000),
    "tables in tables": ("a.html", HEAD + PROSE + "<table><tr><td>x" * 10_000),
    "times": ("a.html", HEAD + PROSE + "<time " * 40_000),
    "metadata": ("a.html", HEAD + "<meta " * 40_000 + PROSE),
    "scripts": ("a.html", HEAD + PROSE + "<script>" * 30_000),
    "titles": ("a.html", HEAD + PROSE + "<title>" * 30_000),
    "a fragment": ("a.html", PROSE + "<p><b>x" * 20_000),
    "a record": ("a.json", json.dumps({"title": "T", "text": PROSE + "<a" * 60_000})),
    "Markdown": ("a.md", f"# Cranes\n\n{PROSE}\n\n" + "<p " * 40_000),
    "an old page": ("a.htm", "<html>" + PROSE + "<font><table " * 20_000),
}


@pytest.mark.parametrize("storm", STORMS)
def test_tags_that_are_never_closed_take_no_square_of_time(tmp_path: Path, storm: str) -> None:
    """Some hundred thousand characters are read, or set aside with a reason, in seconds."""
    name, text = STORMS[storm]
    (tmp_path / name).write_text(text, "utf-8")
    with within(8):
        articles, aside = read_all([tmp_path])
    assert len(articles) == 1 or aside[0].reason
    assert "fault of this program" not in " ".join(one.reason for one in aside)


@pytest.mark.parametrize(
    "storm", ["divisions never ended", "articles never ended", "spans in spans"]
)
def test_the_text_before_the_storm_is_kept(tmp_path: Path, storm: str) -> None:
    """A sentence that stands in front of the damage is in the article."""
    name, text = STORMS[storm]
    (tmp_path / name).write_text(text, "utf-8")
    with within(8):
        (article,) = read(tmp_path / name)
    assert SAID in article.text


def test_a_sound_page_is_read_as_ever(tmp_path: Path) -> None:
    """Captions of an article, its day and its paragraphs come out as before."""
    told = [SAID, MET, *(f"{MET[:-1]}, and {n} of their crews came too." for n in range(12, 20))]
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("News", "Sport", "Culture"))
    page = (
        "<!doctype html><html><head><title>Cranes</title>"
        '<meta property="article:published_time" content="2024-05-03T09:00:00Z"></head><body>'
        f"<nav><ul>{menu}</ul></nav><article><h1>Cranes</h1>"
        f"{''.join(f'<p>{one}</p>' for one in told)}"
        "<figure><img src=a><figcaption>Two cranes at work</figcaption></figure></article>"
        "<footer><p>About us</p></footer></body></html>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    (article,) = read(tmp_path / "a.html")
    assert article.text.split("\n\n") == told
    assert str(article.published).startswith("2024-05-03")
    assert ("caption", "Two cranes at work") in [(p.kind, p.text) for p in article.parts]
