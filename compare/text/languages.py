"""Text -> the language it is written in, as a BCP 47 tag.

In: a paragraph or a whole article. Out: `zh-Hans`, `zh-Hant`, `ja`, `ko`, `en`, `fr` and so on, or
`und`. The script decides where it can; languages that share a script are told apart by how many
of their commonest words and own letters occur. Nothing is learned and nothing is loaded: the
detectors on offer are random unless seeded (langdetect), weigh tens of megabytes (lingua, fastText)
or do not know the two Chinese scripts apart, and all of them fail on short paragraphs, where this
one says `und` and leaves the caller to use the language of the article.
"""

from __future__ import annotations

import re
from collections import Counter

from compare.text.scripts import script_of

UNKNOWN = "und"
_BLOCKS = (
    ("kana", "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d"),
    ("han", "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"),
    ("hangul", "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"),
    ("arabic", "\u0620-\u064a\u0671-\u06d3\u0750-\u077f"),
    ("thai", "\u0e01-\u0e5b"),
    ("cyrillic", "\u0400-\u052f"),
    ("greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("hebrew", "\u05d0-\u05ea"),
    ("devanagari", "\u0904-\u0963"),
    ("latin", "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"),
)
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{span}]+)" for name, span in _BLOCKS))
# how many letters of a language of average density one character of a language writes
DENSITY = {"zh": 3.0, "ja": 2.2, "ko": 2.0, "th": 1.3}
_WEIGHT = {"han": DENSITY["zh"], "kana": 1.5, "hangul": DENSITY["ko"], "thai": DENSITY["th"]}
_ALONE = {"thai": "th", "hangul": "ko", "greek": "el", "hebrew": "he", "devanagari": "hi"}
_WORDS = {
    "en": "the of and to in a that is was for on with as it by at from his he be has said have not "
    "are an had which but were will they their who been after its this we or more than i you",
    "fr": "le la les de des du et à en un une que qui dans pour par sur au aux est pas plus avec "
    "ce cette se son sa ses il elle ne ont été d l qu s n a sont mais ou leur nous vous je y",
    "de": "der die das und in den von zu mit des dem ein eine einen einer auf für ist im sich auch "
    "als nicht nach bei aus hat dass sie er es wird wurde an am um über war haben sind wir ich",
    "es": "el la los las de del y en que a un una por con para se su al lo como más no es ha sus "
    "le pero este esta entre cuando sobre también fue son desde está ya o han muy yo nos",
    "it": "il lo la i gli le di del della dei delle e in che a un una per con da dal nel nella è "
    "si non sono al alla anche come più ha ma su ed dopo questo questa sua suo o ci hanno era",
    "pt": "o a os as de do da dos das e em no na nos nas que um uma por com para se não ao mais "
    "como foi é são ou seu sua pelo pela também mas entre já está após ele ela isso eu às",
    "nl": "de het een van en in is dat op te voor met zijn aan niet er door naar om als ook bij "
    "uit maar dan die over zich heeft worden werd wordt nog deze of was hij zij ze ik we had",
    "pl": "w i z na do się że o nie to jest jak po za od przez dla ale które który która są oraz "
    "był było została tym tego jego przed co już także może tylko być nad ich pod ma jej ze",
    "tr": "ve bir bu için ile de da olarak daha çok en olan gibi kadar sonra ise ancak ya ki ne "
    "göre değil her o var yok diye kendi ben biz ama mi tarafından oldu dedi eden etti",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig "
    "från vi så kan när hon under också efter",
    "da": "og i at det er en til på som de med for den af ikke der har et var han men jeg sig fra "
    "vi så kan når hun efter også blev",
    "id": "yang dan di untuk dengan pada dari ini itu dalam tidak akan ke oleh juga adalah telah "
    "sebagai bahwa ada mereka kami karena lebih",
    "vi": "và của là có được trong cho một các với không người này những đã để từ khi đến về ở "
    "theo như ông tại cũng sẽ",
    "cs": "a v se na je že s z do o k i za pro ale jako od po jeho by které který která si byl "
    "bylo byla také už jsou až při podle není nebo",
}
_LETTERS = {
    "fr": "çœêèëîïôûùâà", "de": "ßäöü", "es": "ñ¿¡óíúá", "it": "òìèàù", "pt": "ãõçâêóáé",
    "pl": "łąęśżźćń", "tr": "ğışİüçö", "sv": "åäö", "da": "øæå", "cs": "řěůčšžýáí",
    "vi": "ạảấầẩậắằặẹẻẽếềểễệọỏốồổộớờởợụủứừửữựđơư",
}  # fmt: skip
_CYRILLIC_WORDS = {
    "bg": "на и да се за от че са не е по",
    "ru": "и в на не что с по он как это о из у к был за от",
}
_WORD_SETS = {tag: frozenset(words.split()) for tag, words in _WORDS.items()}
_CYRILLIC_SETS = {tag: frozenset(words.split()) for tag, words in _CYRILLIC_WORDS.items()}
_CYRILLIC = (("uk", "іїєґ"), ("be", "ў"), ("sr", "ђјљњћџ"), ("mk", "ѓќѕ"), ("ru", "ыэё"))
_LETTER_SETS = {tag: frozenset(letters) for tag, letters in _LETTERS.items()}
_TAGS_OF_WORD: dict[str, list[str]] = {}
for _tag in _WORDS:
    for _word in sorted(_WORD_SETS[_tag]):
        _TAGS_OF_WORD.setdefault(_word, []).append(_tag)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
