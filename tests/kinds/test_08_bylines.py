# ruff: noqa: E501, ISC004 - a line of a page or text is shown as one
"""Title, byline and date of a short article are no paragraph of it, and its reporter is never the
outlet (references: metascraper#408, fundus PR#951).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.saved import article, paragraphs

_PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head><body>
<div class="wrap"><article><h1>{title}</h1>{byline}{body}</article></div></body></html>"""
_EN = [
    "The north pier opened again on Monday after eleven months of repairs.",
    '"It was worth it," said harbour master June Pell.',
    "The work cost four million.",
]
_ZH = [
    "北堤码头周一重新开放，维修历时十一个月。",
    "港务主任白静说：“很值得。”",
    "工程耗资四百万元。",
]

PAGES = [
    ("name, bar, date", "Pier opens again", _EN,
     '<div class="meta">By Nora Field | May 6, 2024</div>', "Nora Field", "2024-05-06"),
    ("separate spans", "Pier opens again", _EN,
     '<div><span>Nora Field</span> <span>Staff Writer</span> <time>6 May 2024, 10:15</time></div>',
     "Nora Field", "2024-05-06"),
    ("published and updated", "Pier opens again", _EN,
     "<p>By <b>Nora Field and Sam Ode</b><br>Published May 6, 2024 10:15 am<br>Updated May 7, 2024</p>",
     "Sam Ode", "2024-05-06"),
    ("reading time", "Pier opens again", _EN,
     "<p>Nora Field · 6 May 2024 · 3 min read</p>", "Nora Field", "2024-05-06"),
    ("Chinese line", "北堤码头重开", _ZH,
     '<div class="info">2024年05月06日 10:15 来源：海州日报 记者：田野</div>', "田野", "2024-05-06"),
    ("Chinese line with buttons", "北堤码头重开", _ZH,
     "<div><span>作者：田野</span> <span>2024-05-06 10:15</span> <span>字号：大 中 小</span></div>",
     "田野", "2024-05-06"),
    ("French", "La jetée rouvre", [
        "La jetée nord a rouvert lundi après onze mois de travaux.",
        "« Cela valait la peine », a dit la capitaine du port, Lise Mauger.",
        "Les travaux ont coûté quatre millions."],
     '<div class="signature">Par Odile Brun, le 6 mai 2024 à 10h15</div>', "Odile Brun", "2024-05-06"),
    ("German", "Der Nordkai ist wieder offen", [
        "Der Nordkai ist am Montag nach elf Monaten wieder geöffnet worden.",
        "„Es hat sich gelohnt“, sagte Hafenmeisterin Ilse Krug.",
        "Die Arbeiten kosteten vier Millionen."],
     '<div class="autor">Von Jan Loos, 6. Mai 2024, 10:15 Uhr</div>', "Jan Loos", "2024-05-06"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "title", "body", "byline", "who", "day"), PAGES, ids=[p[0] for p in PAGES]
)
def test_title_and_byline_are_no_paragraph(
    tmp_path: Path, name: str, title: str, body: list[str], byline: str, who: str, day: str
) -> None:
    """The body is its sentences; the day of the byline is the article's; the reporter is no outlet."""
    html = "".join(f"<p><span>{text}</span></p>" for text in body)
    got = article(tmp_path, _PAGE.format(title=title, byline=byline, body=html))
    assert paragraphs(got) == body, name
    assert got.published is not None
    assert got.published.isoformat().startswith(day)
    assert who not in got.outlet_name
    assert got.title == title


HEADERS = [
    ("front matter", "a.md", "---\ntitle: Pier opens\nauthor: Nora Field\n---\n\nIt opened.\n\nIt was late.\n"),
    ("Chinese header", "a.txt", "标题：码头重开\n作者：田野\n日期：2024-05-06\n\n码头重开了。\n\n很晚。\n"),
    ("JSON list", "a.json", '{"title": "Pier opens", "authors": ["Nora Field", "Sam Ode"], '
     '"text": "It opened.\\n\\nIt was late."}'),
    ("JSON byline", "a.json", '{"title": "Pier opens", "byline": "Nora Field", "text": "It opened on Monday."}'),
    ("meta author", "a.html", "<html><head><title>Pier opens</title><meta name=author content='Nora Field'>"
     "</head><body><h1>Pier opens</h1><p>The north pier opened again on Monday.</p><p>It was late.</p></body></html>"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "file", "text"), HEADERS, ids=[h[0] for h in HEADERS])
def test_a_reporter_is_not_the_outlet(tmp_path: Path, name: str, file: str, text: str) -> None:
    """Where no outlet is named it stays unknown; the reporter is a byline."""
    got = article(tmp_path, text, file)
    assert got.outlet == "unknown", (name, got.outlet, got.outlet_name)
    assert "Field" in (got.part("byline") or "") or "田野" in (got.part("byline") or "")


NAMED = [
    ("outlet beside author", "author: Nora Field\noutlet: Quay Gazette\n", "Quay Gazette"),
    ("a publisher as author", "author: Quay Daily News\n", "Quay Daily News"),
    ("a Chinese publisher as author", "author: 海州晚报\n", "海州晚报"),
    ("a known outlet as author", "author: Reuters\n", "Reuters"),
]


@pytest.mark.parametrize(("name", "header", "outlet"), NAMED, ids=[n[0] for n in NAMED])
def test_a_publisher_is_the_outlet(tmp_path: Path, name: str, header: str, outlet: str) -> None:
    """A named outlet stays, and so does a publisher in the author's place."""
    got = article(
        tmp_path, f"---\ntitle: Pier opens\n{header}---\n\nIt opened.\n\nIt was late.\n", "a.md"
    )
    assert got.outlet_name == outlet, name


BODY = [
    "By Monday the pier was open. By Tuesday 6 May 2024 it was full.",
    "Nora Field, a baker, said on 6 May 2024 that she was glad.",
    "记者田野2024年5月6日在码头看到，人流不断。",
]


@pytest.mark.parametrize("sentence", BODY)
def test_sentences_with_names_and_dates_stay(tmp_path: Path, sentence: str) -> None:
    """A sentence is no byline, though it opens the text with a name and a date."""
    page = _PAGE.format(
        title="Pier", byline="", body=f"<p>{sentence}</p><p>{_EN[0]}</p><p>{_EN[1]}</p>"
    )
    assert sentence in paragraphs(article(tmp_path, page))
