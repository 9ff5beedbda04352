"""A Chinese date that is not written in plain digits without spaces is read, and a date that cannot
be read is noted with its text (dateparser#866).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.written import headed, same, stamp

SIBLINGS = [
    ("二〇二一年三月八日", "新华社", "2021-03-08"),
    ("二零二一年十二月廿五日", "人民日报", "2021-12-25"),
    ("二○二一年元月卅一日", "新华社", "2021-01-31"),
    ("二Ｏ二一年六月二十号", "新华社", "2021-06-20"),
    ("二〇二一 年 六 月 二十 日", "新华社", "2021-06-20"),
    ("二〇二一年六月二十日晚八时半", "新华社", "2021-06-20T20:30:00+08:00"),
    ("一九九八年七月二日", "新华社", "1998-07-02"),
    ("２０２１年６月２０日 １８：０５", "新华社", "2021-06-20T18:05:00+08:00"),
    ("２０２１／０６／２０", "新华社", "2021-06-20"),
    ("2021 年6 月20 日", "新华社", "2021-06-20"),
    ("中華民國110年6月20日", "联合报", "2021-06-20"),
    ("民国一百一十年六月二十日", "联合报", "2021-06-20"),
    ("民國１１０年６月２０日", "联合报", "2021-06-20"),
    ("民國99年12月1日", "联合报", "2010-12-01"),
    ("110年6月20日", "联合报", "2021-06-20"),
    ("110/06/20 14:30", "联合报", "2021-06-20T14:30:00+08:00"),
    ("2021年6月20號", "香港01", "2021-06-20"),
    # controls
    ("2021-06-20", "新华社", "2021-06-20"),
    ("2021年6月20日", "新华社", "2021-06-20"),
]
UNREAD = ["辛丑年五月十一", "二〇二一年十三月八日", "民國年間", "近日", "2021年2月30日", "6月20日"]


@pytest.mark.parametrize(("written", "outlet", "day"), SIBLINGS)
def test_a_date_in_characters_is_read(tmp_path: Path, written: str, outlet: str, day: str) -> None:
    """Han digits, full width, spaces and years of the Republic make the day they mean."""
    assert same(headed(tmp_path, written, outlet), day)


@pytest.mark.parametrize("written", UNREAD)
def test_what_cannot_be_read_is_noted(tmp_path: Path, written: str) -> None:
    """No date is invented, and a note repeats what was written."""
    article = headed(tmp_path, written, "新华社")
    assert stamp(article) is None
    assert any(written in note for note in article.notes)
