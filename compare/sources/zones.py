"""Which element of a page is navigation, advertising, comments and the like, by its tag and names.

In: an element. Out: the kind of Part that its text is, or None. The words are those that content
systems put into class, id and role, and no language's; a word of a whole name counts (`ad` in
`ad-slot`, not in `shadow`), and a name that says how a page is laid out (`has-sidebar`,
`content-sidebar-wrap`) does not. A name is a hint and no proof: `content` lets it count only where
the page has its prose elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compare.sources.lines import words


@dataclass(frozen=True, slots=True)
class Element:
    """A tag with its class, id and role in lower case, and the place of its parent (-1: none)."""

    tag: str
    names: str
    parent: int
    attributes: dict[str, str | None]


_TAGS = {
    "nav": "other",
    "aside": "other",
    "footer": "other",
    "form": "other",
    "menu": "other",
    "select": "other",
    "textarea": "other",
    "fieldset": "other",
    "amp-sidebar": "other",
    "amp-ad": "other",
    "amp-consent": "other",
    "amp-social-share": "share",
}
COMMENTS = "comments"
_ROLES = words(
    "navigation banner contentinfo complementary search menu menubar toolbar alert "
    "alertdialog dialog tablist button"
)
_KINDS = {
    "share": words(
        "share sharing shares sharebar addtoany sharedaddy social socials bdshare jiathis"
    ),
    "newsletter": words(
        "newsletter newsletters selfpromo subscribe subscription signup optin mailchimp"
    ),
    "caption": words("caption captions figcaption imgcaption credit photocredit copyright"),
    "other": words(
        "nav navi navbar navigation navbox topnav subnav menu menus submenu mainmenu "
        "breadcrumb breadcrumbs crumbs crumb footer foot bottom footnav masthead topbar "
        "toolbar tools sidebar sidenav aside rail related relateds recommended recommend "
        "recommendation recommendations recirc recirculation comment comments commentlist "
        "commentarea respond replies reply disqus livefyre advert adverts advertisement "
        "advertising ad ads adbox adv adsbygoogle adslot sponsor sponsored sponsors promo "
        "promos promotion promoted outbrain taboola cookie cookies cookiebar didomi "
        "usercentrics tarteaucitron axeptio quantcast consent gdpr onetrust cmp login signin "
        "register popup modal overlay lightbox tags taglist tagcloud keywords pager "
        "pagination pagenav prevnext nextprev ranking rank mostread trending hotnews teaser "
        "teasers carousel bio authorbox aboutauthor readmore morefrom backtotop gotop totop "
        "search searchbox skip skiplink skiplinks print noprint pullquote pullquotes rating "
        "ratings votes widget widgets ticker marquee statement disclaimer feedback report "
        "correction qrcode ewm navigate fontsize catlinks noexcerpt dayu links friendlink "
        "blogroll archives editsection mw-editsection toc infobox hatnote inarticle-ad"
    ),
}
_PICTURED = re.compile(
    r"(?:img|image|pic|picture|photo|thumb|bild)-?"
    r"(?:desc\w*|text|note|info|caption|credit|legend|des|unterschrift|wrap\w*)"
)
# pairs of words that say it together
_PAIRS = re.compile(
    r"(?:about|post|article|meet)-?(?:the-)?author|author-?(?:box|bio|info|card|about|description)"
    r"|(?:most|also|more|see|read|further)-"
    r"(?:read|popular|viewed|more|also|like|from|stories|news|on|reading)"
    r"|(?:site|page|global|top)-(?:header|head|top)|pull-?quote|back-?to-?top|photo-?credit"
    r"|skip-?(?:link|to)"
    r"|up-?next|next-?(?:article|story|up)|prev(?:ious)?-?(?:article|post)|post-?nav(?:igation)?"
    r"|hot-?(?:news|list|words|tags)|news-?list|link-?list|side-?(?:bar|box|col|nav)"
    r"|right-?(?:bar|side|rail)"
    r"|left-?(?:bar|nav|menu)|copy-?right|fine-?print|legal|edit-?link|reading-?time|view-?online"
    r"|unsubscribe|editor-?info|zb-?info|related-?\w+|app-?(?:banner|download)|key-?words|post-?tags"
)
_LAYOUT = words(
    "has no with without layout body html hide show enabled active open logged is free policy"
)
_ROUND_ALL = words("wrap wrapper page content main container site")
_COMMENTS = words("comment comments commentlist commentarea respond replies reply disqus livefyre")


def zone_of(element: Element) -> str | None:
    """The kind of Part that the element's text is by its tag, role and names, or None."""
    if element.tag in _TAGS:
        return _TAGS[element.tag]
    role = (element.attributes.get("role") or "").lower()
    if role in _ROLES:
        return "other"
    return _named(element.names) if element.names.strip() else None


def is_comments(element: Element) -> bool:
    """Whether the element holds what readers wrote."""
    return any(not _COMMENTS.isdisjoint(_split(name)) for name in element.names.split())


@lru_cache(maxsize=4096)
def _named(names: str) -> str | None:
    for name in names.split():
        parts = _split(name)
        if len(parts) > 1 and (not _LAYOUT.isdisjoint(parts) or len(_ROUND_ALL & set(parts)) > 1):
            continue
        if _PICTURED.search("-".join(parts)):
            return "caption"
        for kind, known in _KINDS.items():
            if not known.isdisjoint(parts):
                return kind
        if _PAIRS.search("-".join(parts)):
            return "other"
    return None


def _split(name: str) -> list[str]:
    """`siteNav_top2` -> site, nav, top."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)
    return [part for part in re.split(r"[^a-z]+", parted.lower()) if part]


_CONTENT = re.compile(
    r"(?:^|[\s_-])"
    r"(?:(?:article|story|post|entry|news|detail|art|artical|cont|main|rich[_-]?media|body|full|page"
    r"|text|read|wen|nr)[_-]*(?:body|contents?|text|txt|copy|main|box|con|info|area|detail|article"
    r"|paragraphs|richtext)"
    r"|trs_editor|js_content|articlebody|contents?|editor|zw|zoom|ozoom|hentry|storytext|bodytext"
    r"|maintext|endtext|con_?txt|post_?text|wysiwyg|prose|inhalt|contenu|cuerpo)(?=$|[\s_-])",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:^|[\s_-])(?:(?:article|post|entry|story|news|page|art|main|detail)[_-]?"
    r"(?:title|headline|tit|head|hd)"
    r"|headline|title|h1|tit|biaoti|bt)(?=$|[\s_-])",
    re.IGNORECASE,
)


def is_content(element: Element) -> bool:
    """Whether the names say that the text of the article is in the element."""
    return element.attributes.get("itemprop") == "articleBody" or bool(
        element.names.strip() and _CONTENT.search(_dashed(element.names))
    )


def is_titled(element: Element) -> bool:
    """Whether the names say that the element holds the title."""
    return element.attributes.get("itemprop") in ("headline", "name") or bool(
        element.names.strip() and _TITLED.search(_dashed(element.names))
    )


def _dashed(names: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names)


_LEAD = words(
    "lead lede lid dek deck standfirst summary subtitle subheadline subhead abstract "
    "intro excerpt chapo chapeau bajada entradilla vorspann teasertext daodu zhaiyao "
    "digest description"
)


def is_lead(element: Element) -> bool:
    """Whether the names say that the element holds the sentence under the title."""
    return any(not _LEAD.isdisjoint(_split(name)) for name in element.names.split())
