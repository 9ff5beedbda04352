"""Who said what: one behaviour a test, on sentences in the manner of news."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.origins import origin_of
from compare.errors import UnreadableFile
from compare.model import PERSON, Article, Attribution, Mention
from compare.options import Options
from compare.reading.speech import attributions


def article(text: str, language: str = "zh-Hans") -> Article:
    return Article("a1", "own", "Own", "", text, (), None, language)


def said(text: str, language: str = "zh-Hans") -> list[Attribution]:
    return attributions(article(text, language))


def only(text: str, language: str = "zh-Hans") -> Attribution:
    found = said(text, language)
    assert len(found) == 1, [(a.source_text, a.cue_text, a.content_text) for a in found]
    return found[0]


def brief(found: list[Attribution]) -> list[tuple[str | None, str | None, str]]:
    return [(a.source_text, a.cue_text, a.content_text) for a in found]


# ---------------------------------------------------------------- Chinese
def test_chinese_cue_before_its_content() -> None:
    """A verb with a comma introduces indirect speech up to the full stop."""
    one = only("外长林远表示，谈判将在下周继续。")
    assert (one.source_text, one.cue_text) == ("外长林远", "表示")
    assert one.content_text == "谈判将在下周继续"
    assert (one.mode, one.kind, one.speaker) == ("indirect", "remarks", "林远")


def test_chinese_quotation_before_its_cue() -> None:
    """A quotation with the speaker behind it is direct speech."""
    one = only("“我们没有退路。”林远对记者说。")
    assert (one.source_text, one.content_text, one.mode) == ("林远", "“我们没有退路。”", "direct")


def test_chinese_interrupted_quotation_is_one_stretch() -> None:
    """A quotation that its speaker interrupts keeps both halves."""
    one = only("“门没有关，”林远说，“但时间不多了。”")
    assert one.content_text == "“门没有关，”林远说，“但时间不多了。”"
    assert one.mode == "direct"


def test_traditional_script_keeps_its_characters() -> None:
    """Spans quote the original script though the rules read Simplified."""
    one = only("衛生署長符雷坦言，薪資「可以更好」。", "zh-Hant")
    assert (one.source_text, one.cue_text) == ("衛生署長符雷", "坦言")
    assert one.content_text == "薪資「可以更好」"


def test_pronoun_takes_the_speaker_in_force_not_the_person_spoken_of() -> None:
    """After a spokesman's account of the minister, 他还表示 is the spokesman."""
    found = said("外交部发言人顾清说，外长林远强调对话的重要性。\n\n他还表示，双方将继续接触。")
    assert [a.speaker for a in found] == ["顾清", "林远", "顾清"]
    assert found[1].chain == ("顾清", "林远")


def test_second_verb_takes_over_the_source() -> None:
    """并警告 has the subject of the first verb, and ends the first content."""
    assert brief(said("林远说，谈判会继续，并警告对方不要误判。")) == [
        ("林远", "说", "谈判会继续"),
        ("林远", "警告", "对方不要误判"),
    ]


def test_report_of_an_agency_keeps_the_chain() -> None:
    """据……报道 makes the agency the outer speaker, and all of it media."""
    found = said("据北方通讯社报道，林远表示，谈判将继续。")
    assert found[0].kind == found[1].kind == "media"
    assert found[1].chain == ("北方通讯社", "林远")


def test_official_release_through_an_agency() -> None:
    """根据……通稿 names the agency that carries it."""
    found = said("根据北方社刊登的官方通稿，林远表示，希望关系回到正轨。")
    assert (found[0].speaker, found[0].kind) == ("北方社", "media")
    assert found[1].chain == ("北方社", "林远")


def test_stance_stands_before_its_cue() -> None:
    """对……表示关切 has what it is about in front."""
    one = only("该国政府对当地局势表示严重关切。")
    assert (one.source_text, one.cue_text) == ("该国政府", "表示严重关切")
    assert one.content_text == "对当地局势"


