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

import logging
import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from compare.options import Options
from compare.sources import markup, plain
from compare.sources.articles import clue
from compare.sources.drafts import Block, Clue, Draft, Origin
from compare.sources.lines import squeeze, tidy, words
from compare.sources.tags import whole

if TYPE_CHECKING:
    from bs4 import Tag

_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"\A\s*+(?><!--.*?-->\s*+)*+<(?:div|p|article|section|h[1-6]|main|span|table|ul|figure|img|a|header|blockquote)\b",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE = re.compile(r"<article\b|(</article\s*>)", re.IGNORECASE)
_PUBLISHED = words(
    "article:published_time og:published_time datepublished pubdate publishdate publish-date "
    "publication_date dc.date dc.date.issued dcterms.created date sailthru.date "
    "weibo:article:create_at article.published parsely-pub-date"
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{8,40})"')
_PAYWALLED = re.compile(r'"isAccessibleForFree"\s*:\s*"?(?:false)"?', re.IGNORECASE)
_RENAMED = {
    "head": "h2",
    "list": "ul",
    "item": "li",
    "row": "tr",
    "cell": "td",
    "quote": "blockquote",
    "lb": "br",
}


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
    document = _extract(text)
    found = _body(document, options) if document is not None else []
    if not found:
        return [_fragment(text, options)]
    known = {squeeze(b.text) for b in found}
    captions = [b for b in _captions(text, options) if squeeze(b.text) not in known]
    title = _given(document, "title")
    short = sum(len(b.text) for b in found) < options.paywall_length
    return [
        Draft(
            blocks=(*captions, *_without_title(found, title)),
            title=title,
            url=_given(document, "url") or None,
            site=_given(document, "sitename") or None,
            author=_given(document, "author") or None,
            clues=_clues(text, document, options.page_dates),
            paywalled=bool(_PAYWALLED.search(text)) and short,
        )
    ]


def _fragment(text: str, options: Options) -> Draft:
    found = markup.blocks(text, options)
    title = ""
    if len(found) > 1 and found[0].shape == "heading":
        title = found.pop(0).text
    return Draft(blocks=tuple(found), title=title, clues=_clues(text, None, options.page_dates))


def _extract(text: str) -> Any:
    import trafilatura

    # without a handler of its own the logger of a broken page writes to stderr
    for name in ("trafilatura", "htmldate", "courlan"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd zones, which are nobody's fault but the page's
            return trafilatura.bare_extraction(
                text,
                with_metadata=True,
                include_comments=False,
                include_tables=True,
                favor_recall=True,
                date_extraction_params={"extensive_search": False, "original_date": True},
            )
    except Exception:  # noqa: BLE001 - whatever a parser of wild HTML raises, the page is read whole
        return None


def _given(document: Any, name: str) -> str:
    value = getattr(document, name, None)
    return tidy(value) if isinstance(value, str) else ""


def _body(document: Any, options: Options) -> list[Block]:
    from lxml import etree

    tree = getattr(document, "body", None)
    if tree is None:
        return []
    for element in tree.iter():
        # a tag such as `n"` may be read but not set, so that only those to rename are touched
        if isinstance(element.tag, str) and element.tag in _RENAMED:
            element.tag = _RENAMED[element.tag]
    if len(tree) == 1 and not len(tree[0]):
        # of a page in which it found no structure: one paragraph, with a line for each block
        return plain.text_blocks("\n\n".join(("".join(tree.itertext())).split("\n")), options)
    return markup.blocks(etree.tostring(tree, encoding="unicode", method="xml"), options)


def _without_title(found: list[Block], title: str) -> list[Block]:
    return [b for b in found if b.shape != "heading" or squeeze(b.text) != squeeze(title)]


def _captions(text: str, options: Options) -> list[Block]:
    longest = max(_articles(text), key=len, default="")
    return [block for block in markup.blocks(longest, options) if block.kind == "caption"]


def _articles(text: str) -> Iterator[str]:
    """Every `<article>` up to the first end of one, none beginning inside another."""
    start = None
    for tag in _ARTICLE.finditer(text):
        if not tag[1]:
            start = tag.start() if start is None else start
        elif start is not None:
            yield text[start : tag.end()]
            start = None


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
        outer = page.find_all("article", recursive=False)  # an inner one is never longer
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
