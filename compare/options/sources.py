"""Options of `sources` and of a run: how bytes become text and articles; language, day, caches.

In: nothing. Out: fields. What a number means for the articles that people send is in
`docs/formats.md`. Those of decoding weigh signs against each other where a file does not say in
which encoding it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from compare.options.fields import count, option, share, switch, weight


@dataclass(frozen=True, init=False, repr=False, eq=False)
class SourcesOptions:
    """Limits of input and thresholds of the readers."""

    __slots__ = ()

    max_bytes: int = option(
        50_000_000, "the largest file that is opened, in bytes", least=1, limit=True
    )
    max_text: int = count(
        300_000, "most characters of an article's text that are read", least=1, limit=True
    )
    max_aliases: int = count(
        8, "most aliases of a front matter; eight make a value at most 18 times as long", limit=True
    )
    max_depth: int = count(50, "deepest nesting of a front matter", limit=True)
    field_depth: int = count(8, "deepest nesting of a field that is read", limit=True)
    outlet_files: tuple[str, ...] = option(
        (), "lists of outlets of your own, the last of them wins", file=True
    )

    # which format a file is in
    format_head: int = count(8192, "characters of a file by which its format is told")
    page_head: int = count(2000, "characters in which a page shows that it is one, by any name")
    page_start: int = count(20_000, "characters in which it shows that it is no fragment")
    digest_head: int = count(8, "paragraphs in which a digest shows that it is one")
    header_share: float = share(0.5, "share of the keys of a text's header that are known")

    # paragraphs of plain text
    wrap_width: int = count(120, "columns up to which lines are taken for wrapped")
    wrap_short: float = share(0.75, "share of the width below which a line ends its paragraph")

    # what of a page is the article; lengths in characters
    title_length: int = count(120, "longest first line that is a title")
    address_blocks: int = count(3, "first blocks of which one may be the article's address")
    publisher_blocks: int = count(3, "first blocks of which one may be the publisher's name")
    publisher_length: int = count(40, "longest block that is a publisher's name")
    publisher_words: int = count(4, "most words of an unknown publisher before a digest's title")
    source_length: int = count(100, "longest line that names the source")
    date_length: int = count(100, "longest line that is a date")
    dated_names: int = count(60, "most letters beside the date on a line about the text")
    about_date: int = count(20, "longest line below a lone date that is about the text too")
    dated_blocks: int = count(8, "first blocks of which one may say when a text was published")
    head_length: int = count(160, "longest line with the writer and the date above a text")
    about_length: int = count(300, "longest block that is about the text and not of it")
    dateline_blocks: int = count(3, "first blocks of which one may begin with a dateline")
    caption_length: int = count(600, "longest element that its class makes a caption")
    figcaption_length: int = count(1500, "longest <figcaption> that is a caption")
    figure_length: int = count(600, "longest <figure> that is a caption")
    share_length: int = count(160, "longest element that its class makes share buttons")
    newsletter_length: int = count(300, "longest element that its class makes a newsletter's")
    related_length: int = count(300, "longest element that its class makes a list of others")
    open_tags: int = count(50, "innermost open tags among which one that was left open is sought")
    layout_cell: int = count(240, "columns from which the text of a cell is no row of a table")
    nav_length: int = count(1500, "longest <nav> that is navigation")

    # where on a page the article stands; prose is counted in columns, two a Chinese character
    prose_width: int = count(100, "columns from which a block is prose without a full stop")
    lead_width: int = count(20, "columns from which a heading under the title is a lead")
    line_linked: float = share(0.6, "share of a line in links from which it is a link")
    sentence_linked: float = share(0.9, "share of a sentence in links from which it is a link")
    zone_share: float = share(0.5, "most of a page's prose that an element with a hint may hold")
    comments_share: float = share(0.9, "most of a page's prose that its comments may hold")
    holder_share: float = share(0.75, "share of the prose that the article's element holds")
    article_share: float = share(0.25, "share of the prose an <article> with the title holds")
    head_blocks: int = count(12, "blocks above the article's element that may belong to it")

    # whether a text was cut short
    notice_blocks: int = count(4, "last blocks that may be notices of a cut or a paywall")
    notice_length: int = count(220, "longest block that is such a notice, in characters")
    paywall_length: int = count(1500, "characters below which a page with a paywall is cut")
    cut_least: int = count(12, "shortest last paragraph that can be cut, in characters")
    cut_share: float = share(0.7, "share of the other paragraphs that end as sentences do")

    # kinds of article
    live_entries: int = count(4, "entries under times of the day that make a live blog")
    live_share: float = share(0.3, "share of the blocks that these are")

    # captures of one address
    version_gram: int = count(8, "letters of a piece of text by which two captures are one article")
    version_texts: int = count(8, "last texts of an address that a further one is held against")
    version_share: float = share(0.25, "share of the shorter one's pieces that both have")

    # dates and languages
    first_year: int = count(1990, "first year in which an article can be published")
    last_year: int = count(2100, "last year in which an article can be published")
    page_dates: int = count(4, "most dates of a page's metadata that are read")
    date_head: int = count(300, "characters of a field in which its date stands")
    foreign_date: int = count(80, "longest date in another language, in characters")
    language_least: int = count(20, "characters from which a paragraph shows its own language")


@dataclass(frozen=True, init=False, repr=False, eq=False)
class DecodingOptions:
    """Thresholds on shares of bytes or characters, and how much of a file is looked at."""

    __slots__ = ()

    decoding_head: int = count(4096, "bytes in which a file shows UTF-16 or declares a charset")
    decoding_binary_head: int = count(65_536, "bytes in which a file shows that it is no text")
    decoding_text_head: int = count(2000, "characters that must be printable to be UTF-16")
    decoding_sample: int = count(20_000, "characters beyond ASCII by which a guess is judged")
    decoding_bytes: int = count(200_000, "bytes that are shown to chardet")

    decoding_zeros: float = share(0.05, "share of zero bytes on one side that UTF-16 needs")
    decoding_other_zeros: float = share(0.2, "most zero bytes on the other side, beside those")
    decoding_printable: float = share(0.99, "share of printable characters that UTF-16 needs")
    decoding_control: float = share(0.02, "share of control bytes above which a file is binary")
    decoding_lost: float = share(0.01, "share of lost characters above which a charset is a lie")
    decoding_good: int = count(4, "good characters for each broken one that UTF-8 needs")
    decoding_least: int = count(3, "characters beyond ASCII that a guess needs")
    decoding_few: int = count(12, "bytes beyond ASCII below which accents speak before chardet")
    decoding_sure: int = count(20, "bytes beyond ASCII from which they speak before a declaration")
    decoding_margin: float = share(0.2, "plausibility by which a guess exceeds the declared one")
    decoding_plausible: float = share(0.25, "least plausibility of an East Asian encoding")
    decoding_wide: float = share(0.4, "plausibility that text needs where no sign speaks for it")
    decoding_kana: float = share(0.2, "share of kana from which a text is Japanese")
    decoding_kanji_weight: float = weight(0.5, "what a Han character counts in such a text")
    decoding_japanese_weight: float = weight(0.8, "what Japanese counts beside common Han")
    decoding_hangul_weight: float = weight(0.6, "what Hangul counts beside common Han")
    decoding_odd_weight: float = weight(5, "what a character counts against that nobody writes")
    decoding_bad_words: float = share(0.2, "most odd words beside one word with such a letter")
    decoding_western: float = share(0.4, "most accented letters beside one ASCII letter")


@dataclass(frozen=True, init=False, repr=False, eq=False)
class RunningOptions:
    """What belongs to the person or the machine and not to a stage."""

    __slots__ = ()

    today: date | None = option(
        None, "the day of the run, for dates in the future", shapes_results=False
    )
    language: str = option(
        "en",
        "language of the reader, preferred where a claim has wordings in several",
        choices=("en", "zh-Hans", "zh-Hant"),
    )
    use_cache: bool = switch(
        "whether caches on disk are read and written", default=True, shapes_results=False
    )
    debug: bool = switch(
        "whether a fault of ours ends the run with its traceback, instead of one file",
        default=False,
        shapes_results=False,
    )
