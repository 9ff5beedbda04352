"""Options: every threshold and switch of the pipeline in one frozen value.

The defaults are the measured ones (docs/method.md says how). `cache_key` is the same for equal
options on every machine, so that stored results can be told apart.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from datetime import date

VERSION = "0.2.0"


@dataclass(frozen=True, slots=True)
class Options:
    """All settings; times are hours, scores lie in 0..1, points are thousandths."""

    # reading: the largest file that is opened, in bytes
    max_bytes: int = 50_000_000
    # names
    name_list: bool = True
    names_file: str | None = None
    name_days: int = 3  # days between a Chinese name and a Latin one that may be matched by sound
    # names across languages: chance and lead that a match by sound needs
    names_accept: float = 0.50
    names_margin: float = 0.05
    # attribution: the user's own list of cue words
    cues_file: str | None = None
    # similarity: share of the encoder beside the lexical score, by pair of languages
    encoder_share_zh: float = 0.6
    encoder_share_same: float = 0.5
    encoder_share_zh_en: float = 0.85
    encoder_share_zh_ja: float = 0.9
    encoder_share_other: float = 1.0
    # sentence links: what is added to a score, how far a pair must stand out
    link_centred: float = 0.75
    link_numbers: float = 0.05
    link_length: float = 0.08
    link_margin_weight: float = 1.5
    link_share: float = 0.5
    link_floor: float = 0.45
    link_least: float = 0.3
    link_inside: float = 0.6
    # rows: least probability that two clauses say the same, in and between articles
    claim_same_row: float = 0.55
    claim_repeat: float = 0.60
    claim_join_slack: float = 0.05
    # cells: bands of the chance that an article carries a row
    claim_included: float = 0.65
    claim_whole: float = 0.90
    claim_missing_name: float = 0.6
    claim_absent: float = 0.30
    # most further sources of a row that count: one in the fit, two in the seeds, never all of ten
    claim_support_most: int = 1
    # look-up of a typed claim
    find_present: float = 0.35
    find_missing_name: float = 0.75
    find_most: int = 5
    # discrepancies: least link score for a conflict, and for a shift of force
    conflict_link: float = 0.50
    shift_link: float = 0.70
    modality_file: str | None = None
    # absences
    earlier_hours: float = 3.0
    brief_share: float = 0.4
    # copies
    reprint_containment: float = 0.6
    translation_share: float = 0.8
    translation_share_of_longer: float = 0.6
    translation_order: float = 0.85
    translation_least: int = 5
    # stories: hours and days; points; weights of the parts of a pair's score
    story_window: int = 72
    story_decay: int = 500
    story_keep: int = 25
    story_floor: int = 110
    story_threshold: int = 110
    story_quiet: int = 75
    story_doubling: int = 16
    story_names: int = 2
    story_words: int = 5
    story_vector: int = 2
    story_names_cross: int = 5
    story_vector_cross: int = 5
    story_vector_zero: float = 0.40
    story_vector_floor: float = 0.45
    story_related_days: int = 5
    today: date | None = None
    # exercises: least confidence of a cell that a key may score
    exercise_confidence: float = 0.80
    # display
    language: str = "en"
    # caches on disk
    use_cache: bool = True
    # a fault of ours ends the reading with its traceback, instead of setting the file aside
    debug: bool = False

    def cache_key(self) -> str:
        """Sixteen hex digits that change whenever an option that affects results changes."""
        plain = {k: v for k, v in asdict(self).items() if k not in ("use_cache", "today", "debug")}
        text = repr(sorted(plain.items()))
        return hashlib.sha256(text.encode()).hexdigest()[:16]
