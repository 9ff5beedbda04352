"""A page that declares another encoding than it has is decoded by the evidence of its bytes, and a
note says so; a page that declares what it is stays as it is, without a note.

Public references: article-extractor#320, web-monitoring-processing PR#313.
"""

from __future__ import annotations

import pytest

from compare.options import Options
from compare.sources.decoding import decode

HANS = (
    "北岭市水利局周三通报，连日暴雨后青石水库水位已回落到安全线以下，下游三个乡镇的居民开始返家。"
    "局长郭启明说，堤坝没有发现裂缝，供水将在两天内恢复。"
)
HANT = (
    "南灣市環境局週四表示，海邊步道的修復工程已經完成，週末重新開放給民眾使用。"
    "局長賴淑芬說，整個工程花費八百萬元，比原本的預算少了一成。"
)
CANTONESE = (
    "港島居民話，呢條街啲舖頭多數都唔開門，佢哋覺得喺屋企食飯平啲。嗰間茶餐廳嘅老闆話生意差咗好多。"
)
JAPANESE = (
    "北浜市は水曜日、台風で止まっていた路面電車の運転を再開したと発表した。"
    "市長の森田さんは、復旧にかかった費用はおよそ二億円だと説明した。"
)
KOREAN = (
    "한빛시는 수요일 홍수로 끊겼던 다리의 통행을 다시 시작했다고 밝혔다. "
    "시장은 복구에 닷새가 걸렸고 다친 사람은 없었다고 말했다."
)
RUSSIAN = (
    "Мэр Северодольска сообщил в среду, что мост через реку снова открыт для движения. "
    "По его словам, ремонт продолжался пять дней, никто не пострадал."
)
GREEK = (
    "Ο δήμαρχος ανακοίνωσε την Τετάρτη ότι η γέφυρα άνοιξε ξανά για τα οχήματα. "
    "Όπως είπε, οι εργασίες κράτησαν πέντε ημέρες και κανείς δεν τραυματίστηκε."
)
FRENCH = (
    "Le maire a annoncé mercredi que le pont était rouvert à la circulation après cinq jours. "
    "« Personne n’a été blessé », a-t-il précisé, évoquant des dégâts limités."
)
GERMAN = (
    "Die Brücke über den Fluss ist seit Mittwoch wieder für den Verkehr geöffnet, sagte die "
    "Bürgermeisterin. Die Schäden seien gering, und verletzt worden sei niemand."
)
POLISH = (
    "Burmistrz ogłosił w środę, że most został ponownie otwarty po pięciu dniach. "
    "Nikt nie został ranny, a szkody są niewielkie, powiedział dziennikarzom."
)


def page(text: str, declared: str) -> str:
    """A small page in the manner of a site with an old template."""
    return (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}">'
        f"<title>{text[:12]}</title></head>\n<body><h1>{text[:12]}</h1>\n"
        f"<div>2021-04-07 09:30</div>\n<p>{text}</p>\n<p>{text[::-1][-40:][::-1]}</p></body></html>"
    )


# (text, the encoding it is in, the encoding that is declared)
WRONG = [
    (HANS, "gbk", "iso-8859-1"),
    (HANS, "gbk", "windows-1252"),
    (HANS, "gb18030", "us-ascii"),
    (HANS, "gbk", "big5"),
    (HANS, "gbk", "shift_jis"),
    (HANS, "gbk", "euc-kr"),
    (HANS, "gbk", "utf-8"),
    (HANS, "gbk", "utf-16"),
    (HANS, "gbk", "windows-1251"),
    (HANS, "gbk", "iso-8859-15"),
    (HANT, "big5", "iso-8859-1"),
    (HANT, "big5", "gb2312"),
    (HANT, "big5", "utf-8"),
    (HANT, "gbk", "big5"),
    (CANTONESE, "big5hkscs", "iso-8859-1"),
    (CANTONESE, "big5hkscs", "gb2312"),
    (JAPANESE, "shift_jis", "iso-8859-1"),
    (JAPANESE, "euc_jp", "shift_jis"),
    (JAPANESE, "shift_jis", "euc-jp"),
    (JAPANESE, "euc_jp", "windows-1252"),
    (KOREAN, "cp949", "iso-8859-1"),
    (KOREAN, "cp949", "gb2312"),
    (RUSSIAN, "cp1251", "iso-8859-1"),
    (RUSSIAN, "koi8_r", "windows-1251"),
    (RUSSIAN, "koi8_r", "iso-8859-1"),
    (RUSSIAN, "cp1251", "utf-8"),
    (GREEK, "cp1253", "iso-8859-1"),
    (POLISH, "cp1250", "iso-8859-1"),
    (FRENCH, "cp1252", "utf-8"),
    (FRENCH, "cp1252", "gb2312"),
    (GERMAN, "cp1252", "windows-1251"),
    (HANS, "utf-8", "iso-8859-1"),
    (FRENCH, "utf-8", "iso-8859-1"),
]
RIGHT = [
    (HANS, "gbk", "gb2312"),
    (HANS, "gb18030", "gbk"),
    (HANT, "big5", "big5"),
    (CANTONESE, "big5hkscs", "big5"),
    (HANT, "gbk", "gbk"),
    (JAPANESE, "shift_jis", "shift_jis"),
    (JAPANESE, "euc_jp", "euc-jp"),
    (KOREAN, "cp949", "euc-kr"),
    (RUSSIAN, "cp1251", "windows-1251"),
    (RUSSIAN, "koi8_r", "koi8-r"),
    (GREEK, "cp1253", "windows-1253"),
    (POLISH, "cp1250", "windows-1250"),
    (POLISH, "iso8859_2", "iso-8859-2"),
    (FRENCH, "cp1252", "iso-8859-1"),
    (GERMAN, "cp1252", "iso-8859-1"),
    (GERMAN, "iso8859_15", "iso-8859-15"),
    (HANS, "utf-8", "utf-8"),
]


