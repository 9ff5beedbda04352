"""A sentence told inside a longer one of the other article is linked, one told nowhere is not."""

from __future__ import annotations

from compare import pipeline
from compare.model import Story
from tests.made import article as made


def test_a_sentence_told_inside_another_is_not_left_out() -> None:
    """The short sentence joins the paragraph that says it in passing; foreign news stays alone."""
    left = made(
        "one",
        "青河大桥星期三凌晨在一艘货轮撞击后部分垮塌，至少六人落水。",
        "港务局宣布航道关闭一周。",
        "国家交响乐团星期天晚上以一部新作品开始了演出季。",
    )
    right = made(
        "other",
        "青河大桥周三凌晨遭货轮撞击后部分垮塌，至少六人落水，港务局宣布关闭航道一周，船只在下游等候。",
        "市长说，搜救将持续进行。",
    )
    story = Story("bridge", "青河大桥", None, None, (left, right))
    rows = pipeline.side_by_side(story, "one", "other")[2]
    assert [(row.left, row.right) for row in rows] == [((0, 1), (0,)), ((), (1,)), ((2,), ())]
