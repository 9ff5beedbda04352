# ruff: noqa: E501, ISC004 - a line of a page or text is shown as one
"""A page laid out with tables: cells of text are whole, menu cells stay out, data tables stay rows
(reference: trafilatura#890).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.saved import article, paragraphs

_HEAD = "<html><head><meta charset='utf-8'><title>{0}</title></head><body>"

SIBLINGS = [
    (
        "old page with a menu cell and line breaks",
        _HEAD.format("Mill closes after a century")
        + "<table width=760><tr><td width=140 bgcolor=#ccc><a href=/>Front</a><br><a href=/l>Local"
        "</a><br><a href=/s>Sport</a></td><td><font size=5><b>Mill closes after a century</b></font>"
        "<br><br>RIVERTON, 11 June 2023 - The last <b>paper mill</b> on the Orme closed on Sunday "
        "after <i>103 years</i>, its owner said.<br><br>All 86 workers had been told in <u>March</u>,"
        " and half have found other work, union leader Peter Gant said.<br><br>The site will be "
        "sold.</td></tr></table></body></html>",
        ["The last paper mill on the Orme closed on Sunday after 103 years, its owner said.",
         "All 86 workers had been told in March", "The site will be sold."],
        ["Sport", "Front"],
        "2023-06-11",
    ),
    (
        "nested tables",
        _HEAD.format("Ferry runs aground")
        + "<table><tr><td colspan=2><table><tr><td><a href=/>Home</a></td><td><a href=/w>World</a>"
        "</td><td><a href=/m>Money</a></td></tr></table></td></tr><tr><td valign=top><table><tr><td>"
        "<h2>Ferry runs aground</h2><p>A ferry with 212 people on board ran aground off <a href=/i>"
        "Skarn Island</a> early on Friday, the coast guard said.<p>Nobody was hurt, and "
        "<em>all passengers</em> were taken off by noon, according to the operator.</td></tr></table>"
        "</td><td class=right><b>Most read</b><br><a href=1>Rain again</a><br><a href=2>Cup draw</a>"
        "</td></tr><tr><td>Copyright 2022 Skarn Herald. All rights reserved.</td></tr></table>",
        ["A ferry with 212 people on board ran aground off Skarn Island early on Friday, the coast "
         "guard said.", "Nobody was hurt, and all passengers were taken off by noon"],
        ["World", "Cup draw", "Copyright", "Most read"],
        None,
    ),
    (
        "Chinese page with a menu row",
        _HEAD.format("青石镇新桥通车")
        + "<table><tr><td><a href=/>首页</a> | <a href=/n>新闻</a> | <a href=/z>专题</a></td></tr>"
        "<tr><td align=center><b>青石镇新桥通车</b></td></tr><tr><td align=center>2021年08月03日09:15"
        "　来源：青石日报</td></tr><tr><td>　　青石镇新桥<b>二日</b>上午通车，全长四百一十米，总投资一点二亿元。"
        "<br>　　镇长高远在通车仪式上说，新桥将使两岸往来时间缩短<i>一半</i>。<br>　　旧桥将于年底前拆除。"
        "</td></tr><tr><td>版权所有 青石日报社 联系电话：0000-1234567</td></tr></table>",
        ["青石镇新桥二日上午通车，全长四百一十米，总投资一点二亿元。",
         "镇长高远在通车仪式上说，新桥将使两岸往来时间缩短一半。", "旧桥将于年底前拆除。"],
        ["首页", "版权所有", "09:15"],
        "2021-08-03T09:15",
    ),
    (
        "a table of figures in the text",
        _HEAD.format("Budget passes")
        + "<div id=main><h1>Budget passes</h1><p>The council passed the budget on Tuesday by nine "
        "votes to six, after a debate of four hours.</p><table><tr><th>Area</th><th>2023</th>"
        "<th>2024</th></tr><tr><td>Roads</td><td>4.1</td><td>3.8</td></tr><tr><td>Schools</td>"
        "<td>7.0</td><td>7.9</td></tr></table><p>Roads lose a tenth, treasurer Ida Noor said, and "
        "schools gain as much again.</p></div></body></html>",
        ["Area | 2023 | 2024", "Roads | 4.1 | 3.8", "Roads lose a tenth, treasurer Ida Noor said"],
        [],
        None,
    ),
    (
        "an aside beside the text and unclosed cells",
        _HEAD.format("Well runs dry")
        + "<table><tr><td><ul><li><a href=a>News</a><li><a href=b>Farms</a></ul><td><h1>Well runs "
        "dry</h1><p>The well that has fed <b>Low Barton</b> since 1911 ran dry on Wednesday, "
        "the water board said.<p>Tankers bring <b>40,000 litres</b> a day, and <i>a new bore</i> "
        "should be ready by June, engineer Ruth Abel said.<tr><td colspan=2><a href=c>Contact</a> "
        "<a href=d>Privacy</a></table>",
        ["The well that has fed Low Barton since 1911 ran dry on Wednesday, the water board said.",
         "Tankers bring 40,000 litres a day, and a new bore should be ready by June, engineer Ruth "
         "Abel said."],
        ["Farms", "Privacy"],
        None,
    ),
    (
        "French mail",
        _HEAD.format("Le pont fermé")
        + "<table role=presentation><tr><td>Voir en ligne</td></tr><tr><td><h1>Le pont fermé</h1>"
        "</td></tr><tr><td><p>Le pont de Belle-Rive est fermé depuis <b>lundi</b>, a annoncé la mairie"
        " dans un communiqué.</p><p>Les travaux dureront <i>six semaines</i>, selon l'adjoint aux "
        "transports, et coûteront deux millions d'euros.</p></td></tr><tr><td>Se désabonner</td></tr>"
        "</table></body></html>",
        ["Le pont de Belle-Rive est fermé depuis lundi, a annoncé la mairie",
         "Les travaux dureront six semaines, selon l'adjoint aux transports"],
        ["désabonner", "Voir en ligne"],
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "page", "right", "junk", "day"), SIBLINGS, ids=[s[0] for s in SIBLINGS]
)
def test_cells_of_a_layout_table_are_text(
    tmp_path: Path, name: str, page: str, right: list[str], junk: list[str], day: str | None
) -> None:
    """Paragraphs in a cell are whole, other cells stay out, the dateline gives the day."""
    got = article(tmp_path, page)
    found = paragraphs(got)
    for words in right:
        assert any(words in p for p in found), (name, words, found)
    for words in junk:
        assert words not in got.text, (name, words, found)
    assert got.title not in found
    if day:
        assert got.published is not None
        assert got.published.isoformat().startswith(day), (name, got.published)
