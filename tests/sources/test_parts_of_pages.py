"""What is body and what is a part: datelines, credits, captions, sharing, notices of a paywall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Article
from compare.options import Options
from compare.sources import notices
from compare.sources.drafts import Block
from compare.sources.headers import split_dateline
from compare.sources.lines import squeeze
from compare.sources.notices import judge
from compare.sources.sorting import sort

One = Callable[..., Article]


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        (
            "【某时报2023年09月19日讯】（某时报记者林某报导）周一",
            "【某时报2023年09月19日讯】（某时报记者林某报导）",
        ),
        ("（某通社记者王某台北19日电）外交部今天", "（某通社记者王某台北19日电）"),
        ("北京9月18日电 外交部", "北京9月18日电"),
        ("某华社北京9月18日电（记者张某、李某）外长18日", "某华社北京9月18日电（记者张某、李某）"),
        ("〔记者张某／台北报导〕总统府", "〔记者张某／台北报导〕"),
        ("（华盛顿综合电）美国", "（华盛顿综合电）"),
        ("某网台北十九日电 台湾", "某网台北十九日电"),
        ("LONDON, Sept 18 (Agency) - Ministers", "LONDON, Sept 18 (Agency) -"),
        ("OSLO (AB) — The", "OSLO (AB) —"),
        ("BEIJING, Sept. 18 (Agency) -- Foreign", "BEIJING, Sept. 18 (Agency) --"),
        ("Bonn (abc) - Der", "Bonn (abc) -"),
        ("Lille, 18 Sept (ABC) – Le", "Lille, 18 Sept (ABC) –"),
        ("OMSK, September 18. /ABCD/. Russian", "OMSK, September 18. /ABCD/."),
        ("OTTAWA, Canada — Prime", "OTTAWA, Canada —"),
    ],
)
def test_datelines_are_cut_off(paragraph: str, dateline: str) -> None:
    """The shapes of agencies in several countries are known, the rest of the paragraph is whole."""
    head, rest = split_dateline(paragraph)
    assert head == dateline
    assert paragraph.endswith(rest)
    assert rest


@pytest.mark.parametrize(
    "paragraph",
    [
        "据某华社9月18日报道，美国",
        "总统9月18日电话会谈后说",
        "部长9月18日电视讲话说",
        "（部长）强调",
        "（记者按）本文有删节。",
        "【社论】两国关系",
        "PACT — the alliance — said",
        "Jane Roe (D-Ohio) - who voted no",
        "President Jane Roe - who spoke later",
    ],
)
def test_prose_is_no_dateline(paragraph: str) -> None:
    """A sentence that begins somewhat like a dateline is left alone."""
    assert split_dateline(paragraph) == ("", paragraph)


@pytest.mark.parametrize(
    ("text", "anywhere", "early", "late"),
    [
        ("责任编辑：李某#", "credit", "credit", "credit"),
        ("编辑：张某", None, None, "credit"),
        ("（编辑：张某）1120918", None, None, "credit"),
        ("Reporting by Jane Roe in Oslo; Editing by John Doe", None, None, "credit"),
        ("Agency writer Jane Roe contributed to this report.", None, None, "credit"),
        ("© 2023 Agency. All rights reserved.", None, None, "credit"),
        ("By Jane Roe and John Doe, Staff Writers", None, "byline", None),
        ("文／李某", None, "byline", None),
        ("来源：某报", None, "credit", "credit"),
        ("分享到：微信 微博", "share", "share", "share"),
        ("Share on Facebook Twitter", "share", "share", "share"),
        ("Sign up here for our daily briefing.", None, "newsletter", "newsletter"),
        ("（某社图片）", "credit", "credit", "credit"),
        ("Photo: Jane Roe/Agency", "credit", "credit", "credit"),
        ("延伸阅读：两国外长会晤", "other", "other", "other"),
    ],
)
def test_lines_about_the_text_are_recognised(
    text: str, anywhere: str | None, early: str | None, late: str | None
) -> None:
    """Weak marks count only before or after the prose, strong ones everywhere."""
    assert notices.kind_of(text, Options(), early=False, late=False) == anywhere
    assert notices.kind_of(text, Options(), early=True, late=False) == early
    assert notices.kind_of(text, Options(), early=False, late=True) == late


@pytest.mark.parametrize(
    "text",
    [
        "分享经济是一种新的商业模式。",
        "热门话题是经济。",
        "相关报道已经在网上流传，官方否认。",
        "他被任命为责任编辑。",
        "编辑部认为，这很重要。",
        "图为重要。",
        "下载应用的人数增加了。",
        "记者：您怎么看两国关系的未来？",
        "By the time he left, all was over.",
        "He contributed to this nation's history by serving in Congress.",
        "Subscribers rose by a tenth, the company said.",
        "y" * 400,
    ],
)
def test_sentences_stay_in_the_body(text: str) -> None:
    """Sentences that contain the words of notices are no notices, wherever they stand."""
    assert notices.kind_of(text, Options(), early=True, late=True) is None


def test_an_interview_keeps_its_speakers(one: One) -> None:
    """Questions by 记者 stay in the body even when they are short and last."""
    article = one(
        "---\ntitle: 专访\n---\n\n记者：您怎么看？\n\n部长：很好。\n\n记者：谢谢\n", "talk.md"
    )
    assert article.text == "记者：您怎么看？\n\n部长：很好。\n\n记者：谢谢"


def test_a_credit_at_the_end_of_the_last_sentence_is_cut_off(one: One) -> None:
    """The bracket with the editor leaves the last paragraph and becomes a credit."""
    article = one("---\ntitle: 题\n---\n\n部长周一到访。\n\n他周二离开。（编辑：张某）1120918\n")
    assert article.text.endswith("他周二离开。")
    assert article.part("credit") == "（编辑：张某）1120918"


def test_a_dateline_alone_on_its_line_leaves_no_empty_paragraph(one: One) -> None:
    """A dateline with nothing behind it goes, and the next paragraph is the first."""
    article = one("---\ntitle: 题\n---\n\n某网北京9月18日电 （记者某某）\n\n部长周一到访。\n")
    assert article.text == "部长周一到访。"
    assert article.part("dateline") == "某网北京9月18日电 （记者某某）"


def test_a_live_blog_keeps_its_times_and_day_heads(one: One) -> None:
    """Times and dates between entries are part of the text."""
    lines = ("The count has begun.", "19:55", "First results.", "September 19, 2023", "It is over.")
    body = "\n\n".join(lines)
    article = one(f"---\ntitle: Live\n---\n\n{body}\n")
    assert article.text == body


def _body(*texts: str) -> list[Block]:
    return [Block(text) for text in texts]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("A whole text.", "It ends here."), (None, 0)),
        (("A text.", "Subscribe to continue reading"), ("paywall", 1)),
        (("部长到访。", "剩余80％的内容，订阅后可阅读全文"), ("paywall", 1)),
        (("部长到访。", "本文为付费内容"), ("paywall", 1)),
        (("部长到访。", "点击阅读全文"), ("truncated", 1)),
        (("A text.", "Read the full article"), ("truncated", 1)),
        (("A text.", "The minister then […]"), ("truncated", 0)),
        (("A text.", "The minister then …"), ("truncated", 0)),
        (("A text.", "He said so. [+1234 chars]"), ("truncated", 0)),
        (
            ("One ends.", "Two ends.", "Three.", "The minister then said"),
            ("truncated", 0),
        ),
        (("一句。", "二句。", "三句。", "部长随后在记者会上表示两国"), ("truncated", 0)),
        (("部长到访。", "双方就贸易和边境问题交换了意见并"), ("truncated", 0)),
        (("A text without end", "Another one as well", "And a third of them"), (None, 0)),
        (("The paywall made readers subscribe to read the paper. " * 6, "It ends."), (None, 0)),
        (("Subscribe to continue reading",), ("paywall", 0)),
        ((), (None, 0)),
    ],
)
def test_a_cut_text_is_noticed(texts: tuple[str, ...], expected: tuple[str | None, int]) -> None:
    """Notices at the end, final ellipses and half sentences say that text is missing."""
    assert judge(_body(*texts), Options()) == expected


def test_a_list_at_the_end_is_not_a_cut_text() -> None:
    """Items and rows need no full stop."""
    body = [
        *_body("One ends.", "Two ends.", "Three ends."),
        Block("a list item here", shape="item"),
    ]
    assert judge(body, Options()) == (None, 0)


def test_the_paywall_notice_becomes_a_part(one: One) -> None:
    """The notice leaves the body, and the article says why it is incomplete."""
    article = one("---\ntitle: T\n---\n\nThe minister came.\n\nSubscribe to continue reading.\n")
    assert (article.text, article.incomplete) == ("The minister came.", "paywall")
    assert article.part("other") == "Subscribe to continue reading."


def test_a_title_repeated_above_the_text_is_not_body(one: One) -> None:
    """A heading that says the title again, whatever its spaces, is the title and nothing else."""
    article = one("---\ntitle: Talks  end\n---\n\n# Talks end\n\nThe minister came.\n")
    assert (article.title, article.text) == ("Talks end", "The minister came.")


_LINE = st.sampled_from(
    [
        "外长周一抵达北京。",
        "He said so on Monday.",
        "责任编辑：李某",
        "分享 :",
        "19/09/2023 - 19:55",
        "【某报2023年09月19日讯】外长说话。",
        "他离开。（编辑：张某）",
        "阅读全文",
        "By Jane Roe",
        "（某社图片）",
        "Subscribe to continue reading",
        "记者：谢谢",
        "LONDON, Sept 18 (Agency) - Ministers met.",
    ]
)


@settings(deadline=None)  # the first call loads a library
@given(st.lists(_LINE, min_size=1, max_size=8))
def test_no_block_is_lost(lines: list[str]) -> None:
    """Whatever the order of lines, every character is in the body or in a part, exactly once."""
    found = sort([Block(line) for line in lines], "", Options())
    kept = "".join(b.text for b in found.body) + "".join(text for _, text in found.parts)
    assert Counter(squeeze(kept)) == Counter(squeeze("".join(lines)))