def test_stance_about_the_clause_before() -> None:
    """A bare 表示失望 is about the clause in front of it."""
    one = only("邻国没有派人出席峰会，林远表示失望。")
    assert (one.source_text, one.content_text) == ("林远", "邻国没有派人出席峰会")


@pytest.mark.parametrize(
    "text",
    [
        "双方讨论了贸易和航空等问题。",
        "这部小说的说法不一，名称也有变化。",
        "他的批评和警告没有得到回应。",
        "一名不愿透露姓名的人士也在场。",
        "两国外长会面，会谈持续三小时。",
        "这被称为历史性的时刻。",
        "双方做出扶贫承诺并落实了资金。",
        "举止之间透露出一丝紧张。",
        "在我们看来，我们希望一切顺利。",
    ],
)
def test_chinese_own_voice_yields_nothing(text: str) -> None:
    """Plain narration, nouns of saying and compounds with 说 or 称 are the outlet's own."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会谈后发表的联合声明说，两国将建立热线。", ("联合声明", "说", "两国将建立热线")),
        ("星期三林远说，谈判会继续。", ("林远", "说", "谈判会继续")),
        ("在谈到渔业问题时林远说，谈判会继续。", ("林远", "说", "谈判会继续")),
        ("《在线日报》报道，谈判会继续。", ("《在线日报》", "报道", "谈判会继续")),
        ("马里奥·于诺表示，谈判会继续。", ("马里奥·于诺", "表示", "谈判会继续")),
        ("林远说：“谈判会继续。”", ("林远", "说", "“谈判会继续。”")),
        ("“谈判会继续。”在会后林远说。", ("林远", "说", "“谈判会继续。”")),
        (
            "“我们有错”，林远继续说，“但没有撒谎。”",
            ("林远", "说", "“我们有错”，林远继续说，“但没有撒谎。”"),
        ),
        ("另据国会山报报道，谈判会继续。", ("国会山报", "据", "谈判会继续")),
        ("林远告诉本台，谈判会继续。", ("林远", "告诉本台", "谈判会继续")),
        ("发言人林远回应，一切依法办理。", ("发言人林远", "回应", "一切依法办理")),
        ("连校长都说，学校有错。", ("校长", "说", "学校有错")),
        ("甚至连现任部长本人也表示，谈判会继续。", ("现任部长本人", "表示", "谈判会继续")),
        ("连主席表示，谈判会继续。", ("连主席", "表示", "谈判会继续")),
        ("连战主席也表示，谈判会继续。", ("连战主席", "表示", "谈判会继续")),
    ],
)
def test_chinese_sources(text: str, expected: tuple[str, str, str]) -> None:
    """The source is the noun phrase, without the time, place and manner beside it."""
    assert brief([only(text)]) == [expected]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("护林员欣慰地说：“它们回来了。”", "护林员"),
        ("“我不答应。”她毫不犹豫地回答。", "她"),
        ("选手们疲惫地表示，赛程太密。", "选手们"),
        ("自贸基地表示，工程已经过半。", "自贸基地"),
        ("记者今天从副镇长谢敏处获悉，路已修通。", "副镇长谢敏"),
        ("村支书李向阳说，路修好了。", "村支书李向阳"),
    ],
)
def test_chinese_manner_and_names_around_the_verb(text: str, source: str) -> None:
    """How somebody speaks, and whom reporters had it from, is told apart from who speaks."""
    assert only(text).source_text == source


def test_chinese_question_of_a_reporter_is_no_claim() -> None:
    """有记者问 is not listed; what the question reports is."""
    assert brief(said("有记者问，外方称渔船受阻，有何评论？")) == [
        ("外方", "称", "渔船受阻，有何评论？")
    ]


def test_both_sides_are_an_official_source() -> None:
    """两国政府均表示 is a joint statement."""
    one = only("两国政府均表示，会谈是坦诚的。")
    assert (one.source_text, one.kind) == ("两国政府", "readout")


def test_text_between_source_and_cue_makes_a_readout() -> None:
    """A readout that somebody issued speaks, not the person alone."""
    one = only("林远（Lin Yuan）周一发布的会晤纪要说，双方同意保持沟通。")
    assert (one.speaker, one.kind) == ("Lin Yuan", "readout")


def test_generic_expectation_is_the_outlets() -> None:
    """外界预计 names nobody, so the words are the outlet's."""
    assert only("外界普遍预计，两国领导人将于年底会面。").kind == "outlet"


