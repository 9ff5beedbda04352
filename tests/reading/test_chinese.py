"""Rules for names in Chinese text, one text a rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Mention

Found = Callable[..., dict[str, Mention]]


def types(found: dict[str, Mention], kind: str) -> set[str]:
    return {text for text, mention in found.items() if mention.type == kind}


@pytest.mark.parametrize("dot", list("·‧•・･∙⋅․-－‐–"))
def test_dotted_name_is_found_with_every_dot(found: Found, dot: str) -> None:
    """A transliterated name is one person whatever stands between its parts."""
    names = found(f"外长雷纳托{dot}卡斯特里尼在会上强调了合作。")
    assert f"雷纳托{dot}卡斯特里尼" in types(names, "PER")


def test_last_part_of_a_dotted_name_is_a_mention_too(found: Found) -> None:
    """The family name inside a full name, and alone later, has the identity of the full name."""
    names = found("外长雷纳托·卡斯特里尼抵达。卡斯特里尼说，会谈有益。")
    assert names["卡斯特里尼"].entity == names["雷纳托·卡斯特里尼"].entity


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("法国总理雷纳托·卡斯特里尼说", "雷纳托·卡斯特里尼"),
        ("他向雷纳托·卡斯特里尼于周二致谢", "雷纳托·卡斯特里尼"),
        ("加拿大雷纳托·卡斯特里尼希望如此", "雷纳托·卡斯特里尼"),
    ],
)
def test_dotted_name_ends_where_other_words_begin(found: Found, text: str, name: str) -> None:
    """Office, country, preposition and verb are not swallowed by a name."""
    assert name in types(found(text), "PER")


def test_hyphen_between_places_makes_no_person(found: Found) -> None:
    """A hyphen that joins places or bodies is no name of a person."""
    names = found("以色列-哈马斯战争与维也纳-布达佩斯铁路。")
    assert types(names, "PER") == set()
    assert {"以色列", "维也纳", "布达佩斯"} <= types(names, "LOC")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("国务卿费尔格森抵达首都", "费尔格森"),
        ("外交部长阮德海强调了合作", "阮德海"),
        ("记者周明远报道", "周明远"),
        ("谢文博外长会见了来宾", "谢文博"),
        ("责任编辑：梒岚", "梒岚"),
    ],
)
def test_office_proves_a_person_on_either_side(found: Found, text: str, name: str) -> None:
    """A name beside an office, or in a credit line, is a person."""
    assert name in types(found(text), "PER")


def test_reduplicated_given_name_is_whole(found: Found) -> None:
    """The segmenter's cut inside 薇薇 does not shorten the name."""
    assert {"郝薇薇", "沈琳琳"} <= types(found("（记者郝薇薇 沈琳琳）会议开幕。"), "PER")


def test_surname_and_title_means_the_person_named_before(found: Found) -> None:
    """谢外长 is the Xie of this article, and its surname is a mention."""
    names = found("外长谢文博抵达。谢外长说，会谈有益。")
    assert names["谢外长"].entity == names["谢文博"].entity == names["谢"].entity


def test_surname_that_nobody_bears_is_no_mention(found: Found) -> None:
    """A surname and title without a bearer is left out rather than guessed."""
    assert "匡教授" not in found("匡教授说，会谈有益。")


def test_country_and_title_is_the_country_unless_a_person_is_called_so(found: Found) -> None:
    """韩总统 is South Korea's president, so the hanzi is the country."""
    names = found("韩总统说，会谈有益。")
    assert names["韩"].type == "LOC"


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("美中关系紧张", {"美": "cc:US", "中": "cc:CN"}),
        ("俄乌战争", {"俄": "cc:RU", "乌": "cc:UA"}),
        ("日韩两国会谈", {"日": "cc:JP", "韩": "cc:KR"}),
        ("美日韩三边合作", {"美": "cc:US", "日": "cc:JP", "韩": "cc:KR"}),
        ("韩方表示不向俄输送武器", {"韩": "cc:KR", "俄": "cc:RU"}),
        ("他将于五月访美", {"美": "cc:US"}),
        ("哈萨克斯坦与中国会谈，哈方支持", {"哈": "cc:KZ"}),
    ],
)
def test_one_hanzi_stands_for_a_country(found: Found, text: str, countries: dict[str, str]) -> None:
    """Pairs, sides and directions name countries by one hanzi."""
    names = found(text)
    assert {hanzi: names[hanzi].entity for hanzi in countries} == countries


@pytest.mark.parametrize(
    "text",
    [
        "发展中国家",
        "高中法律课",
        "其中方面很多",
        "以方便旅客",
        "日益严重",
        "在日常训练",
        "赞美山水",
    ],
)
def test_ordinary_words_hide_no_country(found: Found, text: str) -> None:
    """The hanzi of countries inside ordinary words are no mentions."""
    assert types(found(text), "LOC") == set()


def test_organ_of_state_names_its_country_too(found: Found) -> None:
    """A country with an organ is one body; the country inside is kept."""
    names = found("哈萨克斯坦外交部周三发表声明。")
    assert names["哈萨克斯坦外交部"].type == "ORG"
    assert names["哈萨克斯坦"].entity == "cc:KZ"


