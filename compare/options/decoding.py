"""Options of decoding: which encoding a file is in.

In: nothing. Out: fields. They weigh signs against each other where a file does not say what it is;
`compare.sources.decoding` tells in which order they are asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, share, weight


@dataclass(frozen=True)
class DecodingOptions:
    """Thresholds on shares of bytes or characters, and how much of a file is looked at."""

    __slots__ = ()

    decoding_head: int = count(4096, "bytes in which a file shows UTF-16 or declares a charset")
    decoding_binary_head: int = count(65_536, "bytes in which a file shows that it is no text")
    decoding_text_head: int = count(2000, "characters that must be printable to be UTF-16")
    decoding_sample: int = count(20_000, "characters beyond ASCII by which a guess is judged")
    decoding_bytes: int = count(200_000, "bytes that are shown to charset-normalizer")

    decoding_zeros: float = share(0.05, "share of zero bytes on one side that UTF-16 needs")
    decoding_other_zeros: float = share(0.2, "most zero bytes on the other side, beside those")
    decoding_printable: float = share(0.99, "share of printable characters that UTF-16 needs")
    decoding_control: float = share(0.02, "share of control bytes above which a file is binary")
    decoding_lost: float = share(0.01, "share of lost characters above which a charset is a lie")
    decoding_good: int = count(10, "good characters for each broken one that UTF-8 needs")
    decoding_wide: float = share(0.02, "share of characters beyond ASCII that a guess needs")
    decoding_plausible: float = share(0.25, "least plausibility of an East Asian encoding")
    decoding_kana: float = share(0.2, "share of kana from which a text is Japanese")
    decoding_kanji_weight: float = weight(0.5, "what a Han character counts in such a text")
    decoding_japanese_weight: float = weight(0.8, "what Japanese counts beside common Han")
    decoding_hangul_weight: float = weight(0.6, "what Hangul counts beside common Han")
    decoding_odd_weight: float = weight(5, "what a character counts against that nobody writes")
    decoding_western: float = share(0.4, "most accented letters beside one ASCII letter")
