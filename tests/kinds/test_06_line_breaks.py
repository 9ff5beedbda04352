# ruff: noqa: E501, ISC004 - a line of a page or text is shown as one
"""A short page whose paragraphs are parted by double line breaks has no menu, title or date line in
its body, and keeps its time (references: trafilatura#626, newspaper#233).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.saved import article, paragraphs

SIBLINGS = [
    (
        "Chinese notice, big5",
        "<html><head><meta charset=big5><title>公告-港務網</title></head><body><div class=menu>首頁 | "
        "公告 | 聯絡我們</div><div class=box><h2>東澳碼頭停航公告</h2><span class=time>2023-09-01 07:40"
        "</span><br><br>東澳碼頭今日起停航三天。<br><br>港務主任何美珍表示，船隻須待風勢減弱才會復航。<br><br>"
        "特此公告。</div><div class=bottom>版權所有 港務網</div></body></html>",
        "big5",
        ["東澳碼頭今日起停航三天。", "港務主任何美珍表示，船隻須待風勢減弱才會復航。", "特此公告。"],
        ["首頁", "停航公告", "07:40", "版權"],
        "2023-09-01T07:40",
    ),
    (
        "English notice in one cell",
        "<html><head><title>Water notice | Orme Valley Water</title></head><body><ul><li><a href=/>"
        "Home</a></li><li><a href=/n>Notices</a></li></ul><div><h1>Water notice</h1>Posted: 3 May 2024"
        " 09:05<br><br>The tap water in Low Barton is safe again.<br><br>Residents need not boil it, "
        "director Hal Orr said.<br><br>Call us with questions.</div><p>&copy; 2024 Orme Valley Water"
        "</p></body></html>",
        "utf-8",
        ["The tap water in Low Barton is safe again.", "Residents need not boil it, director"],
        ["Notices", "Water notice", "Posted", "2024"],
        "2024-05-03T09:05",
    ),
    (
        "Chinese, no classes at all",
        "<html><head><meta charset=gb2312><title>白鹭乡小学复课</title></head><body>首页 &gt; 教育 &gt; 正文"
        "<br><br><center><b>白鹭乡小学复课</b></center><br>2022年11月7日 15:20<br><br>"
        "白鹭乡小学七日复课。<br><br>校长陶然说，全校二百一十名学生全部返校。<br><br>食堂周三开放。"
        "</body></html>",
        "gb2312",
        ["白鹭乡小学七日复课。", "校长陶然说，全校二百一十名学生全部返校。", "食堂周三开放。"],
        ["首页", "正文", "15:20"],
        "2022-11-07T15:20",
    ),
    (
        "German notice",
        "<html><head><meta charset=utf-8><title>Mitteilung - Stadtwerke Oberau</title></head><body>"
        "<div id=navigation>Start | Strom | Kontakt</div><div id=inhalt><h1>Stromausfall in Oberau"
        "</h1><p class=datum>12.03.2024, 06:50 Uhr</p>In Oberau ist am Dienstag der Strom ausgefallen."
        "<br><br>Rund 900 Haushalte seien betroffen, sagte Leiterin Ute Kern.<br><br>Die Ursache ist "
        "unklar.</div><div id=footer>Impressum | Datenschutz</div></body></html>",
        "utf-8",
        ["In Oberau ist am Dienstag der Strom ausgefallen.", "Rund 900 Haushalte seien betroffen"],
        ["Kontakt", "Stromausfall", "06:50", "Impressum"],
        "2024-03-12T06:50",
    ),
    (
        "spaces and ideographic indents between breaks",
        "<html><head><meta charset=utf-8><title>快讯</title></head><body><div id=top>登录 注册</div>"
        "<div class=article-title>云岭高速恢复通行</div><div class=info>发布时间：2024-01-22 21:10　来源："
        "云岭交通</div><div class=txt>　　云岭高速22日晚恢复通行。<br/> <br/>　　交警队长罗成说，积雪已经清除。"
        "<br/>\n&nbsp;<br/>　　请司机减速慢行。</div><div>上一篇：没有了</div></body></html>",
        "utf-8",
        ["云岭高速22日晚恢复通行。", "交警队长罗成说，积雪已经清除。", "请司机减速慢行。"],
        ["登录", "恢复通行云岭", "21:10", "上一篇", "来源"],
        "2024-01-22T21:10",
    ),
    (
        "one break inside a sentence and two between paragraphs",
        "<html><head><title>Ridge Fire update</title></head><body><div id=nav>Home / Fires</div>"
        "<div id=text><h1>Ridge Fire update</h1><small>2023-08-19 20:15</small><p>The fire on Ridge"
        "<br>was held on Saturday night.<br><br>Chief Lena Ortiz said forty crews<br>stay overnight."
        "</p></div></body></html>",
        "utf-8",
        ["The fire on Ridge was held on Saturday night.", "Chief Lena Ortiz said forty crews stay"],
        ["Fires", "update", "20:15"],
        "2023-08-19T20:15",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "page", "encoding", "right", "junk", "when"), SIBLINGS, ids=[s[0] for s in SIBLINGS]
)
def test_short_pages_of_line_breaks(
    tmp_path: Path,
    name: str,
    page: str,
    encoding: str,
    right: list[str],
    junk: list[str],
    when: str,
) -> None:
    """Double breaks part paragraphs; menu, title, date line and foot are no text; the time is kept."""
    got = article(tmp_path, page.encode(encoding))
    found = paragraphs(got)
    for start in right:
        assert any(p.startswith(start) for p in found), (name, start, found)
    for words in junk:
        assert words not in got.text, (name, words, found)
    assert got.title not in found, (name, got.title)
    assert got.published is not None
    assert got.published.isoformat().startswith(when), (name, got.published)
