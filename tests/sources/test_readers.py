"""Each format, read from a file: title, date, outlet, paragraphs."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from compare.model import Article
from compare.sources import read, read_all

One = Callable[..., Article]
Many = Callable[..., list[Article]]

TWO = "The minister arrived on Monday.\n\nHe left on Tuesday."
ZH = "外长周一抵达北京。\n\n他周二离开。"


def test_front_matter_markdown(one: One) -> None:
    """The form of the seeds without HTML: fields above, paragraphs parted by empty lines."""
    article = one(
        '---\nlayout: post\ntitle: "Talks: \\"open\\" end"\ndate: 2023-09-18\n'
        f"author: Reuters\nfrom: https://www.reuters.com/a\n---\n\n{TWO}\n"
    )
    assert article.title == 'Talks: "open" end'
    assert article.text == TWO
    assert (article.outlet, article.outlet_name) == ("reuters", "Reuters")
    assert (article.published, article.url) == (date(2023, 9, 18), "https://www.reuters.com/a")
    assert article.parts == ()


def test_an_unknown_outlet_takes_its_address_for_an_id_and_its_author_for_a_name(one: One) -> None:
    """A publisher in no list still has a stable id and a name."""
    article = one(
        f"---\ntitle: T\nauthor: Valley Bugle\nfrom: https://news.valleybugle.co.uk/1\n---\n\n{TWO}"
    )
    assert (article.outlet, article.outlet_name) == ("valleybugle", "Valley Bugle")


def test_a_person_who_wrote_for_a_known_outlet_is_a_byline(one: One) -> None:
    """The address names the outlet; the author then is a person."""
    article = one(f"---\ntitle: T\nauthor: Jane Roe\nfrom: https://www.bbc.co.uk/1\n---\n\n{TWO}")
    assert (article.outlet, article.part("byline")) == ("bbc", "Jane Roe")


def test_an_official_site_publishes_readouts(one: One) -> None:
    """A ministry's own text is a readout by the kind of its outlet."""
    article = one(f"---\ntitle: T\nfrom: https://www.state.gov/x\n---\n\n{TWO}")
    assert article.kind == "readout"


def test_broken_yaml_is_read_line_by_line(one: One) -> None:
    """An unquoted colon in a title is no reason to lose the article; a note says what happened."""
    article = one(f"---\ntitle: Talks: an end: maybe\ndate: 2023-09-18\n---\n\n{TWO}")
    assert (article.title, article.published) == ("Talks: an end: maybe", date(2023, 9, 18))
    assert article.notes == ("front matter is not YAML at line 2; read line by line",)


def test_a_differing_link_title_is_kept(one: One) -> None:
    """An aggregator's title that differs from the front matter's is a part, not lost."""
    article = one(
        "---\ntitle: 甲\n---\n<!--NaN-->\n[乙](https://a.example/20230919-x)\n------\n\n<p>外长抵达。</p>"
    )
    assert (article.title, article.part("other"), article.text) == ("甲", "乙", "外长抵达。")
    assert (article.published, article.url) == (date(2023, 9, 19), "https://a.example/20230919-x")


def test_markdown_markup_becomes_plain_text(one: One) -> None:
    """Links, emphasis, headings, lists, quotes, tables and pictures leave only their text."""
    article = one(
        "# The title\n\n![A caption](https://a.example/p.jpg)\n\n"
        "See **bold** and *slanted* `code` [a link](https://a.example/x_(y)) \\* &amp; 2*3*4.\n\n"
        "## Part one\n\n- first item\n- second item\n\n> quoted\n> words\n\n***\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nverbatim\n```\n18. September was dry.\n"
    )
    assert article.title == "The title"
    assert article.part("caption") == "A caption"
    assert article.text.split("\n\n") == [
        "See bold and slanted code a link * & 2*3*4.",
        "Part one",
        "first item",
        "second item",
        "quoted words",
        "a | b",
        "1 | 2",
        "verbatim",
        "18. September was dry.",
    ]


def test_html_inside_markdown(one: One) -> None:
    """Inline tags vanish from a paragraph, block tags make paragraphs of their own."""
    article = one(
        "---\ntitle: T\n---\n\nA <em>b</em> c.<br>D.\n\n"
        "<div>\n<p>E.</p>\n\n<p>F.</p>\n</div>\n\nG *h*.\n"
    )
    assert article.text.split("\n\n") == ["A b c. D.", "E.", "F.", "G h."]


