"""Options: every threshold and switch of the pipeline in one frozen value.

The defaults are the measured ones (docs/method.md says how). `cache_key` is the same for equal
options on every machine, so that stored results can be told apart.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """All settings; times are hours, scores lie in 0..1 unless a name says `points` (thousandths)."""

    # names
    name_list: bool = True
    names_file: str | None = None
    # display
    language: str = "en"
    # caches on disk
    use_cache: bool = True

    def cache_key(self) -> str:
        """Sixteen hex digits that change whenever an option that affects results changes."""
        plain = {k: v for k, v in asdict(self).items() if k not in ("use_cache",)}
        text = repr(sorted(plain.items()))
        return hashlib.sha256(text.encode()).hexdigest()[:16]
