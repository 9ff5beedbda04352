"""What disagrees: one behaviour a test, on short texts in the manner of news.

The claims are made by hand (one row over the given sentences), so that these tests say what the
rules do with linked sentences and not what the matching links.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.discrepancies import discrepancies
from compare.claims.origins import origin_of
from compare.model import (
    ABSENT,
    BODY,
    INCLUDED,
    Article,
    Cell,
    Claim,
    Discrepancy,
    Evidence,
    Origin,
    Paragraph,
    Source,
)
from compare.options import Options
from compare.reading.document import document
from compare.reading.names import entities
from compare.reading.speech.days import speech
from tests.made import article, learn, mentions

FRIDAY = date(2024, 5, 10)


def compared(
    *articles: Article, rows: Sequence[Sequence[str]] = (), score: float = 0.95
) -> tuple[Discrepancy, ...]:
    """Discrepancies of articles whose `rows` (one wording an article, empty for none) are claims;
    without rows the first sentence or whole text of each is one.
    """
    rows = rows or [[a.text for a in articles]]
    options = Options()
    learned = learn(articles, options)
    named = {a.id: mentions(a, learned, options) for a in articles}
    speech_of = {a.id: speech(document(a), named[a.id], options) for a in articles}
    claims = []
    for number, row in enumerate(rows, 1):
        cells = {}
        for one, wording in zip(articles, row, strict=True):
            if not wording:
                cells[one.id] = Cell(ABSENT, 0.1)
                continue
            start = one.text.index(wording)
            end = start + len(wording)
            voice = origin_of(one, start, end, speech_of[one.id].attributions, 0.5)
            proof = Evidence(one.id, BODY, start, end, wording, 0, score, attribution=voice)
            cells[one.id] = Cell(INCLUDED, score, evidence=(proof,))
        claims.append(Claim(f"c{number:02d}", row[0], Origin(), cells))
    every = entities([m for found in named.values() for m in found], options)
    columns = [Source(a.id, document(a)) for a in articles]
    return discrepancies(columns, claims, named, every, options, speech_of)


def only(found: tuple[Discrepancy, ...], kind: str) -> Discrepancy:
    """The one discrepancy of a kind."""
    mine = [d for d in found if d.kind == kind]
    assert len(mine) == 1, found
    return mine[0]


def news(name: str, text: str, day: date | datetime = FRIDAY, kind: str = "news") -> Article:
    return article(name, *text.split("\n\n"), published=day, kind=kind)


# ---------------------------------------------------------------- dates
def test_a_weekday_against_two_others_is_a_conflict_and_comes_first() -> None:
    """Two sources that agree make the third the odd one out; the note gives both days in full."""
    one = only(
        compared(
            news("a", "The bridge at Orrin was closed on Thursday after a barge struck it."),
            news("b", "奥林大桥周三因驳船撞击关闭。"),
            news("c", "奧林大橋5月9日因駁船撞擊關閉。"),
        ),
        "date",
    )
    assert (one.severity, one.sides[0].source, one.sides[0].span) == ("conflict", "b", "周三")
    assert {s.source for s in one.sides} == {"a", "b", "c"}
    assert "Wednesday 8 May 2024" in one.note
    assert "Thursday 9 May 2024" in one.note


def test_a_weekday_and_its_date_are_compatible() -> None:
    """周四 and 9 May are one day, said in two ways, and the note says so."""
    one = only(
        compared(news("a", "大桥周四关闭。"), news("b", "The bridge closed on May 9.")), "date"
    )
    assert (one.severity, one.note.partition(":")[0]) == (
        "compatible",
        "one day, written in two ways",
    )


def test_next_year_against_the_same_month_of_this_year_is_a_conflict() -> None:
    """明年10月 and October of this year are one month in two years."""
    one = only(
        compared(
            news("digest", "电影节将于明年10月在利马举行。", kind="summary"),
            news("a", "The film festival will be held in Lima in October."),
        ),
        "date",
    )
    assert (one.severity, one.sides[0].source, one.sides[0].value) == (
        "conflict",
        "digest",
        "2025-10",
    )


def test_last_november_and_a_bare_november_agree() -> None:
    """A bare month may lie behind the day of publication, so 去年11月 does not contradict it."""
    found = compared(
        news("a", "工厂去年11月关闭。"), news("b", "The plant closed in November after a strike.")
    )
    assert not [d for d in found if d.severity == "conflict"]


def test_days_of_unlike_events_are_not_compared() -> None:
    """Dates more than nine days apart belong to different events."""
    found = compared(news("a", "大桥5月9日关闭。"), news("b", "The bridge was closed on March 2."))
    assert not found


def test_a_day_apart_by_the_clock_of_another_zone_is_compatible() -> None:
    """An instant that is Thursday in GMT and Friday in Tokyo is no contradiction."""
    one = only(
        compared(
            news("a", "The probe landed at 1642 GMT on Thursday."),
            news("b", "探测器周五着陆，当时是东京时间凌晨1时42分。"),
            rows=[["The probe landed at 1642 GMT on Thursday.", "探测器周五着陆"]],
        ),
        "date",
    )
    assert (one.severity, one.note.partition(":")[0]) == (
        "compatible", "one moment, named by the clocks of two time zones",
    )  # fmt: skip


def test_yesterday_in_a_text_dated_in_utc_may_be_either_day() -> None:
    """22:10 UTC is the next morning in Taipei: 昨天 there is the day of publication here."""
    found = compared(
        news("a", "列車昨天出軌。", datetime(2024, 5, 9, 22, 10, tzinfo=UTC)),
        news("b", "The train derailed on Thursday.", datetime(2024, 5, 9, 20, 0, tzinfo=UTC)),
    )
    assert not [d for d in found if d.severity == "conflict"]


def test_an_article_against_its_own_dated_statement() -> None:
    """今天 in a statement means the day named before it, and the lead's weekday is held to it."""
    text = (
        "外长林远周五与挪威外交大臣艾德在奥斯陆会谈。\n\n"
        "挪威外交部发言人汉森5月9日就会谈发表以下声明：\n\n"
        "外交大臣艾德今天在奥斯陆接待了外长林远。双方讨论了渔业。"
    )
    found = compared(
        news("a", text),
        news("b", "Foreign Minister Espen Barth Eide hosted Lin Yuan in Oslo for talks."),
        rows=[
            ["外长林远周五与挪威外交大臣艾德在奥斯陆会谈。",
             "Foreign Minister Espen Barth Eide hosted Lin Yuan in Oslo for talks."],
            ["外交大臣艾德今天在奥斯陆接待了外长林远。",
             "Foreign Minister Espen Barth Eide hosted Lin Yuan in Oslo for talks."],
        ],
    )  # fmt: skip
    one = only(found, "date")
    assert one.severity == "conflict"
    assert {s.source for s in one.sides} == {"a"}
    assert {s.value for s in one.sides} == {"2024-05-09", "2024-05-10"}