@pytest.mark.parametrize(("text", "encoding", "declared"), WRONG)
def test_a_wrong_declaration_is_overruled_and_told(text: str, encoding: str, declared: str) -> None:
    """The text comes back as it was written, and a note names what was declared."""
    wanted = page(text, declared)
    found = decode(wanted.encode(encoding, "ignore"), Options())
    assert text in found.text
    assert any(declared in note for note in found.notes)


@pytest.mark.parametrize(("text", "encoding", "declared"), RIGHT)
def test_a_right_declaration_is_kept_without_a_note(
    text: str, encoding: str, declared: str
) -> None:
    """A page that is what it declares is read so, and there is nothing to tell."""
    found = decode(page(text, declared).encode(encoding, "ignore"), Options())
    assert (text.encode(encoding, "ignore").decode(encoding) in found.text) is True
    assert found.notes == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [True, False])
@pytest.mark.parametrize("text", [HANS, HANT, JAPANESE, KOREAN, RUSSIAN, FRENCH])
def test_utf16_is_read_with_and_without_mark(text: str, mark: bool, encoding: str) -> None:
    """UTF-16 in either order, also of a text that holds hardly an ASCII character."""
    data = ("\ufeff" * mark + f"{text}\n\n{text}\n").encode(encoding)
    assert decode(data, Options()).text.removeprefix("\ufeff") == f"{text}\n\n{text}\n"


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-8", "gb2312"])
@pytest.mark.parametrize("text", [HANS, FRENCH, RUSSIAN])
def test_utf8_with_damaged_bytes_stays_utf8(text: str, declared: str) -> None:
    """Two broken bytes do not turn a whole page into mojibake; the loss is told."""
    whole = page(text * 4, declared)
    at = whole.index(text) + 30
    data = whole[:at].encode() + b"\xe4\xff" + whole[at:].encode()
    found = decode(data, Options())
    assert text in found.text
    assert any("could not be decoded" in note for note in found.notes)


@pytest.mark.parametrize(
    ("text", "was", "read_as"),
    [
        (HANS, "utf-8", "latin-1"),
        (HANS, "gbk", "latin-1"),
        (FRENCH, "utf-8", "cp1252"),
        (GERMAN, "utf-8", "latin-1"),
        (RUSSIAN, "utf-8", "latin-1"),
    ],
)
def test_mojibake_that_was_saved_is_undone(text: str, was: str, read_as: str) -> None:
    """A text that somebody decoded wrongly and saved as UTF-8 is put right where that loses
    nothing, and the note says so.
    """
    spoilt = (text * 2).encode(was).decode(read_as, "ignore")
    found = decode(spoilt.encode(), Options())
    assert found.text[:40] == text[:40]
    assert found.notes


@pytest.mark.parametrize(
    "text",
    [
        "The café’s owner wrote “Ã© is what I saw” on the board, and nobody laughed.",
        "Señor Ibáñez pagó 30 € por la habitación; “¡qué barato!”, dijo.",
        "Åse og Jørn sa at prisen på øl økte med 5 %. «Dårlig nytt», sa han.",
        "Naïve façade, coöperation, São Tomé, Ærø.",
    ],
)
def test_honest_accents_in_utf8_are_left_alone(text: str) -> None:
    """Accents, quotations of mojibake and all are no damage."""
    found = decode(text.encode(), Options())
    assert (found.text, found.notes) == (text, ())


@pytest.mark.parametrize(
    "declared", ["unicode_escape", "utf-7", "punycode", "idna", "rot13", "hex", "utf-32", "x-user"]
)
def test_a_declared_name_that_is_no_charset_of_pages_does_nothing(declared: str) -> None:
    r"""Python's own codecs are no encodings of pages: `\n` in a path stays."""
    text = page(HANS + r" C:\new\u0041 +AGE-", declared)
    assert decode(text.encode("gbk"), Options()).text == text


def test_short_pages_are_read_by_the_same_evidence() -> None:
    """A headline and two lines are enough."""
    text = page("市长说，大桥明天通车。", "iso-8859-1")
    assert decode(text.encode("gbk"), Options()).text == text
