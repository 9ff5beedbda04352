"""A JSON dump of a well-known extractor or news API gives its articles with title, paragraphs, date
and outlet; what cannot be used of it is named, never dropped without a word.

Public references: news-please, trafilatura, newspaper4k, fundus, NewsAPI, event-registry-python.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from compare.model import Article, SetAside
from compare.sources import read_all

ONE = "The ferry to Lowen Island sails again from Friday, the operator said on Thursday."
TWO = "Repairs to the pier took nine days and cost 1.2 million euros, according to the council."
TITLE = "Lowen ferry sails again"
DAY = "2022-03-10"
BODY = f"{ONE}\n\n{TWO}"

DUMPS: dict[str, Any] = {
    "news-please": {
        "authors": ["Mia Holt"],
        "date_download": "2022-03-14 07:00:00",
        "date_modify": "2022-03-12 09:00:00",
        "date_publish": "2022-03-10 06:15:00",
        "description": "Ferry.",
        "filename": "x.json",
        "image_url": None,
        "language": "en",
        "localpath": None,
        "maintext": f"{ONE}\n{TWO}",
        "source_domain": "www.bbc.co.uk",
        "title": TITLE,
        "title_page": None,
        "title_rss": None,
        "url": "https://www.bbc.co.uk/news/1",
    },
    "trafilatura": {
        "title": TITLE,
        "author": "Mia Holt; Jon Vane",
        "hostname": "bbc.co.uk",
        "date": "2022-03-10",
        "categories": "",
        "tags": "",
        "fingerprint": "c0",
        "id": None,
        "license": None,
        "comments": "",
        "raw_text": f"{ONE} {TWO}",
        "text": f"{ONE}\n{TWO}",
        "language": None,
        "image": None,
        "pagetype": "article",
        "filedate": "2022-03-14",
        "source": "https://www.bbc.co.uk/news/1",
        "source-hostname": "BBC",
        "excerpt": "Ferry.",
    },
    "newspaper4k": {
        "url": "https://www.bbc.co.uk/news/1",
        "read_more_link": "",
        "language": "en",
        "title": TITLE,
        "top_image": "",
        "meta_img": "",
        "images": [],
        "movies": [],
        "keywords": [],
        "meta_keywords": [],
        "tags": None,
        "authors": ["Mia Holt"],
        "publish_date": "2022-03-10T06:15:00+00:00",
        "summary": "",
        "meta_description": "",
        "meta_lang": "en",
        "meta_favicon": "",
        "meta_site_name": "BBC News",
        "canonical_link": "https://www.bbc.co.uk/news/1",
        "text": BODY,
    },
    "fundus": {
        "title": TITLE,
        "authors": ["Mia Holt"],
        "publishing_date": "2022-03-10 06:15:00+00:00",
        "topics": ["Ferries"],
        "free_access": True,
        "lang": "en",
        "body": {
            "summary": ["Nine days without a ferry"],
            "sections": [
                {"headline": [], "paragraphs": [ONE]},
                {"headline": ["What it cost"], "paragraphs": [TWO]},
            ],
        },
        "publisher": "BBC",
        "html": {"requested_url": "https://www.bbc.co.uk/news/1", "crawl_date": "2022-03-14"},
    },
    "newsapi": {
        "status": "ok",
        "totalResults": 1,
        "articles": [
            {
                "source": {"id": "bbc-news", "name": "BBC News"},
                "author": None,
                "title": TITLE,
                "description": "Ferry.",
                "url": "https://www.bbc.co.uk/news/1",
                "urlToImage": "https://x.example/a.png",
                "publishedAt": "2022-03-10T06:15:00Z",
                "content": f"{BODY} [+310 chars]",
            }
        ],
    },
    "eventregistry": {
        "articles": {
            "page": 1,
            "count": 1,
            "pages": 1,
            "totalResults": 1,
            "results": [
                {
                    "uri": "77",
                    "lang": "eng",
                    "date": "2022-03-10",
                    "time": "06:15:00",
                    "dateTime": "2022-03-10T06:15:00Z",
                    "dateTimePub": "2022-03-10T06:15:00Z",
                    "url": "https://www.bbc.co.uk/news/1",
                    "title": TITLE,
                    "body": BODY,
                    "source": {"uri": "bbc.co.uk", "dataType": "news", "title": "BBC"},
                    "authors": [{"uri": "m", "name": "Mia Holt", "type": "author"}],
                    "sentiment": 0.1,
                }
            ],
        }
    },
    "json-ld": {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2022-03-10T06:15:00Z",
        "dateModified": "2022-03-12T06:15:00Z",
        "articleBody": BODY,
        "author": [{"@type": "Person", "name": "Mia Holt"}],
        "publisher": {"@type": "Organization", "name": "BBC", "logo": {"url": "x"}},
        "mainEntityOfPage": {"@id": "https://www.bbc.co.uk/news/1"},
    },
    "nested-under-response": {
        "response": {
            "status": "ok",
            "results": [
                {
                    "webTitle": TITLE,
                    "webPublicationDate": "2022-03-10T06:15:00Z",
                    "webUrl": "https://www.bbc.co.uk/news/1",
                    "fields": {"headline": TITLE, "bodyText": BODY, "publication": "BBC"},
                }
            ],
        }
    },
    "epoch-and-split-time": {
        "headline": TITLE,
        "published": 1646892900,
        "site": {"domain": "bbc.co.uk", "name": "BBC"},
        "paragraphs": [{"text": ONE}, {"text": TWO}],
        "link": "https://www.bbc.co.uk/news/1",
    },
}


def read(tmp_path: Path, text: str, name: str) -> tuple[list[Article], list[SetAside]]:
    """The articles of one file with this text."""
    (tmp_path / name).write_text(text, "utf-8")
    return read_all([tmp_path / name])


def check(articles: list[Article]) -> None:
    """One article with all that was given."""
    (article,) = articles
    assert article.title == TITLE
    assert article.outlet == "bbc"
    assert article.day is not None
    assert article.day.isoformat() == DAY
    paragraphs = article.text.split("\n\n")
    assert any(p.startswith(ONE) for p in paragraphs)
    assert any(p.startswith(TWO) for p in paragraphs)
    assert (article.url or "").endswith("bbc.co.uk/news/1")


@pytest.mark.parametrize("shape", ["object", "list", "lines", "list of lists"])
@pytest.mark.parametrize("name", DUMPS)
def test_a_dump_gives_its_article(tmp_path: Path, name: str, shape: str) -> None:
    """As one object, in a list, a line of JSON Lines, or a list in a list."""
    value = DUMPS[name]
    text = {
        "object": json.dumps(value),
        "list": json.dumps([value], indent=1),
        "lines": json.dumps(value) + "\n",
        "list of lists": json.dumps([[value]]),
    }[shape]
    articles, aside = read(tmp_path, text, "d.jsonl" if shape == "lines" else "d.json")
    assert aside == []
    check(articles)


def test_summary_and_headings_of_sections_are_no_paragraphs(tmp_path: Path) -> None:
    """What fundus keeps apart from the paragraphs does not become one, and is not lost."""
    (article,), _ = read(tmp_path, json.dumps(DUMPS["fundus"]), "d.json")
    paragraphs = article.text.split("\n\n")
    assert "Nine days without a ferry" not in paragraphs
    assert "Nine days without a ferry" in " ".join(part.text for part in article.parts)


def test_the_author_is_no_outlet_and_stays_a_byline(tmp_path: Path) -> None:
    """Authors as strings, lists or objects become the byline."""
    for name in ("news-please", "fundus", "eventregistry", "json-ld"):
        (article,), _ = read(tmp_path, json.dumps(DUMPS[name]), f"{name}.json")
        assert article.part("byline") == "Mia Holt"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"date_publish": "soon after the storm"}, "date_publish"),
        ({"date_publish": {"epoch": [1]}}, "date_publish"),
        ({"maintext": 17}, "maintext"),
        ({"maintext": {"blob": {"x": 1}}}, "maintext"),
        ({"title": {"rendered": []}}, "title"),
    ],
)
def test_a_field_that_cannot_be_used_is_named(
    tmp_path: Path, change: dict[str, Any], word: str
) -> None:
    """A date, text or title in a shape that nobody knows is told by the name of its field."""
    articles, aside = read(tmp_path, json.dumps(DUMPS["news-please"] | change), "d.json")
    told = [note for a in articles for note in a.notes] + [item.reason for item in aside]
    assert any(word in one for one in told)


def test_a_dump_without_text_names_what_it_holds(tmp_path: Path) -> None:
    """A record in which no text is found is set aside with the fields that it has."""
    articles, aside = read(tmp_path, json.dumps({"story": BODY, "when": DAY}), "d.json")
    assert articles == []
    assert "field" in aside[0].reason
    assert "story" in aside[0].reason


def test_an_answer_without_articles_says_so(tmp_path: Path) -> None:
    """An API's error and an empty list are told apart from a broken file."""
    _, aside = read(
        tmp_path, json.dumps({"status": "error", "code": "x", "message": "no key"}), "d.json"
    )
    assert aside
    _, aside = read(tmp_path, json.dumps({"articles": {"results": []}}), "e.json")
    assert "no articles" in aside[0].reason


