"""Spellings of one hanzi in Latin letters, as names are written in five places.

In: readings without tones (pinyin, Jyutping, hangul, Vietnamese). Out: spellings with weights that
add up to about one. Rules and not lists of names: news spells the same syllable in many ways (Lee,
Yi, Rhee), and a rule covers the names that no list has.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import product

Spellings = dict[str, float]

_WADE_INITIALS = {
    "zh": "ch",
    "ch": "ch",
    "sh": "sh",
    "b": "p",
    "p": "p",
    "d": "t",
    "t": "t",
    "g": "k",
    "k": "k",
    "j": "ch",
    "q": "ch",
    "x": "hs",
    "z": "ts",
    "c": "ts",
    "r": "j",
}
_WADE_WHOLE = {
    "zhi": "chih",
    "chi": "chih",
    "shi": "shih",
    "ri": "jih",
    "zi": "tzu",
    "ci": "tzu",
    "si": "szu",
    "he": "ho",
    "ge": "ke",
    "ke": "ko",
    "guo": "kuo",
    "yi": "i",
    "you": "yu",
    "yan": "yen",
    "er": "erh",
    "e": "o",
    "bo": "po",
    "mo": "mo",
}
_WADE_FINALS = {
    "ong": "ung",
    "ian": "ien",
    "uo": "o",
    "ie": "ieh",
    "ue": "ueh",
    "ui": "ui",
    "iong": "iung",
}
_CANTON_INITIALS = {
    "gw": ("kw",),
    "kw": ("kw",),
    "ng": ("ng", ""),
    "b": ("p",),
    "d": ("t",),
    "g": ("k",),
    "z": ("ch", "ts"),
    "c": ("ch", "ts"),
    "j": ("y",),
}
_CANTON_FINALS = {
    "aa": ("a", "ah"),
    "aai": ("ai",),
    "aau": ("au",),
    "aam": ("am",),
    "aan": ("an",),
    "aang": ("ang",),
    "aap": ("ap",),
    "aat": ("at",),
    "aak": ("ak",),
    "oeng": ("eung",),
    "oek": ("euk",),
    "oe": ("eu",),
    "eoi": ("ui",),
    "eon": ("un",),
    "eot": ("ut",),
    "yu": ("yu", "ue"),
    "yun": ("uen", "yuen", "un"),
    "yut": ("uet", "yuet"),
    "ou": ("o", "ou"),
    "i": ("i", "ee", "ze"),
    "u": ("u", "oo"),
    "ei": ("ei", "ee", "i"),
    "ing": ("ing",),
    "ik": ("ik",),
    "au": ("au", "ow"),
    "ung": ("ung",),
    "an": ("an", "un"),
    "am": ("am", "um"),
    "ok": ("ok", "ock"),
    "oi": ("oi", "oy"),
    "ong": ("ong",),
    "iu": ("iu", "ew"),
    "ai": ("ai",),
    "at": ("at", "ut"),
}
_KOREAN_INITIALS = (
    ("g", "k"),
    ("kk",),
    ("n",),
    ("d", "t"),
    ("tt",),
    ("r", "l", ""),
    ("m",),
    ("b", "p"),
    ("pp",),
    ("s", "sh"),
    ("ss",),
    ("",),
    ("j", "ch"),
    ("jj",),
    ("ch",),
    ("k",),
    ("t",),
    ("p",),
    ("h",),
)
_KOREAN_VOWELS = (
    ("a", "ah"),
    ("ae",),
    ("ya",),
    ("yae",),
    ("eo", "u", "o"),
    ("e",),
    ("yeo", "yu", "you", "yo", "yuh"),
    ("ye",),
    ("o", "oh"),
    ("wa",),
    ("wae",),
    ("oe", "oi"),
    ("yo",),
    ("u", "oo", "woo"),
    ("wo", "weo"),
    ("we",),
    ("wi",),
    ("yu", "yoo", "ryu"),
    ("eu", "u"),
    ("ui", "eui"),
    ("i", "ee", "yi", "hee"),
)
_KOREAN_FINALS = (
    "",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
)
# Korean family names whose usual spelling no rule gives.
_KOREAN_FAMILIES = {
    "이": ("lee", "yi", "rhee", "ri"),
    "박": ("park", "pak"),
    "최": ("choi", "choe"),
    "임": ("lim", "im", "rim"),
    "노": ("roh", "noh", "no"),
    "류": ("ryu", "yoo", "yu"),
    "백": ("paik", "baek"),
    "허": ("huh", "hur", "heo"),
    "김": ("kim",),
    "심": ("shim", "sim"),
    "신": ("shin", "sin"),
    "정": ("chung", "jung", "jeong"),
    "조": ("cho", "jo"),
    "윤": ("yoon", "yun"),
    "문": ("moon", "mun"),
    "반": ("ban",),
    "서": ("suh", "seo"),
}
_KOREAN_FIRST, _VOWELS, _FINALS = 0xAC00, 21, 28


def weighted(spellings: list[str]) -> Spellings:
    """Equal spellings once; the first has half of the weight, the others share the rest."""
    once = list(dict.fromkeys(spellings))
    share = 0.5 / max(1, len(once) - 1)
    return {spelling: 0.5 if index == 0 else share for index, spelling in enumerate(once)}


def split_initial(syllable: str, initials: Collection[str]) -> tuple[str, str]:
    """(initial, final): the longest initial of the table that the syllable starts with."""
    for size in (2, 1):
        if syllable[:size] in initials and len(syllable) > size:
            return syllable[:size], syllable[size:]
    return "", syllable


def wade_giles(pinyin: str) -> str:
    """Pinyin in Wade-Giles without apostrophes, as Taiwan writes names: zhong -> chung."""
    if pinyin in _WADE_WHOLE:
        return _WADE_WHOLE[pinyin]
    initial, final = split_initial(pinyin, _WADE_INITIALS)
    if initial and final in _WADE_FINALS:
        final = _WADE_FINALS[final]
    elif not initial:
        for ending in ("ong", "ian", "ie", "ue"):
            if pinyin.endswith(ending):
                return pinyin[: -len(ending)] + _WADE_FINALS[ending]
    return _WADE_INITIALS.get(initial, "") + final


def mandarin(pinyin: tuple[str, ...]) -> Spellings:
    """Pinyin readings as they are."""
    return weighted(list(pinyin))


def taiwan(pinyin: tuple[str, ...]) -> Spellings:
    """Wade-Giles and the mixtures that people in Taiwan choose."""
    spellings = [wade_giles(p) for p in pinyin]
    spellings += [p.replace("x", "s").replace("zh", "j").replace("q", "ch") for p in pinyin]
    return weighted([*spellings, *pinyin])


def cantonese(jyutping: tuple[str, ...]) -> Spellings:
    """Spellings as in Hong Kong: zeng -> cheng, tseng."""
    found: list[str] = []
    for syllable in jyutping:
        initial, final = split_initial(syllable, (*_CANTON_INITIALS, *"ptkmnlfhsw"))
        starts = _CANTON_INITIALS.get(initial, (initial,))
        endings = _CANTON_FINALS.get(final, (final,))
        if initial in ("z", "c") and final == "i":
            found += ["chi", "tsz", "tze", "tse"]
        if initial == "j" and final.startswith("yu"):
            starts = ("",)
            found += ["yue" + final[2:], "yu" + final[2:]]
        found += [start + ending for start, ending in product(starts, endings)]
        if initial == "z":
            found += ["j" + ending for ending in endings]
    return weighted(found)


def korean(hangul: tuple[str, ...]) -> Spellings:
    """Spellings of Korean syllables: the Revised Romanisation and what people choose."""
    found: list[str] = []
    for syllable in hangul:
        found += _KOREAN_FAMILIES.get(syllable, ())
        first, vowel, final = jamo(syllable)
        starts, middles = _KOREAN_INITIALS[first], _KOREAN_VOWELS[vowel]
        found += ["".join(x) + _KOREAN_FINALS[final] for x in product(starts, middles)]
    return weighted(found)


def jamo(syllable: str) -> tuple[int, int, int]:
    """Indexes of the first consonant, the vowel and the last consonant of a hangul syllable."""
    offset = ord(syllable) - _KOREAN_FIRST
    return offset // (_VOWELS * _FINALS), offset // _FINALS % _VOWELS, offset % _FINALS


def vietnamese(words: tuple[str, ...]) -> Spellings:
    """Vietnamese readings without marks, as English news writes them."""
    return weighted(list(words))
