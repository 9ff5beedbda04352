"""News, official texts, summaries, opinion, interviews and live blogs are told apart, and what an
opinion piece does not mention is excused by its kind.

Public reference: schema.org (OpinionNewsArticle, LiveBlogPosting), and real sections of outlets.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import compare
from compare.claims.reasons import with_reasons
from compare.cli.commands import program
from compare.options import Options
from compare.sources import read_all
from tests.made import article, carried, missing, source

ONE = "The council of Tarn voted on Monday to close the old harbour, by nine votes to four."
TWO = "The harbour served forty boats, and most of them will move to Eskby in the spring."
ZH_ONE = "塔恩市议会周一以九票对四票决定关闭旧港口。"
ZH_TWO = "旧港口停泊着四十艘渔船，多数将在春季迁往埃斯比。"

# kind, fields of a record
RECORDS: list[tuple[str, dict[str, object]]] = [
    ("opinion", {"url": "https://amber.example/opinion/2024/05/tarn"}),
    ("opinion", {"url": "https://amber.example/commentisfree/2024/may/06/tarn"}),
    ("opinion", {"url": "https://amber.example/news/editorials/tarn"}),
    ("opinion", {"url": "https://opinion.amber.example/c/2024/tarn.html"}),
    ("opinion", {"title": "Opinion: Tarn loses its soul"}),
    ("opinion", {"title": "Tarn loses its soul | Opinion"}),
    ("opinion", {"title": "Op-Ed: Who needs a harbour?"}),
    ("opinion", {"title": "Editorial: a harbour is not a car park"}),
    ("opinion", {"title": "社评：旧港口不该关"}),
    ("opinion", {"title": "社論：舊港口不該關"}),
    ("opinion", {"title": "【评论】旧港口的明天"}),
    ("opinion", {"title": "观点｜旧港口的明天"}),
    ("opinion", {"title": "旧港口的明天——时评"}),
    ("opinion", {"section": "Opinion"}),
    ("opinion", {"category": ["Comment", "Local"]}),
    ("opinion", {"栏目": "评论"}),
    ("opinion", {"@type": "OpinionNewsArticle"}),
    ("opinion", {"kind": "opinion"}),
    ("opinion", {"type": "editorial"}),
    ("interview", {"title": "Interview: the last harbour master of Tarn"}),
    ("interview", {"title": "专访｜塔恩最后一位港务长"}),
    ("interview", {"title": "專訪：塔恩最後一位港務長"}),
    ("interview", {"url": "https://amber.example/interviews/harbour-master"}),
    ("interview", {"title": "Q&A: the harbour master"}),
    ("live_blog", {"url": "https://amber.example/news/live/2024/may/06/tarn-harbour"}),
    ("live_blog", {"title": "Live updates: council votes on harbour"}),
    ("live_blog", {"title": "Tarn council votes on harbour – live"}),
    ("live_blog", {"title": "直播：塔恩市议会表决"}),
    ("live_blog", {"@type": "LiveBlogPosting"}),
    ("readout", {"title": "Statement on the closure of the harbour"}),
    ("readout", {"title": "Statement: the harbour will close"}),
    ("news", {"title": "Statement of intent: Tarn buys three boats"}),
    ("readout", {"title": "Joint Statement on the Harbour of Tarn"}),
    ("readout", {"outlet": "White House"}),
    ("summary", {"kind": "summary"}),
    # controls
    ("news", {}),
    ("news", {"title": "Opinion polls: Tarn council falls behind"}),
    ("news", {"title": "Public opinion divided over harbour"}),
    ("news", {"title": "Editorial board of the Amber Post resigns"}),
    ("news", {"title": "Police live in fear near old harbour"}),
    ("news", {"title": "评论员张东去世"}),
    ("news", {"title": "外交部发言人就评论答记者问"}),
    ("news", {"title": "Mayor cancels interview after harbour vote"}),
    ("news", {"title": "直播平台被罚五十万元"}),
    ("news", {"title": "How fishermen live: Tarn after the harbour"}),
    ("news", {"url": "https://amber.example/news/opinion-polls-fall"}),
    ("news", {"url": "https://amber.example/lifestyle/living/tarn"}),
    ("news", {"section": "Politics"}),
    ("news", {"type": "article"}),
    ("news", {"@type": "NewsArticle"}),
]


@pytest.mark.parametrize(("kind", "fields"), RECORDS, ids=str)
def test_fields_and_addresses_tell_the_kind(
    tmp_path: Path, kind: str, fields: dict[str, object]
) -> None:
    """A label of the headline, a section, a part of the address or a type of schema.org."""
    chinese = any(c > "\u2e80" for c in json.dumps(fields, ensure_ascii=False))
    body = f"{ZH_ONE}\n\n{ZH_TWO}" if chinese else f"{ONE}\n\n{TWO}"
    record = {"title": "Tarn closes harbour", "outlet": "Amber Post", "text": body} | fields
    (tmp_path / "a.json").write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    (one,) = compare.read(tmp_path / "a.json")
    assert one.kind == kind


PAGE = """<!doctype html><html><head><title>{title}</title>{head}</head><body><article>
<h1>{title}</h1>{body}</article></body></html>"""
PROSE = "".join(f"<p>{line}</p>" for line in (ONE, TWO) * 3)
TALK = "".join(
    f"<p>{line}</p>"
    for line in (
        "The harbour master of Tarn leaves her office this summer.",
        "Q: Why does the harbour close?",
        "A: Because the quay is sinking, and nobody wants to pay for a new one.",
        "Q: Where will the boats go?",
        "A: Most of them go to Eskby, which has room for sixty.",
        "Q: And you?",
        "A: I shall stay in Tarn and look at the sea.",
    )
)
LIVE = "".join(
    f"<p>{clock}</p><p>{line}</p>"
    for clock, line in (
        ("18:42 GMT", "The vote is over: nine councillors are for closing, four against."),
        ("18:20 GMT", "The mayor speaks for the second time and asks for calm in the hall."),
        ("17:55 GMT", "Some sixty people wait outside the town hall of Tarn with banners."),
        ("17:30 GMT", "Good evening from Tarn, where the council meets about the harbour."),
    )
)
PAGES = [
    (
        "opinion",
        "Tarn closes harbour",
        '<meta property="article:section" content="Opinion">',
        PROSE,
    ),
    (
        "opinion",
        "Tarn closes harbour",
        '<script type="application/ld+json">{"@type": "OpinionNewsArticle"}</script>',
        PROSE,
    ),
    (
        "opinion",
        "Tarn closes harbour",
        '<link rel="canonical" href="https://amber.example/opinions/tarn">',
        PROSE,
    ),
    ("opinion", "Tarn", "", PROSE + "<p>The views expressed here are the author’s own.</p>"),
    ("interview", "The last harbour master", "", TALK),
    ("live_blog", "Tarn votes on harbour", "", LIVE),
    (
        "live_blog",
        "Tarn votes on harbour",
        '<script type="application/ld+json">{"@type":["LiveBlogPosting"]}</script>',
        PROSE,
    ),
    ("news", "Tarn closes harbour", '<meta property="article:section" content="Local">', PROSE),
    (
        "news",
        "Tarn closes harbour",
        '<script type="application/ld+json">{"@type": "NewsArticle"}</script>',
        PROSE,
    ),
    ("news", "Tarn closes harbour", "", PROSE + '<a href="/opinion/">Opinion</a>'),
]


@pytest.mark.parametrize(("kind", "title", "head", "body"), PAGES, ids=range(len(PAGES)))
def test_pages_tell_their_kind(tmp_path: Path, kind: str, title: str, head: str, body: str) -> None:
    """By the section, the type or the canonical address of a page, and by the form of its text."""
    (tmp_path / "a.html").write_text(PAGE.format(title=title, head=head, body=body), "utf-8")
    (one,) = compare.read(tmp_path / "a.html")
    assert one.kind == kind


TEXTS = [
    ("opinion", f"旧港口的明天\n\n{ZH_ONE}\n\n{ZH_TWO}\n\n（本文仅代表作者个人观点）\n"),
    (
        "opinion",
        f"舊港口的明天\n\n{ZH_ONE}\n\n{ZH_TWO}\n\n（作者為塔恩大學教授，文章僅代表個人立場）\n",
    ),
    (
        "interview",
        (
            "港务长谈旧港口\n\n记者：港口为什么关闭？\n\n港务长：码头在下沉，没有人愿意出钱重修。\n\n"
            "记者：渔船去哪里？\n\n港务长：多数去埃斯比，那里能停六十艘。\n"
        ),
    ),
    (
        "live_blog",
        (
            "塔恩表决旧港口\n\n18:42 表决结束，九票赞成，四票反对。\n\n"
            "18:20 市长第二次发言，请大家冷静。\n\n"
            "17:55 约六十人在市政厅外等候。\n\n17:30 塔恩市议会今晚讨论旧港口。\n"
        ),
    ),
    ("news", f"塔恩关闭旧港口\n\n{ZH_ONE}\n\n{ZH_TWO}\n"),
    ("news", f"Tarn closes harbour\n\n{ONE}\n\n{TWO} “Why now?” a fisherman asked.\n"),
]


@pytest.mark.parametrize(("kind", "text"), TEXTS, ids=range(len(TEXTS)))
def test_plain_texts_tell_their_kind(tmp_path: Path, kind: str, text: str) -> None:
    """By a notice at the end, by questions and answers, and by entries under times of the day."""
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (one,) = compare.read(tmp_path / "a.txt")
    assert one.kind == kind


def test_the_silence_of_an_opinion_piece_is_excused() -> None:
    """The reason stands beside the others; a news article without the claim has none."""
    long = "The bridge fell on Wednesday and the river was closed to ships. " * 10
    for kind, expected in (
        ("opinion", ("opinion",)),
        ("news", ()),
        ("interview", ()),
        ("live_blog", ()),
    ):
        silent, teller = article("a", long, kind=kind), article("b", long)
        found = with_reasons(
            {"a": missing(), "b": carried(teller, long[:20])},
            [source(silent), source(teller)],
            "outlet",
            Options(),
        )
        assert found["a"].reasons == expected


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("opinion piece", "opinion")),
        ("zh-Hans", ("评论", "评论")),
        ("zh-Hant", ("評論", "評論")),
    ],
)
def test_reports_know_the_words(tmp_path: Path, language: str, words: tuple[str, str]) -> None:
    """A story with an opinion piece says what it is, and why it is silent, in each language."""
    said = {
        "a.txt": f"title: Tarn closes harbour\noutlet: Amber Post\ndate: 2024-05-06\n\n"
        f"{ONE} {TWO}\n",
        "b.txt": "title: Opinion: Tarn closes its harbour\noutlet: Birch Gazette\n"
        "date: 2024-05-06\n\nThe council of Tarn voted to close the old harbour, by nine votes to "
        "four. It is a shame. A town without boats is a town without a memory, and I shall miss "
        "the smell of tar in the morning more than any car park.\n",
    }
    for name, text in said.items():
        (tmp_path / name).write_text(text, "utf-8")
    articles, _ = read_all([tmp_path])
    (story,) = compare.group(articles)
    answer = CliRunner().invoke(
        program, ["story", story.slug, str(tmp_path), "--lang", language, "--format", "markdown"]
    )
    assert all(word in answer.stdout for word in words)
    answer = CliRunner().invoke(program, ["story", story.slug, str(tmp_path), "--format", "json"])
    found = json.loads(answer.stdout)
    assert {s["id"]: s["kind"] for s in found["sources"]}["birch-gazette"] == "opinion"
    cells = [c["cells"]["birch-gazette"] for c in found["claims"]]
    assert any("opinion" in cell["reasons"] for cell in cells)
