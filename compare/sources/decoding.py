"""Bytes -> text: which encoding a file is in.

In: the bytes of a file. Out: `Decoded`: the text, the encoding's name, notes for the reader.
The order is from certain to likely: a byte order mark; UTF-8, which other encodings almost never
satisfy by accident; the charset the file declares; then GB18030, Big5, Shift JIS and EUC-KR, told
apart by how many of the characters are among the commonest of their script, because every one of
them decodes most of the others' bytes into rare characters; then charset-normalizer for the
one-byte encodings. Statistical detection comes last since it takes short Chinese files for Korean.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from compare.errors import UnreadableFile
from compare.options import Options

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
# what pages declare -> the codec that also reads the characters vendors added
_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs",
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
    "shift_jis": "cp932", "x-sjis": "cp932", "shift-jis": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "windows-31j": "cp932", "iso-8859-9": "cp1254",
}  # fmt: skip
_GUESSES = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")
# The commonest characters of running Chinese in both scripts (they cover about half of any text).
_COMMON = frozenset(
    "的一是不了在人有我他这这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於"
    "着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分"
    "还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情"
    "明性知全三又关關点點正业業外将將两兩高间間由问問很最重并物手应應战戰向头頭文体體政美相见見被利什二等产產"
    "或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名"
    "真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目"
    "太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼"
    "书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該"
    "交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運，。、：“”；「」（）！？"
)
_KANA = re.compile("[\u3041-\u30fe]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff，。、：“”；「」（）！？]")
_ODD = re.compile("[\ue000-\uf8ff\ufffd\uff61-\uff9f\U000f0000-\U0010ffff]|[\x80-\x9f]")
_WESTERN = frozenset(
    "àâäáãåæçéèêëíìîïñóòôöõøœßúùûüÿÀÂÄÁÃÅÆÇÉÈÊËÍÎÏÑÓÔÖÕØŒÚÜ«»“”‘’„–—…€£§°·¿¡\xa0©®ªº"
)
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
    wide = _unmarked_utf16(data, options)
    if wide:
        return wide
    head = data[: options.decoding_binary_head]
    if _is_binary(head, options.decoding_control):
        raise UnreadableFile("binary data, not a text; save the article as text or HTML", file=file)
    found = _strict(data, "iso2022_jp") if b"\x1b$" in head else None
    found = found or _strict(data, "utf-8") or _declared(data, options)
    found = found or _nearly_utf8(data, options.decoding_good)
    found = found or _east_asian(data, options) or _one_byte(data, options)
    if found is None:
        raise UnreadableFile("no known encoding fits; save the file as UTF-8", file=file)
    return found


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
    return plain >= options.decoding_printable * len(head) and not _ODD.search(head)


def _is_binary(head: bytes, most: float) -> bool:
    control = len(head.translate(None, bytes(set(range(256)) - set(range(8)) - set(range(14, 27)))))
    return b"\x00" in head or control > most * len(head)


def _declared(data: bytes, options: Options) -> Decoded | None:
    found = _DECLARED.search(data[: options.decoding_head])
    if not found:
        return None
    name = found.group(1).decode("ascii").lower()
    encoding = _WIDER.get(name, name)
    try:
        text = data.decode(encoding, errors="replace")
    except (LookupError, ValueError, UnicodeError):
        return None
    if not isinstance(text, str) or text.count("\ufffd") > options.decoding_lost * len(text):
        return None
    return Decoded(text, encoding, _damage(text))


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


def _east_asian(data: bytes, options: Options) -> Decoded | None:
    best: tuple[float, Decoded] | None = None
    for encoding in _GUESSES:
        text = data.decode(encoding, errors="replace")
        score = _plausible(text, options)
        if best is None or score > best[0]:
            best = (score, Decoded(text, encoding, _damage(text)))
    return best[1] if best and best[0] >= options.decoding_plausible else None


def _plausible(text: str, options: Options) -> float:
    """How far the characters beyond ASCII look like running text: 0 (not at all) to 1."""
    wide = [c for c in text if c > "\x7f"]
    if not wide or len(wide) < options.decoding_wide * len(text):
        return 0.0
    sample = "".join(wide[: options.decoding_sample])
    han, kana, hangul = (len(p.findall(sample)) for p in (_HAN, _KANA, _HANGUL))
    common = sum(c in _COMMON for c in sample)
    odd = len(_ODD.findall(sample))
    is_japanese = kana > options.decoding_kana * len(sample)
    japanese = han * options.decoding_kanji_weight + kana if is_japanese else 0
    score = common + japanese * options.decoding_japanese_weight
    score += hangul * options.decoding_hangul_weight
    return (score - options.decoding_odd_weight * odd) / len(sample)


def _one_byte(data: bytes, options: Options) -> Decoded | None:
    western = _strict(data, "cp1252")
    if western and _is_western(western.text, options.decoding_western):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[: options.decoding_bytes]).best()
    if best is None:
        return None
    return _strict(data, best.encoding)


def _is_western(text: str, most: float) -> bool:
    """Letters of western Europe, thinly among ASCII ones; any code page gives letters, but many."""
    wide = [c for c in text if c > "\x7f"]
    ascii_letters = sum(c.isascii() and c.isalpha() for c in text)
    return all(c in _WESTERN for c in wide) and len(wide) < most * ascii_letters
