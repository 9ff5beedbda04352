"""Draft -> Article: outlet, date, language, parts and id, the same way for every format.

In: a `Draft` and the known outlets. Out: an `Article`. An article's outlet is what it says itself,
else the one its address belongs to, else the author if that is a known publisher (aggregators put
publishers there), else one made up from the address. The id is a hash of outlet, title, text and
address, or of folder and file where there is none: on every machine the same, and of each copy its
own.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date, datetime

from compare.errors import NoText
from compare.model import Article, Outlet, Paragraph, Part
from compare.options import Options
from compare.resources.outlets import Outlets, make_outlet
from compare.sources.captures import address
from compare.sources.drafts import BODY, Block, Clue, Draft
from compare.sources.kinds import kind_of
from compare.sources.lines import squeeze, tidy
from compare.sources.notices import page_words
from compare.sources.published import published
from compare.sources.sorting import Sorted, sort
from compare.text.languages import UNKNOWN, language_of

_GAP = "\n\n"
_PUBLISHER = re.compile(
    rf"(?:\b|(?<=[^\x00-\x7f])){page_words('publishers', 'furniture')}(?:$|[\s(（])", re.IGNORECASE
)


def finish(
    draft: Draft, file: str, known: Outlets, options: Options,
    notes: tuple[str, ...] = (), number: int = 0,
) -> Article:  # fmt: skip
    """The Article of a draft, the file's `number`th. Raises NoText when no body is left once the
    parts are taken out, unless the draft is a headline by its form: a note says so.
    """
    title = tidy(draft.title)
    line, blocks = _publisher_line(draft.blocks, known, options)
    found = sort(blocks, title, options)
    if not found.body and not (title and draft.headline_only):
        raise NoText("holds no article text", file=file, line=draft.line)
    outlet, byline = _outlet(draft, line or found.source, known)
    over = _shorten(found.body, options.max_text)
    text = _GAP.join(block.text for block in found.body)
    language = language_of(text or title)
    clues = [*draft.clues, *found.clues] or found.changed
    dated = published(clues, draft.url, outlet.timezone, options, language, file)
    return Article(
        id=article_id(outlet.id, title, text, address(draft.url) or _place(file, number)),
        outlet=outlet.id,
        outlet_name=outlet.name,
        title=title,
        text=text,
        paragraphs=_paragraphs(found.body, language, options.language_least),
        published=dated.value,
        language=language,
        kind=kind_of(draft, title, outlet, options),
        parts=_parts(_around(draft, found, line, byline)),
        url=draft.url,
        via=draft.via,
        file=file,
        incomplete="paywall" if draft.paywalled else found.incomplete,
        dates=dated.readings,
        notes=(*notes, *draft.notes, *over, *dated.notes, *(() if text else ("headline only",))),
        publisher=outlet.kind,
        captured=_moment(clue("header", draft.captured or draft.changed), outlet, options),
        changed=_moment((*clue("header", draft.changed), *found.changed), outlet, options),
        zoned=dated.zoned,
    )


def _around(draft: Draft, found: Sorted, line: str, byline: str) -> list[tuple[str, str]]:
    """The parts in their order: the draft's own, a line of the publisher, what the text held, and
    who wrote it.
    """
    signed = [("byline", byline)] if byline else []
    return [*draft.parts, *([("credit", line)] if line else []), *found.parts, *signed]


def article_id(outlet: str, title: str, text: str, place: str) -> str:
    """`<outlet>-<10 hex digits of SHA-256 over outlet, title, text and place>`."""
    whole = f"{outlet}\x00{title}\x00{text}\x00{place}"
    digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{outlet}-{digest[:10]}"


def _place(file: str, number: int) -> str:
    """Where a text without an address stands: last folder, name, and its number in the file."""
    folder, _, name = file.rpartition("/")
    return f"{folder.rpartition('/')[2]}/{name}#{number}"


def _moment(clues: tuple[Clue, ...], outlet: Outlet, options: Options) -> datetime | date | None:
    """When the text was taken, or changed, as far as the file says so."""
    return published(clues, None, outlet.timezone, options).value if clues else None


def _shorten(body: list[Block], most: int) -> tuple[str, ...]:
    """Takes from the body what goes beyond `most` characters, and says so."""
    left = most
    for index, block in enumerate(body):
        if len(block.text) > left:
            kept = block.text[:left].rstrip()
            body[index:] = [replace(block, text=kept)] if kept else []
            return (f"only the first {most} characters are read",)
        left -= len(block.text)
    return ()


def _outlet(draft: Draft, line: str, known: Outlets) -> tuple[Outlet, str]:
    """The publisher, and the author's name when that is not the publisher."""
    author = tidy(draft.author or "")
    named = tidy(draft.outlet or "")
    if named:
        outlet = known.by_name(named) or make_outlet(named, draft.url)
    else:
        outlet = (
            known.by_url(draft.url)
            or known.by_name(author)
            or known.by_name(draft.site)
            or known.by_name(line)
            or make_outlet(tidy(draft.site or "") or _publisher(author), draft.url)
        )
    publisher = known.by_name(author)
    is_person = author and publisher is not outlet and squeeze(author) != squeeze(outlet.name)
    return outlet, author if is_person else ""


def _publisher(author: str) -> str | None:
    """An author whose name says that it is a publisher; a reporter is none."""
    return author if _PUBLISHER.search(author) else None


def _publisher_line(
    blocks: tuple[Block, ...], known: Outlets, options: Options
) -> tuple[str, tuple[Block, ...]]:
    """A publisher's name alone on one of the first lines, and the blocks without it."""
    for index, block in enumerate(blocks[: options.publisher_blocks]):
        short = block.kind == BODY and len(block.text) <= options.publisher_length
        if short and len(blocks) > 1 and known.by_name(block.text):
            return block.text, blocks[:index] + blocks[index + 1 :]
    return "", blocks


def _paragraphs(body: list[Block], language: str, least: int) -> tuple[Paragraph, ...]:
    spans, start = [], 0
    for block in body:
        end = start + len(block.text)
        spans.append(Paragraph(start, end, _language(block.text, language, least)))
        start = end + len(_GAP)
    return tuple(spans)


def _language(text: str, article: str, least: int) -> str:
    """The paragraph's own language where it shows, else the article's. A few Han characters alone
    show neither which script they are in nor that they are no Japanese.
    """
    own = language_of(text)
    same_script = own.split("-")[0] == article.split("-", maxsplit=1)[0]
    undecided = own == UNKNOWN or (same_script and len(text) < least)
    kanji_only = article == "ja" and own.startswith("zh") and len(text) < least
    return article if undecided or kanji_only else own


def _parts(pieces: list[tuple[str, str]]) -> tuple[Part, ...]:
    """One Part a kind, pieces in order; empty ones are left out."""
    kinds: dict[str, list[str]] = {}
    for kind, text in pieces:
        if clean := tidy(text):
            kinds.setdefault(kind, []).append(clean)
    return tuple(Part(kind, _GAP.join(texts)) for kind, texts in kinds.items())


def clue(where: str, text: str | None) -> tuple[Clue, ...]:
    """A clue for a date that may be missing."""
    return (Clue(where, text),) if text and text.strip() else ()