@pytest.mark.parametrize(
    "header",
    [
        "Title: 会谈\nDate: 18 Sept 2023\nSource: 路透社\nURL: https://a.example/1\n",
        "标题：会谈\n日期：2023年9月18日\n来源：路透社\n链接：https://a.example/1\n",
    ],
)
def test_plain_text_with_a_header(one: One, header: str) -> None:
    """Keys may be English or Chinese, with either colon."""
    article = one(f"{header}\n{ZH}", "a.txt")
    assert (article.title, article.text) == ("会谈", ZH)
    assert (article.outlet, article.published) == ("reuters", date(2023, 9, 18))
    assert article.url == "https://a.example/1"


def test_plain_text_without_a_header(one: One) -> None:
    """A short first line is the title; publisher, date and address above the text are taken."""
    article = one(f"外长访京\n\n新华社\n\n2023年9月18日\n\nhttps://a.example/1\n\n{ZH}", "a.txt")
    assert (article.title, article.outlet, article.text) == ("外长访京", "xinhua", ZH)
    assert (article.published, article.url) == (date(2023, 9, 18), "https://a.example/1")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("By Editorial", "The port opened again, the office said."), ""),
        (
            ("By Editorial Board", "Port opens again", "The port opened, the office said."),
            "Port opens again",
        ),
    ],
)
def test_a_byline_above_a_plain_text_is_no_title(
    one: One, lines: tuple[str, ...], title: str
) -> None:
    """Who wrote a text is neither its title nor its outlet."""
    article = one("\n\n".join(lines), "a.txt")
    assert (article.title, article.outlet) == (title, "unknown")
    assert "Editorial" not in article.text


def test_text_that_is_all_sentences_has_no_title(one: One) -> None:
    """A first line that ends like a sentence is body."""
    article = one(TWO, "a.txt")
    assert (article.title, article.text) == ("", TWO)


def test_a_sentence_with_a_colon_is_no_header(one: One) -> None:
    """Prose that begins 'Minister: …' keeps its first line."""
    article = one("Minister: we will talk.\n\nHe left.", "a.txt")
    assert article.text.startswith("Minister: we will talk.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一段。\n二段。", ["一段。", "二段。"]),
        ("wrapped at a\nnarrow width of\nletters", ["wrapped at a narrow width of letters"]),
        ("　　第一段很\n长。\n　　第二段。", ["第一段很长。", "第二段。"]),
    ],
)
def test_single_line_breaks_part_or_wrap(one: One, text: str, expected: list[str]) -> None:
    """Width, indents and full stops tell paragraphs from wrapped lines."""
    article = one("Title: T\n\n" + text.replace("一段。", "一" * 70 + "。"), "a.txt")
    found = [p.replace("一" * 70, "一段") for p in article.text.split("\n\n")]
    assert found == expected


DIGEST = (
    "晨报摘编\n\nReuters - Talks end in Oslo\n\nSeptember 18, 2023   2 min   357 words\n\n{zh}\n\n"
    "2023-09-18T19:22:58Z\n\n{en}\n\nValley Bugle: More talks\n\n"
    "2023年9月19日 约3分钟 500字\n\n{en}\n"
)


def test_a_digest_with_two_items(many: Many) -> None:
    """Each item gives its summary, if it has one, and the reprinted text under its own outlet."""
    found = many(DIGEST.format(zh=ZH, en=TWO), "digest.txt")
    assert [(a.outlet_name, a.kind, a.title) for a in found] == [
        ("晨报摘编", "summary", "Reuters - Talks end in Oslo"),
        ("Reuters", "news", "Talks end in Oslo"),
        ("Valley Bugle", "news", "More talks"),
    ]
    assert [a.via for a in found] == [None, "晨报摘编", "晨报摘编"]
    assert [a.day for a in found] == [date(2023, 9, 18), date(2023, 9, 18), date(2023, 9, 19)]


def test_a_digest_item_without_an_agency_belongs_to_the_page(many: Many) -> None:
    """A heading that names nobody is the page's own title."""
    text = f"晨报摘编\n\n外长会谈结束\n\nSeptember 18, 2023 2 min\n\n{ZH}\n"
    (article,) = many(text, "digest.txt")
    assert (article.outlet_name, article.title) == ("晨报摘编", "外长会谈结束")


