"""Options of `sources`: how text becomes articles.

In: nothing. Out: fields. What a number means for the articles that people send is in
`docs/formats.md`; how bytes become text is in `decoding`.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, option, share


@dataclass(frozen=True)
class SourcesOptions:
    """Limits of input and thresholds of the readers."""

    __slots__ = ()

    max_bytes: int = option(
        50_000_000, "the largest file that is opened, in bytes", least=1, limit=True
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
    about_length: int = count(300, "longest block that is about the text and not of it")
    dateline_blocks: int = count(3, "first blocks of which one may begin with a dateline")
    caption_length: int = count(600, "longest element that its class makes a caption")
    figcaption_length: int = count(1500, "longest <figcaption> that is a caption")
    figure_length: int = count(600, "longest <figure> that is a caption")
    share_length: int = count(160, "longest element that its class makes share buttons")
    newsletter_length: int = count(300, "longest element that its class makes a newsletter's")
    related_length: int = count(300, "longest element that its class makes a list of others")
    nav_length: int = count(1500, "longest <nav> that is navigation")

    # whether a text was cut short
    notice_blocks: int = count(4, "last blocks that may be notices of a cut or a paywall")
    notice_length: int = count(220, "longest block that is such a notice, in characters")
    paywall_length: int = count(1500, "characters below which a page with a paywall is cut")
    cut_least: int = count(12, "shortest last paragraph that can be cut, in characters")
    cut_share: float = share(0.7, "share of the other paragraphs that end as sentences do")

    # dates and languages
    first_year: int = count(1990, "first year in which an article can be published")
    last_year: int = count(2100, "last year in which an article can be published")
    page_dates: int = count(4, "most dates of a page's metadata that are read")
    date_head: int = count(300, "characters of a field in which its date stands")
    foreign_date: int = count(80, "longest date in another language, in characters")
    language_least: int = count(20, "characters from which a paragraph shows its own language")