def test_a_date_with_the_wrong_weekday_beside_it() -> None:
    """9 May 2024 is a Thursday: （周五） beside it is the slip."""
    one = only(
        compared(
            news("a", "5月9日（周五），法院裁定许可无效。"), news("b", "法院周四裁定许可无效。")
        ),
        "date",
    )
    assert (one.severity, one.sides[0].source, one.sides[0].span) == ("conflict", "a", "周五")


def test_the_day_of_saying_is_not_the_day_of_what_is_said() -> None:
    """Announced on Friday, in force on Wednesday: two days of two things."""
    found = compared(
        news("a", "The duties apply from next Wednesday."), news("b", "委员会10日宣布征收关税。")
    )
    assert not found


@pytest.mark.parametrize(
    ("left", "right", "severity"),
    [
        ("工厂将于今年7月关闭。", "The plant will close in June.", "conflict"),
        ("展览今年下半年开幕。", "The show opens in the second half of next year.", "conflict"),
        ("下一轮谈判明年春天举行。", "The next round is due this autumn.", "conflict"),
        ("工厂2021年关闭。", "The plant closed in 2024.", None),
        ("他去年春天当选。", "He won the seat last spring.", None),
        ("会议持续到未来几周。", "The meeting was on Thursday.", None),
    ],
)
def test_months_seasons_and_halves(left: str, right: str, severity: str | None) -> None:
    """Periods of one kind are compared when near each other; years apart and vague ones are not."""
    found = [d for d in compared(news("a", left), news("b", right)) if d.kind == "date"]
    assert [d.severity for d in found] == ([severity] if severity else [])