@pytest.fixture
def many(reading: Many) -> Many:
    return reading


def test_json_lines_name_bad_lines_by_number(tmp_path: Path) -> None:
    """Good lines are read, each bad one is set aside under its true number."""
    good = {"headline": "T", "published_at": "2023-09-18", "source": {"name": "BBC"}, "body": TWO}
    lines = [
        json.dumps(good),
        "",
        "{broken",
        '"text"',
        json.dumps({"author": "no text"}),
        json.dumps(
            {"标题": "题", "正文": ["外长抵达。", ["他说话。", "他离开。"]], "x": "a\u2028b"},
            ensure_ascii=False,
        ),
        json.dumps({"title": "H", "text": "<p>One.</p><p>Two.</p>", "outlet": "Bugle"}),
    ]
    path = tmp_path / "dump.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    articles, aside = read_all([path])
    assert [a.text for a in articles] == [TWO, "外长抵达。\n\n他说话。 他离开。", "One.\n\nTwo."]
    assert [a.outlet for a in articles] == ["bbc", "unknown", "bugle"]
    assert [(s.line, s.reason) for s in aside] == [
        (3, "not JSON: Expecting property name enclosed in double quotes (column 2)"),
        (4, "not an article: expected an object with `text`"),
        (5, "no article text: expected a field `text`, `body` or `content`; it has `author`"),
    ]
    assert len(read(path)) == 3


@pytest.mark.parametrize(
    "value",
    [
        [{"title": "T", "text": TWO}],
        {"articles": [{"title": "T", "text": TWO}]},
        {"title": "T", "text": TWO},
    ],
)
def test_json_documents(one: One, value: object) -> None:
    """A list, an object that holds a list, and one object are all articles."""
    assert one(json.dumps(value), "a.json").text == TWO


def test_json_lines_under_a_json_suffix(many: Many) -> None:
    """A .json file with one object a line is read as JSON Lines."""
    line = json.dumps({"title": "T", "text": TWO})
    other = json.dumps({"title": "U", "text": "Other text."})
    assert [a.title for a in many(f"{line}\n{other}", "a.json")] == ["T", "U"]


PAGE = """<!doctype html><html lang="en"><head><title>Talks end | The Bugle</title>
<meta property="og:title" content="Talks end in Oslo">
<meta property="og:site_name" content="The Bugle">
<meta property="article:published_time" content="2023-09-18T08:30:00+02:00">
<link rel="canonical" href="https://www.bugle.example/2023/09/18/talks"></head><body>
<nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Talks end in Oslo</h1>
<figure><img src="a.jpg"><figcaption>The ministers in Oslo</figcaption></figure>
<p>The foreign ministers of two countries ended three days of talks in Oslo on Monday.
Nothing was signed.</p>
<p>They said that the talks had been frank, and
that they would meet again before the end of the year.</p>
<h2>What was said</h2>
<ul><li>Trade between the two was discussed at length.</li>
<li>The border was not discussed.</li></ul>
<table><tr><th>Day</th><th>Topic</th></tr><tr><td>Sunday</td><td>Trade</td></tr></table>
<p>Neither side wanted to say what had kept them apart, but both of them thanked the host.</p>
</article><footer>© The Bugle</footer></body></html>"""


def test_a_saved_page(one: One) -> None:
    """Menus go; title, time, outlet, paragraphs, list, table and caption come out."""
    article = one(PAGE, "page.html")
    assert article.title == "Talks end in Oslo"
    assert (article.outlet, article.outlet_name) == ("bugle", "The Bugle")
    assert article.url == "https://www.bugle.example/2023/09/18/talks"
    assert str(article.published) == "2023-09-18 08:30:00+02:00"
    assert article.part("caption") == "The ministers in Oslo"
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0].startswith("The foreign ministers of two countries")
    assert "What was said" in paragraphs
    assert "The border was not discussed." in paragraphs
    assert "Sunday | Trade" in paragraphs
    assert "World" not in article.text


