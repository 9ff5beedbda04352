"""Options: every number and switch that shapes a result, in one frozen value.

In: keywords; what is left out is as it was measured (docs/method.md). Out: `Options`, made of one
class a stage, all in one flat set of names, so that a name alone says which option is meant: in
Python, in `compare.toml`, in `compare config` and in the documentation. `SETTINGS` lists them with
meaning and bounds. Numbers that are facts or formats (months of a year, Unicode ranges, shapes of
a grammar) stay where they are used.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import Any

from compare.options.claims import ClaimsOptions, DiscrepancyOptions
from compare.options.fields import Setting, settings_of
from compare.options.judge import JudgeOptions
from compare.options.matching import MatchingOptions
from compare.options.profiles import ProfilesOptions
from compare.options.reading import NamesOptions, ReadingOptions, SpeechOptions
from compare.options.sources import DecodingOptions, RunningOptions, SourcesOptions
from compare.options.stories import ExercisesOptions, StoriesOptions

VERSION = "0.2.0"

SECTIONS: dict[str, type[Any]] = {
    "sources": SourcesOptions,
    "decoding": DecodingOptions,
    "reading": ReadingOptions,
    "names": NamesOptions,
    "speech": SpeechOptions,
    "stories": StoriesOptions,
    "matching": MatchingOptions,
    "claims": ClaimsOptions,
    "discrepancies": DiscrepancyOptions,
    "exercises": ExercisesOptions,
    "profiles": ProfilesOptions,
    "judge": JudgeOptions,
    "running": RunningOptions,
}

SETTINGS: dict[str, Setting] = {
    setting.name: setting
    for section, declared in SECTIONS.items()
    for setting in settings_of(section, declared)
}


@dataclass(frozen=True, slots=True)
class Options(
    SourcesOptions,
    DecodingOptions,
    ReadingOptions,
    NamesOptions,
    SpeechOptions,
    StoriesOptions,
    MatchingOptions,
    ClaimsOptions,
    DiscrepancyOptions,
    ExercisesOptions,
    ProfilesOptions,
    JudgeOptions,
    RunningOptions,
):
    """All settings; times are hours, scores lie in 0..1, points are thousandths."""

    def cache_key(self) -> str:
        """Sixteen hex digits that change whenever an option that affects results changes."""
        plain = {k: v for k, v in asdict(self).items() if SETTINGS[k].shapes_results}
        text = repr(sorted(plain.items()))
        return hashlib.sha256(text.encode()).hexdigest()[:16]
