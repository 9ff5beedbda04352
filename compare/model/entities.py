"""Names in texts and what they name.

In: nothing (plain values). Out: mentions, entities, and what a run learned about names.
"""

from __future__ import annotations

from dataclasses import dataclass, field

PERSON = "PER"
PLACE = "LOC"
ORGANISATION = "ORG"
DATE = "DATE"
NUMBER = "NUM"
ROLE = "ROLE"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names something.

    `type` is PER, LOC, ORG, DATE, NUM or ROLE. `entity` is the identity shared by every surface
    in every language, or None when it is not known. `evidence` says how the identity was found
    (`gazetteer`, `name list`, `gloss`, `title`, `surname`, `role`, `transliteration`, ...).
    `value` is the normalised value of a date (ISO 8601, a range as start/end) or number
    (`12 hour`, `2500000 USD`), else None. `foreign` is True when the evidence came from another
    article.
    """

    article: str
    part: str
    start: int
    end: int
    text: str
    type: str
    entity: str | None = None
    evidence: str = ""
    value: str | None = None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """One identity: id, English display name when known (else the first surface), and type.

    `names` maps a language (`en`, `zh-Hans`, `zh-Hant`) to the preferred name in it.
    """

    id: str
    name: str
    type: str
    names: dict[str, str] = field(default_factory=dict)
    family: str | None = None
