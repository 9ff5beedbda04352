"""Lines of a page that come along when a text is copied: marks, menus, adverts, notices.

In: one line (a whole block) and where it stands. Out: the kind of Part it is, or None for text; and
which lines open a list of other articles, tags or comments, whose items are no text either. The
words are those of `furniture` in every language. They give a line away when they are all of it,
when they stand before its colon, or begin a line that ends like no sentence; inside a sentence only
behind the text. So "Advertisement" goes and "Advertising fell by a tenth." stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.options import Options
from compare.resources.words import everywhere
from compare.sources import notices
from compare.sources.drafts import BODY, Block
from compare.sources.lines import TERMINAL, width
from compare.sources.notices import page_words


def _words(key: str) -> str:
    return page_words(key, "furniture")


def _table(key: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in everywhere("furniture", key))


_LINES, _SECTIONS, _MENU = _table("lines"), _table("sections"), _table("menu")
_ICON = (
    "\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2500-\u27bf\u2b00-\u2bff"
    "\u3003-\u3007\ufe0f"
)
# what may stand round the words of a line
_BEFORE = re.compile(rf"^[\s{_ICON}\-–—_*•·・‧|>»›«<＞+#~=^.:：【\[（(《]+")
_BEHIND = re.compile(rf"[\s{_ICON}\-–—_*•·・|>»›«<＞+#~=^.:：…。】\]）)》(（]+$")
_NO_TEXT = re.compile(r"[\W_]*")
_LETTERS = re.compile(r"[\W_]*(?:([A-Za-z])(?:[\W_]*\1)*|\d{1,3})[\W_]*")
_ITEM = re.compile(r"^\s*[-–*•·▪◦]\s*")
_LANGUAGE = re.compile(r"[A-Z]{2}(?:[-_/ |]+[A-Z]{2})*")
_PICTOGRAM = re.compile(
    r"(?:[a-z0-9]+[-_])*(?:icons?|logo|btn|button|chevron|hamburger|arrow|caret)(?:[-_ ][a-z0-9]+)*"
    r"|(?:[a-z]+ )?(?:icon|logo)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    "^\\s*[\U0001f446-\U0001f449\u261e\u261b\U0001f4cc\U0001f514\U0001f4e2\U0001f4f2]"
)
_DOWN = re.compile("^\\s*[▼▽▾▿►▶▷▸⏬⬇⤵☟↓→⇒➡➤➜☛★☆✦※]")
_LABEL = re.compile(rf"{_words('labels')}\s*[:：|｜/／].{{0,160}}", re.IGNORECASE)
_LATE_LABEL = re.compile(rf"{_words('late_labels')}\s*[:：].{{2,}}")
_START = re.compile(rf"{_words('starts')}(?![A-Za-zÀ-ÿ]).{{0,100}}", re.IGNORECASE)
_LATE_START = re.compile(rf"{_words('late_starts')}(?![A-Za-zÀ-ÿ])", re.IGNORECASE)
_MARKED = re.compile(r"[◆◇●○■□◎☆※]")
_ACCOUNT = re.compile(r"(?<!\S)@\w{3,}")
_LATE = re.compile(_words("late"), re.IGNORECASE)
_PHONE = r"[(（+]*\d[\d()（）\s./-]{2,24}"
_HOTLINE = re.compile(
    rf"[^。！？!?，,;；]{{0,24}}?{_words('hotlines')}[^。！？!?，,\d]{{0,16}}?{_PHONE}[\s)）。.]*",
    re.IGNORECASE,
)
_HELP = re.compile(rf"(?=.*{_words('helps')})(?=.*\d{{3}})", re.IGNORECASE)
_REMINDER = re.compile(
    rf"(?:《[^《》]{{1,20}}》)?[^。，,]{{0,12}}{_words('reminders')}[^。，,]{{0,8}}[:：]"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MAIL = re.compile(r"\S+@\S+\.\w")
_RIGHTS = re.compile(
    r"[\s(（]*(?:©|&copy;|\(c\)\s*\d{4}|copyright\s*(?:©|\(c\)|\d{4})).{0,200}", re.IGNORECASE
)
READING = re.compile(
    rf"(?:{_words('reading')}\s*[:：]?\s*)?(?:[<~≈]\s*)?\d[\d,.]*\s*(?:[-–]\s*)?"
    rf"{_words('reading_ends')}(?![a-z])\.?"
    rf"|{_words('reading')}\s*[:：]?\s*[(（]?\d[\d,.万]*[)）]?",
    re.IGNORECASE,
)
_AGO = re.compile(rf"\d+\s*{_words('ago')}", re.IGNORECASE)
_PIECES = re.compile(r"[】\]]\s*[【\[]|\s*[|｜/／>›»＞→·•—\t]+\s*|\s{2,}")
_CAPTION_MARK = re.compile(r"[▲△▴◭].{2,300}")
_PHOTO = _words("photo_labels")
_CREDIT = re.compile(
    rf"[（(【\[]\s*(?:[^（()）【】\[\]]{{0,20}}[/／])?{_PHOTO}\s*(?:[:：/／|｜、,，]|by\b).{{0,80}}[）)】\]]"
    rf"|[【\[]{_PHOTO}[】\]].{{0,160}}"
    rf"|{_PHOTO}\s*(?:[:：/／|｜]|by\b|par\b|von\b|by:)\s*.{{2,160}}"
    rf"|.{{0,200}}[.。\s]{_PHOTO}\s*[:：/／]\s*[^.。:：()（）]{{2,60}}",
    re.IGNORECASE,
)
_SHOWN = re.compile(rf"{_words('caption_starts')}.{{2,160}}")
_PHOTO_PHRASE = re.compile(rf"[(\[]?{_words('photo_phrases')}\b.{{2,80}}", re.IGNORECASE)
_AGENCY = re.compile(
    r"\(?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3} ?/ ?[A-Z][\w.'’&-]+(?: [A-Z][\w.'’&-]+){0,3}"
    r"(?: via [A-Z][\w ]{1,30})?\)?"
)
_TAKEN = re.compile(rf".{{2,120}}[\s。，）)：:]\S{{2,12}}\s?{_words('photo_ends')}[)）]?")
_TAIL_CREDIT = re.compile(
    rf"\s*(?:[（(【\[]\s*{_PHOTO}\s*[:：/／|｜][^（()）【】\[\]]{{1,60}}[）)】\]]"
    rf"|[（(][^（()）。]{{1,30}}{_words('photo_tails')}[）)])\s*$",
    re.IGNORECASE,
)
_BIO = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3},? "
    rf"(?:(?:is|was) (?:a|an|the|our|[A-Z]\S+)\b[^.]{{0,60}}\b{_words('bio_roles')}\b"
    rf"[^.]{{0,20}}?\b{_words('bio_links')}\b"
    rf"|{_words('bio_verbs')}\b[^.]{{0,80}}\b(?:for|at)\b).{{0,160}}"
)
_SIGNED = re.compile(r"[—–-]{1,2}\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}")


def about(
    block: Block, options: Options, *, early: bool, late: bool, interview: bool = False
) -> str | None:
    """The kind of Part that a whole block is by the rules of `notices` or of this module."""
    text, row = block.text, block.shape == "row"
    found = notices.kind_of(text, options, early=early, late=late, interview=interview)
    if late and notices.is_notice(text, options):
        return found  # why the text is cut is told by `notices.judge`
    return found or kind_of(text, options, early=early, late=late, row=row)


def kind_of(
    text: str, options: Options, *, early: bool, late: bool, row: bool = False
) -> str | None:
    """The kind of Part that a whole block is, or None when it is text."""
    if len(text) > options.about_length:
        return None
    if row and not _NO_TEXT.fullmatch(text):
        pieces = text.split(" | ")
        return "other" if len(pieces) > 1 and all(p.casefold() in _MENU for p in pieces) else None
    bare = _BEHIND.sub("", _BEFORE.sub("", text))
    if not bare or _NO_TEXT.fullmatch(text) or (_LETTERS.fullmatch(text) and not _ends(text)):
        return "other"
    return (
        _picture(text)
        or _notice(text, bare)
        or _menu(text, bare, at_edge=early or late)
        or (_behind(text, bare, options) if late else None)
    )


def _picture(text: str) -> str | None:
    """Credits of pictures and typed captions, which say so; compared is only what the page marks as
    a caption.
    """
    if _CAPTION_MARK.fullmatch(text) or _TAKEN.fullmatch(text):
        return "credit"
    if _SHOWN.fullmatch(text) and (_TAIL_CREDIT.search(text) or not _ends(text)):
        return "credit"
    if _PHOTO_PHRASE.fullmatch(text) or _AGENCY.fullmatch(text):
        return "credit"
    return "credit" if not _ends(text) and _CREDIT.fullmatch(text) else None


def _notice(text: str, bare: str) -> str | None:
    """Adverts, hotlines, pointers to other pages: lines that say so by all of their words."""
    folded = re.sub(r"\d+", "#", bare.casefold())
    if folded in _LINES or folded in _SECTIONS:
        return (
            None
            if TERMINAL.search(text)
            and not text.endswith(("…", "...", ")", "）", "】", "]"))
            and _is_said(text)
            else "other"
        )
    if (
        _ADDRESS.fullmatch(text)
        or READING.fullmatch(bare)
        or _AGO.fullmatch(bare)
        or _POINTING.match(text)
        or _PICTOGRAM.fullmatch(bare)
        or _RIGHTS.fullmatch(text)
    ):
        return "other"
    if _DOWN.match(text) and (not _ends(text) or _START.match(bare)):
        return "other"
    if _LABEL.fullmatch(bare) or (_LABEL.match(text) and len(text) < 200):
        return "other"
    if _HOTLINE.fullmatch(_BEFORE.sub("", text)) or _REMINDER.fullmatch(text):
        return "other"
    return "other" if not _ends(text) and _START.fullmatch(bare) else None


def _is_said(text: str) -> bool:
    """`Live.` may be a sentence, `广告。` is none: only what is written in Latin letters."""
    return bool(re.search(r"[A-Za-z]", text))


def _menu(text: str, bare: str, *, at_edge: bool) -> str | None:
    """Short words between bars or arrows, or known words of menus with spaces between."""
    if _ends(text):
        return None
    if (at_edge or _ITEM.match(text)) and _LANGUAGE.fullmatch(bare):
        return "other"
    pieces = [p for p in _PIECES.split(bare) if p]
    if len(pieces) < 2:
        pieces = bare.split()
        known = sum(piece.casefold() in _MENU or piece.casefold() in _LINES for piece in pieces)
        return (
            "other" if len(pieces) > 2 and known > len(pieces) / 2 and _is_short(pieces) else None
        )
    known = sum(piece.casefold() in _MENU or piece.casefold() in _LINES for piece in pieces)
    if known * 2 >= len(pieces) and _is_short(pieces):
        return "other"
    figures = any(re.search(r"\d", piece) for piece in pieces)
    return (
        "other"
        if at_edge and known and len(pieces) > 2 and _is_short(pieces) and not figures
        else None
    )


def _is_short(pieces: Sequence[str]) -> bool:
    return all(len(piece.split()) <= 3 and width(piece) <= 24 for piece in pieces)


def _behind(text: str, bare: str, options: Options) -> str | None:
    """What only stands behind the text: notices of rights, helplines, who the writer is."""
    if (
        _LATE_START.match(bare)
        or _LATE.search(text)
        or _LATE_LABEL.fullmatch(bare)
        or _BIO.fullmatch(text)
    ):
        return "credit"
    if _HELP.match(text) or _SIGNED.fullmatch(text):
        return "other"
    if not _ends(text) and (_MARKED.match(text) or _ACCOUNT.search(text)):
        return "other"
    return "other" if _MAIL.search(text) and width(text) <= options.prose_width else None


def _ends(text: str) -> bool:
    """Whether a line ends like a sentence; dots that stand for more end none."""
    return bool(TERMINAL.search(text)) and not text.rstrip("】])）").endswith(("…", "..."))


def split_credit(text: str) -> tuple[str, str]:
    """A paragraph without the picture's credit at its end, and that credit (empty without one)."""
    match = _TAIL_CREDIT.search(text)
    if not match or match.start() == 0:
        return text, ""
    return text[: match.start()].strip(), match.group().strip()


def listed(blocks: Sequence[Block], options: Options) -> frozenset[int]:
    """The places of short lines below a heading of other articles, tags or comments."""
    found: set[int] = set()
    inside = False
    for place, block in enumerate(blocks):
        short = block.text if len(block.text) <= options.head_length else ""
        bare = _BEHIND.sub("", _BEFORE.sub("", short)).casefold()
        if bare in _SECTIONS and not _ends(block.text):
            inside = True
        elif inside and block.kind == BODY:
            inside = _is_listed(block, options)
            if inside:
                found.add(place)
    return frozenset(found)


def _is_listed(block: Block, options: Options) -> bool:
    """Whether a line may be the title of another article, or a tag."""
    columns = width(block.text)
    if TERMINAL.search(block.text):
        return bool(block.linked) and columns < options.prose_width
    return columns < options.prose_width and block.shape != "heading"
