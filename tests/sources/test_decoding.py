"""Encodings: real bytes of each, declared and not, whole and damaged."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import CompareError, UnreadableFile
from compare.options import Options
from compare.sources.decoding import decode

HANS = "外交部长周一在北京会见来访的邻国总理，双方就贸易和边境问题交换了意见，并同意继续对话。"
HANT = "外交部長週一在臺北會見來訪的鄰國總理，雙方就貿易和邊境問題交換了意見，並同意繼續對話。"
JAPANESE = "外務大臣は月曜日に東京で隣国の首相と会談し、貿易や国境の問題について意見を交わした。"
KOREAN = "외교부 장관은 월요일 서울에서 이웃 나라 총리와 만나 무역과 국경 문제를 논의했다고 밝혔다."
FRENCH = (
    "Le ministre a été reçu à l'Élysée, où il a évoqué la sécurité européenne et l'été à venir."
)
RUSSIAN = "Министр встретился в понедельник с премьером соседней страны и обсудил вопросы торговли."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (HANS, "utf-8"),
        (HANS, "utf-8-sig"),
        (HANS, "utf-16"),
        (HANS, "utf-32"),
        ("Ministers met. " * 5 + HANS, "utf-16-le"),
        ("Ministers met. " * 5 + HANS, "utf-16-be"),
        (HANS, "gb18030"),
        (HANS, "gb2312"),
        (HANT, "big5"),
        (HANT, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (KOREAN, "cp949"),
        (FRENCH * 3, "cp1252"),
        (RUSSIAN * 3, "cp1251"),
    ],
)
def test_undeclared_encodings_are_recognised(text: str, encoding: str) -> None:
    """Bytes without any declaration come back as the text that was written."""
    assert decode(text.encode(encoding), Options()).text.removeprefix("\ufeff") == text


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (HANS, "gb18030", "gb2312"),
        (HANT, "big5hkscs", "big5"),
        ("Le café", "cp1252", "iso-8859-1"),
        (HANS, "utf-8", "gb2312"),
        ("长" * 3, "gb18030", "GBK"),
    ],
)
def test_declared_encodings_are_believed_unless_utf8_fits(
    text: str, encoding: str, declared: str
) -> None:
    """A meta charset decides short texts; UTF-8 bytes are UTF-8 whatever the page declares."""
    page = f'<meta charset="{declared}"><p>{text}</p>'
    assert decode(page.encode(encoding), Options()).text == page


def test_an_unknown_declaration_is_passed_over() -> None:
    """A charset nobody knows leaves the guess to the bytes."""
    page = f'<meta charset="x-nonsense"><p>{HANS}</p>'
    assert decode(page.encode("gb18030"), Options()).text == page


def test_a_file_cut_inside_a_character_is_read_and_noted() -> None:
    """The last broken character goes, and a note says so."""
    found = decode(HANS.encode()[:-1], Options())
    assert found.text == HANS[:-1]
    assert found.notes == ("the file ends inside a character",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 ...", "not a text: this is a PDF file; save its text as .txt or .html"),
        (b"\x89PNG\r\n", "not a text: this is a picture"),
        (b"\x00\x01\x02\x03" * 50, "binary data, not a text; save the article as text or HTML"),
        (bytes(range(256)) * 4, "binary data, not a text; save the article as text or HTML"),
    ],
)
def test_binary_files_are_refused_in_words(data: bytes, message: str) -> None:
    """The message says what the file is and what to do."""
    with pytest.raises(UnreadableFile) as caught:
        decode(data, Options(), "in/file")
    assert str(caught.value) == f"in/file: {message}"


@settings(deadline=None)  # the first call loads a library
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No bytes end in anything but a text or an error of ours."""
    with suppress(CompareError):
        assert isinstance(decode(data, Options()).text, str)


@settings(deadline=None)  # the first call loads a library
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_comes_back_unchanged(text: str) -> None:
    """Every text in UTF-8 is that text, unless its bytes look like a format that is no text."""
    assert decode(text.encode(), Options()).text.removeprefix("\ufeff") == text.removeprefix(
        "\ufeff"
    )


def test_a_few_broken_bytes_are_replaced_and_counted() -> None:
    """A text that is UTF-8 but for one byte stays readable, and a note counts the loss."""
    found = decode(HANS.encode() + b"\xff" + HANS.encode(), Options())
    assert found.text == HANS + "\ufffd" + HANS
    assert found.notes == ("1 characters could not be decoded",)
