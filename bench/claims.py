"""The table of claims against readers: the seeds, and our own golden stories by languages.

    [COMPARE_EVAL=KIT] python -m bench.claims

Out: for each golden story and for all, inclusion and omission as precision/recall/F1; cells by the
languages of the two sources; and, with the kit, its scorer's line for the story of the seeds, on
which nothing is fitted.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from bench.kit import figures as kit_figures
from bench.kit import folder
from compare import pipeline
from tests.scoring import Decision, case_folders, decisions, figures, read_case

ROOT = Path(__file__).parents[1]


def own() -> None:
    """Our golden stories."""
    every: list[Decision] = []
    pairs: dict[str, list[Decision]] = defaultdict(list)
    for path in case_folders("claims", "claims_extra"):
        case = read_case(path)
        found = list(decisions(case, pipeline.analyse(case.story)))
        every += found
        for decision in found:
            pairs[decision.pair].append(decision)
        print(f"{case.name:24} {figures(found)}")
    for pair in sorted(pairs):
        print(f"{pair:24} {figures(pairs[pair])}")
    print(f"{'all':24} {figures(every)}")


def seeds(kit: Path) -> None:
    """The story of the seeds, by the kit's scorer."""
    command = [sys.executable, "-m", "compare", "story", "blinken-han", str(ROOT / "seeds")]
    done = subprocess.run([*command, "--format", "json"], capture_output=True, check=True)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "story.json"
        path.write_bytes(done.stdout)
        gold = str(kit / "gold" / "blinken-han.json")
        print(kit_figures(kit, "score_claims.py", [gold, str(path)]))


def main() -> None:
    """Prints both."""
    own()
    kit = folder()
    if kit is not None:
        seeds(kit)


if __name__ == "__main__":
    main()
