"""A person's name shown in the other Chinese script keeps the characters that names are written
with (OpenCC#602, PR#1448): 乾, 昇, 汎, 喆 are not swapped for 干, 升, 泛, 哲; 于, 范, 余 stay.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from compare.cli import program

HEAD = {
    "hans": "標題：地方簡訊\n日期：2024-03-04\n來源：中央社\n\n",
    "hant": "标题：地方简讯\n日期：2024-03-04\n来源：新华社\n\n",
}


def displayed(folder: Path, text: str, script: str, form: str = "markdown") -> str:
    """What `compare article` shows of a text."""
    path = folder / "a.txt"
    path.write_text(HEAD[script] + text + "\n", "utf-8")
    arguments = ["article", str(path), "--script", script, "--format", form, "--no-cache"]
    result = CliRunner().invoke(program, arguments)
    assert result.exit_code == 0, result.output
    return result.output.replace("\n", "")


TO_SIMPLIFIED = [
    ("教授吳乾祐說，乾旱已經持續三年。", ["吴乾", "干旱"], ["吴干"]),
    ("市長林昇文表示，房價上升了一成。", ["林昇文", "上升"], ["林升文"]),
    ("作家許汎昌與畫家高喆到場，泛舟活動照常。", ["许汎昌", "高喆", "泛舟"], ["许泛", "高哲"]),
    ("縣長周堃說，乾坤大橋將於六月通車。", ["周堃", "乾坤大桥", "将于六月"], ["周坤"]),
    ("立委劉淼回應後續，餅乾工廠已經停工。", ["刘淼", "饼干工厂"], ["刘渺", "饼乾"]),
    ("學者陳甦出席，經濟復甦仍需時日。", ["陈甦", "复苏"], ["陈苏", "复甦"]),
    ("律師黃旂銘強調，國旗不可倒掛。", ["黄旂铭", "国旗"], ["黄旗"]),
    ("董事長甯世豪表示，南京的寧靜令人難忘。", ["甯世豪", "宁静"], ["宁世豪"]),
    ("編輯鄭脩平說，這座橋需要修理。", ["郑脩平", "修理"], ["郑修平"]),
    ("乾隆皇帝的詩很多，水已經乾了。", ["乾隆", "干了"], ["干隆"]),
]

TO_TRADITIONAL = [
    ("部长范志远说，工作范围很大。", ["范志遠", "範圍"], ["範志"]),
    ("校长于海波表示，会议将于周五举行。", ["于海波", "將於週五|將於周五"], ["於海"]),
    ("导演余志强说，其余的门票还有十余张。", ["余志強", "其餘", "十餘張"], ["餘志"]),
    ("记者范冰与摄影师余刚到场，典范很少。", ["范冰", "余剛", "典範"], ["範冰", "餘剛"]),
    ("主席姜明宇强调，姜汤可以驱寒。", ["姜明宇", "薑湯"], ["薑明"]),
    ("沈阳市长沈志华说，钟表很准。", ["瀋陽", "沈志華", "鐘錶"], ["瀋志", "鍾表"]),
    ("研究员郁达明表示，气氛忧郁。", ["郁達明", "憂鬱"], ["鬱達"]),
    ("经理岳小松说，松开绳子很难。", ["岳小松", "鬆開"], ["嶽小", "小鬆"]),
    ("教练谷志军说，稻谷丰收，队友朴永植来了。", ["谷志軍", "稻穀", "朴永植"], ["穀志", "樸永"]),
    ("专家游文平说，旅游很好。", ["游文平", "旅遊"], ["遊文"]),
]


@pytest.mark.parametrize(("text", "there", "never"), TO_SIMPLIFIED)
def test_names_in_simplified(tmp_path: Path, text: str, there: list[str], never: list[str]) -> None:
    """A name keeps its characters in Simplified, and the same character in a word is converted."""
    check(displayed(tmp_path, text, "hans"), there, never)


@pytest.mark.parametrize(("text", "there", "never"), TO_TRADITIONAL)
def test_names_in_traditional(
    tmp_path: Path, text: str, there: list[str], never: list[str]
) -> None:
    """A family name stays itself in Traditional, and the same character in a word is converted."""
    check(displayed(tmp_path, text, "hant"), there, never)


def test_what_is_compared_stays_as_it_was_read(tmp_path: Path) -> None:
    """JSON holds the original characters and offsets whatever script is shown."""
    text = "市長林昇文表示，房價上升了一成。"
    read = json.loads(displayed(tmp_path, text, "hans", "json"))["articles"][0]
    assert read["paragraphs"][-1]["text"] == text


def test_a_speaker_is_named_as_the_article_names_him(tmp_path: Path) -> None:
    """A name that was folded to be compared is shown with the characters of the article."""
    text = "會長林汎昌說，經費上升了。"
    check(displayed(tmp_path, text, "hans"), ["林汎昌, reported"], ["林泛昌"])
    check(displayed(tmp_path, text, "hant"), ["林汎昌, reported"], ["林泛昌"])


def check(shown: str, there: list[str], never: list[str]) -> None:
    """Each of `there` (with | between forms that are both right) is shown, none of `never`."""
    lost = [form for form in there if not any(one in shown for one in form.split("|"))]
    assert (lost, [form for form in never if form in shown]) == ([], []), shown
