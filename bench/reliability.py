"""How often a cell is right that calls itself this sure.

    python -m bench.reliability

In: the golden stories. Out: ten bins of the chance that a source carries a claim, and how often it
does; as shipped (fitted on these stories) and for stories left out (`tools.fit_matching
--cross-validate` prints the latter with everything else).
"""

from __future__ import annotations

from compare import pipeline
from tests.scoring import case_folders, decisions, figures, read_case
from tools.matching_report import reliability


def main() -> None:
    """Prints the table of the shipped heads."""
    cases = [read_case(folder) for folder in case_folders("claims", "claims_extra")]
    found = [d for case in cases for d in decisions(case, pipeline.analyse(case.story))]
    print(figures(found))
    reliability(found)


if __name__ == "__main__":
    main()
