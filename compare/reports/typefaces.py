"""Fonts and languages of East Asian characters in a Word document.

In: a document, or a run of it, and language tags. Out: the same with fonts and languages named.
Word has four fonts a style, and a font's name set the usual way is that of Latin letters alone;
Chinese then falls back on the theme's, which the template leaves empty, so that a Japanese or no
font is taken. The fonts are those that Word for the language brings along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

# the language as Word names it -> fonts of running text and of headings
FONTS = {
    "zh-CN": ("SimSun", "SimHei"),
    "zh-TW": ("PMingLiU", "Microsoft JhengHei"),
    "zh-HK": ("MingLiU_HKSCS", "Microsoft JhengHei"),
    "ja-JP": ("MS Mincho", "MS Gothic"),
    "ko-KR": ("Batang", "Malgun Gothic"),
}
_LATIN = "en-US"
_HEADING = re.compile(r"Title|Subtitle|Heading|TOC")
_EAST_ASIAN = re.compile(
    "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[\U00020000-\U0003ffff]"
)
_THEMED = ("eastAsiaTheme", "hint")


def word_language(tag: str) -> str | None:
    """The East Asian language of a tag as Word names it; None for another language."""
    base, *rest = tag.replace("_", "-").split("-")
    parts = {part.casefold() for part in rest}
    if base == "zh":
        if parts & {"hk", "mo"}:
            return "zh-HK"
        return "zh-TW" if parts & {"hant", "tw"} else "zh-CN"
    return {"ja": "ja-JP", "ko": "ko-KR"}.get(base)


def dress(written: Document, tags: Sequence[str]) -> None:
    """Every style names fonts and language of the first of `tags` that is East Asian."""
    language = next(filter(None, map(word_language, tags)), "zh-CN")
    body, head = FONTS[language]
    root = written.styles.element
    for made in root.iter(_name("rPrDefault")):
        _set(made.find(_name("rPr")), body, language)
    for style in root.iter(_name("style")):
        if style.get(_name("type")) in ("paragraph", "character"):
            heading = _HEADING.match(style.get(_name("styleId"), ""))
            _set(style.get_or_add_rPr(), head if heading else body, language)
    for made in written.settings.element.iter(_name("themeFontLang")):
        made.set(_name("eastAsia"), language)


def mark_run(run: Run, tag: str) -> None:
    """A run with East Asian characters has its marks (“”, …) in their width; one in a language of
    its own names that, and the font of its script.
    """
    if _EAST_ASIAN.search(run.text):
        language = word_language(tag)
        properties = run.element.get_or_add_rPr()
        if language:
            _set(properties, FONTS[language][0], language)
        properties.get_or_add_rFonts().set(_name("hint"), "eastAsia")
    elif tag and word_language(tag) is None and tag != "und":
        _language(run.element.get_or_add_rPr()).set(_name("val"), tag)


def _set(properties: Any, font: str, language: str) -> None:
    fonts = properties.get_or_add_rFonts()
    for name in _THEMED:
        fonts.attrib.pop(_name(name), None)
    fonts.set(_name("eastAsia"), font)
    held = _language(properties)
    held.set(_name("val"), held.get(_name("val")) or _LATIN)
    held.set(_name("eastAsia"), language)


def _language(properties: Any) -> Any:
    """The `w:lang` of run properties, in the place that the schema gives it."""
    held = properties.find(_name("lang"))
    if held is None:
        held = properties.makeelement(_name("lang"))
        later = [_name(name) for name in ("eastAsianLayout", "specVanish", "oMath")]
        behind = next((one for one in properties if one.tag in later), None)
        if behind is None:
            properties.append(held)
        else:
            behind.addprevious(held)
    return held


def _name(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