def test_the_date_of_the_sentence_serves_its_clauses_when_two_persons_meet() -> None:
    """On Tuesday ... after talks with him: the talks were on that day."""
    text = "Olaf Scholz urged restraint on Tuesday, after two hours of talks with Erdogan."
    one = only(
        compared(
            news("a", text),
            news("b", "朔尔茨周三与埃尔多安会谈。"),
            rows=[["after two hours of talks with Erdogan.", "朔尔茨周三与埃尔多安会谈。"]],
        ),
        "date",
    )
    assert one.severity == "conflict"


def test_another_occasion_is_not_held_against_the_article() -> None:
    """上一次 speaks of an earlier meeting of the same two."""
    text = "朔尔茨周五与埃尔多安会谈。\n\n朔尔茨上一次与埃尔多安会谈是5月2日。"
    one, other = text.split("\n\n")
    found = compared(
        news("a", text), news("b", "Scholz and Erdogan held talks."),
        rows=[[one, "Scholz and Erdogan held talks."], [other, "Scholz and Erdogan held talks."]],
    )  # fmt: skip
    assert not [d for d in found if d.severity == "conflict"]


# ---------------------------------------------------------------- numbers
def test_one_count_with_two_figures_is_a_conflict() -> None:
    """Ships at anchor on one afternoon: 41 or 14; the majority decides."""
    one = only(
        compared(
            news("a", "Forty-one container ships were at anchor off the port."),
            news("b", "港外有14艘货柜船抛锚。"),
            news("c", "港外有41艘貨櫃船拋錨。"),
        ),
        "number",
    )
    assert (one.severity, one.sides[0].source) == ("conflict", "b")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("近3万人撤离。", "Some 29,500 people were evacuated."),
        ("洪水造成8.6万人受灾。", "The flood affected 86,000 people."),
        ("The lander weighs 1.3 tonnes.", "The lander weighs 1,300 kilograms."),
    ],
)
def test_rounding_and_units_are_compatible(left: str, right: str) -> None:
    """What one rounds or converts and the other counts is shown as compatible, with the reason."""
    one = only(compared(news("a", left), news("b", right)), "number")
    assert one.severity == "compatible"
    assert one.note.startswith("one amount, ")


def test_a_toll_that_rises_with_publication_is_compatible() -> None:
    """More dead in the later text is a count that changed, not a contradiction."""
    one = only(
        compared(
            news("a", "地震造成7人遇难。", datetime(2024, 5, 9, 8, tzinfo=UTC)),
            news("b", "The quake killed 11 people.", datetime(2024, 5, 10, 8, tzinfo=UTC)),
        ),
        "number",
    )
    assert (one.severity, "changes while" in one.note) == ("compatible", True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The gale cut off 90,000 customers and was blamed for two deaths.", "Two people died."),
        ("疫情累计11人确诊，一名老翁不治。", "The outbreak has killed one person."),
        ("列車118名旅客中27人受傷，其中3人重傷，無人死亡。", "Nobody was killed."),
        ("Fewer than one in 200 adults dies of it; nobody has so far.", "No deaths are known."),
    ],
)
def test_a_number_beside_a_toll_is_none(left: str, right: str) -> None:
    """Customers cut off, the ill among whom one or none died, and a rate are no tolls."""
    found = compared(news("a", left), news("b", right))
    assert not [d for d in found if d.note.startswith("one toll")]


def test_a_bare_number_rounds_a_counted_one() -> None:
    """2.14万 without a noun is what 21,406 votes round to."""
    left = "初步结果显示，独立候选人陆慧恩得票2.14万，领先代理市长。"
    right = "獨立候選人陸慧恩得票21,406票，領先代理市長。"
    found = compared(news("a", left), news("b", right))
    assert not [d for d in found if d.kind == "number" and d.severity == "conflict"]