def test_evidence_of_another_text_inside_a_cited_voice() -> None:
    """援引 with an outlet of its own makes that outlet the source."""
    one = only("国家电视台援引一名将军的话报道说，军队已经后撤。")
    assert one.source_text == "国家电视台"
    assert one.content_text == "军队已经后撤"


# ---------------------------------------------------------------- blocks
READOUT = (
    "外交部发言人顾清18日发布了会谈纪要：\n\n外长林远会见了来访的客人。\n\n"
    "外长强调，合作应当继续。\n\n双方就渔业交换了意见。\n\n责编：王一"
)


def test_readout_block_takes_everything_to_its_end() -> None:
    """All paragraphs behind the colon are the statement's, up to the credit line."""
    block = said(READOUT)[0]
    assert (block.block, block.kind, block.speaker) == (True, "readout", "顾清")
    assert block.content_text.startswith("外长林远会见")
    assert block.content_text.endswith("双方就渔业交换了意见。")


def test_speech_inside_a_block_keeps_chain_and_kind() -> None:
    """Who stresses something inside a readout stands second in the chain."""
    inner = said(READOUT)[1]
    assert inner.cue_text == "强调"
    assert inner.chain[0] == "顾清"
    assert (inner.kind, inner.block) == ("readout", False)


def test_quoted_statement_ends_with_its_closing_mark() -> None:
    """A statement in quotation marks ends there, and what follows is the outlet's again."""
    found = said(
        'The ministry issued the following statement:\n\n"We welcome the truce.\n\n'
        '"It must hold."\n\nRain is expected in the south.',
        "en",
    )
    assert len(found) == 1
    assert found[0].content_text == '"We welcome the truce.\n\n"It must hold."'


def test_another_voice_ends_an_open_block() -> None:
    """A paragraph that quotes an analyst is no longer the readout."""
    found = said(
        "The foreign ministry issued the following readout:\n\nThe minister met her guest.\n\n"
        "Analysts say the visit changed little.",
        "en",
    )
    assert found[0].content_text == "The minister met her guest."
    assert found[1].source_text == "Analysts"


def test_colon_without_a_statement_is_no_block() -> None:
    """A colon at the end of a paragraph that names no text opens nothing."""
    assert said("There were three winners:\n\nAnna Holt and two others.", "en") == []


def test_question_and_answer_form() -> None:
    """Answers belong to who is named before the colon; questions are nobody's claim."""
    found = said("记者：中方对此有何评论？\n\n顾清：立场没有变化。我们希望对话。")
    assert brief(found) == [("顾清", None, "立场没有变化。我们希望对话。")]
    found = said("Q: Why now?\n\nANN HOLT: It was time.\n\nQ: And then?", "en")
    assert brief(found) == [("ANN HOLT", None, "It was time.")]


def test_bare_statement_belongs_to_the_last_speaker() -> None:
    """声明还说 goes on what the last speaker stated."""
    found = said("秘书长古明发表声明说，平民必须得到保护。\n\n声明还说，援助已经上路。")
    assert [a.speaker for a in found] == ["古明", "古明"]
    assert found[0].kind == "readout"


def test_statement_makes_an_english_readout() -> None:
    """What a person said in a statement is official; what he told a reporter is not."""
    found = said("Ann Holt said in a statement that it was over. She told AFP it was late.", "en")
    assert [a.kind for a in found] == ["readout", "remarks"]


