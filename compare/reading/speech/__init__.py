"""Who said what in one article: sources, cues and contents.

In: an article and, when known, its mentions. Out: attributions with the speaker resolved through
pronouns, the chain of nested speakers, and the kind of origin. Rules over a list of cue words are
used, not a model: every decision can be traced to a word in the text, the list can be extended by
its users, and there is no labelled Chinese data to train on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from compare.model import BODY, DATE, Article, Attribution, Mention
from compare.options import Options
from compare.reading.base.quoted_names import without_names
from compare.reading.base.spoken import Span, Spoken, outer_quotations
from compare.reading.slots import reader, times
from compare.reading.speech.blocks import blocks, transcript
from compare.reading.speech.releases import released
from compare.reading.speech.source_words import source_words
from compare.reading.speech.speakers import resolved
from compare.resources.cues import Cues, cues
from compare.resources.words import words

__all__ = ["attributions", "speaks"]


_NEEDED = frozenset({"cues", "grammar", "speech"})
"""The tables of words that the shared grammar needs."""


def speaks(language: str) -> bool:
    """Whether who says what can be read in a language (a BCP 47 tag). Where it cannot, nothing is
    known of whose words a claim is: they need not be the outlet's own.
    """
    tag = language.partition("-")[0]
    return reader(tag, "speech") is not None or words(tag).keys() >= _NEEDED


def attributions(
    article: Article, mentions: Sequence[Mention] = (), options: Options = Options()
) -> list[Attribution]:
    """Everything in the body that is attributed to somebody, in order of its content.

    What is missing from the result is the outlet's own voice. `mentions` (of this article) give
    speakers their entity; without them names are found by their form. A language that `speaks`
    denies gives an empty list.
    """
    if not speaks(article.language):
        return []
    table = cues(options.cues_file)
    outer = outer_quotations(article.text)
    text, quotes = without_names(article.text, outer, article.language)
    findings = _findings(text, article.language, quotes, table, options)
    tell = source_words(article.language, options.cues_file)
    named = [m for m in mentions if m.part == BODY]
    findings = list(_without_times(findings, _times(article, named)))
    return resolved(article, findings, quotes, named, tell, options.speech_direct)


def _times(article: Article, named: Sequence[Mention]) -> list[Span]:
    """The days and hours that the body names."""
    days = [(m.start, m.end) for m in named if m.type == DATE]
    return [*days, *((c.start, c.end) for c in times(article.text, article.language))]


def _without_times(findings: Iterable[Spoken], spans: Sequence[Span]) -> Iterator[Spoken]:
    """A day or an hour speaks for nobody, and is no part of who does: 消防队 | 昨晚宣布."""
    begins, ends = dict(spans), {end: start for start, end in spans}
    for one in findings:
        if one.source is None:
            yield one
            continue
        start, end = one.source
        if begins.get(start) == end:
            continue
        end = ends.get(end, end)
        yield one if end <= start else replace(one, source=(start, end))


def _findings(
    text: str, language: str, quotes: list[Span], table: Cues, options: Options
) -> list[Spoken]:
    """What the sentences attribute, and the official texts given in full."""
    found = _of_sentences(text, language, quotes, table, options)
    full = blocks(text, table)
    answers = transcript(text)
    rest = [one for one in found if not _belongs(one, [*full, *answers])]
    taken = [one.content for one in (*full, *answers)]
    free = [q for q in quotes if not any(a <= q[0] < b for a, b in taken)]
    return full + answers + released(text, free, language, rest)


def _of_sentences(
    text: str, language: str, quotes: list[Span], table: Cues, options: Options
) -> list[Spoken]:
    """By the grammar in the language's folder, else by the shared one over the words in it."""
    tag = language.partition("-")[0]
    if own := reader(tag, "speech"):
        return list(own(text, quotes, table))
    from compare.reading.base import clause_speech  # only where a language asks for it

    return list(clause_speech.found(text, quotes, tag, options.cues_file))


def _belongs(one: Spoken, full: list[Spoken]) -> bool:
    """True for bare quotations in a block, and for its introduction read as speech."""
    for block in full:
        start, end = block.content
        inside = start <= one.content[0] < end
        if inside and (one.cue is None or (not block.block and one.elided)):
            return True
        if (
            block.cue is not None
            and one.cue is not None
            and one.cue[1] > block.cue[0] >= one.cue[0]
        ):
            return True
    return False