def test_two_tolls_as_of_one_hour_are_a_conflict() -> None:
    """When both count up to one named hour, a later text explains nothing."""
    one = only(
        compared(
            news("a", "截至9日16时，洪水造成3人失联。", datetime(2024, 5, 9, 10, tzinfo=UTC)),
            news("b", "截至9日16时，洪水造成13人失联。", datetime(2024, 5, 9, 23, tzinfo=UTC)),
        ),
        "number",
    )
    assert one.severity == "conflict"


def test_one_figure_in_two_currencies_is_a_shift() -> None:
    """160 million euros are not 160 million dollars."""
    one = only(
        compared(
            news("a", "The strike cost 160 million euros."),
            news("b", "The strike cost $160 million."),
        ),
        "number",
    )
    assert (one.severity, one.note.partition(":")[0]) == ("shift", "one figure in two currencies")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("两国在第78届大会期间会谈。", "The two sides met at the 79th session."),
        ("T$7.15 billion was earned.", "公司盈利71.5亿元新台币。"),
        ("The 6-foot-6 forward is from Orrin.", "这名前锋身高6.6英尺，来自奥林。"),
    ],
)
def test_idle_numbers_are_never_compared(left: str, right: str) -> None:
    """Ordinals, 两国, foreign dollars and heights in feet and inches start no conflict."""
    assert not [d for d in compared(news("a", left), news("b", right)) if d.severity == "conflict"]


def test_two_bodies_with_their_own_measurement_are_compatible() -> None:
    """Seismologists differ: each magnitude has its own source."""
    one = only(
        compared(
            news("a", "日本气象厅称，地震为6.4级。"),
            news("b", "The quake had a magnitude of 6.1, the U.S. Geological Survey said."),
        ),
        "number",
    )
    assert (one.severity, one.note.partition(":")[0]) == (
        "compatible", "two measurements of one thing",
    )  # fmt: skip


def test_two_bodies_with_their_own_count_is_a_shift() -> None:
    """Police and organisers count a crowd apart: both may be meant as said."""
    one = only(
        compared(
            news("a", "警方称，集会有200人参加。"),
            news("b", "主办方说，集会有900人参加。"),
        ),
        "number",
    )
    assert (one.severity, one.note.partition(":")[0]) == (
        "shift", "two bodies, each with its own figure",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        (date(2024, 5, 9), date(2024, 5, 10), "compatible"),
        (date(2024, 5, 9), date(2024, 5, 9), "conflict"),
        (
            datetime(2024, 5, 9, 8, tzinfo=UTC), datetime(2024, 5, 9, 8, 20, tzinfo=UTC),
            "conflict",
        ),
    ],
)  # fmt: skip
def test_only_a_later_text_explains_another_toll(one: date, other: date, severity: str) -> None:
    """On one day, or within the hour, two tolls contradict each other."""
    found = compared(
        news("a", "洪水造成3人死亡。", one), news("b", "The flood killed 8 people.", other)
    )
    assert only(found, "number").severity == severity


def test_of_several_amounts_of_one_unit_none_is_compared() -> None:
    """What stands in which place of the claim is not known then."""
    found = compared(news("a", "售出12艘货船和15艘渔船。"), news("b", "售出22艘货船和37艘渔船。"))
    assert not [d for d in found if d.kind == "number"]


def test_a_number_far_from_the_other_is_of_something_else() -> None:
    """Four hundred and a million and a half are not two figures of one amount."""
    found = compared(
        news("a", "这家公司有400名员工。"), news("b", "The company has 1,500,000 workers.")
    )
    assert not found


# ---------------------------------------------------------------- actors
def test_one_meeting_with_two_partners_is_found_without_a_link() -> None:
    """A shared person, place and quotation make it one event though no claim holds both sides."""
    found = compared(
        news(
            "digest",
            "朔尔茨与总统埃尔多安在安塔利亚会谈，称谈话“艰难但是十分必要”。",
            kind="summary",
        ),
        news("a", "贝尔伯克与总统埃尔多安在安塔利亚会谈，称谈话“艰难但是十分必要”。"),
        rows=[["", "贝尔伯克与总统埃尔多安在安塔利亚会谈"]],
    )
    one = only(found, "actor")
    assert (one.severity, one.claims, one.sides[0].source) == ("conflict", ("c01",), "digest")


