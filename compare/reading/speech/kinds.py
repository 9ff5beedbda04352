"""What kind of origin a source is: an official text, a person on record, another outlet.

In: a source's words, its cue and the words between. Out: readout, remarks, media or outlet. A
spokesperson speaks for an office, so that is a readout; a named minister speaks for himself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.reading.base.findings import Finding
from compare.reading.speech.directory import Named, simple
from compare.reading.speech.source_words import SourceWords

READOUT, REMARKS, MEDIA, OUTLET = "readout", "remarks", "media", "outlet"
_OUTLET = re.compile(r"(?:社|电视台|電視台|电台|電台|日报|日報|时报|時報|晚报|晚報|网|網)$")
_NEAR = 40
_NO_OFFICE = re.compile(r"[部厅署]长|官员|政府(?=军)")


def kind_of_source(
    words: str, who: Named, between: str, finding: Finding, tell: SourceWords
) -> str:
    """The kind of the source `words`; `between` is what stands between it and its cue."""
    folded = simple(re.split(r"[,，]\s?", words, maxsplit=1)[0])
    is_text = 0 < len(between) < _NEAR and tell.statement.search(simple(between))
    if finding.block or tell.spokespeople.search(folded) or is_text:
        return READOUT  # 米勒发布的会晤纪要说
    if who.person:
        return REMARKS
    if _OUTLET.search(who.name) or tell.media.search(folded):
        return MEDIA
    return READOUT if tell.official.search(_NO_OFFICE.sub("", folded)) else REMARKS


def kind_of_finding(
    kinds: Sequence[str], words: str, around: str, finding: Finding, tell: SourceWords
) -> str:
    """The kind of one attribution whose chain of speakers has `kinds`, outermost first; `around`
    is its cue with the words beside it.

    What comes through an official text or another outlet stays theirs; nobody's named attitude is
    the outlet's own reporting; what a person said in a statement is the statement's.
    """
    if kinds and kinds[0] in {READOUT, MEDIA}:
        return kinds[0]
    source_kind = kinds[-1] if kinds else REMARKS
    generic = tell.generic.search(simple(words))
    if finding.said is not None and finding.said.kind == "attitude" and generic:
        return OUTLET
    if source_kind == REMARKS and tell.in_a_statement.search(simple(around)):
        return READOUT
    return source_kind
