"""Which sentences stand on a sheet: excerpts, claims alone, wrong answers from elsewhere.

In: articles as read, a limit in words, other stories. Out: how far each body is shown, whether
words can stand alone, and distractors. A Chinese character counts as a word; an excerpt ends with a
sentence, because half a sentence cannot prove anything. A wrong answer is a claim of another story
of the collection, and serves only when every article here lacks it with the confidence that a key
needs: an invented one could be true by accident, and would teach nothing about real reports.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from compare.exercises.parts import Citation, Distractor
from compare.exercises.rows import digest, shuffled
from compare.model import ABSENT, Article, Document, Evidence, Source, Story
from compare.options import Options
from compare.text.counts import word_count
from compare.text.scripts import is_chinese

_LEANING = re.compile(
    r"\s*(?:而|并|並|但|也|以及|及|和|与|與|还|還|因此|所以|其中|其|他|她|它|这|這|该|該|此|对此|對此|据|據|根据|根據|因为|因為|例如|随着|隨著"
    r"|He |She |It |They |This |That |These |Those |And |But |Which |Who )"
)
_ENDING = re.compile(r"[。！？.!?…][”’」』\"')）]*\s*$")
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("(", ")"), ("（", "）"))


def shown(document: Document, limit: int | None) -> int:
    """The code point up to which the body is shown, so that it fits into `limit` words: after a
    sentence, at least the first.
    """
    text = document.article.text
    if limit is None or word_count(text) <= limit:
        return len(text)
    ends = [sentence.end for sentence in document.body()]
    fit = bisect(ends, limit, key=lambda end: word_count(text[:end]))
    return ends[max(fit, 1) - 1] if ends else 0


def readable(text: str, language: str, options: Options) -> bool:
    """True for words that make a sentence of their own, not a torn-off clause."""
    bare = text.strip().lstrip("“\"'「『(（[【")
    if not bare or any(text.count(a) != text.count(b) for a, b in _PAIRS):
        return False
    if text.count('"') % 2:
        return False
    if len(text) > options.exercise_longest:
        return False
    if is_chinese(text) or language.startswith(("zh", "ja")):
        return word_count(text) >= options.exercise_least_han
    begins = bare[0].isupper() or bare[0].isdigit()
    return begins and word_count(text) >= options.exercise_least_words


def leans(text: str) -> bool:
    """True when the words point to something outside them (he, this, 其中), or are half of a
    sentence by their end.
    """
    return _LEANING.match(text) is not None or not ends(text)


def ends(text: str) -> bool:
    """True for words that end as a sentence does."""
    return _ENDING.search(text) is not None


def candidates(
    stories: Sequence[Story],
    documents: Mapping[str, Document],
    languages: Sequence[str],
    seed: str,
    options: Options,
) -> Iterator[tuple[Story, Article, str]]:
    """Sentences that can stand alone, in turn from each article in one of `languages`."""
    columns = [
        [(story, article, text) for text in _sentences(documents[article.id], seed, options)]
        for story in shuffled(stories, seed, lambda s: s.slug)
        for article in story.articles
        if article.language in languages
    ]
    return (found for turn in zip_longest(*columns) for found in turn if found)


def distractor(
    origin: tuple[Story, Article, str],
    nearest: Mapping[str, Evidence | None],
    sources: Sequence[Source],
    bound: float,
) -> Distractor | None:
    """The sentence as a distractor, or None when some article may carry it.

    `nearest` maps the id of an article here to the sentence that comes closest, whose score is
    the chance that it says the same.
    """
    cited = [
        Citation(
            source.id,
            near.part,
            near.start,
            near.end,
            near.quote,
            "",
            source.article.language,
            status=ABSENT,
            confidence=round(1 - near.score, 3),
        )
        for source in sources
        if (near := nearest.get(source.article.id)) is not None
    ]
    if not cited or any((one.confidence or 0) < bound for one in cited):
        return None
    story, article, text = origin
    return Distractor(story.slug, article.outlet_name, text, article.language, tuple(cited))


def _sentences(document: Document, seed: str, options: Options) -> list[str]:
    article = document.article
    texts = (article.text[s.start : s.end] for s in document.body())
    short = (t for t in texts if len(t) <= options.exercise_distractor_longest)
    fit = [t for t in short if readable(t, article.language, options) and not leans(t)]
    return sorted(fit, key=lambda text: digest(seed, text))