def test_a_source_that_tells_of_both_meetings_contradicts_nobody() -> None:
    """Who reports both partners at one place reports two meetings."""
    found = compared(
        news(
            "a",
            "朔尔茨与埃尔多安5月9日在安塔利亚会谈。\n\n贝尔伯克与埃尔多安5月9日在安塔利亚会谈。",
        ),
        news("b", "贝尔伯克与埃尔多安5月9日在安塔利亚会谈。"),
        rows=[
            ["朔尔茨与埃尔多安5月9日在安塔利亚会谈。", "贝尔伯克与埃尔多安5月9日在安塔利亚会谈。"]
        ],
    )
    assert not [d for d in found if d.kind == "actor"]


def test_who_tells_of_a_meeting_is_no_partner() -> None:
    """The speaker before 说 is not one of the two who met."""
    found = compared(
        news("a", "朔尔茨说，埃尔多安与贝尔伯克5月9日在安塔利亚会谈。"),
        news("b", "马克龙说，埃尔多安与贝尔伯克5月9日在安塔利亚会谈。"),
    )
    assert not [d for d in found if d.kind == "actor"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("贝尔伯克与埃尔多安5月9日会谈。", "Scholz met Erdogan on May 9."),
        ("贝尔伯克与埃尔多安会谈3小时。", "Scholz met Erdogan for three hours."),
    ],
)
def test_a_linked_meeting_needs_only_one_thing_in_common(left: str, right: str) -> None:
    """A shared day or length of the talks is enough when the sentences are surely linked."""
    known = f"{right} Annalena Baerbock stayed away."
    one = only(compared(news("a", left), news("b", known), rows=[[left, right]]), "actor")
    assert one.severity == "conflict"


def test_across_languages_a_partner_must_be_named_in_both() -> None:
    """A short Chinese name may stand for several Latin ones: no conflict on its word alone."""
    found = compared(
        news("a", "罗斯与埃尔多安5月9日会谈。"), news("b", "Roth met Erdogan on May 9.")
    )
    assert not [d for d in found if d.kind == "actor"]


def test_an_unknown_name_in_two_languages_may_be_one_person() -> None:
    """A Chinese name that nothing ties to a Latin one is not called another partner."""
    found = compared(
        news("a", "庄可凡与埃尔多安5月9日在安塔利亚会谈。"),
        news("b", "Kofan Drummond met Erdogan on May 9 in Antalya."),
    )
    assert not [d for d in found if d.kind == "actor"]


def test_two_meetings_in_two_places_are_two_meetings() -> None:
    """Somebody meets one person here and another there: nothing contradicts."""
    found = compared(
        news("a", "朔尔茨与埃尔多安在慕尼黑会谈。"),
        news("b", "贝尔伯克与埃尔多安在维也纳会谈。"),
    )
    assert not [d for d in found if d.kind == "actor"]


def test_an_undertaking_with_two_partners() -> None:
    """Clauses that differ in the partner alone contradict each other."""
    one = only(
        compared(
            news("a", "联瑞宣布与日本信浓电机合作，在熊本设厂。"),
            news("b", "聯瑞宣布與日本東海精密合作，在熊本設廠。"),
        ),
        "actor",
    )
    assert (one.severity, {s.span for s in one.sides}) == (
        "conflict", {"日本信浓电机", "日本東海精密"},
    )  # fmt: skip


def test_one_of_two_or_both_together_is_a_shift() -> None:
    """What one text says of two the other says of one."""
    one = only(
        compared(
            news("a", "朔尔茨谈到了渔业配额。"), news("b", "朔尔茨与埃尔多安谈到了渔业配额。")
        ),
        "actor",
    )
    assert (one.severity, one.sides[0].span, one.sides[1].span) == (
        "shift",
        "朔尔茨",
        "朔尔茨与埃尔多安",
    )


# ---------------------------------------------------------------- places
def test_a_list_of_partners_or_another_act_is_no_conflict() -> None:
    """The rest of the clause must be the same, and the partners unlike."""
    base = news("a", "联瑞宣布与信浓电机合作，在熊本设厂。")
    other = news("b", "公司去年与东海精密合作，结果并不理想，双方随后各自撤资。")
    same = news("b", "聯瑞宣布與日本信濃電機合作，在熊本設廠。")
    english = news("b", "Lianrui will work with Tokai on a plant in Kumamoto.")
    for right in (other, same, english):
        assert not [d for d in compared(base, right) if d.severity == "conflict"]


