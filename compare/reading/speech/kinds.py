"""What kind of origin a source is: an official text, a person on record, another outlet.

In: a source's words, its cue and the words between. Out: readout, remarks, media or outlet. A
spokesperson speaks for an office, so that is a readout; a named minister speaks for himself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.reading.base.findings import Finding
from compare.reading.speech.directory import Named, simple
from compare.resources.cues import Cues

READOUT, REMARKS, MEDIA, OUTLET = "readout", "remarks", "media", "outlet"
_SPOKEN_FOR = re.compile(r"发言人|spokes(?:man|woman|person|people)|press secretary", re.IGNORECASE)
_OUTLET = re.compile(r"(?:社|电视台|電視台|电台|電台|日报|日報|时报|時報|晚报|晚報|网|網)$")
_NO_OFFICE = re.compile(r"[部厅署]长|官员|政府(?=军)")
_IN_A_STATEMENT = re.compile(r"in a (?:\w+ )?statement|声明")
_GENERIC = re.compile(
    r"外界|舆论|分析|观察|市场|人们|民众|各界|普遍|有人|许多人"
    r"|\b(?:analysts?|observers|markets?|many|some|people|experts|critics|aides|investors)\b",
    re.IGNORECASE,
)


def kind_of_source(words: str, who: Named, between: str, finding: Finding, cues: Cues) -> str:
    """The kind of the source `words`; `between` is what stands between it and its cue."""
    folded = simple(re.split(r"[,，]\s?", words, maxsplit=1)[0])
    if finding.block or _SPOKEN_FOR.search(folded) or _is_text(between, cues):
        return READOUT
    if who.person:
        return REMARKS
    if _OUTLET.search(who.name) or cues.media_zh.search(folded) or cues.media_en.search(folded):
        return MEDIA
    office = _NO_OFFICE.sub("", folded)
    return (
        READOUT if cues.official_zh.search(office) or cues.official_en.search(office) else REMARKS
    )


def kind_of_finding(kinds: Sequence[str], words: str, around: str, finding: Finding) -> str:
    """The kind of one attribution whose chain of speakers has `kinds`, outermost first; `around`
    is its cue with the words beside it.

    What comes through an official text or another outlet stays theirs; nobody's named attitude is
    the outlet's own reporting; what a person said in a statement is the statement's.
    """
    if kinds and kinds[0] in {READOUT, MEDIA}:
        return kinds[0]
    source_kind = kinds[-1] if kinds else REMARKS
    generic = _GENERIC.search(simple(words))
    if finding.said is not None and finding.said.kind == "attitude" and generic:
        return OUTLET
    if source_kind == REMARKS and _IN_A_STATEMENT.search(simple(around)):
        return READOUT
    return source_kind


def _is_text(between: str, cues: Cues) -> bool:
    """True when a text stands between source and cue: 米勒发布的会晤纪要说."""
    if not 0 < len(between) < 40:
        return False
    pattern = cues.statement_en if between.isascii() else cues.statement_zh
    return bool(pattern.search(simple(between)))
