"""Bytes -> text: which encoding a file is in.

In: the bytes of a file. Out: `Decoded`: the text, the encoding's name, notes for the reader.
The order is from certain to likely: a byte order mark; UTF-8, also with a few broken bytes, which
other encodings almost never satisfy by accident; the charset the file declares, unless the bytes
speak against it; then what they speak for (`charsets`). A declaration that was not followed is
told in a note, and so is mojibake that was saved as UTF-8 and is put right.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from compare.errors import UnreadableFile
from compare.options import Options
from compare.sources.charsets import (
    agrees,
    codec_of,
    east_asian,
    is_western,
    judged,
    odd,
    pieces,
    plausible_wide,
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,24})""", re.IGNORECASE
)
_LATIN = {chr(b): b for b in range(256)} | {
    c: b for b in range(0x80, 0xA0) if (c := bytes([b]).decode("cp1252", "ignore"))
}
_MAGIC = (
    (b"%PDF-", "a PDF file; save its text as .txt or .html"),
    (b"PK\x03\x04", "a zip archive or an office document; save its text as .txt or .html"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save its text as .txt or .html"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a sound"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet table; export it as JSON Lines"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the codec that read it, and what the reader should know."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, options: Options, file: str = "") -> Decoded:
    """The text of `data`.

    Raises UnreadableFile for binary data and for bytes that no known encoding explains.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableFile(f"not a text: this is {what}", file=file)
    marked = _by_mark(data)
    if marked:
        return marked
    wide = _unmarked_utf16(data, options) or (_wide(data, options) if b"\x00" in data else None)
    if wide:
        return wide
    head = data[: options.decoding_binary_head]
    if _is_binary(head, options.decoding_control):
        raise UnreadableFile("binary data, not a text; save the article as text or HTML", file=file)
    found = _strict(data, "iso2022_jp") if b"\x1b$" in head else None
    found = found or _whole_utf8(data, options) or _nearly_utf8(data, options.decoding_good)
    name = _declared(data, options)
    found = found or _by_evidence(data, name, options)
    if found is None:
        raise UnreadableFile("no known encoding fits; save the file as UTF-8", file=file)
    return _told(found, name)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return Decoded(text, encoding, _damage(text))
    return None


def _damage(text: str) -> tuple[str, ...]:
    lost = text.count("\ufffd")
    return (f"{lost} characters could not be decoded",) if lost else ()


def _unmarked_utf16(data: bytes, options: Options) -> Decoded | None:
    head = data[: options.decoding_head]
    if len(head) < 4 or b"\x00" not in head:
        return None
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        others = head[0::2] if encoding.endswith("le") else head[1::2]
        many, few = zeros.count(0), others.count(0)
        # the low bytes of Han characters are zero now and then (U+4E00)
        one_sided = few < options.decoding_other_zeros * many
        if many > options.decoding_zeros * len(zeros) and one_sided:
            found = _strict(data[: len(data) // 2 * 2], encoding)
            if found and _printable(found.text[: options.decoding_text_head], options):
                return found
    return None


def _printable(head: str, options: Options) -> bool:
    plain = sum(c.isprintable() or c.isspace() for c in head)
    return plain >= options.decoding_printable * len(head) and not odd(head)


def _is_binary(head: bytes, most: float) -> bool:
    control = len(head.translate(None, bytes(set(range(256)) - set(range(8)) - set(range(14, 27)))))
    return b"\x00" in head or control > most * len(head)


def _declared(data: bytes, options: Options) -> str | None:
    """The name of the charset that the file declares."""
    found = _DECLARED.search(data[: options.decoding_head])
    return found.group(1).decode("ascii") if found else None


def _told(found: Decoded, name: str | None) -> Decoded:
    """`found` with a note where the file declares another encoding than it is in."""
    if name is None or found.text.isascii() or codec_of(name) == found.encoding:
        return found
    note = f"the file declares the encoding {name}, but is read as {found.encoding}"
    return replace(found, notes=(note, *found.notes))


def _by_evidence(data: bytes, name: str | None, options: Options) -> Decoded | None:
    """The declared encoding where the bytes agree, else the one that they speak for."""
    sample = pieces(data)
    declared = codec_of(name) if name else None
    if declared and declared != "utf-8" and agrees(declared, sample, options):
        return _lenient(data, declared)
    encoding = judged(sample, options)
    if encoding is None and declared:
        lost = sample.decode(declared, "replace").count("\ufffd")
        encoding = declared if lost <= options.decoding_lost * len(data) else None
    return _lenient(data, encoding) if encoding else _wide(data, options)


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, _damage(text))


def _wide(data: bytes, options: Options) -> Decoded | None:
    """UTF-16 without a mark and nearly without ASCII, which leaves no zero bytes."""
    whole = data[: len(data) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        found = _strict(whole, encoding)
        if found and plausible_wide(found.text, options) >= options.decoding_wide:
            return found
    return None


def _whole_utf8(data: bytes, options: Options) -> Decoded | None:
    """UTF-8; where it holds what somebody decoded wrongly before, that is undone."""
    found = _strict(data, "utf-8")
    if found is None or found.text.isascii():
        return found
    raw = _as_bytes(found.text)
    again = _undone(raw, options) if raw else None
    if again is None:
        return found
    note = f"the text was {again.encoding} that somebody had decoded wrongly; put right"
    return replace(again, encoding="utf-8", notes=(note, *again.notes))


def _undone(raw: bytes, options: Options) -> Decoded | None:
    sample = pieces(raw)
    found = _nearly_utf8(raw, options.decoding_good)
    if found and sum(c > "\x7f" for c in found.text) >= options.decoding_least:
        return found
    score, guess = east_asian(sample, options)
    if score < options.decoding_wide or is_western(sample.decode("cp1252", "replace"), options):
        return None
    return _lenient(raw, guess)


def _as_bytes(text: str) -> bytes | None:
    """The bytes of a text of Latin characters only, as Windows-1252 with the controls of Latin-1;
    None for any other text.
    """
    raw = bytearray()
    for c in text:
        byte = _LATIN.get(c)
        if byte is None:
            return None
        raw.append(byte)
    return bytes(raw)


def _nearly_utf8(data: bytes, least: int) -> Decoded | None:
    """UTF-8 with a few broken bytes, as when a download was cut inside a character."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(c > "\x7f" for c in text) - bad
    if good < least * bad:
        return None
    whole = text.removesuffix("\ufffd")
    ends = ("the file ends inside a character",) if whole != text else ()
    return Decoded(whole, "utf-8", ends + _damage(whole))