def test_a_page_in_a_chinese_encoding(one: One) -> None:
    """A GB2312 page declares its charset and is read in it."""
    body = "".join(
        f"<p>外交部长第{i}天在北京会见来访的邻国总理，双方交换了意见。</p>" for i in range(6)
    )
    head = '<html><head><meta charset="gb2312"><title>会见</title></head>'
    page = f"{head}<body><div>{body}</div></body></html>"
    article = one(page.encode("gb18030"), "page.htm")
    assert len(article.paragraphs) == 6
    assert article.language == "zh-Hans"


def test_a_fragment_is_read_whole(one: One) -> None:
    """HTML without a page around it has no menus to lose."""
    article = one("<h1>会谈</h1><p>外长抵达。</p><p>他离开。</p>", "a.txt")
    assert (article.title, article.text) == ("会谈", "外长抵达。\n\n他离开。")


def test_a_page_that_nobody_can_extract_is_read_whole(one: One) -> None:
    """A page with too little prose for the extractor still gives its text."""
    assert one("<html><body><b>Short.</b></body></html>", "a.html").text == "Short."


def test_a_page_behind_a_paywall_says_so(one: One) -> None:
    """Structured data that denies free access marks a short text as incomplete."""
    page = PAGE.replace("</head>", '<script>{"isAccessibleForFree": false}</script></head>')
    assert one(page, "page.html").incomplete == "paywall"


def test_a_foreign_paragraph_has_its_own_language(one: One) -> None:
    """Languages are told per paragraph; short ones follow the article."""
    long = "外長週一抵達臺北，與總統會談後對記者說，雙方就貿易問題交換了意見。" * 3
    quote = "The two sides agreed to keep the lines of communication open in the coming weeks."
    article = one(f"---\ntitle: 题\n---\n\n{long}\n\n{quote}\n\n他離開。\n")
    assert article.language == "zh-Hant"
    assert [p.language for p in article.paragraphs] == ["zh-Hant", "en", "zh-Hant"]


def test_a_page_that_parts_paragraphs_by_breaks(one: One) -> None:
    """Old Chinese pages: no paragraph tags, a line with date and source, the editor at the end."""
    article = one(
        "<html><head><title>外长访问_某网</title></head><body><h1>外长访问邻国</h1>"
        "<div>2023年09月19日 10:22 来源：新华社</div><div>"
        "\u3000\u3000外交部长周一在北京会见来访的邻国总理，双方就贸易和边境问题交换了意见。<br><br>"
        "\u3000\u3000双方商定明年春天再次会面。<br>（责任编辑：张某）</div></body></html>",
        "a.htm",
    )
    assert article.text.split("\n\n")[1:] == ["双方商定明年春天再次会面。"]
    assert article.outlet == "xinhua"
    assert str(article.published) == "2023-09-19 10:22:00+08:00"
    assert article.part("credit") == "（责任编辑：张某）"


def test_a_time_element_dates_a_page(one: One) -> None:
    """Without metadata the first `<time>` of the article counts."""
    page = PAGE.replace("article:published_time", "x").replace(
        "</h1>", '</h1><p><time datetime="2023-09-18T10:00:00Z">Monday</time></p>'
    )
    assert str(one(page, "page.html").published) == "2023-09-18 10:00:00+00:00"


def test_an_entry_that_is_only_a_headline_is_kept(tmp_path: Path) -> None:
    """Front matter or a record with a title and no body is an article with an empty body."""
    (tmp_path / "a.md").write_text("---\ntitle: 花蓮強震\ndate: 2024-04-03\n---\n", "utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"title": "Quake hits Hualien"}), "utf-8")
    articles, aside = read_all([tmp_path])
    assert not aside
    assert [(a.title, a.text, a.language, a.notes) for a in articles] == [
        ("花蓮強震", "", "zh-Hant", ("headline only",)),
        ("Quake hits Hualien", "", "und", ("headline only",)),
    ]


@pytest.mark.parametrize("schema", ["compare.gold/1", "compare.story/2"])
def test_files_of_our_own_are_no_articles(tmp_path: Path, schema: str) -> None:
    """Labels and results that lie beside the articles are set aside, and said to be ours."""
    path = tmp_path / "labels.json"
    path.write_text(json.dumps({"schema": schema, "title": "T", "text": "Told."}), "utf-8")
    articles, aside = read_all([path])
    assert articles == []
    assert [a.reason for a in aside] == [f"a file of this program's own ({schema}), no article"]
