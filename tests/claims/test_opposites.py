"""Opposites: a passage that turns a claim round is told from one that repeats it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.opposites import opposed
from compare.options import Options
from compare.resources.glossary import glossary

OPTIONS = Options()

TURNED = [
    ("Container traffic rose 4% last year.", "Container traffic fell 4% last year, the port said."),
    ("The court upheld the ban on night flights.", "The ban on night flights was struck down."),
    ("Rents in Leeds are higher than in York.", "Rents in Leeds are lower than those in York."),
    ("The Marlow bridge is open to lorries.", "The Marlow bridge remains closed to lorries."),
    ("Most members voted for the merger.", "Most members voted against the merger."),
    ("The tram line will be finished ahead of schedule.", "The tram line will be finished late."),
    ("The shipyard created 300 jobs.", "The shipyard has cut 300 jobs since spring."),
    ("It was the first strike at the plant.", "It was the fifth strike at the plant."),
    ("No one was hurt in the warehouse fire.", "Several people were hurt in the warehouse fire."),
    ("The storm passed north of the island.", "The storm passed south of the island on Sunday."),
    ("The players have been paid.", "The players remain unpaid, their union said."),
    ("Mr Ortega is still the chairman of the club.", "Mr Ortega is no longer the club's chairman."),
    ("The minister ruled out a tax on sugar.", "The minister will introduce a tax on sugar."),
    ("The pilot escaped unharmed.", "The pilot was injured, the hospital said."),
    ("The vote was held before the debate.", "The vote was held after the debate."),
    ("Rents in Leeds are higher than in York.", "Rents in York are higher than in Leeds."),
    ("The museum will charge for entry.", "The museum will not charge for entry."),
    ("The plan was not approved by the board.", "The plan was approved by the board."),
    ("The festival will go ahead.", "Organisers have cancelled the festival."),
    ("市议会批准了新机场方案。", "市议会周二否决了新机场方案。"),
    ("大桥已重新开放。", "大桥仍然关闭，工程师说。"),
    ("颱風從島嶼北方通過。", "台风从岛屿南方通过，气象局说。"),
    ("工人的工资已经付清。", "工人的工资仍被拖欠。"),
    ("这是该厂首次罢工。", "这是该厂第五次罢工。"),
    ("市长拒绝辞职。", "市长已经辞职。"),
    ("The port approved the new terminal.", "港口否决了新码头。"),
    ("Nobody was injured in the crash.", "车祸造成三人受伤。"),
    ("Sales rose in the third quarter.", "第三季度销售额下滑。"),
    ("The river is north of the town.", "这条河位于城镇以南。"),
]
ALIKE = [
    ("About 18,000 cars use the bridge every day.", "Some 18,000 cars use the bridge each day."),
    ("All trains stop here.", "Some 40 trains stop here."),
    ("Container traffic rose 4%.", "Container traffic grew by 4%, while revenue fell."),
    ("The court upheld the ban on flights.", "The court refused to overturn the ban on flights."),
    ("The council rejected the plan.", "The council did not approve the plan."),
    ("No one was hurt in the fire.", "Everyone escaped unharmed from the fire."),
    ("The bridge is closed.", "The bridge has not reopened."),
    ("Ajax beat Feyenoord.", "Feyenoord lost to Ajax."),
    ("Ajax beat Feyenoord.", "Feyenoord were beaten by Ajax on Sunday."),
    ("Rents in Leeds are higher than in York.", "Rents in York are lower than in Leeds."),
    ("The vote was held before the debate.", "The debate was held after the vote."),
    ("The mayor refused to resign.", "The mayor will stay in office."),
    ("Oil prices rose on Monday.", "Oil prices rose on Monday after falling on Friday."),
    ("The minister denied that the tax would rise.", "She said the tax would not rise."),
    ("The strike ended on Friday.", "Workers ended the strike, which began in May, on Friday."),
    ("Shares fell after the bank cut its forecast.", "The bank lowered its forecast; shares fell."),
    ("North Korea fired a missile.", "South Korea said that the missile was fired."),
    ("北桥关闭，南桥开放。", "南桥仍开放，北桥已关闭。"),
    ("市议会否决了方案。", "市议会没有通过方案。"),
    ("甲队击败乙队。", "乙队不敌甲队。"),
    ("The council did not approve the plan.", "市议会否决了方案。"),
    ("Sales fell but profit rose.", "利润增长，销售额下降。"),
    ("The harbour was dredged.", "港口否决了新码头。"),
]
SENTENCES = sorted({text for pair in (*TURNED, *ALIKE) for text in pair})


def told(one: str, other: str) -> bool:
    """Does one sentence deny the other?"""
    return opposed((one, tag(one)), (other, tag(other)), glossary(use_cache=False), OPTIONS)


def tag(text: str) -> str:
    """The language of a sentence of this page."""
    return "en" if text.isascii() else "zh-Hans"


@pytest.mark.parametrize(("claim", "passage"), TURNED)
def test_what_turns_a_claim_round(claim: str, passage: str) -> None:
    """A word on the other side of a scale, a negation, or the order of two things denies a claim,
    in one language or two.
    """
    assert told(claim, passage)


@pytest.mark.parametrize(("claim", "passage"), ALIKE)
def test_what_only_looks_like_it(claim: str, passage: str) -> None:
    """Two turns, other parties, and opposites that are of other things deny nothing."""
    assert not told(claim, passage)


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_which_text_comes_first_is_all_the_same(one: str, other: str) -> None:
    """If one denies the other, the other denies it."""
    assert told(one, other) == told(other, one)


@given(st.lists(st.sampled_from(SENTENCES), max_size=3))
def test_no_text_denies_itself(some: list[str]) -> None:
    """Neither a sentence nor several of them, whatever opposites they hold."""
    text = " ".join(some)
    assert not opposed((text, "en"), (text, "en"), None, OPTIONS)
    assert not opposed((text, "zh"), (text, "zh"), None, OPTIONS)


def test_languages_without_opposites_are_not_judged() -> None:
    """Nor are two languages without a dictionary between them."""
    rose, fell = "Die Mieten steigen.", "Die Mieten fallen."
    assert not opposed((rose, "de"), (fell, "de"), None, OPTIONS)
    assert not opposed(("Sales rose.", "en"), ("销售额下滑。", "zh-Hant"), None, OPTIONS)
