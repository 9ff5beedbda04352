"""In a DOCX sheet every style, headings too, names a font for East Asian characters and the
language of the sheet, as do the defaults and the theme (python-docx#1139, docx#549).
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from compare.exercises import Exercise, Request, formats, make
from compare.reports.words import speaking
from tests.exercises.frozen import stored

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LANGUAGES = [
    ("zh-Hans", "zh-CN"),
    ("zh-Hant", "zh-TW"),
    ("zh-Hant-HK", "zh-HK"),
    ("ja", "ja-JP"),
    ("ko", "ko-KR"),
    ("en", "zh-CN"),
]


def made(language: str) -> Exercise:
    """The exercise of a story, in a language; other languages than ours speak English."""
    spoken = language if language in ("zh-Hans", "zh-Hant") else "en"
    with speaking(spoken):
        exercise = make(stored("han-blinken"), Request())
    sheet = replace(exercise.sheet, language=language)
    return replace(exercise, sheet=sheet, key=replace(exercise.key, language=language))


def parts(data: bytes) -> dict[str, etree._Element]:
    """The XML parts of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [n for n in archive.namelist() if n.endswith(".xml")]
        return {n: etree.fromstring(archive.read(n)) for n in names}


@pytest.mark.parametrize(("language", "tag"), LANGUAGES)
@pytest.mark.parametrize("which", ["sheet", "key"])
def test_every_style_names_an_east_asian_font(language: str, tag: str, which: str) -> None:
    """No run falls back on a theme font or on none: each style that is used names its fonts."""
    written = parts(getattr(formats, which)(made(language), "docx"))
    styles = {s.get(W + "styleId"): s for s in written["word/styles.xml"].iter(W + "style")}
    used = {p.get(W + "val") for p in written["word/document.xml"].iter(W + "pStyle")}
    assert {"Title", "Heading1"} <= used
    fonts = set()
    for name in used | {"Normal", "Heading3"}:
        font = styles[name].find(f"{W}rPr/{W}rFonts")
        assert font is not None, name
        assert font.get(W + "eastAsiaTheme") is None, name
        fonts.add(font.get(W + "eastAsia"))
    assert all(fonts), fonts
    defaults = written["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults.find(W + "rFonts").get(W + "eastAsia") in fonts
    assert defaults.find(W + "lang").get(W + "eastAsia") == tag
    langs = [lang.get(W + "eastAsia") for lang in written["word/styles.xml"].iter(W + "lang")]
    assert set(langs) == {tag}
    assert written["word/settings.xml"].find(f"{W}themeFontLang").get(W + "eastAsia") == tag


def test_scripts_have_fonts_of_their_own() -> None:
    """Simplified, Traditional, Japanese and Korean are not drawn in one another's glyphs."""
    found = {}
    for language, tag in LANGUAGES[:5]:
        written = parts(formats.sheet(made(language), "docx"))
        defaults = written["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        found[tag] = defaults.find(W + "rFonts").get(W + "eastAsia")
    assert len(set(found.values())) == 5, found


def test_a_text_in_the_other_script_says_so() -> None:
    """A run of Traditional text on a Simplified sheet has its own language and font."""
    exercise = made("zh-Hans")
    at = next(n for n, t in enumerate(exercise.sheet.texts) if t.language.startswith("zh"))
    texts = list(exercise.sheet.texts)
    passages = tuple(replace(p, language="zh-Hant") for p in texts[at].passages)
    texts[at] = replace(texts[at], passages=passages)
    sheet = replace(exercise.sheet, texts=tuple(texts))
    written = parts(formats.sheet(replace(exercise, sheet=sheet), "docx"))
    runs = written["word/document.xml"].iter(W + "lang")
    assert "zh-TW" in {lang.get(W + "eastAsia") for lang in runs}


def test_a_font_in_latin_letters_stays() -> None:
    """Latin letters keep their font and their language."""
    written = parts(formats.sheet(made("zh-Hans"), "docx"))
    normal = next(
        s for s in written["word/styles.xml"].iter(W + "style") if s.get(W + "styleId") == "Normal"
    )
    assert normal.find(f"{W}rPr/{W}rFonts").get(W + "ascii") == "Times New Roman"
    defaults = written["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults.find(W + "lang").get(W + "val").startswith("en")
