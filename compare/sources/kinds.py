"""What kind of article a draft is: news, readout, summary, opinion, interview, live blog.

In: a draft, its title, body and outlet. Out: one of `Article.kind`. What the file or the page says
itself comes first (a field, a type of schema.org), then the section, a label in the headline
("Opinion: …", "… | Editorial", 【…】), a part of the address (/opinion/), and at last the form of
the text: a notice that these are the author's views, questions and answers, entries under times.
A label is a piece of the headline between marks and never a word inside it: "Opinion polls fall"
and "Police live in fear" are news. The words are those of `kinds` in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from compare.model import Outlet
from compare.options import Options
from compare.resources.words import either, everywhere
from compare.sources import notices
from compare.sources.drafts import Draft
from compare.sources.lines import tidy

NEWS, READOUT, OPINION, INTERVIEW, LIVE = "news", "readout", "opinion", "interview", "live_blog"
_LABELLED = (OPINION, INTERVIEW, LIVE)
_LABELS = {
    label.casefold(): kind for kind in _LABELLED for label in sorted(everywhere("kinds", kind))
}
_PATHS = {
    part: kind for kind in _LABELLED for part in sorted(everywhere("kinds", f"{kind}_addresses"))
}
_TYPES = {
    name.casefold(): kind
    for kind in (*_LABELLED, READOUT, "summary")
    for name in sorted(everywhere("kinds", f"{kind}_types"))
}
# marks that part a label from the headline: a stroke, a colon, a dash with spaces around it
_MARKS = re.compile(r"\s*[|｜丨:：]\s*|\s+[–—-]{1,2}\s+|——|[【\[〔(（《]|[】\]〕)）》]\s*")
_STARTS = re.compile(
    rf"[【\[]?(?:{either(everywhere('kinds', 'interview_starts'))})", re.IGNORECASE
)
# what a first piece ends with that names the column and not its matter
_COLUMN = re.compile(rf"\S{{0,8}}(?:{either(everywhere('kinds', 'opinion_ends'))})")
_NOTICES = re.compile(
    either(everywhere("kinds", "opinion_notices")).replace("'", "['’]"), re.IGNORECASE
)
_OFFICIAL_STARTS = re.compile(
    rf"\W*(?:{either(everywhere('kinds', 'readout_starts'))})(?!\w)", re.IGNORECASE
)
_OFFICIAL_ENDS = re.compile(rf"(?:{either(everywhere('kinds', 'readout_ends'))})\W*$")
_ISSUED = re.compile(rf"(?:{either(everywhere('kinds', 'readout_issued'))})\W*$")
_SECTION = re.compile(r"\s*[,;/|>»›]\s*")
_ENTRY = re.compile(r"\d{1,2}[:：.h]\d\d(?::\d\d)?(?!\d)(?![.,]\d)")
_ASKS = re.compile(rf"(?:{either(everywhere('official', 'asks'))})\s*[:：.]\s*\S")
_ANSWERS = re.compile(rf"(?:{either(everywhere('official', 'answers'))})\s*[:：.]\s*\S")


def kind_of(draft: Draft, title: str, outlet: Outlet, options: Options) -> str:
    """The kind of an article with this title."""
    if draft.kind != NEWS:
        return draft.kind
    if outlet.kind == "official" or _is_official(title):
        return READOUT
    return (
        _of_section(draft.section)
        or _of_title(title)
        or _of_address(draft.url)
        or _of_text([block.text for block in draft.blocks], options)
        or NEWS
    )


def stated(names: Iterable[str]) -> str:
    """The kind that a field or a type of schema.org names; news where none is."""
    return next((kind for name in names if (kind := _TYPES.get(name.casefold()))), NEWS)


def _is_official(title: str) -> bool:
    """A headline that is the title of an official text: "Joint Statement on …", …联合声明."""
    if _OFFICIAL_STARTS.match(title):
        return True
    end = _OFFICIAL_ENDS.search(title)
    return end is not None and not _ISSUED.search(title[: end.start()])


def _of_section(section: str | None) -> str | None:
    names = _SECTION.split(tidy(section or "").casefold())
    return next((_LABELS[name] for name in names if name in _LABELS), None)


def _of_title(title: str) -> str | None:
    if _STARTS.match(title):
        return INTERVIEW
    pieces = [piece.strip().casefold() for piece in _MARKS.split(title)]
    if len(pieces) < 2:
        return None
    if _COLUMN.fullmatch(next(filter(None, pieces), "")):
        return OPINION
    return next((_LABELS[piece] for piece in pieces if piece in _LABELS), None)


def _of_address(url: str | None) -> str | None:
    """By a whole part of the path that is not its last, or the first label of the host."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    host = (parts.hostname or "").split(".")[0]
    names = (host, *parts.path.casefold().strip("/").split("/")[:-1])
    return next((_PATHS[name] for name in names if name in _PATHS), None)


def _of_text(texts: Sequence[str], options: Options) -> str | None:
    last = texts[-options.notice_blocks :]
    if any(len(t) <= options.about_length and _NOTICES.search(t) for t in last):
        return OPINION
    entries = sum(bool(_ENTRY.match(text)) for text in texts)
    if entries >= options.live_entries and entries >= options.live_share * len(texts):
        return LIVE
    asked = sum(bool(_ASKS.match(text)) for text in texts)
    told = sum(bool(_ANSWERS.match(text)) for text in texts)
    if min(asked, told) > 1 or notices.is_interview(texts):
        return INTERVIEW
    return None
