"""How often a cell is right that calls itself this sure.

    python -m bench.reliability

In: the golden stories, whose rows nothing is fitted on. Out: ten bins of the chance that a source
carries a claim, and how often it does. `python -m tools.fit_matching --report` prints the same of
our corpus, with stories left out and on the check stories.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare import pipeline
from tests.scoring import Decision, case_folders, decisions, figures, read_case

BINS = 10


def main() -> None:
    """Prints the table of the shipped heads."""
    cases = [read_case(folder) for folder in case_folders("claims", "claims_extra")]
    found = [d for case in cases for d in decisions(case, pipeline.analyse(case.story))]
    print(figures(found))
    reliability(found)


def reliability(found: Sequence[Decision]) -> None:
    """Ten bins of the chance that a source carries a claim, and how often it does."""
    print("\nchance       n   mean chance   carried")
    for low in range(BINS):
        here = [d for d in found if min(int(d.chance * BINS), BINS - 1) == low]
        if here:
            mean = sum(d.chance for d in here) / len(here)
            share = sum(d.carried for d in here) / len(here)
            print(f"{low / BINS:.1f}-{(low + 1) / BINS:.1f}{len(here):7}{mean:14.3f}{share:10.3f}")


if __name__ == "__main__":
    main()
