"""A date that stands alone on a line, behind a label in the text, in a dateline or in an address is
read as the date of publication (real articles).
"""

# ruff: noqa: E501 - sample texts stand on one line, as in a file
from __future__ import annotations

import json
from pathlib import Path

import pytest

import compare
from tests.kinds.written import EN, ZH, stamp, whole

SIBLINGS = [
    (f"大桥限行引发拥堵\n本报讯\n2022-09-03 07:41:55\n\n{ZH}", "2022-09-03T07:41:55"),
    (f"大桥限行引发拥堵\n何敏\n2022-09-03 07:41\n12\n\n{ZH}", "2022-09-03T07:41"),
    (f"大桥限行引发拥堵\n2022年9月3日 07:41\n\n{ZH}", "2022-09-03T07:41"),
    (
        f"標題：大橋限行\n媒體：中央社\n\n記者何敏／臨港報導\n發布時間：2022/09/03 07:41\n\n{ZH}",
        "2022-09-03T07:41",
    ),
    (
        f"標題：大橋限行\n媒體：中央社\n\n更新時間：2022/09/03 09:00\n發佈時間：2022/09/03 07:41\n{ZH}",
        "2022-09-03T07:41",
    ),
    (
        f"大桥限行引发拥堵\n\n2022年09月03日 07:41 来源：临港日报 编辑：何敏\n\n{ZH}",
        "2022-09-03T07:41",
    ),
    (f"大桥限行引发拥堵\n\n何敏 2022-09-03 07:41\n\n{ZH}", "2022-09-03T07:41"),
    (
        f"Bridge closed to lorries\nBy Anna Holt\nPublished: 3 September 2022, 7.41am\n\n{EN}",
        "2022-09-03T07:41",
    ),
    (
        f"Bridge closed to lorries\n\nAnna Holt | September 3, 2022 7:41 AM\n\n{EN}",
        "2022-09-03T07:41",
    ),
    (f"Bridge closed to lorries\n\n3 September 2022\n\n{EN}", "2022-09-03"),
    (
        (
            f"Title: Bridge closed\nSource: BBC\n\nLast updated: 4 September 2022 10:00\n"
            f"First published: 3 September 2022 07:41\n\n{EN}"
        ),
        "2022-09-03T07:41",
    ),
    (f"标题：大桥限行\n来源：新华社\n\n新华社临港2022年9月3日电（记者何敏）{ZH}", "2022-09-03"),
    (
        f"标题：大桥限行\n来源：中新社\n\n中新社临港9月3日电 {ZH}\n\n二〇二二年九月三日",
        "2022-09-03",
    ),
    (
        f"Title: Bridge closed\nURL: https://news.korvald.example/c/20220903/1187.html\n\n{EN}",
        "2022-09-03",
    ),
    (
        f"Title: Bridge closed\nURL: https://news.korvald.example/a?d=20220903&id=7\n\n{EN}",
        "2022-09-03",
    ),
    (
        f"Title: Bridge closed\nURL: https://news.korvald.example/t20220903_118723.htm\n\n{EN}",
        "2022-09-03",
    ),
]
# no date of publication stands here
CONTROLS = [
    f"Title: Bridge closed\nSource: BBC\n\n{EN}\n\nThe bridge was opened on 3 September 1998.",
    f"标题：大桥限行\n来源：新华社\n\n{ZH}\n\n大桥于2012年9月3日建成通车。",
    f"Title: Bridge closed\nURL: https://news.korvald.example/a/20229903.html\n\n{EN}",
    f"标题：大桥限行\n来源：新华社\n\n新华社临港9月3日电 {ZH}",
]
RECORDS = [
    {"date_publish": "2022-09-03 07:41:55"},
    {"datePublished": "2022-09-03T07:41:55+00:00"},
    {"publishing_date": "2022-09-03 07:41:55+00:00"},
    {"publishedAt": "2022-09-03T07:41:55Z"},
    {"date_publish": None, "date_modify": "2022-09-05 01:00:00", "date_download": "2022-10-01"},
    {"dateTimePub": "2022-09-03T07:41:55Z", "dateTime": "2022-09-03T08:00:00Z"},
    {"publish_date": {"$date": "2022-09-03T07:41:55Z"}},
    {"published_parsed": [2022, 9, 3, 7, 41, 55, 5, 246, 0]},
]


@pytest.mark.parametrize(("text", "time"), SIBLINGS)
def test_a_date_about_the_text_is_read(tmp_path: Path, text: str, time: str) -> None:
    """The date is that of publication, and its line is none of the body's."""
    article = whole(tmp_path, text)
    assert (stamp(article) or "").startswith(time)
    assert "07:41" not in article.text
    assert "7.41am" not in article.text


@pytest.mark.parametrize("text", CONTROLS)
def test_a_date_of_the_story_is_none_of_publication(tmp_path: Path, text: str) -> None:
    """A day that the text tells of, digits that are no day, or a day without a year count not."""
    assert stamp(whole(tmp_path, text)) is None


@pytest.mark.parametrize("fields", RECORDS)
def test_fields_of_dumps_are_known(tmp_path: Path, fields: dict[str, object]) -> None:
    """Whatever the extractor calls it; the day of a change or of the download is another thing."""
    path = tmp_path / "a.json"
    record = {"title": "Bridge closed", "maintext": EN, "source_domain": "korvald.example"}
    path.write_text(json.dumps({**record, **fields}), "utf-8")
    got = stamp(compare.read(path)[0]) or ""
    if fields.get("date_publish", "") is None:
        assert not got.startswith(("2022-10", "2022-09-03"))
    else:
        assert got.startswith("2022-09-03T07:41:55")


def test_lines_of_prose_keep_their_dates(tmp_path: Path) -> None:
    """A sentence that holds a date and a time is text, wherever it stands."""
    text = (
        f"Bridge closed to lorries\n\nThe bridge was closed on 3 September 2022 at 7:41 am.\n\n{EN}"
    )
    assert "3 September 2022 at 7:41" in whole(tmp_path, text).text