# ---------------------------------------------------------------- English
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Ann Holt said: "We are done."',
            ("Ann Holt", "said", '"We are done."'),
        ),
        (
            '"We are done," said Ann Holt, a farmer.',
            ("Ann Holt, a farmer", "said", '"We are done,"'),
        ),
        (
            '"Why?" Holt asked.',
            ("Holt", "asked", '"Why?"'),
        ),
        (
            "The bridge will close, a spokesman said on Monday.",
            ("a spokesman", "said", "The bridge will close"),
        ),
        (
            "According to port records, the ship left at noon.",
            ("port records", "According to", "the ship left at noon"),
        ),
        (
            "The ship left at noon, according to port records.",
            ("port records", "according to", "The ship left at noon"),
        ),
        (
            "Holt told reporters in Geneva that talks had failed.",
            ("Holt", "told", "that talks had failed"),
        ),
        (
            "The minister accused the rebels of lying.",
            ("The minister", "accused", "the rebels of lying"),
        ),
        (
            "Holt called on both sides to stop.",
            ("Holt", "called on", "both sides to stop"),
        ),
        (
            'Holt described the plan as "a joke".',
            ("Holt", "described", 'the plan as "a joke"'),
        ),
        (
            "Holt wants to leave.",
            ("Holt", "wants", "to leave"),
        ),
        (
            "The mayor is confident that the bridge will hold.",
            ("The mayor", "confident", "that the bridge will hold"),
        ),
        (
            "The premier expressed disappointment that nobody came.",
            ("The premier", "expressed disappointment", "that nobody came"),
        ),
        (
            '"Wrong," Holt interjected.',
            ("Holt", "interjected", '"Wrong,"'),
        ),
        (
            "Holt, who runs the port, has said repeatedly that he will sell.",
            ("Holt, who runs the port", "said", "that he will sell"),
        ),
    ],
)
def test_english_forms(text: str, expected: tuple[str, str, str]) -> None:
    """Cue before, behind and inside; tell, accuse, urge, describe, want, adjectives."""
    assert brief([only(text, "en")]) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The plan announced on Monday would cost $3 billion.",
        "He declined to say whether the ship had left.",
        "The storm is expected to reach the coast.",
        "The company did not say why.",
        "Both reports were published in May.",
        "The peace plan has three parts.",
        "The hosts held back, knowing they could win.",
        "It's expected to rain on Monday.",
        "Rangers found the home defence impenetrable.",
        "A Twitter post went around the world.",
    ],
)
def test_english_own_voice_yields_nothing(text: str) -> None:
    """Participles, passives, denials of speech and nouns are the outlet's own."""
    assert said(text, "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bridge, critics said, will never open.",
            ("critics", "said", "The bridge, critics said, will never open"),
        ),
        (
            'Mr. Holt said, "We won," and the crowd roared.',
            ("Mr. Holt", "said", '"We won,"'),
        ),
        (
            'Mr. Holt was blunt: "We lost."',
            ("Mr. Holt", "blunt", '"We lost."'),
        ),
        (
            "Asked about the port, Holt replied that it was safe.",
            ("Holt", "replied", "that it was safe"),
        ),
        (
            "On Monday Holt said the port was safe.",
            ("Holt", "said", "the port was safe"),
        ),
        (
            "U.S. aides for months have hoped to stage a meeting.",
            ("U.S. aides", "hoped", "to stage a meeting"),
        ),
        (
            "The port is safe, said Ann Holt, a pilot, because the wall is new.",
            (
                "Ann Holt, a pilot",
                "said",
                "The port is safe, said Ann Holt, a pilot, because the wall is new",
            ),
        ),
        (
            "The senator, a lawyer, a Democrat, continued to insist that he was right.",
            ("The senator, a lawyer, a Democrat", "insist", "that he was right"),
        ),
        (
            "It was the first time the mayor had admitted that the plan failed.",
            ("the mayor", "admitted", "that the plan failed"),
        ),
        (
            "Holt told the BBC he was disappointed.",
            ("Holt", "told", "he was disappointed"),
        ),
        (
            "Holt warned of a long winter.",
            ("Holt", "warned", "of a long winter"),
        ),
        (
            "Ann Holt (D-Ohio) said the vote was close.",
            ("Ann Holt (D-Ohio)", "said", "the vote was close"),
        ),
    ],
)
def test_english_subjects(text: str, expected: tuple[str, str, str]) -> None:
    """Sources with dates, asides and appositions, and contents around their cue."""
    assert brief([only(text, "en")]) == [expected]