def test_two_in_both_texts_is_no_shift() -> None:
    """双方 says that it was both."""
    found = compared(
        news("a", "朔尔茨与埃尔多安谈到了渔业配额。"), news("b", "双方和朔尔茨谈到了渔业配额。")
    )
    assert not [d for d in found if d.kind == "actor"]


def test_opposite_directions_are_a_conflict() -> None:
    """The rain moves east or west, not both."""
    one = only(
        compared(
            news("a", "强降雨将东移至山区。"), news("b", "Heavy rain will move west to the hills.")
        ),
        "place",
    )
    assert one.severity == "conflict"


def test_two_counties_for_one_event_are_a_conflict() -> None:
    """Places of one level, each alone in its clause."""
    one = only(
        compared(news("a", "地震发生在曲麻莱县。"), news("b", "地震發生在瑪多縣。")), "place"
    )
    assert (one.severity, {s.span for s in one.sides}) == ("conflict", {"曲麻莱县", "瑪多縣"})


def test_a_city_in_its_country_is_no_conflict() -> None:
    """Places of different levels are never set against each other."""
    found = compared(news("a", "会谈在奥斯陆举行。"), news("b", "The talks were held in Norway."))
    assert not found


# ---------------------------------------------------------------- quotations
def test_two_quotations_made_one_is_a_shift() -> None:
    """One pair of marks around what another source quotes in two pieces."""
    one = only(
        compared(
            news(
                "digest",
                "他表示：“每家每户都盼望这条河变得干净，市政府保证今年办成这件事。”",
                kind="summary",
            ),
            news("a", "“家家户户盼望这条河变干净。”他说。“市政府今年会办成这件事。”他补充道。"),
            rows=[
                [
                    "他表示：“每家每户都盼望这条河变得干净，市政府保证今年办成这件事。”",
                    "“家家户户盼望这条河变干净。”他说。",
                ]
            ],
        ),
        "quote",
    )
    assert (one.severity, one.sides[0].source) == ("shift", "digest")
    assert one.note.startswith("two quotations made one")


def test_two_quotations_made_one_in_translation_is_a_shift() -> None:
    """Each half of the one quotation is linked to a quotation of its own."""
    one = only(
        compared(
            news("a", "他說：「我們不是要關掉工廠，而是要讓它變得安全。」"),
            news("b", "“We do not want to close the mill,” he said. “We want to make it safe.”"),
            rows=[
                ["「我們不是要關掉工廠，", "“We do not want to close the mill,” he said."],
                ["而是要讓它變得安全。」", "“We want to make it safe.”"],
            ],
        ),
        "quote",
    )
    assert (one.severity, one.sides[0].source, len(one.sides)) == ("shift", "a", 3)


def test_a_reworded_quotation_is_a_shift_or_wording_by_degree() -> None:
    """Slight changes are wording, heavier ones a shift; another quotation is nothing."""
    base = news("a", "他说：“开放合作是两国关系的主旋律。”")
    slight = compared(base, news("b", "他說：「開放與合作始終是兩國關係的主旋律。」"))
    heavy = compared(base, news("b", "他说：“合作才是这一关系真正的主旋律。”"))
    other = compared(base, news("b", "他说：“我们不怕任何压力和威胁。”"))
    assert only(slight, "quote").severity == "wording"
    assert only(heavy, "quote").severity == "shift"
    assert not other


def test_brackets_put_into_a_quotation_are_wording() -> None:
    """Words in brackets inside the marks are the outlet's own."""
    one = only(
        compared(
            news("a", "他说：“修好老桥（而不是拆掉）是对居民最好的交代。”"),
            news("b", "他说：“修好老桥是对居民最好的交代。”"),
        ),
        "quote",
    )
    assert (one.severity, one.note.partition(":")[0]) == (
        "wording", "words put into a quotation in brackets",
    )  # fmt: skip


