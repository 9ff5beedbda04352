"""Saved HTML: a whole page with its navigation, or a fragment of one.

    <!doctype html><html><head><title>…</title><meta property="article:published_time" …>
    <body> … <article><h1>…</h1><p>…</p></article> … </body></html>

In: the HTML. Out: one Draft. trafilatura finds the article among menus and teasers and reads the
metadata, Beautiful Soup the times of publication. The tree is then read by `markup` like any other
HTML, so that the rules for paragraphs, tables and lists are the same everywhere. trafilatura drops
pictures with their captions, so those of the page's own `<article>` are added. A fragment has no
menus, and is read whole.
"""

from __future__ import annotations

import html
import logging
import re
import warnings
from typing import TYPE_CHECKING, Any

from compare.options import Options
from compare.sources import markup
from compare.sources.articles import clue
from compare.sources.content import Main, main
from compare.sources.drafts import BODY, Clue, Draft, Origin
from compare.sources.kinds import stated
from compare.sources.lines import tidy, words
from compare.sources.tags import whole
from compare.sources.titles import without_site

if TYPE_CHECKING:
    from bs4 import Tag

_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"\A\s*+(?><!--.*?-->\s*+)*+<(?:div|p|article|section|h[1-6]|main|span|table|ul|figure|img|a|header|blockquote)\b",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = re.compile(r"<title\b[^>]*>([^<]{1,400})", re.IGNORECASE)
_SHARED_TITLE = re.compile(
    r"<meta\s[^>]{0,200}(?:og|twitter):title[\"'][^>]{0,200}"
    r"content=(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)')",
    re.IGNORECASE,
)
_PUBLISHED = words(
    "article:published_time og:published_time datepublished pubdate publishdate publish-date "
    "publication_date dc.date dc.date.issued dcterms.created date sailthru.date "
    "weibo:article:create_at article.published parsely-pub-date"
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{8,40})"')
_META = re.compile(r"<meta\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\b(property|name|itemprop|content)\s*=\s*(["'])(.*?)\2""", re.IGNORECASE
)
_TYPE = re.compile(r'''"@type"\s*:\s*\[?[^\]{}:]{0,80}?"(\w+(?:NewsArticle|BlogPosting))"''')
_SECTIONS = words("article:section og:section section parsely-section dc.subject.section")
_CHANGED = words("article:modified_time og:updated_time datemodified lastmod last-modified")
_PAYWALLED = re.compile(r'"isAccessibleForFree"\s*:\s*"?(?:false)"?', re.IGNORECASE)


def matches(head: str, origin: Origin) -> bool:
    """True for an HTML suffix, a doctype or root element, or text that begins with a block tag."""
    named = origin.suffix in (".html", ".htm", ".xhtml", ".shtml")
    page = _PAGE.search(head[: origin.options.page_head])
    return named or bool(page) or bool(_FRAGMENT.match(head))


def read(text: str, origin: Origin) -> list[Draft]:
    """The one article of the page."""
    options, text = origin.options, whole(text)
    if not _PAGE.search(text[: options.page_start]):
        return [_fragment(text, options)]
    document = _metadata(text)
    titles = _titles(text, document)
    found = _main(text, titles, options)
    if not found.blocks:
        return [_fragment(text, options)]
    short = sum(len(b.text) for b in found.blocks if b.kind == BODY) < options.paywall_length
    site = _given(document, "sitename")
    return [
        Draft(
            blocks=found.blocks,
            title=found.title or without_site(titles[0] if titles else "", site),
            url=_given(document, "url") or None,
            site=site or None,
            author=_given(document, "author") or None,
            clues=_clues(text, document, options.page_dates),
            kind=stated(_TYPE.findall(text)),
            section=_meta(text, _SECTIONS),
            changed=_meta(text, _CHANGED),
            paywalled=bool(_PAYWALLED.search(text)) and short,
        )
    ]


def _meta(text: str, names: frozenset[str]) -> str | None:
    """The content of the first <meta> of the page under one of the names."""
    for tag in _META.findall(text):
        found = {key.lower(): html.unescape(value) for key, _, value in _ATTRIBUTE.findall(tag)}
        named = found.get("property") or found.get("name") or found.get("itemprop") or ""
        if named.lower() in names and found.get("content"):
            return found["content"]
    return None


def _main(text: str, titles: list[str], options: Options) -> Main:
    """The article; of a page that hides all of it until a script runs, what is hidden."""
    found = main(*markup.walk(text, options), titles, options)
    if any(block.kind == BODY for block in found.blocks):
        return found
    return main(*markup.walk(text, options, hide=False), titles, options)


def _titles(text: str, document: Any) -> list[str]:
    """What the head calls the page: for sharing, for the window, and trafilatura's guess."""
    shared = [html.unescape(m["a"] or m["b"]) for m in _SHARED_TITLE.finditer(text)]
    window = _TITLE.search(text)
    named = [*shared, html.unescape(window[1]) if window else "", _given(document, "title")]
    return list(dict.fromkeys(filter(None, map(tidy, named))))


def _fragment(text: str, options: Options) -> Draft:
    found = markup.blocks(text, options)
    title = ""
    if len(found) > 1 and found[0].shape == "heading":
        title = found.pop(0).text
    return Draft(blocks=tuple(found), title=title, clues=_clues(text, None, options.page_dates))


def _metadata(text: str) -> Any:
    import trafilatura.metadata

    # without a handler of its own the logger of a broken page writes to stderr
    for name in ("trafilatura", "htmldate", "courlan"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd zones, which are nobody's fault but the page's
            return trafilatura.metadata.extract_metadata(
                text,
                date_config={"extensive_search": False, "original_date": True, "max_date": None},
            )
    except Exception:  # noqa: BLE001 - whatever a parser of wild HTML raises, the page has no head
        return None


def _given(document: Any, name: str) -> str:
    value = getattr(document, name, None)
    return tidy(value) if isinstance(value, str) else ""


def _clues(text: str, document: Any, most: int) -> tuple[Clue, ...]:
    """Published times of the metadata in page order; trafilatura's guess only without them."""
    from bs4 import BeautifulSoup
    from bs4.filter import SoupStrainer

    # html.parser refuses the whole page for one `<![x y]>`; `<! [x y]>` is a comment
    sound = text.replace("<![", "<! [")
    page = BeautifulSoup(sound, "html.parser", parse_only=SoupStrainer(["meta", "time", "article"]))
    found = [_moment(tag) for tag in page.find_all(["meta", "time"]) if _says_published(tag)]
    found += _JSON_DATE.findall(text)
    if not found:
        outer = page.find_all("article", recursive=False)
        longest = max(outer, key=lambda a: len(a.get_text()), default=None)
        times = longest.find_all("time", datetime=True) if longest is not None else []
        found += [_moment(tag) for tag in times[:1]]
    distinct = list(dict.fromkeys(filter(None, map(tidy, found))))
    if not distinct and document is not None:
        return clue("guess", _given(document, "date"))
    return tuple(Clue("meta", value) for value in distinct[:most])


def _says_published(tag: Tag) -> bool:
    names = (tag.get(key) for key in ("property", "name", "itemprop"))
    named = str(next(filter(None, names), "")).lower()
    return named in _PUBLISHED or tag.has_attr("pubdate")


def _moment(tag: Tag) -> str:
    return str(tag.get("content") or tag.get("datetime") or "")
