"""The evaluation kit, which is not part of the project.

In: the environment variable COMPARE_EVAL, the folder of the kit. Out: that folder, and the last
line that one of its scorers prints; None, with a message, when the kit is not at hand.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def folder() -> Path | None:
    """The kit's folder; says so and gives None when COMPARE_EVAL names none."""
    named = os.environ.get("COMPARE_EVAL")
    if named and Path(named).is_dir():
        return Path(named)
    print("skipped: COMPARE_EVAL does not name the folder of the evaluation kit")
    return None


def figures(kit: Path, script: str, arguments: Sequence[str] = ()) -> str:
    """The line of figures of one scorer."""
    command = [sys.executable, str(kit / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.strip()]
    return lines[-1] if lines else done.stderr.strip()[-200:]