# ---------------------------------------------------------------- modality, attribution
def test_could_against_a_stated_purpose_is_a_shift() -> None:
    """是为了 goes beyond could, and comes first."""
    one = only(
        compared(
            news("a", "The loan could let the paper mill reopen next spring."),
            news("b", "这笔贷款是为了让造纸厂明年春天复工。"),
        ),
        "modality",
    )
    assert (one.severity, one.sides[0].span, one.sides[1].span) == ("shift", "是为了", "could")


def test_a_hedge_against_a_flat_statement_is_a_shift() -> None:
    """可能损害 weakens what another states flat; 资料 and the month of May are no hedges."""
    found = compared(news("a", "新规可能损害芯片产业。"), news("b", "新规损害芯片产业。"))
    assert only(found, "modality").severity == "shift"
    assert not compared(
        news("a", "Minister May left on Monday."), news("b", "部长周一离开，资料留下。")
    )


def test_recommended_against_approved_is_a_shift() -> None:
    """How far a decision has come is compared on a scale of its own."""
    one = only(
        compared(
            news("a", "An expert panel recommended that the state approve the vaccine."),
            news("b", "该国专家组核准了这款疫苗。"),
        ),
        "modality",
    )
    assert one.note.startswith("how far it is decided")


def test_done_against_not_done_is_at_most_a_shift() -> None:
    """已付清 against 未有支付, in clauses that are otherwise one."""
    one = only(compared(news("a", "园方已付清赎金。"), news("b", "園方未有支付贖金。")), "modality")
    assert (one.severity, one.note.partition(":")[0]) == ("shift", "done or not done")


def test_another_speaker_is_a_shift_of_attribution() -> None:
    """One statement in the mouths of two people who can be told apart."""
    one = only(
        compared(
            news("a", "朔尔茨说，河流管理需要更多耐心。"),
            news("b", "埃尔多安说，河流管理需要更多耐心。"),
        ),
        "attribution",
    )
    assert (one.severity, one.note.partition(":")[0]) == ("shift", "who said it")


def test_a_stronger_verb_is_wording() -> None:
    """One speaker, said here and stressed there."""
    one = only(
        compared(
            news("a", "朔尔茨强调，河流管理需要更多耐心。"),
            news("b", "Olaf Scholz said the river needs patience."),
        ),
        "attribution",
    )
    assert (one.severity, "stress" in one.note) == ("wording", True)


def test_one_speaker_in_two_languages_is_one() -> None:
    """朔尔茨 and Olaf Scholz say the same thing; an unknown name is not called another speaker."""
    known = compared(
        news("a", "朔尔茨说，河流需要更多耐心。"),
        news("b", "Olaf Scholz said the river needs patience."),
    )
    unknown = compared(
        news("a", "庄可凡说，河流需要更多耐心。"),
        news("b", "Kofan Drummond said the river needs it."),
    )
    assert not [d for d in known + unknown if d.kind == "attribution"]


def test_a_pronoun_is_no_second_speaker() -> None:
    """他 is whoever the text has in force; that is too unsure to hold against a name."""
    found = compared(
        news("a", "埃尔多安周五到访。他说，河流管理需要更多耐心。"),
        news("b", "朔尔茨说，河流管理需要更多耐心。"),
        rows=[["他说，河流管理需要更多耐心。", "朔尔茨说，河流管理需要更多耐心。"]],
    )
    assert not [d for d in found if d.kind == "attribution"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("联合国说，河流管理需要更多耐心。", "朔尔茨说，河流管理需要更多耐心。"),
        ("发言人说，朔尔茨强调河流管理需要更多耐心。", "朔尔茨强调，河流管理需要更多耐心。"),
        ("朔尔茨说，河流管理需要更多耐心。", "朔尔茨告诉记者，河流管理需要更多耐心。"),
        ("据了解，河流管理需要更多耐心。", "朔尔茨说，河流管理需要更多耐心。"),
        ("庄可凡说，河流管理需要更多耐心。", "Olaf Scholz said the river needs more patience."),
        ("马克龙说，河流管理需要更多耐心。", "Olaf Scholz said the river needs more patience."),
    ],
)
def test_doubtful_speakers_are_passed_over(left: str, right: str) -> None:
    """A body, a link of the chain, an equal verb, an unnamed source, a name of another language."""
    found = compared(news("a", left), news("b", right))
    assert not [d for d in found if d.kind == "attribution"]