def test_minister_is_no_ministry(found: Found) -> None:
    """外交部 in 外交部长 is part of an office."""
    assert types(found("法国外交部长抵达。"), "ORG") == set()


def test_bare_organ_belongs_to_the_country_of_the_script(found: Found) -> None:
    """外交部 alone is Beijing's in Simplified and Taipei's in Traditional text."""
    mainland, taiwan = found("外交部发表声明。"), found("外交部發表聲明。", "zh-Hant")
    assert mainland["外交部"].entity != taiwan["外交部"].entity


def test_state_council_is_the_state_department_beside_its_full_name(found: Found) -> None:
    """国务院 means the body whose full name this article gives."""
    names = found("美国国务院发表声明。国务院发言人说，会谈有益。")
    assert names["国务院"].entity == names["美国国务院"].entity
    alone = found("国务院召开常务会议。")
    assert alone["国务院"].entity != names["国务院"].entity


def test_state_department_behind_one_hanzi(found: Found) -> None:
    """美国务院 is read as 美 and 国务院, not as 美国 and a rest."""
    names = found("美国务院发表声明。")
    assert "美国务院" in types(names, "ORG")
    assert "美国" not in names


def test_place_with_class_word(found: Found) -> None:
    """Provinces, cities and districts are taken with their class word."""
    names = found("事故发生在河北省邯郸市肥乡区。")
    assert {"河北省", "邯郸市", "肥乡区"} <= types(names, "LOC")


def test_organisation_by_its_last_word(found: Found) -> None:
    """A proper name with a head is a body; a country with a general head is not."""
    names = found("诺丁山大学和美国公司签署协议。")
    assert "诺丁山大学" in types(names, "ORG")
    assert "美国公司" not in names


def test_traditional_text_is_quoted_as_written(found: Found) -> None:
    """Folding finds the name; the mention keeps the characters of the text."""
    names = found("烏克蘭總統訪問台灣。", "zh-Hant")
    assert names["烏克蘭"].entity == "cc:UA"
    assert names["台灣"].entity == "cc:TW"


def test_agency_opens_a_report(found: Found) -> None:
    """The agency of a dateline is a body, listed or not."""
    names = found("北岸通讯巴黎7月3日电 会谈举行。")
    assert names["北岸通讯"].type == "ORG"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("台北市消防局表示", "台北市消防局"),
        ("中央气象署表示", "中央气象署"),
        ("参议院外交委员会表示", "参议院外交委员会"),
    ],
)
def test_body_begins_with_place_or_starter(found: Found, text: str, name: str) -> None:
    """A city, a word such as 中央, or a chamber begins a body's name."""
    assert name in types(found(text), "ORG")


def test_row_of_countries(found: Found) -> None:
    """美、日、韩 are three countries."""
    assert {"美", "日", "韩"} <= types(found("美、日、韩举行会谈。"), "LOC")


def test_hanzi_of_a_country_that_the_text_names(found: Found) -> None:
    """巴 is the country that the text writes out, else the usual one."""
    assert found("巴拉圭总统来访，台巴关系稳固。")["巴"].entity == "cc:PY"


def test_place_with_its_kind(found: Found) -> None:
    """A proper name with 机场 or 国家公园 is a place."""
    assert "浦东机场" in types(found("他抵达浦东机场。"), "LOC")


@pytest.mark.parametrize(
    ("text", "name"), [("县长徐榛蔚陪同", "徐榛蔚"), ("中央气象署长程家平提醒民众", "程家平")]
)
def test_names_that_the_segmenter_parts(found: Found, text: str, name: str) -> None:
    """A given name cut in two, or joined to the office, is whole again."""
    assert name in types(found(text), "PER")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("据查，远溪农产配送有限公司负责人已被带走。", "远溪农产配送有限公司"),
        ("被告天津栖岚餐饮管理有限公司未到庭。", "天津栖岚餐饮管理有限公司"),
        ("由绍兴澜桥科技有限责任公司承建。", "绍兴澜桥科技有限责任公司"),
    ],
)
def test_registered_company_in_full(found: Found, text: str, name: str) -> None:
    """What stands in front of 有限公司 is the company's name, back to its first proper noun."""
    assert name in types(found(text), "ORG")


def test_a_company_without_a_name(found: Found) -> None:
    """A company of some kind (一家贸易有限公司) has no name."""
    assert not types(found("他成立了一家贸易有限公司，这家有限公司倒闭了。"), "ORG")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("自然资源部已派人前往。", "自然资源部"),
        ("規劃署署長昨日回應。", "規劃署"),
        ("食物環境衞生署派員清理。", "食物環境衞生署"),
    ],
)
def test_departments_without_their_country(found: Found, text: str, name: str) -> None:
    """A department that news names alone is one where the segmenter cuts through its end too."""
    assert name in types(found(text), "ORG")


def test_a_department_is_not_the_head_of_a_longer_word(found: Found) -> None:
    """公安部门 are the police in general, and not the ministry."""
    assert not types(found("公安部门正在调查。"), "ORG")


def test_streets_are_places(found: Found) -> None:
    """A proper name with 街 is a place."""
    assert "通州街" in types(found("火警發生在通州街一幢大廈。"), "LOC")
