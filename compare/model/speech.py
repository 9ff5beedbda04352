"""Who says what in an article.

In: nothing (plain values). Out: the nouns that the second reading of an article makes: a value of
its own beside the Document, so that grouping many articles does not pay for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.model.documents import DateSpan


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said something, in one article.

    `source_text`, `cue_text` and `content_text` are exact characters of part `part`; the spans
    are code points into it (None where there is no text). `speaker` is the person or body that
    the source names, in English when known, resolved through pronouns. `mode` is `direct`,
    `indirect`, `own` (the outlet's own voice: no source, no cue) or `unknown` (the language has no
    reader of speech). `chain` holds the speakers from the outermost in. `kind` is the origin that
    this attribution suggests: `readout`, `remarks`, `media`, `outlet` or `unknown`.
    """

    article: str
    part: str
    content_text: str
    content: tuple[int, int]
    mode: str = "own"
    source_text: str | None = None
    source: tuple[int, int] | None = None
    cue_text: str | None = None
    cue: tuple[int, int] | None = None
    speaker: str | None = None
    entity: str | None = None
    chain: tuple[str, ...] = ()
    kind: str = "outlet"
    block: bool = False

    @property
    def said_by(self) -> str | None:
        """The speaker, or the words that name one; None for the outlet's own or unknown words."""
        return None if self.mode in ("own", "unknown") else self.speaker or self.source_text


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says what in one article.

    `attributions` are in order of their content. `anchored` are dates of the body inside official
    texts given in full that count from the day which the text itself names, not from publication.
    `read` is False where the language has no reader: then nothing is known of whose words they are.
    """

    attributions: tuple[Attribution, ...] = ()
    anchored: tuple[DateSpan, ...] = ()
    read: bool = True