def test_a_speaker_across_languages_counts_when_one_article_names_both() -> None:
    """Macron is known to be somebody else where both are named."""
    left = news("a", "马克龙说，河流管理需要更多耐心。")
    right = news("b", "Olaf Scholz said the river needs more patience. Emmanuel Macron was absent.")
    found = compared(
        left, right,
        rows=[[left.text, "Olaf Scholz said the river needs more patience."]],
    )  # fmt: skip
    assert only(found, "attribution").severity == "shift"


def test_a_grave_verb_is_a_shift() -> None:
    """Warned instead of said changes the force, in either language."""
    one = only(
        compared(
            news("a", "Olaf Scholz warned that the river needs patience."),
            news("b", "Olaf Scholz said that the river needs patience."),
        ),
        "attribution",
    )
    assert (one.severity, one.sides[0].span) == ("shift", "warned")


# ---------------------------------------------------------------- the whole
def test_unlinked_sentences_have_no_discrepancy() -> None:
    """A weak link compares nothing but meetings."""
    found = compared(
        news("a", "大桥周三关闭，影响3条公路。"),
        news("b", "On Thursday 13 roads were closed."),
        score=0.4,
    )
    assert not found


def test_ids_follow_the_claims() -> None:
    """d01, d02, … in the order of the claims that they touch."""
    left = news("a", "大桥周三关闭。渡轮载有41名乘客。")
    right = news("b", "大桥周四关闭。渡轮载有14名乘客。")
    found = compared(
        left, right,
        rows=[["大桥周三关闭。", "大桥周四关闭。"], ["渡轮载有41名乘客。", "渡轮载有14名乘客。"]],
    )  # fmt: skip
    assert [(d.id, d.kind, d.claims) for d in found] == [
        ("d01", "date", ("c01",)), ("d02", "number", ("c02",)),
    ]  # fmt: skip


SENTENCES = (
    "大桥周四因驳船撞击关闭。",
    "洪水造成8.6万人受灾，13人失联。",
    "朔尔茨与埃尔多安在慕尼黑会谈，称谈话“艰难但是十分必要”。",
    "The court may rule on May 9.",
    "大火烧毁65,500英亩（265平方公里）林地，上周五（3日）起火。",
    "园方已付清赎金。",
    "Olaf Scholz said the river needs “patience and more money”.",
)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True))
def test_an_article_against_itself_has_no_discrepancy(sentences: list[str]) -> None:
    """The same sentences in two sources differ in nothing."""
    text = "\n\n".join(sentences)
    found = compared(news("a", text), news("b", text), rows=[[s, s] for s in sentences])
    assert found == ()


# ---------------------------------------------------------------- paragraphs of another language
SIGNED = "The ministry signed a $2.5 million contract with the yard on Tuesday, September 19."
OTHERWISE = "The ministry signed a $3.5 million contract with the yard on Monday, September 18."


@pytest.mark.parametrize("around", [False, True], ids=["alone", "inside a Chinese article"])
def test_english_paragraphs_conflict_wherever_they_stand(*, around: bool) -> None:
    """A day and a sum that differ are found although one paragraph stands among Chinese ones."""
    day = date(2023, 9, 20)
    one = article("a", SIGNED, published=day)
    other = article("b", OTHERWISE, published=day)
    if around:
        chinese = ("外交部发言人周三对此表示欢迎。", "会谈历时12个小时。")
        text = "\n\n".join((chinese[0], OTHERWISE, chinese[1]))
        spans, at = [], 0
        for words, language in zip(
            (chinese[0], OTHERWISE, chinese[1]), ("zh-Hans", "en", "zh-Hans"), strict=True
        ):
            spans.append(Paragraph(at, at + len(words), language))
            at += len(words) + 2
        other = replace(other, text=text, paragraphs=tuple(spans), language="zh-Hans")
    found = compared(one, other, rows=[[SIGNED, OTHERWISE]])
    assert {(d.kind, d.severity) for d in found} >= {("date", "conflict"), ("number", "conflict")}
