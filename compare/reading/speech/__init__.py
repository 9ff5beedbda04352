"""Who said what in one article: sources, cues and contents in Chinese and English.

In: an article and, when known, its mentions. Out: attributions with the speaker resolved through
pronouns, the chain of nested speakers, and the kind of origin. Rules over a list of cue words are
used, not a model: every decision can be traced to a word in the text, the list can be extended by
its users, and there is no labelled Chinese data to train on.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import BODY, Article, Attribution, Mention
from compare.options import Options
from compare.reading.base.findings import Finding, Span, outer_quotations
from compare.reading.en.speech import english_findings
from compare.reading.speech.blocks import blocks, transcript
from compare.reading.speech.speakers import resolved
from compare.reading.zh.speech import chinese_findings
from compare.resources.cues import Cues, cues

__all__ = ["attributions"]


def attributions(
    article: Article, mentions: Sequence[Mention] = (), options: Options = Options()
) -> list[Attribution]:
    """Everything in the body that is attributed to somebody, in order of its content.

    What is missing from the result is the outlet's own voice. `mentions` (of this article) give
    speakers their entity; without them names are found by their form. Languages other than
    Chinese and English give an empty list.
    """
    table = cues(options.cues_file)
    quotes = outer_quotations(article.text)
    findings = _findings(article, quotes, table)
    return resolved(article, findings, quotes, [m for m in mentions if m.part == BODY], table)


def _findings(article: Article, quotes: list[Span], table: Cues) -> list[Finding]:
    """Findings of the sentences and of official texts given in full."""
    if article.language.startswith("zh"):
        found = chinese_findings(article.text, quotes, table)
    elif article.language.startswith("en"):
        found = english_findings(article.text, quotes, table)
    else:
        return []
    full = blocks(article.text, table)
    answers = transcript(article.text)
    return full + answers + [one for one in found if not _belongs(one, [*full, *answers])]


def _belongs(one: Finding, full: list[Finding]) -> bool:
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