# of running text a quarter to a half are such words; names and numbers alone have none
_LEAST_SHARE = 0.08


def language_of(text: str) -> str:
    """The BCP 47 tag of the language most of `text` is in; `und` when nothing tells.

    Chinese carries its script (`zh-Hans`, `zh-Hant`; Hans when every character is the same in
    both). Only the first 4,000 characters are looked at.
    """
    sample = text[:_SAMPLE]
    weights = _scripts(sample)
    if not weights:
        return UNKNOWN
    script, _ = max(weights.items(), key=lambda item: (item[1], item[0]))
    if script in ("han", "kana"):
        return _han(sample, weights)
    if script in _ALONE:
        return _ALONE[script]
    if script == "arabic":
        return _arabic(sample)
    return _cyrillic(sample) if script == "cyrillic" else _latin(sample)


def letters_in(text: str, language: str) -> float:
    """The length of `text` in letters of a language of average density."""
    return len(text) * DENSITY.get(language.partition("-")[0], 1.0)


def _scripts(text: str) -> dict[str, float]:
    found: Counter[str] = Counter()
    for match in _SCRIPT.finditer(text):
        name = match.lastgroup or ""
        found[name] += len(match.group())
    return {name: count * _WEIGHT.get(name, 1.0) for name, count in found.items()}


def _han(text: str, weights: dict[str, float]) -> str:
    # a Chinese text may quote a Japanese title; Japanese prose is a third kana or more
    if weights.get("kana", 0) > 0.1 * weights.get("han", 0):
        return "ja"
    return f"zh-{script_of(text) or 'Hans'}"


def _arabic(text: str) -> str:
    if re.search("[ٹڈڑںے]", text):
        return "ur"
    return "fa" if len(re.findall("[پچژگیک]", text)) > 0.03 * len(text) else "ar"


def _cyrillic(text: str) -> str:
    lowered = text.lower()
    counts = {tag: sum(lowered.count(c) for c in letters) for tag, letters in _CYRILLIC}
    tag = max(counts, key=lambda t: (counts[t], t))
    if counts[tag]:
        return tag
    words = _WORD.findall(lowered)
    common = {tag: sum(w in known for w in words) for tag, known in _CYRILLIC_SETS.items()}
    return "bg" if common["bg"] > common["ru"] + 2 else "ru"


def _latin(text: str) -> str:
    words = Counter(_WORD.findall(text.lower().replace("i\u0307", "i")))
    scores: Counter[str] = Counter()
    for word, count in words.items():
        for tag in _TAGS_OF_WORD.get(word, ()):
            scores[tag] += 2 * count
        if not word.isascii():
            for tag, letters in _LETTER_SETS.items():
                scores[tag] += count * (not letters.isdisjoint(word))
    ranked = sorted(scores, key=lambda tag: (-scores[tag], tag))
    if not ranked or scores[ranked[0]] < max(2, _LEAST_SHARE * 2 * words.total()):
        return UNKNOWN
    tied = len(ranked) > 1 and scores[ranked[0]] == scores[ranked[1]]
    return UNKNOWN if tied else ranked[0]
