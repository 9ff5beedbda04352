"""Languages and scripts of paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.text.languages import language_of


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("外长周一抵达北京，与总理会谈。", "zh-Hans"),
        ("外長週一抵達臺北，與總統會談。", "zh-Hant"),
        ("国务卿布林肯（Antony Blinken）在华盛顿会见外长。", "zh-Hans"),
        ("外務大臣は月曜日に東京で会談した。", "ja"),
        ("외교부 장관은 월요일에 만났다.", "ko"),
        ("The minister met the president on Monday and said that talks would go on.", "en"),
        ("Le ministre a rencontré la présidente lundi et les pourparlers se poursuivent.", "fr"),
        ("Der Minister traf am Montag die Präsidentin und sprach mit ihr über den Handel.", "de"),
        ("El ministro se reunió con la presidenta el lunes y habló de los aranceles.", "es"),
        ("Il ministro ha incontrato la presidente e ha parlato dei dazi con lei.", "it"),
        ("O ministro reuniu-se com a presidente na segunda-feira e não falou das tarifas.", "pt"),
        ("De minister sprak maandag met de president over het akkoord en de grens.", "nl"),
        ("Minister spotkał się w poniedziałek z premierem i rozmawiał o granicy oraz cłach.", "pl"),
        (
            "Bakan pazartesi günü başkan ile bir araya geldi ve daha sonra ticaret için konuştu.",
            "tr",
        ),
        ("Министр встретился с премьером, и это был первый визит.", "ru"),
        ("Міністр зустрівся з прем'єром, і це був перший візит її країни.", "uk"),
        ("Министърът се срещна с премиера и каза, че ще се върне на среща за да се уверят.", "bg"),
        ("التقى الوزير الرئيس يوم الاثنين وتحدثا عن التجارة", "ar"),
        ("وزیر خارجه روز دوشنبه با رئیس جمهور گفتگو کرد", "fa"),
        ("وزیر خارجہ نے پیر کو صدر سے ملاقات کی ہے", "ur"),
        ("รัฐมนตรีพบกับประธานาธิบดีเมื่อวันจันทร์", "th"),
        ("Ο υπουργός συναντήθηκε με τον πρόεδρο", "el"),
        ("19/09/2023 - 19:55", "und"),
        ("Antony Blinken, Han Zheng", "und"),
        ("", "und"),
    ],
)
def test_the_language_of_a_sentence(text: str, tag: str) -> None:
    """Scripts decide, then common words and letters; names and numbers decide nothing."""
    assert language_of(text) == tag


@settings(deadline=None)  # the first call loads a library
@given(st.text(max_size=300))
def test_any_text_has_a_tag(text: str) -> None:
    """Every string gets a well-formed tag."""
    tag = language_of(text)
    assert tag.replace("-", "").isalpha()