def test_later_subject_ends_the_content() -> None:
    """“… but Ms. Dale said” begins another's speech in the same sentence."""
    found = said("Holt said the port was safe, but Ms. Dale said the wall had cracks.", "en")
    assert [a.content_text for a in found] == ["the port was safe", "the wall had cracks"]


def test_participle_shares_the_source() -> None:
    """“…, adding that …” is a second attribution of the same speaker."""
    assert brief(said("Holt said the port was safe, adding that it would open soon.", "en")) == [
        ("Holt", "said", "the port was safe"),
        ("Holt", "adding", "that it would open soon"),
    ]


def test_noun_of_saying_with_its_owner() -> None:
    """A claim that somebody owns is attributed to the owner."""
    one = only("Mr. Holt's claim that the port was safe has drawn criticism.", "en")
    assert (one.source_text, one.cue_text, one.speaker) == ("Mr. Holt's", "claim", "Holt")


def test_nested_english_speech_keeps_the_chain() -> None:
    """The outer speaker comes first, whichever stands first in the sentence."""
    found = said(
        "Spokeswoman Irina Dale said Tom Reyk had stressed that monitors were needed.\n\n"
        "He warned that the deal could fail, she said.",
        "en",
    )
    assert found[1].chain == ("Irina Dale", "Tom Reyk")
    assert [a.speaker for a in found if a.cue_text == "said"] == ["Irina Dale", "Irina Dale"]
    assert next(a.speaker for a in found if a.cue_text == "warned") == "Tom Reyk"


def test_attitude_inside_speech_is_not_listed_apart() -> None:
    """What a speaker says that she intends is part of what she says."""
    assert len(said("Holt said she intends to sell the port.", "en")) == 1


def test_surname_takes_the_full_name() -> None:
    """A later surname alone is shown with the fullest name of the article."""
    found = said("Ann Holt said the port was safe.\n\nHolt said it would open soon.", "en")
    assert [a.speaker for a in found] == ["Ann Holt", "Ann Holt"]


def test_quotation_without_cue_goes_to_the_speaker_in_force() -> None:
    """A paragraph that is all quotation belongs to who spoke last."""
    found = said('"We won," Ann Holt said.\n\n"It took ten years."', "en")
    assert (found[1].source_text, found[1].speaker) == (None, "Ann Holt")


def test_role_means_the_person_who_carries_it() -> None:
    """“the minister” is the minister named before."""
    found = said("Minister Ann Holt said it was over. The minister said she would rest.", "en")
    assert [a.speaker for a in found] == ["Ann Holt", "Ann Holt"]


def test_pronoun_of_a_person_named_but_silent() -> None:
    """When nobody has spoken, “he” is the person named last."""
    found = said("Some members hoped Mr. Vance would leave. But he said he would stay.", "en")
    assert found[-1].speaker == "Vance"


# ---------------------------------------------------------------- mentions, look-up, options
def test_mentions_give_the_entity_and_the_gloss() -> None:
    """With mentions the speaker carries an entity and the English gloss of the text."""
    text = "部长马丁·林（Martin Lin）到访。林说，谈判将继续。"
    mentions = [
        Mention("a1", "body", 2, 6, "马丁·林", PERSON, "per:martin-lin"),
        Mention("a1", "body", 21, 22, "林", PERSON, "per:martin-lin"),
    ]
    assert text[21] == "林"
    one = attributions(article(text), mentions)[0]
    assert (one.speaker, one.entity) == ("Martin Lin", "per:martin-lin")


