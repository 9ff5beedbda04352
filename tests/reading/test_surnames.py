"""A surname before an office: 習主席 is a person, 連校長都 is "even the headmaster"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Article, Mention
from compare.text.scripts import to_simplified
from tests.made import learn, mentions

Found = Callable[..., dict[str, Mention]]
Make = Callable[..., Article]


def persons(found: Found, text: str) -> dict[str, str | None]:
    """Persons longer than a hanzi, with their identity."""
    named = found(text, "zh-Hans" if to_simplified(text) == text else "zh-Hant")
    return {t: m.entity for t, m in named.items() if m.type == "PER" and len(t) > 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # even the headmaster
        ("連校長都說，這不是學校的錯。", set()),
        ("连校长也表示，学校没有责任。", set()),
        ("他連部長都不見。", set()),
        ("就連市長也趕到現場。", set()),
        ("甚至连总统都出席了会议。", set()),
        ("連前任校長都說，這不是學校的錯。", set()),
        ("連女校長都說，這不是學校的錯。", set()),
        ("連美國總統都表示，會談有益。", set()),
        ("連戰抵達北京。連校長都說，學校沒有錯。", {"連戰"}),
        ("国民党主席连战抵达。学校连校长也没有。", {"连战"}),
        # prepositions and conjunctions
        ("應總統邀請，他將訪問巴黎。", set()),
        ("应勇抵达。应校长邀请，他参观了学校。", {"应勇"}),
        ("经部长批准，工程开工。", set()),
        ("向华强抵达。记者向主席提问。", {"向华强"}),
        ("向华强抵达。他向校长道歉。", {"向华强"}),
        ("從部長那裡獲悉，會談有益。", set()),
        ("和总统一起，他出席了会议。", set()),
        ("会议由院长主持。", set()),
        ("他對總統表示，會談有益。", set()),
        ("他們與院長會談。", set()),
        ("他被主席召见。", set()),
        ("于右任教授抵达。由于部长缺席，会议取消。", {"于右任"}),
        ("于右任教授抵达。会议于主席抵达后开始。", {"于右任"}),
        # to be, to have been
        ("任志刚抵达。他任校长期间，学生增加。", {"任志刚"}),
        ("任志刚抵达。时任部长缺席。", {"任志刚"}),
        ("他當校長時，學生增加。", set()),
        ("他成主席之后，会议延期。", set()),
        ("原定会议取消，原校长缺席。", set()),
        ("都市長表示，會議延期。", set()),
        # the end of another word
        ("有关部长表示，会谈有益。", set()),
        ("周明远教授抵达。下周总理将访问河内。", {"周明远"}),
        ("谢文博教授抵达。代表们感谢校长的支持。", {"谢文博"}),
        ("习近平抵达。各地学习主席讲话精神。", {"习近平"}),
        ("游锡堃抵达。旅游局长缺席。", {"游锡堃"}),
        # a stranger with the surname of somebody famous
        ("钱校长表示，学校没有责任。", set()),
        ("简教授说，会谈有益。", set()),
        ("翁医生说，病人已经出院。", set()),
        ("連校長說，學校沒有責任。", set()),
        ("习校长说，学校没有责任。", set()),
        ("马克龙抵达。马校长说，学校没有责任。", {"马克龙"}),
        ("万斯抵达。万局长说，道路关闭。", {"万斯"}),
    ],
)
def test_no_person_is_made_of_another_word(found: Found, text: str, expected: set[str]) -> None:
    """Function words, ends of words and strangers before an office give no famous person."""
    assert set(persons(found, text)) == expected


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("习近平抵达。习主席表示，会谈有益。", "习主席", "per:xi-jinping"),
        ("習主席表示，會談有益。", "習主席", "per:xi-jinping"),
        ("习总书记表示，会谈有益。", "习总书记", "per:xi-jinping"),
        ("习近平抵达。他们会见习主席。", "习主席", "per:xi-jinping"),
        ("去年11月拜登总统和习主席在巴厘岛会晤。", "习主席", "per:xi-jinping"),
        ("王毅抵达。王部长表示，会谈有益。", "王部长", "per:wang-yi"),
        ("王毅抵達。他們與王部長會談。", "王部長", "per:wang-yi"),
        ("連戰抵達北京。連主席表示，會談有益。", "連主席", "per:lien-chan"),
        ("國民黨主席連戰抵達。胡錦濤會見連主席。", "連主席", "per:lien-chan"),
        ("国民党主席连战抵达。国民党连主席说，会谈有益。", "连主席", "per:lien-chan"),
        ("任志刚教授抵达。任总裁表示，会谈有益。", "任总裁", "per:zh:任志刚"),
        ("于右任教授抵达。于院长表示，会谈有益。", "于院长", "per:zh:于右任"),
        ("应勇抵达。应市长表示，会谈有益。", "应市长", "per:ying-yong"),
        ("向华强抵达。向主席表示，会谈有益。", "向主席", "per:zh:向华强"),
        ("向华强抵达。他们会见了向主席。", "向主席", "per:zh:向华强"),
        ("曾荫权抵达。曾特首表示，会谈有益。", "曾特首", "per:donald-tsang"),
        ("賴清德抵達。賴總統表示，會談有益。", "賴總統", "per:lai-ching-te"),
        ("馬英九抵達。馬總統表示，會談有益。", "馬總統", "per:ma-ying-jeou"),
        ("吳釗燮抵達。吳部長表示，會談有益。", "吳部長", "per:joseph-wu"),
        ("朱立伦抵达。朱主席表示，会谈有益。", "朱主席", "per:eric-chu"),
        ("李家超抵达。李特首表示，会谈有益。", "李特首", "per:john-lee"),
        ("文在寅抵达。文总统表示，会谈有益。", "文总统", "per:moon-jae-in"),
        ("阮富仲抵达。阮总书记表示，会谈有益。", "阮总书记", "per:nguyen-phu-trong"),
        ("市长方志远抵达。方市长表示，会谈有益。", "方市长", "per:zh:方志远"),
    ],
)
def test_a_surname_with_an_office_is_its_bearer(
    found: Found, text: str, name: str, entity: str
) -> None:
    """A full name in the article, or a listed short form, makes surname and office a person."""
    assert persons(found, text).get(name) == entity


def test_a_surname_means_nobody_of_another_article(make: Make) -> None:
    """The headmaster Lien of one article is not the party chairman of another."""
    famous = make("国民党主席连战抵达北京。", name="a")
    school = make("连校长说，学校没有责任。", name="b")
    learned = learn([famous, school])
    assert [m.text for m in mentions(school, learned) if m.type == "PER"] == []