def test_one_bad_record_of_many_costs_only_itself(tmp_path: Path) -> None:
    """The others are read, the bad one is named."""
    good = DUMPS["newsapi"]["articles"][0]
    bad = {"source": {"name": "BBC News"}, "url": "https://www.bbc.co.uk/2", "content": None}
    articles, aside = read(
        tmp_path, json.dumps({"status": "ok", "articles": [bad, good, None]}), "d.json"
    )
    check(articles)
    assert len(aside) == 2


def test_numbers_of_more_characters_mean_a_cut_text(tmp_path: Path) -> None:
    """NewsAPI's `[+310 chars]` is no text, and the article counts as cut."""
    (article,), _ = read(tmp_path, json.dumps(DUMPS["newsapi"]), "d.json")
    assert article.incomplete == "truncated"


def test_a_plain_record_is_read_as_before(tmp_path: Path) -> None:
    """A list of sentences a paragraph, Chinese names of fields, and no note where all is used."""
    record = {
        "标题": "渡轮复航",
        "发布时间": "2022-03-10 08:00",
        "来源": "新华社",
        "正文": [["渡轮周五复航。", "码头已修好。"], "船票不变。"],
    }
    (article,), aside = read(tmp_path, json.dumps(record, ensure_ascii=False), "d.json")
    assert aside == []
    assert article.notes == ()
    assert len(article.paragraphs) == 2
