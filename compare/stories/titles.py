"""Which article of a story lends it title and slug.

In: articles in (time, id) order, their places in one story, the scores of pairs. Out: the place of
one article. A title is a headline: a strap line (Breaking news | World) stands over anything, and a
summary tells of more than one thing. The slug has to stay when others join the story, so that only
what was published first is asked, and among that the article that is nearest to the rest of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from compare.model import Article
from compare.resources.words import either, everywhere
from compare.text.scripts import to_simplified

_SEPARATORS = r"[\s|｜/／\\·•:：,，、.。!！\-–—_()（）\[\]【】]*"
_STRAP = re.compile(
    rf"{_SEPARATORS}(?>(?>{either({w.lower() for w in everywhere('stories', 'straps')})})"
    rf"(?![a-z]){_SEPARATORS})*+",
)


def is_strap(article: Article) -> bool:
    """Whether the title only says what kind of news this is, from where, or whose."""
    title = to_simplified(article.title).casefold()
    for name in (article.outlet, article.outlet_name):
        own = re.escape(to_simplified(name).casefold())
        title = re.sub(rf"(?<![a-z]){own}(?![a-z])", "|", title) if name else title
    return _STRAP.fullmatch(title) is not None


def leading_place(
    articles: Sequence[Article],
    places: Sequence[int],
    edges: Iterable[tuple[int, int, int]],
    early: Mapping[int, bool],
) -> int:
    """The place, of `places`, of the article whose headline names the story. `edges` are scored
    pairs of places, `early` says which were published first.
    """
    strength = dict.fromkeys(places, 0)
    for x, y, score in edges:
        if early.get(x) and early.get(y):
            strength[x] += score
            strength[y] += score
    return min(
        places,
        key=lambda i: (
            is_strap(articles[i]),
            articles[i].kind == "summary",
            not early[i],
            -strength[i],
            i,
        ),
    )