def test_two_persons_speak_as_one_source() -> None:
    """A source that joins two names is neither of them alone."""
    text = "Ann Holt and Tom Reyk said it was late."
    mentions = [
        Mention("a1", "body", 0, 8, "Ann Holt", PERSON, "per:ann-holt"),
        Mention("a1", "body", 13, 21, "Tom Reyk", PERSON, "per:tom-reyk"),
    ]
    one = attributions(article(text, "en"), mentions)[0]
    assert (one.speaker, one.entity) == ("Ann Holt and Tom Reyk", None)
    both = only("林赛·格雷和约翰·肯特表示，调查应当继续。")
    assert both.speaker == "林赛·格雷和约翰·肯特"


def test_owner_in_the_source_is_not_the_speaker() -> None:
    """Of “Mr. Venn's adviser, Lucy Trask” the speaker is Lucy Trask."""
    text = "Mr. Venn's adviser, Lucy Trask, said it was late."
    mentions = [
        Mention("a1", "body", 4, 8, "Venn", PERSON, "per:venn"),
        Mention("a1", "body", 20, 30, "Lucy Trask", PERSON, "per:lucy-trask"),
    ]
    assert attributions(article(text, "en"), mentions)[0].entity == "per:lucy-trask"


def test_origin_of_gives_the_innermost_voice() -> None:
    """Of nested attributions the look-up returns the inner one; outside there is none."""
    text = "林远来访。发言人顾清说，外长林远强调对话的重要性。"
    one = article(text)
    found = attributions(one)
    at = text.index("对话")
    inner = origin_of(one, at, at + 5, found, 0.5)
    assert inner is not None
    assert inner.cue_text == "强调"
    assert origin_of(one, 0, 5, found, 0.5) is None


def test_other_languages_give_an_empty_list() -> None:
    """A language without rules is left alone."""
    assert said("«Partiamo», ha detto Anna.", "it") == []


def test_users_can_add_cues(tmp_path: Path) -> None:
    """A list of the user's own in the same form is read after the package's."""
    own = tmp_path / "cues.toml"
    own.write_text('[[group]]\nstrength = "say"\nkind = "speech"\nen = "quoth"\n', "utf-8")
    text = article("Ann Holt quothed that it was late.", "en")
    assert attributions(text) == []
    assert attributions(text, (), Options(cues_file=str(own)))[0].cue_text == "quothed"


@pytest.mark.parametrize("content", [None, "[[group]", "[[group]]\nen = 'x'\n"])
def test_an_unusable_list_of_cues_is_an_error(tmp_path: Path, content: str | None) -> None:
    """A missing or broken list is reported with its name."""
    path = tmp_path / "cues.toml"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(UnreadableFile, match=r"cues\.toml"):
        attributions(article("Holt said no.", "en"), (), Options(cues_file=str(path)))


_PIECES = (
    "他说|“好。”|，|。|表示|林远|并|：|\n\n|「|」|（|）|据|报道|声明"
    '|Holt| said| that|"|, |. | adding| according to |:|She |’|accused| of '
)
PIECES = st.sampled_from(_PIECES.split("|"))


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from(["zh-Hans", "en"]))
def test_any_text_keeps_its_offsets(pieces: list[str], language: str) -> None:
    """Whatever the text, spans slice back to the strings and contents are not empty."""
    text = "".join(pieces).strip()
    for one in said(text, language):
        assert text[slice(*one.content)] == one.content_text != ""
        assert one.cue is None or text[slice(*one.cue)] == one.cue_text
        assert one.source is None or text[slice(*one.source)] == one.source_text
