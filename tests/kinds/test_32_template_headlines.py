"""Reports made from one template (results, quakes, rates, warnings, a daily column) stay apart where
they name another company, country, bank, province or day (intel#72, NewsBlur PR#2057).
"""

# ruff: noqa: E501 - sample texts stand on one line, as in a file
from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.grouped import Folder, groups

D = "2023-03-14"
APART: dict[str, Folder] = {
    "results": {
        "a": ("Bergson Motors Q3 profit falls 7 percent", D, "Reuters",
              ("Bergson Motors said on Tuesday that profit in the third quarter fell 7 percent to 95 "
              "million euros.\n\nChief executive Maria Lund said costs had risen. The company cut its "
              "forecast for the year.\n\nShares fell 3 percent.")),
        "b": ("Tarvin Air Q3 profit falls 7 percent", D, "Reuters",
              ("Tarvin Air said on Tuesday that profit in the third quarter fell 7 percent to 41 "
              "million euros.\n\nChief executive Owen Price said costs had risen. The company cut its "
              "forecast for the year.\n\nShares fell 3 percent.")),
    },
    "results in Chinese": {
        "a": ("博森汽车三季度净利下降7%", D, "新华社",
              "博森汽车14日公布，第三季度净利润下降7%，为9500万欧元。\n\n首席执行官隆德说，成本上升。公司下调全年预期。"),
        "b": ("塔文航空三季度净利下降7%", D, "新华社",
              "塔文航空14日公布，第三季度净利润下降7%，为4100万欧元。\n\n首席执行官普赖斯说，成本上升。公司下调全年预期。"),
    },
    "quakes": {
        "a": ("Magnitude 6.1 quake hits Peru", D, "AP",
              ("A 6.1-magnitude earthquake hit southern Peru on Tuesday, the geological survey said.\n\n"
              "No damage was reported. Its depth was 80 km.")),
        "b": ("Magnitude 6.0 quake hits Turkey", D, "AP",
              ("A 6.0-magnitude earthquake hit eastern Turkey on Tuesday, the geological survey said.\n\n"
              "No damage was reported. Its depth was 10 km.")),
    },
    "quakes in Chinese": {
        "a": ("秘鲁发生6.1级地震", D, "新华社", "秘鲁南部14日发生6.1级地震，震源深度80公里。\n\n暂无人员伤亡报告。"),
        "b": ("土耳其发生6.0级地震", D, "新华社", "土耳其东部14日发生6.0级地震，震源深度10公里。\n\n暂无人员伤亡报告。"),
    },
    "rates": {
        "a": ("Central bank cuts rates by half a point", D, "Reuters",
              ("The central bank of Hungary cut its base rate by half a point to 5.5 percent on Tuesday, "
              "governor Pal Varga said.\n\nGrowth is too weak, he said.")),
        "b": ("Central bank cuts rates by half a point", D, "Reuters",
              ("The central bank of Brazil cut its base rate by half a point to 11.5 percent on Tuesday, "
              "governor Lia Moura said.\n\nGrowth is too weak, she said.")),
    },
    "warnings": {
        "a": ("省气象台发布大风预警", D, "新华社", "气象台14日发布大风黄色预警，山东、河北部分地区有7至8级大风。\n\n请做好防范。"),
        "b": ("省气象台发布寒潮预警", D, "新华社", "气象台14日发布寒潮橙色预警，湖南、江西部分地区降温12度。\n\n请做好防范。"),
    },
    "columns": {
        "a": ("Evening digest: the day in five minutes", "2023-03-14", "Guardian",
              ("A strike closed the airport of Lund, a museum found a lost painting and Peru named a "
              "coach.\n\nMarkets: shares fell.")),
        "b": ("Evening digest: the day in five minutes", "2023-03-15", "Guardian",
              ("Parliament votes on the budget, a lorry blocked the tunnel and two cooks won a prize.\n\n"
              "Markets: shares rose.")),
    },
    "columns in Chinese": {
        "a": ("早报：今天你需要知道的事", "2023-03-14", "香港01", "隆德机场罢工停航，博物馆寻回失画，秘鲁足球队换帅。\n\n股市：下跌。"),
        "b": ("早报：今天你需要知道的事", "2023-03-15", "香港01", "国会表决预算，货车堵塞隧道，两名厨师获奖。\n\n股市：上涨。"),
    },
    "votes": {
        "a": ("Voters choose new parliament", D, "BBC",
              ("Voters in Denmark chose a new parliament on Tuesday. Polls close at 8 p.m.\n\nTurnout was "
              "high in the cities, officials said.")),
        "b": ("Voters choose new parliament", D, "BBC",
              ("Voters in Malaysia chose a new parliament on Tuesday. Polls close at 6 p.m.\n\nTurnout was "
              "high in the cities, officials said.")),
    },
    "matches": {
        "a": ("Late goal decides cup match", D, "BBC",
              ("A late goal by Tom Arden gave Korvald a 2-1 win over Lisk in the cup on Tuesday.\n\nThe "
              "coach praised the defence.")),
        "b": ("Late goal decides cup match", D, "BBC",
              ("A late goal by Yuri Belov gave Tarvin a 1-0 win over Morn in the cup on Tuesday.\n\nThe "
              "coach praised the defence.")),
    },
}  # fmt: skip
TOGETHER: dict[str, Folder] = {
    "one result": {
        "a": APART["results"]["a"],
        "b": ("Bergson Motors misses forecasts as costs rise", D, "AP",
              ("Bergson Motors missed forecasts with third-quarter profit of 95 million euros, down 7 "
              "percent, chief executive Maria Lund said on Tuesday.\n\nShares lost 3 percent.")),
        "c": ("博森汽车三季度净利下降7%", D, "新华社",
              "博森汽车公司14日公布，第三季度净利润下降7%，为9500万欧元。\n\n首席执行官玛丽亚·隆德说，成本上升。"),
    },
    "one quake": {
        "a": APART["quakes"]["a"],
        "b": ("Strong earthquake shakes southern Peru", D, "Reuters",
              ("An earthquake of magnitude 6.1 shook southern Peru on Tuesday, at a depth of 80 km, the "
              "geological survey said. There were no reports of damage.")),
    },
    "one rate": {
        "a": APART["rates"]["a"],
        "b": ("Hungary lowers base rate to 5.5 percent", D, "AP",
              ("Hungary's central bank lowered its base rate to 5.5 percent on Tuesday. Governor Pal "
              "Varga said growth was too weak.")),
    },
}  # fmt: skip


@pytest.mark.parametrize("name", APART)
def test_one_template_is_not_one_event(tmp_path: Path, name: str) -> None:
    """Two reports that differ in what they name are two stories."""
    assert groups(tmp_path, APART[name]) == {frozenset("a"), frozenset("b")}


@pytest.mark.parametrize("name", TOGETHER)
def test_one_event_in_other_words_is_one_story(tmp_path: Path, name: str) -> None:
    """What names the same company, place or bank stays together beside a report of another."""
    assert groups(tmp_path, TOGETHER[name]) == {frozenset(TOGETHER[name])}
