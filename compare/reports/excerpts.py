"""At most so many words of each article in one report: what is quoted, and what is cut.

In: articles, the passages that a report would quote, the most important first, and a limit in
words. Out: the same articles with FILL for every character that may not be shown, and what a
passage reads then. Words are paid for where a passage is asked for first; a passage that stands in
several places of a report costs its words once, because it gives no more of the article away. The
characters keep their places, so that every offset still leads to its proof; in print a run of FILL
is one `…`. Headlines are not counted: they are what a source is cited by.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.model import BODY, TITLE, Article, Evidence, Source
from compare.reports.blocks import FILL
from compare.reports.matrix import part_words
from compare.reports.words import say
from compare.text.counts import word_spans

_RUNS = re.compile(f"{FILL}+")
_FIGURE = re.compile(r"\d|[〇零一二两兩三四五六七八九十百千万萬亿億]")
_BEHIND = re.compile(r"[^\s“「『(（]*")  # marks that belong to the word before them


@dataclass(frozen=True, slots=True)
class Passage:
    """Code points `start` to `end` of a part of an article. Of a sentence that does not fit, the
    beginning is shown; of what is `whole`, such as a figure, nothing, because half of it would be
    another one.
    """

    article: str
    part: str
    start: int
    end: int
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Excerpts:
    """Articles of which only so much is shown, by id; the passages that are cut, and the limit."""

    articles: Mapping[str, Article]
    cut: frozenset[Passage]
    limit: int

    def words(self, passage: Passage, exact: str, who: str = "") -> str:
        """What a passage reads: `exact`, or what of it may be shown and where all of it stands, by
        the id of the source where nothing else says `who`.
        """
        if passage not in self.cut:
            return exact
        article = self.articles[passage.article]
        shown = article.part(passage.part)[passage.start : passage.end]
        paragraph = article.paragraph_at(passage.start) if passage.part == BODY else None
        where = part_words(passage.part, paragraph)
        place = say("excerpt.place", where=where, start=passage.start, end=passage.end)
        return say("excerpt.cut", words=shown, place=f"{who} {place}".strip())

    def evidence(self, proof: Evidence) -> Evidence:
        """A proof with what of its words may be shown."""
        return replace(proof, quote=self.words(passage_of(proof), proof.quote))

    def source(self, source: Source) -> Source:
        """A source whose article shows no more than it may."""
        document = replace(source.document, article=self.articles[source.article.id])
        return replace(source, document=document)

    def note(self, count: int) -> str:
        """What a reader must know of a report that is cut."""
        return say("excerpt.note", n=count, words=self.limit)


def passage_of(proof: Evidence) -> Passage:
    """Where a proof stands."""
    return Passage(proof.article, proof.part, proof.start, proof.end)


def excerpts(sources: Iterable[Source], asked: Iterable[Passage], limit: int) -> Excerpts:
    """What of the articles may be shown; `asked` has the most important passages first."""
    articles = {source.article.id: source.article for source in sources}
    spans: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {}
    shown: dict[tuple[str, str], set[int]] = defaultdict(set)
    used: Counter[str] = Counter()
    cut = set()
    for passage in dict.fromkeys(asked):
        key = passage.article, passage.part
        if passage.part == TITLE or passage.article not in articles:
            continue
        text = articles[passage.article].part(passage.part)
        if key not in spans:
            spans[key] = word_spans(text)
        wanted = _inside(spans[key], passage.start, passage.end)
        new = [number for number in wanted if number not in shown[key]]
        room = limit - used[passage.article]
        if len(new) > room:
            cut.add(passage)
            words = [text[slice(*spans[key][number])] for number in new[:room]]
            new = [] if passage.whole else new[: _complete(words)]
        used[passage.article] += len(new)
        shown[key].update(new)
    made = {one.id: _masked(one, shown) for one in articles.values()}
    return Excerpts(made, frozenset(cut), limit)


def _complete(words: Sequence[str]) -> int:
    """How many words there are before a figure at their end, whose unit or further digits may
    stand behind the cut.
    """
    count = len(words)
    while count and _FIGURE.search(words[count - 1]):
        count -= 1
    return count


def _inside(spans: tuple[tuple[int, int], ...], start: int, end: int) -> range:
    """The numbers of the words that stand in a passage, in part or whole."""
    first = bisect_left(spans, start, key=lambda span: span[1] - 1)
    last = bisect_left(spans, end, key=lambda span: span[0])
    return range(first, max(first, last))


def _masked(article: Article, shown: Mapping[tuple[str, str], set[int]]) -> Article:
    parts = tuple(
        replace(part, text=masked(part.text, shown.get((article.id, part.kind), set())))
        for part in article.parts
    )
    text = masked(article.text, shown.get((article.id, BODY), set()))
    return replace(article, text=text, parts=parts)


def masked(text: str, words: set[int]) -> str:
    """The text, of the same length, with FILL for all but the words with these numbers and what
    stands between two of them or closes one.
    """
    spans = word_spans(text)
    pieces, at = [], 0
    for number, (start, end) in enumerate(spans):
        pieces.append(_between(text[at:start], number - 1 in words or not number, number in words))
        pieces.append(text[start:end] if number in words else FILL * (end - start))
        at = end
    pieces.append(_between(text[at:], len(spans) - 1 in words, after=True))
    return "".join(pieces)


def _between(gap: str, before: bool, after: bool) -> str:
    if before and after:
        return gap
    match = _BEHIND.match(gap) if before else None
    kept = match.end() if match else 0
    return gap[:kept] + FILL * (len(gap) - kept)


def collapsed(text: str) -> str:
    """The text in print: one `…` for what is left out."""
    return _RUNS.sub("…", text)
